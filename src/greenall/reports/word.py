"""The task table of a plan as a Word document, laid out as offices of each country lay it out.

Chinese 任务分解表, Korean 추진과제 총괄표, an English table of tasks: A4 landscape, one row a measure under its chapter
and article, with the targets tied to it; a target without a measure has a row of its own. The counts stand on top, the
questions to the reviewer at the end.

Left out  rows that a review rejected (named below the title) and repeats of a target.
Gaps      a lead unit that nobody confirmed and a deadline that is not stated are said to be so.
Bytes     the same ledger and language give the same file: no clock in its properties nor in its archive.
"""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from greenall.plans.ledger import Article, Ledger, Measure, ReviewState, Target, summarise
from greenall.plans.review import Row
from greenall.quantity.times import Origin
from greenall.reports.colours import AMBER_FILL, GREEN, GREEN_FILL, GREY, GREY_FILL, WHITE
from greenall.reports.labels import (
    column,
    label,
    render_amount_words,
    render_article,
    render_date,
    render_deadline,
    render_finding,
    render_full_amount,
    render_owner,
)
from greenall.reports.word_table import FONTS, HEAD_FONTS, LATIN, Cell, Line, font_for, table
from greenall.wording import say

_WRITTEN_ON = datetime(2000, 1, 1)  # a fixed property, so that equal ledgers give equal files
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_LANGUAGE_TAGS = {"zh": "zh-CN", "ko": "ko-KR", "en": "en-GB"}
_TASK_HEADS = ("number", "clause", "measure", "amount", "deadline", "owner_to_confirm", "partner_unit", "note")
_TASK_WIDTHS = (1.1, 1.5, 7.2, 4.9, 3.5, 3.5, 2.5, 2.3)
_FINDING_WIDTHS = (1.4, 2.2, 1.8, 21.1)
_COUNTS = ("articles", "measures", "targets", "by_words", "without_deadline", "figures", "findings")


def write(ledger: Ledger, language: str) -> bytes:
    """The task table of a ledger with heads, words and dates in `language`."""
    document = Document()
    title = say("reports.word.title", language, title=ledger.source.title or say("reports.workbook.untitled", language))
    _set_page(document, title, language)
    _add_title(document, title, ledger, language)
    _add_table(document, _summary(ledger, language))
    _add_heading(document, say("reports.word.tasks", language), language)
    _add_table(document, table(_TASK_WIDTHS, _task_lines(ledger, language), language))
    _add_heading(document, say("reports.word.findings", language), language)
    if ledger.findings:
        _add_table(document, table(_FINDING_WIDTHS, _finding_lines(ledger, language), language))
    else:
        _add_text(document, say("reports.empty.findings", language), language, 10, GREY)
    _set_properties(document, title)
    buffer = BytesIO()
    document.save(buffer)
    return _without_clock(buffer.getvalue())


def _task_lines(ledger: Ledger, language: str) -> Iterator[Line]:
    """Heads, then chapter by chapter and article by article the measures and the targets without a measure."""
    heads = tuple(
        Cell(column(key, language), bold=True, fill=GREEN, colour=WHITE, align="center") for key in _TASK_HEADS
    )
    yield Line(heads, is_head=True)
    targets = {target.id: target for target in ledger.targets if _is_shown(target)}
    tied = {name for measure in ledger.measures if _is_shown(measure) for name in measure.targets}
    number, chapter = 0, ""
    for article in ledger.articles:
        measures = [row for row in ledger.measures if row.article == article.number and _is_shown(row)]
        alone = [row for row in targets.values() if row.article == article.number and row.id not in tied]
        if not measures and not alone:
            continue
        if article.chapter and article.chapter != chapter:
            chapter = article.chapter
            yield _group(chapter, GREEN_FILL, GREEN)
        yield _group(_article_name(article, language), GREY_FILL, "")
        rows: list[Row] = [*measures, *alone]
        for row in sorted(rows, key=lambda each: each.span):
            number += 1
            linked = [targets[name] for name in row.targets if name in targets] if isinstance(row, Measure) else [row]
            yield _task(ledger, number, row, linked, language)


def _task(ledger: Ledger, number: int, row: Row, linked: list[Target], language: str) -> Line:
    amounts = "\n".join(_amount(ledger, target, language, is_named=target is not row) for target in linked)
    deadlines = _deadlines([row, *linked], language)
    owner = Cell(render_owner(row, language), colour="" if row.review.owner else GREY)
    return Line(
        (
            Cell(str(number), align="center"),
            Cell(row.clause, align="center"),
            Cell(_words_of(ledger, row)),
            Cell(amounts),
            Cell("\n".join(deadlines) or render_deadline(row.deadline, language), fill="" if deadlines else AMBER_FILL),
            owner,
            Cell(row.partner if isinstance(row, Measure) else ""),
            Cell(_note(row, language)),
        )
    )


def _words_of(ledger: Ledger, row: Row) -> str:
    """A target by its indicator; a measure in the words of the plan, or the reviewer's once they corrected it."""
    if isinstance(row, Target):
        return row.indicator
    if not {change.field for change in row.review.changes} & {"verb", "object"}:
        return ledger.quote(row.span)
    if ledger.source.language == "ko":
        return f"{row.object} {row.verb}"
    return row.verb + ("" if ledger.source.language == "zh" else " ") + row.object


def _amount(ledger: Ledger, target: Target, language: str, is_named: bool) -> str:
    """The amount in words, in full below it where the plan counts in myriads; a target by words in those words."""
    if target.value is None and not target.relative_to:
        amount = ledger.quote(target.span)
    else:
        amount = render_amount_words(target, language)
    if is_named:
        amount = say("reports.word.target_line", language, indicator=target.indicator, amount=amount)
    full = render_full_amount(target, language)
    return f"{amount}\n{full}" if full else amount


def _deadlines(rows: list[Row], language: str) -> list[str]:
    """The different deadlines of a measure and its targets, as far as they are stated, the origin on its own line."""
    stated = [row.deadline for row in rows if row.deadline.origin is not Origin.NOT_STATED]
    return list(dict.fromkeys(render_deadline(deadline, language, before_origin="\n") for deadline in stated))


def _note(row: Row, language: str) -> str:
    parts = [row.review.note] if row.review.note else []
    if row.review.state is ReviewState.CORRECTED:
        parts.append(say("reports.word.corrected", language))
    if isinstance(row, Measure) and row.actor:
        parts.append(say("reports.word.named", language, actor=row.actor))
    return "\n".join(parts)


def _is_shown(row: Row) -> bool:
    repeats = isinstance(row, Target) and row.repeats
    return not repeats and row.review.state is not ReviewState.REJECTED


def _article_name(article: Article, language: str) -> str:
    return f"{article.label or render_article(article.number, language)} {article.title}".strip()


def _group(text: str, fill: str, colour: str) -> Line:
    return Line((Cell(text, bold=True, fill=fill, colour=colour, width=len(_TASK_WIDTHS)),), is_group=True)


def _finding_lines(ledger: Ledger, language: str) -> Iterator[Line]:
    articles = {article.number: article.label or article.number for article in ledger.articles}
    heads = ("number", "article", "row", "finding")
    yield Line(
        tuple(Cell(column(key, language), bold=True, fill=GREY_FILL, align="center") for key in heads), is_head=True
    )
    for number, finding in enumerate(ledger.findings, 1):
        yield Line(
            (
                Cell(str(number), align="center"),
                Cell(articles.get(finding.article, finding.article), align="center"),
                Cell(finding.row, align="center"),
                Cell(render_finding(finding, language)),
            )
        )


def _summary(ledger: Ledger, language: str) -> str:
    summary = summarise(ledger)
    figures = say("reports.summary.figures_of", language, explained=summary.explained, figures=summary.figures)
    counts = [figures if name == "figures" else str(getattr(summary, name)) for name in _COUNTS]
    heads = [Cell(label("summary", name, language), fill=GREY_FILL, colour=GREY, align="center") for name in _COUNTS]
    values = [Cell(count, bold=True, colour=GREEN, align="center") for count in counts]
    return table([26.5 / len(_COUNTS)] * len(_COUNTS), [Line(heads), Line(values)], language)


def _set_page(document: Any, title: str, language: str) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.6)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LATIN[language], Pt(10.5)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), FONTS[language])
    tag = _LANGUAGE_TAGS[language]
    normal.element.rPr.append(parse_xml(f'<w:lang {_XMLNS} w:val="{tag}" w:eastAsia="{tag}"/>'))
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    page, pages = "\x00", "\x01"
    wording = say("reports.workbook.page", language, page=page, pages=pages)
    before, rest = wording.split(page)
    between, after = rest.split(pages)
    for text, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        if text:
            _run(footer, text, language, 9, GREY)
        if code:
            field = parse_xml(f'<w:fldSimple {_XMLNS} w:instr="{code}"/>')
            _run(footer, "1", language, 9, GREY)
            field.append(footer.runs[-1]._r)
            footer._p.append(field)


def _add_title(document: Any, title: str, ledger: Ledger, language: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(6)
    _run(paragraph, title, language, 20, GREEN, is_head=True)
    issued = ledger.source.issued
    line = (
        say("reports.word.issued", language, date=render_date(issued, language))
        if issued
        else say("reports.word.issued_unknown", language)
    )
    _add_text(document, line, language, 10.5, "", WD_ALIGN_PARAGRAPH.CENTER)
    _add_text(document, say("reports.word.made_from", language, name=ledger.source.name), language, 9, GREY)
    rows: tuple[Row, ...] = (*ledger.targets, *ledger.measures)
    rejected = [row.id for row in rows if row.review.state is ReviewState.REJECTED]
    if rejected:
        _add_text(document, say("reports.word.left_out", language, rows=", ".join(rejected)), language, 9, GREY)


def _add_heading(document: Any, text: str, language: str) -> None:
    paragraph = document.add_paragraph(style="Heading 1")
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(12), Pt(4)
    _run(paragraph, text, language, 13, GREEN, is_head=True)


def _add_text(document: Any, text: str, language: str, size: float, colour: str, align: Any = None) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(4)
    _run(paragraph, text, language, size, colour)


def _run(paragraph: Any, text: str, language: str, size: float, colour: str, is_head: bool = False) -> None:
    run = paragraph.add_run(text)
    run.font.name = (HEAD_FONTS if is_head else LATIN)[language]
    run.font.size, run.bold = Pt(size), is_head
    run._r.rPr.rFonts.set(qn("w:eastAsia"), font_for(text, language, is_head))
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour[1:])


def _add_table(document: Any, markup: str) -> None:
    document.element.body.insert(-1, parse_xml(markup))  # before the section's own properties


def _set_properties(document: Any, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, "GreenAll", "GreenAll"
    properties.comments = ""
    properties.created = properties.modified = _WRITTEN_ON
    properties.revision = 1


def _without_clock(data: bytes) -> bytes:
    """The same archive with one fixed time on every part."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            entry = zipfile.ZipInfo(part.filename, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(part))
    return buffer.getvalue()


_XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
