"""Words of `context.toml` around a figure: is one of them in a stretch of a Korean sentence?

>>> has("survey", "words", "응답자의 64%가"), breaks_down("직종별로는 단열 600명")
(True, True)
"""

import re
from functools import cache

from greenall.data.language.tables import any_of, words

Verdict = tuple[str, str]  # class of the figure account, rule


@cache
def entries(table: str, name: str) -> frozenset[str]:
    """A list of words of context.toml."""
    return frozenset(words("ko", "context")[table][name])


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    return re.compile(any_of(words("ko", "context")[table][name]))


@cache
def measured() -> re.Pattern[str]:
    """Ends with what is measured of those who are covered: 연면적, 상시 근로자가."""
    return re.compile(any_of(words("ko", "context")["threshold"]["nouns"]) + r"[이가은는의]?\s*(?:연간\s*)?$")


def has(table: str, name: str, text: str) -> bool:
    """True when one of the words stands in `text`."""
    return bool(pattern(table, name).search(text))


_BY_PARTS = re.compile(r"[가-힣]{2,}별로?(?:는)?\s")


def breaks_down(text: str) -> bool:
    """분야별로는, 이 중: the figures that follow are parts of the one before."""
    return has("breakdown", "words", text) or bool(_BY_PARTS.search(text))


TOPIC = ("은", "는", "이", "가", "도", "에서는", "의 경우")
