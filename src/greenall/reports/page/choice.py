"""Which rows to show: a choice of article, kind, state, finding and words.

The same tokens decide on the server and in the page without a server: each row carries its tokens, a choice names some,
and a row is shown when it carries all of them.

>>> Choice(kind="target", state="no_deadline").query()
'kind=target&state=no_deadline'
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from urllib.parse import urlencode

from greenall.plans.ledger import Ledger, Measure, Target, Tier
from greenall.quantity.times import Origin

KINDS = ("target", "figure", "words", "repeat", "measure")
STATES = (
    "no_deadline",
    "inherited",
    "doubtful",
    "no_owner",
    "extracted",
    "accepted",
    "corrected",
    "rejected",
)
DOUBT_BELOW = Decimal("0.7")  # of a row's confidence


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader asked for; empty means all."""

    article: str = ""
    kind: str = ""
    state: str = ""
    finding: str = ""
    text: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Choice":
        """The choice of an address. Unknown keys are ignored, long words cut."""
        return cls(**{name: str(query.get(name, ""))[:200].strip() for name in cls.__slots__})

    def query(self) -> str:
        """As the query of an address, empty parts left out."""
        return urlencode({name: value for name, value in asdict(self).items() if value})

    def but(self, **parts: str) -> "Choice":
        """The same choice with some parts changed."""
        return replace(self, **parts)

    @property
    def is_empty(self) -> bool:
        return self == Choice()


def kind_tokens(row: Target | Measure) -> tuple[str, ...]:
    """The kinds a row answers to."""
    if isinstance(row, Measure):
        return ("measure",)
    if row.repeats:
        return ("target", "repeat")
    return ("target", "figure" if row.tier is Tier.FIGURE else "words")


def state_tokens(row: Target | Measure) -> tuple[str, ...]:
    """The states a row answers to."""
    tokens = [row.review.state.value]
    if row.deadline.origin is Origin.NOT_STATED and "repeat" not in kind_tokens(row):
        tokens.append("no_deadline")
    if row.deadline.origin is Origin.INHERITED:
        tokens.append("inherited")
    if not row.review.owner:
        tokens.append("no_owner")
    if row.confidence < DOUBT_BELOW:
        tokens.append("doubtful")
    return tuple(tokens)


def findings_by_row(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """Row id -> codes of the findings about it."""
    codes: dict[str, tuple[str, ...]] = {}
    for finding in ledger.findings:
        if finding.row:
            codes[finding.row] = (*codes.get(finding.row, ()), finding.code)
    return codes


def choose(ledger: Ledger, choice: Choice, searchable: Mapping[str, str] | None = None) -> tuple[Target | Measure, ...]:
    """The rows that answer to the choice, in order of the document.

    `searchable` gives the words of each row in the reader's language; without it the quote alone is searched.
    """
    codes = findings_by_row(ledger)
    wanted = choice.text.casefold()

    def answers(row: Target | Measure) -> bool:
        if choice.article and row.article != ("" if choice.article == "lead" else choice.article):
            return False
        if choice.kind and choice.kind not in kind_tokens(row):
            return False
        if choice.state and choice.state not in state_tokens(row):
            return False
        if choice.finding and choice.finding not in codes.get(row.id, ()):
            return False
        if wanted:
            words = searchable[row.id] if searchable is not None else ledger.quote(row.span)
            return wanted in words.casefold()
        return True

    return tuple(row for row in in_order(ledger) if answers(row))


def in_order(ledger: Ledger) -> list[Target | Measure]:
    """Targets and measures as they stand in the text; a target follows the measure that holds it."""
    rows: Iterable[Target | Measure] = (*ledger.measures, *ledger.targets)
    return sorted(rows, key=lambda row: (row.span.start, -row.span.end, row.id))
