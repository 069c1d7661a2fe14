"""How the value of a Korean figure is meant: level, bound, change or multiple.

A particle of direction (로, 까지) makes a level of what a verb of change would make a change: 30%로 줄인다 is a level,
30% 줄인다 a fall by 30 %.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from greenall.data.language.tables import words
from greenall.plans.ko_clauses import Governor, clause_start, is_less
from greenall.plans.ko_cues import has
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, noun_of_doing
from greenall.quantity.amount import Bound, Change, Comparator, comparator

_CHANGE = {"increase": Change.INCREASE, "decrease": Change.DECREASE}
_RATHER_A_QUALITY = ("올리다", "끌어올리다", "높이다", "강화", "제고", "향상", "증진", "성장", "강화하다")


@dataclass(frozen=True, slots=True)
class Meant:
    """The comparator, whether the bound is strict, the rule, and where the words of the bound begin."""

    comparator: Comparator
    strict: bool
    rule: str
    start: int


def meant(tokens: Sequence[Token], index: int, ruling: Governor, indicator: str, compared: bool, text: str) -> Meant:
    """The comparator of the figure at `index`. `compared`: its clause names what it is compared with."""
    token = tokens[index]
    amount = token.amount
    assert amount is not None
    bound, start = _bound(tokens, index, ruling)
    strict = token.tail.strict or bound is not token.tail.bound and _exceeds(ruling)
    if amount.dimension == "times":
        return Meant(Comparator.MULTIPLY, strict, "ko.multiple", start)
    change = _change(tokens, index, ruling, indicator, compared, text)
    is_range = amount.value2 is not None
    rule = f"ko.{change.name.lower()}" if change else "ko.level"
    return Meant(comparator(change, Bound.NONE if is_range else bound, is_range), strict, rule, start)


def last_of_series(tokens: Sequence[Token], index: int) -> Token:
    """2025년 32%, 2030년 70%로: the last figure carries the particle of all."""
    last = tokens[index]
    at = index + 1
    while at < len(tokens) and last.tail.particle in ("", "와", "과") and last.tail.copula is None:
        token = tokens[at]
        if token.amount is not None:
            if last.amount is None or token.amount.dimension != last.amount.dimension:
                break
            last = token
        elif token.kind not in ("comma", "time", "open", "close", "arrow") and not (
            token.kind == "word"
            and not token.particle
            and token.predicate is None
            and (tokens[at - 1].amount is None or noun_of_doing(token.stem) is None)
        ):
            break
        at += 1
    return last


def _bound(tokens: Sequence[Token], index: int, ruling: Governor) -> tuple[Bound, int]:
    table = words("ko", "function")["before"]
    start = tokens[index].span.start
    found = tokens[index].tail.bound or _shared_bound(tokens, index)
    at = index - 1
    while at >= 0 and tokens[at].kind == "word":
        word = tokens[at].text
        named = next((b for name, b in _NAMED if word in table[name]), None)
        if named is None and word not in ("총", "모두", "누적", "추가로", "추가", "각각"):
            break
        if named is not None:
            if found in (Bound.NONE, Bound.ABOUT):
                found = named
            if word != "평균":
                start = tokens[at].span.start
        at -= 1
    if found is Bound.NONE:
        found = tokens[index].amount.bound if tokens[index].amount is not None else found  # type: ignore[union-attr]
    if found is Bound.NONE:
        found = _verb_bound(ruling, ruling.at == index + 1)
    return found, start


_NAMED = (("at_least", Bound.AT_LEAST), ("at_most", Bound.AT_MOST), ("about", Bound.ABOUT))


def _shared_bound(tokens: Sequence[Token], index: int) -> Bound:
    """20%, 25%, 35% 이상: the bound of the last holds for the list."""
    at = index
    while at + 2 < len(tokens) and tokens[at + 1].kind == "comma" and tokens[at + 2].amount is not None:
        first, second = tokens[at].amount, tokens[at + 2].amount
        if tokens[at].tail.particle or first is None or second is None or first.unit != second.unit:
            break
        at += 2
    return tokens[at].tail.bound


def _verb_bound(ruling: Governor, beside: bool) -> Bound:
    """30%를 넘지 않게: at most; 평균보다 낮지 않도록: at least."""
    verb = ruling.verb
    if verb is None:
        return Bound.NONE
    if verb.ending is Ending.NEGATIVE:
        if verb.role == "exceed":
            return Bound.AT_MOST
        if verb.role == "below" or verb.verb in (
            "낮다",
            "적다",
            "작다",
            "밑돌다",
            "미달",
            "떨어지다",
            "내려가다",
            "낮아지다",
        ):
            return Bound.AT_LEAST
    if verb.role == "exceed" and (verb.ending is not Ending.ADNOMINAL or beside):
        return Bound.AT_LEAST
    return Bound.NONE


def _exceeds(ruling: Governor) -> bool:
    verb = ruling.verb
    return verb is not None and verb.role == "exceed" and verb.ending is not Ending.NEGATIVE


def _change(tokens: Sequence[Token], index: int, ruling: Governor, indicator: str, compared: bool, text: str) -> Change:
    token = tokens[index]
    amount = token.amount
    assert amount is not None
    change = ruling.change
    if is_less(tokens, index, ruling):
        return Change.DECREASE
    half = amount.rule == "ko.share_word" and amount.unit == "%"
    if half and change == "decrease":
        return Change.DECREASE
    particle = last_of_series(tokens, index).tail.particle
    is_level = particle in ("로", "으로", "로는", "으로는", "에") or particle.startswith("까지") and not compared
    is_level = is_level or token.tail.bound is Bound.AT_MOST and _shares_level(tokens, index)
    if is_level or particle.startswith("의") and ruling.noun is None and amount.dimension == "percent":
        return Change.NONE
    if _is_more(tokens, index, ruling):
        return Change.DECREASE if change == "decrease" else Change.INCREASE
    if change == "improve":
        if amount.dimension not in ("percent", "points"):
            return Change.NONE
        return Change.DECREASE if has("indicator", "lower_is_better", indicator) else Change.INCREASE
    share = amount.dimension in ("percent", "points")
    if token.tail.particle == "의" and ruling.noun is None and not _describes_object(tokens, index):
        return Change.NONE  # 경로당 210곳의 지붕에 태양광을 올린다
    if amount.is_counter and particle in ("은", "는"):
        return Change.NONE  # 이 중 15개는 강소기업으로 키운다
    name = (
        ruling.noun.noun if ruling.noun is not None and ruling.noun.change else ruling.verb.verb if ruling.verb else ""
    )
    if not share and name in _RATHER_A_QUALITY:
        return Change.NONE
    if ruling.noun is not None and not ruling.noun.change and ruling.noun.role == "act":
        return Change.NONE  # 1만 대 보급을 확대한다: what is counted is the act
    if last_of_series(tokens, index).tail.copula is not None and ruling.noun is None:
        return Change.NONE
    return _CHANGE.get(change, Change.NONE)


def _shares_level(tokens: Sequence[Token], index: int) -> bool:
    """물은 하루 280리터 이하, 쓰레기는 0.8kg 이하로: the next figure carries the particle of both caps."""
    if tokens[index].tail.particle or index + 1 >= len(tokens) or tokens[index + 1].kind != "comma":
        return False
    following = next((token for token in tokens[index + 2 :] if token.amount or token.predicate), None)
    return following is not None and following.tail.bound is Bound.AT_MOST and following.tail.particle in ("로", "으로")


def _describes_object(tokens: Sequence[Token], index: int) -> bool:
    """2만 5천 톤의 온실가스를: the figure counts what the verb is done to."""
    for token in tokens[index + 1 : index + 6]:
        if token.particle and token.particle not in ("의", "와", "과"):
            return token.particle in ("을", "를", "이", "가")
    return True


def _is_more(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """추가로, 더: on top of what there is."""
    more = words("ko", "function")["before"]["more"]
    end = ruling.at if ruling.verb is not None else min(index + 3, len(tokens))
    near = [*tokens[max(clause_start(tokens, index), index - 1) : index], *tokens[index + 1 : end]]
    return tokens[index].tail.particle != "의" and any(token.kind == "word" and token.text in more for token in near)
