"""Lines that were broken because the page was full, in plain text and Markdown.

A file whose paragraphs stand on one line each is left alone. A line is taken as broken off only when all of this holds:
it stops within the usual width of the file, the first word of the next line would not have fitted, its sentence is not
over, and the next line begins neither an article, an item, a heading nor a table. The line feed becomes a space: no
offset moves.

>>> join_wrapped_lines("one two three four five six\\nseven eight nine ten eleven\\ntwelve.\\n" * 3).count("\\n")
3
"""

import re
from functools import cache

_WIDEST = 132  # columns of the widest page that breaks its lines; a longer line is a paragraph of its own
_NARROWEST = 24


class _Patterns:
    """Compiled when the first text of several lines is read."""

    def __init__(self) -> None:
        self.over = re.compile(r"[。．.!?！？；;：:…][”’\"')）」』】]*$|\|\s*$")
        self.begins = re.compile(
            r"\s*(?:[#>|•·○●◦□■▪▫◇◆▶▷※❍*+=~`\[【<《-]|[①-⓿㉠-㉿㈀-㈞]"
            r"|[(（]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十百]{1,4}|[가나다라마바사아자차카타파하]|[a-zA-Z]|[ivxIVX]{1,5})[)）.．、]"
            r"|(?:第|제)\s*[0-9一二三四五六七八九十百]+\s*[章节節条條款项項편장절조항관]"
            r"|(?:Article|Section|Chapter|Part|Annex)\b|\S*\t)"
        )
        self.wide = re.compile(
            "[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
        )
        self.first_word = re.compile(r"\s*([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+)")


_patterns = cache(_Patterns)


def join_wrapped_lines(text: str, markdown: bool = False) -> str:
    """`text`, as long as before, with a space in place of each line feed that stands inside a sentence."""
    lines = text.split("\n")
    if len(lines) < 3:
        return text
    widths = [_width(line.rstrip()) if len(line) <= _WIDEST else _WIDEST + 1 for line in lines]
    page = max(widths)
    if not _NARROWEST <= page <= _WIDEST:
        return text
    open_ended = [at for at in range(len(lines) - 1) if _is_open(lines[at], lines[at + 1], markdown)]
    broken = {at for at in open_ended if widths[at] * 2 >= page and _is_full(widths[at], lines[at + 1], page)}
    if len(broken) < 2 or len(broken) * 4 < len(open_ended) * 3:  # lines of any length: each is a paragraph
        return text
    signs = [*(" " if at in broken else "\n" for at in range(len(lines) - 1)), ""]
    return "".join(part for line, sign in zip(lines, signs, strict=True) for part in (line, sign))


def _is_open(line: str, following: str, markdown: bool) -> bool:
    """True when the words of `line` may go on in the next line."""
    if not line.strip() or not following.strip() or "\t" in line or "|" in line:
        return False
    if markdown and (line.endswith(("  ", "\\")) or line.lstrip().startswith("#")):
        return False
    return not _patterns().over.search(line.rstrip()) and not _patterns().begins.match(following)


def _is_full(width: int, following: str, page: int) -> bool:
    """True when the first word of the next line would not have fitted."""
    word = _patterns().first_word.match(following)
    needs = _width(word.group(1)) if word else 0
    return width + needs + (2 if needs == 2 else 1) > page


def _width(text: str) -> int:
    """Columns on a terminal: a Han character or a syllable takes two."""
    return len(text) + len(_patterns().wide.findall(text))
