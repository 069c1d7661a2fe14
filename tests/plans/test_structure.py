"""Articles, clauses, title and date of issue, on wording of our own and on a real plan where it is at hand."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from greenall.documents.document import Block, BlockKind, Document, FileKind, Place
from greenall.plans.structure import Structure, find_structure, guess_language
from greenall.quantity.place import Span

REPOSITORY = Path(__file__).parents[2]


def document(text: str, headings: tuple[tuple[str, int], ...] = ()) -> Document:
    blocks = tuple(
        Block(Span(text.index(words), text.index(words) + len(words)), BlockKind.HEADING, Place(n), level)
        for n, (words, level) in enumerate(headings, 1)
    )
    return Document("plan", FileKind.TEXT, "", text, blocks)


def read(text: str, language: str | None = None, headings: tuple[tuple[str, int], ...] = ()) -> Structure:
    structure = find_structure(document(text, headings), language or guess_language(text))
    assert "".join(article.span.of(text) for article in structure.articles) == text
    return structure


def numbers(structure: Structure) -> list[str]:
    return [article.number for article in structure.articles]


CITY = """清溪市绿色发展实施方案

为推动绿色发展，制定本方案。

一、总体要求

（一）指导思想。坚持绿色发展。

（二）主要目标。到２０２５年，绿地率达到４０％；按照第七条规定执行（二）中的任务。

二、重点任务

（三）发展新能源。建设风电场。
１．建成风电1．5万千瓦。
２．推广光伏。

三、保障措施

各部门要加强领导，落实责任。
"""


def test_parts_under_chapters_are_the_articles() -> None:
    structure = read(CITY)
    assert numbers(structure) == ["", "1", "2", "3", "3.0"]
    assert [article.label for article in structure.articles] == ["", "（一）", "（二）", "（三）", "三、"]
    assert [article.title for article in structure.articles][1:] == ["指导思想", "主要目标", "发展新能源", "保障措施"]
    assert structure.articles[3].chapter == "二、重点任务"
    assert structure.articles[3].span.of(CITY).startswith("二、重点任务")
    assert structure.title == "清溪市绿色发展实施方案"


def test_clauses_are_the_heading_then_sentences_and_numbered_parts() -> None:
    article = read(CITY).articles[3]
    assert [(clause.id, clause.span.of(CITY)) for clause in article.clauses] == [
        ("3.0", "（三）发展新能源。"),
        ("3.1", "建设风电场。"),
        ("3.2", "１．建成风电1．5万千瓦。"),
        ("3.3", "２．推广光伏。"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、目标\n绿化山川。\n二、任务\n（1）植树。\n（2）种草。\n", ["1", "2"]),
        (
            "一、总则\n（一）甲。植树。\n（二）乙。种草。\n二、任务\n（一）丙。修路。\n（二）丁。建桥。\n",
            ["1.1", "1.2", "2.1", "2.2"],
        ),
        (
            (
                "第一章 总则\n第一条 为保护湿地，制定本办法。\n第二条 本办法适用于本市。\n第二章 保护\n"
                "第三条 按照\n第一条规定执行。\n"
            ),
            ["1", "2", "3"],
        ),
        ("第一条之二不是正文。\n第十条 保护湿地。\n第十条之一 恢复湿地。\n第十一条 施行。\n", ["1-2", "10-1", "11"]),
        ("１．总体要求\n植树造林。\n２．主要任务\n节约用水。\n３．保障措施\n加强领导。\n", ["1", "2", "3"]),
        (
            ("## 제1조(목적)\n숲을 지킨다.\n## 제2조(범위)\n제1조에 따라 한다.\n제1조(목적)에 따른 사업이다.\n"),
            ["1", "2"],
        ),
        (
            (
                "제1장 총칙\n제1조(목적) 숲을 지킨다.\n제1조의2(정의) 숲은 나무다.\n제2장 사업\n"
                "제2조(사업) 심는다.\n부칙\n제1조(시행일) 공포한 날부터 시행한다.\n"
            ),
            ["1", "1-2", "2", "A1"],
        ),
        (
            (
                "Ⅰ. 추진 배경\n기후가 변한다.\nⅡ. 추진 과제\n1. 에너지 전환\n□ 태양광을 늘린다.\n2. 교통 전환\n"
                "○ 전기차를 늘린다.\nⅢ. 이행 기반\n1. 재정\n- 기금을 만든다.\n"
            ),
            ["1", "2.1", "2.2", "3.1"],
        ),
        (
            (
                "## 3. 과제\n### 3-1. 에너지\n태양광을 늘린다.\n### 3-2. 교통\n전기차를 늘린다.\n## 4. 재정\n"
                "### 4-1. 기금\n기금을 만든다.\n"
            ),
            ["3.1", "3.2", "4.1"],
        ),
        (
            (
                "Chapter 1 Aims\nArticle 1 Scope\nThis Act covers wetlands.\nArticle 2 Aim\n"
                "Section 3 of the Act applies.\n\nAnnex A\nMap of wetlands\n"
            ),
            ["1", "2", "A1"],
        ),
        ("Section 1. Trees\nPlant 3.5 trees.\nSection 2. Water\nSave water.\n", ["1", "2"]),
        (
            (
                "1. Energy\n1.1 The city will plant trees.\n1.2 It will save 1.5 GWh.\n2. Water\n"
                "2.1 It will save water.\n"
            ),
            ["1", "2"],
        ),
        (
            (
                "1. Energy\n1.1 Solar power\nBuild roofs.\n1.2 Wind power\nBuild masts.\n2. Water\n2.1 Rivers\n"
                "Clean them.\n"
            ),
            ["1.1", "1.2", "2.1"],
        ),
        (
            "# Plan\n## Energy\nBuild roofs.\n1. one\n2. two\n## Water\nClean rivers.\n## Soil\nKeep it.\n",
            ["", "1", "2", "3"],
        ),
        ("目录\n一、目标……1\n二、任务……2\n一、目标\n植树。\n二、任务\n种草。\n", ["", "1", "2"]),
        ("目 录\n第一章 目标\n第二章 任务\n第一章 目标\n植树。\n第二章 任务\n种草。\n", ["", "1", "2"]),
        (
            "通知\n附件：清溪市方案\n附件\n一、目标\n植树。\n二、任务\n种草。\n附件2\n指标表\n绿地率\t40\n",
            ["", "1", "2", "A1"],
        ),
        ("□ 추진 배경\n○ 기후가 변한다.\n1. 폭염\n2. 가뭄\n□ 추진 과제\n1. 숲\n2. 물\n", ["1", "2"]),
        (
            "제1장 목표\n제1절 전력\n1. 현황\n적다.\n2. 계획\n는다.\n제2절 열\n1. 현황\n적다.\n"
            "제2장 실행\n제1절 기금\n1. 현황\n없다.\n",
            ["1.1.1", "1.1.2", "1.2.1", "2.1.1"],
        ),
        ("一、目标\n1\t绿地率\t40\n2\t绿化率\t50\n二、任务\n种草。\n", ["1", "2"]),
        ("We plant trees.\n\nWe save water:\n- in parks\n- at home\n\nWe build roofs.\n", ["1", "2", "3"]),
    ],
)
def test_articles_follow_the_document(text: str, expected: list[str]) -> None:
    assert numbers(read(text)) == expected


def test_headings_of_a_word_file_are_articles() -> None:
    text = "清溪市规划\n能源\n建设风电。\n水\n节约用水。\n"
    structure = read(text, headings=(("清溪市规划", 1), ("能源", 2), ("水", 2)))
    assert [(article.number, article.title) for article in structure.articles] == [("", ""), ("1", "能源"), ("2", "水")]
    assert structure.title == "清溪市规划"


def test_numbers_without_a_stop_count_in_headings_only() -> None:
    text = "Rivermouth Plan\n1 Energy\n2 buses run.\n2 Water\nSave it.\n"
    structure = read(text, headings=(("Rivermouth Plan", 1), ("1 Energy", 2), ("2 Water", 2)))
    assert [(article.number, article.title) for article in structure.articles] == [
        ("", ""), ("1", "Energy"), ("2", "Water"),
    ]  # fmt: skip


def test_parts_that_are_no_headings_still_count() -> None:
    text = "（一）能源。建设风电。\n（二）水\n节约。\n（三）土\n修复。\n（四）林。种树。\n"
    assert numbers(read(text, headings=(("（二）水", 1), ("（三）土", 1)))) == ["1", "2", "3", "4"]


def test_table_rows_are_clauses() -> None:
    text = "一、目标\n指标\t2025年\n绿地率；绿化率\t40\n二、任务\n种草。\n"
    assert [clause.span.of(text) for clause in read(text).articles[0].clauses] == [
        "一、目标",
        "指标\t2025年",
        "绿地率；绿化率\t40",
    ]


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("Cut use by 3.5% a year. Report it; publish it.", 3),
        ("Save approx. 20 GWh (e.g. in parks; see St. John St. works). Then stop.", 2),
        ("Plant trees. Lead: Parks; support: Schools", 1),
        ("(a) plant trees; and\n(b) save water.", 2),
        ("| Trees; shrubs | 40 |\n|---|---|\n| Water. Ice | 50 |", 2),
        ("2024. 3. 15.까지 숲을 1.5ha 늘린다. 물을 아낀다.", 2),
        ("숲을 늘린다. (주관: 산림과, 협조: 시·군)", 1),
        ("“十四五”末达到50．5％。其中（含A；含B）占一半；其余另行安排！", 3),
    ],
)
def test_a_full_stop_is_not_always_the_end(sentence: str, clauses: int) -> None:
    (article,) = read(sentence).articles
    assert len(article.clauses) == clauses, [clause.span.of(sentence) for clause in article.clauses]


@pytest.mark.parametrize(
    ("text", "title", "issued"),
    [
        (
            (
                "清溪市关于印发《清溪市绿色方案》的通知\n清政发〔2023〕8号\n清溪市人民政府\n2023年4月6日\n"
                "清溪市绿色方案\n（2023—2025年）\n一、目标\n到2025年12月31日建成。\n二、任务\n种草。"
            ),
            "清溪市绿色方案（2023—2025年）",
            date(2023, 4, 6),
        ),
        ("清溪市绿色方案\n一、目标\n2025年12月31日前建成。\n二、任务\n种草。\n", "清溪市绿色方案", None),
        (
            (
                "清溪市绿色方案\n清政发〔2023〕8号\n一、目标\n建成。\n二、任务\n种草。\n清溪市人民政府办公室\n"
                "二〇二三年四月六日\n"
            ),
            "清溪市绿色方案",
            date(2023, 4, 6),
        ),
        (
            (
                "清溪市绿色条例\n（2022年5月1日清溪市第三届人民代表大会常务委员会第二次会议通过）\n"
                "第一条 甲。\n第二条 本条例自2022年7月1日起施行。\n"
            ),
            "清溪市绿色条例",
            date(2022, 5, 1),
        ),
        (
            (
                "# 솔내시 탄소중립 기본계획\n\n2024. 3. 15.\n\n솔내시장\n\n## 1. 목표\n"
                "2030. 12. 31.까지 줄인다.\n## 2. 과제\n심는다.\n"
            ),
            "솔내시 탄소중립 기본계획",
            date(2024, 3, 15),
        ),
        (
            (
                "솔내시 녹색성장 조례\n[시행 2024. 7. 1.] [솔내시조례 제12호, 2024. 6. 20., 제정]\n"
                "제1조(목적) 줄인다.\n제2조(범위) 넓다.\n"
            ),
            "솔내시 녹색성장 조례",
            date(2024, 6, 20),
        ),
        (
            (
                "Rivermouth Climate Plan 2024–2030\nAdopted by the council on 15 March 2024\n1. Aims\n"
                "Stop by 31 December 2030.\n2. Means\nPlant.\n"
            ),
            "Rivermouth Climate Plan 2024–2030",
            date(2024, 3, 15),
        ),
        (
            "Rivermouth Climate Plan\nMarch 15, 2024\n1. Aims\nStop.\n2. Means\nPlant.\n",
            "Rivermouth Climate Plan",
            date(2024, 3, 15),
        ),
        ("Rivermouth Climate Plan\n1. Aims\nReport by 1 May 2024\n2. Means\nPlant.\n", "Rivermouth Climate Plan", None),
        ("", "", None),
    ],
)
def test_title_and_day_of_issue(text: str, title: str, issued: date | None) -> None:
    structure = read(text)
    assert (structure.title, structure.issued) == (title, issued)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("전기차 10만 대", "ko"),
        ("绿色工厂100家 CO2", "zh"),
        ("plant 100 trees", "en"),
        ("緑地を増やす", "zh"),
        ("12 %", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_that_of_most_letters(text: str, language: str) -> None:
    assert guess_language(text) == language


MARKERS = (
    "一、", "（一）", "（二）", "第一条 ", "第二章", "1. ", "１．", "1.1 ", "## ", "제1조(목적)", "제2장", "①", "가.",
    "附件1", "Annex A", "Section 1. ", "\n", "\n\n", "\t", "。", ". ", "；", "2023年4月6日", "目录", "…1\n",
)  # fmt: skip
PIECES = st.one_of(st.sampled_from(MARKERS), st.text(max_size=6))


@settings(max_examples=150, deadline=None)
@example("一、\n一、\n", "zh")
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["zh", "ko", "en"]))
def test_every_character_belongs_to_one_article_and_clauses_stand_in_theirs(text: str, language: str) -> None:
    structure = read(text, language)
    ids = [clause.id for article in structure.articles for clause in article.clauses]
    assert len(set(ids)) == len(ids)
    assert len(set(numbers(structure))) == len(structure.articles)
    for article in structure.articles:
        reached = article.span.start
        for clause in article.clauses:
            assert reached <= clause.span.start <= clause.span.end <= article.span.end
            reached = clause.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "一、",
        "（一）种草。\n",
        "1. a\n",
        "# a\n",
        "附件\n",
        "目录\n",
        ". ",
        "(",
        " ",
        "\n",
        "a\n",
        "제1조(",
        "第",
        "2023年1月1日\n",
    ],
)
def test_time_grows_with_the_length(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    started = perf_counter()
    read(text, "zh")
    assert perf_counter() - started < 3  # a quadratic reading of any of these takes minutes


def test_the_datong_plan_has_29_articles_in_nine_chapters(shared: Path) -> None:
    structure = read((shared / "seeds" / "datong-plan.txt").read_text(encoding="utf-8"))
    assert numbers(structure) == ["", *map(str, range(1, 30))]
    assert len({article.chapter for article in structure.articles} - {""}) == 9
    assert structure.issued == date(2022, 12, 21)
    assert structure.title.endswith("循环发展经济体系的实施方案")


@pytest.mark.parametrize(
    ("name", "articles"),
    [("qinghe-zh.txt", 22), ("qinghe-zh-amended.txt", 23), ("haesol-ko.md", 20), ("rivermouth-en.md", 17)],
)
def test_the_examples(name: str, articles: int) -> None:
    structure = read((REPOSITORY / "examples" / "plans" / name).read_text(encoding="utf-8"))
    assert [number for number in numbers(structure) if number.isdecimal()] == [str(n) for n in range(1, articles + 1)]
