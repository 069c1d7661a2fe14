"""The words right before and right after an English figure: bound, change, preposition.

>>> left = read_left("cut emissions by at least ", 0, 26)
>>> left.bound, left.preposition, left.name_end
(<Bound.AT_LEAST: '>='>, 'by', 13)
>>> read_right("40% or more of trips", 3, 20).bound
<Bound.AT_LEAST: '>='>
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from greenall.data.language.tables import any_of, words
from greenall.quantity.amount import Bound, Change

_BOUNDS = {"at_least": Bound.AT_LEAST, "at_most": Bound.AT_MOST, "about": Bound.ABOUT}
_CHANGES = {"increase": Change.INCREASE, "decrease": Change.DECREASE}
_PREPOSITIONS = ("by", "to", "at", "of", "from", "than", "in", "on", "for", "with", "until", "as", "into", "between")


@dataclass(frozen=True, slots=True)
class Left:
    """What was read leftwards from the figure. `name_end` is where the words before all cues end."""

    bound: Bound
    change: Change
    strict: bool
    preposition: str
    quote_start: int  # where the bound or change word begins, for the quote
    name_end: int
    cue: str


@dataclass(frozen=True, slots=True)
class Right:
    """What was read rightwards. `change_word` is the noun or comparative: cut, more, less."""

    bound: Bound
    change: Change
    better: bool
    end: int  # behind the words of the bound
    change_end: int  # behind the word of change
    change_word: str


def cues() -> dict[str, Any]:
    """The table of cue words."""
    return words("en", "cues")


@cache
def _endings() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    table = cues()["before"]
    kinds: dict[str, tuple[str, str]] = {}
    kinds |= dict.fromkeys(table["adverbs"], ("adverb", ""))
    kinds |= {word: ("preposition", word) for word in _PREPOSITIONS}
    for kind in ("increase", "decrease"):
        kinds |= dict.fromkeys(table[kind], ("change", kind))
    for kind in ("at_least", "at_most", "about"):
        kinds |= dict.fromkeys(table[kind], ("bound", kind))
    return re.compile(rf"(?<![A-Za-z'-])({any_of(kinds)})[ ]?$", re.IGNORECASE), kinds


def read_left(text: str, start: int, at: int) -> Left:
    """Read the cue words at the end of `text[start:at]`, the text in front of a figure."""
    pattern, kinds = _endings()
    bound, change, strict, preposition = Bound.NONE, Change.NONE, False, ""
    quote_start = name_end = at
    taken: list[str] = []
    while match := pattern.search(text[max(start, name_end - 40) : name_end]):
        word = match.group(1).lower()
        role, kind = kinds[word]
        if role == "preposition":
            if preposition or change and word != "to":
                break
            preposition = word
        elif role == "bound":
            if bound is not Bound.NONE and (preposition or _BOUNDS[kind] is not Bound.ABOUT):
                break
            if preposition and word in cues()["before"]["also_prepositions"]:
                break
            bound = _BOUNDS[kind] if bound is Bound.NONE else bound
            strict = strict or word in cues()["before"]["strict"]
        elif role == "change":
            if change or preposition:
                break
            change = _CHANGES[kind]
        taken.insert(0, word)
        name_end = max(start, name_end - 40) + match.start(1)
        if role in ("bound", "change"):
            quote_start = name_end
        while name_end > start and text[name_end - 1] == " ":
            name_end -= 1
    return Left(bound, change, strict, preposition, quote_start, name_end, " ".join(taken))


@cache
def _followers() -> tuple[re.Pattern[str], dict[str, tuple[str, str]], re.Pattern[str]]:
    table = cues()["after"]
    kinds: dict[str, tuple[str, str]] = dict.fromkeys(table["better"], ("better", ""))
    for kind in ("at_least", "at_most", "about"):
        kinds |= dict.fromkeys(table[kind], ("bound", kind))
    changes = any_of([*table["increase"], *table["decrease"]])
    return (
        re.compile(rf" ({any_of(kinds)})(?![A-Za-z-])", re.IGNORECASE),
        kinds,
        re.compile(rf"(?:-| )({changes})(?![A-Za-z-])", re.IGNORECASE),
    )


def read_right(text: str, at: int, limit: int) -> Right:
    """The bound and the word of change that stand right behind a figure."""
    pattern, kinds, changes = _followers()
    bound, better, end = Bound.NONE, False, at
    if match := pattern.match(text, at, limit):
        role, kind = kinds[match.group(1).lower()]
        bound, better, end = _BOUNDS.get(kind, Bound.NONE), role == "better", match.end()
    change, change_end, word = Change.NONE, end, ""
    if match := changes.match(text, end, limit):
        word = match.group(1).lower()
        change = Change.INCREASE if word in cues()["after"]["increase"] else Change.DECREASE
        change_end = match.end()
    return Right(bound, change, better, end, change_end, word)


@cache
def has(group: str) -> re.Pattern[str]:
    """A pattern for any word of a group of `[context]`."""
    return re.compile(rf"(?<![A-Za-z-])(?:{any_of(cues()['context'][group])})(?![A-Za-z-])", re.IGNORECASE)


@lru_cache(maxsize=2048)
def mentions(name: str, words_: str) -> bool:
    """True when the words hold one of the group `name` of `[context]`."""
    return has(name).search(words_) is not None


@cache
def group(table: str, name: str) -> frozenset[str]:
    """A group of cue words as a set."""
    return frozenset(cues()[table][name])
