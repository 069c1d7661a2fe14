"""The pieces of a PDF page -> lines in reading order, column by column, and drawn tables in their place.

Two columns of text are told from a table by the width of what stands in them: lines of text fill their column.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from greenall.documents.pdf_grids import Grid
from greenall.documents.pdf_pieces import Piece

_CLOSING = frozenset(")]}）」』】》〉,.;:!?%％，。、；：")
_GUTTER = 9.0  # points between two columns at least
_LINES = 5  # on each side of the gutter at least


@dataclass(slots=True)
class TextLine:
    """A printed line. `column` numbers the stretch of page in which it stands, for its edges."""

    pieces: list[Piece]
    page: int
    column: int = 0
    page_height: float = 0.0

    @property
    def text(self) -> str:
        text = self.pieces[0].text
        for left, piece in pairwise(self.pieces):
            apart = piece.x0 - left.x1 > 0.15 * piece.size and piece.text[:1] not in _CLOSING
            text += " " + piece.text if apart else piece.text
        return text

    @property
    def x0(self) -> float:
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        return self.pieces[-1].x1

    @property
    def y(self) -> float:
        return max(self.pieces, key=lambda piece: len(piece.text)).y

    @property
    def size(self) -> float:
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def ends_with_space(self) -> bool:
        return self.pieces[-1].ends_with_space


@dataclass(slots=True)
class DrawnTable:
    """A grid with the lines of each of its cells."""

    grid: Grid
    page: int
    cells: dict[int, list[TextLine]] = field(default_factory=dict)


def arrange(
    pieces: list[Piece], grids: list[Grid], page: int, width: float, height: float
) -> list[TextLine | DrawnTable]:
    """Lines and tables of a page in the order in which they are read. Cell numbers run through all grids of a page."""
    outside = [piece for piece in pieces if piece.cell is None]
    found: list[TextLine | DrawnTable] = [*_tables(pieces, grids, page)]
    gutter = _gutter(outside, width)
    if gutter is None:
        found += _lines(outside, page, 0, height)
        return sorted(found, key=_top)
    across = [piece for piece in outside if piece.x0 < gutter[0] and piece.x1 > gutter[1]]
    bars = sorted([*_lines(across, page, 0, height), *found], key=_top)
    rest = [piece for piece in outside if not (piece.x0 < gutter[0] and piece.x1 > gutter[1])]
    ordered: list[TextLine | DrawnTable] = []
    above = float("inf")
    for bar in [*bars, None]:
        below = -_top(bar) if bar is not None else float("-inf")
        band = [piece for piece in rest if below < piece.y <= above]
        ordered += _lines([piece for piece in band if piece.x1 <= gutter[1]], page, 1, height)
        ordered += _lines([piece for piece in band if piece.x1 > gutter[1]], page, 2, height)
        if bar is not None:
            ordered.append(bar)
        above = below
    return ordered


def _top(one: TextLine | DrawnTable) -> float:
    return -one.y if isinstance(one, TextLine) else -one.grid.ys[0]


def _tables(pieces: list[Piece], grids: list[Grid], page: int) -> Iterator[DrawnTable]:
    first = 0
    for grid in grids:
        count = len(grid.corners)
        inside = [piece for piece in pieces if piece.cell is not None and first <= piece.cell < first + count]
        table = DrawnTable(grid, page)
        for number in range(count):
            own = [piece for piece in inside if piece.cell == first + number]
            table.cells[number] = list(_lines(own, page, 0, 0.0))
        if inside:
            yield table
        first += count


def _lines(pieces: Iterable[Piece], page: int, column: int, height: float) -> Iterator[TextLine]:
    """Pieces on one base line make a line; raised and lowered signs belong to the line they touch."""
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: (-one.y, one.x0)):
        if line and line[0].y - piece.y > 0.4 * min(max(line[0].size, piece.size), 1.2 * line[0].size):
            yield TextLine(sorted(line, key=lambda one: one.x0), page, column, height)
            line = []
        line.append(piece)
    if line:
        yield TextLine(sorted(line, key=lambda one: one.x0), page, column, height)


def _gutter(pieces: list[Piece], width: float) -> tuple[float, float] | None:
    """The empty strip between two columns of text; None for a page of one column."""
    if len(pieces) < 2 * _LINES:
        return None
    steps = int(width) + 1
    crossing = [0] * (steps + 1)
    for piece in pieces:
        for x in range(max(int(piece.x0), 0), min(int(piece.x1) + 1, steps)):
            crossing[x] += 1
    allowed = len(pieces) // 8  # headings, figures and notes may run across
    best: tuple[float, float] | None = None
    start = None
    for x in range(int(0.25 * width), int(0.75 * width) + 1):
        if crossing[x] <= allowed:
            start = x if start is None else start
            if best is None or x - start > best[1] - best[0]:
                best = (start, x)
        else:
            start = None
    if best is None or best[1] - best[0] < _GUTTER:
        return None
    return best if _is_filled(pieces, best) else None


def _is_filled(pieces: list[Piece], gutter: tuple[float, float]) -> bool:
    """True when what stands on either side fills its column, as text does and cells of a table do not."""
    left = [piece for piece in pieces if piece.x1 <= gutter[0] + 1]
    right = [piece for piece in pieces if piece.x0 >= gutter[1] - 1]
    for side in (left, right):
        if len({round(piece.y) for piece in side}) < _LINES:
            return False
        column = max(piece.x1 for piece in side) - min(piece.x0 for piece in side)
        if median(piece.x1 - piece.x0 for piece in side) < 0.6 * column:
            return False
    return True
