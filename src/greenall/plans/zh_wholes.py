"""Targets told by words in Chinese: 全覆盖, 应发尽发, 全面执行, 杜绝, not lower than another series.

The quantity is a whole (100 %), none (0), or another series; a person confirms each. At most one is read from a part of
a sentence, so that 全覆盖 and 应发尽发 said of one thing make one row.

>>> from greenall.plans.reading import Context
>>> from greenall.plans.zh_context import states_of
>>> from greenall.plans.zh_sentence import read_passage
>>> passage = read_passage("绿色信贷增速不低于各项贷款平均增速。", None)
>>> [c] = find_wholes(passage, (), Context(), states_of(passage, None))
>>> c.indicator, c.comparator.value, c.relative_to
('绿色信贷增速', '>=', '各项贷款平均增速')
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from greenall.data.language.tables import any_of, words
from greenall.plans.ledger import Modality, Tier
from greenall.plans.reading import Commitment, Context
from greenall.plans.zh_context import States, is_baseline
from greenall.plans.zh_cues import has
from greenall.plans.zh_indicator import clean, span_of, without_times, without_verb
from greenall.plans.zh_sentence import Clause, Passage
from greenall.quantity.amount import Comparator
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask
from greenall.quantity.times import Time, Window


def _table() -> dict[str, Any]:
    return words("zh", "wholes")


@cache
def _group(name: str) -> re.Pattern[str]:
    return re.compile(any_of(_table()[name]))


@cache
def _relative() -> re.Pattern[str]:
    series = any_of(_table()["series"])
    return re.compile(
        rf"(?P<name>[\u4e00-\u9fff()]{{2,24}}?)(?:(?P<least>{any_of(_table()['relative_least'])})|(?P<most>{any_of(_table()['relative_most'])}))"
        rf"(?P<series>[^\d,;。]{{2,16}}?{series}|{series})(?=[,;。、\n)]|$)"
    )


_REPEATED = re.compile(r"应(?P<verb>[\u4e00-\u9fff]{1,2})尽(?P=verb)")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Whole:
    """A match: what is measured, the words that say so, and how much."""

    name: str
    span: Span
    rule: str
    value: Decimal = Decimal(100)
    comparator: Comparator = Comparator.EQUAL
    relative_to: str = ""


def find_wholes(
    passage: Passage, explained: tuple[Mask, ...], context: Context, states: Sequence[States]
) -> tuple[Commitment, ...]:
    """Commitments without a figure, in order. `explained` tells which figures are thresholds."""
    found: list[Commitment] = []
    sentence = part = -1
    time: Time | None = None
    hint = ""
    thresholds = [mask.span for mask in explained if mask.rule in ("zh.threshold", "zh.size_of_counted")]
    for clause in passage.clauses:
        if clause.sentence != sentence:
            sentence, time, hint = clause.sentence, context.lead, ""
        days = [t for t in clause.times if t.window is not Window.EVERY_YEAR and not is_baseline(passage.text, t)]
        if days:
            time = days[-1]
        whole = None if states[clause.number].why_not() else _whole(passage, clause, hint, thresholds, bool(time))
        text = without_times(passage.text, clause.span.start, clause.span.end, clause.times, _NEVER)
        if name := clean(text).text:
            hint = name
        if whole is None or (part == clause.part and found and found[-1].rules[0] == "zh.all_that_should"):
            continue
        if part == clause.part and whole.rule == "zh.all_that_should":
            continue
        part = clause.part
        found.append(_commitment(whole, time, bool(time and not days), clause.span.of(passage.text)))
    return tuple(found)


def _whole(passage: Passage, clause: Clause, hint: str, thresholds: list[Span], timed: bool) -> _Whole | None:
    text, start, end = passage.text, clause.span.start, clause.span.end
    for covered in _group("covered").finditer(text, start, end):
        if not _group("not_before").match(text, covered.end()) and not clause.amounts:
            name = _name(passage, clause, covered.start(), hint)
            return _Whole(f"{name}覆盖率", span_of(text, start, covered.end()), "zh.covered")
    if match := _REPEATED.search(text, start, end):
        return _Whole(hint or _name(passage, clause, match.start(), hint), Span(*match.span()), "zh.all_that_should")
    if (match := _group("fully").search(text, start, end)) and not clause.amounts:
        what = text[match.start() + 2 : end]
        name = _name(passage, clause, match.start(), hint)
        return _Whole(f"{name}{what}比例" if name != what else f"{what}比例", Span(match.start(), end), "zh.fully")
    if match := _group("none").search(text, start, end):
        if match.group() in ("杜绝", "全部消除", "全面消除", "彻底消除"):
            name = clean(text[match.end() : end]).text
        else:
            name = _name(passage, clause, match.start(), hint)
        return _Whole(name, Span(match.start(), end), "zh.none", Decimal(0)) if name else None
    if match := _group("each").search(text, start, end):
        name = text[match.end() : end] or hint
        return _Whole(f"{match.group()[2:]}{name}的比例", Span(match.start(), end), "zh.one_by_one")
    if match := _relative().search(text, start, end):
        how = Comparator.AT_LEAST if match["least"] else Comparator.AT_MOST
        name = clean(match["name"]).text
        return (
            _Whole(name, Span(match.start(), match.end()), "zh.relative", Decimal(0), how, match["series"])
            if name
            else None
        )
    return _by_threshold(passage, clause, thresholds, timed)


def _by_threshold(passage: Passage, clause: Clause, thresholds: list[Span], timed: bool) -> _Whole | None:
    """年取水量大于5万吨的用水单位配套建成再生水管道: all that the threshold names."""
    inside = [span for span in thresholds if clause.span.contains(span)]
    if not inside or not timed or len(clause.amounts) > 1 or has("encourage").search(clause.span.of(passage.text)):
        return None
    match = _group("binding").search(passage.text, inside[-1].end, clause.span.end)
    if not match or match.end() >= clause.span.end:
        return None
    who = passage.text[clause.span.start : match.start()].strip(" ,的")
    what = passage.text[match.start() : clause.span.end]
    return _Whole(f"{what}的{clean(who).text}比例", Span(match.start(), clause.span.end), "zh.all_of_threshold")


def _name(passage: Passage, clause: Clause, end: int, hint: str) -> str:
    """The words in front of the match, else those of the clause before."""
    text = without_times(passage.text, clause.span.start, end, clause.times, _NEVER)
    name = without_verb(clean(text).text.removesuffix("实现"))
    return name if len(name) >= 2 else hint


def _commitment(whole: _Whole, time: Time | None, inherited: bool, words_: str) -> Commitment:
    modality = (
        Modality.STRIVE
        if has("strive").search(words_)
        else Modality.ENCOURAGE
        if has("encourage").search(words_)
        else Modality.REQUIRE
    )
    relative = bool(whole.relative_to)
    return Commitment(
        quote=whole.span,
        amount=None,
        indicator=whole.name,
        comparator=whole.comparator,
        rules=(whole.rule,),
        tier=Tier.WORDS,
        value=None if relative else whole.value,
        unit="" if relative or not whole.value else "%",
        time=time,
        inherited=inherited,
        relative_to=whole.relative_to,
        modality=modality,
        confidence=Decimal("0.6"),
    )
