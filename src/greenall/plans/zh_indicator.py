"""The name of what is measured, cut from the words around a Chinese figure.

>>> clean("到2025年,全市城镇污水处理率".split(",")[1])
Name(text='城镇污水处理率', scope='全市')
"""

import re
from dataclasses import dataclass
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.zh_cues import cues
from greenall.quantity.place import Span
from greenall.quantity.times import Time


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator's name and the area words that stood before it."""

    text: str
    scope: str = ""


_MARKS = " ,;:。、!?\n|\t\"'"
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,3}[)、.．]|\([一二三四五六七八九十]{1,3}\)|[①-⑳]|[-*•·●○—]+)\s*")


_EMPTY_BRACKETS = re.compile(r"\((?:之?前)?(?:完成|建成|投用|投运|实现|到位|开工)?\)")


@cache
def _front() -> re.Pattern[str]:
    return re.compile(any_of(cues()["frame"]["adverbs"]))


@cache
def _scopes() -> re.Pattern[str]:
    return re.compile(any_of(cues()["frame"]["scopes"]))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(any_of(cues()["frame"]["verbs"]))


@cache
def act_ending() -> re.Pattern[str]:
    """An act (新建, 改造, 培训 ...) at the end of the words before a figure."""
    return re.compile(any_of(cues()["frame"]["acts"]) + "$")


@cache
def act_opening() -> re.Pattern[str]:
    """An act at the beginning of a name."""
    return re.compile(any_of(cues()["frame"]["acts"]))


def clean(words: str) -> Name:
    """Drop list marks, adverbs and area words in front of a name; keep the area as its scope."""
    scope = ""
    text = _NUMBERED.sub("", _EMPTY_BRACKETS.sub("", words).strip(_MARKS))
    if text.count("(") > text.count(")"):
        text = text.rpartition("(")[2].lstrip(_MARKS) if text.startswith("(") else text.partition("(")[0] or text
    text = text.removeprefix("含")
    while text:
        if match := _scopes().match(text):
            scope = scope or match.group()
        elif not (match := _front().match(text)):
            break
        rest = text[match.end() :].lstrip(_MARKS)
        if match.group() not in cues()["frame"]["scopes"] and not _may_drop(match.group(), rest):
            break
        text = rest
    text = re.sub(r"[一二三四五六七八九十两\d]{1,2}年$", "", text.strip(_MARKS))
    if text.startswith("“") and text.endswith("”") and text.count("“") == 1:
        text = text[1:-1]
    return Name(text.removesuffix("的").removesuffix("其中"), scope)


def _may_drop(word: str, rest: str) -> bool:
    """A single character stays where it begins a longer word (应急, 使用), 再 unless an act follows it."""
    if len(word) > 1:
        return True
    if word == "再":
        return bool(act_opening().match(rest))
    return not rest.startswith(tuple(cues()["keeps"].get(word, ())))


def without_verb(name: str) -> str:
    """The name without one opening verb (提高装配式建筑占比 -> 装配式建筑占比), unless nothing would remain."""
    if (match := _verbs().match(name)) and len(name) - match.end() >= 2 and not NO_ACT.match(name):
        return name[match.end() :]
    return name


# Names that begin like an act and are none.
NO_ACT = re.compile(
    r"建成区|建设用地|建设面积|发展中|服务业|服务面|保障性|生产总值|生产能力|供应链|保护地|使用量|使用权|消费|投资额|组织生活|总投资|项目总投资|实行|执行|控制性"
)


def is_only_verbs(name: str) -> bool:
    """True when the words name an act but no object: 完成, 再完成改造."""
    rest = name
    while rest:
        match = act_opening().match(rest) or _front().match(rest)
        if not match:
            return False
        rest = rest[match.end() :]
    return True


_PREPOSITIONS = re.compile(
    r"(?:力争)?(?:到|至|于|在|截至|截止|从|自|并于|并在|须在|应在|为|争取在|争取到|确保在|确保到|比|较|与|以|同|比照|相比|力争在|力争到|力争于)$"
)
_AFTER_TIME = re.compile(r"(?:年度|年|底|末)?(?:之?前|相比|的?基础上|为基准年?|为基期年?|为基数|水平上|的|为|,)?")


def without_times(text: str, start: int, end: int, times: tuple[Time, ...], keep_before: re.Pattern[str]) -> str:
    """`text[start:end]` without its expressions of time and the little words that tie them in.

    `keep_before` guards reach verbs (提高到 2025年的 72%): the 到 there belongs to the verb.
    """
    pieces = []
    at = start
    for time in times:
        if time.span.end <= start or time.span.start >= end:
            continue
        piece = text[at : max(at, time.span.start)]
        if not keep_before.search(piece):
            piece = _PREPOSITIONS.sub("", piece)
        pieces.append(piece)
        at = time.span.end
        if match := _AFTER_TIME.match(text, at, end):
            at = match.end()
    pieces.append(text[at:end])
    return "".join(pieces)


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(any_of(cues()["indicator"]["tails"]) + "$")


_JOINTS = re.compile(r"、|以及|(?<![总饱调平温])和(?![谐平])|(?<!参)与(?!会)|(?<![普以涉])及(?![时格其])")


def joined_names(name: str) -> list[str]:
    """The parts of a name that is joined by 、 or 和."""
    return [part for part in _JOINTS.split(name) if part]


def split_list(name: str, count: int) -> list[str] | None:
    """The `count` names joined in `name`, with the head noun of the last restored to the others; None if they differ.

    >>> split_list("畜禽养殖户、水产养殖户、种植大户参加农业保险的比例", 3)[0]
    '畜禽养殖户参加农业保险的比例'
    >>> split_list("风电、光伏发电装机", 2)
    ['风电装机', '光伏发电装机']
    """
    parts = joined_names(name)
    if len(parts) != count or count < 2:
        return None
    last = parts[-1]
    tail = _shared_tail(parts[0], last) or _tail_behind(parts)
    return [part if number == count - 1 or part.endswith(tail) else part + tail for number, part in enumerate(parts)]


_COMPLETE = re.compile(
    any_of(
        [
            "率",
            "比例",
            "比重",
            "占比",
            "强度",
            "总量",
            "面积",
            "里程",
            "规模",
            "数量",
            "产量",
            "增加值",
            "收入",
            "余额",
            "用水量",
            "用电量",
            "消费量",
            "排放量",
            "使用量",
            "浓度",
            "能耗",
            "人数",
            "覆盖面",
            "水平",
            "满意度",
            "容量",
            "产值",
        ]
    )
    + "$"
)


def _shared_tail(first: str, last: str) -> str:
    """What the last name has behind the kind of word that the first name ends with."""
    if _COMPLETE.search(first):
        return ""
    for length in (3, 2, 1):
        ending = first[-length:]
        at = last.find(ending)
        if len(ending) == length and at > 0 and at + length < len(last):
            return last[at + length :]
    return ""


def _tail_behind(parts: list[str]) -> str:
    """公交、出租、环卫领域车辆占比: names of one length, and what the last has behind that length; else a measuring noun."""
    if _COMPLETE.search(parts[0]):
        return ""
    last, length = parts[-1], len(parts[0])
    if length <= 3 and len(last) > length + 1 and all(len(part) == length for part in parts[:-1]):
        return re.sub(r"^[一二三四五六七八九十\d]+[个家座条项处种类]", "", last[length:])
    match = _tails().search(last)
    return match.group() if match and match.start() else ""


def span_of(text: str, start: int, end: int) -> Span:
    """[start, end) without surrounding marks."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


@cache
def _predicates() -> re.Pattern[str]:
    return re.compile(r"(?:全部|均|都|基本|普遍|全面|率先|能够|可|已)*(" + any_of(cues()["frame"]["predicates"]) + ")")


_ACTION_NOUN = re.compile(
    r"^(?P<whose>[^的]{2,24})的(?P<what>[^的]{0,12}(?:改造|治理|建设|整治|修复|创建|认定|提升|升级|审核|试点|更新|普查|清淤))$"
)


def predicate_first(name: str) -> str:
    """A counted noun with its predicate, turned into a name.

    >>> predicate_first("食品生产企业建立可追溯体系")
    '建立可追溯体系的食品生产企业'
    >>> predicate_first("水泥粉磨站企业的超低排放改造")
    '超低排放改造的水泥粉磨站企业'
    """
    if match := _ACTION_NOUN.match(name):
        return f"{match['what']}的{match['whose']}"
    match = _predicates().search(name, 2)
    if not match or len(name) - match.end() < 1 or "的" in name[match.start() :]:
        return name
    return f"{name[match.start(1) :]}的{name[: match.start()]}"


def without_trailing_act(name: str) -> str:
    """加氢站分别建成 -> 加氢站."""
    shared = re.sub(r"(?:分别|各)(?=[\u4e00-\u9fff]*$)", "\0", name)
    if "\0" not in shared:
        return name
    noun, _, verb = shared.partition("\0")
    return noun if len(noun) >= 2 and is_only_verbs(verb) else noun + verb
