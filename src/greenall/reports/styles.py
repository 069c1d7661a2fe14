"""How the workbook looks: one accent, one warning, greys, thin lines, a font for each language."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from unicodedata import east_asian_width

from greenall.reports import colours
from greenall.reports.columns import Column, Content

FONTS = {"zh": "Microsoft YaHei", "ko": "Malgun Gothic", "en": "Calibri"}
_DATES = {"zh": 'yyyy"年"m"月"d"日"', "ko": 'yyyy". "m". "d"."', "en": "[$-409]d mmm yyyy"}

_LINE_HEIGHTS = {"zh": 15.5, "ko": 15.5, "en": 14}  # points of one line of text
_TALLEST = 400  # points; the format allows 409


class Styles:
    """The cell formats of one workbook."""

    def __init__(self, book: Any, language: str) -> None:
        self._book = book
        self._base = {"font_name": FONTS[language], "font_size": 10, "valign": "vcenter"}
        self._numbers: dict[str, Any] = {}
        self.line = _LINE_HEIGHTS[language]
        boxed = {"border": 1, "border_color": colours.LINE, "text_wrap": True}
        head = {**boxed, "bold": True, "align": "center"}
        self.title = self._add(font_size=16, bold=True, font_color=colours.GREEN)
        self.cover = self._add(font_size=20, bold=True, font_color=colours.GREEN, text_wrap=True)
        self.subtitle = self._add(font_color=colours.GREY)
        self.head_editable = self._add(**head, bg_color=colours.GREEN, font_color=colours.WHITE)
        self.head = self._add(**head, bg_color=colours.GREY_FILL, font_color=colours.GREY)
        self.fixed = self._add(**boxed, font_color=colours.INK, bg_color=colours.PALE_FILL)
        self.quote = self._add(**boxed, font_color=colours.INK, bg_color=colours.PALE_FILL, indent=1)
        self.identity = self._add(**boxed, font_color=colours.GREY, bg_color=colours.GREY_FILL, bold=True)
        self.link = self._add(**boxed, font_color=colours.GREEN, bg_color=colours.PALE_FILL, underline=1)
        self.open_cell = self._add(**boxed, bg_color=colours.AMBER_FILL)
        self.text = self._add(**boxed)
        self.days = self._add(**boxed, num_format=_DATES[language], align="left")
        self.choice = self._add(**boxed, font_color=colours.GREEN, bold=True)
        self.empty = self._add(font_color=colours.GREY)
        plain = {"font_name": FONTS[language], "font_size": 10}
        self.plain = book.add_format({**plain, "font_color": colours.INK})
        self.bold = book.add_format({**plain, "bold": True, "font_color": colours.GREEN})
        self.section = self._add(
            font_size=12, bold=True, font_color=colours.GREEN, bottom=2, bottom_color=colours.GREEN
        )
        self.name = self._add(font_color=colours.GREY, text_wrap=True, bottom=1, bottom_color=colours.LINE)
        self.step = self._add(font_color=colours.GREEN, bold=True, bottom=1, bottom_color=colours.LINE)
        self.fact = self._add(text_wrap=True, bottom=1, bottom_color=colours.LINE)
        self.open = book.add_format({"bg_color": colours.AMBER_FILL})
        self.accepted = book.add_format({"bg_color": colours.GREEN_FILL})
        self.corrected = book.add_format({"bg_color": colours.BLUE_FILL})
        self.rejected = book.add_format({"font_color": colours.GREY, "font_strikeout": True})

    def cell(self, column: Column) -> Any:
        """The format of a column's cells."""
        if column.key == "id":
            return self.identity
        if not column.field:
            return self.quote if column.key == "quote" else self.fixed
        if column.content is Content.DAYS:
            return self.days
        if column.content is Content.NUMBER:
            return self.number(Decimal(0))
        return self.choice if column.content is Content.STATE else self.text

    def number(self, value: Decimal) -> Any:
        """Grouped from a thousand on, with the decimals that are written; smaller numbers as they are."""
        exponent = value.normalize().as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        form = "General" if abs(value) < 1000 else "#,##0" + ("." + "0" * places if places else "")
        if form not in self._numbers:
            self._numbers[form] = self._add(border=1, border_color=colours.LINE, num_format=form, align="right")
        return self._numbers[form]

    def height(self, cells: Iterable[tuple[str, int]], lines: int = 1) -> float:
        """The height of a row so that every wrapped text of it (with the width of its column) can be read."""
        for text, width in cells:
            lines = max(lines, sum(-(-_columns(part) // width) or 1 for part in text.split("\n")))
        return min(lines * self.line + 5, _TALLEST)

    def _add(self, **properties: Any) -> Any:
        return self._book.add_format({**self._base, **properties})


def _columns(text: str) -> int:
    """How many narrow characters wide the text is."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)
