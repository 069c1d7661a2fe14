"""What an English passage says must be done: one act for each verb that commits, with its object, actor and time.

A verb that reports, foresees or describes makes no act; an infinitive of purpose stays in the object of the verb that
governs it. "Lead: Housing Services; support: Energy Office." names who acts and who helps in the clause before it.

>>> from greenall.plans.en_targets import read
>>> from greenall.plans.reading import Context
>>> [(a.verb, a.object, a.type) for a in read("The Council will publish a map and ban gas boilers.", Context()).acts]
[('publish', 'map', 'reporting'), ('ban', 'gas boilers', 'regulation')]
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from greenall.data.language.tables import any_of, words
from greenall.plans.en_frames import stance_of
from greenall.plans.en_phrases import clean, end_clean, is_agent, points_back, without_comparison, words_of
from greenall.plans.en_sentence import Segment, Sentence, opens_condition
from greenall.plans.en_state import State
from greenall.plans.en_times import Placed, Role
from greenall.plans.en_tokens import Token
from greenall.plans.en_verbs import Stance, VerbGroup
from greenall.plans.ledger import Modality
from greenall.plans.reading import Act
from greenall.quantity.place import Span

_SURE, _GUESSED = Decimal("0.8"), Decimal("0.6")
_LONGEST_OBJECT = 160


def _table() -> dict[str, Any]:
    return words("en", "measures")


def read_acts(sentence: Sentence, placed: Sequence[Placed], text: str, state: State) -> list[Act]:
    """The acts of one sentence."""
    if _named_pattern().match(sentence.span.of(text)) or any(
        one.lemma in _table()["none"]["telling"] for one in sentence.groups[:1]
    ):
        return []
    if sentence.is_heading or sentence.is_lead and not sentence.is_full and not sentence.is_item:
        return []
    found: list[tuple[VerbGroup, Segment, Stance, Modality]] = []
    for segment in sentence.segments:
        if opens_condition(segment) or segment.opener & {"which", "who", "that", "whose", "whom"}:
            continue
        for verb in segment.groups:
            if _acts(sentence, segment, verb):
                stance, modality = stance_of(sentence, segment, verb, state.lead_of(sentence))
                if stance is Stance.COMMIT or stance is Stance.PRESENT and _orders(sentence, segment, verb, text):
                    found.append((verb, segment, stance, modality))
    acts = []
    for number, (verb, segment, stance, modality) in enumerate(found):
        following = found[number + 1][1].start if number + 1 < len(found) else len(sentence.tokens)
        if act := _act(sentence, placed, text, state, verb, segment, following, modality, stance):
            acts.append(act)
    return acts


def _acts(sentence: Sentence, segment: Segment, verb: VerbGroup) -> bool:
    """A finite verb, an order, or a verb joined to one; not "be", and not what only follows or describes."""
    if verb.sense in _table()["none"]["senses"] or verb.lemma in _table()["none"]["lemmas"] or verb.is_negated:
        return False
    if verb.form in ("finite", "base"):
        return True
    joined = bool(segment.opener & {"and", "or", ",", ";"}) and verb.start == segment.start
    return verb.form == "inf" and (joined or not any(one.is_finite for one in sentence.groups))


def _orders(sentence: Sentence, segment: Segment, verb: VerbGroup, text: str) -> bool:
    """Each department reports every quarter: a present tense that orders, in a numbered line."""
    if verb.lemma not in _table()["standing"]["verbs"]:
        return False
    subject = _subject(sentence, segment, verb, text)
    return verb.is_passive or is_agent(subject)


def _subject(sentence: Sentence, segment: Segment, verb: VerbGroup, text: str) -> str:
    pieces = [one for one in sentence.tokens[segment.start : verb.start] if one.time is None and not one.is_numbering]
    while pieces and pieces[0].tag in ("adv", "punct"):
        pieces.pop(0)
    earlier = [one for one in segment.groups if one.is_finite and one.start < verb.start]
    if earlier:
        return ""
    return end_clean(text[pieces[0].start : pieces[-1].end]) if pieces else ""


def _act(
    sentence: Sentence,
    placed: Sequence[Placed],
    text: str,
    state: State,
    verb: VerbGroup,
    segment: Segment,
    following: int,
    modality: Modality,
    stance: Stance,
) -> Act | None:
    tokens = sentence.tokens
    end = max(following, segment.end)
    while end > verb.end and (
        tokens[end - 1].tag in ("punct", "conj") or tokens[end - 1].lower in ("and", "or", "with")
    ):
        end -= 1
    subject = _subject(sentence, segment, verb, text)
    behind = without_comparison(words_of(tokens[verb.end : end], text))
    alone = not behind or _is_alone(tokens, verb)
    moved = verb.is_passive or alone and bool(clean(subject)) and not is_agent(subject)
    what = subject if moved else behind
    if points_back(what.split(" ")[0]) and tokens[verb.end : verb.end + 1] and tokens[verb.end].tag == "pron":
        return None
    what = end_clean(what) if what.lower().startswith(("every ", "each ")) else clean(what)
    if not what or points_back(what):
        return None
    actor = "" if moved or not is_agent(subject) else subject
    if not subject and not moved:
        actor = _actor_before(sentence, verb, text) or state.lead.actor
    first = next((one for one in tokens[segment.start : verb.start] if not one.is_numbering), tokens[verb.start])
    times = [one for one in placed if one.role is Role.DEADLINE]
    inside = [one.time for one in times if segment.start <= one.at < end]
    leading = [one.time for one in times if one.at < segment.start]
    known = state.known(sentence.span.of(text))[0]
    time = inside[0] if inside else leading[-1] if leading else known
    return Act(
        span=Span(first.start, tokens[end - 1].end),
        verb=verb.lemma,
        object=_shortened(what),
        type=_type(verb, what),
        modality=_modality(verb, modality),
        rules=("en.act_passive" if verb.is_passive else "en.act" if stance is Stance.COMMIT else "en.act_present",),
        actor=_name(actor),
        partner=_partner(verb, behind),
        time=time,
        inherited=time is not None and not inside,
        confidence=_SURE if stance is Stance.COMMIT else _GUESSED,
    )


def _is_alone(tokens: Sequence[Token], verb: VerbGroup) -> bool:
    """A verb without an object: what rises, falls, will be open."""
    following = next((one for one in tokens[verb.end :] if one.tag not in ("adv", "neg")), None)
    moves = verb.sense in ("increase", "decrease", "come", "fold", "reach")
    if not moves and any(one.figure is not None for one in tokens[verb.end : verb.end + 4]):
        return False  # use at least 35% less energy
    if following is None or following.tag in ("prep", "time", "punct"):
        return True
    return following.figure is not None and moves


def _shortened(words_: str) -> str:
    if len(words_) <= _LONGEST_OBJECT:
        return words_
    return end_clean(words_[:_LONGEST_OBJECT].rpartition(" ")[0])


def _actor_before(sentence: Sentence, verb: VerbGroup, text: str) -> str:
    """The subject of the verb that this one is joined to."""
    for segment in reversed(sentence.segments):
        for one in reversed(segment.groups):
            if one.start < verb.start and one.is_finite and (subject := _subject(sentence, segment, one, text)):
                return subject if is_agent(subject) and not one.is_passive else ""
    return ""


def _name(words_: str) -> str:
    """The actor without an article in front."""
    return (
        re.sub(r"^(?:the|an?|each|every|all|its|their|our)\s+", "", words_.strip(), flags=re.IGNORECASE)
        if words_
        else ""
    )


@cache
def _partner_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![A-Za-z]){any_of(_table()['partners']['words'])} ((?:the |local |other )?[A-Za-z][^,;:.]*?)(?= (?:to|on|in|at|for|and|by|so)\b|[,;:.]|$)",
        re.IGNORECASE,
    )


def _partner(verb: VerbGroup, behind: str) -> str:
    match = _partner_pattern().search(behind)
    if not match:
        return ""
    plain = match.group(0).lower().startswith("with ")
    if plain and verb.lemma not in _table()["partners"]["before_with"]:
        return ""
    return _name(match.group(1))


def _type(verb: VerbGroup, what: str) -> str:
    """The type of the verb, or that of the noun it acts on."""
    own = verb.type or "project"
    if own not in _table()["yielding"]["types"] or verb.lemma in _table()["yielding"]["keep"]:
        return own
    head = re.split(r" (?:of|for|on|in|to|from|with|at|by|that|which|and|under) |, ", clean(what), maxsplit=1)[
        0
    ].lower()
    last = head.split(" ")[-1] if head else ""
    return next((kind for kind, nouns in _table()["types"].items() if last in nouns or head in nouns), own)


def _modality(verb: VerbGroup, modality: Modality) -> Modality:
    for name, kind in (("encourage", Modality.ENCOURAGE), ("explore", Modality.EXPLORE)):
        if verb.lemma in _table()["modality"][name] and modality in (Modality.REQUIRE, Modality.GOAL):
            return kind
    return Modality.GOAL if verb.type == "goal" and modality is Modality.REQUIRE else modality


@cache
def _named_pattern() -> re.Pattern[str]:
    table = _table()["named"]
    return re.compile(
        rf"^\s*\(?{any_of(table['lead'])}:\s*(?P<lead>[^;.()]+)(?:;\s*{any_of(table['support'])}:\s*(?P<support>[^;.()]+))?",
        re.IGNORECASE,
    )


def name_actors(sentence: Sentence, text: str, acts: list[Act], first: int) -> None:
    """Give the acts from number `first` on the actor that a "Lead: ..." note behind them names."""
    match = _named_pattern().match(sentence.span.of(text))
    if not match:
        return
    for number in range(first, len(acts)):
        acts[number] = replace(
            acts[number],
            actor=match["lead"].strip(),
            partner=(match["support"] or acts[number].partner).strip(),
            rules=(*acts[number].rules, "en.named_lead"),
        )
