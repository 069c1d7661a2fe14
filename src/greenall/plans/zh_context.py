"""Why a figure of a Chinese plan is no target: reported state, forecast, threshold, subsidy, tariff, duty every quarter.

Two questions. `States` follows the passage from clause to clause and knows whether the text is reporting, forecasting
or quoting a higher plan. `why_not` looks at one amount among its neighbours. Both answer with a class of the figure
account, so that a reviewer sees why.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.zh_cues import Before, cues, has
from greenall.plans.zh_indicator import act_ending
from greenall.plans.zh_sentence import Clause, Passage
from greenall.quantity.amount import Amount, Bound
from greenall.quantity.times import Time, Window

Why = tuple[str, str]  # class of the figure account, rule


@cache
def _opening() -> re.Pattern[str]:
    front = any_of(["全市", "全县", "全区", "全省", "我市", "我县", "我省", "我区", ""])
    return re.compile(r"\s*" + front + any_of(cues()["context"]["status_opening"]))


_HEADING = re.compile(
    r"\s*(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]+[条章])"
)
_WIDER = re.compile(r"\s*(?:截至\S{0,8})?(?:全国|我国|世界|全球|国内|国际)(?!性|家级|级|领先|一流|先进)")


@cache
def _already() -> re.Pattern[str]:
    """已 with an act or a reach verb close behind: 已新建, 已累计培训."""
    return re.compile(
        "已(?:经|累计|全部|基本|陆续|先后|有)?(?:"
        + any_of([*cues()["frame"]["acts"], *cues()["before"]["equal"]])
        + ")"
    )


_TO_ITS_END = re.compile(r"[^。!?\n]*")


def _sentence(text: str, start: int) -> str:
    """The sentence that begins at `start`."""
    match = _TO_ITS_END.match(text, start)
    return match.group() if match else ""


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds `at` begins."""
    return max(text.rfind(mark, 0, at) for mark in "。!?\n") + 1


_OWN = re.compile(r"\s*(?:我[市县省区镇]|全[市县区省镇]|本[市县区省])")
_NATION = re.compile(
    r"《[^》]{2,30}》[^,;。]{0,6}(?:提出|明确|要求)(?!的)|(?:邻省|邻市|外省|外市|兄弟[省市县]|先进地区|发达国家|欧盟)[^,;。]*(?:提出|计划|要求|明确|达到|建成)|(?:国家|国务院|省委省政府|省政府|省里|上级|全省|党中央)[^,;。]{0,20}?(?:提出|要求|明确|规定|下达)(?!的?(?:任务|指标|计划|目标任务))"
)


@dataclass(slots=True)
class States:
    """What kind of talk the passage is in. Moves clause by clause; a new sentence or a look ahead ends it."""

    issued: date | None
    sentence: int = -1
    reported: bool = False
    forecast: bool = False
    quoted: bool = False
    defined: bool = False
    penal: bool = False
    subsidised: bool = False
    tiered: bool = False
    future: bool = False  # the sentence has named a day to come
    surveyed: bool = False
    handed_down: bool = False  # the clause quotes what was set from above
    conditions: bool = False  # holds for the rest of the passage

    def enter(self, passage: Passage, clause: Clause, ahead: bool) -> None:
        """Read the cues of `clause`; `ahead` tells that it names a day that is still to come."""
        words = clause.span.of(passage.text)
        if clause.sentence != self.sentence:
            self.future = False
            self.sentence = clause.sentence
            self.reported = self.forecast = self.quoted = self.defined = self.penal = self.subsidised = self.tiered = (
                False
            )
            whole = _sentence(passage.text, clause.span.start)
            committed = bool(has("strive").search(whole)) or self._looks_ahead(passage, clause)
            self.reported = bool(has("survey").search(whole)) or (bool(has("report").search(whole)) and not committed)
            self.surveyed = bool(has("survey").search(whole))
            self.tiered = bool(has("rates").search(whole)) and not committed
            if has("conditions").search(whole):
                self.conditions = True
            elif _HEADING.match(whole):
                self.conditions = False
        self.future = self.future or ahead
        past = any(
            self.is_past(time) and not _MEANT_AHEAD.search(passage.text[max(0, time.span.start - 3) : time.span.end])
            for time in clause.times
            if not is_baseline(passage.text, time)
        ) and not has("strive").search(words)
        says_status = bool(has("status").search(words) or _opening().match(words) or _already().search(words))
        says_forecast = bool(has("forecast").search(words))
        if not self.future:
            says_status = says_status or bool(has("status_weak").search(words))
        if says_status or past:
            self.reported = not (ahead and not says_status)
        elif ahead and not self.surveyed:
            self.reported = False
        if says_forecast or _IF.match(words):
            self.forecast = True
        elif has("strive").search(words) or (ahead and _MODAL.search(words)):
            self.forecast = False
        if _OWN.match(words):
            self.quoted = False
        elif _WIDER.match(words):
            self.quoted = True
        self.handed_down = bool(_HANDED_DOWN.match(words))
        if _NATION.search(words):
            self.quoted = True
        self.defined = self.defined or bool(has("definition").search(words))
        self.penal = self.penal or bool(has("penalty").search(words))
        self.subsidised = self.subsidised or bool(has("subsidy").search(words))
        self.tiered = not ahead and (self.tiered or bool(re.search(r"第[一二三四]档|阶梯", words)))

    def _looks_ahead(self, passage: Passage, clause: Clause) -> bool:
        """True when the sentence that `clause` opens names a day to come."""
        for number in range(clause.number, len(passage.clauses)):
            later = passage.clauses[number]
            if later.sentence != clause.sentence:
                return False
            if any(
                not self.is_past(time) and time.window is not Window.EVERY_YEAR and not is_baseline(passage.text, time)
                for time in later.times
            ):
                return True
        return False

    def is_past(self, time: Time) -> bool:
        """True when the time lies wholly before the document's day."""
        return bool(self.issued and time.end and time.end < self.issued and time.window is not Window.EVERY_YEAR)

    def why_not(self) -> Why | None:
        """The class that holds for every figure of the present talk."""
        if self.defined or self.conditions:
            return "scope_condition", "zh.definition" if self.defined else "zh.conditions"
        if self.forecast:
            return "forecast", "zh.forecast"
        if self.reported:
            return "status", "zh.status"
        if self.quoted or self.handed_down:
            return "status", "zh.quoted_plan"
        return None


def states_of(passage: Passage, issued: date | None) -> tuple[States, ...]:
    """The kind of talk at each clause of `passage`, read once for targets, wholes and measures."""
    states = States(issued)
    found = []
    for clause in passage.clauses:
        days = (t for t in clause.times if t.window is not Window.EVERY_YEAR and not is_baseline(passage.text, t))
        states.enter(passage, clause, any(not states.is_past(day) for day in days))
        found.append(replace(states))
    return tuple(found)


_BASELINE_BEFORE = re.compile(r"(?:比|较|与|同|对比|相比|相较于?|较之)$")
_BASELINE_AFTER = re.compile(
    r"(?:年?底?)?(?:相比|的?基础上|为基准|为基期|为基数|的?水平上|的\d|的[一二三四五六七八九两]|现状|基期)"
)
_FROM_BEFORE = re.compile(r"(?:由|从)$")


def is_baseline(text: str, time: Time) -> bool:
    """True when the time names the year of comparison: 比2020年, 在2022年基础上, 由2020年的."""
    left = text[max(0, time.span.start - 4) : time.span.start]
    if time.year is None:
        return bool(re.search(r"(?:比|较)$", left))
    if _BASELINE_BEFORE.search(left):
        return True
    if _FROM_BEFORE.search(left) and text[time.span.end : time.span.end + 1] == "的":
        return True
    # 达到2021年的2.5倍 compares; 提高到2025年的72% does not
    match = _BASELINE_AFTER.match(text, time.span.end)
    if not match:
        return False
    return not match.group().startswith("的") or bool(
        re.match(r"的[\d.一二三四五六七八九两]+倍", text[time.span.end : time.span.end + 8])
    )


_IN_QUOTES = re.compile(r"(?:提出的?|规定的?|明确的?|确定的?|省定|国定|要求的?)[“\"「][^”\"」]*$")
_BY_RULE = re.compile(r"按照?[^,;。]{0,20}$")
_IF = re.compile(r"\s*(?:若|如果|倘若|如(?=[^期实何下图表需有]))")
_HANDED_DOWN = re.compile(
    r"\s*(?:按照|根据|对照|依据)[^,;。]*?(?:下达|分解|提出|明确|省定|国定|规定)[^,;。]*(?:要求|目标|部署|任务)$"
)
# 力争2023年底前, 到2023年: meant ahead even where the plan was issued, or amended, later
_MEANT_AHEAD = re.compile(r"前$|力争|争取|确保|(?<!截)到")
_MODAL = re.compile(r"应|须|要|确保|力争|必须|计划|目标|不低于|不超过|不少于")
_PER_ITEM = re.compile(
    r"每(?:公里|吨|度|立方米|平方米|户|人|月|千瓦时|亩|台|辆|车|次|件|头|只|个|千克|公斤|套|家|项|床|学期|生)[^,;。]{0,8}$"
)
_EVERY = re.compile(r"每(?:个)?(?:半年|两年|季度?|月|周|日|天|旬|年度?|学期|\d年|[一二两三四五]年)")
_THRESHOLD_VERB = re.compile(r"(?:大于|超过|高于|低于|小于|不足|少于|多于|达到|不低于|不超过|满)$")
_NOUN = re.compile(r"的?[\u4e00-\u9fffA-Za-z]")
_ADDRESSEE = re.compile(r"\s*(?:对|对于|凡|凡是)(?!标|接|照)")
# 30万吨/年以下煤矿6座: a size in front of what is counted
_COUNTED_BEHIND = re.compile(r"^的?[\u4e00-\u9fff]{1,12}\d+(?:[个家座处台套条项所艘辆户口眼])")


def why_not(
    passage: Passage, clause: Clause, amount: Amount, cue: Before, bound_after: Bound, rest: str, states: States
) -> Why | None:
    """The class of `amount` when it is no target, else None.

    `cue` was read in front of it, `bound_after` behind it, `rest` are the words that follow in the clause.
    """
    words = clause.span.of(passage.text)
    left = passage.text[clause.span.start : amount.span.start]
    if general := states.why_not():
        return general
    if states.penal and (amount.dimension in ("money", "times", "permille", "percent") or "分" in amount.unit):
        return "penalty", "zh.penalty"
    if (quoted := _quoted_goal(left, passage.text[amount.span.end : amount.span.end + 12])) is not None:
        return quoted
    raised = cue.reach.endswith(("到", "至"))
    if (
        not raised
        and amount.dimension in ("money", "percent", "times")
        and (
            has("subsidy").search(words)
            or (states.subsidised and amount.dimension == "money" and re.search("最高|上限|每", left))
        )
    ):
        return "subsidy", "zh.subsidy"
    if states.subsidised and "配套" in left and amount.dimension == "percent":
        return "subsidy", "zh.subsidy"
    if amount.dimension.startswith("money/") and states.subsidised:
        return "subsidy", "zh.subsidy"
    if (
        states.tiered
        and (
            amount.dimension in ("energy", "volume", "money", "times", "percent")
            or amount.dimension.startswith("money")
        )
        and not raised
        or (
            amount.dimension.startswith("money")
            and has("tariff").search(words)
            and not cue.change
            and cue.reach in ("", "为", "是", "按", "调整为", "调整至")
        )
    ):
        return "tariff", "zh.tariff"
    if amount.unit in ("次", "轮", "期", "场", "遍", "例") and _EVERY.search(left):
        return "frequency", "zh.frequency"
    if amount.dimension == "duration":
        return _duration(left, amount, cue, rest)
    if has("loan").search(left) and amount.dimension in ("percent", "money", "duration"):
        return "parameter", "zh.loan"
    if amount.is_counter and not cue.cue and re.match(r"[^,;。、]{1,12}中(?=,|$)", rest):
        return "scope_condition", "zh.out_of"
    if amount.dimension == "age" and ("年龄" in cue.name or not (cue.reach or cue.bound or cue.change)):
        return "attribute", "zh.age"
    if amount.dimension == "grade":
        return (
            None
            if cue.reach or (bound_after and has("encourage").search(left)) or re.search("执行|符合|按照", left)
            else ("grade", "zh.grade")
        )
    in_brackets = re.search(r"\([^()]*(?:标准|限值)[^()]*$", left)
    sentence = _sentence(passage.text, _sentence_start(passage.text, clause.span.start))
    if in_brackets or (
        amount.dimension in ("concentration", "mass/volume")
        and not states.future
        and re.search("标准|限值|排放浓度|出水", sentence)
    ):
        return "technical_standard", "zh.limit_of_standard"
    if (
        amount.dimension == "percent"
        and _BY_RULE.search(left)
        and rest.startswith(("的比例", "的标准", "比例", "分", "的速度", "的增速", "的幅度", "的进度"))
    ):
        return "parameter", "zh.by_rule"
    if amount.dimension == "money" and _PER_ITEM.search(left) and not raised:
        return "tariff", "zh.price_each"
    if left.endswith(("/", "每新增")):
        return "parameter", "zh.each"
    if re.search(r"可以?(?:再)?$", cue.name) and (cue.change or cue.reach):
        return "parameter", "zh.allowed"
    if amount.dimension == "voltage":
        return "technical_standard", "zh.voltage"
    if (
        not (cue.change or raised)
        and has("parameter").search(left[-12:])
        and amount.dimension not in ("percent", "points", "count", "money")
    ):
        return "parameter", "zh.parameter"
    if has("described").search(left) and not cue.change and not raised:
        return "attribute", "zh.description"
    if re.match(r"年?一遇|一遇", rest):
        return "parameter", "zh.return_period"
    return _threshold(left, amount, cue, bound_after, rest)


def _quoted_goal(left: str, behind: str) -> Why | None:
    """落实国家提出的下降16%的要求: the figure of another plan."""
    if _IN_QUOTES.search(left):
        return "status", "zh.quoted_goal"
    if has("reference").search(left) and re.search("|".join(cues()["context"]["reference_after"]), behind):
        return "status", "zh.quoted_goal"
    return None


def _duration(left: str, amount: Amount, cue: Before, rest: str) -> Why | None:
    name = cue.name.rstrip("的")
    if has("validity").search(left[-8:]):
        return "duration", "zh.validity"
    lasting = any(name.endswith(noun) or noun in name[-6:] for noun in cues()["indicator"]["lasting"])
    if has("procedure").match(rest) or re.match(r"内[\u4e00-\u9fff]", rest) and not lasting:
        return "duration", "zh.procedure"
    if lasting or (amount.unit == "天" and (cue.reach.endswith(("在", "到", "至")) or cue.bound)):
        return None
    return "duration", "zh.duration"


def _threshold(left: str, amount: Amount, cue: Before, bound_after: Bound, rest: str) -> Why | None:
    """Figures that only say who or what is meant: 大于1万吨的工业园区, 2万平方米以上的公共建筑, 30万吨/年以下煤矿."""
    noun = _NOUN.match(rest)
    if not noun:
        return None
    if bound_after and _ADDRESSEE.match(left) and "的" in rest:
        return "scope_condition", "zh.addressee"
    if not amount.is_counter and amount.dimension != "percent" and _COUNTED_BEHIND.search(rest):
        return "scope_condition", "zh.size_of_counted"
    acted = (bool(act_ending().search(cue.name)) and not has("uses").search(cue.name[-4:])) or bool(
        cue.reach and cue.reach in cues()["frame"]["acts"]
    )
    if (
        _THRESHOLD_VERB.search(cue.cue)
        and rest.startswith("的")
        and not amount.is_counter
        and amount.dimension != "percent"
    ):
        return "scope_condition", "zh.threshold"
    if amount.dimension in ("percent", "points") or cue.change:
        return None
    if bound_after and not acted and not (cue.reach or cue.bound):
        return "scope_condition", "zh.threshold"
    if bound_after and rest.startswith("的") and not amount.is_counter and not acted:
        return "scope_condition", "zh.threshold"
    if not amount.is_counter and not acted and not cue.reach and not cue.bound:
        return "attribute", "zh.attribute"
    return None
