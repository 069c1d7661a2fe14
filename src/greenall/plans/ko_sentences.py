"""Lines and sentences of a Korean passage, and which line is a heading or lead for those below it.

>>> text = "가. 기간: 1년\\n첫째다. 둘째다."
>>> [sentence.of(text) for line in lines(text) for sentence in line.sentences]
['기간: 1년', '첫째다.', '둘째다.']
"""

import re
from dataclasses import dataclass

from greenall.quantity.place import Span

_LONGEST = 800  # characters; a longer stretch without a stop is no sentence
_LINE = re.compile(r"[^\n\r]+")
_MARKER = re.compile(
    r"[ \t]*(?P<sign>#{1,6}\s+|>\s+|\*\*|제\s?\d+(?:조(?:의\d+)?(?:\([^)\n]{0,40}\))?|장|절|항)"
    r"|[□○◦●▪■◆◇▶▷※ㅇ•·▸➢✓✔☞]|[-*+o]\s|[①-⑳]|[㉠-㉻]|[Ⅰ-Ⅻⅰ-ⅻ]+[.)]?"
    r"|\(?\d{1,2}(?:-\d{1,2})?[.)](?=\s|[^\d])|\(?[가나다라마바사아자차카타파하][.)]|<[^>\n]{1,20}>)?[ \t]*"
)
_STOP = re.compile(r"(?<=[가-힣)\]”’\"'%])[.!?。](?=\s|$)|[;；]|(?<=\s)(?=[①-⑳])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `sign` is its list sign, "" for running text; `span` begins behind the sign."""

    span: Span
    sign: str
    sentences: tuple[Span, ...]

    @property
    def level(self) -> str:
        """Lines with the same kind of sign stand on the same level."""
        return re.sub(r"[\d가-힣①-⑳]+", "1", self.sign)


def lines(text: str) -> list[Line]:
    """Every line that is not blank, in order."""
    found = []
    for match in _LINE.finditer(text):
        marker = _MARKER.match(text, match.start(), match.end())
        start = marker.end() if marker else match.start()
        end = match.start() + len(match.group().rstrip())
        if start < end:
            sign = (marker["sign"] or "").strip() if marker else ""
            found.append(Line(Span(start, end), sign, tuple(_sentences(text, start, end))))
    return found


def _sentences(text: str, start: int, end: int) -> list[Span]:
    found = []
    at = start
    for match in _STOP.finditer(text, start, end):
        if match.end() > at:
            found += _pieces(text, at, match.end())
            at = match.end()
    return found + _pieces(text, at, end)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """The stretch without the blanks around it, cut where it is too long to be a sentence."""
    while start < end and text[start].isspace():
        start += 1
    found = []
    while start < end:
        cut = min(end, start + _LONGEST)
        if cut < end:
            blank = text.rfind(" ", start, cut)
            cut = blank if blank > start else cut
        found.append(Span(start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    return found
