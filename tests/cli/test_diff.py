"""`greenall diff`: two versions, as documents or as ledgers."""

import json

import pytest

from greenall.wording import LANGUAGES, say

OLD = "（一）能源。到2025年，全市森林覆盖率达到45％。\n（二）建筑。到2025年，改造既有建筑20万平方米。\n"
NEW = "（一）能源。到2025年，全市森林覆盖率达到48％。\n（二）交通。到2026年，新建公共充电站30座。\n"


@pytest.fixture
def versions(tmp_path):
    for name, text in (("old", OLD), ("new", NEW)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path / "old.txt", tmp_path / "new.txt"


def test_added_changed_and_dropped_rows_are_shown(greenall, versions):
    answer = greenall("diff", *versions, "--json")
    assert answer.code == 0
    kinds = {(row["kind"], row["new_name"] or row["old_name"]) for row in json.loads(answer.out)["rows"]}
    assert ("changed", "森林覆盖率") in kinds
    assert {"added", "dropped"} <= {kind for kind, _ in kinds}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_speaks_the_language_of_the_reader(greenall, versions, language):
    out = greenall("diff", *versions, "--ui", language).out
    assert say("reports.difference.changed", language) in out
    assert "45" in out
    assert "48" in out


def test_a_ledger_and_a_document_can_be_compared(greenall, versions, tmp_path):
    old, new = versions
    greenall("compile", old, "-o", tmp_path / "out")
    by_ledger = greenall("diff", tmp_path / "out" / "ledger.json", new, "--json")
    assert by_ledger.code == 0
    assert by_ledger.out == greenall("diff", old, new, "--json").out


def test_a_plan_is_the_same_as_itself(greenall, versions):
    old, _ = versions
    answer = greenall("diff", old, old)
    assert answer.code == 0
    assert answer.out.strip() == say("cli.diff.same", "en")


def test_a_version_that_is_not_there_is_refused(greenall, versions, tmp_path):
    answer = greenall("diff", versions[0], tmp_path / "none.docx")
    assert answer.code == 2
    assert "none.docx" in answer.err
    assert answer.out == ""
