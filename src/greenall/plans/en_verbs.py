"""Verb groups of an English sentence and their stance: does it commit, forecast, report or only describe?

>>> from greenall.plans.en_tagging import tokenise
>>> def stances(text):
...     return [(group.lemma, group.stance.value) for group in read_groups(tokenise(text, 0, len(text), ()))]
>>> stances("The city will plant trees"), stances("Demand is expected to grow"), stances("Use was reduced")
([('plant', 'commit')], [('grow', 'forecast')], [('reduce', 'past')])
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from greenall.data.language.tables import words
from greenall.plans.en_tokens import Token
from greenall.plans.ledger import Modality

# A goal that was approved is one.
ADOPTING = ("approve", "adopt", "agree", "endorse", "set", "pass", "confirm", "ratify", "accept")


class Stance(StrEnum):
    COMMIT = "commit"
    POSSIBLE = "possible"  # may, could
    FORECAST = "forecast"
    PAST = "past"
    PRESENT = "present"
    OPEN = "open"  # infinitive, base form, participle: takes the stance of what governs it


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens [start, end) of a verb with its auxiliaries; `main` is the index of the verb that carries the sense."""

    start: int
    end: int
    main: int
    lemma: str
    sense: str
    type: str
    form: str  # finite, inf, base, participle, ing
    stance: Stance
    modality: Modality
    is_passive: bool = False
    is_negated: bool = False

    @property
    def is_finite(self) -> bool:
        return self.form == "finite"


@cache
def _heads() -> dict[str, str]:
    table = words("en", "cues")["stance"]
    heads: dict[str, str] = {}
    for name in ("commit", "encourage", "strive", "explore", "forecast"):
        heads |= dict.fromkeys(table[name], name)
    return heads


_MODALITIES = {
    "commit": Modality.GOAL,
    "strive": Modality.STRIVE,
    "encourage": Modality.ENCOURAGE,
    "explore": Modality.EXPLORE,
}


def read_groups(tokens: Sequence[Token]) -> list[VerbGroup]:
    """All verb groups in order; catenative chains (aims to reduce, is expected to grow) are one group."""
    groups = []
    at = 0
    while at < len(tokens):
        group = _group(tokens, at)
        if group is None:
            at += 1
            continue
        groups.append(group)
        at = group.end
    return groups


def _group(tokens: Sequence[Token], at: int) -> VerbGroup | None:
    token = tokens[at]
    if token.tag in ("modal", "be", "have", "do"):
        return _with_auxiliaries(tokens, at)
    if token.tag == "to":
        return _infinitive(tokens, at)
    if token.tag == "verb" and token.verb is not None:
        form = {"s": "finite", "past": "finite", "base": "base", "ing": "ing", "participle": "participle"}[
            token.verb.kind
        ]
        stance = Stance.OPEN
        if form == "finite":
            stance = Stance.PAST if token.verb.kind == "past" else Stance.PRESENT
        elif form == "base" and at > 0 and tokens[at - 1].tag in ("noun", "pron", "amount", "adv", "rel"):
            form, stance = "finite", Stance.PRESENT
        group = _made(tokens, at, at + 1, at, form, stance, Modality.REQUIRE)
        return _chained(tokens, group)
    return None


def _made(
    tokens: Sequence[Token],
    start: int,
    end: int,
    main: int,
    form: str,
    stance: Stance,
    modality: Modality,
    **more: bool,
) -> VerbGroup:
    verb = tokens[main].verb
    if verb is None:
        lemma = {"be": "be", "have": "have", "do": "do"}.get(tokens[main].tag, tokens[main].lower)
        return VerbGroup(
            start,
            end,
            main,
            lemma,
            "be" if lemma == "be" else "have" if lemma == "have" else "state",
            "goal",
            form,
            stance,
            modality,
            **more,
        )
    return VerbGroup(start, end, main, verb.lemma, verb.sense, verb.type, form, stance, modality, **more)


def _skip(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Past adverbs and negations; whether one negated."""
    negated = False
    while at < len(tokens) and tokens[at].tag in ("adv", "neg"):
        negated = negated or tokens[at].lower in ("not", "never")
        at += 1
    return at, negated


@dataclass(slots=True)
class _Auxiliaries:
    """The auxiliaries of a group as they are passed."""

    modal: str = ""
    first_be: str = ""
    has_have: bool = False
    has_been: bool = False
    is_to: bool = False  # is to, are to
    is_negated: bool = False
    last: int = -1

    def stance(self, first: str, has_participle: bool) -> Stance:
        """What they make of the verb behind them; `first` is the first word of the group."""
        if self.modal:
            commits = self.modal in words("en", "cues")["stance"]["commit_modals"]
            return Stance.COMMIT if commits else Stance.POSSIBLE
        if self.is_to:
            return Stance.PAST if self.first_be in ("was", "were") else Stance.COMMIT
        if self.has_have:
            perfect = has_participle or self.has_been or first in ("had", "having")
            return Stance.PAST if perfect else Stance.PRESENT
        if first in ("was", "were", "did"):
            return Stance.PAST
        return Stance.OPEN if first in ("be", "being", "been") else Stance.PRESENT


def _with_auxiliaries(tokens: Sequence[Token], start: int) -> VerbGroup:
    passed = _Auxiliaries()
    at = start
    while at < len(tokens):
        token = tokens[at]
        if token.tag == "modal":
            passed.modal = token.lower
        elif token.tag == "have":
            passed.has_have = True
        elif token.tag == "be":
            passed.first_be = passed.first_be or token.lower
            passed.has_been = passed.has_been or token.lower == "been"
        elif token.tag == "to" and at > start and tokens[passed.last].tag in ("be", "have") and not passed.is_to:
            passed.is_to = True
            at += 1
            continue
        elif token.tag != "do":
            break
        passed.last = at
        at, negated = _skip(tokens, at + 1)
        passed.is_negated = passed.is_negated or negated
    main, verb = passed.last, tokens[at].verb if at < len(tokens) else None
    if verb is not None and verb.kind in ("base", "participle", "ing"):
        main = at
    participle = main == at and verb is not None and verb.kind == "participle"
    first = tokens[start].lower
    stance = passed.stance(first, participle)
    form = "finite"
    if stance is Stance.OPEN or first == "having":
        form = "base" if first == "be" else "participle"
    if first == "be" and _is_decided(tokens, start):
        form, stance = "finite", Stance.COMMIT
    group = _made(
        tokens, start, main + 1, main, form, stance, Modality.REQUIRE,
        is_passive=participle and tokens[passed.last].tag == "be", is_negated=passed.is_negated,
    )  # fmt: skip
    return _chained(tokens, group)


def _is_decided(tokens: Sequence[Token], start: int) -> bool:
    """The council resolved that 40% of spending be directed to local firms."""
    that = next((at for at in range(start - 1, 0, -1) if tokens[at].lower == "that"), 0)
    if not that or tokens[start - 1].tag not in ("noun", "amount"):
        return False
    verb = tokens[that - 1].verb
    if verb is not None:
        return _heads().get(verb.lemma) == "commit"
    goals = words("en", "cues")["stance"]["goals"]
    return tokens[that - 1].tag == "be" and any(token.lower in goals for token in tokens[:that])


def _infinitive(tokens: Sequence[Token], start: int) -> VerbGroup | None:
    at, negated = _skip(tokens, start + 1)
    last = -1
    while at < len(tokens) and tokens[at].tag in ("be", "have", "do"):
        last = at
        at, no = _skip(tokens, at + 1)
        negated = negated or no
    main = last
    if at < len(tokens) and tokens[at].tag == "verb":
        main = at
    if main < 0:
        return None
    verb = tokens[main].verb
    passive = main != last and last >= 0 and tokens[last].tag == "be" and verb is not None and verb.kind == "participle"
    group = _made(
        tokens, start, main + 1, main, "inf", Stance.OPEN, Modality.REQUIRE, is_passive=passive, is_negated=negated
    )
    return _chained(tokens, group)


def _chained(tokens: Sequence[Token], group: VerbGroup) -> VerbGroup:
    """aims to reduce, is required to halve, is likely to grow: the sense of the last verb, the stance of the first."""
    heads = _heads()
    at, _ = _skip(tokens, group.end)
    head = group.lemma
    if group.sense == "be" and at < len(tokens) and tokens[at].tag in ("noun", "verb") and tokens[at].lower in heads:
        # is due to, are likely to, is on course to
        head, at = tokens[at].lower, at + 1
        at, _ = _skip(tokens, at)
    elif (
        group.sense == "be"
        and at + 2 < len(tokens)
        and tokens[at].lower == "on"
        and tokens[at + 1].lower in ("course", "track")
    ):
        head, at = "set", at + 2
    kind = heads.get(head, "")
    if not kind or at >= len(tokens):
        return group
    if tokens[at].tag == "to":
        rest = _infinitive(tokens, at)
    elif kind in ("encourage", "commit") and group.sense in ("act", "plan") and not group.is_passive:
        return group
    else:
        return (
            replace(group, stance=Stance.FORECAST)
            if kind == "forecast" and group.stance is Stance.PRESENT and group.sense == "forecast"
            else group
        )
    if rest is None:
        return group
    stance, modality = group.stance, group.modality
    if kind == "forecast":
        if (
            stance in (Stance.PRESENT, Stance.PAST, Stance.OPEN)
            and not (group.form == "base" or group.form == "inf")
            or stance is Stance.COMMIT
            and head in ("likely", "unlikely")
        ):
            stance = Stance.FORECAST
    elif (
        stance is Stance.PRESENT or stance is Stance.PAST and kind in ("commit", "strive") and _has_have(tokens, group)
    ):
        stance, modality = Stance.COMMIT, _MODALITIES[kind] if not group.is_passive and head != "need" else modality
    elif stance in (Stance.COMMIT, Stance.OPEN):
        modality = _MODALITIES[kind] if kind in ("strive", "encourage", "explore") else modality
    return replace(
        rest,
        start=group.start,
        form=group.form,
        stance=stance,
        modality=modality,
        is_negated=group.is_negated or rest.is_negated,
    )


def _has_have(tokens: Sequence[Token], group: VerbGroup) -> bool:
    return tokens[group.start].lower in ("has", "have")
