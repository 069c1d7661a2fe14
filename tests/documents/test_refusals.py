"""Files that cannot be read: a stable code, and a sentence in three languages that says what, where and what to do."""

import ast
import re
import string
import subprocess
import sys
from pathlib import Path

import polib
import pytest

import greenall.documents
from greenall.documents import Unreadable, from_text, read, read_bytes
from greenall.wording import LANGUAGES, say
from tests.documents.files import (
    HP,
    Page,
    W,
    compound_file,
    docx_of,
    hp,
    hwp_of,
    hwp_paragraph,
    hwpx_of,
    parts_of,
    pdf_of,
    pdf_with_an_absent_font,
    zip_of,
)

ROOM = Path(greenall.documents.__file__).parent
CATALOGUES = {
    folder: ROOM.parent / f"wording/locale/{folder}/LC_MESSAGES/documents.po" for folder in ("ko", "zh_Hans", "en")
}
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def with_part(data, part, content):
    return zip_of(parts_of(data) | {part: content})


def locked_zip(data):
    """The file with the flag of encryption set on every part."""
    raw = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for match in re.finditer(re.escape(mark), bytes(raw)):
            raw[match.start() + place] |= 1
    return bytes(raw)


def bomb(part):
    """A package with a part that inflates to 300 MB and says it is small."""
    data = bytearray(zip_of({**parts_of(docx_of("x")), part: b" " * 300_000_000}))
    return bytes(data)


WORD, HANGUL = docx_of("계획의 목적"), hwpx_of(hp("계획의 목적"))
REFUSED = {
    "empty": (b"", "empty"),
    "only blanks": (b" \r\n\t\n", "empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "empty"),
    "a page without words": (b"<html><body><img src='a.png'></body></html>", "empty"),
    "Word without words": (docx_of(""), "empty"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "unknown_kind"),
    "exe": (b"MZ\x90\x00\x03" + bytes(60), "unknown_kind"),
    "rtf": (b"{\\rtf1\\ansi plan}", "unknown_kind"),
    "xlsx": (zip_of({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "unknown_kind"),
    "any zip": (zip_of({"a.txt": "text"}), "unknown_kind"),
    "odt": (zip_of({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "unknown_kind"),
    "xls": (compound_file({"Workbook": b"x"}), "unknown_kind"),
    "other XML": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "unknown_kind"),
    "hwp 3": (b"HWP Document File V3.00 \x1a\x01\x02" + bytes(30), "unknown_kind"),
    "bytes of no kind": (bytes(range(256)) * 4, "not_a_document"),
    "old Word": (compound_file({"WordDocument": b"x"}), "old_word"),
    "scan": (pdf_of(Page(picture=True)), "no_text_layer"),
    "a font that is nowhere": (pdf_with_an_absent_font("全市森林覆盖"), "fonts_missing"),
    "locked PDF": (pdf_of(Page().column(["x"]), encrypted=True), "encrypted"),
    "locked HWP": (hwp_of(hwp_paragraph("x"), flags=3), "encrypted"),
    "distribution copy": (hwp_of(hwp_paragraph("x"), flags=5), "encrypted"),
    "locked Word": (compound_file({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "encrypted"),
    "locked zip": (locked_zip(WORD), "encrypted"),
    "locked HWPX": (with_part(HANGUL, "META-INF/manifest.xml", "<m><encryption-data/></m>"), "encrypted"),
    "half a zip": (WORD[: len(WORD) // 2], "broken"),
    "half a PDF": (pdf_of(Page().column(["x"]))[:120], "broken"),
    "half an OLE file": (hwp_of(hwp_paragraph("x"))[:700], "broken"),
    "broken XML": (with_part(WORD, "word/document.xml", "<w:document"), "broken"),
    "Word without a body": (with_part(WORD, "word/document.xml", f"<w:document {W}/>"), "broken"),
    "bomb": (bomb("word/document.xml"), "archive_bomb"),
    "entity in Word": (with_part(WORD, "word/document.xml", f"{ENTITY}<w:document {W}>&e;</w:document>"), "external_entity"),
    "entity in UTF-16": (with_part(WORD, "word/styles.xml", (f'<?xml version="1.0" encoding="utf-16"?>{ENTITY}<x/>').encode("utf-16")), "external_entity"),
    "entity in HWPX": (with_part(HANGUL, "Contents/section0.xml", f"{LAUGHS}<hs:sec {HP}>&b;</hs:sec>"), "external_entity"),
    "entity in HTML": (f"<!DOCTYPE html {ENTITY[11:]}<html><body><p>&e;</p></body></html>".encode(), "external_entity"),
    "bad bytes": ("到2030年\n".encode() + b"\xff\xfe\xff", "undecodable"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_its_code_and_sentences(case):
    data, code = REFUSED[case]
    with pytest.raises(Unreadable) as refusal:
        read_bytes("plan.docx", data)
    assert refusal.value.code == f"documents.{code}"
    for language in LANGUAGES:
        sentence = say(refusal.value.code, language, **refusal.value.values)
        assert "plan.docx" in sentence
        assert "{" not in sentence


@pytest.mark.parametrize(
    ("case", "found"), [("png", "PNG"), ("exe", "EXE"), ("xlsx", "XLSX"), ("other XML", "XML (svg)")]
)
def test_an_unknown_kind_is_named(case, found):
    with pytest.raises(Unreadable) as refusal:
        read_bytes("x", REFUSED[case][0])
    assert refusal.value.values["found"] == found


def test_more_than_fifty_megabytes(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    with pytest.raises(Unreadable, match="too_large"):
        read(path)
    with pytest.raises(Unreadable, match="too_large"):
        read_bytes("large.txt", bytes(50 * 1024 * 1024 + 1))


def test_no_file_and_a_folder(tmp_path):
    with pytest.raises(Unreadable, match="not_found"):
        read(tmp_path / "absent.txt")
    with pytest.raises(Unreadable, match="a_folder"):
        read(tmp_path)


def test_a_file_is_read_by_its_content_whatever_its_name(tmp_path):
    path = tmp_path / "계획.pdf"
    path.write_bytes(docx_of("계획의 목적"))
    document = read(path)
    assert (document.name, document.kind.value, document.text) == ("계획.pdf", "docx", "계획의 목적")


def test_well_packed_text_is_no_bomb():
    sentence = "到2030年，全市森林覆盖率达到百分之三十。"
    document = read_bytes("x", hwpx_of("".join(hp(sentence) for _ in range(30_000))))
    assert len(document.blocks) == 30_000


def codes_in_the_room():
    """Every code that the room's modules write, with the names of its values where they stand in the same call."""
    found = {}
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch(r"documents\.\w+", node.value)
            ):
                found.setdefault(node.value, set())
    return set(found) | {f"documents.{what}_skipped" for what in ("footnotes", "contents", "hidden_text")}


def test_every_code_has_a_sentence_in_each_language_and_no_sentence_is_left_over():
    for path in CATALOGUES.values():
        catalogue = {entry.msgid: entry.msgstr for entry in polib.pofile(path)}
        assert set(catalogue) == codes_in_the_room()
        assert all(catalogue.values())


def test_the_sentences_of_a_code_have_the_same_values():
    def names(sentence):
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

    catalogues = [{entry.msgid: names(entry.msgstr) for entry in polib.pofile(path)} for path in CATALOGUES.values()]
    assert catalogues[0] == catalogues[1] == catalogues[2]


def test_importing_the_room_loads_no_reader_and_costs_little():
    program = (
        "import sys, time, re, enum, dataclasses, hashlib, pathlib, typing, unicodedata, heapq, importlib\n"
        "before = time.perf_counter(); import greenall.documents; took = time.perf_counter() - before\n"
        "heavy = {'lxml', 'olefile', 'pypdfium2', 'docx', 'zipfile'} & set(sys.modules)\n"
        "print(took, *heavy)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(3)
    ]
    assert all(len(run) == 1 for run in runs)
    assert min(float(run[0]) for run in runs) < 0.05  # 0.015 s alone on the machine


def test_a_string_is_never_refused():
    assert from_text("").blocks == ()
    assert from_text("\ud800 \x00").text == "\ud800 \x00"


def test_zip_members_are_counted_not_believed():
    """The size that the directory declares does not matter: the part is counted while it comes out."""
    data = bytearray(bomb("word/styles.xml"))
    for match in re.finditer(b"PK\x01\x02", bytes(data)):
        name = data[match.start() + 46 :][:15]
        if name == b"word/styles.xml":
            data[match.start() + 24 : match.start() + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(Unreadable) as refusal:
        read_bytes("x", bytes(data))
    assert refusal.value.code in ("documents.archive_bomb", "documents.broken")
