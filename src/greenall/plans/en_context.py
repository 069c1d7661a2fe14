"""What an English figure is when it is no target: reported, foreseen, a length of time, a part of a phrase.

`why_not(frame, ...)` gives the class of the figure account, or None when the clause commits to the amount. Whom a rule
covers is told in `en_scope`, fees and fines in `en_money`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from greenall.plans.en_comparator import is_multiple
from greenall.plans.en_cues import group, mentions
from greenall.plans.en_frames import Frame
from greenall.plans.en_money import by_money
from greenall.plans.en_scope import by_scope
from greenall.plans.en_sentence import opens_condition
from greenall.plans.en_times import Placed, Role, read_from
from greenall.plans.en_verbs import ADOPTING, Stance
from greenall.quantity.amount import Bound

_CHANGING = ("increase", "decrease", "fold", "reach", "keep", "bring")
_THAN_NOW = re.compile(r"\bthan (?:today|now|currently|at present)\b|(?:today|now|at present)(?= to )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Governing:
    """What surrounds the sentence: a heading or lead that promises, a time to be inherited."""

    promises: bool
    has_time: bool
    breaks_down: bool  # "Of these, ...": takes part in what was committed to before
    continues: bool  # linked to a sentence that committed


@dataclass(frozen=True, slots=True)
class Around:
    """The words around an amount, in lower case but for `own` and `whole`."""

    own: str  # its segment
    whole: str  # its sentence
    near: str  # right before its cues
    behind: str  # right behind it
    word: str  # the last word before its cues


def look_around(frame: Frame, text: str) -> Around:
    """The words around the amount of a frame."""
    tokens, start = frame.sentence.tokens, frame.sentence.span.start
    near = text[max(start, frame.left.name_end - 24) : frame.left.name_end].lower()
    words = near.split()
    return Around(
        own=text[tokens[frame.segment.start].start : tokens[frame.segment.end - 1].end],
        whole=frame.sentence.span.of(text),
        near=near.rstrip(),
        behind=text[frame.right.end : frame.right.end + 28].lower().lstrip(),
        word=words[-1].strip(",;:()") if words else "",
    )


def why_not(
    frame: Frame, text: str, placed: Sequence[Placed], governing: Governing, old_values: Mapping[int, int]
) -> str | None:
    """The class of a figure that is no target; None when it is one."""
    around = look_around(frame, text)
    if frame.at in old_values.values():
        return "baseline"
    if frame.is_fold:
        verb = frame.verb
        outside = verb is not None and verb.main != frame.at and verb.sense not in (*_CHANGING, "be")
        return "lexical" if outside else _by_stance(frame, around, text, placed, governing)
    return (
        _by_form(frame, around)
        or by_money(frame, around.own, around.whole)
        or by_scope(frame, text, around.word, governing.breaks_down)
        or _by_stance(frame, around, text, placed, governing)
    )


def _starts(words: str, name: str) -> bool:
    return any(
        words.startswith(word) and not words[len(word) : len(word) + 1].isalpha() for word in group("around", name)
    )


def _by_form(frame: Frame, around: Around) -> str | None:
    """Lengths of time, distances inside a phrase, structure words, survey answers."""
    amount, verb = frame.amount, frame.verb
    inside = frame.segment.relative[0] <= frame.at < frame.segment.relative[1]
    if inside or opens_condition(frame.segment):
        return "scope_condition"
    if _ON_DAYS.match(around.whole[frame.amount.span.end - frame.sentence.span.start :]):
        return "scope_condition"  # exceed 40 on no more than 5 days a year: the days are what is bounded
    if mentions("definition", around.own) or mentions("purposes", around.whole):
        return "parameter"
    if around.word in group("context", "former") or _is_present_value(frame) or _is_fronted_base(frame, around):
        return "baseline"
    if amount.dimension == "duration":
        return _by_duration(frame, around)
    if amount.dimension == "times" and not is_multiple(frame) and not (verb is not None and verb.sense in _CHANGING):
        return "frequency" if around.behind.startswith(("a ", "per ", "each ", "every ")) else "parameter"
    if amount.dimension == "temperature" and any(word in around.whole.lower() for word in group("around", "warming")):
        return "parameter"
    if amount.dimension == "length" and ("within" in frame.left.cue.split() or _starts(around.behind, "placing")):
        return "scope_condition"
    if amount.dimension == "percent" and _starts(around.behind, "extremes"):
        return "scope_condition"
    committed = frame.stance is Stance.COMMIT
    if mentions("consultation", around.behind) or mentions("consultation", around.near) and not committed:
        return "status"
    if frame.stance is not Stance.PAST and amount.is_counter and _is_structure(frame):
        return "lexical" if amount.in_words else "parameter"
    if around.near.endswith(("every", "for each")):
        return "attribute"
    return _by_numeral(frame, around)


def _is_present_value(frame: Frame) -> bool:
    """the share of organic farmland, now 11%, will be raised to 25%"""
    at = frame.segment.start
    opens = frame.sentence.tokens[at].lower in ("now", "currently", "today") and at + 1 == frame.at
    return opens and bool(frame.segment.opener & {",", "("}) or _follows_now(frame)


_FRONTED = re.compile(
    r"\W*(?:starting )?from (?:an?|its|the|our|today's) (?:[a-z0-9]+ ){0,2}(?:base|baseline|start|starting point) of\b",
    re.IGNORECASE,
)


def _is_fronted_base(frame: Frame, around: Around) -> bool:
    """From a base of 40 chargers and 12 hubs, the borough will have 200: what is there before the verb."""
    if frame.side == "object" or not _FRONTED.match(around.whole):
        return False
    verb = next((one for one in frame.sentence.groups if one.is_finite), None)
    return verb is not None and frame.at < verb.start


def _follows_now(frame: Frame) -> bool:
    before = frame.sentence.tokens[max(0, frame.at - 2) : frame.at]
    return len(before) == 2 and before[0].lower == "," and before[1].lower in ("now", "currently", "today")


def _by_numeral(frame: Frame, around: Around) -> str | None:
    """A small numeral without a noun; an age; "after three seasons"."""
    amount = frame.amount
    if amount.value == 1 and amount.in_words and _starts(around.behind, "distributing"):
        return "lexical"
    if around.near.endswith(" after") and (amount.is_counter or not amount.unit):
        return "duration"
    if amount.unit:
        return None
    if any(
        one.amount is not None
        for one in frame.sentence.tokens[max(0, frame.at - 1) : frame.at + 2]
        if one.amount is not amount
    ):
        return "parameter"  # 61 256 1,263: a row of figures that lost its table
    answers = frame.before is not None or frame.side == "object" and frame.left.preposition in ("to", "by")
    if amount.in_words and amount.value < 13 and not frame.right.change and not answers:
        return "lexical"
    aged = around.near.endswith((" aged", " age", " ages"))
    if amount.value < 100 and (aged or frame.left.strict and around.word in group("context", "people")):
        return "scope_condition"
    return None


def _is_structure(frame: Frame) -> bool:
    """five pillars, 14 actions: parts of a text. Weak ones count where a word says what they are: repair points."""
    amount, verb = frame.amount, frame.verb
    unit = amount.unit.lower()
    committed = frame.stance is Stance.COMMIT
    described = amount.span.end - amount.figures[-1].end > len(amount.unit) + 1
    if unit in group("context", "weak_structure"):
        listed = frame.verb is None and amount.value >= 5 and not amount.in_words
        if described and (committed or listed):
            return False
    elif unit not in group("context", "structure"):
        return False
    doing = verb is not None and verb.sense in ("act", "money", "increase", "add")
    talks = verb is not None and verb.type in ("coordination", "survey", "mechanism")
    return not (committed and doing and not talks and amount.value >= 5 and not amount.in_words)


_EXCEEDED = re.compile(r"\bexceed(?:s|ed|ing)?\b[^;.]*?\d[^;]*\b(?:on|for|during)\b[^;]*$", re.IGNORECASE)
_ON_DAYS = re.compile(
    r"\s*(?:on|for|during) (?:no|not|at|fewer|less|a maximum)\b[^,;]{0,24}? (?:days|hours)\b", re.IGNORECASE
)


def _place(frame: Frame) -> int:
    return frame.amount.span.start - frame.sentence.span.start


def _by_duration(frame: Frame, around: Around) -> str | None:
    """Years of validity, days to answer; a level only where it lasts: waiting time cut to 30 days."""
    verb, preposition = frame.verb, frame.left.preposition
    if frame.left.bound is Bound.AT_MOST and _EXCEEDED.search(around.whole[: _place(frame)]):
        return None
    moves = verb is not None and verb.sense in ("decrease", "increase", "bring")
    if mentions("validity", around.own) and not moves:
        return "duration"
    subject = around.whole if frame.side == "gap" else around.own
    before = subject.lower()[: max(0, frame.amount.span.start - frame.sentence.span.start)].split()
    lasts = any(word.strip(",;:()") in group("context", "lasting") for word in before)
    holds = verb is None or verb.sense in (*_CHANGING, "be", "come") and preposition not in ("for", "in", "on", "with")
    if not lasts or not holds or preposition in ("of", "for", "in"):
        return "duration"
    if around.near.endswith((" within", " after", " for")) or mentions("procedure", around.behind):
        return "duration"
    return None


def _by_stance(frame: Frame, around: Around, text: str, placed: Sequence[Placed], governing: Governing) -> str | None:
    """Reported or foreseen, or committed to."""
    if frame.stance is Stance.PAST:
        return None if _is_adopted(frame, placed) else "status"
    if _stands_in_past(frame, placed):
        return "status"
    if frame.stance in (Stance.FORECAST, Stance.POSSIBLE) and not _permits(frame) and not _lists_acts(frame):
        return "forecast"
    verb = frame.verb
    alone = frame.after is None and verb is not None and verb.sense in (*_CHANGING, "come")
    if alone and read_from(frame.sentence, frame.at, text):
        return "baseline"
    if mentions("reference", around.whole):
        return "status"
    future = _is_dated(frame, placed)
    if frame.stance is Stance.COMMIT or frame.stance is Stance.POSSIBLE:
        states = verb is not None and verb.sense == "state" and verb.lemma not in _AMOUNTING
        return "parameter" if states and not future else None
    reported = mentions("status", _THAN_NOW.sub("", around.own))
    if frame.stance is Stance.PRESENT:
        return _by_present(frame, around, governing, future, reported)
    if reported:
        return "status"
    if mentions("forecast", around.own):
        return "forecast"
    if future or governing.promises or governing.has_time or governing.breaks_down:
        return None
    return "parameter" if frame.sentence.is_item else "status"


_AMOUNTING = ("include", "amount", "total", "average", "equal", "range", "cost", "see", "find", "comprise")


def _by_present(frame: Frame, around: Around, governing: Governing, future: bool, reported: bool) -> str | None:
    """A present tense promises where the plan is the one that acts or a time to come bounds it."""
    verb = frame.verb
    if verb is None:
        return "status"
    concedes = bool(frame.segment.opener & {"while", "although", "though", "whereas"}) and frame.segment.start <= 1
    if concedes:
        return "status"
    if reported:
        keeps_word = future and verb.lemma in ("commit", "raise", "aim", "target", "pledge", "intend", "plan")
        return None if keeps_word else "status"
    before = [token.lower for token in frame.sentence.tokens[frame.segment.start : verb.start]]
    if verb.lemma in ("require", "oblige", "mandate") and not verb.is_passive and _OUTSIDE & set(before):
        return "status"  # the national package requires a 55% cut: the law of others
    if verb.is_passive and verb.sense in ("plan", "money") or governing.breaks_down:
        return None
    if (verb.sense == "plan" or verb.lemma in group("stance", "promises")) and frame.side != "subject":
        return None
    if verb.sense in ("be", "state", "reach", "keep") and any(word in group("around", "promising") for word in before):
        return None
    moves = verb.sense in _CHANGING
    if (
        future
        and verb.sense != "state"
        or governing.has_time
        and verb.sense != "state"
        or governing.continues
        and moves
    ):
        return "forecast" if mentions("forecast", around.own) else None
    if moves and any(word in group("around", "acting") for word in before):
        return None
    return "status"


_OUTSIDE = frozenset(("eu", "eu's", "european", "national", "federal", "international", "un", "un's"))


def _is_adopted(frame: Frame, placed: Sequence[Placed]) -> bool:
    """The board approved a goal of 90% by 2030: a goal that was decided on, with a time to come."""
    verb = frame.verb
    if verb is None or verb.lemma not in ADOPTING or frame.side != "object" or verb.is_passive:
        return False
    named = {token.lower for token in frame.sentence.tokens[verb.end : frame.at]}
    return bool(named & group("around", "promising")) and _is_dated(frame, placed)


def _lists_acts(frame: Frame) -> bool:
    """The programme could insulate 300 homes, plant 2,000 trees and install 40 chargers: what is proposed to be done."""
    if frame.stance is not Stance.POSSIBLE:
        return False
    acting = [
        piece
        for piece in frame.sentence.segments
        if piece.amounts and any(one.sense in ("act", "add") and one.start < piece.amounts[0] for one in piece.groups)
    ]
    return len(acting) >= 3 and len(acting) == len([piece for piece in frame.sentence.segments if piece.groups])


def _permits(frame: Frame) -> bool:
    """At most 10% of meals may contain beef: leave with a limit."""
    verb = frame.verb
    may = verb is not None and frame.sentence.tokens[verb.start].lower == "may"
    return may and frame.side == "subject" and frame.left.bound is Bound.AT_MOST


def _stands_in_past(frame: Frame, placed: Sequence[Placed]) -> bool:
    """(2021: 17 µg/m3), (45% in 2023): a year gone by stands beside the figure."""
    tokens = frame.sentence.tokens
    at = frame.at - 1
    while at > 0 and tokens[at].lower in (":", "-"):
        at -= 1
    past = {one.at for one in placed if one.role is Role.PAST}
    bracketed = frame.at > 0 and tokens[frame.at - 1].lower == "("
    behind = [token.lower for token in tokens[frame.at + 1 : frame.at + 3]]
    of_them = frame.side == "gap" and behind in (["of", "them"], ["of", "these"], ["of", "which"], ["of", "those"])
    if of_them and frame.at + 3 in past:
        return True  # 300 chargers, 120 of them in 2021, by 2028
    return at < frame.at - 1 and at in past or bracketed and frame.at + 1 in past


def _is_dated(frame: Frame, placed: Sequence[Placed]) -> bool:
    """A time to come bounds the clause of the amount: in it, before it, or behind it in a clause without a verb."""
    segments = frame.sentence.segments
    for one in placed:
        if one.role is not Role.DEADLINE:
            continue
        home = next((piece for piece in segments if piece.start <= one.at < piece.end), None)
        if home is None or home is frame.segment or home.start < frame.segment.start:
            return True
        if not any(verb.is_finite for verb in home.groups):
            return True
    return False
