"""A real plan, put into every kind of file, comes back paragraph by paragraph."""

from html import escape

import pytest

from greenall.documents import read, read_bytes
from tests.documents.files import (
    Page,
    docx_of,
    hp,
    hwp_of,
    hwp_paragraph,
    hwpx_of,
    pdf_of,
)

MAKERS = {
    "docx": lambda lines: docx_of(*lines),
    "hwpx": lambda lines: hwpx_of("".join(hp(escape(line)) for line in lines)),
    "hwp": lambda lines: hwp_of(b"".join(hwp_paragraph(line) for line in lines)),
    "html": lambda lines: f"<html><body>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</body></html>".encode(),
    "gb18030": lambda lines: "\r\n".join(lines).encode("gb18030"),
}


@pytest.fixture(scope="module")
def lines(shared):
    text = read(shared / "seeds" / "datong-plan.txt").text
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_paragraphs(lines, kind):
    assert read_bytes("plan", MAKERS[kind](lines)).text.split("\n") == lines


def test_printed_on_pages_with_running_heads(lines):
    """Set in lines of 42 characters, the first moved in by two, no mark at the beginning of a line, no figure cut."""
    printed = []
    for line in lines:
        rest, move = line, 21.0
        while rest:
            room = 42 - move / 10.5
            end, width = 0, 0.0
            while end < len(rest) and width + (0.5 if rest[end] < "\u0300" else 1) <= room:
                width += 0.5 if rest[end] < "\u0300" else 1
                end += 1
            while end < len(rest) and (rest[end] in "，。、；：）》”％" or rest[end - 1 : end + 1].isdecimal()):
                end -= 1
            printed.append((move, rest[:end]))
            rest, move = rest[end:], 0.0
    pages = []
    for start in range(0, len(printed), 38):
        page = Page().column(printed[start : start + 38])
        page.texts += [(200, 812, 9, "某市实施方案"), (290, 36, 9, f"— {len(pages) + 1} —")]
        pages.append(page)
    found = set(read_bytes("plan", pdf_of(*pages)).text.split("\n"))
    assert sum(line in found for line in lines) / len(lines) >= 0.97
