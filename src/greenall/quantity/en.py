"""Amounts as written in English: 2,300 electric buses, $12.5 million, 10 to 15 per cent, two thirds, nine in ten.

Reads folded text (`documents.folding.fold(text, "en")`). A number with a unit of measure keeps it; any other takes the
noun that it counts. In a list the last unit holds for all (45, 52 and 60 per cent).

>>> [(str(a.value), a.unit, str(a.value_norm)) for a in find_amounts("invest $12.5 million in 2,300 electric buses")]
[('12.5', 'million $', '12500000'), ('2300', 'buses', '2300')]
>>> [(str(a.value), a.unit) for a in find_amounts("45, 52 and 60 per cent")]
[('45', '%'), ('52', '%'), ('60', '%')]
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from greenall.data.language.tables import any_of, words
from greenall.quantity.amount import Amount, Bound, plainly
from greenall.quantity.en_nouns import phrase_of_count
from greenall.quantity.en_numerals import FIGURES, numeral_words, parse_numeral
from greenall.quantity.en_units import dimension_of, find_unit, grammar, normal_unit, split_multiplier
from greenall.quantity.place import Span
from greenall.quantity.scan import Taken

__all__ = ["dimension_of", "find_amounts", "find_folds", "split_multiplier"]

_SIGNS = {
    "≥": Bound.AT_LEAST,
    "≤": Bound.AT_MOST,
    ">": Bound.AT_LEAST,
    "<": Bound.AT_MOST,
    "~": Bound.ABOUT,
    "≈": Bound.ABOUT,
}


@dataclass(frozen=True, slots=True)
class _Number:
    """One number with what stands around it, before ranges and lists are put together."""

    start: int
    end: int
    figure: Span
    value: Decimal
    multiplier: str
    currency: str
    unit: str
    dimension: str
    counted: bool
    in_words: bool
    bound: Bound
    rule: str

    @property
    def is_bare(self) -> bool:
        return not self.unit and not self.multiplier and not self.currency


@cache
def _starts() -> re.Pattern[str]:
    """Where a number may begin."""
    table = words("en", "numerals")
    currency = grammar()["currency"].pattern
    small = any_of([*table["ones"]])
    parts = any_of(table["fractions"])
    return re.compile(
        rf"""
        (?<![A-Za-z\d.,'-])(?i:(?P<of_ten>{small}|\d{{1,2}})\ (?:out\ of|in)\ (?:every\ )?(?P<ten>three|four|five|six|eight|ten|twenty|3|4|5|6|8|10|20|100)(?!\w|[.,]\d|\ (?:per|years|months|%)))
      | (?<![A-Za-z\d.,'-])(?i:(?P<of_hundred>{numeral_words()}|\d{{1,2}})\ (?:out\ of|in)\ (?:every\ |a\ |one\ )hundred(?![\w-]|\ (?:thousand|years|months)))
      | (?<![A-Za-z\d.,'])(?<!\d[:/])(?:(?P<sign>[≥≤<>~≈])\ ?)?(?:(?P<currency>{currency})\ ?)?(?<![A-Za-z])(?P<figures>{FIGURES})
      | (?<![A-Za-z\d-])(?i:
            (?P<half_million>half\ an?\ )(?=million|billion|thousand)
          | (?P<tops>{small}|an?)[ -](?P<bottoms>{parts})(?![A-Za-z-])
          | (?P<half>half)(?![A-Za-z-]|\ an?\ dozen)
          | (?P<words>{numeral_words()}|a(?=\ (?:thousand|million|billion|trillion)\b))(?![A-Za-z-])
        )
        """,
        re.VERBOSE,
    )


def find_amounts(text: str, taken: Taken | None = None) -> list[Amount]:
    """Every number with its unit, in order; stretches that are `taken` are passed over."""
    free = taken or Taken()
    numbers: list[_Number] = []
    at = 0
    starts = _starts()
    while match := starts.search(text, at):
        number = _read(match, text, free)
        if number is None:
            at = match.end("figures") if match["figures"] else match.start() + 1
            continue
        numbers.append(number)
        at = number.end
    return list(_joined(text, _shared(text, numbers)))


def _read(match: re.Match[str], text: str, free: Taken) -> _Number | None:
    if match["figures"]:
        return _figures(match, text, free)
    start, end = match.span()
    if not free.is_free(start, end):
        return None
    if match["of_ten"]:
        top, bottom = parse_numeral(match["of_ten"]), parse_numeral(match["ten"])
        return None if not top or not bottom or top > bottom else _share(start, end, top, bottom, "en.in_ten")
    if match["of_hundred"]:
        top = parse_numeral(match["of_hundred"])
        return _share(start, end, top, Decimal(100), "en.in_ten") if top and top <= 100 else None
    if match["tops"] or match["half"]:
        return _fraction(match, text)
    value = Decimal("0.5") if match["half_million"] else parse_numeral(match["words"])
    if value is None or match["words"] and _is_lexical(text, start, end):
        return None
    plain = _Number(start, end, Span(start, end), value, "", "", "", "", False, True, Bound.NONE, "en.numeral_words")
    return _behind(text, plain, free)


def _share(start: int, end: int, top: Decimal, bottom: Decimal, rule: str) -> _Number:
    value = plainly((100 * top / bottom).quantize(Decimal("0.01")))
    return _Number(start, end, Span(start, end), value, "", "", "%", "percent", False, True, Bound.NONE, rule)


def _fraction(match: re.Match[str], text: str) -> _Number | None:
    """a third, two thirds, half; not: a third phase, the first half, twice a quarter."""
    table = words("en", "numerals")
    part = (match["bottoms"] or match["half"]).lower()
    if part == "third" and re.search(r"\bsecond\b", text[max(0, match.start() - 60) : match.start()]):
        return None  # a second centre in 2026 and a third in 2028
    top = Decimal(1) if match["half"] or match["tops"].lower() in ("a", "an") else parse_numeral(match["tops"])
    if part == "half" and match["tops"] and text[: match.start()].endswith("and "):
        return None  # two and a half
    if (
        top is None
        or part in ("half", "quarter")
        and _word_before(text, match.start()) in table["not_a_share"]["before"]
    ):
        return None
    follower = re.compile(r"[ -]?([A-Za-z-]*)").match(text, match.end())
    word = follower.group(1).lower() if follower else ""
    if part in ("half", "halves"):
        if word in table["not_a_share"]["after"] or text[match.end() : match.end() + 1] == "-":
            return None
    elif (
        not part.endswith("s")
        and word
        and word not in table["fraction_followers"]["words"]
        and not word.endswith(("ed", "ing"))
    ):
        return None
    return _share(match.start(), match.end(), top, Decimal(table["fractions"][part]), "en.fraction")


def _word_before(text: str, at: int) -> str:
    match = re.compile(r"([A-Za-z0-9-]+)$").search(text[max(0, at - 16) : at].rstrip())
    return match.group(1).lower() if match else ""


@cache
def _lexical() -> re.Pattern[str]:
    return re.compile(any_of(words("en", "numerals")["lexical"]["words"]) + r"(?![A-Za-z])", re.IGNORECASE)


def _is_lexical(text: str, start: int, end: int) -> bool:
    """True for the numeral of a set phrase: no one, one of, tier two."""
    first = text.rfind(" ", 0, max(0, start - 1)) + 1
    return any(
        begin <= start and (match := _lexical().match(text, begin)) is not None and match.end() >= end
        for begin in (start, first)
    )


def _figures(match: re.Match[str], text: str, free: Taken) -> _Number | None:
    start, end = match.span()
    figure = Span(*match.span("figures"))
    if not free.is_free(figure.start, figure.end):
        return None
    value = parse_numeral(match["figures"])
    follows = text[end : end + 1]
    currency = match["currency"] or ""
    if value is None or _is_glued(text, end) and not currency:
        return None
    if follows == "-" and text[end + 1 : end + 2].isalpha() and not currency:
        return None  # a 15-minute walk
    bound = _SIGNS[match["sign"]] if match["sign"] else Bound.NONE
    plain = _Number(start, end, figure, value, "", currency, "", "", False, False, bound, "en.figures")
    return _behind(text, plain, free)


def _is_glued(text: str, end: int) -> bool:
    """Figures with letters behind them that are no unit: 3D, 21st, 2B; or a clock: 8:30, 24/7."""
    if text[end : end + 1] in (":", "/") and text[end + 1 : end + 2].isdigit():
        return True
    if not text[end : end + 1].isalpha():
        return False
    return (
        not grammar()["unit"].match(text, end)
        and not grammar()["currency_behind"].match(text, end)
        and not grammar()["money_multiplier"].match(text, end)
    )


def _behind(text: str, number: _Number, free: Taken) -> _Number:
    """Add what follows the figure: a multiplier, a currency or unit, or the noun that is counted."""
    patterns, shortened = grammar(), words("en", "numerals")["money_multipliers"]
    end, multiplier, currency = number.end, "", number.currency
    if found := patterns["multiplier"].match(text, end):
        multiplier, end = found["word"].lower(), found.end()
    elif (found := patterns["money_multiplier"].match(text, end)) and (
        # 85m EUR: without a currency before it, only one behind it tells that m is a million
        currency or patterns["currency_behind"].match(text, found.end())
    ):
        multiplier, end = shortened[found["word"]], found.end()
    number = replace(number, multiplier=multiplier, end=end)
    unit = currency
    if not unit and (found := patterns["currency_behind"].match(text, end)):
        unit, end = found.group().strip(), found.end()
    if unit:
        divided = patterns["divided"].match(text, end)
        if divided and not patterns["frequency"].match(text, end):
            unit, end = unit + divided.group(), divided.end()
        return replace(number, unit=unit, dimension=dimension_of(unit)[0], end=end)
    measured = find_unit(text, end)
    if measured and free.is_free(end, measured.end):
        return replace(number, unit=measured.written, dimension=measured.dimension, end=measured.end)
    return _counting(text, number, free)


def _counting(text: str, number: _Number, free: Taken) -> _Number:
    """The number with the noun that it counts, if one stands there."""
    end, bound = number.end, number.bound
    if text[end : end + 1] != " ":
        return number
    if (limit := _limit().match(text, end)) and not bound:
        phrase = phrase_of_count(text, limit.end())  # 10 or more dwellings
        if phrase and free.is_free(end + 1, phrase[1]):
            end, bound = limit.end() - 1, Bound.AT_LEAST if limit["more"] else Bound.AT_MOST
    phrase = phrase_of_count(text, end + 1, singular=number.value == 1 and not number.multiplier)
    if not phrase or not free.is_free(end + 1, phrase[1]):
        return replace(number, bound=bound)
    unit = text[phrase[0] : phrase[1]]
    return replace(number, unit=unit, dimension="count", counted=True, end=phrase[1], bound=bound)


@cache
def _limit() -> re.Pattern[str]:
    return re.compile(r" (?:or|and) (?:(?P<more>more|over|above|greater|larger)|fewer|less|under|below) (?=[a-z])")


_LIST_GAP = re.compile(r", and |, or |, | and | or |/")


def _shared(text: str, numbers: list[_Number]) -> list[_Number]:
    """45, 52 and 60 per cent: a bare number takes the unit of the next one in its list."""
    shared = list(numbers)
    for at in range(len(shared) - 2, -1, -1):
        here, after = shared[at], shared[at + 1]
        if here.is_bare and not after.is_bare and _LIST_GAP.fullmatch(text, here.end, after.start):
            shared[at] = replace(
                here,
                unit=after.unit,
                multiplier=after.multiplier,
                dimension=after.dimension,
                counted=after.counted,
                currency=after.currency,
            )
    return shared


_RANGE_GAP = re.compile(r" ?[-~] ?| to | up to ")


def _joined(text: str, numbers: list[_Number]) -> Iterable[Amount]:
    """Put the two ends of a range together and turn numbers into amounts."""
    at = 0
    while at < len(numbers):
        here = numbers[at]
        after = numbers[at + 1] if at + 1 < len(numbers) else None
        before = text[max(0, here.start - 9) : here.start].lower()
        if after is not None and _same_kind(here, after):
            gap = text[here.end : after.start]
            between = before.endswith("between ") and gap == " and "
            if between or _RANGE_GAP.fullmatch(gap) and not (gap == " to " and _moves_to(before, here)):
                start = here.start - 8 if between else here.start
                yield _amount(text, [here, after], start, after.end, "en.range")
                at += 2
                continue
            if before.endswith("from ") and here.is_bare and gap == " to ":
                here = replace(
                    here, unit=after.unit, multiplier=after.multiplier, dimension=after.dimension, counted=after.counted
                )
        yield _amount(text, [here], here.start, here.end, here.rule)
        at += 1


def _moves_to(before: str, first: _Number) -> bool:
    """from 10 to 15 per cent; by 1.9 Mt to 3.1 Mt: two values, no range."""
    by_amount = before.endswith("by ") and bool(first.unit) and first.dimension != "percent"
    return before.endswith("from ") or by_amount


def _same_kind(first: _Number, second: _Number) -> bool:
    if first.is_bare or first.unit == second.unit:
        return True
    return (
        not first.unit
        and bool(first.multiplier)
        or first.currency != ""
        and (second.currency == "" and not second.unit)
    )


def _amount(text: str, numbers: list[_Number], start: int, end: int, rule: str) -> Amount:
    first, last = numbers[0], numbers[-1]
    unit = last.unit or first.unit
    multiplier = last.multiplier or first.multiplier
    factor = Decimal(words("en", "numerals")["multipliers"].get(multiplier, 1))
    own = Decimal(words("en", "numerals")["multipliers"].get(first.multiplier or multiplier, 1))
    value, value2 = first.value, last.value if len(numbers) > 1 else None
    if own != factor:
        value = plainly(value * own / factor)
    written = f"{multiplier} {unit}".strip()
    norm = normal_unit(unit)
    return Amount(
        span=Span(start, end),
        value=value,
        unit=written,
        value_norm=plainly(value * factor),
        unit_norm=norm,
        dimension=first.dimension or last.dimension,
        is_counter=last.counted or first.counted,
        in_words=first.in_words and last.in_words,
        figures=tuple(number.figure for number in numbers),
        value2=value2,
        value2_norm=plainly(value2 * factor) if value2 is not None else None,
        bound=first.bound,
        rule=rule,
    )


@cache
def _folds() -> re.Pattern[str]:
    table = words("en", "numerals")
    spelled = any_of([*table["folds"], *table["halves"]["words"]])
    return re.compile(
        rf"(?<![A-Za-z-])(?P<word>{spelled})(?![A-Za-z-])(?: (?P<next>[A-Za-z]+))?"
        rf"|(?<![\w.,-])(?P<figures>\d+(?:\.\d+)?)[- ]?fold(?![A-Za-z])",
        re.IGNORECASE,
    )


def find_folds(text: str, taken: Taken | None = None) -> list[Amount]:
    """Changes told by a word: double (times 2), tenfold and 10-fold, halve (less 50 %)."""
    table = words("en", "numerals")
    free = taken or Taken()
    found = []
    for match in _folds().finditer(text):
        span = Span(match.start(), match.end("word") if match["word"] else match.end())
        if not free.is_free(span.start, span.end):
            continue
        if match["figures"]:
            figure = Span(*match.span("figures"))
            found.append(_fold(span, Decimal(match["figures"]), "", "fold", figure, "en.fold"))
            continue
        word, after = match["word"].lower(), (match["next"] or "").lower()
        governs = after == "the" and word in table["not_a_fold"]["fold_before_the"]
        if after in table["not_a_fold"]["after"] and not governs:
            continue
        if word in table["halves"]["words"]:
            found.append(_fold(span, Decimal(50), "%", "half", span, "en.halved"))
        else:
            found.append(_fold(span, Decimal(table["folds"][word]), "", "fold", span, "en.fold"))
    return found


def _fold(span: Span, value: Decimal, unit: str, dimension: str, figure: Span, rule: str) -> Amount:
    return Amount(span, value, unit, value, unit, dimension, False, figure == span, (figure,), rule=rule)
