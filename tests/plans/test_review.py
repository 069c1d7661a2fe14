"""A reviewer's decisions: taken over, kept with what was before, refused row by row, never over another's head."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenall.plans.entries import parse_days, parse_number
from greenall.plans.files import dump, load
from greenall.plans.ledger import Change, Measure, Review, ReviewState, Target
from greenall.plans.review import Edit, apply_edits, fields_of, read_field
from greenall.quantity.amount import Comparator
from greenall.quantity.times import Origin, Window
from greenall.wording import LANGUAGES, say
from tests.sample import sample

LEDGER = sample("zh")


def target(ledger, row_id="T01") -> Target:
    row = ledger.row(row_id)
    assert isinstance(row, Target)
    return row


def codes(applied):
    return [refusal.code.removeprefix("reports.refused.") for refusal in applied.refusals]


def test_no_edit_is_no_change():
    applied = apply_edits(LEDGER, [])
    assert applied.ledger is LEDGER
    assert not applied.changes
    assert not applied.refusals


def test_a_corrected_value_is_converted_and_kept_with_what_was_before():
    row = target(apply_edits(LEDGER, [Edit("T03", "value", "13", "15")]).ledger, "T03")
    assert (row.value, row.value_norm, row.unit_norm) == (Decimal(15), Decimal(150000), "亩")
    assert row.review.state is ReviewState.CORRECTED
    assert row.review.changes == (Change("value", "13", "15"), Change("state", "extracted", "corrected"))


def test_accepting_and_naming_an_owner_correct_nothing():
    edits = [Edit("M2-01", "state", "extracted", "accepted"), Edit("M2-01", "owner", "", "市自然资源局")]
    row = apply_edits(LEDGER, edits).ledger.row("M2-01")
    assert isinstance(row, Measure)
    assert (row.review.state, row.review.owner) == (ReviewState.ACCEPTED, "市自然资源局")


def test_a_row_accepted_with_a_changed_field_counts_as_corrected():
    edits = [Edit("T01", "state", "extracted", "accepted"), Edit("T01", "indicator", "可再生能源装机占比", "占比")]
    assert target(apply_edits(LEDGER, edits).ledger).review.state is ReviewState.CORRECTED


def test_a_rejected_row_stays_rejected_whatever_else_changed():
    edits = [Edit("T01", "state", "extracted", "rejected"), Edit("T01", "value", "45", "46")]
    assert target(apply_edits(LEDGER, edits).ledger).review.state is ReviewState.REJECTED


@pytest.mark.parametrize(
    ("row", "written", "window", "iso"),
    [
        ("T04", "2030. 12. 31.", Window.BY, "2030-12-31"),
        ("T05", "2026年1月1日至2030年12月31日", Window.WITHIN, "2026-01-01/2030-12-31"),
        ("T06", "31 Dec 2030", Window.EVERY_YEAR, "2030-12-31"),
    ],
)
def test_a_deadline_entered_is_the_reviewers(row, written, window, iso):
    before = target(LEDGER, row).deadline.iso
    deadline = target(apply_edits(LEDGER, [Edit(row, "deadline", before, written)]).ledger, row).deadline
    assert (deadline.origin, deadline.window, deadline.iso) == (Origin.REVIEWER, window, iso)


def test_a_cleared_deadline_is_not_stated():
    deadline = target(apply_edits(LEDGER, [Edit("T01", "deadline", "2027-12-31", "")]).ledger).deadline
    assert (deadline.origin, deadline.iso) == (Origin.NOT_STATED, "")


@pytest.mark.parametrize(
    ("row", "field", "after", "code"),
    [
        ("T99", "value", "1", "row_unknown"),
        ("T01", "tier", "words", "unknown_field"),
        ("T01", "indicator", " ", "must_not_be_empty"),
        ("T01", "value", "fifty", "not_a_number"),
        ("T01", "value", "", "must_not_be_empty"),
        ("T01", "value2", "60", "no_upper_value"),
        ("T01", "comparator", "range", "range_needs_two"),
        ("T06", "value", "3", "range_needs_two"),
        ("T01", "comparator", "=>", "unknown_comparator"),
        ("T01", "state", "done", "unknown_state"),
        ("T01", "state", "corrected", "nothing_corrected"),
        ("T01", "deadline", "soon", "not_a_date"),
        ("T01", "deadline", "2027-02-30", "not_a_date"),
        ("T01", "deadline", "2027-01-01/2026-01-01", "period_reversed"),
        ("T01", "unit", "柴米油盐", "unknown_unit"),
        ("T03", "unit", "吨", "other_dimension"),
        ("T03", "unit", "", "must_not_be_empty"),
        ("M1-01", "value", "1", "unknown_field"),
    ],
)
def test_refused_with_its_reason(row, field, after, code):
    found = LEDGER.row(row)
    before = read_field(found, field) if isinstance(found, Target | Measure) and field in fields_of(found) else ""
    applied = apply_edits(LEDGER, [Edit(row, field, before, after, "targets!H5")])
    assert codes(applied) == [code]
    assert applied.ledger is LEDGER
    for language in LANGUAGES:
        assert "targets!H5" in say(applied.refusals[0].code, language, **dict(applied.refusals[0].values))


def test_a_unit_of_the_same_dimension_is_converted():
    row = target(apply_edits(LEDGER, [Edit("T03", "unit", "万亩", "亩")]).ledger, "T03")
    assert (row.unit, row.value, row.value_norm, row.unit_norm) == ("亩", Decimal(13), Decimal(13), "亩")


def test_a_unit_spelled_in_the_ledger_is_taken():
    row = target(apply_edits(LEDGER, [Edit("T03", "unit", "万亩", "万千瓦")]).ledger, "T03")
    assert (row.unit, row.value_norm, row.unit_norm) == ("万千瓦", Decimal(130000), "千瓦")


def test_one_refused_field_keeps_its_whole_row_and_no_other():
    edits = [
        Edit("T01", "value", "45", "47"),
        Edit("T01", "deadline", "2027-12-31", "some day"),
        Edit("T02", "value", "30", "31"),
    ]
    applied = apply_edits(LEDGER, edits)
    assert codes(applied) == ["not_a_date"]
    assert target(applied.ledger, "T01") == target(LEDGER, "T01")
    assert target(applied.ledger, "T02").value == 31


def test_applying_twice_changes_nothing_more():
    edits = [
        Edit("T01", "value", "45", "47.50"),
        Edit("T01", "state", "extracted", "accepted"),
        Edit("T04", "deadline", "", "2030-12-31"),
        Edit("M3-01", "note", "", "见附件"),
        Edit("T02", "state", "extracted", "corrected"),
        Edit("T02", "unit", "万千瓦", "千瓦"),
    ]
    once = apply_edits(LEDGER, edits)
    assert not once.refusals
    again = apply_edits(once.ledger, edits)
    assert again.ledger is once.ledger
    assert not again.changes
    assert not again.refusals


def test_what_another_reviewer_changed_in_the_meantime_is_a_conflict():
    theirs = apply_edits(LEDGER, [Edit("T01", "value", "45", "46")]).ledger
    applied = apply_edits(theirs, [Edit("T01", "value", "45", "50"), Edit("T01", "owner", "", "市能源局")])
    assert codes(applied) == ["conflict"]
    assert dict(applied.refusals[0].values)["current"] == "46"
    assert applied.ledger is theirs


def test_the_same_number_written_otherwise_is_no_change():
    row = replace(target(LEDGER), value=Decimal("45.0"), value_norm=Decimal("45.0"))
    ledger = replace(LEDGER, targets=(row,))
    assert not apply_edits(ledger, [Edit("T01", "value", "45.0", "45")]).changes


def test_a_changed_comparator_is_no_longer_strict():
    ledger = replace(LEDGER, targets=(replace(target(LEDGER), strict=True),))
    row = target(apply_edits(ledger, [Edit("T01", "comparator", ">=", "~")]).ledger)
    assert (row.comparator, row.strict) == (Comparator.ABOUT, False)


@given(st.data())
def test_any_edit_is_applied_refused_or_of_no_effect_and_never_breaks_the_file(data):
    row = data.draw(st.sampled_from((*LEDGER.targets, *LEDGER.measures)))
    field = data.draw(st.sampled_from(fields_of(row)))
    after = data.draw(st.one_of(st.text(max_size=20), st.sampled_from(["12", "2025", "range", "accepted", "亩", "%"])))
    applied = apply_edits(LEDGER, [Edit(row.id, field, read_field(row, field), after)])
    assert not (applied.changes and applied.refusals)
    assert load(dump(applied.ledger)) == applied.ledger
    if not applied.changes:
        assert applied.ledger is LEDGER
    assert not apply_edits(applied.ledger, [Edit(row.id, field, read_field(row, field), after)]).changes


def test_a_review_starts_empty():
    assert Review() == target(LEDGER).review


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-12-31", "2025-12-31"),
        ("2025/6/1", "2025-06-01"),
        ("2025年12月31日", "2025-12-31"),
        ("2025年底前", "2025-12-31"),
        ("2024年2月底", "2024-02-29"),
        ("2025. 12. 31.", "2025-12-31"),
        ("2025년 12월 31일까지", "2025-12-31"),
        ("2025년 말", "2025-12-31"),
        ("31 Dec 2025", "2025-12-31"),
        ("by 31 December 2025", "2025-12-31"),
        ("December 31, 2025", "2025-12-31"),
        ("June 2025", "2025-06-30"),
        ("２０２５", "2025-12-31"),
        ("2021-2025", "2021-01-01/2025-12-31"),
        ("2021-01-01/2025-12-31", "2021-01-01/2025-12-31"),
        ("2021年1月1日至2025年12月31日", "2021-01-01/2025-12-31"),
        ("2021. 1. 1.~2025. 12. 31.", "2021-01-01/2025-12-31"),
        ("1 Jan 2021 – 31 Dec 2025", "2021-01-01/2025-12-31"),
    ],
)
def test_days_as_people_write_them(written, iso):
    days = parse_days(written)
    assert days is not None
    assert days.iso == iso


@pytest.mark.parametrize(
    "written", ["", "2025-13-01", "2025-02-29", "46022", "31 Foo 2025", "年底", "十四五", "0000-01-01"]
)
def test_what_is_no_date_is_not_guessed_at(written):
    assert parse_days(written) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_an_iso_day_is_itself(day):
    days = parse_days(day.isoformat())
    assert days is not None
    assert (days.start, days.end) == (None, day)


@given(st.decimals(-(10**12), 10**12, places=4))
def test_a_number_is_itself_with_and_without_grouping(number):
    assert parse_number(format(number, "f")) == number
    assert parse_number(format(number, ",f")) == number


@pytest.mark.parametrize("written", ["", "12,34", "1e5", "13万", "NaN", "٣", "--1"])
def test_what_is_no_number_is_not_guessed_at(written):
    assert parse_number(written) is None
