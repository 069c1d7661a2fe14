"""Which kind of marker begins an article in this document, and which kinds head its chapters.

The widest kind that a document numbers its rules by wins: 第n条 before all; in a Chinese plan （一） under 一、,
else 一、; elsewhere titled sub-parts (1.1 Title, 2. Title) under chapters, else the chapters; then headings. A marker
out of order (a line that begins with a reference, an item of a list) begins nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from greenall.plans.markers import Kind, Marker, reads_as_title

_WIDE = (Kind.PART, Kind.CHAPTER, Kind.SECTION)
_LARGEST_GAP = 5  # a number left out is a slip of the pen; a larger jump is another list


@dataclass(frozen=True, slots=True)
class Levels:
    """The markers that begin articles, chapters and annexes, in order of the text."""

    starts: tuple[Marker, ...] = ()
    article: Kind | None = None
    depth: int = 0  # of the headings that are articles, 0 for any
    restarts: bool = False  # numbering begins anew in each chapter

    def is_article(self, marker: Marker) -> bool:
        """True when this marker begins an article, False when it heads a chapter."""
        return marker.kind is self.article and self.depth in (0, marker.level)


def choose_levels(markers: list[Marker], text: str) -> Levels:
    """Decide what the articles of a document are."""
    markers = _headed_only(_without_title(markers))
    article, chapters, depth = _choose(markers, text)
    if article is None:
        return Levels()
    chosen = [
        marker
        for marker in markers
        if marker.kind is Kind.ANNEX
        or (marker.kind is article and depth in (0, marker.level))
        or (marker.kind in chapters and (marker.kind is not Kind.HEADING or not depth or marker.level < depth))
    ]
    chosen = _with_annexes(chosen, article)
    kept, restarts = _in_order(chosen, article)
    return Levels(tuple(kept), article, depth, restarts)


def _without_title(markers: list[Marker]) -> list[Marker]:
    """Leave out the only heading of the highest level when it comes first: it is the title of the plan."""
    levels = [marker.level for marker in markers if marker.kind is Kind.HEADING]
    if levels and markers[0].kind is Kind.HEADING and levels[0] < min([*levels[1:], 99]):
        return markers[1:]
    return markers


def _headed_only(markers: list[Marker]) -> list[Marker]:
    """Where plain numbers stand in headings (## 1. Energy), the same numbers in running text are lists."""
    headed = Counter(marker.kind for marker in markers if marker.level)
    lists = {kind for kind in (Kind.ROMAN, Kind.NUMBER, Kind.DOTTED) if headed[kind] >= 2}
    return [marker for marker in markers if marker.level or marker.kind not in lists]


def _choose(markers: list[Marker], text: str) -> tuple[Kind | None, frozenset[Kind], int]:
    """The kind of the articles, the kinds of the chapters, and the depth of headings that are articles."""
    count = Counter(marker.kind for marker in markers)
    wide = frozenset(kind for kind in _WIDE if count[kind])
    for kind in (Kind.ARTICLE, Kind.CLAUSE_HEAD):
        if count[kind] >= 2:
            return kind, wide | {Kind.ROMAN} if count[Kind.ROMAN] >= 2 else wide | _headings(count), 0
    if count[Kind.HAN_PAREN] >= 2 and _fills(markers, Kind.HAN_PAREN, Kind.HAN):
        return Kind.HAN_PAREN, wide | {Kind.HAN}, 0
    if count[Kind.HAN] >= 2:
        return Kind.HAN, wide | _headings(count), 0
    ladder = [kind for kind in (*_WIDE, Kind.ROMAN, Kind.NUMBER, Kind.DOTTED) if count[kind] >= 2]
    if ladder and (ladder[0] not in (Kind.NUMBER, Kind.DOTTED) or _is_main(markers, ladder[0], count)):
        top = ladder[0]
        for kind in reversed(ladder[1:]):
            if _titled(markers, kind, text) and _fills(markers, kind, top):
                return kind, frozenset(ladder[: ladder.index(kind)]), 0
        return top, _headings(count) if top in (Kind.NUMBER, Kind.DOTTED) else frozenset(), 0
    if count[Kind.HEADING] >= 2:
        return Kind.HEADING, frozenset({Kind.HEADING}), _heading_depth(markers, text)
    if count[Kind.SQUARE] >= 2:
        return Kind.SQUARE, frozenset(), 0
    single = next((kind for kind in (Kind.ARTICLE, Kind.HAN_PAREN) if count[kind]), None)
    return single, wide, 0


def _headings(count: Counter[Kind]) -> frozenset[Kind]:
    return frozenset({Kind.HEADING}) if count[Kind.HEADING] >= 2 else frozenset()


def _fills(markers: list[Marker], inner: Kind, outer: Kind) -> bool:
    """Does at least a third of the outer parts hold inner ones?"""
    outer_count, filled, is_open = 0, 0, False
    for marker in markers:
        if marker.kind is outer:
            outer_count, is_open = outer_count + 1, True
        elif marker.kind is inner and is_open:
            filled, is_open = filled + 1, False
    return filled * 3 >= outer_count


def _titled(markers: list[Marker], kind: Kind, text: str) -> bool:
    """Does most of this kind stand alone on its line, as titles do?"""
    of_kind = [marker for marker in markers if marker.kind is kind]
    titles = sum(1 for marker in of_kind if marker.level or reads_as_title(text[marker.label_end : marker.end]))
    return titles * 2 > len(of_kind)


def _is_main(markers: list[Marker], kind: Kind, count: Counter[Kind]) -> bool:
    """Are plain numbers the parts of the plan, not lists under headings without numbers?"""
    of_kind = [marker for marker in markers if marker.kind is kind]
    begun = sum(marker.number == (1,) for marker in of_kind)
    lists = begun > 1 and count[Kind.HEADING] < 2  # they begin anew with nothing above them
    return any(marker.level for marker in of_kind) or (count[Kind.HEADING] < 3 and not lists)


def _heading_depth(markers: list[Marker], text: str) -> int:
    """The highest level of headings that carry text of their own."""
    own: Counter[int] = Counter()
    every: Counter[int] = Counter()
    for marker, following in zip(markers, [*markers[1:], None], strict=True):
        if marker.kind is Kind.HEADING:
            every[marker.level] += 1
            own[marker.level] += bool(text[marker.end : following.start if following else len(text)].strip())
    levels = [level for level in sorted(every) if every[level] >= 2]
    return next((level for level in levels if own[level] * 2 >= every[level]), levels[-1] if levels else 0)


def _with_annexes(chosen: list[Marker], article: Kind) -> list[Marker]:
    """An annex swallows the numbers in it, unless it is the plan itself that was annexed to a notice."""
    total = sum(1 for marker in chosen if marker.kind is article)
    before, kept, in_annex = 0, list[Marker](), False
    for marker in chosen:
        if marker.kind is Kind.ANNEX:
            if before and before * 2 >= total:
                in_annex = True
                kept.append(marker)
        elif not in_annex:
            kept.append(marker)
        before += marker.kind is article
    return kept


def _in_order(chosen: Iterable[Marker], article: Kind) -> tuple[list[Marker], bool]:
    """Only the markers whose numbers go on from the one before; do the articles begin anew in chapters?"""
    last: dict[Kind, tuple[int, ...]] = {}
    kept: list[Marker] = []
    restarts = False
    for marker in chosen:
        before = last.get(marker.kind)
        if marker.kind is Kind.ANNEX or marker.number == (0,) or before is None:
            is_next = True
        else:
            is_next = _follows(before, marker.number)
            if marker.number[-1] == 1 and not is_next:
                is_next = True
                restarts = restarts or (marker.kind is article and len(marker.number) == 1)
        if is_next:
            kept.append(marker)
            last[marker.kind] = marker.number
    return kept, restarts


def _follows(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """7 or 7之二 after 7, 8 after 7, 2.1 after 1.9."""
    if number[0] == before[0]:
        return number[1:] >= before[1:]
    return before[0] < number[0] <= before[0] + _LARGEST_GAP
