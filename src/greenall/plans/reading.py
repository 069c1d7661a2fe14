"""What reading a passage gives: commitments to quantities, what the other figures are, and measures.

A passage is folded text of one or more lines (a paragraph, an article, a lead line with its list). Every language has
a reader of one shape, `read(passage, context) -> Reading`; spans count characters of the folded passage.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from greenall.plans.ledger import Modality, Tier
from greenall.quantity.amount import Amount, Comparator
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask
from greenall.quantity.times import Time


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader is told from outside the passage.

    issued  the document's day, for relative times and to tell the past from the future; None when not known
    lead    the time of the heading or lead line that the passage stands under ("by 2025:"), with its words
    """

    issued: date | None = None
    lead: Time | None = None
    lead_text: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A quantity committed to, as read.

    quote      the words that hold the amount with its comparator
    amount     None for a quantity told by a word alone or by another series
    time       what bounds it; `inherited` when the words stand in an earlier clause, sentence or heading
    every_year an amount due every year (it has no deadline then)
    rules      names of the rules that made it, in the order they fired
    """

    quote: Span
    amount: Amount | None
    indicator: str
    comparator: Comparator
    rules: tuple[str, ...]
    tier: Tier = Tier.FIGURE
    strict: bool = False
    value: Decimal | None = None  # for a quantity told by a word: 全覆盖 -> 100 %
    unit: str = ""
    time: Time | None = None
    inherited: bool = False
    time_text: str = ""  # the words of the time when they stand outside the passage
    every_year: bool = False
    baseline_year: int | None = None
    baseline_value: Decimal | None = None
    relative_to: str = ""
    scope: str = ""
    condition: str = ""
    modality: Modality = Modality.REQUIRE
    confidence: Decimal = Decimal("0.9")
    doubts: tuple[str, ...] = ()  # codes of findings: plans.ambiguous_deadline ...


@dataclass(frozen=True, slots=True)
class Act:
    """A measure as read: something that must be done. Its `type` is a key of the measure types."""

    span: Span
    verb: str
    object: str
    type: str
    modality: Modality
    rules: tuple[str, ...]
    actor: str = ""
    partner: str = ""
    scope: str = ""
    time: Time | None = None
    inherited: bool = False
    confidence: Decimal = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from a passage. `explained` holds every figure that is no value of a commitment."""

    commitments: tuple[Commitment, ...] = ()
    explained: tuple[Mask, ...] = ()
    times: tuple[Time, ...] = ()
    acts: tuple[Act, ...] = ()
