"""Tables drawn with lines on a PDF page: the grid of their cells.

Lines that touch belong to one grid. Columns begin where upright lines stand, rows where level lines do; the outer
edges may be open, as Korean tables have them. Where a line is missing between two cells they are one.
"""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_THIN = 3.5  # points; a filled box as thin as this is a line
_NEAR = 2.5  # points; lines as near as this meet
_SHORT = 6.0  # points; a shorter stroke is part of a drawing
_TOO_MANY = 1200  # lines after joining: a map or a chart, not a table
_PATHS = 6000


@dataclass(frozen=True, slots=True)
class Stroke:
    """A level line at height `at` from `start` to `end`, or an upright one."""

    level: bool
    at: float
    start: float
    end: float

    def meets(self, other: "Stroke") -> bool:
        if self.level == other.level:
            apart = max(self.start, other.start) - min(self.end, other.end)
            return abs(self.at - other.at) <= _NEAR and apart <= _NEAR
        crosses = self.start - _NEAR <= other.at <= self.end + _NEAR
        return crosses and other.start - _NEAR <= self.at <= other.end + _NEAR


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges from left to right and from top to bottom, and for each field of the grid the cell that it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], int]  # (row, column) from 0 -> number of the cell
    corners: tuple[tuple[int, int], ...]  # upper left field of each cell

    def cell_at(self, x: float, y: float) -> int | None:
        """The cell around a point; None outside."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]):
            return None
        column = sum(edge <= x for edge in self.xs) - 1
        row = sum(edge >= y for edge in self.ys) - 1
        return self.cells.get((row, column))


def find_grids(page: Any) -> list[Grid]:
    """The drawn tables of a page, from top to bottom; only those of two columns and two rows at least."""
    strokes = _joined(list(_strokes(page)))
    if not 4 <= len(strokes) <= _TOO_MANY:
        return []
    grids = [grid for group in _connected(strokes) if (grid := _grid(group)) is not None]
    return sorted(grids, key=lambda grid: -grid.ys[0])


def _strokes(page: Any) -> Iterator[Stroke]:
    from pypdfium2 import raw

    stroke, filling = ctypes.c_int(), ctypes.c_int()
    count = 0
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        count += 1
        if count > _PATHS:
            return
        if not raw.FPDFPath_GetDrawMode(path, filling, stroke) or not (stroke.value or filling.value):
            continue
        x0, y0, x1, y1 = path.get_bounds()
        if x1 - x0 <= _THIN and y1 - y0 > _SHORT:
            yield Stroke(False, (x0 + x1) / 2, y0, y1)
        elif y1 - y0 <= _THIN and x1 - x0 > _SHORT:
            yield Stroke(True, (y0 + y1) / 2, x0, x1)
        elif stroke.value:
            yield from _sides(path)


def _sides(path: Any) -> Iterator[Stroke]:
    """The level and upright sides of a path of several."""
    from pypdfium2 import raw

    count = raw.FPDFPath_CountSegments(path)
    if not 2 <= count <= 400:
        return
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _side(last, point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _side(point, first)
        last = point


def _side(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Stroke]:
    width, height = abs(a[0] - b[0]), abs(a[1] - b[1])
    if height <= 1 and width > _SHORT:
        yield Stroke(True, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))
    elif width <= 1 and height > _SHORT:
        yield Stroke(False, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1]))


def _joined(strokes: list[Stroke]) -> list[Stroke]:
    """Strokes that continue each other as one."""
    joined: list[Stroke] = []
    for one in sorted(strokes, key=lambda stroke: (stroke.level, round(stroke.at / _NEAR), stroke.start)):
        last = joined[-1] if joined else None
        if last and last.level == one.level and last.meets(one):
            joined[-1] = Stroke(one.level, last.at, min(last.start, one.start), max(last.end, one.end))
        else:
            joined.append(one)
    return joined


def _connected(strokes: list[Stroke]) -> list[list[Stroke]]:
    """Groups of strokes that touch, directly or through others."""
    groups: list[list[Stroke]] = []
    waiting = set(range(len(strokes)))
    while waiting:
        open_ones = [waiting.pop()]
        group: list[Stroke] = []
        while open_ones:
            one = strokes[open_ones.pop()]
            group.append(one)
            touching = [other for other in waiting if one.meets(strokes[other])]
            waiting.difference_update(touching)
            open_ones += touching
        groups.append(group)
    return groups


def _grid(strokes: list[Stroke]) -> Grid | None:
    level = [one for one in strokes if one.level]
    upright = [one for one in strokes if not one.level]
    if len(level) < 2 or not upright:
        return None
    ends = [edge for one in level for edge in (one.start, one.end)]
    tops = [edge for one in upright for edge in (one.start, one.end)]
    xs = _edges([*(one.at for one in upright), min(ends), max(ends)])
    ys = _edges([*(one.at for one in level), min(tops), max(tops)])[::-1]
    if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > 5000:
        return None
    cells: dict[tuple[int, int], int] = {}
    corners: list[tuple[int, int]] = []
    for row in range(len(ys) - 1):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(len(xs) - 1):
            centre = (xs[column] + xs[column + 1]) / 2
            if column and not _drawn(upright, xs[column], middle):
                cells[row, column] = cells[row, column - 1]
            elif row and not _drawn(level, ys[row], centre):
                cells[row, column] = cells[row - 1, column]
            else:
                cells[row, column] = len(corners)
                corners.append((row, column))
    rows, columns = {row for row, _ in corners}, {column for _, column in corners}
    return Grid(tuple(xs), tuple(ys), cells, tuple(corners)) if len(rows) > 1 and len(columns) > 1 else None


def _edges(values: Iterable[float]) -> list[float]:
    """The values in order, those that nearly agree taken once."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2 * _NEAR:
            edges.append(value)
    return edges


def _drawn(strokes: list[Stroke], at: float, along: float) -> bool:
    return any(abs(one.at - at) <= 2 * _NEAR and one.start - 1 <= along <= one.end + 1 for one in strokes)
