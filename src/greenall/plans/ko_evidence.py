"""Is a Korean figure something to be reached? Old values, parts of wholes, past times and figures without any verb.

>>> from greenall.plans.ko_targets import read
>>> from greenall.plans.reading import Context
>>> [mask.figure_class for mask in read("보급률을 62%에서 85%로 높인다.", Context()).explained]
['baseline']
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from greenall.plans.ko_clauses import Governor
from greenall.plans.ko_cues import Verdict, breaks_down, has
from greenall.plans.ko_deadlines import Role
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, noun_of_doing
from greenall.quantity.times import Time

_BESIDE = ("open", "close", "time", "mask")


class Setting(Protocol):
    """What the lines and sentences before say."""

    time: Time | None
    indicator: str
    unit: str
    is_state: bool
    is_goal: bool


def old_value(parts: Sequence[Token], index: int) -> Verdict | None:
    """The first value of a pair (62%에서 85%로, 24개소 → 60개소) and the whole of a part (138개 업무 가운데 90개)."""
    token = parts[index]
    amount = token.amount
    assert amount is not None
    dated = index > 1 and parts[index - 1].kind == "open" and parts[index - 2].kind == "time"
    if dated and index + 2 < len(parts) and parts[index + 2].text in ("대비", "보다", "에"):
        return "baseline", "ko.baseline_value"
    compared = index + 1 < len(parts) and parts[index + 1].text in ("대비", "보다", "비해")
    if compared and index and parts[index - 1].kind == "time":
        return "baseline", "ko.baseline_value"
    if _starts_from(parts, index):
        return "baseline", "ko.from_to"
    for at in range(index + 1, min(index + 12, len(parts))):
        following = parts[at]
        if following.kind == "arrow" and all(part.kind in _BESIDE for part in parts[index + 1 : at]):
            return None if _follows_arrow(parts, index) else ("baseline", "ko.before_arrow")
        if _is_one_in_ten(parts, index):
            return "attribute", "ko.out_of"
        if following.text in ("중", "가운데", "중에서") and at <= index + 4 and parts[at - 1].text not in ("이", "그"):
            return "attribute", "ko.out_of"
        if following.amount is not None:
            if token.tail.particle in ("에서", "부터") and following.amount.dimension == amount.dimension:
                return "baseline", "ko.from_to"
            if token.tail.copula is Ending.ADNOMINAL and following.amount.unit_norm == amount.unit_norm:
                return "baseline", "ko.which_was"
            return _describing(parts, index, at)
        if following.kind in ("stop", "comma") or following.predicate is not None and token.tail.copula is None:
            return None
    return None


def _starts_from(parts: Sequence[Token], index: int) -> bool:
    """17.4%에서 매년 1.5%p씩 줄여 2028년 10%로: the same unit comes again as a level."""
    token = parts[index]
    if token.tail.particle not in ("에서", "부터") or token.amount is None or token.tail.bound:
        return False
    for part in parts[index + 1 : index + 14]:
        if part.kind == "stop":
            return False
        if part.amount is not None and part.amount.unit_norm == token.amount.unit_norm:
            return part.tail.particle in ("로", "으로", "까지") and not part.tail.each
    return False


def of_size(parts: Sequence[Token], index: int) -> Verdict | None:
    """하루 200톤 규모의 소각시설 1기, 인증 5등급 이상 건축물 60동: the first figure says what kind is counted."""
    token = parts[index]
    amount = token.amount
    sized = token.tail.particle == "의" and "규모" in token.text
    graded = amount is not None and amount.dimension == "grade" and bool(token.tail.bound)
    if not sized and not (graded and not token.tail.particle):
        return None
    for part in parts[index + 1 : index + 9]:
        if part.amount is not None:
            return ("attribute", "ko.size_of_each") if part.amount.is_counter else None
        if part.kind == "comma" or part.kind == "stop" or part.predicate is not None:
            return None
    return None


def size_of_each(parts: Sequence[Token], index: int) -> Verdict | None:
    """경로당 210곳의 지붕에 3kW 태양광을: how large each one is."""
    token = parts[index]
    if token.amount is None or token.tail.particle or token.amount.dimension not in ("power", "length", "volume"):
        return None
    following = parts[index + 1] if index + 1 < len(parts) else None
    if following is None or following.kind != "word" or following.predicate is not None:
        return None
    for at in range(index - 1, max(-1, index - 8), -1):
        other = parts[at].amount
        if parts[at].predicate is not None:
            return None
        if other is not None:
            places = other.is_counter and parts[at].tail.particle in ("의", "에", "에게", "에는")
            return ("attribute", "ko.size_of_each") if places else None
    return None


def _is_one_in_ten(parts: Sequence[Token], index: int) -> bool:
    """10가구 중 3가구: a way to say a share, no count."""
    if index < 2 or parts[index - 1].text != "중":
        return False
    whole, part = parts[index - 2].amount, parts[index].amount
    return whole is not None and part is not None and whole.unit == part.unit and whole.value in (10, 100)


def _follows_arrow(parts: Sequence[Token], index: int) -> bool:
    for at in range(index - 1, max(-1, index - 5), -1):
        if parts[at].kind not in (*_BESIDE, "arrow"):
            return False
        if parts[at].kind == "arrow":
            return True
    return False


def _describing(parts: Sequence[Token], index: int, at: int) -> Verdict | None:
    """50kW 급속충전기 30기: the first figure says which chargers."""
    token = parts[index]
    amount = token.amount
    assert amount is not None
    between = parts[index + 1 : at]
    if not between or token.tail.particle or amount.dimension not in ("power", "length", "voltage", "mass", "volume"):
        return None
    plain = all(p.kind == "word" and not p.particle and not p.predicate and not noun_of_doing(p.stem) for p in between)
    return (
        ("attribute", "ko.describing")
        if plain and not {p.text for p in between} & {"및", "또는", "등", "총", "모두"}
        else None
    )


def no_evidence(
    parts: Sequence[Token], index: int, ruling: Governor, carried: Setting, known: dict[int, Role], passage: str
) -> Verdict | None:
    """Why a figure without a verb of doing is no target; None when something else says that it is to be reached."""
    token = parts[index]
    if carried.is_state:
        return "status", "ko.under_heading_of_state"
    end = next((at for at in range(index, len(parts)) if parts[at].predicate is not None), len(parts))
    times = [at for at in range(end) if parts[at].time is not None and known[at] is Role.DEADLINE]
    before = passage[parts[0].span.start : token.span.start]
    if ruling.noun is not None or ruling.role in ("act", "light", "support", "do", "exceed", "drift", "below"):
        return _past_time(parts, index, known)
    verb = ruling.verb
    if ruling.role == "state" and verb is not None and verb.ending in (Ending.NEGATIVE, Ending.PURPOSE):
        return None
    if ruling.role == "other":
        known_to_happen = token.tail.particle in ("이", "가", "은", "는", "에서") and not times
        return ("attribute", "ko.other_verb") if known_to_happen else _past_time(parts, index, known)
    if _past_time(parts, index, known):
        return "status", "ko.past_time"
    is_part = bool(carried.indicator) and carried.unit == token.amount.unit_norm if token.amount else False
    if token.tail.copula is not None or ruling.copula_at >= 0:
        if has("goal", "words", before) or times or is_part and breaks_down(before):
            return None
        return "status", "ko.is"
    if _follows_arrow(parts, index) or times or carried.time is not None or carried.is_goal:
        return None
    if is_part and breaks_down(before):
        return None
    if has("goal", "words", before) or any(p.kind == "colon" for p in parts[:index]) and _names_doing(parts, index):
        return None
    return "attribute", "ko.no_verb"


def _names_doing(parts: Sequence[Token], index: int) -> bool:
    """노후 관정 정비: 340공"""
    for at in range(index - 1, -1, -1):
        if parts[at].kind == "colon" and at > 0:
            return noun_of_doing(parts[at - 1].stem) is not None
    return False


def _past_time(parts: Sequence[Token], index: int, known: dict[int, Role]) -> Verdict | None:
    """The figure stands right behind a time that has passed: 2021년 120개소."""
    at = index + 2
    alone = at + 1 < len(parts) and parts[at + 1].kind == "close"
    if alone and parts[index + 1].kind == "open" and parts[at].kind == "time":
        return ("status", "ko.past_time") if known[at] is Role.STATUS else None
    for at in range(index - 1, max(-1, index - 4), -1):
        if parts[at].kind == "time":
            return ("status", "ko.past_time") if known[at] is Role.STATUS else None
        if parts[at].kind not in ("open", "close"):
            return None
    return None


def value_before(parts: Sequence[Token], index: int) -> Decimal | None:
    """The old value that this one follows: 8%에서 2024년 25%, 2027년 60%로."""
    amount = parts[index].amount
    for at in range(index - 1, max(-1, index - 16), -1):
        other, verb = parts[at].amount, parts[at].predicate
        if verb is not None and verb.ending is not Ending.ADNOMINAL:
            return None
        if other is None or amount is None:
            continue
        if other.dimension != amount.dimension:
            return None
        old = old_value(parts, at)
        if old is not None and old[0] == "baseline":
            return other.value_norm
    return None
