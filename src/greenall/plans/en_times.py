"""Which time of an English sentence bounds which amount, and which one is only a baseline, a past or a date of issue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from greenall.plans.en_cues import cues, mentions
from greenall.plans.en_frames import Frame
from greenall.plans.en_sentence import Sentence
from greenall.plans.en_tokens import Token
from greenall.quantity.times import Time, Window


class Role(StrEnum):
    DEADLINE = "deadline"
    BASELINE = "baseline"
    PAST = "status"
    ISSUE = "issue_date"
    EVERY_YEAR = "frequency"


@dataclass(frozen=True, slots=True)
class Placed:
    """A time of the sentence with its role; `at` is its token index."""

    at: int
    time: Time
    role: Role


@cache
def _baseline_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = cues()["baseline"]
    return tuple(table["certain"]), tuple(sorted(table["after"], key=len, reverse=True))


def place_times(sentence: Sentence, text: str, issued: date | None) -> list[Placed]:
    """The role of each time of the sentence."""
    placed = []
    for at, token in enumerate(sentence.tokens):
        if token.time is not None:
            placed.append(Placed(at, token.time, _role(sentence, at, token, token.time, text, issued)))
    return placed


def _role(sentence: Sentence, at: int, token: Token, time: Time, text: str, issued: date | None) -> Role:
    if time.window is Window.EVERY_YEAR:
        return Role.EVERY_YEAR
    certain, after = _baseline_words()
    before = " ".join(text[max(sentence.span.start, token.start - 32) : token.start].lower().split())
    inside = token.lower
    year = time.year
    past = issued is not None and (time.end or time.start or issued) <= issued
    lately = past or issued is not None and year is not None and year <= issued.year
    future = issued is not None and not past
    stem = before.removesuffix(" the").removesuffix(" its").removesuffix(" a")
    if any(stem.endswith(word) and not stem[: -len(word)][-1:].isalpha() for word in certain) and not future:
        return Role.BASELINE
    behind = text[token.end : token.end + 24].lower().lstrip()
    if (
        year is not None
        and not future
        and any(behind.startswith(word) and not behind[len(word) : len(word) + 1].isalpha() for word in after)
    ):
        return Role.BASELINE
    previous = sentence.tokens[at - 1] if at else None
    if (
        previous is not None
        and previous.amount is not None
        and lately
        and year is not None
        and inside.startswith(("on ", "over ", "from "))
    ):
        return Role.BASELINE
    bracketed = at > 1 and sentence.tokens[at - 2].lower == "("
    if previous is not None and previous.amount is not None and lately and year is not None and bracketed:
        return Role.PAST  # 60% by 2028 (45% in 2023)
    if previous is not None and previous.amount is not None and past and read_from(sentence, at - 1, text):
        return Role.BASELINE
    if mentions("history", before[-24:]) or mentions("history", inside[:12]):
        return Role.ISSUE if past or issued is None else Role.DEADLINE
    if past:
        return Role.ISSUE if time.rule == "en.date" else Role.PAST
    return Role.DEADLINE


def read_from(sentence: Sentence, at: int, text: str) -> bool:
    """True when the amount at token `at` is the old value: from 61%, up from 34%, against 31%."""
    token = sentence.tokens[at]
    before = " ".join(text[max(sentence.span.start, token.start - 28) : token.start].lower().split())
    for word in cues()["baseline"]["from_words"]:
        if before.endswith(word) and not before[: -len(word)][-1:].isalpha():
            return True
    return False


@dataclass(frozen=True, slots=True)
class Bounds:
    """What bounds one amount in time."""

    placed: Placed | None = None
    inherited: bool = False
    every_year: bool = False
    baseline_year: int | None = None


def bound(frame: Frame, frames: Sequence[Frame], placed: Sequence[Placed], old_values: Mapping[int, int]) -> Bounds:
    """The deadline and the baseline year of an amount, from the times of its own sentence.

    `old_values` maps the token of a new value to the token of the old one (from A to B).
    """
    deadlines = [one for one in placed if one.role is Role.DEADLINE]
    others = [other.at for other in frames if other.at != frame.at and other.at not in old_values.values()]
    next_at = min((at for at in others if at > frame.at), default=len(frame.sentence.tokens))
    own = [one for one in deadlines if frame.at < one.at < next_at and not _other_clause(frame, one)]
    left = [one for one in deadlines if one.at < frame.at and not (len(deadlines) > 1 and _is_far_goal(frame, one))]
    right = [one for one in deadlines if one.at >= next_at and not _in_relative(frame, one)]
    chosen = _sharper(own) if own else left[-1] if left else _sharper(right) if right else None
    yearly = _is_yearly(frame, placed, next_at)
    if yearly and chosen is not None and not _keeps_time(frame, chosen, chosen in own):
        chosen = None
    same = chosen is None or frame.segment.start <= chosen.at < frame.segment.end
    inherited = chosen in left and not same and not (chosen is not None and _leads(frame, chosen))
    return Bounds(chosen, inherited, yearly, _baseline_year(frame, frames, placed, old_values))


def _sharper(times: Sequence[Placed]) -> Placed:
    """The winter 2025 timetable change on 12 December 2025: the date says what the season means."""
    if times[0].time.rule == "en.season" and len(times) > 1 and times[1].time.rule == "en.date":
        return times[1]
    return times[0]


_STEADY = ("mass", "energy", "volume", "power")


def _keeps_time(frame: Frame, chosen: Placed, is_own: bool) -> bool:
    """An amount of every year has no deadline, unless it is a level to be reached or an average over a period."""
    if frame.sentence.tokens[chosen.at].lower.startswith(("until", "till", "through", "up to")):
        return False
    if frame.amount.dimension.partition("/")[0] in _STEADY:
        return True
    if "average" in frame.left.cue and chosen.time.window is Window.WITHIN:
        return True
    return is_own and chosen.time.window is Window.BY


def _in_relative(frame: Frame, one: Placed) -> bool:
    """60 buses, 20 of which will run by 2025: the year holds for the part only."""
    return any(
        segment.start <= one.at < segment.end
        and segment.opener & {"which", "who", "whom", "whose"}
        and any(verb.is_finite for verb in segment.groups)
        for segment in frame.sentence.segments
    )


def _is_far_goal(frame: Frame, one: Placed) -> bool:
    """On the way to neutrality by 2050, ...: the year of a farther goal that is only named."""
    tokens = frame.sentence.tokens
    segment = next((piece for piece in frame.sentence.segments if piece.start <= one.at < piece.end), None)
    if segment is None or not segment.is_lead:
        return False
    before = " ".join(token.lower for token in tokens[segment.start : one.at])
    return mentions("far_goal", before)


def _leads(frame: Frame, chosen: Placed) -> bool:
    """The time at the head of the sentence, right before the clause of the amount."""
    first = next((segment for segment in frame.sentence.segments if not segment.is_lead), None)
    return first is not None and frame.segment.start == first.start and chosen.at < first.start


def _other_clause(frame: Frame, one: Placed) -> bool:
    """A time behind the amount that belongs to a later clause with its own finite verb, or opens it."""
    tokens = frame.sentence.tokens
    if one.at < frame.segment.end:
        return False
    if frame.verb is not None and frame.verb.start > frame.at:
        own = next((piece for piece in frame.sentence.segments if piece.start <= frame.verb.start < piece.end), None)
        if own is not None and own.start <= one.at < own.end:
            return False
    for segment in frame.sentence.segments:
        if segment.start <= one.at < segment.end:
            if any(token.lower == "deadline" for token in tokens[segment.start : one.at]) and not segment.amounts:
                return False
            if "with" in segment.opener and not segment.amounts and segment.start > frame.at:
                return True
            finite = any(group.is_finite for group in segment.groups)
            if finite and segment.start > frame.at:
                # "..., and by 2035 it will" bounds what follows
                return True
            return bool(segment.opener & {";"}) or any(token.lower == ";" for token in tokens[frame.at : one.at])
    return False


def _is_yearly(frame: Frame, placed: Sequence[Placed], next_at: int) -> bool:
    for one in placed:
        if one.role is not Role.EVERY_YEAR:
            continue
        if frame.at < one.at < next_at and frame.segment.start <= one.at < frame.segment.end:
            return True
        if (
            one.at < frame.at
            and (one.at <= 2 or frame.segment.start <= one.at)
            and not any(token.amount is not None for token in frame.sentence.tokens[one.at : frame.at])
        ):
            return True
        if (
            next_at <= one.at
            and one.time.span.start
            and frame.sentence.tokens[one.at].lower not in ("a year", "per year")
            and _same_list(frame, one)
        ):
            return True
    return False


def _same_list(frame: Frame, one: Placed) -> bool:
    """plant 5,000 trees and 200 hedges every year: the last member's frequency holds for all of its list."""
    return not any(
        group.is_finite or group.form == "base"
        for segment in frame.sentence.segments
        if frame.at < segment.start <= one.at
        for group in segment.groups
    )


def _baseline_year(
    frame: Frame, frames: Sequence[Frame], placed: Sequence[Placed], old_values: Mapping[int, int]
) -> int | None:
    tokens = frame.sentence.tokens
    if frame.at in old_values:
        old = old_values[frame.at]
        for one in placed:
            if one.role in (Role.BASELINE, Role.PAST) and old < one.at < max(frame.at, old + 4):
                return one.time.year
            if one.at == old - 1 and one.role in (Role.BASELINE, Role.PAST):
                return one.time.year
        earlier = [other for other in old_values if other < frame.at]
        if earlier and not any("now" in token.lower.split() for token in tokens[old : frame.at]):
            first = next(
                (
                    one.time.year
                    for one in placed
                    if one.role in (Role.BASELINE, Role.PAST) and one.at > old_values[min(earlier)]
                ),
                None,
            )
            if first is not None:
                return first
    baselines = [
        one
        for one in placed
        if one.role is Role.BASELINE and not any(abs(one.at - old) <= 2 and one.at > old for old in old_values.values())
    ]
    if not baselines:
        # rise by 16 points, from 29% in 2019 to 45%: the old value's year is what the change is counted from
        baselines = [
            one for one in placed if one.role is not Role.DEADLINE and _dates_old_value(frame, one, old_values)
        ]
    if not baselines:
        return None
    time = baselines[0].time
    averaged = time.end.year if time.window is Window.WITHIN and time.end is not None else None
    return time.year or averaged  # against the 2011-2015 average


def _dates_old_value(frame: Frame, one: Placed, old_values: Mapping[int, int]) -> bool:
    """The time right behind the old value of a pair in the same clause."""
    old = next((old for old in old_values.values() if 0 < one.at - old <= 2), None)
    if old is None:
        return False
    first, last = sorted((old, frame.at))
    return old <= 2 or not any(first < verb.start < last and verb.is_finite for verb in frame.sentence.groups)
