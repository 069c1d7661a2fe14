"""Printed lines -> paragraphs: which line goes on in the next, and how the two are joined.

A line goes on when it is full, that is when the first word of the next would not have fitted; unless the next line
stands apart, is set in another size, is indented as a first line, or begins with a number or a bullet after the end of
a sentence. Chinese lines are joined without a space, others with one; a word divided by a hyphen becomes one word.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from greenall.documents.pdf_hangul import Spacing
from greenall.documents.pdf_lines import TextLine
from greenall.documents.pdf_pieces import HAN

_OVER = re.compile(r"[。！？；：.!?;:…][”’」』）)\"'】]*$")
_BULLET = re.compile(r"[□■○●◦◯•∙▪▫◆◇▶▷►※❍❏✓✔☞①-⓿㉠-㉿]|[ㅇㅁ·ㆍ*-]\s")
_HEAD = re.compile(
    r"第[一二三四五六七八九十百零0-9]+[章节節条條款项項编編篇部]|제\s*\d+\s*[편장절관조항](?!\s*\d)|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十]{1,3}[)）]|(?:Article|Chapter|Section|Part|Annex)\s+[0-9IVX]+\b"
)
_ITEM = re.compile(
    r"[（(]?(?:\d{1,2}|[가나다라마바사아자차카타파하]|[a-z]|[ivx]{1,4})[)）.．、](?!\d)\s*\S"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\S"
)
_STARTS_HAN = re.compile(f"[{HAN}]")
_ENDS_HAN = re.compile(f"[{HAN}]$")
_HANGING = re.compile("[，。、；：！？”）》]$")  # marks that may stand outside the edge
_HANGUL = re.compile("[가-힣]")
_WIDE = re.compile(f"[가-힣{HAN}]")
# What may not be divided at the end of a line: opening marks, a character or a word, closing marks.
_FIRST_WORD = re.compile(f"[(（〔［【《〈“‘「『]*(?:[{HAN}]|[^\\s{HAN}]+)[)）〕］】》〉”’」』，。、；：！？％%．…—]*")
_NARROW = 12  # letters; where all lines are shorter none is full
_CLOSES = re.compile(r"[,.;:!?)\]}%]")
_DIVIDED = re.compile(r"([A-Za-z\u00c0-\u024f]{2,})[-\u00ad]$")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:-[A-Za-z\u00c0-\u024f]+)*")


class Setting:
    """How the text of a document is set: its edges, its distance of lines, the words it uses."""

    def __init__(self, lines: list[TextLine]) -> None:
        self._right: dict[int, float] = {}
        self._left: dict[int, float] = {}
        for column in {line.column for line in lines}:
            own = [line for line in lines if line.column == column]
            edges = sorted(line.x1 for line in own if not _HANGING.search(line.text)) or [own[0].x1]
            self._right[column] = edges[-1] if len(edges) < 40 else edges[int(0.99 * len(edges))]
            self._left[column] = _commonest([line.x0 for line in own])
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        self.body_size = sizes.most_common(1)[0][0] if sizes else 10.0
        self._leading = _leading(lines, self.body_size)
        self._words = {word for line in lines for word in _WORD.findall(line.text)[:-1]}
        full = [line for line in lines if self._right[line.column] - line.x1 < 2 * line.size]
        self._spacing = Spacing([line.text for line in lines], [line.ends_with_space for line in full])

    def goes_on(self, paragraph: list[TextLine], following: TextLine) -> bool:
        """True when the paragraph goes on in the following line."""
        last = paragraph[-1]
        if abs(last.size - following.size) > 0.12 * max(last.size, following.size):
            return False
        if self._is_title(last) and self._is_title(following):
            return self._is_next(last, following) and _is_centred(last, following)
        if not self._is_full(last, following):
            return False
        text, over = following.text, _OVER.search(last.text.rstrip()) is not None
        if _BULLET.match(text) or _HEAD.match(text):
            return False
        if _ITEM.match(text) and (over or abs(following.x0 - self._expected(paragraph)) > 0.6 * following.size):
            return False
        if last.page == following.page and last.column == following.column and not self._is_next(last, following):
            return not over and last.y - following.y < 2.3 * self._leading * last.size
        return not self._is_indented(paragraph, following, over)

    def seam(self, before: str, after: str, spaced: bool, in_cell: bool) -> str:
        """What stands between two lines that are joined: nothing, a space, or "-" where the hyphen goes."""
        if divided := _DIVIDED.search(before):
            return "-" if self._is_one_word(divided.group(1), after) else ""
        if before.endswith("-") and after[0].isdecimal():
            return ""
        if _ENDS_HAN.search(before) or _STARTS_HAN.match(after) or _CLOSES.match(after):
            return ""
        korean = _HANGUL.match(before[-1:]) or _HANGUL.match(after)
        return "" if korean and self._spacing.is_divided(before, after, spaced, in_cell) else " "

    def _is_full(self, line: TextLine, following: TextLine) -> bool:
        word = _FIRST_WORD.match(following.text)
        letters = word.group() if word else ""
        wide = len(_WIDE.findall(letters))
        needed = (wide + 0.55 * (len(letters) - wide) + 0.6) * line.size
        edge = self._right[line.column]
        return edge - line.x1 < needed and edge - self._left[line.column] > _NARROW * line.size

    def _is_next(self, last: TextLine, following: TextLine) -> bool:
        """True when the lines follow each other at the usual distance."""
        apart = last.y - following.y
        return last.page == following.page and 0 < apart < 1.35 * self._leading * max(last.size, following.size)

    def _is_title(self, line: TextLine) -> bool:
        return line.size > 1.15 * self.body_size

    def _expected(self, paragraph: list[TextLine]) -> float:
        """Where the next line of a paragraph begins."""
        return paragraph[-1].x0 if len(paragraph) > 1 else self._left[paragraph[-1].column]

    def _is_indented(self, paragraph: list[TextLine], following: TextLine, over: bool) -> bool:
        """True for a first line that is moved in, seen from the left edge or from the lines above."""
        step = 1.2 * following.size
        if following.page != paragraph[-1].page or following.column != paragraph[-1].column:
            return over and following.x0 - self._left[following.column] > step
        if len(paragraph) > 1:
            return following.x0 - paragraph[-1].x0 > step
        hangs = following.x0 > paragraph[0].x0 + 0.3 * following.size  # under an item's text
        return over and not hangs and following.x0 - self._left[following.column] > step

    def _is_one_word(self, start: str, after: str) -> bool:
        """True when the hyphen only divides: environ-ment; False in low-carbon."""
        end = _WORD.match(after)
        if end is None or not after[0].islower():
            return False
        rest = end.group()
        if start + rest in self._words:
            return True
        return f"{start}-{rest}" not in self._words and not (start in self._words and rest in self._words)


def _commonest(values: list[float]) -> float:
    """The value that most lie near to; the smallest of them."""
    counts = Counter(round(value / 3) for value in values)
    best = counts.most_common(1)[0][0]
    return min(value for value in values if round(value / 3) == best)


def _leading(lines: list[TextLine], size: float) -> float:
    """The usual distance of base lines, in sizes of the letters."""
    steps = [
        (above.y - below.y) / above.size
        for above, below in pairwise(lines)
        if (above.page, above.column) == (below.page, below.column) and abs(above.size - size) < 1 and above.y > below.y
    ]
    return min(median(steps), 3.0) if steps else 1.6


def _is_centred(a: TextLine, b: TextLine) -> bool:
    return abs((a.x0 + a.x1) / 2 - (b.x0 + b.x1) / 2) < a.size or abs(a.x0 - b.x0) < 0.5 * a.size


def paragraphs(lines: Iterable[TextLine], setting: Setting) -> Iterable[list[TextLine]]:
    """Lines grouped into paragraphs."""
    paragraph: list[TextLine] = []
    for line in lines:
        if paragraph and not setting.goes_on(paragraph, line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def words_of(paragraph: list[TextLine], setting: Setting, in_cell: bool = False) -> str:
    """The text of a paragraph's or a cell's lines."""
    parts = [paragraph[0].text]
    for above, line in pairwise(paragraph):
        after = line.text
        seam = setting.seam(parts[-1], after, above.ends_with_space, in_cell)
        if seam == "-":
            parts[-1] = parts[-1][:-1]
        parts += [after] if seam in ("", "-") else [seam, after]
    return "".join(parts)
