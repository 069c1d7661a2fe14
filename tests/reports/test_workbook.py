"""The workbook goes out, is edited, comes back: what was left alone stays, what is wrong is refused with its cell."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from greenall.plans.ledger import Deadline, Ledger
from greenall.plans.review import apply_edits
from greenall.quantity.times import Origin, Window
from greenall.reports.identity import identity
from greenall.reports.labels import column, label
from greenall.reports.workbook import read_edits, write
from greenall.wording import LANGUAGES, say
from tests.sample import sample

LEDGER = sample("zh")
TARGETS, MEASURES = label("sheet", "targets", "zh"), label("sheet", "measures", "zh")
FIRST = 4  # row of the first target
CELLS = {
    key: letter
    for letter, key in zip(
        "ABCDEFGHIJKLMNO",
        ("id", "article", "quote", "indicator", "comparator", "value", "value2", "unit", "amount", "deadline", "origin",
         "suggestion", "owner", "state", "note"),
        strict=True,
    )
}  # fmt: skip


def edited(ledger, change, language="zh"):
    """The edits read from a workbook after `change` worked on it as a person would."""
    book = load_workbook(io.BytesIO(write(ledger, language)))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return read_edits(buffer.getvalue(), ledger)


def put(field, value, row=FIRST, number_format=None):
    def change(book):
        cell = book[TARGETS][f"{CELLS[field]}{row}"]
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return change


def codes(read):
    return [refusal.code.removeprefix("reports.refused.") for refusal in read.refusals]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", LANGUAGES)
def test_nothing_changes_when_nothing_was_edited(plan, language):
    ledger = sample(plan)
    untouched = read_edits(write(ledger, language), ledger)
    saved = edited(ledger, lambda book: None, language)
    assert (untouched.edits, untouched.refusals) == (saved.edits, saved.refusals) == ((), ())


def test_the_same_ledger_gives_the_same_bytes():
    data = write(LEDGER, "ko")
    assert data == write(LEDGER, "ko")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_print_and_scroll_as_tables(language):
    book = load_workbook(io.BytesIO(write(sample(language), language)))
    shown = [sheet for sheet in book if sheet.sheet_state == "visible"]
    names = [label("sheet", key, language) for key in ("guide", "targets", "measures", "findings", "figures")]
    assert [sheet.title for sheet in shown] == names
    for sheet in shown[1:]:
        assert sheet.freeze_panes == "B4"
        assert sheet.auto_filter.ref
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_title_rows == "$3:$3"
    lists = [rule for rule in shown[1].data_validations.dataValidation if rule.type == "list"]
    assert len(lists) == 2
    assert shown[1]["N3"].value == column("review_state", language)


@pytest.mark.parametrize(
    ("field", "written", "after"),
    [
        ("indicator", "可再生能源装机比重", "可再生能源装机比重"),
        ("comparator", "约", "~"),
        ("comparator", "about", "~"),
        ("value", 46, "46"),
        ("value", 46.5, "46.5"),
        ("value", "1,046.5", "1046.5"),
        ("unit", "万亩", "万亩"),
        ("deadline", datetime(2030, 12, 31), "2030-12-31"),
        ("deadline", date(2030, 12, 31), "2030-12-31"),
        ("deadline", "2030年12月31日", "2030-12-31"),
        ("deadline", "2030. 12. 31.", "2030-12-31"),
        ("deadline", "31 Dec 2030", "2030-12-31"),
        ("deadline", "2026-01-01/2030-12-31", "2026-01-01/2030-12-31"),
        ("deadline", None, ""),
        ("owner", "市能源局", "市能源局"),
        ("state", "采纳", "accepted"),
        ("state", "승인", "accepted"),
        ("state", "rejected", "rejected"),
        ("note", "  与统计口径核对 ", "与统计口径核对"),
    ],
)
def test_one_cell_one_edit(field, written, after):
    read = edited(LEDGER, put(field, written))
    assert not read.refusals
    assert [(edit.row, edit.field, edit.after) for edit in read.edits] == [("T01", field, after)]
    assert read.edits[0].place == f"{TARGETS}!{CELLS[field]}{FIRST}"


@pytest.mark.parametrize(
    ("field", "written", "code"),
    [
        ("value", "四十六", "not_a_number"),
        ("value", True, "not_a_number"),
        ("value", datetime(2026, 1, 2), "not_a_number"),
        ("value", "=45+1", "formula"),
        ("note", "=A1", "formula"),
        ("deadline", "尽快", "not_a_date"),
        ("state", "同意", "unknown_state"),
        ("state", None, "must_not_be_empty"),
        ("state", "更正", "nothing_corrected"),
        ("comparator", "大约", "unknown_comparator"),
        ("unit", "柴米油盐", "unknown_unit"),
        ("unit", "吨", "other_dimension"),
        ("quote", "占比达到46％以上", "protected"),
        ("article", "（九）", "protected"),
        ("amount", "≥ 46%", "protected"),
        ("id", "T77", "row_unknown"),
        ("id", None, "row_without_id"),
        ("id", "T02", "row_duplicate"),
    ],
)
def test_what_cannot_be_taken_over_is_refused_with_its_cell(field, written, code):
    read = edited(LEDGER, put(field, written))
    assert codes(read)[0] == code
    assert not read.edits
    cell = f"{TARGETS}!{CELLS[field]}{FIRST + (code == 'row_duplicate')}"
    assert read.refusals[0].place == cell
    for language in LANGUAGES:
        assert cell in say(read.refusals[0].code, language, **dict(read.refusals[0].values))


def test_a_percentage_typed_as_such_is_not_read_as_a_fraction():
    assert codes(edited(LEDGER, put("value", 0.46, number_format="0%"))) == ["not_a_number"]


def test_a_bare_number_is_no_date():
    assert codes(edited(LEDGER, put("deadline", 46022, number_format="General"))) == ["not_a_date"]


def test_a_refused_row_does_not_hold_back_the_others():
    def change(book):
        put("value", "?")(book)
        put("owner", "市能源局")(book)
        put("owner", "市农业农村局", FIRST + 1)(book)

    read = edited(LEDGER, change)
    assert codes(read) == ["not_a_number"]
    assert [(edit.row, edit.after) for edit in read.edits] == [("T02", "市农业农村局")]


def test_a_deleted_row_is_reported_and_stays():
    read = edited(LEDGER, lambda book: book[MEASURES].delete_rows(FIRST))
    assert codes(read) == ["row_deleted"]
    assert read.refusals[0].row == "M1-01"


def test_rows_may_be_sorted():
    def change(book):
        sheet = book[MEASURES]
        lines = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=FIRST)]
        for line, values in zip(sheet.iter_rows(min_row=FIRST), reversed(lines), strict=True):
            for cell, value in zip(line, values, strict=True):
                cell.value = value

    assert edited(LEDGER, change).refusals == ()


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        (lambda sheet: sheet.delete_cols(5), "column_missing", "E3"),
        (lambda sheet: sheet.insert_cols(5), "column_moved", "F3"),
        (lambda sheet: sheet.__setitem__("Z3", sheet["D3"].value), "column_duplicate", "Z3"),
        (lambda sheet: sheet.__setitem__("D3", "名称"), "column_missing", "D3"),
        (lambda sheet: sheet.delete_rows(3), "column_missing", "A1"),
    ],
)
def test_a_column_out_of_place_refuses_its_sheet_and_no_other(change, code, cell):
    def both(book):
        change(book[TARGETS])
        put("owner", "市能源局")(book)
        book[MEASURES]["M4"].value = "市能源局"

    read = edited(LEDGER, both)
    assert codes(read)[0] == code
    assert read.refusals[0].place == f"{TARGETS}!{cell}"
    assert [edit.row for edit in read.edits] == ["M1-01"]


def test_a_swapped_pair_of_columns_names_both():
    def change(book):
        sheet = book[TARGETS]
        sheet["F3"].value, sheet["G3"].value = sheet["G3"].value, sheet["F3"].value

    assert codes(edited(LEDGER, change)) == ["column_moved", "column_moved"]


def test_a_line_inserted_above_the_heads_does_no_harm():
    read = edited(LEDGER, lambda book: book[TARGETS].insert_rows(1))
    assert (read.edits, read.refusals) == ((), ())


def test_a_sheet_that_is_gone_is_missed():
    read = edited(LEDGER, lambda book: book.remove(book[TARGETS]))
    assert codes(read) == ["sheet_missing"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"a,b\n1,2\n"])
def test_a_file_that_is_no_workbook(data):
    assert codes(read_edits(data, LEDGER)) == ["not_a_workbook"]


def test_a_workbook_that_is_not_ours():
    read = edited(LEDGER, lambda book: book.remove(book["_greenall"]))
    assert codes(read) == ["not_ours"]


def test_a_workbook_of_another_ledger_is_refused_whole():
    read = read_edits(write(sample("ko"), "zh"), LEDGER)
    assert codes(read) == ["other_ledger"]
    assert "가람시" in say(read.refusals[0].code, "zh", **dict(read.refusals[0].values))


def test_applying_the_same_workbook_twice_changes_nothing_more():
    book = load_workbook(io.BytesIO(write(LEDGER, "zh")))
    for field, value in (("value", 47), ("state", "采纳"), ("deadline", date(2030, 12, 31)), ("owner", "市能源局")):
        put(field, value)(book)
    buffer = io.BytesIO()
    book.save(buffer)
    once = apply_edits(LEDGER, read_edits(buffer.getvalue(), LEDGER).edits).ledger
    assert once.row("T01") != LEDGER.row("T01")
    assert identity(once) == identity(LEDGER)
    again = read_edits(buffer.getvalue(), once)
    assert not again.refusals
    assert apply_edits(once, again.edits).ledger is once


def test_a_row_that_somebody_else_changed_meanwhile_is_a_conflict():
    first, second = (edited(LEDGER, put("value", value)) for value in (47, 48))
    theirs = apply_edits(LEDGER, first.edits).ledger
    applied = apply_edits(theirs, second.edits)
    assert [refusal.code for refusal in applied.refusals] == ["reports.refused.conflict"]
    assert applied.ledger is theirs


def test_every_shape_of_value_survives_the_way_out_and_back():
    row = LEDGER.targets[0]
    shapes = (
        replace(row, id="T01", value=Decimal("0.1"), value_norm=Decimal("0.1")),
        replace(row, id="T02", value=Decimal("12345678901234567.5"), value_norm=None),
        replace(row, id="T03", value=Decimal("1234567.25"), indicator="=1+1"),
        replace(row, id="T04", indicator="两行\n指标 \t 名", scope="a\x01b"),
        replace(row, id="T05", deadline=Deadline(Origin.STATED, Window.FROM, start=date(2025, 1, 1))),
        replace(row, id="T06", deadline=Deadline(Origin.STATED, Window.WITHIN, date(2025, 1, 1), date(2025, 6, 30))),
        replace(row, id="T07", value=Decimal("1E+3"), value_norm=Decimal("1E+3")),
    )
    ledger: Ledger = replace(LEDGER, targets=shapes)
    for language in LANGUAGES:
        read = edited(ledger, lambda book: None, language)
        assert (read.edits, read.refusals) == ((), ())


def test_an_empty_ledger_says_so():
    ledger = replace(LEDGER, targets=(), measures=(), figures=(), findings=())
    book = load_workbook(io.BytesIO(write(ledger, "en")))
    assert book["Targets"]["A4"].value == say("reports.empty.targets", "en")
    assert read_edits(write(ledger, "en"), ledger).refusals == ()
