"""One thing has one name in each language, and numbers, dates and amounts are written as its readers write them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import polib
import pytest

from greenall import wording
from greenall.plans.ledger import Baseline, Deadline, Direction, Finding, Modality, ReviewState, TargetKind, Tier
from greenall.quantity.amount import Comparator
from greenall.quantity.place import Span
from greenall.quantity.times import Origin, Window
from greenall.reports import labels
from greenall.wording import LANGUAGES, say
from tests.sample import sample

KINDS = {
    "comparator": Comparator, "target_kind": TargetKind, "tier": Tier, "direction": Direction, "modality": Modality,
    "origin": Origin, "window": Window, "review_state": ReviewState,
}  # fmt: skip
MEASURE_TYPES = [
    "project",
    "enforcement",
    "application",
    "certification",
    "planning",
    "promotion",
    "mechanism",
    "regulation",
    "technology",
    "finance",
    "pricing",
    "market",
    "statistics",
    "reporting",
    "institution",
    "coordination",
    "assessment",
    "procurement",
    "survey",
    "investment",
    "goal",
]
FIGURE_CLASSES = [
    "target",
    "deadline",
    "issue_date",
    "document_number",
    "standard_number",
    "article_reference",
    "programme_name",
    "plan_name",
    "scope_condition",
    "technical_standard",
    "status",
    "forecast",
    "subsidy",
    "tariff",
    "penalty",
    "parameter",
    "frequency",
    "ordinal",
    "vague",
    "slogan",
    "lexical",
    "chemical",
    "enumeration",
    "name",
    "duration",
    "baseline",
    "numbering",
    "grade",
    "attribute",
    "unexplained",
]
T = sample("zh").targets[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_has_a_name_of_its_own(language):
    for kind, values in KINDS.items():
        names = [say(f"reports.{kind}.{labels.key_of(value)}", language) for value in values]
        assert len(set(names)) == len(names), (kind, names)
    for kind, keys in (("measure_type", MEASURE_TYPES), ("figure_class", FIGURE_CLASSES)):
        for key in keys:
            assert say(f"reports.{kind}.{key}", language)


def test_the_catalogues_say_the_same_things_with_the_same_placeholders():
    root = Path(wording.__file__).parent / "locale"
    files = [polib.pofile(str(root / folder / "LC_MESSAGES/reports.po")) for folder in ("ko", "zh_Hans", "en")]
    placeholders = [
        {entry.msgid: sorted({part.split("}")[0] for part in entry.msgstr.split("{")[1:]}) for entry in file}
        for file in files
    ]
    assert placeholders[0].keys() == placeholders[1].keys() == placeholders[2].keys()
    for code, names in placeholders[2].items():
        assert placeholders[0][code] == placeholders[1][code] == names, code


def test_a_type_of_a_newer_table_is_shown_as_written():
    assert labels.label("measure_type", "green_roof", "zh") == "green roof"


def test_a_finding_without_a_sentence_is_shown_by_its_code():
    assert labels.render_finding(Finding("Q1", "plans.of_tomorrow", Span(0, 1)), "ko") == "plans.of_tomorrow"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1234567.50", "1,234,567.5"),
        ("0.01", "0.01"),
        ("-0.50", "-0.5"),
        ("-1234", "-1,234"),
        ("1E+3", "1,000"),
        ("-0", "0"),
    ],
)
def test_numbers_are_grouped_by_three(value, written):
    assert labels.render_number(Decimal(value)) == written


def test_dates_follow_the_reader():
    day = date(2025, 12, 31)
    assert [labels.render_date(day, language) for language in ("zh", "ko", "en")] == [
        "2025年12月31日", "2025. 12. 31.", "31 Dec 2025",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "language", "sign", "words"),
    [
        (replace(T, value=Decimal(35)), "en", "≥ 35\u00a0%", "at least 35\u00a0%"),
        (replace(T, value=Decimal(35)), "zh", "≥ 35%", "不低于35%"),
        (replace(T, value=Decimal(35), strict=True), "ko", "> 35%", "35% 초과"),
        (replace(T, comparator=Comparator.DECREASE_AT_LEAST), "en", "≥ −45\u00a0%", "reduce by at least 45\u00a0%"),
        (replace(T, comparator=Comparator.RANGE, value2=Decimal(50)), "zh", "45–50%", "45–50%"),
        (replace(T, comparator=Comparator.MULTIPLY, value=Decimal(2), unit="倍"), "zh", "×2", "增至2倍"),
        (
            replace(T, comparator=Comparator.EQUAL, value=Decimal(1000), unit="MW"),
            "ko",
            "1,000\u00a0MW",
            "1,000\u00a0MW",
        ),
        (replace(T, comparator=Comparator.EQUAL, value=Decimal("1.25"), unit=""), "en", "1.25", "1.25"),
        (replace(T, value=None, relative_to="各项贷款增速"), "zh", "≥ 各项贷款增速", "不低于各项贷款增速"),
        (replace(T, value=None), "en", "stated in words", "stated in words"),
    ],
)
def test_amounts(target, language, sign, words):
    assert labels.render_amount(target, language) == sign
    assert labels.render_amount_words(target, language) == words


@pytest.mark.parametrize(
    ("value", "unit", "norm", "unit_norm", "language", "full"),
    [
        ("13", "万亩", "130000", "亩", "zh", "13万亩 · 130,000\u00a0亩"),
        ("13", "万亩", "130000", "亩", "ko", "13万亩 · 130,000\u00a0亩(13만)"),
        ("16.93", "亿元", "1693000000", "元", "en", "16.93亿元 · 1,693,000,000\u00a0元 (1.693\u00a0billion)"),
        ("2.1", "million t", "2100000", "t", "zh", "2.1\u00a0million t · 2,100,000\u00a0t（210万）"),
        ("47", "个", "47", "个", "en", "47个"),
    ],
)
def test_an_amount_in_myriads_is_also_given_in_full(value, unit, norm, unit_norm, language, full):
    target = replace(
        T, comparator=Comparator.EQUAL, value=Decimal(value), unit=unit, value_norm=Decimal(norm), unit_norm=unit_norm
    )
    assert labels.render_amount_in_full(target, language) == full


@pytest.mark.parametrize(
    ("deadline", "language", "words"),
    [
        (Deadline(), "zh", "未明确"),
        (Deadline(Origin.INHERITED, Window.BY, None, date(2025, 12, 31)), "zh", "2025年12月31日前（承前文）"),
        (Deadline(Origin.STATED, Window.BY, None, date(2025, 12, 31)), "en", "by 31 Dec 2025"),
        (Deadline(Origin.PLAN_PERIOD, Window.WITHIN, date(2021, 1, 1), date(2025, 12, 31)), "ko",
         "2021. 1. 1.~2025. 12. 31.(계획 기간)"),
        (Deadline(Origin.STATED, Window.EVERY_YEAR), "ko", "매년"),
        (Deadline(Origin.STATED, Window.EVERY_YEAR, date(2021, 1, 1), date(2025, 12, 31)), "zh",
         "2021年1月1日至2025年12月31日，每年"),
        (Deadline(Origin.STATED, Window.FROM, start=date(2025, 1, 1)), "en", "from 1 Jan 2025"),
    ],
)  # fmt: skip
def test_deadlines_in_words(deadline, language, words):
    assert labels.render_deadline(deadline, language, before_origin="") == words


def test_baselines():
    assert labels.render_baseline(Baseline(2020), "%", "zh") == "与2020年相比"
    assert labels.render_baseline(Baseline(2020, Decimal("31.5")), "%", "en") == "from 31.5\u00a0% in 2020"
    assert labels.render_baseline(Baseline(text="去年同期"), "%", "zh") == "去年同期"
    assert labels.render_baseline(Baseline(), "%", "ko") == ""


def test_places():
    assert [labels.render_article(number, "zh") for number in ("7", "3.1", "A2", "")] == [
        "第7条", "第3.1条", "附件2", "首条之前",
    ]  # fmt: skip
