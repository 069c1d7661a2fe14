"""Time as written in Korean plans: 2030년까지, '25년, 2024년 1월 ~ 2026년 12월, 향후 5년, 내년 3분기까지.

Reads folded text. A bare year means its last day; "from ... on" its first; a relative time counts from the day of
issue and is left out when that day is not known. What the time is for (deadline, baseline) is not decided here.

>>> [t.end.isoformat() for t in find_times("2026년 상반기까지 설치한다", None)]
['2026-06-30']
>>> [(t.start.isoformat(), t.end.isoformat()) for t in find_times("제2차 계획기간(2022~2026) 동안", None)]
[('2022-01-01', '2026-12-31')]
"""

import re
from datetime import date
from functools import cache

from greenall.data.language.tables import any_of, words
from greenall.quantity.ko import parse_numeral
from greenall.quantity.place import Span
from greenall.quantity.times import Origin, Time, Window, end_of_month, end_of_year, months_after, years_after

_YEAR = r"(?:(?<!\d)(?:19|20)\d\d(?!\d)|(?<![가-힣A-Za-z\d])['’‘`´]\d\d(?!\d))"


@cache
def _grammar() -> re.Pattern[str]:
    table = words("ko", "times")
    half = any_of(table["halves"])
    named = any_of(table["years"])
    ends = any_of(table["ends"]["words"])
    starts = any_of(table["starts"]["words"])
    coming = any_of(table["coming"]["words"])
    every = any_of(table["every_year"]["words"])
    number = r"(?:\d{1,2}|한|두|세|네|다섯|일곱|열)"
    within = r"(?:안에|안으로|이내에|이내|내에|내로|내|동안|간에|간|에\ 걸쳐|간에\ 걸쳐)"
    return re.compile(
        rf"""
        (?P<period>(?P<plan>제\s?\d{{1,2}}\s?차[^()\n\d]{{0,24}}\()?
            (?P<from>{_YEAR})(?:\.|년도?)?(?:\s?(?P<from_month>\d{{1,2}})(?:월|\.(?!\d\d)))?
            (?:\s?(?P<from_day>\d{{1,2}})(?:일|\.))?
            \s?(?:~|-|부터|에서)\s?
            (?:(?P<to>{_YEAR})(?:\.|년도?)?(?:\s?(?P<to_month>\d{{1,2}})(?:월|\.(?!\d\d)))?
              (?:\s?(?P<to_day>\d{{1,2}})(?:일|\.))?
             |(?P<to_short>\d\d)년?(?![\d%.,]|\s?[가-힣%]*[대명개기곳])|(?P<same_month>\d{{1,2}})월)
            (?:\s?말)?(?(plan)\))(?:까지)?(?:\s?(?:동안|기간|간)(?:에|중)?)?)
      | (?P<since>(?P<since_year>{_YEAR})년?부터\s?(?:향후\s)?(?P<since_number>{number})\s?(?:개년|년)(?:\s?{within})?)
      | (?P<dotted>(?<!\d)(?P<dot_year>(?:19|20)\d\d)\s?\.\s?(?P<dot_month>\d{{1,2}})\s?\.
            (?:\s?(?P<dot_day>\d{{1,2}})\s?\.?)?(?!\d)(?P<dot_from>부터)?(?:까지)?)
      | (?P<dated>(?P<year>{_YEAR})(?:년도|년(?!간|\s간|대|생|차|산)|학년도|회계연도|\.(?=\s?\d{{1,2}}월))
            (?:\s?(?P<half>{half})|\s?(?P<month>\d{{1,2}})월(?:\s?(?P<day>\d{{1,2}})일)?)?
            (?:\s?(?P<first>{starts})|\s?{ends})?)
      | (?P<bare>(?<![\d.,])(?P<bare_year>{_YEAR})(?![\d%]|\s?[가-힣A-Za-z]|[.,]\d|-\d)
          |['’‘`´](?P<short_year>\d\d)(?!\d|['’]|\.\d))
      | (?P<named_time>(?<![가-힣])(?P<named>{named}|올(?=\s))
            (?:\s?(?P<named_half>{half})|\s?(?P<named_month>\d{{1,2}})월(?:\s?(?P<named_day>\d{{1,2}})일)?)?
            (?:\s?{starts}|\s?{ends})?)
      | (?P<within>(?P<lead>{coming})\s(?P<lead_number>{number})\s?(?P<lead_unit>개월|개년|년)(?:\s?{within})?
          |(?<![\d가-힣.])(?P<number>{number})\s?(?P<unit>개월|년)\s?(?:안에|안으로|이내에|이내|내에|내로|내|뒤에는|뒤에|뒤|후에는|후에|후|뒤까지|후까지)(?=[\s,.]|$))
      | (?P<every>(?:{every}|연평균(?=\s?(?:약\s?)?\d))
            (?:\s?(?P<every_month>\d{{1,2}})월(?:\s?말|\s?\d{{1,2}}일)?(?:까지)?)?)
      | (?P<year_end>(?<![가-힣\d])(?:연말|연내)(?:까지)?(?:에)?)
      | (?P<half_time>(?<![\d가-힣/.])(?P<only_half>{half})(?:까지|\s말까지|\s안에|\s내에?|\s중에?)(?!\d))
      | (?P<month_time>(?<![\d가-힣.])(?P<only_month>\d{{1,2}})월(?:\s?말)?(?:까지|\s?이내|\s?안에))
        """,
        re.VERBOSE | re.ASCII,
    )


def find_times(text: str, issued: date | None) -> list[Time]:
    """Every expression of time in `text`, in order. `issued` is the document's day, for 올해 and 향후 3년."""
    found = []
    for match in _grammar().finditer(text):
        time = _read(match, issued)
        if time is not None:
            found.append(time)
    return found


def year_of(written: str) -> int:
    """2025 -> 2025; '25 counts from 2000."""
    figures = written.lstrip("'’‘`´")
    return int(figures) if len(figures) == 4 else 2000 + int(figures)


def _read(match: re.Match[str], issued: date | None) -> Time | None:
    span = Span(match.start(), match.start() + len(match.group().rstrip()))
    if match["period"]:
        return _period(match, span)
    if match["since"]:
        first = year_of(match["since_year"])
        years = parse_numeral(match["since_number"])
        if not years:
            return None
        last = end_of_year(first + int(years) - 1)
        return Time(span, Window.WITHIN, date(first, 1, 1), last, Origin.STATED, "ko.years_since")
    if match["dotted"]:
        return _dotted(match, span)
    if match["dated"]:
        return _dated(match, span)
    if match["bare"]:
        year = year_of(match["bare_year"] or match["short_year"])
        return Time(span, Window.BY, None, end_of_year(year), Origin.STATED, "ko.bare_year", year)
    if match["every"]:
        return Time(span, Window.EVERY_YEAR, None, None, Origin.STATED, "ko.every_year")
    if match["named_time"]:
        return _named(match, span, issued)
    if match["year_end"]:
        return _year_end(span, issued)
    if match["half_time"]:
        return _only_half(match, span, issued)
    if match["month_time"]:
        return _month(match, span, issued)
    return _relative(match, span, issued)


def _period(match: re.Match[str], span: Span) -> Time | None:
    first = year_of(match["from"])
    start_month = _month_number(match["from_month"]) or 1
    if match["same_month"]:
        last, month = first, _month_number(match["same_month"])
    elif match["to_short"]:
        last, month = first - first % 100 + int(match["to_short"]), None
    else:
        last, month = year_of(match["to"]), _month_number(match["to_month"])
    end = end_of_month(last, month) if month else end_of_year(last)
    if match["to_day"] and month:
        end = _day(last, month, match["to_day"]) or end
    start = (_day(first, start_month, match["from_day"]) if match["from_day"] else None) or date(first, start_month, 1)
    if end < start:
        return None
    origin, rule = (Origin.PLAN_PERIOD, "ko.plan_period") if match["plan"] else (Origin.STATED, "ko.period")
    return Time(span, Window.WITHIN, start, end, origin, rule)


def _month_number(written: str | None) -> int | None:
    return int(written) if written and 1 <= int(written) <= 12 else None


def _day(year: int, month: int, written: str | None) -> date | None:
    try:
        return date(year, month, int(written or 0))
    except ValueError:
        return None


def _dotted(match: re.Match[str], span: Span) -> Time | None:
    """2023. 7. 14."""
    year, month = int(match["dot_year"]), _month_number(match["dot_month"])
    if month is None:
        return None
    day = _day(year, month, match["dot_day"]) if match["dot_day"] else end_of_month(year, month)
    if day is None:
        return None
    if match["dot_from"]:
        start = day if match["dot_day"] else date(year, month, 1)
        return Time(span, Window.FROM, start, None, Origin.STATED, "ko.from_date", year)
    return Time(span, Window.BY, None, day, Origin.STATED, "ko.date", year)


def _dated(match: re.Match[str], span: Span) -> Time | None:
    year = year_of(match["year"])
    month = words("ko", "times")["halves"][match["half"]] if match["half"] else _month_number(match["month"])
    if match["month"] and month is None:
        return None
    end = end_of_month(year, month) if month else end_of_year(year)
    if match["day"]:
        day = _day(year, month or 12, match["day"])
        if day is None:
            return None
        end = day
    if match["first"]:
        start = end if match["day"] else date(year, _first_month(match["half"], month), 1)
        return Time(span, Window.FROM, start, None, Origin.STATED, "ko.from_year", year)
    return Time(span, Window.BY, None, end, Origin.STATED, "ko.date" if month else "ko.year", year)


def _first_month(half: str | None, month: int | None) -> int:
    if month is None:
        return 1
    return month if half is None else month - (5 if "반기" in half else 2)


def _named(match: re.Match[str], span: Span, issued: date | None) -> Time | None:
    if issued is None:
        return None
    table = words("ko", "times")
    year = issued.year + table["years"].get(match["named"], 0)
    month = table["halves"][match["named_half"]] if match["named_half"] else _month_number(match["named_month"])
    end = end_of_month(year, month) if month else end_of_year(year)
    if match["named_day"] and month:
        end = _day(year, month, match["named_day"]) or end
    if any(match.group().endswith(start) for start in table["starts"]["words"]):
        start = date(year, _first_month(match["named_half"], month), 1)
        return Time(span, Window.FROM, start, None, Origin.RELATIVE, "ko.from_named_year", year)
    return Time(span, Window.BY, None, end, Origin.RELATIVE, "ko.named_year", year)


def _only_half(match: re.Match[str], span: Span, issued: date | None) -> Time | None:
    """3분기까지: of the year of issue, or of the next one when it has passed."""
    if issued is None:
        return None
    month = words("ko", "times")["halves"][match["only_half"]]
    year = issued.year + (month < issued.month)
    return Time(span, Window.BY, None, end_of_month(year, month), Origin.RELATIVE, "ko.half", year)


def _month(match: re.Match[str], span: Span, issued: date | None) -> Time | None:
    """9월까지: of the year of issue, or of the next one when that month has passed."""
    month = _month_number(match["only_month"])
    if issued is None or month is None:
        return None
    year = issued.year + (month < issued.month)
    return Time(span, Window.BY, None, end_of_month(year, month), Origin.RELATIVE, "ko.month", year)


def _year_end(span: Span, issued: date | None) -> Time | None:
    if issued is None:
        return None
    return Time(span, Window.BY, None, end_of_year(issued.year), Origin.RELATIVE, "ko.year_end", issued.year)


def _relative(match: re.Match[str], span: Span, issued: date | None) -> Time | None:
    number = parse_numeral(match["lead_number"] or match["number"])
    if issued is None or number is None or not 0 < number <= 50:
        return None
    in_months = (match["lead_unit"] or match["unit"]) == "개월"
    end = months_after(issued, int(number)) if in_months else years_after(issued, int(number))
    return Time(span, Window.BY, None, end, Origin.RELATIVE, "ko.within")
