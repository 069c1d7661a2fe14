"""Hangul documents in the binary format (HWP 5): an OLE file of streams, each a sequence of records.

A record has a tag, a level and bytes; the levels make a tree. A paragraph is a record whose children are its text
(UTF-16 with control characters) and its controls; a table is a control whose children are lists of paragraphs with the
address of their cell. With changes tracked, `BodyText` holds the final wording.

Source   Hancom, "HWP document file format 5.0", revision 1.3; offsets checked against other readers.
"""

import re
import struct
from array import array
from collections.abc import Iterator

from greenall.documents.composing import Cell, Line, Table, compose
from greenall.documents.compound import CompoundFile
from greenall.documents.document import BlockKind, Document, FileKind, Notice, Unreadable
from greenall.documents.hwp_records import (
    CONTROL,
    EQUATION,
    LIST,
    PARAGRAPH,
    TABLE,
    TEXT,
    BrokenRecords,
    Record,
    flat,
    tree,
)
from greenall.documents.hwp_styles import Styles
from greenall.documents.numbering import numbered
from greenall.documents.omissions import Omissions

_COMPRESSED, _SCRIPTS = 0x1, 0x8
_LOCKED = 0x2 | 0x4 | 0x10 | 0x100  # password, distribution copy, rights management, certificate
# Control characters by the code units they take in the text: 1, or 8 with their own bytes inside.
_SINGLE = {0, 10, 13, 24, 25, 26, 27, 28, 29, 30, 31}
_SIGNS = {9: " ", 10: "\n", 24: "-", 30: " ", 31: " "}
_OF_CONTROLS = {1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23}  # each stands for the next control record


def read(name: str, data: bytes) -> Document:
    """The document in an HWP 5 file."""
    with CompoundFile(name, data) as file:
        header = file.read("FileHeader")
        if len(header) < 40 or not header.startswith(b"HWP Document File"):
            raise Unreadable("documents.broken", name=name)
        (flags,) = struct.unpack_from("<I", header, 36)
        if flags & _LOCKED:
            raise Unreadable("documents.encrypted", name=name)
        load = file.inflate if flags & _COMPRESSED else file.read
        streams = (stream for stream in file.names("BodyText") if re.fullmatch(r"Section[0-9]{1,6}", stream))
        sections = sorted(streams, key=_number_of)
        if not sections:
            raise Unreadable("documents.broken", name=name)
        try:
            reader = _Reader(Styles(tree(load("DocInfo")) if file.has("DocInfo") else []))
            content: list[Line | Table] = []
            for section in sections:
                content += reader.content(tree(load(f"BodyText/{section}")))
        except BrokenRecords as error:
            raise Unreadable("documents.broken", name=name) from error
        macros = [Notice("documents.macros_ignored")] if flags & _SCRIPTS else []
    return compose(name, FileKind.HWP, data, content, [*macros, *reader.omissions.notices()])


def _number_of(section: str) -> int:
    return int(section.removeprefix("Section"))


class _Reader:
    """Walks the records and keeps count of what it leaves out."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.omissions = Omissions()

    def content(self, records: list[Record]) -> Iterator[Line | Table]:
        """The paragraphs among sibling records, each followed by the tables that hang in it."""
        for record in records:
            if record.tag == PARAGRAPH:
                yield from self._paragraph(record)

    def _paragraph(self, paragraph: Record) -> Iterator[Line | Table]:
        hanging: list[Line | Table] = []
        controls = iter([one for one in paragraph.children if one.tag == CONTROL])
        words = []
        for one in paragraph.children:
            if one.tag == TEXT:
                words += list(self._words(one.data, controls, hanging))
        for control in controls:  # more controls than signs in the text: a damaged or an odd file
            self._control(control, hanging)
        text = "".join(words)
        if text.strip():
            yield from self._lines(text, paragraph.data)
        yield from hanging

    def _lines(self, text: str, header: bytes) -> Iterator[Line]:
        style = self._styles.of(header)
        number = self._styles.next_number(style)
        if style.heading:
            yield Line(numbered(number, text.replace("\n", " ")), BlockKind.HEADING, style.heading)
            return
        kind = BlockKind.LIST_ITEM if style.list_level else BlockKind.PARAGRAPH
        for line in text.split("\n"):
            yield Line(numbered(number, line), kind, style.list_level)
            number = ""

    def _words(self, data: bytes, controls: Iterator[Record], hanging: list[Line | Table]) -> Iterator[str]:
        """The printed characters; a control leaves its own in its place, or a table behind the paragraph."""
        units = array("H", data[: len(data) // 2 * 2])
        start = at = 0
        while at < len(units):
            code = units[at]
            if code >= 32:
                at += 1
                continue
            yield _decoded(data, start, at)
            yield _SIGNS.get(code, "")
            if code in _OF_CONTROLS and (control := next(controls, None)) is not None:
                yield self._control(control, hanging)
            at += 1 if code in _SINGLE else 8
            start = at
        yield _decoded(data, start, len(units))

    def _control(self, control: Record, hanging: list[Line | Table]) -> str:
        """What a control prints in its place; tables and captions are hung behind the paragraph."""
        kind = control.data[:4][::-1]
        if kind == b"tbl ":
            hanging += self._table(control)
        elif kind == b"gso ":
            hanging += self._caption(control.children)
            shapes = [one for one in control.children if one.tag not in (PARAGRAPH, LIST)]
            self.omissions.add_box(" ".join(_all_text(shapes)))
        elif kind in (b"fn  ", b"en  "):
            self.omissions.notes += 1
        elif kind == b"secd":
            self._styles.use_outline(control.data)
        elif kind == b"atno" and len(control.data) >= 10:
            return str(struct.unpack_from("<H", control.data, 8)[0])
        elif kind == b"eqed":
            return "".join(_script(one.data) for one in control.children if one.tag == EQUATION)
        return ""

    def _caption(self, records: list[Record]) -> Iterator[Line | Table]:
        """Paragraphs of the list before the table or shape."""
        for record in records:
            if record.tag not in (LIST, PARAGRAPH):
                return
            if record.tag == PARAGRAPH:
                yield from self._paragraph(record)

    def _table(self, control: Record) -> Iterator[Line | Table]:
        yield from self._caption(control.children)
        cells: list[tuple[int, int, list[Record]]] = []
        inside = False
        for record in control.children:
            inside = inside or record.tag == TABLE
            if inside and record.tag == LIST and len(record.data) >= 12:
                column, row = struct.unpack_from("<HH", record.data, 8)
                cells.append((row, column, []))
            elif cells and record.tag == PARAGRAPH:
                cells[-1][2].append(record)
        yield Table(tuple(Cell(row + 1, column + 1, tuple(self.content(inner))) for row, column, inner in cells))


def _decoded(data: bytes, start: int, end: int) -> str:
    return data[2 * start : 2 * end].decode("utf-16-le", "replace") if end > start else ""


def _all_text(records: list[Record]) -> Iterator[str]:
    """The text of all paragraphs below some records, without their tables."""
    reader = _Reader(Styles([]))
    for record in flat(records):
        if record.tag == PARAGRAPH:
            yield from (line.text for line in reader.content([record]) if isinstance(line, Line))


def _script(data: bytes) -> str:
    """The source of a formula."""
    if len(data) < 6:
        return ""
    (length,) = struct.unpack_from("<H", data, 4)
    return f" {data[6 : 6 + 2 * length].decode('utf-16-le', 'replace')} "
