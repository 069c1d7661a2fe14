"""What a file is, told by its bytes and never by its name.

>>> recognise("plan.pdf", "到2030年，森林覆盖率达到30％。".encode())
<FileKind.TEXT: 'text'>
>>> recognise("plan.txt", b"%PDF-1.7 ...")
<FileKind.PDF: 'pdf'>
"""

import re

from greenall.documents.document import FileKind, Unreadable

# Beginnings of files that people send by mistake, with the name they know them by.
_NAMES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\xfd7zXZ\x00", "XZ"),
    (b"BZh", "BZIP2"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"ID3", "MP3"),
    (b"OggS", "OGG"),
    (b"RIFF", "RIFF"),
    (b"\x00asm", "WebAssembly"),
    (b"wOFF", "WOFF"),
    (b"HWP Document File V", "HWP 3.0"),
)
_TEXT_NAMES = (
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"From: <Saved by", "MHTML"),
    (b"MIME-Version:", "MHTML"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_CONTROLS = re.compile(rb"[\x01-\x06\x0e-\x1a]")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:(?><!--.*?-->)\s*)*+"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table|ul|ol|center|font|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(
    rb"\s*(?:(?><\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--.*?-->)\s*)*+<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]", re.DOTALL
)


def recognise(name: str, data: bytes) -> FileKind:
    """The kind of a file that can be read. Raises Unreadable for every other, with the name of what it is."""
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return FileKind.PDF
    if head.startswith(_ZIP):
        return _kind_of_archive(name, data)
    if head.startswith(_OLE):
        return _kind_of_compound_file(name, data)
    for beginning, found in (*_NAMES, *_TEXT_NAMES):
        if head.startswith(beginning) and (len(beginning) > 3 or _is_binary(head)):
            raise Unreadable("documents.unknown_kind", name=name, found=found)
    if head[4:8] == b"ftyp":
        raise Unreadable("documents.unknown_kind", name=name, found="MP4")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="replace").encode(errors="replace")
    if _is_binary(head):
        raise Unreadable("documents.not_a_document", name=name)
    return _kind_of_text(name, head.removeprefix(b"\xef\xbb\xbf"))


def _is_binary(head: bytes) -> bool:
    """True for bytes that no text holds; a stray control character is forgiven."""
    return b"\x00" in head or 50 * len(_CONTROLS.findall(head)) > len(head)


def _kind_of_text(name: str, head: bytes) -> FileKind:
    """HTML or running text; Markdown is told apart when the text is decoded."""
    if _HTML.match(head):
        return FileKind.HTML
    root = _XML.match(head)
    if root and (head.lstrip().startswith(b"<?xml") or b"xmlns" in head):
        found = root.group(1).decode("ascii", errors="replace")
        if found.lower() == "html":
            return FileKind.HTML
        raise Unreadable("documents.unknown_kind", name=name, found=f"XML ({found})")
    return FileKind.TEXT


def _kind_of_archive(name: str, data: bytes) -> FileKind:
    from greenall.documents.archives import Archive

    archive = Archive(name, data)
    names = archive.names
    if "word/document.xml" in names or (any(part.startswith("word/") for part in names) and "_rels/.rels" in names):
        return FileKind.DOCX
    mimetype = archive.read("mimetype", limit=200).decode("ascii", errors="replace")
    if "hwp+zip" in mimetype or any(re.fullmatch(r"Contents/section\d+\.xml", part) for part in names):
        return FileKind.HWPX
    for beginning, found in (("xl/", "XLSX"), ("ppt/", "PPTX"), ("visio/", "VSDX"), ("META-INF/MANIFEST.MF", "JAR")):
        if any(part.startswith(beginning) for part in names):
            raise Unreadable("documents.unknown_kind", name=name, found=found)
    office = {"text": "ODT", "spreadsheet": "ODS", "presentation": "ODP"}
    found = next((found for kind, found in office.items() if f"opendocument.{kind}" in mimetype), "")
    found = found or ("EPUB" if "epub" in mimetype else "ZIP")
    raise Unreadable("documents.unknown_kind", name=name, found=found)


def _kind_of_compound_file(name: str, data: bytes) -> FileKind:
    """HWP 5, an old Word file, or an Office file wrapped for a password."""
    from greenall.documents.compound import CompoundFile

    with CompoundFile(name, data) as file:
        if file.has("FileHeader"):
            return FileKind.HWP
        if file.has("EncryptedPackage"):
            raise Unreadable("documents.encrypted", name=name)
        if file.has("WordDocument"):
            raise Unreadable("documents.old_word", name=name)
        streams = {"Workbook": "XLS", "Book": "XLS", "PowerPoint Document": "PPT"}
        found = next((found for stream, found in streams.items() if file.has(stream)), "OLE")
    raise Unreadable("documents.unknown_kind", name=name, found=found)
