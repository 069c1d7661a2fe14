"""The ledger: what a plan commits to, row by row, each row with the words that made it.

A `Ledger` is a frozen value. It carries the document's text, so that every quote can be shown from the ledger alone,
and no clock, no path of a machine, no random number: the same document and version give the same ledger, byte by byte.

Amounts  `value` and `unit` are as written (13, 万亩); `value_norm` and `unit_norm` are converted (130000, 亩).
Dates    a deadline is a day; a period has a first and a last day, both inclusive.
Places   every `span` counts characters of `Ledger.text`.
Source   glossary.csv for the terms; docs/decisions for the comparator set.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from greenall.quantity.amount import Comparator
from greenall.quantity.place import Span
from greenall.quantity.times import Origin, Window


class Tier(StrEnum):
    FIGURE = "figure"  # the quantity is printed as a figure or a numeral word
    WORDS = "words"  # the quantity is a word: full coverage, fully, none


class TargetKind(StrEnum):
    RATIO = "ratio"
    COUNT = "count"
    LEVEL = "level"
    INVESTMENT = "investment"
    CAPACITY = "capacity"
    STANDARD = "standard"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"


class Modality(StrEnum):
    GOAL = "goal"
    REQUIRE = "require"
    STRIVE = "strive"
    ENCOURAGE = "encourage"
    EXPLORE = "explore"


@dataclass(frozen=True, slots=True)
class Deadline:
    """When it is due. `start` is set for a period; `text` is the wording, `span` where it stands."""

    origin: Origin = Origin.NOT_STATED
    window: Window = Window.NONE
    start: date | None = None
    end: date | None = None
    text: str = ""
    span: Span | None = None

    @property
    def iso(self) -> str:
        """`2025-12-31`, `2021-01-01/2025-12-31`, or empty."""
        if self.start and self.end:
            return f"{self.start.isoformat()}/{self.end.isoformat()}"
        day = self.end or self.start
        return day.isoformat() if day else ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a change is counted from."""

    year: int | None = None
    value: Decimal | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit that the duty directory proposes, with the words that spoke for it. Never more than a proposal."""

    unit: str  # id in the duty directory
    name: str  # in the language of the document
    score: Decimal  # 0..1
    reasons: tuple[str, ...]


class ReviewState(StrEnum):
    EXTRACTED = "extracted"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a reviewer corrected."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided about a row. `owner` stays empty ("to be confirmed") until somebody writes one."""

    state: ReviewState = ReviewState.EXTRACTED
    owner: str = ""
    note: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A quantity committed to."""

    id: str  # T01, T02 ... in order of the document
    article: str  # number of the article as printed without brackets: "7", "2.1", "" when the plan has none
    clause: str  # id of the clause: "7.12"
    span: Span  # the quote, e.g. 占比达到50％
    tier: Tier
    indicator: str
    comparator: Comparator
    value: Decimal | None
    unit: str
    value_norm: Decimal | None
    unit_norm: str
    kind: TargetKind
    direction: Direction
    modality: Modality
    value2: Decimal | None = None
    value2_norm: Decimal | None = None
    strict: bool = False  # more than / less than, not "at least" / "at most"
    relative_to: str = ""  # another series that bounds this one: 各项贷款平均增速
    baseline: Baseline = Baseline()
    deadline: Deadline = Deadline()
    scope: str = ""
    condition: str = ""
    measures: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    repeats: str = ""  # id of the target that this one repeats; a repeat is not counted twice
    confidence: Decimal = Decimal(1)
    rules: tuple[str, ...] = ()
    review: Review = Review()


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that must be done; may have no figure."""

    id: str  # M7-03: third measure of article 7
    article: str
    clause: str
    span: Span
    verb: str
    object: str
    type: str  # key of data/language measure types: project, enforcement, application, certification, planning ...
    modality: Modality
    actor: str = ""
    partner: str = ""
    scope: str = ""
    deadline: Deadline = Deadline()
    targets: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    confidence: Decimal = Decimal(1)
    rules: tuple[str, ...] = ()
    review: Review = Review()


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the figure account: a figure or numeral word of the document and what it is."""

    id: str  # F001
    span: Span
    text: str
    written: str  # "digits" | "words"
    figure_class: str  # "target", "deadline", "document_number", ...; "unexplained" makes a finding
    article: str = ""
    target: str = ""  # id of the target it belongs to
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A question for the reviewer. `wording.say(code, language, **values)` makes the sentence."""

    id: str  # Q01
    code: str  # plans.no_deadline, plans.inherited_deadline, plans.ambiguous, plans.conflict, plans.repeat, ...
    span: Span
    article: str = ""
    row: str = ""  # id of the target, measure or figure it is about
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A numbered top part of the text, or the lead before the first one (number "")."""

    number: str  # "7" for （七）, 第七条, 제7조, Article 7
    label: str  # as printed: （七）
    title: str
    chapter: str  # heading of the chapter it stands in, "" if none
    span: Span
    clauses: tuple["Clause", ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or numbered part inside an article that can be cited."""

    id: str  # "7.12"
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """The document a ledger was made from."""

    name: str
    sha256: str
    kind: str
    title: str
    language: str  # zh, ko, en
    issued: date | None
    issued_from: str  # "given" | "text" | "" : who said when it was issued
    notices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    version: str  # of the product that compiled it
    source: Source
    text: str
    articles: tuple[Article, ...]
    measures: tuple[Measure, ...]
    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]
    directory: str = ""  # id of the duty directory used

    def row(self, row_id: str) -> "Target | Measure | Figure | Finding | None":
        """The row with this id, or None."""
        rows: tuple[Target | Measure | Figure | Finding, ...] = (
            *self.targets,
            *self.measures,
            *self.figures,
            *self.findings,
        )
        return next((row for row in rows if row.id == row_id), None)

    def quote(self, span: Span) -> str:
        """The words of the document in this span."""
        return span.of(self.text)


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts that stand at the head of every output."""

    articles: int
    measures: int
    targets: int
    by_words: int
    repeats: int
    without_deadline: int
    figures: int
    explained: int
    findings: int
    classes: tuple[tuple[str, int], ...] = field(default=())


def summarise(ledger: Ledger) -> Summary:
    """Count a ledger. Repeats are not counted as targets; figures are those printed in digits."""
    own = [target for target in ledger.targets if not target.repeats]
    digits = [figure for figure in ledger.figures if figure.written == "digits"]
    classes: dict[str, int] = {}
    for figure in ledger.figures:
        classes[figure.figure_class] = classes.get(figure.figure_class, 0) + 1
    return Summary(
        articles=sum(1 for article in ledger.articles if article.number),
        measures=len(ledger.measures),
        targets=sum(1 for target in own if target.tier is Tier.FIGURE),
        by_words=sum(1 for target in own if target.tier is Tier.WORDS),
        repeats=len(ledger.targets) - len(own),
        without_deadline=sum(1 for target in own if target.deadline.origin is Origin.NOT_STATED),
        figures=len(digits),
        explained=sum(1 for figure in digits if figure.figure_class != "unexplained"),
        findings=len(ledger.findings),
        classes=tuple(sorted(classes.items())),
    )
