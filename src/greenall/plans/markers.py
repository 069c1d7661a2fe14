"""The numbers that stand before the parts of a plan: 一、 （七） 第七条 제1조 1.1 Article 1 Annex A ## heading.

A marker stands at the head of a line. A reference (按照第七条规定, 제3조에 따라, section 2 of the Act) is none, even where a
line happens to begin with it; neither is a line of the table of contents. Which kind of marker begins an article is
decided in `structure`, by the whole document.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

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


_HAN = "〇零一二三四五六七八九十百两廿卅"
_ZH_REFERENCE = r"(?!的|之?规定|和|与|及|、|,|至|到|或|第|款|项|所|中|明确|要求|以)"
_KO_PARTICLE = r"(?:에|의|를|을|와|과|부터|및|또는|제\d|각|까지|,|로|은|는)"
_EN_REFERENCE = r"(?![A-Za-z0-9])(?!\.\d)(?!,)(?! +(?:of|and|or|to|shall|applies|above|below|is|are|in|sets?|on|under|provides)\b)"
_BRACKET = r"[\[<【(〔]?"
_KINDS = (
    (Kind.ANNEX, rf"{_BRACKET}(?:附件|附录|附表)[ ]?(?P<annex_zh>\d{{1,2}}|[{_HAN}]{{1,3}})?(?![{_HAN}\d所的中和规])[\])】>〕]?"),
    (Kind.ANNEX, rf"{_BRACKET}(?:별표|별첨|붙임|부록|별지|부칙)(?:[ ]?(?P<annex_ko>\d{{1,2}}))?(?![가-힣\d])[\])】>〕]?"),
    (Kind.ANNEX, r"(?i:annex|appendix|schedule)(?:[ ](?P<annex_en>\d{1,2}|[A-Z]|[IVX]{1,5}))?(?![A-Za-z\d])"),
    (Kind.PART, rf"第(?P<part_zh>[{_HAN}]{{1,4}}|\d{{1,3}})(?:编|篇|部分){_ZH_REFERENCE}"),
    (Kind.PART, rf"제[ ]?(?P<part_ko>\d{{1,3}})[ ]?(?:편|부)(?![가-힣])"),
    (Kind.PART, rf"(?:Part|PART)[ ](?P<part_en>\d{{1,2}}|[IVX]{{1,5}}|[A-H]){_EN_REFERENCE}"),
    (Kind.CHAPTER, rf"第(?P<chapter_zh>[{_HAN}]{{1,4}}|\d{{1,3}})章{_ZH_REFERENCE}"),
    (Kind.CHAPTER, rf"제[ ]?(?P<chapter_ko>\d{{1,3}})[ ]?장(?![가-힣])"),
    (Kind.CHAPTER, rf"(?:Chapter|CHAPTER)[ ](?P<chapter_en>\d{{1,2}}|[IVX]{{1,5}}){_EN_REFERENCE}"),
    (Kind.SECTION, rf"第(?P<section_zh>[{_HAN}]{{1,4}}|\d{{1,3}})节{_ZH_REFERENCE}"),
    (Kind.SECTION, rf"제[ ]?(?P<section_ko>\d{{1,3}})[ ]?절(?![가-힣])"),
    (Kind.ARTICLE, rf"第(?P<article_zh>[{_HAN}]{{1,7}}|\d{{1,4}})[条條](?:之(?P<article_zh2>[{_HAN}]{{1,3}}))?{_ZH_REFERENCE}"),
    (Kind.ARTICLE, rf"제[ ]?(?P<article_ko>\d{{1,4}})[ ]?조(?:의[ ]?(?P<article_ko2>\d{{1,3}}))?(?!{_KO_PARTICLE}|\([^()\n]{{1,60}}\){_KO_PARTICLE})"),
    (Kind.ARTICLE, rf"(?:Article|ARTICLE|Art\.)[ ](?P<article_en>\d{{1,3}}|[IVXL]{{1,6}}){_EN_REFERENCE}[.:]?"),
    (Kind.CLAUSE_HEAD, rf"(?:Section|SECTION|Sec\.|§)[ ]?(?P<clause_en>\d{{1,3}}){_EN_REFERENCE}[.:]?"),
    (Kind.ROMAN, r"(?P<roman>[Ⅰ-Ⅻ])(?:[.、]|(?=[ \t]))|(?P<roman_letters>[IVX]{1,5})\.(?=[ \t])"),
    (Kind.HAN, rf"(?P<han>[{_HAN}]{{1,4}})[、.](?![{_HAN}])"),
    (Kind.HAN_PAREN, rf"\((?P<han_paren>[{_HAN}]{{1,4}})\)(?![和、至或及])|(?P<han_sign>[㈠-㈩])"),
    (Kind.DOTTED, r"(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,3}-\d{1,3}(?=\.))[.)]?(?=[ \t]|[一-龥가-힣])(?![ ]?(?:million|billion|%|to|and|per|[万亿]))"),
    (Kind.NUMBER, r"(?P<number>\d{1,3})(?:[.](?=[ \t]|[一-龥가-힣A-Z“\"《(])|、)(?![ ]?\d{1,2}[.월月일日])"),
)
_LABEL = "|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_KINDS))
_LINE = re.compile(
    rf"^[ \t>]*+(?:(?P<hashes>\#{{1,6}})[ \t]++)?(?:\*\*|__)?(?:\[bookmark:[^\]\n]{{0,60}}\])?(?P<label>{_LABEL})", re.M
)
_BARE_HEADING = re.compile(r"^[ \t]*+(#{1,6})[ \t]++(?=\S)", re.M)
_CONTENTS = re.compile(r"^[ \t#*]*+(?:目[ ]*录|目[ ]*次|차[ ]*례|목[ ]*차|(?i:table of contents|contents))[ \t*:]*+$", re.M)
_PAGE_NUMBER = re.compile(r"(?:\.{3,}|…+|·{3,}|\t)[ \t]*\d{1,4}[ \t]*$")
_TERMINAL = (".", "。", ";", "；", ":", "：", "，", ",", "!", "?")
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
    kind = next(_KINDS[n][0] for n in range(len(_KINDS)) if match.group(f"k{n}") is not None)
    start, end = match.start(), _line_end(text, match.start())
    line = text[match.end() : min(end, match.end() + 200)]
    if _PAGE_NUMBER.search(line):
        return None
    if kind is Kind.ANNEX and (end - start > 80 or line.rstrip().endswith((".", "。", ";", "；", "，", ","))):
        return None
    named = {name: value for name, value in match.groupdict().items() if value and name not in ("label", "hashes")}
    parts = [value for name, value in named.items() if not re.fullmatch(r"k\d+", name)]
    numbers = tuple(n for part in parts for n in _numbers(part))
    return Marker(kind, start, match.start("label"), match.end(), end, numbers or (0,), headings.get(start, 0))


def _numbers(written: str) -> tuple[int, ...]:
    """(7,) for 七, Ⅶ, VII or 7; (3, 1) for 3.1 and 3-1."""
    if "Ⅰ" <= written <= "Ⅻ":
        return (ord(written) - 0x215F,)
    if "㈠" <= written <= "㈩":
        return (ord(written) - 0x321F,)
    if written[0].isdecimal():
        return tuple(int(part) for part in re.split(r"[.-]", written))
    if set(written) <= _ROMAN.keys():
        values = [_ROMAN[letter] for letter in written]
        return (sum(-v if v < max(values[n:]) else v for n, v in enumerate(values)),)
    if written.isascii():
        return (ord(written[0].upper()) - ord("A") + 1,)
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
        while listed < len(markers) and not text[_next_line(markers, listed - 1, match.end()) : markers[listed].start].strip():
            listed += 1
        first = markers[at].number, markers[at].kind if at < len(markers) else None
        again = next((n for n in range(at + 1, listed) if (markers[n].number, markers[n].kind) == first), listed)
        dropped.update(range(at, again))
        if at and markers[at - 1].start == match.start():
            dropped.add(at - 1)
    return [marker for n, marker in enumerate(markers) if n not in dropped]


def _next_line(markers: list[Marker], at: int, contents_end: int) -> int:
    return max(contents_end, markers[at].end if at >= 0 else 0)
