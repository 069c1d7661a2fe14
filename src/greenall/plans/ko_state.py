"""Does a Korean figure say how things are, were or will be by themselves?

>>> from greenall.plans.ko_targets import read
>>> from greenall.plans.reading import Context
>>> read("보급률은 42%에 그친다.", Context()).explained[0].figure_class
'status'
"""

from collections.abc import Sequence
from datetime import date

from greenall.data.language.tables import words
from greenall.plans.ko_clauses import Governor
from greenall.plans.ko_cues import TOPIC, Verdict, entries, has, pattern
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending
from greenall.quantity.times import Window


def relative(tokens: Sequence[Token], index: int, ruling: Governor) -> Verdict | None:
    """The figure only says which thing is meant: 30%를 차지하는 부문, 2만 톤이던 배출량."""
    tail = tokens[index].tail
    amount = tokens[index].amount
    if tail.copula is Ending.ADNOMINAL and not (amount is not None and amount.dimension == "times"):
        return "status", "ko.which"
    if ruling.can:
        return "attribute", "ko.may"
    counted = ruling.relative and ruling.verb is not None
    if counted and (_is_capacity(tokens, index, ruling) or _is_turnout(tokens, index, ruling)):
        return None
    if ruling.relative and ruling.verb is not None:
        if ruling.verb.role in ("state", "drift") or ruling.verb.past:
            return "status", "ko.which_was"
        return "attribute", "ko.which_does"
    return None


def _is_capacity(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """하루 5만 톤을 처리하는 시설을 짓는다: the figure is what will be built."""
    verb = ruling.verb
    if verb is None or verb.past or verb.verb not in entries("capacity", "verbs"):
        return False
    for at in range(ruling.at + 1, len(tokens)):
        if tokens[at].amount is not None or tokens[at].kind == "stop":
            return False
        if tokens[at].particle in ("을", "를"):
            built = tokens[at].stem.endswith(tuple(words("ko", "context")["capacity"]["things"]))
            after = next((token.predicate for token in tokens[at + 1 :] if token.predicate is not None), None)
            return built and after is not None and not after.past and after.role == "act"
    return False


def _is_turnout(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """총 400명이 참여하는 시민단을 운영한다: how many are to take part in what is done."""
    verb, amount = ruling.verb, tokens[index].amount
    if verb is None or verb.past or amount is None or amount.unit != "명":
        return False
    before = tokens[index - 1].text if index else ""
    if before not in ("총", "모두", "연", "연간", "매년") or verb.verb not in entries("capacity", "takes_part"):
        return False
    after = next((token.predicate for token in tokens[ruling.at + 1 :] if token.predicate is not None), None)
    return after is not None and not after.past and after.role in ("act", "light", "do", "support")


def state(
    tokens: Sequence[Token], index: int, ruling: Governor, before: str, sentence: str, issued: date | None
) -> Verdict | None:
    """Results reached, present state and forecasts."""
    token = tokens[index]
    verb = ruling.verb
    if token.tail.copula is not None and index and _was_counted(tokens[index - 1]):
        return "status", "ko.which_grew"
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and token.tail.particle == "에" and following.text.startswith(_ONLY):
        return "status", "ko.no_more_than"
    if following is not None and following.text.startswith("뿐") and following.span.start == token.span.end:
        return "status", "ko.no_more_than"
    if token.tail.past or ruling.copula_at >= 0 and tokens[ruling.copula_at].tail.past:
        return "status", "ko.was"
    if verb is not None:
        if verb.past and _is_set(tokens, index, ruling, issued):
            return None
        if verb.past or ruling.going_on:
            return "status", "ko.done"
        chain = ruling.outer
        if any(outer.past for outer in chain) and not _is_set(tokens, index, ruling, issued):
            return "status", "ko.done_later"
        if _is_plain_fact(tokens, index, ruling):
            return "status", "ko.fact"
        if any(token.text.startswith(("것이라", "것이란")) for token in tokens[ruling.at : ruling.end + 2]):
            return "forecast", "ko.forecast"
        if verb.role == "forecast" or _hangs_on_forecast(ruling):
            return "forecast", "ko.forecast"
        if verb.role == "drift" and verb.ending in (Ending.FINAL, Ending.COORDINATE, Ending.SEQUENCE):
            return ("forecast" if _is_ahead(tokens, index, issued) else "status"), "ko.drift"
        if verb.role in ("state", "below") and ruling.noun is None and not _is_demanded(ruling):
            return "status", "ko.state"
        if ruling.noun is not None and verb.role == "state" and has("status", "words", before):
            return "status", "ko.state"
    if verb is None or token.tail.copula is not None:
        now = list(pattern("status", "words").finditer(before))
        multiple = (
            token.tail.copula is Ending.ADNOMINAL and token.amount is not None and token.amount.dimension == "times"
        )
        if (
            now
            and not multiple
            and (not _is_ahead(tokens, index, issued) or not _time_since(tokens, index, before, now[-1].start()))
        ):
            return "status", "ko.present"
        if has("forecast", "nouns", sentence) and ruling.noun is None:
            return "forecast", "ko.forecast_noun"
    return None


def _is_plain_fact(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """절반을 넘는다, 30% 덜 쓴다, …하면 16% 절감된다: said of how things are, with no time to come."""
    if any(token.time is not None for token in tokens) or ruling.verb is None:
        return False
    if any(token.predicate and token.predicate.ending is Ending.CONDITION for token in tokens[:index]):
        return ruling.verbs[-1].ending is Ending.FINAL and not ruling.verbs[-1].future
    if ruling.verb.ending is not Ending.FINAL or ruling.verb.future:
        return False
    exceeds = ruling.verb.verb in ("넘다", "넘어서다", "웃돌다") and not ruling.outer
    return exceeds or any(token.text == "덜" for token in tokens[index + 1 : ruling.at])


def _is_set(tokens: Sequence[Token], index: int, ruling: Governor, issued: date | None) -> bool:
    """2030년 비중을 30%로 정하였다, 도입하기로 하였다: the past act is the setting of a goal that lies ahead."""
    states = entries("setting", "states")
    if any(token.stem in states and token.particle in TOPIC for token in tokens[:index]):
        return False
    if issued is None or not _is_ahead(tokens, index, issued):
        return False
    past = next((verb for verb in ruling.verbs if verb.past), None)
    if past is None:
        return False
    agreed = past.role == "do" and any(token.text.endswith("기로") for token in tokens[index + 1 :])
    return agreed or past.verb in entries("setting", "verbs") or past.noun in entries("setting", "verbs")


_ONLY = ("지나지", "불과", "그치", "그친", "그쳐", "머무", "머물", "미치지", "못", "달했", "이르렀")


def _was_counted(token: Token) -> bool:
    """12.4% 증가한 842억 원이다: a result describes the figure."""
    verb = token.predicate
    return verb is not None and verb.ending is Ending.ADNOMINAL and not verb.future and bool(verb.change)


def _is_demanded(ruling: Governor) -> bool:
    """45%를 차지하도록 한다, 10%를 밑돌지 않게 한다: the state is to be brought about."""
    return ruling.verb is not None and ruling.verb.ending in (Ending.NEGATIVE, Ending.PURPOSE)


def _time_since(tokens: Sequence[Token], index: int, before: str, at: int) -> bool:
    """A time stands between the word of state and the figure."""
    start = tokens[index].span.start - len(before) + at
    return any(token.time is not None and token.span.start > start for token in tokens[:index])


def _hangs_on_forecast(ruling: Governor) -> bool:
    """…줄어들 것으로 추정된다; an act beside another clause is no forecast (설치하고 … 기대된다)."""
    verb = ruling.verb
    if verb is None:
        return False
    chain = [verb, *ruling.outer]
    for step, outer in enumerate(chain[1:], 1):
        joined = chain[step - 1].ending
        if joined in (Ending.COORDINATE, Ending.SEQUENCE) and chain[step - 1].role in ("act", "light", "support", "do"):
            return False
        if outer.role == "forecast":
            return True
    return False


def _is_ahead(tokens: Sequence[Token], index: int, issued: date | None) -> bool:
    """The nearest time to the left ends after the day of issue."""
    for token in reversed(tokens[:index]):
        if token.time is not None:
            if token.time.window is Window.EVERY_YEAR:
                return True
            last = token.time.end or token.time.start
            return last is not None and (issued is None or last >= issued)
    return False
