"""What kind of quantity a target is and which way is better, told by its unit, its verb and its name.

Source   label scheme of the plan gold standard: level, ratio, count, investment, capacity, standard threshold;
         达到 follows the direction: >= for a rate to be raised, <= for one to be lowered.
"""

from typing import Any

from greenall.data.language.tables import shared
from greenall.plans.ledger import Direction, TargetKind
from greenall.quantity.amount import Amount, Comparator


def _words(code: str) -> dict[str, Any]:
    words: dict[str, Any] = shared("kinds")[code]
    return words


def direction_of(comparator: Comparator, indicator: str, code: str) -> Direction:
    """UP or DOWN: the comparator decides, and where it is silent the name does."""
    if comparator.value.startswith("decrease_by") or comparator is Comparator.AT_MOST:
        return Direction.DOWN
    if comparator.value.startswith(("increase_by", "multiply_by")) or comparator is Comparator.AT_LEAST:
        return Direction.UP
    name = indicator.lower()
    return Direction.DOWN if any(word in name for word in _words(code)["down"]) else Direction.UP


def kind_of(amount: Amount | None, comparator: Comparator, indicator: str, code: str) -> TargetKind:
    """RATIO, COUNT, LEVEL, INVESTMENT, CAPACITY or STANDARD."""
    if amount is None or amount.dimension in ("percent", "permille", "points", "fold", "half", "times"):
        return TargetKind.RATIO
    if amount.dimension == "money":
        return TargetKind.INVESTMENT
    if amount.dimension == "grade" or (not amount.unit and comparator is Comparator.AT_MOST):
        return TargetKind.STANDARD
    if amount.is_counter:
        return TargetKind.COUNT
    if amount.dimension in ("power", "volume/duration", "mass/duration") or any(
        word in indicator.lower() for word in _words(code)["capacity"]
    ):
        return TargetKind.CAPACITY
    return TargetKind.LEVEL


def unit_is_unusual(amount: Amount | None, comparator: Comparator, indicator: str, code: str) -> bool:
    """True when the unit does not go with the name: a rate without per cent, a capacity without a span of time."""
    if amount is None or comparator.is_change and amount.dimension in ("percent", "points", "fold", "times"):
        return False
    words = _words(code)
    name = indicator.lower().rstrip(")）")
    if any(name.endswith(word) for word in words["rate"]):
        return amount.dimension not in ("percent", "permille", "points", "") or (
            amount.dimension == "" and (bool(amount.unit) or comparator is Comparator.AT_MOST)
        )
    if any(word in name for word in words["flow"]):
        return amount.dimension in ("mass", "volume")
    return False
