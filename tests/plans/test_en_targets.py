"""Targets in English: one case a construction, wording of our own."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenall.documents.folding import fold
from greenall.plans.en_targets import read
from greenall.plans.ledger import Modality, Tier
from greenall.plans.reading import Context, Reading
from greenall.quantity.times import Window
from tests.plans.en_cases import CASES, NO_TARGETS

ISSUED = date(2023, 5, 10)


def reading(text: str, issued: date | None = ISSUED) -> Reading:
    return read(fold(text, "en").text, Context(issued))


def targets(text: str, issued: date | None = ISSUED):
    return [one for one in reading(text, issued).commitments if one.tier is Tier.FIGURE]


def rows(text: str) -> list[tuple[object, ...]]:
    """(indicator, comparator, value or pair, unit, deadline[, baseline year]) of each target."""
    found = []
    for one in targets(text):
        values = [one.amount.value] + ([one.amount.value2] if one.amount.value2 is not None else [])
        value = values[0] if len(values) == 1 else tuple(values)
        row = (one.indicator, one.comparator.value, value, one.amount.unit, day(one.time))
        found.append((*row, one.baseline_year) if one.baseline_year else row)
    return found


def day(time) -> str:
    if time is None:
        return ""
    return f"{time.start}/{time.end}" if time.start and time.end else str(time.end or time.start)


def as_decimals(target):
    value = target[2]
    exact = tuple(Decimal(str(one)) for one in value) if isinstance(value, tuple) else Decimal(str(value))
    return (*target[:2], exact, *target[3:])


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_targets_of_a_sentence(text, expected):
    assert rows(text) == [as_decimals(one) for one in expected]


@pytest.mark.parametrize("text", NO_TARGETS)
def test_no_alarm(text):
    assert targets(text) == []


@pytest.mark.parametrize("text", [*(text for text, _ in CASES), *NO_TARGETS])
def test_every_figure_is_a_target_or_explained(text):
    folded = fold(text, "en").text
    read_ = read(folded, Context(ISSUED))
    spans = [figure for one in read_.commitments if one.amount for figure in one.amount.figures]
    spans += [mask.span for mask in read_.explained]
    for match in re.finditer(r"\d+(?:[.,]\d+)*", folded):
        assert any(span.start <= match.start() and match.end() <= span.end for span in spans), match.group()


@pytest.mark.parametrize(
    ("text", "figure", "figure_class"),
    [
        ("Grants cover up to 35% of eligible costs.", "35", "subsidy"),
        ("A penalty of $300 applies to each late report.", "300", "penalty"),
        ("The bus fare is $2.80.", "2.80", "tariff"),
        ("By 2040 demand is expected to grow by 18%.", "18", "forecast"),
        ("In 2021 the city planted 4,100 trees.", "4,100", "status"),
        ("Buildings of more than 900 m2 must file a report.", "900", "scope_condition"),
        ("Permits remain valid for 6 years.", "6", "duration"),
        ("The register is checked every 3 months.", "every 3 months", "frequency"),
        ("Works follow ISO 50001.", "ISO 50001", "standard_number"),
        ("See Section 7.2 of this plan.", "Section 7.2", "article_reference"),
        ("Resolution 2022-14 is repealed.", "Resolution 2022-14", "document_number"),
        ('The "50 Parks" campaign goes on.', '"50 Parks"', "programme_name"),
        ("The plan rests on four pillars.", "four", "lexical"),
        ("Homes lie within a 12-minute walk of a stop.", "12-minute", "attribute"),
        ("Adopted on 3 March 2022.", "on 3 March 2022", "issue_date"),
        ("Water use fell from 160 litres to 140 litres by 2022.", "140", "status"),
    ],
)
def test_what_another_figure_is(text, figure, figure_class):
    explained = {mask.span.of(text): mask.figure_class for mask in reading(text).explained}
    assert explained[figure] == figure_class


def test_a_list_takes_over_the_deadline_of_its_lead():
    found = targets("By 2029 the agency will:\n(a) open 12 hubs;\n(b) plant 300 trees.\nIt will hire 4 rangers.")
    assert [(one.amount.unit, day(one.time), one.inherited) for one in found] == [
        ("hubs", "2029-12-31", True),
        ("trees", "2029-12-31", True),
        ("rangers", "", False),
    ]


def test_a_heading_gives_its_year_until_the_next_one():
    found = targets("Targets for 2030\nWaste falls to 90 kt.\nFurther work\nThe city will plant 50 trees.")
    assert [day(one.time) for one in found] == ["2030-12-31", ""]


def test_a_year_goes_on_only_where_words_link_the_sentences():
    assert [day(one.time) for one in targets("By 2028 we will open 3 parks. We will hire 9 rangers.")] == [
        "2028-12-31",
        "",
    ]
    assert [day(one.time) for one in targets("By 2028 we will open 3 parks. By then we will hire 9 rangers.")] == [
        "2028-12-31",
        "2028-12-31",
    ]


def test_an_amount_of_every_year_has_no_deadline():
    (found,) = targets("From 2026 the council will plant 400 trees each year.")
    assert found.every_year
    assert found.time is None


def test_a_period_has_two_ends():
    (found,) = targets("The fund will spend €9 million over 2024-2027.")
    assert found.time is not None
    assert found.time.window is Window.WITHIN
    assert day(found.time) == "2024-01-01/2027-12-31"


def test_relative_times_need_the_day_of_issue():
    text = "Within three years the council will open 5 hubs."
    assert day(targets(text)[0].time) == "2026-05-10"
    assert targets(text, issued=None)[0].time is None


def test_the_old_value_is_kept():
    (found,) = targets("Losses will fall from 21% in 2020 to 14% in 2027.")
    assert (found.baseline_value, found.baseline_year, found.strict) == (Decimal(21), 2020, False)


def test_strictness_is_a_flag():
    assert [one.strict for one in targets("Keep waste below 90 kt. Reach at least 40% reuse.")] == [True, False]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The city shall plant 40 trees.", Modality.REQUIRE),
        ("The city aims to plant 40 trees.", Modality.GOAL),
        ("The city will strive to plant 40 trees.", Modality.STRIVE),
    ],
)
def test_modality(text, modality):
    assert [one.modality for one in targets(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("All new schools will have rooftop solar by 2030.", "new schools with rooftop solar"),
        ("The county will phase out oil boilers by 2032.", "oil boilers phased out"),
        ("Every ward shall be given a cooling room by 2026.", "ward given a cooling room"),
    ],
)
def test_targets_told_by_a_word(text, indicator):
    (found,) = reading(text).commitments
    assert (found.tier, found.value, found.unit, found.indicator) == (Tier.WORDS, Decimal(100), "%", indicator)


@pytest.mark.parametrize(
    "text",
    ["We will make every effort to save water.", "All residents benefit from clean air.", "The city will be greener."],
)
def test_a_wish_is_no_target(text):
    assert reading(text).commitments == ()


def test_a_bound_by_another_series():
    (found,) = reading(
        "Green lending should grow at a rate no lower than the average growth of all lending."
    ).commitments
    assert (found.comparator.value, found.relative_to) == (">=", "average growth of all lending")


def test_quotes_hold_the_bound():
    text = "At least 30% of trips will be on foot, and no more than 12 kt of waste will be burnt."
    assert [one.quote.of(text) for one in targets(text)] == ["At least 30%", "no more than 12 kt"]


WORDS = st.sampled_from(
    [
        "By",
        "2030",
        "the",
        "city",
        "will",
        "cut",
        "emissions",
        "to",
        "from",
        "40%",
        "12,000",
        "trees",
        "and",
        "of",
        "which",
        "half",
        "double",
        "per",
        "year",
        "respectively",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "at",
        "least",
        "$5",
        "million",
        "between",
        "once",
        "if",
        "that",
        "is",
        "are",
        "was",
        "reduced,",
        "twenty-five",
        "km/h",
        "2024/25",
        "31",
        "February",
        "2025",
        "\n",
        "•",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120))
def test_reads_anything(text):
    folded = fold(text, "en").text
    first = read(folded, Context(ISSUED))
    assert first == read(folded, Context(ISSUED))
    for one in first.commitments:
        assert 0 <= one.quote.start < one.quote.end <= len(folded)
        assert one.indicator
    for mask in first.explained:
        assert 0 <= mask.span.start < mask.span.end <= len(folded)
