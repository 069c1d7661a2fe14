"""Word documents (DOCX, DOCM): the body in its order, with automatic numbers and tracked changes.

Read straight from the XML: the usual library leaves out content controls and inserted text, and takes long to import
(docs/decisions/0012-own-readers.md).

Kept        headings by style or outline level, list items with the number they are printed with, tables with merged
            cells, inserted text, links, fields' results, formulas as plain letters.
Left out    deleted text, headers, footers, notes, comments, text boxes, tables of contents, macros; each with a notice
            where the reader could miss something.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from greenall.documents.archives import Archive
from greenall.documents.composing import Cell, Line, Table, compose
from greenall.documents.document import BlockKind, Document, FileKind, Notice, Unreadable
from greenall.documents.markup import attribute, child, local, parse_xml
from greenall.documents.numbering import numbered
from greenall.documents.omissions import Omissions
from greenall.documents.word_styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"


def read(name: str, data: bytes) -> Document:
    """The document in a DOCX or DOCM file."""
    archive = Archive(name, data)
    main = _main_part(name, archive)
    folder = main.rpartition("/")[0]
    body = child(parse_xml(name, main, archive.read(main)), "body")
    if body is None:
        raise Unreadable("documents.broken", name=name)
    styles, numbering = (_part(name, archive, f"{folder}/{part}") for part in ("styles.xml", "numbering.xml"))
    reader = _Reader(Styles(styles, numbering))
    content = list(reader.content(body))
    return compose(name, FileKind.DOCX, data, content, [*_macros(archive), *reader.omissions.notices()])


def _main_part(name: str, archive: Archive) -> str:
    if "_rels/.rels" in archive.names:
        for relation in parse_xml(name, "_rels/.rels", archive.read("_rels/.rels")):
            target = attribute(relation, "Target").lstrip("/")
            if attribute(relation, "Type").endswith("/officeDocument") and target in archive.names:
                return target
    if _MAIN not in archive.names:
        raise Unreadable("documents.broken", name=name)
    return _MAIN


def _part(name: str, archive: Archive, part: str) -> "_Element | None":
    data = archive.read(part)
    return parse_xml(name, part, data) if data else None


def _macros(archive: Archive) -> list[Notice]:
    stored = any(part.endswith("vbaProject.bin") for part in archive.names)
    enabled = b"macroEnabled" in archive.read("[Content_Types].xml")
    return [Notice("documents.macros_ignored")] if stored or enabled else []


# Elements that only wrap others.
_WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "ins", "moveTo", "dir", "bdo", "r",
             "ruby", "rubyBase", "oMath", "oMathPara"}  # fmt: skip
_DELETED = {"del", "moveFrom"}


class _Reader:
    """Walks the body and keeps count of what it leaves out."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.omissions = Omissions()
        self._carried = ""  # text of a paragraph whose end was deleted
        self._in_field: list[bool] = []  # for each open field: are we still in its instruction?

    def content(self, parent: "_Element") -> Iterator[Line | Table]:
        """Paragraphs and tables below an element, in order."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield self._table(element)
            elif name in _DELETED:
                self.omissions.deleted += 1
            elif name in _WRAPPERS:
                self.omissions.inserted += name in ("ins", "moveTo")
                yield from self.content(element)

    def _paragraph(self, paragraph: "_Element") -> Iterator[Line]:
        self._in_field = [False for _ in self._in_field]  # an instruction ends with its paragraph at the latest
        properties = child(paragraph, "pPr")
        marks = child(properties, "rPr")
        text = self._carried + "".join(self._words(paragraph))
        self._carried = ""
        if child(marks, "del") is not None and child(marks, "ins") is None:
            self._carried = text
            return
        style = self._styles.of(properties)
        if style.is_contents:
            self.omissions.contents += 1
            return
        number = self._styles.next_number(style) if text.strip() else ""
        if style.heading:
            yield Line(numbered(number, text.replace("\n", " ")), BlockKind.HEADING, style.heading)
            return
        kind, level = (BlockKind.LIST_ITEM, style.list_level + 1) if style.list_id else (BlockKind.PARAGRAPH, 0)
        for line in text.split("\n"):
            yield Line(numbered(number, line), kind, level)
            number = ""

    def _words(self, parent: "_Element") -> Iterator[str]:
        """The printed characters below an element; a line break is a line feed."""
        for element in parent:
            name = local(element)
            if name in ("t", "delText"):
                if not any(self._in_field):
                    yield element.text or ""
            elif name == "r" and child(child(element, "rPr"), "vanish") is not None:
                self.omissions.hidden += bool("".join(self._words_of_run(element)).strip())
            elif name in _WRAPPERS or "/math}" in element.tag:
                self.omissions.inserted += name in ("ins", "moveTo")
                yield from self._words(element)
            elif name in _DELETED:
                self.omissions.deleted += 1
            else:
                yield from self._sign(name, element)

    def _words_of_run(self, run: "_Element") -> Iterator[str]:
        return (one.text or "" for one in run if local(one) == "t")

    def _sign(self, name: str, element: "_Element") -> Iterator[str]:
        if name in ("tab", "ptab"):
            yield " "
        elif name in ("br", "cr"):
            yield "" if attribute(element, "type") in ("page", "column") else "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name in ("footnoteReference", "endnoteReference"):
            self.omissions.notes += 1
        elif name == "fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name in ("drawing", "pict", "AlternateContent", "object"):
            self._text_box(element)

    def _field(self, step: str) -> None:
        """A field is an instruction, then its result; only the result is printed."""
        if step == "begin":
            self._in_field.append(True)
        elif step == "separate" and self._in_field:
            self._in_field[-1] = False
        elif step == "end" and self._in_field:
            self._in_field.pop()

    def _text_box(self, element: "_Element") -> None:
        choice = child(element, "Choice") if local(element) == "AlternateContent" else element
        for box in (choice if choice is not None else element).iter("{*}txbxContent"):
            self.omissions.add_box(" ".join(piece.text or "" for piece in box.iter("{*}t")))

    def _table(self, table: "_Element") -> Table:
        cells: list[Cell] = []
        for row_number, row in enumerate(self._rows(table), 1):
            properties = child(row, "trPr")
            is_header = child(properties, "tblHeader") is not None
            column = 1 + _number(attribute(child(properties, "gridBefore"), "val"), 0)
            for cell in _inside(row, "tc"):
                settings = child(cell, "tcPr")
                merge = child(settings, "vMerge")
                continues = merge is not None and attribute(merge, "val") != "restart"
                if not continues and attribute(child(settings, "hMerge"), "val") not in ("continue",):
                    cells.append(Cell(row_number, column, tuple(self.content(cell)), is_header))
                column += _number(attribute(child(settings, "gridSpan"), "val"), 1)
        return Table(tuple(cells))

    def _rows(self, table: "_Element") -> Iterator["_Element"]:
        for row in _inside(table, "tr"):
            if child(child(row, "trPr"), "del") is not None:
                self.omissions.deleted += 1
            else:
                yield row


def _inside(parent: "_Element", name: str) -> Iterator["_Element"]:
    """Children of that name, also inside content controls."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in _WRAPPERS:
            yield from _inside(element, name)


def _number(written: str, otherwise: int) -> int:
    return int(written) if re.fullmatch(r"\d{1,4}", written) else otherwise
