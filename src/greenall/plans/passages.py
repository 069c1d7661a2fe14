"""A document's text cut into what readers take: passages of running text and tables, both folded.

Everything is read on one folded text of the whole document, so a span found in a passage needs one addition and one
look-up to become a span of the published text.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from greenall.documents.document import Block, BlockKind, Document
from greenall.documents.folding import Folded, fold
from greenall.plans.tables import Cell, cells_of
from greenall.quantity.place import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text: `text` begins at `start` of the folded document. `cells` is filled for a table instead."""

    start: int
    text: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class FoldedDocument:
    """The folded text of a document and the way back."""

    document: Document
    folded: Folded

    @classmethod
    def of(cls, document: Document, language: str) -> "FoldedDocument":
        """Fold the whole text once."""
        return cls(document, fold(document.text, language))

    def published(self, span: Span, start: int = 0) -> Span:
        """The published span behind a span counted from `start` of the folded text."""
        return self.folded.span(span.start + start, span.end + start)

    def passages(self, within: Span) -> Iterator[Passage]:
        """Passages and tables inside a published span, in order."""
        at = within.start
        for blocks in _tables(self.document.blocks, within):
            first, last = blocks[0].span.start, blocks[-1].span.end
            yield from self._running(Span(at, max(at, first)))
            index = [self.folded.index(edge) for block in blocks for edge in (block.span.start, block.span.end)]
            cells = cells_of(blocks, self.folded.text, index)
            start, end = self.folded.index(first), self.folded.index(last)
            yield Passage(start, self.folded.text[start:end], tuple(cells))
            at = last
        yield from self._running(Span(at, within.end))

    def _running(self, span: Span) -> Iterator[Passage]:
        start, end = self.folded.index(span.start), self.folded.index(span.end)
        text = self.folded.text[start:end]
        if text.strip():
            yield Passage(start, text)


def _tables(blocks: tuple[Block, ...], within: Span) -> Iterator[list[Block]]:
    """The cells of each table inside a span."""
    table: list[Block] = []
    for number in range(bisect_left(blocks, within.start, key=lambda one: one.span.start), len(blocks)):
        block = blocks[number]
        if block.span.start >= within.end:
            break
        inside = block.kind is BlockKind.CELL and within.contains(block.span)
        if table and (not inside or block.place.table != table[0].place.table):
            yield table
            table = []
        if inside:
            table.append(block)
    if table:
        yield table
