"""Tables without lines on a PDF page: three rows at least of the same three or more pieces, one below the other.

Less is taken for text: a table that is not seen leaves its words in order, a table seen where none is would cut them.
"""

from collections.abc import Iterator
from itertools import pairwise

from greenall.documents.composing import Cell, Line, Table
from greenall.documents.pdf_lines import TextLine

_ROWS, _COLUMNS = 3, 3


def split(lines: list[TextLine]) -> Iterator[list[TextLine] | Table]:
    """Runs of text lines, and the tables between them."""
    text: list[TextLine] = []
    at = 0
    while at < len(lines):
        rows = _rows(lines, at)
        if len(rows) < _ROWS:
            text.append(lines[at])
            at += 1
            continue
        if text:
            yield text
            text = []
        yield Table(
            tuple(
                Cell(number, column, (Line(piece.text),))
                for number, row in enumerate(rows, 1)
                for column, piece in enumerate(row.pieces, 1)
            ),
            rows[0].page,
        )
        at += len(rows)
    if text:
        yield text


def _rows(lines: list[TextLine], start: int) -> list[TextLine]:
    """The lines from `start` on whose pieces stand in the same columns."""
    first = lines[start]
    if len(first.pieces) < _COLUMNS:
        return []
    edges = [(piece.x0, piece.x1) for piece in first.pieces]
    rows = [first]
    for line in lines[start + 1 :]:
        if (line.page, line.column, len(line.pieces)) != (first.page, first.column, len(edges)):
            break
        wider = [(min(a, p.x0), max(b, p.x1)) for (a, b), p in zip(edges, line.pieces, strict=True)]
        apart = all(left[1] < right[0] for left, right in pairwise(wider))
        below = all(p.x0 < b and a < p.x1 for (a, b), p in zip(edges, line.pieces, strict=True))
        if not apart or not below:
            break
        edges = wider
        rows.append(line)
    return rows
