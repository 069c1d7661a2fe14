"""Targets told by words in Korean: 전면 금지, 전량 무공해차로, 모든 학교에서 실시, not lower than an average.

The quantity is a whole (100 %) or another series; a person confirms each. A clause with a target in figures makes
none.

>>> from greenall.plans.ko_targets import read
>>> from greenall.plans.reading import Context
>>> [(c.indicator, c.value, c.unit) for c in read("폐기물 직매립을 2026년부터 전면 금지한다.", Context()).commitments]
[('폐기물 직매립 금지', Decimal('100'), '%')]
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from greenall.data.language.tables import words
from greenall.plans.ko_clauses import Governor, clause_start, governor
from greenall.plans.ko_context import modality_of
from greenall.plans.ko_cues import has
from greenall.plans.ko_deadlines import Role, deadline
from greenall.plans.ko_phrases import is_actor, phrase_before, words_of
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, noun_of_doing
from greenall.plans.ledger import Tier
from greenall.plans.reading import Commitment
from greenall.quantity.amount import Comparator
from greenall.quantity.place import Span
from greenall.quantity.times import Time, Window

_CONFIDENCE = Decimal("0.6")
_FIRM = (Ending.FINAL, Ending.COORDINATE, Ending.SEQUENCE, Ending.MUST)


@cache
def _entries(name: str) -> frozenset[str]:
    return frozenset(words("ko", "wholes")[name])


def find_wholes(
    tokens: Sequence[Token], known: dict[int, Role], carried: Time | None, counted: Sequence[Span], text: str
) -> list[Commitment]:
    """Targets by words of a sentence. `counted`: where its targets in figures stand."""
    found: list[Commitment] = []
    if has("elsewhere", "words", text[tokens[0].span.start : tokens[-1].span.end]):
        return found
    last_verb = -1
    for at, token in enumerate(tokens):
        if token.kind != "word" or not _may_start(token):
            continue
        ruling = governor(tokens, at)
        if ruling.at == last_verb or not _is_firm(tokens, at, ruling):
            continue
        clause = Span(tokens[clause_start(tokens, at)].span.start, _end(tokens, ruling))
        if any(clause.overlaps(span) for span in counted):
            continue
        whole = _relative(tokens, at, ruling, text) or _whole(tokens, at, ruling, text)
        if whole is None:
            continue
        last_verb = ruling.at
        found.append(_commitment(tokens, at, ruling, known, carried, whole, text))
    return found


def _may_start(token: Token) -> bool:
    if token.particle in ("보다", "보다는"):
        return True
    return token.text in _entries("every") or token.text in _entries("fully") or token.stem in _entries("fully")


def _end(tokens: Sequence[Token], ruling: Governor) -> int:
    return tokens[ruling.at].span.end if ruling.at >= 0 else tokens[-1].span.end


def _is_firm(tokens: Sequence[Token], at: int, ruling: Governor) -> bool:
    """The verb says what is to be done: no result, no wish, no description."""
    verb = ruling.verb
    if verb is None:
        return (
            ruling.noun is not None and ruling.noun.noun in _entries("verbs") and tokens[at].stem in _entries("fully")
        )
    if (
        any(other.past for other in ruling.verbs)
        or ruling.relative
        or ruling.condition
        or ruling.can
        or ruling.going_on
    ):
        return False
    if any(other.role == "forecast" for other in ruling.verbs):
        return False
    return verb.ending in (*_FIRM, Ending.NEGATIVE, Ending.PURPOSE)


Whole = tuple[str, Decimal | None, str, Comparator, str, Span]


def _whole(tokens: Sequence[Token], at: int, ruling: Governor, text: str) -> Whole | None:
    token = tokens[at]
    verb = ruling.verb
    name = verb.verb if verb is not None else ruling.noun.noun if ruling.noun is not None else ""
    if name not in _entries("verbs") and not name.endswith(tuple(v for v in _entries("verbs") if len(v) > 1)):
        return None
    doing = verb.noun if verb is not None else name
    if token.text in _entries("fully") or token.stem in _entries("fully") and token.particle in ("", "를", "을"):
        indicator = _argument(tokens, at, ruling, text)
        if not indicator:
            return None
        quote = Span(token.span.start, _end(tokens, ruling))
        return _named(indicator, doing), Decimal(100), "%", Comparator.EQUAL, "ko.fully", quote
    if token.text in _entries("every") and at + 1 < len(tokens) and tokens[at + 1].kind == "word":
        last = _last_of_phrase(tokens, at + 1, ruling.at)
        if last < 0 or tokens[last].particle in ("이", "가") or not _is_whole(tokens, at, last, text):
            return None
        phrase = words_of(tokens, at, last, text).removeprefix(token.text).strip()
        what = _argument(tokens, at, ruling, text, after=last) or _argument(tokens, at, ruling, text, before=at)
        quote = Span(token.span.start, tokens[last].span.end)
        return _named(f"{phrase} {what}".strip(), doing), Decimal(100), "%", Comparator.EQUAL, "ko.every", quote
    return None


def _is_whole(tokens: Sequence[Token], at: int, last: int, text: str) -> bool:
    if tokens[at].text == "모든":
        return tokens[last].particle in ("에", "에서", "을", "를", "은", "는", "에게", "으로", "로", "의", "까지")
    phrase = words_of(tokens, at + 1, last, text)
    return any(phrase == whole or phrase.endswith(" " + whole) for whole in _entries("wholes"))


def _last_of_phrase(tokens: Sequence[Token], at: int, end: int) -> int:
    for step in range(at, min(at + 6, end if end > 0 else len(tokens))):
        token = tokens[step]
        if token.kind != "word" or token.predicate is not None:
            return -1
        if token.particle and token.particle not in ("의", "와", "과"):
            return step
    return -1


def _argument(tokens: Sequence[Token], at: int, ruling: Governor, text: str, after: int = -1, before: int = 0) -> str:
    """The object, topic or subject that the verb speaks of."""
    start = clause_start(tokens, at)
    end = ruling.at if ruling.at >= 0 else ruling.noun_at
    for particles in (("을", "를"), ("은", "는"), ("이", "가")):
        for step in range((before or max(end, at)) - 1, max(start, after + 1) - 1, -1):
            token = tokens[step]
            if token.kind != "word" or token.predicate is not None or token.particle not in particles:
                continue
            if is_actor(token.stem) and token.particle in ("은", "는", "이", "가") or token.stem in _entries("fully"):
                continue
            first = max(phrase_before(tokens, step), after + 1)
            return words_of(tokens, first, step, text)
    return ""


def _named(indicator: str, doing: str) -> str:
    if not doing or noun_of_doing(indicator.split(" ")[-1]) is not None and indicator.endswith(doing):
        return indicator
    return f"{indicator} {doing}"


def _relative(tokens: Sequence[Token], at: int, ruling: Governor, text: str) -> Whole | None:
    """증가율이 평균 증가율보다 낮지 않도록: bounded by another series."""
    token, verb = tokens[at], ruling.verb
    if token.particle not in ("보다", "보다는") or verb is None or ruling.at > at + 3:
        return None
    if not token.stem.endswith(tuple(words("ko", "wholes")["relative"]["series"])):
        return None
    lower = verb.role == "below" or verb.verb in ("낮다", "적다", "작다", "낮아지다")
    higher = verb.role == "exceed" or verb.verb in ("높다", "많다", "크다", "높아지다")
    if not (lower or higher) or any(other.kind == "amount" for other in tokens[at : ruling.at]):
        return None
    negative = verb.ending is Ending.NEGATIVE
    if lower and not negative:
        return None
    comparator = Comparator.AT_MOST if higher and negative else Comparator.AT_LEAST
    first = phrase_before(tokens, at)
    series = words_of(tokens, first, at, text)
    for step in range(first - 1, clause_start(tokens, at) - 1, -1):
        if tokens[step].particle in ("이", "가", "은", "는", "을", "를") and tokens[step].kind == "word":
            name = words_of(tokens, phrase_before(tokens, step), step, text)
            quote = Span(tokens[first].span.start, tokens[ruling.at].span.end)
            return name, None, series, comparator, "ko.relative", quote
    return None


def _commitment(
    tokens: Sequence[Token],
    at: int,
    ruling: Governor,
    known: dict[int, Role],
    carried: Time | None,
    whole: Whole,
    text: str,
) -> Commitment:
    indicator, value, unit, comparator, rule, quote = whole
    chosen = deadline(tokens, at, ruling, known)
    time = chosen.time or carried
    return Commitment(
        quote=quote,
        amount=None,
        indicator=indicator,
        comparator=comparator,
        rules=(rule, chosen.rule) if chosen.rule else (rule,),
        tier=Tier.WORDS,
        value=value,
        unit=unit if value is not None else "",
        time=time,
        inherited=chosen.inherited or chosen.time is None and carried is not None,
        modality=modality_of(ruling),
        every_year=time is not None and time.window is Window.EVERY_YEAR,
        relative_to=unit if value is None else "",
        confidence=_CONFIDENCE,
    )
