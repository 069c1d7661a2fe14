"""Why a row, a figure or a finding says what it says: the content of the panel that opens beside it.

Each reason is a name, its words and, where the words stand somewhere in the plan, the quote with its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from greenall.plans.ledger import Article, Deadline, Figure, Finding, Ledger, Measure, Target
from greenall.quantity.place import Span
from greenall.quantity.times import Origin
from greenall.reports import labels
from greenall.reports.page import rows
from greenall.reports.page.choice import DOUBT_BELOW
from greenall.reports.page.index import Index
from greenall.reports.page.quotes import Quote, quote
from greenall.wording import NoWording, say

REACH = 60  # characters of the sentence shown on either side


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the panel. `quote` are words of the plan, in the plan's own language."""

    name: str
    words: str
    quote: str = ""
    is_missing: bool = False
    is_source: bool = False  # the words themselves are those of the plan


@dataclass(frozen=True, slots=True)
class Proposal:
    """A unit that the duty directory proposes."""

    name: str
    reasons: str
    percent: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the panel shows about one row."""

    id: str
    kind: str
    title: str
    title_is_source: bool
    amount: str
    full_amount: str
    quote: Quote
    place: str
    reasons: tuple[Reason, ...]
    questions: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    owner: str
    linked: tuple[tuple[str, str], ...]  # (id, title) of rows that belong together
    rules: tuple[tuple[str, str], ...]  # name, and the sentence of what it concluded
    review: str
    note: str
    changes: tuple[tuple[str, str, str], ...]


def panel(index: Index, row_id: str, language: str) -> Panel | None:
    """The panel of a row, or None when the ledger has no such row."""
    row = index.rows.get(row_id)
    if isinstance(row, Target | Measure):
        return _of_row(index, row, language)
    if isinstance(row, Figure):
        return _of_figure(index, row, language)
    if isinstance(row, Finding):
        return _of_finding(index, row, language)
    return None


def question(finding: Finding, language: str) -> str:
    """A finding as a sentence."""
    try:
        return say(finding.code, language, **dict(finding.values))
    except (NoWording, KeyError):
        return finding.code


def place(ledger: Ledger, article: str, clause: str, span: Span, language: str) -> str:
    """Article, clause and characters: where the quote can be looked up."""
    where = labels.render_article(article, language)
    if clause and clause != article:
        where = say("web.panel.clause", language, article=where, clause=clause)
    return say("web.panel.place", language, where=where, start=span.start, end=span.end)


def article_name(article: Article, language: str) -> str:
    """The article as an entry of a list: its number and title."""
    name = labels.render_article(article.number, language)
    return f"{name} {article.title}".strip()


def _rules(names: tuple[str, ...], language: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, labels.render_rule(name, language)) for name in names)


def _of_row(index: Index, row: Target | Measure, language: str) -> Panel:
    ledger = index.ledger
    names = row.measures if isinstance(row, Target) else row.targets
    linked = [other for name in names if (other := index.listed(name))]
    plan_language = ledger.source.language
    return Panel(
        id=row.id,
        kind=rows.view(ledger, row, (), language).kind,
        title=rows.title(row, plan_language),
        title_is_source=True,
        amount=labels.render_amount_words(row, language) if isinstance(row, Target) else "",
        full_amount=labels.render_full_amount(row, language) if isinstance(row, Target) else "",
        quote=quote(ledger.text, row.span, REACH),
        place=place(ledger, row.article, row.clause, row.span, language),
        reasons=tuple(_target(ledger, row, language) if isinstance(row, Target) else _measure(ledger, row, language)),
        questions=tuple(question(finding, language) for finding in index.questions.get(row.id, ())),
        proposals=tuple(
            Proposal(proposal.name, ", ".join(proposal.reasons), f"{int(proposal.score * 100)} %")
            for proposal in row.suggestions
        ),
        owner=row.review.owner,
        linked=tuple((other.id, rows.title(other, plan_language)) for other in linked),
        rules=_rules(row.rules, language),
        review=labels.label("review_state", row.review.state, language),
        note=row.review.note,
        changes=tuple((_field(change.field, language), change.before, change.after) for change in row.review.changes),
    )


def _of_figure(index: Index, figure: Figure, language: str) -> Panel:
    ledger = index.ledger
    target = index.listed(figure.target)
    linked = ((target.id, rows.title(target, ledger.source.language)),) if isinstance(target, Target) else ()
    reasons = (
        Reason(labels.column("figure_class", language), labels.label("figure_class", figure.figure_class, language)),
        Reason(labels.column("written", language), labels.label("written", figure.written, language)),
    )
    return Panel(
        id=figure.id,
        kind=say("web.row.figure", language),
        title=figure.text,
        title_is_source=True,
        amount="",
        full_amount="",
        quote=quote(ledger.text, figure.span, REACH),
        place=place(ledger, figure.article, "", figure.span, language),
        reasons=reasons,
        questions=tuple(question(finding, language) for finding in index.questions.get(figure.id, ())),
        proposals=(),
        owner="",
        linked=linked,
        rules=_rules(figure.rules, language),
        review="",
        note="",
        changes=(),
    )


def _of_finding(index: Index, finding: Finding, language: str) -> Panel:
    ledger = index.ledger
    row = index.rows.get(finding.row)
    linked: tuple[tuple[str, str], ...] = ()
    if isinstance(row, Target | Measure):
        linked = ((row.id, rows.title(row, ledger.source.language)),)
    elif isinstance(row, Figure):
        linked = ((row.id, row.text),)
    return Panel(
        id=finding.id,
        kind=say("web.row.finding", language),
        title=question(finding, language),
        title_is_source=False,
        amount="",
        full_amount="",
        quote=quote(ledger.text, finding.span, REACH),
        place=place(ledger, finding.article, "", finding.span, language),
        reasons=(),
        questions=(),
        proposals=(),
        owner="",
        linked=linked,
        rules=(),
        review="",
        note="",
        changes=(),
    )


def _target(ledger: Ledger, row: Target, language: str) -> Iterator[Reason]:
    yield Reason(labels.column("comparator", language), _comparator(row, language))
    yield from _deadline(ledger, row.deadline, language)
    baseline = labels.render_baseline(row.baseline, row.unit, language)
    if baseline:
        yield Reason(labels.column("baseline", language), baseline, quote=row.baseline.text)
    yield from _of_plan(row.scope, "scope", language)
    yield from _of_plan(row.condition, "condition", language)
    kind = labels.label("target_kind", row.kind, language)
    direction = labels.label("direction", row.direction, language)
    yield Reason(labels.column("target_kind", language), f"{kind} · {direction}")
    yield Reason(labels.column("modality", language), labels.label("modality", row.modality, language))
    yield _confidence(row.confidence, language)


def _measure(ledger: Ledger, row: Measure, language: str) -> Iterator[Reason]:
    yield Reason(labels.column("measure_type", language), labels.label("measure_type", row.type, language))
    yield from _deadline(ledger, row.deadline, language)
    yield from _of_plan(row.actor, "actor", language)
    yield from _of_plan(row.partner, "partner", language)
    yield from _of_plan(row.scope, "scope", language)
    yield Reason(labels.column("modality", language), labels.label("modality", row.modality, language))
    yield _confidence(row.confidence, language)


def _deadline(ledger: Ledger, deadline: Deadline, language: str) -> Iterator[Reason]:
    words = labels.render_deadline(deadline, language)
    is_missing = deadline.origin is Origin.NOT_STATED
    yield Reason(labels.column("deadline", language), words, is_missing=is_missing)
    if not is_missing:
        words = ledger.quote(deadline.span) if deadline.span else deadline.text
        yield Reason(labels.column("origin", language), labels.label("origin", deadline.origin, language), quote=words)


def _comparator(row: Target, language: str) -> str:
    words = labels.label("comparator", row.comparator, language)
    return f"{words} · {row.relative_to}" if row.relative_to else words


def _confidence(value: Decimal, language: str) -> Reason:
    words = say("web.panel.unsure" if value < DOUBT_BELOW else "web.panel.sure", language, value=f"{value:.2f}")
    return Reason(labels.column("confidence", language), words)


def _of_plan(words: str, name: str, language: str) -> Iterator[Reason]:
    if words:
        yield Reason(labels.column(name, language), words, is_source=True)


def _field(name: str, language: str) -> str:
    try:
        return labels.column(name, language)
    except NoWording:
        return name
