"""Numerals and amounts as written in Korean: 1만 2천 대, 1조 3천억 원, 100분의 40, 다섯 곳, 10~15%.

Reads folded text (`documents.folding.fold(text, "ko")`). A figure with one multiplier keeps it in the unit (300만 대 is
300 of `만 대`); a numeral of several parts is written out (1만 2천 대 is 12000 of `대`).

>>> [(a.value, a.unit, a.value_norm) for a in find_amounts("승용차 300만 대와 버스 1만 2천 대")]
[(Decimal('300'), '만 대', Decimal('3000000')), (Decimal('12000'), '대', Decimal('12000'))]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from greenall.data.language.tables import any_of, rows, words
from greenall.quantity.amount import Amount, Bound, plainly
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask, Taken

_SIGNS = {"≥": Bound.AT_LEAST, "≧": Bound.AT_LEAST, ">": Bound.AT_LEAST}
_SIGNS |= {"≤": Bound.AT_MOST, "≦": Bound.AT_MOST, "<": Bound.AT_MOST}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,15}(?!\d)(?:\.\d+)?)"
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5}
_HANGUL = re.compile(r"[가-힣]")
_LETTER = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral as read: `value` times `multiplier`, the multiplier being left in the unit."""

    start: int
    end: int
    value: Decimal
    multiplier: str

    @property
    def norm(self) -> Decimal:
        """The number meant."""
        return self.value * factor_of(self.multiplier)


@cache
def _units() -> dict[str, tuple[str, bool]]:
    """Unit -> (dimension, is a counter)."""
    table = words("ko", "units")
    known = {unit: ("count", True) for group in table["counters"].values() for unit in group}
    return known | {unit: (dimension, False) for dimension, group in table["measures"].items() for unit in group}


@cache
def _unit_pattern() -> re.Pattern[str]:
    unit = any_of(_units())
    return re.compile(rf" ?({unit}(?:/(?:{unit}·)?{unit}|/(?:백만|천만|만|천|억|십억) ?{unit}|/인·일)?)")


@cache
def _after_unit() -> re.Pattern[str]:
    entries = {*words("ko", "units")["after"]["words"], *_act_nouns()}
    return re.compile(any_of(entries))


@cache
def _act_nouns() -> frozenset[str]:
    """Nouns of doing that may be written right behind a counter: 100대보급."""
    return frozenset(row["verb"] for row in rows("ko", "verbs") if row["shape"] == "noun")


@cache
def _numeral_pattern() -> re.Pattern[str]:
    small = any_of(words("ko", "numerals")["small"])
    big = any_of(words("ko", "numerals")["big"])
    return re.compile(rf"({_DIGITS})(?: ?({small}))?(?: ?({big}))?", re.ASCII)


@cache
def _start_pattern() -> re.Pattern[str]:
    numerals = words("ko", "numerals")
    ones, tens = any_of(numerals["native_ones"]), any_of(numerals["native_tens"])
    counted = any_of(numerals["counted_in_words"]["words"])
    sino = "[" + "".join([*numerals["sino_digits"], *numerals["small"], *numerals["big"]]) + "]"
    shares = any_of(numerals["shares"])
    digits_or_sino = rf"(?:{_DIGITS}|[{''.join(numerals['sino_digits'])}십백]{{1,3}})"
    return re.compile(
        rf"""
        (?P<share>(?P<bottom>{digits_or_sino})분의[ ]?(?P<top>{digits_or_sino}))
      | (?P<slash>(?<![\d/.])(?P<slash_top>[1-9])/(?P<slash_bottom>[2-9]|10)(?=[가-힣\x20]|$)(?![ ]?분기))
      | (?P<tenths>(?<![\d가-힣.])(?P<tenths_number>[1-9]|[일이삼사오육칠팔구])할
            (?:[ ]?(?P<tenths_rest>[1-9])푼)?(?=[ ]|$|을|은|이|의|로|까|에|인))
      | (?P<roman>(?<![A-Za-z])(?P<roman_number>[Ⅰ-Ⅴ]|I{{1,3}}|IV|V)[ ]?등급)
      | (?P<word_share>(?<![가-힣]){shares}|(?<![가-힣])반(?=으로|까지))
      | (?P<native>(?<![가-힣\d])(?P<hundred>백)?(?:(?P<tens>{tens})(?P<ones>{ones})?|(?P<only>{ones}))
            [ ]?(?P<native_unit>{counted}))
      | (?P<sino>(?<![가-힣\d])(?P<sino_number>{sino}{{2,}})[ ]?(?P<sino_unit>{counted}))
      | (?P<figure>(?<![\dA-Za-z.,])(?:(?P<sign>[≥≤><≧≦])[ ]?)?(?=\d))
        """,
        re.VERBOSE | re.ASCII,
    )


def factor_of(multiplier: str) -> Decimal:
    """천억 -> 100000000000; "" -> 1."""
    numerals = words("ko", "numerals")
    small: dict[str, int] = numerals["small"]
    factor = Decimal(1)
    for sign in multiplier.replace(" ", ""):
        factor *= small[sign] if sign in small else numerals["big"][sign]
    return factor


def parse_numeral(written: str) -> Decimal | None:
    """The value of a numeral in figures or Hangul (1만 2천, 오백, 열두); None when it is none.

    >>> parse_numeral("1조 2천억"), parse_numeral("오백이십"), parse_numeral("열두")
    (Decimal('1200000000000'), Decimal('520'), Decimal('12'))
    """
    numerals = words("ko", "numerals")
    native = {**numerals["native_ones"], **numerals["native_tens"]}
    if written in native:
        return Decimal(native[written])
    for tens, value in numerals["native_tens"].items():
        if written.startswith(tens) and written[len(tens) :] in numerals["native_ones"]:
            return Decimal(value + numerals["native_ones"][written[len(tens) :]])
    if written[:1].isdigit():
        numeral = _numeral_at(written, 0)
        return numeral.norm if numeral and numeral.end == len(written) else None
    return _sino(written)


def _sino(written: str) -> Decimal | None:
    """오백이십 -> 520."""
    numerals = words("ko", "numerals")
    total = section = 0
    digit: int | None = None
    for sign in written:
        if sign in numerals["sino_digits"]:
            if digit is not None:
                return None
            digit = numerals["sino_digits"][sign]
        elif sign in numerals["small"]:
            section += (1 if digit is None else digit) * numerals["small"][sign]
            digit = None
        elif sign in numerals["big"]:
            total += (section + (digit or 0) or 1) * numerals["big"][sign]
            section, digit = 0, None
        else:
            return None
    return Decimal(total + section + (digit or 0)) if written else None


def _numeral_at(text: str, at: int) -> Numeral | None:
    """The numeral in figures that starts at `at`, with all its parts: 2조 4,600억."""
    pattern = _numeral_pattern()
    match = pattern.match(text, at)
    if match is None:
        return None
    parts = [match]
    while parts[-1][3] or parts[-1][2]:
        end = parts[-1].end()
        following = pattern.match(text, end + 1 if text[end : end + 1] == " " else end)
        if following is None or _weight(following) >= _unit_weight(parts[-1]) and not _shares_big(parts[-1], following):
            break
        parts.append(following)
    multiplier = (match[2] or "") + (match[3] or "")
    if multiplier and not _is_multiplier(text, match):
        return Numeral(at, match.end(1), _figures(match[1]), "")
    if len(parts) == 1:
        return Numeral(at, match.end(), _figures(match[1]), multiplier)
    return Numeral(at, parts[-1].end(), _composed(parts), "")


def _composed(parts: list[re.Match[str]]) -> Decimal:
    """3천 5백만 is (3000 + 500) * 10000: a part without a big multiplier belongs to the next one that has it."""
    total = section = Decimal(0)
    for part in parts:
        section += _figures(part[1]) * factor_of(part[2] or "")
        if part[3]:
            total += section * factor_of(part[3])
            section = Decimal(0)
    return total + section


def _figures(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


def _weight(match: re.Match[str]) -> Decimal:
    """How large the number of this part is, without its big multiplier when it has none."""
    return _figures(match[1]) * factor_of((match[2] or "") + (match[3] or ""))


def _shares_big(before: re.Match[str], match: re.Match[str]) -> bool:
    """3천4백억: both parts are counted in 억."""
    if before[3] or not before[2] or not match[2] or not match[3]:
        return False
    return _figures(match[1]) * factor_of(match[2]) < factor_of(before[2])


def _unit_weight(match: re.Match[str]) -> Decimal:
    """The place that a part ends on: 1만 leaves room for less than 10000; 3천 before 5백만 leaves room in 만."""
    if match[3]:
        return factor_of(match[3])
    return factor_of(match[2] or "") * 10**4 if match[2] else Decimal(0)


def _is_multiplier(text: str, match: re.Match[str]) -> bool:
    """만 in 5만 is one; 천 in 5천변 and 조 in 제3조제2항 are none."""
    rest = text[match.end() : match.end() + 8]
    if not rest or not _HANGUL.match(rest) or _unit_pattern().match(rest):
        return True
    return bool(_after_unit().match(rest)) or bool(_numeral_pattern().match(rest.lstrip()))


def find_vague(text: str) -> list[Mask]:
    """Words that stand for an unnamed number (수십, 여러)."""
    pattern = re.compile(any_of(words("ko", "numerals")["vague"]["words"]))
    return [Mask(Span(*match.span()), "vague", "ko.word.vague") for match in pattern.finditer(text)]


def find_amounts(text: str, taken: Taken | None = None) -> list[Amount]:
    """Every number with its unit, in order; stretches that are `taken` are passed over.

    >>> [(a.value, a.value2, a.unit) for a in find_amounts("발생량을 10~15% 줄이고 2~3개소를 둔다")]
    [(Decimal('10'), Decimal('15'), '%'), (Decimal('2'), Decimal('3'), '개소')]
    """
    return list(_amounts(text, taken or Taken()))


def _amounts(text: str, taken: Taken) -> Iterator[Amount]:
    at, pattern = 0, _start_pattern()
    while match := pattern.search(text, at):
        amount = _word_amount(match) if match["figure"] is None else _figure_amount(text, match, taken)
        if amount is not None and taken.is_free(amount.span.start, amount.span.end):
            yield amount
            at = amount.span.end
            continue
        at = max(match.end(), match.start() + 1)
        while at < len(text) and match["figure"] is not None and (text[at].isdigit() or text[at] in ".,"):
            at += 1


def _word_amount(match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    if match["share"] or match["slash"]:
        name = ("bottom", "top") if match["share"] else ("slash_bottom", "slash_top")
        bottom, top = (parse_numeral(match[part]) for part in name)
        if not bottom or top is None or top > bottom:
            return None
        share = plainly((100 * top / bottom).quantize(Decimal("0.01")))
        figures = tuple(Span(*match.span(part)) for part in reversed(name))
        return _amount(start, end, [share], "%", figures, "ko.fraction", in_words=not match[name[0]][0].isdigit())
    if match["roman"]:
        grade = Decimal(_ROMAN[match["roman_number"]])
        return _amount(start, end, [grade], "등급", (Span(*match.span("roman_number")),), "ko.roman", True)
    if match["tenths"]:
        share = 10 * (parse_numeral(match["tenths_number"]) or Decimal(0)) + Decimal(match["tenths_rest"] or 0)
        return _amount(start, end, [share], "%", (Span(*match.span("tenths_number")),), "ko.tenths", True)
    if match["word_share"]:
        share = words("ko", "numerals")["shares"].get(match["word_share"], {"value": 50, "unit": "%"})
        return _amount(start, end, [Decimal(share["value"])], share["unit"], (Span(start, end),), "ko.share_word", True)
    if match["native"]:
        value = parse_numeral(match["only"] or match["tens"] + (match["ones"] or ""))
        if match["hundred"] and value is not None:
            value += 100
        unit, number_end = match["native_unit"], match.start("native_unit")
    else:
        value = parse_numeral(match["sino_number"])
        unit, number_end = match["sino_unit"], match.start("sino_unit")
    numerals = words("ko", "numerals")
    joined = " " not in match.group() and len(unit) == 1 and len(match.group()) == 2
    if match.group() in numerals["not_numerals"]["words"] or joined and unit not in numerals["joined"]["words"]:
        return None
    if value is None or not _stands_alone(match.string, end):
        return None
    unit = unit.split(" ")[0]
    end = number_end + len(unit)
    return _amount(start, end, [value], unit, (Span(start, number_end),), "ko.numeral_words", True)


def _figure_amount(text: str, match: re.Match[str], taken: Taken) -> Amount | None:
    first = _numeral_at(text, match.end())
    if first is None or not taken.is_free(first.start, first.end):
        return None
    start = match.start() if match["sign"] else first.start
    about = text[first.end : first.end + 1] == "여"  # 2천여 명: two thousand and some
    unit1, end1 = _unit_at(text, first.end + about)
    second = _second(text, end1, first)
    if second is not None and taken.is_free(second.start, second.end):
        unit2, end2 = _unit_at(text, second.end)
        if (
            not second.multiplier
            and _same_unit(unit1, unit2)
            and (unit2 or _LETTER.match(text[end2 : end2 + 1]) is None)
        ):
            return _range(text, start, first, second, unit2 or unit1, end2)
        if second.multiplier and _same_unit(unit1, unit2):
            return _range(text, start, first, second, unit2, end2)
    unit = " ".join(filter(None, [first.multiplier, unit1]))
    bound = _SIGNS.get(match["sign"] or "", Bound.ABOUT if about else Bound.NONE)
    figures = (Span(first.start, first.end),)
    return _amount(start, end1, [first.value], unit, figures, "ko.figures", bound=bound)


def _range(text: str, start: int, first: Numeral, second: Numeral, unit: str, end: int) -> Amount | None:
    """10~15만 대: the first number carries the multiplier of the second."""
    values = [first.value, second.value]
    multiplier = second.multiplier
    if first.multiplier and first.multiplier != second.multiplier:
        values, multiplier = [first.norm, second.norm], ""
    if between := re.compile(r" ?사이").match(text, end):
        end = between.end()
    figures = (Span(first.start, first.end), Span(second.start, second.end))
    return _amount(start, end, [*values], " ".join(filter(None, [multiplier, unit])), figures, "ko.range")


_DASH = re.compile(r" ?[~-] ?|내지 ?| 내지 ")
_BETWEEN = re.compile(r"(?:에서|와|과|부터) ?(?=\d[^가-힣]{0,12}[가-힣A-Za-z%]{0,8} ?사이)")
_BOUNDED = re.compile(r" ?이상 ?~? ?(?=\d[\d,.]{0,12}[가-힣A-Za-z%]{0,8} ?(?:이하|미만|이내))", re.ASCII)


def _second(text: str, end: int, first: Numeral) -> Numeral | None:
    """The second number of a range: 10~15%, 10%에서 15% 사이, 10% 이상 15% 미만."""
    for dash in (_DASH, _BETWEEN, _BOUNDED):
        if match := dash.match(text, end):
            second = _numeral_at(text, match.end()) if text[match.end() : match.end() + 1].isdigit() else None
            if second is not None and (second.norm > first.norm or second.multiplier and not first.multiplier):
                return second
    return None


def _same_unit(first: str, second: str) -> bool:
    return not first or first == second


def _unit_at(text: str, at: int) -> tuple[str, int]:
    """The unit that starts at `at` (one space may precede) and where it ends; "" when there is none."""
    match = _unit_pattern().match(text, at)
    while match is not None:
        unit, end = match[1], match.end()
        if _fits(text, unit, end):
            return unit, end
        match = _shorter(text, at, unit)
    return "", at


def _fits(text: str, unit: str, end: int) -> bool:
    """A unit in letters ends before a letter, one in Hangul before a particle or a noun of doing."""
    if _HANGUL.match(unit[-1]):
        return _stands_alone(text, end)
    return not (unit[-1].isalpha() and _LETTER.match(text[end : end + 1]))


def _shorter(text: str, at: int, unit: str) -> re.Match[str] | None:
    """The longest unit that is shorter than `unit`."""
    start = at + (1 if text[at : at + 1] == " " else 0)
    for length in range(len(unit) - 1, 0, -1):
        match = _unit_pattern().fullmatch(text, start, start + length)
        if match is not None:
            return match
    return None


def _stands_alone(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return not _HANGUL.match(following) or bool(_after_unit().match(text, end))


def _amount(
    start: int,
    end: int,
    values: list[Decimal],
    unit: str,
    figures: tuple[Span, ...],
    rule: str,
    in_words: bool = False,
    *,
    bound: Bound = Bound.NONE,
) -> Amount:
    factor, plain = split_multiplier(unit)
    if plain in words("ko", "units")["percent_words"]["words"]:
        unit, plain = "%", "%"
    dimension, is_counter = dimension_of(plain)
    norms = [plainly(value * factor) for value in values]
    return Amount(
        span=Span(start, end),
        value=plainly(values[0]),
        unit=unit,
        value_norm=norms[0],
        unit_norm=words("ko", "units")["same_as"].get(plain, plain),
        dimension=dimension,
        is_counter=is_counter,
        in_words=in_words,
        figures=figures,
        value2=plainly(values[1]) if len(values) > 1 else None,
        value2_norm=norms[1] if len(norms) > 1 else None,
        bound=bound,
        rule=rule,
    )


@cache
def _multiplier_pattern() -> re.Pattern[str]:
    numerals = words("ko", "numerals")
    small, big = "".join(numerals["small"]), "".join(numerals["big"])
    return re.compile(rf"([{small}]?[{big}]|[{small}])(?: |(?=$)|(?=[^ ]))")


def split_multiplier(unit: str) -> tuple[Decimal, str]:
    """만 대 -> (10000, 대); a unit that only looks like it starts with a multiplier (조각) stays whole.

    >>> split_multiplier("천억 원")
    (Decimal('100000000000'), '원')
    """
    if unit in _units():
        return Decimal(1), unit
    match = _multiplier_pattern().match(unit)
    rest = unit[match.end() :] if match else ""
    if match is None or rest and not _is_unit(rest):
        return Decimal(1), unit
    return factor_of(match[1]), rest


def _is_unit(unit: str) -> bool:
    return unit in _units() or unit.partition("/")[0] in _units()


def dimension_of(unit: str) -> tuple[str, bool]:
    """(dimension, is a counter) of a unit without multiplier; a divided unit has the dimension `a/b`."""
    known = _units()
    if unit in known:
        return known[unit]
    parts = re.split(r"[/·]", unit)
    if len(parts) > 1 and parts[0]:
        return "/".join(known.get(part, ("", False))[0] for part in parts), False
    return "", False
