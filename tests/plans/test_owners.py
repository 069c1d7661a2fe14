"""Proposals of units from a duty directory, and what is said of a file that is none."""

from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenall.plans.owners import BadDirectory, Directory, find_directory, load_directory, suggest

CITY = load_directory(find_directory("city"))
PROVINCE = load_directory(find_directory("province"))

SMALL = """
[directory]
id = "small"
name = { en = "Small town" }

[[unit]]
id = "office"
name = { en = "Town Office", ko = "총괄과" }
supervising = true
[unit.topics]
strong.en = ["town budget"]
weak.en = ["tree"]

[[unit]]
id = "parks"
name = { en = "Parks", ko = "산림과" }
also = ["Parks Department"]
[unit.topics]
strong.en = ["tree", "wetland"]
weak.en = ["water"]
strong.ko = ["도시숲"]

[[unit]]
id = "works"
name = { en = "Water Works" }
[unit.topics]
strong.en = ["water"]
"""


def load(text: str, folder: Path) -> Directory:
    path = folder / "duties.toml"
    path.write_text(text, encoding="utf-8")
    return load_directory(path)


@pytest.fixture
def small(tmp_path: Path) -> Directory:
    return load(SMALL, tmp_path)


def first(words: str, context: str = "", directory: Directory = CITY, language: str = "zh") -> str:
    return next((proposal.unit for proposal in suggest(words, context, directory, language)), "")


@pytest.mark.parametrize(
    ("words", "context", "unit"),
    [
        ("推广测土配方施肥", "推广测土配方施肥，减少化肥用量。", "agriculture"),
        ("开展星级绿色建筑标识", "", "housing-construction"),
        ("申报国家级绿色工厂", "三、构建绿色产业体系", "industry-it"),
        ("完善差别电价", "", "development-reform"),
        ("建设湿地公园", "由市水务局牵头建设湿地公园。", "water"),  # named in the sentence
        ("加强运输组织", "联合邮政管理局加强多式联运组织管理。", "transport"),  # the one that helps does not lead
        ("配合勘查", "配合省自然资源厅、省发展改革委开展地热能勘查。", "energy"),  # those of the province are not ours
        ("优化产业结构", "（二）主要目标。", "development-reform"),  # the whole plan is the supervisor's
        ("報送任務完成情況", "", "development-reform"),  # traditional characters
        ("明月几时有", "把酒问青天。", ""),
    ],
)
def test_chinese_rows(words: str, context: str, unit: str) -> None:
    assert first(words, context) == unit


@pytest.mark.parametrize(
    ("words", "context", "unit"),
    [
        ("가축분뇨 공동자원화시설을 확충", "", "livestock"),
        ("나무를 심는다", "(주관: 산림과, 협조: 시·군)", "forest"),
        ("자전거도로를 확충", "제12조(대중교통과 물류)", "transport-policy"),
    ],
)
def test_korean_rows(words: str, context: str, unit: str) -> None:
    assert first(words, context, PROVINCE, "ko") == unit


def test_a_noun_with_a_particle_is_no_name() -> None:
    (proposal,) = suggest("숲을 가꾼다", "산림과 흡수원", PROVINCE, "ko")
    assert (proposal.unit, proposal.reasons) == ("forest", ("산림", "흡수원"))


def test_a_named_unit_comes_first_and_is_said_to_be_named(small: Directory) -> None:
    best, *others = suggest("plant trees", "The Parks Department plants trees by the water.", small, "en")
    assert (best.unit, best.name, best.score) == ("parks", "Parks", Decimal("1.00"))
    assert best.reasons[0] == "named in the text: Parks Department"
    assert [other.unit for other in others] == []


def test_a_rare_strong_word_of_the_row_weighs_most(small: Directory) -> None:
    by_row = suggest("restore wetlands", "", small, "en")[0]
    by_context = suggest("restore", "wetlands are restored", small, "en")[0]
    assert by_row.score > by_context.score
    assert by_row.reasons == ("wetland",)
    assert [proposal.unit for proposal in suggest("save water", "", small, "en")] == ["works"]


def test_the_supervising_unit_speaks_last(small: Directory) -> None:
    assert first("count every tree", "", small, "en") == "parks"
    assert all(proposal.unit != "office" for proposal in suggest("count every tree", "", small, "en"))
    assert first("adopt the town budget", "", small, "en") == "office"
    assert first("write the annual report", "", small, "en") == "office"


def test_words_are_whole_words_in_english(small: Directory) -> None:
    assert suggest("watermark and streets", "", small, "en") == ()


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["zh", "ko", "en"]))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_at_most_three_in_order(words: str, context: str, language: str) -> None:
    proposals = suggest(words, context, CITY, language)
    assert len(proposals) <= 3
    assert [proposal.score for proposal in proposals] == sorted((p.score for p in proposals), reverse=True)
    assert all(Decimal(0) < proposal.score <= 1 and proposal.reasons for proposal in proposals)


def test_250_rows_are_quick() -> None:
    sentence = (
        "推进多式联运示范工程建设，发展甩挂运输、网络货运和城市共同配送，推广新能源物流车，完善充电设施和绿色建筑标准。"
    )
    suggest("", "", CITY, "zh")
    started = perf_counter()
    for _ in range(250):
        suggest(sentence[:20], sentence * 3, CITY, "zh")
    assert perf_counter() - started < 1  # 0.05 s on an idle machine


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('id = "small"', "", "directory: id"),
        ("[directory]", "[directori]", "directory"),
        ('id = "parks"', "id = 7", "unit 2: id"),
        ('id = "works"', 'id = "parks"', "unit 3: id (parks)"),
        ('name = { en = "Water Works" }', "name = {}", "unit 3 (works): name"),
        ('also = ["Parks Department"]', 'also = "Parks"', "unit 2 (parks): also"),
        ('weak.en = ["water"]', "weak.en = [1]", "unit 2 (parks): topics.weak.en"),
        ("supervising = true", 'supervising = "yes"', "unit 1 (office): supervising"),
        ('also = ["Parks Department"]', "supervising = true", "unit: supervising"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(old: str, new: str, place: str, tmp_path: Path) -> None:
    with pytest.raises(BadDirectory) as refusal:
        load(SMALL.replace(old, new), tmp_path)
    assert refusal.value.code == "plans.bad_directory"
    assert refusal.value.values == {"name": "duties.toml", "place": place}


def test_a_file_without_units_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadDirectory, match=r"^unit$"):
        load(SMALL[: SMALL.index("[[unit]]")], tmp_path)


def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadDirectory, match="line 2"):
        load("[directory]\nid = \n", tmp_path)


def test_our_directories_are_found_by_name() -> None:
    assert (CITY.id, PROVINCE.id) == ("city", "province")
    assert find_directory("elsewhere.toml") == Path("elsewhere.toml")
