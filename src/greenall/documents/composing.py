"""Lines and tables as a reader finds them -> the canonical text and its blocks.

A table of one column is no table but a frame around text, as Korean reports draw around a heading: its lines are taken
as lines. What stands in one cell is one line.

>>> row = Cell(1, 1, (Line("비중"),)), Cell(1, 2, (Line("30%"),))
>>> compose("plan", FileKind.HWPX, b"", [Line("목표", BlockKind.HEADING, 1), Table(row)]).text
'목표\\n비중\\t30%'
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from greenall.documents.document import Block, BlockKind, Document, FileKind, Notice, Place
from greenall.quantity.place import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, a paragraph or a list item."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its upper left corner; row and column are counted from 1."""

    row: int
    column: int
    content: tuple["Line | Table", ...]
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Cells row by row. The first row heads the columns; so do other rows whose cells say so."""

    cells: tuple[Cell, ...]
    page: int | None = None


def compose(
    name: str, kind: FileKind, data: bytes, content: Iterable[Line | Table], notices: Iterable[Notice] = ()
) -> Document:
    """The document that the lines and tables make. `notices` is taken last, when the content has been read."""
    composition = _Composition()
    composition.add(content)
    text = "\n".join(composition.lines)
    return Document(name, kind, sha256(data).hexdigest(), text, tuple(composition.blocks), "", tuple(notices))


class _Composition:
    """Canonical lines and blocks so far."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self._length = 0
        self._tables = 0

    def add(self, content: Iterable[Line | Table]) -> None:
        for one in content:
            if isinstance(one, Table):
                self._add_table(one)
            elif text := clean(one.text):
                span = Span(self._length, self._length + len(text))
                self.blocks.append(Block(span, one.kind, Place(len(self.lines) + 1, one.page), one.level))
                self._end_line(text)

    def _add_table(self, table: Table) -> None:
        cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
        if len({cell.column for cell in cells}) < 2:
            for cell in cells:
                self.add(cell.content)
            return
        self._tables += 1
        rows: dict[int, list[Cell]] = {}
        for cell in cells:
            rows.setdefault(cell.row, []).append(cell)
        for number, row in rows.items():
            self._add_row(row, number == cells[0].row, table.page)

    def _add_row(self, row: list[Cell], is_first: bool, page: int | None) -> None:
        texts = [clean(" ".join(_words(cell.content))) for cell in row]
        if not any(texts):
            return
        at = self._length
        for cell, text in zip(row, texts, strict=True):
            if text:
                place = Place(len(self.lines) + 1, page, self._tables, cell.row, cell.column)
                span = Span(at, at + len(text))
                self.blocks.append(Block(span, BlockKind.CELL, place, 0, is_first or cell.is_header))
            at += len(text) + 1
        self._end_line("\t".join(texts))

    def _end_line(self, text: str) -> None:
        self.lines.append(text)
        self._length += len(text) + 1


def _words(content: Iterable[Line | Table]) -> Iterable[str]:
    for one in content:
        if isinstance(one, Table):
            for cell in one.cells:
                yield from _words(cell.content)
        else:
            yield one.text


_SPACES = re.compile(r"[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+|  +")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def clean(text: str) -> str:
    """One line: no line ends, tabs or control characters, no spaces at its ends."""
    return _SPACES.sub(" ", _CONTROLS.sub("", text)).strip()
