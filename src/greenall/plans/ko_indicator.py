"""What a Korean figure measures: the noun phrase to its left, the counted noun to its right, or an argument.

>>> from greenall.plans.ko_targets import read
>>> from greenall.plans.reading import Context
>>> [c.indicator for c in read("하천 수질 달성률을 90%로 높이고 습지 3개소를 조성한다.", Context()).commitments]
['하천 수질 달성률', '습지 조성']
"""

from collections.abc import Sequence
from dataclasses import dataclass

from greenall.data.language.tables import words
from greenall.plans.ko_arguments import (
    WHOLE,
    best_argument,
    by_means_of,
    complement,
    counted_beside,
    is_turned_into,
    object_before,
    spent_on,
    topic_before,
    trailing,
)
from greenall.plans.ko_brackets import (
    JOINTS,
    is_in_bracket,
    label_in_bracket,
    out_of_bracket,
    part_of,
    past_amount,
    past_comparison,
    skip_left,
)
from greenall.plans.ko_clauses import Governor, clause_start, is_less
from greenall.plans.ko_comparator import last_of_series
from greenall.plans.ko_cues import entries
from greenall.plans.ko_phrases import adverbs, particles, phrase_before, without_other_task, words_of
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, is_postposition, noun_of_doing
from greenall.quantity.amount import Amount


@dataclass(frozen=True, slots=True)
class Indicator:
    """The words, and the rule that found them. `start`, `end`: tokens of the noun phrase, -1 when there are none."""

    text: str
    rule: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Parent:
    """The indicator of the figure before: `near` when it has the same unit, `any` in any case."""

    near: str = ""
    any: str = ""


def find(
    tokens: Sequence[Token], index: int, ruling: Governor, text: str, parent: Parent, joined: bool, listed: str = ""
) -> Indicator:
    """The indicator of the amount at `index`.

    joined  the figure is a part of the one before it
    listed  the noun that 각각 gives it
    """
    amount = tokens[index].amount
    assert amount is not None
    if listed:
        whole = parent.any if joined else ""
        named = _join(listed, whole, amount) if whole else _with_doing(listed, ruling, tokens, index)
        return Indicator(named, "ko.indicator_respectively")
    found = _find(tokens, index, ruling, text, parent, joined)
    each = _each(tokens, index)
    name = _without_goal(found.text)
    return Indicator(f"{each} {name}".strip() if each not in name else name, found.rule, found.start, found.end)


def _each(tokens: Sequence[Token], index: int) -> str:
    """면적을 1인당 13m2로: the figure is one a head."""
    before = tokens[index - 1] if index else None
    if before is not None and before.mask is not None and before.mask.rule == "ko.per":
        return before.text
    return ""


def _without_goal(name: str) -> str:
    """재활용률 목표 -> 재활용률."""
    for word in ("목표치", "목표값", "목표"):
        shorter = name.removesuffix(word).rstrip()
        if shorter and shorter != name:
            return shorter
    return name


def _find(tokens: Sequence[Token], index: int, ruling: Governor, text: str, parent: Parent, joined: bool) -> Indicator:
    amount = tokens[index].amount
    assert amount is not None
    left = skip_left(tokens, index - 1)
    if parent.near and is_in_bracket(tokens, index):
        return Indicator(parent.near, "ko.indicator_in_brackets")
    if parent.near and (label := label_in_bracket(tokens, index, text)):
        return Indicator(part_of(label, parent.near), "ko.indicator_in_brackets")
    found = _adjacent(tokens, index, left, ruling, text)
    if found is None:
        found = _counted(tokens, index, ruling, text)
    if found is None:
        found = _of_series(tokens, index, ruling, text) or _argument(tokens, index, ruling, text, parent.near)
    if found is None and parent.near:
        return Indicator(_of_parent(tokens, index, ruling, text, parent.near), "ko.indicator_carried")
    if found is None:
        found = _earlier(tokens, index, ruling, text)
    if found is None and parent.any and ruling.change and amount.dimension in ("percent", "points", "times"):
        return Indicator(parent.any, "ko.indicator_carried")
    if found is None:
        found = _of_whole(tokens, index, ruling, text) or _before_colon(tokens, index, text)
    if found is None:
        return Indicator(_last_resort(tokens, index, ruling, text, amount), "ko.indicator_of_verb")
    if parent.any and found.text.startswith("관련 "):
        return Indicator(f"{parent.any} {found.text}", "ko.indicator_related", found.start, found.end)
    if joined and parent.near:
        return Indicator(_join(found.text, parent.near, amount), "ko.indicator_part_of")
    return found


def _of_whole(tokens: Sequence[Token], index: int, ruling: Governor, text: str) -> Indicator | None:
    """시내버스 612대 중 2026년까지 306대를: the noun of the whole."""
    for at in range(index - 1, clause_start(tokens, index) + 1, -1):
        if tokens[at].text in ("중", "가운데") and tokens[at - 1].amount is not None:
            last = at - 2
            if tokens[last].kind != "word" or tokens[last].particle or tokens[last].predicate is not None:
                return None
            first = phrase_before(tokens, last)
            name = words_of(tokens, first, last, text)
            return Indicator(_with_doing(name, ruling, tokens, index), "ko.indicator_of_whole", first, last)
    return None


def _before_colon(tokens: Sequence[Token], index: int, text: str) -> Indicator | None:
    """인증 건수: 2024년 30건, 2026년 80건"""
    at = next((at for at in range(index - 1, 0, -1) if tokens[at].kind == "colon"), 0) - 1
    if at >= 0 and tokens[at].kind == "close":
        at = past_amount(tokens, at)
    if at < 0 or tokens[at].kind not in ("word", "mask") or tokens[at].predicate is not None:
        return None
    first = phrase_before(tokens, at)
    name = words_of(tokens, first, at, text)
    return Indicator(name, "ko.indicator_before_colon", first, at) if name else None


def _adjacent(tokens: Sequence[Token], index: int, left: int, ruling: Governor, text: str) -> Indicator | None:
    amount = tokens[index].amount
    assert amount is not None
    if left >= 0 and tokens[left].kind == "colon":
        left -= 1
    if left > 0 and tokens[left].kind == "time" and tokens[left - 1].kind == "arrow":
        left -= 1
    left = past_comparison(tokens, out_of_bracket(tokens, left, index))
    if left < 0:
        return None
    token = tokens[left]
    if token.kind == "mask" and token.mask is not None and token.mask.figure_class not in ("numbering", "frequency"):
        first = phrase_before(tokens, left)
        return Indicator(words_of(tokens, first, left, text), "ko.indicator_left", first, left)
    if token.kind != "word" or token.predicate is not None or token.text in JOINTS[2:] or is_postposition(token.text):
        return None
    if token.text.endswith(("수인", "준인", "치인", "값인", "록인")):
        return None  # 한 자릿수인 8명
    if token.text in ("중", "가운데", "중에서", "가운데서"):
        return _share_of(tokens, index, left - 1, ruling, text)
    if token.particle in particles("genitive"):
        return _share_of(tokens, index, left, ruling, text)
    if token.particle in ("으로", "로") and amount.dimension == "money":
        first = phrase_before(tokens, left)
        return Indicator(words_of(tokens, first, left, text), "ko.indicator_as", first, left)
    if token.particle:
        return None
    first = phrase_before(tokens, left)
    if amount.is_counter:
        first = without_other_task(tokens, first, left)
    name = words_of(tokens, first, left, text)
    if not name or name in adverbs():
        return None
    sized = tokens[index].tail.particle == "의" and not is_measure(amount)
    counted = _counted_name(tokens, index, text) if amount.unit.endswith("개") or sized else ""
    counted = "" if counted in WHOLE else counted
    if counted:
        return Indicator(_with_doing(f"{name} {counted}", ruling, tokens, index), "ko.indicator_both", first, left)
    if amount.dimension == "grade":
        topic = topic_before(tokens, first - 1, clause_start(tokens, index), text)
        name = f"{topic} {name}".strip()
        return Indicator(name if name.endswith("등급") else f"{name} 등급", "ko.indicator_grade", first, left)
    if tokens[index].tail.particle in ("이", "가") and ruling.verb is not None and ruling.noun is None:
        done = complement(tokens, index, ruling, text)
        if done:
            return Indicator(f"{done} {ruling.doing} {name}".replace("  ", " "), "ko.indicator_who", first, left)
    named = _with_what(name, ruling, tokens, index, text)
    if not named and ruling.verb is None and not is_measure(amount) and (done := trailing(tokens, index, text)):
        return Indicator(f"{name} {done}", "ko.indicator_with_act", first, left)
    if not named and (headed := _with_head(name, tokens, first, index, text)):
        return Indicator(headed, "ko.indicator_of_head", first, left)
    return Indicator(named or _with_doing(name, ruling, tokens, index), "ko.indicator_left", first, left)


def _with_what(name: str, ruling: Governor, tokens: Sequence[Token], index: int, text: str) -> str:
    """취약계층 3천 가구를 대상으로 창호 개선을 지원; 경로당 5곳에 조명을 교체; 산단 6개소를 그린산단으로 전환."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or ruling.noun is not None or ruling.change or ruling.verb is None:
        return ""
    if not ruling.doing and ruling.role != "light":
        return ""
    turned = is_turned_into(tokens, ruling) and ruling.verb.ending is not Ending.SEQUENCE
    given = following.text.startswith("대상") or _particle_behind(tokens, index) in _GIVEN
    if not (given or turned and not is_measure(tokens[index].amount)):
        return ""
    done = complement(tokens, index, ruling, text)
    if given and not done:
        done = counted_beside(tokens, index, ruling, text)  # 8개소에 태양광 6.2MW를 설치
    if not done or len(done.split(" ")) > 5:
        return ""
    if ruling.doing and _particle_behind(tokens, index) in ("에", "에는") and name.split(" ")[-1][-2:] not in _PEOPLE:
        return f"{done} {ruling.doing} {name}"
    return f"{name} {done} {ruling.doing}".rstrip()


def _with_head(name: str, tokens: Sequence[Token], first: int, index: int, text: str) -> str:
    """충전 인프라는 급속 1,200기·완속 6,000기; 보급률을 읍 지역 92%, 면 지역 60%로."""
    amount = tokens[index].amount
    words_left = name.split(" ")
    if len(words_left) > 2 or _ends_measured(name) or noun_of_doing(words_left[-1]) is not None:
        return ""
    start = clause_start(tokens, index)
    shares = amount is not None and amount.dimension in ("percent", "points")
    topic = topic_before(tokens, first - 1, start, text)
    if shares:
        head = topic or object_before(tokens, first - 1, start, text)
        return f"{name} {head}" if head and _ends_measured(head) else ""
    if not topic or amount is None or amount.dimension == "money" or len(words_left) > 1 or topic.endswith(_PARTS):
        return ""
    return f"{topic} {name}" if name not in topic else ""


_PARTS = ("부문", "분야", "지역")


def _ends_measured(name: str) -> bool:
    return _without_goal(name).endswith(tuple(words("ko", "context")["indicator"]["ratio"]))


_NOW = ("지금", "현재", "현행", "이전", "기존", "종전")
_PEOPLE = ("가구", "세대", "계층", "농가", "주택")
_GIVEN = ("에", "에게", "에서", "에는", "에 대해")


def _particle_behind(tokens: Sequence[Token], index: int) -> str:
    """42개교에, 350개 동에, 42개교 전체에"""
    tail = tokens[index].tail
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if tail.particle or tail.copula is not None or following is None or following.stem not in WHOLE:
        return tail.particle
    return following.particle


def is_measure(amount: Amount | None) -> bool:
    """True for percent and the like, which count no things."""
    return amount is None or amount.dimension in ("percent", "points", "times", "grade", "money")


def _share_of(tokens: Sequence[Token], index: int, last: int, ruling: Governor, text: str) -> Indicator | None:
    """X의 N%를 Y로 V: the share of X that is V-ed to Y."""
    if last > 0 and tokens[last].amount is not None:
        last -= 1  # 감축량 24만 톤 중 9만 톤
    if last < 0 or tokens[last].kind not in ("word", "mask") or tokens[last].stem in ("이", "그", "이것"):
        return None
    if tokens[last].stem in _NOW:
        return None
    amount = tokens[index].amount
    assert amount is not None
    first = phrase_before(tokens, last)
    name = words_of(tokens, first, last, text)
    if not name:
        return None
    if amount.dimension == "times":
        return None
    done = " ".join(filter(None, [complement(tokens, index, ruling, text), ruling.doing]))
    if amount.dimension == "percent":
        topic = topic_before(tokens, first - 1, clause_start(tokens, index), text)
        if not done and not topic and tokens[index].tail.particle in _GIVEN:
            topic = object_before(tokens, first - 1, clause_start(tokens, index), text)
        if tokens[index].tail.particle in particles("level") and not topic:
            topic = object_before(tokens, first - 1, clause_start(tokens, index), text)
            done = "" if topic else done
        kind = "" if ruling.change and tokens[index].tail.particle in ("을", "를", "") else "비율"
        parts = [topic, name, done if not ruling.change or ruling.noun else "", kind]
        return Indicator(" ".join(filter(None, parts)), "ko.indicator_share", first, last)
    return Indicator(f"{done} {name}".strip(), "ko.indicator_of", first, last)


def _counted_name(tokens: Sequence[Token], index: int, text: str) -> str:
    """The counted noun right behind the figure: 2개 노선을, 100만 그루의 나무를."""
    if tokens[index].tail.particle not in ("", "의") or tokens[index].tail.copula is not None:
        return ""
    for at in range(index + 1, min(index + 7, len(tokens))):
        token = tokens[at]
        if token.kind not in ("word", "mask") or token.predicate is not None or token.text in adverbs():
            break
        if at == index + 1 and token.stem in ("체제", "수준", "규모"):
            return ""
        if token.particle or at + 1 == len(tokens) or tokens[at + 1].kind != "word":
            if token.particle in particles("genitive") | particles("and"):
                continue
            return words_of(tokens, index + 1, at, text) if token.particle not in ("으로", "로") else ""
    return ""


def _counted(tokens: Sequence[Token], index: int, ruling: Governor, text: str) -> Indicator | None:
    amount = tokens[index].amount
    assert amount is not None
    tail = tokens[index].tail
    if amount.dimension in ("percent", "points", "times") and not (tail.particle == "의" and ruling.change):
        return None
    name = _counted_name(tokens, index, text)
    if not name or ruling.noun is not None and tail.particle != "의" and ruling.noun_at == index + 1:
        return None
    if tokens[index + 1].text in ("중", "가운데"):
        return None
    if ruling.verb is not None and ruling.doing and not ruling.change and _is_given(tokens, index):
        last = max(at for at in range(index, max(ruling.at, index + 1)) if tokens[at].amount is not None)
        behind = next((at for at in range(last + 1, ruling.at) if tokens[at].particle in _GIVEN), -1)
        done = complement(tokens, behind, ruling, text) if behind > 0 else ""
        if done:
            return Indicator(f"{done} {ruling.doing} {name}", "ko.indicator_given_to")
    given = next((token for token in tokens[index + 1 : index + 7] if token.particle), None)
    if given is not None and given.particle in ("에", "에게", "에서") and ruling.verb is not None and ruling.doing:
        done = complement(tokens, tokens.index(given), ruling, text)
        if done and not ruling.change:
            return Indicator(f"{done} {ruling.doing} {name}", "ko.indicator_given_to")
    with_what = object_before(tokens, index - 1, clause_start(tokens, index), text) if ruling.doing else ""
    if with_what and not ruling.change and _is_given(tokens, index):
        return Indicator(f"{with_what} {ruling.doing} {name}", "ko.indicator_given_to")
    topic = topic_before(tokens, index - 1, clause_start(tokens, index), text)
    if topic and any(token.particle in ("이다", "이며", "이고", "입니다") for token in tokens[index + 1 : index + 4]):
        return Indicator(f"{topic} {name}", "ko.indicator_topic")
    return Indicator(_with_doing(name, ruling, tokens, index), "ko.indicator_right")


def _is_given(tokens: Sequence[Token], index: int) -> bool:
    """45개 사업장, 90개 사업장에: the first particle behind the series is 에."""
    for token in tokens[index + 1 : index + 12]:
        particle = token.tail.particle if token.amount is not None else token.particle if token.kind == "word" else ""
        if particle in ("씩", "까지"):
            continue
        if particle or token.predicate is not None:
            return particle in _GIVEN
    return False


def _of_series(tokens: Sequence[Token], index: int, ruling: Governor, text: str) -> Indicator | None:
    """매년 20만 그루, 2025년까지 100만 그루의 나무를: the last of the series names what is counted."""
    token, amount = tokens[index], tokens[index].amount
    if amount is None or index + 1 >= len(tokens):
        return None
    if not token.tail.each and (token.tail.particle or tokens[index + 1].kind != "comma"):
        return None
    for at in range(index + 1, min(index + 8, len(tokens))):
        other = tokens[at].amount
        if other is not None:
            return _counted(tokens, at, ruling, text) if other.unit_norm == amount.unit_norm else None
        if tokens[at].predicate is not None or tokens[at].particle and tokens[at].kind == "word":
            return None
    return None


def _earlier(tokens: Sequence[Token], index: int, ruling: Governor, text: str) -> Indicator | None:
    """The argument of an earlier clause of the sentence, when this clause names none."""
    best = best_argument(tokens, range(clause_start(tokens, index) - 1, -1, -1))
    if best is None or best[0] > 2 and not _goes_on_from(tokens, clause_start(tokens, index) - 1):
        return None
    first = phrase_before(tokens, best[1])
    name = words_of(tokens, first, best[1], text)
    return Indicator(_with_doing(name, ruling, tokens, index), "ko.indicator_earlier", first, best[1]) if name else None


def _goes_on_from(tokens: Sequence[Token], at: int) -> bool:
    """태양광 설비를 설치하여 85MW를 확보한다: the clause before is the way to this one."""
    verb = tokens[at].predicate if at >= 0 else None
    return verb is not None and verb.ending is Ending.SEQUENCE


def _argument(tokens: Sequence[Token], index: int, ruling: Governor, text: str, parent: str) -> Indicator | None:
    """The object, topic or subject of the clause to the left."""
    amount = tokens[index].amount
    assert amount is not None
    best = best_argument(tokens, range(index - 1, clause_start(tokens, index) - 1, -1))
    if best is None:
        return None
    last = best[1]
    first = phrase_before(tokens, last)
    if first > 1 and tokens[first - 1].amount is not None and tokens[first].stem in ("계획", "목표", "물량"):
        last = first - 2  # 전기버스 200대 계획은
        first = phrase_before(tokens, last)
    name = words_of(tokens, first, last, text)
    if not name:
        return None
    is_level = last_of_series(tokens, index).tail.particle in particles("level")
    name = _without_goal(name)
    if name in ("목표", "목표치", "목표값") and parent:
        return None
    is_measured = _ends_measured(name)
    if amount.dimension == "percent" and is_level and not is_measured and parent:
        return Indicator(f"{name} {_head_of(parent)}", "ko.indicator_ellipsis", first, best[1])
    if amount.dimension == "percent" and not is_level and not is_measured and not ruling.change:
        if is_less(tokens, index, ruling):
            return Indicator(name, "ko.indicator_argument", first, best[1])
        done = " ".join(filter(None, [complement(tokens, index, ruling, text), ruling.doing]))
        return Indicator(f"{name} {done} 비율".replace("  ", " "), "ko.indicator_topic_share", first, best[1])
    turned = is_turned_into(tokens, ruling) and not ruling.change and not is_measure(amount)
    done = complement(tokens, index, ruling, text) if (best[0] < 3 or turned) and not is_level else ""
    name = f"{name} {done}".strip() if done and done not in name else name
    return Indicator(_with_doing(name, ruling, tokens, index), "ko.indicator_argument", first, best[1])


def _head_of(indicator: str) -> str:
    """시내버스 가운데 무공해차가 차지하는 비율 -> 무공해차가 차지하는 비율."""
    for joint in (" 가운데 ", " 중 ", "의 "):
        _, found, after = indicator.partition(joint)
        if found and after:
            return after
    return indicator.partition(" ")[2] or indicator


def _with_doing(name: str, ruling: Governor, tokens: Sequence[Token], index: int) -> str:
    """전기차 + 보급한다 -> 전기차 보급, for things that are made or done; a level has no verb in its name."""
    amount = tokens[index].amount
    assert amount is not None
    doing = ruling.doing
    tail = last_of_series(tokens, index).tail
    is_level = tail.particle in particles("level") or tail.copula is not None
    plain = ruling.noun.role if ruling.noun is not None else ruling.role
    if ruling.noun is None and ruling.verb is not None and ruling.verb.ending is Ending.SEQUENCE:
        return name  # 지정해 …, 투입하여 …: what is done with it is said later
    if amount.dimension == "money" and ruling.noun is None:
        return name
    if not doing or is_level or ruling.change or plain != "act" or is_measure(amount):
        return name
    entry = noun_of_doing(name.split(" ")[-1])
    return name if entry is not None or name.endswith(doing) else f"{name} {doing}"


def _of_parent(tokens: Sequence[Token], index: int, ruling: Governor, text: str, parent: str) -> str:
    """90기는 급속충전기로 한다: the rest of the clause names the part of what was said before."""
    label = complement(tokens, index, ruling, text) if ruling.verb is not None else ""
    doing = ruling.doing if ruling.role in ("act", "support") and not ruling.change else ""
    amount = tokens[index].amount
    assert amount is not None
    if not label:
        return parent
    about = ("은", "는", "이", "가", "에는", "에", "에게", "에게는", "에서", "에서는")
    if tokens[index].tail.particle in about and not is_turned_into(tokens, ruling):
        return " ".join(filter(None, [label, doing, _thing(parent)]))
    return _join(f"{label} {doing}".strip() if doing not in parent else label, parent, amount)


def _thing(indicator: str) -> str:
    """햇빛발전소 조성 -> 햇빛발전소."""
    before, _, last = indicator.rpartition(" ")
    return before if before and noun_of_doing(last) is not None else indicator


def _join(label: str, parent: str, amount: Amount) -> str:
    head = parent.split(" ")
    ends = tuple(word[-2:] for word in head[-3:] if len(word) > 1)
    if label == parent or parent in label:
        return label
    if label[:1].isdigit() or label.endswith(("차", "단계", "분기", "부문", "분야", "지역")):
        return f"{label} {parent}"
    things = amount.is_counter and not amount.unit.endswith(("개", "가구", "명", "건", "세대"))
    return label if things or label.endswith(ends) else f"{label} {parent}"


def _taken_part_in(tokens: Sequence[Token], ruling: Governor, text: str) -> str:
    """400명이 참여하는 탄소중립 시민단을: what they take part in."""
    for at in range(ruling.at + 1, min(ruling.at + 6, len(tokens))):
        if tokens[at].kind != "word" or tokens[at].predicate is not None:
            return ""
        if tokens[at].particle and tokens[at].particle != "의":
            return f"{words_of(tokens, ruling.at + 1, at, text)} {ruling.doing}".strip()
    return ""


def _last_resort(tokens: Sequence[Token], index: int, ruling: Governor, text: str, amount: Amount) -> str:
    if ruling.relative and (part := _taken_part_in(tokens, ruling, text)):
        return part
    label = complement(tokens, index, ruling, text) or by_means_of(tokens, index, text)
    if not label and amount.dimension == "money":
        label = spent_on(tokens, index, text)
    noun = amount.unit_norm if amount.unit_norm in entries("unit_nouns", "words") else ""
    return " ".join(filter(None, [label, ruling.doing, noun])).strip()
