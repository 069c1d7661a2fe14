"""Does a Chinese figure carry a sign of commitment? A reach verb, an act, a day to come, or a sibling that has one.

Without any, 数据有效率应在90%以上 is a norm, 建成区面积48平方公里 a state, 打造三张名片 a way of speaking.
"""

import re
from dataclasses import dataclass

from greenall.plans.zh_around import Seen, has_act, opens_with_act
from greenall.plans.zh_context import Why
from greenall.plans.zh_cues import cues
from greenall.plans.zh_indicator import act_ending, predicate_first
from greenall.plans.zh_sentence import Clause

_BUILT = re.compile(r"(?:建成|新建|建设|改建|扩建|打造|建成投用|培育|创建)$")
_OUGHT = re.compile(r"应当?|须|需|必须|宜|原则上|一般")
_TECHNICAL = {
    "length",
    "duration",
    "age",
    "concentration",
    "noise",
    "temperature",
    "voltage",
    "",
    "data",
    "mass/volume",
    "times",
}
_MEASURED_AT_ALL = re.compile(
    r"(?:率|比例|比重|占比|份额|面积|总量|规模|能力|产量|数量|数|量|收入|余额|产值|增加值|里程|投资|额|覆盖面|水平|强度|速度|增速|增幅|人数|保有量)$"
)
_ENSURED = re.compile(r"确保|保证|保持|控制|覆盖|严控|实现")
_ASKED = re.compile(r"\s*(?:推动|促进|带动|组织|帮助|扶持|支持|引导)$")
_EACH = re.compile(r"\s*每(?!年)")
_EVERY_YEAR = re.compile(r"每年|逐年|每年度")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the sentence offers a figure as support.

    bound_in_time  a day stands in the clause, before it in the sentence, or behind it
    beside_target  another figure of the clause is a target; `after_target`: one of the clause before;
                   `in_sentence`: any before it in the sentence
    compares       the clause names a year of comparison
    """

    bound_in_time: bool
    strive: bool
    beside_target: bool
    in_sentence: bool
    after_target: bool
    compares: bool


def why_no_commitment(text: str, clause: Clause, seen: Seen, standing: Standing) -> Why | None:
    """A figure needs a sign of commitment: a reach verb, an act, a day to come, or a sibling that has one."""
    amount, cue = seen.amount, seen.cue
    if amount.dimension in ("fold", "half"):
        return None
    weak = cue.reach in cues()["context"]["weak"] and not (cue.bound or cue.change or seen.bound_after)
    bound_in_time = standing.bound_in_time
    direct = bool(act_ending().search(cue.name)) and not cue.name.endswith("总投资")
    act = direct or opens_with_act(seen) or (amount.is_counter and not cue.bound and has_act(seen))
    stands_behind = not seen.right_name.text and bool(seen.left_name.text)
    built = direct and amount.unit in ("座", "所", "处", "家") and _BUILT.search(cue.name)
    if amount.in_words and amount.value == 1 and amount.is_counter and not (built or (act and bound_in_time)):
        return "vague", "zh.one_of_many"
    if (
        amount.in_words
        and amount.is_counter
        and not (
            direct
            or cue.reach
            or cue.change
            or cue.bound
            or (stands_behind and (act or standing.beside_target or (bound_in_time and has_act(seen))))
        )
    ):
        return "enumeration", "zh.counted_by_the_way"
    if not amount.unit and amount.dimension == "" and not (cue.reach or cue.bound or cue.change or amount.bound):
        return "attribute", "zh.bare_number"
    if amount.dimension == "grade" and not (bound_in_time or standing.strive or seen.bound_after):
        return "grade", "zh.grade_of_standard"
    left = text[clause.span.start : amount.span.start]
    committed = (
        bound_in_time
        or standing.strive
        or standing.in_sentence
        or bool(_ENSURED.search(left) or _EVERY_YEAR.search(left))
    )
    act = act or bool(amount.is_counter and seen.right_name.text and _ASKED.match(left))
    if not committed and not (cue.reach or cue.change or act) and _is_norm(seen, left):
        return "technical_standard", "zh.standard_without_a_day"
    if not committed and _EACH.match(left) and not (direct and _BUILT.search(cue.name)):
        return "parameter", "zh.each"
    if not committed and cue.change and standing.compares:
        return "status", "zh.comparison_without_a_day"
    if weak:
        return (
            None if bound_in_time or standing.strive or standing.in_sentence else ("status", "zh.state_without_a_day")
        )
    if cue.reach or cue.change or cue.bound or seen.bound_after or act or bound_in_time:
        return None
    if amount.dimension == "percent" and amount.value == 100 and stands_behind:
        return None
    if standing.after_target:
        return None
    if _EVERY_YEAR.search(text[clause.span.start : amount.span.start]):
        return None
    return "attribute", "zh.no_commitment"


def _is_norm(seen: Seen, left: str) -> bool:
    """A bound without a day and without a verb: 数据有效率应在90%以上 is a norm, 绿色运输比例不低于70% a target."""
    amount, cue = seen.amount, seen.cue
    if amount.is_counter and seen.right_name.text and predicate_first(seen.right_name.text) != seen.right_name.text:
        return False
    if _OUGHT.search(left) and amount.dimension == "percent":
        return True
    if not (cue.bound or seen.bound_after):
        return not (amount.dimension == "percent" and seen.right_name.text)
    return amount.dimension in _TECHNICAL or bool(_OUGHT.search(left)) or not _MEASURED_AT_ALL.search(cue.name)
