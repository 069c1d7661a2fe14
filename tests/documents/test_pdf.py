"""PDF: lines back into paragraphs, without what the page adds."""

from time import perf_counter

import pytest

from greenall.documents import BlockKind, FileKind, Unreadable, read_bytes
from greenall.documents.pdf_margins import is_page_number
from tests.documents.files import Page, pdf_of, pdf_with_an_absent_font

# Lines of 40 Chinese characters in 10.5 points fill a column from 72 to 492.
FULL = "到二〇三〇年全市森林覆盖率达到百分之三十新能源装机容量占比达到百分之五十五推进绿色发"
SHORT = "展。"


def lines_of(document):
    return document.text.split("\n")


def test_a_sentence_over_several_lines():
    page = Page().column(["一、主要目标", (21, FULL[2:]), FULL, SHORT, (21, "加强管理。")])
    document = read_bytes("plan", pdf_of(page))
    assert document.kind is FileKind.PDF
    assert lines_of(document) == ["一、主要目标", FULL[2:] + FULL + SHORT, "加强管理。"]
    assert [block.place.page for block in document.blocks] == [1, 1, 1]


def test_a_new_paragraph_after_a_full_line_that_ends_a_sentence():
    over = FULL[:-1] + "。"
    page = Page().column([(21, FULL[2:]), over, (21, FULL[2:]), SHORT])
    assert lines_of(read_bytes("x", pdf_of(page))) == [FULL[2:] + over, FULL[2:] + SHORT]


def test_numbers_begin_paragraphs_where_nothing_is_indented():
    over = FULL[:-1] + "。"
    page = Page().column([over, "（二）" + FULL[3:], SHORT, over, "2．" + FULL[2:], SHORT])
    expected = [over, "（二）" + FULL[3:] + SHORT, over, "2．" + FULL[2:] + SHORT]
    assert lines_of(read_bytes("x", pdf_of(page))) == expected


def test_english_lines_are_joined_with_a_space_and_divided_words_made_whole():
    lines = [
        "Emissions of low-carbon homes fall by 40 per cent until 2030 and the environ-",
        "ment of all the people in the city gains from it, since heating becomes low-",
        "carbon in each of the districts that have been named in the list of the plan.",
    ]
    assert lines_of(read_bytes("x", pdf_of(Page().column(lines)))) == [
        "Emissions of low-carbon homes fall by 40 per cent until 2030 and the environment of all the people in the "
        "city gains from it, since heating becomes low-carbon in each of the districts that have been named in the "
        "list of the plan."
    ]


def test_running_heads_feet_and_page_numbers_are_dropped():
    pages = []
    for number in range(1, 5):
        page = Page().column([FULL, FULL] if number < 4 else [FULL, SHORT])
        page.texts += [(200, 815, 9, "青溪市绿色行动方案"), (290, 30, 9, f"- {number} -"), (400, 42, 9, "内部资料")]
        pages.append(page)
    document = read_bytes("x", pdf_of(*pages))
    assert lines_of(document) == [FULL * 7 + SHORT]


def test_a_sentence_goes_on_over_the_page():
    first, second = Page().column([FULL, FULL]), Page().column([SHORT, "二、任务"])
    document = read_bytes("x", pdf_of(first, second))
    assert lines_of(document) == [FULL * 2 + SHORT, "二、任务"]
    assert [block.place.page for block in document.blocks] == [1, 2]


def test_a_year_alone_on_a_line_is_kept():
    assert lines_of(read_bytes("x", pdf_of(Page().column(["方案", "2030"])))) == ["方案", "2030"]


@pytest.mark.parametrize("text", ["1", "- 12 -", "— 3 —", "第3页 共10页", "Page 3 of 10", "3/10", "12쪽", "iv"])
def test_page_numbers(text):
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["2030年目标", "1. Aims", "10％", "", "-", "표 3"])
def test_other_lines_are_no_page_numbers(text):
    assert not is_page_number(text)


def test_two_columns_are_read_one_after_the_other():
    left = [f"左栏第{n}行的文字内容全部占满这一栏的宽度" for n in "一二三四五六七"]
    right = [f"右栏第{n}行的文字内容全部占满这一栏的宽度" for n in "一二三四五六七"]
    page = Page(texts=[(200, 800, 16, "跨越两栏的标题在这里")]).column(left, 72, 760).column(right, 320, 760)
    document = read_bytes("x", pdf_of(page))
    assert lines_of(document) == ["跨越两栏的标题在这里", "".join(left) + "".join(right)]


def test_a_drawn_table():
    rows = [["指标", "单位", "2030年"], ["新能源\n装机占比", "％", "55"], ["森林覆盖率", "％", "30"]]
    page = Page().column(["指标如下。"]).table([72, 172, 252, 332], [700, 670, 630, 600], rows)
    page.column(["表后一段。"], y=580)
    document = read_bytes("x", pdf_of(page))
    assert lines_of(document) == [
        "指标如下。",
        "指标\t单位\t2030年",
        "新能源装机占比\t％\t55",
        "森林覆盖率\t％\t30",
        "表后一段。",
    ]
    cells = [block for block in document.blocks if block.kind is BlockKind.CELL]
    assert [(c.place.row, c.place.column, c.is_header) for c in cells[2:4]] == [(1, 3, True), (2, 1, False)]


def test_a_drawn_table_with_a_cell_over_two_columns():
    page = Page()
    page.rules = [(72, y, 372, y) for y in (700, 670, 640)] + [(x, 700, x, 640) for x in (72, 172, 372)]
    page.rules += [(272, 670, 272, 640)]
    page.texts = [(80, 680, 10, "지표"), (180, 680, 10, "목표")]
    page.texts += [(x, 650, 10, text) for x, text in ((80, "비율"), (180, "10%"), (280, "20%"))]
    document = read_bytes("x", pdf_of(page))
    cells = [block for block in document.blocks if block.kind is BlockKind.CELL]
    assert [(c.place.row, c.place.column, c.span.of(document.text)) for c in cells] == [
        (1, 1, "지표"),
        (1, 2, "목표"),
        (2, 1, "비율"),
        (2, 2, "10%"),
        (2, 3, "20%"),
    ]


def test_a_table_goes_on_over_the_page():
    xs = [72, 172, 272]
    first = Page().table(xs, [130, 100, 70], [["지표", "2030년"], ["가", "1"]])
    second = Page().table(xs, [770, 740, 710], [["지표", "2030년"], ["나", "2"]])
    document = read_bytes("x", pdf_of(first, second))
    assert lines_of(document) == ["지표\t2030년", "가\t1", "나\t2"]
    assert {block.place.table for block in document.blocks} == {1}
    assert [block.place.row for block in document.blocks] == [1, 1, 2, 2, 3, 3]


def test_a_row_that_is_cut_by_the_end_of_the_page_is_put_together():
    xs = [72, 172, 272, 372]
    first = Page().table(xs, [130, 100, 70], [["지표", "단위", "2030년"], ["재생에너지", "%", "30"]])
    second = Page().table(xs, [770, 740, 710], [["발전 비중", "", ""], ["산림", "%", "60"]])
    assert lines_of(read_bytes("x", pdf_of(first, second))) == [
        "지표\t단위\t2030년",
        "재생에너지 발전 비중\t%\t30",
        "산림\t%\t60",
    ]


def test_a_table_of_boxes():
    page = Page(boxes=[(72 + 100 * column, 600 + 30 * row, 100, 30) for column in range(2) for row in range(2)])
    page.texts = [
        (76 + 100 * c, 640 - 30 * r, 10, text) for r, row in enumerate(["ab", "cd"]) for c, text in enumerate(row)
    ]
    assert lines_of(read_bytes("x", pdf_of(page))) == ["a\tb", "c\td"]


def test_a_page_that_is_shown_turned():
    page = Page(turned=90, size=(842, 595)).column([FULL, SHORT], y=500)
    assert lines_of(read_bytes("x", pdf_of(page))) == [FULL + SHORT]


def test_radicals_of_bad_fonts_become_characters():
    assert lines_of(read_bytes("x", pdf_of(Page().column(["⼀、⽬标"])))) == ["一、目标"]


def test_a_raised_figure_belongs_to_its_line():
    page = Page(texts=[(72, 700, 10, "area 20 km"), (122, 704, 6, "2"), (129, 700, 10, "of forest")])
    assert lines_of(read_bytes("x", pdf_of(page))) == ["area 20 km2 of forest"]


def test_a_table_without_lines():
    page = Page().column(["The targets of the plan:"])
    for row, texts in enumerate(
        [("Target", "2025", "2030"), ("Forest", "25 %", "30 %"), ("Clean heat", "40 %", "60 %")]
    ):
        page.texts += [(72 + 150 * column, 700 - 20 * row, 10, text) for column, text in enumerate(texts)]
    document = read_bytes("x", pdf_of(page))
    assert lines_of(document)[1:] == ["Target\t2025\t2030", "Forest\t25 %\t30 %", "Clean heat\t40 %\t60 %"]


def test_larger_lines_are_headings_and_dotted_lines_are_contents():
    page = Page(texts=[(200, 800, 20, "青溪市方案"), (72, 760, 14, "一、目标")])
    page.column(["一、目标…………………… 3", FULL, SHORT, "• 建设公园"], y=730)
    document = read_bytes("x", pdf_of(page))
    assert [(block.kind.value, block.level) for block in document.blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", 0),
        ("list_item", 1),
    ]
    assert [notice.code for notice in document.notices] == ["documents.contents_skipped"]


def test_korean_words_divided_between_lines():
    page = Page().column(
        [
            "시는 온실가스 배출량을 줄이고 재생에너지 보급을 확대하는 계획을 시행하며 온실가스 배",
            "출량을 점검한다. 시는 재생에너지 보급을 위하여 주민이 참여하는 사업을 시행하고 있으",
            "며 계획을 점검한다.",
        ]
    )
    text = read_bytes("x", pdf_of(page)).text
    assert "온실가스 배출량을 점검한다" in text
    assert "시행하고 있으며 계획을" in text


def test_a_scan_is_refused_with_its_pages():
    with pytest.raises(Unreadable) as refusal:
        read_bytes("scan", pdf_of(Page(picture=True), Page(picture=True), Page(), Page(picture=True)))
    assert refusal.value.code == "documents.no_text_layer"
    assert refusal.value.values["pages"] == "1-2, 4"


def test_single_pages_that_are_pictures_are_named():
    document = read_bytes("x", pdf_of(Page().column([FULL]), Page(picture=True)))
    assert document.text == FULL
    assert [(notice.code, notice.values) for notice in document.notices] == [
        ("documents.pages_without_text", (("pages", "2"),))
    ]


def test_letters_of_a_font_that_is_not_there_are_reported():
    data = pdf_with_an_absent_font("全市森林覆盖")
    with pytest.raises(Unreadable, match="fonts_missing"):
        read_bytes("x", data)


def test_a_page_of_nothing_is_empty():
    with pytest.raises(Unreadable, match="empty"):
        read_bytes("x", pdf_of(Page()))


def test_sixty_pages_are_read_in_two_seconds():
    data = pdf_of(*[Page().column([FULL] * 40) for _ in range(60)])
    before = perf_counter()
    assert read_bytes("x", data).text.startswith(FULL)
    assert perf_counter() - before < 4.0  # 1.3 s alone on the machine; the rest is room for what runs beside it
