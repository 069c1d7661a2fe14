"""What the header of an HWPX file makes of a paragraph: a heading, an item and its printed number."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greenall.documents.markup import attribute, child, local
from greenall.documents.numbering import Counter, Level

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING_NAME = re.compile(r"(?:개요|제목|heading|outline)\s*(\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    heading: int = 0  # level from 1; 0 = no heading
    list_level: int = 0  # level from 1; 0 = no item
    numbering: str = ""
    depth: int = 0  # level of the number, from 0


class Styles:
    """The styles and numberings of one document. Numbers are counted while the document is read, so in order."""

    def __init__(self, header: "_Element | None") -> None:
        lists = _named(header, "numbering")
        self._counters = {key: Counter(_levels(one)) for key, one in lists.items()}
        self._marks = {key: child(one, "heading") for key, one in _named(header, "paraPr").items()}
        styles = _named(header, "style").items()
        self._names = {key: attribute(one, "name") or attribute(one, "engName") for key, one in styles}
        self._outline = ""

    def use_outline(self, numbering: str) -> None:
        """The numbering of a section's outline levels."""
        self._outline = numbering or self._outline

    def of(self, properties: str, style: str) -> ParagraphStyle:
        """The style of a paragraph with these references."""
        mark = self._marks.get(properties)
        kind = attribute(mark, "type")
        depth = int(level) if (level := attribute(mark, "level")).isdecimal() and len(level) < 3 else 0
        numbering = {"OUTLINE": self._outline, "NUMBER": attribute(mark, "idRef")}.get(kind, "")
        if kind == "OUTLINE":
            return ParagraphStyle(depth + 1, 0, numbering, depth)
        if named := _HEADING_NAME.match(self._names.get(style, "")):
            return ParagraphStyle(int(named.group(1)), 0, numbering, depth)
        return ParagraphStyle(0, depth + 1 if kind in ("NUMBER", "BULLET") else 0, numbering, depth)

    def next_number(self, style: ParagraphStyle) -> str:
        """The number that the next paragraph of this style is printed with; "" for none."""
        counter = self._counters.get(style.numbering)
        return counter.next(style.depth) if counter else ""


def _levels(numbering: "_Element") -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for head in numbering:
        number, start = attribute(head, "level"), attribute(head, "start")
        if local(head) == "paraHead" and number.isdecimal():
            pattern = re.sub(r"\^(\d)", r"%\1", head.text or "")
            style = attribute(head, "numFormat") or "DIGIT"
            levels[int(number) - 1] = Level(pattern, style, int(start) if start.isdecimal() else 1)
    return levels


def _named(root: "_Element | None", name: str) -> dict[str, "_Element"]:
    return {attribute(one, "id"): one for one in root.iter(f"{{*}}{name}")} if root is not None else {}
