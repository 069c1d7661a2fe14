"""`greenall explain`: every kind of row gives its reasons."""

import pytest

from greenall.wording import LANGUAGES
from tests.sample import sample


def test_a_target_shows_its_quote_amount_deadline_rules_and_owner(greenall, ledger_file):
    ledger = sample("zh")
    target = ledger.targets[0]
    answer = greenall("explain", ledger_file, target.id)
    assert answer.code == 0
    assert f"“{ledger.quote(target.span)}”" in answer.out
    assert "≥ 45\xa0%" in answer.out
    assert "31 Dec 2027" in answer.out
    assert f"characters {target.deadline.span.start}–{target.deadline.span.end}" in answer.out
    assert all(rule in answer.out for rule in target.rules)
    assert target.suggestions[0].name in answer.out
    assert target.suggestions[0].reasons[0] in answer.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_can_be_explained_in_every_language(greenall, ledger_file, language):
    ledger = sample("zh")
    for row in (*ledger.targets, *ledger.measures, *ledger.figures, *ledger.findings):
        answer = greenall("explain", ledger_file, row.id, "--ui", language)
        assert answer.code == 0
        assert row.id in answer.out
        assert "".join(ledger.quote(row.span).split()) in "".join(answer.out.split())


def test_small_letters_find_the_row_too(greenall, ledger_file):
    assert greenall("explain", ledger_file, "m1-01").out.startswith("M1-01")


def test_an_unknown_row_is_answered_with_those_there_are(greenall, ledger_file):
    answer = greenall("explain", ledger_file, "T99")
    assert answer.code == 2
    assert "The ledger has no row T99. Its rows are T01 … T07" in answer.err


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"format": "greenall-ledger/1"}', "\x00"])
def test_a_file_that_is_no_ledger_is_refused(greenall, tmp_path, content):
    path = tmp_path / "other.json"
    path.write_text(content)
    answer = greenall("explain", path, "T01")
    assert answer.code == 2
    assert "other.json is not a ledger" in answer.err


def test_a_file_that_is_not_there_is_refused(greenall, tmp_path):
    answer = greenall("explain", tmp_path / "none.json", "T01")
    assert answer.code == 2
    assert "none.json" in answer.err
