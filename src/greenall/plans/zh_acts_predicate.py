"""The act of one Chinese clause: its verb, what it is done to, who does it and with whom.

A clause opens with its verb (大力发展…), or with a phrase in front of it (在…推行, 对…开展, 将…纳入), or with who acts
(各部门要…), or it ends with its verb (空气质量持续改善). A clause that only frames the next one has no act.

>>> said = say("市水务局要会同有关部门加强取水口监管", goal=False)
>>> said.verb, said.object, said.actor, said.partner
('加强', '取水口监管', '市水务局', '有关部门')
>>> say("坚持问题导向", goal=False) is None
True
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.zh_acts_words import (
    disposal,
    ending,
    group,
    listed,
    nominal,
    predicate,
    state,
    table,
    verb,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says is to be done. `opening` are the adverbs in front of its verb."""

    verb: str
    object: str
    rule: str
    actor: str = ""
    partner: str = ""
    scope: str = ""
    opening: str = ""
    strives: bool = False
    asked: str = ""  # who is asked to act, with what they are to do: 鼓励农户使用…


@dataclass(frozen=True, slots=True)
class Duty:
    """A clause that names who has a duty and leaves the act to the next clause: 各部门要高度重视."""

    actor: str


_TIME = (
    r"(?:到|至|力争|争取|在|从)?(?:“?十?[一二三四五六七八九十]五”?(?:期间|时期|末|规划期|规划期间)?"
    r"|20\d\d年?(?:(?:-|至|到)20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末]前?|前|起|之?间|以前)?"
    r"|每年\d{1,2}月(?:\d{1,2}日|底)?前?|(?:每年)?年?[底末]前?|每(?:半年|季度?末?|月末?|两年)|[一二三四五六两]年内|[上下]半年"
    r"|(?:利用|用)?[一二三四五六七八九十\d]+年(?:左右)?的?时间)"
)
_DUTY = re.compile(
    r"(?P<who>[^,;:。]{2,28}?)(?P<word>负责|牵头|(?<![需主重必首])要(?![求素点件闻])|应当|应(?![急用对收届税变力])|必须|须)"
)
_WHOLE = re.compile(r"(?:实现|确保|做到)?应(?P<verb>[\u4e00-\u9fff]{1,2})尽(?P=verb)$")
_SLOGAN = re.compile(r"[\u4e00-\u9fff]{2,5}(?:、[\u4e00-\u9fff]{2,5}){2,}$")
_REACH = re.compile(
    r"(?:达到?|不[高低]于|不超过|不少于|超过|稳定在|保持在|控制在|[高降升增]到|[高降升增]至|占比?|下降|降低|提高|增长)(?:了|约)?[\d%百]"
)


@cache
def _front() -> re.Pattern[str]:
    """What may stand in front of the verb without changing what is done."""
    areas = any_of(table()["frame"]["areas"])
    return re.compile(rf"\s+|[“”\"]?{_TIME}[,的]?|{any_of(table()['frame']['adverbs'])}|{areas}(?=[^,;。]*)")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(any_of(table()["frame"]["links"]))


def say(body: str, *, goal: bool) -> Said | Duty | None:
    """The act of a clause, who has a duty, or None; `goal` in an article of goals, where verbs stand at the end."""
    if _is_slogan(body) or _WHOLE.match(body):
        return None
    core = strip(body)
    opening = body[: len(body) - len(core)]
    if len(core) < 3:
        return None
    if goal and (said := _ended(core, goal=True)):
        return said
    said_ = _of_core(core, opening)
    if isinstance(said_, Said):
        said_ = replace(said_, opening=opening, object=trim(said_.object), scope=said_.scope or _area(opening))
        if not said_.object:
            return None
    return said_


def _of_core(core: str, opening: str) -> Said | Duty | None:
    if (match := verb().match(core)) and not _link_first(core, match) and not _is_subject(core, match):
        return _opened(core, match)
    if link := _link().match(core):
        return _linked(core, link.group()) or _fronted(core)
    if (duty := _DUTY.match(core)) and (who := actor_of(duty["who"])):
        said = say(core[duty.end() :], goal=False)
        if isinstance(said, Said):
            return replace(said, actor=who, rule="zh.act_of_actor")
        return Duty(who)
    if group("frame", "openings").match(core):
        return None
    return _fronted(core) or _subject(core) or _ended(core, goal=False)


def strip(body: str) -> str:
    """The clause without adverbs, areas and times in front of its verb."""
    at = 0
    while match := _front().match(body, at):
        word, end = match.group(), match.end()
        if end == at:
            break
        if (whole := verb().match(body, at)) and whole.end() > end and whole.group() in listed_compounds():
            break
        if word in listed("frame", "also_verbs"):
            after = end
            while (more := group("frame", "adverbs").match(body, after)) and more.group() != word:
                after = more.end()
            if not (verb().match(body, after) or _link().match(body, after)):
                break
        if word.endswith("其中") and body[end : end + 1] in ("的",):
            break
        at = end
    return body[at:]


def _link_first(core: str, match: re.Match[str]) -> bool:
    """联合, 会同, 配合 and 利用 open a phrase where a verb follows that phrase."""
    if match.group() in ("配合",):
        return False
    return match.group() in ("联合", "会同", "利用", "选择") and _later(core, match.end()) is not None


# Verbs that often open a name: 新建公共建筑全部执行…, 建设用地…
_ATTRIBUTE = re.compile(r"(?:新建|改建|扩建|新增|更新|列入|纳入|使用|采用|服务|监测|建设|开发|利用|培训|试点|应用)")


_FRAMED = ("基础上", "同时", "前提下", "过程中", "背景下")
_DRIVERS = frozenset(
    [
        "推动",
        "推进",
        "促进",
        "实现",
        "确保",
        "保持",
        "提高",
        "提升",
        "加快",
        "实施",
        "开展",
        "完成",
        "落实",
        "鼓励",
        "支持",
        "争取",
        "强化",
        "加强",
        "控制",
        "降低",
    ]
)
_RATE = re.compile(
    r"(?:率|比例|比重|占比|水平|强度|效率)[^,]{0,4}(?:达|不[高低超少]|超过|稳定在|保持在|控制在|[提升降]高?[到至低])[^,]{0,4}[\d%百成]"
)


def _is_subject(core: str, match: re.Match[str]) -> bool:
    """True when the verb at the head only describes the subject of a later one."""
    if nominal(core[match.end() :], inner=False):
        return True
    if match.group() not in _DRIVERS and _RATE.search(core):
        return True
    if not _ATTRIBUTE.match(core):
        return False
    if core.startswith(("列入", "纳入")) and "的" in core:
        return True

    if core.startswith(("新建", "改建", "扩建", "新增", "更新")):
        later = _later(core, match.end() + 1)
        return later is not None and later.group() in (
            "执行",
            "实行",
            "采用",
            "实现",
            "使用",
            "配套建设",
            "配置",
            "完成",
        )
    return False


def _opened(core: str, match: re.Match[str]) -> Said | None:
    """The clause opens with its verb."""
    word, rest = match.group(), core[match.end() :].lstrip(" 了")
    strives = word in ("争取", "力争")
    if (
        (strives or word == "确保")
        and (second := verb().match(rest))
        and not nominal(rest[second.end() :], inner=False)
    ):
        word, rest = second.group(), rest[second.end() :]
    elif word in ("推进", "加快", "推动") and (inner := _by_agent(rest, word)):
        return inner
    if word == "配合":
        return _with(core, len(word))
    if word in ("推进", "推动") and (second := verb().match(strip(rest))) and not strip(rest) == rest:
        word, rest = second.group(), strip(rest)[second.end() :]
    if word == "进行":
        word = "开展"
    if word == "加大" and (
        hit := re.match(r"对(?P<what>.+?)(?:的)?(?P<verb>[\u4e00-\u9fff]{2}(?:[和与、][\u4e00-\u9fff]{2})?)$", rest)
    ):
        parts = re.split("[和与、]", hit["verb"])
        if all(verb().fullmatch(part) for part in parts):
            return Said(hit["verb"], hit["what"], "zh.act_at_end")
    asked = ""
    if word in listed("join", "asks") and (later := _later(rest, 1)):
        asked = rest[: later.start()]
    elif word in listed("join", "asks") and word != "推动":
        asked = _agent_prefix(rest)
    if asked and (filing := _filed(rest)):
        return filing
    if word == "投资" and (later := _later(rest, 1)) and re.match(r"[\d.]+", rest):
        rest = rest[later.end() :]
    actor = actor_of(asked) if asked else ""
    if rest.startswith(("将", "把", "好")) and not word.endswith("好"):
        rest = rest[1:]
    return Said(one_verb(word), rest, "zh.act_opening", actor=actor, asked=asked, strives=strives)


def _filed(rest: str) -> Said | None:
    """鼓励 somebody 向 a unit 报告…, 登录…注册: what is asked of them is to file."""
    match = re.search(rf"(?P<verb>{any_of(table()['who']['filings'])})(?P<what>[^,;。]*)$", rest)
    who = _agent_prefix(rest)
    if not match or not who or match.start() < len(who) or nominal(match["what"], inner=True):
        return None
    way = strip(rest[len(who) : match.start()])
    partner = way[1:] if way.startswith("向") else ""
    return Said(match["verb"], match["what"] or way, "zh.act_of_actor", actor=actor_of(who), partner=partner, asked=who)


def _by_agent(rest: str, word: str) -> Said | None:
    """推进 + who + what they do: the act is theirs. Not where it all is the name of some work (…工作, …建设)."""
    if rest.endswith(("工作", "建设", "能力", "项目", "发展")):
        return None
    later = _later(rest, 2, only=listed("who", "does"))
    if later is None or word == "推动" and not rest[: later.start()].endswith(("全面", "全部", "严格", "一律")):
        return None
    who = rest[: later.start()]
    if actor := actor_of(who):
        return Said(one_verb(later.group()), rest[later.end() :], "zh.act_of_actor", actor=actor)
    return Said(one_verb(later.group()), rest[later.end() :], "zh.act_of_subject", scope=trim(strip_end(who)))


def _with(core: str, at: int) -> Said | None:
    """配合 somebody: they are the partner."""
    rest = core[at:]
    who = _agent_prefix(rest)
    if not who:
        return Said("配合", rest, "zh.act_opening")
    what = strip(rest[len(who) :])
    if (later := verb().match(what)) and not nominal(what[later.end() :], inner=False):
        what = what[later.end() :] or what
    return Said("配合", what, "zh.act_opening", partner=who)


def _linked(core: str, link: str) -> Said | None:
    """A phrase opens the clause; its verb comes later."""
    rest = core[len(link) :]
    if link in ("将", "把"):
        return _disposed(rest)
    if link in ("对", "对于"):
        return _addressed(rest)
    if link == "为":
        return _on_behalf(rest)
    if link in ("向", "与", "同", "联合", "会同", "协同") and not (link == "同" and rest.startswith("步")):
        return _partnered(core, link)
    if core.endswith(tuple(table()["frame"]["ends"])) and (
        link in listed("frame", "openings") or not _later(core, len(link))
    ):
        return None
    if re.match(r"以[^,]{1,40}为", core) and not _later(core, core.index("为") + 3):
        return None
    closer = None
    for found in group("frame", "closers").finditer(core, len(link) + 1):
        behind = strip(core[found.end() :])
        if (
            (opened := verb().match(behind))
            and not nominal(behind[opened.end() :], inner=True)
            or _link().match(behind)
        ):
            closer = found
            break
    if closer:
        said = say(core[closer.end() :], goal=False)
        if isinstance(said, Said):
            return replace(
                said,
                rule="zh.act_behind_phrase",
                scope=said.scope or (trim(rest[: closer.start() - len(link)]) if link == "在" else ""),
            )
    later = _later(core, len(link) + 1, last=link == "在")
    if later is None:
        return None
    opened = (
        _opened(core[later.start() :], later_match) if (later_match := verb().match(core[later.start() :])) else None
    )
    said_ = opened or Said(one_verb(later.group()), core[later.end() :], "zh.act_behind_phrase")
    scope = trim(core[len(link) : later.start()]) if link == "在" else ""
    return replace(said_, rule="zh.act_behind_phrase", scope=scope)


def _disposed(rest: str) -> Said | None:
    """将 a thing 纳入 a list, 报送 a unit."""
    match = None
    for match in disposal().finditer(rest, 1):
        pass
    if match is None:
        return None
    word, what, where = match.group(), strip_end(rest[: match.start()]), rest[match.end() :]
    if word in ("报送", "上报", "报告", "抄送", "反馈", "报", "提交", "移交"):
        what = re.sub(r"形成[^,;。]*$", "", what)
        return Said("报送" if word == "报" else word, what, "zh.act_disposed", partner=trim(where))
    return Said(word, f"{what}{word}{where}", "zh.act_disposed")


def _addressed(rest: str) -> Said | None:
    """对 somebody or something 开展, 给予, 进行 something."""
    later = _later(rest, 2, last=True)
    if later is None:
        return None
    what, done = strip_end(rest[: later.start()]), rest[later.end() :]
    if later.group() in listed_empty():
        act = verb().match(done)
        if (
            act
            and not done[act.end() :].strip("、和")
            or act
            and later.group() != "进行"
            and "、" in done[act.end() : act.end() + 1]
        ):
            return Said(one_verb(act.group()), what, "zh.act_addressed")
        if later.group() == "进行":
            return Said("开展", done, "zh.act_addressed", scope=trim(what))
    return Said(one_verb(later.group()), done, "zh.act_addressed", scope=trim(what))


@cache
def listed_compounds() -> frozenset[str]:
    """Two verbs that are one."""
    return frozenset(table()["compounds"])


@cache
def listed_empty() -> frozenset[str]:
    """Verbs without a meaning of their own."""
    return frozenset(table()["empty"])


def _on_behalf(rest: str) -> Said | None:
    """为 somebody 提供; 为创建 a title 打好基础: preparing it is work for it."""
    if match := re.match(r"(创建|申报|争创)(.{2,}?)(?:打好|奠定|打下|做好|创造)", rest):
        return Said(match[1], match[2], "zh.act_for_title")
    if match := re.search(r"(提供|奠定|打好|打下|创造|贡献)(.+)$", rest):
        return Said("提供", rest[match.start(2) :], "zh.act_behind_phrase")
    return None


def _partnered(core: str, link: str) -> Said | None:
    """会同 a unit 加强; 向 a unit 报告."""
    later = _later(core, len(link) + 1) or verb().search(core, len(link) + 2)
    if later is None:
        return None
    who = trim(strip_end(core[len(link) : later.start()]))
    match = verb().match(core, later.start())
    word, rest = (match.group(), core[match.end() :]) if match else (later.group(), core[later.end() :])
    partner = who if actor_of(who) or link == "向" else ""
    return Said(one_verb(word), rest or who, "zh.act_behind_phrase", partner=partner)


def _fronted(core: str) -> Said | None:
    """What is reported stands first: 重大事项及时向…报告."""
    match = re.match(
        r"(?P<what>[^,;。]{2,24}?)(?:及时|定期|按时|按月|按季度|每年|第一时间)*向(?P<whom>[^,;。]{2,20}?)(?P<verb>报告|报送|上报|反馈|通报)$",
        core,
    )
    return Said(match["verb"], match["what"], "zh.act_fronted", partner=match["whom"]) if match else None


def _subject(core: str) -> Said | None:
    """A subject in front of the verb: who acts, or what it applies to."""
    later = _later(core, 2)
    if later is None or _REACH.search(core) or state().search(core) or core.endswith(_FRAMED):
        return None
    who, match = core[: later.start()], verb().match(core, later.start())
    word, rest = (
        (match.group(), core[match.end() :])
        if match and match.end() >= later.end()
        else (later.group(), core[later.end() :])
    )
    if len(strip(rest)) < 2 or who.endswith("的"):
        return None
    actor = actor_of(who)
    if actor:
        return Said(one_verb(word), rest, "zh.act_of_actor", actor=actor)
    return Said(one_verb(word), rest, "zh.act_of_subject", scope=trim(strip_end(who)))


_REACHED = re.compile(
    r"(?P<subject>[^,;。]{2,30}?)(?P<degree>逐步|普遍|基本|率先|总体|如期|稳定)*(?P<verb>成为|达到|实现)(?P<what>[^\d,;。]{2,24})$"
)


def _ended(core: str, *, goal: bool) -> Said | None:
    """The verb stands at the end of the clause: 生态环境持续改善."""
    rule = "zh.goal" if goal else "zh.act_at_end"
    if match := state().search(core):
        subject = trim(strip_end(core[: match.start()]))
        return Said(table()["states"][match.group()], subject, rule) if len(subject) >= 2 and goal else None
    if goal and (
        match := re.search(r"(?P<verb>[\u4e00-\u9fff]{2})(?:成效|成果|效果)(?:更加|十分)?(?:显著|明显)$", core)
    ):
        if verb().fullmatch(match["verb"]) or match["verb"] in table()["endings"]:
            return Said(match["verb"], trim(core[: match.end("verb")]), rule)
        return Said("取得", trim(core), rule)
    if match := ending().search(core):
        subject = trim(strip_end(core[: match.start()]))
        if len(subject) >= 2 and (match["degree"] or goal) and not subject.endswith(("和", "与")):
            return Said(match["verb"], subject, rule)
    if goal and (match := _REACHED.match(core)):
        what = match["what"] if match["verb"] == "成为" else f"{match['subject']}{match['verb']}{match['what']}"
        return Said(match["verb"], f"{match['subject']}成为{what}" if match["verb"] == "成为" else what, rule)
    return None


def _later(core: str, start: int, *, last: bool = False, only: frozenset[str] = frozenset()) -> re.Match[str] | None:
    """The first (or last) verb from `start` on that is no part of a name."""
    best: re.Match[str] | None = None
    for match in predicate().finditer(core, start):
        before, after = core[: match.start()], core[match.end() :]
        if before.endswith(
            ("的", "和", "与", "、", "及", "未", "已", "拟", "所", "可", "实", "不", "被", "未经", "统一", "高", "再")
        ) and not before.endswith("统一"):
            continue
        if not after or nominal(after, inner=True) or only and match.group() not in only:
            continue
        if last and best is not None and match.group() not in listed_light() and match.group() not in listed_empty():
            continue
        best = match
        if not last:
            return best
    return best


@cache
def listed_light() -> frozenset[str]:
    """Verbs that follow a phrase of place or of persons."""
    return frozenset(["开展", "实施", "实行", "执行", "推行", "建立", "设立", "给予", "予以", "进行", "加强", "落实"])


def one_verb(word: str) -> str:
    """建立和完善 -> 建立完善."""
    return re.sub(r"[和、与并及]", "", word)


def strip_end(words_: str) -> str:
    """Without the adverbs and times at its end."""
    ends = any_of([*table()["frame"]["adverbs"], *table()["degrees"], "等", "均", "都"])
    return re.sub(rf"(?:{ends}|{_TIME})+$", "", words_)


_EDGE = " 、,;:。的·-—"


def trim(words_: str) -> str:
    """Without marks at its edges and without a bracket or quotation mark that has lost its other half."""
    words_ = words_.strip(_EDGE)
    for left, right in ("()", "“”", "《》", "‘’"):
        if words_.count(left) != words_.count(right):
            words_ = words_.strip(left + right) if words_[:1] in left + right or words_[-1:] in left + right else words_
    return words_.strip(_EDGE)


def _area(opening: str) -> str:
    match = group("frame", "areas").search(opening)
    return match.group() if match else ""


@cache
def _agents() -> re.Pattern[str]:
    return re.compile(any_of(table()["who"]["agents"]))


@cache
def _limits() -> re.Pattern[str]:
    return re.compile(any_of(table()["who"]["limits"]) + "+")


def _agent_prefix(words_: str) -> str:
    """The shortest beginning that ends with somebody who can act."""
    for match in _agents().finditer(words_):
        if match.end() >= 2 and not words_[match.end() : match.end() + 1].startswith(("(", "、", "和", "等")):
            return words_[: match.end()]
    return ""


def actor_of(words_: str) -> str:
    """Who acts, if the words name somebody who can: 全市规模化养殖场 -> 规模化养殖场."""
    words_ = strip_end(words_.strip(_EDGE))
    words_ = re.sub(r"(?:按照?|根据|结合|依托|通过|利用|在|对)[^,;。]*$", "", words_).rstrip("等")
    words_ = re.sub(r"等$", "", _limits().sub("", words_, count=1) if _limits().match(words_) else words_)
    if not 2 <= len(words_) <= 40:
        return ""
    match = None
    for match in _agents().finditer(words_):
        pass
    return trim(words_) if match and match.end() == len(words_) else ""


def _is_slogan(body: str) -> bool:
    """做品牌、拓市场、促增收: three or more short parts of one length without an object of their own."""
    if not _SLOGAN.match(body):
        return False
    parts = body.split("、")
    return len({len(part) for part in parts}) == 1 and not any(verb().match(part) and len(part) > 4 for part in parts)
