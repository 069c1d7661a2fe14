"""Which unit is likely to answer for a row: ranked proposals from a duty directory, each with the words that spoke.

A plan rarely names who is to act, so a directory of duties (TOML, examples/duties) tells which words speak for which
unit, strongly or weakly. A unit that the text names comes first. A word that few units share weighs more than a common
one, a long one more than a short one, a word of the row itself more than one of its sentence or its article's title.
The supervising unit is proposed for its own strong words, for words of coordination and reporting, and when no other
unit speaks. Nothing is proposed when nothing speaks; a proposal is always confirmed by a person.

Errors  BadDirectory (code plans.bad_directory) names the place in the file: unit 3 (water): topics.strong.zh.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any

from greenall.data import examples
from greenall.data.language.tables import words as table_of
from greenall.documents.folding import fold
from greenall.plans.ledger import Suggestion

_PROPOSED = 3
_STRONG, _WEAK, _IN_CONTEXT = 3.0, 1.0, 0.35
_SOFTNESS = 2.0  # a strong word of usual length that no other unit has gives 0.78
_LEAST = Decimal("0.25")  # a weak word of the sentence or a title alone proposes nobody
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a directory: its names, other spellings and the words that speak for it, by language."""

    id: str
    names: Mapping[str, str]
    also: tuple[str, ...]
    is_supervising: bool
    duties: Mapping[str, str]
    strong: Mapping[str, tuple[str, ...]]
    weak: Mapping[str, tuple[str, ...]]

    def name(self, language: str) -> str:
        """The name in `language`, or in any other where it has none."""
        return self.names.get(language) or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Who does what in one administration."""

    id: str
    names: Mapping[str, str]
    units: tuple[Unit, ...]


class BadDirectory(ValueError):
    """A file that is no duty directory; `values` has the file's name and the place that is wrong."""

    code = "plans.bad_directory"

    def __init__(self, name: str, place: str) -> None:
        super().__init__(place)
        self.values = {"name": name, "place": place}


def find_directory(name_or_path: str) -> Path:
    """The file meant by "city" or "province" (the examples), or by a path."""
    if name_or_path not in ("city", "province"):
        return Path(name_or_path)
    return examples() / "duties" / f"{name_or_path}.toml"


def load_directory(path: Path) -> Directory:
    """Read a duty directory. Raises BadDirectory, or OSError when there is no such file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDirectory(path.name, str(error)) from error
    read = _Reader(path.name)
    head = read.table(data, "directory", "directory")
    entries = data.get("unit")
    if not isinstance(entries, list) or not entries:
        raise BadDirectory(path.name, "unit")
    units: list[Unit] = []
    for number, entry in enumerate(entries, 1):
        units.append(read.unit(entry, f"unit {number}"))
        if units[-1].id in {unit.id for unit in units[:-1]}:
            raise BadDirectory(path.name, f"unit {number}: id ({units[-1].id})")
    if sum(unit.is_supervising for unit in units) > 1:
        raise BadDirectory(path.name, "unit: supervising")
    return Directory(read.text(head, "id", "directory"), read.names(head, "name", "directory"), tuple(units))


def suggest(words: str, context: str, directory: Directory, language: str) -> tuple[Suggestion, ...]:
    """The units that most likely answer for a row, best first, at most three.

    words    of the row: who, verb, object
    context  its sentence and the titles it stands under; counts less
    """
    index = _index(directory, language)
    own, around = _folded(words, language), _folded(context, language)
    named: dict[int, str] = {}
    for unit, spelling in (*index.named_in(own, actor_first=True), *index.named_in(around)):
        named.setdefault(unit, spelling)
    spoke: dict[int, dict[str, float]] = {}
    for text, share in ((around, _IN_CONTEXT), (own, 1.0)):
        for word in index.words_in(text):
            for unit, weight in index.topics[word].items():
                spoke.setdefault(unit, {})[word] = weight * (1.0 if word in index.general else share)
    others = [unit for unit in spoke if unit != index.supervising]
    if others and index.supervising in spoke:
        kept = {word: weight for word, weight in spoke[index.supervising].items() if word in index.supervising_words}
        spoke[index.supervising] = kept
    order = list(named)
    ranked = sorted(
        ((_score(unit in named, spoke.get(unit, {})), unit) for unit in {*named, *spoke}),
        key=lambda entry: (order.index(entry[1]) if entry[1] in named else len(order), -entry[0], entry[1]),
    )
    return tuple(
        Suggestion(
            directory.units[unit].id,
            directory.units[unit].name(language),
            score,
            _reasons(named.get(unit), spoke.get(unit, {}), index, language),
        )
        for score, unit in ranked[:_PROPOSED]
        if score >= _LEAST
    )


def _score(is_named: bool, spoke: dict[str, float]) -> Decimal:
    if is_named:
        return Decimal("1.00")
    return min(Decimal(1 - exp(-sum(spoke.values()) / _SOFTNESS)), Decimal("0.99")).quantize(Decimal("0.01"))


def _reasons(name: str | None, spoke: dict[str, float], index: "_Index", language: str) -> tuple[str, ...]:
    strongest = sorted(spoke, key=lambda word: (-spoke[word], word))
    said = [table_of(language, "owners")["named"].format(name=index.printed[name])] if name else []
    return (*said, *(index.printed[word] for word in strongest[:4]))


def _folded(text: str, language: str) -> str:
    """Text as compared: half-width, simplified, without spaces in Chinese and Korean, lower case in English."""
    folded = fold(text, language).text.casefold()
    return " " + folded.replace("-", " ") + " " if language == "en" else "".join(folded.split())


@dataclass(frozen=True, slots=True)
class _Index:
    """A directory made ready for one language. Words are keyed by their first two characters."""

    topics: Mapping[str, Mapping[int, float]]
    spellings: Mapping[str, int]
    printed: Mapping[str, str]
    topics_by_start: Mapping[str, tuple[str, ...]]
    spellings_by_start: Mapping[str, tuple[str, ...]]
    supervising: int
    supervising_words: frozenset[str]
    general: frozenset[str]
    not_ours: tuple[str, ...]
    doubtful_end: str
    after_name: tuple[str, ...]
    language: str

    def words_in(self, text: str) -> set[str]:
        """Topic words in the text; one inside a longer one does not count."""
        return {word for _, word in self._found(text, self.topics_by_start)}

    def named_in(self, text: str, actor_first: bool = False) -> Iterator[tuple[int, str]]:
        """Units whose name stands in the text, unless it is that of a government above or of one that only helps."""
        for at, spelling in self._found(text, self.spellings_by_start):
            is_actor = actor_first and at == 0
            is_doubtful = self.doubtful_end and spelling.endswith(self.doubtful_end) and not is_actor
            if is_doubtful and not text.startswith(self.after_name, at + len(spelling)):
                continue
            if not text[max(0, at - 30) : at].rstrip().endswith(self.not_ours):
                yield self.spellings[spelling], spelling

    def _found(self, text: str, by_start: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[int, str]]:
        reached = 0
        for at in range(len(text)):
            for word in (*by_start.get(text[at : at + 2], ()), *by_start.get(text[at], ())):
                end = at + len(word)
                if end > reached and text.startswith(word, at) and self._is_whole(text, at, end):
                    reached = end
                    yield at, word
                    break

    def _is_whole(self, text: str, at: int, end: int) -> bool:
        """English words begin and end where words do; a plural is the same word."""
        if self.language != "en":
            return True
        rest = text[end : end + 3]
        return not text[at - 1].isalnum() and (
            not rest[:1].isalnum() or (rest[0] == "s" and not rest[1].isalnum()) or rest == "es "
        )


@lru_cache(maxsize=8)
def _index(directory: Directory, language: str) -> _Index:
    printed: dict[str, str] = {}
    base: dict[str, dict[int, float]] = {}
    spellings: dict[str, int] = {}
    table = table_of(language, "owners")
    supervising = next((n for n, unit in enumerate(directory.units) if unit.is_supervising), -1)

    def folded(word: str) -> str:
        form = _folded(word, language).strip()
        printed.setdefault(form, word)
        return form

    for number, unit in enumerate(directory.units):
        for word in unit.weak.get(language, ()):
            base.setdefault(folded(word), {})[number] = _WEAK
        for word in unit.strong.get(language, ()):
            base.setdefault(folded(word), {})[number] = _STRONG
        for spelling in (*unit.names.values(), *unit.also):
            form = folded(spelling)
            if len(form) >= _SHORTEST_NAME:
                spellings.setdefault(form, number)
    speaks_for_it = {folded(word) for word in directory.units[supervising].strong.get(language, ())}
    if supervising >= 0:
        for word in (*table["coordination"], *table["general"]):
            base.setdefault(folded(word), {})[supervising] = _STRONG
            speaks_for_it.add(folded(word))
    topics = {
        word: {unit: weight * _length(word, language) / len(units) for unit, weight in units.items()}
        for word, units in base.items()
    }
    return _Index(
        topics, spellings, printed, _by_start(topics), _by_start(spellings), supervising,
        frozenset(speaks_for_it), frozenset(map(folded, table["general"])),
        tuple(map(folded, (*table["above"], *table["together"]))),
        table.get("doubtful_end", ""), tuple(table.get("after_name", ())), language,
    )  # fmt: skip


def _length(word: str, language: str) -> float:
    """A long word says more: 1 for four Chinese characters, two Korean words, two English words."""
    usual = {"zh": 4, "ko": 5, "en": 12}[language]
    return min(max(len(word) / usual, 0.6), 1.4)


def _by_start(words: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        found.setdefault(word[:2], []).append(word)
    return {start: tuple(group) for start, group in found.items()}


class _Reader:
    """Typed access to the TOML of one file; says where something is wrong."""

    def __init__(self, file: str) -> None:
        self._file = file

    def table(self, data: Any, key: str, place: str) -> dict[str, Any]:
        value = data.get(key) if isinstance(data, dict) else None
        if not isinstance(value, dict):
            raise BadDirectory(self._file, place)
        return value

    def text(self, data: dict[str, Any], key: str, place: str) -> str:
        value = data.get(key)
        if not isinstance(value, str) or not value.strip():
            raise BadDirectory(self._file, f"{place}: {key}")
        return value

    def names(self, data: dict[str, Any], key: str, place: str) -> dict[str, str]:
        """Words by language; at least one language."""
        value = self.table(data, key, f"{place}: {key}")
        if not value:
            raise BadDirectory(self._file, f"{place}: {key}")
        return {language: self.text(value, language, f"{place}: {key}") for language in value}

    def words(self, data: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
        """A list of words; absent means none."""
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            raise BadDirectory(self._file, f"{place}{key}")
        return tuple(value)

    def unit(self, data: Any, place: str) -> Unit:
        if not isinstance(data, dict):
            raise BadDirectory(self._file, place)
        unit_id = self.text(data, "id", place)
        place = f"{place} ({unit_id})"
        supervising = data.get("supervising", False)
        if not isinstance(supervising, bool):
            raise BadDirectory(self._file, f"{place}: supervising")
        topics = self.table(data, "topics", f"{place}: topics") if "topics" in data else {}
        by_weight = {
            weight: {
                language: self.words(words, language, f"{place}: topics.{weight}.")
                for words in [self.table(topics, weight, f"{place}: topics.{weight}")]
                for language in words
            }
            for weight in ("strong", "weak")
            if weight in topics
        }
        return Unit(
            unit_id,
            self.names(data, "name", place),
            self.words(data, "also", f"{place}: "),
            supervising,
            self.names(data, "duties", place) if "duties" in data else {},
            by_weight.get("strong", {}),
            by_weight.get("weak", {}),
        )
