"""What a unit measures and how it is converted, asked of the reader of amounts in the language of the plan.

>>> convert(Decimal(13), "万亩", "zh")
Converted(value=Decimal('130000'), unit='亩', dimension='area')
>>> convert(Decimal(1), "柴米油盐", "zh") is None
True
"""

from dataclasses import dataclass
from decimal import Decimal

from greenall.documents.folding import fold
from greenall.quantity import en, ko, zh

_READERS = {"zh": zh.find_amounts, "ko": ko.find_amounts, "en": en.find_amounts}


@dataclass(frozen=True, slots=True)
class Converted:
    """A value in its normalised unit, and what that unit measures ("area", "count", "percent" ...)."""

    value: Decimal
    unit: str
    dimension: str


def convert(value: Decimal, unit: str, language: str) -> Converted | None:
    """The value converted from `unit` as written, or None when the unit cannot be read."""
    if not unit:
        return Converted(value, "", "")
    if language not in _READERS:
        return None
    glue = " " if unit[0].isascii() and unit[0].isalpha() else ""
    text = fold(f"1{glue}{unit}", language).text
    amounts = _READERS[language](text)
    if len(amounts) != 1 or amounts[0].span.start != 0 or amounts[0].span.end != len(text):
        return None
    return Converted(value * amounts[0].value_norm, amounts[0].unit_norm, amounts[0].dimension)
