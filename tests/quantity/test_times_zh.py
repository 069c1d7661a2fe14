"""Time as Chinese plans write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenall.documents.folding import fold
from greenall.quantity.times import Window, months_after, years_after
from greenall.quantity.times_zh import find_times

ISSUED = date(2022, 3, 15)


@pytest.mark.parametrize(
    ("words", "quote", "start", "end"),
    [
        ("到“十四五”末，", "“十四五”末", None, "2025-12-31"),
        ("“十四五”期间", "“十四五”期间", "2021-01-01", "2025-12-31"),
        ("“十五五”末", "“十五五”末", None, "2030-12-31"),
        ("“十四五”后两年，", "“十四五”后两年", "2024-01-01", "2025-12-31"),
        ("到2025年，", "2025年", None, "2025-12-31"),
        ("２０２３年底前", "2023年底前", None, "2023-12-31"),
        ("2024年6月底前", "2024年6月底前", None, "2024-06-30"),
        ("2024年2月末", "2024年2月末", None, "2024-02-29"),
        ("2023年3月5日", "2023年3月5日", None, "2023-03-05"),
        ("2023—2025年", "2023-2025年", "2023-01-01", "2025-12-31"),
        ("2023年至2025年", "2023年至2025年", "2023-01-01", "2025-12-31"),
        ("二〇二五年", "二〇二五年", None, "2025-12-31"),
        ("民國112年底前", "民国112年底前", None, "2023-12-31"),
        ("民國110年至114年", "民国110年至114年", "2021-01-01", "2025-12-31"),
        ("2023年起", "2023年起", "2023-01-01", None),
        ("今年", "今年", None, "2022-12-31"),
        ("明年一季度末", "明年一季度末", None, "2023-03-31"),
        ("2022年前三季度", "2022年前三季度", None, "2022-09-30"),
        ("11月底前", "11月底前", None, "2022-11-30"),
        ("年底前", "年底前", None, "2022-12-31"),
        ("三年内", "三年内", None, "2025-03-15"),
        ("力争用三年时间，", "力争用三年时间", None, "2025-03-15"),
        ("通过三年左右的努力", "通过三年左右的努力", None, "2025-03-15"),
        ("未来五年", "未来五年", None, "2027-03-15"),
        ("18个月内", "18个月内", None, "2023-09-15"),
        ("本方案印发后两年内", "本方案印发后两年内", None, "2024-03-15"),
    ],
)
def test_time(words, quote, start, end):
    text = fold(words, "zh").text
    [time] = find_times(text, ISSUED)
    assert time.span.of(text) == quote
    assert (time.start and time.start.isoformat(), time.end and time.end.isoformat()) == (start, end)


def test_every_year_has_no_day():
    [time] = find_times("每年完成5万亩", ISSUED)
    assert (time.window, time.start, time.end) == (Window.EVERY_YEAR, None, None)


@pytest.mark.parametrize("words", ["五年累计新增", "“十四五”规划", "十年树木", "四年来", "近三年"])
def test_no_time(words):
    assert find_times(words, ISSUED) == []


@pytest.mark.parametrize("words", ["三年内", "今年", "年底前"])
def test_relative_time_needs_the_day_of_issue(words):
    assert find_times(words, None) == []


def test_days_that_do_not_exist():
    assert find_times("2023年13月", ISSUED) == []
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert months_after(date(2023, 1, 31), 1) == date(2023, 2, 28)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    folded = fold(text, "zh").text
    for time in find_times(folded, ISSUED):
        assert 0 <= time.span.start < time.span.end <= len(folded)
