"""The ledgers of the example plans, row by row, as they were last looked at.

A change of the reader that changes a row fails here and shows the row. When the new reading is right, write the files
anew with `GREENALL_GOLDEN=write` in the environment and read the difference before it is committed.
"""

import os
from pathlib import Path

import pytest

from greenall.data import examples
from greenall.documents import read
from greenall.plans.compile import compile_plan
from greenall.plans.ledger import Ledger, summarise

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def rows(ledger: Ledger) -> str:
    """One line a row: id, clause, what, how much, by when."""
    summary = summarise(ledger)
    lines = [f"# {ledger.source.title} | {ledger.source.issued} | {summary.figures}/{summary.explained}"]
    for row in ledger.targets:
        value = "" if row.value is None else f"{row.value:f}" + (f"-{row.value2:f}" if row.value2 is not None else "")
        how = f"{row.comparator.value} {value} {row.unit or row.relative_to}"
        day = f"{row.deadline.iso or '-'} {row.deadline.origin.value}"
        base = "" if row.baseline == type(row.baseline)() else f"{row.baseline.year or ''}:{row.baseline.value or ''}"
        lines.append("\t".join((row.id, row.clause, row.indicator, how, day, base, row.modality.value)))
    lines += ["\t".join((row.id, row.clause, row.verb, row.object, row.type, row.actor)) for row in ledger.measures]
    lines += ["\t".join((row.id, row.code, row.row)) for row in ledger.findings]
    return "\n".join(line.replace("\n", " ") for line in lines) + "\n"


@pytest.mark.parametrize("plan", ["qinghe-zh.txt", "qinghe-zh-amended.txt", "haesol-ko.md", "rivermouth-en.md"])
def test_the_ledger_of_an_example_is_as_last_looked_at(plan):
    found = rows(compile_plan(read(examples() / "plans" / plan)))
    golden = GOLDEN / f"{Path(plan).stem}.tsv"
    if os.environ.get("GREENALL_GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()
