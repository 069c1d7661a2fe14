"""Korean numerals, units and times."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenall.documents.folding import fold
from greenall.quantity.amount import Bound
from greenall.quantity.ko import dimension_of, find_amounts, find_vague, parse_numeral, split_multiplier
from greenall.quantity.times import Origin, Window
from greenall.quantity.times_ko import find_times

ISSUED = date(2022, 7, 26)

AMOUNTS = [
    ("1만 2천 대", "12000", "대", "12000", "대"),
    ("1조 2천억 원", "1200000000000", "원", "1200000000000", "원"),
    ("2조 4,600억 원을", "2460000000000", "원", "2460000000000", "원"),
    ("3천 5백만 원", "35000000", "원", "35000000", "원"),
    ("300만 대", "300", "만 대", "3000000", "대"),
    ("2천 명", "2", "천 명", "2000", "명"),
    ("320백만원", "320", "백만 원", "320000000", "원"),
    ("1.2조원", "1.2", "조 원", "1200000000000", "원"),
    ("3만 5,000가구이며", "35000", "가구", "35000", "가구"),
    ("1만tCO2eq은", "1", "만 tCO2eq", "10000", "tCO2eq"),
    ("12만㎡", "12", "만 m2", "120000", "m2"),
    ("16㎍/㎥ 이하", "16", "ug/m3", "16", "μg/m3"),
    ("60퍼센트", "60", "%", "60", "%"),
    ("100분의 40 이상", "40", "%", "40", "%"),
    ("3분의 2를", "66.67", "%", "66.67", "%"),
    ("3할은", "30", "%", "30", "%"),
    ("절반 수준", "50", "%", "50", "%"),
    ("다섯 곳의", "5", "곳", "5", "곳"),
    ("열두 개", "12", "개", "12", "개"),
    ("오백 개소", "500", "개소", "500", "개소"),
    ("두 배로", "2", "배", "2", "배"),
    ("5%포인트", "5", "%포인트", "5", "%p"),
    ("1++등급", "1", "++등급", "1", "++등급"),
    ("2개 노선을", "2", "개", "2", "개"),
    ("65개사가", "65", "개사", "65", "개사"),
    ("100대보급", "100", "대", "100", "대"),
    ("300원/kWh", "300", "원/kWh", "300", "원/kWh"),
    ("2만 3천 ha에", "23000", "ha", "23000", "ha"),
]


@pytest.mark.parametrize(("text", "value", "unit", "norm", "unit_norm"), AMOUNTS, ids=[row[0] for row in AMOUNTS])
def test_amount(text: str, value: str, unit: str, norm: str, unit_norm: str) -> None:
    (found,) = find_amounts(fold(text, "ko").text)
    assert (found.value, found.unit, found.value_norm, found.unit_norm) == (
        Decimal(value),
        unit,
        Decimal(norm),
        unit_norm,
    )


RANGES = [
    ("10~15%", 10, 15, "%"),
    ("8천~9천tCO2eq", 8, 9, "천 tCO2eq"),
    ("5~10만 대", 5, 10, "만 대"),
    ("10%에서 15% 사이", 10, 15, "%"),
    ("10% 이상 15% 미만", 10, 15, "%"),
    ("2~3개소", 2, 3, "개소"),
]


@pytest.mark.parametrize(("text", "first", "second", "unit"), RANGES, ids=[row[0] for row in RANGES])
def test_range(text: str, first: int, second: int, unit: str) -> None:
    (found,) = find_amounts(text)
    assert (found.value, found.value2, found.unit) == (first, second, unit)
    assert len(found.figures) == 2


def test_a_pair_is_no_range() -> None:
    assert [found.value for found in find_amounts("62%에서 85%로")] == [62, 85]


def test_words_and_names_are_no_amounts() -> None:
    assert find_amounts("공급 세대를 늘리고 한번에 새로 한다. CO2, PM2.5, 모두 다섯") == []
    assert [found.unit for found in find_amounts("2호선")] == [""]


def test_signs_and_about() -> None:
    assert find_amounts("≥63%")[0].bound is Bound.AT_LEAST
    assert find_amounts("2천여 명")[0].bound is Bound.ABOUT


def test_vague_words() -> None:
    assert [mask.figure_class for mask in find_vague("수십 개의 여러 사업")] == ["vague", "vague"]


def test_units() -> None:
    assert dimension_of("MW") == ("power", False)
    assert dimension_of("개소") == ("count", True)
    assert dimension_of("톤/일") == ("mass/duration", False)
    assert split_multiplier("만 대") == (Decimal(10000), "대")
    assert split_multiplier("조각") == (Decimal(1), "조각")


@pytest.mark.parametrize(
    ("written", "value"), [("1만 2천", 12000), ("스물다섯", 25), ("천오백", 1500), ("삼만이천", 32000)]
)
def test_numerals(written: str, value: int) -> None:
    assert parse_numeral(written) == value


@pytest.mark.parametrize("written", ["", "가나", "오오", "12만개"])
def test_no_numerals(written: str) -> None:
    assert parse_numeral(written) is None


@given(st.integers(1, 10**15))
def test_a_written_amount_is_read_back(number: int) -> None:
    (found,) = find_amounts(f"모두 {number:,}대를")
    assert (found.value_norm, found.unit_norm) == (number, "대")


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_numeral_of_two_parts_is_read_back(high: int, low: int) -> None:
    (found,) = find_amounts(f"{high}만 {low}명")
    assert found.value == high * 10000 + low


TIMES = [
    ("2030년까지", "", "2030-12-31"),
    ("’30년까지", "", "2030-12-31"),
    ("('24) 100개소", "", "2024-12-31"),
    ("2026년 6월까지", "", "2026-06-30"),
    ("2026년 상반기까지", "", "2026-06-30"),
    ("'26.12월까지", "", "2026-12-31"),
    ("2023. 7. 14.", "", "2023-07-14"),
    ("2028년 말까지", "", "2028-12-31"),
    ("2025년부터", "2025-01-01", ""),
    ("2023년 이후", "2023-01-01", ""),
    ("제2차 계획기간(2022~2026) 동안", "2022-01-01", "2026-12-31"),
    ("2024년 1월 ~ 2026년 12월", "2024-01-01", "2026-12-31"),
    ("’24~’28", "2024-01-01", "2028-12-31"),
    ("2024~27년", "2024-01-01", "2027-12-31"),
    ("2024년부터 2028년까지", "2024-01-01", "2028-12-31"),
    ("2015년부터 5년간", "2015-01-01", "2019-12-31"),
    ("향후 3년 안에", "", "2025-07-26"),
    ("앞으로 5년간", "", "2027-07-26"),
    ("3년 이내에", "", "2025-07-26"),
    ("올해 말까지", "", "2022-12-31"),
    ("내년 3분기까지", "", "2023-09-30"),
    ("연말까지", "", "2022-12-31"),
    ("9월까지", "", "2022-09-30"),
    ("3월까지", "", "2023-03-31"),
]


@pytest.mark.parametrize(("text", "start", "end"), TIMES, ids=[row[0] for row in TIMES])
def test_time(text: str, start: str, end: str) -> None:
    (found,) = find_times(fold(text, "ko").text, ISSUED)
    assert (str(found.start or ""), str(found.end or "")) == (start, end)


def test_origins_and_windows() -> None:
    assert find_times("제1차 종합계획 기간(2021년~2025년)", None)[0].origin is Origin.PLAN_PERIOD
    assert find_times("향후 5년", ISSUED)[0].origin is Origin.RELATIVE
    assert find_times("매년 2월 말까지", None)[0].window is Window.EVERY_YEAR


@pytest.mark.parametrize(
    "text", ["2050 탄소중립", "2030년대", "올린다", "최근 5년간", "7일 이내에", "2023년생", "13월까지"]
)
def test_no_time(text: str) -> None:
    assert find_times(text, None) == []


def test_relative_times_need_the_day_of_issue() -> None:
    assert find_times("향후 3년 안에, 내년까지, 연말까지", None) == []


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    folded = fold(text, "ko").text
    for found in [*find_amounts(folded), *find_times(folded, ISSUED)]:
        assert 0 <= found.span.start < found.span.end <= len(folded)
