"""Time as written in English plans: by the end of 2027, mid-2025, Q3 2025, within two years, 2021-2025, each year.

Reads folded text. A bare year means its last day, a month its last day, "from ... on" the first day; a relative time
counts from the day of issue and is left out when that day is not known.

>>> [t.end.isoformat() for t in find_times("by mid-2025, by June 2026 and no later than 31 March 2028", None)]
['2025-06-30', '2026-06-30', '2028-03-31']
>>> [(t.start.isoformat(), t.end.isoformat()) for t in find_times("between 2021 and 2025", None)]
[('2021-01-01', '2025-12-31')]
>>> [t.end.isoformat() for t in find_times("within two years of adoption", date(2023, 5, 1))]
['2025-05-01']
"""

import re
from datetime import date, timedelta
from functools import cache

from greenall.data.language.tables import any_of, words
from greenall.quantity.en_numerals import numeral_words, parse_numeral
from greenall.quantity.en_units import grammar as units
from greenall.quantity.en_words import is_plural, word_group
from greenall.quantity.place import Span
from greenall.quantity.times import (
    Origin,
    Time,
    Window,
    end_of_month,
    end_of_year,
    five_year_plan,
    months_after,
    years_after,
)

_YEAR = r"(?<![\d.,$€£¥/])(?<!\d-)(?:19|20)\d\d(?![\d%°]|[.,/]\d|-\d\d\d?(?!\d))"


@cache
def _grammar() -> re.Pattern[str]:
    table = words("en", "times")
    openers = table["openers"]
    opener = rf"(?:(?P<opener>{any_of([*openers['by'], *openers['before'], *openers['from'], *openers['after']])})\ )?"
    part = any_of([*table["parts"]["end"], *table["parts"]["middle"], *table["parts"]["start"]])
    month = any_of(table["months"])
    season = any_of(table["seasons"])
    quarter = any_of(table["quarters"])
    prefix = any_of(table["year_prefixes"]["words"])
    number = rf"(?:\d{{1,3}}|an?|{numeral_words()})"
    relative = table["relative"]
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"""
        (?P<every>(?<![A-Za-z-])(?:{any_of(table["every_year"]["words"])})(?![A-Za-z]|-|\ (?:ago|later|earlier|before)))
      | (?P<period>(?<![A-Za-z\d.,-])(?:(?:(?P<between>between)|{any_of(openers["by"])}|from|of)\ )?(?:(?:the\ )?(?:{prefix})\ |the\ )?
            (?:(?P<from_month>{month})\ )?(?P<from_year>(?<![\d.,$€£-])(?:19|20)\d\d)\ ?(?:-|~|/|to|(?(between)and|through)|until)\ ?(?:the\ end\ of\ |end-)?(?:(?P<to_month>{month})\ )?(?P<to_year>(?:19|20)\d\d|(?<=[-/])\d\d)(?![\d%°]|[.,]\d|-\d))
      | (?P<span_to>(?<![A-Za-z])(?:(?:over|in|during|for)\ )?the\ (?:(?P<span_number>{number})[ -])?(?P<span_unit>years?|decade)\ (?:to|until|up\ to|ending)\ (?P<span_year>{_YEAR}))
      | (?P<point>(?<![A-Za-z\d-]){opener}(?:the\ )?(?:(?P<part>{part})(?:\ of)?\ ?)?(?:(?:the\ )?(?:{prefix})\ ?)?
            (?:(?P<iso>(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d))
              |(?P<slashed>(?<!\d)\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d(?!\d))
              |(?P<day>{day})\ (?:of\ )?(?P<day_month>{month})\.?,?\ (?P<day_year>{_YEAR})
              |(?P<us_month>{month})\.?\ (?P<us_day>{day}),?\ (?P<us_year>{_YEAR})
              |(?P<month>{month})\.?,?(?:\ of)?\ (?P<month_year>{_YEAR})
              |(?P<season>{season})(?:\ of)?\ (?P<season_year>{_YEAR})
              |(?P<quarter>{quarter})(?:\ of|,|/|)\ ?(?:(?:the\ )?(?:{prefix})\ ?)?(?P<quarter_year>(?:19|20)\d\d)(?!\d)
              |(?P<behind_year>{_YEAR})[ /-]?(?P<behind>Q[1-4]|H[12])(?![A-Za-z\d])
              |(?P<year>{_YEAR})(?:/\d\d)?(?:\ (?:fiscal|financial|school|academic)\ year)?
              |(?P<pair>(?<![\d.,-])(?:19|20)\d\d/(?:\d\d|(?:19|20)\d\d)(?!\d))
              |(?P<named>{any_of(table["named"])}(?![A-Za-z]|\ (?:to|until|[12]\d\d\d|before|of|in|ending)))
              |(?P<decade>{any_of(table["decades"]["words"])}(?![A-Za-z]|\ to\b))
              |(?P<century>(?<=mid-)century|(?<=of\ the\ )century)
            )
            (?:,?\ (?P<on>{any_of(table["openers"]["on"])})(?=[\ ,.;:)]|$)|,?\ {any_of(table["openers"]["trailing"])})?)
      | (?P<plan>(?<![A-Za-z])(?:(?P<plan_opener>by\ the\ end\ of|during|in|over|throughout|within|by|under)\ )?(?:the\ |China's\ )?(?P<plan_number>1[0-9])th\ five-year\ plan(?:\ period)?)
      | (?P<relative>(?<![A-Za-z])(?P<inside>{any_of(relative["inside"])})\ (?:(?P<next>{any_of(relative["next"])})\ )?
            (?:(?P<count>{number})[ -](?P<unit>years?|months?|decades?)(?:'|')?(?:\ time)?|(?P<next_decade>decade))(?![A-Za-z])
            (?P<later>\ {any_of(relative["later"])}(?![A-Za-z])(?:\ {any_of(relative["of_what"])})?)?(?P<other>\ (?:of|after|from|following)\ )?)
      | (?P<hence>(?<![A-Za-z])(?P<hence_count>{number})\ (?P<hence_unit>years?|months?)\ (?:{any_of(relative["later"])})(?![A-Za-z]))
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def find_times(text: str, issued: date | None) -> list[Time]:
    """Every expression of time in `text`, in order. `issued` is the document's day, for next year and within two years."""
    found = []
    at = 0
    grammar = _grammar()
    while match := grammar.search(text, at):
        time = _read(match, text, issued)
        if time is not None:
            found.append(time)
            at = time.span.end
        else:
            at = match.start() + max(1, len(match["opener"] or ""))
    return found


def _read(match: re.Match[str], text: str, issued: date | None) -> Time | None:
    try:
        if match["every"]:
            return _every(match, text)
        if match["period"]:
            return _period(match)
        if match["span_to"]:
            return _span_to(match)
        if match["plan"]:
            start, end = five_year_plan(int(match["plan_number"]))
            by_end = (match["plan_opener"] or "").lower() in ("by the end of", "by")
            window = Window.BY if by_end else Window.WITHIN
            return Time(
                Span(*match.span()), window, None if by_end else start, end, Origin.PLAN_PERIOD, "en.plan_period"
            )
        if match["relative"] or match["hence"]:
            return _relative(match, issued)
        return _point(match, text, issued)
    except (ValueError, OverflowError):
        return None  # 31 February, a year beyond the calendar


def _every(match: re.Match[str], text: str) -> Time | None:
    if match.group().lower() == "a year":
        before = text[max(0, match.start() - 10) : match.start()].split()
        if before and before[-1].lower() in words("en", "times")["every_year"]["not_before_a_year"]:
            return None
    return Time(Span(*match.span()), Window.EVERY_YEAR, None, None, Origin.STATED, "en.every_year")


def _period(match: re.Match[str]) -> Time | None:
    first = int(match["from_year"])
    last = match["to_year"]
    second = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if second <= first:
        return None
    start = date(first, _month(match["from_month"]) or 1, 1)
    end = end_of_month(second, _month(match["to_month"]) or 12)
    if len(last) == 2 and second == first + 1:
        # 2024/25 is one financial year: its last year bounds it
        if match.group().lower().startswith("from"):
            return Time(
                Span(*match.span()), Window.FROM, date(first, 1, 1), None, Origin.STATED, "en.financial_year", first
            )
        return Time(
            Span(*match.span()), Window.BY, None, end_of_year(second), Origin.STATED, "en.financial_year", second
        )
    return Time(Span(*match.span()), Window.WITHIN, start, end, Origin.STATED, "en.period")


def _month(name: str | None) -> int:
    return int(words("en", "times")["months"][name.lower()]) if name else 0


def _span_to(match: re.Match[str]) -> Time | None:
    last = int(match["span_year"])
    if match["span_unit"].lower() == "decade":
        length = 10
    else:
        value = parse_numeral(match["span_number"] or "")
        length = int(value) if value else 0
    if not length:
        return None
    return Time(
        Span(*match.span()),
        Window.WITHIN,
        date(last - length + 1, 1, 1),
        end_of_year(last),
        Origin.STATED,
        "en.years_to",
    )


def _relative(match: re.Match[str], issued: date | None) -> Time | None:
    if match["hence"]:
        count, unit = parse_numeral(match["hence_count"]), match["hence_unit"]
    elif match["next_decade"]:
        if not match["next"]:
            return None
        count, unit = parse_numeral("ten"), "years"
    else:
        count, unit = parse_numeral(match["count"]), match["unit"]
        inside = match["inside"].lower()
        in_time = inside == "in" and match.group().lower().endswith(("'", "time"))
        lasts = inside in words("en", "times")["relative"]["lasting"] and not in_time
        if lasts and not match["next"] and not match["later"]:
            return None  # valid for ten years
        if match["other"] and not match["later"]:
            return None  # within 12 months of construction
    if count is None or issued is None or count != int(count):
        return None
    unit = unit.lower()
    if unit.startswith("month"):
        end = months_after(issued, int(count))
    else:
        end = years_after(issued, int(count) * (10 if unit.startswith("decade") else 1))
    finish = match.end() - len(match["other"] or "") if match["relative"] else match.end()
    return Time(Span(match.start(), finish), Window.BY, None, end, Origin.RELATIVE, "en.relative")


def _point(match: re.Match[str], text: str, issued: date | None) -> Time | None:
    """A day, month, season, quarter or year with what stands before it (by the end of, mid-, from)."""
    named = (match["named"] or match["decade"] or "").lower()
    if named and not match["opener"] and named not in ("this year", "next year", "last year", "this decade"):
        return None
    read = _days(match, issued)
    if read is None:
        return None
    start, end, rule, year = read
    span_start, span_end = match.span()
    if match["year"] and not match["part"] and _is_count(match, text):
        return None
    part = (match["part"] or "").lower() if not match["century"] else ""
    table = words("en", "times")
    if part in table["parts"]["middle"]:
        end = date(end.year, 6, 30) if rule in ("en.year", "en.named_year") else date(end.year, end.month, 15)
        start = date(end.year, 7, 1) if rule in ("en.year", "en.named_year") else end
    elif part in table["parts"]["start"]:
        end = (
            date(start.year, 3, 31)
            if rule in ("en.year", "en.named_year")
            else date(start.year, start.month, min(10, end.day))
        )
    elif part in table["parts"]["end"]:
        start = end
    opener = (match["opener"] or "").lower()
    if opener in table["openers"]["after"]:
        return Time(Span(span_start, span_end), Window.FROM, end + timedelta(days=1), None, Origin.STATED, rule, year)
    if opener in table["openers"]["from"] or match["on"]:
        return Time(Span(span_start, span_end), Window.FROM, start, None, Origin.STATED, rule, year)
    if opener in table["openers"]["before"] and rule in ("en.season", "en.month") and not part:
        end = start - timedelta(days=1)
    origin = Origin.RELATIVE if named else Origin.STATED
    return Time(Span(span_start, span_end), Window.BY, None, end, origin, rule, year)


def _days(match: re.Match[str], issued: date | None) -> tuple[date, date, str, int | None] | None:
    """First and last day of the point, the rule's name and the year it names."""
    table = words("en", "times")
    if match["iso"]:
        day = date.fromisoformat(match["iso"])
        return day, day, "en.date", day.year
    if match["slashed"]:
        first, second, year = (int(part) for part in re.split("[/.]", match["slashed"]))
        day = date(year, second, first) if second <= 12 else date(year, first, second)
        return day, day, "en.date", year
    for days, months, years in (("day", "day_month", "day_year"), ("us_day", "us_month", "us_year")):
        if match[days]:
            number = int(re.sub(r"\D", "", match[days]))
            day = date(int(match[years]), _month(match[months]), number)
            return day, day, "en.date", day.year
    if match["month"]:
        year, month = int(match["month_year"]), _month(match["month"])
        return date(year, month, 1), end_of_month(year, month), "en.month", year
    if match["season"]:
        year = int(match["season_year"])
        first, last = table["seasons"][match["season"].lower()]
        return date(year, first, 1), end_of_month(year + (last > 12), (last - 1) % 12 + 1), "en.season", year
    if match["quarter"] or match["behind"]:
        year = int(match["quarter_year"] or match["behind_year"])
        name = (match["quarter"] or match["behind"]).lower()
        last = table["quarters"][name]
        length = 6 if "h" in name[:1] or name.endswith(("half", "semester")) else 3
        return date(year, last - length + 1, 1), end_of_month(year, last), "en.quarter", year
    if match["year"] or match["pair"]:
        written = match["year"] or match["pair"]
        year = int(written[:4])
        if match["pair"]:
            year = int(written[-4:]) if len(written) == 9 else int(written[:2] + written[-2:])
        return date(year, 1, 1), end_of_year(year), "en.year", year
    if match["century"]:
        return date(2050, 1, 1), end_of_year(2050), "en.year", 2050
    if issued is None:
        return None
    if match["named"]:
        year = issued.year + table["named"][match["named"].lower()]
        return date(year, 1, 1), end_of_year(year), "en.named_year", year
    year = issued.year + (-issued.year % 10)
    return date(year - 9, 1, 1), end_of_year(year), "en.decade", None


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r" ([A-Za-z][A-Za-z-]*)")


def _is_count(match: re.Match[str], text: str) -> bool:
    """plant 2000 trees, 2000 MW: four figures without a comma that count or measure."""
    end = match.end("year")
    if units()["unit"].match(text, end) or re.compile(r" (?:million|billion|thousand)\b").match(text, end):
        return not (match["opener"] and text[end : end + 1] == " " and text[end + 1 : end + 3] == "t ")
    if match["opener"]:
        return False
    before = text[max(0, match.start() - 12) : match.start()].split()
    if before and (
        before[-1].lower() in word_group("determiners") or before[-1].lower() in ("of", "to", "and", "-", "than")
    ):
        return False
    following = _next_word().match(text, end)
    if not following or (word := following.group(1).lower()) in words("en", "times")["year_nouns"]["words"]:
        return False
    if is_plural(word):
        return True
    second = _next_word().match(text, following.end())
    return (
        bool(before)
        and before[-1].islower()
        and second is not None
        and is_plural(second.group(1).lower())
        and second.group(1).lower() not in words("en", "times")["year_nouns"]["words"]
    )
