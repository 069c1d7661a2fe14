"""Letters that a PDF page shows but nobody can read on this machine.

A PDF may name a Chinese or Korean font without bringing it along. Where the machine has no such font either, the library
gives letters that stand alone no width and drops them in silence. Such pages are found and named.
"""

import ctypes
import re
from typing import Any

_EAST_ASIAN = re.compile(
    r"song|sim|hei|kai|fang|ming|st[a-z]+-light|msung|mhei|mincho|gothic|myeongjo|batang|gulim|dotum|gungsuh|^hy|hcr|malgun|"
    r"nanum|noto.*cjk|source ?han|-(?:gb|ks|b5|korea|japan|cns)",
    re.IGNORECASE,
)
_FEW = 3  # such letters may be blanks


def has_lost_letters(page: Any) -> bool:
    """True when several pieces of text on the page have no width in a font that is not at hand."""
    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    lost = 0
    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=2):
        raw.FPDFPageObj_GetBounds(text, *edges)
        left, _, right, _ = (edge.value for edge in edges)
        if right - left < 0.01 and _is_absent_font(raw.FPDFTextObj_GetFont(text)):
            lost += 1
            if lost > _FEW:
                return True
    return False


def _is_absent_font(font: Any) -> bool:
    from pypdfium2 import raw

    if not font or raw.FPDFFont_GetIsEmbedded(font) == 1:
        return False
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, 128)
    return _EAST_ASIAN.search(name.value.decode("latin-1")) is not None
