"""Hangul documents in the open format (HWPX, KS X 6101): ZIP and XML.

Sections are read in the order of the package's spine. Elements are known by their names without namespace, since the
namespaces carry the year of the edition. Headings are paragraphs of an outline level or of a style named as heading;
numbers that the program prints before a paragraph are computed.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from greenall.documents.archives import Archive
from greenall.documents.composing import Cell, Line, Table, compose
from greenall.documents.document import BlockKind, Document, FileKind, Notice, Unreadable
from greenall.documents.hwpx_styles import Styles
from greenall.documents.markup import attribute, child, local, parse_xml
from greenall.documents.numbering import numbered
from greenall.documents.omissions import Omissions

if TYPE_CHECKING:
    from lxml.etree import _Element

_SECTION = re.compile(r"Contents/section(\d+)\.xml")
_SIGNS = {"tab": " ", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
# Controls with text of their own that is not part of the running text.
_NOTES = {"footNote", "endNote"}
_ASIDE = {
    "header",
    "footer",
    "hiddenComment",
    "memo",
    "secPr",
    "pageNum",
    "newNum",
    "bookmark",
    "fieldBegin",
    "fieldEnd",
}


def read(name: str, data: bytes) -> Document:
    """The document in an HWPX file."""
    archive = Archive(name, data)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Unreadable("documents.encrypted", name=name)
    sections = _sections(name, archive)
    if not sections:
        raise Unreadable("documents.broken", name=name)
    header = archive.read("Contents/header.xml")
    styles = Styles(parse_xml(name, "header.xml", header) if header else None)
    reader = _Reader(styles)
    content: list[Line | Table] = []
    for part in sections:
        section = parse_xml(name, part, archive.read(part))
        styles.use_outline(next((attribute(one, "outlineShapeIDRef") for one in section.iter("{*}secPr")), ""))
        content += reader.content(section)
    return compose(name, FileKind.HWPX, data, content, [*_macros(archive), *reader.omissions.notices()])


def _macros(archive: Archive) -> list[Notice]:
    return [Notice("documents.macros_ignored")] if any(part.startswith("Scripts/") for part in archive.names) else []


def _sections(name: str, archive: Archive) -> list[str]:
    """The parts with the text, in the order of the spine; by their numbers where the package has none."""
    stored = sorted((part for part in archive.names if _SECTION.fullmatch(part)), key=_section_number)
    package = archive.read("Contents/content.hpf")
    if not package:
        return stored
    root = parse_xml(name, "content.hpf", package)
    items = {attribute(item, "id"): attribute(item, "href") for item in root.iter("{*}item")}
    spine = [items.get(attribute(ref, "idref"), "") for ref in root.iter("{*}itemref")]
    named = [path if path in archive.names else f"Contents/{path}" for path in spine]
    ordered = [path for path in dict.fromkeys(named) if path in stored]
    return ordered + [part for part in stored if part not in ordered]


def _section_number(part: str) -> int:
    found = _SECTION.fullmatch(part)
    return int(found.group(1)) if found else 0


class _Reader:
    """Walks the sections and keeps count of what it leaves out."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.omissions = Omissions()
        self._is_deleted = False

    def content(self, parent: "_Element") -> Iterator[Line | Table]:
        """Paragraphs and tables below a section or a cell, in order."""
        for paragraph in parent:
            if local(paragraph) == "p":
                yield from self._paragraph(paragraph)

    def _paragraph(self, paragraph: "_Element") -> Iterator[Line | Table]:
        """The paragraph's own text, then the tables that hang in it with their captions."""
        hanging: list[Line | Table] = []
        text = "".join(self._words(paragraph, hanging))
        if text.strip():
            style = self._styles.of(attribute(paragraph, "paraPrIDRef"), attribute(paragraph, "styleIDRef"))
            number = self._styles.next_number(style)
            if style.heading:
                yield Line(numbered(number, text.replace("\n", " ")), BlockKind.HEADING, style.heading)
            else:
                kind = BlockKind.LIST_ITEM if style.list_level else BlockKind.PARAGRAPH
                for line in text.split("\n"):
                    yield Line(numbered(number, line), kind, style.list_level)
                    number = ""
        yield from hanging

    def _words(self, parent: "_Element", hanging: list[Line | Table]) -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name == "t":
                yield from self._letters(element)
            elif name == "tbl":
                hanging += self._caption(element)
                hanging.append(self._table(element))
            elif name in _NOTES:
                self.omissions.notes += 1
            elif name == "drawText":
                self._box(element)
            elif name == "caption":
                hanging += self._caption(parent)
            elif name == "autoNum":
                yield attribute(element, "num")
            elif name == "equation":
                yield self._script(element)
            elif name not in _ASIDE and len(element):
                yield from self._words(element, hanging)

    def _letters(self, element: "_Element") -> Iterator[str]:
        """Text with the signs and marks of revision that stand in it."""
        yield self._kept(element.text)
        for one in element:
            name = local(one)
            if name in ("deleteBegin", "deleteEnd"):
                self._is_deleted = name == "deleteBegin"
                self.omissions.deleted += self._is_deleted
            elif name == "insertBegin":
                self.omissions.inserted += 1
            yield self._kept(_SIGNS.get(name, ""))
            yield self._kept(one.tail)

    def _kept(self, text: str | None) -> str:
        return "" if self._is_deleted or not text else text

    def _script(self, equation: "_Element") -> str:
        script = child(equation, "script")
        return f" {script.text} " if script is not None and script.text else ""

    def _caption(self, element: "_Element") -> Iterator[Line | Table]:
        """What is written above or below a table or a picture."""
        inside = child(child(element, "caption"), "subList")
        if inside is not None:
            yield from self.content(inside)

    def _box(self, element: "_Element") -> None:
        self.omissions.add_box(" ".join("".join(map(str, piece.itertext())) for piece in element.iter("{*}t")))

    def _table(self, table: "_Element") -> Table:
        cells: list[Cell] = []
        for row_number, row in enumerate((one for one in table if local(one) == "tr"), 1):
            for column, cell in enumerate((one for one in row if local(one) == "tc"), 1):
                address = child(cell, "cellAddr")
                at = _whole(attribute(address, "rowAddr"), row_number - 1) + 1
                beside = _whole(attribute(address, "colAddr"), column - 1) + 1
                inside = child(cell, "subList")
                content = tuple(self.content(inside)) if inside is not None else ()
                cells.append(Cell(at, beside, content, attribute(cell, "header") in ("1", "true")))
        return Table(tuple(cells))


def _whole(written: str, otherwise: int) -> int:
    return int(written) if re.fullmatch(r"[0-9]{1,4}", written) else otherwise
