"""Word documents: order, headings, numbers, tables, tracked changes, and what is left out with a notice."""

import pytest
from docx import Document as WordDocument

from greenall.documents import BlockKind, FileKind, read_bytes
from tests.documents.files import docx_of, docx_with_body, parts_of, saved, zip_of


def kinds(document):
    return [(block.kind.value, block.level, block.span.of(document.text)) for block in document.blocks]


def cells(document):
    return [
        (block.place.row, block.place.column, block.span.of(document.text), block.is_header)
        for block in document.blocks
        if block.kind is BlockKind.CELL
    ]


def paragraph(text, properties=""):
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def item(text, list_id=1, level=0):
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def levels(*rules):
    """A numbering of one list; a rule is (format, pattern)."""
    inside = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (form, pattern) in enumerate(rules)
    )
    return f'<w:abstractNum w:abstractNumId="7">{inside}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'


def test_blocks_in_the_order_of_the_body():
    word = WordDocument()
    word.add_heading("清源市行动方案", 0)
    word.add_heading("一、总体目标", 1)
    word.add_paragraph("到2030年，绿色建筑占比达到80％。")
    table = word.add_table(2, 2)
    for cell, text in zip(table._cells, ["指标", "2030年", "占比", "80％"], strict=True):
        cell.text = text
    word.add_paragraph("表后一段。")
    document = read_bytes("anything", saved(word))
    assert document.kind is FileKind.DOCX
    assert (
        document.text
        == "清源市行动方案\n一、总体目标\n到2030年，绿色建筑占比达到80％。\n指标\t2030年\n占比\t80％\n表后一段。"
    )
    assert [block.kind.value for block in document.blocks] == [
        "heading",
        "heading",
        "paragraph",
        *["cell"] * 4,
        "paragraph",
    ]
    assert cells(document) == [
        (1, 1, "指标", True),
        (1, 2, "2030年", True),
        (2, 1, "占比", False),
        (2, 2, "80％", False),
    ]
    assert [block.place.paragraph for block in document.blocks] == [1, 2, 3, 4, 4, 5, 5, 6]


@pytest.mark.parametrize(
    ("form", "pattern", "printed"),
    [
        ("decimal", "%1.", ["1. 가", "2. 나", "3. 다"]),
        ("chineseCounting", "%1、", ["一、가", "二、나", "三、다"]),
        ("chineseCountingThousand", "（%1）", ["（一）가", "（二）나", "（三）다"]),
        ("ganada", "%1.", ["가. 가", "나. 나", "다. 다"]),
        ("koreanDigital", "제%1조", ["제일조 가", "제이조 나", "제삼조 다"]),
        ("lowerLetter", "(%1)", ["(a) 가", "(b) 나", "(c) 다"]),
        ("decimalEnclosedCircle", "%1", ["① 가", "② 나", "③ 다"]),
        ("bullet", "", ["가", "나", "다"]),
    ],
)
def test_automatic_numbers_are_written_out(form, pattern, printed):
    document = read_bytes("x", docx_with_body("".join(map(item, "가나다")), levels((form, pattern))))
    assert kinds(document) == [("list_item", 1, text) for text in printed]


def test_numbers_of_several_levels():
    body = item("a") + item("b", level=1) + item("c", level=1) + item("d") + item("e", level=1)
    document = read_bytes("x", docx_with_body(body, levels(("decimal", "%1"), ("decimal", "%1.%2"))))
    assert document.text.split("\n") == ["1 a", "1.1 b", "1.2 c", "2 d", "2.1 e"]
    assert [block.level for block in document.blocks] == [1, 2, 2, 1, 2]


def test_a_second_list_may_begin_again():
    again = '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    body = item("a") + item("b") + item("c", 2) + item("d", 2)
    document = read_bytes("x", docx_with_body(body, levels(("decimal", "%1.")) + again))
    assert document.text.split("\n") == ["1. a", "2. b", "1. c", "2. d"]


def test_a_list_that_takes_its_levels_from_a_style():
    other = (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    )
    styles = (
        '<w:style w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = item("a", 2) + item("b", 2)
    document = read_bytes("x", docx_with_body(body, levels(("upperRoman", "%1.")) + other, styles))
    assert document.text == "I. a\nII. b"


def test_headings_by_style_of_a_style_and_by_outline_level():
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Own"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="ring"><w:name w:val="r"/><w:basedOn w:val="ring"/></w:style>'
    )
    body = paragraph("two", '<w:pStyle w:val="b"/>') + paragraph("three", '<w:outlineLvl w:val="2"/>')
    body += paragraph("text", '<w:pStyle w:val="ring"/>')
    document = read_bytes("x", docx_with_body(body, styles=styles))
    assert kinds(document) == [("heading", 2, "two"), ("heading", 3, "three"), ("paragraph", 0, "text")]


def test_merged_cells_keep_their_columns():
    word = WordDocument()
    table = word.add_table(3, 3)
    for row, texts in enumerate([("지표", "목표", ""), ("", "2025년", "2030년"), ("비율", "10%", "20%")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    document = read_bytes("x", saved(word))
    assert cells(document) == [
        (1, 1, "지표", True),
        (1, 2, "목표", True),
        (2, 2, "2025년", False),
        (2, 3, "2030년", False),
        (3, 1, "비율", False),
        (3, 2, "10%", False),
        (3, 3, "20%", False),
    ]


def test_rows_marked_as_header_are():
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    mark = "<w:tblHeader/>"
    rows = [
        row.format(m, paragraph(a), paragraph(b)) for m, a, b in [(mark, "a", "b"), (mark, "c", "d"), ("", "e", "f")]
    ]
    document = read_bytes("x", docx_with_body(f"<w:tbl>{''.join(rows)}</w:tbl>"))
    assert [cell[3] for cell in cells(document)] == [True] * 4 + [False] * 2


def test_a_frame_of_one_cell_is_text():
    frame = f"<w:tbl><w:tr><w:tc>{paragraph('첫째')}{paragraph('둘째')}</w:tc></w:tr></w:tbl>"
    assert kinds(read_bytes("x", docx_with_body(frame))) == [("paragraph", 0, "첫째"), ("paragraph", 0, "둘째")]


def test_content_controls_links_fields_and_breaks():
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('inside')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>see </w:t></w:r><w:hyperlink><w:r><w:t>the law</w:t></w:r></w:hyperlink>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText><w:t>not printed</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>, page 3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:br/><w:t>next line</w:t><w:tab/><w:t>after a tab</w:t></w:r></w:p>"
    )
    document = read_bytes("x", docx_with_body(body))
    assert document.text == "inside\nsee the law, page 3\nnext line after a tab"


def test_inserted_text_stays_and_deleted_text_goes():
    body = (
        "<w:p><w:r><w:t>30</w:t></w:r><w:del><w:r><w:delText>20</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>％以上</w:t></w:r></w:ins></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>joined </w:t></w:r></w:p>" + paragraph("to this")
    )
    document = read_bytes("x", docx_with_body(body))
    assert document.text == "30％以上\njoined to this"
    notice = next(one for one in document.notices if one.code == "documents.changes_accepted")
    assert notice.values == (("inserted", "1"), ("deleted", "1"))


def test_what_is_left_out_is_said():
    body = (
        '<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id="2"/></w:r>'
        f"<w:r><w:pict><w:txbxContent>{paragraph('in a box')}</w:txbxContent></w:pict></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
        + paragraph("1 Aims 3", '<w:pStyle w:val="toc1"/>')
    )
    styles = '<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>'
    document = read_bytes("x", docx_with_body(body, styles=styles))
    assert document.text == "text"
    assert {(one.code, dict(one.values).get("text", "")) for one in document.notices} == {
        ("documents.footnotes_skipped", ""),
        ("documents.text_boxes_skipped", "in a box"),
        ("documents.hidden_text_skipped", ""),
        ("documents.contents_skipped", ""),
    }


def test_macros_are_ignored_and_said_so():
    parts = parts_of(docx_of("본문입니다."))
    parts["word/vbaProject.bin"] = b"\xd0\xcf not run"
    types = parts["[Content_Types].xml"].replace(
        b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml"
    )
    document = read_bytes("plan.docm", zip_of(parts | {"[Content_Types].xml": types}))
    assert document.text == "본문입니다."
    assert [notice.code for notice in document.notices] == ["documents.macros_ignored"]
