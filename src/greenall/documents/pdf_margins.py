"""Running heads, feet and page numbers of a PDF: what comes back at the same height of page after page.

>>> is_page_number("- 12 -"), is_page_number("第 3 页 共 10 页"), is_page_number("2030")
(True, True, True)
"""

import re
from collections import defaultdict

from greenall.documents.pdf_lines import DrawnTable, TextLine

_ZONE = 0.16  # of the page's height, at its top and at its foot
_OUTERMOST = 3  # lines on either side that are looked at
_NUMBER = re.compile(
    r"[-–—·•|\s]*(?:第|page|p\.?)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:页|頁|쪽|면)?"
    r"\s*(?:(?:[/／]|of|共|총|중)\s*\d{1,4}\s*(?:页|頁|쪽)?)?[-–—·•|\s]*",
    re.IGNORECASE,
)


def is_page_number(text: str) -> bool:
    return re.search(r"[0-9ivxlcIVXLC]", text) is not None and _NUMBER.fullmatch(text) is not None


def without_margins(pages: list[list[TextLine | DrawnTable]]) -> list[list[TextLine | DrawnTable]]:
    """The pages without running heads and feet."""
    places: dict[tuple[bool, str], list[TextLine]] = defaultdict(list)
    for index, page in enumerate(pages):
        for is_top, line in _outer_lines(page):
            for key in {line.text, _relative(line.text, index)}:
                places[is_top, key].append(line)
    dropped: set[int] = set()
    enough = 2 if len(pages) < 5 else 3
    for (_, key), lines in places.items():
        again = [line for line in lines if sum(abs(line.y - other.y) < 8 for other in lines) >= enough]
        if len({line.page for line in again}) >= enough:
            dropped.update(id(line) for line in again)
        elif len(pages) == 1 and is_page_number(key) and not key.strip().isdecimal() and "{" not in key:
            dropped.update(id(line) for line in lines)
    return [[one for one in page if id(one) not in dropped] for page in pages]


def _outer_lines(page: list[TextLine | DrawnTable]) -> list[tuple[bool, TextLine]]:
    """The lines nearest to the upper and lower edge that stand in the margins."""
    lines = sorted((one for one in page if isinstance(one, TextLine)), key=lambda line: -line.y)
    top = [line for line in lines[:_OUTERMOST] if line.y > (1 - _ZONE) * line.page_height]
    foot = [line for line in lines[-_OUTERMOST:] if line.y < _ZONE * line.page_height]
    return [*((True, line) for line in top), *((False, line) for line in foot if line not in top)]


def _relative(text: str, index: int) -> str:
    """The text with every number told from the page's: the same on all pages for a page number."""
    return re.sub(r"\d{1,4}", lambda found: f"{{{int(found.group()) - index}}}", text)
