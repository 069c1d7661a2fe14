"""Cutting the text of an article into clauses: sentences, parts between semicolons, numbered parts, table rows.

A line is a paragraph or a table row, so a clause never runs over its end. A full stop ends a clause only where it
ends a sentence: not in 3.5, after "1." at the head of a clause, in a date (2024. 3. 15.) or after "approx.".

>>> text = "1. Cut use by 3.5% a year. Report it; publish it."
>>> [text[start:end] for start, end in cut(text, 0, len(text))]
['1. Cut use by 3.5% a year.', 'Report it;', 'publish it.']
"""

import re
from collections.abc import Iterator

_CLOSERS = "”’」』)》\"'】〕"
_STOP = re.compile(
    r"(?P<kept>^[^\n\t]*\t[^\n]*|^[ \t]*\|[^\n]*|\([^()\n]{0,200}\))"  # table rows, brackets
    rf"|(?P<line>\n)|(?P<dot>\.+[{_CLOSERS}]*)|[。；;!?！？]+[{_CLOSERS}]*|(?<=[ \t。;.])(?=[①-⑳])",
    re.M,
)
# (주관: …) and Lead: … behind a sentence name who answers for it: they stay with it.
_OWNER_NOTE = re.compile(
    r"[ \t]*(?:\((?:주관|협조|담당|소관|牵头|责任|配合)[^()\n]{0,120}\)"
    r"|(?i:lead|support|owner|responsible|partners?): )"
)
_WORD = re.compile(r"[^\W_]")
_CONJUNCTION = re.compile(r"[ \t]*(?:and|or)[ \t]*(?=\n|$)")  # (c) plant trees; and
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|approx|ca|cf|vs|etc|al|no|nos|art|arts|sec|para|fig|dr|mr|mrs|ms|st|inc|ltd|co|corp|dept|est"
    r"|vol|ed|pp|p|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|max|min|incl|govt)|\b[A-Za-z]|\d)$",
    re.I,
)
_NUMBERING = re.compile(r"^[ \t#>*\-□○]*\(?(?:[0-9.\-]{1,9}|[가-힣]|[A-Za-z]|[IVXivx]{1,5}|[Ⅰ-Ⅻ])$")


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Half-open (start, end) of each clause in `text[start:end]`, without the white space around it."""
    begun = start
    for match in _STOP.finditer(text, start, end):
        kind, after = match.lastgroup, match.end()
        if kind == "kept" or (kind == "dot" and not _ends_sentence(text, begun, match.start(), after, end)):
            continue
        if kind != "line" and (_OWNER_NOTE.match(text, after, end) or _CONJUNCTION.match(text, after, end)):
            continue
        yield from whole(text, begun, after)
        begun = after
    yield from whole(text, begun, end)


def _ends_sentence(text: str, begun: int, at: int, after: int, end: int) -> bool:
    """Does the full stop at `at`, with what closes it up to `after`, end a sentence?"""
    head = text[max(begun, at - 12) : at]
    if at - begun <= 12 and _NUMBERING.match(head):
        return False
    following = text[after : min(after + 2, end)]
    if not following or following[0] == "\n":
        return True
    if following[0] not in " \t":
        return "가" <= text[at - 1 : at] <= "힣" and not following[0].isdigit()
    if _ABBREVIATION.search(head):
        return text[at - 1].isdigit() and len(following) == 2 and following[1].isupper()
    return not (len(following) == 2 and following[1].islower())


def whole(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without the white space around it, if a letter or a figure is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _WORD.search(text, start, end):
        yield start, end
