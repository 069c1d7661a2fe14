"""A Chinese passage cut into sentences and clauses, with its times and amounts in their places.

Sentences end at 。!? and at a line end; parts at ; and clauses at , and : . Marks inside a title 《》 or a number do not
cut. A `Clause` knows the times and amounts that stand in it.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from greenall.plans.zh_masks import find_masks
from greenall.quantity.amount import Amount
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask, Taken
from greenall.quantity.times import Time
from greenall.quantity.times_zh import find_times
from greenall.quantity.zh import find_amounts, find_folds, find_lexical

# What such a mask covers is never read as a time: the years of a title or a document number.
_STRONG = {"name", "document_number", "standard_number", "article_reference", "programme_name"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two marks. `closes` is the mark behind it: one of `,;:。` and line feed, or empty."""

    span: Span
    number: int  # place among the clauses of the passage
    sentence: int
    part: int
    closes: str
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    line: int
    is_item: bool  # the line is an item of a list
    is_heading: bool  # the line opens an article or a chapter


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    clauses: tuple[Clause, ...]
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    masks: tuple[Mask, ...]


_CUT = re.compile(r"[,;:。!?\n]")
_HEADING = re.compile(
    r"\s*(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]+[条章节])"
)
_ITEM = re.compile(r"\s*(?:\(?\d{1,3}[)、.．]|\([一二三四五六七八九十]{1,3}\)|[①-⑳]|[-*•·●○])")


def read_passage(text: str, issued: date | None) -> Passage:
    """Find masks, times and amounts in folded `text` and cut it into clauses."""
    masks = find_masks(text)
    strong = Taken.of(mask.span for mask in masks if mask.figure_class in _STRONG)
    times = [time for time in find_times(text, issued) if strong.is_free(time.span.start, time.span.end)]
    in_time = Taken.of(time.span for time in times)
    masks = [mask for mask in masks if in_time.is_free(mask.span.start, mask.span.end)]
    taken = Taken.of([*(time.span for time in times), *(mask.span for mask in masks)])
    lexical = [mask for mask in find_lexical(text) if taken.is_free(mask.span.start, mask.span.end)]
    taken = Taken.of([*(time.span for time in times), *(mask.span for mask in masks), *(mask.span for mask in lexical)])
    amounts = sorted([*find_amounts(text, taken), *find_folds(text)], key=lambda amount: amount.span)
    return Passage(text, tuple(_clauses(text, times, amounts, masks)), tuple(times), tuple(amounts), (*masks, *lexical))


def _clauses(text: str, times: list[Time], amounts: list[Amount], masks: list[Mask]) -> list[Clause]:
    closed = Taken.of(
        [*(amount.span for amount in amounts), *(mask.span for mask in masks if mask.figure_class == "name")]
    )
    time_starts = [time.span.start for time in times]
    amount_starts = [amount.span.start for amount in amounts]
    clauses: list[Clause] = []
    start = sentence = part = 0
    line_start = line = 0
    cuts = [(m.start(), m.group()) for m in _CUT.finditer(text)] + [(len(text), "")]
    for at, mark in cuts:
        if mark and mark != "\n" and not closed.is_free(at, at + 1):
            continue
        span = Span(start, at)
        clauses.append(
            Clause(
                span=span,
                number=len(clauses),
                sentence=sentence,
                part=part,
                closes=mark,
                times=tuple(times[bisect_left(time_starts, start) : bisect_left(time_starts, at)]),
                amounts=tuple(amounts[bisect_left(amount_starts, start) : bisect_left(amount_starts, at)]),
                line=line,
                is_item=bool(_ITEM.match(text, line_start)),
                is_heading=bool(_HEADING.match(text, line_start)),
            )
        )
        start = at + 1
        if mark in "。!?\n":
            sentence += 1
            part += 1
        elif mark == ";":
            part += 1
        if mark == "\n":
            line_start = at + 1
            line += 1
    return clauses
