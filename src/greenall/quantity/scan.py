"""Finding expressions in a text without reading one character twice.

A `Mask` marks what a figure is before amounts are looked for: a document number, a date, a programme name. `Taken`
keeps the stretches that are spoken for.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from greenall.quantity.place import Span


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch that holds figures which are no quantity: its class and the rule that says so."""

    span: Span
    figure_class: str
    rule: str


@dataclass(slots=True)
class Taken:
    """Stretches already read, kept in order so that asking is quick."""

    _spans: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "Taken":
        """The stretches of all these spans; overlapping ones are merged."""
        taken = cls()
        for span in sorted(spans):
            taken.add(span)
        return taken

    def add(self, span: Span) -> None:
        """Take a stretch."""
        insort(self._spans, (span.start, span.end))

    def is_free(self, start: int, end: int) -> bool:
        """True when no character of [start, end) is taken."""
        at = bisect_left(self._spans, (end, -1))
        return all(taken_end <= start for _, taken_end in self._spans[max(0, at - 8) : at])

    def __iter__(self) -> Iterator[Span]:
        return (Span(start, end) for start, end in self._spans)
