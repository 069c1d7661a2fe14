"""The numbers that stand before the parts of a plan: 一、 （七） 第七条 제1조 1.1 Article 1 Annex A ## heading.

A marker stands at the head of a line. A reference (按照第七条规定, 제3조에 따라, section 2 of the Act) is none, even
where a line happens to begin with it; neither is a line of the table of contents. Which kind of marker begins an
article is decided in `levels`, by the whole document.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from greenall.documents.document import BlockKind, Document
from greenall.documents.folding import Folded
from greenall.quantity.zh import parse_numeral


class Kind(StrEnum):
    """Kinds of markers, from the widest part to the narrowest."""

    ANNEX = "annex"  # 附件1, 별표 2, Annex B
    PART = "part"  # 第一编, 제1편, Part I
    CHAPTER = "chapter"  # 第一章, 제1장, Chapter 1
    SECTION = "section"  # 第一节, 제1절
    ARTICLE = "article"  # 第七条, 제7조, Article 7
    CLAUSE_HEAD = "clause_head"  # Section 7, Sec. 7
    ROMAN = "roman"  # Ⅱ. or II.
    HAN = "han"  # 一、
    HAN_PAREN = "han_paren"  # （一）
    NUMBER = "number"  # 1.
    DOTTED = "dotted"  # 1.1 or 3-1.
    HEADING = "heading"  # a heading without a number
    SQUARE = "square"  # □, the widest bullet of Korean papers


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker; places count characters of the folded text.

    start, end  of the line; label_end: where the label ends and the title or the text begins
    number      its parts: (7,) or (3, 1); (0,) for a heading without a number
    level       depth of the heading it stands in, 0 in plain text
    """

    kind: Kind
    start: int
    label_start: int
    label_end: int
    end: int
    number: tuple[int, ...]
    level: int = 0


_HAN = "[〇零一二三四五六七八九十百两廿卅]"
_ROMAN_NUMBER = "[IVXL]{1,6}"
_ZH_REFERENCE = "(?!的|之?规定|和|与|及|、|,|至|到|或|第|款|项|所|中|明确|要求|以)"
_KO_PARTICLE = r"(?:에|의|를|을|와|과|부터|및|또는|제\d|각|까지|,|로|은|는)"
_EN_WORDS = "of|and|or|to|shall|applies|above|below|is|are|in|sets?|on|under|provides"
_EN_REFERENCE = rf"(?![A-Za-z0-9])(?!\.\d)(?!,)(?! +(?:{_EN_WORDS})\b)"
_OPENED, _CLOSED = r"[\[<【(〔]?", r"[\])】>〕]?"

# One pattern a line, tried in this order. They meet folded text: half-width figures and brackets.
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.ANNEX, rf"{_OPENED}附[件录表] ?(?:\d{{1,2}}|{_HAN}{{1,3}})?(?!{_HAN}|[\d所的中和规]){_CLOSED}"),
    (Kind.ANNEX, rf"{_OPENED}(?:별표|별첨|붙임|부록|별지|부칙)(?: ?\d{{1,2}})?(?![가-힣\d]){_CLOSED}"),
    (Kind.ANNEX, r"(?i:annex|appendix|schedule)(?: (?:\d{1,2}|[A-Z]|[IVX]{1,5}))?(?![A-Za-z\d])"),
    (Kind.PART, rf"第(?:{_HAN}{{1,4}}|\d{{1,3}})(?:编|篇|部分){_ZH_REFERENCE}"),
    (Kind.PART, r"제 ?\d{1,3} ?[편부](?![가-힣])"),
    (Kind.PART, rf"P(?:art|ART) (?:\d{{1,2}}|{_ROMAN_NUMBER}|[A-H]){_EN_REFERENCE}"),
    (Kind.CHAPTER, rf"第(?:{_HAN}{{1,4}}|\d{{1,3}})章{_ZH_REFERENCE}"),
    (Kind.CHAPTER, r"제 ?\d{1,3} ?장(?![가-힣])"),
    (Kind.CHAPTER, rf"C(?:hapter|HAPTER) (?:\d{{1,2}}|{_ROMAN_NUMBER}){_EN_REFERENCE}"),
    (Kind.SECTION, rf"第(?:{_HAN}{{1,4}}|\d{{1,3}})节{_ZH_REFERENCE}"),
    (Kind.SECTION, r"제 ?\d{1,3} ?절(?![가-힣])"),
    (Kind.ARTICLE, rf"第(?:{_HAN}{{1,7}}|\d{{1,4}})条(?:之{_HAN}{{1,3}})?{_ZH_REFERENCE}"),
    (
        Kind.ARTICLE,
        rf"제 ?\d{{1,4}} ?조(?:의 ?\d{{1,3}})?(?![가-힣])(?!{_KO_PARTICLE}|\([^()\n]{{1,60}}\){_KO_PARTICLE})",
    ),
    (Kind.ARTICLE, rf"A(?:rticle|RTICLE|rt\.) (?:\d{{1,3}}|{_ROMAN_NUMBER}){_EN_REFERENCE}[.:]?"),
    (Kind.CLAUSE_HEAD, rf"(?:S(?:ection|ECTION|ec\.)|§) ?\d{{1,3}}{_EN_REFERENCE}[.:]?"),
    (Kind.ROMAN, r"[Ⅰ-Ⅻ](?:[.、]|(?=[ \t]))|[IVX]{1,5}\.(?=[ \t])"),
    (Kind.HAN, rf"{_HAN}{{1,4}}[、.](?!{_HAN})"),
    (Kind.HAN_PAREN, rf"\({_HAN}{{1,4}}\)(?![和、至或及])|[㈠-㈩]"),
    (Kind.NUMBER, r"(?P<bare>\d{1,2})(?=[ \t]++[^\s\d])"),  # 1 Introduction: in headings only
    (Kind.SQUARE, "[□■◆◇▣]"),
    (
        Kind.DOTTED,
        r"(?:\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,3}-\d{1,3}(?=\.))[.)]?(?=[ \t]|[一-龥가-힣])"
        r"(?! ?(?:million|billion|%|to|and|per|[万亿]))",
    ),
    (Kind.NUMBER, r'\d{1,3}(?:\.(?=[ \t]|[一-龥가-힣A-Z“"《(])|、)(?! ?\d{1,2}[.월月일日])'),
)
_KIND_OF = {f"k{n}": kind for n, (kind, _) in enumerate(_PATTERNS)}
_LINE = re.compile(
    r"^[ \t>]*+(?:#{1,6}[ \t]++)?(?:\*\*|__)?(?:\[bookmark:[^\]\n]{0,60}\])?(?:"
    + "|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_PATTERNS))
    + ")",
    re.M,
)
_NUMBER = re.compile(rf"\d+(?:[.-]\d+)*|[Ⅰ-Ⅻ㈠-㈩]|{_HAN}+|\b{_ROMAN_NUMBER}\b|\b[A-H]\b")
_BARE_HEADING = re.compile(r"^[ \t]*+(#{1,6})[ \t]++(?=\S)", re.M)
_CONTENTS = re.compile(r"^[ \t#*]*+(?:目 ?[录次]|차 *례|목 *차|(?i:table of contents|contents))[ \t*:]*+$", re.M)
_PAGE_NUMBER = re.compile(r"(?:\.{3,}|…+|·{3,}|\t)[ \t]*\d{1,4}[ \t]*$")
_TABLE_ROW = re.compile(r"[ \t]*[^\s][^\t\n]*\t")  # 1 | Energy saved | 15
_TERMINAL = (".", "。", ";", "；", ":", "：", "，", ",", "!", "?")
_MID_SENTENCE = (".", "。", ";", "；", "，", ",")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def find_markers(document: Document, folded: Folded) -> list[Marker]:
    """Every marker of the document in order, without those of the table of contents."""
    text = folded.text
    headings = _heading_levels(document, folded)
    markers: dict[int, Marker] = {}
    for match in _LINE.finditer(text):
        marker = _marker(match, text, headings)
        if marker is not None:
            markers[marker.start] = marker
    for start, level in headings.items():
        if start not in markers:
            end = _line_end(text, start)
            label = min(end, start + len(text[start:end]) - len(text[start:end].lstrip(" \t#")))
            if text[label:end].strip():
                markers[start] = Marker(Kind.HEADING, start, label, label, end, (0,), level)
    found = [markers[start] for start in sorted(markers)]
    return _without_contents(found, text)


def reads_as_title(words: str) -> bool:
    """True for a short line that ends without a full stop: a heading by its looks."""
    words = words.strip().rstrip("*_# ")
    return 0 < len(words) <= 80 and not words.endswith(_TERMINAL) and "。" not in words


def _marker(match: re.Match[str], text: str, headings: dict[int, int]) -> Marker | None:
    group = match.lastgroup or ""
    kind, start = _KIND_OF[group], match.start()
    end = _line_end(text, match.end())
    if _PAGE_NUMBER.search(text, max(match.end(), end - 40), end) or _TABLE_ROW.match(text, match.end(), end):
        return None
    if kind is Kind.ANNEX and (end - start > 80 or text[match.end() : end].rstrip().endswith(_MID_SENTENCE)):
        return None
    if match.group("bare") and start not in headings:
        return None
    label = match.group(group)
    return Marker(kind, start, match.start(group), match.end(), end, _number(label), headings.get(start, 0))


@lru_cache(maxsize=4096)
def _number(label: str) -> tuple[int, ...]:
    """(7,) for 第七条, Ⅶ. or Article 7; (3, 1) for 3.1 and 3-1.; (0,) for 附件 alone."""
    return tuple(part for written in _NUMBER.findall(label) for part in _parts(written)) or (0,)


def _parts(written: str) -> tuple[int, ...]:
    if "Ⅰ" <= written <= "Ⅻ":
        return (ord(written) - ord("Ⅰ") + 1,)
    if "㈠" <= written <= "㈩":
        return (ord(written) - ord("㈠") + 1,)
    if written[0].isdecimal():
        return tuple(int(part) for part in re.split("[.-]", written))
    if set(written) <= _ROMAN.keys():
        values = [_ROMAN[letter] for letter in written]
        return (sum(-v if v < max(values[n:]) else v for n, v in enumerate(values)),)
    if written.isascii():
        return (ord(written) - ord("A") + 1,)
    value = parse_numeral(written)
    return (int(value),) if value is not None else (0,)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _heading_levels(document: Document, folded: Folded) -> dict[int, int]:
    """Where lines that are headings begin (folded) and how deep they stand."""
    text = folded.text
    levels = {match.start(): len(match.group(1)) for match in _BARE_HEADING.finditer(text)}
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.span.start < block.span.end:
            at = folded.index(block.span.start)
            levels.setdefault(text.rfind("\n", 0, at) + 1, max(block.level, 1))
    return levels


def _without_contents(markers: list[Marker], text: str) -> list[Marker]:
    """Drop the lines of a table of contents: from its heading until its first line comes again."""
    starts = [marker.start for marker in markers]
    dropped: set[int] = set()
    for match in _CONTENTS.finditer(text):
        at = bisect_right(starts, match.start())
        listed = at
        reached = match.end()
        while listed < len(markers) and not text[reached : markers[listed].start].strip():
            reached = markers[listed].end
            listed += 1
        again = next((n for n in range(at + 1, listed) if _same(markers[n], markers[at])), listed)
        dropped.update(range(at, again))
        if at and markers[at - 1].start == match.start():
            dropped.add(at - 1)
    return [marker for n, marker in enumerate(markers) if n not in dropped]


def _same(marker: Marker, other: Marker) -> bool:
    return marker.kind is other.kind and marker.number == other.number
