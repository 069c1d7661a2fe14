"""Commitments to quantities in an English passage, and what its other figures are.

    The city will cut community emissions by 50% by 2030 against 2019 levels
    -> community emissions, decrease_by 50 %, 2030-12-31, baseline 2019

State is carried from clause to clause and, where words or a heading say so, from sentence to sentence: the deadline,
the thing measured, the noun that is counted.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from greenall.plans.en_account import explain
from greenall.plans.en_commitment import Known, make
from greenall.plans.en_comparator import Comparison, compare
from greenall.plans.en_context import Governing, why_not
from greenall.plans.en_frames import Frame, read_frames
from greenall.plans.en_indicator import name_of
from greenall.plans.en_lists import distribute
from greenall.plans.en_measures import name_actors, read_acts
from greenall.plans.en_sentence import Sentence, read_passage
from greenall.plans.en_state import State, is_linked
from greenall.plans.en_times import Placed, Role, place_times, read_from
from greenall.plans.en_whole import read_wholes
from greenall.plans.reading import Act, Commitment, Context, Reading
from greenall.quantity.amount import Amount, Comparator

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
        found, others = _commitments(sentence, frames, placed, passage, state, context.issued)
        found += read_wholes(sentence, placed, passage, state)
        if sentence.line != line:
            first, line = len(acts), sentence.line
        name_actors(sentence, passage, acts, first)
        acts += read_acts(sentence, placed, passage, state)
        state.leave(sentence, placed, passage, found)
        if not found and _NAMES_DEADLINE.match(sentence.span.of(passage)):
            _date_earlier(commitments, sentence, placed)
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


_NAMES_DEADLINE = re.compile(
    r"\W*(?:the|their|its) (?:deadline|due date|target date|completion date) is\b", re.IGNORECASE
)


def _date_earlier(commitments: list[Commitment], sentence: Sentence, placed: Sequence[Placed]) -> None:
    """We will insulate 3,000 homes. The deadline is June 2027: the time holds for what was said right before."""
    time = next((one.time for one in placed if one.role is Role.DEADLINE), None)
    for number, one in enumerate(commitments):
        near = 0 <= sentence.span.start - one.quote.end < 120
        if time is not None and one.time is None and near and not one.every_year:
            commitments[number] = replace(one, time=time, inherited=True)


def _old_values(sentence: Sentence, frames: Sequence[Frame], text: str) -> dict[int, int]:
    """New value -> old value: from 61% in 2022 to 80%; 70% by then, against 31% at present."""
    pairs: dict[int, int] = {}
    for number, frame in enumerate(frames):
        if frame.is_fold or not read_from(sentence, frame.at, text):
            continue
        previous = frames[number - 1] if number else None
        if "from" in frame.left.cue.split() and (new := _new_value(sentence, frame, frames[number + 1 : number + 3])):
            pairs[new.at] = frame.at
            continue
        if previous is not None and previous.at not in pairs.values() and _joined(sentence, previous, frame):
            pairs.setdefault(previous.at, frame.at)
    return pairs


def _new_value(sentence: Sentence, old: Frame, following: Sequence[Frame]) -> Frame | None:
    """The first amount behind "from A" that a "to" leads in, or that follows it directly."""
    for number, frame in enumerate(following):
        leads = old.at <= 2 and old.segment.start == 0  # From 5.0 Mt in 2016, emissions will fall to 3.1 Mt
        if not leads and not _joined(sentence, old, frame):
            return None
        if "to" in frame.left.cue.split() or number == 0 and not frame.left.cue and not leads:
            return frame
    return None


def _joined(sentence: Sentence, first: Frame, second: Frame) -> bool:
    return not any(first.at < one.start < second.at and one.is_finite for one in sentence.groups)


def _commitments(
    sentence: Sentence, frames: Sequence[Frame], placed: Sequence[Placed], text: str, state: State, issued: date | None
) -> tuple[list[Commitment], list[Refused]]:
    words = sentence.span.of(text)
    linked = is_linked(words)
    breaks_down = _BREAKDOWN.match(words) is not None and (state.committed or "of the" in words[:8].lower())
    known, known_text = state.known(words)
    old_values = _old_values(sentence, frames, text)
    found: list[tuple[Frame, Commitment]] = []
    refused: list[Refused] = []
    comparison: Comparison | None = None
    earlier, counted = state.indicator, state.counted
    former: Amount | None = None
    for frame in frames:
        inside = bool(found) and bool(frame.segment.opener & {"which", "including"})
        governing = Governing(
            state.promises or state.lead.promises, known is not None, breaks_down or inside, linked and state.committed
        )
        reason = why_not(frame, text, placed, governing, old_values)
        this = compare(frame, text, comparison)
        if reason is not None:
            refused.append((frame, reason))
            if reason in ("status", "forecast") and not found or reason == "scope_condition" and breaks_down:
                earlier = name_of(frame, text, this, earlier)
            elif reason == "scope_condition" and not earlier and frame.amount.is_counter:
                earlier = last_word(frame.amount)
            if frame.amount.is_counter and this.comparator is Comparator.EQUAL:
                counted = last_word(frame.amount)
            former = frame.amount if reason == "baseline" and frame.at not in old_values.values() else former
            continue
        indicator = name_of(frame, text, this, earlier)
        if not indicator and not frame.amount.unit:
            indicator = counted
        if not indicator:
            refused.append((frame, "parameter"))
            continue
        comparison = this
        of_them = _OF_THEM.match(text, frame.amount.span.end) is not None
        points_back = breaks_down or inside or of_them or frame.side == "gap" and indicator.startswith(earlier)
        given = Known(known, known_text, counted, points_back, old_values, issued, former)
        made = make(frame, frames, placed, this, indicator, given)
        found.append((frame, made))
        earlier = indicator
        if made.amount is not None and made.amount.is_counter:
            counted = last_word(made.amount)
    if refused and not found:
        state.indicator = earlier  # 42% of waste was recycled. This is to rise to 60%
    return distribute(sentence, found, placed, text), refused


def last_word(amount: Amount) -> str:
    """The counted noun without its multiplier: thousand jobs -> jobs."""
    return amount.unit.split(" ")[-1]


_OF_THEM = re.compile(r" of (?:them|these|those|which|whom)\b", re.IGNORECASE)
_BREAKDOWN = re.compile(
    r"\W*(?:of (?:these|this|them|the|those|that|which)|this includes|these include|including)\b", re.IGNORECASE
)
