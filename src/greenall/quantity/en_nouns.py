"""The noun that a number counts: the head of the phrase right of it.

>>> phrase_of_count("2,300 electric buses on core routes", 6)
(15, 20)
>>> phrase_of_count("300 more are planned", 4) is None
True
"""

import re

from greenall.quantity.en_words import is_closed, is_plural, verb_forms, word_group

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’-]*[A-Za-z\u00c0-\u024f0-9]|[A-Za-z\u00c0-\u024f]")
_GAP = re.compile(r" |, |/")
_MOST_WORDS = 7


def phrase_of_count(text: str, at: int, *, singular: bool = False) -> tuple[int, int] | None:
    """Where the head noun of the count stands whose phrase begins at `at`; None when nothing is counted there.

    A count of one (`singular`) takes the last word of the phrase, any other the last plural one.
    """
    head: tuple[int, int] | None = None
    last: tuple[int, int] | None = None
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, at)
        if not match:
            break
        word = match.group().lower().replace("’", "'")
        joining = word in ("and", "or") and head is None and last is not None and not singular
        if not joining and (is_closed(word) or word in word_group("calendar")):
            break
        if head is not None and not _continues(word):
            break
        if head is None and last is not None and singular and _is_past(word):
            break
        if not joining:
            last = match.span()
            if is_plural(word) and not word.endswith("'s"):
                head = last
        gap = _GAP.match(text, match.end())
        if not gap or gap.group() == ", " and (head is not None or not _adjective_follows(text, gap.end())):
            break
        if gap.group() == "/" and head is not None:
            break
        at = gap.end()
    return last if singular else head


def _continues(word: str) -> bool:
    """sports centres, goods vehicles: a plural that only describes the next plural."""
    return is_plural(word) and (not verb_forms(word) or word in word_group("nouns_in_s"))


def _adjective_follows(text: str, at: int) -> bool:
    """new, accessible stations: after the comma one word and then a plural."""
    first = _WORD.match(text, at)
    if not first or is_closed(first.group().lower()):
        return False
    gap = _GAP.match(text, first.end())
    second = _WORD.match(text, gap.end()) if gap and gap.group() == " " else None
    return bool(second and not is_plural(first.group().lower()) and is_plural(second.group().lower()))


def _is_past(word: str) -> bool:
    return any(form.kind in ("past", "participle") for form in verb_forms(word))
