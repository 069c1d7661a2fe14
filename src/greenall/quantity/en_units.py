"""English units of measure and currencies: what stands behind or before a figure, and what it measures.

>>> dimension_of("MWh"), dimension_of("$"), dimension_of("kg per person"), dimension_of("buses")
(('energy', False), ('money', False), ('mass/count', False), ('count', True))
>>> split_multiplier("million t")
(Decimal('1000000'), 't')
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from greenall.data.language.tables import any_of, words


@cache
def _known() -> dict[str, str]:
    """Unit as written -> dimension. Symbols keep their case, words are in lower case."""
    table = words("en", "units")
    known = {unit: dimension for dimension, group in table["symbols"].items() for unit in group}
    known |= {unit: dimension for dimension, group in table["words"].items() for unit in group}
    money = table["currencies"]
    return known | dict.fromkeys([*money["signs"], *money["codes"], *money["words"]], "money")


@cache
def grammar() -> dict[str, re.Pattern[str]]:
    """Patterns for a currency before figures, a multiplier, a unit and a division behind them."""
    table, numerals = words("en", "units"), words("en", "numerals")
    money = table["currencies"]
    ends = r"(?![A-Za-z0-9])"
    symbols = any_of(unit for group in table["symbols"].values() for unit in group)
    spelled = any_of(unit for group in table["words"].values() for unit in group)
    currency = any_of([*money["signs"], *money["codes"]])
    divisors = any_of([*(unit for group in table["symbols"].values() for unit in group), *table["per_things"]["words"]])
    frequency = any_of(table["per_things"]["frequency"])
    return {
        "currency": re.compile(currency),
        "multiplier": re.compile(rf"[ -]?(?P<word>{any_of(numerals['multipliers'])})(?![A-Za-z])", re.IGNORECASE),
        "money_multiplier": re.compile(rf" ?(?P<word>{any_of(numerals['money_multipliers'])}){ends}"),
        "currency_behind": re.compile(rf" ?(?:{currency}|(?i:{any_of(money['words'])})){ends}"),
        "unit": re.compile(rf" ?(?:%(?:{ends}-?points?)?|(?:{symbols}){ends}|(?i:{spelled}){ends})"),
        "divided": re.compile(
            rf" ?/ ?(?:{divisors}|{frequency}|(?i:{spelled})|[a-z]+){ends}(?:/(?:{divisors}|{frequency}){ends})?"
            rf"| per (?:{divisors}|(?i:{spelled})){ends}(?: per (?:{divisors}|{frequency}){ends})?"
        ),
        "frequency": re.compile(rf" per {frequency}{ends}"),
    }


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure as found: as written (folded), its dimension and where it ends."""

    written: str
    dimension: str
    end: int


def find_unit(text: str, at: int) -> Unit | None:
    """The unit of measure that begins at `at` (a space may stand before it)."""
    patterns = grammar()
    match = patterns["unit"].match(text, at)
    if not match:
        return None
    written = match.group().strip()
    dimension = _dimension(written)
    end = match.end()
    if dimension in ("points", "percent", "grade", "times"):
        return Unit(_same(written), dimension, end)
    if dimension == "duration":
        return Unit(written, dimension, end)
    if (divided := patterns["divided"].match(text, end)) and not patterns["frequency"].match(text, end):
        written, end = written + divided.group(), divided.end()
        dimension = dimension_of(written)[0]
    return Unit(written.replace("ug", "\u00b5g").replace("\u03bcg", "\u00b5g"), dimension, end)


def _same(written: str) -> str:
    """percent and per cent are written as the sign; other units stay as they are."""
    return "%" if _dimension(written) == "percent" else written


def _dimension(unit: str) -> str:
    known = _known()
    return known.get(unit) or known.get(unit.lower(), "")


def normal_unit(unit: str) -> str:
    """The unit under one name: percentage points -> %p, µ with the Greek letter."""
    return str(words("en", "units")["same_as"].get(unit.lower(), unit)).replace("\u00b5", "\u03bc")


def split_multiplier(unit: str) -> tuple[Decimal, str]:
    """million t -> (1000000, t); a unit without multiplier stays whole."""
    first, _, rest = unit.partition(" ")
    factor = words("en", "numerals")["multipliers"].get(first.lower())
    return (Decimal(factor), rest) if factor else (Decimal(1), unit)


def dimension_of(unit: str) -> tuple[str, bool]:
    """(dimension, counts things) of a unit without multiplier; a divided unit has the dimension `a/b`."""
    unit = unit.replace("\u00b5", "u").replace("\u03bc", "u")
    if dimension := _dimension(unit):
        return dimension, False
    parts = re.split(r" ?/ ?| per ", unit)
    if len(parts) > 1 and (first := _dimension(parts[0])):
        return "/".join([first, *(_dimension(part) or "count" for part in parts[1:])]), False
    return ("count", True) if unit and unit[0].isalpha() else ("", False)
