"""The words around a Chinese figure: cues in front of it and behind it, and the name on the side where it stands.

A figure has its name in front (秸秆综合利用率达到90%) or behind (建设12个绿色防控示范区). Cue words, the kind of unit and
what follows decide which.
"""

import re
from dataclasses import dataclass

from greenall.plans.zh_cues import Before, after, before
from greenall.plans.zh_indicator import NO_ACT, Name, act_ending, act_opening, clean, is_only_verbs, without_times
from greenall.plans.zh_sentence import Clause
from greenall.quantity.amount import Amount, Bound

REACH_ENDING = re.compile(
    r"(?:提高|提升|增加|增长|扩大|上升|降低|下降|减少|压减|压缩|缩减|缩短|达|升|降|增|减|扩建|控制|压降|恢复|发展|延长)(?:到|至|在)$"
)
COVERING = ("覆盖", "惠及", "占", "实现", "完成")
_ACTING = ("完成", "实现", "覆盖", "惠及")
_NAME_START = re.compile(r"的?[\u4e00-\u9fffA-Za-z“《0-9]|\([^()]{1,6}\)[\u4e00-\u9fff]")
_JOINT = re.compile(r"(?:以及|和|与|及|并)(?:至少|不少于|约|近|超过|不低于)?$")
_FROM = re.compile(r"(?:由|从)(?!事|业|而|于|此|源头|严)(?=[^由从]*$)")
_TO = re.compile(r"[\u4e00-\u9fff(),]{0,6}?(?:到|至|为)")
_AFTERMATH = re.compile(
    r"(?:以上|以下|左右|以内|的?目标|的?任务|的?水平|的?要求|并|且|和|与|及|以及|或|到|至|后|时|用于|用|开展|建设项目)"
)
_LEAST = re.compile(r"(?:至少|不少于|最少|不低于)$")


@dataclass(frozen=True, slots=True)
class Seen:
    """An amount with the words read around it."""

    amount: Amount
    cue: Before
    bound_after: Bound
    rest_at: int
    end: int
    left_name: Name
    right_name: Name
    raw_left: str


def look_around(text: str, clause: Clause, amount: Amount, left_start: int, following: Amount | None) -> Seen:
    """Read the words around `amount`; those in front of it count from `left_start`, the end of what was read before."""
    raw = without_times(text, left_start, amount.span.start, clause.times, REACH_ENDING)
    raw = raw.lstrip("、和及与")
    cue = before(raw)
    bound_after, rest_at = after(text, amount.span.end)
    left = clean(cue.name)
    right, end = _right_name(text, clause, amount, rest_at, following, cue, left)
    return Seen(amount, cue, bound_after, rest_at, max(end, rest_at), left, right, raw)


def _right_name(
    text: str, clause: Clause, amount: Amount, at: int, following: Amount | None, cue: Before, left: Name
) -> tuple[Name, int]:
    """The counted noun behind the amount and where it ends; empty when the name stands in front."""
    stop = clause.span.end
    limit = following.span.start if following else stop
    segment = text[at:stop]
    if not segment or not _NAME_START.match(segment):
        return Name(""), at
    end = _name_end(text, at, stop)
    whole_end = end
    if following and following.span.start < end and _is_listed(amount, following, text):
        # 4个县域医疗中心和26个社区医院: the joint belongs to the list
        joint = _JOINT.search(text[at:limit])
        if joint:
            end = at + joint.start()
        elif amount.dimension != "percent":
            end = limit
        else:
            end = whole_end
    words = text[at:end].lstrip("的")
    if _is_aftermath(words):
        return Name(""), at
    if (
        left.text
        and not is_only_verbs(left.text)
        and not act_ending().search(cue.name)
        and (cue.reach or cue.bound or cue.change)
        and not (cue.reach in COVERING and amount.dimension == "percent")
        and not (amount.is_counter and cue.reach in _ACTING)
    ):
        return Name(""), at
    if (
        not amount.is_counter
        and amount.dimension not in ("percent",)
        and not act_ending().search(cue.name)
        and left.text
    ):
        return Name(""), at
    return clean(words), end


def is_old_value(text: str, left_start: int, amount: Amount, clause: Clause) -> bool:
    """由2020年的63%提高到...: the value the change starts from."""
    raw = text[left_start : amount.span.start]
    match = _FROM.search(raw)
    if not match:
        return False
    between = without_times(text, left_start + match.end(), amount.span.start, clause.times, REACH_ENDING)
    between = re.sub(r"^(?:年|现有|目前|当前|原来|现状|基期|上年|底|末|的|约)+", "", between)
    return not between and bool(_TO.match(text, amount.span.end))


def name_before_from(text: str, left_start: int, amount: Amount, clause: Clause) -> Name:
    """The name in front of 由 or 从."""
    raw = text[left_start : amount.span.start]
    match = _FROM.search(raw)
    end = left_start + match.start() if match else amount.span.start
    return clean(without_times(text, left_start, end, clause.times, REACH_ENDING))


def _is_listed(amount: Amount, following: Amount, text: str) -> bool:
    """True when the following amount is the next of a list, not a size inside the name (两家五星级酒店)."""
    if amount.is_counter and not following.is_counter and following.dimension != "percent":
        return text[following.span.start - 1] in "、和及与," or text[following.span.end : following.span.end + 1] in (
            "",
            ",",
            "、",
            "。",
            ";",
        )
    return True


def _is_aftermath(words: str) -> bool:
    """Words behind a figure that are no counted noun: 左右, 的目标, 以上并..., 完成."""
    return not words or bool(_AFTERMATH.match(words))


def _name_end(text: str, at: int, stop: int) -> int:
    """Where the counted noun ends: at a mark that does not stand in brackets."""
    depth = 0
    for index in range(at, stop):
        sign = text[index]
        if sign == "(":
            depth += 1
        elif sign == ")":
            if depth == 0:
                return index
            depth -= 1
        elif depth == 0 and sign in ",;:。、!?\n":
            return index
    return stop


def bound_before_act(name: str) -> Bound:
    """至少建成1个: the bound stands in front of the verb."""
    match = act_ending().search(name)
    return Bound.AT_LEAST if match and _LEAST.search(name[: match.start()]) else Bound.NONE


def has_act(seen: Seen) -> bool:
    """True when an act stands anywhere in front of the figure."""
    return any(not NO_ACT.match(seen.cue.name, found.start()) for found in act_opening().finditer(seen.cue.name))


def opens_with_act(seen: Seen) -> bool:
    """True when the words in front of the figure begin with an act: 新建污水管网28公里."""
    core = clean(seen.cue.name).text or clean(seen.raw_left).text
    return bool(act_opening().match(core)) and not NO_ACT.match(core)
