"""A quote in its surroundings: the words of a row, and a little of the sentence on either side.

>>> quote("到2025年，占比达到50％。推进改造。", Span(7, 14), 7)
Quote(before='到2025年，', words='占比达到50％', after='。推进改造。')
"""

from dataclasses import dataclass

from greenall.quantity.place import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of the plan, and what stands before and after them in the same line."""

    before: str
    words: str
    after: str

    @property
    def line(self) -> str:
        """All of it on one line."""
        return self.before + self.words + self.after


def quote(text: str, span: Span, reach: int = 24) -> Quote:
    """The words of a span with at most `reach` characters on either side; cut-off sides end in an ellipsis."""
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    before = text[start : span.start].rpartition("\n")[2]
    after = text[span.end : end].partition("\n")[0]
    opens = start > 0 and len(before) == span.start - start and text[start - 1] != "\n"
    closes = end < len(text) and len(after) == end - span.end and text[end] != "\n"
    before, after = (side.replace("\t", " · ") for side in (before, after))
    return Quote("…" * opens + before, span.of(text), after + "…" * closes)
