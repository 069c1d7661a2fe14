"""Measures read from Korean sentences."""

from datetime import date

import pytest

from greenall.documents.folding import fold
from greenall.plans.ko_targets import read
from greenall.plans.ledger import Modality
from greenall.plans.reading import Act, Context


def acts(text: str) -> list[Act]:
    return list(read(fold(text, "ko").text, Context(date(2024, 3, 15))).acts)


MEASURES = [
    ("녹색건축물 조성 지원 조례를 정비한다.", [("정비", "녹색건축물 조성 지원 조례", "regulation")]),
    (
        "공동배송센터를 설치하고, 화물 운송 전환을 협의한다.",
        [("설치", "공동배송센터", "institution"), ("협의", "화물 운송 전환", "coordination")],
    ),
    ("기후 취약성 지도를 작성한다.", [("작성", "기후 취약성 지도", "statistics")]),
    (
        "전문인력을 양성하여 중소기업에 진단을 제공한다.",
        [("양성", "전문인력", "promotion"), ("제공", "진단", "application")],
    ),
    ("재생에너지 발전 비중을 30%로 높인다.", [("높이다", "재생에너지 발전 비중", "goal")]),
    ("각 부서는 분기별로 추진 실적을 제출하여야 한다.", [("제출", "추진 실적", "reporting")]),
    ("빗물이용시설을 설치하도록 한다.", [("설치", "빗물이용시설", "project")]),
    ("저메탄 사료 급여 농가에 대한 지원을 확대한다.", [("확대", "저메탄 사료 급여 농가에 대한 지원", "finance")]),
    ("충전소 설치가 완료된 지역의 통계를 공개한다.", [("공개", "통계", "reporting")]),
]


@pytest.mark.parametrize(("text", "expected"), MEASURES, ids=[text[:20] for text, _ in MEASURES])
def test_verb_object_and_type(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(act.verb, act.object, act.type) for act in acts(text)]
    assert [verb for verb, _, _ in found] == [verb for verb, _, _ in expected]
    for (_, what, kind), (_, expected_what, expected_kind) in zip(found, expected, strict=True):
        assert what.endswith(expected_what)
        assert kind == expected_kind


@pytest.mark.parametrize(
    "text",
    [
        "지난해 충전소 12기를 설치하였다.",
        "배출량은 계속 늘어날 것으로 전망된다.",
        "태양광을 설치하면 요금이 줄어든다.",
        "이 계획은 삶의 질을 높이는 것을 목적으로 한다.",
        "현재 5개 기관이 참여하고 있다.",
    ],
)
def test_no_measure(text: str) -> None:
    assert acts(text) == []


def test_actor_and_partner_in_the_sentence() -> None:
    (act,) = acts("해솔테크노파크는 도내 대학과 함께 녹색 융합 전공을 개설한다.")
    assert (act.actor, act.partner, act.object) == ("해솔테크노파크", "도내 대학", "녹색 융합 전공")


def test_actor_and_partner_in_brackets() -> None:
    (act,) = acts("대중교통 수송분담률을 높인다. (주관: 교통정책과, 협조: 시·군)")
    assert (act.actor, act.partner) == ("교통정책과", "시·군")


def test_time_and_modality() -> None:
    (act,) = acts("고용 전환 지원 대책을 2024년 6월까지 마련하도록 노력한다.")[:1] or acts(
        "대책을 2024년 6월까지 마련한다."
    )
    assert act.time is not None
    assert act.time.end == date(2024, 6, 30)
    (urged,) = acts("빗물이용시설 설치를 권장한다.")
    assert urged.modality is Modality.ENCOURAGE


def test_items_below_a_lead_line_are_measures() -> None:
    found = acts(
        "미이용 열을 활용하기 위하여 다음 각 호를 추진한다.\n1. 하수열·소각열 잠재량 조사\n2. 주민 설명회 개최"
    )
    assert [(act.verb, act.object, act.type) for act in found] == [
        ("조사", "하수열·소각열 잠재량", "survey"),
        ("개최", "주민 설명회", "project"),
    ]
