"""Acts whose verb stands behind a phrase: 将…纳入, 对…开展, 会同…加强, 向…报告, 为…提供.

>>> said = put_somewhere("再生水厂用地纳入国土空间规划")
>>> said and (said.verb, said.object)
('纳入', '再生水厂用地纳入国土空间规划')
"""

import re

from greenall.data.language.tables import any_of
from greenall.plans.zh_acts_actor import actor_of, first_agent
from greenall.plans.zh_acts_front import later, one_verb, strip, strip_end, trim
from greenall.plans.zh_acts_said import Said
from greenall.plans.zh_acts_words import disposal, listed, nominal, table, verb

_BY = re.compile(r"(?:通过|利用|依托|借助|按照?|根据|在)[^,;。]*$")
BEHIND = "zh.act_behind_phrase"


def put_somewhere(rest: str) -> Said | None:
    """将 a thing 纳入 a list, 报送 a unit."""
    found = list(disposal().finditer(rest, 1))
    if not found:
        return None
    match = found[-1]
    word, what, where = match.group(), strip_end(rest[: match.start()]), rest[match.end() :]
    if word in listed("who", "handing"):
        what = re.sub(r"形成[^,;。]*$", "", what)
        return Said("报送" if word == "报" else word, what, "zh.act_disposed", partner=trim(where))
    return Said(word, f"{what}{word}{where}", "zh.act_disposed")


def done_to(rest: str) -> Said | None:
    """对 somebody or something 开展, 给予, 进行 something."""
    match = later(rest, 2, last=True)
    if match is None:
        return _done_last(rest)
    what, done = trim(strip_end(rest[: match.start()])), rest[match.end() :]
    if match.group() in listed("", "empty") and all(verb().fullmatch(part) for part in re.split("[、和与]", done)):
        return Said(one_verb(done), what, "zh.act_addressed")  # 对…予以通报
    word = "开展" if match.group() == "进行" else one_verb(match.group())
    return Said(word, done, "zh.act_addressed", scope=what)


def _done_last(rest: str) -> Said | None:
    """对 a thing 依法公示: the verb is the last word."""
    for length in (4, 2):
        what, word = _BY.sub("", strip_end(rest[:-length])), rest[-length:]
        if len(what) >= 2 and verb().fullmatch(word):
            return Said(word, trim(strip_end(what)), "zh.act_addressed")
    return None


def on_behalf(rest: str) -> Said | None:
    """为 somebody 提供; 为创建 a title 打好基础: preparing it is work for it."""
    if match := re.match(r"(创建|申报|争创)(.{2,}?)(?:打好|奠定|打下|做好|创造)", rest):
        return Said(match[1], match[2], "zh.act_for_title")
    if match := re.search(r"(?:提供|奠定|打好|打下|创造|贡献)(.+)$", rest):
        return Said("提供", match[1], BEHIND)
    return None


def together(core: str, link: str) -> Said | None:
    """会同 a unit 加强; 向 a unit 报告; 与 somebody 建立."""
    match = later(core, len(link) + 1) or verb().search(core, len(link) + 2)
    if match is None:
        return None
    who = trim(strip_end(core[len(link) : match.start()]))
    whole = verb().match(core, match.start()) or match
    rest = core[whole.end() :]
    return Said(one_verb(whole.group()), rest or who, BEHIND, partner=who if actor_of(who) or link == "向" else "")


def helping(rest: str) -> Said:
    """配合 somebody: they are the partner."""
    who = first_agent(rest)
    what = strip(rest[len(who) :])
    if who and (match := verb().match(what)) and not nominal(what[match.end() :], inner=False):
        what = what[match.end() :] or what
    return Said("配合", what or rest, "zh.act_opening", partner=who if what else "")


def told_first(core: str) -> Said | None:
    """What is reported stands first: 重大事项及时向…报告."""
    match = re.match(
        r"(?P<what>[^,;。]{2,24}?)(?:及时|定期|按时|按月|按季度|每年|第一时间)*"
        r"向(?P<whom>[^,;。]{2,20}?)(?P<verb>报告|报送|上报|反馈|通报)$",
        core,
    )
    return Said(match["verb"], match["what"], "zh.act_fronted", partner=match["whom"]) if match else None


def filed(rest: str) -> Said | None:
    """鼓励 somebody 向 a unit 报告…, 登录…注册: what is asked of them is to file."""
    match = re.search(rf"(?P<verb>{any_of(table()['who']['filings'])})(?P<what>[^,;。]*)$", rest)
    who = first_agent(rest)
    if not match or not who or match.start() < len(who) or nominal(match["what"], inner=True):
        return None
    way = strip(rest[len(who) : match.start()])
    partner = way[1:] if way.startswith("向") else ""
    return Said(match["verb"], match["what"] or way, "zh.act_of_actor", actor=actor_of(who), partner=partner, asked=who)


def by_agent(rest: str, word: str) -> Said | None:
    """推进 + who + what they do: the act is theirs. Not where it all is the name of some work (…工作, …建设)."""
    if rest.endswith(("工作", "建设", "能力", "项目", "发展")):
        return None
    match = later(rest, 2, only=listed("who", "does"))
    if match is None or word == "推动" and not rest[: match.start()].endswith(("全面", "全部", "严格", "一律")):
        return None
    return of_subject(rest[: match.start()], match.group(), rest[match.end() :])


def of_subject(who: str, word: str, what: str) -> Said:
    """The act of a subject: somebody who acts, or a thing that it applies to."""
    if actor := actor_of(who):
        return Said(one_verb(word), what, "zh.act_of_actor", actor=actor)
    return Said(one_verb(word), what, "zh.act_of_subject", scope=trim(strip_end(who)))
