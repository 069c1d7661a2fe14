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
from greenall.plans.ko_context import entries
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, is_postposition

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
        if at < last:
            if (
                token.kind not in ("word", "mask")
                or token.kind == "mask"
                and token.mask is not None
                and token.mask.figure_class == "numbering"
            ):
                return described + 1 if described >= 0 and token.kind in ("amount", "time") else first
            if token.predicate is not None:
                if token.predicate.ending is Ending.ALTERNATIVE and described >= 0:
                    first, at = at, at - 1
                    continue
                if token.predicate.ending is not Ending.ADNOMINAL:
                    return first
                described = at
            elif token.text in _describing():
                described = at
            elif is_postposition(token.text) or not _belongs(token, described >= 0):
                return first
        first, at = at, at - 1
    return first


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
