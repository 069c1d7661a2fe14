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
from dataclasses import replace

from greenall.plans.zh_acts_actor import actor_of, first_agent
from greenall.plans.zh_acts_front import later, one_verb, strip, strip_end, trim
from greenall.plans.zh_acts_phrase import (
    BEHIND,
    by_agent,
    done_to,
    filed,
    helping,
    of_subject,
    on_behalf,
    put_somewhere,
    together,
    told_first,
)
from greenall.plans.zh_acts_said import Duty, Said
from greenall.plans.zh_acts_words import ending, group, link, listed, nominal, state, table, verb

_DUTY = re.compile(
    r"(?P<who>[^,;:。]{2,28}?)(?P<word>对[^,;:。]{2,20}负(?:总责|责|主体责任)$|负责|牵头|(?<![需主重必首])要(?![求素点件闻])"
    r"|应当|应(?![急用对收届税变力])|必须|须)"
)
_LONGEST = 600  # characters; what runs on longer without a mark is no clause
_ALL_OF_IT = re.compile(r"(?:实现|确保|做到)?应(?P<verb>[\u4e00-\u9fff]{1,2})尽(?P=verb)$")
_SLOGAN = re.compile(r"[\u4e00-\u9fff]{2,5}(?:、[\u4e00-\u9fff]{2,5}){2,}$")
_REACH = re.compile(
    r"(?:达到?|不[高低]于|不超过|不少于|超过|稳定在|保持在|控制在|[高降升增]到|[高降升增]至|占比?|下降|降低|提高|增长)"
    r"(?:了|约)?[\d%百]"
)
_RATE = re.compile(
    r"(?:率|比例|比重|占比|水平|强度|效率|能耗|水耗|电耗|浓度|用量|排放量)[^,]{0,4}(?:达|不[高低超少]|超过|稳定在|保持在|控制在|[提升降]高?[到至低])"
    r"[^,]{0,4}[\d%百成]"
)
_FRAMED = ("基础上", "同时", "前提下", "过程中", "背景下", "情况下")


def say(body: str, *, goal: bool) -> Said | Duty | None:
    """The act of a clause, who has a duty, or None; `goal` in an article of goals, where verbs stand at the end."""
    if len(body) > _LONGEST or _is_slogan(body) or _ALL_OF_IT.match(body):
        return None
    core = strip(body)
    opening = body[: len(body) - len(core)]
    if len(core) < 3:
        return None
    said = (_ended(core, goal=True) if goal else None) or _of_core(core)
    if not isinstance(said, Said):
        return said
    area = group("frame", "areas").search(opening)
    scope = said.scope or (area.group() if area else "")
    said = replace(said, opening=opening, object=trim(said.object), scope=scope)
    return said if said.object else None


def _is_slogan(body: str) -> bool:
    """做品牌、拓市场、促增收: three or more short parts of one length without an object of their own."""
    if not _SLOGAN.match(body):
        return False
    parts = body.split("、")
    return len({len(part) for part in parts}) == 1 and not any(verb().match(part) and len(part) > 4 for part in parts)


def _of_core(core: str) -> Said | Duty | None:
    """The act of a clause without its adverbs."""
    if (match := verb().match(core)) and not _opens_phrase(core, match) and not _is_attribute(core, match):
        return _opened(core, match)
    if link().match(core):
        return _linked(core) or told_first(core)
    if (duty := _DUTY.match(core)) and (who := actor_of(duty["who"])):
        said = say(core[duty.end() :], goal=False)
        if not isinstance(said, Said) and duty["word"] == "负责" and len(core) > duty.end() + 3:
            said = Said("负责", core[duty.end() :], "zh.act_of_actor")
        return replace(said, actor=who, rule="zh.act_of_actor") if isinstance(said, Said) else Duty(who)
    if (who := first_agent(core)) and link().match(rest := strip(core[len(who) :])):
        said = _linked(rest)  # 各单位 + 每季度 + 将…报送
        return replace(said, actor=actor_of(who), rule="zh.act_of_actor") if said else None
    if group("frame", "openings").match(core):
        return None
    return told_first(core) or _subject(core) or _ended(core, goal=False)


def _opens_phrase(core: str, match: re.Match[str]) -> bool:
    """联合 and 会同 open a phrase where a verb follows it."""
    return match.group() in ("联合", "会同") and later(core, match.end()) is not None


def _is_attribute(core: str, match: re.Match[str]) -> bool:
    """True when the verb at the head only describes the subject of what follows: 新建公共建筑全部执行…."""
    word = match.group()
    if nominal(core[match.end() :], inner=False):
        return True
    if word not in listed("frame", "drivers") and _RATE.search(core):
        return True
    if word.startswith(("列入", "纳入")) and "的" in core:
        return True
    if word.startswith(tuple(table()["frame"]["attributes"])):
        return later(core, match.end() + 1, only=listed("who", "applied")) is not None
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
    elif word in ("推进", "加快", "推动") and (inner := by_agent(rest, word)):
        return inner
    if word == "配合":
        return helping(rest)
    if word in ("推进", "推动") and (bare := strip(rest)) != rest and (second := verb().match(bare)):
        word, rest = second.group(), bare[second.end() :]
    if word == "加大" and (said := _enlarged(rest)):
        return said
    asked = _asked(word, rest) if word in listed("join", "asks") else ""
    if asked and (filing := filed(rest)):
        return filing
    if word == "投资" and re.match(r"[\d.]+", rest) and (act := later(rest, 1)):
        rest = rest[act.end() :]
    if rest.startswith(("将", "把", "好")) and not word.endswith("好"):
        rest = rest[1:]
    word = "开展" if word == "进行" else one_verb(word)
    return Said(
        word,
        rest,
        "zh.act_opening",
        actor=actor_of(asked) or actor_of(first_agent(asked)),
        asked=asked,
        strives=strives,
    )


def _enlarged(rest: str) -> Said | None:
    """加大对 a thing 清理和查处: without 力度 the last verb is the act."""
    match = re.match(r"对(?P<what>.+?)(?:的)?(?P<verb>[\u4e00-\u9fff]{2}(?:[和与、][\u4e00-\u9fff]{2})?)$", rest)
    if match and all(verb().fullmatch(part) for part in re.split("[和与、]", match["verb"])):
        return Said(match["verb"], match["what"], "zh.act_at_end")
    return None


def _asked(word: str, rest: str) -> str:
    """Who is asked: the words up to what they are to do."""
    if match := later(rest, 1):
        return rest[: match.start()]
    return first_agent(rest) if word != "推动" else ""


def _linked(core: str) -> Said | None:
    """A phrase opens the clause; its verb comes later."""
    found = link().match(core)
    word = found.group() if found else ""
    rest = core[len(word) :]
    if word in ("将", "把"):
        return put_somewhere(rest)
    if word in ("对", "对于"):
        return done_to(rest)
    if word == "为":
        return on_behalf(rest)
    if word in ("向", "与", "同", "联合", "会同", "协同"):
        return together(core, word)
    frames = word in listed("frame", "openings")
    if core.endswith(tuple(table()["frame"]["ends"])) and (frames or not later(core, len(word))):
        return None
    if re.match(r"以[^,]{1,40}为", core) and not later(core, core.index("为") + 3):
        return None
    said = _behind_closer(core, word) or _behind_link(core, word)
    return replace(said, rule=BEHIND) if said else None


def _behind_closer(core: str, word: str) -> Said | None:
    """在…过程中 + act, 按照…要求 + act."""
    for found in group("frame", "closers").finditer(core, len(word) + 1):
        behind = strip(core[found.end() :])
        match = verb().match(behind)
        if link().match(behind) or match and not nominal(behind[match.end() :], inner=True):
            said = say(core[found.end() :], goal=False)
            if not isinstance(said, Said) or said.scope or word != "在":
                return said if isinstance(said, Said) else None
            end = found.end() if found.group() in ("行业", "区域", "地区", "领域", "环节") else found.start()
            return replace(said, scope=trim(core[len(word) : end]))
    return None


def _behind_link(core: str, word: str) -> Said | None:
    """在 a place + act, 以 a way + act: the verb stands where the phrase ends."""
    match = later(core, len(word) + 1, last=word == "在")
    if match is None:
        return None
    tail = core[match.start() :]
    whole = verb().match(tail)
    said = _opened(tail, whole) if whole else Said(one_verb(match.group()), core[match.end() :], BEHIND)
    if said is None or word != "在":
        return said
    scope = trim(core[len(word) : match.start()])
    return replace(said, scope=scope, actor=said.actor or actor_of(scope))


def _subject(core: str) -> Said | None:
    """A subject in front of the verb: who acts, or what it applies to."""
    if _REACH.search(core) or state().search(core) or core.endswith(_FRAMED):
        return None
    match = later(core, 2)
    if match and not actor_of(core[: match.start()]):
        match = later(core, 2, only=listed("who", "applied"))
    if match is None or ending().fullmatch(core[match.end() :]):
        return None
    whole = verb().match(core, match.start())
    if whole is None or whole.end() < match.end():
        whole = match
    who, what = core[: match.start()], core[whole.end() :]
    return of_subject(who, whole.group(), what) if len(strip(what)) >= 2 else None


_BECAME = re.compile(
    r"(?P<subject>[^,;。]{2,40}?)(?:逐步|普遍|基本|率先|总体|如期|稳定)*(?P<verb>成为|达到|实现)(?P<what>[^\d,;。]{2,24})$"
)
_EFFECT = re.compile(r"(?P<verb>[\u4e00-\u9fff]{2})(?:成效|成果|效果)(?:更加|十分)?(?:显著|明显)$")


def _ended(core: str, *, goal: bool) -> Said | None:
    """The verb stands at the end of the clause: 生态环境持续改善."""
    rule = "zh.goal" if goal else "zh.act_at_end"
    if match := state().search(core):
        subject = trim(strip_end(core[: match.start()]))
        return Said(table()["states"][match.group()], subject, rule) if goal and len(subject) >= 2 else None
    if goal and (match := _EFFECT.search(core)):
        known = verb().fullmatch(match["verb"]) or match["verb"] in listed("", "endings")
        return Said(match["verb"] if known else "取得", trim(core[: match.end("verb")] if known else core), rule)
    if match := ending().search(core):
        subject = trim(strip_end(core[: match.start()]))
        if len(subject) >= 2 and (match["degree"] or goal) and not subject.endswith(("和", "与")):
            return Said(match["verb"], subject, rule)
    if goal and (match := _BECAME.match(core)):
        return Said(match["verb"], f"{match['subject']}{match['verb']}{match['what']}", rule)
    return None
