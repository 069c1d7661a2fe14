"""The count itself: what makes a value, a field and a whole row right."""

import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import scoring
from scoring import Item, Row, Scored

SHARE = Row("可再生能源装机占比", ">=", Decimal(45), None, "%", "2025-12-31", "")


@pytest.mark.parametrize(
    ("change", "is_whole"),
    [
        ({}, True),
        ({"indicator": "全市可再生能源装机占比"}, True),
        ({"indicator": "绿地率"}, False),
        ({"indicator": ""}, False),
        ({"comparator": "="}, False),
        ({"value": Decimal(46)}, False),
        ({"value2": Decimal(50)}, False),
        ({"unit": "％"}, False),  # rows are folded before they are compared
        ({"deadline": "2025"}, False),
        ({"baseline_year": "2020"}, True),  # reported, not required
    ],
)
def test_a_whole_row(change: dict[str, object], is_whole: bool) -> None:
    assert replace(SHARE, **change).is_whole(SHARE) is is_whole  # type: ignore[arg-type]


def test_words_are_folded_before_they_are_compared() -> None:
    assert scoring.folded("１２ 處 ㎡") == "12处m2"
    assert scoring.alike("溫室氣體排放量", "温室气体排放量")


def test_two_thirds_meet_two_decimals() -> None:
    exact = replace(SHARE, value=Decimal(200) / 3)
    assert exact.same_value(replace(SHARE, value=Decimal("66.67")))
    assert not exact.same_value(replace(SHARE, value=Decimal("66.7")))


def test_pairs_are_one_to_one() -> None:
    item = Item("zh-1", "zh", "到2025年，绿地率达到40％。", date(2022, 1, 1), ("reach",), (SHARE, replace(SHARE)))
    one = Scored(item, [SHARE, replace(SHARE, value=Decimal(1))], 0, [(item.gold[0], SHARE)], 1)
    assert scoring.total([one]) == scoring.Count(items=1, gold=2, found=2, values=1, whole=1)
    assert len(one.missed) == 1
    assert [row.value for row in one.false] == [Decimal(1)]
    assert scoring.total([one]).value_f1 == 0.5


def test_every_set_of_each_language_can_be_read() -> None:
    for language in scoring.LANGUAGES:
        for half in scoring.HALVES:
            assert len(scoring.load(language, half)) >= 60
