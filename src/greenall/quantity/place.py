"""Where something stands in a text.

A span counts characters (Unicode code points) of the text as published, before any normalising, half open:
`text[span.start:span.end]` is the quote.

>>> Span(2, 5).of("占比达到50％")
'达到5'
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open [start, end) in characters of the text as published."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The quote: the words of `text` that stand in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> "Span":
        """The same stretch `by` characters further on."""
        return Span(self.start + by, self.end + by)
