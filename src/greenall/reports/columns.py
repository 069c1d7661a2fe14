"""The columns of the workbook's two reviewed sheets, in one place for writing them and for reading them back.

A column is known by its key. One with a `field` may be written by the reviewer; the others come from the document and
must come back as they went out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from greenall.plans.ledger import Ledger, Measure, Target
from greenall.plans.review import Row, read_field
from greenall.quantity.place import Span
from greenall.reports.labels import label, render_amount_in_full, render_baseline, render_finding

AROUND = 22  # characters of the sentence shown on either side of a short quote
_SENTENCE_END = re.compile(r"[。；;！？\n]|[.!?]\s")
LONGEST = 32_000  # characters of a cell; the format allows 32,767


class Content(StrEnum):
    """How a cell is written and read."""

    TEXT = "text"
    NUMBER = "number"
    DAYS = "days"
    STATE = "state"
    COMPARATOR = "comparator"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `show` makes the text of a fixed column; details stand folded away at the right."""

    key: str
    width: int
    field: str = ""
    content: Content = Content.TEXT
    is_detail: bool = False
    show: Callable[["Book", Row], str] | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """A ledger with what the cells of every row ask of it, looked up once."""

    ledger: Ledger
    language: str
    articles: dict[str, str]  # number -> label as printed
    findings: dict[str, str]  # row id -> its questions

    @classmethod
    def of(cls, ledger: Ledger, language: str) -> "Book":
        """Look up what cells need."""
        findings: dict[str, list[str]] = {}
        for finding in ledger.findings:
            findings.setdefault(finding.row, []).append(render_finding(finding, language))
        articles = {article.number: article.label or article.number for article in ledger.articles}
        return cls(ledger, language, articles, {row: "\n".join(texts) for row, texts in findings.items()})

    def text(self, column: Column, row: Row) -> str:
        """What stands in a cell: the words of a fixed column, the canonical value of one that may be written."""
        text = column.show(self, row) if column.show else read_field(row, column.field)
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def around(ledger: Ledger, span: Span, characters: int) -> tuple[str, str, str]:
    """The words before, in and after a span in its sentence, cut where they grow long."""
    text = ledger.text
    before = text[max(0, span.start - characters) : span.start]
    after = text[span.end : span.end + characters]
    begins = [end.end() for end in _SENTENCE_END.finditer(before)]
    ends = _SENTENCE_END.search(after)
    before = before[begins[-1] :] if begins else ("…" if span.start > characters else "") + before
    after = after[: ends.end()] if ends else after + ("…" if span.end + characters < len(text) else "")
    return before.lstrip(), ledger.quote(span), after.rstrip()


def quote_parts(ledger: Ledger, row: Row) -> tuple[str, str, str]:
    """The quote of a row with a little of its sentence on either side; a long quote stands alone."""
    length = row.span.end - row.span.start
    return around(ledger, row.span, AROUND) if 0 < length <= 2 * AROUND else ("", ledger.quote(row.span), "")


def _article(book: Book, row: Row) -> str:
    return book.articles.get(row.article, row.article)


def _suggestion(book: Book, row: Row) -> str:
    return "\n".join(suggestion.name for suggestion in row.suggestions[:2])


def _of_target(show: Callable[[Book, Target], str]) -> Callable[[Book, Row], str]:
    return lambda book, row: show(book, row) if isinstance(row, Target) else ""


def _of_measure(show: Callable[[Book, Measure], str]) -> Callable[[Book, Row], str]:
    return lambda book, row: show(book, row) if isinstance(row, Measure) else ""


_ID = Column("id", 7, show=lambda book, row: row.id)
_ARTICLE = Column("article", 8, show=_article)
_QUOTE = Column("quote", 34, show=lambda book, row: "".join(quote_parts(book.ledger, row)))
_DEADLINE = Column("deadline", 13, "deadline", Content.DAYS)
_ORIGIN = Column("origin", 10, show=lambda book, row: label("origin", row.deadline.origin, book.language))
_SUGGESTION = Column("suggestion", 14, show=_suggestion)
_REVIEW = (
    Column("owner", 14, "owner"),
    Column("review_state", 9, "state", Content.STATE),
    Column("note", 14, "note"),
)
_FINDING = Column("finding", 30, show=lambda book, row: book.findings.get(row.id, ""))
_MODALITY = Column("modality", 9, show=lambda book, row: label("modality", row.modality, book.language))
_DETAILS = (
    Column("clause", 8, is_detail=True, show=lambda book, row: row.clause),
    Column("window", 12, is_detail=True, show=lambda book, row: label("window", row.deadline.window, book.language)),
    Column("scope", 18, is_detail=True, show=lambda book, row: row.scope),
    Column("confidence", 10, is_detail=True, show=lambda book, row: format(row.confidence, "f")),
    Column("rules", 30, is_detail=True, show=lambda book, row: ", ".join(row.rules)),
)

TARGET_COLUMNS = (
    _ID,
    _ARTICLE,
    _QUOTE,
    Column("indicator", 22, "indicator"),
    Column("comparator", 10, "comparator", Content.COMPARATOR),
    Column("value", 8, "value", Content.NUMBER),
    Column("value2", 7, "value2", Content.NUMBER),
    Column("unit", 8, "unit"),
    Column("amount", 14, show=_of_target(lambda book, row: render_amount_in_full(row, book.language))),
    _DEADLINE,
    _ORIGIN,
    _SUGGESTION,
    *_REVIEW,
    _FINDING,
    _MODALITY,
    Column("baseline", 16, is_detail=True,
           show=_of_target(lambda book, row: render_baseline(row.baseline, row.unit, book.language))),
    Column("condition", 18, is_detail=True, show=_of_target(lambda book, row: row.condition)),
    Column("target_kind", 12, is_detail=True,
           show=_of_target(lambda book, row: label("target_kind", row.kind, book.language))),
    Column("tier", 11, is_detail=True, show=_of_target(lambda book, row: label("tier", row.tier, book.language))),
    Column("measures", 12, is_detail=True, show=_of_target(lambda book, row: ", ".join(row.measures))),
    Column("repeats", 10, is_detail=True, show=_of_target(lambda book, row: row.repeats)),
    *_DETAILS,
)  # fmt: skip
MEASURE_COLUMNS = (
    _ID,
    _ARTICLE,
    _QUOTE,
    Column("verb", 9, "verb"),
    Column("object", 26, "object"),
    Column("actor", 12, "actor"),
    Column("partner", 11, "partner"),
    Column("measure_type", 10, show=_of_measure(lambda book, row: label("measure_type", row.type, book.language))),
    _DEADLINE,
    _ORIGIN,
    Column("targets", 9, show=_of_measure(lambda book, row: ", ".join(row.targets))),
    _SUGGESTION,
    *_REVIEW,
    _FINDING,
    _MODALITY,
    *_DETAILS,
)
SHEETS = (("targets", TARGET_COLUMNS), ("measures", MEASURE_COLUMNS))


def rows_of(ledger: Ledger, sheet: str) -> tuple[Row, ...]:
    """The rows that a reviewed sheet holds."""
    return ledger.targets if sheet == "targets" else ledger.measures
