"""Web pages: the article with its headings, lists and tables. Nothing that the page refers to is fetched."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from greenall.documents.composing import Cell, Line, Table, compose
from greenall.documents.decoding import decode_page
from greenall.documents.document import BlockKind, Document, FileKind, Unreadable
from greenall.documents.numbering import write_number
from greenall.documents.web_article import find_article

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = {"p", "div", "section", "article", "main", "header", "footer", "li", "ul", "ol", "dl", "dt", "dd", "caption",
           "hr", "blockquote", "pre", "figure", "figcaption", "address", "center", "details", "summary", "fieldset",
           "body", "html", "td", "th", "tr", "tbody", "thead", "tfoot", *_HEADINGS}  # fmt: skip
_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# A line end in the source between two Chinese characters is no space on the screen.
_SOURCE_LINE_END = re.compile(r"(?<=[\u3001-\u9fff\uff00-\uff60])[ \t]*\r?\n\s*(?=[\u3001-\u9fff\uff00-\uff60])")
_DEEPEST = 150  # levels read as they are; what is wrapped deeper is taken as running text


def read(name: str, data: bytes) -> Document:
    """The article of an HTML page."""
    from lxml import etree

    text, _ = decode_page(name, data)
    if _ENTITY.search(text[:20_000]):
        raise Unreadable("documents.external_entity", name=name, part="HTML")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(_DECLARATION.sub("", text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:  # a page of nothing but comments
        raise Unreadable("documents.empty", name=name) from error
    if root is None:
        raise Unreadable("documents.empty", name=name)
    body = next((one for one in root.iter("body")), root)
    article = find_article(body)
    return compose(name, FileKind.HTML, data, [*_title_above(body, article), *_Flow().of(article, 0)])


def _title_above(body: "_Element", article: "_Element") -> Iterator[Line]:
    """The main heading of the page where it stands above the article."""
    if article is body or next(article.iter("h1"), None) is not None:
        return
    above: list[str] = []
    for element in body.iter("*"):
        if element is article:
            break
        if element.tag == "h1":
            above.append("".join(str(piece) for piece in element.itertext()))
    if above:
        yield Line(above[-1], BlockKind.HEADING, 1)


class _Flow:
    """Gathers running text until a block begins or ends; each stretch is a line."""

    def __init__(self) -> None:
        self._depth = 0  # of the list we are in
        self._text: list[str] = []
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._number = ""  # of the item that has begun
        self._reached: dict[_Element, int] = {}  # numbered list -> number of its last item

    def of(self, element: "_Element", depth: int) -> Iterator[Line | Table]:
        """The lines and tables inside an element."""
        self._say(element.text, element)
        for one in element:
            tag = str(one.tag)
            if tag == "br":
                yield from self._end()
            elif tag == "table" and not _is_frame(one):
                yield from self._end()
                yield from self._table(one, depth)
            elif depth > _DEEPEST:
                self._say("".join(str(piece) for piece in one.itertext()), element)
            elif tag == "sup" and _is_note_mark(one):
                pass
            elif tag in _BLOCKS or tag == "table":
                yield from self._end()
                yield from self._block(one, tag, depth)
            else:
                yield from self.of(one, depth + 1)
            self._say(one.tail, element)
        if depth == 0:
            yield from self._end()

    def _block(self, element: "_Element", tag: str, depth: int) -> Iterator[Line | Table]:
        outer = self._kind, self._level
        if tag in _HEADINGS:
            self._kind, self._level = BlockKind.HEADING, _HEADINGS[tag]
        elif tag == "li":
            self._kind, self._level = BlockKind.LIST_ITEM, max(self._depth, 1)
            self._number = self._item_number(element)
        self._depth += tag in ("ul", "ol")
        yield from self.of(element, depth + 1)
        yield from self._end()
        self._depth -= tag in ("ul", "ol")
        self._kind, self._level = outer

    def _say(self, text: str | None, element: "_Element") -> None:
        if text:
            text = text if element.tag == "pre" else re.sub(r"\s+", " ", _SOURCE_LINE_END.sub("", text))
            self._text.append(text)

    def _end(self) -> Iterator[Line]:
        for line in "".join(self._text).split("\n"):
            if line.strip():
                yield Line(self._number + line.strip(), self._kind, self._level)
                self._number = ""
        self._text = []

    def _item_number(self, item: "_Element") -> str:
        """The number that the browser prints before an item of a numbered list."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        number = self._reached.get(parent, _whole(parent.get("start"), 1) - 1) + 1
        self._reached[parent] = number = _whole(item.get("value"), number)
        return f"{write_number(number, _STYLES.get(parent.get('type') or '', 'decimal'))}. "

    def _table(self, table: "_Element", depth: int) -> Iterator[Line | Table]:
        for caption in table.iter("caption"):
            yield from _Flow().of(caption, 0)
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        for row_number, row in enumerate(rows, 1):
            heads = all(cell.tag == "th" for cell in row) or row.getparent().tag == "thead"
            column = 1
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                while (row_number, column) in taken:
                    column += 1
                width = min(max(_whole(cell.get("colspan"), 1), 1), 100)
                height = min(max(_whole(cell.get("rowspan"), 1), 1), len(rows) - row_number + 1)
                taken.update((row_number + down, column + right) for down in range(height) for right in range(width))
                content = tuple(_Flow().of(cell, 0)) if depth < _DEEPEST else ()
                cells.append(Cell(row_number, column, content, heads))
                column += width
        yield Table(tuple(cells))


def _is_frame(table: "_Element") -> bool:
    """True for a table that only lays out the page: it holds headings, other tables or a single row."""
    if next(table.iter("th"), None) is not None:
        return False
    inside = next((one for one in table.iter("table", *_HEADINGS) if one is not table), None)
    return inside is not None or len(list(table.iter("tr"))) < 2


def _is_note_mark(element: "_Element") -> bool:
    """True for [1] behind a word, which leads to a note."""
    text = "".join(str(piece) for piece in element.itertext()).strip()
    linked = next(element.iter("a"), None) is not None or next(element.iterancestors("a"), None) is not None
    return linked and re.fullmatch(r"[\[(]?\d{1,3}[\])]?", text) is not None


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"[0-9]{1,4}", written) else otherwise
