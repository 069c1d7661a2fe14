"""What the times of a Korean sentence are for: deadline, baseline or state, and which one bounds a figure.

>>> from greenall.plans.ko_targets import read
>>> from greenall.plans.reading import Context
>>> found = read("배출량을 2030년까지 2018년 대비 40% 줄인다.", Context()).commitments[0]
>>> found.time.end.year, found.baseline_year
(2030, 2018)
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from greenall.plans.ko_clauses import Governor, clause_start, goes_on
from greenall.plans.ko_cues import entries
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending
from greenall.quantity.times import Time, Window, end_of_year


class Role(StrEnum):
    DEADLINE = "deadline"
    BASELINE = "baseline"  # what a change is compared with: 2018년 대비
    START = "start"  # when an old value held: 2020년 305L에서
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The time that bounds a figure. `inherited`: its words stand in an earlier clause, sentence or heading."""

    time: Time | None = None
    inherited: bool = False
    rule: str = ""


_COMPARED = ("대비", "비해", "비하여", "비해서", "보다", "기준", "대비하여")
_PROJECTED = ("전망치", "배출전망치", "전망", "전망치(BAU)", "BAU", "배출전망치(BAU)", "예상", "예상치")


def roles(tokens: Sequence[Token], issued: date | None) -> dict[int, Role]:
    """The role of every time in the sentence, by its index among the tokens."""
    return {at: _role(tokens, at, issued) for at, token in enumerate(tokens) if token.kind == "time"}


def _role(tokens: Sequence[Token], at: int, issued: date | None) -> Role:
    time = tokens[at].time
    assert time is not None
    ahead = issued is not None and time.end is not None and time.end >= issued
    if ahead and at + 1 < len(tokens) and tokens[at + 1].text == "기준":
        return Role.DEADLINE
    if time.window is Window.EVERY_YEAR:
        return Role.DEADLINE
    if time.window is Window.FROM:
        past = issued is not None and time.start is not None and time.start.year < issued.year
        return Role.STATUS if past and time.rule != "ko.from_date" else Role.DEADLINE
    following = tokens[at + 1 : at + 8]
    if following and following[0].kind == "close":
        following = following[1:]
    compared = _comparison(following, tokens[at].text)
    if compared is not None:
        return compared
    if _dates_old_value(tokens, at):
        return Role.START
    if following and following[0].text == "의" and len(following) > 1 and following[1].kind == "amount":
        amount = following[1].amount
        if amount is not None and amount.dimension in ("percent", "times"):
            return Role.BASELINE
    if following and (
        following[0].stem in ("현재", "실적", "당시", "집계", "조사") or following[0].text.startswith("말 기준")
    ):
        return Role.STATUS
    last = time.end or time.start
    if last is not None and issued is not None and last < issued and last.year < issued.year:
        return Role.STATUS
    return Role.DEADLINE


def _comparison(following: Sequence[Token], text: str) -> Role | None:
    """2018년 대비, 2018년 배출량보다: baseline. 2030년 전망치 대비: the year is still the deadline."""
    if text.endswith("까지"):
        return None
    if following and following[0].kind == "open":  # 2018년(98.1백만 톤) 대비
        close = next((step for step, token in enumerate(following) if token.kind == "close"), len(following))
        following = following[close + 1 :]
    if following and following[0].kind == "amount" and not following[0].tail.particle:  # 2021년 47명 대비
        following = following[1:] if len(following) > 1 and following[1].text in _COMPARED[:4] else following
    for step, token in enumerate(following[:5]):
        if token.kind == "close" or token.kind == "open":
            continue
        if token.kind not in ("word", "particle") or token.predicate is not None:
            return None
        if token.stem in _PROJECTED:
            return Role.DEADLINE
        if token.stem == "기준" and token.particle == "" and not _amount_follows(following[step + 1 :]):
            return Role.STATUS
        from_level = token.stem == "수준" and token.particle == "에서"
        if from_level or token.stem in _COMPARED or token.particle in ("보다", "보다는") or token.text in _COMPARED:
            return Role.BASELINE
        if token.particle not in ("", "의", "에"):
            return None
    return None


def _amount_follows(following: Sequence[Token]) -> bool:
    return bool(following) and following[0].kind == "amount"


def _dates_old_value(tokens: Sequence[Token], at: int) -> bool:
    """2020년 305L에서, 2018년 412만 톤이던, 24개소(2024) →: the amount beside the time is where it started."""
    if tokens[at].text.endswith(("까지", "안에", "내", "내에")):
        return False
    step = at + 1
    while step < len(tokens) and tokens[step].kind in ("close", "open"):
        step += 1
    in_brackets_behind = at > 1 and tokens[at - 1].kind == "open" and tokens[at - 2].kind == "amount"
    if step >= len(tokens):
        return False
    if in_brackets_behind:
        return tokens[step].kind == "arrow" and not _arrow_before(tokens, at) or tokens[step].text == "에서"
    if tokens[step].kind != "amount":
        return False
    tail = tokens[step].tail
    if tail.copula is Ending.ADNOMINAL or tail.particle in ("에서", "부터"):
        return True
    following = tokens[step + 1] if step + 1 < len(tokens) else None
    return following is not None and following.kind == "arrow" and not _arrow_before(tokens, at)


def _arrow_before(tokens: Sequence[Token], at: int) -> bool:
    return any(token.kind == "arrow" for token in tokens[max(0, at - 4) : at])


def deadline(tokens: Sequence[Token], index: int, ruling: Governor, known: dict[int, Role]) -> Chosen:
    """The time of the sentence that bounds the figure at `index`; none when the sentence has none for it."""
    bracket = _in_bracket(tokens, index, known)
    if bracket is not None:
        return Chosen(bracket, rule="ko.time_in_brackets")
    start = clause_start(tokens, index)
    left = _nearest(tokens, range(index - 1, start - 1, -1), known, _is_total(tokens, index))
    if left is not None:
        return Chosen(left, rule="ko.time_left")
    right = _right(tokens, index, ruling, known)
    if right is not None:
        return Chosen(right, rule="ko.time_right")
    behind = _behind_verb(tokens, ruling, known)
    if behind is not None:
        return Chosen(behind, rule="ko.time_in_brackets")
    if ruling.verb is not None and goes_on(ruling.verb):
        later = _in_next_clause(tokens, ruling.at, known)
        if later is not None:
            return Chosen(later, rule="ko.time_of_next_clause")
    earlier = _nearest(tokens, range(start - 1, -1, -1), known, _is_total(tokens, index))
    if earlier is not None:
        return Chosen(earlier, inherited=True, rule="ko.time_inherited")
    told = _told_later(tokens, index, known) or _all_done_by(tokens, index, known)
    if told is not None:
        return Chosen(told, rule="ko.time_told_later")
    return Chosen()


def _in_bracket(tokens: Sequence[Token], index: int, known: dict[int, Role]) -> Time | None:
    """24개소(2024)"""
    at = index + 1
    while at < len(tokens) and at < index + 4 and tokens[at].kind == "word" and tokens[at].predicate is None:
        at += 1  # 3,000대 보급(2027년)
    if at + 1 < len(tokens) and tokens[at].kind == "open" and (at == index + 1 or not tokens[at - 1].particle):
        at += 1
        alone = at + 1 >= len(tokens) or tokens[at + 1].kind != "amount"
        if tokens[at].kind == "time" and known[at] in (Role.DEADLINE, Role.STATUS) and alone:
            return tokens[at].time
    return None


def _behind_verb(tokens: Sequence[Token], ruling: Governor, known: dict[int, Role]) -> Time | None:
    """조성한다(2029년까지)"""
    at = ruling.at + 2
    if ruling.verb is None or at >= len(tokens) or tokens[at - 1].kind != "open":
        return None
    return tokens[at].time if tokens[at].kind == "time" and known[at] is Role.DEADLINE else None


def _is_total(tokens: Sequence[Token], index: int) -> bool:
    """매년 20개소씩 모두 100개소: the sum is not due every year."""
    return any(
        token.text in ("모두", "총", "누적", "합계", "도합", "누계") for token in tokens[max(0, index - 2) : index]
    )


def _nearest(tokens: Sequence[Token], places: range, known: dict[int, Role], is_total: bool) -> Time | None:
    bracket = False
    average: Time | None = None
    for at in places:
        token = tokens[at]
        if token.kind == "close":
            dated = tokens[at - 3].amount if at > 2 and tokens[at - 1].kind == "time" else None
            bracket = dated is not None and dated.dimension != "duration"
        elif token.kind == "open":
            bracket = False
        elif token.kind == "time" and known[at] is Role.DEADLINE and not bracket:
            if token.time is not None and token.time.window is Window.EVERY_YEAR:
                if is_total:
                    continue
                if token.text.startswith("연평균"):  # over a period, when one is named
                    average = average or token.time
                    continue
            if average is not None and (token.time is None or token.time.window is not Window.WITHIN):
                return average
            return token.time
    return average


def _right(tokens: Sequence[Token], index: int, ruling: Governor, known: dict[int, Role]) -> Time | None:
    """공공건축물의 60%를 2026년까지 고친다: between the figure and its verb, when no other figure comes between."""
    end = ruling.at if ruling.verb is not None else len(tokens)
    found: Time | None = None
    for at in range(index + 1, end):
        token = tokens[at]
        if token.kind == "comma" and found is not None:
            return found  # 3분의 1은 내년까지, 나머지는 …
        if token.kind == "amount" and not _in_parentheses(tokens, index, at):
            found = None
        elif token.kind == "time" and known[at] is Role.DEADLINE:
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            if following is not None and following.kind == "amount":
                if tokens[at - 1].kind == "open":
                    continue
                return found
            found = token.time
    return found


def _in_parentheses(tokens: Sequence[Token], index: int, at: int) -> bool:
    return any(token.kind == "open" for token in tokens[index + 1 : at])


def _in_next_clause(tokens: Sequence[Token], at: int, known: dict[int, Role]) -> Time | None:
    """…를 지정해 2023년 말까지 공사를 끝낸다: the next clause has no figure of its own before the time."""
    for step in range(at + 1, len(tokens)):
        token = tokens[step]
        verb = tokens[at].predicate
        beside_it = tokens[at + 1].text == "한편" if at + 1 < len(tokens) else False
        on_the_way = beside_it or verb is not None and verb.ending is Ending.SEQUENCE
        if token.kind == "amount" and not on_the_way:
            return None
        if token.kind == "time" and known[step] is Role.DEADLINE:
            beside = any(other.kind == "amount" for other in tokens[step + 1 : step + 3])
            return None if beside and not on_the_way else token.time
        if token.predicate is not None and token.predicate.ending in (Ending.FINAL, Ending.COORDINATE):
            return None
    return None


def _told_later(tokens: Sequence[Token], index: int, known: dict[int, Role]) -> Time | None:
    """…, 완료 시한은 2029년 말이다."""
    for at in range(index + 1, len(tokens)):
        token = tokens[at]
        if token.kind == "word" and token.stem in entries("timelines", "nouns"):
            for step in range(at + 1, min(at + 4, len(tokens))):
                if tokens[step].kind == "time" and known[step] is Role.DEADLINE:
                    return tokens[step].time
    return None


def _all_done_by(tokens: Sequence[Token], index: int, known: dict[int, Role]) -> Time | None:
    """나무를 심고 숲길을 정비하여 2028년까지 마친다: the last clause dates those before it."""
    for at in range(index + 1, len(tokens)):
        verb = tokens[at].predicate
        if tokens[at].kind == "stop":
            return None
        if verb is not None and verb.ending is Ending.FINAL:
            done = not verb.past and verb.verb in ("마치다", "끝내다", "완료", "마무리", "매듭짓다", "완공", "준공")
            times = [step for step in range(clause_start(tokens, at), at) if tokens[step].kind == "time"]
            return tokens[times[-1]].time if done and times and known[times[-1]] is Role.DEADLINE else None
    return None


def within_same_year(tokens: Sequence[Token], index: int, time: Time) -> Time:
    """같은 해 말까지: the last day of the year that was named before."""
    for at in range(clause_start(tokens, index), index - 1):
        if any(token.time is not None and token.time.span == time.span for token in tokens[at:index]):
            continue
        if tokens[at].text == "같은" and tokens[at + 1].text.startswith("해"):
            return replace(time, end=end_of_year(time.end.year)) if time.end is not None else time
    return time


def last_deadline(tokens: Sequence[Token], known: dict[int, Role]) -> Time | None:
    """The time that later sentences inherit."""
    for at in range(len(tokens) - 1, -1, -1):
        time = tokens[at].time
        if time is not None and known[at] is Role.DEADLINE and time.window is not Window.EVERY_YEAR:
            return time
    return None


def baseline_year(tokens: Sequence[Token], index: int, known: dict[int, Role], wanted: Role) -> int | None:
    """The year of the nearest baseline to the left, else of one between figure and verb."""
    for at in range(index - 1, -1, -1):
        if tokens[at].kind == "time" and known[at] is wanted:
            time = tokens[at].time
            return time.year if time is not None else None
    for at in range(index + 1, min(index + 6, len(tokens))):
        if tokens[at].predicate is not None or tokens[at].kind in ("amount", "stop"):
            return None
        if tokens[at].kind == "time" and known[at] is wanted:
            time = tokens[at].time
            return time.year if time is not None else None
    return None
