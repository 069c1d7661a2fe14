"""Commitments, times and explained figures of a Korean passage.

A passage is folded text of one or more lines. A lead line (a heading with a time, a line that ends with a colon)
governs the list below it; sentences of one line inherit from those before them.

>>> found = read("2030년까지 전기차 1만 2천 대를 보급한다.", Context()).commitments[0]
>>> found.indicator, found.amount.value, found.amount.unit, found.time.end.isoformat()
('전기차 보급', Decimal('12000'), '대', '2030-12-31')
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from greenall.plans.ko_brackets import bracket_of
from greenall.plans.ko_clauses import Governor, clause_start, governor
from greenall.plans.ko_comparator import meant
from greenall.plans.ko_context import modality_of, why_not
from greenall.plans.ko_cues import Verdict, breaks_down, entries, has
from greenall.plans.ko_deadlines import Chosen, Role, baseline_year, deadline, last_deadline, roles, within_same_year
from greenall.plans.ko_evidence import no_evidence, of_size, old_value, size_of_each, value_before
from greenall.plans.ko_explain import explain
from greenall.plans.ko_indicator import Parent, find
from greenall.plans.ko_lists import respective_times, respectively
from greenall.plans.ko_masks import find_masks
from greenall.plans.ko_measures import find_acts, named_in
from greenall.plans.ko_sentences import Line, lines
from greenall.plans.ko_tokens import Token, tokens
from greenall.plans.ko_verbs import Ending
from greenall.plans.ko_wholes import find_wholes
from greenall.plans.reading import Act, Commitment, Context, Reading
from greenall.quantity.amount import Amount, Comparator
from greenall.quantity.ko import find_amounts
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask, Taken
from greenall.quantity.times import Origin, Time, Window
from greenall.quantity.times_ko import find_times

_SURE, _INHERITED, _GUESSED = Decimal("0.9"), Decimal("0.8"), Decimal("0.6")


@dataclass(slots=True)
class Carried:
    """What a sentence takes over from those before it."""

    time: Time | None = None
    outside: str = ""  # the words of the time when it stands in a heading outside the passage
    indicator: str = ""
    unit: str = ""
    comparator: Comparator = Comparator.EQUAL
    is_state: bool = False  # below a heading such as 현황: results, not commitments
    is_goal: bool = False  # below a heading such as 목표
    is_list: bool = False  # below a lead line
    level: str = ""  # of the line that leads
    has_lead: bool = False
    reasons: dict[Span, Verdict] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)


def read(passage: str, context: Context) -> Reading:
    """What the passage commits to, what its other figures are, its times and its measures."""
    times, masks = _times_and_masks(passage, context)
    amounts = find_amounts(passage, Taken.of([*(t.span for t in times), *(m.span for m in masks)]))
    held = Carried(context.lead, context.lead_text)
    commitments: list[Commitment] = []
    acts: list[Act] = []
    roles_of: dict[Span, Role] = {}
    passed: dict[Span, Verdict] = {}
    for line in lines(passage):
        carried = Carried(held.time, held.outside, is_state=held.is_state, is_goal=held.is_goal, is_list=held.is_list)
        made = _read_line(passage, line, carried, Found(amounts, times, masks), context, roles_of)
        commitments += made
        acts += carried.acts
        passed |= carried.reasons
        _take_lead(passage, line, held, carried, bool(made), times)
    explained = explain(passage, commitments, times, roles_of, masks, amounts, passed)
    return Reading(tuple(commitments), explained, tuple(times), tuple(acts))


def _times_and_masks(passage: str, context: Context) -> tuple[list[Time], list[Mask]]:
    times = find_times(passage, context.issued)
    periods = Taken.of(time.span for time in times if time.origin is Origin.PLAN_PERIOD)
    masks = [mask for mask in find_masks(passage) if periods.is_free(mask.span.start, mask.span.end)]
    covered = Taken.of(mask.span for mask in masks)
    return [time for time in times if covered.is_free(time.span.start, time.span.end)], masks


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in the passage, each in order."""

    amounts: list[Amount]
    times: list[Time]
    masks: list[Mask]


Item = TypeVar("Item", Amount, Time, Mask)


def _inside(items: Sequence[Item], place: Span) -> list[Item]:
    """Those of `items` (in order of the text) that stand wholly in `place`."""
    first = bisect_left(items, place.start, key=lambda item: item.span.start)
    last = bisect_left(items, place.end, key=lambda item: item.span.start)
    return [item for item in items[first:last] if item.span.end <= place.end]


def _read_line(
    passage: str, line: Line, carried: Carried, found: Found, context: Context, roles_of: dict[Span, Role]
) -> list[Commitment]:
    made: list[Commitment] = []
    label, colon, _ = line.span.of(passage)[:16].partition(":")
    if colon and has("status", "headings", label):
        carried.is_state = True  # 사업개요: …, 총사업비 186억 원
    named = named_in(line.span.of(passage))
    for sentence in line.sentences:
        parts = tokens(
            passage,
            sentence,
            _inside(found.amounts, sentence),
            _inside(found.times, sentence),
            _inside(found.masks, sentence),
        )
        if parts:
            known = roles(parts, context.issued)
            roles_of |= {parts[at].span: role for at, role in known.items()}
            before = carried.time
            figures = _read_sentence(passage, parts, carried, context, known)
            made += figures
            if not carried.is_state:
                made += find_wholes(parts, known, before, [commitment.quote for commitment in figures], passage)
                carried.acts += find_acts(parts, known, before, named, passage, _is_item(line, carried))
    return made


def _is_item(line: Line, carried: Carried) -> bool:
    return bool(line.sign) and not line.sign.startswith(("#", "제")) and (carried.is_list or line.sign in _BULLETS)


_BULLETS = ("○", "◦", "-", "*", "·", "ㅇ", "o", "▪", "•")


_KEPT = (Comparator.INCREASE, Comparator.DECREASE)


def _read_sentence(
    passage: str, parts: Sequence[Token], carried: Carried, context: Context, known: dict[int, Role]
) -> list[Commitment]:
    made: list[Commitment] = []
    listed = respectively(parts)
    timed = respective_times(parts)
    for index, token in enumerate(parts):
        if token.amount is None:
            continue
        whole = bracket_of(parts, index)
        ruling = governor(parts, whole if whole >= 0 else index)
        verdict = old_value(parts, index) or size_of_each(parts, index) or of_size(parts, index)
        verdict = verdict or why_not(parts, index, ruling, passage, context.issued)
        verdict = verdict or no_evidence(parts, index, ruling, carried, known, passage)
        if verdict is not None:
            carried.reasons[token.amount.span] = verdict
            if verdict[0] == "status":
                told = find(parts, index, ruling, passage, Parent(), False)
                if told.start >= 0:
                    carried.indicator, carried.unit = told.text, token.amount.unit_norm
            continue
        part = whole >= 0 and bool(made) or _is_part(passage, parts, index, carried)
        made.append(
            _commitment(passage, parts, index, ruling, known, carried, part, listed.get(index, ""), timed.get(index))
        )
        if not part:
            carried.indicator, carried.unit = made[-1].indicator, token.amount.unit_norm
            carried.comparator = made[-1].comparator
    later = last_deadline(parts, known)
    if later is not None and (made or carried.time is None):
        carried.time, carried.outside = later, ""
    return made


def _is_part(passage: str, parts: Sequence[Token], index: int, carried: Carried) -> bool:
    """The figure is a part of the one before: 이 중 90기, 분야별로는 …"""
    amount = parts[index].amount
    if amount is None or not carried.indicator or carried.unit != amount.unit_norm:
        return False
    return breaks_down(passage[parts[0].span.start : parts[index].span.start])


def _commitment(
    passage: str,
    parts: Sequence[Token],
    index: int,
    ruling: Governor,
    known: dict[int, Role],
    carried: Carried,
    part: bool,
    listed: str,
    timed: Time | None,
) -> Commitment:
    token = parts[index]
    amount = token.amount
    assert amount is not None
    parent = Parent(carried.indicator if carried.unit == amount.unit_norm else "", carried.indicator)
    indicator = find(parts, index, ruling, passage, parent, part, listed)
    start = clause_start(parts, index)
    compared = any(start <= at < index and role is Role.BASELINE for at, role in known.items())
    how = meant(parts, index, ruling, indicator.text, compared, passage)
    chosen = Chosen(timed, rule="ko.time_respectively") if timed else deadline(parts, index, ruling, known)
    if chosen.time is None and carried.time is not None:
        chosen = Chosen(carried.time, True, "ko.time_carried")
    if chosen.time is not None:
        chosen = replace(chosen, time=within_same_year(parts, index, chosen.time))
    if part and how.comparator is Comparator.EQUAL and carried.comparator in _KEPT:
        how = replace(how, comparator=carried.comparator)  # 10만 톤 감축, 이 중 4만 톤은 …
    every_year = chosen.time is not None and chosen.time.window is Window.EVERY_YEAR
    year, value = _baseline(parts, index, known, how.comparator.is_change, compared)
    rules = tuple(rule for rule in (amount.rule, how.rule, indicator.rule, chosen.rule) if rule)
    return Commitment(
        quote=Span(how.start, max(amount.span.end, token.tail.bound_end)),
        amount=amount,
        indicator=indicator.text,
        comparator=how.comparator,
        rules=rules,
        strict=how.strict,
        time=chosen.time,
        inherited=chosen.inherited,
        every_year=every_year,
        baseline_year=year,
        baseline_value=value,
        scope=_scope(parts, index),
        condition=_condition(passage, parts, index),
        modality=modality_of(ruling),
        confidence=_confidence(chosen, indicator.rule, ruling),
        time_text=carried.outside if chosen.rule == "ko.time_carried" else "",
    )


def _confidence(chosen: Chosen, rule: str, ruling: Governor) -> Decimal:
    if ruling.verb is None and ruling.noun is None or rule in ("ko.indicator_carried", "ko.indicator_of_verb"):
        return _GUESSED
    return _INHERITED if chosen.inherited else _SURE


def _baseline(
    parts: Sequence[Token], index: int, known: dict[int, Role], is_change: bool, compared: bool
) -> tuple[int | None, Decimal | None]:
    """(year, value) that the figure is counted from."""
    value = value_before(parts, index)
    if value is not None:
        return baseline_year(parts, index, known, Role.START), value
    amount = parts[index].amount
    shares = amount is not None and amount.dimension in ("percent", "points")
    if is_change and shares or compared:
        return baseline_year(parts, index, known, Role.BASELINE), None
    return None, None


def _scope(parts: Sequence[Token], index: int) -> str:
    for token in parts[:index]:
        if token.kind == "word" and token.stem in entries("scope", "words"):
            return token.stem
    return ""


def _condition(passage: str, parts: Sequence[Token], index: int) -> str:
    """연면적 1,000m2 이상: who is covered, when it stands before the figure."""
    for at in range(index - 1, -1, -1):
        token = parts[at]
        if token.amount is not None and token.tail.bound and token.tail.copula in (Ending.ADNOMINAL, None):
            first = at - 1 if at and parts[at - 1].kind == "word" else at
            if has("threshold", "nouns", parts[first].text):
                return passage[parts[first].span.start : token.span.end]
    return ""


def _take_lead(passage: str, line: Line, held: Carried, carried: Carried, made: bool, times: list[Time]) -> None:
    """What this line says about the lines below it."""
    words_of_line = line.span.of(passage)
    is_heading = _is_heading(words_of_line, line, made)
    if not is_heading:
        return
    below = held.has_lead and line.level != held.level and line.sign and not words_of_line.rstrip().endswith(":")
    if below and not _inside(times, line.span) and not has("status", "headings", words_of_line):
        return
    held.is_state = has("status", "headings", words_of_line) and not has("goal", "headings", words_of_line)
    held.is_goal = not held.is_state and has("goal", "words", words_of_line)
    held.is_list = bool(re.search(r":$|다음", words_of_line.rstrip()))
    if carried.time is not None and carried.time is not held.time:
        held.time, held.outside = carried.time, ""
    held.level, held.has_lead = line.level, True


def _is_heading(words_of_line: str, line: Line, made: bool) -> bool:
    plain = words_of_line.rstrip()
    if plain.endswith(":") or re.search(r"다음(?:과 같|\s?각\s?호|\s?표)", plain):
        return True
    if made:
        return False
    return not re.search(r"(?:다|함|음|임|됨)[.)]?$", plain) and len(plain) < 60
