"""What the DocInfo stream of an HWP 5 file makes of a paragraph: a heading, an item and its printed number."""

import re
import struct
from dataclasses import dataclass

from greenall.documents.hwp_records import NUMBERING, PARAGRAPH_SHAPE, Record, flat
from greenall.documents.numbering import Counter, Level

_OUTLINE, _NUMBERED = 1, 2
# Number formats by their code, under the names that the open format uses.
_FORMATS = ("DIGIT", "CIRCLED_DIGIT", "ROMAN_CAPITAL", "ROMAN_SMALL", "LATIN_CAPITAL", "LATIN_SMALL",
            "CIRCLED_LATIN_CAPITAL", "CIRCLED_LATIN_SMALL", "HANGUL_SYLLABLE", "CIRCLED_HANGUL_SYLLABLE", "HANGUL_JAMO",
            "CIRCLED_HANGUL_JAMO", "HANGUL_PHONETIC", "IDEOGRAPH", "CIRCLED_IDEOGRAPH")  # fmt: skip


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    heading: int = 0  # level from 1; 0 = no heading
    list_level: int = 0  # level from 1; 0 = no item
    numbering: int = 0  # 0 = no number
    depth: int = 0  # level of the number, from 0


class Styles:
    """The paragraph shapes and numberings of one document, in the order in which they are stored."""

    def __init__(self, roots: list[Record]) -> None:
        records = list(flat(roots))
        self._shapes = [one.data for one in records if one.tag == PARAGRAPH_SHAPE]
        stored = [one.data for one in records if one.tag == NUMBERING]
        self._counters = {number: Counter(_levels(data)) for number, data in enumerate(stored, 1)}
        self._outline = 0

    def use_outline(self, section: bytes) -> None:
        """Take the numbering of outline levels from a section's definition."""
        if len(section) >= 20:
            (self._outline,) = struct.unpack_from("<H", section, 18)

    def of(self, header: bytes) -> ParagraphStyle:
        """The style of the paragraph with this header record."""
        if len(header) < 10:
            return ParagraphStyle()
        (shape,) = struct.unpack_from("<H", header, 8)
        if shape >= len(self._shapes) or len(self._shapes[shape]) < 32:
            return ParagraphStyle()
        (properties,) = struct.unpack_from("<I", self._shapes[shape])
        (numbering,) = struct.unpack_from("<H", self._shapes[shape], 30)
        kind, depth = properties >> 23 & 3, properties >> 25 & 7
        if kind == _OUTLINE:
            return ParagraphStyle(depth + 1, 0, self._outline, depth)
        return ParagraphStyle(0, depth + 1 if kind else 0, numbering if kind == _NUMBERED else 0, depth)

    def next_number(self, style: ParagraphStyle) -> str:
        """The number that the next paragraph of this style is printed with; "" for none."""
        counter = self._counters.get(style.numbering)
        return counter.next(style.depth) if counter else ""


def _levels(data: bytes) -> dict[int, Level]:
    """Seven times: 12 bytes of settings, then the pattern; behind them the first numbers."""
    patterns: list[tuple[str, str]] = []
    at = 0
    while len(patterns) < 7 and at + 14 <= len(data):
        (settings,) = struct.unpack_from("<I", data, at)
        (length,) = struct.unpack_from("<H", data, at + 12)
        pattern = data[at + 14 : at + 14 + 2 * length].decode("utf-16-le", "replace")
        code = settings >> 5 & 15
        patterns.append((re.sub(r"\^(\d)", r"%\1", pattern), _FORMATS[code] if code < len(_FORMATS) else "DIGIT"))
        at += 14 + 2 * length
    starts = struct.unpack_from("<7I", data, at + 2) if len(data) >= at + 30 else (1,) * 7
    return {depth: Level(pattern, style, min(starts[depth], 10_000)) for depth, (pattern, style) in enumerate(patterns)}
