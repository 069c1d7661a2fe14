"""Targets of single passages, without a plan around them: what `greenall targets --jsonl` and the benchmarks use."""

from datetime import date

from greenall.documents import from_text
from greenall.plans import languages
from greenall.plans.compile import read_passage
from greenall.plans.ledger import Target, Tier
from greenall.plans.passages import FoldedDocument
from greenall.plans.rows import target_from
from greenall.plans.structure import guess_language
from greenall.quantity.place import Span


def read_targets(text: str, language: str | None = None, issued: date | None = None) -> tuple[Target, ...]:
    """The targets of `text` in order, T01 ... for figures and W01 ... for quantities told by words.

    language  "zh", "ko" or "en"; guessed when not given
    issued    the day of the document, for relative times and to tell the past from the future

    Spans count characters of `text`. Raises KeyError for an unknown language.
    """
    if not text.strip():
        return ()
    document = from_text(text)
    code = language or guess_language(text)
    reader = languages.language(code)
    folded = FoldedDocument.of(document, code)
    rows: list[Target] = []
    count = {Tier.FIGURE: 0, Tier.WORDS: 0}
    for passage in folded.passages(Span(0, len(document.text))):
        for one in read_passage(passage, reader, issued).commitments:
            count[one.tier] += 1
            rows.append(
                target_from(
                    one,
                    id=f"{'T' if one.tier is Tier.FIGURE else 'W'}{count[one.tier]:02d}",
                    article="",
                    clause="",
                    published=lambda span, start=passage.start: folded.published(span, start),  # type: ignore[misc]
                    written=lambda words, span, start=passage.start: folded.words(words, span.end + start),  # type: ignore[misc]
                    unit_written=lambda words, span, start=passage.start: folded.unit(words, span.end + start),  # type: ignore[misc]
                    text=document.text,
                    language=code,
                )
            )
    return tuple(rows)
