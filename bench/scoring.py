"""How found targets are compared with the labelled ones: the rules of the count, used by `accuracy` and `peer`.

Value    the same value_norm (and value2), one to one, greedy in the order of the text
Whole    value, comparator, unit, deadline the same and the indicator alike: a ratio of at least 0.6 of its folded
         characters, or one contains the other
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from greenall.documents.folding import fold
from greenall.plans.batch import read_targets
from greenall.plans.ledger import Target, Tier

SENTENCES = Path(__file__).resolve().parent / "sentences"
LANGUAGES = ("zh", "ko", "en")
HALVES = ("dev", "dev2", "test")
FIELDS = ("indicator", "comparator", "unit", "deadline", "baseline_year")
_ALIKE = 60
_TOLERANCE = Decimal("0.0002")  # of the value: labels write two thirds as 66.67


@dataclass(frozen=True, slots=True)
class Row:
    """A target, labelled or found, in the form in which they are compared."""

    indicator: str
    comparator: str
    value: Decimal | None
    value2: Decimal | None
    unit: str
    deadline: str
    baseline_year: str
    confidence: Decimal = Decimal(1)

    def same_value(self, other: "Row") -> bool:
        return _near(self.value, other.value) and _near(self.value2, other.value2)

    def is_value(self, value: Decimal) -> bool:
        """Is a bare number this row's value? For a peer that has no pairs."""
        return _near(value, self.value)

    def right(self, other: "Row") -> dict[str, bool]:
        """Which fields of a found row agree with the labelled one."""
        return {
            "indicator": alike(self.indicator, other.indicator),
            **{name: getattr(self, name) == getattr(other, name) for name in FIELDS[1:]},
        }

    def is_whole(self, other: "Row") -> bool:
        fields = self.right(other)
        return self.same_value(other) and all(fields[name] for name in ("indicator", "comparator", "unit", "deadline"))


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence with its labels."""

    id: str
    language: str
    text: str
    written_on: date | None
    phenomena: tuple[str, ...]
    gold: tuple[Row, ...]


@dataclass(slots=True)
class Scored:
    """One item with what was found in it."""

    item: Item
    found: list[Row]
    implicit: int  # rows told by words, not counted here
    pairs: list[tuple[Row, Row]] = field(default_factory=list)  # labelled, found
    whole: int = 0

    @property
    def missed(self) -> list[Row]:
        paired = [id(gold) for gold, _ in self.pairs]
        return [gold for gold in self.item.gold if id(gold) not in paired]

    @property
    def false(self) -> list[Row]:
        paired = [id(row) for _, row in self.pairs]
        return [row for row in self.found if id(row) not in paired]


@dataclass(slots=True)
class Count:
    """Totals over items."""

    items: int = 0
    gold: int = 0
    found: int = 0
    values: int = 0
    whole: int = 0

    @property
    def precision(self) -> float:
        return self.values / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.values / self.gold if self.gold else 1.0

    @property
    def value_f1(self) -> float:
        return f1(self.values, self.found, self.gold)

    @property
    def whole_f1(self) -> float:
        return f1(self.whole, self.found, self.gold)


def f1(right: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if found + gold else 1.0


def load(language: str, half: str) -> list[Item]:
    """The labelled sentences of one half."""
    lines = (SENTENCES / f"{language}-{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_item(json.loads(line)) for line in lines if line.strip()]


def score(item: Item) -> Scored:
    """Read the item's text and pair what was found with the labels."""
    targets = read_targets(item.text, language=item.language, issued=item.written_on)
    found = [found_row(target) for target in targets if target.tier is Tier.FIGURE]
    scored = Scored(item, found, len(targets) - len(found))
    free = list(found)
    for gold in item.gold:
        match = next((row for row in free if row.same_value(gold)), None)
        if match is not None:
            free = [row for row in free if row is not match]
            scored.pairs.append((gold, match))
    scored.whole = sum(found.is_whole(gold) for gold, found in scored.pairs)
    return scored


def total(scored: Iterable[Scored]) -> Count:
    """The totals of some items."""
    count = Count()
    for one in scored:
        count.items += 1
        count.gold += len(one.item.gold)
        count.found += len(one.found)
        count.values += len(one.pairs)
        count.whole += one.whole
    return count


def field_shares(scored: Iterable[Scored]) -> dict[str, tuple[int, int]]:
    """For each field: right, of all value matches."""
    right: Counter[str] = Counter()
    matches = 0
    for one in scored:
        for gold, found in one.pairs:
            matches += 1
            right.update(name for name, same in found.right(gold).items() if same)
    return {name: (right[name], matches) for name in FIELDS}


def by_tag(scored: Iterable[Scored]) -> Iterator[tuple[str, Count]]:
    """Totals of the items that show a phenomenon, in the order of the alphabet."""
    groups: dict[str, list[Scored]] = {}
    for one in scored:
        for tag in one.item.phenomena:
            groups.setdefault(tag, []).append(one)
    return ((tag, total(groups[tag])) for tag in sorted(groups))


def reliability(scored: Iterable[Scored]) -> Iterator[tuple[str, int, int, int]]:
    """By stated confidence: rows found, with a right value, wholly right."""
    steps = (Decimal("0.95"), Decimal("0.85"), Decimal("0.7"), Decimal("0.5"), Decimal(0))
    names = ("0.95 to 1", "0.85 to 0.94", "0.70 to 0.84", "0.50 to 0.69", "below 0.50")
    counts = [[0, 0, 0] for _ in steps]
    for one in scored:
        whole = {id(found) for gold, found in one.pairs if found.is_whole(gold)}
        paired = {id(found) for _, found in one.pairs}
        for row in one.found:
            place = next(n for n, least in enumerate(steps) if row.confidence >= least)
            counts[place][0] += 1
            counts[place][1] += id(row) in paired
            counts[place][2] += id(row) in whole
    return ((name, *numbers) for name, numbers in zip(names, counts, strict=True) if numbers[0])  # type: ignore[misc]


def alike(one: str, other: str) -> bool:
    """Do two indicators name the same thing?"""
    first, second = folded(one), folded(other)
    if not first or not second:
        return first == second
    return first in second or second in first or fuzz.ratio(first, second) >= _ALIKE


def folded(words: str) -> str:
    """Words as compared: half-width, simplified characters, lower case, without spaces."""
    return "".join(unicodedata.normalize("NFKC", fold(words, "zh").text).casefold().split())


def _near(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _TOLERANCE * abs(other)


def decimal(value: Any) -> Decimal | None:
    """A figure of JSON or CSV; None for an empty one."""
    return None if value is None or value == "" else Decimal(str(value))


def _item(data: dict[str, Any]) -> Item:
    return Item(
        data["id"],
        data["lang"],
        data["text"],
        date.fromisoformat(data["doc_date"]) if data.get("doc_date") else None,
        tuple(data.get("phenomena", ())),
        tuple(labelled(target) for target in data["targets"]),
    )


def labelled(data: dict[str, Any]) -> Row:
    """A label as a row."""
    return Row(
        data["indicator"],
        data["comparator"],
        decimal(data["value_norm"]),
        decimal(data["value2"]),
        folded(data["unit_norm"]),
        data["deadline"],
        str(data["baseline_year"] or ""),
    )


def found_row(target: Target) -> Row:
    """A target of ours as a row."""
    return Row(
        target.indicator,
        target.comparator.value,
        target.value_norm,
        target.value2,
        folded(target.unit_norm),
        target.deadline.iso,
        str(target.baseline.year or ""),
        target.confidence,
    )
