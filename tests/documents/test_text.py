"""Plain text and Markdown: the file's own characters, its tables and its items."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenall.documents import BlockKind, FileKind, Unreadable, from_text, read_bytes

CHINESE = "到2030年，全市森林覆盖率达到百分之三十，新能源装机容量占比达到55％。加强建设和管理，推进绿色发展。"
KOREAN = "2030년까지 온실가스 배출량을 2018년 대비 40% 감축하고, 재생에너지 발전 비중을 30%로 높인다."


def cells(document):
    return [
        (block.place.table, block.place.row, block.place.column, block.span.of(document.text), block.is_header)
        for block in document.blocks
        if block.kind is BlockKind.CELL
    ]


@pytest.mark.parametrize(
    ("text", "bytes_as", "encoding"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (KOREAN, "utf-8-sig", "utf-8"),
        (CHINESE, "utf-16", "utf-16"),
        (KOREAN, "gb18030", None),
        (CHINESE, "gb18030", "gb18030"),
        (KOREAN, "cp949", "cp949"),
        ("plain English, 30 % by 2030", "ascii", "utf-8"),
        ("發展可再生能源，森林覆蓋率達到百分之三十", "gb18030", "gb18030"),
        ("펲 이 계획은 이행 점검을 위하여 필요한 사항을 정한다", "cp949", "cp949"),
    ],
)
def test_encodings(text, bytes_as, encoding):
    if encoding is None:  # Hangul in GB18030 is written by nobody: read or refused, but never wrongly
        with pytest.raises(Unreadable, match="undecodable"):
            read_bytes("plan", text.encode(bytes_as))
        return
    document = read_bytes("plan", text.encode(bytes_as))
    assert (document.text, document.encoding, document.kind) == (text, encoding, FileKind.TEXT)


def test_utf16_of_the_other_byte_order():
    assert read_bytes("plan", b"\xfe\xff" + KOREAN.encode("utf-16-be")).text == KOREAN


@pytest.mark.parametrize(
    ("data", "offset", "line"),
    [
        (CHINESE.encode() + b"\n\xff\n" + CHINESE.encode(), len(CHINESE.encode()) + 1, 2),
        ((CHINESE + "\n").encode("gb18030") * 3 + b"\x81", 3 * len((CHINESE + "\n").encode("gb18030")), 4),
        ((KOREAN + "\n").encode("cp949") + b"\xff", len((KOREAN + "\n").encode("cp949")), 2),
        ("à côté du café\n".encode("latin-1"), 0, 1),
        (KOREAN.encode("utf-16")[:-1], len(KOREAN.encode("utf-16")) - 2, 1),
    ],
)
def test_the_first_byte_that_is_no_character_is_shown(data, offset, line):
    with pytest.raises(Unreadable) as refusal:
        read_bytes("plan.txt", data)
    assert refusal.value.code == "documents.undecodable"
    assert (refusal.value.values["offset"], refusal.value.values["line"]) == (offset, line)


def test_line_ends_of_a_file_become_one_character():
    assert read_bytes("plan", "一、目标\r\n二、任务\r三、保障".encode()).text == "一、目标\n二、任务\n三、保障"


def test_a_string_keeps_its_offsets():
    assert from_text("ab\r\ncd\x0cef").text == "ab \ncd\nef"


def test_markdown_blocks():
    text = "# 계획\n\n## 제1장 총칙 ##\n- 하나\n  - 둘\n1. 셋\n\nSetext\n======\n> 인용\n---\n```\n# 코드\n```\n"
    document = from_text(text)
    assert document.kind is FileKind.MARKDOWN
    assert document.text == text
    assert [(block.kind.value, block.level, block.span.of(text)) for block in document.blocks] == [
        ("heading", 1, "계획"),
        ("heading", 2, "제1장 총칙"),
        ("list_item", 1, "하나"),
        ("list_item", 2, "둘"),
        ("list_item", 1, "1. 셋"),
        ("heading", 1, "Setext"),
        ("paragraph", 0, "인용"),
        ("paragraph", 0, "# 코드"),
    ]
    assert [block.place.paragraph for block in document.blocks] == list(range(1, 9))


@pytest.mark.parametrize(
    "text",
    [
        "前文\n| 指标 | 2025年 |\n|---|---:|\n| 覆盖率 | 24％ |\n后文",
        "前文\n指标 | 2025年\n--- | ---\n覆盖率 | 24％\n后文",
        "前文\n| 指标 | 2025年 |\n| 覆盖率 | 24％ |\n\n后文",
    ],
)
def test_tables_drawn_with_pipes(text):
    document = from_text(text)
    assert document.text == text
    assert cells(document) == [
        (1, 1, 1, "指标", True),
        (1, 1, 2, "2025年", True),
        (1, 2, 1, "覆盖率", False),
        (1, 2, 2, "24％", False),
    ]
    assert [block.span.of(text) for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == ["前文", "后文"]


def test_an_empty_cell_keeps_the_columns_and_an_escaped_sign_is_no_edge():
    document = from_text("| a | b | c |\n|---|---|---|\n| 1 |  | x \\| y |")
    assert cells(document)[3:] == [(1, 2, 1, "1", False), (1, 2, 3, "x \\| y", False)]


def test_tables_set_with_tabs():
    document = from_text("지표\t단위\t2028년\n비중\t%\t30\n\n지표\t2030\n둘째\t표 아님")
    assert [cell[3] for cell in cells(document)] == ["지표", "단위", "2028년", "비중", "%", "30"]


@pytest.mark.parametrize("text", ["a | b", "either | or\nthis | that", "one\ttwo\tthree", "x\t\t\n\t\t"])
def test_what_only_looks_like_a_table(text):
    assert cells(from_text(text)) == []


def test_two_tables_are_counted_apart():
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert {cell[0] for cell in cells(from_text(f"{table}\n{table}"))} == {1, 2}


def test_lines_broken_by_the_width_of_the_page_are_joined():
    text = (
        "The city plants trees along every street that is wider than twelve\n"
        "metres and keeps at least 300 ha of old forest along the river. The\n"
        "forest office reports\n\n"
        "- to the council every year, and it says how many of the trees have\n"
        "  grown.\n"
    )
    document = from_text(text)
    assert len(document.text) == len(text)
    assert document.text.splitlines()[0].endswith("The forest office reports")
    assert document.blocks[-1].span.of(document.text).endswith("trees have   grown.")


@pytest.mark.parametrize(
    "text",
    [
        "一、总体要求\n（一）指导思想\n坚持绿色发展\n二、主要任务\n加强管理\n三、保障措施\n落实责任",
        "Raise the share of clean heat\nBuild cycle lanes\nPlant trees on every school yard of the town\nReport",
        "첫째 과제 추진\n둘째 과제 확대\n셋째 과제 강화\n넷째 과제",
    ],
)
def test_short_lines_stay_apart(text):
    assert from_text(text).text == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_a_string_of_any_kind_keeps_its_length_and_its_blocks_lie_inside(text):
    document = from_text(text)
    assert len(document.text) == len(text)
    at = 0
    for block in document.blocks:
        assert at <= block.span.start <= block.span.end <= len(text)
        assert "\n" not in block.span.of(document.text)
        at = block.span.end


@given(st.text(st.sampled_from("|-: \n\t#>*`=ab"), max_size=80))
def test_signs_of_markdown_in_any_order(text):
    blocks = from_text(text).blocks
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))


def test_three_megabytes_are_read_at_once():
    data = ("（一）到2030年，全市森林覆盖率达到百分之三十，新能源装机容量占比达到55％。\n" * 28_000).encode()
    before = perf_counter()
    assert read_bytes("plan", data).blocks
    assert perf_counter() - before < 1.0  # 0.4 s alone on the machine; the rest is room for what runs beside it
