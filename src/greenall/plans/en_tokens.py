"""English sentences as tagged tokens, with amounts and times as single tokens.

Tags: det, prep, conj, pron, rel (which, who), sub (if, once), modal, be, have, do, to (before a verb), verb, adv, neg,
noun (also adjectives), amount, time, mask, punct. Here a word has none yet; `en_tagging` gives it one.

>>> [token.text for token in cut_tokens("phase out coal by 2030.", 0, 23, ())]
['phase out', 'coal', 'by', '2030.']
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from greenall.quantity.amount import Amount
from greenall.quantity.en_words import VerbForm, may_take_particle, verb_forms
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask
from greenall.quantity.times import Time

Marked = Sequence[tuple[Span, Amount | Time | Mask]]

BULLETS = frozenset("•*●○▪")
_WORD = re.compile(r"(?:i\.e|e\.g)\.|[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z0-9\u00c0-\u024f]+)*|\d[\d.,]*|\S")


@dataclass(slots=True)
class Token:
    """A word, mark, amount or time. `verb` is set when it is read as a verb."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    verb: VerbForm | None = None
    amount: Amount | None = None
    time: Time | None = None
    mask: Mask | None = None
    fold: Amount | None = None  # double, halve: a word that is an amount too

    @property
    def figure(self) -> Amount | None:
        """The amount that this token is or tells."""
        return self.amount or self.fold

    @property
    def is_numbering(self) -> bool:
        """(a), 2.1, a bullet."""
        return self.mask is not None and self.mask.figure_class == "numbering" or self.lower in BULLETS


def cut_tokens(text: str, start: int, end: int, marked: Marked) -> list[Token]:
    """Tokens of `text[start:end]`; `marked` stretches (in order, not overlapping) become one token each."""
    pieces: list[Token] = []
    at = start
    for span, thing in marked:
        if span.start < at or span.end > end:
            continue
        pieces += _words(text, at, span.start)
        pieces.append(_marked(text, span, thing))
        at = span.end
    pieces += _words(text, at, end)
    _join_particles(pieces)
    return pieces


def _marked(text: str, span: Span, thing: Amount | Time | Mask) -> Token:
    written = span.of(text)
    token = Token(span.start, span.end, written, written.lower(), "mask")
    if isinstance(thing, Amount):
        token.tag, token.amount = "amount", thing
    elif isinstance(thing, Time):
        token.tag, token.time = "time", thing
    else:
        token.mask = thing
        token.tag = "noun" if thing.figure_class == "attribute" else "mask"
    return token


def _words(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        tag = "" if word[0].isalpha() else "punct" if not word[0].isdigit() else "mask"
        found.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'"), tag))
    return found


def _join_particles(tokens: list[Token]) -> None:
    """phase out, set up: one token, where the two stand together and make a verb of the table."""
    for at in range(len(tokens) - 2, -1, -1):
        first, second = tokens[at], tokens[at + 1]
        if first.tag or second.tag or not may_take_particle(first.lower):
            continue
        both = f"{first.lower} {second.lower}"
        if verb_forms(both):
            tokens[at : at + 2] = [Token(first.start, second.end, both, both, "")]
