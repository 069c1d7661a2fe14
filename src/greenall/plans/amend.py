"""What a new version of a plan adds, changes, moves and drops, matched by meaning and not by position.

Targets are matched by their indicator, what their unit measures and their scope; measures by verb and object. The best
pairs are taken first and no row is used twice. Amounts are compared as converted: 13万亩 and 130,000亩 are the same.

Moved       a row that stands in another article, or whose article stands in another order among those that stayed. An
            article that only got another number because others were added or dropped has not moved.
Changed     a row with a field that differs; a changed row that also moved lists its article among the changes.
Left out    repeats of a target.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum

from rapidfuzz import fuzz, process

from greenall.documents.folding import fold
from greenall.plans.ledger import Change, Ledger, Measure, Target
from greenall.plans.review import Row

_CANDIDATE = 45  # per cent of likeness below which two names are never compared further
_SAME_ARTICLE = 60  # per cent of likeness for two articles to be one
_ARTICLE_START = 600  # characters by which articles are compared
_TARGET_MATCH = 0.6
_MEASURE_MATCH = 0.62
_TARGET_FIELDS = ("indicator", "amount", "relative_to", "baseline", "deadline", "scope", "condition", "modality")
_MEASURE_FIELDS = ("verb", "object", "actor", "partner", "deadline", "scope", "modality")


class DifferenceKind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One row that is not as it was. Ids, articles and names are empty on the side where there is no row."""

    kind: DifferenceKind
    row_kind: str  # "target" | "measure"
    old_id: str
    new_id: str
    old_article: str
    new_article: str
    old_name: str  # indicator, or verb and object
    new_name: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions compared: what is not as it was, in order of the new version, and how many rows are."""

    old_title: str
    new_title: str
    rows: tuple[RowDifference, ...]
    unchanged: int

    def count(self, kind: DifferenceKind) -> int:
        """How many rows differ in this way."""
        return sum(row.kind is kind for row in self.rows)


def compare(old: Ledger, new: Ledger) -> Difference:
    """The difference of two versions of a plan."""
    articles = _match_articles(old, new)
    in_place = _in_place(old, new, articles)
    differences: list[RowDifference] = []
    unchanged = 0
    for row_kind in ("target", "measure"):
        before, after = _rows(old, row_kind), _rows(new, row_kind)
        pairs = _match_rows(before, after, old.source.language, articles)
        matched = set(pairs.values())
        dropped = [
            _one_sided(DifferenceKind.DROPPED, row_kind, row) for n, row in enumerate(before) if n not in matched
        ]
        for number, row in enumerate(after):
            if number not in pairs:
                differences.append(_one_sided(DifferenceKind.ADDED, row_kind, row))
                continue
            found = _difference(row_kind, before[pairs[number]], row, in_place)
            if found:
                differences.append(found)
            else:
                unchanged += 1
        differences += dropped
    return Difference(old.source.title, new.source.title, tuple(differences), unchanged)


def dump_difference(difference: Difference) -> str:
    """The difference as JSON text."""
    counts = {kind.value: difference.count(kind) for kind in DifferenceKind}
    plain = {"format": "greenall-difference/1", "summary": {**counts, "unchanged": difference.unchanged}}
    return json.dumps({**plain, **asdict(difference)}, ensure_ascii=False, indent=1) + "\n"


def name_of(row: Row) -> str:
    """What a row is about, in a few words of the plan."""
    return row.indicator if isinstance(row, Target) else f"{row.verb} {row.object}".strip()


def _rows(ledger: Ledger, row_kind: str) -> tuple[Row, ...]:
    return tuple(row for row in ledger.targets if not row.repeats) if row_kind == "target" else ledger.measures


def _match_articles(old: Ledger, new: Ledger) -> dict[str, str]:
    """Old number -> new number of the articles that are the same by their title and first words."""
    starts = []
    for ledger in (old, new):
        texts = (f"{article.title}\n{ledger.quote(article.span)[:_ARTICLE_START]}" for article in ledger.articles)
        starts.append([_folded(text, ledger.source.language) for text in texts])
    likeness = _candidates(starts[0], starts[1], _SAME_ARTICLE)
    pairs = _best_pairs([(score, before, after) for before, after, score in likeness])
    return {old.articles[before].number: new.articles[after].number for after, before in pairs.items()}


def _in_place(old: Ledger, new: Ledger, articles: dict[str, str]) -> set[tuple[str, str]]:
    """The pairs of articles whose rank among the articles that stayed is what it was."""
    stayed_old = [article.number for article in old.articles if article.number in articles]
    stayed_new = [article.number for article in new.articles if article.number in set(articles.values())]
    return {
        pair for pair in zip(stayed_old, stayed_new, strict=False) if articles[pair[0]] == pair[1]
    }  # the order of both lists is that of the documents


def _match_rows(before: Sequence[Row], after: Sequence[Row], language: str, articles: dict[str, str]) -> dict[int, int]:
    """New position -> old position of the rows that are the same by meaning."""
    names_before, names_after = ([_folded(name_of(row), language) for row in rows] for rows in (before, after))
    scored = []
    for old_at, new_at, percent in _candidates(names_before, names_after, _CANDIDATE):
        old, new = before[old_at], after[new_at]
        score = percent / 100
        if isinstance(old, Target) and isinstance(new, Target):
            score = _target_likeness(old, new, score)
            least = _TARGET_MATCH
        else:
            score, least = _measure_likeness(old, new, score), _MEASURE_MATCH
        if score >= least:
            scored.append((score + (0.1 if articles.get(old.article) == new.article else 0), old_at, new_at))
    return _best_pairs(scored)


def _target_likeness(old: Target, new: Target, name: float) -> float:
    """0..1: the name counts most; another kind of quantity or another scope speaks against."""
    score = 0.8 * name + 0.2
    if old.unit_norm != new.unit_norm:
        score -= 0.2
    if old.comparator.is_change != new.comparator.is_change:
        score -= 0.1
    if old.scope != new.scope:
        score -= 0.1 * (1 - fuzz.ratio(old.scope, new.scope) / 100)
    if (old.value_norm, old.deadline.iso) != (new.value_norm, new.deadline.iso):
        score -= 0.05
    return score


def _measure_likeness(old: Row, new: Row, name: float) -> float:
    score = 0.85 * name + 0.15
    if isinstance(old, Measure) and isinstance(new, Measure):
        score -= 0.1 * (old.verb != new.verb) + 0.05 * (old.type != new.type)
    return score


def _candidates(before: Sequence[str], after: Sequence[str], least: float) -> list[tuple[int, int, float]]:
    """All pairs whose likeness in per cent is at least `least`, found by the library in one pass a row."""
    return [
        (old_at, new_at, score)
        for old_at, name in enumerate(before)
        for _, score, new_at in process.extract(name, after, scorer=fuzz.ratio, score_cutoff=least, limit=None)
    ]


def _best_pairs(scored: list[tuple[float, int, int]]) -> dict[int, int]:
    """Greedy: the likeliest pair first, ties in order of the documents; each row is used once."""
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, before, after in sorted(scored, key=lambda each: (-each[0], abs(each[1] - each[2]), each[1], each[2])):
        if before not in used and after not in pairs:
            pairs[after] = before
            used.add(before)
    return pairs


def _difference(row_kind: str, old: Row, new: Row, in_place: set[tuple[str, str]]) -> RowDifference | None:
    is_moved = old.article != new.article and (old.article, new.article) not in in_place
    fields = _TARGET_FIELDS if isinstance(new, Target) else _MEASURE_FIELDS
    changes = tuple(
        Change(field, _field(old, field), _field(new, field)) for field in fields if not _is_same(old, new, field)
    )
    if not changes and not is_moved:
        return None
    if changes and is_moved:
        changes = (*changes, Change("article", old.article, new.article))
    kind = DifferenceKind.CHANGED if changes else DifferenceKind.MOVED
    names = (name_of(old), name_of(new))
    return RowDifference(kind, row_kind, old.id, new.id, old.article, new.article, *names, changes)


def _is_same(old: Row, new: Row, field: str) -> bool:
    key: Callable[[Row], object] = _amount_key if field == "amount" else lambda row: _squash(_field(row, field))
    return key(old) == key(new)


def _amount_key(row: Row) -> object:
    assert isinstance(row, Target)
    value, value2 = (row.value if row.value_norm is None else row.value_norm), row.value2_norm
    return row.comparator, row.strict, value, value2, row.unit_norm or row.unit


def _field(row: Row, field: str) -> str:
    """A field as text for the list of changes."""
    if isinstance(row, Target) and field == "amount":
        values = "-".join(format(value, "f") for value in (row.value, row.value2) if value is not None)
        return f"{row.comparator} {values}{row.unit}".strip()
    if isinstance(row, Target) and field == "baseline":
        value = row.baseline.value
        parts = (row.baseline.year, None if value is None else format(value, "f"))
        return " ".join(str(part) for part in parts if part is not None)
    if field == "deadline":
        return row.deadline.iso or ("" if row.deadline.window == "none" else str(row.deadline.window))
    value_of = getattr(row, field)
    return format(value_of, "f") if isinstance(value_of, Decimal) else str(value_of)


def _one_sided(kind: DifferenceKind, row_kind: str, row: Row) -> RowDifference:
    if kind is DifferenceKind.ADDED:
        return RowDifference(kind, row_kind, "", row.id, "", row.article, "", name_of(row))
    return RowDifference(kind, row_kind, row.id, "", row.article, "", name_of(row), "")


def _folded(text: str, language: str) -> str:
    return fold(text, language).text.lower()


def _squash(text: str) -> str:
    return "".join(text.split()).lower()
