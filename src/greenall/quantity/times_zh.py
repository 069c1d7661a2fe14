"""Time as written in Chinese plans: 到2025年底, “十四五”期间, 2023-2025年, 三年内, 民国112年.

Reads folded text. A bare year means its last day; a named plan period means its first to last day; a relative time
counts from the day of issue and is left out when that day is not known.

>>> [t.end.isoformat() for t in find_times("到“十四五”末,占比达到50%", None)]
['2025-12-31']
>>> [(t.start.isoformat(), t.end.isoformat()) for t in find_times("2023年至2025年,争取", None)]
[('2023-01-01', '2025-12-31')]
"""

import re
from datetime import date
from functools import cache

from greenall.data.language.tables import any_of, words
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
from greenall.quantity.zh import parse_numeral

_HAN = "[〇零一二三四五六七八九十廿两]"
# 109年 alone is a year of the Republic in texts that count so
_REPUBLIC = r"(?:中华民国|民国)(?:\d{2,3}|[一二三四五六七八九十百零〇]{2,6})|(?<!\d)1[01]\d(?=年(?!内|来|历|间|前|以))"
_YEAR = rf"(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{{3}}|{_REPUBLIC})"


@cache
def _grammar() -> re.Pattern[str]:
    table = words("zh", "times")
    ends = any_of(table["ends"])
    half = any_of(table["halves"])
    named = any_of(table["years"])
    every = any_of(table["every_year"]["words"])
    number = rf"(?:(?:\d+|{_HAN})(?:至|到|-))?(?:\d+|{_HAN}+|半)"
    plan = rf"[“\"「『]?(?P<plan>{_HAN}{{1,3}}五|十三五|十四五)[”\"」』]?"
    return re.compile(
        rf"""
        (?P<period>(?P<from>{_YEAR})年?(?:(?P<from_month>\d{{1,2}})月(?:(?P<from_day>\d{{1,2}})日)?)?(?:-|~|—|–|至|到)(?P<to>{_YEAR}|1\d\d(?=年))年(?:(?P<to_month>\d{{1,2}})月(?:(?P<to_day>\d{{1,2}})日)?)?(?:底|末)?(?:期间|间|度)?)
      | (?P<plan_time>{plan}(?P<plan_part>末期|期末|时期末|末|期间|时期|规划期内|规划期末|收官之年|中期|前期|前三年|前两年|后三年|后两年|内|(?<=[”"」』])(?!以来|规划|计划|和|、|及|《|电力|能源|生态|现代|综合|时代|开局|建设|期))(?:前|之前)?)
      | (?P<dated>(?P<year>{_YEAR}|(?<!\d)\d\d(?=年[底末]))年(?:(?P<half>{half})|(?P<month>\d{{1,2}}|{_HAN}{{1,2}})月(?:(?P<day>\d{{1,2}})日)?)?
            (?P<mark>{ends}|起|开始|以来)*)
      | (?P<named_time>(?P<named>{named})(?:(?P<named_half>{half})|(?P<named_month>\d{{1,2}})月)?(?:{ends})?)
      | (?P<within>(?:本(?:方案|规划|办法|意见|通知)(?:印发|实施|发布)(?:后|之日起))?(?:(?P<lead>未来|今后|后|近|用|利用|力争用|再用|经过|通过|自印发之日起)(?P<lead_number>{number})(?P<lead_unit>个?月|年)(?:左右)?(?:的?(?:时间|努力|奋斗))?(?:内|里)?|(?P<number>{number})(?P<unit>个?月|年)(?:(?:左右)?(?:的?时间)?(?:内|之内|以内|里)|(?=翻))))
      | (?P<campaign>(?P<campaign_years>{_HAN})年(?:行动|攻坚|计划)期?(?:内|末|间))
      | (?P<every>{every}(?:\d{{1,2}}月(?:\d{{1,2}}日|底|末)?(?:前|之前)?)?)
      | (?P<bare_month>(?<![年\d-])(?P<month_only>\d{{1,2}})月(?:(?P<month_day>\d{{1,2}})日(?:前|之前)?|(?:底|末)?(?:前|之前|底|末)))
      | (?P<bare_end>(?<![年\d月期届周世])年底(?:前|之前)?)
        """,
        re.VERBOSE,
    )


def find_times(text: str, issued: date | None) -> list[Time]:
    """Every expression of time in `text`, in order. `issued` is the document's day, for 今年 and 三年内."""
    found = []
    for match in _grammar().finditer(text):
        time = _read(match, issued)
        if time is not None:
            found.append(time)
    return found


def year_of(written: str) -> int | None:
    """2025, 二〇二五, 民国112 -> the year of the common era; two figures (25年底) count from 2000."""
    if written.startswith(("民国", "中华民国")):
        number = _number(written.removeprefix("中华").removeprefix("民国"))
        return None if number is None else number + 1911
    if written.isdigit():
        return int(written) if len(written) == 4 else int(written) + (1911 if len(written) == 3 else 2000)
    value = parse_numeral(written)
    return int(value) if value is not None and 1900 <= value < 2100 else None


def _number(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    value = parse_numeral(written)
    return int(value) if value is not None else None


def _read(match: re.Match[str], issued: date | None) -> Time | None:
    span = Span(*match.span())
    if match["period"]:
        return _period(match, span)
    if match["plan_time"]:
        return _plan(match, span)
    if match["dated"]:
        return _dated(match, span)
    if match["every"]:
        return Time(span, Window.EVERY_YEAR, None, None, Origin.STATED, "zh.every_year")
    if match["named_time"]:
        return _named(match, span, issued)
    if match["bare_end"]:
        return (
            None
            if issued is None
            else Time(span, Window.BY, None, end_of_year(issued.year), Origin.RELATIVE, "zh.year_end", issued.year)
        )
    if match["bare_month"]:
        return _month_of_issue(match, span, issued)
    return _relative(match, span, issued)


def _period(match: re.Match[str], span: Span) -> Time | None:
    first, last = year_of(match["from"]), year_of(match["to"])
    if first is None or last is None or last < first:
        return None
    try:
        start = date(first, int(match["from_month"] or 1), int(match["from_day"] or 1))
        end = end_of_month(last, int(match["to_month"])) if match["to_month"] else end_of_year(last)
        end = end.replace(day=int(match["to_day"])) if match["to_day"] else end
    except ValueError:
        return None
    return Time(span, Window.WITHIN, start, end, Origin.STATED, "zh.period")


def _plan(match: re.Match[str], span: Span) -> Time | None:
    written = match["plan"][:-1]
    number = _number(written)
    if number is None or not 6 <= number <= 30:
        return None
    start, end = five_year_plan(number)
    part = match["plan_part"]
    if part in ("中期", "前三年", "前两年", "前期"):
        end = end_of_year(start.year + (1 if part == "前两年" else 2))
    if part in ("后三年", "后两年"):
        start = date(end.year - (2 if part == "后三年" else 1), 1, 1)
    if "末" in part or part in ("收官之年", "中期"):
        return Time(span, Window.BY, None, end, Origin.PLAN_PERIOD, "zh.plan_end")
    return Time(span, Window.WITHIN, start, end, Origin.PLAN_PERIOD, "zh.plan_period")


def _dated(match: re.Match[str], span: Span) -> Time | None:
    year = year_of(match["year"])
    if year is None:
        return None
    mark = match["mark"] or ""
    month = words("zh", "times")["halves"][match["half"]] if match["half"] else None
    if match["month"]:
        month = _number(match["month"])
        if month is None or not 1 <= month <= 12:
            return None
    end = end_of_month(year, month) if month else end_of_year(year)
    if match["day"]:
        try:
            end = date(year, month or 12, int(match["day"]))
        except ValueError:
            return None
    if mark in ("起", "开始", "以来"):
        start = end if match["day"] else date(year, month or 1, 1)
        return Time(span, Window.FROM, start, None, Origin.STATED, "zh.from_year", year)
    return Time(span, Window.BY, None, end, Origin.STATED, "zh.date" if month else "zh.year", year)


def _named(match: re.Match[str], span: Span, issued: date | None) -> Time | None:
    if issued is None:
        return None
    table = words("zh", "times")
    year = issued.year + table["years"][match["named"]]
    month = table["halves"][match["named_half"]] if match["named_half"] else None
    if match["named_month"]:
        month = int(match["named_month"])
        if not 1 <= month <= 12:
            return None
    end = end_of_month(year, month) if month else end_of_year(year)
    return Time(span, Window.BY, None, end, Origin.RELATIVE, "zh.named_year", year)


def _month_of_issue(match: re.Match[str], span: Span, issued: date | None) -> Time | None:
    """11月底前: the month in the year of issue."""
    month = int(match["month_only"])
    if issued is None or not 1 <= month <= 12:
        return None
    end = end_of_month(issued.year, month)
    if match["month_day"] and int(match["month_day"]) <= end.day:
        end = end.replace(day=int(match["month_day"]))
    return Time(span, Window.BY, None, end, Origin.RELATIVE, "zh.month", issued.year)


def _relative(match: re.Match[str], span: Span, issued: date | None) -> Time | None:
    written = match["number"] or match["lead_number"] or match["campaign_years"]
    unit = match["unit"] or match["lead_unit"] or "年"
    if issued is None or match["lead"] == "近":
        return None
    if written == "半":
        return Time(span, Window.BY, None, months_after(issued, 6), Origin.RELATIVE, "zh.within")
    number = _number(re.split("[至到-]", written)[-1])
    if number is None or not 0 < number <= 50:
        return None
    end = years_after(issued, number) if unit == "年" else months_after(issued, number)
    return Time(span, Window.BY, None, end, Origin.RELATIVE, "zh.within")
