"""Comparators and amounts: the algebra of a commitment.

>>> Comparator("increase_by>=").is_change
True
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from greenall.quantity.place import Span


class Comparator(StrEnum):
    """How the observed value must stand to the value of the target.

    达到X is EQUAL; whether it is *met* is decided by the direction (>= for a rate to be raised).
    Source: label scheme of the plan gold standard (facts on target extraction, section 2).
    """

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"
    RANGE = "range"
    INCREASE = "increase_by"
    INCREASE_AT_LEAST = "increase_by>="
    INCREASE_AT_MOST = "increase_by<="
    INCREASE_ABOUT = "increase_by~"
    INCREASE_RANGE = "increase_by_range"
    DECREASE = "decrease_by"
    DECREASE_AT_LEAST = "decrease_by>="
    DECREASE_AT_MOST = "decrease_by<="
    DECREASE_ABOUT = "decrease_by~"
    DECREASE_RANGE = "decrease_by_range"
    MULTIPLY = "multiply_by"

    @property
    def is_change(self) -> bool:
        """True when the value is counted from a baseline, not a level."""
        return self.value.startswith(("increase_by", "decrease_by", "multiply_by"))


def plainly(value: Decimal) -> Decimal:
    """The same value without needless zeros or an exponent: 42000.0 -> 42000.

    >>> plainly(Decimal("4.20E+4"))
    Decimal('42000')
    """
    return Decimal(format(value.normalize(), "f"))


class Change(StrEnum):
    """What kind of change a verb speaks of."""

    NONE = ""
    INCREASE = "increase_by"
    DECREASE = "decrease_by"


class Bound(StrEnum):
    """How exact a value is meant."""

    NONE = ""
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"


def comparator(change: Change, bound: Bound, is_range: bool) -> Comparator:
    """Combine a change verb, a bound and a range into the comparator.

    >>> comparator(Change.DECREASE, Bound.AT_LEAST, False)
    <Comparator.DECREASE_AT_LEAST: 'decrease_by>='>
    >>> comparator(Change.NONE, Bound.NONE, True)
    <Comparator.RANGE: 'range'>
    """
    if is_range:
        return Comparator(f"{change}_range" if change else "range")
    return Comparator(f"{change}{bound}" if change else str(bound) or "=")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit as it stands in a text (spans in the text that was read).

    value, unit            as written: 13, 万亩
    value_norm, unit_norm  converted: 130000, 亩
    dimension              percent, points, grade, times, count, area, mass, power, energy, money, length, volume,
                           duration, age, concentration, temperature, rate ...; "" when there is no unit
    is_counter             the unit counts things (家, 대, buses) and is no unit of measure
    in_words               the number is written as a numeral word (三座, 절반, two thirds)
    figures                where each single figure stands, for the figure account
    """

    span: Span
    value: Decimal
    unit: str
    value_norm: Decimal
    unit_norm: str
    dimension: str
    is_counter: bool
    in_words: bool
    figures: tuple[Span, ...]
    value2: Decimal | None = None
    value2_norm: Decimal | None = None
    bound: Bound = Bound.NONE  # printed as a sign right before the number: ≥63
    rule: str = ""
