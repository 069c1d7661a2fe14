"""`greenall apply`: a reviewed workbook is taken over, or refused with its cell."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from greenall.plans import files
from greenall.plans.ledger import ReviewState
from greenall.reports import labels, workbook
from tests.sample import sample


@pytest.fixture
def returned(tmp_path):
    """Write the workbook of the sample with some cells changed: {(row id, column): text}."""

    def write(changes=None, language="en"):
        book = load_workbook(BytesIO(workbook.write(sample("zh"), language)))
        for (row_id, head), text in (changes or {}).items():
            cell_of(book, row_id, labels.column(head, language)).value = text
        path = tmp_path / "returned.xlsx"
        book.save(path)
        return path

    return write


def cell_of(book, row_id, head):
    for sheet in book:
        heads = {cell.value: cell for line in sheet.iter_rows(max_row=20) for cell in line if cell.value}
        rows = [line[0].row for line in sheet.iter_rows() if row_id in (line[0].value, line[1].value)]
        if head in heads and rows and sheet.sheet_state == "visible":
            return sheet.cell(rows[0], heads[head].column)
    raise LookupError(f"{row_id} / {head}")


def test_a_workbook_that_nobody_edited_changes_nothing(greenall, ledger_file, returned):
    before = ledger_file.read_bytes(), ledger_file.stat().st_mtime_ns
    answer = greenall("apply", ledger_file, returned())
    assert answer.code == 0
    assert "Nothing changed" in answer.out
    assert (ledger_file.read_bytes(), ledger_file.stat().st_mtime_ns) == before


def test_an_owner_is_taken_over_and_said(greenall, ledger_file, returned):
    answer = greenall("apply", ledger_file, returned({("T01", "owner"): "市能源局"}))
    assert answer.code == 0
    assert "T01" in answer.out
    assert "市能源局" in answer.out
    assert files.load(ledger_file.read_text()).targets[0].review.owner == "市能源局"


def test_a_corrected_value_goes_to_another_file_when_asked(greenall, ledger_file, returned, tmp_path):
    before = ledger_file.read_bytes()
    answer = greenall("apply", ledger_file, returned({("T01", "value"): 46}), "-o", tmp_path / "new" / "reviewed.json")
    assert answer.code == 0
    assert ledger_file.read_bytes() == before
    target = files.load((tmp_path / "new" / "reviewed.json").read_text()).targets[0]
    assert str(target.value) == "46"
    assert target.review.state is ReviewState.CORRECTED


def test_a_wrong_cell_is_refused_and_the_other_rows_go_on(greenall, ledger_file, returned):
    answer = greenall("apply", ledger_file, returned({("T01", "value"): "many", ("T02", "owner"): "市能源局"}))
    assert answer.code == 2
    assert "T01" in answer.err
    rows = files.load(ledger_file.read_text()).targets
    assert rows[0] == sample("zh").targets[0]
    assert rows[1].review.owner == "市能源局"


def test_a_file_that_is_no_workbook_is_refused(greenall, ledger_file, tmp_path):
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(b"not a workbook")
    before = ledger_file.read_bytes()
    answer = greenall("apply", ledger_file, path)
    assert answer.code == 2
    assert answer.err
    assert ledger_file.read_bytes() == before
