"""Whom an English rule covers: buildings over 25,000 square feet, sites that emit more than 10 t, 3 of the 11 actions."""

import re

from greenall.plans.en_cues import group
from greenall.plans.en_frames import Frame
from greenall.plans.en_verbs import Stance
from greenall.quantity.amount import Bound
from greenall.quantity.en_words import is_plural

_MEASURED = ("area", "length", "power", "volume", "mass", "energy")
_OF_THE = re.compile(
    r"(?:^|[\s(])(?:of|among|out of)(?: all)? (?:the|our|its|these|those|their)(?: [a-z-]+)?\s*$", re.IGNORECASE
)


def by_scope(frame: Frame, text: str, word: str, breaks_down: bool) -> str | None:
    """ "scope_condition" or another class when the amount only says who or what is meant; `word` stands before it."""
    if frame.amount.dimension == "points":
        return None
    if _is_technical(frame) or _is_ratio(frame):
        return "technical_standard"
    if _is_total(frame, text) or _in_relative_clause(frame, text) and not breaks_down or _is_described(frame):
        return "scope_condition"
    if frame.stance is not Stance.PAST and _binds_applicants(frame):
        return "scope_condition"
    return "scope_condition" if _bounds_a_thing(frame, word) else None


def _binds_applicants(frame: Frame) -> bool:
    """Applicants must have traded for two years, employ fewer than 250 staff: who may take part."""
    verb, tokens = frame.verb, frame.sentence.tokens
    if verb is None:
        return False
    own = tokens[frame.segment.start : verb.start]
    if not own and verb.form == "base":
        first = next((one for one in frame.sentence.groups if one.is_finite), verb)
        own = tokens[: first.start]
    return any(token.lower in group("context", "applicants") for token in own)


def _is_technical(frame: Frame) -> bool:
    """Values beside the number of a standard, without a time: made to BS 7671, at least 150 kW."""
    tokens = frame.sentence.tokens
    cites = any(token.mask is not None and token.mask.figure_class == "standard_number" for token in tokens)
    measured = frame.amount.dimension.partition("/")[0] in (
        *_MEASURED,
        "voltage",
        "temperature",
        "noise",
        "concentration",
    )
    return cites and measured and not any(token.time is not None for token in tokens)


def _is_ratio(frame: Frame) -> bool:
    """Play space is to be provided at 10 m2 per child: a rate of provision."""
    verb = frame.verb
    provides = verb is not None and verb.lemma in ("provide", "supply", "allocate", "design", "size")
    return provides and frame.left.preposition == "at" and " per " in frame.amount.unit


def _is_total(frame: Frame, text: str) -> bool:
    """Of the 318 households, 200 will ...; 61 of the 94 actions: the whole of which a part is meant."""
    amount = frame.amount
    if amount.dimension not in ("count", "") or frame.left.bound is not Bound.NONE:
        return False
    start = frame.sentence.span.start
    return _OF_THE.search(text[max(start, amount.span.start - 28) : amount.span.start]) is not None


def _in_relative_clause(frame: Frame, text: str) -> bool:
    """sites that emit more than 10,000 t"""
    segment, verb = frame.segment, frame.verb
    if verb is None or frame.stance is not Stance.PRESENT or not segment.opener & {"who", "that", "which", "whose"}:
        return False
    start = frame.sentence.tokens[segment.start].start
    return segment.groups[:1] == (verb,) and "of" not in text[max(0, start - 10) : start].split()


def _is_described(frame: Frame) -> bool:
    """facilities emitting 25,000 t: a participle right behind a plural describes it."""
    modifier, verb = frame.modifier, frame.verb
    if (
        modifier is None
        or verb is None
        or modifier.form != "ing"
        or modifier.sense == "reach"
        or modifier.end > frame.at
    ):
        return False
    tokens = frame.sentence.tokens
    if any(token.tag in ("verb", "modal", "be") for token in tokens[modifier.end : frame.at]):
        return False
    if frame.side == "object" and frame.left.preposition in ("to", "by"):
        return False
    noun = tokens[modifier.start - 1].lower if modifier.start else ""
    return noun in group("context", "things") or is_plural(noun)


def _bounds_a_thing(frame: Frame, word: str) -> bool:
    """buildings over 25,000 square feet, farms of less than 50 acres; not: keep emissions below 8 t."""
    amount, verb, preposition = frame.amount, frame.verb, frame.left.preposition
    if word not in group("context", "things"):
        return False
    bounds = (frame.left.bound, frame.right.bound, amount.bound)
    bounded = any(bound not in (Bound.NONE, Bound.ABOUT) for bound in bounds)
    if not bounded:
        measured = amount.dimension in _MEASURED or amount.is_counter
        of = preposition == "of" and frame.side == "subject" and measured
        return is_plural(word) and (of or preposition == "with" and amount.is_counter)
    if preposition in ("for", "to", "by", "at"):
        return False
    holds = (
        verb is not None
        and frame.side == "object"
        and verb.sense
        in (
            "keep",
            "decrease",
            "increase",
            "reach",
            "bring",
            "fold",
            "be",
            "share",
            "save",
            "add",
        )
    )
    if holds and not is_plural(word) and word not in group("around", "measured"):
        return False
    if holds and verb is not None and verb.sense in ("keep", "decrease") and not preposition:
        return False
    return not (amount.is_counter and preposition not in ("of", "with", "than", ""))
