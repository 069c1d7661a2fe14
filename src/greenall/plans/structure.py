"""A document -> its articles and clauses.

Which numbers are articles depends on the document: in a Chinese plan with chapters 一、 and parts （一） the parts are
the articles; without them the 一、 are; an ordinance has 第n条, 제n조 or Article n; a plan without numbers falls back
to its headings, then to its paragraphs. Every character belongs to exactly one article; what stands before the first
one is the lead, number "". A chapter's heading belongs to the article that follows it; a chapter with a text of its
own is an article too ("3.0" where its number may be taken).

Numbers  plain arabic: "7" for （七）; "3.1" where numbering begins anew in each chapter; "A1" for an annex.
Clauses  "7.0" is the heading of article 7, "7.1" its first sentence. A chapter's heading is in no clause.
Cost     linear in the length of the text; nothing raises.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from greenall.documents.document import Document
from greenall.documents.folding import Folded, fold
from greenall.plans.clauses import cut, whole
from greenall.plans.heading import find_issued, find_title, guess_language
from greenall.plans.ledger import Article, Clause
from greenall.plans.levels import Levels, choose_levels
from greenall.plans.markers import Kind, Marker, find_markers, reads_as_title
from greenall.quantity.place import Span

__all__ = ["Structure", "find_structure", "guess_language"]


_LISTED = re.compile(r"[-*•□○●◦▪①-⑳]|\(?[0-9a-z가-하]{1,2}[.)]")
_AROUND_TITLE = " \t\n*_#.．。:：()（）【】[]"


@dataclass(frozen=True, slots=True)
class Structure:
    """What a plan is called, when it was issued (None when unsure), and its articles in order."""

    title: str
    issued: date | None
    articles: tuple[Article, ...]


def find_structure(document: Document, language: str) -> Structure:
    """Read the structure of a document written in `language` ("zh", "ko", "en")."""
    folded = fold(document.text, language)
    levels = choose_levels(find_markers(document, folded), folded.text)
    parts = list(_parts(levels, folded.text))
    first = parts[0].start if parts and parts[0].marker is not None else 0
    lead_end = parts[1].start if parts and parts[0].marker is None and len(parts) > 1 else first
    title = find_title(document, folded, lead_end, language)
    issued = find_issued(folded.text, lead_end, language)
    return Structure(title, issued, tuple(_articles(parts, folded, document.text)))


@dataclass(slots=True)
class _Part:
    """An article to be: folded places. `marker` is None for the lead and for paragraphs."""

    start: int
    number: str
    marker: Marker | None
    chapter: str
    end: int = 0
    body: int | None = None


def _parts(levels: Levels, text: str) -> Iterator[_Part]:
    parts = _numbered(levels, text) if levels.starts else _paragraphs(text)
    if parts and not text[: parts[0].start].strip():
        parts[0].start = 0
    elif not parts or parts[0].start:
        parts.insert(0, _Part(0, "", None, ""))
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        part.end = following.start if following else len(text)
    return iter(parts if text else [])


def _numbered(levels: Levels, text: str) -> list[_Part]:
    """One part for each article, each annex and each chapter that has a text of its own."""
    parts: list[_Part] = []
    names, chapters = _Names(), _Chapters()
    chapter, waiting, annexes = "", -1, 0
    for n, marker in enumerate(levels.starts):
        following = levels.starts[n + 1].start if n + 1 < len(levels.starts) else len(text)
        start = marker.start if waiting < 0 else waiting
        if marker.kind is Kind.ANNEX:
            annexes += 1
            parts.append(_Part(start, names.unused(f"A{annexes}"), marker, ""))
        elif levels.is_article(marker):
            own = ("-" if marker.kind is Kind.ARTICLE else ".").join(map(str, marker.number))
            if marker.number == (0,):
                own = str(names.next_free())
            elif levels.restarts and len(marker.number) == 1:
                own = f"{chapters.number}.{own}"
            parts.append(_Part(start, names.unused(own), marker, chapter))
        else:
            chapters.enter(marker)
            chapter = _line_title(text, marker, following)
            if following < len(text) and not text[_title_end(text, marker, following) : following].strip():
                waiting = start
                continue
            own = chapters.number if levels.restarts else f"{chapters.number}.0"
            parts.append(_Part(start, names.unused(own), marker, chapter))
        waiting = -1
    return parts


class _Chapters:
    """Where we stand: part 2, chapter 1 is 2.1."""

    def __init__(self) -> None:
        self._open: list[tuple[tuple[int, int], int]] = []

    def enter(self, marker: Marker) -> None:
        """Go into a chapter; those on its level and below are closed."""
        rank, before = (list(Kind).index(marker.kind), marker.level), 0
        while self._open and self._open[-1][0] >= rank:
            closed, number = self._open.pop()
            before = number if closed == rank else 0
        self._open.append((rank, marker.number[0] or before + 1))

    @property
    def number(self) -> str:
        """The numbers of the open chapters from the widest to the narrowest; "0" before the first."""
        return ".".join(str(number) for _, number in self._open) or "0"


class _Names:
    """Numbers given so far, so that each stays unique."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()
        self._running = 0

    def next_free(self) -> int:
        self._running += 1
        return self._running

    def unused(self, number: str) -> str:
        self._given[number] += 1
        return number if self._given[number] == 1 else self.unused(f"{number}-{self._given[number]}")


def _paragraphs(text: str) -> list[_Part]:
    """A plan without numbers or headings: each paragraph is an article; lists and tables stay with theirs."""
    parts: list[_Part] = []
    joined = False
    for match in re.finditer(r"^[ \t]*+(\S[^\n]*)", text, re.M):
        line = match.group(1)
        is_listed = "\t" in line or _LISTED.match(line)
        if not parts or not (joined or is_listed):
            parts.append(_Part(match.start(), str(len(parts) + 1), None, ""))
        joined = not is_listed and reads_as_title(line)
    return parts


def _title_end(text: str, marker: Marker, limit: int) -> int:
    """Where the title behind a label ends and the text begins; the label's end when there is no title."""
    line = text[marker.label_end : min(marker.end, marker.label_end + 200)]
    if not line.strip(" \t*_"):
        return _title_on_next_line(text, marker, limit)
    if reads_as_title(text[marker.label_end : marker.end]):
        return marker.end
    bracket = re.match(r"[ \t]*(?:\([^()\n]{1,60}\)|【[^】\n]{1,60}】|\[[^\]\n]{1,60}\])", line)
    if bracket:
        return marker.label_end + bracket.end()
    if marker.kind is Kind.ARTICLE:
        return marker.label_end
    sentence = re.match(r"[^。；;:：,，!?\n]{1,50}?(?:。|[:：]|\.(?=[ \t]))", line)
    if sentence and line[sentence.end() :].strip():
        return marker.label_end + sentence.end()
    return marker.label_end


def _title_on_next_line(text: str, marker: Marker, limit: int) -> int:
    """Article 1 / Subject matter: the title stands alone on the line below."""
    following = re.compile(r"\s*([^\n]*)").match(text, marker.end)
    if following and "\t" not in following.group(1) and reads_as_title(following.group(1)):
        return following.end(1) if following.end() < limit else marker.end
    return marker.end


def _line_title(text: str, marker: Marker, limit: int) -> str:
    """A chapter's heading with its label: 二、构建能源体系."""
    return text[marker.label_start : _title_end(text, marker, limit)].strip(" \t*_#\n")


def _articles(parts: list[_Part], folded: Folded, source: str) -> Iterator[Article]:
    text, begun = folded.text, 0
    for n, part in enumerate(parts):
        end = folded.span(part.end, part.end + 1).start if n + 1 < len(parts) else folded.source_length
        span, begun = Span(begun, end), end
        label = title = ""
        clauses: list[Clause] = []
        body = part.start
        if part.marker is not None:
            marker, body = part.marker, _title_end(text, part.marker, part.end)
            label = folded.span(marker.label_start, marker.label_end).of(source).strip()
            title = folded.span(marker.label_end, body).of(source).strip(_AROUND_TITLE)
            if title:
                first, last = next(whole(text, marker.label_start, body))
                clauses.append(Clause(f"{part.number}.0", folded.span(first, last)))
            else:
                body = marker.label_start
        for number, (first, last) in enumerate(cut(text, body, part.end), 1):
            clauses.append(Clause(f"{part.number or 0}.{number}", folded.span(first, last)))
        yield Article(part.number, label, title, part.chapter, span, tuple(clauses))
