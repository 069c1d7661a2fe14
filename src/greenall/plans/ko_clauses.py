"""How a Korean sentence hangs together: which verb governs a figure, and where its clause begins and ends.

Korean verbs stand at the end, so the governor of a figure is the first verb to its right. A verb that describes a noun
(-는, -ㄴ) hides the figure unless the noun says that it is planned (계획, 방안, 것).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from greenall.data.language.tables import words
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, Entry, Predicate, noun_of_doing

_WITHIN_CLAUSE = (Ending.ALTERNATIVE, Ending.ADNOMINAL, Ending.NOMINAL, Ending.PURPOSE, Ending.NEGATIVE, Ending.MUST)
_LONGEST_CHAIN = 12  # verbs that one clause can hang on


@dataclass(frozen=True, slots=True)
class Governor:
    """What is done with a figure.

    noun      a noun of doing right behind the figure: 30% 감축
    verb      the first verb to the right, at `at`; None in a heading or a list
    outer     the verbs that the first one hangs on, up to the end of the sentence or of the reason
    relative  the verb describes a noun, so the figure only says which one
    """

    noun: Entry | None = None
    noun_at: int = -1
    verb: Predicate | None = None
    at: int = -1
    outer: tuple[Predicate, ...] = ()
    copula_at: int = -1  # the figure with 이다 that ends the list this one stands in
    relative: bool = False
    condition: bool = False
    can: bool = False
    going_on: bool = False  # -고 있다
    end: int = 0

    @property
    def change(self) -> str:
        """The change that the noun of doing or else the verb speaks of."""
        if self.noun is not None and self.noun.change:
            return self.noun.change
        return self.verb.change if self.verb is not None else ""

    @property
    def doing(self) -> str:
        """The noun of doing that names what is done: 감축, 설치; "" when the verb has none."""
        if self.noun is not None and self.noun.role == "act":
            return self.noun.noun
        return self.verb.noun if self.verb is not None and self.verb.role in ("act", "support") else ""

    @property
    def role(self) -> str:
        """The role of what is done: the noun's before the verb's, unless the verb says that it only is so."""
        if self.noun is not None and self.noun.role in ("act", "support"):
            return self.noun.role
        return self.verb.role if self.verb is not None else ""

    @property
    def verbs(self) -> tuple[Predicate, ...]:
        """The first verb and those it hangs on."""
        return (self.verb, *self.outer) if self.verb is not None else ()


@cache
def _planned() -> frozenset[str]:
    return frozenset(words("ko", "function")["planned"]["words"])


@cache
def _forecasts() -> frozenset[str]:
    return frozenset(words("ko", "context")["forecast"]["nouns"]) | {"추세"}


def is_planned_noun(stem: str) -> bool:
    """계획, 방안, 것, and longer words that end so (추진계획)."""
    stem = stem if len(stem) < 2 else stem.removesuffix("임")
    return stem in _planned() or len(stem) > 2 and stem[-2:] in _planned()


def governor(tokens: Sequence[Token], index: int) -> Governor:
    """What governs the amount at `index`."""
    if tokens[index].tail.copula in (Ending.COORDINATE, Ending.FINAL, Ending.REASON):
        return Governor(copula_at=index, end=len(tokens))
    noun, noun_at = _noun_of_doing(tokens, index)
    if noun is not None and _goes_on(tokens, noun_at):
        return Governor(going_on=True, verb=_GOING_ON, at=noun_at, end=noun_at)
    at = _next_verb(tokens, index)
    if at < 0:
        if noun is None and tokens[index].tail.copula is None:
            noun, noun_at = _closing_noun(tokens, index)
        return Governor(noun, noun_at, copula_at=_copula(tokens, index), end=len(tokens))
    verb = tokens[at].predicate
    outer, relative, condition, can, going_on, end = _hang(tokens, at)
    return Governor(noun, noun_at, verb, at, outer, -1, relative, condition, can, going_on, end)


_GOING_ON = Predicate("있다", "", "", "", "state", Ending.FINAL)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """설치 중이며"""
    return at + 1 < len(tokens) and tokens[at + 1].stem == "중" and tokens[at + 1].particle != ""


def _noun_of_doing(tokens: Sequence[Token], index: int) -> tuple[Entry | None, int]:
    """30% 감축, 100개소 추가 설치: only plain nouns may stand between."""
    particle = tokens[index].tail.particle
    if particle not in ("", "의", "을", "를", "씩"):
        return None, -1
    at = skip_brackets(tokens, index + 1)
    for step in range(at, min(at + (1 if particle in ("을", "를") else 5), len(tokens))):
        token = tokens[step]
        if token.text in ("추가로", "추가", "신규", "신규로", "새로") or particle in ("을", "를") and token.particle:
            continue
        if token.kind != "word" or token.predicate is not None:
            return None, -1
        entry = noun_of_doing(token.stem.partition("(")[0])
        if entry is not None and _goes_on(tokens, step):
            return entry, step
        if (
            entry is not None
            and entry.role in ("act", "support", "state")
            and (token.particle or _ends_there(tokens, step))
        ):
            return entry, step
        if token.particle:
            return None, -1
    return None, -1


def _closing_noun(tokens: Sequence[Token], index: int) -> tuple[Entry | None, int]:
    """… 300개소로 확대; …의 온실가스를 감축: a heading ends with its noun of doing."""
    for at in range(skip_brackets(tokens, index + 1), len(tokens)):
        token = tokens[at]
        if token.kind in ("stop", "colon", "arrow"):
            break
        if token.kind == "word" and not token.particle:
            entry = noun_of_doing(token.stem)
            if entry is not None and entry.role in ("act", "support") and _ends_there(tokens, at):
                return entry, at
    return None, -1


def _ends_there(tokens: Sequence[Token], at: int) -> bool:
    """A noun of doing ends its phrase: nothing but light words (추진, 계획) or a sign follows."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind != "word":
        return following is None or following.kind != "amount"
    if following.predicate is not None:
        return True
    entry = noun_of_doing(following.stem)
    return (
        is_planned_noun(following.stem) or entry is not None and entry.role == "light" or following.stem in ("및", "등")
    )


def skip_brackets(tokens: Sequence[Token], at: int) -> int:
    """The place behind a bracket that opens at `at`."""
    if at < len(tokens) and tokens[at].kind == "open":
        for step in range(at + 1, min(at + 16, len(tokens))):
            if tokens[step].kind == "close":
                return step + 1
    return at


def _next_verb(tokens: Sequence[Token], index: int) -> int:
    for at in range(index + 1, len(tokens)):
        token = tokens[at]
        if token.kind == "stop":
            return -1
        if token.predicate is not None:
            return at
        if token.kind == "amount" and token.tail.copula not in (None, Ending.ADNOMINAL):
            return -1
    return -1


def _copula(tokens: Sequence[Token], index: int) -> int:
    """비중은 11.2%, 대수는 1만 8,400대였다: the last figure's 이다 holds for the first."""
    for at in range(index, len(tokens)):
        token = tokens[at]
        if token.kind == "stop" or token.predicate is not None:
            return -1
        if token.amount is not None and token.tail.copula not in (None, Ending.ADNOMINAL):
            return at
    return -1


def _hang(tokens: Sequence[Token], at: int) -> tuple[tuple[Predicate, ...], bool, bool, bool, bool, int]:
    """(outer verbs, relative, condition, can, going on, end of the chain) of the verb at `at`."""
    outer: list[Predicate] = []
    verb = tokens[at].predicate
    alone = True  # no clause has ended since the first verb
    condition = can = going_on = False
    joined = True  # no clause has ended since: 넘을 것으로 예보되면
    aimed = True  # -도록 규정하고 있다: nothing but aims so far
    while verb is not None and len(outer) < _LONGEST_CHAIN:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if verb.ending is Ending.CONDITION:
            return tuple(outer), False, joined, can, going_on, at
        if verb.ending in (Ending.FINAL, Ending.REASON):
            return tuple(outer), False, condition, can, going_on, at
        if verb.ending is Ending.ADNOMINAL and following is not None:
            stem = following.stem
            if stem in _forecasts() and (following.particle or at + 2 >= len(tokens)):
                outer.append(Predicate("전망", "전망", "", "", "forecast", Ending.FINAL))
                return tuple(outer), False, False, can, going_on, at
            if stem in ("경우", "때", "시"):
                return tuple(outer), False, True, can, going_on, at
            if stem == "수":
                able = tokens[at + 2].predicate if at + 2 < len(tokens) else None
                can = able is None or able.ending is not Ending.PURPOSE
            elif stem in ("후", "뒤", "다음", "이후", "결과", "바", "적", "상태", "실정"):
                return tuple(outer), not outer, False, can, going_on, at
            elif verb.past and stem in ("데", "것"):
                return tuple(outer), True, False, can, going_on, at
            elif not (
                is_planned_noun(stem)
                or stem in ("등", "한편", "동시에", "전망", "예정이다", "가운데", "추세", "것으로")
            ):
                return tuple(outer), alone, False, can, going_on, at
        alone = alone and verb.ending is Ending.ALTERNATIVE
        if following is not None and following.predicate is not None and following.predicate.verb == "있다" and not can:
            going_on = going_on or aimed
        joined = joined and verb.ending in (Ending.ADNOMINAL, Ending.PURPOSE, Ending.NEGATIVE)
        aimed = aimed and verb.ending is Ending.PURPOSE
        at = _next_verb(tokens, at)
        if at < 0:
            return tuple(outer), False, condition, can, going_on, len(tokens)
        verb = tokens[at].predicate
        if verb is not None:
            outer.append(verb)
    return tuple(outer), False, condition, can, going_on, len(tokens)


def clause_start(tokens: Sequence[Token], index: int) -> int:
    """Where the clause of the token at `index` begins: behind the last verb that ends a clause before it."""
    for at in range(index - 1, -1, -1):
        token = tokens[at]
        if token.kind == "stop":
            return at + 1
        if token.predicate is not None and token.predicate.ending not in _WITHIN_CLAUSE:
            behind = skip_brackets(tokens, at + 1)
            return behind if behind <= index else at + 1
        if token.text == "한편" and at and tokens[at - 1].predicate is not None:
            return at + 1
        if token.kind == "amount" and token.tail.copula in (
            Ending.COORDINATE,
            Ending.FINAL,
            Ending.REASON,
            Ending.CONDITION,
        ):
            return at + 1
    return 0


def is_less(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """물을 10% 덜 쓴다, 25% 이상 적게 사용한다"""
    return not ruling.change and any(token.text in ("덜", "적게") for token in tokens[index + 1 : ruling.at + 1])


def goes_on(verb: Predicate | None) -> bool:
    """-하여, -는 과제는, -도록: what the next clause says holds for this one too."""
    return verb is not None and verb.ending in (Ending.SEQUENCE, Ending.ADNOMINAL, Ending.PURPOSE)
