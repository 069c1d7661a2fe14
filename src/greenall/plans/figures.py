"""The figure account: every figure and numeral word of the document is a target, part of one, or explained.

A figure is a run of digits with its decimal point (1－2 are two figures, 2022年12月21日 are three). What it is was
decided by the readers; a run that nobody explained gets the class `unexplained` and becomes a finding.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from greenall.plans.ledger import Article, Figure
from greenall.plans.passages import FoldedDocument
from greenall.quantity.place import Span
from greenall.quantity.times import Time

_LETTER = re.compile("[A-Za-z]")
RUN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Explained:
    """A mask with its place in the published text, or the figure of a target."""

    span: Span
    figure_class: str
    rule: str
    target: str = ""


def account(
    text: FoldedDocument,
    articles: tuple[Article, ...],
    explained: list[Explained],
    issued: date | None,
    times: list[tuple[Span, Time]],
) -> tuple[Figure, ...]:
    """The account in order of the document. `explained` may overlap; a target's figure wins, then the narrower one."""
    issue_days = [span for span, time in times if issued and time.end == issued]
    digits = [text.folded.span(*match.span()) for match in RUN.finditer(text.folded.text)]
    # the 2 of ㎡ and m² is part of a unit's sign
    digits = [span for span in digits if any(sign.isdecimal() for sign in span.of(text.document.text))]
    spoken = _Lookup([*explained, *(Explained(span, "issue_date", "plans.issue_date") for span in issue_days)])
    rows: list[tuple[Span, str, Explained]] = []
    for span in digits:
        found = spoken.at(span)
        if found is None and span.start and _LETTER.match(text.document.text, span.start - 1):
            continue  # m2, CO2e: the sign of a unit or a name
        rows.append((span, "digits", found or Explained(span, "unexplained", "")))
    printed = _Lookup([Explained(span, "", "") for span in digits])
    for one in explained:
        words = one.span.of(text.document.text)
        if one.figure_class and not any(sign.isdigit() for sign in words) and printed.at(one.span) is None:
            rows.append((one.span, "words", one))
    starts = [article.span.start for article in articles]
    figures: list[Figure] = []
    seen: set[tuple[int, int]] = set()
    for span, written, one in sorted(rows, key=lambda row: (row[0], row[1])):
        if (span.start, span.end) in seen:
            continue
        seen.add((span.start, span.end))
        at = bisect_right(starts, span.start) - 1
        figures.append(
            Figure(
                id=f"F{len(figures) + 1:03d}",
                span=span,
                text=span.of(text.document.text),
                written=written,
                figure_class=one.figure_class,
                article=articles[at].number if at >= 0 else "",
                target=one.target,
                rules=(one.rule,) if one.rule else (),
            )
        )
    return tuple(figures)


class _Lookup:
    """Which explanation covers a span: targets first, then the narrowest."""

    def __init__(self, explained: list[Explained]) -> None:
        self._rows = sorted(explained, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._rows]
        self._longest = max((one.span.end - one.span.start for one in self._rows), default=0)

    def at(self, span: Span) -> Explained | None:
        """The best explanation that covers `span`."""
        best: Explained | None = None
        index = bisect_right(self._starts, span.start) - 1
        while index >= 0 and self._starts[index] >= span.start - self._longest:
            one = self._rows[index]
            if one.span.contains(span) and (best is None or _rank(one) < _rank(best)):
                best = one
            index -= 1
        return best


def _rank(one: Explained) -> tuple[bool, bool, int]:
    return (not one.target, one.figure_class == "deadline", one.span.end - one.span.start)
