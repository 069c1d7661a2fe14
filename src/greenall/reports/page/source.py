"""The text of a plan as markup, left as it was published, with its segments marked.

Every line of the document is a paragraph; lines with tabs become the rows of a table, since that is how a document's
table cells are joined. Chapter lines are headings. The source is hostile: every character of it is escaped here.
"""

from bisect import bisect_right
from collections.abc import Iterator

from markupsafe import Markup, escape

from greenall.plans.ledger import Article, Ledger
from greenall.quantity.place import Span
from greenall.reports.page.marks import Segment, cut, of_ledger

_TABLE = "\t"


def draw(ledger: Ledger) -> Markup:
    """The whole text, one section for each article."""
    segments = cut(of_ledger(ledger))
    starts = [segment.span.start for segment in segments]
    chapters = {article.chapter for article in ledger.articles if article.chapter}
    parts: list[str] = []
    for article, lines in _sections(ledger):
        number = escape(article.number if article and article.number else "lead")
        anchor = f' id="a-{number}"' if article else ""
        parts.append(f'<section class="part" data-article="{number}"{anchor}>')
        is_open = False  # the line that opens the article has been drawn
        for is_table, group in _tables(ledger.text, lines):
            if is_table:
                parts.append('<div class="table-frame" tabindex="0"><table class="table">')
                for line in group:
                    cells = "".join(
                        f"<td>{_marked(ledger.text, cell, segments, starts)}</td>" for cell in _cells(ledger.text, line)
                    )
                    parts.append(f"<tr>{cells}</tr>")
                parts.append("</table></div>")
                continue
            line = group[0]
            words = line.of(ledger.text).strip()
            body = _marked(ledger.text, line, segments, starts)
            if words in chapters:
                parts.append(f'<h3 class="chapter">{body}</h3>')
            elif article and not is_open and _opens(article, words):
                is_open = True
                parts.append(_first_line(ledger, article, line, segments, starts))
            elif words:
                parts.append(f"<p>{body}</p>")
        parts.append("</section>")
    return Markup("".join(parts))


def _opens(article: Article, words: str) -> bool:
    """True for the line that carries the article's number, or its title when it has no number."""
    return bool(article.number) and words.startswith(article.label or article.title or "\n")


def _first_line(ledger: Ledger, article: Article, line: Span, segments: list[Segment], starts: list[int]) -> str:
    """The line that opens an article: its number and title stand out, the rest follows in the same line."""
    head = Span(line.start, _end_of_title(ledger.text, article, line))
    title = f'<b class="article-title">{_marked(ledger.text, head, segments, starts)}</b>'
    rest = Span(head.end, line.end)
    if not rest.of(ledger.text).strip():
        return f'<p class="article-line">{title}</p>'
    return f"<p>{title}{_marked(ledger.text, rest, segments, starts)}</p>"


def _end_of_title(text: str, article: Article, line: Span) -> int:
    at = text.find(article.title, line.start, line.end) if article.title else -1
    if at >= 0:
        return at + len(article.title)
    at = text.find(article.label, line.start, line.end)
    return at + len(article.label) if at >= 0 else line.start


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


def _tables(text: str, lines: list[Span]) -> Iterator[tuple[bool, list[Span]]]:
    group: list[Span] = []
    for line in lines:
        if _TABLE in line.of(text):
            group.append(line)
            continue
        if group:
            yield True, group
            group = []
        yield False, [line]
    if group:
        yield True, group


def _cells(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for cell in line.of(text).split(_TABLE):
        yield Span(start, start + len(cell))
        start += len(cell) + 1


def _marked(text: str, span: Span, segments: list[Segment], starts: list[int]) -> str:
    """The words of a span, its marked stretches in spans of markup."""
    parts: list[str] = []
    at = span.start
    number = max(bisect_right(starts, span.start) - 1, 0)
    while number < len(segments) and segments[number].span.start < span.end:
        segment = segments[number]
        number += 1
        start, end = max(segment.span.start, span.start), min(segment.span.end, span.end)
        if start >= end:
            continue
        parts.append(escape(text[at:start]))
        parts.append(_mark(segment, text[start:end]))
        at = end
    parts.append(escape(text[at : span.end]))
    return "".join(parts)


def _mark(segment: Segment, words: str) -> str:
    kinds = " ".join(segment.kinds)
    rows = escape(" ".join(segment.rows))
    first = f' data-first="{escape(" ".join(segment.first))}"' if segment.first else ""
    return f'<span class="m {kinds}" data-rows="{rows}"{first}>{escape(words)}</span>'
