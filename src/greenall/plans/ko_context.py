"""What a Korean figure with a unit is when it is no target: subsidy, threshold, state, forecast ...

Each rule looks at the figure, what follows it and the verb that governs it; the first that holds names the class.

>>> from greenall.plans.ko_targets import read
>>> from greenall.plans.reading import Context
>>> read("설치비의 70%를 지원한다.", Context()).explained[0].figure_class
'subsidy'
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from greenall.data.language.tables import any_of, words
from greenall.plans.ko_clauses import Governor, clause_start
from greenall.plans.ko_cues import TOPIC, Verdict, entries, has, measured, pattern
from greenall.plans.ko_state import relative, state
from greenall.plans.ko_tokens import Token
from greenall.plans.ko_verbs import Ending, noun_of_doing
from greenall.plans.ledger import Modality
from greenall.quantity.amount import Bound
from greenall.quantity.times import Window


def why_not(tokens: Sequence[Token], index: int, ruling: Governor, text: str, issued: date | None) -> Verdict | None:
    """The class of the figure at `index` when its sentence makes it no target; None when it may be one."""
    start = clause_start(tokens, index)
    before = text[tokens[start].span.start : tokens[index].span.start]
    clause_end = min(max(ruling.at, index) + 1, len(tokens))
    clause = text[tokens[start].span.start : tokens[clause_end - 1].span.end]
    sentence = text[tokens[0].span.start : tokens[-1].span.end]
    return (
        _elsewhere(tokens, index, ruling, before, sentence)
        or _by_design(tokens, index, ruling, before)
        or _graded(tokens, index, before, sentence)
        or _by_unit(tokens, index, ruling, before, clause)
        or _by_law(tokens, index, ruling, before, clause, sentence)
        or _threshold(tokens, index, ruling, before)
        or _subsidy(tokens, index, ruling, before, clause, sentence)
        or relative(tokens, index, ruling)
        or state(tokens, index, ruling, before, sentence, issued)
    )


def _elsewhere(tokens: Sequence[Token], index: int, ruling: Governor, before: str, sentence: str) -> Verdict | None:
    """Said of other places, of answers in a survey, of a tender, or only as the background."""
    if any(token.stem in entries("elsewhere", "actors") and token.particle in TOPIC for token in tokens[:index]):
        return "status", "ko.elsewhere"
    if _is_eligibility(tokens, index):
        return "scope_condition", "ko.eligibility"
    extents = entries("eligibility", "extents")
    if any(
        token.stem in extents and token.particle in ("은", "는")
        for token in tokens[clause_start(tokens, index) : index]
    ):
        return "attribute", "ko.extent_of_plan"
    if has("reported", "words", sentence):
        return "status", "ko.reported"
    if _national().search(before):
        return "status", "ko.national_goal"
    for table, figure_class in (
        ("elsewhere", "status"),
        ("survey", "status"),
        ("tender", "attribute"),
        ("selection", "parameter"),
    ):
        if has(table, "words", sentence):
            return figure_class, f"ko.{table}"
    last = next((at for at in range(index + 1, len(tokens)) if tokens[at].predicate or tokens[at].kind == "stop"), 0)
    if last > index and any(token.text in entries("background", "words") for token in tokens[index:last]):
        return "attribute", "ko.background"
    if (
        ruling.verb is not None
        and ruling.verb.role == "do"
        and tokens[ruling.at - 1].text in entries("standard", "words")
    ):
        return "technical_standard", "ko.laid_out"
    if has("composition", "words", before) and ruling.role in ("act", "exceed"):
        return "attribute", "ko.share_of_seats"
    near = (
        index and tokens[index - 1].stem == "반경" and tokens[index].tail.particle in ("에서", "에", "의", "내", "안에")
    )
    if near:
        return "scope_condition", "ko.threshold"
    if _in_case_of(tokens, index):
        return "scope_condition", "ko.in_case_of"
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if "당초" in before and following is not None and following.stem in ("계획", "목표", "물량"):
        return "status", "ko.former_goal"
    if _of_one(tokens, index):
        return "parameter", "ko.each"
    if _is_in_brackets(tokens, index):
        if tokens[index].tail.bound and measured().search(before[-40:]):
            return "scope_condition", "ko.threshold_in_brackets"
        if before.rstrip().endswith(" 각"):
            return "parameter", "ko.each_in_brackets"
        if _verb_before(tokens, index):
            return "status", "ko.done_in_brackets"
    return None


def _of_one(tokens: Sequence[Token], index: int) -> bool:
    """가로수 한 그루는 해마다 이산화탄소 5kg을 흡수한다: what one of them does."""
    for token in tokens[clause_start(tokens, index) : index + 1]:
        amount = token.amount
        if (
            amount is not None
            and amount.is_counter
            and amount.value == 1
            and token.tail.particle in ("은", "는", "이", "가")
        ):
            return not any(other.time and other.time.window is not Window.EVERY_YEAR for other in tokens)
    return False


def _is_eligibility(tokens: Sequence[Token], index: int) -> bool:
    """신청자는 지붕 면적이 20m2 이상이어야 한다: what is asked of those who apply."""
    if tokens[index].tail.bound is Bound.NONE and tokens[index].tail.copula is None:
        return False
    names = entries("eligibility", "topics")
    return any(token.particle in ("은", "는") and token.stem in names for token in tokens[:index])


@cache
def _national() -> re.Pattern[str]:
    """The goal of the state, quoted: 국가 온실가스 감축목표는 …"""
    return re.compile(any_of(words("ko", "context")["elsewhere"]["national"]) + r"[^,.;]{0,12}(?:은|는|이|가)\s[^,;]*$")


def _in_case_of(tokens: Sequence[Token], index: int) -> bool:
    """비상저감조치 시 가동률을 20% 낮춘다: only while something lasts."""
    if any(token.time is not None and token.time.window is not Window.EVERY_YEAR for token in tokens):
        return False
    behind = [token.text for token in tokens[index + 1 : index + 4]]
    if "시" in behind[1:] and all(not token.particle for token in tokens[index + 1 : index + 1 + behind.index("시")]):
        return True
    return any(
        tokens[at].text == "시"
        and tokens[at - 1].kind == "word"
        and not tokens[at - 1].particle
        and tokens[at - 1].text not in ("우리", "본", "해당")
        for at in range(1, index)
    )


def _is_in_brackets(tokens: Sequence[Token], index: int) -> bool:
    for token in reversed(tokens[max(0, index - 12) : index]):
        if token.kind in ("open", "close"):
            return token.kind == "open"
    return False


def _verb_before(tokens: Sequence[Token], index: int) -> bool:
    """…넘어섰다(누적 1,563대): what stands in brackets behind a past verb is past too."""
    for token in reversed(tokens[:index]):
        if token.predicate is not None:
            return token.predicate.past and token.predicate.ending is Ending.FINAL
        if token.amount is not None:
            return False
    return False


def _by_unit(tokens: Sequence[Token], index: int, ruling: Governor, before: str, clause: str) -> Verdict | None:
    token = tokens[index]
    amount = token.amount
    assert amount is not None
    if token.tail.particle in ("당", "마다", "째"):
        return ("frequency" if token.tail.particle == "마다" else "parameter"), "ko.each"
    one_each = token.tail.each and (tokens[index - 1].particle == "마다" or tokens[index - 1].text.endswith("별로"))
    if index and one_each and any(other.text in ("모두", "총", "합계") for other in tokens[index + 1 : index + 4]):
        return "parameter", "ko.each"
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is not None and behind.span.start == token.span.end and behind.stem in entries("attribute", "joined"):
        return "attribute", "ko.kind"
    if amount.unit in ("회", "번", "차례") and _meets(tokens, index, ruling):
        return "frequency", "ko.each"
    if amount.dimension == "age":
        return "scope_condition", "ko.age"
    if amount.dimension == "score" and not has("indicator", "scores", before):
        return "parameter", "ko.score"
    if amount.unit_norm in ("cm", "mm", "um") and not ruling.change:
        return "technical_standard", "ko.small_length"
    if index + 1 < len(tokens) and tokens[index + 1].kind == "amount" and tokens[index + 1].amount is not None:
        other = tokens[index + 1].amount
        priced = not token.tail.particle and token.tail.copula is None and amount.dimension != "times"
        if priced and other is not None and other.dimension.startswith("money"):
            return "parameter", "ko.priced_by"
    if amount.dimension == "duration":
        if has("validity", "nouns", clause):
            return "duration", "ko.validity"
        shorter = ruling.change and not ruling.relative and has("indicator", "lasting", clause)
        level = token.tail.particle in ("로", "으로") and has("indicator", "lasting", before) and ruling.role == "act"
        level = level or ruling.role == "exceed" and ruling.verb is not None and ruling.verb.ending is Ending.NEGATIVE
        if not (shorter or level) or token.text.endswith(("간", "동안")):
            return "duration", "ko.duration"
    if not amount.unit:
        return _without_unit(token, before, ruling)
    if amount.unit in ("일", "회", "번", "차례") and ruling.verb is None and not before.strip():
        return "attribute", "ko.bare"
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    named = following is not None and following.stem in entries("attribute", "after")
    if named and following is not None and not token.tail.particle and following.particle not in ("을", "를"):
        return "attribute", "ko.attribute"
    plain_grade = amount.dimension == "grade" and not token.tail.particle
    if plain_grade and (_is_noun(following) or token.tail.bound and ruling.change):
        return "attribute", "ko.grade_of"
    composed = _composes(tokens, index, ruling) or _staffs(tokens, index)
    if following is not None and following.text.startswith("포함") or composed:
        return "attribute", "ko.composed_of"
    if (
        amount.is_counter
        and token.tail.particle in ("에", "에게", "에는", "에게는")
        and _gives_money(tokens, index, ruling)
    ):
        return "scope_condition", "ko.given_money"
    if amount.unit_norm in entries("papers", "units") and has("papers", "verbs", clause):
        return "attribute", "ko.papers"
    if amount.is_counter and token.tail.particle == "의" and _says_whose(tokens, index, ruling):
        return "scope_condition", "ko.whose_share"
    if amount.dimension == "rank":
        return "status", "ko.rank"
    return None


def _meets(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """점검회의는 분기별로 1회 개최하고: how often a body sits."""
    if ruling.verb is None or ruling.verb.verb not in ("개최", "열다", "소집", "열리다"):
        return False
    bodies = ("회의", "협의회", "위원회", "협의체", "점검회", "보고회", "간담회")
    before = tokens[clause_start(tokens, index) : index]
    return any(token.particle in ("은", "는", "을", "를") and token.stem.endswith(bodies) for token in before)


def _by_design(tokens: Sequence[Token], index: int, ruling: Governor, before: str) -> Verdict | None:
    """설치 간격은 30m 이내로, 배출허용기준은 50ppm 이하로: how things are to be built or run, with no day to reach it."""
    if any(token.time is not None and token.time.window is not Window.EVERY_YEAR for token in tokens):
        return None
    if ruling.verb is not None and ruling.verb.verb in entries("design", "verbs"):
        return "technical_standard", "ko.designed"
    amount = tokens[index].amount
    dimension = "" if amount is None else amount.dimension
    if has("design", "standards", before):
        return "technical_standard", "ko.by_standard"
    if dimension not in ("length", "angle", "percent", "temperature", "light", "") or ruling.change:
        return None
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if dimension == "length" and following is not None and following.stem in entries("design", "nouns"):
        return "technical_standard", "ko.designed"
    return ("technical_standard", "ko.designed") if _designed().search(before[-24:]) else None


@cache
def _designed() -> re.Pattern[str]:
    """Ends with a measure of a thing that is built: 설치 간격은, 토심은."""
    return re.compile(any_of(words("ko", "context")["design"]["nouns"]) + r"[을를은는이가]?\s*(?:최소|최대|약)?\s*$")


def _graded(tokens: Sequence[Token], index: int, before: str, sentence: str) -> Verdict | None:
    """평가점수 80점 이상을 우수로 구분한다: a scale, no level to reach."""
    amount = tokens[index].amount
    if amount is None or amount.dimension != "score":
        return None
    return ("parameter", "ko.scale") if has("grading", "words", sentence) else None


def _gives_money(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """우수 단지 3곳에 각각 500만 원을 준다"""
    if ruling.role != "support" or ruling.verb is None:
        return False
    others = [token.amount for token in tokens[index + 1 : ruling.at] if token.amount is not None]
    return bool(others) and others[0].dimension.startswith("money")


def _says_whose(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """공공기관 9곳의 배출량을 36% 감축한다: whose emissions; the target is the share."""
    if not ruling.change:
        return False
    for at in range(index + 1, ruling.at if ruling.at > index else len(tokens)):
        other = tokens[at].amount
        if tokens[at].predicate is not None or tokens[at].kind == "comma":
            return False
        if other is not None:
            named = any(token.particle in ("을", "를", "은", "는") for token in tokens[index + 1 : at])
            return named and other.dimension in ("percent", "points", "times")
    return False


def _is_noun(token: Token | None) -> bool:
    """A noun that is no noun of doing."""
    if token is None or token.kind != "word" or token.predicate is not None:
        return False
    return noun_of_doing(token.stem) is None


def _composes(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """15명 이내의 위원으로 구성한다: how a body is made up."""
    if ruling.verb is None or ruling.verb.verb not in entries("composition", "verbs"):
        return False
    behind = tokens[index + 1 : ruling.at]
    particles = {tokens[index].tail.particle, *(token.particle or token.tail.particle for token in behind)}
    return not particles.isdisjoint(("으로", "로"))


def _staffs(tokens: Sequence[Token], index: int) -> bool:
    """추진단(3개 팀 25명): how many units and people a body has."""
    organs = entries("composition", "organs")
    amount = tokens[index].amount
    if amount is None:
        return False
    if amount.unit == "개" and index + 1 < len(tokens) and tokens[index + 1].text in organs:
        for token in tokens[index + 2 : index + 7]:
            if token.amount is not None and token.amount.unit == "명":
                return True
            if token.predicate is not None or token.kind == "stop":
                return False
    before = index - 2 if index and tokens[index - 1].kind in ("open", "comma") else index - 1
    return amount.unit == "명" and before > 0 and tokens[before].text in organs and tokens[before - 1].kind == "amount"


def _without_unit(token: Token, before: str, ruling: Governor) -> Verdict | None:
    amount = token.amount
    assert amount is not None
    if amount.value == 0 and token.tail.particle in ("로", "으로") and ruling.role in ("act", "do"):
        return None
    named = re.search(r"(?:지수|점수|계수|PUE\)?|배수|효율\)?|COP\)?|농도|BOD|COD)(?:를|을|은|는|이|가)?\s", before)
    if named and (token.tail.bound or token.tail.particle in ("로", "으로", "까지")) and ruling.role in ("act", "do"):
        return None
    return "parameter", "ko.no_unit"


def _by_law(
    tokens: Sequence[Token], index: int, ruling: Governor, before: str, clause: str, sentence: str
) -> Verdict | None:
    amount = tokens[index].amount
    assert amount is not None
    money = amount.dimension.startswith("money")
    if has("penalty", "nouns", sentence) and (money or amount.dimension in ("duration", "percent")):
        return "penalty", "ko.penalty"
    if tokens[index].tail.copula is not None and money and _names_price(tokens, index):
        return "tariff", "ko.price_is"
    if tokens[index].tail.bound and tokens[index].tail.particle == "에서" and amount.dimension == "percent":
        return "parameter", "ko.range_of_choice"
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.stem in entries("consent", "nouns") and tokens[index].tail.particle == "의":
        return "scope_condition", "ko.consent"
    if amount.dimension.startswith("money/"):
        return "tariff", "ko.price"
    if following is not None and following.stem in entries("tariff", "nouns") and not tokens[index].tail.particle:
        return "tariff", "ko.priced"
    raised = ruling.verb is not None and has("tariff", "charged", ruling.verb.verb)
    if money and raised and has("tariff", "nouns", sentence):
        return "tariff", "ko.tariff"
    if has("tariff", "nouns", before) and amount.dimension == "percent" and has("tariff", "raised", clause):
        return "tariff", "ko.tariff"
    if has("tariff", "nouns", clause) and (money or has("tariff", "nouns", before) and "누진" in sentence):
        return "tariff", "ko.tariff"
    if "누진" in sentence or "기본요금" in sentence:
        return "tariff", "ko.tariff"
    if any(verb.verb in entries("definition", "verbs") for token in tokens if (verb := token.predicate)):
        return "scope_condition", "ko.definition"
    return None


def _names_price(tokens: Sequence[Token], index: int) -> bool:
    """참가비는 1만 원이며"""
    for token in reversed(tokens[clause_start(tokens, index) : index]):
        if token.particle in ("은", "는"):
            total = token.stem.endswith(("사업비", "투자비", "공사비", "건설비"))
            return not total and token.stem.endswith(("비", "료", "가격", "요금", "단가", "수당"))
    return False


def _threshold(tokens: Sequence[Token], index: int, ruling: Governor, before: str) -> Verdict | None:
    """연면적 1,000㎡ 이상인 건축물, 300명 미만의 제조업체: who is covered, not what is to be reached."""
    token = tokens[index]
    tail, amount = token.tail, token.amount
    assert amount is not None
    must = tail.copula is Ending.MUST and ruling.verb is not None and ruling.role != "do"
    if must or any(token.text.endswith("려면") for token in tokens[clause_start(tokens, index) : index]):
        return "scope_condition", "ko.condition"
    if ruling.condition or tail.copula is Ending.CONDITION:
        return "scope_condition", "ko.condition"
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    is_measured = bool(measured().search(before[-40:]))
    if tail.copula is Ending.ADNOMINAL and tail.bound:
        return "scope_condition", "ko.threshold"
    if tail.bound and not tail.particle and _or_threshold(tokens, index, ruling, before):
        return "scope_condition", "ko.threshold_of_several"
    if not tail.bound or following is None or following.kind != "word":
        return None
    covered = following.stem in entries("threshold", "covered") or following.stem.endswith(
        tuple(words("ko", "context")["threshold"]["covered"])
    )
    if tail.particle == "의" and (is_measured or covered and not _is_object(tokens, index + 1, ruling)):
        return "scope_condition", "ko.threshold"
    if is_measured and tail.particle == "" and _covers(tokens, index + 1):
        return "scope_condition", "ko.threshold"
    if tail.particle == "" and covered and amount.unit_norm in entries("threshold", "classes"):
        return "scope_condition", "ko.threshold"
    named = tail.particle == "" and covered and following.predicate is None and noun_of_doing(following.stem) is None
    if named and (is_measured or not amount.is_counter or not _is_object(tokens, index + 1, ruling)):
        return "scope_condition", "ko.threshold"
    return None


def _covers(tokens: Sequence[Token], at: int) -> bool:
    """1,000㎡ 이상 신축 공공건축물의: a noun that may be covered ends the phrase."""
    for token in tokens[at : at + 5]:
        if token.kind != "word" or token.predicate is not None:
            return False
        if token.particle:
            ends = token.stem.endswith(tuple(words("ko", "context")["threshold"]["covered"]))
            return ends and token.particle not in ("로", "으로")
    return False


def _or_threshold(tokens: Sequence[Token], index: int, ruling: Governor, before: str) -> bool:
    """상시근로자 50명 미만 또는 매출 120억 원 이하의 중소기업: the next figure covers somebody too."""
    if not measured().search(before[-40:]) or index + 2 >= len(tokens) or tokens[index + 1].text not in _ALSO:
        return False
    following = next((at for at in range(index + 2, min(index + 7, len(tokens))) if tokens[at].amount), -1)
    if following < 0 or any(token.predicate for token in tokens[index + 2 : following]):
        return False
    between = " ".join(token.text for token in tokens[index + 2 : following]) + " "
    return _threshold(tokens, following, ruling, before + between) is not None


_ALSO = ("또는", "및", "이거나", "이면서", "이고", ",", "혹은")


def _is_object(tokens: Sequence[Token], at: int, ruling: Governor) -> bool:
    """The noun phrase that starts at `at` is what the governing verb does something to."""
    for token in tokens[at : ruling.at if ruling.at > at else at + 4]:
        if token.particle:
            return token.particle in ("을", "를") and ruling.role in ("act", "light", "support")
    return False


def _subsidy(
    tokens: Sequence[Token], index: int, ruling: Governor, before: str, clause: str, sentence: str
) -> Verdict | None:
    token = tokens[index]
    amount = token.amount
    assert amount is not None
    money = amount.dimension.startswith("money")
    if amount.dimension in ("percent", "points") and _cuts_price(tokens, index, ruling):
        return "tariff", "ko.tariff"
    if not money and amount.dimension not in ("percent", "duration"):
        return None
    source = tokens[index - 1].stem if index else ""
    if amount.dimension == "percent" and source in entries("subsidy", "shares"):
        return "subsidy", "ko.share_of_source"
    support = any(verb.role == "support" for verb in ruling.verbs[:2])
    support = support or ruling.noun is not None and ruling.noun.role == "support"
    of_cost = _share_of_cost(tokens, index)
    cost = of_cost or has("subsidy", "nouns", before) or support and not money and has("subsidy", "nouns", sentence)
    each = (
        has("subsidy", "each", re.sub(r"담당|해당|당초|당해|월\s?말|\d월|개월|세월", "", before))
        or token.tail.bound is Bound.AT_MOST
    )
    if money:
        if "(" in before and re.search(rf"(?:{pattern('subsidy', 'sources').pattern}) $", before):
            return "attribute", "ko.source_of_money"
        if support and (each or not has("subsidy", "total", before)):
            return "subsidy", "ko.subsidy"
        if each and (cost or ruling.verb is None) and re.search(r"당\s|한도|최대", before + clause[len(before) :]):
            return "subsidy", "ko.subsidy_cap"
        if token.text.rstrip().endswith("한도") or "한도" in before[-8:]:
            return "subsidy", "ko.subsidy_cap"
        return None
    if support and any(verb.verb in entries("subsidy", "always") for verb in ruling.verbs[:1]):
        return "subsidy", "ko.subsidy_share"
    if support and (cost or each or not before.strip()) or cost and support:
        return "subsidy", "ko.subsidy_share"
    if cost and ruling.role not in ("act", "light") and not ruling.change:
        return "subsidy", "ko.subsidy_rate"
    return None


def _cuts_price(tokens: Sequence[Token], index: int, ruling: Governor) -> bool:
    """이용 요금의 20%를 깎아 준다, 이자의 2%p를 보전한다, 수수료율은 3%로 정한다"""
    clause = tokens[clause_start(tokens, index) : index]
    if any(
        token.particle in ("은", "는") and token.stem.endswith(tuple(entries("tariff", "rates"))) for token in clause
    ):
        return True
    if ruling.verb is None or ruling.verb.verb not in entries("tariff", "cuts"):
        return False
    return any(
        token.stem.endswith(("요금", "이용료", "통행료", "주차료", "입장료", "값", "이자", "가격")) for token in clause
    )


def _share_of_cost(tokens: Sequence[Token], index: int) -> bool:
    """수리비의 절반을"""
    noun = tokens[index - 1] if index else None
    if noun is None or noun.kind != "word" or noun.particle != "의" or len(noun.stem) < 3:
        return False
    return noun.stem.endswith(("비", "비용", "요금", "가격", "금액"))


def modality_of(ruling: Governor) -> Modality:
    """How strongly it is put, told by the verbs: 노력한다 holds for all clauses, 유도한다 for its own."""
    own = True
    for verb in ruling.verbs:
        if verb.verb in entries("modality", "strive"):
            return Modality.STRIVE
        if own and verb.verb in entries("modality", "encourage"):
            return Modality.ENCOURAGE
        if own and verb.verb in entries("modality", "explore"):
            return Modality.EXPLORE
        own = own and verb.ending not in (Ending.COORDINATE, Ending.SEQUENCE)
    return Modality.REQUIRE
