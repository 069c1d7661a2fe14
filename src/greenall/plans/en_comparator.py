"""Which comparator an English amount has: level or change, bound, range.

falls to 90,000 tonnes      =            falls 30% / by 30%     decrease_by
keep below 8 µg/m3          <=           a 12% cut              decrease_by
an additional 40 homes      increase_by  add 45 hectares        increase_by
"""

import re
from dataclasses import dataclass
from functools import cache

from greenall.data.language.tables import any_of, words
from greenall.plans.en_cues import group
from greenall.plans.en_frames import Frame
from greenall.plans.en_verbs import VerbGroup
from greenall.quantity.amount import Bound, Change, Comparator, comparator

_MEASURED = ("mass", "energy", "volume", "power")
_REACHING = ("reach", "keep", "be", "bring", "share")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The comparator with its quote, and what later members of a list take over from it."""

    comparator: Comparator
    start: int
    end: int
    strict: bool
    change: Change
    preposition: str
    name: str  # what a noun of change names: a reduction in X of 20 %
    carries: Bound  # a limit that holds for the later values of a series
    verb: VerbGroup | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Changed:
    change: Change = Change.NONE
    rule: str = ""
    name: str = ""


def compare(frame: Frame, text: str, previous: Comparison | None) -> Comparison:
    """Read the comparator of the amount; `previous` is that of the member of the list before it."""
    left, right, amount = frame.left, frame.right, frame.amount
    if frame.is_fold:
        made = Comparator.DECREASE if amount.dimension == "half" else Comparator.MULTIPLY
        span = amount.span
        return Comparison(
            made, span.start, span.end, False, Change.NONE, "", "", Bound.NONE, frame.verb, (amount.rule,)
        )
    if is_multiple(frame):
        span = amount.span
        made = Comparator.MULTIPLY
        return Comparison(made, span.start, span.end, False, Change.NONE, "", "", Bound.NONE, frame.verb, ("en.fold",))
    bound, rules = _bound(frame, text, previous)
    preposition = left.preposition
    if previous is not None and _takes_over(frame) and not preposition:
        preposition = previous.preposition
    changed = _change(frame, text, preposition, previous)
    has_cue = bool(left.bound or left.change)
    behind = right.change_end if changed.rule == "en.change_behind" else 0
    return Comparison(
        comparator=comparator(changed.change, bound, amount.value2 is not None),
        start=min(left.quote_start, amount.span.start) if has_cue else amount.span.start,
        end=max(right.end, behind),
        strict=left.strict and bool(left.bound),
        change=changed.change,
        preposition=preposition,
        name=changed.name,
        carries=bound if any(left.cue.startswith(word) for word in group("bounds", "carried")) else Bound.NONE,
        verb=frame.verb,
        rules=(*rules, *((changed.rule,) if changed.rule else ())),
    )


def is_multiple(frame: Frame) -> bool:
    """three times the 2019 number: a multiple of what was there in a year."""
    behind = frame.sentence.tokens[frame.at + 1 : frame.at + 3]
    return frame.amount.dimension == "times" and len(behind) == 2 and behind[0].time is not None


def _takes_over(frame: Frame) -> bool:
    """Nothing but the amount stands in its clause: "and 80% by 2040"."""
    return frame.side == "gap" and frame.left.name_end <= frame.sentence.tokens[frame.segment.start].start + 1


def _bound(frame: Frame, text: str, previous: Comparison | None) -> tuple[Bound, list[str]]:
    left, right, amount, verb = frame.left, frame.right, frame.amount, frame.verb
    if right.better:
        return (Bound.AT_LEAST if amount.unit else Bound.AT_MOST), ["en.or_better"]
    bound = left.bound or right.bound or amount.bound or Bound.NONE
    if bound:
        return (_turned(bound), ["en.bound", "en.negated"]) if _is_banned(frame, text) else (bound, ["en.bound"])
    if previous is not None and previous.carries and _takes_over(frame) and not left.preposition:
        return previous.carries, ["en.list"]
    if verb is not None and verb.lemma in group("bounds", "limiting") and left.preposition in ("to", "at"):
        return Bound.AT_MOST, ["en.limited_to"]
    return Bound.NONE, []


def _is_banned(frame: Frame, text: str) -> bool:
    """In no case may it exceed; nor may the flow fall under: a ban turns the bound round."""
    verb = frame.verb
    if verb is None or frame.left.cue.startswith(("not", "never", "no ")) or frame.side != "object":
        return False
    if not any(word in group("bounds", "levels") or word == "than" for word in frame.left.cue.split()):
        return False
    if verb.is_negated:
        return True
    opener = frame.segment.opener & group("bounds", "negating")
    before = {token.lower for token in frame.sentence.tokens[frame.segment.start : verb.start + 1]}
    return bool(opener or before & group("bounds", "negating"))


def _turned(bound: Bound) -> Bound:
    return {Bound.AT_LEAST: Bound.AT_MOST, Bound.AT_MOST: Bound.AT_LEAST}.get(bound, bound)


@cache
def _nouns_of_change() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    table = words("en", "cues")["change_nouns"]
    nouns = any_of([*table["increase"], *table["decrease"]])
    head = rf"(?:^| )(?:[A-Za-z-]+ ){{0,3}}?(?P<noun>{nouns}) (?:in|of|to|on|for) (?P<name>.+)$"
    compound = rf"(?P<name>(?:[A-Za-z-]+ ){{1,5}})(?P<noun>{nouns})$"
    return re.compile(head, re.IGNORECASE), re.compile(compound, re.IGNORECASE), frozenset(table["increase"])


def noun_of_change(before: str) -> tuple[Change, str] | None:
    """a reduction in water use (of 20 %): the change and what changes; no name for "a net gain" (of 20 % in X)."""
    head, compound, rises = _nouns_of_change()
    for pattern in (head, compound):
        if match := pattern.search(before.strip()):
            name = " ".join(
                part for part in match["name"].split() if part.lower() not in group("bounds", "empty_names")
            )
            return (Change.INCREASE if match["noun"].lower() in rises else Change.DECREASE), name
    return None


def _change(frame: Frame, text: str, preposition: str, previous: Comparison | None) -> _Changed:
    left, right, amount, verb = frame.left, frame.right, frame.amount, frame.verb
    is_share = amount.dimension in ("percent", "points")
    further = left.change is not Change.NONE and bool(set(left.cue.split()) & group("bounds", "adding"))
    if further and verb is not None and verb.sense in ("increase", "decrease", "save") and frame.side != "subject":
        by_verb = _by_verb(frame, text, preposition, previous)  # cut paper use by a further 15%
        return by_verb if by_verb.change else _Changed(left.change, "en.change_before")
    if left.change is not Change.NONE and (is_share or left.cue.split()[-1:] not in (["up"], ["down"])):
        return _Changed(left.change, "en.change_before")
    if previous is not None and previous.change and frame.side != "object" and _is_part(frame, preposition):
        return _Changed(previous.change, "en.list")
    if right.change is not Change.NONE and (is_share or right.change_word not in ("below", "under", "up", "down")):
        return _Changed(right.change, "en.change_behind")
    sign = text[max(0, amount.span.start - 2) : amount.span.start]
    if (sign.endswith("+") or is_share and sign.endswith("-")) and not sign[:-1].strip():
        return _Changed(Change.INCREASE if sign.endswith("+") else Change.DECREASE, "en.sign")
    counted = set(text[amount.span.start : amount.span.end].lower().split())
    if amount.is_counter and counted & group("bounds", "adding"):
        return _Changed(Change.INCREASE, "en.additional")
    if preposition in ("of", "by") and (found := noun_of_change(_before(frame, text))):
        return _Changed(found[0], "en.noun_of_change", found[1])
    if verb is None:
        return _Changed()
    return (
        _by_subject(frame, text, previous) if frame.side == "subject" else _by_verb(frame, text, preposition, previous)
    )


def _is_part(frame: Frame, preposition: str) -> bool:
    """of which 0.4 Mt from buildings; and 600 in rural depots: a part of what changes."""
    if preposition:
        return False
    part = not frame.amount.unit and not frame.amount.dimension and _takes_over(frame) and not _has_time(frame)
    return bool(frame.segment.opener & {"which", "including"}) or part


def _has_time(frame: Frame) -> bool:
    return any(token.time is not None for token in frame.sentence.tokens[frame.at : frame.segment.end])


def _before(frame: Frame, text: str) -> str:
    verb, tokens = frame.verb, frame.sentence.tokens
    limit = verb.end if verb is not None and frame.side == "object" else frame.segment.start
    if limit >= len(tokens) or tokens[limit].start >= frame.left.name_end:
        return ""
    return text[tokens[limit].start : frame.left.name_end]


def _by_subject(frame: Frame, text: str, previous: Comparison | None) -> _Changed:
    """Extra staffing of 9 inspectors and 2 lawyers; 40,000 t will be saved."""
    verb, amount = frame.verb, frame.amount
    opening = text[frame.sentence.tokens[frame.segment.start].start : frame.left.name_end].lower().split()
    if set(opening) & group("bounds", "adding"):
        return _Changed(Change.INCREASE, "en.additional")
    alone = frame.at == frame.segment.start and frame.segment.opener <= {"and", ","}
    if previous is not None and previous.change and previous.verb == verb and amount.is_counter and alone:
        return _Changed(previous.change, "en.list")
    if verb is None or not verb.is_passive:
        return _Changed()
    if verb.sense in ("save", "add"):
        return _Changed(Change.DECREASE if verb.sense == "save" else Change.INCREASE, "en.verb_of_change")
    if verb.lemma in ("cut", "reduce") and amount.dimension in _MEASURED:
        return _Changed(Change.DECREASE, "en.verb_of_change")
    return _Changed()


def _by_verb(frame: Frame, text: str, preposition: str, previous: Comparison | None) -> _Changed:
    verb, left = frame.verb, frame.left
    if verb is None:
        return _Changed()
    in_gap = previous if frame.side == "gap" else None
    if verb.sense == "add":
        return _Changed(Change.NONE if preposition in ("to", "at", "in") else Change.INCREASE, "en.verb_of_change")
    if verb.sense == "save":
        return _Changed(Change.DECREASE if preposition in ("", "by", "of") else Change.NONE, "en.verb_of_change")
    if verb.sense == "fold":
        return _Changed(in_gap.change if in_gap else Change.NONE, "en.reach")
    if verb.sense not in ("increase", "decrease"):
        if preposition == "by" and verb.sense in ("bring", "come") and "down" in _before(frame, text).lower().split():
            return _Changed(Change.DECREASE, "en.verb_of_change")
        if preposition == "by" and in_gap:
            return _Changed(in_gap.change, "en.list")
        return _Changed(rule="en.reach" if verb.sense in _REACHING else "en.act")
    change = Change.INCREASE if verb.sense == "increase" else Change.DECREASE
    if verb.lemma == "improve" and _means_lower(frame, text):
        change = Change.DECREASE
    if change is Change.DECREASE and _is_part_of_before(frame, text, preposition):
        return _Changed(change, "en.part_of_before")
    if preposition == "by":
        return _Changed(change, "en.verb_of_change")
    levels = group("bounds", "levels")
    if preposition or left.cue in levels or set(left.cue.split()) & levels:
        return _Changed(rule="en.reach")
    if frame.amount.is_counter and verb.lemma in group("bounds", "upkeep"):
        return _Changed(rule="en.act")
    if in_gap and in_gap.change is Change.NONE and _takes_over(frame):
        return _Changed(rule="en.list")
    return _Changed(change, "en.verb_of_change")


def _means_lower(frame: Frame, text: str) -> bool:
    """Energy intensity is to improve by 3 %: it falls."""
    words_ = text[frame.sentence.tokens[frame.segment.start].start : frame.left.name_end].lower().split()
    return bool(set(words_) & group("context", "lowered"))


def _is_part_of_before(frame: Frame, text: str, preposition: str) -> bool:
    """cut in half, fall to half of 2019 levels"""
    if frame.amount.rule != "en.fraction" or frame.amount.value != 50:
        return False
    behind = text[frame.amount.span.end : frame.amount.span.end + 40].lower()
    return preposition == "in" or preposition == "to" and "level" in behind
