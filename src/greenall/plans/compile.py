"""A document in, a ledger out: the visible list of passes.

Each pass takes a `Draft` and returns a fuller one; a new check is one function and one line in `PASSES`. The same
document and version give the same ledger, byte by byte: no clock, no chance, no network.

>>> from greenall.documents import from_text
>>> ledger = compile_plan(from_text("（一）能源。到2025年，全市可再生能源装机占比达到45％。"))
>>> [(row.id, row.indicator, row.deadline.iso) for row in ledger.targets]
[('T01', '可再生能源装机占比', '2025-12-31')]
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import greenall
from greenall.documents.document import Document
from greenall.plans import languages
from greenall.plans.figures import Explained, account
from greenall.plans.findings import find_findings, repeats
from greenall.plans.kinds import unit_is_unusual
from greenall.plans.languages import Language
from greenall.plans.ledger import Article, Figure, Finding, Ledger, Measure, Source, Target, Tier
from greenall.plans.owners import Directory, suggest
from greenall.plans.passages import FoldedDocument, Passage
from greenall.plans.reading import Act, Commitment, Context, Reading
from greenall.plans.rows import measure_from, target_from
from greenall.plans.structure import find_structure, guess_language
from greenall.plans.tables import read_table
from greenall.quantity.place import Span
from greenall.quantity.times import Time

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Found:
    """Something read in an article, with the folded offset of its passage."""

    start: int
    article: str
    commitment: Commitment | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A ledger in the making. Later passes fill what earlier ones left empty."""

    document: Document
    language: Language
    text: FoldedDocument
    issued: date | None
    issued_from: str
    directory: Directory | None = None
    title: str = ""
    articles: tuple[Article, ...] = ()
    found: tuple[_Found, ...] = ()
    explained: tuple[Explained, ...] = ()
    times: tuple[tuple[Span, Time], ...] = ()
    targets: tuple[Target, ...] = ()
    doubts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unusual: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()


def structure(draft: Draft) -> Draft:
    """Title, day of issue, chapters, articles, clauses."""
    found = find_structure(draft.document, draft.language.code)
    issued, issued_from = (draft.issued, "given") if draft.issued else (found.issued, "text" if found.issued else "")
    return replace(draft, title=found.title, articles=found.articles, issued=issued, issued_from=issued_from)


def reading(draft: Draft) -> Draft:
    """Read every article: commitments, acts, times, and what the other figures are."""
    found: list[_Found] = []
    explained: list[Explained] = []
    times: list[tuple[Span, Time]] = []
    for article in draft.articles:
        for passage in draft.text.passages(article.span):
            read = read_passage(passage, draft.language, draft.issued)
            found += [_Found(passage.start, article.number, commitment=one) for one in read.commitments]
            if article.number or len(draft.articles) == 1:  # the lead of a plan commits nobody
                found += [_Found(passage.start, article.number, act=one) for one in read.acts]
            for mask in read.explained:
                span = draft.text.published(mask.span, passage.start)
                explained.append(Explained(span, mask.figure_class, mask.rule))
            times += [(draft.text.published(time.span, passage.start), time) for time in read.times]
    return replace(draft, found=tuple(found), explained=tuple(explained), times=tuple(times))


def read_passage(passage: Passage, reader: Language, issued: date | None, lead: Time | None = None) -> Reading:
    """Read running text, or a table, in the same shape; spans count from the passage's start."""
    if not passage.cells:
        return reader.read(passage.text, Context(issued, lead))
    cells = [replace(cell, start=cell.start - passage.start) for cell in passage.cells]
    table = read_table(cells, reader, issued, lead, passage.caption)
    return Reading(table.commitments, table.explained)


def targets(draft: Draft) -> Draft:
    """Rows for the commitments, numbered T01 ..., those told by words W01 ..., repeats R01 ..."""
    rows: list[Target] = []
    doubts: dict[str, tuple[str, ...]] = {}
    figures: dict[str, tuple[Span, ...]] = {}
    unusual: list[str] = []
    clauses = _Clauses(draft.articles)
    for number, one in enumerate(draft.found):
        if one.commitment is None:
            continue
        row = target_from(
            one.commitment,
            id=f"#{number}",
            article=one.article,
            clause="",
            published=lambda span, start=one.start: draft.text.published(span, start),  # type: ignore[misc]
            written=lambda words, span, start=one.start: draft.text.words(words, span.end + start),  # type: ignore[misc]
            unit_written=lambda words, span, start=one.start: draft.text.unit(words, span.end + start),  # type: ignore[misc]
            text=draft.document.text,
            language=draft.language.code,
        )
        row = replace(row, clause=clauses.at(row.span.start))
        rows.append(row)
        doubts[row.id] = one.commitment.doubts
        amount = one.commitment.amount
        figures[row.id] = tuple(draft.text.published(span, one.start) for span in amount.figures) if amount else ()
        if unit_is_unusual(amount, row.comparator, row.indicator, draft.language.code):
            unusual.append(row.id)
    rows.sort(key=lambda row: (figures[row.id] or (row.span,))[0])
    again = repeats(rows)
    count: Counter[str] = Counter()
    ids: dict[str, str] = {}
    for row in rows:
        letter = "R" if row.id in again else "W" if row.tier is Tier.WORDS else "T"
        count[letter] += 1
        ids[row.id] = f"{letter}{count[letter]:02d}"
    explained = [
        Explained(span, "target", row.rules[0] if row.rules else "", ids[row.id])
        for row in rows
        for span in figures[row.id]
    ]
    return replace(
        draft,
        targets=tuple(replace(row, id=ids[row.id], repeats=ids.get(again.get(row.id, ""), "")) for row in rows),
        doubts=tuple((ids[row], codes) for row, codes in doubts.items() if codes),
        unusual=tuple(ids[row] for row in unusual),
        explained=(*draft.explained, *explained),
    )


def measures(draft: Draft) -> Draft:
    """Rows for the acts, numbered M<article>-<n>, and their links with the targets of the same clause."""
    clauses = _Clauses(draft.articles)
    rows: list[Measure] = []
    count: Counter[str] = Counter()
    for one in draft.found:
        if one.act is None:
            continue
        count[one.article] += 1
        row = measure_from(
            one.act,
            id=f"M{one.article or '0'}-{count[one.article]:02d}",
            article=one.article,
            clause="",
            published=lambda span, start=one.start: draft.text.published(span, start),  # type: ignore[misc]
            text=draft.document.text,
        )
        rows.append(replace(row, clause=clauses.at(row.span.start)))
    linked: dict[str, list[str]] = {}
    by_target: dict[str, list[str]] = {}
    starts = [row.span.start for row in rows]
    for target in draft.targets:
        at = bisect_right(starts, target.span.end) - 1
        if at >= 0 and not target.repeats and rows[at].clause == target.clause:
            linked.setdefault(rows[at].id, []).append(target.id)
            by_target.setdefault(target.id, []).append(rows[at].id)
    return replace(
        draft,
        measures=tuple(replace(row, targets=tuple(linked.get(row.id, ()))) for row in rows),
        targets=tuple(replace(row, measures=tuple(by_target.get(row.id, ()))) for row in draft.targets),
    )


def owners(draft: Draft) -> Draft:
    """Units proposed by the duty directory; never more than a proposal."""
    if draft.directory is None:
        return draft
    directory, code, text = draft.directory, draft.language.code, draft.document.text
    titles = {article.number: f"{article.chapter} {article.title}" for article in draft.articles}
    sentences = _Clauses(draft.articles)

    def context(row: Target | Measure) -> str:
        return f"{sentences.words(row.span.start, text)} {titles.get(row.article, '')}"

    return replace(
        draft,
        measures=tuple(
            replace(
                row,
                # a partner helps and does not lead: it speaks only as part of the context
                suggestions=suggest(
                    f"{row.actor} {row.verb}{row.object}", f"{row.partner} {context(row)}", directory, code
                ),
            )
            for row in draft.measures
        ),
        targets=tuple(
            replace(row, suggestions=suggest(f"{row.scope} {row.indicator}", context(row), directory, code))
            for row in draft.targets
        ),
    )


def figure_account(draft: Draft) -> Draft:
    """Every figure of the document with its class."""
    return replace(
        draft, figures=account(draft.text, draft.articles, list(draft.explained), draft.issued, list(draft.times))
    )


def findings(draft: Draft) -> Draft:
    """Questions for the reviewer."""
    return replace(draft, findings=find_findings(draft.targets, draft.figures, dict(draft.doubts), set(draft.unusual)))


PASSES: tuple[tuple[str, Callable[[Draft], Draft]], ...] = (
    ("structure", structure),
    ("reading", reading),
    ("targets", targets),
    ("measures", measures),
    ("owners", owners),
    ("figures", figure_account),
    ("findings", findings),
)
STEPS = ("read", *(name for name, _ in PASSES))


def compile_plan(
    document: Document,
    *,
    issued: date | None = None,
    language: str | None = None,
    directory: Directory | None = None,
    progress: Progress | None = None,
    until: str = "findings",
) -> Ledger:
    """Compile `document` into a ledger.

    issued     the day the plan was issued; when not given it is looked for in the text
    until      name of the last pass to run (`STEPS`); what later passes fill stays empty
    progress   called as progress(step, number, of) before each pass

    Raises KeyError for an unknown language and ValueError for an unknown step.
    """
    if until not in STEPS:
        raise ValueError(f"{until!r} is no step; the steps are {', '.join(STEPS)}")
    code = language or guess_language(document.text)
    draft = Draft(
        document=document,
        language=languages.language(code),
        text=FoldedDocument.of(document, code),
        issued=issued,
        issued_from="given" if issued else "",
        directory=directory,
    )
    for number, (name, run) in enumerate(PASSES[: STEPS.index(until)], start=1):
        if progress:
            progress(name, number, len(PASSES))
        draft = run(draft)
    return _ledger(draft)


def _ledger(draft: Draft) -> Ledger:
    document = draft.document
    return Ledger(
        version=greenall.__version__,
        source=Source(
            name=document.name,
            sha256=document.sha256,
            kind=document.kind.value,
            title=draft.title,
            language=draft.language.code,
            issued=draft.issued,
            issued_from=draft.issued_from,
            notices=tuple((notice.code, notice.values) for notice in document.notices),
        ),
        text=document.text,
        articles=draft.articles,
        measures=draft.measures,
        targets=draft.targets,
        figures=draft.figures,
        findings=draft.findings,
        directory=draft.directory.id if draft.directory else "",
    )


class _Clauses:
    """Which clause a place of the text belongs to."""

    def __init__(self, articles: tuple[Article, ...]) -> None:
        self._clauses = [clause for article in articles for clause in article.clauses]
        self._starts = [clause.span.start for clause in self._clauses]

    def at(self, place: int) -> str:
        """Id of the clause that holds or precedes `place`, "" before the first."""
        index = bisect_right(self._starts, place) - 1
        return self._clauses[index].id if index >= 0 else ""

    def words(self, place: int, text: str) -> str:
        """The words of that clause."""
        index = bisect_right(self._starts, place) - 1
        return self._clauses[index].span.of(text) if index >= 0 else ""
