"""What a line of a plan's text is: words, a heading, a row of a table, a rule, or nothing.

Cells of a table row are joined by tabs in every kind of document but Markdown, whose text keeps its own signs; there
the signs (`#`, `|`, `---`) are left out of what is shown, never out of what is counted.

>>> shape("## 2. Energy", Span(0, 12), is_markdown=True)
Line(kind=<Shape.HEADING: 'heading'>, parts=(Span(start=3, end=12),))
>>> [part.of("| a | 5 |") for part in shape("| a | 5 |", Span(0, 9), is_markdown=True).parts]
[' a ', ' 5 ']
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from greenall.quantity.place import Span

_HEADING = re.compile(r"#{1,6}\s+")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*")
_UNDER_HEADS = re.compile(r"[\s|:-]*-[\s|:-]*")


class Shape(StrEnum):
    WORDS = "words"
    HEADING = "heading"
    ROW = "row"
    UNDER_HEADS = "under_heads"  # the line between the heads and the rows of a Markdown table
    RULE = "rule"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the parts of it that are shown: one, or the cells of a row."""

    kind: Shape
    parts: tuple[Span, ...]


def shape(text: str, line: Span, *, is_markdown: bool) -> Line:
    """What the line that stands in `line` is."""
    words = line.of(text)
    if not words.strip():
        return Line(Shape.EMPTY, ())
    if "\t" in words:
        return Line(Shape.ROW, tuple(_split(words, "\t", line.start)))
    if is_markdown:
        if heading := _HEADING.match(words):
            return Line(Shape.HEADING, (Span(line.start + heading.end(), line.end),))
        if _RULE.fullmatch(words):
            return Line(Shape.RULE, ())
        if words.lstrip().startswith("|"):
            if _UNDER_HEADS.fullmatch(words):
                return Line(Shape.UNDER_HEADS, ())
            first, last = words.index("|") + 1, len(words.rstrip().removesuffix("|"))
            return Line(Shape.ROW, tuple(_split(words[first : max(first, last)], "|", line.start + first)))
    return Line(Shape.WORDS, (line,))


def _split(words: str, sign: str, start: int) -> list[Span]:
    cells = []
    for cell in words.split(sign):
        cells.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return cells
