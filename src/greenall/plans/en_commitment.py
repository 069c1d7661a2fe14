"""One commitment from a frame: its name, amount, comparator and time put together.

A bare figure takes the unit of the old value (from 38 seconds to 25), the noun counted before (of these, 6,500), or the
head of its indicator (outage minutes cut to 55).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from greenall.plans.en_comparator import Comparison
from greenall.plans.en_frames import Frame
from greenall.plans.en_times import Placed, bound
from greenall.plans.en_verbs import Stance
from greenall.plans.reading import Commitment
from greenall.quantity.amount import Amount
from greenall.quantity.en_words import is_plural
from greenall.quantity.place import Span
from greenall.quantity.times import Time, Window


@dataclass(frozen=True, slots=True)
class Known:
    """What the words before give: the time to take over, the noun counted last, and old value by new value."""

    time: Time | None
    time_text: str
    counted: str
    points_back: bool  # the figure is a part of what was named before
    old_values: Mapping[int, int]
    issued: date | None = None
    former: Amount | None = None  # a value given up in the same sentence: formerly 140 litres, now 130


def make(
    frame: Frame,
    frames: Sequence[Frame],
    placed: Sequence[Placed],
    comparison: Comparison,
    indicator: str,
    known: Known,
) -> Commitment:
    """The commitment to the amount of the frame."""
    bounds = bound(frame, frames, placed, known.old_values)
    time, inherited, time_text = bounds.placed.time if bounds.placed else None, bounds.inherited, ""
    if time is None and not bounds.every_year and known.time is not None:
        time, inherited, time_text = known.time, True, known.time_text
    old = old_amount(frame, known)
    compared = comparison.comparator.is_change or old is not None or _is_share_of_level(frame, bounds.baseline_year)
    baseline_year = bounds.baseline_year if compared else None
    if time is not None and comparison.comparator.is_change and baseline_year is None and _began(time, known.issued):
        # fall by 55% between 2005 and 2030: the first year is what it is counted from
        baseline_year = time.start.year if time.start else None
        time = replace(time, window=Window.BY, start=None)
    amount = _with_unit(frame, old or known.former, known, indicator)
    told = (*comparison.rules, *((time.rule,) if time else ()), *(("en.inherited",) if inherited else ()))
    return Commitment(
        quote=Span(comparison.start, comparison.end),
        amount=amount,
        indicator=indicator,
        comparator=comparison.comparator,
        rules=tuple(dict.fromkeys((amount.rule, *told))),
        strict=comparison.strict,
        time=time,
        inherited=inherited,
        time_text=time_text,
        every_year=bounds.every_year and time is None,
        baseline_year=baseline_year,
        baseline_value=old.value if old is not None else None,
        modality=frame.modality,
        confidence=_confidence(frame, time),
    )


def _is_share_of_level(frame: Frame, year: int | None) -> bool:
    """cut to 60% of the 2015 level: a share of what was there in a year gone by."""
    behind = frame.sentence.tokens[frame.at + 1 : frame.at + 4]
    return (
        frame.amount.dimension == "percent"
        and bool(behind)
        and behind[0].lower == "of"
        and any(token.time is not None and token.time.year == year for token in behind)
    )


def _began(time: Time, issued: date | None) -> bool:
    """A period that began before the year of issue."""
    return issued is not None and time.start is not None and time.end is not None and time.start.year < issued.year


def old_amount(frame: Frame, known: Known) -> Amount | None:
    """The value that the amount of the frame comes from."""
    return frame.sentence.tokens[known.old_values[frame.at]].amount if frame.at in known.old_values else None


def _confidence(frame: Frame, time: Time | None) -> Decimal:
    value = Decimal("0.9")
    if frame.side == "gap":
        value -= Decimal("0.1")
    if frame.verb is None or frame.stance is not Stance.COMMIT:
        value -= Decimal("0.15")
    if time is None:
        value -= Decimal("0.1")
    return value


def _with_unit(frame: Frame, old: Amount | None, known: Known, indicator: str) -> Amount:
    amount = frame.amount
    if amount.dimension or amount.unit_norm or frame.is_fold:
        return amount
    if old is not None and old.unit and frame.left.preposition in ("to", "than"):
        return replace(
            amount, unit=old.unit, unit_norm=old.unit_norm, dimension=old.dimension, is_counter=old.is_counter
        )
    if (shared := _unit_of_list(frame)) is not None:
        return replace(
            amount, unit=shared.unit, unit_norm=shared.unit_norm, dimension=shared.dimension, is_counter=False
        )
    if indicator.lower().startswith(("percentage ", "per cent ")):
        return replace(amount, unit="%", unit_norm="%", dimension="percent")
    head = plural_head(indicator)
    rest = bool({"remaining", "other", "rest"} & set(frame.left.cue.split()))
    noun = known.counted if known.counted and (known.points_back or rest or not head) else head
    if not noun:
        return amount
    return replace(amount, unit=f"{amount.unit} {noun}".strip(), unit_norm=noun, is_counter=True, dimension="count")


_PLACING = ("in", "from", "at", "through", "on")


def _unit_of_list(frame: Frame) -> Amount | None:
    """40,000 tonnes in housing, 12,000 in transport: the measure named with the first member."""
    tokens = frame.sentence.tokens
    if frame.side != "gap" or frame.left.preposition or frame.at + 1 >= len(tokens):
        return None
    if tokens[frame.at + 1].lower not in _PLACING:
        return None
    for token in reversed(tokens[: frame.at]):
        if token.amount is not None and token.amount.unit:
            measured = token.amount.dimension in ("mass", "energy", "power", "volume", "area", "length")
            return token.amount if measured else None
    return None


_TAIL = re.compile(
    r" (?:of|with|in|on|at|for|from|near|per|to|by|under|across|between|within|among|that|who|which|along|served|using) "
)


def plural_head(indicator: str) -> str:
    """outage minutes per customer -> minutes."""
    head = _TAIL.split(re.sub(r"^(?:total )?number of ", "", indicator), maxsplit=1)[0]
    words = re.findall(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'-]*", head)
    return next((word for word in reversed(words) if is_plural(word.lower())), "")
