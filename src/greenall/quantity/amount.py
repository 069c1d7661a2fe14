"""Comparators and amounts: the algebra of a commitment.

>>> Comparator("increase_by>=").is_change
True
"""

from enum import StrEnum


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
