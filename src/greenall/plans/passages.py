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
    caption: str = ""  # the line in front of a table


@dataclass(frozen=True, slots=True)
class FoldedDocument:
    """The folded text of a document and the way back."""

    document: Document
    folded: Folded
    is_traditional: bool  # folding changed Chinese characters

    @classmethod
    def of(cls, document: Document, language: str) -> "FoldedDocument":
        """Fold the whole text once."""
        folded = fold(document.text, language)
        kept = set(folded.text)
        return cls(
            document, folded, language == "zh" and any("㐀" <= sign <= "鿿" for sign in set(document.text) - kept)
        )

    def published(self, span: Span, start: int = 0) -> Span:
        """The published span behind a span counted from `start` of the folded text."""
        return self.folded.span(span.start + start, span.end + start)

    def words(self, folded_words: str, near: int) -> str:
        """Folded words as the document writes them: 處 for 处 where the text is in traditional characters.

        Words composed of several pieces of the text (风电 + 装机) are put back piece by piece; what stands nowhere near
        the folded place `near` stays as it is.
        """
        if not self.is_traditional:
            return folded_words
        start = max(0, near - 300)
        window = self.folded.text[start : near + 200]
        written, at = "", 0
        while at < len(folded_words):
            length = len(folded_words) - at
            while length and (found := window.find(folded_words[at : at + length])) < 0:
                length -= 1
            if not length:
                written, at = written + folded_words[at], at + 1
                continue
            written += self.folded.span(start + found, start + found + length).of(self.document.text)
            at += length
        return written

    def unit(self, folded_unit: str, behind: int) -> str:
        """A folded unit as the document writes it: ㎡ for m2, 萬瓩 for 万瓩; a per cent sign is always %.

        `behind` is where the figure ends in the folded text; a unit that does not stand there stays as it is.
        """
        length = len(folded_unit)
        found = self.folded.text.find(folded_unit, max(0, behind - length), behind + length + 1)
        if folded_unit in ("", "%") or found < 0:
            return self.words(folded_unit, behind)
        written = self.folded.span(found, found + len(folded_unit)).of(self.document.text)
        return written if " " in folded_unit else written.replace(" ", "")

    def passages(self, within: Span) -> Iterator[Passage]:
        """Passages and tables inside a published span, in order."""
        at = within.start
        for blocks in _tables(self.document.blocks, within):
            first, last = blocks[0].span.start, blocks[-1].span.end
            yield from self._running(Span(at, max(at, first)))
            index = [self.folded.index(edge) for block in blocks for edge in (block.span.start, block.span.end)]
            cells = cells_of(blocks, self.folded.text, index)
            start, end = self.folded.index(first), self.folded.index(last)
            before = self.folded.text[max(0, start - 120) : start].rstrip(" \n|").strip().rpartition("\n")[2]
            yield Passage(start, self.folded.text[start:end], tuple(cells), before if first > within.start else "")
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
