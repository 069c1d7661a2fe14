"""A row of the ledger as a reader sees it in the list: words and amounts made, nothing left to decide.

The card in the page without a server and the card of the site are drawn from this one value.
"""

from dataclasses import dataclass

from greenall.plans.ledger import Ledger, Measure, ReviewState, Target, Tier
from greenall.quantity.times import Origin
from greenall.reports import labels
from greenall.reports.page import choice
from greenall.reports.page.index import Index
from greenall.reports.page.quotes import Quote, quote
from greenall.wording import say


@dataclass(frozen=True, slots=True)
class RowView:
    """One card. `kind_key` is target, words, repeat or measure; the words beside it are in the reader's language."""

    id: str
    kind_key: str
    kind: str
    article: str
    clause: str
    title: str  # in the language of the plan
    amount: str
    full_amount: str
    deadline: str
    origin: str  # empty when the deadline stands in the same clause
    has_deadline: bool
    owner: str
    owner_is_confirmed: bool
    quote: Quote
    review: str  # empty for a row nobody has decided about
    review_key: str
    findings: int
    tags: tuple[str, ...]
    kinds: str  # tokens the filters look for
    states: str
    codes: str

    @property
    def words(self) -> str:
        """Everything the free-text filter searches."""
        return "\n".join(
            (
                self.id,
                self.title,
                self.amount,
                self.full_amount,
                self.deadline,
                self.owner,
                self.quote.words,
                *self.tags,
            )
        )


def view(ledger: Ledger, row: Target | Measure, codes: tuple[str, ...], language: str) -> RowView:
    """The card of a row; `codes` are the findings about it."""
    state = row.review.state
    origin = row.deadline.origin
    return RowView(
        id=row.id,
        kind_key=_kind_key(row),
        kind=_kind_word(row, language),
        article=labels.render_article(row.article, language),
        clause=row.clause,
        title=title(row, ledger.source.language),
        amount=labels.render_amount(row, language) if isinstance(row, Target) else "",
        full_amount=labels.render_full_amount(row, language) if isinstance(row, Target) else "",
        deadline=labels.render_deadline(row.deadline, language),
        origin="" if origin in (Origin.STATED, Origin.NOT_STATED) else labels.label("origin", origin, language),
        has_deadline=origin is not Origin.NOT_STATED,
        owner=labels.render_owner(row, language),
        owner_is_confirmed=bool(row.review.owner),
        quote=quote(ledger.text, row.span),
        review="" if state is ReviewState.EXTRACTED else labels.label("review_state", state, language),
        review_key=state.value,
        findings=len(codes),
        tags=_tags(row, language),
        kinds=" ".join(choice.kind_tokens(row)),
        states=" ".join(choice.state_tokens(row)),
        codes=" ".join(dict.fromkeys(codes)),
    )


def views(index: Index, rows: tuple[Target | Measure, ...], language: str) -> tuple[RowView, ...]:
    """The cards of some rows, in the order given."""
    return tuple(
        view(index.ledger, row, tuple(finding.code for finding in index.questions.get(row.id, ())), language)
        for row in rows
    )


def searchable(index: Index, language: str) -> dict[str, str]:
    """Row id -> the words that the free-text filter looks through."""
    return {row.id: row.words for row in views(index, tuple(choice.in_order(index.ledger)), language)}


def title(row: Target | Measure, plan_language: str) -> str:
    """What the row is called: the indicator, or the verb with its object in the order of the plan's language."""
    if isinstance(row, Target):
        return row.indicator
    if plan_language == "zh":
        return row.verb + row.object
    parts = (row.object, row.verb) if plan_language == "ko" else (row.verb, row.object)
    return " ".join(part for part in parts if part)


def _kind_key(row: Target | Measure) -> str:
    if isinstance(row, Measure):
        return "measure"
    if row.repeats:
        return "repeat"
    return "target" if row.tier is Tier.FIGURE else "words"


def _kind_word(row: Target | Measure, language: str) -> str:
    if isinstance(row, Target) and row.repeats:
        return say("web.row.repeat", language, row=row.repeats)
    if isinstance(row, Target):
        key = "web.row.target" if row.tier is Tier.FIGURE else "web.row.words"
        return say(key, language)
    return say("web.row.measure", language)


def _tags(row: Target | Measure, language: str) -> tuple[str, ...]:
    modality = labels.label("modality", row.modality, language)
    if isinstance(row, Target):
        return (modality,)
    return tuple(dict.fromkeys((labels.label("measure_type", row.type, language), modality)))
