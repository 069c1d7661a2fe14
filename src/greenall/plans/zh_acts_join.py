"""Is an act of its own, or does it go on with the act before it in the sentence?

A clause goes on where it only tells what comes of the act (形成…格局), gives its figure, continues what somebody else
was asked to do (鼓励企业…, 创新…), or speaks of the same thing. It begins a measure where it has a mark of its own
(积极, 加快), its own count beside another, puts something on a list (纳入), or names a title to apply for (申报).

>>> recycling, result = Said("推进", "废旧轮胎回收", "zh.act_opening"), Said("形成", "规范有序的回收格局", "zh.act_opening")
>>> goes_on([Earlier(recycling, False, 0)], result, counted=False, part=0)
True
"""

import re
from dataclasses import dataclass
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.zh_acts_said import Said
from greenall.plans.zh_acts_words import group, listed, table


@dataclass(frozen=True, slots=True)
class Earlier:
    """An act that already stands in the sentence. `counted`: its own clause has a figure."""

    said: Said
    counted: bool
    part: int


def goes_on(earlier: list[Earlier], said: Said, *, counted: bool, part: int) -> bool:
    """True when `said` belongs to the acts before it in the sentence."""
    before = earlier[-1].said
    here = [one for one in earlier if one.part == part]
    if said.rule in ("zh.act_for_title", "zh.strive_for_figure") or _is_listed(said):
        return False
    if said.verb in listed("join", "always"):
        repeated = (
            said.verb in listed("", "disposals") and said.verb in before.object and said.rule != "zh.act_disposed"
        )
        return repeated or bool(before.asked) and said.verb in listed("join", "of_the_asked")
    result = is_result(said)
    if not here:
        return result
    if said.rule == "zh.act_of_subject" and _reaches(said, before):
        return True
    if _has_own_subject(said, before) and not counted:
        return False
    if len(said.object) <= 4 and said.verb in listed("join", "soft") and not _is_marked_by(said.opening):
        return True
    if counted and said.opening.endswith("其中"):
        return True
    if before.asked:
        return not (_is_own(said) or counted and not result)
    if result or elaborates(said):
        return True
    if said.verb == "支持" and not said.actor and said.object.endswith(("项目", "项目建设")):
        return True  # 争取资金, 支持…项目: what it is for
    if counted and not _is_marked(said):
        return not any(one.counted for one in here)
    if said.opening in listed("join", "weak_marks") and same_topic([one.said for one in here], said):
        return True
    if _is_marked(said):
        return False
    if said.verb == "落实":
        return "《" in said.object
    short = len(_content(said.object)) <= 2 and said.verb in listed("join", "soft")
    return short or same_topic([one.said for one in here], said)


def _has_own_subject(said: Said, before: Said) -> bool:
    """Somebody else acts, or it applies to something else: 重点企业建立…, 新建建筑执行…."""
    if said.rule == "zh.act_of_subject":
        return True
    return said.rule == "zh.act_of_actor" and bool(said.actor) and said.actor != before.actor


def _reaches(said: Said, before: Said) -> bool:
    """What is told of the thing of the act before, of an indicator, or of "all there is": 使用量实现负增长."""
    if said.verb not in ("实现", "完成", "建成"):
        return False
    topic = Said(said.verb, said.scope, said.rule)
    return said.scope.endswith(("率", "量", "水平", "强度")) or "尽" in said.object[2:3] or same_topic([before], topic)


def elaborates(said: Said) -> bool:
    """特别是 and 尤其是 open no new act."""
    return said.opening.startswith(("特别是", "尤其是"))


def leads_in(said: Said) -> bool:
    """True when a clause at the head only leads to the next act: 加大宣传力度, 提高…水平, 拓宽…渠道."""
    if said.verb not in listed("join", "results") or said.actor:
        return False
    return (
        said.object.endswith(tuple(table()["join"]["means"])) or len(said.object) == 4 and said.object.endswith("力度")
    )


def is_result(said: Said) -> bool:
    """True when the act only tells what comes of another one."""
    if said.rule in ("zh.act_at_end", "zh.act_of_actor", "zh.act_of_subject"):
        return False
    return said.verb in listed("join", "results") or said.object.endswith(tuple(table()["join"]["result_nouns"]))


def _is_listed(said: Said) -> bool:
    """打造一批…, 形成一批…: a result that is counted is a measure all the same."""
    return said.verb in listed("join", "results") and said.object.startswith(tuple(table()["join"]["counted"]))


def _is_own(said: Said) -> bool:
    """What the unit itself does, not who it asks: 实施, 推动设立; 开展…创建."""
    if said.rule != "zh.act_opening" and said.verb in listed("join", "asks"):
        return False  # 鼓励银行…, 以多种工具支持…
    return said.verb.startswith(tuple(table()["join"]["own"])) or said.object.endswith(("创建", "申报"))


def _is_marked(said: Said) -> bool:
    return said.strives or _is_marked_by(said.opening) or bool(group("join", "marks").match(said.verb))


def _is_marked_by(opening: str) -> bool:
    return bool(group("join", "marks").search(opening))


@cache
def _general() -> re.Pattern[str]:
    return re.compile(any_of(table()["join"]["general"]) + "|[、,“”的和与及等]")


def _content(words: str) -> str:
    """The words without general ones."""
    return _general().sub("", words)


def same_topic(earlier: list[Said], said: Said) -> bool:
    """True when both name the same thing: three characters in a row that are no general words, or the same head."""
    two = _general().sub(" ", said.object)
    pieces = {two[i : i + 3] for i in range(len(two) - 2) if " " not in two[i : i + 3]}
    ones = [_general().sub(" ", one.object) for one in earlier]
    head = two[:2] if " " not in two[:2] else ""
    return any(any(piece in one for piece in pieces) or bool(head) and one.startswith(head) for one in ones)
