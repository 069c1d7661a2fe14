"""Ledgers of small invented plans in three languages, built by hand for the tests of outputs, review and comparison.

They hold every shape a row may have: bounds, ranges, changes with a baseline, targets by words, repeats, missing and
inherited deadlines, named actors, suggestions, rejected figures and findings. No compiler is needed.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from greenall.plans.ledger import (
    Article,
    Baseline,
    Clause,
    Deadline,
    Direction,
    Figure,
    Finding,
    Ledger,
    Measure,
    Modality,
    Source,
    Suggestion,
    Target,
    TargetKind,
    Tier,
)
from greenall.quantity.amount import Comparator
from greenall.quantity.place import Span
from greenall.quantity.times import Origin, Window

LANGUAGES = ("zh", "ko", "en")
C, D, K, M = Comparator, Direction, TargetKind, Modality
END_2027 = date(2027, 12, 31)


@dataclass(frozen=True)
class Words:
    """The wording of one language; the structure is the same in all three."""

    title: str
    chapters: tuple[str, str]
    articles: tuple[tuple[str, str, str, str], ...]  # number, label, title, text
    targets: tuple[tuple[str, str, str, str], ...]  # quote, indicator, unit as written, normalised unit
    measures: tuple[tuple[str, str, str, str, str], ...]  # quote, verb, object, actor, partner
    deadline: str
    suggestion: tuple[str, str]
    figures: tuple[tuple[str, str], ...]  # text, class


WORDS = {
    "zh": Words(
        "云浦市绿色发展行动方案",
        ("一、清洁能源", "二、绿色生活"),
        (
            ("1", "（一）", "能源转型",
             "到2027年底，全市可再生能源装机占比达到45％以上，新增分布式光伏30万千瓦。"
             "推进老旧机组改造，由市能源局牵头。"),
            ("2", "（二）", "生态修复",
             "实施矿山修复工程，治理面积13万亩。"
             "煤炭消费量比2020年下降8％左右。"
             "县城污水处理实现全覆盖。"),
            ("3", "（三）", "绿色出行",
             "力争建设充电站1－2座，倡导公众步行出行。"
             "严格查处违法排污行为，联合相关部门每年开展2次检查。"),
        ),
        (
            ("占比达到45％以上", "可再生能源装机占比", "％", "%"),
            ("新增分布式光伏30万千瓦", "分布式光伏装机", "万千瓦", "千瓦"),
            ("治理面积13万亩", "矿山修复治理面积", "万亩", "亩"),
            ("比2020年下降8％左右", "煤炭消费量", "％", "%"),
            ("实现全覆盖", "县城污水处理覆盖", "", ""),
            ("建设充电站1－2座", "充电站", "座", "座"),
        ),
        (
            ("推进老旧机组改造", "推进", "老旧机组改造", "市能源局", ""),
            ("实施矿山修复工程", "实施", "矿山修复工程", "", ""),
            ("倡导公众步行出行", "倡导", "公众步行出行", "", ""),
            ("严格查处违法排污行为", "查处", "违法排污行为", "", "相关部门"),
        ),
        "到2027年底",
        ("市发展和改革委员会", "能源"),
        (("2027", "deadline"), ("45", "target"), ("30", "target"), ("13", "target"), ("2020", "baseline"),
         ("8", "target"), ("1－2", "target"), ("2次", "frequency")),
    ),
    "ko": Words(
        "가람시 녹색성장 실행계획",
        ("제1장 청정에너지", "제2장 녹색생활"),
        (
            ("1", "제1조", "에너지 전환",
             "2027년 말까지 재생에너지 설비 비중을 45% 이상으로 "
             "높이고 분산형 태양광 30만 kW를 새로 설치한다. "
             "노후 설비 개선을 추진하며 시 에너지과가 담당한다."),
            ("2", "제2조", "생태 복원",
             "폐광 복원 사업을 시행하여 면적 1만 3천 ha를 정비한다. "
             "석탄 소비량을 2020년 대비 약 8% 줄인다. "
             "군 지역 하수 처리를 전면 시행한다."),
            ("3", "제3조", "녹색 교통",
             "충전소 1~2개소를 설치하도록 노력하고 시민의 걷기를 장려한다. "
             "불법 배출 행위를 엄정히 단속하고 관계 기관과 매년 2회 점검한다."),
        ),
        (
            ("비중을 45% 이상", "재생에너지 설비 비중", "%", "%"),
            ("태양광 30만 kW를 새로 설치", "분산형 태양광 설비용량", "만 kW", "kW"),
            ("면적 1만 3천 ha", "폐광 복원 면적", "ha", "ha"),
            ("2020년 대비 약 8% 줄인다", "석탄 소비량", "%", "%"),
            ("전면 시행", "군 지역 하수 처리", "", ""),
            ("충전소 1~2개소", "충전소", "개소", "개소"),
        ),
        (
            ("노후 설비 개선을 추진", "추진", "노후 설비 개선", "시 에너지과", ""),
            ("폐광 복원 사업을 시행", "시행", "폐광 복원 사업", "", ""),
            ("시민의 걷기를 장려", "장려", "시민의 걷기", "", ""),
            ("불법 배출 행위를 엄정히 단속", "단속", "불법 배출 행위", "", "관계 기관"),
        ),
        "2027년 말까지",
        ("기후환경국", "에너지"),
        (("2027", "deadline"), ("45", "target"), ("30", "target"), ("1만 3천", "target"), ("2020", "baseline"),
         ("8", "target"), ("1~2", "target"), ("2회", "frequency")),
    ),
    "en": Words(
        "Green Action Plan of the County of Marlow Vale",
        ("Part I. Clean energy", "Part II. Green living"),
        (
            ("1", "Article 1", "Energy",
             "By the end of 2027 the share of renewable capacity shall "
             "reach at least 45% and 300 MW "
             "of rooftop solar shall be added. "
             "The Energy Office shall refit old boilers."),
            ("2", "Article 2", "Restoration",
             "The county shall restore former "
             "quarries over an area of 13,000 ha. "
             "Coal use shall fall by about 8% from 2020. "
             "Sewage treatment shall cover every town."),
            ("3", "Article 3", "Mobility",
             "The county shall strive to build 1-2 "
             "charging stations and encourage walking. "
             "It shall prosecute illegal discharge with "
             "partner agencies and inspect twice a year."),
        ),
        (
            ("reach at least 45%", "share of renewable capacity", "%", "%"),
            ("300 MW of rooftop solar", "rooftop solar capacity", "MW", "kW"),
            ("an area of 13,000 ha", "area of restored quarries", "ha", "ha"),
            ("fall by about 8% from 2020", "coal use", "%", "%"),
            ("cover every town", "sewage treatment of towns", "", ""),
            ("1-2 charging stations", "charging stations", "charging stations", "charging stations"),
        ),
        (
            ("refit old boilers", "refit", "old boilers", "the Energy Office", ""),
            ("restore former quarries", "restore", "former quarries", "", ""),
            ("encourage walking", "encourage", "walking", "", ""),
            ("prosecute illegal discharge", "prosecute", "illegal discharge", "", "partner agencies"),
        ),
        "By the end of 2027",
        ("Department of the Environment", "energy"),
        (("2027", "deadline"), ("45", "target"), ("300", "target"), ("13,000", "target"), ("2020", "baseline"),
         ("8", "target"), ("1-2", "target"), ("twice", "frequency")),
    ),
}  # fmt: skip

SHAPES = (  # comparator, value, factor, kind, direction, modality, article
    (C.AT_LEAST, "45", "1", K.RATIO, D.UP, M.GOAL, "1"),
    (C.INCREASE, "30", "10000", K.CAPACITY, D.UP, M.REQUIRE, "1"),
    (C.EQUAL, "13", "10000", K.LEVEL, D.UP, M.REQUIRE, "2"),
    (C.DECREASE_ABOUT, "8", "1", K.RATIO, D.DOWN, M.REQUIRE, "2"),
    (C.EQUAL, "", "1", K.RATIO, D.UP, M.REQUIRE, "2"),
    (C.RANGE, "1", "1", K.COUNT, D.UP, M.STRIVE, "3"),
)
FACTORS = {  # value and factor where the language writes them otherwise
    ("ko", 2): ("13000", "1"), ("en", 1): ("300", "1000"), ("en", 2): ("13000", "1"),
}  # fmt: skip
TYPES = (("1", "project"), ("2", "project"), ("3", "promotion"), ("3", "enforcement"))


def sample(language: str = "zh") -> Ledger:
    """The invented plan of a language as a ledger: 3 articles, 4 measures, 7 targets (one a repeat)."""
    words = WORDS[language]
    text, articles = _text(words)
    stated = text.index(words.deadline)
    by_2027 = Deadline(
        Origin.STATED, Window.BY, None, END_2027, words.deadline, Span(stated, stated + len(words.deadline))
    )
    deadlines = (
        by_2027,
        Deadline(Origin.INHERITED, Window.BY, None, END_2027, words.deadline, by_2027.span),
        Deadline(Origin.PLAN_PERIOD, Window.WITHIN, date(2025, 1, 1), END_2027),
        Deadline(),
        Deadline(),
        Deadline(Origin.STATED, Window.EVERY_YEAR),
    )
    unit, reason = words.suggestion
    suggested = (Suggestion("drc", unit, Decimal("0.82"), (reason,)),)
    targets = []
    for number, (shape, row, deadline) in enumerate(zip(SHAPES, words.targets, deadlines, strict=True)):
        comparator, value, factor, kind, direction, modality, article = shape
        value, factor = FACTORS.get((language, number), (value, factor))
        quote, indicator, unit_written, unit_norm = row
        figure = Decimal(value) if value else None
        targets.append(
            Target(
                id=f"T{number + 1:02}",
                article=article,
                clause=f"{article}.1",
                span=_span(text, quote),
                tier=Tier.FIGURE if figure is not None else Tier.WORDS,
                indicator=indicator,
                comparator=comparator,
                value=figure,
                unit=unit_written,
                value_norm=None if figure is None else figure * Decimal(factor),
                unit_norm=unit_norm,
                kind=kind,
                direction=direction,
                modality=modality,
                value2=Decimal(2) if comparator is C.RANGE else None,
                value2_norm=Decimal(2) if comparator is C.RANGE else None,
                baseline=Baseline(2020) if comparator is C.DECREASE_ABOUT else Baseline(),
                deadline=deadline,
                measures=("M2-01",) if number == 2 else (),
                suggestions=suggested if number < 2 else (),
                confidence=Decimal("0.9"),
                rules=("target.reach_verb", "deadline.year_end"),
            )
        )
    repeat = targets[0]
    targets.append(_again(repeat))
    measures = []
    for number, ((article, kind_of), row) in enumerate(zip(TYPES, words.measures, strict=True)):
        quote, verb, thing, actor, partner = row
        measures.append(
            Measure(
                id=f"M{article}-{2 if kind_of == 'enforcement' else 1:02}",
                article=article,
                clause=f"{article}.1",
                span=_span(text, quote),
                verb=verb,
                object=thing,
                type=kind_of,
                modality=M.ENCOURAGE if kind_of == "promotion" else M.REQUIRE,
                actor=actor,
                partner=partner,
                deadline=by_2027 if number == 0 else Deadline(),
                targets=("T03",) if number == 1 else (),
                suggestions=suggested if number == 0 else (),
                rules=("measure.verb",),
            )
        )
    figures = tuple(
        Figure(f"F{n + 1:03}", _span(text, figure), figure, "digits", kind, article="1", target="", rules=("figure",))
        for n, (figure, kind) in enumerate(words.figures)
    )
    findings = (
        Finding("Q01", "plans.no_deadline", targets[3].span, "2", "T04"),
        Finding("Q02", "plans.inherited_deadline", targets[1].span, "1", "T02", (("words", words.deadline),)),
    )
    name = {"zh": "云浦市行动方案.txt", "ko": "가람시 실행계획.txt", "en": "marlow-vale.txt"}[language]
    source = Source(
        name, hashlib.sha256(text.encode()).hexdigest(), "text", words.title, language, date(2024, 3, 1), "text"
    )
    return Ledger("0.1.0", source, text, articles, tuple(measures), tuple(targets), figures, findings, "sample-city")


def _again(target: Target) -> Target:
    return replace(target, id="T07", repeats=target.id)


def _text(words: Words) -> tuple[str, tuple[Article, ...]]:
    text = words.title + "\n"
    articles = []
    for position, (number, label, title, body) in enumerate(words.articles):
        chapter = words.chapters[0 if position < 2 else 1]
        if position in (0, 2):
            text += chapter + "\n"
        start = len(text)
        text += f"{label} {title}\n"
        inside = Span(len(text), len(text) + len(body))
        text += body + "\n"
        clauses = (Clause(f"{number}.1", inside),)
        articles.append(Article(number, label, title, chapter, Span(start, inside.end), clauses))
    return text, tuple(articles)


def _span(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))
