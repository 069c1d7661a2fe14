"""Whatever bytes come: a document or a refusal, nothing else; and a document's blocks lie in its text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greenall.documents import Unreadable, read_bytes
from tests.documents.files import (
    Page,
    docx_of,
    hp,
    hp_table,
    hwp_of,
    hwp_paragraph,
    hwp_table,
    hwpx_of,
    parts_of,
    pdf_of,
    zip_of,
)
from tests.documents.test_web_page import PAGE

TABLE = hwp_table([["지표", "2030년"], ["비율", "30%"]])
VALID = {
    "docx": docx_of("첫 문단", "둘째 문단"),
    "hwpx": hwpx_of(hp("첫 문단") + hp_table([["가", "나"], ["1", "2"]])),
    "hwp": hwp_of(hwp_paragraph("첫 문단") + hwp_paragraph("표 \x0b", controls=[TABLE]), flags=0),
    "hwp packed": hwp_of(hwp_paragraph("첫 문단")),
    "pdf": pdf_of(
        Page().column(["一、目标", "到2030年。"]).table([72, 172, 272], [700, 670, 640], [["a", "b"], ["c", "d"]])
    ),
    "html": PAGE.format(charset="gb2312").encode("gb18030"),
    "text": "一、目标\n| a | b |\n|---|---|\n| 1 | 2 |\n".encode("utf-16"),
}
BEGINNINGS = [b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"\xff\xfe"]
changes = st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=6)), min_size=1, max_size=8)
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_or_refuse(data):
    try:
        document = read_bytes("any", data)
    except Unreadable:
        return
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text)
        assert block.span.of(document.text).strip() == block.span.of(document.text)
        at = block.span.end


@pytest.mark.parametrize("kind", VALID)
@relaxed
@given(cut=st.integers(0, 10**6))
def test_files_that_end_too_early(kind, cut):
    data = VALID[kind]
    read_or_refuse(data[: cut % len(data)])


@pytest.mark.parametrize("kind", VALID)
@relaxed
@given(changes=changes)
def test_files_with_other_bytes_in_them(kind, changes):
    data = bytearray(VALID[kind])
    for place, new in changes:
        at = place % len(data)
        data[at : at + len(new)] = new
    read_or_refuse(bytes(data))


@pytest.mark.parametrize("kind", ["docx", "hwpx"])
@relaxed
@given(part=st.integers(0, 100), changes=changes)
def test_packages_with_other_bytes_in_their_parts(kind, part, changes):
    parts = parts_of(VALID[kind])
    written = [one for one in parts if one.endswith((".xml", ".rels", ".hpf"))]
    name = written[part % len(written)]
    data = bytearray(parts[name])
    for place, new in changes:
        at = place % len(data)
        data[at : at + len(new)] = new
    read_or_refuse(zip_of(parts | {name: bytes(data)}))


@relaxed
@given(st.binary(max_size=300))
def test_bytes_of_any_kind(data):
    read_or_refuse(data)


@relaxed
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_bytes_behind_a_known_beginning(beginning, data):
    read_or_refuse(beginning + data)


@relaxed
@given(st.text(st.sampled_from("<>/aptdrhbliou123=\"' \n一가"), max_size=200))
def test_tags_in_any_order(text):
    read_or_refuse(f"<html><body>{text}".encode())
