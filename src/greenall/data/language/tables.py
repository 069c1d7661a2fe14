"""The language tables: what a language calls its numerals, units, cues and verbs.

One folder a language (`zh`, `ko`, `en`), TOML for groups of words and CSV for lists with columns. A word is added
there, never in code. Entries are written in the folded form of the text (half-width, simplified characters).
"""

import csv
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent


@cache
def words(language: str, table: str) -> dict[str, Any]:
    """The TOML table `table` of `language` as a dictionary."""
    with (_ROOT / language / f"{table}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def shared(table: str) -> dict[str, Any]:
    """The TOML table `table` that holds all languages, keyed by language."""
    with (_ROOT / f"{table}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def rows(language: str, table: str) -> tuple[dict[str, str], ...]:
    """The CSV table `table` of `language`, a dictionary a row."""
    with (_ROOT / language / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def any_of(entries: Iterable[str]) -> str:
    """A regular expression that matches one of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(entries), key=lambda w: (-len(w), w))) + ")"
