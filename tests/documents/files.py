"""Files for the tests of the readers, written from nothing: ZIP packages, OLE files, PDF pages."""

import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO

from docx import Document as WordDocument

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HP = (
    'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" '
    'xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" xmlns:opf="http://www.idpf.org/2007/opf/"'
)


def zip_of(parts, method=zipfile.ZIP_DEFLATED):
    """A ZIP file of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def parts_of(data):
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def docx_of(*paragraphs):
    """A Word file of plain paragraphs."""
    document = WordDocument()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def saved(document):
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def docx_with_body(body, numbering=None, styles=None):
    """A Word file whose body is this XML."""
    parts = parts_of(docx_of(""))
    parts["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    if numbering is not None:
        parts["word/numbering.xml"] = f"<w:numbering {W}>{numbering}</w:numbering>"
    if styles is not None:
        parts["word/styles.xml"] = f"<w:styles {W}>{styles}</w:styles>"
    return zip_of(parts)


# -- HWPX


def hp(text, shape="0", style="0"):
    """A paragraph of one run."""
    return f'<hp:p paraPrIDRef="{shape}" styleIDRef="{style}"><hp:run><hp:t>{text}</hp:t></hp:run></hp:p>'


def hp_table(rows, head_row=False):
    """A paragraph with a table; a cell is its text or (text, width, height)."""
    body = ""
    taken = set()
    for r, row in enumerate(rows):
        body += "<hp:tr>"
        c = 0
        for cell in row:
            text, width, height = cell if isinstance(cell, tuple) else (cell, 1, 1)
            while (r, c) in taken:
                c += 1
            taken.update((r + down, c + right) for down in range(height) for right in range(width))
            body += (
                f'<hp:tc header="{int(head_row and r == 0)}"><hp:subList>{hp(text)}</hp:subList>'
                f'<hp:cellAddr colAddr="{c}" rowAddr="{r}"/><hp:cellSpan colSpan="{width}" rowSpan="{height}"/></hp:tc>'
            )
            c += width
        body += "</hp:tr>"
    return f'<hp:p paraPrIDRef="0"><hp:run><hp:tbl rowCnt="{len(rows)}">{body}</hp:tbl></hp:run></hp:p>'


def hwpx_of(*sections, header="", spine=None, extra=None):
    """An HWPX file of these sections (XML of paragraphs)."""
    order = spine if spine is not None else range(len(sections))
    items = "".join(f'<opf:item id="s{n}" href="Contents/section{n}.xml"/>' for n in range(len(sections)))
    refs = "".join(f'<opf:itemref idref="s{n}"/>' for n in order)
    package = f"<opf:manifest>{items}</opf:manifest><opf:spine>{refs}</opf:spine>"
    parts = {
        "mimetype": "application/hwp+zip",
        "Contents/content.hpf": f"<opf:package {HP}>{package}</opf:package>",
        "Contents/header.xml": f"<hh:head {HP}>{header}</hh:head>",
        **{f"Contents/section{n}.xml": f"<hs:sec {HP}>{body}</hs:sec>" for n, body in enumerate(sections)},
        **(extra or {}),
    }
    return zip_of(parts)


# -- HWP 5

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound_file(streams):
    """An OLE file; streams are named by their path. Each is filled up to 4096 bytes, so that none is a small one."""
    entries = [("Root Entry", 5, b"")]
    folders = {}
    for path, data in streams.items():
        *folder, name = path.split("/")
        if folder and folder[0] not in folders:
            folders[folder[0]] = len(entries)
            entries.append((folder[0], 1, b""))
        entries.append((name, 2, data + bytes(max(0, 4096 - len(data)))))
    owners = {}  # number of an entry -> number of its folder
    for number, (path, _) in enumerate([("", 0), *[(p, 0) for p in _paths(streams, folders)]]):
        owners[number] = folders.get(path.split("/")[0], 0) if "/" in path else 0
    first_child, next_one = {}, {}
    for number in range(len(entries) - 1, 0, -1):
        owner = owners[number]
        next_one[number] = first_child.get(owner, _FREE)
        first_child[owner] = number
    body, chain, starts = b"", [], {}
    for number, (_, kind, data) in enumerate(entries):
        if kind == 2:
            starts[number] = len(chain)
            count = -(-len(data) // _SECTOR)
            chain += [*range(len(chain) + 1, len(chain) + count), _END]
            body += data.ljust(count * _SECTOR, b"\0")
    directory = b"".join(
        _entry(name, kind, next_one.get(n, _FREE), first_child.get(n, _FREE), starts.get(n, _END), len(data))
        for n, (name, kind, data) in enumerate(entries)
    )
    count = -(-len(directory) // _SECTOR)
    start = len(chain)
    chain += [*range(start + 1, start + count), _END]
    body += directory.ljust(count * _SECTOR, b"\0")
    tables = -(-(len(chain) + 1) // 127)
    places = [len(chain) + n for n in range(tables)]
    fat = [*chain, *[_FAT] * tables]
    fat += [_FREE] * (tables * 128 - len(fat))
    head = struct.pack("<8s16sHHHHHHIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0,
                       tables, start, 0, 4096, _END, 0, _END, 0)  # fmt: skip
    head += struct.pack("<109I", *[*places, *[_FREE] * (109 - len(places))])
    return head + body + struct.pack(f"<{len(fat)}I", *fat)


def _paths(streams, folders):
    seen = set()
    for path in streams:
        folder = path.split("/")[0] if "/" in path else None
        if folder and folder not in seen:
            seen.add(folder)
            yield folder
        yield path


def _entry(name, kind, following, child, start, size):
    raw = name.encode("utf-16-le")
    links = struct.pack("<III", _FREE, following, child) + bytes(16 + 4 + 16)
    return struct.pack("<64sHBB", raw, len(raw) + 2, kind, 1) + links + struct.pack("<IQ", start, size)


def record(tag, level, data=b""):
    """A record of an HWP stream."""
    if len(data) < 0xFFF:
        return struct.pack("<I", tag | level << 10 | len(data) << 20) + data
    return struct.pack("<II", tag | level << 10 | 0xFFF << 20, len(data)) + data


def hwp_paragraph(text, level=0, shape=0, controls=()):
    """A paragraph; `\\x0b` in the text stands for the next control (id, records at level + 2)."""
    units = b""
    waiting = list(controls)
    for sign in text:
        if sign in "\x0b\x11":
            units += struct.pack("<H", ord(sign)) + waiting.pop(0)[0][::-1] + bytes(8) + struct.pack("<H", ord(sign))
        elif sign == "\t":
            units += struct.pack("<H6xHHHH", 9, 0, 0, 0, 9)[:16]
        else:
            units += sign.encode("utf-16-le")
    units += struct.pack("<H", 13)
    out = record(66, level, struct.pack("<IIHBB", len(units) // 2, 0, shape, 0, 0) + bytes(10))
    out += record(67, level + 1, units)
    for name, inside in controls:
        out += record(71, level + 1, name[::-1] + bytes(40)) + inside
    return out


def hwp_table(rows, level=0, caption=""):
    """The control of a table, to be given to `hwp_paragraph`."""
    out = record(72, level + 2, bytes(8)) + hwp_paragraph(caption, level + 2) if caption else b""
    out += record(77, level + 2, struct.pack("<IHH", 0, len(rows), len(rows[0])) + bytes(20))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is not None:
                out += record(72, level + 2, struct.pack("<HHIHHHH", 1, 0, 0, c, r, 1, 1) + bytes(20))
                out += hwp_paragraph(text, level + 2)
    return (b"tbl ", out)


def hwp_of(*sections, flags=1, shapes=(), numbering=b"", extra=None):
    """An HWP 5 file of these sections (records)."""

    def packed(data):
        if not flags & 1:
            return data
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        return deflate.compress(data) + deflate.flush()

    info = record(16, 0, bytes(26)) + record(17, 0, bytes(72)) + (record(23, 1, numbering) if numbering else b"")
    info += b"".join(record(25, 1, shape) for shape in shapes)
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000300, flags)
    streams = {"FileHeader": header, "DocInfo": packed(info)}
    streams |= {f"BodyText/Section{n}": packed(data) for n, data in enumerate(sections)}
    return compound_file(streams | (extra or {}))


# -- PDF


@dataclass
class Page:
    """What is printed on a page: texts at (x, y, size), rules from point to point, boxes, and perhaps a picture."""

    texts: list = field(default_factory=list)
    rules: list = field(default_factory=list)
    boxes: list = field(default_factory=list)  # drawn with one stroke: (x, y, width, height)
    picture: bool = False
    turned: int = 0
    size: tuple = (595, 842)

    def column(self, lines, x=72.0, y=770.0, size=10.5, step=16.0):
        """Lines one below the other; (x, text) moves a line in."""
        for line in lines:
            move, text = line if isinstance(line, tuple) else (0, line)
            if text:
                self.texts.append((x + move, y, size, text))
            y -= step
        return self

    def table(self, xs, ys, cells, size=10.0):
        """A ruled table: edges from left to right and top to bottom, cells[row][column]."""
        self.rules += [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                for number, line in enumerate(text.split("\n")):
                    if line:
                        self.texts.append((xs[column] + 4, ys[row] - 13 - 13 * number, size, line))
        return self


def pdf_of(*pages, encrypted=False):
    """A PDF of these pages. Its letters are boxes, told apart by maps to Unicode; 200 signs make a font."""
    signs = sorted({sign for page in pages for *_, text in page.texts for sign in text} | {" "})
    place = {sign: divmod(number, 200) for number, sign in enumerate(signs)}
    fonts = [signs[start : start + 200] for start in range(0, len(signs), 200)]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        _stream(
            "\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        ),
        _stream("1000 0 0 -120 1000 880 d1 50 -80 900 900 re f"),
        _stream("500 0 0 -120 500 880 d1 50 -80 400 900 re f"),
        _stream("500 0 d0"),
    ]
    names = []
    for number, inside in enumerate(fonts):
        objects += [_font(inside, len(objects) + 2), _stream(_map_to_unicode(inside))]
        names.append(f"/F{number} {len(objects) - 1} 0 R")
    kids = []
    for page in pages:
        objects += [_page(page, " ".join(names), len(objects) + 2), _stream(_drawing(page, place))]
        kids.append(f"{len(objects) - 1} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<01> <01>]"
    return _assembled(objects, lock if encrypted else "")


def pdf_with_an_absent_font(text):
    """A PDF whose letters stand alone, in a font that is nowhere."""
    drawn = "".join(f"BT /F0 10 Tf {72 + 12 * n} 700 Td <{0xFF00 + n:04x}> Tj ET\n" for n in range(len(text)))
    inside = "/BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    return _assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
            "",
            f"<< /Type /Font /Subtype /CIDFontType2 {inside} /DW 1000 >>",
            _page(Page(), "/F0 7 0 R", 6),
            _stream(drawn),
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /Identity-H /DescendantFonts [4 0 R] >>",
        ]
    )


def _assembled(objects, trailing=""):
    """The file of these objects, numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content or 'null'}\nendobj\n".encode("latin-1")
    trailer = f"trailer << /Size {len(places) + 1} /Root 1 0 R {trailing} >>\nstartxref\n{len(out)}\n%%EOF\n"
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in places)
    return out + (table + trailer).encode()


def _font(signs, number_of_map):
    glyphs = {sign: 6 if sign == " " else 5 if ord(sign) < 0x300 else 4 for sign in signs}
    procedures = " ".join(f"/g{n} {glyph} 0 R" for n, glyph in enumerate(glyphs.values()))
    widths = " ".join(str(1000 if glyph == 4 else 500) for glyph in glyphs.values())
    names = " ".join(f"/g{n}" for n in range(len(signs)))
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/CharProcs << {procedures} >> /Encoding << /Type /Encoding /Differences [0 {names}] >> "
        f"/FirstChar 0 /LastChar {len(signs) - 1} /Widths [{widths}] /Resources << >> /ToUnicode {number_of_map} 0 R >>"
    )


def _map_to_unicode(signs):
    lines = [f"<{n:02x}> <{sign.encode('utf-16-be').hex()}>" for n, sign in enumerate(signs)]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    maps = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{maps}endcmap end end"
    )


def _page(page, fonts, contents):
    width, height = page.size
    resources = f"<< /Font << {fonts} >> /XObject << /P 3 0 R >> >>"
    box = f"/MediaBox [0 0 {width} {height}] /Rotate {page.turned}"
    return f"<< /Type /Page /Parent 2 0 R {box} /Contents {contents} 0 R /Resources {resources} >>"


def _drawing(page, place):
    drawn = "".join(f"{a} {b} m {c} {d} l S\n" for a, b, c, d in page.rules)
    drawn += "".join(f"{x} {y} {w} {h} re S\n" for x, y, w, h in page.boxes)
    drawn += "q 400 0 0 600 90 100 cm /P Do Q\n" if page.picture else ""
    for x, y, size, text in page.texts:
        runs = []
        for sign in text:
            font, code = place[sign]
            if not runs or runs[-1][0] != font:
                runs.append((font, ""))
            runs[-1] = (font, runs[-1][1] + f"{code:02x}")
        shown = " ".join(f"/F{font} {size} Tf <{codes}> Tj" for font, codes in runs)
        # on a page that is shown turned by a quarter the text is written upwards
        at = f"0 1 -1 0 {page.size[0] - y} {x} Tm" if page.turned == 90 else f"{x} {y} Td"
        drawn += f"BT {at} {shown} ET\n"
    return drawn


def _stream(content, entries=""):
    return f"<< {entries} /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"
