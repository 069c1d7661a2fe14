"""Automatic numbers of lists: written on the page by the program, not by a person, so not in the file's text.

>>> [write_number(12, style) for style in ("decimal", "chineseCounting", "ganada", "lowerLetter", "upperRoman")]
['12', '十二', '타', 'l', 'XII']
"""

from collections.abc import Callable
from dataclasses import dataclass, field

_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_HAN = "〇一二三四五六七八九", ("", "十", "百", "千")
_HAN_FORMAL = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟")
_HANGUL = "영일이삼사오육칠팔구", ("", "십", "백", "천")
_STEMS = "甲乙丙丁戊己庚辛壬癸"


_ROMAN = {1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V",
          4: "IV", 1: "I"}  # fmt: skip


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN.items():
        written += sign * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    """a .. z, then aa, bb, as word processors go on."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _counted(number: int, digits: str, places: tuple[str, ...]) -> str:
    """十二, 一百零五: digits with the names of their places, below ten thousand."""
    figures = str(number)
    if len(figures) > 4:
        return figures
    written = ""
    for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if figure != "0":
            gap = digits is not _HANGUL[0] and written and not written.endswith(places[place + 1])
            written += ("零" if gap else "") + digits[int(figure)] + places[place]
    ten = digits[1] + places[1]
    return written[1:] if 10 <= number < 20 and digits is not _HAN_FORMAL[0] and written.startswith(ten) else written


def _from(signs: str) -> Callable[[int], str]:
    """One sign a number, plain figures when the signs end."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _digits(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(figure)] for figure in str(number))


def _range(first: int, count: int) -> str:
    return "".join(chr(first + step) for step in range(count))


def _han(number: int) -> str:
    return _counted(number, *_HAN)


_CIRCLED = _range(0x2460, 20) + _range(0x3251, 15) + _range(0x32B1, 15)

# Names as in WordprocessingML; HWPX has its own names for the same.
_STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "japaneseCounting": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "koreanDigital2": _han,
    "ideographDigital": _digits(_HAN[0]),
    "japaneseDigitalTenThousand": _digits(_HAN[0]),
    "taiwaneseDigital": _digits(_HAN[0]),
    "chineseLegalSimplified": lambda number: _counted(number, *_HAN_FORMAL),
    "koreanDigital": _digits(_HANGUL[0]),
    "koreanCounting": lambda number: _counted(number, *_HANGUL),
    "koreanLegal": lambda number: _counted(number, *_HANGUL),
    "ganada": _from(_GANADA),
    "chosung": _from(_CHOSUNG),
    "decimalEnclosedCircle": _from(_CIRCLED),
    "decimalEnclosedCircleChinese": _from(_CIRCLED),
    "decimalEnclosedParen": _from(_range(0x2474, 20)),
    "decimalEnclosedFullstop": _from(_range(0x2488, 20)),
    "ideographTraditional": _from(_STEMS),
    "ideographEnclosedCircle": _from(_range(0x3280, 10)),
    "circledGanada": _from(_range(0x326E, 14)),
    "none": lambda number: "",
    "DIGIT": str,
    "CIRCLED_DIGIT": _from(_CIRCLED),
    "ROMAN_CAPITAL": _roman,
    "ROMAN_SMALL": lambda number: _roman(number).lower(),
    "LATIN_CAPITAL": lambda number: _letters(number).upper(),
    "LATIN_SMALL": _letters,
    "CIRCLED_LATIN_SMALL": _from(_range(0x24D0, 26)),
    "CIRCLED_LATIN_CAPITAL": _from(_range(0x24B6, 26)),
    "HANGUL_SYLLABLE": _from(_GANADA),
    "CIRCLED_HANGUL_SYLLABLE": _from(_range(0x326E, 14)),
    "HANGUL_JAMO": _from(_CHOSUNG),
    "CIRCLED_HANGUL_JAMO": _from(_range(0x3260, 14)),
    "HANGUL_PHONETIC": lambda number: _counted(number, *_HANGUL),
    "IDEOGRAPH": _han,
    "CIRCLED_IDEOGRAPH": _from(_range(0x3280, 10)),
    "DECAGON_CIRCLE_HANJA": _from(_STEMS),
}


def write_number(number: int, style: str) -> str:
    """`number` as the list prints it; in plain figures where the style is not known."""
    return _STYLES.get(style, str)(number) if number > 0 else str(number)


def numbered(number: str, text: str) -> str:
    """The words behind their number: 一、目标, but 제1조 목적."""
    return f"{number}{text}" if not number or number.endswith(("、", "）", "．", "，", "：")) else f"{number} {text}"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts. `pattern` has %1 for the number of the first level, %2 for the second."""

    pattern: str
    style: str
    start: int = 1


@dataclass(slots=True)
class Counter:
    """The numbers that a list has reached, level by level."""

    levels: dict[int, Level]
    reached: dict[int, int] = field(default_factory=dict)

    def restart(self, level: int, start: int) -> None:
        """Count from `start` when the level comes next."""
        self.reached[level] = start - 1

    def next(self, level: int) -> str:
        """The number of the next item at `level` (from 0), as printed; "" for a level that prints none."""
        rule = self.levels.get(level)
        if rule is None:
            return ""
        self.reached[level] = self.reached.get(level, rule.start - 1) + 1
        for deeper in [one for one in self.reached if one > level]:
            del self.reached[deeper]
        printed = rule.pattern
        for one in range(level, -1, -1):
            if f"%{one + 1}" in printed:
                upper = self.levels.get(one, rule)
                printed = printed.replace(f"%{one + 1}", write_number(self.reached.get(one, upper.start), upper.style))
        return printed.strip()
