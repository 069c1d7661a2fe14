"""English lists told apart by "respectively": names, values and years in the same order.

Rates in the northern, central and coastal districts are to reach 45, 52 and 60 per cent respectively
Three hubs and eight classrooms will open in 2024 and 2025 respectively
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from greenall.plans.en_frames import Frame
from greenall.plans.en_phrases import clean, lowered
from greenall.plans.en_sentence import Sentence
from greenall.plans.en_times import Placed, Role
from greenall.plans.reading import Commitment
from greenall.quantity.en_words import is_plural

_MEMBER = r"[\w'’-]+(?: (?!and |will |shall |must |should |is |are |to )[\w'’-]+){0,3}"
_COORDINATED = re.compile(rf"(?P<first>(?:{_MEMBER}, )*)(?P<middle>{_MEMBER}),? and (?P<last>{_MEMBER})")
_VERB = re.compile(r"\s+(?:will|shall|must|should|is|are|to|by)\b.*$")


def distribute(
    sentence: Sentence, found: Sequence[tuple[Frame, Commitment]], placed: Sequence[Placed], text: str
) -> list[Commitment]:
    """The commitments of a sentence; in a "respectively" sentence each gets its own name and year."""
    end = next((token.start for token in sentence.tokens if token.lower == "respectively"), -1)
    given = [one for _, one in found if one.quote.start < end]
    rest = [one for _, one in found if one.quote.start >= end]
    if len(given) < 2:
        return [*given, *rest]
    deadlines = [one.time for one in placed if one.role is Role.DEADLINE and one.time.span.start < end]
    if len(deadlines) == len(given):
        given = [replace(one, time=time, inherited=False) for one, time in zip(given, deadlines, strict=True)]
    opening = next((token for token in sentence.tokens if not token.is_numbering), sentence.tokens[0])
    names = _names(text[opening.start : found[0][0].left.name_end], len(given))
    if names is None:
        return [*given, *rest]
    names = [lowered(name, found[0][0]) for name in names]
    return [*(_renamed(one, name) for one, name in zip(given, names, strict=True)), *rest]


def _renamed(one: Commitment, name: str) -> Commitment:
    amount = one.amount
    if amount is not None and (not amount.dimension or amount.is_counter and one.quote == amount.figures[0]):
        head = next((word for word in reversed(re.findall(r"[A-Za-z-]+", name)) if is_plural(word.lower())), "")
        if head:
            amount = replace(amount, unit=head, unit_norm=head, dimension="count", is_counter=True)
    return replace(one, indicator=name, amount=amount)


def _names(subject: str, count: int) -> list[str] | None:
    """The members of the coordination in the subject, each with what stands around it."""
    words = " ".join(subject.split())
    for match in _COORDINATED.finditer(words):
        members = [*(part for part in match["first"].split(", ") if part), match["middle"], match["last"]]
        if len(members) != count:
            continue
        before, after = words[: match.start()], _VERB.sub("", words[match.end() :])
        first, last = members[0].split(" "), members[-1].split(" ")
        # "rates in the northern": the words before the last one are the frame, unless the member is a noun of its own
        frame = _frame(first, last)
        own = first[len(frame) :]
        shared = last[1:] if len(own) == 1 and not is_plural(own[0].lower()) and is_plural(last[-1].lower()) else []
        parts = [own, *(member.split(" ") for member in members[1:-1]), last[: len(last) - len(shared)]]
        return [clean(" ".join([before, *frame, *part, *shared, after])) for part in parts]
    return None


def _frame(first: list[str], last: list[str]) -> list[str]:
    """The words of the first member that hold for all: "number of" electric buses, "rates in the" northern."""
    at = max((number for number, word in enumerate(first[:-1]) if word in _FRAMING), default=-1)
    if at >= 0:
        return first[: at + 1]
    return first[:-1] if not is_plural(first[-1].lower()) and len(last) > 1 else []


_FRAMING = ("in", "of", "for", "at", "on", "from", "the")
