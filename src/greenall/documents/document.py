"""The value that reading a file gives: one text, and where each piece of it stood.

`text` is the canonical text: blocks in reading order, one line each, joined by a line feed. The cells of a table row
stand on one line, joined by a tab. A span of a block is counted in `text`; a row extracted later points into `text`
by the same counting, so a quote is always `document.text[start:end]`.

Source   house.md, idea 1: text keeps its place.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from greenall.quantity.place import Span


class FileKind(StrEnum):
    """What a file is, told by its content, never by its name."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    HWPX = "hwpx"
    HWP = "hwp"


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stood in its file. Counted from 1; None where the kind of file has no such thing."""

    paragraph: int
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item or one table cell."""

    span: Span
    kind: BlockKind
    place: Place
    level: int = 0  # depth of a heading (1 = top) or of a list item; 0 otherwise
    is_header: bool = False  # a cell that names its column


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader is told about the file although it could be read: `documents.macros_ignored`."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read.

    name      the file's name without its folder
    sha256    hex digest of the file's bytes
    encoding  of text files ("utf-8", "gb18030", "cp949"), else ""
    """

    name: str
    kind: FileKind
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    encoding: str = ""
    notices: tuple[Notice, ...] = field(default=())


class Unreadable(ValueError):
    """A file that cannot be read. `code` is stable; `values` fill the sentence that `wording.say` makes of it.

    Codes: documents.empty, documents.too_large, documents.unknown_kind, documents.not_a_document, documents.old_word,
    documents.undecodable, documents.no_text_layer, documents.fonts_missing, documents.encrypted, documents.broken,
    documents.archive_bomb, documents.external_entity, documents.not_found, documents.a_folder, documents.no_access
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code} {values}" if values else code)
        self.code = code
        self.values = values
