"""What stands around a plan: its title, its date of issue, its language.

Title   the plan's own, not the headline of the news that reports it nor the notice that carries it.
Issued  the date of a signature line near the head, else near the end, else a date behind a word such as 印发, 고시,
        adopted. A deadline is never one, neither is the year of a document number; None when unsure.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from greenall.data.language.tables import any_of, words
from greenall.documents.document import BlockKind, Document
from greenall.documents.folding import Folded
from greenall.quantity.zh import parse_numeral

_HEAD_LINES = 60
_TAIL_LENGTH = 1500
_LONGEST_TITLE = {"zh": 90, "ko": 90, "en": 160}


def guess_language(text: str) -> str:
    """The language most of the letters belong to: "zh", "ko" or "en". A text without letters counts as English.

    >>> guess_language("2025년까지 CO2 배출량을 감축한다"), guess_language("到2025年"), guess_language("by 2025")
    ('ko', 'zh', 'en')
    """
    sample = text[:60_000]
    hangul = len(re.findall(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]", sample))
    han = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]", sample))
    latin = len(re.findall(r"[A-Za-z\u00c0-\u024f]", sample))
    if hangul * 4 >= han and hangul * 2 >= latin and hangul:
        return "ko"
    return "zh" if han and han * 3 >= latin else "en"


def find_title(document: Document, folded: Folded, lead_end: int, language: str) -> str:
    """The plan's title, "" for a document without words."""
    text, table = document.text, words(language, "structure")
    limit = folded.span(lead_end, lead_end + 1).start or len(text)
    named, longest = _plan_name(language), _LONGEST_TITLE[language]
    candidates: list[tuple[int, str]] = []
    for n, (start, line) in enumerate(islice(_lines(text), _HEAD_LINES)):
        if start >= limit and candidates:
            break
        title = _cleaned(line)
        if not title or len(title) > longest or title.endswith(("。", "；", "，", "：", ":", ";", ",")):
            continue
        rank = _rank(title, named, table, line.lstrip().startswith("# ") or _is_top_heading(document, start))
        if start < limit or n == 0:
            candidates.append((rank, _with_second_line(text, start + len(line), title)))
    if not candidates:
        return next((_cleaned(line)[:longest] for _, line in _lines(text)), "")
    best = max(rank for rank, _ in candidates)
    return next(title for rank, title in (reversed(candidates) if best == _PLAN else candidates) if rank == best)


_FIRST, _NOTICE, _PLAN, _TOP_HEADING = range(4)


def _rank(title: str, named: re.Pattern[str], table: dict[str, Any], is_top: bool) -> int:
    if is_top:
        return _TOP_HEADING
    if re.search(any_of(table["notices"]) + r"\W*$", title, re.I):
        return _NOTICE
    return _PLAN if named.search(title) else _FIRST


@cache
def _plan_name(language: str) -> re.Pattern[str]:
    """A line that is named like a plan: the noun ends it, or a bracket or years follow."""
    plans = any_of(words(language, "structure")["plans"])
    if language == "en":
        return re.compile(rf"\b{plans}\b(?:[\s,:(–—-]*(?:\d{{4}}|to|[–—-]|\))+)*[\s)]*$", re.I)
    return re.compile(rf"{plans}\s*(?:[(（〔\[][^()（）]{{1,40}}[)）〕\]])?\s*$")


def _is_top_heading(document: Document, start: int) -> bool:
    return any(
        block.kind is BlockKind.HEADING and block.level == 1 and block.span.start == start
        for block in document.blocks[: 2 * _HEAD_LINES]
    )


def _cleaned(line: str) -> str:
    """A line without Markdown signs, bookmarks and the book-title brackets around the whole of it."""
    line = re.sub(r"\[bookmark:[^\]]{0,60}\]", "", line)
    line = re.sub(r"^[\s#>*_\ufeff]+|[\s*_#]+$", "", line)
    carried = re.fullmatch(r"(?:.{0,40})?关于印发[《]?(.{4,70}?)[》]?的通知", line)
    if carried:
        return carried.group(1)
    whole = re.fullmatch(r"[《「『<](.+)[》」』>]", line)
    return whole.group(1) if whole else line


def _with_second_line(text: str, end: int, title: str) -> str:
    """实施方案 / （2023—2025年）: a line in brackets right below belongs to the title."""
    below = re.compile(r"\n[ \t\u3000]*([（(][^\n（）()]{1,40}[）)])[ \t]*(?=\n|$)").match(text, end)
    return f"{title}{below.group(1)}" if below and _YEARS.fullmatch(below.group(1)[1:-1]) else title


_YEARS = re.compile(r"[\d年\s.~－–—-]*\d{4}[\d年\s.~－–—至修订版稿-]*|试行|修订稿?|[0-9]{4}[년~ -]*[0-9]{4}년?")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((match.start(), match.group()) for match in re.finditer(r"^[^\n]*\S[^\n]*", text, re.M))


_HAN = "[〇零一二三四五六七八九十]"
_YMD = (
    rf"(?<!\d)(?P<y>\d{{4}}|{_HAN}{{4}})\s?[年년.\-/]\s{{0,2}}(?P<m>\d{{1,2}}|{_HAN}{{1,3}})\s?[月월.\-/]"
    rf"\s{{0,2}}(?P<d>\d{{1,2}}|{_HAN}{{1,3}})(?!\d)\s?[日일.]?"
)
_MONTH = "(?P<{0}>" + "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec" + r")[a-z]{{0,6}}\.?"
_DMY = rf"(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.format('m2')},? (?P<y2>\d{{4}})"
_MDY = rf"\b{_MONTH.format('m3')} (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>\d{{4}})"
_DATE = re.compile(f"(?:{_YMD}|{_DMY}|{_MDY})", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LIMIT_AFTER = re.compile(r"\s*(?:前|底|起|止|之前|以前|까지|부터|이전|기준|施行|시행)")
_LIMIT_BEFORE = re.compile(r"(?:到|至|自|截至|前|by|before|until|from|since|to|시행)\s*$", re.I)


def find_issued(folded_text: str, lead_end: int, language: str) -> date | None:
    """The date of issue named in the text, None when unsure. `lead_end`: where the first article begins."""
    table = words(language, "structure")
    head = folded_text[: min(lead_end or 3000, 12_000)]
    tail = folded_text[max(len(head), len(folded_text) - _TAIL_LENGTH) :]
    signed = next(_signed(head, table), None) or next(iter(list(_signed(tail, table))[::-1]), None)
    return signed or next(_cued(head, table["cues"], 80), None) or next(_cued(head, table["sessions"], 400), None)


def _signed(text: str, table: dict[str, Any]) -> Iterator[date]:
    """Dates that stand alone on a line, or behind the name of who signs."""
    signer = re.compile(any_of(table["bodies"]) + r"[\s,:]*$", re.I)
    for _, line in _lines(text):
        if len(line) > 80 or "\t" in line:
            continue
        for match in _DATE.finditer(line):
            before, after = line[: match.start()].strip(" \t*_>[(-"), line[match.end() :].strip(" \t*_])-")
            by_signer = len(before) <= 40 and signer.search(before) and not re.search("[,。;]", before)
            if not after and (not before or by_signer):
                yield from _day(match)


def _cued(text: str, cues: list[str], longest: int) -> Iterator[date]:
    """Dates in a line that says what they are the date of."""
    cue = re.compile(any_of(cues), re.I)
    for _, line in _lines(text):
        if len(line) > longest * 3 or not cue.search(line):
            continue
        for match in _DATE.finditer(line):
            near = line[max(0, match.start() - longest) : match.end() + longest]
            is_limit = _LIMIT_AFTER.match(line, match.end()) or _LIMIT_BEFORE.search(line[: match.start()])
            if not is_limit and cue.search(near):
                yield from _day(match)


def _day(match: re.Match[str]) -> Iterator[date]:
    found = match.groupdict()
    year = found["y"] or found["y2"] or found["y3"]
    month = found["m"] or found["m2"] or found["m3"]
    day = found["d"] or found["d2"] or found["d3"]
    month_number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else _figure(month)
    try:
        yield date(_figure(year), month_number, _figure(day))
    except ValueError:
        return


def _figure(written: str) -> int:
    """12 for "12" or 十二, 2022 for 二〇二二, 0 for what is no number."""
    if written.isdecimal():
        return int(written)
    value = parse_numeral(written)
    return int(value) if value is not None else 0
