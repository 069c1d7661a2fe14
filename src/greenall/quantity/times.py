"""Days, periods and how they bound a commitment.

A `Time` is an expression of time in a text with the days it means. Days are inclusive. What it is used for (deadline,
baseline, reported state) is decided by whoever reads the sentence; here it is only read.

>>> end_of_month(2024, 2)
datetime.date(2024, 2, 29)
>>> five_year_plan(14)
(datetime.date(2021, 1, 1), datetime.date(2025, 12, 31))
"""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from greenall.quantity.place import Span


class Window(StrEnum):
    """How the time bounds a commitment."""

    BY = "by"  # reached on a day
    WITHIN = "within"  # adds up from a first to a last day
    EVERY_YEAR = "every_year"
    FROM = "from"  # kept from a day on
    NONE = "none"


class Origin(StrEnum):
    """Where a deadline comes from."""

    STATED = "stated"  # in the same clause
    INHERITED = "inherited"  # from earlier words, whose span is kept
    PLAN_PERIOD = "plan_period"  # a named plan period: “十四五”末, 제3차 계획 기간
    RELATIVE = "relative"  # counted from the document's date: 三年内, within two years
    COLUMN = "column"  # head of a table's column
    REVIEWER = "reviewer"  # entered by a person
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time as read.

    start, end  inclusive days; both for a period, only `end` for a day to be reached, only `start` for "from ... on"
    year        the year named when the expression names exactly one, for use as a baseline
    rule        name of the rule that read it
    """

    span: Span
    window: Window
    start: date | None
    end: date | None
    origin: Origin
    rule: str
    year: int | None = None


def end_of_month(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def end_of_year(year: int) -> date:
    """31 December."""
    return date(year, 12, 31)


def years_after(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def months_after(day: date, months: int) -> date:
    """The same day `months` later, the last day of the month where that is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def five_year_plan(number: int) -> tuple[date, date]:
    """First and last day of a Chinese five-year plan period, from the sixth (1981-1985) on.

    Raises ValueError below six: the first five were not evenly spaced.
    """
    if number < 6:
        raise ValueError(f"five-year plan {number}: only the sixth and later are evenly spaced")
    first = 1981 + 5 * (number - 6)
    return date(first, 1, 1), date(first + 4, 12, 31)
