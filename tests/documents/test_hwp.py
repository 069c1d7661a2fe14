"""Hangul documents in the binary format."""

import struct

import pytest

from greenall.documents import BlockKind, FileKind, Unreadable, read_bytes
from tests.documents.files import compound_file, hwp_of, hwp_paragraph, hwp_table, record


def shape(kind=0, level=0, numbering=0):
    return struct.pack("<I", kind << 23 | level << 25).ljust(30, b"\0") + struct.pack("<H", numbering) + bytes(20)


def pattern(text, code):
    raw = text.encode("utf-16-le")
    return struct.pack("<IHHIH", code << 5, 0, 50, 0, len(raw) // 2) + raw


@pytest.mark.parametrize("flags", [0, 1])
def test_text_and_a_table(flags):
    table = hwp_table([["지표", "2028년"], ["재생에너지 비중", "30%"], [None, "둘째"]], caption="연도별 목표")
    body = hwp_paragraph("제1조(목적)\t이 계획은") + hwp_paragraph("표는 \x0b다음과 같다.", controls=[table])
    body += hwp_paragraph("끝\n줄")
    document = read_bytes("plan", hwp_of(body, flags=flags))
    assert document.kind is FileKind.HWP
    assert document.text.split("\n") == [
        "제1조(목적) 이 계획은",
        "표는 다음과 같다.",
        "연도별 목표",
        "지표\t2028년",
        "재생에너지 비중\t30%",
        "둘째",
        "끝",
        "줄",
    ]
    cells = [block for block in document.blocks if block.kind is BlockKind.CELL]
    assert [(c.place.row, c.place.column, c.is_header) for c in cells] == [
        (1, 1, True),
        (1, 2, True),
        (2, 1, False),
        (2, 2, False),
        (3, 2, False),
    ]


def test_sections_are_read_in_the_order_of_their_numbers():
    document = read_bytes("x", hwp_of(*[hwp_paragraph(f"구역 {n}") for n in range(11)]))
    assert document.text.split("\n") == [f"구역 {n}" for n in range(11)]


def test_headings_and_numbers_from_the_paragraph_shapes():
    numbering = pattern("제^1장", 0) + pattern("^2.", 8) + 5 * pattern("", 0) + struct.pack("<H", 1)
    section = hwp_paragraph("\x11", controls=[(b"secd", b"")])
    section = section.replace(b"dces" + bytes(40), b"dces" + bytes(14) + struct.pack("<H", 1) + bytes(24))
    body = section + hwp_paragraph("총칙", shape=1) + hwp_paragraph("첫째", shape=2) + hwp_paragraph("둘째", shape=2)
    body += hwp_paragraph("점", shape=3)
    data = hwp_of(body, shapes=[shape(), shape(1), shape(2, 1, 1), shape(3)], numbering=numbering)
    document = read_bytes("x", data)
    assert [(block.kind.value, block.level, block.span.of(document.text)) for block in document.blocks] == [
        ("heading", 1, "제1장 총칙"),
        ("list_item", 2, "가. 첫째"),
        ("list_item", 2, "나. 둘째"),
        ("list_item", 1, "점"),
    ]


def test_a_table_in_a_cell_becomes_words_of_the_cell():
    inner = hwp_table([["a", "b"]], level=2)
    cell = record(72, 2, struct.pack("<HHIHHHH", 1, 0, 0, 0, 0, 1, 1)) + hwp_paragraph("밖 \x0b", 2, controls=[inner])
    other = record(72, 2, struct.pack("<HHIHHHH", 1, 0, 0, 1, 0, 1, 1)) + hwp_paragraph("옆", 2)
    outer = (b"tbl ", record(77, 2, struct.pack("<IHH", 0, 1, 2)) + cell + other)
    assert read_bytes("x", hwp_of(hwp_paragraph("\x0b", controls=[outer]))).text == "밖 a b\t옆"


def test_boxes_and_notes_are_left_out_and_said_so():
    box = (b"gso ", record(76, 2, bytes(20)) + record(72, 3, bytes(8)) + hwp_paragraph("상자 안", 3))
    note = (b"fn  ", record(72, 2, bytes(8)) + hwp_paragraph("각주", 2))
    document = read_bytes("x", hwp_of(hwp_paragraph("본문\x0b\x11", controls=[box, note])))
    assert document.text == "본문"
    assert [(notice.code, dict(notice.values)["number"]) for notice in document.notices] == [
        ("documents.text_boxes_skipped", "1"),
        ("documents.footnotes_skipped", "1"),
    ]


def test_a_formula_stands_in_its_place():
    script = "a over b".encode("utf-16-le")
    formula = (b"eqed", record(88, 2, struct.pack("<IH", 0, len(script) // 2) + script))
    assert read_bytes("x", hwp_of(hwp_paragraph("값은 \x0b이다", controls=[formula]))).text == "값은 a over b 이다"


def test_a_number_of_its_own_is_printed():
    number = hwp_paragraph("표 \x11", controls=[(b"atno", b"")])
    number = number.replace(b"onta" + bytes(40), b"onta" + struct.pack("<IH", 0, 3) + bytes(34))
    assert read_bytes("x", hwp_of(number)).text == "표 3"


def test_a_stream_that_inflates_beyond_measure():
    with pytest.raises(Unreadable, match="archive_bomb"):
        read_bytes("x", hwp_of(bytes(210_000_000)))


@pytest.mark.parametrize("flag", [0x2, 0x4, 0x10])
def test_passwords_and_distribution_copies_are_refused(flag):
    with pytest.raises(Unreadable, match="encrypted"):
        read_bytes("x", hwp_of(hwp_paragraph("글"), flags=1 | flag))


@pytest.mark.parametrize(
    "data",
    [
        hwp_of(),
        hwp_of(record(66, 0) + struct.pack("<I", 67 | 1 << 10 | 500 << 20)),
        hwp_of(hwp_paragraph("글", level=900)),
        compound_file({"FileHeader": b"something else"}),
    ],
)
def test_damaged_files_are_refused(data):
    with pytest.raises(Unreadable, match="broken"):
        read_bytes("x", data)
