"""One way of writing for matching, with the way back to the text as published.

Rules are written against folded text; quotes are cut from the published text. Folding makes one form of: full-width
and half-width forms, dashes (`-`) and tildes (`~`), middle dots (`·`), spaces, unit signs in one character (㎡ -> m2),
fractions (½ -> 1/2), jamo written apart, compatibility ideographs. Zero-width characters go. For Chinese, traditional
characters become simplified ones and spaces inside a run of Han characters and figures go.

Offsets  `span` leads from folded offsets back to the published ones; `index` leads the other way. Both never fall
         while their argument rises, and never leave the text.
Cost     where nothing changes its length no map is kept; else one entry of 16 bytes a change.

>>> folded = fold("面积 １．５㎢，占５０％", "zh")
>>> folded.text
'面积1.5km2,占50%'
>>> folded.span(5, 8).of("面积 １．５㎢，占５０％")
'㎢'
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from heapq import merge
from io import StringIO
from pathlib import Path

from greenall.quantity.place import Span

_TRADITIONAL = Path(__file__).parents[1] / "data" / "language" / "zh" / "traditional.tsv"


@dataclass(frozen=True, slots=True)
class Folded:
    """Text as matched. The four arrays list the places whose length changed; they are empty when none did."""

    text: str
    source_length: int
    starts: "array[int]"  # of each change, in `text`
    lengths: "array[int]"
    source_starts: "array[int]"
    source_lengths: "array[int]"

    def span(self, start: int, end: int) -> Span:
        """The published characters that made `text[start:end]`; a character folded into several is taken whole."""
        start = min(max(start, 0), len(self.text))
        end = min(max(end, start), len(self.text))
        first = self._made_by(start)
        return Span(first[0], self._made_by(end - 1)[1]) if end > start else Span(first[0], first[0])

    def index(self, source_offset: int) -> int:
        """Where the published character at `source_offset` stands folded; the next one's if it was dropped."""
        offset = min(max(source_offset, 0), self.source_length)
        at = bisect_right(self.source_starts, offset) - 1
        if at < 0:
            return offset
        past = offset - self.source_starts[at] - self.source_lengths[at]
        return self.starts[at] if past < 0 else self.starts[at] + self.lengths[at] + past

    def _made_by(self, offset: int) -> tuple[int, int]:
        """Published [start, end) behind the folded character at `offset`."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return offset, offset + 1
        source, source_end = self.source_starts[at], self.source_starts[at] + self.source_lengths[at]
        past = offset - self.starts[at] - self.lengths[at]
        return (source, source_end) if past < 0 else (source_end + past, source_end + past + 1)


def fold(text: str, language: str | None = None) -> Folded:
    """`text` in one way of writing. "zh" adds simplified characters and drops spaces between Han characters."""
    present = set(text)
    table = _simplified() if language == "zh" else _letters()
    if not table.keys().isdisjoint(present):
        text = text.translate({ord(sign): table.get(sign, sign) for sign in present})
        present = set(text)
    starts, lengths, source_starts, source_lengths = (array("I") for _ in range(4))
    length, folded, done, made = len(text), StringIO(), 0, 0
    for start, end, new in _changes(text, present, language):
        made += folded.write(text[done:start])
        starts.append(made)
        lengths.append(len(new))
        source_starts.append(start)
        source_lengths.append(end - start)
        made += folded.write(new)
        done = end
    if starts:
        folded.write(text[done:])
        text = folded.getvalue()
    return Folded(text, length, starts, lengths, source_starts, source_lengths)


Change = tuple[int, int, str]


def _changes(text: str, present: set[str], language: str | None) -> Iterable[Change]:
    """Every stretch whose length changes, in order. The rules look for different characters, so none overlap."""
    found: list[Iterator[Change]] = []

    def look_for(pattern: str, new: Callable[[re.Match[str]], str]) -> None:
        found.append((m.start(), m.end(), new(m)) for m in _compiled(pattern).finditer(text))

    if not present.isdisjoint(_EXPANDED):
        look_for(_EXPANDED_PATTERN, lambda m: _EXPANDED[m.group()])
    if not present.isdisjoint(_FRACTIONS):
        look_for(_FRACTION_PATTERN, lambda m: ("" if m.group(1) is None else " ") + _FRACTIONS[m.group(2)])
    if not present.isdisjoint(_JAMO_AFTER_THE_FIRST):
        look_for(_JAMO_PATTERN, lambda m: unicodedata.normalize("NFC", m.group()))
    if not present.isdisjoint("²³"):
        look_for(_POWER_PATTERN, lambda m: "2" if m.group() == "²" else "3")
    if language == "zh" and " " in present:
        look_for(_CHINESE_SPACE, lambda m: "")
    elif not present.isdisjoint(_DROPPED):
        look_for(_DROPPED_PATTERN, lambda m: "")
    return found[0] if len(found) == 1 else merge(*found)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)  # when first needed: together they cost as much as the rest of the import


def _chars(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


# Soft hyphen, zero-width spaces and joiners, direction marks, byte order mark, variation selectors.
_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
_DROPPED = frozenset(
    _chars((0xAD, 0xAD), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064))
    + _chars((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0100, 0xE01EF))
)
_DROPPED_PATTERN = f"[{_INVISIBLE}]+"
_HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_CHINESE_SPACE = (
    f"(?<=[{_HAN}])[ {_INVISIBLE}]++(?=[{_HAN}0-9])|(?<=[0-9])[ {_INVISIBLE}]++(?=[{_HAN}])|[{_INVISIBLE}]+"
)
_JAMO_AFTER_THE_FIRST = frozenset(_chars((0x1161, 0x1175), (0x11A8, 0x11C2)))
_JAMO_PATTERN = r"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]"
_POWER_PATTERN = "(?<=[mM])[²³]"  # m² is m2, but 10² is not 102


def _plain_fraction(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign).replace("\u2044", "/")


_FRACTIONS = {sign: _plain_fraction(sign) for sign in _chars((0xBC, 0xBE), (0x2150, 0x215E))}
_FRACTION_PATTERN = f"((?<=[0-9]))?([{''.join(_FRACTIONS)}])"  # 2½ is 2 1/2, never 21/2


def _plain_unit(sign: str) -> str:
    """㎡ -> m2, ㎍ -> ug, ㎘ -> kL, ℃ -> °C (so that it meets the two signs °C)."""
    plain = unicodedata.normalize("NFKC", sign).replace("\u03bc", "u").replace("\u2215", "/")
    return plain[:-1] + "L" if sign in "㎕㎖㎗㎘" else plain


_UNIT_SIGNS = _chars((0x2103, 0x2103), (0x2109, 0x2109), (0x3371, 0x337A), (0x3380, 0x33DD))
_EXPANDED = {sign: _plain_unit(sign) for sign in _UNIT_SIGNS}
_EXPANDED_PATTERN = f"[{''.join(_EXPANDED)}]"


@cache
def _letters() -> dict[str, str]:
    """One character for one, in any language."""
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for sign in _chars((0xFE50, 0xFE6B), (0x2F00, 0x2FD5), (0xF900, 0xFAD9), (0x2080, 0x2089)):
        plain = unicodedata.normalize("NFKC", sign)  # small forms, Kangxi radicals of bad PDF fonts, CO₂
        if len(plain) == 1:
            table[sign] = plain
    spaces = _chars(
        (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)
    )
    table.update(dict.fromkeys(spaces, " "))
    table.update(dict.fromkeys("‐‑‒–—―−─﹘﹣－", "-"))
    table.update(dict.fromkeys("〜～∼˜", "~"))
    table.update(dict.fromkeys("‧・･ㆍ∙⋅", "·"))
    table.update({"\u00b5": "u", "ℓ": "L", "\u2126": "\u03a9", "\u212a": "K", "\u212b": "\u00c5"})
    return table


@cache
def _simplified() -> dict[str, str]:
    """The same, and traditional Chinese characters as simplified ones."""
    lines = _TRADITIONAL.read_text(encoding="utf-8").splitlines()  # one character, a tab, one character
    return _letters() | {line[0]: line[2] for line in lines if not line.startswith("#")}
