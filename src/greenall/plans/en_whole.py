"""Targets whose quantity is no figure: all, every, phased out; or another series.

    All new public buildings will meet the zero standard by 2028   -> 100 %
    The county will phase out oil heating by 2032                  -> 100 % phased out
    Lending should grow no slower than the regional average        -> >= the regional average

Only where a whole quantity is meant: "all", "every" in the subject or object of a clause that commits, with a time or a
requirement; never "all efforts", "all residents benefit", "in every way".
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.en_cues import cues, group
from greenall.plans.en_phrases import clean, end_clean, without_comparison, words_of
from greenall.plans.en_sentence import Segment, Sentence, opens_condition
from greenall.plans.en_state import State
from greenall.plans.en_times import Placed, Role
from greenall.plans.en_tokens import Token
from greenall.plans.en_verbs import Stance, VerbGroup
from greenall.plans.ledger import Tier
from greenall.plans.reading import Commitment
from greenall.quantity.amount import Comparator
from greenall.quantity.en_words import ing_of, participle_of
from greenall.quantity.place import Span

Told = tuple[Span, str, str]  # the quote, the indicator, the rule


def read_wholes(sentence: Sentence, placed: Sequence[Placed], text: str, state: State) -> list[Commitment]:
    """Commitments to a quantity without a figure in the clauses of the sentence."""
    found = []
    for segment in sentence.segments:
        verb = _promise(segment, state)
        if (
            verb is None
            or segment.is_lead
            or opens_condition(segment)
            or any(at > verb.start for at in segment.amounts)
        ):
            continue
        deadlines = [one for one in placed if one.role is Role.DEADLINE]
        own = [one for one in deadlines if segment.start <= one.at < segment.end] or deadlines
        time = own[0].time if own else state.known(sentence.span.of(text))[0]
        told = _in_subject(segment, sentence, verb, text) or _in_object(segment, sentence, verb, text)
        if told is not None and told[1] and (time is not None or told[2] == "en.whole_subject"):
            found.append(
                Commitment(
                    quote=told[0],
                    amount=None,
                    indicator=told[1],
                    comparator=Comparator.EQUAL,
                    rules=(told[2],),
                    tier=Tier.WORDS,
                    value=Decimal(100),
                    unit="%",
                    time=time,
                    inherited=not own and time is not None,
                    modality=verb.modality,
                    confidence=Decimal("0.7"),
                )
            )
        elif series := _by_series(segment, sentence, verb, text):
            span, name, bound, other = series
            found.append(
                Commitment(
                    quote=span,
                    amount=None,
                    indicator=name,
                    comparator=bound,
                    rules=("en.bound_by_series",),
                    tier=Tier.WORDS,
                    relative_to=other,
                    time=time,
                    inherited=not own and time is not None,
                    modality=verb.modality,
                    confidence=Decimal("0.7"),
                )
            )
    return found


def _promise(segment: Segment, state: State) -> VerbGroup | None:
    """The verb of the segment that commits, not negated."""
    listed = state.lead.stance is Stance.COMMIT
    for verb in segment.groups:
        if verb.stance is Stance.COMMIT or verb.form == "base" and listed:
            return None if verb.is_negated else verb
    return None


def _in_subject(segment: Segment, sentence: Sentence, verb: VerbGroup, text: str) -> Told | None:
    """All new buildings will meet ...; every household will have ..."""
    table = cues()["whole"]
    tokens = [one for one in sentence.tokens[segment.start : verb.start] if one.time is None and not one.is_numbering]
    while tokens and tokens[0].tag in ("adv", "punct"):
        tokens.pop(0)
    if (
        not tokens
        or tokens[0].lower not in table["quantifiers"]
        or verb.sense == "state"
        or verb.lemma in table["vague_verbs"]
    ):
        return None
    nouns = tokens[1:]
    stop = next((number for number, token in enumerate(nouns) if token.tag in ("prep", "verb", "rel")), len(nouns))
    if not nouns[:stop] or any(token.lower in table["vague"] for token in nouns[:stop]):
        return None
    complement = end_clean(without_comparison(words_of(sentence.tokens[verb.end : segment.end], text)))
    named = clean(text[nouns[0].start : nouns[-1].end])
    return (
        Span(tokens[0].start, nouns[-1].end),
        " ".join(f"{named} {_done(verb)} {complement}".split()),
        "en.whole_subject",
    )


def _done(verb: VerbGroup) -> str:
    if verb.is_passive:
        return participle_of(verb.lemma)
    return "with" if verb.lemma == "have" else ing_of(verb.lemma)


def _in_object(segment: Segment, sentence: Sentence, verb: VerbGroup, text: str) -> Told | None:
    """provide shore power at all berths; phase out gas connections."""
    table = cues()["whole"]
    tokens = sentence.tokens
    behind = tokens[verb.end : segment.end]
    for at, token in enumerate(behind[:-1], verb.end):
        if token.lower in table["quantifiers"]:
            if any(one.lower in table["vague"] for one in tokens[at + 1 : at + 4]) or tokens[at + 1].tag not in (
                "noun",
                "verb",
                "det",
            ):
                return None
            return (
                Span(token.start, tokens[at + 1].end),
                clean(without_comparison(words_of(behind, text))),
                "en.whole_object",
            )
    if verb.lemma not in table["ending"]:
        return None
    named = clean(without_comparison(words_of(tokens[segment.start : verb.start] if verb.is_passive else behind, text)))
    if not named or named.lower().split()[-1] in group("agents", "words"):
        return None
    main: Token = tokens[verb.main]
    return Span(main.start, main.end), f"{named} {participle_of(verb.lemma)}", "en.ended"


@cache
def _series() -> re.Pattern[str]:
    table = cues()
    least, most = any_of(table["before"]["at_least"]), any_of(table["before"]["at_most"])
    return re.compile(
        rf"(?<![A-Za-z])(?:(?P<least>{least})|(?P<most>{most})) (?P<series>(?:the|that of|its|their) (?:[a-z-]+ ){{0,2}}?"
        rf"{any_of(table['whole']['series'])}\b[^,;.]*)",
        re.IGNORECASE,
    )


def _by_series(
    segment: Segment, sentence: Sentence, verb: VerbGroup, text: str
) -> tuple[Span, str, Comparator, str] | None:
    """Lending by the fund should grow at a rate no lower than the average growth of business lending."""
    start, end = sentence.tokens[verb.end - 1].end, sentence.tokens[segment.end - 1].end
    match = _series().search(text, start, end)
    if match is None or verb.sense not in ("increase", "decrease", "be", "keep", "reach", "come"):
        return None
    named = clean(words_of(sentence.tokens[segment.start : verb.start], text))
    if not named:
        return None
    change = {"increase": "growth of ", "decrease": "reduction of "}.get(verb.sense, "")
    bound = Comparator.AT_LEAST if match["least"] else Comparator.AT_MOST
    return Span(match.start(), match.end()), f"{change}{named[:1].lower()}{named[1:]}", bound, clean(match["series"])
