"""What stands in front of and behind the words of an act: adverbs, times, marks; and where a later verb begins.

>>> strip("到2026年底,全面推行合同节水".replace(",", "")), trim("、废旧家具(")
('推行合同节水', '废旧家具')
"""

import re
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.zh_acts_words import group, link, listed, nominal, predicate, table, verb

TIME = (
    r"(?:到|至|力争|争取|在|从|于)?(?:[“\"]?十?[一二三四五六七八九十]五[”\"]?(?:期间|时期|末|规划期|规划期间)?"
    r"|20\d\d年?(?:(?:-|至|到)20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末]前?|前|起|之?间|以前)?"
    r"|每年\d{1,2}月(?:\d{1,2}日|底)?前?|(?:每年)?年?[底末]前?|每(?:半年|季度?末?|月末?|两年)|[一二三四五六两]年内"
    r"|[上下]半年|(?:利用|用)?[一二三四五六七八九十\d]+年(?:左右)?的?时间)"
)
_EDGE = " 、,;:。的·-—"


@cache
def _front() -> re.Pattern[str]:
    """What may stand in front of the verb without changing what is done."""
    frame = table()["frame"]
    return re.compile(rf"\s+|[“”\"]?{TIME}[,的]?|{any_of(frame['adverbs'])}|{any_of(frame['areas'])}")


def strip(body: str) -> str:
    """The clause without adverbs, areas and times in front of its verb."""
    at = 0
    while match := _front().match(body, at):
        word, end = match.group(), match.end()
        if (whole := verb().match(body, at)) and whole.end() > end and whole.group() in _compounds():
            break  # 规范发展, 统筹推进 are verbs
        if word in listed("frame", "also_verbs"):
            after = end
            while (more := group("frame", "adverbs").match(body, after)) and more.group() != word:
                after = more.end()
            if not (verb().match(body, after) or link().match(body, after)):
                break  # 加快旧城改造: here it is the verb
        if word == "其中" and body[end : end + 1] == "的":
            break
        at = end
    return body[at:]


@cache
def _compounds() -> frozenset[str]:
    return frozenset(table()["compounds"])


@cache
def _behind() -> re.Pattern[str]:
    frame = table()["frame"]
    adverbs = [word for word in frame["adverbs"] if word not in frame["also_verbs"]]
    return re.compile(rf"(?:{any_of([*adverbs, *table()['degrees'], '等', '均', '都'])}|{TIME})+$")


def strip_end(words: str) -> str:
    """Without the adverbs and times at its end."""
    return _behind().sub("", words)


def trim(words: str) -> str:
    """Without marks at its edges and without a bracket or quotation mark that has lost its other half."""
    words = words.strip(_EDGE)
    for left, right in ("()", "“”", "《》", "‘’"):
        while words.count(left) != words.count(right) and (words[:1] in (left, right) or words[-1:] in (left, right)):
            words = words[1:] if words[0] in (left, right) else words[:-1]
    return words.strip(_EDGE)


def one_verb(word: str) -> str:
    """建立和完善 -> 建立完善."""
    return re.sub(r"[和、与并及]", "", word)


_PART_OF_NAME = tuple("的和与、及未已拟所可实不被高再")


def later(core: str, start: int, *, last: bool = False, only: frozenset[str] = frozenset()) -> re.Match[str] | None:
    """The first (or last) verb from `start` on that is no part of a name; `only` some verbs count."""
    best: re.Match[str] | None = None
    for match in predicate().finditer(core, start):
        word, before, after = match.group(), core[: match.start()], core[match.end() :]
        empty = word in listed("", "empty")
        if before.endswith(_PART_OF_NAME) and not (empty and before.endswith("的")):
            continue
        if not after or nominal(after, inner=True) or only and word not in only:
            continue
        if not last:
            return match
        if best is None or empty or word in listed("", "light"):
            best = match
    return best
