"""Running heads, feet and page numbers of a PDF: what comes back at the same height of page after page.

>>> is_page_number("- 12 -"), is_page_number("第 3 页 共 10 页"), is_page_number("2030")
(True, True, True)
"""

import re
from collections import defaultdict
from itertools import pairwise

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
    edges = [_edges(page) for page in pages]
    places: dict[str, list[TextLine]] = defaultdict(list)
    for index, sides in enumerate(edges):
        for lines in sides:
            for line in _apart(lines):
                for key in {line.text, _relative(line.text, index)}:
                    places[key].append(line)
    enough = 2 if len(pages) < 5 else 3
    running = {key: lines for key, lines in places.items() if len({line.page for line in lines}) >= enough}
    dropped: set[int] = set()
    for index, sides in enumerate(edges):
        for line in (line for lines in sides for line in lines[:_OUTERMOST] if _is_in_margin(line)):
            same = [*running.get(line.text, ()), *running.get(_relative(line.text, index), ())]
            if len({other.page for other in same if abs(line.y - other.y) < 8}) >= enough or (
                len(pages) == 1 and is_page_number(line.text) and not line.text.strip().isdecimal()
            ):
                dropped.add(id(line))
    return [[one for one in page if id(one) not in dropped] for page in pages]


def _edges(page: list[TextLine | DrawnTable]) -> tuple[list[TextLine], list[TextLine]]:
    """The lines from the upper edge down, and from the lower edge up."""
    lines = sorted((one for one in page if isinstance(one, TextLine)), key=lambda line: -line.y)
    return lines, lines[::-1]


def _is_in_margin(line: TextLine) -> bool:
    return not _ZONE * line.page_height <= line.y <= (1 - _ZONE) * line.page_height


def _apart(lines: list[TextLine]) -> list[TextLine]:
    """The first lines up to a wide gap or another size: they are no part of the text. Else only page numbers."""
    gaps = sorted(abs(a.y - b.y) for a, b in pairwise(lines))
    usual = gaps[len(gaps) // 4] if len(gaps) > 3 else 1.6 * lines[0].size if lines else 0.0
    outer = [line for line in lines[:_OUTERMOST] if _is_in_margin(line)]
    for count, (line, inner) in enumerate(pairwise(lines[: len(outer) + 1]), 1):
        if abs(line.y - inner.y) > 1.35 * usual or abs(line.size - inner.size) > 0.08 * inner.size:
            return outer[:count]
    return [line for line in outer if is_page_number(line.text)]


def _relative(text: str, index: int) -> str:
    """The text with every number told from the page's: the same on all pages for a page number."""
    return re.sub(r"\d{1,4}", lambda found: f"{{{int(found.group()) - index}}}", text)
