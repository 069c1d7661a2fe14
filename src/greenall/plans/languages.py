"""The languages a plan can be written in, each with its readers. A language is loaded when it is first used.

A language provides
  read(text, context)            folded passage -> Reading
  find_times(text, issued)       expressions of time
  find_amounts(text)             numbers with their units
  dimension_of(unit)             (dimension, is a counter)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module

from greenall.plans.reading import Context, Reading
from greenall.quantity.amount import Amount
from greenall.quantity.times import Time

CODES = ("zh", "ko", "en")


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    read: Callable[[str, Context], Reading]
    find_times: Callable[[str, date | None], list[Time]]
    find_amounts: Callable[[str], list[Amount]]
    dimension_of: Callable[[str], tuple[str, bool]]


@cache
def language(code: str) -> Language:
    """The readers of the language `code` ("zh", "ko", "en"). Raises KeyError for any other."""
    if code not in CODES:
        raise KeyError(code)
    quantity = import_module(f"greenall.quantity.{code}")
    times = import_module(f"greenall.quantity.times_{code}")
    targets = import_module(f"greenall.plans.{code}_targets")
    return Language(code, targets.read, times.find_times, quantity.find_amounts, quantity.dimension_of)
