"""A workbook that came back: what the reviewer wrote in it, and what cannot be taken over, cell by cell.

A cell counts as edited when it differs from what the hidden sheet says was written there. Nothing is guessed: columns
are known by their heads and must stand where they stood, rows by their number, fixed cells must be as they were.

Refused whole   not a workbook; not one of ours; one of another ledger.
Sheet by sheet  a sheet that is missing; a column that is missing, moved or there twice.
Row by row      unknown, doubled, deleted or added rows; a changed fixed cell; a formula; a value that cannot be read.
"""

import zipfile
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from greenall.plans.entries import parse_days, parse_number
from greenall.plans.ledger import Ledger, ReviewState
from greenall.plans.review import Edit, Refusal, check_edits
from greenall.quantity.amount import Comparator
from greenall.reports.columns import SHEETS, Column, Content
from greenall.reports.identity import identity
from greenall.reports.labels import label
from greenall.wording import LANGUAGES

FORMAT = "greenall-workbook/1"
HIDDEN = "_greenall"
LIST_SHEET = "_words"
_LARGEST = 200 * 1024 * 1024  # bytes of the unpacked parts
_HEAD_WITHIN = 20  # rows in which the heads are looked for


@dataclass(frozen=True, slots=True)
class ReadEdits:
    """What a reviewer wrote that may be applied, and what was refused."""

    edits: tuple[Edit, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(slots=True)
class _Kept:
    """What the hidden sheet says about one sheet."""

    name: str
    heads: list[str] = field(default_factory=list)
    rows: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as text, with where it stands. `reason` says why it cannot be read at all."""

    place: str
    text: str
    reason: str = ""


def read_edits(data: bytes, ledger: Ledger) -> ReadEdits:
    """The edits of a returned workbook, checked against the ledger it is to be applied to."""
    book = _open(data)
    if book is None:
        return _refused_whole("not_a_workbook")
    if HIDDEN not in book.sheetnames:
        return _refused_whole("not_ours")
    lines = [
        ["" if value is None else str(value) for value in line] for line in book[HIDDEN].iter_rows(values_only=True)
    ]
    first = [*lines[0], "", "", "", ""] if lines else [""] * 5
    if first[0] != FORMAT:
        return _refused_whole("not_ours")
    if first[2] != identity(ledger):
        return _refused_whole("other_ledger", title=first[4])
    language = first[3] if first[3] in LANGUAGES else "en"
    kept = _kept(lines[1:])
    edits: list[Edit] = []
    refusals: list[Refusal] = []
    for key, columns in SHEETS:
        if key not in kept:
            return _refused_whole("not_ours")
        reader = _SheetReader(key, columns, kept[key], language)
        edits += reader.read(book)
        refusals += reader.refusals
    good, refused = check_edits(ledger, edits)
    heads = {column.field: column.key for _, columns in SHEETS for column in columns if column.field}
    named = (
        _with(refusal, column=label("column", heads[dict(refusal.values)["field"]], language)) for refusal in refused
    )
    return ReadEdits(good, (*refusals, *named))


class _SheetReader:
    """Reads one reviewed sheet and gathers what it refuses."""

    def __init__(self, key: str, columns: tuple[Column, ...], kept: _Kept, language: str) -> None:
        self.key = key
        self.columns = columns
        self.kept = kept
        self.language = language
        self.refusals: list[Refusal] = []
        self.words = _words()

    def read(self, book: Any) -> list[Edit]:
        """The edits of the sheet; rows with a refusal give none."""
        if self.kept.name not in book.sheetnames:
            self._refuse("sheet_missing")
            return []
        lines = list(book[self.kept.name].iter_rows())
        head_at = self._find_heads(lines)
        if head_at is None:
            return []
        found: dict[str, list[list[_Cell]]] = {}
        for line in lines[head_at + 1 :]:
            cells = [self._cell(cell) for cell in line[: len(self.columns)]]
            if any(cell.text or cell.reason for cell in cells):
                found.setdefault(cells[0].text, []).append(cells)
        if not self.kept.rows:
            return []
        edits = [edit for row_id, copies in found.items() for edit in self._rows(row_id, copies)]
        for row_id in self.kept.rows:
            if row_id not in found:
                self._refuse("row_deleted", row_id, rejected=label("review_state", "rejected", self.language))
        return edits

    def _rows(self, row_id: str, copies: list[list[_Cell]]) -> list[Edit]:
        """The edits of the lines that carry this row number: one line is read, any other case is refused."""
        if not row_id or row_id not in self.kept.rows:
            for cells in copies:
                self._refuse("row_unknown" if row_id else "row_without_id", row_id, cells[0].place)
            return []
        for cells in copies[1:]:
            self._refuse("row_duplicate", row_id, cells[0].place)
        return self._row(row_id, copies[0]) if len(copies) == 1 else []

    def _find_heads(self, lines: list[Any]) -> int | None:
        """The line of the heads when every column stands where it stood; else None, each fault refused."""
        expected = self.kept.heads
        best, found = 0, [""] * len(expected)
        for number, line in enumerate(lines[:_HEAD_WITHIN]):
            texts = [_squash(self._cell(cell).text) for cell in line]
            if len(set(texts) & set(expected)) > len(set(found) & set(expected)):
                best, found = number, texts
        before = len(self.refusals)
        for position, head in enumerate(expected):
            places = [at for at, text in enumerate(found) if text == head]
            wanted = xl_col_to_name(position)
            if not places:
                self._refuse("column_missing", place=self._place(position, best), column=head)
            elif position not in places:
                self._refuse("column_moved", place=self._place(places[0], best), column=head, letter=wanted)
            for copy in places[1:] if position in places else ():
                self._refuse("column_duplicate", place=self._place(copy, best), column=head)
        return best if len(self.refusals) == before else None

    def _row(self, row_id: str, cells: list[_Cell]) -> list[Edit]:
        """The edits of one row; none when a cell of it cannot be taken."""
        edits: list[Edit] = []
        before = len(self.refusals)
        for column, cell, kept in zip(self.columns, self._padded(cells), self._kept_texts(row_id), strict=True):
            if cell.reason:
                self._refuse(cell.reason, row_id, cell.place, text=cell.text)
            elif not column.field:
                if _squash(cell.text) != _squash(kept):
                    self._refuse(
                        "protected", row_id, cell.place,
                        column=label("column", column.key, self.language), before=_short(kept), after=_short(cell.text),
                    )  # fmt: skip
            elif not self._is_same(column, cell.text, kept):
                edits.append(Edit(row_id, column.field, kept, self._canonical(column, cell.text), cell.place))
        return edits if len(self.refusals) == before else []

    def _is_same(self, column: Column, text: str, kept: str) -> bool:
        if column.content is Content.NUMBER and kept:
            return parse_number(text) == parse_number(kept)
        if column.content is Content.DAYS and kept:
            return _days(text) == kept
        return _squash(self._canonical(column, text)) == _squash(kept)

    def _canonical(self, column: Column, text: str) -> str:
        """The text as the ledger writes it; a word that is not known stays as it is and is refused later."""
        if column.content in (Content.STATE, Content.COMPARATOR):
            return self.words.get((column.content, _squash(text)), text)
        return text

    def _cell(self, cell: Any) -> _Cell:
        place = f"{self.kept.name}!{cell.coordinate}" if hasattr(cell, "coordinate") else self.kept.name
        value = cell.value
        if value is None:
            return _Cell(place, "")
        if cell.data_type == "f":
            return _Cell(place, str(value), "formula")
        if cell.data_type == "e":
            return _Cell(place, str(value), "error_cell")
        if isinstance(value, datetime | date):
            return _Cell(place, value.strftime("%Y-%m-%d"))
        if isinstance(value, int | float) and not isinstance(value, bool):
            percent = "%" if "%" in str(cell.number_format) else ""
            number = value * 100 if percent else value
            return _Cell(place, _number(number) + percent)
        return _Cell(place, str(value).strip())

    def _padded(self, cells: list[_Cell]) -> list[_Cell]:
        return cells + [_Cell(self.kept.name, "")] * (len(self.columns) - len(cells))

    def _kept_texts(self, row_id: str) -> list[str]:
        texts = self.kept.rows[row_id][: len(self.columns)]
        return texts + [""] * (len(self.columns) - len(texts))

    def _place(self, position: int, line: int) -> str:
        return f"{self.kept.name}!{xl_col_to_name(position)}{line + 1}"

    def _refuse(self, reason: str, row: str = "", place: str = "", **values: str) -> None:
        named = {"place": place or self.kept.name, "row": row, "sheet": self.kept.name, **values}
        self.refusals.append(Refusal(f"reports.refused.{reason}", row, place, tuple(named.items())))


def _open(data: bytes) -> Any:
    """The workbook, or None when the bytes are none that can be opened."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                return None
        from openpyxl import load_workbook  # a quarter of a second that only reading back costs

        return load_workbook(BytesIO(data), data_only=False, keep_links=False)
    except Exception:  # openpyxl raises whatever the broken part makes it raise
        return None


def _kept(lines: list[list[str]]) -> dict[str, _Kept]:
    kept: dict[str, _Kept] = {}
    for kind, key, *texts in (line for line in lines if len(line) > 2):
        if kind == "sheet":
            kept[key] = _Kept(texts[0])
        elif kind == "heads" and key in kept:
            kept[key].heads = [_squash(text) for text in texts if text]
        elif kind == "row" and key in kept:
            kept[key].rows[texts[0]] = texts
    return kept


def _words() -> dict[tuple[Content, str], str]:
    """The words of states and comparators in every language, and the values themselves."""
    known: dict[tuple[Content, str], str] = {}
    for language in LANGUAGES:
        for state in ReviewState:
            known[Content.STATE, label("review_state", state, language)] = state.value
        for comparator in Comparator:
            known[Content.COMPARATOR, label("comparator", comparator, language)] = comparator.value
    return known


def _days(text: str) -> str:
    days = parse_days(text)
    return days.iso if days else text


def _number(value: int | float) -> str:
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)


def _squash(text: str) -> str:
    """Without differences in white space, which spreadsheets change when they save."""
    return " ".join(text.split())


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _with(refusal: Refusal, **values: str) -> Refusal:
    return replace(refusal, values=tuple({**dict(refusal.values), **values}.items()))


def _refused_whole(reason: str, **values: str) -> ReadEdits:
    return ReadEdits((), (Refusal(f"reports.refused.{reason}", "", "", tuple(values.items())),))
