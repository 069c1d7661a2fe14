"""PDF: the text layer put back into paragraphs and tables.

A PDF knows letters and places, no paragraphs. Letters become pieces, pieces lines, lines paragraphs; running heads and
page numbers go, drawn tables become tables, also across pages. A page that is a picture is named, not guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from greenall.documents import pdf_aligned
from greenall.documents.composing import Cell, Line, Table, compose
from greenall.documents.document import BlockKind, Document, FileKind, Notice, Unreadable
from greenall.documents.omissions import Omissions
from greenall.documents.pdf_fonts import has_lost_letters
from greenall.documents.pdf_grids import find_grids
from greenall.documents.pdf_lines import DrawnTable, TextLine, arrange
from greenall.documents.pdf_margins import without_margins
from greenall.documents.pdf_paragraphs import Setting, paragraphs, words_of
from greenall.documents.pdf_pieces import Letter, pieces_of, read_letters

_ONE_AT_A_TIME = Lock()  # the library keeps global state
_MOST_PAGES = 5000
_CONTENTS = re.compile(r".{2,}?(?:\.{4,}|…{2,}|·{4,}|(?:\. ){4,}|⋯{2,})\s*[-–]?\s*\d{1,4}\s*[-–]?$")
_BULLET = re.compile(r"[□■○●◦•∙▪▫◆◇▶▷►❍✓✔]\s")


@dataclass(slots=True)
class _Pages:
    """What stands on the pages, the pages that are pictures, and those with letters that cannot be read here."""

    content: list[list[TextLine | DrawnTable]] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    lossy: list[int] = field(default_factory=list)


def read(name: str, data: bytes) -> Document:
    """The document in a PDF file with a text layer."""
    with _ONE_AT_A_TIME:
        pages = _read_pages(name, data)
    omissions = Omissions()
    content = list(_content(without_margins(pages.content), omissions))
    notices = list(omissions.notices())
    if pages.lossy and not content:
        raise Unreadable("documents.fonts_missing", name=name, pages=_ranges(pages.lossy))
    if pages.lossy:
        notices.append(Notice("documents.letters_missing", (("pages", _ranges(pages.lossy)),)))
    if pages.pictures:
        shown = _ranges(pages.pictures)
        if not content:
            raise Unreadable("documents.no_text_layer", name=name, pages=shown)
        notices.append(Notice("documents.pages_without_text", (("pages", shown),)))
    return compose(name, FileKind.PDF, data, content, notices)


def _read_pages(name: str, data: bytes) -> _Pages:
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "documents.encrypted" if "password" in str(error).lower() else "documents.broken"
        raise Unreadable(code, name=name) from error
    try:
        if not 0 < len(file) <= _MOST_PAGES:
            raise Unreadable("documents.broken", name=name)
        pages = _Pages()
        for index in range(len(file)):
            page = file[index]
            content = _read_page(page, index + 1)
            if not content and _has_picture(page):
                pages.pictures.append(index + 1)
            if has_lost_letters(page):
                pages.lossy.append(index + 1)
            pages.content.append(content)
            page.close()
        return pages
    finally:
        file.close()


def _read_page(page: Any, number: int) -> list[TextLine | DrawnTable]:
    letters = read_letters(page)
    if not letters:
        return []
    grids = find_grids(page) if page.get_rotation() == 0 else []
    firsts = [sum(len(grid.corners) for grid in grids[:index]) for index in range(len(grids))]

    def cell_of(letter: Letter) -> int | None:
        for first, grid in zip(firsts, grids, strict=True):
            cell = grid.cell_at((letter.x0 + letter.x1) / 2, letter.y + 0.3 * letter.size)
            if cell is not None:
                return first + cell
        return None

    width, height = page.get_size()
    return arrange(list(pieces_of(letters, cell_of)), grids, number, width, height)


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _content(pages: list[list[TextLine | DrawnTable]], omissions: Omissions) -> Iterator[Line | Table]:
    """Paragraphs and tables of all pages in order."""
    everything = [one for page in pages for one in page]
    setting = Setting([one for one in everything if isinstance(one, TextLine)])
    sizes = _heading_sizes(everything, setting)
    running: list[TextLine] = []
    tables: list[DrawnTable] = []
    for one in [*everything, None]:
        if isinstance(one, TextLine):
            if tables:
                yield _table(tables, setting)
                tables = []
            running.append(one)
            continue
        for stretch in pdf_aligned.split(running):
            if isinstance(stretch, Table):
                yield stretch
                continue
            for paragraph in paragraphs(stretch, setting):
                yield from _line(paragraph, setting, sizes, omissions)
        running = []
        if tables and (one is None or not _continues(tables[-1], one)):
            yield _table(tables, setting)
            tables = []
        if one is not None:
            tables.append(one)


def _heading_sizes(everything: list[TextLine | DrawnTable], setting: Setting) -> list[float]:
    """The sizes larger than the body's, largest first."""
    sizes = {round(one.size) for one in everything if isinstance(one, TextLine)}
    return sorted((size for size in sizes if size > 1.15 * setting.body_size), reverse=True)


def _line(paragraph: list[TextLine], setting: Setting, sizes: list[float], omissions: Omissions) -> Iterator[Line]:
    text = words_of(paragraph, setting)
    size = round(paragraph[0].size)
    if _CONTENTS.fullmatch(text):
        omissions.contents += 1
    elif size in sizes and len(text) <= 100:
        yield Line(text, BlockKind.HEADING, min(sizes.index(size) + 1, 6), paragraph[0].page)
    elif _BULLET.match(text):
        yield Line(text, BlockKind.LIST_ITEM, 1, paragraph[0].page)
    else:
        yield Line(text, BlockKind.PARAGRAPH, 0, paragraph[0].page)


def _continues(table: DrawnTable, following: DrawnTable) -> bool:
    """True for the rest of a table on the next page: the same columns."""
    if following.page != table.page + 1 or len(table.grid.xs) != len(following.grid.xs):
        return False
    return all(abs(a - b) < 4 for a, b in zip(table.grid.xs, following.grid.xs, strict=True))


def _table(parts: list[DrawnTable], setting: Setting) -> Table:
    """One table of the parts on several pages.

    A head that is printed again is taken once; a row that is cut by the end of the page is put together.
    """
    head = _row(parts[0], 0)
    rows: list[dict[int, list[TextLine]]] = []
    for number, part in enumerate(parts):
        for at in range(len(part.grid.ys) - 1):
            row = _row(part, at)
            if number and at == 0 and _said(row, setting) == _said(head, setting):
                continue
            if number and at == 0 and 2 * len(_said(row, setting)) < len(part.grid.xs):
                for column, lines in row.items():
                    rows[-1].setdefault(column, []).extend(lines)
                continue
            rows.append(row)
    return Table(
        tuple(
            Cell(at, column + 1, (Line(_cell_text(lines, setting)),))
            for at, row in enumerate(rows, 1)
            for column, lines in row.items()
        ),
        parts[0].page,
    )


def _row(table: DrawnTable, row: int) -> dict[int, list[TextLine]]:
    """Column -> the lines of the cell that begins there."""
    corners = enumerate(table.grid.corners)
    return {column: table.cells.get(cell, []) for cell, (at, column) in corners if at == row}


def _said(row: dict[int, list[TextLine]], setting: Setting) -> dict[int, str]:
    return {column: _cell_text(lines, setting) for column, lines in row.items() if lines}


def _cell_text(lines: list[TextLine], setting: Setting) -> str:
    return words_of(lines, setting, in_cell=True) if lines else ""


def _ranges(pages: list[int]) -> str:
    """1-3, 7"""
    spans: list[list[int]] = []
    for page in pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
