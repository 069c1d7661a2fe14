"""The text of a plan as markup, left as it was published, with its segments marked.

Every line of the document is a paragraph, a heading or a row of a table (`lines`). The source is hostile: every
character of it is escaped here.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from greenall.plans.ledger import Article, Ledger
from greenall.quantity.place import Span
from greenall.reports.page.lines import Line, Shape, shape
from greenall.reports.page.marks import Segment, cut, of_ledger


def draw(ledger: Ledger) -> Markup:
    """The whole text, one section for each article."""
    segments = cut(of_ledger(ledger))
    pen = _Pen(ledger.text, segments, [segment.span.start for segment in segments])
    chapters = {article.chapter for article in ledger.articles if article.chapter}
    is_markdown = ledger.source.kind == "markdown"
    parts: list[str] = []
    for article, spans in _sections(ledger):
        number = escape(article.number if article and article.number else "lead")
        anchor = f' id="a-{number}"' if article else ""
        parts.append(f'<section class="part" data-article="{number}"{anchor}>')
        lines = [(span, shape(ledger.text, span, is_markdown=is_markdown)) for span in spans]
        is_open = False  # the line that opens the article has been drawn
        for kind, group in groupby(lines, key=lambda line: line[1].kind in (Shape.ROW, Shape.UNDER_HEADS)):
            if kind:
                parts.append(_table(pen, [line for _, line in group]))
                continue
            for span, line in group:
                words = span.of(ledger.text).strip()
                if line.kind is Shape.RULE:
                    parts.append("<hr>")
                elif words in chapters:
                    parts.append(f'<h3 class="chapter">{pen.write(line.parts[0])}</h3>')
                elif article and not is_open and _opens(article, words):
                    is_open = True
                    parts.append(_first_line(pen, article, line.parts[0]))
                elif line.kind is Shape.HEADING:
                    parts.append(f'<h3 class="chapter">{pen.write(line.parts[0])}</h3>')
                elif line.kind is Shape.WORDS:
                    parts.append(f"<p>{pen.write(line.parts[0])}</p>")
        parts.append("</section>")
    return Markup("".join(parts))


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes words of the text with their marks."""

    text: str
    segments: list[Segment]
    starts: list[int]

    def write(self, span: Span) -> str:
        """The words of a span, escaped, its marked stretches in elements of their own."""
        parts: list[str] = []
        at = span.start
        number = max(bisect_right(self.starts, span.start) - 1, 0)
        while number < len(self.segments) and self.segments[number].span.start < span.end:
            segment = self.segments[number]
            number += 1
            start, end = max(segment.span.start, span.start), min(segment.span.end, span.end)
            if start < end:
                parts.append(escape(self.text[at:start]))
                parts.append(_mark(segment, self.text[start:end]))
                at = end
        parts.append(escape(self.text[at : span.end]))
        return "".join(parts)


def _table(pen: _Pen, lines: list[Line]) -> str:
    """Rows one under the other; the row above a line of dashes holds the heads."""
    rows: list[str] = []
    for number, line in enumerate(lines):
        if line.kind is Shape.UNDER_HEADS:
            continue
        is_head = number + 1 < len(lines) and lines[number + 1].kind is Shape.UNDER_HEADS
        tag = '<th scope="col">' if is_head else "<td>"
        end = "</th>" if is_head else "</td>"
        rows.append("<tr>" + "".join(f"{tag}{pen.write(cell)}{end}" for cell in line.parts) + "</tr>")
    return f'<div class="table-frame" tabindex="0"><table class="table">{"".join(rows)}</table></div>'


def _opens(article: Article, words: str) -> bool:
    """True for the line that carries the article's title, or its number when it has no title."""
    if article.title:
        return article.title in words[: len(article.label) + len(article.title) + 12]
    return bool(article.label) and words.startswith(article.label)


def _first_line(pen: _Pen, article: Article, line: Span) -> str:
    """The line that opens an article: its number and title stand out, the rest follows in the same line."""
    head = Span(line.start, _end_of_title(pen.text, article, line))
    title = f'<b class="article-title">{pen.write(head)}</b>'
    rest = Span(head.end, line.end)
    if not rest.of(pen.text).strip():
        return f'<p class="article-line">{title}{pen.write(rest)}</p>'
    return f"<p>{title}{pen.write(rest)}</p>"


def _end_of_title(text: str, article: Article, line: Span) -> int:
    words = article.title or article.label
    at = text.find(words, line.start, line.end)
    return at + len(words) if words and at >= 0 else line.start


def _sections(ledger: Ledger) -> Iterator[tuple[Article | None, list[Span]]]:
    """Lines of the text in groups of one article; lines between articles belong to none."""
    bounds = sorted(ledger.articles, key=lambda article: article.span.start)
    firsts = [article.span.start for article in bounds]
    group: list[Span] = []
    current: Article | None = None
    for line in _lines(ledger.text):
        at = bisect_right(firsts, max(line.start, line.end - 1)) - 1
        article = bounds[at] if at >= 0 and bounds[at].span.end > line.start else None
        if group and article is not current:
            yield current, group
            group = []
        current = article
        group.append(line)
    if group:
        yield current, group


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _mark(segment: Segment, words: str) -> str:
    kinds = " ".join(segment.kinds)
    rows = escape(" ".join(segment.rows))
    first = f' data-first="{escape(" ".join(segment.first))}"' if segment.first else ""
    return f'<span class="m {kinds}" data-rows="{rows}"{first}>{escape(words)}</span>'
