"""What an English fold word changes: double, triple, halve, tenfold.

The dairy sector is required to halve its nitrogen surplus  -> dairy sector nitrogen surplus
Food redistribution doubles                                 -> food redistribution
grow fivefold                                               -> the subject
"""

from collections.abc import Sequence

from greenall.plans.en_frames import Frame
from greenall.plans.en_phrases import clean, is_agent, lowered, subject_of
from greenall.plans.en_tokens import Token

_STOPS = frozenset(
    (
        "by",
        "to",
        "from",
        "compared",
        "relative",
        "against",
        "over",
        "within",
        "between",
        "than",
        "before",
        "during",
        "as",
    )
)


def name_of_fold(frame: Frame, text: str, earlier: str) -> str:
    """The object of the fold verb, or its subject where it has none."""
    verb = frame.verb
    tokens = frame.sentence.tokens
    behind = _behind(frame.segment.end, tokens, frame.at + 1, text)
    if verb is None:
        named = behind or text[tokens[frame.segment.start].start : frame.amount.span.start]
        return clean(named) or earlier
    subject = clean(subject_of(frame, text, verb))
    if verb.main == frame.at and not verb.is_passive:
        if name := clean(behind):
            owned = behind.lower().startswith(("its ", "their ")) and not is_agent(subject)
            return f"{subject} {name}" if owned else name
        return subject or earlier
    if verb.main != frame.at:
        between = clean(_behind(frame.at, tokens, verb.end, text))
        if between and not verb.is_passive:
            return between
        if behind.lower().startswith(("in ", "of ")):
            return clean(behind[3:])
    return lowered(subject, frame) or earlier


def _behind(end: int, tokens: Sequence[Token], start: int, text: str) -> str:
    pieces = []
    for token in tokens[start:end]:
        if token.time is not None or token.amount is not None or token.lower in _STOPS:
            break
        pieces.append(token)
    return text[pieces[0].start : pieces[-1].end] if pieces else ""
