"""What a Chinese passage says must be done: one act a clause, with what only follows from it taken in.

A measure begins where a clause opens with a verb of the table (积极推进…, 建立健全…) or names who acts before it
(有条件的县城实现…). A clause that frames (按照…, 围绕…), only gives a day, or only says what comes of the act before
it (促进…, 提升…) makes no row of its own. A heading of an article makes none either.

>>> from greenall.plans.reading import Context
>>> [(act.verb, act.object) for act in find_acts("加快推进水泥行业超低排放改造,建立健全农业水价形成机制。", Context())]
[('推进', '水泥行业超低排放改造'), ('建立健全', '农业水价形成机制')]
"""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from greenall.data.language.tables import any_of, words
from greenall.plans.ledger import Modality
from greenall.plans.reading import Act, Context
from greenall.plans.zh_context import States, is_baseline
from greenall.plans.zh_sentence import Clause, Passage, read_passage
from greenall.quantity.place import Span
from greenall.quantity.times import Time, Window


def _table() -> dict[str, Any]:
    return words("zh", "measures")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(any_of([*_table()["compounds"], *_table()["verbs"]]))


@cache
def _group(name: str) -> re.Pattern[str]:
    return re.compile(any_of(_table()[name]))


_NUMBERED = re.compile(r"\s*(?:\(?\d{1,3}[)、.．]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]+条|[①-⑳]|[-*•·●○]|[一二三四五六七八九十]是)\s*")
_ARTICLE = re.compile(r"\s*(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]+[章节])")
_PLACE = re.compile(r"(?:在|对|对于|以|将|把|为|从|由|向|与|按|按照|利用|围绕|通过|结合|针对)[^,;。]{1,40}?")
_AREA = re.compile(r"(?:全市|全县|全省|全区|我市|我县|我省|本市|市级|各县\(区\)|各县\(市、区\)|各地|各部门|各县\(区\)、各部门)")
_ACTOR = re.compile(r"^(?P<who>[^,;:。]{2,28}?)(?:要|应当?|须|负责|要会同|会同)")


def find_acts(text: str, context: Context) -> tuple[Act, ...]:
    """The measures of folded `text`, in order."""
    return acts_of(read_passage(text, context.issued), context)


def acts_of(passage: Passage, context: Context) -> tuple[Act, ...]:
    """The measures of a passage that was already cut into clauses."""
    acts: list[Act] = []
    states = States(context.issued)
    time: Time | None = None
    sentence = -1
    first = 0  # index of the first act of the present sentence
    preamble = False
    for clause in passage.clauses:
        if clause.sentence != sentence:
            sentence, time, first = clause.sentence, None, len(acts)
            if clause.is_heading:
                preamble = bool(_group("preamble").search(clause.span.of(passage.text)))
        words_ = clause.span.of(passage.text)
        days = [t for t in clause.times if t.window is not Window.EVERY_YEAR and not is_baseline(passage.text, t)]
        states.enter(passage, clause, any(not states.is_past(day) for day in days))
        if days:
            time = days[-1]
        if _is_heading(passage, clause, words_) or preamble or states.why_not() or states.penal:
            continue
        act = _act(passage, clause, words_)
        if act is None:
            continue
        act = replace(act, time=time, inherited=bool(time and not days))
        if len(acts) > first and _belongs_to(acts[first:], act, words_, clause):
            acts[-1] = replace(acts[-1], span=Span(acts[-1].span.start, act.span.end), time=acts[-1].time or act.time)
            continue
        acts.append(act)
    return tuple(acts)


def _is_heading(passage: Passage, clause: Clause, words_: str) -> bool:
    """（七）推动农业绿色低碳循环发展。 and 一、总体要求: a title, not a measure."""
    return bool(_ARTICLE.match(words_)) and clause.closes in "。\n:"


def _act(passage: Passage, clause: Clause, words_: str) -> Act | None:
    """The act of a clause, or None where it has none."""
    start = clause.span.start
    body = _NUMBERED.sub("", words_)
    at = len(words_) - len(body)
    if _group("frames").match(body) and not _LINK.match(body) or _SLOGAN.match(body):
        return None
    told = _ACTOR.match(body)
    if told and _group("frames").match(_strip(body[told.end() :])):
        return None
    core = _strip(body)
    at += len(body) - len(core)
    if not core.strip():
        return None
    frame = _group("frames").match(core)
    match = _verb().match(core)
    actor = ""
    rule = "zh.act_opening"
    if match is None or (frame and frame.end() >= match.end()):
        found = _later_verb(core, bool(frame))
        if found is None:
            return None
        match, actor = found
        rule = "zh.act_behind_actor" if actor else "zh.act_behind_phrase"
    if match.group() in ("争取", "力争") and (second := _verb().match(core, match.end())):
        match = second
    verb = match.group()
    rest = core[match.end() :].strip(" 的了")
    if not rest and not actor and match.start() == 0:
        return None
    what = rest or core[: match.start()].strip()
    asked = _asked(verb, rest)
    if asked and not actor:
        actor = asked
    span = Span(start + at, clause.span.end)
    return Act(
        span=span,
        verb=_main(verb),
        object=what if rest else what,
        type=_type(verb, core),
        modality=_modality(words_, verb),
        rules=(rule,),
        actor=_actor(actor),
        partner=_partner(core),
        scope=match_.group() if (match_ := _AREA.search(body[:12])) else "",
    )


def _strip(body: str) -> str:
    """The clause without adverbs, areas and times in front of its verb."""
    at = 0
    while at < len(body):
        match = _front().match(body, at)
        if not match or match.end() == at:
            break
        # 加快 is the verb when no other follows: 加快新型储能项目建设
        after = _skip_adverbs(body, match.end())
        if _LINK.match(body, after):
            at = match.end()
            continue
        if match.group() in _MAY_BE_VERBS and not _verb().match(body, after) and not _group("frames").match(body, after):
            break
        at = match.end()
    return body[at:]


def _skip_adverbs(body: str, at: int) -> int:
    while match := _group("adverbs").match(body, at):
        at = match.end()
    return at


_MAY_BE_VERBS = ("加快", "规范", "优先", "严格", "综合", "集中", "整体", "系统")


@cache
def _front() -> re.Pattern[str]:
    time = r"(?:到|至|力争|争取|在)?(?:“?[一二三四五六七八九十]{1,3}五”?(?:期间|时期|末|规划期)|20\d\d年?(?:-20\d\d年|至20\d\d年)?(?:\d{1,2}月)?(?:底前?|末前?|前|起)?)"
    return re.compile(rf"\s|{time}|{any_of(_table()['adverbs'])}|{any_of(['全市', '全县', '全省', '全区', '我市', '我县', '我省'])}(?={any_of(_table()['verbs'])})")


_LINK = re.compile(r"(?:在|对(?!于)|将|把|为|从|向|与|按|按照|以|通过|联合|会同)")
_SLOGAN = re.compile(r"(?:[\u4e00-\u9fff]{3,5}、){2,}[\u4e00-\u9fff]{3,5}$")
_FRAMED_END = re.compile(r"(?:区域|基础上|过程中|方面|下|中|同时|原则|契机|抓手|前提下|类别|名单|背景下|领域)$")


def _later_verb(core: str, framed: bool) -> tuple[re.Match[str], str] | None:
    """A verb behind a phrase (将…纳入…) or behind who acts (有条件的县城实现…)."""
    linked = _LINK.match(core)
    if linked and _FRAMED_END.search(core):
        return None
    best: re.Match[str] | None = None
    for match in _verb().finditer(core):
        if match.start() == 0:
            continue
        before = core[: match.start()]
        if before.endswith(("的", "和", "与", "、", "及")) and not linked:
            continue
        after = core[match.end() :]
        if framed and not linked:
            return None
        if after and _group("nominal").match(after):
            continue
        if linked:
            # the verb of 将 A 纳入 B stands behind A, not inside it
            if after:
                return match, ""
            best = best or match
            continue
        if len(after) == 0:
            return match, before.strip()
        if best is None and len(after) >= 2:
            best = match
    if best is None or framed:
        return None
    return best, "" if linked else core[: best.start()].strip()


def _main(verb: str) -> str:
    """推进建设 keeps its last part when the first only moves things along: 加快建设 -> 建设."""
    return re.sub(r"[和、]", "", verb)


def _asked(verb: str, rest: str) -> str:
    """Who is to act after 鼓励, 支持, 督促: the words up to their own verb."""
    if verb not in _table()["asks"]:
        return ""
    match = _verb().search(rest, 1)
    return rest[: match.start()] if match and match.start() <= 24 else ""


_AREA_WORDS = re.compile(r"^(?:有条件的|符合条件的|相关|有关|重点|我市|全市|各类)+")


def _actor(who: str) -> str:
    return _AREA_WORDS.sub("", who.strip(" 的要应须")) if len(who) <= 40 else ""


_WITH = re.compile(r"(?:配合|联合|会同)(?P<partner>[^,;。]{2,16}?)(?=推进|开展|加强|做好|强化|碳核查|$)|向(?P<to>[^,;。]{2,16}?)(?=报告|报送|反馈)")


def _partner(core: str) -> str:
    match = _WITH.search(core)
    return (match["partner"] or match["to"] or "") if match else ""


def _modality(words_: str, verb: str) -> Modality:
    if verb.startswith(("鼓励", "支持", "引导", "倡导", "提倡")):
        return Modality.ENCOURAGE
    if verb.startswith("探索") or "探索" in words_[:8]:
        return Modality.EXPLORE
    if re.search("力争|争取|努力", words_):
        return Modality.STRIVE
    return Modality.REQUIRE


def _type(verb: str, core: str) -> str:
    for name, group in _type_words():
        if group.search(verb) or group.search(core):
            return name
    return "project"


@cache
def _type_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(any_of(group))) for name, group in _table()["types"].items())


def _belongs_to(earlier: list[Act], act: Act, words_: str, clause: Clause) -> bool:
    """True when a clause tells what comes of the acts before it in the sentence, or goes on about the same thing."""
    before = earlier[-1]
    marked = bool(_group("marks").match(_NUMBERED.sub("", words_.strip())))
    if marked:
        return False
    if before.verb in _table()["asks"] and before.actor and act.verb not in _table()["asks"]:
        return True
    if act.rules == ("zh.act_opening",) and _group("results").match(act.verb) and not clause.amounts:
        return True
    if clause.amounts and act.rules != ("zh.act_opening",):
        return True
    return len(_content(act.object)) <= 3 or any(_same_topic(one.object, act.object) for one in earlier)


_GENERIC = re.compile("绿色|低碳|循环|发展|建设|项目|工作|体系|机制|企业|全市|推进|推广|示范|综合|利用|管理|资源|制度|能源|环境|产业|农业|工业|技术|设施|行业|重点|活动|试点|标准|产品|服务|开展|改造|提升")


def _content(words_: str) -> str:
    """The words without general ones."""
    return _GENERIC.sub("", words_)


def _same_topic(first: str, second: str) -> bool:
    """True when both name the same thing: three characters in a row that are no general words."""
    one, two = _GENERIC.sub(" ", first), _GENERIC.sub(" ", second)
    grams = {one[i : i + 3] for i in range(len(one) - 2) if " " not in one[i : i + 3]}
    return any(two[i : i + 3] in grams for i in range(len(two) - 2))
