"""What reviewers decided about the rows of a ledger, taken over without overwriting anybody.

An `Edit` says what one field of one row was when the reviewer saw it and what it shall be. An edit is applied when the
ledger still says what the reviewer saw, ignored when it already says what they want, and refused as a conflict when it
says a third thing. A row is taken over whole or not at all: one refused field keeps its whole row as it was.

Fields are plain text in one canonical form: a state or comparator by its value (`accepted`, `>=`), a number without
grouping, a deadline as `2025-12-31` or `2021-01-01/2025-12-31`.

Corrected    a row with a changed field other than owner and note counts as corrected, unless it is rejected.
Deadline     one that a reviewer enters has Origin.REVIEWER; a cleared one is not stated.
Unit         must be spelled in the ledger already or measure the same thing as the one before; a target without a unit
             takes any that can be read.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from greenall.plans.entries import Days, parse_days, parse_number
from greenall.plans.ledger import Change, Deadline, Ledger, Measure, ReviewState, Target, Tier
from greenall.plans.units import convert
from greenall.quantity.amount import Comparator
from greenall.quantity.times import Origin, Window

TARGET_FIELDS = ("indicator", "comparator", "value", "value2", "unit", "deadline", "owner", "state", "note")
MEASURE_FIELDS = ("verb", "object", "actor", "partner", "deadline", "owner", "state", "note")
_NEVER_EMPTY = {"indicator", "comparator", "verb", "object", "state"}
_NOT_CONTENT = {"owner", "state", "note"}
_RANGES = {Comparator.RANGE, Comparator.INCREASE_RANGE, Comparator.DECREASE_RANGE}

Row = Target | Measure


@dataclass(frozen=True, slots=True)
class Edit:
    """One field as a reviewer wrote it. `place` names the cell for a refusal."""

    row: str
    field: str
    before: str
    after: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not taken over. `wording.say(code, language, **values)` makes the sentence."""

    code: str
    row: str
    place: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RowChange:
    """What was changed in a row."""

    row: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """The ledger after the review, what changed in it and what was refused."""

    ledger: Ledger
    changes: tuple[RowChange, ...]
    refusals: tuple[Refusal, ...]


def fields_of(row: Row) -> tuple[str, ...]:
    """The fields of a row that a reviewer may write."""
    return TARGET_FIELDS if isinstance(row, Target) else MEASURE_FIELDS


def read_field(row: Row, field: str) -> str:
    """A field in its canonical form; empty when it holds nothing."""
    if field == "deadline":
        return row.deadline.iso
    value = getattr(row.review if field in _NOT_CONTENT else row, field)
    if isinstance(value, Decimal):
        return format(value, "f")
    return "" if value is None else str(value)


def check_edits(ledger: Ledger, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], tuple[Refusal, ...]]:
    """The edits that may be applied, in canonical form, and why the others may not. Edits of no effect are left out."""
    rows = _rows(ledger)
    good: list[Edit] = []
    refused: list[Refusal] = []
    for row_id, group in _by_row(edits).items():
        row = rows.get(row_id)
        if row is None:
            refused += [refusal("row_unknown", edit) for edit in group[:1]]
            continue
        kept, refusals = _check_row(ledger, row, group)
        refused += refusals
        if not refusals:
            good += kept
    return tuple(good), tuple(refused)


def apply_edits(ledger: Ledger, edits: Iterable[Edit]) -> Applied:
    """Take the edits over into the ledger. Applying the same edits again changes nothing."""
    good, refusals = check_edits(ledger, edits)
    by_row = _by_row(good)
    changed: dict[str, Row] = {}
    changes: list[RowChange] = []
    for row_id, group in by_row.items():
        row = _rows(ledger)[row_id]
        changed[row_id] = _change_row(ledger, row, {edit.field: edit.after for edit in group})
        before, after = len(row.review.changes), changed[row_id].review.changes
        changes.append(RowChange(row_id, after[before:]))
    if not changes:
        return Applied(ledger, (), refusals)
    targets = tuple(new if isinstance(new := changed.get(row.id), Target) else row for row in ledger.targets)
    measures = tuple(new if isinstance(new := changed.get(row.id), Measure) else row for row in ledger.measures)
    return Applied(replace(ledger, targets=targets, measures=measures), tuple(changes), refusals)


def refusal(reason: str, edit: Edit, **values: str) -> Refusal:
    """A refusal of an edit with the values every sentence may name; whoever shows columns puts their heads in."""
    named = {"place": edit.place or edit.row, "row": edit.row, "field": edit.field, "column": edit.field}
    named |= {"before": edit.before, "after": edit.after}
    return Refusal(f"reports.refused.{reason}", edit.row, edit.place, tuple({**named, **values}.items()))


def _check_row(ledger: Ledger, row: Row, group: list[Edit]) -> tuple[list[Edit], list[Refusal]]:
    kept: dict[str, Edit] = {}
    refused: list[Refusal] = []
    for edit in group:
        checked = _check_field(ledger, row, edit)
        if isinstance(checked, Refusal):
            refused.append(checked)
        elif edit.field in kept and kept[edit.field].after != checked.after:
            refused.append(refusal("row_duplicate", edit))
        else:
            kept[edit.field] = checked
    if refused:
        return [], refused
    content = [edit for edit in kept.values() if edit.field not in _NOT_CONTENT]
    state = kept.get("state")
    if state and content and state.after in (ReviewState.EXTRACTED, ReviewState.ACCEPTED):
        kept["state"] = state = replace(state, after=str(ReviewState.CORRECTED))
    if state and state.after == ReviewState.CORRECTED and not content and not _was_corrected(row):
        return [], [refusal("nothing_corrected", state)]
    effective = []
    for edit in kept.values():
        current = read_field(row, edit.field)
        if current == edit.after:
            continue
        if current != edit.before:
            refused.append(refusal("conflict", edit, current=current))
        effective.append(edit)
    if not refused and isinstance(row, Target) and (bad := _bad_amount(row, effective)):
        refused.append(bad)
    return effective, refused


def _check_field(ledger: Ledger, row: Row, edit: Edit) -> Edit | Refusal:
    """The edit in canonical form, or why it cannot be read."""
    text = edit.after.strip()
    field = edit.field
    if field not in fields_of(row):
        return refusal("unknown_field", edit)
    if not text:
        return refusal("must_not_be_empty", edit) if _needs_text(ledger, row, field) else replace(edit, after="")
    if field == "state" and text not in list(ReviewState):
        return refusal("unknown_state", edit)
    if field == "comparator" and text not in list(Comparator):
        return refusal("unknown_comparator", edit)
    if field in ("value", "value2"):
        number = parse_number(text)
        if number is None:
            return refusal("not_a_number", edit)
        return replace(edit, after=_same_number(number, edit.before))
    if field == "deadline":
        days = parse_days(text)
        if days is None:
            return refusal("not_a_date", edit)
        if days.start and days.start > days.end:
            return refusal("period_reversed", edit)
        return replace(edit, after=days.iso)
    if field == "unit" and isinstance(row, Target) and (reason := _why_not_unit(ledger, row, text)):
        return refusal(reason, edit)
    return replace(edit, after=text)


def _needs_text(ledger: Ledger, row: Row, field: str) -> bool:
    """True for fields that may not be cleared; a unit may be where another target of the plan has none."""
    if field == "unit" and isinstance(row, Target) and row.unit:
        return not any(target.value is not None and not target.unit for target in ledger.targets)
    return field in _NEVER_EMPTY


def _same_number(number: Decimal, before: str) -> str:
    """The number as the ledger writes it, so that 50.0 for 50 is no change."""
    return before if before and parse_number(before) == number else format(number, "f")


def _why_not_unit(ledger: Ledger, row: Target, unit: str) -> str:
    if any(target.unit == unit for target in ledger.targets):
        return ""
    before, after = (convert(Decimal(1), each, ledger.source.language) for each in (row.unit, unit))
    if after is None:
        return "unknown_unit"
    return "" if not row.unit or (before and before.dimension == after.dimension) else "other_dimension"


def _bad_amount(row: Target, edits: list[Edit]) -> Refusal | None:
    """A refusal when comparator and values no longer fit together after the edits."""
    touched = [edit for edit in edits if edit.field in ("comparator", "value", "value2")]
    if not touched:
        return None
    wanted = {field: read_field(row, field) for field in ("comparator", "value", "value2")}
    wanted |= {edit.field: edit.after for edit in touched}
    value, value2 = parse_number(wanted["value"]), parse_number(wanted["value2"])
    if value is None and row.tier is Tier.FIGURE:
        return refusal("must_not_be_empty", touched[0])
    if Comparator(wanted["comparator"]) in _RANGES:
        if value is None or value2 is None or value > value2:
            return refusal("range_needs_two", touched[0])
    elif value2 is not None:
        return refusal("no_upper_value", touched[0])
    return None


def _was_corrected(row: Row) -> bool:
    return any(change.field not in _NOT_CONTENT for change in row.review.changes)


def _change_row(ledger: Ledger, row: Row, wanted: dict[str, str]) -> Row:
    content = any(field not in _NOT_CONTENT for field in wanted)
    if content and "state" not in wanted and row.review.state is not ReviewState.REJECTED:
        wanted = {**wanted, "state": str(ReviewState.CORRECTED)}
    changes = tuple(
        Change(field, before, wanted[field])
        for field in fields_of(row)
        if field in wanted and (before := read_field(row, field)) != wanted[field]
    )
    review = replace(
        row.review,
        state=ReviewState(wanted.get("state", row.review.state)),
        owner=wanted.get("owner", row.review.owner),
        note=wanted.get("note", row.review.note),
        changes=row.review.changes + changes,
    )
    deadline = _deadline(row.deadline, wanted["deadline"]) if "deadline" in wanted else row.deadline
    if isinstance(row, Measure):
        words = {field: wanted.get(field, getattr(row, field)) for field in ("verb", "object", "actor", "partner")}
        return replace(row, **words, deadline=deadline, review=review)
    row = replace(row, indicator=wanted.get("indicator", row.indicator), deadline=deadline, review=review)
    return _change_amount(ledger, row, wanted)


def _change_amount(ledger: Ledger, row: Target, wanted: dict[str, str]) -> Target:
    if not wanted.keys() & {"comparator", "value", "value2", "unit"}:
        return row
    comparator = Comparator(wanted.get("comparator", row.comparator))
    unit = wanted.get("unit", row.unit)
    value = parse_number(wanted.get("value", read_field(row, "value")))
    value2 = parse_number(wanted.get("value2", read_field(row, "value2")))
    norm, unit_norm = _normalise(ledger, row, value, unit)
    norm2, _ = _normalise(ledger, row, value2, unit)
    strict = row.strict and comparator is row.comparator
    return replace(
        row,
        comparator=comparator,
        strict=strict,
        value=value,
        value2=value2,
        unit=unit,
        value_norm=norm,
        value2_norm=norm2,
        unit_norm=unit_norm,
    )


def _normalise(ledger: Ledger, row: Target, value: Decimal | None, unit: str) -> tuple[Decimal | None, str]:
    """The value in its normalised unit: as the ledger already converts this unit, else by the tables of units."""
    known = (row, *ledger.targets)
    example = next((each for each in known if each.unit == unit and each.value and each.value_norm is not None), None)
    if value is None:
        return None, example.unit_norm if example else unit
    if example and example.value and example.value_norm is not None:
        return value * example.value_norm / example.value, example.unit_norm
    converted = convert(value, unit, ledger.source.language)
    return (converted.value, converted.unit) if converted else (value, unit)


def _deadline(before: Deadline, wanted: str) -> Deadline:
    days = parse_days(wanted)
    if days is None:
        return Deadline()
    window = _window(before.window, days)
    if window is Window.FROM:
        return Deadline(Origin.REVIEWER, window, start=days.end)
    return Deadline(Origin.REVIEWER, window, days.start, days.end)


def _window(before: Window, days: Days) -> Window:
    """A day entered for "from" or "every year" keeps that sense; a period adds up unless it is every year."""
    if before is Window.EVERY_YEAR or (before is Window.FROM and not days.start):
        return before
    return Window.WITHIN if days.start else Window.BY


def _rows(ledger: Ledger) -> dict[str, Row]:
    rows: tuple[Row, ...] = (*ledger.targets, *ledger.measures)
    return {row.id: row for row in rows}


def _by_row(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    groups: dict[str, list[Edit]] = {}
    for edit in edits:
        groups.setdefault(edit.row, []).append(edit)
    return groups
