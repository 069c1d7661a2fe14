"""Korean tables: columns of works, of money, and years down the side."""

from datetime import date

from greenall.plans.batch import read_targets

ISSUED = date(2024, 3, 15)


def rows(text: str) -> list[tuple[str, str, str, str]]:
    found = read_targets(text, "ko", ISSUED)
    return [(one.indicator, str(one.value), one.unit, one.deadline.iso) for one in found]


def test_works_take_their_own_day() -> None:
    table = "단위사업 | 사업량 | 완료시기 | 부서\n습지 복원 | 6.2ha | 2025. 10. | 환경과\n수거함 설치 | 90개 | 2026년 | 자원과"
    assert rows(table) == [
        ("습지 복원", "6.2", "ha", "2025-10-31"),
        ("수거함 설치", "90", "개", "2026-12-31"),
    ]


def test_money_is_named_by_its_column() -> None:
    table = "사업명 | 사업기간 | 사업비\n하천 정비 | 2024~2026 | 75억 원\n합계 | - | 75억 원"
    assert rows(table) == [
        ("하천 정비 사업비", "75", "억 원", "2024-01-01/2026-12-31"),
        ("사업비 합계", "75", "억 원", ""),
    ]


def test_years_down_the_side_bound_the_figures() -> None:
    table = "연도 | 전기버스(대) | 충전기(기)\n2023 | 12 | 30\n2025 | 40 | 90"
    assert rows(table) == [
        ("전기버스", "40", "대", "2025-12-31"),
        ("충전기", "90", "기", "2025-12-31"),
    ]


def test_the_base_year_is_the_one_that_is_called_so() -> None:
    table = "지표 | 2019(기준) | 2022(실적) | 2026\n재활용률(%) | 55 | 58 | 66"
    (found,) = read_targets(table, "ko", ISSUED)
    assert found.baseline.year == 2019


def test_the_line_above_a_table_says_whether_it_looks_back() -> None:
    table = "| 구분 | 계획 | 실적 |\n| --- | --- | --- |\n| 나무 심기(그루) | 500 | 480 |\n"
    assert rows(f"2022년 추진 실적\n\n{table}") == []
    assert rows(f"주요 지표\n\n{table}") == [("나무 심기", "500", "그루", "")]
