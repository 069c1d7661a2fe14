"""Numerals and amounts as written in Chinese: 13万亩, 六成以上, 三分之二, 5-8万亩, 4万立方米/日.

Reads folded text (`documents.folding.fold(text, "zh")`): half-width figures, simplified characters, no spaces between
Han characters and figures.

>>> parse_numeral("一千二百")
Decimal('1200')
>>> [(a.value, a.unit, a.value_norm) for a in find_amounts("争取新建高标准田13万亩")]
[(Decimal('13'), '万亩', Decimal('130000'))]
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from greenall.data.language.tables import any_of, words
from greenall.quantity.amount import Amount, Bound, plainly
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask, Taken

_SIGNS = {
    "≥": Bound.AT_LEAST,
    "≤": Bound.AT_MOST,
    ">": Bound.AT_LEAST,
    "<": Bound.AT_MOST,
    "≧": Bound.AT_LEAST,
    "≦": Bound.AT_MOST,
}
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?"


def parse_numeral(written: str) -> Decimal | None:
    """The value of a Chinese numeral (一千二百, 三点五, 二〇二五); None when the characters make no numeral."""
    table = words("zh", "numerals")
    digits: dict[str, int] = table["digits"]
    tens: dict[str, int] = table["tens"]
    myriads: dict[str, int] = table["myriads"]
    whole, point, rest = written.partition("点")
    if point:
        fraction = [digits.get(sign) for sign in rest]
        value = parse_numeral(whole)
        if not whole or value is None or not rest or None in fraction:
            return None
        return value + Decimal("0." + "".join(str(digit) for digit in fraction))
    if len(written) > 1 and all(sign in digits for sign in written):
        positional = "".join(str(digits[sign]) for sign in written)
        return Decimal(positional) if "〇" in written or "零" in written or len(written) == 4 else None
    total = section = 0
    digit: int | None = None
    last_ten = 10**9
    for sign in written:
        if sign in digits:
            if digit:
                return None
            digit = digits[sign]
        elif sign in tens:
            ten = tens[sign]
            if ten >= last_ten:
                return None
            if digit is None and ten >= 100:
                return None  # 百家, 千年: no count
            section += ten if sign in "廿卅" else (digit or 1) * ten
            last_ten, digit = ten, None
        elif sign in myriads:
            section += digit or 0
            if not section:
                return None
            total = (total + section) * myriads[sign] if myriads[sign] > 10000 else total + section * myriads[sign]
            section, digit, last_ten = 0, None, 10**9
        else:
            return None
    if digit:
        # 一百五 is 150 and 两万三 is 23000 in speech; plans write them out, so a bare last digit counts ones.
        section += digit
    return Decimal(total + section)


@cache
def _units() -> dict[str, tuple[str, bool]]:
    """Unit -> (dimension, is a counter)."""
    table = words("zh", "units")
    known = {unit: ("count", True) for group in table["counters"].values() for unit in group}
    known |= {unit: (dimension, False) for dimension, group in table["measures"].items() for unit in group}
    return known


@cache
def _grammar() -> re.Pattern[str]:
    numerals = words("zh", "numerals")
    unit = any_of(_units())
    multiplier = any_of(numerals["multipliers"])
    han = "[" + "".join({*numerals["digits"], *numerals["tens"], *numerals["myriads"]}) + "]"
    divided = rf"(?:[/每·](?:{unit}|{multiplier}{unit}))*"
    units = rf"(?:{unit}{divided}|(?:{multiplier}){unit}{divided}|{multiplier})"
    number = rf"(?:{DIGITS})"
    return re.compile(
        rf"""
        (?P<percent>百分之(?P<percent_han>{han}+(?:点{han}+)?|{number})(?:(?:至|到|-|~|、)(?:百分之)?(?P<percent_han2>{han}+|{number}))?)
      | (?P<share>(?P<bottom>{han}+|\d+)分之(?P<top>{han}+|\d+))
      | (?P<tenths>(?P<tenths_han>[一二三四五六七八九两\d])成(?P<tenths_half>[一二三四五六七八九半])?(?![立为本员功果品熟效长绩就分套])(?:至(?P<tenths_han2>[二三四五六七八九])成)?)
      | (?P<sign>[≥≤><≧≦])?(?<![\dA-Za-z.])(?P<first>{number})(?:(?P<unit1>{units})?(?P<dash>-|~|—|–|至|到)(?P<second>{number}))?(?P<unit>{units})?
      | (?P<han_first>{han}+(?:点{han}+)?)(?:(?P<han_dash>至|到|-)(?P<han_second>{han}+))?(?P<han_unit>{units})
        """,
        re.VERBOSE,
    )


_ONE = re.compile(r"一[个家座处所条项套支]$")


@cache
def _lexical() -> tuple[re.Pattern[str], dict[str, str]]:
    classes = {word: name for name, group in words("zh", "numerals")["lexical"].items() for word in group}
    return re.compile(any_of(classes)), classes


def find_lexical(text: str) -> list[Mask]:
    """Words that hold a numeral without meaning a quantity (统一, 一批, 三农), with their class."""
    pattern, classes = _lexical()
    numeral = "".join({*words("zh", "numerals")["digits"], *words("zh", "numerals")["tens"]}) + "0123456789."
    return [
        Mask(Span(*m.span()), classes[m.group()], f"zh.word.{classes[m.group()]}")
        for m in pattern.finditer(text)
        # the 百万 of 三百万元 belongs to a numeral
        if not (m.start() and text[m.start() - 1] in numeral)
        # 数据中心一个 at the end of a clause counts
        and not (
            _ONE.match(m.group())
            and re.match(r"[,;。、)\n]|$", text[m.end() : m.end() + 1])
            and m.start()
            and text[m.start() - 1] not in "每任某同另这那,。;的"
        )
    ]


def find_amounts(text: str, taken: Taken | None = None) -> list[Amount]:
    """Every number with its unit, in order; stretches that are `taken` are passed over."""
    free = taken or Taken()
    found = []
    at = 0
    grammar = _grammar()
    while match := grammar.search(text, at):
        amount = _read(match) if free.is_free(*match.span()) else None
        if amount is None and match["first"] and match["second"]:
            single = _single(match, free)
            amount = single
        if amount is None:
            at = match.start() + 1 if not match["first"] else match.end("first")
            continue
        found.append(amount)
        at = amount.span.end
    return _with_shared_units(text, found)


_LISTED = re.compile(r"(?:个)?(?:、|和|与|及|以及)$")
_LISTED_NAME = re.compile(r"^(?:、|和|与|及|,)[\u4e00-\u9fff]{2,12}$")


def _with_shared_units(text: str, amounts: list[Amount]) -> list[Amount]:
    """0.4个、0.6个百分点 and 3、5和8座 take the unit printed last; 风电300万千瓦、光伏150万 the unit printed first."""
    shared = list(amounts)
    for number in range(len(amounts) - 2, -1, -1):
        one, following = shared[number], shared[number + 1]
        between = text[one.span.end : following.span.start]
        bare = one.unit == "" or (one.unit == "个" and following.dimension == "points")
        if bare and following.unit and not one.in_words and re.fullmatch(r"、|和|与|及|以及", between):
            shared[number] = _in_unit_of(one, following)
    multipliers = words("zh", "numerals")["multipliers"]
    for number in range(1, len(shared)):
        one, before = shared[number], shared[number - 1]
        goes_on = _LISTED_NAME.match(text[before.span.end : one.span.start])
        if goes_on and one.unit in multipliers and not before.is_counter and before.unit.startswith(one.unit):
            shared[number] = _in_unit_of(one, before)
    return shared


def _in_unit_of(one: Amount, other: Amount) -> Amount:
    factor, _ = split_multiplier(other.unit)
    factor = Decimal(10) if other.unit == "成" else factor
    return replace(
        one, unit=other.unit, unit_norm=other.unit_norm, dimension=other.dimension, is_counter=other.is_counter,
        value_norm=plainly(one.value * factor), value2_norm=None if one.value2 is None else plainly(one.value2 * factor),
    )  # fmt: skip


def _single(match: re.Match[str], free: Taken) -> Amount | None:
    """The first half of what looked like a range, when the whole is partly spoken for (47个至2025年)."""
    end = match.end("unit1") if match["unit1"] else match.end("first")
    if not free.is_free(match.start(), end):
        return None
    return _amount(
        match.start(), end, [_number(match["first"])], match["unit1"] or "", (match.span("first"),), "zh.figures"
    )


def _number(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))


def _value(written: str) -> Decimal | None:
    return _number(written) if written[0].isdigit() else parse_numeral(written)


def _read(match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    if match["percent"]:
        values = [
            Decimal(100) if match[name] == "百" else _value(match[name])
            for name in ("percent_han", "percent_han2")
            if match[name]
        ]
        parts = tuple(match.span(name) for name in ("percent_han", "percent_han2") if match[name])
        return _amount(start, end, values, "%", parts, "zh.percent_words", in_words=True)
    if match["share"]:
        bottom, top = _value(match["bottom"]), _value(match["top"])
        if not bottom or top is None:
            return None
        share = (100 * top / bottom).quantize(Decimal("0.01")).normalize()
        return _amount(start, end, [Decimal(format(share, "f"))], "%", (match.span(),), "zh.fraction", in_words=True)
    if match["tenths"]:
        return _tenths(match)
    if match["first"]:
        unit = match["unit"] or ""
        values = [_number(match["first"])]
        spans = [match.span("first")]
        if match["second"]:
            if (
                match["unit1"]
                and match["unit1"] != unit
                and not unit.startswith(match["unit1"])
                and not _same(match["unit1"], unit)
            ):
                # 3万至4万吨 and 8%~10% share the unit; 12个至5公里 is no range
                return None
            values.append(_number(match["second"]))
            spans.append(match.span("second"))
            if not unit:
                return None
        bound = _SIGNS[match["sign"]] if match["sign"] else Bound.NONE
        return _amount(start, end, values, unit, tuple(spans), "zh.figures", bound=bound)
    values = [_value(match["han_first"])]
    spans = [match.span("han_first")]
    if match["han_second"]:
        values.append(_value(match["han_second"]))
        spans.append(match.span("han_second"))
    return _amount(start, end, values, match["han_unit"], tuple(spans), "zh.numeral_words", in_words=True)


def _same(first: str, second: str) -> bool:
    """3万 … 4万吨: the first carries the multiplier of the second."""
    return second.startswith(first) or first.endswith("%") and second.endswith("%")


def _tenths(match: re.Match[str]) -> Amount | None:
    value = _value(match["tenths_han"])
    if value is None:
        return None
    if half := match["tenths_half"]:
        value += Decimal("0.5") if half == "半" else (parse_numeral(half) or 0) / Decimal(10)
    values = [value] + ([_value(match["tenths_han2"])] if match["tenths_han2"] else [])
    return _amount(match.start(), match.end(), values, "成", (match.span(),), "zh.tenths", in_words=True)


def _amount(
    start: int,
    end: int,
    values: list[Decimal | None],
    unit: str,
    figures: tuple[tuple[int, int], ...],
    rule: str,
    *,
    bound: Bound = Bound.NONE,
    in_words: bool = False,
) -> Amount | None:
    if any(value is None for value in values):
        return None
    unit = "百分点" if unit in ("个百分点", "个点") else unit
    factor, plain = split_multiplier(unit)
    dimension, is_counter = dimension_of(plain)
    if unit == "成":
        factor, plain, dimension = Decimal(10), "%", "percent"
    norms = [plainly(value * factor) for value in values if value is not None]
    return Amount(
        span=Span(start, end),
        value=values[0] or Decimal(0),
        unit=unit,
        value_norm=norms[0],
        unit_norm=words("zh", "units")["same_as"].get(plain, plain),
        dimension=dimension,
        is_counter=is_counter,
        in_words=in_words,
        figures=tuple(Span(*span) for span in figures),
        value2=values[1] if len(values) > 1 else None,
        value2_norm=norms[1] if len(norms) > 1 else None,
        bound=bound,
        rule=rule,
    )


def split_multiplier(unit: str) -> tuple[Decimal, str]:
    """万亩 -> (10000, 亩); a unit that only looks like it starts with a multiplier (千瓦) stays whole."""
    if unit in _units() or unit.partition("/")[0] in _units():
        return Decimal(1), unit
    for multiplier, factor in words("zh", "numerals")["multipliers"].items():
        if unit.startswith(multiplier):
            rest_factor, rest = split_multiplier(unit[len(multiplier) :])
            return Decimal(factor) * rest_factor, rest
    return Decimal(1), unit


def dimension_of(unit: str) -> tuple[str, bool]:
    """(dimension, is a counter) of a unit without multiplier; a divided unit has the dimension `a/b`."""
    known = _units()
    if unit in known:
        return known[unit]
    parts = re.split(r"[/每·]", unit)
    if len(parts) > 1 and parts[0]:
        names = [known.get(split_multiplier(part)[1], ("", False))[0] for part in parts]
        return "/".join(names), False
    return "", False


@cache
def _folds() -> tuple[re.Pattern[str], dict[str, int], list[str]]:
    table = words("zh", "numerals")
    return (
        re.compile(any_of([*table["folds"], *table["halved"]["words"], *table["shares"]])),
        table["folds"],
        table["halved"]["words"],
    )


def find_folds(text: str) -> list[Amount]:
    """Changes and shares told by a word: 翻一番 (times 2), 减半 (less 50 %), 一半 (50 %)."""
    pattern, folds, halved = _folds()
    shares = words("zh", "numerals")["shares"]
    found = []
    for match in pattern.finditer(text):
        word = match.group()
        if word in folds:
            value, unit, dimension, rule = Decimal(folds[word]), "", "fold", "zh.fold"
        elif word in halved:
            value, unit, dimension, rule = Decimal(50), "%", "half", "zh.half"
        else:
            value, unit, dimension, rule = Decimal(shares[word]), "%", "percent", "zh.share_word"
        span = Span(*match.span())
        found.append(Amount(span, value, unit, value, unit, dimension, False, True, (span,), rule=rule))
    return found
