"""What Korean figures are that are no quantities: numbers of laws and documents, names, ordinals, intervals.

>>> [(m.figure_class, m.span.of("고시 제2023-118호")) for m in find_masks("고시 제2023-118호")]
[('document_number', '제2023-118호')]
"""

import re
from dataclasses import dataclass
from functools import cache

from greenall.data.language.tables import words
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask, Taken

_FIGURE = re.compile(r"\d")
_MARKER = re.compile(
    r"(?m)^[ \t#>|]*(?:[□○◦●▪■◆◇▶▷※ㅇo*·•-]\s*)?"
    r"(?:\(?\d{1,2}(?:-\d{1,2}|\.\d{1,2})*\)|\d{1,2}(?:-\d{1,2})*\.(?:\d{1,2}\.?)*(?=\s|[가-힣])|[①-⑳]|\d{1,2}\s(?=[가-힣]{2}))"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line of the table of masks. `late` ones are tried on what is left after amounts were read."""

    figure_class: str
    rule: str
    expression: re.Pattern[str]
    needs: str
    late: bool


@cache
def _patterns() -> tuple[Pattern, ...]:
    return tuple(
        Pattern(row["class"], row["rule"], re.compile(row["pattern"], re.ASCII), row["needs"], row.get("late", False))
        for row in words("ko", "masks")["mask"]
    )


def find_masks(text: str, taken: Taken | None = None, *, late: bool = False) -> list[Mask]:
    """Every stretch with a figure that is no quantity by its own words, in order and without overlap."""
    if not _FIGURE.search(text):
        return []
    free = Taken.of(taken or ())
    found = []
    if not late:
        for match in _MARKER.finditer(text):
            if _FIGURE.search(match.group()):
                found.append(Mask(Span(*match.span()), "numbering", "ko.numbering"))
                free.add(found[-1].span)
    for pattern in _patterns():
        if pattern.late is not late or pattern.needs and pattern.needs not in text:
            continue
        for match in pattern.expression.finditer(text):
            span = Span(*match.span())
            if _FIGURE.search(match.group()) and free.is_free(span.start, span.end):
                free.add(span)
                found.append(Mask(span, pattern.figure_class, pattern.rule))
    return sorted(found, key=lambda mask: mask.span)
