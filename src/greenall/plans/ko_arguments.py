"""Objects, topics and complements of a Korean clause: the words that say what is done to what.

>>> from greenall.plans.ko_tokens import tokens
>>> from greenall.quantity.place import Span
>>> text = "노후 경로당을 고친다"
>>> found = tokens(text, Span(0, len(text)), [], [], [])
>>> object_before(found, 1, 0, text)
'노후 경로당'
"""

from collections.abc import Sequence

from greenall.plans.ko_clauses import Governor, clause_start
from greenall.plans.ko_phrases import adverbs, is_actor, particles, phrase_before, words_of
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, is_postposition


def counted_beside(tokens: Sequence[Token], index: int, ruling: Governor, text: str) -> str:
    """The noun of the next figure before the verb."""
    for at in range(index + 2, ruling.at):
        if tokens[at].amount is not None:
            if tokens[at - 1].kind != "word" or tokens[at - 1].particle or tokens[at - 1].text in adverbs():
                return ""
            return words_of(tokens, max(phrase_before(tokens, at - 1), index + 1), at - 1, text)
    return ""


def trailing(tokens: Sequence[Token], index: int, text: str) -> str:
    """4,200호 에너지 성능개선: the words up to the end of an item without verb."""
    if tokens[index].tail.particle or tokens[index].tail.copula is not None or tokens[index].tail.bound:
        return ""
    last = index
    for at in range(index + 1, min(index + 6, len(tokens))):
        if tokens[at].kind != "word":
            if tokens[at].kind in ("amount", "time", "arrow", "colon"):
                return ""
            break
        if tokens[at].particle or tokens[at].predicate is not None or tokens[at].text in adverbs():
            return ""
        last = at
    return words_of(tokens, index + 1, last, text) if last > index else ""


WHOLE = ("전체", "모두", "전부", "동", "전역", "전 지역")


def complement(tokens: Sequence[Token], index: int, ruling: Governor, text: str) -> str:
    """What stands between the figure and its verb, without times: 재생에너지로 충당 -> 재생에너지."""
    if ruling.verb is None:
        return ""
    last = ruling.at - 1
    for at in range(index + 1, ruling.at):
        other = tokens[at].amount
        in_brackets = any(token.kind == "open" for token in tokens[index + 1 : at])
        if other is not None and other.dimension not in ("age", "duration") and not in_brackets:
            return ""
    while last > index and (tokens[last].text in adverbs() or tokens[last].kind not in ("word", "mask")):
        last -= 1
    if last <= index:
        return ""
    first = last
    while first - 1 > index and tokens[first - 1].kind in ("word", "mask") and not tokens[first - 1].predicate:
        if (
            tokens[first - 1].text == "각각"
            or tokens[first - 1].stem in WHOLE
            or tokens[first - 1].particle in ("보다", "까지")
        ):
            break
        first -= 1
    return words_of(tokens, first, last, text)


def topic_before(tokens: Sequence[Token], at: int, start: int, text: str) -> str:
    """The nearest topic to the left that is not the one who acts."""
    while at >= start:
        token = tokens[at]
        if token.kind == "word" and token.particle in particles("topic") and token.predicate is None:
            if is_actor(token.stem) or token.text in adverbs():
                return ""
            return words_of(tokens, phrase_before(tokens, at), at, text)
        at -= 1
    return ""


def best_argument(tokens: Sequence[Token], places: range) -> tuple[int, int] | None:
    """(rank, place) of the object, topic or subject that is nearest within its rank."""
    best: tuple[int, int] | None = None
    past = len(tokens)  # words from here on are part of a noun phrase that was weighed already
    for at in places:
        token = tokens[at]
        if token.amount is not None and best is not None:
            break  # what stands before another figure belongs to that one
        if at >= past:
            continue
        if token.kind != "word" or token.predicate is not None or token.text in adverbs():
            continue
        if at + 1 < len(tokens) and is_postposition(tokens[at + 1].text):
            continue  # 흡수원을 통해, 가로수와 숲을 합해
        if token.particle in particles("object") and _has_own_verb(tokens, at, places.start):
            continue  # 흙먼지를 줄이기 위해 25개교에
        rank = _rank(token, phrase_before(tokens, at) == at)
        if rank:
            past = phrase_before(tokens, at)
        if rank and (best is None or rank > best[0]):
            best = (rank, at)
    return best


def _has_own_verb(tokens: Sequence[Token], at: int, end: int) -> bool:
    """A verb before the figure takes the object."""
    verb = next((token.predicate for token in tokens[at + 1 : end + 1] if token.predicate is not None), None)
    return verb is not None and verb.ending in (Ending.NOMINAL, Ending.PURPOSE)


def object_before(tokens: Sequence[Token], at: int, start: int, text: str) -> str:
    while at >= start:
        if tokens[at].kind == "word" and tokens[at].particle in particles("object") and not tokens[at].predicate:
            return words_of(tokens, phrase_before(tokens, at), at, text)
        at -= 1
    return ""


def _rank(token: Token, is_alone: bool) -> int:
    if token.particle in particles("object"):
        return 3
    if is_alone and is_actor(token.stem):
        return 0
    if token.particle in ("은", "는", "도", "의 경우"):
        return 2
    return 1 if token.particle in particles("subject") else 0


def is_turned_into(tokens: Sequence[Token], ruling: Governor) -> bool:
    """급속충전기로 한다: the word before the verb says what it becomes."""
    return ruling.at > 0 and tokens[ruling.at - 1].particle in ("으로", "로")


def by_means_of(tokens: Sequence[Token], index: int, text: str) -> str:
    """소화가스 발전으로 연간 9.6GWh를 생산"""
    for at in range(index - 1, clause_start(tokens, index) - 1, -1):
        token = tokens[at]
        if token.predicate is not None or token.amount is not None:
            return ""
        if token.kind == "word" and token.particle in ("으로", "로") and token.text not in adverbs():
            return words_of(tokens, phrase_before(tokens, at), at, text)
    return ""


def spent_on(tokens: Sequence[Token], index: int, text: str) -> str:
    """하천 정비 사업에 120억 원을 들인다"""
    for at in range(index - 1, clause_start(tokens, index) - 1, -1):
        if tokens[at].kind == "word" and tokens[at].particle == "에":
            return words_of(tokens, phrase_before(tokens, at), at, text)
    return ""
