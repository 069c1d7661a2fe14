"""What kind of measure an act is, and how binding it is: told by the words of its verb and object.

>>> kind_of("查处", "违法排污行为"), modality_of("探索建立", "积极探索建立碳账户")
('enforcement', <Modality.EXPLORE: 'explore'>)
"""

import re
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.ledger import Modality
from greenall.plans.zh_acts_words import table

_ENCOURAGE = ("鼓励", "支持", "引导", "倡导", "提倡", "积极引导")
_STRIVE = re.compile("力争|争取|努力|力求")


def kind_of(verb: str, words: str) -> str:
    """A key of the measure types; "project" where no word tells."""
    words = _by_chance().sub("", words)
    for name, pattern in _types():
        if pattern.search(verb) or pattern.search(words):
            return name
    return "project"


@cache
def _types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(any_of(group))) for name, group in table()["types"].items())


@cache
def _by_chance() -> re.Pattern[str]:
    return re.compile(any_of(table()["types_not"]["words"]))


def modality_of(verb: str, words: str) -> Modality:
    """ENCOURAGE, EXPLORE, STRIVE or REQUIRE."""
    if verb.startswith(_ENCOURAGE):
        return Modality.ENCOURAGE
    if verb.startswith("探索") or "探索" in words[:8]:
        return Modality.EXPLORE
    if _STRIVE.search(words):
        return Modality.STRIVE
    return Modality.REQUIRE
