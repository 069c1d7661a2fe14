"""Commitments to quantities in an English passage, and what its other figures are.

    The city will cut community emissions by 50% by 2030 against 2019 levels
    -> community emissions, decrease_by 50 %, 2030-12-31, baseline 2019

State is carried from clause to clause and, where words or a heading say so, from sentence to sentence: the deadline,
the thing measured, the noun that is counted.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from greenall.plans.en_account import explain
from greenall.plans.en_comparator import Comparison, compare
from greenall.plans.en_context import Governing, why_not
from greenall.plans.en_frames import Frame, read_frames
from greenall.plans.en_indicator import name_of
from greenall.plans.en_lists import distribute
from greenall.plans.en_measures import name_actors, read_acts
from greenall.plans.en_sentence import Sentence, read_passage
from greenall.plans.en_state import State, is_linked
from greenall.plans.en_times import Placed, bound, place_times, read_from
from greenall.plans.en_verbs import Stance
from greenall.plans.en_whole import read_wholes
from greenall.plans.reading import Act, Commitment, Context, Reading
from greenall.quantity.amount import Amount
from greenall.quantity.en_words import is_plural
from greenall.quantity.place import Span
from greenall.quantity.times import Time

Refused = tuple[Frame, str]  # a figure that is no target, with its class


def read(passage: str, context: Context) -> Reading:
    """Read folded English text of one or more lines."""
    page = read_passage(passage, context.issued)
    state = State.of(context)
    commitments: list[Commitment] = []
    refused: list[Refused] = []
    placed_times: list[Placed] = []
    acts: list[Act] = []
    first, line = 0, -1  # the acts of the present line begin at `first`
    for sentence in page.sentences:
        placed = place_times(sentence, passage, context.issued)
        state.enter(sentence, passage)
        frames = read_frames(sentence, passage, state.lead_of(sentence))
        found, others = _commitments(sentence, frames, placed, passage, state)
        found += read_wholes(sentence, placed, passage, state)
        if sentence.line != line:
            first, line = len(acts), sentence.line
        name_actors(sentence, passage, acts, first)
        acts += read_acts(sentence, placed, passage, state)
        state.leave(sentence, placed, passage, found)
        commitments += found
        refused += others
        placed_times += placed
    commitments.sort(key=lambda one: one.quote)
    return Reading(
        tuple(commitments),
        explain(page, commitments, refused, placed_times),
        page.times,
        tuple(acts),
    )


def _old_values(sentence: Sentence, frames: Sequence[Frame], text: str) -> dict[int, int]:
    """New value -> old value: from 61% in 2022 to 80%; 70% by then, against 31% at present."""
    pairs: dict[int, int] = {}
    for number, frame in enumerate(frames):
        if frame.is_fold or not read_from(sentence, frame.at, text):
            continue
        following = frames[number + 1] if number + 1 < len(frames) else None
        previous = frames[number - 1] if number else None
        if following is not None and "from" in frame.left.cue.split() and _joined(sentence, frame, following):
            if "to" in following.left.cue.split() or not following.left.cue:
                pairs[following.at] = frame.at
                continue
        if previous is not None and previous.at not in pairs.values() and _joined(sentence, previous, frame):
            pairs.setdefault(previous.at, frame.at)
    return pairs


def _joined(sentence: Sentence, first: Frame, second: Frame) -> bool:
    return not any(first.at < one.start < second.at and one.is_finite for one in sentence.groups)


def _commitments(
    sentence: Sentence, frames: Sequence[Frame], placed: Sequence[Placed], text: str, state: State
) -> tuple[list[Commitment], list[Refused]]:
    words = sentence.span.of(text)
    linked = is_linked(words)
    breaks_down = state.committed and _BREAKDOWN.match(words) is not None
    known, known_text = state.known(words)
    old_values = _old_values(sentence, frames, text)
    found: list[tuple[Frame, Commitment]] = []
    refused: list[Refused] = []
    comparison: Comparison | None = None
    earlier, counted = state.indicator, state.counted
    for frame in frames:
        inside = bool(found) and bool(frame.segment.opener & {"which", "including"})
        governing = Governing(
            state.promises or state.lead.promises, known is not None, breaks_down or inside, linked and state.committed
        )
        reason = why_not(frame, text, placed, governing, old_values)
        this = compare(frame, text, comparison)
        if reason is not None:
            refused.append((frame, reason))
            if reason == "status":
                earlier = name_of(frame, text, this, earlier) if not found else earlier
            if frame.amount.is_counter and reason != "scope_condition":
                counted = frame.amount.unit.split(" ")[-1]
            continue
        comparison = this
        indicator = name_of(frame, text, this, earlier)
        if not indicator and not frame.amount.unit:
            refused.append((frame, "parameter"))
            continue
        amount = _with_noun(frame, counted, indicator, breaks_down or inside or frame.side == "gap")
        made = _commitment(frame, frames, placed, old_values, this, indicator, amount, (known, known_text))
        found.append((frame, made))
        earlier = indicator or earlier
        counted = amount.unit.split(" ")[-1] if amount.is_counter else counted
    return distribute(sentence, found, placed, text), refused


_BREAKDOWN = re.compile(
    r"\W*(?:of (?:these|this|them|the|those|that|which)|this includes|these include|including)\b", re.IGNORECASE
)


def _commitment(
    frame: Frame,
    frames: Sequence[Frame],
    placed: Sequence[Placed],
    old_values: dict[int, int],
    comparison: Comparison,
    indicator: str,
    amount: Amount,
    known: tuple[Time | None, str],
) -> Commitment:
    bounds = bound(frame, frames, placed, old_values)
    time, inherited, time_text = bounds.placed.time if bounds.placed else None, bounds.inherited, ""
    if time is None and not bounds.every_year and known[0] is not None:
        time, inherited, time_text = known[0], True, known[1]
    old = frame.sentence.tokens[old_values[frame.at]].amount if frame.at in old_values else None
    rules = (amount.rule, *comparison.rules, *((time.rule,) if time else ()), *(("en.inherited",) if inherited else ()))
    return Commitment(
        quote=Span(comparison.start, comparison.end),
        amount=amount,
        indicator=indicator,
        comparator=comparison.comparator,
        rules=tuple(dict.fromkeys(rules)),
        strict=comparison.strict,
        time=time,
        inherited=inherited,
        time_text=time_text,
        every_year=bounds.every_year and time is None,
        baseline_year=bounds.baseline_year if comparison.comparator.is_change or old is not None else None,
        baseline_value=old.value if old is not None else None,
        modality=frame.modality,
        confidence=_confidence(frame, time),
    )


def _confidence(frame: Frame, time: Time | None) -> Decimal:
    value = Decimal("0.9")
    if frame.side == "gap":
        value -= Decimal("0.1")
    if frame.verb is None or frame.stance is not Stance.COMMIT:
        value -= Decimal("0.15")
    if time is None:
        value -= Decimal("0.1")
    return value


def _with_noun(frame: Frame, counted: str, indicator: str, points_back: bool) -> Amount:
    """A bare figure takes the noun that it counts: the one counted before, or the head of the indicator."""
    amount = frame.amount
    if amount.dimension or amount.unit_norm or frame.is_fold:
        return amount
    noun = counted if points_back and counted else _plural_head(indicator)
    if not noun:
        return amount
    return replace(amount, unit=f"{amount.unit} {noun}".strip(), unit_norm=noun, is_counter=True, dimension="count")


_TAIL = re.compile(
    r" (?:of|with|in|on|at|for|from|near|per|to|by|under|across|between|within|among|that|who|which|along|served|using) "
)


def _plural_head(indicator: str) -> str:
    """outage minutes per customer -> minutes."""
    head = _TAIL.split(re.sub(r"^(?:total )?number of ", "", indicator), maxsplit=1)[0]
    words = re.findall(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'-]*", head)
    return next((word for word in reversed(words) if is_plural(word.lower())), "")
