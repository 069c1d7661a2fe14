"""Tables of a Word document, built as its own markup: quick for long ledgers, and every width, line and font is ours.

>>> "w:tblHeader" in table((2.0, 3.0), [Line((Cell("No."), Cell("Task")), is_head=True)], "en")
True
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from greenall.reports.colours import LINE

FONTS = {"zh": "FangSong", "ko": "Malgun Gothic", "en": "Calibri"}
HEAD_FONTS = {"zh": "SimHei", "ko": "Malgun Gothic", "en": "Calibri"}
LATIN = {"zh": "Times New Roman", "ko": "Malgun Gothic", "en": "Calibri"}
_TWIPS_PER_CM = 567
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HAN = re.compile("[\u4e00-\u9fff]")
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. Each line of `text` is a paragraph; `width` counts the columns it spans."""

    text: str
    bold: bool = False
    colour: str = ""
    fill: str = ""
    align: str = "left"
    width: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One row. A head is repeated on every page; a group keeps with the row below it."""

    cells: Sequence[Cell]
    is_head: bool = False
    is_group: bool = False


def table(widths: Sequence[float], lines: Iterable[Line], language: str, size: float = 9.5) -> str:
    """The markup of a table with columns of these widths in centimetres."""
    twips = [round(width * _TWIPS_PER_CM) for width in widths]
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{LINE[1:]}"/>' for edge in _EDGES)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    rows = "".join(_row(line, twips, language, size) for line in lines)
    return (
        f'<w:tbl xmlns:w="{_NAMESPACE}"><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def font_for(text: str, language: str, is_head: bool = False) -> str:
    """The East Asian font of a run: the one of the script that stands in it, else of the reader's language."""
    script = "ko" if _HANGUL.search(text) else "zh" if _HAN.search(text) else language
    return (HEAD_FONTS if is_head else FONTS)[script]


def _row(line: Line, twips: Sequence[int], language: str, size: float) -> str:
    marks = "<w:cantSplit/>" + ("<w:tblHeader/>" if line.is_head else "")
    cells, at = [], 0
    for cell in line.cells:
        width = sum(twips[at : at + cell.width])
        cells.append(_cell(cell, width, line, language, size))
        at += cell.width
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: Cell, width: int, line: Line, language: str, size: float) -> str:
    span = f'<w:gridSpan w:val="{cell.width}"/>' if cell.width > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill[1:]}"/>' if cell.fill else ""
    keep = "<w:keepNext/>" if line.is_group or line.is_head else ""
    spacing = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
    look = f'<w:pPr>{keep}{spacing}<w:jc w:val="{cell.align}"/></w:pPr>'
    paragraphs = "".join(
        f"<w:p>{look}{_run(text, cell, language, size)}</w:p>"
        for text in (cell.text.split("\n") if cell.text else [""])
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{fill}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraphs}</w:tc>"
    )


def _run(text: str, cell: Cell, language: str, size: float) -> str:
    if not text:
        return ""
    asian = font_for(text, language, cell.bold)
    latin = LATIN[language]
    bold = "<w:b/>" if cell.bold else ""
    colour = f'<w:color w:val="{cell.colour[1:]}"/>' if cell.colour else ""
    words = escape(_ILLEGAL.sub("", text))
    fonts = f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}"/>'
    return (
        f"<w:r><w:rPr>{fonts}{bold}{colour}"
        f'<w:sz w:val="{round(size * 2)}"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    )
