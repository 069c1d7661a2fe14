"""What a Korean passage says must be done: one act for each verb of doing, with its object, actor and time.

A verb that describes a noun, states a condition or tells of the past makes no act; in -도록 한다 and -여야 한다 the
first verb is the act. A list item that ends with a noun of doing (잠재량 조사) is one too.

>>> from greenall.plans.ko_targets import read
>>> from greenall.plans.reading import Context
>>> [(a.verb, a.object, a.type) for a in read("조례를 제정하고, 빗물이용시설 설치를 권장한다.", Context()).acts]
[('제정', '조례', 'regulation'), ('권장', '빗물이용시설 설치', 'promotion')]
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from greenall.data.language.tables import any_of, words
from greenall.plans.ko_clauses import Governor, clause_start, governor
from greenall.plans.ko_context import modality_of
from greenall.plans.ko_deadlines import Role, deadline
from greenall.plans.ko_phrases import is_actor, phrase_before, words_of
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, Predicate, noun_of_doing
from greenall.plans.ledger import Modality
from greenall.plans.reading import Act
from greenall.quantity.place import Span
from greenall.quantity.times import Time, Window

_SURE, _GUESSED = Decimal("0.8"), Decimal("0.6")
_DOING = (Ending.ALTERNATIVE, Ending.FINAL, Ending.COORDINATE, Ending.SEQUENCE, Ending.MUST)


@dataclass(frozen=True, slots=True)
class Named:
    """Who leads and who helps, as named in brackets on the line."""

    actor: str = ""
    partner: str = ""


@cache
def _named_pattern() -> re.Pattern[str]:
    table = words("ko", "measures")["named"]
    lead, partner = any_of(table["lead"]), any_of(table["partner"])
    return re.compile(
        rf"[(\[](?:{lead}) ?[:：] ?(?P<actor>[^,;)\]\n]{{1,40}}?)"
        rf"(?:[,;] ?(?:{partner}) ?[:：] ?(?P<partner>[^)\]\n]{{1,60}}))?[)\]]"
    )


def named_in(line: str) -> Named:
    """(주관: 회계과, 협조: 시·군) -> who leads and who helps."""
    match = _named_pattern().search(line)
    return Named(match["actor"].strip(), (match["partner"] or "").strip()) if match else Named()


def find_acts(
    tokens: Sequence[Token], known: dict[int, Role], carried: Time | None, named: Named, text: str, is_item: bool
) -> list[Act]:
    """The acts of a sentence. `is_item`: it is an item of a list, so a noun of doing at its end is an act."""
    found: list[Act] = []
    none = words("ko", "measures")["none"]
    sentence = text[tokens[0].span.start : tokens[-1].span.end]
    if any(words_ in sentence for words_ in none["sentences"]):
        return found
    for at, token in enumerate(tokens):
        verb = token.predicate
        if verb is None or not _is_act(tokens, at, verb):
            continue
        act = _act(tokens, at, verb, known, carried, named, text)
        if not act.object and found:
            act = replace(act, object=found[-1].object)  # 보고서를 작성하여 의회에 보고한다
        if act.object not in none["objects"]:
            found.append(act)
    if not found and is_item:
        found += _of_noun(tokens, known, carried, named, text)
    return found


def _is_act(tokens: Sequence[Token], at: int, verb: Predicate) -> bool:
    if verb.role not in ("act", "light", "support", "other") or verb.past or verb.future:
        return False
    if verb.verb in frozenset(words("ko", "measures")["none"]["verbs"]) or verb.role == "other" and not verb.noun:
        return False
    ruling = governor(tokens, at - 1) if at else Governor()
    if ruling.at != at:
        return False
    if (
        ruling.relative
        or any(outer.past or outer.role == "forecast" for outer in ruling.outer)
        or ruling.condition
        or ruling.going_on
    ):
        return False
    following = tokens[at + 1].predicate if at + 1 < len(tokens) else None
    if verb.ending is Ending.PURPOSE:
        return following is not None and following.verb == "하다"
    if verb.ending is Ending.COORDINATE and following is not None and following.role == "state":
        return False
    return verb.ending in _DOING


def _act(
    tokens: Sequence[Token],
    at: int,
    verb: Predicate,
    known: dict[int, Role],
    carried: Time | None,
    named: Named,
    text: str,
) -> Act:
    start = clause_start(tokens, at)
    ruling = governor(tokens, at - 1)
    chosen = deadline(tokens, at, ruling, known)
    time = chosen.time or carried
    what = _object(tokens, at, start, text)
    actor = _actor(tokens, at, text) or named.actor
    partner = _partner(tokens, at, start, text) or named.partner
    first = start
    while first < at and (
        tokens[first].kind not in ("word", "mask", "time", "amount") or tokens[first].text in _joints()
    ):
        first += 1
    return Act(
        span=Span(tokens[first].span.start, tokens[at].span.end),
        verb=verb.verb,
        object=what,
        type=type_of(verb.type, what, verb.change),
        modality=modality_of(ruling),
        rules=("ko.act", f"ko.act_{verb.ending}"),
        actor=actor,
        partner=partner,
        time=time if time is None or time.window is not Window.NONE else None,
        inherited=chosen.inherited or chosen.time is None and carried is not None,
        confidence=_GUESSED if not what or verb.role == "other" else _SURE,
    )


@cache
def _joints() -> frozenset[str]:
    return frozenset(words("ko", "function")["leading"]["words"]) | {"아울러", "다만", "그리고", "이를", "위해", "이에"}


def _object(tokens: Sequence[Token], at: int, start: int, text: str) -> str:
    """What the verb is done to: the object, else the subject of a passive verb, else the topic."""
    for particles in (("을", "를", "만을", "들을"), ("이", "가"), ("은", "는", "도")):
        for step in range(at - 1, start - 1, -1):
            token = tokens[step]
            if token.kind == "amount" and token.tail.particle in particles and step > start:
                before = tokens[step - 1]
                own = before.kind in ("word", "mask") and not before.particle and not before.predicate
                first = phrase_before(tokens, step - 1) if own else step
                amount = token.amount
                end = amount.span.end if amount is not None else token.span.end
                return " ".join(text[tokens[first].span.start : end].split())
            if token.kind == "word" and token.predicate is None and token.particle in particles:
                if particles[0] in ("이", "은") and is_actor(token.stem):
                    continue
                name = words_of(tokens, phrase_before(tokens, step), step, text)
                if name:
                    return name
    nearest = tokens[at - 1] if at > start else None
    if nearest is not None and nearest.kind == "word" and nearest.predicate is None and not nearest.particle:
        return words_of(tokens, phrase_before(tokens, at - 1), at - 1, text)
    return ""


def _actor(tokens: Sequence[Token], at: int, text: str) -> str:
    """The nearest topic or subject to the left that is an organisation."""
    for step in range(at - 1, -1, -1):
        token = tokens[step]
        if token.kind == "word" and token.particle in ("은", "는", "이", "가", "에서는") and is_actor(token.stem):
            return words_of(tokens, phrase_before(tokens, step), step, text)
    return ""


def _partner(tokens: Sequence[Token], at: int, start: int, text: str) -> str:
    together = frozenset(words("ko", "measures")["together"]["words"])
    for step in range(at - 1, start - 1, -1):
        token = tokens[step]
        following = tokens[step + 1]
        if token.kind == "word" and token.particle in ("와", "과") and {following.text, following.stem} & together:
            return words_of(tokens, phrase_before(tokens, step), step, text)
    return ""


def type_of(verb_type: str, what: str, change: str = "") -> str:
    """The type of the verb, or of the object when the verb says little (마련하다, 추진하다, 만들다)."""
    table = words("ko", "measures")
    if change and what.endswith(tuple(words("ko", "context")["indicator"]["ratio"])):
        return "goal"
    if verb_type in table["weak"]["types"]:
        last = what.split(" ")[-1] if what else ""
        for name, nouns in table["objects"].items():
            if last.endswith(tuple(nouns)):
                return str(name)
        entry = noun_of_doing(last)
        if entry is not None and entry.type:
            return entry.type
    return verb_type or "other"


def _of_noun(
    tokens: Sequence[Token], known: dict[int, Role], carried: Time | None, named: Named, text: str
) -> list[Act]:
    """하수열·소각열 잠재량 조사"""
    last = len(tokens) - 1
    while last > 0 and tokens[last].kind not in ("word",):
        last -= 1
    while last > 0 and tokens[last].text in ("추진", "계획", "등", "및", "예정"):
        last -= 1
    token = tokens[last]
    entry = noun_of_doing(token.stem) if token.kind == "word" and not token.predicate and not token.particle else None
    if entry is None or entry.role not in ("act", "support") or last == 0 and token.stem == entry.noun:
        return []
    first = phrase_before(tokens, last)
    phrase = words_of(tokens, first, last, text)
    what = phrase.removesuffix(entry.noun).strip()
    chosen = deadline(tokens, last, Governor(), known)
    time = chosen.time or carried
    return [
        Act(
            span=Span(tokens[first].span.start, token.span.end),
            verb=entry.noun,
            object=what,
            type=type_of(entry.type, what),
            modality=Modality.REQUIRE,
            rules=("ko.act", "ko.act_noun"),
            actor=named.actor,
            partner=named.partner,
            time=time,
            inherited=chosen.time is None and carried is not None,
            confidence=_GUESSED,
        )
    ]
