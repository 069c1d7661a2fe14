"""Targets in tables: a row names the indicator, a column names the year.

    指标        | 单位 | 2020年 | 2025年
    森林覆盖率   | %   | 23.1  | 24.5        -> 森林覆盖率 = 24.5 % by 2025-12-31, baseline 2020: 23.1

The column that names the row, the unit's column and the columns of figures are told by their heads
(`data/language/tables.toml`); where a head says nothing, by what stands below it. Every figure of a table gets a class.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from greenall.data.language.tables import shared
from greenall.documents.document import Block
from greenall.plans.languages import Language
from greenall.plans.reading import Commitment
from greenall.quantity.amount import Amount, Bound, Change, comparator, plainly
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask
from greenall.quantity.times import Origin, Time

_BRACKETS = re.compile(r"\(([^()]{1,24})\)\s*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its folded text, where that begins in the folded text of the document, its place in the table."""

    text: str
    start: int
    row: int
    column: int
    is_header: bool


@dataclass(frozen=True, slots=True)
class _Column:
    role: str  # name, unit, baseline, target, past, due, skip, other
    time: Time | None
    unit: str = ""
    names_base_year: bool = False
    measure: str = ""  # what the figures below are, for the name of each: 사업비


@dataclass(frozen=True, slots=True)
class TableReading:
    commitments: tuple[Commitment, ...]
    explained: tuple[Mask, ...]


def _words(code: str) -> dict[str, Any]:
    words: dict[str, Any] = shared("tables")[code]
    return words


def cells_of(blocks: list[Block], text: str, index: "list[int]") -> list[Cell]:
    """Cells of the folded `text`; `index` holds for each block its folded start and end, one after the other."""
    cells = []
    for number, block in enumerate(blocks):
        start, end = index[2 * number], index[2 * number + 1]
        cells.append(Cell(text[start:end], start, block.place.row or 0, block.place.column or 0, block.is_header))
    return cells


def read_table(
    cells: list[Cell], language: Language, issued: date | None, lead: Time | None, caption: str = ""
) -> TableReading:
    """Read the cells of one table, all rows. `caption` is the line in front: a table of results commits to nothing."""
    words = _words(language.code)
    reports = _names(caption.lower(), words["report"]) and not _names(caption.lower(), words["target"])
    rows: dict[int, list[Cell]] = {}
    for cell in _upright(cells, words):
        rows.setdefault(cell.row, []).append(cell)
    explained: list[Mask] = []
    commitments: list[Commitment] = []
    columns: dict[int, _Column] = {}
    for number, row in enumerate(rows.values()):
        if number == 0 or (all(cell.is_header for cell in row) and not columns.get(0)):
            heads = _heads(row, language, issued, words)
            if reports:
                heads = {at: replace(one, role="past") if one.role == "target" else one for at, one in heads.items()}
            heads = _without_old_plans(row, heads, caption, words, issued)
            if any(column.role in ("target", "baseline") for column in heads.values()) or number == 0:
                columns = heads
                explained += _explain_heads(row, columns, language, issued)
                continue
        if not any(column.role == "target" for column in columns.values()):
            columns = columns | _guess_targets(row, columns, language)
        due = _due(row, columns, language, issued)
        found, masks = _read_row(row, columns, language, words, due or lead)
        if due is not None:
            found = [replace(one, inherited=False) if one.time is due else one for one in found]
        commitments += found
        explained += masks
    return TableReading(tuple(commitments), tuple(explained))


def _upright(cells: list[Cell], words: dict[str, Any]) -> list[Cell]:
    """A table whose rows are years (연도 | 전기차 | 수소차) turned so that its columns are."""
    first = min((cell.column for cell in cells), default=0)
    names = [cell for cell in cells if cell.column == first]
    if len(names) < 2 or names[0].text.strip() not in words.get("years", ()):
        return cells
    if not all(re.fullmatch(r"\s*'?\d{2,4}년?(?:\([가-힣]+\))?\s*", cell.text) for cell in names[1:]):
        return cells
    turned = [replace(cell, row=cell.column, column=cell.row, is_header=cell.column == first) for cell in cells]
    return sorted(turned, key=lambda cell: (cell.row, cell.column))


def _heads(row: list[Cell], language: Language, issued: date | None, words: dict[str, Any]) -> dict[int, _Column]:
    columns: dict[int, _Column] = {}
    for cell in row:
        head = cell.text.strip().lower()
        times = [
            time for time in language.find_times(_spelled(cell.text, language.code), issued) if time.end or time.start
        ]
        unit = match.group(1) if (match := _BRACKETS.search(cell.text)) else ""
        if times:
            past = bool(issued and times[0].end and times[0].end.year < issued.year)
            named = _names(head, words["baseline"]) and not _names(head, words["target"])
            role = "baseline" if named else "past" if past else "target"
            time = replace(times[0], span=times[0].span.moved(cell.start))
            columns[cell.column] = _Column(role, time, unit, _names(head, words["base_year"]))
        elif _names(head, words["due"]) or cell is not row[0] and head in words.get("years", ()):
            columns[cell.column] = _Column("due", None)
        elif _names(head, words["skip"]):
            columns[cell.column] = _Column("skip", None)
        elif head in words["unit"] or (
            head.startswith(tuple(words["unit"])) and not head.endswith(tuple(words["name"]))
        ):
            columns[cell.column] = _Column("unit", None)
        elif _names(head, words["baseline"]):
            columns[cell.column] = _Column("baseline", None, unit)
        elif _names(head, words["target"]) and not (language.code == "en" and cell is row[0]):
            measured = _names(head, words.get("measured", []))
            measure = _BRACKETS.sub("", cell.text).strip() if measured else ""
            columns[cell.column] = _Column("target", None, unit, measure=measure)
        elif _names(head, words["name"]):
            columns[cell.column] = _Column("name", None)
        else:
            columns[cell.column] = _Column("other", None, unit)
    return columns


def _without_old_plans(
    row: list[Cell], heads: dict[int, _Column], caption: str, words: dict[str, Any], issued: date | None
) -> dict[int, _Column]:
    """2023년 실적: 계획 | 달성 ...: beside what was reached, what had been planned is past too."""
    said = " ".join([caption, *(cell.text for cell in row)])
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", said)]
    told = (issued is not None and bool(years) and max(years) < issued.year) or _names(caption.lower(), words["report"])
    if not told or not any(_names(cell.text, words.get("reached", [])) for cell in row):
        return heads
    if issued is not None and any(year >= issued.year for year in years):
        return heads
    return {at: replace(one, role="past") if one.role == "target" else one for at, one in heads.items()}


def _spelled(head: str, code: str) -> str:
    """A bare year in a head is a year: 2025 -> 2025年."""
    if re.fullmatch(r"\s*(?:19|20)\d\d\s*", head):
        return head.strip() + {"zh": "年", "ko": "년", "en": ""}[code]
    return head


def _due(row: list[Cell], columns: dict[int, _Column], language: Language, issued: date | None) -> Time | None:
    """The day in the row's own column of deadlines."""
    for cell in row:
        if columns.get(cell.column, _Column("other", None)).role == "due":
            times = language.find_times(_spelled(cell.text, language.code), issued)
            if times:
                time = times[0]
                return replace(time, span=time.span.moved(cell.start), origin=Origin.COLUMN)
    return None


def _names(head: str, words: list[str]) -> bool:
    return any(word in head for word in words)


def _explain_heads(row: list[Cell], columns: dict[int, _Column], language: Language, issued: date | None) -> list[Mask]:
    masks = []
    for cell in row:
        column = columns.get(cell.column)
        for match in re.finditer(r"\d+(?:\.\d+)?", cell.text):
            figure_class = (
                "baseline"
                if column and column.role in ("baseline", "past")
                else "deadline"
                if column and column.time
                else "lexical"
            )
            masks.append(Mask(Span(cell.start + match.start(), cell.start + match.end()), figure_class, "table.head"))
    return masks


def _guess_targets(row: list[Cell], columns: dict[int, _Column], language: Language) -> dict[int, _Column]:
    """No head names a year or a target: the last column that holds a bare number does."""
    for cell in reversed(row):
        if columns.get(cell.column, _Column("other", None)).role == "other" and re.fullmatch(
            r"[≥≤<>~]?\s*[\d,.]+\s*%?", cell.text.strip()
        ):
            return {cell.column: _Column("unheaded", None)}
    return {}


def _read_row(
    row: list[Cell], columns: dict[int, _Column], language: Language, words: dict[str, Any], lead: Time | None
) -> tuple[list[Commitment], list[Mask]]:
    explained: list[Mask] = []
    name, unit = _name_and_unit(row, columns, language)
    commitments: list[Commitment] = []
    baselines: list[tuple[int | None, Decimal]] = []
    for cell in row:
        column = columns.get(cell.column, _Column("other", None))
        amount = (
            _cell_amount(cell, unit or column.unit, language, words)
            if column.role in ("baseline", "target", "past")
            else None
        )
        if amount is None or cell.text.strip() in words["blank"]:
            explained += _explain_cell(cell, column)
            continue
        if column.role in ("baseline", "past"):
            if column.role == "baseline":
                year = column.time.year if column.time and column.names_base_year else None
                baselines.append((year, amount.value))
            explained += [
                Mask(figure, "baseline" if column.role == "baseline" else "status", "table.baseline")
                for figure in amount.figures
            ]
            continue
        time = replace(column.time, origin=Origin.COLUMN) if column.time else lead
        change = _change(name, words)
        commitments.append(
            Commitment(
                quote=Span(cell.start, cell.start + len(cell.text)),
                amount=amount,
                indicator=_measured(name, column.measure),
                comparator=comparator(change, amount.bound, amount.value2 is not None),
                rules=("table.cell", amount.rule),
                time=time,
                inherited=column.time is None and time is not None,
                confidence=Decimal("0.9") if name else Decimal("0.5"),
            )
        )
        if time is None and column.role == "target" and not name:
            commitments.pop()
            explained += _explain_cell(cell, column)
    if baselines:
        year, value = next((one for one in reversed(baselines) if one[0] is not None), baselines[-1])
        commitments = [replace(one, baseline_year=year, baseline_value=value) for one in commitments]
    return commitments, explained


def _name_and_unit(row: list[Cell], columns: dict[int, _Column], language: Language) -> tuple[str, str]:
    """The name of the row, without the unit in brackets behind it, and its unit."""
    unit = next((c.text.strip() for c in row if columns.get(c.column, _Column("other", None)).role == "unit"), "")
    named = [
        c.text.strip() for c in row if columns.get(c.column, _Column("other", None)).role == "name" and c.text.strip()
    ]
    others = [
        c.text.strip()
        for c in row
        if columns.get(c.column, _Column("other", None)).role in ("other", "skip") and re.search(r"[^\W\d_]", c.text)
    ]
    name = named[-1] if named else (others[0] if others else "")
    name = re.sub(r"^\s*\(?\d{1,3}(?:[).、]|\.(?!\d))\s*", "", name)
    if match := _BRACKETS.search(name):
        inside = match.group(1).strip()
        if not unit and (language.dimension_of(inside)[0] or inside == "%" or _unit_like(inside, language)):
            unit = inside
            name = name[: match.start()].strip()
        elif unit and inside == unit:
            name = name[: match.start()].strip()
    return name, "" if unit in _words(language.code)["blank"] else unit


def _unit_like(text: str, language: Language) -> bool:
    """True when `text` behind a number reads as one amount."""
    amounts = language.find_amounts(f"1{text}" if language.code == "zh" else f"1 {text}")
    return len(amounts) == 1 and amounts[0].span.end >= len(text)


def _cell_amount(cell: Cell, unit: str, language: Language, words: dict[str, Any]) -> Amount | None:
    """The amount in a cell, with the unit of its row where it prints none."""
    stripped = cell.text.strip()
    core = re.sub(r"^[\[(](.*)[\])]$", r"\1", stripped)
    lead = cell.text.find(core) if core else 0
    printed = language.find_amounts(core)
    if len(printed) != 1 or len(core) - (printed[0].span.end - printed[0].span.start) > 8:
        return None
    amount = printed[0]
    behind = core[amount.span.end :].strip()
    for bound, name in ((Bound.AT_LEAST, "at_least"), (Bound.AT_MOST, "at_most"), (Bound.ABOUT, "about")):
        if any(behind.startswith(word) for word in words[name]):
            amount = replace(amount, bound=bound)
    if not amount.unit and unit:
        joined = language.find_amounts(f"{amount.value}{unit}" if language.code == "zh" else f"{amount.value} {unit}")
        if len(joined) == 1 and joined[0].unit:
            like = joined[0]
            factor = like.value_norm / like.value if like.value else Decimal(1)
            amount = replace(
                amount,
                unit=like.unit,
                unit_norm=like.unit_norm,
                dimension=like.dimension,
                is_counter=like.is_counter,
                value_norm=plainly(amount.value * factor),
                value2_norm=plainly(amount.value2 * factor) if amount.value2 is not None else None,
            )
        else:
            amount = replace(amount, unit=unit, unit_norm=unit)
    by = cell.start + lead
    return replace(amount, span=amount.span.moved(by), figures=tuple(figure.moved(by) for figure in amount.figures))


def _measured(name: str, measure: str) -> str:
    """노후 산단 재생 + 사업비; the row of the sum begins with what is summed."""
    if not measure or measure in name:
        return name
    return f"{measure} {name}" if name in ("합계", "총계", "계") else f"{name} {measure}".strip()


def _change(name: str, words: dict[str, Any]) -> Change:
    if any(name.endswith(word) for word in words["decrease"]):
        return Change.DECREASE
    if any(name.endswith(word) for word in words["increase"]):
        return Change.INCREASE
    return Change.NONE


def _explain_cell(cell: Cell, column: _Column) -> list[Mask]:
    figure_class = {"name": "attribute", "skip": "numbering", "unit": "lexical", "due": "deadline"}.get(
        column.role, "attribute"
    )
    if re.fullmatch(r"\s*\d{1,3}\.?\s*", cell.text) and cell.column == 1:
        figure_class = "numbering"
    return [
        Mask(Span(cell.start + match.start(), cell.start + match.end()), figure_class, "table.cell")
        for match in re.finditer(r"\d+(?:\.\d+)?", cell.text)
    ]
