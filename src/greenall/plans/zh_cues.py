"""The words right before and right after a Chinese figure: bound, change, reach.

>>> before("秸秆综合利用率力争稳定在").name
'秸秆综合利用率'
>>> after("以上的行政村", 0)
(<Bound.AT_LEAST: '>='>, 2)
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from greenall.data.language.tables import any_of, words
from greenall.quantity.amount import Bound, Change


@dataclass(frozen=True, slots=True)
class Before:
    """What was read leftwards from the figure. `name` is what remains to the left."""

    name: str
    bound: Bound
    change: Change
    strict: bool
    reach: str  # the reach verb, "" if none
    cue: str  # all cue words, in the order of the text


def cues() -> dict[str, Any]:
    """The table of cue words."""
    return words("zh", "cues")


@cache
def _endings() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    table = cues()["before"]
    kinds: dict[str, tuple[str, str]] = {}
    for kind in ("equal", "at_least", "at_most", "about"):
        kinds |= dict.fromkeys(table[kind], ("reach" if kind == "equal" else "bound", kind))
    for kind in ("increase", "decrease"):
        kinds |= dict.fromkeys(table[kind], ("change", kind))
    return re.compile(any_of(kinds) + "$"), kinds


@cache
def _adverb_ending() -> re.Pattern[str]:
    return re.compile(
        "(?:"
        + any_of(
            [
                "力争",
                "分别",
                "均",
                "争取",
                "累计",
                "年均",
                "要",
                "应",
                "须",
                "必须",
                "将",
                "力求",
                "不断",
                "合计",
                "总计",
                "共",
                "都",
                "逐步",
                "稳步",
                "持续",
                "基本",
                "也",
                "各",
                "有望",
                "尽量",
                "努力",
                "任何年份",
                "每日",
                "每天",
                "日均",
                "每年",
                "每月",
                "总数",
                "人均",
            ]
        )
        + ")$"
    )


_BOUNDS = {"at_least": Bound.AT_LEAST, "at_most": Bound.AT_MOST, "about": Bound.ABOUT}
_CHANGES = {"increase": Change.INCREASE, "decrease": Change.DECREASE}


def before(left: str) -> Before:
    """Read the cue words at the end of `left`, the text in front of a figure."""
    pattern, kinds = _endings()
    table = cues()["before"]
    bound, change, strict, reach = Bound.NONE, Change.NONE, False, ""
    taken: list[str] = []
    while match := pattern.search(left):
        word = match.group()
        role, kind = kinds[word]
        if role == "bound":
            if bound is Bound.NONE:
                bound = _BOUNDS[kind]
            strict = strict or word in table["strict"]
        elif reach or change:
            break
        elif role == "change":
            change = _CHANGES[kind]
        else:
            reach = word
        taken.insert(0, word)
        left = left[: match.start()]
        while adverb := _adverb_ending().search(left):
            left = left[: adverb.start()]
        if not left or (len(word) == 1 and role == "reach"):
            break
    nouns = cues()["before"]["change_nouns"]
    if bound is not Bound.NONE and not change and not reach:
        for kind, group in nouns.items():
            for noun in group:
                if left.endswith(noun):
                    left, change = left.removesuffix(noun), _CHANGES[kind]
    return Before(left, bound, change, strict, reach, "".join(taken))


@cache
def _followers() -> tuple[re.Pattern[str], dict[str, Bound]]:
    table = cues()["after"]
    kinds = {word: _BOUNDS[kind] for kind in ("at_least", "at_most", "about") for word in table[kind]}
    return re.compile(any_of(kinds)), kinds


_AFTER_BOUND = ("", ",", "。", ";", "、", ")", "\n", "的")


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(any_of(cues()["after"]["nothing"]) + r"(?=[,;:。、)\n]|$)")


def after(text: str, at: int) -> tuple[Bound, int]:
    """The bound that stands right behind a figure and where the words behind it begin."""
    pattern, kinds = _followers()
    bound = Bound.NONE
    match = pattern.match(text, at)
    # 内 and 起 alone begin other words (内河, 起步区)
    if match and (len(match.group()) > 1 or text[match.end() : match.end() + 1] in _AFTER_BOUND):
        bound, at = kinds[match.group()], match.end()
    if match := _fillers().match(text, at):
        at = match.end()
    return bound, at


@cache
def opening_change() -> tuple[re.Pattern[str], dict[str, Change]]:
    """Verbs that make the object of the clause a change: 新增, 压减."""
    table = cues()["opening"]
    kinds = {word: _CHANGES[kind] for kind in ("increase", "decrease") for word in table[kind]}
    return re.compile(any_of(kinds) + "(?!值|材)"), kinds


@cache
def has(group: str) -> re.Pattern[str]:
    """A pattern for any word of a group of `[context]` or `[frame]`."""
    return re.compile(any_of(cues()["context"].get(group) or cues()["frame"][group]))
