"""Hangul documents in the open format."""

from greenall.documents import BlockKind, FileKind, read_bytes
from tests.documents.files import hp, hp_table, hwpx_of

HEADER = (
    '<hh:numbering id="1" start="0"><hh:paraHead level="1" start="1" numFormat="DIGIT">제^1장</hh:paraHead>'
    '<hh:paraHead level="2" start="1" numFormat="HANGUL_SYLLABLE">^2.</hh:paraHead></hh:numbering>'
    '<hh:paraPr id="0"><hh:heading type="NONE" idRef="0" level="0"/></hh:paraPr>'
    '<hh:paraPr id="1"><hh:heading type="OUTLINE" idRef="0" level="0"/></hh:paraPr>'
    '<hh:paraPr id="2"><hh:heading type="NUMBER" idRef="1" level="1"/></hh:paraPr>'
    '<hh:paraPr id="3"><hh:heading type="BULLET" idRef="1" level="0"/></hh:paraPr>'
    '<hh:style id="0" name="바탕글"/><hh:style id="5" name="제목 2"/>'
)
SETTINGS = '<hp:p><hp:run><hp:secPr outlineShapeIDRef="1"/></hp:run></hp:p>'


def kinds(document):
    return [(block.kind.value, block.level, block.span.of(document.text)) for block in document.blocks]


def test_paragraphs_headings_items_and_their_numbers():
    body = SETTINGS + hp("총칙", "1") + hp("목적", "2") + hp("범위", "2") + hp("점", "3") + hp("이행", "1")
    body += hp("작은 제목", "0", "5")
    document = read_bytes("plan", hwpx_of(body + hp("본문입니다."), header=HEADER))
    assert document.kind is FileKind.HWPX
    assert kinds(document) == [
        ("heading", 1, "제1장 총칙"),
        ("list_item", 2, "가. 목적"),
        ("list_item", 2, "나. 범위"),
        ("list_item", 1, "점"),
        ("heading", 1, "제2장 이행"),
        ("heading", 2, "작은 제목"),
        ("paragraph", 0, "본문입니다."),
    ]


def test_sections_stand_in_the_order_of_the_spine():
    sections = [hp(f"구역 {n}") for n in range(12)]
    assert read_bytes("x", hwpx_of(*sections)).text.split("\n") == [f"구역 {n}" for n in range(12)]
    assert read_bytes("x", hwpx_of(hp("하나"), hp("둘"), spine=[1, 0])).text == "둘\n하나"
    assert read_bytes("x", hwpx_of(hp("하나"), hp("둘"), spine=[1])).text == "둘\n하나"


def test_a_table_with_merged_cells():
    table = hp_table([[("지표", 1, 2), ("목표", 2, 1)], ["2025년", "2030년"], ["비율", "10%", "20%"]], head_row=True)
    document = read_bytes("x", hwpx_of(hp("앞") + table + hp("뒤")))
    cells = [block for block in document.blocks if block.kind is BlockKind.CELL]
    assert [(c.place.row, c.place.column, c.span.of(document.text), c.is_header) for c in cells] == [
        (1, 1, "지표", True),
        (1, 2, "목표", True),
        (2, 2, "2025년", False),
        (2, 3, "2030년", False),
        (3, 1, "비율", False),
        (3, 2, "10%", False),
        (3, 3, "20%", False),
    ]
    assert document.text.startswith("앞\n지표\t목표\n")
    assert document.text.endswith("\n뒤")


def test_signs_notes_boxes_and_revisions():
    inside = (
        "<hp:t>가<hp:tab/>나<hp:lineBreak/>다<hp:nbSpace/>라<hp:markpenBegin/>마<hp:markpenEnd/>"
        "<hp:deleteBegin/>지운 글<hp:deleteEnd/><hp:insertBegin/>넣은 글<hp:insertEnd/></hp:t>"
        f"<hp:ctrl><hp:footNote><hp:subList>{hp('각주')}</hp:subList></hp:footNote></hp:ctrl>"
        f"<hp:rect><hp:drawText><hp:subList>{hp('상자 안')}</hp:subList></hp:drawText></hp:rect>"
        f"<hp:ctrl><hp:header><hp:subList>{hp('머리말')}</hp:subList></hp:header></hp:ctrl>"
    )
    document = read_bytes("x", hwpx_of(f"<hp:p><hp:run>{inside}</hp:run></hp:p>"))
    assert document.text == "가 나\n다 라마넣은 글"
    assert [notice.code for notice in document.notices] == [
        "documents.changes_accepted",
        "documents.text_boxes_skipped",
        "documents.footnotes_skipped",
    ]


def test_the_caption_of_a_table_stands_before_it():
    number = '<hp:p><hp:run><hp:t>표 </hp:t><hp:ctrl><hp:autoNum num="3"/></hp:ctrl></hp:run></hp:p>'
    caption = f"<hp:caption><hp:subList>{number}</hp:subList></hp:caption>"
    table = hp_table([["가", "나"], ["1", "2"]]).replace("<hp:tr>", caption + "<hp:tr>", 1)
    assert read_bytes("x", hwpx_of(table)).text == "표 3\n가\t나\n1\t2"


def test_a_frame_around_a_heading_is_text():
    assert kinds(read_bytes("x", hwpx_of(hp_table([["추진 배경"]])))) == [("paragraph", 0, "추진 배경")]
