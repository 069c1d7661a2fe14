"""The words of Chinese measures as patterns: one compiled expression a group of the table `measures.toml`."""

import re
from functools import cache
from typing import Any

from greenall.data.language.tables import any_of, words


def table() -> dict[str, Any]:
    """The table of measure words."""
    return words("zh", "measures")


@cache
def group(part: str, name: str) -> re.Pattern[str]:
    """One of the words of a group."""
    return re.compile(any_of(table()[part][name]))


@cache
def listed(part: str, name: str) -> frozenset[str]:
    """The words of a group as a set; `part` is "" for a group outside the parts."""
    return frozenset((table()[part] if part else table())[name])


@cache
def link() -> re.Pattern[str]:
    """A word that opens a phrase in front of the verb."""
    return re.compile(any_of(table()["frame"]["links"]))


@cache
def verb() -> re.Pattern[str]:
    """A verb of doing, or two or three that stand together: 推进, 推动建立, 建立和完善, 新建、改建、扩建."""
    one = f"(?:{any_of(table()['compounds'])}(?!的)|{any_of(table()['verbs'])})"
    leading = any_of(table()["leading"])
    return re.compile(rf"(?:{leading}(?={one}(?![人者商业])))?{one}(?:(?:和|、|与|并|及){one}(?![的、和率力]|$))*")


@cache
def predicate() -> re.Pattern[str]:
    """A verb that tells an act behind a phrase or a subject too, with a verb that it may lead."""
    one = any_of(table()["predicates"])
    return re.compile(rf"(?:(?:组织|联合|探索|推动|研究)(?={one}))?{one}")


@cache
def disposal() -> re.Pattern[str]:
    """纳入, 列入, 报送: what becomes of the thing behind 将."""
    return re.compile(any_of(table()["disposals"]))


@cache
def ending() -> re.Pattern[str]:
    """What stands at the end of "subject + degree + verb"."""
    degrees = any_of(table()["degrees"])
    return re.compile(rf"(?P<degree>{degrees}*)(?P<verb>{any_of(table()['endings'])})(?:到位)?$")


@cache
def state() -> re.Pattern[str]:
    """A state at the end of a clause that stands for a verb: 稳中有降."""
    return re.compile(any_of(table()["states"]) + "$")


def nominal(after: str, *, inner: bool) -> bool:
    """True when what follows a verb makes it part of a name: 利用率, 实施情况; inside a clause also 实施方案."""
    if group("frame", "nominal").match(after):
        return True
    unless = table()["frame"]["nominal_unless"].get(after[:1])
    if unless is not None and not after[1:].startswith(tuple(unless)):
        return True
    return inner and bool(group("frame", "inner_nominal").match(after))
