"""The ledger as an Excel workbook that goes out to a bureau, comes back filled in, and is read without surprises.

Sheets   how to use; targets; measures; findings; figure account. A hidden sheet keeps what every cell held when the
         workbook was written, by row and column key, so that `read_edits` tells an edit from a cell left alone.
Print    A4 landscape, one page wide, heads repeated on each page.
Bytes    the same ledger and language give the same file.

The cells of green-headed columns may be written; the others refuse typing in Excel and are compared when read.
"""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from greenall.plans.ledger import Ledger, ReviewState, summarise
from greenall.plans.review import Row
from greenall.quantity.amount import Comparator
from greenall.reports import colours
from greenall.reports.columns import LONGEST, SHEETS, Book, Column, Content, around, quote_parts, rows_of
from greenall.reports.identity import identity
from greenall.reports.labels import column as head
from greenall.reports.labels import label, render_date, render_finding, render_number
from greenall.reports.returned import FORMAT, HIDDEN, LIST_SHEET, ReadEdits, read_edits
from greenall.reports.styles import Styles
from greenall.wording import say

__all__ = ["ReadEdits", "read_edits", "write"]

_GUIDE_WIDTHS = (28, 72)
_AROUND = 32  # characters shown on either side of a figure
HEAD_ROW = 2  # counted from 0: a title, a line of counts, then the heads
_EXACT_DIGITS = 15  # that a spreadsheet keeps of a number
_WRITTEN_ON = datetime(2000, 1, 1)  # a fixed property, so that equal ledgers give equal files


def write(ledger: Ledger, language: str) -> bytes:
    """The workbook of a ledger with heads, words and dates in `language`."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": False}) as book:
        _Writer(book, ledger, language).write()
    return buffer.getvalue()


class _Writer:
    """One workbook being written; its methods each write one sheet."""

    def __init__(self, book: Any, ledger: Ledger, language: str) -> None:
        self.book = book
        self.ledger = ledger
        self.language = language
        self.styles = Styles(book, language)
        self.cells = Book.of(ledger, language)
        self.title = ledger.source.title or self.say("workbook.untitled")

    def say(self, key: str, **values: object) -> str:
        return say(f"reports.{key}", self.language, **values)

    def write(self) -> None:
        self.book.set_properties(
            {"title": self.title, "subject": self.say("workbook.subject"), "author": "GreenAll", "created": _WRITTEN_ON}
        )
        self.book.set_size(2400, 1500)
        self._guide()
        for key, columns in SHEETS:
            self._reviewed(key, columns)
        self._findings()
        self._figures()
        self._hidden()

    def _sheet(self, key: str, widths: list[int], colour: str = colours.GREEN) -> Any:
        """A sheet with its title, print set-up and column widths."""
        sheet = self.book.add_worksheet(label("sheet", key, self.language))
        sheet.hide_gridlines(2)
        sheet.set_tab_color(colour)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(
            "&L&8" + self.title.replace("&", "&&")[:90] + "&R&8" + self.say("workbook.page", page="&P", pages="&N")
        )
        for position, width in enumerate(widths):
            sheet.set_column(position, position, width)
        return sheet

    def _head(self, sheet: Any, key: str, count: int, heads: list[tuple[str, bool]], printed: int) -> None:
        """Title, counts and column heads, which stay in sight with the first column and are repeated in print."""
        sheet.set_row(0, 30)
        sheet.write_string(0, 0, self.title, self.styles.title)
        line = f"{label('sheet', key, self.language)} · {count}"
        if any(may_write for _, may_write in heads):
            line += " · " + self.say("workbook.legend_editable")
        sheet.write_string(1, 0, line, self.styles.subtitle)
        sheet.set_row(HEAD_ROW, 3 * self.styles.line)
        for position, (text, may_write) in enumerate(heads):
            sheet.write_string(HEAD_ROW, position, text, self.styles.head_editable if may_write else self.styles.head)
        sheet.freeze_panes(HEAD_ROW + 1, 1)
        sheet.repeat_rows(HEAD_ROW)
        last = max(HEAD_ROW + count, HEAD_ROW + 1)
        sheet.autofilter(HEAD_ROW, 0, last, len(heads) - 1)
        sheet.print_area(0, 0, last, printed - 1)
        if not count:
            sheet.write_string(HEAD_ROW + 1, 0, self.say(f"empty.{key}"), self.styles.empty)

    def _reviewed(self, key: str, columns: tuple[Column, ...]) -> None:
        rows = rows_of(self.ledger, key)
        sheet = self._sheet(key, [column.width for column in columns])
        heads = [(head(column.key, self.language), bool(column.field)) for column in columns]
        self._head(sheet, key, len(rows), heads, 1 + [column.key for column in columns].index("note"))
        for number, row in enumerate(rows, HEAD_ROW + 1):
            shown = [self._cell(sheet, number, position, column, row) for position, column in enumerate(columns)]
            visible = [
                (text, column.width) for text, column in zip(shown, columns, strict=True) if not column.is_detail
            ]
            sheet.set_row(number, self.styles.height(visible))
        details = [position for position, column in enumerate(columns) if column.is_detail]
        for position in details:
            options = {"level": 1, "hidden": True}
            sheet.set_column(position, position, columns[position].width, None, options)
        sheet.set_column(details[-1] + 1, details[-1] + 1, 3, None, {"collapsed": True})
        if rows:
            self._guard(sheet, columns, HEAD_ROW + 1, HEAD_ROW + len(rows))

    def _cell(self, sheet: Any, number: int, position: int, column: Column, row: Row) -> str:
        """Write one cell; its text as shown."""
        text = self.cells.text(column, row)
        style = self.styles.cell(column)
        if not text:
            sheet.write_blank(number, position, None, style)
            return ""
        if column.content is Content.NUMBER:
            value = Decimal(text)
            if len(value.as_tuple().digits) <= _EXACT_DIGITS:
                sheet.write_number(number, position, float(value), self.styles.number(value))
                return render_number(value)
            style = self.styles.number(value)
        elif column.content is Content.DAYS:
            days = [date.fromisoformat(day) for day in text.split("/")]
            text = "–".join(render_date(day, self.language) for day in days)
            if len(days) == 1:
                sheet.write_datetime(number, position, days[0], style)
                return text
        elif column.content is Content.STATE:
            text = label("review_state", text, self.language)
        elif column.content is Content.COMPARATOR:
            text = label("comparator", Comparator(text), self.language)
        elif column.key == "quote" and len(text) < LONGEST:
            self._quote(sheet, number, position, quote_parts(self.ledger, row))
            return text
        sheet.write_string(number, position, text, style)
        return text

    def _guard(self, sheet: Any, columns: tuple[Column, ...], first: int, last: int) -> None:
        """Lists and hints for the cells to be written, a stop for the others, colours that follow the review."""
        at = {column.key: position for position, column in enumerate(columns)}
        lists = {Content.STATE: ("$A", len(ReviewState)), Content.COMPARATOR: ("$C", len(Comparator))}
        for position, column in enumerate(columns):
            if not column.field:
                rule = {"validate": "custom", "value": "=FALSE", "error_message": self.say("workbook.fixed_column")}
            elif column.content in lists:
                letter, length = lists[column.content]
                hint = "pick_state" if column.content is Content.STATE else "pick_comparator"
                rule = {
                    "validate": "list",
                    "source": f"={LIST_SHEET}!{letter}$1:{letter}${length}",
                    "input_message": self.say(f"workbook.{hint}"),
                    "error_message": self.say("workbook.not_in_list"),
                }
            elif column.content is Content.DAYS:
                rule = {"validate": "any", "input_message": self.say("workbook.date_hint")}
            else:
                continue
            sheet.data_validation(first, position, last, position, rule)
        origin, days, state = (_letter(at[key]) for key in ("origin", "deadline", "review_state"))
        missing = label("origin", "not_stated", self.language)
        blank = f'=AND(${days}{first + 1}="",${origin}{first + 1}="{missing}")'
        sheet.conditional_format(
            first,
            at["deadline"],
            last,
            at["deadline"],
            {"type": "formula", "criteria": blank, "format": self.styles.open},
        )
        for name, style in (("accepted", self.styles.accepted), ("corrected", self.styles.corrected)):
            rule = {"type": "cell", "criteria": "==", "value": f'"{label("review_state", name, self.language)}"'}
            sheet.conditional_format(first, at["review_state"], last, at["review_state"], {**rule, "format": style})
        rejected = f'=${state}{first + 1}="{label("review_state", "rejected", self.language)}"'
        sheet.conditional_format(
            first, 0, last, at["note"], {"type": "formula", "criteria": rejected, "format": self.styles.rejected}
        )

    def _findings(self) -> None:
        widths = [7, 9, 9, 60, 48, 14]
        sheet = self._sheet("findings", widths, colour=colours.AMBER)
        keys = ("id", "article", "row", "finding", "quote", "row_state")
        heads = [(head(key, self.language), False) for key in keys]
        self._head(sheet, "findings", len(self.ledger.findings), heads, len(heads))
        places = {
            row.id: f"internal:'{label('sheet', key, self.language)}'!A{number + 1}"
            for key, _ in SHEETS
            for number, row in enumerate(rows_of(self.ledger, key), HEAD_ROW + 1)
        }
        states = {row.id: row.review.state for key, _ in SHEETS for row in rows_of(self.ledger, key)}
        for number, finding in enumerate(self.ledger.findings, HEAD_ROW + 1):
            quote = self.ledger.quote(finding.span)[:500]
            state = states.get(finding.row)
            texts = (
                finding.id,
                self.cells.articles.get(finding.article, finding.article),
                finding.row,
                render_finding(finding, self.language),
                quote,
                label("review_state", state, self.language) if state else "",
            )
            for position, text in enumerate(texts):
                style = self.styles.quote if position == 4 else self.styles.fixed
                sheet.write_string(number, position, text, style)
            sheet.set_row(number, self.styles.height(zip(texts, widths, strict=True)))
            if finding.row in places:
                sheet.write_url(number, 2, places[finding.row], self.styles.link, finding.row)

    def _figures(self) -> None:
        widths = [7, 9, 14, 24, 10, 8, 72]
        sheet = self._sheet("figures", widths, colour=colours.GREY)
        keys = ("id", "article", "figure", "figure_class", "written", "targets", "context")
        heads = [(head(key, self.language), False) for key in keys]
        self._head(sheet, "figures", len(self.ledger.figures), heads, len(heads))
        for number, figure in enumerate(self.ledger.figures, HEAD_ROW + 1):
            texts = (
                figure.id,
                self.cells.articles.get(figure.article, figure.article),
                figure.text,
                label("figure_class", figure.figure_class, self.language),
                label("written", figure.written, self.language),
                figure.target,
            )
            for position, text in enumerate(texts):
                is_open = position == 3 and figure.figure_class == "unexplained"
                sheet.write_string(number, position, text, self.styles.open_cell if is_open else self.styles.fixed)
            parts = around(self.ledger, figure.span, _AROUND)
            self._quote(sheet, number, 6, parts)
            sheet.set_row(number, self.styles.height(zip((*texts, "".join(parts)), widths, strict=True)))

    def _quote(self, sheet: Any, number: int, position: int, parts: tuple[str, str, str]) -> None:
        """A quote in its sentence, the quote itself in bold."""
        styles = (self.styles.plain, self.styles.bold, self.styles.plain)
        runs = [each for style, part in zip(styles, parts, strict=True) if part for each in (style, part)]
        if len(runs) > 2:
            sheet.write_rich_string(number, position, *runs, self.styles.quote)
        else:
            sheet.write_string(number, position, parts[1], self.styles.quote)

    def _guide(self) -> None:
        """The first sheet: what this is, its counts, how to review it, what the colours mean."""
        sheet = self._sheet("guide", [2, *_GUIDE_WIDTHS])
        sheet.set_portrait()
        sheet.set_row(0, self.styles.height([(self.title, 45)], lines=2))
        sheet.merge_range(0, 1, 0, 2, self.title, self.styles.cover)
        sheet.write_string(1, 1, self.say("workbook.subject"), self.styles.subtitle)
        keys = ("targets", "measures", "findings", "figures")
        sheets = [(label("sheet", key, self.language), self.say(f"guide.sheet_{key}")) for key in keys]
        number = 3
        for heading, lines in (
            ("document.source", self._document()),
            ("summary.title", self._counts()),
            ("guide.sheets", sheets),
            ("guide.heading", [(str(step), text) for step, text in enumerate(self._steps(), 1)]),
        ):
            number = self._section(sheet, number, heading, lines)
        swatches = {"editable": self.styles.head_editable, "fixed": self.styles.head, "open": self.styles.open_cell}
        first = number + 1
        self._section(sheet, number, "guide.colours", [("", self.say(f"guide.colour_{name}")) for name in swatches])
        for step, style in enumerate(swatches.values()):
            sheet.write_string(first + step, 1, "", style)
        sheet.activate()

    def _section(self, sheet: Any, number: int, heading: str, lines: list[tuple[str, str]]) -> int:
        """A heading with its lines from row `number` on; the row where the next section begins."""
        sheet.set_row(number, 22)
        sheet.write_string(number, 1, self.say(heading), self.styles.section)
        sheet.write_blank(number, 2, None, self.styles.section)
        for name, text in lines:
            number += 1
            sheet.set_row(number, self.styles.height(zip((name, text), _GUIDE_WIDTHS, strict=True)))
            sheet.write_string(number, 1, name, self.styles.step if name.isdigit() else self.styles.name)
            sheet.write_string(number, 2, text, self.styles.fact)
        return number + 2

    def _document(self) -> list[tuple[str, str]]:
        source = self.ledger.source
        facts = {
            "file": source.name,
            "issued": render_date(source.issued, self.language)
            if source.issued
            else self.say("document.issued_unknown"),
            "language": label("document", f"language_{source.language}", self.language),
            "directory": self.ledger.directory or self.say("document.directory_none"),
            "version": f"GreenAll {self.ledger.version}",
            "sha256": source.sha256,
        }
        return [(label("document", name, self.language), fact) for name, fact in facts.items()]

    def _counts(self) -> list[tuple[str, str]]:
        summary = summarise(self.ledger)
        counts = ("articles", "measures", "targets", "by_words", "repeats", "without_deadline")
        lines = [
            (label("summary", name, self.language), render_number(Decimal(getattr(summary, name)))) for name in counts
        ]
        figures = self.say("summary.figures_of", explained=summary.explained, figures=summary.figures)
        lines.append((label("summary", "figures", self.language), figures))
        lines.append((label("summary", "findings", self.language), str(summary.findings)))
        return lines

    def _steps(self) -> list[str]:
        names = {key: label("sheet", key, self.language) for key in ("targets", "measures")}
        names |= {state.value: label("review_state", state, self.language) for state in ReviewState}
        names |= {"state": head("review_state", self.language), "owner": head("owner", self.language)}
        names["example"] = render_date(date(2025, 12, 31), self.language)
        return [self.say(f"guide.step{number}", **names) for number in range(1, 8)]

    def _hidden(self) -> None:
        """What `read_edits` needs: whose workbook it is, which columns stand where, what every cell held."""
        lists = self.book.add_worksheet(LIST_SHEET)
        for number, state in enumerate(ReviewState):
            lists.write_row(number, 0, [label("review_state", state, self.language), state.value])
        for number, comparator in enumerate(Comparator):
            lists.write_string(number, 2, label("comparator", comparator, self.language))
            lists.write_string(number, 3, comparator.value)
        kept = self.book.add_worksheet(HIDDEN)
        lines = [[FORMAT, self.ledger.version, identity(self.ledger), self.language, self.title]]
        for key, columns in SHEETS:
            lines.append(["sheet", key, label("sheet", key, self.language)])
            lines.append(["columns", key, *(column.key for column in columns)])
            lines.append(["heads", key, *(head(column.key, self.language) for column in columns)])
            for row in rows_of(self.ledger, key):
                lines.append(["row", key, *(self.cells.text(column, row) for column in columns)])
        for number, line in enumerate(lines):
            for position, text in enumerate(line):
                if text:
                    kept.write_string(number, position, text)
        lists.very_hidden()
        kept.very_hidden()


def _letter(position: int) -> str:
    return str(xlsxwriter.utility.xl_col_to_name(position))
