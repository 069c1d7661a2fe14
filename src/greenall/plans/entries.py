"""What a person writes in a cell, read strictly: a number, or a day or period in the forms of three languages.

A bare year means its last day, a bare month the last day of the month, as everywhere in the product. Anything else is
None: a cell is refused rather than guessed at.

>>> parse_number("１,234．5")
Decimal('1234.5')
>>> parse_days("2025年12月31日前")
Days(start=None, end=datetime.date(2025, 12, 31))
>>> parse_days("2021. 1. 1. ~ 2025. 12. 31.").iso
'2021-01-01/2025-12-31'
>>> parse_days("next spring") is None
True
"""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", re.ASCII)
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"([a-z]{3})[a-z]*\.?"
_YEAR = r"(\d{4})"
_DATES = (  # a pattern, and which of its groups is year, month, day (0 = not written)
    (rf"{_YEAR}-(\d\d?)-(\d\d?)", (1, 2, 3)),
    (rf"{_YEAR}/(\d\d?)/(\d\d?)", (1, 2, 3)),
    (rf"{_YEAR}\.\s*(\d\d?)\.\s*(\d\d?)\.?", (1, 2, 3)),
    (rf"{_YEAR}\s*年\s*(\d\d?)\s*月\s*(\d\d?)\s*日", (1, 2, 3)),
    (rf"{_YEAR}\s*년\s*(\d\d?)\s*월\s*(\d\d?)\s*일", (1, 2, 3)),
    (rf"(\d\d?)\s+{_NAME},?\s+{_YEAR}", (3, 2, 1)),
    (rf"{_NAME}\s+(\d\d?),?\s+{_YEAR}", (3, 1, 2)),
    (rf"{_NAME}\s+{_YEAR}", (2, 1, 0)),
    (rf"{_YEAR}-(\d\d?)", (1, 2, 0)),
    (rf"{_YEAR}\.\s*(\d\d?)\.?", (1, 2, 0)),
    (rf"{_YEAR}\s*年\s*(\d\d?)\s*月[底末]?", (1, 2, 0)),
    (rf"{_YEAR}\s*년\s*(\d\d?)\s*월(?:\s*말)?", (1, 2, 0)),
    (rf"{_YEAR}(?:\s*年[底末]?|\s*년(?:\s*말)?)?", (1, 0, 0)),
)
_BETWEEN = re.compile(r"\s*(?:/|至|到|부터|~|–|—|-|\bto\b)\s*")
_BEFORE = re.compile(r"^(?:by|到|至|截至)\s*")
_BEHIND = re.compile(r"\s*(?:前|之前|까지|止)$")


@dataclass(frozen=True, slots=True)
class Days:
    """A day (`end` alone) or a period, both days inclusive."""

    start: date | None
    end: date

    @property
    def iso(self) -> str:
        """`2025-12-31` or `2021-01-01/2025-12-31`."""
        return f"{self.start.isoformat()}/{self.end.isoformat()}" if self.start else self.end.isoformat()


def parse_number(text: str) -> Decimal | None:
    """The number that `text` is, with or without grouping commas, full-width digits allowed."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    return Decimal(plain.replace(",", "")) if len(plain) <= 40 and _NUMBER.fullmatch(plain) else None


def parse_days(text: str) -> Days | None:
    """The day or period that `text` is. A period whose end comes first is returned as written; callers refuse it."""
    plain = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    plain = _BEHIND.sub("", _BEFORE.sub("", plain))
    if len(plain) > 60:
        return None
    whole = _parse_day(plain)
    if whole:
        return Days(None, whole[1])
    for gap in _BETWEEN.finditer(plain):
        first, last = _parse_day(plain[: gap.start()]), _parse_day(plain[gap.end() :])
        if first and last:
            return Days(first[0], last[1])
    return None


def _parse_day(text: str) -> tuple[date, date] | None:
    """First and last day of the day, month or year that `text` is."""
    for pattern, order in _DATES:
        if match := re.fullmatch(pattern, text, re.ASCII):
            year, month, day = (match[group] if group else "" for group in order)
            return _first_and_last(int(year), _month(month), int(day or 0))
    return None


def _month(text: str) -> int | None:
    """Its number, 0 when none is written, None when it is no month."""
    if not text:
        return 0
    number = int(text) if text.isdigit() else _MONTH_NAMES.index(text) + 1 if text in _MONTH_NAMES else 13
    return number if 1 <= number <= 12 else None


def _first_and_last(year: int, month: int | None, day: int) -> tuple[date, date] | None:
    if month is None or not 1900 <= year <= 2199:
        return None
    last = calendar.monthrange(year, month or 12)[1]
    if day > last:
        return None
    return date(year, month or 1, day or 1), date(year, month or 12, day or last)
