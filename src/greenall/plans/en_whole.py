"""Targets whose quantity is a word: all, every, the whole of it; phased out, eliminated.

    All new public buildings will meet the zero standard by 2028   -> 100 %
    The county will phase out oil heating by 2032                  -> 0 %, told by the verb

Only where a whole quantity is meant: "all", "every" in the subject or object of a clause that commits, with a time or a
requirement; never "all efforts", "all residents benefit", "in every way".
"""

from collections.abc import Sequence
from decimal import Decimal

from greenall.plans.en_cues import cues, group
from greenall.plans.en_phrases import clean, without_comparison
from greenall.plans.en_sentence import Segment, Sentence, opens_condition
from greenall.plans.en_state import State
from greenall.plans.en_times import Placed, Role
from greenall.plans.en_verbs import Stance, VerbGroup
from greenall.plans.ledger import Tier
from greenall.plans.reading import Commitment
from greenall.quantity.amount import Comparator
from greenall.quantity.en_words import ing_of, participle_of
from greenall.quantity.place import Span


def read_wholes(
    sentence: Sentence, placed: Sequence[Placed], text: str, found: Sequence[Commitment], state: State
) -> list[Commitment]:
    """Commitments to a whole quantity in the clauses of the sentence that hold no amount."""
    wholes = []
    for segment in sentence.segments:
        if segment.is_lead or opens_condition(segment):
            continue
        verb = next(
            (
                one
                for one in segment.groups
                if one.stance is Stance.COMMIT or one.form == "base" and state.lead.stance is Stance.COMMIT
            ),
            None,
        )
        if verb is None or verb.is_negated or any(at > verb.start for at in segment.amounts):
            continue
        whole = _in_subject(segment, sentence, verb, text) or _in_object(segment, sentence, verb, text)
        if whole is None:
            continue
        quote, indicator, rule = whole
        if not indicator:
            continue
        deadlines = [one for one in placed if one.role is Role.DEADLINE]
        deadlines = [one for one in deadlines if segment.start <= one.at < segment.end] or deadlines
        time = deadlines[0].time if deadlines else state.known(sentence.span.of(text))[0]
        if time is None and rule != "en.whole_subject":
            continue
        wholes.append(
            Commitment(
                quote=quote,
                amount=None,
                indicator=indicator,
                comparator=Comparator.EQUAL,
                rules=(rule,),
                tier=Tier.WORDS,
                value=Decimal(100),
                unit="%",
                time=time,
                inherited=not deadlines and time is not None,
                modality=verb.modality,
                confidence=Decimal("0.7"),
            )
        )
    return wholes


def _in_subject(segment: Segment, sentence: Sentence, verb: VerbGroup, text: str) -> tuple[Span, str, str] | None:
    """All new buildings will meet ...; every household will have ..."""
    tokens = sentence.tokens
    first = next(
        (
            at
            for at in range(segment.start, verb.start)
            if tokens[at].time is None and tokens[at].tag not in ("adv", "punct")
        ),
        None,
    )
    if first is None or tokens[first].lower not in cues()["whole"]["quantifiers"]:
        return None
    nouns = [token for token in tokens[first + 1 : verb.start] if token.time is None]
    if not nouns or any(token.lower in cues()["whole"]["vague"] for token in nouns):
        return None
    if verb.sense in ("state",) or verb.lemma in cues()["whole"]["vague_verbs"]:
        return None
    rest = [token for token in tokens[verb.end : segment.end] if token.time is None]
    complement = without_comparison(text[rest[0].start : rest[-1].end]) if rest else ""
    done = (
        participle_of(verb.lemma)
        if verb.is_passive
        else "with"
        if verb.lemma == "have"
        else ""
        if verb.sense == "be"
        else ing_of(verb.lemma)
    )
    named = clean(text[nouns[0].start : nouns[-1].end])
    return (
        Span(tokens[first].start, nouns[-1].end),
        f"{named} {done} {clean(complement)}".replace("  ", " ").strip(),
        "en.whole_subject",
    )


def _in_object(segment: Segment, sentence: Sentence, verb: VerbGroup, text: str) -> tuple[Span, str, str] | None:
    """provide shore power at all berths; phase out gas connections."""
    tokens = sentence.tokens
    for at in range(verb.end, segment.end):
        if tokens[at].lower in cues()["whole"]["quantifiers"] and at + 1 < segment.end:
            if any(token.lower in cues()["whole"]["vague"] for token in tokens[at + 1 : at + 4]):
                return None
            if tokens[at + 1].tag not in ("noun", "verb", "det"):
                return None
            behind = [token for token in tokens[verb.end : segment.end] if token.time is None]
            named = clean(without_comparison(text[behind[0].start : behind[-1].end]))
            return Span(tokens[at].start, tokens[at + 1].end), named, "en.whole_object"
    if verb.lemma in cues()["whole"]["ending"]:
        if verb.is_passive:
            subject = [token for token in tokens[segment.start : verb.start] if token.time is None]
            named = clean(text[subject[0].start : subject[-1].end]) if subject else ""
        else:
            behind = [token for token in tokens[verb.end : segment.end] if token.time is None]
            named = clean(without_comparison(text[behind[0].start : behind[-1].end])) if behind else ""
        if named and not any(word in group("agents", "words") for word in named.lower().split()[-1:]):
            return (
                Span(tokens[verb.main].start, tokens[verb.main].end),
                f"{named} {participle_of(verb.lemma)}",
                "en.ended",
            )
    return None
