"""Who acts: the words that name somebody who can.

>>> actor_of("全市规模化养殖场"), actor_of("有条件的乡村公路")
('规模化养殖场', '')
"""

import re
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.zh_acts_front import strip_end, trim
from greenall.plans.zh_acts_words import table


@cache
def _agents() -> re.Pattern[str]:
    return re.compile(any_of(table()["who"]["agents"]))


@cache
def _limits() -> re.Pattern[str]:
    return re.compile(any_of(table()["who"]["limits"]) + "+")


_PHRASE = re.compile(r"(?:按照?|根据|结合|依托|通过|利用|在|对|向|以(?![上下内外]))[^,;。]*$")


def actor_of(words: str) -> str:
    """Who acts, if the words name somebody who can; "" otherwise."""
    words = _PHRASE.sub("", strip_end(trim(words)))
    words = strip_end(_limits().sub("", words, count=1) if _limits().match(words) else words)
    if not 2 <= len(words) <= 40:
        return ""
    ends = [match.end() for match in _agents().finditer(words)]
    return trim(words) if ends and ends[-1] == len(words) else ""


def first_agent(words: str) -> str:
    """The shortest beginning that ends with somebody who can act; "" if there is none."""
    for match in _agents().finditer(words):
        if match.end() >= 2 and words[match.end() : match.end() + 1] not in ("(", "、", "和", "等", "的"):
            return words[: match.end()]
    return ""
