"""The noun phrases around an English amount: what stands before the verb, between verb and amount, and behind it.

>>> clean("and the number of electric buses in")
'number of electric buses'
>>> is_agent("The City Council"), is_agent("Wind turbines")
(True, False)
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.en_cues import cues, group
from greenall.plans.en_frames import Frame
from greenall.plans.en_tokens import Token
from greenall.plans.en_verbs import VerbGroup
from greenall.quantity.en_words import is_plural, verb_forms, word_group


@dataclass(frozen=True, slots=True)
class Phrases:
    """acts: the subject is who acts (the council), not what is measured; counted: the noun the amount counts, with its adjectives; part: the words of an of-phrase right behind it."""

    subject: str
    acts: bool
    object: str
    after: str
    complement: str
    counted: str
    part: str


def read_phrases(frame: Frame, text: str) -> Phrases:
    """The phrases around the amount of a frame."""
    after = _after(frame, text) or _shared_after(frame, text)
    part = re.match(r"\s*of (.+)", after, re.IGNORECASE)
    if part and points_back(part.group(1).split(" ")[0]) and (thing := _object_before(frame, text)):
        after = f"of {thing}"
        part = re.match(r"of (.+)", after)
    subject = end_clean(subject_of(frame, text, frame.verb))
    return Phrases(
        subject=lowered(subject, frame),
        acts=is_agent(subject),
        object=_object(frame, text),
        after=after,
        complement=_complement(frame, text),
        counted=_counted(frame, text),
        part=clean(part.group(1)) if part else "",
    )


def clean(words: str) -> str:
    """The phrase without leading and trailing words that name nothing."""
    table = cues()["phrases"]
    words = _now().sub("", re.sub(r"\s+", " ", words)).strip(" ,;:.-+•*|")
    words = re.sub(r"^\(\s*\)[\s:]*", "", words)
    if words.count('"') % 2 or words.count("“") != words.count("”"):
        words = re.sub('["“”]', "", words)
    parts = words.split(" ")
    while parts and (parts[0].lower().strip(",;") in table["leading"] or _is_loose(parts[0].lower())):
        parts.pop(0)
    phrase = end_clean(" ".join(parts))
    if phrase.count("(") > phrase.count(")"):
        phrase = phrase.partition("(")[0].strip()
    elif phrase.count(")") > phrase.count("("):
        phrase = phrase.replace(")", "").strip()
    return phrase


@cache
def _now() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(cues()['baseline']['now'])}\b ?|[\[\]]", re.IGNORECASE)


def end_clean(words: str) -> str:
    """Without trailing words that name nothing; words in front stay."""
    parts = words.strip(" ,;:.-").split(" ")
    while parts and (
        parts[-1].lower().strip(",;") in cues()["phrases"]["trailing"] or parts[-1].lower() in word_group("adverbs")
    ):
        parts.pop()
    return " ".join(parts).strip(" ,;:.-")


def _is_loose(word: str) -> bool:
    """An adverb that is no part of a name; daily and yearly are."""
    return word in word_group("adverbs") and word not in ("daily", "weekly", "monthly", "quarterly", "yearly")


def points_back(words: str) -> bool:
    """this, the figure, it: words that name nothing of their own."""
    pronouns = cues()["phrases"]["pronouns"]
    return words.strip().lower() in pronouns or clean(words).lower() in pronouns


def is_agent(subject: str) -> bool:
    """The plan, the council, we: who acts, not what is measured."""
    head = re.split(r" (?:of|for|in|at|on|with|from|and|by) |, ", subject.strip(), maxsplit=1)[0]
    words = [word.strip(",;:'\"").removesuffix("'s") for word in head.split()]
    named = [word for word in words if word.lower() not in ("the", "of", "for")]
    is_name = bool(named) and all(word[:1].isupper() for word in named) and not is_plural(named[-1].lower())
    # a single capital may only open the sentence: Hydrogen will supply 5%
    opens = len(named) == 1 and (named[0].lower() in group("agents", "substances") or named[0].endswith("ing"))
    if is_name and not opens:
        return True
    return not words or words[-1].lower() in group("agents", "words") or words[-1] in group("agents", "capital")


def lowered(name: str, frame: Frame) -> str:
    """A capital that only opens the sentence goes."""
    first = name.split(" ")[0]
    if len(first) < 2 or not first[0].isupper() or not first[1:].replace("-", "").islower():
        return name
    rest = name.split(" ")[1:2]
    if rest and rest[0][:1].isupper():
        return name  # a name of more words: Rivermouth Port Company
    opening = next((token for token in frame.sentence.tokens if token.tag not in ("punct", "mask", "time")), None)
    if opening is not None and (
        opening.text == first or opening.lower in cues()["phrases"]["leading"] and verb_forms(first.lower())
    ):
        return name[0].lower() + name[1:]
    return name


@cache
def _cut_off() -> re.Pattern[str]:
    stops = any_of(cues()["phrases"]["stops"])
    levels = (
        r"(?:against|below|above|versus|on|from|over) (?:the |its )?(?:\d{4}|levels?|baseline|today|now|current)\b.*$"
    )
    return re.compile(
        rf",? ?(?<![A-Za-z])(?:{stops})(?![A-Za-z]).*$|,? ?\b{levels}|\b(?:each|every|per|a) year\b|\brespectively\b|\blevels?$",
        re.IGNORECASE,
    )


def without_comparison(words: str) -> str:
    """The phrase up to a comparison, a purpose or a frequency."""
    return _cut_off().sub("", words).strip()


def _words(tokens: Sequence[Token], start: int, end: int, text: str) -> str:
    """The words of tokens [start, end) up to the next amount; a time at the head is passed over, a later one stops."""
    pieces: list[Token] = []
    for token in tokens[start:end]:
        of_the = len(pieces) > 1 and pieces[-2].lower == "of" and pieces[-1].tag == "det"
        if token.amount is not None and token.amount.is_counter and of_the:
            pieces.append(token)  # half of the 600 bus shelters
            continue
        if token.amount is not None or token.lower in ("|", "("):
            if pieces and pieces[-1].verb is not None and pieces[-1].verb.kind == "ing":
                pieces.pop()  # wetlands covering (340 ha)
            break
        if pieces and pieces[-1].lower == "," and token.tag in ("conj", "sub") or token.lower == ";":
            break
        if token.time is not None:
            if pieces:
                break
            continue
        pieces.append(token)
    while pieces and pieces[-1].tag == "punct":
        pieces.pop()
    return text[pieces[0].start : pieces[-1].end] if pieces else ""


def _after(frame: Frame, text: str) -> str:
    """The words behind the amount up to the next verb, amount, time or the end of the segment."""
    tokens = frame.sentence.tokens
    end = frame.segment.end
    if frame.side == "subject" and frame.verb is not None:
        end = min(end, frame.verb.start)
    start = frame.at + 1
    while start < end and tokens[start].start < frame.right.change_end:
        start += 1
    return without_comparison(_words(tokens, start, end, text))


def _object_before(frame: Frame, text: str) -> str:
    """collect textiles and recycle 50% of them: the object of the verb before."""
    verbs = [one for one in frame.sentence.groups if one.end <= frame.at and one != frame.verb]
    return object_of(frame, text, verbs[-1]) if verbs and frame.side == "object" else ""


def _shared_after(frame: Frame, text: str) -> str:
    """35, 50 and 82 per cent of consumption: the words behind the list hold for all its members."""
    tokens = frame.sentence.tokens
    at = frame.at
    if frame.amount.span.end != frame.amount.figures[-1].end or not frame.amount.unit:
        return ""
    while at + 2 < len(tokens) and tokens[at + 1].lower in (",", "and", "or"):
        at += 3 if tokens[at + 2].tag == "conj" else 2
        member = tokens[at].amount if at < len(tokens) else None
        if member is None or member.unit != frame.amount.unit:
            return ""
    return without_comparison(_words(tokens, at + 1, len(tokens), text)) if at > frame.at else ""


def _complement(frame: Frame, text: str) -> str:
    """The words behind the verb of an amount that stands before it."""
    verb = frame.verb
    if verb is None or frame.side != "subject":
        return ""
    segment = next((one for one in frame.sentence.segments if one.start <= verb.start < one.end), frame.segment)
    return without_comparison(_words(frame.sentence.tokens, verb.end, segment.end, text))


def _object(frame: Frame, text: str) -> str:
    """The words before the amount in its clause, behind the verb if that comes first, without cues and times."""
    tokens = frame.sentence.tokens
    start = frame.verb.end if frame.verb is not None and frame.side == "object" else frame.segment.start
    pieces = [
        token
        for token in tokens[start : frame.at]
        if not token.is_numbering and token.end <= frame.left.name_end and token.amount is None
    ]
    kept: list[Token] = []
    for token in pieces:
        if token.time is not None:
            if len(kept) > 1:
                continue
            kept = []
            continue
        kept.append(token)
    words = " ".join(text[token.start : token.end] for token in kept)
    words = re.sub(r"\s+([,;:)'’])", r"\1", words)
    words = re.sub(r"\(\s*\)\s*:?", "", re.sub(r"\( ", "(", words)).strip()
    return re.sub(rf"^(?:{_back()})\s*,?\s*", "", words, flags=re.IGNORECASE)


@cache
def _back() -> str:
    return any_of(cues()["links"]["back"])


def subject_of(frame: Frame, text: str, verb: VerbGroup | None) -> str:
    """The subject of a verb: the words before it in its segment, or the subject of the verb it is joined to."""
    if verb is None:
        return ""
    segment = next((one for one in frame.sentence.segments if one.start <= verb.start < one.end), frame.segment)
    finite = [one for one in segment.groups if one.is_finite and one.end <= verb.start]
    if verb.form == "inf" and finite:
        # extended by 45 km to reach 120 km
        return "this" if frame.before is not None else subject_of(frame, text, finite[-1])
    pieces = [
        token
        for token in frame.sentence.tokens[segment.start : verb.start]
        if token.time is None and not token.is_numbering
    ]
    if any(token.figure is not None for token in pieces) and segment is not frame.segment:
        return "this"  # half of all car parks must ..., rising to: the thing was named with its first value
    while pieces and pieces[0].tag in ("adv", "punct"):
        pieces.pop(0)
    earlier_verbs = [one for one in segment.groups if one.end <= verb.start and one.is_finite]
    if earlier_verbs and pieces:
        # "ensure that 75% of paper is recycled": the subject begins behind the verb before
        pieces = [token for token in pieces if token.start >= frame.sentence.tokens[earlier_verbs[-1].end - 1].end]
    words = _without_figures(pieces, text)
    words = re.sub(rf"^(?:{_back()})\s*,?\s*", "", words, flags=re.IGNORECASE)
    if words:
        return words
    earlier = [one for one in frame.sentence.groups if one.is_finite and one.start < verb.start]
    if earlier:
        return subject_of(frame, text, earlier[-1])
    first = frame.sentence.segments[0]
    if first is segment or first.groups:
        return ""
    return words_of([one for one in frame.sentence.tokens[first.start : first.end] if one.amount is None], text)


def _without_figures(pieces: Sequence[Token], text: str) -> str:
    """share of organic farmland, now 11%, -> share of organic farmland"""
    if not any(piece.amount is not None for piece in pieces):
        return text[pieces[0].start : pieces[-1].end] if pieces else ""
    words = " ".join(piece.text for piece in pieces if piece.amount is None)
    return re.sub(r"(?: ,)+(?: (?:now|currently|today))?(?: ,)*", ",", words).strip(" ,")


def _counted(frame: Frame, text: str) -> str:
    """The counted phrase of the amount: low-income households."""
    amount = frame.amount
    if not amount.is_counter:
        return ""
    words = text[amount.figures[-1].end : amount.span.end]
    return re.sub(
        r"^ ?(?:(?:thousand|million|billion|trillion)\b)? ?(?:(?:additional|further|extra|more)\b)?", "", words
    ).strip()


def first_phrase(words: str) -> str:
    """The words up to a comma or a purpose."""
    return re.split(r", | to [a-z]+ (?:the|a|an|and|their|its)\b", words, maxsplit=1)[0].strip()


def object_of(frame: Frame, text: str, verb: VerbGroup) -> str:
    """The object of a verb up to the first preposition, time or amount: provide shore power (at all berths)."""
    pieces = []
    for token in frame.sentence.tokens[verb.end :]:
        if token.tag in ("prep", "time", "amount", "punct", "conj", "to", "rel", "verb", "adv"):
            break
        pieces.append(token)
    return clean(text[pieces[0].start : pieces[-1].end]) if pieces else ""


def words_of(tokens: Sequence[Token], text: str) -> str:
    """The words of the tokens without their times and marks of number."""
    pieces = [one for one in tokens if one.time is None and not one.is_numbering]
    if not pieces:
        return ""
    parts, start = [], pieces[0].start
    for left, right in zip(pieces, [*pieces[1:], None], strict=True):
        if right is None or text[left.end : right.start].strip():
            parts.append(text[start : left.end])
            start = right.start if right is not None else start
    return " ".join(parts)
