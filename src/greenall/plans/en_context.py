"""What an English figure is when it is no target: reported, foreseen, a threshold, a fee, a fine, a length of time.

`why_not(frame, ...)` gives the class of the figure account, or None when the clause commits to the amount.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from greenall.plans.en_cues import group, has
from greenall.plans.en_frames import Frame
from greenall.plans.en_sentence import opens_condition
from greenall.plans.en_times import Placed, Role, read_from
from greenall.plans.en_verbs import Stance
from greenall.quantity.amount import Bound
from greenall.quantity.en_words import is_plural

_HOLDING = ("keep", "decrease", "increase", "reach", "bring", "fold", "be", "share", "save", "add")
_MOVING = ("increase", "decrease", "reach", "come", "bring")
_THAN_NOW = re.compile(r"\bthan (?:today|now|currently|at present)\b|(?:today|now|at present)(?= to )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Governing:
    """What surrounds the sentence: a heading or lead that promises, a time to be inherited."""

    promises: bool
    has_time: bool
    breaks_down: bool  # "Of these, ...": takes part in what was committed to before
    continues: bool  # linked to a sentence that committed


def why_not(
    frame: Frame, text: str, placed: Sequence[Placed], governing: Governing, old_values: Mapping[int, int]
) -> str | None:
    """The class of a figure that is no target; None when it is one."""
    if frame.at in old_values.values():
        return "baseline"
    if frame.is_fold:
        outside = (
            frame.verb is not None
            and frame.verb.main != frame.at
            and frame.verb.sense not in ("increase", "decrease", "reach", "be", "bring")
        )
        return "lexical" if outside else _by_stance(frame, text, placed, governing)
    for judge in (_by_form, _by_money, _by_threshold, _by_stance):
        found = judge(frame, text, placed, governing)
        if found:
            return found
    return None


def _own(frame: Frame, text: str) -> str:
    tokens = frame.sentence.tokens
    return text[tokens[frame.segment.start].start : tokens[frame.segment.end - 1].end]


def _whole(frame: Frame, text: str) -> str:
    return frame.sentence.span.of(text)


def _word_before(frame: Frame, text: str) -> str:
    words = text[frame.sentence.span.start : frame.left.name_end].split()
    return words[-1].lower().strip(",;:()") if words else ""


def _by_form(frame: Frame, text: str, placed: Sequence[Placed], governing: Governing) -> str | None:
    """Lengths of time, distances inside a phrase, structure words, survey answers."""
    amount = frame.amount
    near = text[max(frame.sentence.span.start, frame.left.name_end - 24) : frame.left.name_end].lower()
    behind = text[amount.span.end : amount.span.end + 28].lower()
    cue = frame.left.cue
    if opens_condition(frame.segment) or amount.dimension == "age":
        return "scope_condition"
    if has("definition").search(_own(frame, text)):
        return "parameter"
    if amount.dimension == "duration":
        return _duration(frame, text, near, behind)
    if amount.dimension == "times" and not (
        frame.verb is not None and frame.verb.sense in ("increase", "decrease", "reach")
    ):
        return "frequency" if behind.lstrip().startswith(("a ", "per ", "each ", "every ")) else "parameter"
    if amount.dimension == "temperature" and has_warming(_whole(frame, text)):
        return "parameter"
    if "within" in cue.split() and amount.dimension in ("length",):
        return "scope_condition"
    if amount.dimension == "length" and behind.lstrip().startswith(
        (
            "of every",
            "of each",
            "of a ",
            "of public",
            "of the nearest",
            "from ",
            "away",
            "radius",
            "above",
            "wide",
            "deep",
            "high",
            "tall",
            "long",
        )
    ):
        return "scope_condition"
    if amount.dimension == "percent" and behind.lstrip().startswith(
        ("most ", "least ", "richest", "poorest", "largest", "hottest", "lowest", "highest")
    ):
        return "scope_condition"
    if has("consultation").search(behind) or has("consultation").search(near) and frame.stance is not Stance.COMMIT:
        return "status"
    unit = amount.unit.lower()
    described = len(text[amount.figures[-1].end : amount.span.end].split()) > 1 and frame.stance is Stance.COMMIT
    if amount.is_counter and (unit in group("context", "structure") or unit in group("context", "weak_structure") and not described):
        doing = (
            frame.verb is not None
            and frame.stance is Stance.COMMIT
            and frame.verb.sense in ("act", "money", "increase", "add")
            and frame.verb.type not in ("coordination", "survey", "mechanism")
        )
        strong = amount.value >= 5 and not amount.in_words
        if not doing or not strong:
            return "lexical" if amount.in_words else "parameter"
    if (
        amount.value == 1
        and amount.in_words
        and behind.lstrip().startswith(("per ", "each", "for each", "for every", "in each", "in every"))
    ):
        return "lexical"
    if not amount.unit and not frame.right.change and amount.in_words and amount.value < 13 and not _is_answer(frame):
        return "lexical"
    if (
        not amount.unit
        and amount.value < 100
        and (
            near.rstrip().endswith((" aged", " age", " ages"))
            or frame.left.strict
            and _word_before(frame, text) in group("context", "people")
        )
    ):
        return "scope_condition"
    if near.rstrip().endswith(" after") and (amount.is_counter or not amount.unit):
        return "duration"
    return None


def _is_answer(frame: Frame) -> bool:
    """A bare numeral that stands for things named before: one by 2026 and six by 2030."""
    return frame.before is not None or frame.side == "object" and frame.left.preposition in ("to", "by")


def has_warming(sentence: str) -> bool:
    """Temperatures of the Paris agreement are no target of a plan."""
    lower = sentence.lower()
    return any(
        word in lower for word in ("warming", "global", "paris", "pathway", "pre-industrial", "aligned", "scenario")
    )


def _duration(frame: Frame, text: str, near: str, behind: str) -> str | None:
    own = _own(frame, text)
    if has("validity").search(own) and not (frame.verb is not None and frame.verb.sense in ("decrease", "increase")):
        return "duration"
    holding = (
        frame.verb is not None
        and frame.verb.sense in ("keep", "decrease", "increase", "reach", "bring", "be")
        and frame.left.preposition in ("to", "by", "at", "", "of", "than", "from")
    )
    subject = own.lower() if frame.side != "gap" else _whole(frame, text).lower()
    lasts = any(
        word.strip(",;:()") in group("context", "lasting")
        for word in subject[: max(0, frame.amount.span.start - frame.sentence.span.start)].split()
    )
    if not holding and not (frame.verb is None and lasts):
        return "duration"
    if not lasts or frame.left.preposition in ("of", "for", "in") or near.endswith((" within", " after", " for")):
        return "duration"
    if has("procedure").search(behind):
        return "duration"
    return None


def _by_money(frame: Frame, text: str, placed: Sequence[Placed], governing: Governing) -> str | None:
    """Fines, fees, subsidies: sums and shares that a rule sets, nothing to be reached."""
    own, whole = _own(frame, text), _whole(frame, text)
    is_money = frame.amount.dimension.startswith("money")
    moves = (
        frame.verb is not None
        and frame.verb.sense in ("increase", "decrease", "fold", "reach")
        and frame.stance is Stance.COMMIT
    )
    spends = (
        frame.verb is not None
        and (frame.verb.sense in ("money", "act", "add") or frame.verb.lemma in ("provide", "deliver", "make"))
        and frame.stance is Stance.COMMIT
    )
    if not is_money and frame.amount.dimension != "percent":
        return None
    if has("penalty").search(whole) and (is_money or "liable" in whole.lower()):
        return "penalty"
    if is_money or not moves:
        large = is_money and frame.amount.value_norm >= 100000
        if (
            has("tariff").search(own if is_money else own[:60])
            and not large
            and not (moves and not is_money)
            and (is_money or not spends)
        ):
            if is_money and not (moves and frame.left.preposition in ("by", "to", "than") and "cost" in own.lower()):
                return "tariff"
            if not is_money and frame.verb is not None and frame.verb.sense in ("be", "state", "keep"):
                return "tariff"
        if has("subsidy").search(own if large or spends else whole) and not large:
            if is_money and not (spends and not has("subsidy").search(own)):
                return "subsidy"
            if not is_money and frame.stance is not Stance.COMMIT:
                return "subsidy"
            if (
                not is_money
                and has("subsidy").search(own)
                and frame.verb is not None
                and frame.verb.sense in ("share", "money", "have", "be", "come")
            ):
                return "subsidy"
    return None


_COMPARED = (
    "more than",
    "less than",
    "fewer than",
    "over",
    "under",
    "above",
    "below",
    "at least",
    "exceeding",
    "larger than",
    "greater than",
    "up to",
    "smaller than",
    "higher than",
    "lower than",
    "in excess of",
    "a minimum of",
    "no more than",
    "not exceeding",
    "no less than",
    "a maximum of",
    "longer than",
    "beyond",
    "older than",
)


def _by_threshold(frame: Frame, text: str, placed: Sequence[Placed], governing: Governing) -> str | None:
    """Whom a rule covers: buildings over 25,000 square feet, farms of less than 50 acres, sites that emit more than 10 t."""
    amount = frame.amount
    if amount.dimension in ("points",):
        return None
    if (
        "who" in frame.segment.opener
        or "that" in frame.segment.opener
        or "which" in frame.segment.opener
        or "whose" in frame.segment.opener
    ):
        own = frame.verb is not None and frame.verb in frame.segment.groups
        if (
            own
            and frame.stance is Stance.PRESENT
            and frame.segment.groups
            and frame.segment.groups[0] == frame.verb
            and not governing.breaks_down
            and "of"
            not in text[
                max(0, frame.sentence.tokens[frame.segment.start].start - 10) : frame.sentence.tokens[
                    frame.segment.start
                ].start
            ].split()
        ):
            return "scope_condition"
    word = _word_before(frame, text)
    modifier = frame.modifier
    if modifier is not None and modifier.sense not in ("reach",) and modifier.end <= frame.at:
        between = frame.sentence.tokens[modifier.end : frame.at]
        if (
            not any(token.tag in ("verb", "modal", "be") for token in between)
            and frame.verb is not None
            and not (frame.side == "object" and frame.left.preposition in ("to", "by") and frame.verb.sense in _HOLDING)
        ):
            noun = frame.sentence.tokens[modifier.start - 1] if modifier.start else None
            if (
                noun is not None
                and (noun.lower in group("context", "things") or is_plural(noun.lower))
                and modifier.form == "ing"
            ):
                return "scope_condition"
    bounded = (
        frame.left.bound is not Bound.NONE
        and frame.left.bound is not Bound.ABOUT
        or amount.bound is not Bound.NONE
        or frame.right.bound is not Bound.NONE
    )
    if not bounded:
        if (
            frame.left.preposition == "of"
            and frame.side == "subject"
            and amount.dimension in ("area", "length", "power", "volume")
            and word in group("context", "things")
            and is_plural(word)
        ):
            return "scope_condition"
        if (
            frame.left.preposition == "with"
            and amount.is_counter
            and word in group("context", "things")
            and is_plural(word)
        ):
            return "scope_condition"
        return None
    governs = frame.verb is not None and frame.side == "object" and frame.verb.sense in _HOLDING
    if frame.left.preposition in ("for", "to", "by", "at"):
        return None
    if word in group("context", "things") and not (governs and frame.left.preposition in ("to", "by", "at")):
        if (
            governs
            and frame.verb is not None
            and not is_plural(word)
            and word not in ("capacity", "floor", "input", "output", "area", "load", "income")
        ):
            return None
        if (
            frame.verb is not None
            and frame.side == "object"
            and frame.verb.sense in ("keep", "decrease")
            and frame.left.preposition in ("",)
        ):
            return None
        if amount.is_counter and frame.left.preposition not in ("of", "with", "than"):
            return None
        return "scope_condition"
    return None


def _by_stance(frame: Frame, text: str, placed: Sequence[Placed], governing: Governing) -> str | None:
    """Reported or foreseen, or committed to."""
    own = _own(frame, text)
    if frame.stance is Stance.PAST:
        return "status"
    if frame.stance in (Stance.FORECAST, Stance.POSSIBLE):
        return "forecast"
    if (
        read_from(frame.sentence, frame.at, text)
        and frame.after is None
        and frame.verb is not None
        and frame.verb.sense in _MOVING
    ):
        return "baseline"
    future = _future(frame, placed)
    if frame.stance is Stance.COMMIT:
        if (
            frame.verb is not None
            and frame.verb.sense in ("state",)
            and frame.verb.lemma
            not in ("include", "amount", "total", "average", "equal", "range", "cost", "see", "find")
            and not future
        ):
            return "parameter"
        return None
    reported = has("status").search(_THAN_NOW.sub("", own)) is not None
    if frame.stance is Stance.PRESENT:
        if frame.verb is not None and frame.verb.is_passive and frame.verb.sense in ("plan", "money") and not reported:
            return None
        if governing.breaks_down and not reported:
            return None
        promises = frame.verb is not None and (
            frame.verb.sense == "plan" or frame.verb.lemma in group("stance", "promises")
        )
        if promises and not reported and frame.side != "subject":
            return None
        if _is_goal_subject(frame, text):
            return None
        if reported and not (
            future and frame.verb is not None and frame.verb.lemma in ("commit", "raise", "aim", "target", "pledge")
        ):
            return "status"
        if (
            future
            or governing.has_time
            or governing.continues
            and frame.verb is not None
            and frame.verb.sense in ("increase", "decrease", "fold", "reach", "keep")
        ):
            if has("forecast").search(own):
                return "forecast"
            return None
        if frame.verb is not None and frame.verb.sense in ("increase", "decrease", "fold") and _reforms(frame):
            return None
        return "status"
    if reported:
        return "status"
    if has("forecast").search(own):
        return "forecast"
    if future or governing.promises or governing.has_time or governing.breaks_down:
        return None
    return "status" if not frame.sentence.is_item else "parameter"


def _reforms(frame: Frame) -> bool:
    """The strategy raises this to 15%: the plan itself acts."""
    verb = frame.verb
    if verb is None:
        return False
    subject = [token.lower for token in frame.sentence.tokens[frame.segment.start : verb.start]]
    return any(
        word
        in (
            "strategy",
            "plan",
            "programme",
            "program",
            "roadmap",
            "package",
            "policy",
            "target",
            "measure",
            "act",
            "scheme",
        )
        for word in subject
    )


def _is_goal_subject(frame: Frame, text: str) -> bool:
    """The target for 2030 is 40%."""
    verb = frame.verb
    if verb is None or verb.sense not in ("be", "state", "reach", "keep"):
        return False
    before = [token.lower for token in frame.sentence.tokens[frame.segment.start : verb.start]]
    return any(
        word in group("stance", "goals")
        and word
        not in (
            "plan",
            "programme",
            "program",
            "task",
            "measures",
            "actions",
            "action",
            "vision",
            "mission",
            "priority",
            "priorities",
        )
        for word in before
    )


def _future(frame: Frame, placed: Sequence[Placed]) -> bool:
    return any(one.role is Role.DEADLINE for one in placed)
