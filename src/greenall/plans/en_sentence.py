"""An English passage cut into lines, sentences and segments, with its amounts, times and masks in their places.

A segment is a stretch that has a verb of its own or an amount: main clauses, coordinated predicates, members of a list.
Stretches with neither join their neighbour; those at the head of a sentence ("By 2029,") stay apart as its lead.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from greenall.data.language.tables import words
from greenall.plans.en_masks import find_masks
from greenall.plans.en_tagging import tokenise
from greenall.plans.en_tokens import Marked, Token
from greenall.plans.en_verbs import VerbGroup, read_groups
from greenall.quantity.amount import Amount
from greenall.quantity.en import find_amounts, find_folds
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask, Taken
from greenall.quantity.times import Time
from greenall.quantity.times_en import find_times

# Forms that give way: to times; to times and amounts, whose unit they may be part of.
_AFTER_TIMES = frozenset(("en.hyphenated", "en.telephone"))
_AFTER_AMOUNTS = frozenset(("en.sign", "en.per_many"))


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens [start, end) of a sentence. `opener` holds the marks and conjunctions before it."""

    start: int
    end: int
    opener: frozenset[str]
    groups: tuple[VerbGroup, ...]
    amounts: tuple[int, ...]  # token indices
    is_lead: bool = False
    relative: tuple[int, int] = (0, 0)  # tokens of a clause inside the subject: sites that emit 10 t will be invited


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item or heading. `line` counts lines of the passage."""

    span: Span
    tokens: tuple[Token, ...]
    groups: tuple[VerbGroup, ...]
    segments: tuple[Segment, ...]
    line: int
    is_item: bool
    is_heading: bool
    is_lead: bool  # ends with a colon
    is_full: bool  # ends with a full stop
    marker: str  # how its line is marked: decimal, number, letter, bullet or ""

    @property
    def times(self) -> list[Token]:
        return [token for token in self.tokens if token.time is not None]


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    sentences: tuple[Sentence, ...]
    amounts: tuple[Amount, ...]
    times: tuple[Time, ...]
    masks: tuple[Mask, ...]


_ITEM = re.compile(r"[ \t]*(?:[-*•·●○▪◦‣✓>]+ ?|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|\(\w{1,3}\) ?|\d{1,2}\.\d[\d.]* )")
_ABBREVIATIONS = re.compile(
    r"(?:\b(?:e\.g|i\.e|approx|No|Nos|Fig|Figs|Dr|Mr|Mrs|Ms|St|vs|cf|etc|incl|excl|p|pp|a\.m|p\.m|U\.S|U\.K|Inc|Ltd|Co|Art|Sec|Ch|Vol|ca|c|est|max|min|Rs|sq|cu|al|no)|\b[A-Z])$"
)
_ENDS = re.compile(r"[.!?](?=[\"”’')\]]*(?:\s|$))")


def read_passage(text: str, issued: date | None) -> Passage:
    """Find masks, times and amounts in folded `text` and cut it into sentences."""
    forms = find_masks(text)
    masks = [mask for mask in forms if _is_firm(mask, text)]
    taken = Taken.of(mask.span for mask in masks)
    times = [time for time in find_times(text, issued) if taken.is_free(time.span.start, time.span.end)]
    taken = Taken.of([*taken, *(time.span for time in times)])
    masks += _free(forms, _AFTER_TIMES, taken)
    taken = Taken.of([*taken, *(mask.span for mask in masks)])
    per_many = Taken.of(mask.span for mask in forms if mask.rule == "en.per_many")
    found = find_amounts(text, taken)
    amounts = [one for one in found if per_many.is_free(one.figures[0].start, one.figures[0].end)]
    taken = Taken.of([*taken, *(amount.span for amount in amounts)])
    amounts += find_folds(text, taken)
    masks += _free(forms, _AFTER_AMOUNTS, taken)
    masks.sort(key=lambda mask: mask.span)
    amounts.sort(key=lambda amount: amount.span)
    return Passage(text, tuple(_sentences(text, amounts, times, masks)), tuple(amounts), tuple(times), tuple(masks))


def _free(forms: Sequence[Mask], rules: frozenset[str], taken: Taken) -> list[Mask]:
    return [mask for mask in forms if mask.rule in rules and taken.is_free(mask.span.start, mask.span.end)]


def _is_firm(mask: Mask, text: str) -> bool:
    """A form that nothing else can be. A plan's name is one in running text; in a heading its years are a time."""
    if mask.rule == "en.plan_name":
        end = text.find("\n", mask.span.end)
        return text[mask.span.end : end if end >= 0 else len(text)].rstrip().endswith((".", ";", "!", "?"))
    return mask.rule not in _AFTER_TIMES and mask.rule not in _AFTER_AMOUNTS


def _sentences(text: str, amounts: Sequence[Amount], times: Sequence[Time], masks: Sequence[Mask]) -> list[Sentence]:
    # fold words stay words: the verb tables know double and halve
    marked: list[tuple[Span, Amount | Time | Mask]] = sorted(
        [
            *((amount.span, amount) for amount in amounts if amount.dimension not in ("fold", "half")),
            *((time.span, time) for time in times),
            *((mask.span, mask) for mask in masks),
        ],
        key=lambda pair: (pair[0].start, -pair[0].end),
    )
    folds = {amount.span.start: amount for amount in amounts if amount.dimension in ("fold", "half")}
    found = []
    start = at = 0
    lines = text.split("\n")
    for line, content in enumerate(lines):
        end = start + len(content)
        while at < len(marked) and marked[at][0].start < start:
            at += 1
        last = at
        while last < len(marked) and marked[last][0].start < end:
            last += 1
        own = [pair for pair in marked[at:last] if pair[0].end <= end]
        places = [span.start for span, _ in own]
        for piece_start, piece_end in _cut(text, start, end, own):
            here = own[bisect_left(places, piece_start) : bisect_left(places, piece_end)]
            found.append(
                _sentence(text, piece_start, piece_end, here, line, piece_start == start, len(lines) > 1, folds)
            )
        start = end + 1
    return found


def _marker(written: str) -> str:
    sign = written.lstrip().lstrip("(")
    if re.match(r"\d{1,3}\.\d", sign):
        return "decimal"
    return "number" if sign[:1].isdigit() else "letter" if sign[:1].isalpha() else "bullet"


_LONGEST = 2500  # characters of a sentence; a longer one is cut at a space, so that time stays linear


def _cut(text: str, start: int, end: int, marked: Marked) -> list[tuple[int, int]]:
    """Sentences of one line."""
    closed = Taken.of(span for span, _ in marked)
    pieces = []
    begin = start
    for match in _ENDS.finditer(text, start, end):
        at = match.end()
        following = text[at : at + 24].lstrip(" \"”’')]")
        if following[:1].islower() or not closed.is_free(match.start(), at) and not following[:1].isupper():
            continue
        if match.group() == "." and following and _ABBREVIATIONS.search(text[max(begin, at - 9) : at - 1]):
            continue
        pieces += _shortened(text, begin, at)
        begin = at
    if text[begin:end].strip():
        pieces += _shortened(text, begin, end)
    return pieces


def _shortened(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > _LONGEST:
        stop = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        stop = stop if stop > 0 else start + _LONGEST
        pieces.append((start, stop))
        start = stop
    return [*pieces, (start, end)]


def _sentence(
    text: str,
    start: int,
    end: int,
    marked: Marked,
    line: int,
    opens_line: bool,
    many_lines: bool,
    folds: dict[int, Amount],
) -> Sentence:
    tokens = tokenise(text, start, end, marked, is_fragment=not text[start:end].rstrip().endswith((".", "!", "?")))
    for token in tokens:
        token.fold = folds.get(token.start) if token.amount is None else None
    groups = read_groups(tokens)
    written = text[start:end].rstrip()
    is_item = opens_line and bool(_ITEM.match(written))
    numbered = next((token for token in tokens if token.tag != "punct"), None)
    is_marked = written.lstrip().startswith("#")
    is_full = written.endswith((".", "!", "?", ";"))
    body = [token for token in tokens if token.tag not in ("mask",) and token.lower not in ("#", "-", ".", "*", "•")]
    is_heading = is_marked or (
        opens_line
        and many_lines
        and not is_full
        and not written.endswith((":", ","))
        and len(tokens) <= 16
        and not any(group.is_finite or group.form in ("base",) for group in groups)
        and bool(body)
        and (
            not is_item
            or numbered is not None
            and numbered.mask is not None
            and not any(token.amount for token in tokens)
        )
        and not any(token.amount is not None for token in tokens)
    )
    return Sentence(
        span=Span(start, end),
        tokens=tuple(tokens),
        groups=tuple(groups),
        segments=tuple(_segments(tokens, groups)),
        line=line,
        is_item=is_item and not is_heading,
        is_heading=is_heading,
        is_lead=written.endswith(":"),
        is_full=is_full,
        marker=_marker(written) if is_item else "",
    )


@cache
def _openers() -> frozenset[str]:
    return frozenset(
        (
            ",",
            ";",
            ":",
            "(",
            ")",
            "-",
            "–",
            "and",
            "or",
            "but",
            "while",
            "whereas",
            "whilst",
            "•",
            "→",
            "nor",
            "so",
            "plus",
            "yet",
        )
    )


def _is_cut(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.mask is not None and token.mask.figure_class == "numbering":
        return True
    if token.lower in ("or", "and") and at and tokens[at - 1].amount is not None and _is_limit(tokens, at):
        return False  # ten dwellings or more
    if token.tag in ("punct", "conj", "sub", "rel"):
        return token.lower in _openers() or token.tag in ("sub", "rel") or token.lower in ("&", "that")
    before = tokens[at - 1].lower if at else ""
    if token.lower == "with" and before == ",":
        return True
    return token.lower in ("including", "excluding", "alongside", "plus") and (
        before == "," or _amount_follows(tokens, at)
    )


def _is_limit(tokens: Sequence[Token], at: int) -> bool:
    words_ = {word for group in words("en", "cues")["after"].values() for word in group}
    return at + 1 < len(tokens) and f"{tokens[at].lower} {tokens[at + 1].lower}" in words_


def _amount_follows(tokens: Sequence[Token], at: int) -> bool:
    return any(token.amount is not None for token in tokens[at + 1 : at + 4])


def _segments(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> list[Segment]:
    """Cut at marks and conjunctions, then join every stretch that has neither verb nor amount to a neighbour."""
    raw: list[tuple[int, int, frozenset[str]]] = []
    start = 0
    opener: list[str] = []
    for at in range(len(tokens)):
        if not _is_cut(tokens, at):
            continue
        if at > start:
            raw.append((start, at, frozenset(opener)))
            opener = []
        opener.append(tokens[at].lower)
        start = at + 1
    if start < len(tokens):
        raw.append((start, len(tokens), frozenset(opener)))
    pieces = []
    for begin, end, marks in raw:
        inside = tuple(group for group in groups if begin <= group.start < end)
        counted = tuple(at for at in range(begin, end) if tokens[at].figure is not None)
        pieces.append(Segment(begin, end, marks, inside, counted))
    return _merged(pieces, tokens)


def _is_core(piece: Segment, tokens: Sequence[Token]) -> bool:
    """Stands by itself: has an amount, a verb of its own, or is a "with" phrase with its own time."""
    if piece.amounts:
        return True
    if "with" in piece.opener and any(token.time is not None for token in tokens[piece.start : piece.end]):
        return True
    joined = bool(piece.opener & {"and", "or", "but", ";"})
    return any(
        group.is_finite or group.form == "base" or group.form == "inf" and joined and group.start == piece.start
        for group in piece.groups
    )


def _joined(first: Segment, second: Segment) -> Segment:
    relative, groups = first.relative, second.groups
    if _is_relative(second):
        main = [one for one in second.groups if one.is_finite][1]
        relative, groups = (second.start, main.start), tuple(one for one in second.groups if one.start >= main.start)
    return Segment(
        first.start,
        second.end,
        first.opener,
        (*first.groups, *groups),
        (*first.amounts, *second.amounts),
        first.is_lead,
        relative,
    )


def _is_relative(piece: Segment) -> bool:
    """that emit 10,000 t a year will be invited: a relative clause with the verb of its noun behind it."""
    return (
        bool(piece.opener & {"that", "which", "who", "whose"})
        and "," not in piece.opener
        and sum(one.is_finite for one in piece.groups) > 1
    )


def _merged(pieces: list[Segment], tokens: Sequence[Token]) -> list[Segment]:
    merged: list[Segment] = []
    waiting: Segment | None = None  # a stretch that belongs to what follows
    for number, piece in enumerate(pieces):
        if waiting is not None:
            piece, waiting = _joined(waiting, piece), None
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        starts = not merged or all(one.is_lead for one in merged) or bool(piece.opener & {";", ":"})
        if following is not None and _is_relative(following) and not any(one.is_finite for one in piece.groups):
            waiting = piece
        elif _is_core(piece, tokens):
            last = merged[-1] if merged else None
            if following is not None and starts and _is_first_half(piece, following):
                waiting = piece
            elif last is not None and not last.is_lead and _is_second_half(last, piece, tokens):
                merged[-1] = _joined(last, piece)
            else:
                merged.append(piece)
        elif following is not None and _belongs_to(piece, following, tokens, starts):
            waiting = piece
        elif starts or not merged:
            merged.append(Segment(piece.start, piece.end, piece.opener, piece.groups, (), is_lead=True))
        else:
            merged[-1] = _joined(merged[-1], piece)
    if waiting is not None:
        merged.append(waiting)
    return merged


def _has_verb(piece: Segment) -> bool:
    return any(one.is_finite or one.form in ("base", "inf") for one in piece.groups)


def _is_first_half(piece: Segment, following: Segment) -> bool:
    """180 hectares of salt marsh + and dune will be restored: one subject in two halves."""
    finite = next((one for one in following.groups if one.is_finite), None)
    if _has_verb(piece) or not following.opener or not following.opener <= {"and", "or"} or finite is None:
        return False
    return not any(at < finite.start for at in following.amounts)


def _is_second_half(last: Segment, piece: Segment, tokens: Sequence[Token]) -> bool:
    """cut emissions from its buildings + and fleet by 65%: one object in two halves."""
    if (
        not piece.opener
        or not piece.opener <= {"and", "or", ","}
        or _has_verb(piece)
        or piece.amounts[:1] == (piece.start,)
    ):
        return False
    if any(token.time is not None for token in tokens[last.start : last.end]):
        return False
    return (
        _has_verb(last)
        and not last.amounts
        and not last.opener & {"once", "if", "when"}
        and last.groups[-1].sense != "state"
    )


def _belongs_to(piece: Segment, following: Segment, tokens: Sequence[Token], starts: bool) -> bool:
    """Part of the subject of what follows: "electric buses" + "and ferries will increase"."""
    first = tokens[piece.start]
    if opens_condition(piece):
        return False
    if piece.end == piece.start + 1 and first.lower in words("en", "cues")["links"]["words"]:
        return False  # Second, hydrogen is to ...
    if any(group.form in ("ing", "participle") and group.start == piece.start for group in piece.groups):
        return False
    if first.lower in words("en", "words")["lead_words"] and tokens[piece.start + 1].lower in ("to", "with", "on"):
        return False
    if first.tag in ("prep", "time", "adv", "punct", "mask", "to") or tokens[piece.end - 1].tag == "time":
        return False
    if starts:
        return bool(following.opener & {"and", "or"}) or "," in following.opener and not following.opener & {";", ":"}
    finite = any(group.is_finite for group in following.groups)
    return bool(piece.opener & {",", ";"}) and "and" in piece.opener and following.opener == {"and"} and finite


def opens_condition(segment: Segment) -> bool:
    """once, if, where ...: figures in it say when something holds, not what is to be reached."""
    return bool(segment.opener & frozenset(words("en", "cues")["context"]["condition_openers"]))
