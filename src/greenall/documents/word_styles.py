"""What the styles and lists of a Word document make of a paragraph: a heading, an item and its printed number."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greenall.documents.markup import attribute, child, local
from greenall.documents.numbering import Counter, Level

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEPTH = 20  # styles build on styles; a ring of them must end


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    heading: int = 0  # level from 1; 0 = no heading
    list_id: str = ""
    list_level: int = 0
    is_contents: bool = False  # a line of a table of contents


class Styles:
    """The styles and lists of one document. Numbers are counted while the document is read, so in order."""

    def __init__(self, styles: "_Element | None", numbering: "_Element | None") -> None:
        self._styles = {attribute(one, "styleId"): one for one in _children(styles, "style")}
        defaults = [key for key, one in self._styles.items() if attribute(one, "default") in ("1", "true")]
        self._default = next((key for key in defaults if attribute(self._styles[key], "type") == "paragraph"), "")
        self._abstract = {attribute(one, "abstractNumId"): one for one in _children(numbering, "abstractNum")}
        self._lists = {attribute(one, "numId"): one for one in _children(numbering, "num")}
        self._counters: dict[str, Counter] = {}
        self._restarted: set[tuple[str, int]] = set()

    def of(self, properties: "_Element | None") -> ParagraphStyle:
        """The style of a paragraph with these properties (`w:pPr`)."""
        chain = self._chain(attribute(child(properties, "pStyle"), "val") or self._default)
        names = [attribute(child(style, "name"), "val").lower() for style in chain]
        layers = [properties, *(child(style, "pPr") for style in chain)]
        list_id, list_level = self._list(layers)
        is_contents = any(re.match(r"toc \d", name) for name in names)
        return ParagraphStyle(_heading(layers, names), list_id, list_level, is_contents)

    def next_number(self, style: ParagraphStyle) -> str:
        """The number that the next paragraph of this style is printed with; "" for none and for a bullet."""
        counter = self._counter(style.list_id)
        if counter is None:
            return ""
        for override in _children(self._lists[style.list_id], "lvlOverride"):
            level, start = attribute(override, "ilvl"), attribute(child(override, "startOverride"), "val")
            key = (style.list_id, int(level)) if level.isdecimal() and start.isdecimal() else None
            if key and key not in self._restarted and key[1] == style.list_level:
                self._restarted.add(key)
                counter.restart(key[1], int(start))
        return counter.next(style.list_level)

    def _chain(self, style_id: str) -> list["_Element"]:
        """A style and those it is based on."""
        chain: list[_Element] = []
        while (style := self._styles.get(style_id)) is not None and len(chain) < _DEPTH:
            chain.append(style)
            style_id = attribute(child(style, "basedOn"), "val")
        return chain

    def _list(self, layers: list["_Element | None"]) -> tuple[str, int]:
        """List and level: each from the first layer that sets it; list 0 takes a paragraph out of its style's list."""
        marks = [child(layer, "numPr") for layer in layers]
        list_id = next((found for mark in marks if (found := attribute(child(mark, "numId"), "val"))), "")
        level = next((found for mark in marks if (found := attribute(child(mark, "ilvl"), "val"))), "0")
        if list_id not in self._lists or list_id == "0":
            return "", 0
        return list_id, int(level) if level.isdecimal() else 0

    def _counter(self, list_id: str) -> Counter | None:
        """The counter of a list; lists made from one pattern go on counting together."""
        if list_id not in self._lists:
            return None
        abstract_id = attribute(child(self._lists[list_id], "abstractNumId"), "val")
        if abstract_id not in self._counters:
            abstract = self._abstract.get(abstract_id)
            linked = self._styles.get(attribute(child(abstract, "numStyleLink"), "val"))
            if linked is not None:
                other = attribute(child(child(child(linked, "pPr"), "numPr"), "numId"), "val")
                if other in self._lists and other != list_id:
                    abstract = self._abstract.get(attribute(child(self._lists[other], "abstractNumId"), "val"))
            self._counters[abstract_id] = Counter(_levels(abstract))
        return self._counters[abstract_id]


def _levels(abstract: "_Element | None") -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for one in _children(abstract, "lvl"):
        number, start = attribute(one, "ilvl"), attribute(child(one, "start"), "val")
        style = attribute(child(one, "numFmt"), "val")
        if number.isdecimal() and style != "bullet":
            pattern = attribute(child(one, "lvlText"), "val")
            levels[int(number)] = Level(pattern, style or "decimal", int(start) if start.isdecimal() else 1)
    return levels


def _heading(layers: list["_Element | None"], names: list[str]) -> int:
    level = next((found for layer in layers if (found := attribute(child(layer, "outlineLvl"), "val"))), "")
    if level.isdecimal():
        return int(level) + 1 if int(level) < 9 else 0
    for name in names:
        if match := re.fullmatch(r"heading (\d)", name):
            return int(match.group(1))
        if name == "title":
            return 1
    return 0


def _children(parent: "_Element | None", name: str) -> list["_Element"]:
    return [one for one in parent if local(one) == name] if parent is not None else []
