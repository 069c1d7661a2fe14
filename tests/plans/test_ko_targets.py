"""Targets read from Korean sentences of our own, as plans write them."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenall.documents.folding import fold
from greenall.plans.ko_targets import read
from greenall.plans.ledger import Modality, Tier
from greenall.plans.reading import Commitment, Context, Reading
from greenall.quantity.place import Span
from greenall.quantity.times import Origin
from greenall.quantity.times_ko import find_times
from tests.plans.ko_cases import CASES, NO_TARGETS, Target

ISSUED = date(2024, 3, 15)
PLAN = Path(__file__).parents[2] / "examples" / "plans" / "haesol-ko.md"


def read_text(text: str, issued: date | None = ISSUED) -> tuple[str, Reading]:
    folded = fold(text, "ko").text
    return folded, read(folded, Context(issued))


def deadline(commitment: Commitment) -> str:
    time = commitment.time
    if time is None or commitment.every_year:
        return ""
    if time.start and time.end:
        return f"{time.start}/{time.end}"
    return str(time.end or time.start or "")


def is_alike(ours: str, theirs: str) -> bool:
    ours, theirs = ("".join(sign for sign in name if sign.isalnum()) for name in (ours, theirs))
    if ours and (ours in theirs or theirs in ours):
        return True
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * shared >= 0.6 * (len(ours) + len(theirs))


def figures_left_over(text: str, reading: Reading) -> list[str]:
    held = [mask.span for mask in reading.explained]
    held += [commitment.amount.span for commitment in reading.commitments if commitment.amount]
    covered = {at for span in held for at in range(span.start, span.end)}
    return [m.group() for m in re.finditer(r"\d+", text) if not covered.issuperset(range(*m.span()))]


@pytest.mark.parametrize(("text", "targets"), CASES, ids=[text[:24] for text, _ in CASES])
def test_targets_of_a_sentence(text: str, targets: list[Target]) -> None:
    folded, reading = read_text(text)
    found = [commitment for commitment in reading.commitments if commitment.tier is Tier.FIGURE]
    assert figures_left_over(folded, reading) == []
    assert len(found) == len(targets)
    for commitment, (indicator, comparator, value, unit, due, *baseline) in zip(found, targets, strict=True):
        amount = commitment.amount
        assert amount is not None
        values = value if isinstance(value, tuple) else (value, None)
        assert (float(amount.value), amount.value2 and float(amount.value2)) == pytest.approx(values)
        assert amount.unit == fold(str(unit), "ko").text
        assert commitment.comparator == comparator
        assert deadline(commitment) == due
        assert is_alike(commitment.indicator, str(indicator)), commitment.indicator
        assert [commitment.baseline_year] == (baseline or [commitment.baseline_year])


@pytest.mark.parametrize("text", NO_TARGETS, ids=[text[:24] for text in NO_TARGETS])
def test_figures_that_are_no_targets(text: str) -> None:
    folded, reading = read_text(text)
    assert reading.commitments == ()
    assert figures_left_over(folded, reading) == []


def test_same_reading_when_written_apart() -> None:
    import unicodedata

    text = CASES[0][0]
    apart = fold(unicodedata.normalize("NFD", text), "ko").text
    assert [c.indicator for c in read(apart, Context(ISSUED)).commitments] == ["전기차 보급"]


LIST = "□ 2027년까지 달성할 목표\n○ 도시숲 조성: 45ha\n○ 빗물저금통 보급: 300개\n□ 추진 현황\n○ 도시숲 조성: 12ha"


def test_a_heading_with_a_time_governs_its_list_and_a_heading_of_state_does_not() -> None:
    _, reading = read_text(LIST)
    assert [(c.indicator, deadline(c), c.inherited) for c in reading.commitments] == [
        ("도시숲 조성", "2027-12-31", True),
        ("빗물저금통 보급", "2027-12-31", True),
    ]


def test_items_of_a_list_do_not_inherit_from_each_other() -> None:
    _, reading = read_text("① 숲을 2027년까지 45ha 조성한다.\n② 녹색기업 확인 기업을 30개사로 늘린다.")
    assert [deadline(c) for c in reading.commitments] == ["2027-12-31", ""]


def test_a_line_that_ends_with_a_colon_governs_the_lines_below() -> None:
    _, reading = read_text("2026년까지 다음을 추진한다:\n1. 쉼터 12개소 정비\n2. 그늘막 80개 설치")
    assert [(c.indicator, deadline(c)) for c in reading.commitments] == [
        ("쉼터 정비", "2026-12-31"),
        ("그늘막 설치", "2026-12-31"),
    ]


def test_the_lead_of_the_context_is_inherited_with_its_words() -> None:
    lead = find_times("2028년까지", ISSUED)[0]
    found = read("수소충전소 12개소를 구축한다.", Context(ISSUED, lead, "2028년까지")).commitments[0]
    assert (deadline(found), found.inherited, found.time_text) == ("2028-12-31", True, "2028년까지")


def test_a_plan_period_names_its_origin() -> None:
    _, reading = read_text("제2차 계획기간(2022~2026) 동안 습지 8곳을 복원한다.")
    time = reading.commitments[0].time
    assert time is not None
    assert time.origin is Origin.PLAN_PERIOD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("전력 소비를 3% 줄이도록 노력한다.", Modality.STRIVE),
        ("사업장의 배출량을 3% 줄이도록 유도한다.", Modality.ENCOURAGE),
        ("배출량을 3% 줄이는 방안을 검토한다.", Modality.EXPLORE),
        ("배출량을 3% 줄인다.", Modality.REQUIRE),
    ],
)
def test_modality(text: str, expected: Modality) -> None:
    assert read_text(text)[1].commitments[0].modality is expected


def test_baseline_value_of_a_pair() -> None:
    found = read_text("보급률을 2022년 62%에서 2027년 85%로 높인다.")[1].commitments[0]
    assert (found.baseline_year, found.baseline_value) == (2022, Decimal(62))


def test_condition_is_kept_with_the_target() -> None:
    _, reading = read_text("연면적 1,000㎡ 이상인 공공건축물의 60%를 2026년까지 개선한다.")
    assert reading.commitments[0].condition == "연면적 1,000m2 이상인"


def test_under_and_over_are_strict() -> None:
    found = read_text("누수율은 5% 미만으로 낮추고 보급률은 80%를 넘긴다.")[1].commitments
    assert [(c.comparator, c.strict) for c in found] == [("<=", True), (">=", True)]


@pytest.mark.parametrize(
    ("text", "indicator", "value", "relative_to"),
    [
        ("폐기물 직매립을 2026년부터 전면 금지한다.", "폐기물 직매립 금지", 100, ""),
        ("새로 구매하는 업무용 차량은 전량 무공해차로 한다.", "구매하는 업무용 차량", 100, ""),
        ("모든 공공기관에 환경교육을 실시한다.", "공공기관 환경교육 실시", 100, ""),
        ("2027년까지 전 세대에 스마트 계량기를 보급한다.", "세대 스마트 계량기 보급", 100, ""),
        (
            "녹색 여신 증가율이 전체 여신의 평균 증가율보다 낮지 않도록 한다.",
            "녹색 여신 증가율",
            None,
            "전체 여신의 평균 증가율",
        ),
    ],
)
def test_targets_by_words(text: str, indicator: str, value: int | None, relative_to: str) -> None:
    (found,) = read_text(text)[1].commitments
    assert (found.tier, found.indicator, found.value, found.relative_to) == (Tier.WORDS, indicator, value, relative_to)


@pytest.mark.parametrize(
    "text",
    [
        "모든 도민이 함께 누리는 도시로 나아간다.",
        "모든 가능성을 열어 두고 제도를 개선한다.",
        "2045년 탄소중립을 실현하여 모든 군민이 행복한 도시를 만든다.",
        "지난해 종이컵 사용을 전면 금지하였다.",
        "전체 배출량은 아직 뚜렷하게 줄지 않았다.",
        "전국 최고 수준의 녹색도시를 조성한다.",
    ],
)
def test_wishes_and_results_are_no_targets_by_words(text: str) -> None:
    assert read_text(text)[1].commitments == ()


CLASSES = [
    ("「물환경보전법」 제12조에 따른다.", ["article_reference"]),
    ("고시 제2023-147호", ["document_number"]),
    ("KS I ISO 14001을 따른다.", ["standard_number"]),
    ("매년 5회 점검한다.", ["frequency"]),
    ("기업당 최대 300만 원을 보조한다.", ["subsidy"]),
    ("요금은 톤당 910원으로 한다.", ["tariff"]),
    ("300만 원 이하의 과태료를 부과한다.", ["penalty"]),
    ("2035년 배출량은 120만 톤에 이를 것으로 전망된다.", ["deadline", "forecast"]),
    ("만 40세 미만 청년을 우대한다.", ["scope_condition"]),
    ("4대 전략을 추진한다.", ["slogan"]),
    ("2단계 사업을 준비한다.", ["ordinal"]),
    ("CO2를 줄인다.", ["name"]),
    ("유효기간은 3년으로 한다.", ["duration"]),
    ("1인당 배출량을 줄인다.", ["parameter"]),
]


@pytest.mark.parametrize(("text", "classes"), CLASSES, ids=[text for text, _ in CLASSES])
def test_class_of_figures(text: str, classes: list[str]) -> None:
    folded, reading = read_text(text)
    found = [m.figure_class for m in reading.explained if re.search(r"\d", m.span.of(folded))]
    assert found == classes


signs = "0123456789%만억조천개년월일까지부터을를이가은는에 ,.()~-→\n'’①하고했다할줄이늘리매년향후배분의절반대비"


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.text(alphabet=signs, max_size=80)), st.sampled_from([None, ISSUED]))
def test_any_text_can_be_read(text: str, issued: date | None) -> None:
    folded = fold(text, "ko").text
    reading = read(folded, Context(issued))
    assert reading == read(folded, Context(issued))
    whole = Span(0, len(folded))
    spans = (
        [c.quote for c in reading.commitments] + [m.span for m in reading.explained] + [a.span for a in reading.acts]
    )
    assert all(whole.contains(span) and span.start < span.end for span in spans)


def test_every_figure_of_the_example_plan_is_explained() -> None:
    text = "\n".join(line for line in PLAN.read_text(encoding="utf-8").splitlines() if not line.startswith("|"))
    folded, reading = read_text(text, date(2023, 11, 30))
    assert figures_left_over(folded, reading) == []
    assert len([c for c in reading.commitments if c.tier is Tier.FIGURE]) >= 40


def test_time_grows_with_the_text() -> None:
    text = fold("\n".join(text for text, _ in CASES), "ko").text
    read(text, Context(ISSUED))

    def took(copies: int) -> float:
        whole = "\n".join([text] * copies)
        start = perf_counter()
        read(whole, Context(ISSUED))
        return perf_counter() - start

    once = max(took(1), 0.02)
    assert took(10) < 25 * once
