"""Time as written in English plans."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenall.documents.folding import fold
from greenall.quantity.times import Origin, Window
from greenall.quantity.times_en import find_times

ISSUED = date(2023, 5, 1)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("by 2030", "2030-12-31"),
        ("by the year 2040", "2040-12-31"),
        ("by the end of 2027", "2027-12-31"),
        ("by end-2025", "2025-12-31"),
        ("before the end of 2030", "2030-12-31"),
        ("by June 2026", "2026-06-30"),
        ("no later than October 2023", "2023-10-31"),
        ("by 31 March 2028", "2028-03-31"),
        ("by March 31, 2028", "2028-03-31"),
        ("by 1st July 2025", "2025-07-01"),
        ("2026-02-28", "2026-02-28"),
        ("by mid-2025", "2025-06-30"),
        ("by early 2026", "2026-03-31"),
        ("by late 2026", "2026-12-31"),
        ("in Q3 2025", "2025-09-30"),
        ("by the second quarter of 2026", "2026-06-30"),
        ("2028 Q2", "2028-06-30"),
        ("the first half of 2024", "2024-06-30"),
        ("in autumn 2025", "2025-11-30"),
        ("before summer 2026", "2026-05-31"),
        ("FY2030", "2030-12-31"),
        ("in 2024/25", "2025-12-31"),
        ("this year", "2023-12-31"),
        ("by the end of next year", "2024-12-31"),
        ("by the end of the decade", "2030-12-31"),
        ("by mid-century", "2050-12-31"),
        ("within two years", "2025-05-01"),
        ("within 18 months of adoption of this plan", "2024-11-01"),
        ("over the next five years", "2028-05-01"),
        ("in 3 years' time", "2026-05-01"),
        ("by the end of the 14th Five-Year Plan", "2025-12-31"),
    ],
)
def test_a_point_in_time(text, end):
    (time,) = find_times(fold(text, "en").text, ISSUED)
    assert (str(time.end), time.start, time.window) == (end, None, Window.BY)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("between 2021 and 2025", "2021-01-01", "2025-12-31"),
        ("over 2021-2025", "2021-01-01", "2025-12-31"),
        ("2023–2027", "2023-01-01", "2027-12-31"),
        ("from 2024 to 2029", "2024-01-01", "2029-12-31"),
        ("2022-27", "2022-01-01", "2027-12-31"),
        ("over the decade to 2030", "2021-01-01", "2030-12-31"),
        ("in the five years to 2030", "2026-01-01", "2030-12-31"),
        ("during the 14th Five-Year Plan period", "2021-01-01", "2025-12-31"),
    ],
)
def test_a_period(text, start, end):
    (time,) = find_times(fold(text, "en").text, ISSUED)
    assert (str(time.start), str(time.end), time.window) == (start, end, Window.WITHIN)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("from 2025 on", "2025-01-01"),
        ("from 2025", "2025-01-01"),
        ("from 1 January 2026", "2026-01-01"),
        ("from June 2026 onwards", "2026-06-01"),
        ("starting in 2027", "2027-01-01"),
        ("after 2030", "2031-01-01"),
    ],
)
def test_from_a_day_on(text, start):
    (time,) = find_times(text, ISSUED)
    assert (str(time.start), time.end, time.window) == (start, None, Window.FROM)


@pytest.mark.parametrize(
    "text", ["each year", "every year", "annually", "per annum", "400 trees a year", "every spring"]
)
def test_every_year(text):
    (time,) = find_times(text, ISSUED)
    assert time.window is Window.EVERY_YEAR


@pytest.mark.parametrize(
    "text",
    [
        "valid for 10 years",
        "once a year",
        "plant 2000 trees",
        "a load of 2030 MW",
        "within 12 months of completion",
        "$2025",
        "Ordinance 2021-087",
        "31 February 2025",
    ],
)
def test_no_time(text):
    assert [time for time in find_times(text, ISSUED) if time.rule != "en.month"] == []


def test_two_years_of_a_sentence_are_two_times():
    assert [str(time.end) for time in find_times("from 61% in 2022 to 80% in 2032", ISSUED)] == [
        "2022-12-31",
        "2032-12-31",
    ]
    assert [str(time.end) for time in find_times("in 2024 and 2025 respectively", ISSUED)] == [
        "2024-12-31",
        "2025-12-31",
    ]


def test_relative_times_need_the_day_of_issue():
    assert find_times("within two years", None) == []
    (time,) = find_times("within two years", ISSUED)
    assert time.origin is Origin.RELATIVE


@given(st.text(max_size=80), st.dates() | st.none())
def test_any_text_is_read(text, issued):
    folded = fold(text, "en").text
    for time in find_times(folded, issued):
        assert 0 <= time.span.start < time.span.end <= len(folded)
