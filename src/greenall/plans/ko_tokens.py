"""A Korean sentence as tokens: words with their particle or ending, amounts with what follows them, times, signs.

>>> from greenall.quantity.ko import find_amounts
>>> text = "전기차 12대를 보급한다."
>>> [token.kind for token in tokens(text, Span(0, len(text)), find_amounts(text), [], [])]
['word', 'amount', 'word', 'stop']
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from greenall.data.language.tables import any_of, words
from greenall.plans.ko_verbs import Ending, Predicate, ends_in_rieul, has_tail, predicate
from greenall.quantity.amount import Amount, Bound
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask
from greenall.quantity.times import Time

_PIECE = re.compile(
    r"(?P<arrow>->|=>|[→⇒➡▶►➜])|(?P<open>[(\[{（])|(?P<close>[)\]}])|(?P<comma>[,、;])|(?P<colon>:)|(?P<stop>[.!?。]+(?=\s|$))"
    r"|(?P<word>(?:[^\s()\[\]{},、;:→⇒➡▶►➜]|(?<=\S)\((?:[A-Za-z][A-Za-z가-힣·&/ ]{0,15}|[가-힣·&/]{1,16})\))+)"
)
_QUOTES = "“”‘’\"'「」『』《》〈〉<>`´~*_·-○□◦●▪■◆◇▶▷※ㅇ|"
_OPENING = ",·([{~-/‘“「『"
_TRAILING_STOP = re.compile(r"[.!?。]+$")


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands right behind an amount: a bound, a particle or a copula."""

    end: int
    bound: Bound = Bound.NONE
    strict: bool = False
    each: bool = False  # 씩
    particle: str = ""
    copula: Ending | None = None
    past: bool = False
    bound_end: int = 0  # where the bound ends; 0 when there is none


@dataclass(frozen=True, slots=True)
class Token:
    """`kind`: word, particle, amount, time, mask, open, close, comma, colon, arrow, stop."""

    kind: str
    span: Span
    text: str
    stem: str = ""
    particle: str = ""
    predicate: Predicate | None = None
    amount: Amount | None = None
    tail: Tail = Tail(0)
    time: Time | None = None
    mask: Mask | None = None


@cache
def _particles() -> tuple[tuple[str, str], ...]:
    table = words("ko", "endings")["particles"]
    kinds = ("after_consonant", "after_vowel", "after_open", "after_any")
    found = [(particle, kind) for kind in kinds for particle in table[kind]]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


@cache
def _particle_set() -> frozenset[str]:
    return frozenset(particle for particle, _ in _particles())


@cache
def _whole() -> tuple[frozenset[str], tuple[str, ...]]:
    table = words("ko", "endings")["whole"]
    return frozenset(table["exact"]), tuple(table["suffix"])


@lru_cache(maxsize=65536)
def split_particle(word: str) -> tuple[str, str]:
    """공공건축물의 -> (공공건축물, 의); a noun that only ends like one with a particle (자전거도로) stays whole."""
    exact, suffixes = _whole()
    if word in exact or word.endswith(suffixes):
        return word, ""
    splits = [(word[: -len(particle)], particle, kind) for particle, kind in _particles() if word.endswith(particle)]
    splits.sort(key=lambda split: -len(split[0]) if split[0] in exact or split[0].endswith(suffixes) else 0)  # 도로는
    for stem, particle, kind in splits:
        if len(stem) < 1:
            continue
        last = stem[-1]
        if "가" <= last <= "힣":
            closed = has_tail(last)
            if kind == "after_consonant" and not closed or kind == "after_vowel" and closed:
                continue
            if kind == "after_open" and closed and not ends_in_rieul(last):
                continue
        return stem, particle
    return word, ""


@cache
def _tail_patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Ending], re.Pattern[str]]:
    table = words("ko", "function")
    bounds = {word for name in ("at_least", "at_most", "about", "neutral") for word in table["after"][name]}
    copulas = {
        form: Ending(name if name != "past" else "final") for name, group in table["copula"].items() for form in group
    }
    bound = re.compile(rf" ?({any_of(bounds)})(?!하|된|되)(?=[^가-힣]|$|{_particle_expression()}|{any_of(copulas)})")
    copula = re.compile(rf"({any_of(copulas)})(?=[^가-힣]|$)")
    return bound, copula, copulas, re.compile(rf"({_particle_expression()})(?=[^가-힣]|$)")


def _particle_expression() -> str:
    return any_of({particle for particle, _ in _particles()} | {"씩", "당", "째", "씩의", "씩을", "이상의"})


def read_tail(text: str, end: int) -> Tail:
    """The bound, particle or copula behind an amount that ends at `end`."""
    bound_pattern, copula_pattern, copulas, particle_pattern = _tail_patterns()
    table = words("ko", "function")
    bound, strict, each, bound_end = Bound.NONE, False, False, 0
    while match := bound_pattern.match(text, end):
        word = match[1]
        each = each or word == "씩"
        for name, value in (("at_least", Bound.AT_LEAST), ("at_most", Bound.AT_MOST), ("about", Bound.ABOUT)):
            if word in table["after"][name] and bound in (Bound.NONE, Bound.ABOUT):
                bound, bound_end = value, match.end()
                strict = word in table["after"]["strict"]
        end = match.end()
    if match := copula_pattern.match(text, end):
        form = match[1]
        return Tail(match.end(), bound, strict, each, "", copulas[form], form in table["copula"]["past"], bound_end)
    if match := particle_pattern.match(text, end):
        particle = match[1]
        return Tail(match.end(), bound, strict, each or particle.startswith("씩"), particle, None, False, bound_end)
    return Tail(end, bound, strict, each, bound_end=bound_end)


def tokens(
    text: str, span: Span, amounts: Iterable[Amount], times: Iterable[Time], masks: Iterable[Mask]
) -> list[Token]:
    """The tokens of `text[span]`; amounts, times and masks are those that stand in it."""
    return _with_particles(list(_tokens(text, span, amounts, times, masks)))


def _with_particles(found: list[Token]) -> list[Token]:
    """22ha(2027)로: the particle behind the brackets belongs to the amount before them."""
    for at, token in enumerate(found):
        if token.kind != "particle" or at < 3 or found[at - 1].kind != "close":
            continue
        opened = next((step for step in range(at - 2, max(-1, at - 12), -1) if found[step].kind == "open"), 0)
        amount = found[opened - 1] if opened else token
        if amount.kind == "amount" and not amount.tail.particle and amount.tail.copula is None:
            found[opened - 1] = replace(amount, tail=replace(amount.tail, particle=token.text))
    return found


def _tokens(
    text: str, span: Span, amounts: Iterable[Amount], times: Iterable[Time], masks: Iterable[Mask]
) -> Iterator[Token]:
    fixed: list[tuple[Span, Amount | Time | Mask]] = [(amount.span, amount) for amount in amounts]
    fixed += [(time.span, time) for time in times]
    fixed += [(mask.span, mask) for mask in masks]
    at = span.start
    for place, item in sorted(fixed, key=lambda entry: entry[0]):
        if place.start < at:
            continue
        yield from _words(text, at, place.start)
        if isinstance(item, Amount):
            tail = read_tail(text, place.end)
            at = max(place.end, min(tail.end, span.end))
            yield Token("amount", Span(place.start, at), text[place.start : at], amount=item, tail=tail)
        elif isinstance(item, Time):
            at = place.end
            yield Token("time", place, place.of(text), time=item)
        else:
            at = place.end
            yield Token("mask", place, place.of(text), stem=place.of(text), mask=item)
    yield from _words(text, at, span.end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _PIECE.finditer(text, start, end):
        kind = match.lastgroup or "word"
        if kind != "word":
            yield Token(kind, Span(*match.span()), match.group())
            continue
        word_end = match.end()
        stop = _TRAILING_STOP.search(match.group())
        if stop and (word_end == end or text[word_end : word_end + 1].isspace()):
            word_end -= len(stop.group())
        yield from _word(text, match.start(), word_end)
        if word_end < match.end():
            yield Token("stop", Span(word_end, match.end()), text[word_end : match.end()])


def _word(text: str, start: int, end: int) -> Iterator[Token]:
    while start < end and text[start] in _QUOTES:
        start += 1
    while start < end and text[end - 1] in _QUOTES:
        end -= 1
    if start == end:
        return
    word = text[start:end]
    if start and word in _particle_set() and not text[start - 1].isspace() and text[start - 1] not in _OPENING:
        yield Token("particle", Span(start, end), word, "", word)
        return
    found = predicate(word)
    stem, particle = (word, "") if found else split_particle(word)
    yield Token("word", Span(start, end), word, stem, particle, found)
