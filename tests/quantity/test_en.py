"""Amounts as written in English."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenall.documents.folding import fold
from greenall.quantity.amount import Bound
from greenall.quantity.en import dimension_of, find_amounts, find_folds, split_multiplier
from greenall.quantity.en_numerals import parse_numeral
from greenall.quantity.en_words import is_plural, participle_of, verb_forms
from greenall.quantity.place import Span
from greenall.quantity.scan import Taken


def amounts(text):
    return [
        (str(one.value), one.unit, str(one.value_norm), one.unit_norm) for one in find_amounts(fold(text, "en").text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,300 electric buses", [("2300", "buses", "2300", "buses")]),
        ("12 000 homes", [("12000", "homes", "12000", "homes")]),
        ("3 million t", [("3", "million t", "3000000", "t")]),
        ("$12.5 million", [("12.5", "million $", "12500000", "$")]),
        ("£40m", [("40", "million £", "40000000", "£")]),
        ("€3.4bn", [("3.4", "billion €", "3400000000", "€")]),
        ("KRW 900 billion", [("900", "billion KRW", "900000000000", "KRW")]),
        ("85m EUR", [("85", "million EUR", "85000000", "EUR")]),
        ("2.5 lakh pumps", [("2.5", "lakh pumps", "250000", "pumps")]),
        ("$2.50/kg", [("2.50", "$/kg", "2.5", "$/kg")]),
        ("40 per cent", [("40", "%", "40", "%")]),
        ("40 %", [("40", "%", "40", "%")]),
        ("4 percentage points", [("4", "percentage points", "4", "%p")]),
        ("8 µg/m³", [("8", "µg/m3", "8", "\u03bcg/m3")]),
        ("1.2 GW", [("1.2", "GW", "1.2", "GW")]),
        ("95 g/km", [("95", "g/km", "95", "g/km")]),
        ("48,000 m3/day", [("48000", "m3/day", "48000", "m3/day")]),
        ("312 kg per person", [("312", "kg per person", "312", "kg per person")]),
        ("400 kt per year", [("400", "kt", "400", "kt")]),
        ("5,200 km2", [("5200", "km2", "5200", "km2")]),
        ("0.8 million tCO2e", [("0.8", "million tCO2e", "800000", "tCO2e")]),
        ("two thirds of the fleet", [("66.67", "%", "66.67", "%")]),
        ("three-quarters of trips", [("75", "%", "75", "%")]),
        ("half of all staff", [("50", "%", "50", "%")]),
        ("nine in ten residents", [("90", "%", "90", "%")]),
        ("6 out of 10 homes", [("60", "%", "60", "%")]),
        ("twelve neighbourhood parks", [("12", "parks", "12", "parks")]),
        ("a dozen hubs", [("12", "hubs", "12", "hubs")]),
        ("half a dozen hubs", [("6", "hubs", "6", "hubs")]),
        ("two hundred and fifty homes", [("250", "homes", "250", "homes")]),
        ("half a million trees", [("0.5", "million trees", "500000", "trees")]),
        ("one sustainability lead", [("1", "lead", "1", "lead")]),
        ("4 stars", [("4", "stars", "4", "stars")]),
        ("45, 52 and 60 per cent", [("45", "%", "45", "%"), ("52", "%", "52", "%"), ("60", "%", "60", "%")]),
        (
            "1,500 women and 600 people returning to work",
            [("1500", "women", "1500", "women"), ("600", "people", "600", "people")],
        ),
        ("15 new or upgraded stations", [("15", "stations", "15", "stations")]),
        ("20 sports centres", [("20", "centres", "20", "centres")]),
    ],
)
def test_an_amount_as_written(text, expected):
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the first half of the year",
        "half-hourly",
        "a third phase",
        "twice a quarter",
        "one another",
        "tier two",
        "PM2.5",
        "24/7",
        "a 3D map",
        "10:30",
    ],
)
def test_no_amount(text):
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("10 to 15 per cent", "10", "15", "%"),
        ("10-15%", "10", "15", "%"),
        ("between 150 and 200 MW", "150", "200", "MW"),
        ("$8-10 million", "8", "10", "million $"),
        ("20% to 25%", "20", "25", "%"),
        ("800 to 1,000 homes", "800", "1000", "homes"),
    ],
)
def test_a_range_has_two_ends(text, low, high, unit):
    (one,) = find_amounts(text)
    assert (str(one.value), str(one.value2), one.unit) == (low, high, unit)
    assert one.span == Span(0, len(text))


def test_from_and_to_are_two_values():
    assert [(str(one.value), one.unit) for one in find_amounts("from 10 to 15 per cent")] == [("10", "%"), ("15", "%")]
    assert [str(one.value) for one in find_amounts("by 1.9 Mt to 3.1 Mt")] == ["1.9", "3.1"]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("≥ 63%", Bound.AT_LEAST),
        ("<5%", Bound.AT_MOST),
        ("~40%", Bound.ABOUT),
        ("10 or more dwellings", Bound.AT_LEAST),
        ("40%", Bound.NONE),
    ],
)
def test_signs_before_a_figure(text, bound):
    assert find_amounts(text)[0].bound is bound


def test_taken_stretches_are_passed_over():
    text = "Section 12 has 40 trees"
    assert [one.unit for one in find_amounts(text, Taken.of([Span(0, 10)]))] == ["trees"]


@pytest.mark.parametrize(
    ("text", "value", "dimension"),
    [
        ("double", 2, "fold"),
        ("tripling", 3, "fold"),
        ("tenfold", 10, "fold"),
        ("10-fold", 10, "fold"),
        ("halved", 50, "half"),
    ],
)
def test_words_of_change(text, value, dimension):
    (one,) = find_folds(f"sales {text} by 2030")
    assert (one.value, one.dimension) == (value, dimension)


@pytest.mark.parametrize("text", ["double glazing", "a double-decker bus", "twice a year"])
def test_words_that_only_look_like_change(text):
    assert find_folds(text) == []


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("%", "percent"),
        ("MWh", "energy"),
        ("ha", "area"),
        ("tonnes", "mass"),
        ("kg per person", "mass/count"),
        ("$", "money"),
        ("buses", "count"),
        ("", ""),
    ],
)
def test_what_a_unit_measures(unit, dimension):
    assert dimension_of(unit)[0] == dimension


def test_multipliers_are_split_off():
    assert split_multiplier("billion KRW") == (Decimal(1_000_000_000), "KRW")
    assert split_multiplier("buses") == (Decimal(1), "buses")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("twenty-five", 25),
        ("a hundred", 100),
        ("two thousand three hundred", 2300),
        ("1,250.5", "1250.5"),
        ("2 1/2", "2.5"),
        ("trees", None),
        ("1/0", None),
    ],
)
def test_numerals(written, value):
    assert parse_numeral(written) == (None if value is None else Decimal(value))


def test_forms_of_verbs_and_nouns():
    assert [form.lemma for form in verb_forms("scrapped")] == ["scrap", "scrap"]
    assert (participle_of("build"), participle_of("phase out"), participle_of("plan")) == (
        "built",
        "phased out",
        "planned",
    )
    assert [is_plural(word) for word in ("buses", "bus", "people", "taxis", "analysis", "clinics", "physics")] == [
        True, False, True, True, False, True, False,
    ]  # fmt: skip


@given(
    st.integers(0, 10**9),
    st.sampled_from(["MW", "million t", "%", "buses", "million $", "kg per person", "percentage points"]),
)
def test_a_written_amount_is_read_back(value, unit):
    (one,) = find_amounts(f"{value:,} {unit}")
    assert one.value == value
    assert one.unit in (unit, unit.removeprefix("million "))
    assert one.value_norm == value * split_multiplier(unit)[0]


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    folded = fold(text, "en").text
    for one in [*find_amounts(folded), *find_folds(folded)]:
        assert 0 <= one.span.start < one.span.end <= len(folded)
