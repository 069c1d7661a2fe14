"""The words of the ledger's values in three languages, and its numbers, dates and amounts as a reader writes them.

Every output (workbook, Word table, page, site) calls these, so that one thing has one name everywhere. The words stand
in the catalogue `reports`; here is only how they are put together. Quotes and units stay in the language of the plan.

>>> render_number(Decimal("1234567.50"))
'1,234,567.5'
>>> render_date(date(2025, 12, 31), "ko")
'2025. 12. 31.'
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from greenall.plans.ledger import Baseline, Deadline, Finding, Measure, Target
from greenall.quantity.amount import Comparator
from greenall.quantity.times import Origin, Window
from greenall.wording import NoWording, say

NO_BREAK = "\u00a0"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SCALES = {
    "zh": ((Decimal(10**8), "亿"), (Decimal(10**4), "万")),
    "ko": ((Decimal(10**12), "조"), (Decimal(10**8), "억"), (Decimal(10**4), "만")),
    "en": ((Decimal(10**9), NO_BREAK + "billion"), (Decimal(10**6), NO_BREAK + "million")),
}
_SIGNS = {
    Comparator.EQUAL: "",
    Comparator.AT_LEAST: "≥ ",
    Comparator.AT_MOST: "≤ ",
    Comparator.ABOUT: "≈ ",
    Comparator.RANGE: "",
    Comparator.INCREASE: "+",
    Comparator.INCREASE_AT_LEAST: "≥ +",
    Comparator.INCREASE_AT_MOST: "≤ +",
    Comparator.INCREASE_ABOUT: "≈ +",
    Comparator.INCREASE_RANGE: "+",
    Comparator.DECREASE: "−",
    Comparator.DECREASE_AT_LEAST: "≥ −",
    Comparator.DECREASE_AT_MOST: "≤ −",
    Comparator.DECREASE_ABOUT: "≈ −",
    Comparator.DECREASE_RANGE: "−",
    Comparator.MULTIPLY: "×",
}
_STRICT_SIGNS = {"≥": ">", "≤": "<"}
_STRICT_WORDS = {Comparator.AT_LEAST: "more_than", Comparator.AT_MOST: "less_than"}


def label(kind: str, value: StrEnum | str, language: str) -> str:
    """The word for a value: `label("origin", Origin.STATED, "zh")`.

    kind   comparator, target_kind, tier, direction, modality, measure_type, origin, window, review_state, figure_class,
           written, difference, kind, summary, document, sheet
    An unknown value of an open list (a new measure type, a new figure class) is shown as it is written.
    """
    key = key_of(value)
    try:
        return say(f"reports.{kind}.{key}", language)
    except NoWording:
        return key.replace("_", " ")


def key_of(value: StrEnum | str) -> str:
    """The part of a code that stands for a value; comparators are signs, so their names are used."""
    return value.name.lower() if isinstance(value, Comparator) else str(value)


def column(name: str, language: str) -> str:
    """The head of a column."""
    return say(f"reports.column.{name}", language)


def render_number(value: Decimal) -> str:
    """A number with its digits grouped by three, as read in all three languages; trailing zeros are dropped."""
    plain = format(value, "f")
    whole, _, part = plain.partition(".")
    part = part.rstrip("0")
    grouped = f"{int(whole):,}" if whole.strip("-") else whole
    if int(whole or 0) == 0 and whole.startswith("-"):
        grouped = "-0" if part else "0"
    return f"{grouped}.{part}" if part else grouped


def render_date(day: date, language: str) -> str:
    """31 Dec 2025, 2025年12月31日 or 2025. 12. 31."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    if language == "ko":
        return f"{day.year}. {day.month}. {day.day}."
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def render_article(number: str, language: str) -> str:
    """Article 7, 第7条, 제7조; an annex ("A1") and the lead before the first article ("") have names of their own."""
    kind = "article" if number and not number.startswith("A") else "annex" if number else "lead"
    return say(f"reports.place.{kind}", language, number=number.removeprefix("A"))


def render_amount(target: Target, language: str) -> str:
    """The amount with its sign, unit as written: `≥ 35 %`, `13万亩`, `1–2座`, `+30吨/日`, `×2`."""
    sign = _SIGNS[target.comparator]
    if target.strict and sign[:1] in _STRICT_SIGNS:
        sign = _STRICT_SIGNS[sign[0]] + sign[1:]
    if target.value is None:
        return _without_value(sign, target, language)
    return sign + _values(target, language)


def render_amount_words(target: Target, language: str) -> str:
    """The amount in words: `at least 35 %`, 不低于35%, 35% 이상."""
    if target.value is None:
        key, value = key_of(target.comparator), target.relative_to
        if not value:
            return say("reports.amount.by_words", language)
    else:
        key, value = key_of(target.comparator), _values(target, language)
    if target.strict:
        key = _STRICT_WORDS.get(target.comparator, key)
    return say(f"reports.amount.{key}", language, value=value)


def render_full_amount(target: Target, language: str) -> str:
    """The converted amount when it differs from the wording: `130,000 亩`; else empty.

    Where the plan counts in another language's scale, the reader's own scale stands beside it: 16.93亿元 is
    `1,693,000,000 元 (1.693 billion)` in English.
    """
    if target.value is None or target.value_norm is None or target.value_norm == target.value:
        return ""
    number = render_number(target.value_norm)
    if target.value2_norm is not None:
        number += "–" + render_number(target.value2_norm)
    amount = f"{number}{NO_BREAK}{target.unit_norm}".rstrip(NO_BREAK)
    for scale, word in _SCALES[language]:
        if target.value2_norm is None and abs(target.value_norm) >= scale:
            if word.strip() in target.unit:
                return amount
            scaled = _in_scale(target.value_norm, scale, word)
            return say("reports.amount.scaled", language, amount=amount, scaled=scaled)
    return amount


def render_amount_in_full(target: Target, language: str) -> str:
    """The amount as written, then in full: `13万亩 · 130,000 亩`."""
    full = render_full_amount(target, language)
    amount = render_amount(target, language)
    return f"{amount} · {full}" if full else amount


def render_baseline(baseline: Baseline, unit: str, language: str) -> str:
    """What a change is counted from; empty when the plan names nothing."""
    value = "" if baseline.value is None else _with_unit(render_number(baseline.value), unit, language)
    if baseline.year and value:
        return say("reports.amount.from_year_value", language, year=baseline.year, value=value)
    if baseline.year:
        return say("reports.amount.against_year", language, year=baseline.year)
    return say("reports.amount.from_value", language, value=value) if value else baseline.text


def render_deadline(deadline: Deadline, language: str, before_origin: str | None = None) -> str:
    """When it is due, in words; a missing deadline is said to be missing.

    With `before_origin` (a space, a line feed, or nothing at all) its origin follows in brackets, unless it is stated.
    """
    words = say(f"reports.deadline.{_deadline_key(deadline)}", language, **_days(deadline, language))
    if before_origin is None or deadline.origin in (Origin.NOT_STATED, Origin.STATED):
        return words
    origin = label("origin", deadline.origin, language)
    return words + before_origin + say("reports.deadline.origin", language, origin=origin)


def render_owner(row: Target | Measure, language: str) -> str:
    """The owner a reviewer wrote, else the best suggestion marked "to be confirmed", else "to be confirmed"."""
    if row.review.owner:
        return row.review.owner
    if row.suggestions:
        return say("reports.owner.to_be_confirmed", language, name=row.suggestions[0].name)
    return say("reports.owner.none", language)


def render_rule(rule: str, language: str) -> str:
    """What a rule saw and concluded, in a sentence; "" when nobody has worded it."""
    try:
        return say(f"plans.rule.{rule}", language)
    except NoWording:
        return ""


def render_finding(finding: Finding, language: str) -> str:
    """The question to the reviewer. A finding of a newer version, without a sentence here, is shown by its code."""
    try:
        return say(finding.code, language, **dict(finding.values))
    except (NoWording, KeyError):
        return finding.code


def _deadline_key(deadline: Deadline) -> str:
    if deadline.window is Window.EVERY_YEAR:
        if deadline.start and deadline.end:
            return "every_year_within"
        if deadline.start or deadline.end:
            return "every_year_by" if deadline.end else "every_year_from"
        return "every_year"
    if deadline.start and deadline.end:
        return "within"
    if deadline.window is Window.FROM and (deadline.start or deadline.end):
        return "from"
    return "by" if deadline.start or deadline.end else "not_stated"


def _days(deadline: Deadline, language: str) -> dict[str, str]:
    start, end = deadline.start or deadline.end, deadline.end or deadline.start
    return {
        "start": render_date(start, language) if start else "",
        "end": render_date(end, language) if end else "",
    }


def _in_scale(value: Decimal, scale: Decimal, word: str) -> str:
    return render_number(value / scale) + word


def _without_value(sign: str, target: Target, language: str) -> str:
    return sign + target.relative_to if target.relative_to else say("reports.amount.by_words", language)


def _values(target: Target, language: str) -> str:
    assert target.value is not None
    number = render_number(target.value)
    if target.value2 is not None:
        number += "–" + render_number(target.value2)
    if target.comparator is Comparator.MULTIPLY:
        return number
    return _with_unit(number, target.unit, language)


def _with_unit(number: str, unit: str, language: str) -> str:
    unit = unit.replace("％", "%")
    if not unit:
        return number
    is_wide = "\u2e80" <= unit[0] <= "\ud7a3"
    return number + unit if is_wide or (unit == "%" and language != "en") else number + NO_BREAK + unit
