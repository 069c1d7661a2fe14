"""Which comparator an English amount has: level or change, bound, range.

falls to 90,000 tonnes      =            falls 30% / by 30%     decrease_by
keep below 8 µg/m3          <=           a 12% cut              decrease_by
an additional 40 homes      increase_by  add 45 hectares        increase_by
"""

import re
from dataclasses import dataclass
from functools import cache

from greenall.data.language.tables import any_of, words
from greenall.plans.en_frames import Frame
from greenall.quantity.amount import Bound, Change, Comparator, comparator

_LEVEL_WORDS = (
    "below",
    "under",
    "above",
    "beyond",
    "exceed",
    "exceeds",
    "exceeding",
    "within",
    "well below",
    "well under",
    "well above",
    "surpass",
)
_UPKEEP = frozenset(
    (
        "expand",
        "improve",
        "enhance",
        "strengthen",
        "extend",
        "widen",
        "enlarge",
        "boost",
        "accelerate",
        "decarbonise",
        "decarbonize",
        "shorten",
        "lengthen",
    )
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The comparator with its quote and, for later members of a list, the preposition that decided."""

    comparator: Comparator
    start: int
    end: int
    strict: bool
    change: Change
    preposition: str
    name: str  # what a noun of change names: a reduction in X of 20 %
    carries: Bound  # a limit that holds for the later values of a series: not exceed 95 from 2025 and 40 from 2028
    rules: tuple[str, ...]


def compare(frame: Frame, text: str, previous: Comparison | None) -> Comparison:
    """Read the comparator of the amount; `previous` is that of the member of the list before it."""
    left, right, amount = frame.left, frame.right, frame.amount
    if frame.is_fold:
        halved = amount.dimension == "half"
        made = Comparator.DECREASE if halved else Comparator.MULTIPLY
        return Comparison(
            made, amount.span.start, amount.span.end, False, Change.NONE, "", "", Bound.NONE, (amount.rule,)
        )
    bound = left.bound or right.bound or amount.bound or Bound.NONE
    rules = ["en.bound"] if bound else []
    if (
        not bound
        and frame.side == "gap"
        and previous is not None
        and previous.carries
        and not left.preposition
        and left.name_end <= _first_word(frame) + 1
    ):
        bound = previous.carries
        rules.append("en.list")
    if (
        not bound
        and frame.verb is not None
        and frame.verb.lemma in ("limit", "cap", "restrict", "confine")
        and left.preposition in ("to", "at")
    ):
        bound = Bound.AT_MOST
        rules.append("en.limited_to")
    if right.better:
        bound = Bound.AT_LEAST if amount.unit else Bound.AT_MOST
        rules.append("en.or_better")
    preposition = left.preposition
    if frame.side == "gap" and not preposition and previous is not None and left.name_end <= _first_word(frame) + 1:
        preposition = previous.preposition
    change, rule, name = _change(frame, text, preposition, previous)
    if rule:
        rules.append(rule)
    start = min(left.quote_start, amount.span.start) if left.bound or left.change else amount.span.start
    end = max(right.end, right.change_end if right.change is not Change.NONE else 0)
    return Comparison(
        comparator(change, bound, amount.value2 is not None),
        start,
        end,
        left.strict and bool(left.bound),
        change,
        preposition,
        name,
        bound if _is_limit(left.cue) else Bound.NONE,
        tuple(rules),
    )


def _is_limit(cue: str) -> bool:
    return any(cue.startswith(word) for word in (*_LEVEL_WORDS, "not exceed"))


def _first_word(frame: Frame) -> int:
    return frame.sentence.tokens[frame.segment.start].start


@cache
def _nouns_of_change() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    table = words("en", "cues")["change_nouns"]
    nouns = any_of([*table["increase"], *table["decrease"]])
    head = rf"(?:^|[ ])(?:an?|the|its|their|our|further|overall|annual|total)?[ ]?(?:[A-Za-z-]+[ ]){{0,2}}?(?P<noun>{nouns})[ ](?:in|of|to|on|for)[ ](?P<name>.+)$"
    compound = rf"(?P<name>(?:[A-Za-z-]+[ ]){{1,5}})(?P<noun>{nouns})$"
    return re.compile(head, re.IGNORECASE), re.compile(compound, re.IGNORECASE), frozenset(table["increase"])


def noun_of_change(before: str) -> tuple[Change, str] | None:
    """a reduction in water use (of 20 %): the change and what changes."""
    head, compound, rises = _nouns_of_change()
    for pattern in (head, compound):
        if match := pattern.search(before.strip()):
            noun = match["noun"].lower()
            return (Change.INCREASE if noun in rises else Change.DECREASE), match["name"].strip()
    return None


def _change(frame: Frame, text: str, preposition: str, previous: Comparison | None) -> tuple[Change, str, str]:
    left, right, amount, verb = frame.left, frame.right, frame.amount, frame.verb
    if left.change is not Change.NONE:
        return left.change, "en.change_before", ""
    if (
        frame.side != "object"
        and previous is not None
        and previous.change
        and not preposition
        and frame.segment.opener & {"which", "including"}
    ):
        return previous.change, "en.list", ""
    if right.change is not Change.NONE and not (
        right.change_word in ("below", "under", "up", "down") and amount.dimension not in ("percent", "points")
    ):
        return right.change, "en.change_behind", ""
    sign = text[max(0, amount.span.start - 2) : amount.span.start]
    if sign.endswith(("-", "+")) and not sign[:-1].strip() and amount.dimension in ("percent", "points"):
        return (Change.INCREASE if sign.endswith("+") else Change.DECREASE), "en.sign", ""
    if amount.is_counter and set(text[amount.span.start : amount.span.end].lower().split()) & {
        "additional",
        "extra",
        "further",
        "more",
    }:
        return Change.INCREASE, "en.additional", ""
    limit = verb.end if verb is not None and frame.side == "object" else frame.segment.start
    if limit < len(frame.sentence.tokens) and preposition in ("of", "by", "to", ""):
        before = (
            text[frame.sentence.tokens[limit].start : left.name_end]
            if frame.sentence.tokens[limit].start < left.name_end
            else ""
        )
        if preposition in ("of", "by") and (found := noun_of_change(before)):
            return found[0], "en.noun_of_change", found[1]
    if verb is None:
        return Change.NONE, "", ""
    if frame.side == "subject":
        return _before_verb(frame, text, previous)
    return _by_verb(frame, text, preposition, previous)


def _before_verb(frame: Frame, text: str, previous: Comparison | None) -> tuple[Change, str, str]:
    opening = text[frame.sentence.tokens[frame.segment.start].start : frame.left.name_end].lower().split()
    if set(opening) & {"extra", "additional", "further"}:
        return Change.INCREASE, "en.additional", ""
    if (
        previous is not None
        and frame.amount.is_counter
        and frame.at == frame.segment.start
        and frame.segment.opener <= {"and", ","}
    ):
        return previous.change, "en.list" if previous.change else "", ""
    verb = frame.verb
    if verb is not None and verb.is_passive and verb.sense in ("save", "add"):
        return (Change.DECREASE if verb.sense == "save" else Change.INCREASE), "en.verb_of_change", ""
    if (
        verb is not None
        and verb.is_passive
        and verb.lemma in ("cut", "reduce")
        and frame.amount.dimension in ("mass", "energy", "volume", "power")
    ):
        return Change.DECREASE, "en.verb_of_change", ""
    return Change.NONE, "", ""


def _by_verb(frame: Frame, text: str, preposition: str, previous: Comparison | None) -> tuple[Change, str, str]:
    verb, left = frame.verb, frame.left
    assert verb is not None
    sense = verb.sense
    if sense == "add":
        return (Change.NONE if preposition in ("to", "at", "in") else Change.INCREASE), "en.verb_of_change", ""
    if sense == "save":
        return (Change.DECREASE if preposition in ("", "by", "of") else Change.NONE), "en.verb_of_change", ""
    if sense not in ("increase", "decrease", "fold"):
        if (
            sense in ("bring", "come")
            and preposition == "by"
            and "down" in text[frame.sentence.tokens[verb.start].start : left.name_end].lower().split()
        ):
            return Change.DECREASE, "en.verb_of_change", ""
        if preposition == "by" and frame.side == "gap" and previous is not None:
            return previous.change, "en.list", ""
        return Change.NONE, "en.reach" if sense in ("reach", "keep", "be", "bring", "share") else "en.act", ""
    if sense == "fold":
        return (previous.change if frame.side == "gap" and previous is not None else Change.NONE), "en.reach", ""
    change = Change.INCREASE if sense == "increase" else Change.DECREASE
    if (
        frame.amount.rule == "en.fraction"
        and change is Change.DECREASE
        and _is_part_of_before(frame, text, preposition)
    ):
        return change, "en.part_of_before", ""
    if preposition == "by":
        return change, "en.verb_of_change", ""
    if preposition in ("to", "at", "of", "until", "into", "in", "on", "for", "from", "with", "as"):
        return Change.NONE, "en.reach", ""
    if any(word in left.cue.split() or left.cue.startswith(word) for word in _LEVEL_WORDS):
        return Change.NONE, "en.reach", ""
    if frame.amount.is_counter and verb.lemma in _UPKEEP:
        return Change.NONE, "en.act", ""
    if (
        frame.side == "gap"
        and previous is not None
        and previous.change is Change.NONE
        and not left.name_end > _first_word(frame) + 1
    ):
        return Change.NONE, "en.list", ""
    return change, "en.verb_of_change", ""


def _is_part_of_before(frame: Frame, text: str, preposition: str) -> bool:
    """cut in half, fall to half of 2019 levels"""
    behind = text[frame.amount.span.end : frame.amount.span.end + 40].lower()
    return frame.amount.value == 50 and (preposition == "in" or preposition == "to" and "level" in behind)
