"""Noun phrases of a Korean sentence: where one begins, and its words without particle and adverbs.

>>> from greenall.plans.ko_tokens import tokens
>>> from greenall.quantity.place import Span
>>> text = "2030년까지 도시숲 조성 면적을"
>>> found = tokens(text, Span(8, 17), [], [], [])
>>> words_of(found, phrase_before(found, 2), 2, text)
'도시숲 조성 면적'
"""

from collections.abc import Sequence
from functools import cache

from greenall.data.language.tables import words
from greenall.plans.ko_cues import entries
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, is_postposition, noun_of_doing
from greenall.quantity.times import Window

_LONGEST = 12  # words of a noun phrase


@cache
def particles(name: str) -> frozenset[str]:
    return frozenset(words("ko", "endings")["particles"][name])


@cache
def adverbs() -> frozenset[str]:
    return frozenset(words("ko", "function")["adverbs"]["words"])


@cache
def _adnouns() -> frozenset[str]:
    return frozenset(words("ko", "function")["adnouns"]["words"])


@cache
def _leading() -> frozenset[str]:
    return frozenset(words("ko", "function")["leading"]["words"])


@cache
def _describing() -> frozenset[str]:
    return frozenset(words("ko", "function")["describing"]["words"])


def is_actor(stem: str) -> bool:
    """도, 군수, 환경정책과: who acts, not what is measured."""
    return stem in entries("organisations", "exact") or stem.endswith(
        tuple(words("ko", "context")["organisations"]["suffix"])
    )


def phrase_before(tokens: Sequence[Token], last: int) -> int:
    """Where the noun phrase begins that ends with the token at `last`."""
    at = first = last
    described = -1  # the verb of a clause that describes the noun
    while at >= 0 and last - at < _LONGEST:
        token = tokens[at]
        if at < last and (opened := _past_bracket(tokens, at)) is not None:
            at = opened  # 초미세먼지(PM2.5) 농도
            continue
        if at < last and _is_rate_word(tokens, at):
            at -= 1  # 초미세먼지 연평균 농도
            continue
        if at < last:
            if (
                token.kind not in ("word", "mask")
                or token.kind == "mask"
                and token.mask is not None
                and token.mask.figure_class == "numbering"
            ):
                shared = token.kind == "time" and tokens[last].stem in ("비율", "비중")
                return described + 1 if described >= 0 and token.kind in ("amount", "time") and not shared else first
            if _ends_other_task(tokens, at):
                return first
            if token.predicate is not None:
                if token.predicate.ending is Ending.ALTERNATIVE and described >= 0:
                    first, at = at, at - 1
                    continue
                if token.predicate.ending is not Ending.ADNOMINAL:
                    return first
                described = described if described >= 0 else at
            elif token.text in _describing():
                described = described if described >= 0 else at
            elif is_postposition(token.text) or not _belongs(token, described >= 0):
                return first
        first, at = at, at - 1
    return first


def _ends_other_task(tokens: Sequence[Token], at: int) -> bool:
    """300MW 확보 및 변전소: a task with its own figure ends here."""
    if tokens[at].text != "및" or at < 2 or noun_of_doing(tokens[at - 1].stem) is None:
        return False
    return any(before.kind == "amount" for before in tokens[max(0, at - 3) : at - 1])


def without_other_task(tokens: Sequence[Token], first: int, last: int) -> int:
    """1회용품 감축과 다회용기 5개소: where the name of what is counted begins."""
    for at in range(last - 1, first, -1):
        token, before = tokens[at], tokens[at - 1]
        joined = token.particle in particles("and") and len(token.stem) > 1 and noun_of_doing(token.stem) is not None
        if joined and before.kind == "word" and not before.particle:
            return at + 1
    return first


def _past_bracket(tokens: Sequence[Token], at: int) -> int | None:
    """The noun before a short bracket of words that ends at `at`."""
    if tokens[at].kind != "close":
        return None
    for step in range(at - 1, max(0, at - 4), -1):
        if tokens[step].kind == "open":
            noun = tokens[step - 1]
            touches = noun.span.end == tokens[step].span.start and step < at - 1
            return step - 1 if touches and noun.kind in ("word", "mask") and not noun.predicate else None
        if tokens[step].kind not in ("word", "mask") or tokens[step].particle or tokens[step].predicate:
            return None
    return None


def _is_rate_word(tokens: Sequence[Token], at: int) -> bool:
    """연평균, 연간 between two nouns of one name."""
    time = tokens[at].time
    if time is None or time.window is not Window.EVERY_YEAR or not tokens[at].text.startswith("연") or not at:
        return False
    before = tokens[at - 1]
    noun = before.kind == "word" and not before.predicate and (not before.particle or before.particle == "의")
    return noun or _past_bracket(tokens, at - 1) is not None


def _belongs(token: Token, in_description: bool) -> bool:
    if token.kind == "mask":
        return True
    if token.stem in _adnouns() or token.text in _adnouns():
        return True
    if token.text in adverbs() or token.stem in adverbs():
        return token.text in ("및", "또는", "등", "등의", "가운데", "중") or in_description
    if token.particle == "" or token.particle in particles("genitive") or token.particle in particles("and"):
        return True
    if not in_description:
        return False
    return token.particle not in ("은", "는", "에는", "에서는")


def words_of(tokens: Sequence[Token], first: int, last: int, text: str) -> str:
    """The noun phrase from `first` to `last` without leading adverbs and without its last particle."""
    while first < last and tokens[first].text in adverbs() | _leading() and tokens[first].text not in ("추가", "전체"):
        first += 1
    if first > last:
        return ""
    end = tokens[last].span.end - len(tokens[last].particle)
    return " ".join(text[tokens[first].span.start : end].strip(" “”‘’\"'·-*").split())
