"""Plain text and Markdown: the file's own characters are the canonical text, so an offset is the one an editor shows.

Nothing is taken out and nothing is put in. Only line ends change, one character for one: a line that was broken because
the page was full is joined to the next by a space in place of the line feed. Tables are found where rows are drawn with
`|` or set with tabs; their cells are spans inside the line.

>>> drawn = "指标 | 2025\\n---|---\\n面积 | 20"
>>> [block.span.of(drawn) for block in blocks_of(drawn, True)]
['指标', '2025', '面积', '20']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from greenall.documents.document import Block, BlockKind, Place
from greenall.documents.wrapping import join_wrapped_lines
from greenall.quantity.place import Span

_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_MAY_BE_TITLE = re.compile(r" {0,3}[^\s>#|*+-]")
_ITEM = re.compile(r"([ \t]*)(?:([-*+•·○●◦□■▪▫◇◆▶▷※❍ㅇ])|\d{1,3}[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_SEPARATOR = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_MARKDOWN = re.compile(r"^(?: {0,3}#{1,6}[ \t]+\S|[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$| {0,3}```)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def is_markdown(text: str) -> bool:
    """True when the text has a heading, a table or a fence as Markdown writes them."""
    return _MARKDOWN.search(text) is not None


def canonical(text: str, markdown: bool) -> str:
    """The text with one kind of line end and without breaks inside sentences; as long as it was."""
    text = text.replace("\r\n", " \n")
    for sign in _LINE_ENDS:  # nearly always absent: nine searches cost a tenth of one translation
        text = text.replace(sign, "\n")
    return join_wrapped_lines(text, markdown)


def blocks_of(text: str, markdown: bool) -> tuple[Block, ...]:
    """The blocks of a canonical text, in order."""
    return tuple(_blocks(text, markdown))


def _blocks(text: str, markdown: bool) -> Iterator[Block]:
    lines = list(_lines(text))
    paragraph = table = at = 0
    fenced = False
    while at < len(lines):
        line = lines[at]
        at += 1
        if not line.text.strip() or (markdown and _RULE.match(line.text)):
            continue
        if markdown and _FENCE.match(line.text):
            fenced = not fenced
            continue
        if not fenced and (rows := _table(lines, at - 1)):
            table += 1
            for number, row in enumerate(_without_separators(rows), 1):
                paragraph += 1
                for column, span in row:
                    yield Block(span, BlockKind.CELL, Place(paragraph, None, table, number, column), 0, number == 1)
            at += len(rows) - 1
            continue
        paragraph += 1
        below = lines[at].text if at < len(lines) else ""
        if markdown and not fenced and _MAY_BE_TITLE.match(line.text) and (rule := _UNDERLINE.match(below)):
            yield Block(_span(line), BlockKind.HEADING, Place(paragraph), 1 if rule.group(1)[0] == "=" else 2)
            at += 1
        else:
            yield _block(line, paragraph, markdown and not fenced)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line.replace("｜", "|"))  # the full-width bar draws tables too
        start += len(line) + 1


def _span(line: _Line, start: int = 0, end: int | None = None) -> Span:
    """The stretch of a line without the spaces around it."""
    words = line.text[start:end]
    first = line.start + start + len(words) - len(words.lstrip())
    return Span(first, max(first, line.start + start + len(words.rstrip())))


def _block(line: _Line, paragraph: int, markdown: bool) -> Block:
    place = Place(paragraph)
    if markdown and (heading := _HEADING.match(line.text)):
        return Block(_span(line, *heading.span(2)), BlockKind.HEADING, place, len(heading.group(1)))
    quoted = len(line.text) - len(line.text.lstrip("> \t")) if markdown and line.text.lstrip()[:1] == ">" else 0
    item = _ITEM.match(line.text, quoted)
    if item and (item.group(2) or markdown):
        level = 1 + len(item.group(1).expandtabs(4)) // 2 if markdown else 1
        return Block(_span(line, item.end() if item.group(2) else quoted), BlockKind.LIST_ITEM, place, level)
    return Block(_span(line, quoted), BlockKind.PARAGRAPH, place)


Row = list[tuple[int, Span]]  # (column, cell) of the cells that hold something


def _table(lines: list[_Line], at: int) -> list[Row]:
    """The rows of the table that begins at a line; none where none begins. A separator row is an empty row."""
    first = lines[at].text
    if "|" in first:
        signs = "|"
    elif first.count("\t") >= 2 and len(first.split()) >= 2:
        signs = "\t"
    else:
        return []
    count = _columns(first, signs)
    rows: list[Row] = []
    ruled = False
    for line in lines[at:]:
        if signs == "|" and len(rows) == 1 and "-" in line.text and _SEPARATOR.match(line.text):
            ruled = ruled or _columns(line.text, signs) == count
            rows.append([])
        elif signs in line.text and (ruled or _columns(line.text, signs) == count):
            rows.append(list(_cells(line, signs)))
        else:
            break
    drawn = signs == "\t" or first.lstrip().startswith("|") or count > 2
    enough = len(rows) >= 2 if drawn else len(rows) >= 3
    return rows if count >= 2 and (ruled or enough) and len(rows[0]) >= 2 else []


def _without_separators(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row]


def _columns(line: str, sign: str) -> int:
    """How many cells a row has."""
    if sign == "\t":
        return line.count("\t") + 1
    bare = line.strip()
    outer = bare.startswith("|") + (bare.endswith("|") and not bare.endswith("\\|") and len(bare) > 1)
    return len(_PIPE.findall(bare)) + 1 - outer


def _cells(line: _Line, sign: str) -> Iterator[tuple[int, Span]]:
    edges = [match.start() for match in (_PIPE if sign == "|" else re.compile(sign)).finditer(line.text)]
    bare = line.text.strip()
    starts = [0, *(edge + 1 for edge in edges)]
    ends = [*edges, len(line.text)]
    if sign == "|" and bare.startswith("|"):
        starts, ends = starts[1:], ends[1:]
    for column, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        span = _span(line, start, end)
        if span.start < span.end:
            yield column, span
