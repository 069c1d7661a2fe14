"""Marks on the text: which rows stand where, cut into stretches that never overlap.

Rows overlap as they please: a target inside a measure, a deadline shared by three targets, a finding across both.
`cut` lays every boundary into the text and gives flat segments, each with the kinds and rows that cover it; drawn one
after the other they need no nesting, so crossing spans cannot break the markup.

>>> [(s.span.start, s.span.end, s.rows) for s in cut([
...     Mark(Span(0, 6), Kind.MEASURE, "M1-01"), Mark(Span(4, 8), Kind.TARGET, "T01")])]
[(0, 4, ('M1-01',)), (4, 6, ('T01', 'M1-01')), (6, 8, ('T01',))]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from greenall.plans.ledger import Ledger, Measure, Target
from greenall.quantity.place import Span

UNEXPLAINED = "unexplained"


class Kind(StrEnum):
    """What a stretch of the text is. The order is that of the legend."""

    TARGET = "target"
    MEASURE = "measure"
    DEADLINE = "deadline"
    FIGURE = "figure"
    FINDING = "finding"


# Of two marks on the same characters the more telling one answers a click.
_RANK = {Kind.TARGET: 0, Kind.DEADLINE: 1, Kind.FIGURE: 2, Kind.MEASURE: 3, Kind.FINDING: 4}


@dataclass(frozen=True, slots=True)
class Mark:
    """One row's claim on a stretch of the text."""

    span: Span
    kind: Kind
    row: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch with the same marks from its first to its last character.

    rows    ids, the innermost first: a click opens that one
    first   ids of the rows whose first segment this is
    """

    span: Span
    kinds: tuple[Kind, ...]
    rows: tuple[str, ...]
    first: tuple[str, ...]


def of_ledger(ledger: Ledger) -> Iterator[Mark]:
    """All marks of a ledger: targets, measures, their deadlines, figures that are no target, findings."""
    rows: tuple[Target | Measure, ...] = (*ledger.targets, *ledger.measures)
    for row in rows:
        yield Mark(row.span, Kind.TARGET if isinstance(row, Target) else Kind.MEASURE, row.id)
        if row.deadline.span is not None:
            yield Mark(row.deadline.span, Kind.DEADLINE, row.id)
    for figure in ledger.figures:
        if figure.figure_class == UNEXPLAINED:
            yield Mark(figure.span, Kind.FINDING, figure.id)
        elif not figure.target:
            yield Mark(figure.span, Kind.FIGURE, figure.id)
    for finding in ledger.findings:
        if _has_own_place(ledger, finding.row, finding.span):
            yield Mark(finding.span, Kind.FINDING, finding.id)


def _has_own_place(ledger: Ledger, row_id: str, span: Span) -> bool:
    """False for a finding about a whole measure: a wavy line under three sentences tells nobody anything."""
    return not (row_id.startswith("M") and span.end - span.start > 60)


def cut(marks: Iterable[Mark]) -> list[Segment]:
    """Flat segments in order of the text; characters without a mark are in none of them."""
    kept = [mark for mark in marks if mark.span.start < mark.span.end]
    starts: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in kept:
        starts.setdefault(mark.span.start, []).append(mark)
        ends.setdefault(mark.span.end, []).append(mark)
    segments: list[Segment] = []
    open_marks: dict[Mark, None] = {}
    seen: set[str] = set()
    before = 0
    for at in sorted(starts.keys() | ends.keys()):
        if open_marks and before < at:
            segments.append(_segment(Span(before, at), open_marks, seen))
        for mark in ends.get(at, ()):
            open_marks.pop(mark, None)
        for mark in starts.get(at, ()):
            open_marks[mark] = None
        before = at
    return segments


def _segment(span: Span, open_marks: Iterable[Mark], seen: set[str]) -> Segment:
    inner_first = sorted(open_marks, key=lambda mark: (mark.span.end - mark.span.start, _RANK[mark.kind], mark.row))
    rows = tuple(dict.fromkeys(mark.row for mark in inner_first))
    kinds = {mark.kind for mark in inner_first}
    # A deadline does not count as the place of its row: the row's own quote does.
    own = [mark.row for mark in inner_first if mark.kind is not Kind.DEADLINE and mark.row not in seen]
    seen.update(own)
    return Segment(span, tuple(kind for kind in Kind if kind in kinds), rows, tuple(dict.fromkeys(own)))
