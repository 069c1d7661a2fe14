"""The letters of a PDF page -> pieces: letters that follow each other on one line without a wide gap.

Coordinates are points from the lower left corner of the page as it is shown. A piece ends where the next letter stands
on another line, far away, or in another cell of a drawn table.
"""

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

HAN = r"\u2e80-\u2fff\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003134f“”‘’—…"
_IS_HAN = re.compile(f"[{HAN}]")
_IS_LATIN = re.compile("[\u0021-\u024f]")
_WIDE_GAP = 1.3  # of the letter size: the next letter begins another piece
_RADICALS = re.compile("[\u2e80-\u2fdf]")  # fonts of some makers name 一 as the radical ⼀


@dataclass(frozen=True, slots=True)
class Letter:
    sign: str
    x0: float
    x1: float
    y: float  # of the base line
    size: float
    spaced: bool  # a space stands before it
    real_space: bool  # and it was written, not inferred from the gap


@dataclass(slots=True)
class Piece:
    text: str
    x0: float
    x1: float
    y: float
    size: float
    cell: int | None = None
    ends_with_space: bool = False


def read_letters(page: Any) -> list[Letter]:
    """The printed letters of a page in the order in which they are drawn."""
    from pypdfium2 import raw

    turn = _turn(page)
    textpage = page.get_textpage()
    handle = textpage.raw
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    letters: list[Letter] = []
    spaced = real = False
    height = size = -1.0
    for index in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in (9, 32, 0xA0, 0x3000):
            spaced = True
            real = real or not raw.FPDFText_IsGenerated(handle, index)
            continue
        if code < 32 and code != 2 or code in (0xFFFE, 0xFFFF, 0xFEFF):
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        if abs(box.top - box.bottom - height) > 0.01:
            height = box.top - box.bottom
            raw.FPDFText_GetMatrix(handle, index, matrix)
            size = raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d) or height
        sign = "-" if code == 2 else chr(code)  # 2 is a hyphen at the end of a line
        x0, y0 = turn(box.left, y.value)
        x1, y1 = turn(box.right, y.value)
        x0, x1 = (x0, x1) if abs(x1 - x0) >= abs(y1 - y0) else (x0, x0 + size)
        letters.append(Letter(sign, min(x0, x1), max(x0, x1), y0, size, spaced, real))
        spaced = real = False
    if spaced and real and letters:
        letters.append(Letter("", letters[-1].x1, letters[-1].x1, letters[-1].y, letters[-1].size, True, True))
    textpage.close()
    return letters


def _turn(page: Any) -> Callable[[float, float], tuple[float, float]]:
    """From the page as stored to the page as shown."""
    width, height = page.get_size()
    rotation = page.get_rotation()
    if rotation == 90:
        return lambda x, y: (y, height - x)
    if rotation == 180:
        return lambda x, y: (width - x, height - y)
    if rotation == 270:
        return lambda x, y: (width - y, x)
    return lambda x, y: (x, y)


def pieces_of(letters: list[Letter], cell_of: Callable[[Letter], int | None]) -> Iterator[Piece]:
    """The pieces of a page; `cell_of` tells the cell of a drawn table in which a letter stands."""
    writes_spaces = sum(letter.real_space for letter in letters) * 40 > len(letters)
    piece: Piece | None = None
    last: Letter | None = None
    for letter in letters:
        cell = cell_of(letter)
        if piece is None or last is None or cell != piece.cell or not _follows(letter, last):
            if piece is not None:
                piece.ends_with_space = letter.real_space
                yield _clean(piece)
            piece = Piece(letter.sign, letter.x0, letter.x1, letter.y, letter.size, cell)
        else:
            piece.text += (" " if _has_space(letter, last, writes_spaces) else "") + letter.sign
            piece.x1 = max(piece.x1, letter.x1)
        last = letter
    if piece is not None:
        yield _clean(piece)


def _clean(piece: Piece) -> Piece:
    if _RADICALS.search(piece.text):
        import unicodedata

        piece.text = _RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found.group()), piece.text)
    return piece


def _follows(letter: Letter, last: Letter) -> bool:
    size = max(letter.size, last.size)
    if letter.x0 == last.x0 and letter.y == last.y:
        return True  # a ligature: one glyph for several letters
    raised = abs(letter.y - last.y) <= (0.2 if letter.size > 0.85 * last.size else 0.5) * size
    return raised and -0.6 * size < letter.x0 - last.x1 < _WIDE_GAP * size


def _has_space(letter: Letter, last: Letter, writes_spaces: bool) -> bool:
    """True when a space is meant: written, or seen in a gap that is no gap of justified or mixed lines."""
    if not letter.spaced or not letter.sign:
        return letter.spaced
    gap = (letter.x0 - last.x1) / letter.size
    if _IS_HAN.match(letter.sign) and _IS_HAN.match(last.sign):
        return letter.real_space and gap > 0.2
    if letter.real_space:
        return gap > 0.06  # less is left where a program took the space back
    if letter.sign in ")]}）」』】》〉,.;:!?%％，。、" or last.sign in "([{（「『【《〈":
        return False
    if bool(_IS_LATIN.match(letter.sign)) != bool(_IS_LATIN.match(last.sign)):
        return gap > (0.6 if writes_spaces else 0.22)  # programs set a little air between 2030 and 년
    return gap > 0.15
