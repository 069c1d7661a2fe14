"""What holds a figure in an English text and is no quantity, told by its form.

>>> [(m.figure_class, m.span.of("Section 12 of Ordinance 2021-087")) for m in find_masks("Section 12 of Ordinance 2021-087")]
[('article_reference', 'Section 12'), ('document_number', 'Ordinance 2021-087')]
"""

import re
from functools import cache
from typing import Any

from greenall.data.language.tables import any_of, words
from greenall.quantity.en_numerals import numeral_words
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask

_CODE = r"[A-Z]?\d+[A-Za-z]?(?:[.-]\d+)*(?:\([a-z0-9]+\))*"


def _forms() -> tuple[tuple[str, str, str], ...]:
    """(class, rule, pattern), the first that reads a stretch keeps it. Patterns mind the case."""
    table = words("en", "masks")
    months = any_of(month.capitalize() for month in words("en", "times")["months"])
    small = any_of(words("en", "numerals")["ones"])
    count = rf"(?:\d{{1,3}}|(?i:{small}))"
    more = rf"(?:(?:,| and| or| to| -|-|, and) ?{_CODE}(?![\d%]| ?(?:per cent|percent|million)))*"
    references = any_of(table["article_reference"]["words"])
    ordinals = any_of(table["ordinal"]["words"])
    written = table["document_number"]
    documents = any_of([*(word[:1].upper() + word[1:] for word in written["words"]), *written["lower"]])
    standards = any_of(table["standard_number"]["words"])
    named = any_of(table["plan_name"]["words"])
    fractions = any_of(words("en", "numerals")["fractions"])
    period = any_of(table["frequency"]["units"])
    no_unit = r"(?![\d%]|[.,]\d| ?(?:%|per cent|percent|percentage|million|billion|[kMGT]Wh?\b|[kM]?t\b|km\b|ha\b))"
    return (
        (
            "programme_name",
            "en.quoted_name",
            r"[“\"][^”\"\n%]{0,40}\d[^”\"\n%]{0,40}[”\"]|(?<![A-Za-z])‘[^’\n%]{0,40}\d[^’\n%]{0,40}’",
        ),
        ("programme_name", "en.name", rf"(?<![A-Za-z]){any_of(table['plan_name']['names'])}(?![A-Za-z\d])"),
        (
            "standard_number",
            "en.standard",
            rf"(?<![A-Za-z\d]){standards}(?: |-|/)?\d+(?:\.\d+)*(?:-\d+)*(?:/[A-Z]\d+)?(?::\d{{4}})?(?:\+A\d+)?{no_unit}",
        ),
        (
            "numbering",
            "en.line_number",
            r"^[ \t]*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?= )|\d{1,2}\.(?= )|[A-Z]\d{0,2}(?:\.\d{1,2}){0,3}[.):](?= )|#+(?: \d{1,2}(?:\.\d{1,2})*\.?)?(?= ))"
            + r"(?! ?(?:%|per cent|percent|million|billion|[kMGT]W))",
        ),
        (
            "document_number",
            "en.regulation",
            r"(?<![A-Za-z])(?:(?:Regulation|Directive|Decision|Regulations)(?: \((?:EU|EC|EEC)\))?(?: No\.?)?|COM|SWD|Public Law|H\.?R\.?|S\.?B\.?|A\.?B\.?|P\.?L\.?|L\.?D\.?) ?\(?\d[\d/()-]*(?:/[A-Z]{2,3})?\)?(?: final)?",
        ),
        (
            "document_number",
            "en.document_number",
            rf"(?<![A-Za-z]){documents} (?:(?i:no|nos|number|nr)\.? ?)?(?:[A-Z]{{1,4}}[-/ ]?)?\d[\d()]*(?:[./-]\d+)*(?:\([a-z0-9]+\))*(?: of (?:19|20)\d\d)?{no_unit}",
        ),
        (
            "document_number",
            "en.number_sign",
            r"(?<![A-Za-z])(?:No|Nos|Nr|no|nos)\.? ?\d[\d./-]*(?: of (?:19|20)\d\d)?|(?<![A-Za-z])#\d+",
        ),
        ("article_reference", "en.reference", rf"(?<![A-Za-z])(?i:{references}) {_CODE}{no_unit}{more}"),
        (
            "article_reference",
            "en.capital_reference",
            rf"(?<![A-Za-z]){any_of(table['article_reference']['capital'])} (?:[A-Z]?\d+[a-z]?(?:[.-]\d+)*){no_unit}{more}|(?<![A-Za-z])(?:Annex|Appendix|Schedule|Table|Figure|Form) [A-Z]\d*(?:[-.]\d+)?",
        ),
        (
            "plan_name",
            "en.plan_name",
            rf"(?<![A-Za-z-])(?:(?:[A-Z][A-Za-z'-]+|and|for|of|on|the) ){{0,6}}{named},? (?:19|20)\d\d(?:-(?:19|20)?\d\d)?(?! ?[-/]|\d)",
        ),
        (
            "frequency",
            "en.times_a",
            rf"(?<![A-Za-z])(?:(?i:at least|up to|no less than|not less than|no more than|at most) )?(?i:once|twice|thrice|{count} times)(?: (?i:a|an|per|every|each|in|in every)(?: {count})?(?: {period})|/(?:year|month|week|day))(?![A-Za-z])",
        ),
        (
            "frequency",
            "en.every",
            rf"(?<![A-Za-z])(?i:once (?:every|in every|in|each)|every|each|at intervals of|(?:inter|bi)vals of) (?:{count}|other|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|(?i:{numeral_words()})) {period}(?![A-Za-z])",
        ),
        (
            "parameter",
            "en.return_period",
            r"(?<![\d.,])(?:1|one)[ -]in[ -](?:an? )?(?:\d[\d,]*[ -]years?|\d[\d,]{2,})|(?<![\d.,])1:\d[\d,]*|(?<![A-Za-z\d])24/7|24 hours a day(?:, (?:7|seven) days a week)?",
        ),
        (
            "parameter",
            "en.clock",
            r"(?<![\d.,])\d{1,2}[:.]\d\d ?(?:a\.?m\.?|p\.?m\.?|hrs|hours)|(?<![\d.,:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])|(?<![\d.,])\d{1,2} ?(?:a\.m\.|p\.m\.|am|pm|o'clock)(?![A-Za-z])",
        ),
        (
            "document_number",
            "en.code",
            r"(?<![A-Za-z\d/-])[A-Z]{2,8}/\d[\d/.-]*\d|(?<![A-Za-z\d/-])(?!FY)[A-Z]{3,8}-\d{3,}(?![\d%])",
        ),
        (
            "programme_name",
            "en.numbered_name",
            rf"(?<![\d.,])\d[\d,]* (?:[A-Z][a-z]+ ){{1,3}}{any_of(table['numbered_names']['words'])}(?![A-Za-z])",
        ),
        (
            "name",
            "en.telephone",
            r"(?<![\d.,])(?:\+\d{1,3}[ -])?\(?\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,4}(?!\d)|(?<![\d.,-])\d{3}-\d{4}(?![\d-])|(?<![\d.,])\+\d{1,3} \d[\d ]{5,}",
        ),
        (
            "name",
            "en.address",
            rf"(?<![\d.,])\d{{1,4}}[A-Za-z]? (?:[A-Z][A-Za-z']+ ){{1,3}}{any_of(table['plan_name']['streets'])}(?![A-Za-z])",
        ),
        ("article_reference", "en.pages", rf"(?<![\d.,])\d+ {any_of(table['pages']['words'])}(?![A-Za-z])"),
        ("ordinal", "en.ordinal", r"(?<![\d.,])\d{1,3}(?:st|nd|rd|th)(?![A-Za-z])"),
        (
            "ordinal",
            "en.numbered",
            r"(?<![A-Za-z])(?i:scopes?) \d(?:(?:,| and|, and| or| to| &|-) ?\d(?![\d%.]))*",
        ),
        (
            "ordinal",
            "en.numbered",
            rf"(?<![A-Za-z-])(?i:{ordinals}) (?!(?:19|20)\d\d(?!\d))(?:[A-Z]\d|\d{{1,4}}[a-z]?)(?:[.-]\d+)?{no_unit}(?!,\d| (?:to|-) \d+ (?:[a-z]+s)\b)(?: ?(?:, | and | or | to | & |-)\d{{1,2}}{no_unit}(?! [a-z]+s\b))*",
        ),
        (
            "attribute",
            "en.hyphenated",
            rf"(?<![\d.,A-Za-z-])(?:\d[\d,.]*(?:(?:-| to | or )\d[\d,.]*)?|(?i:{numeral_words()}))-(?!{fractions}|fold\b)(?:and-)?(?:[A-Za-z]+)(?:-[A-Za-z]+)*(?![A-Za-z])",
        ),
        (
            "attribute",
            "en.per_many",
            r"(?<=per )(?:\d[\d,. ]*\d|\d)(?: (?:million|thousand|billion))?(?![\d%])|(?<=per )(?:million|thousand|hundred)(?= [a-z])",
        ),
        (
            "name",
            "en.sign",
            r"(?<![A-Za-z\d])(?!FY|Q[1-4]\b|H[12]\b|USD|EUR|GBP|KRW|CNY|RMB|JPY|AUD|NZD|CAD|SGD|HKD|INR)[A-Za-z]{1,8}-?\d+(?:[.-]\d+)?(?:[A-Za-z]*)(?:/\d+)?(?![\d%])",
        ),
        (
            "deadline",
            "en.day_of_year",
            rf"(?<![A-Za-z\d])(?i:(?:by|on|before|until) )?(?:\d{{1,2}}(?:st|nd|rd|th)? {months}|{months} \d{{1,2}}(?:st|nd|rd|th)?)(?![A-Za-z\d]|,? ?(?:19|20)\d\d)",
        ),
        (
            "name",
            "en.version",
            r"(?<![A-Za-z])[vV]\.? ?\d+(?:\.\d+)+|(?<![\d.,])[2-6][DG](?![A-Za-z\d])|(?<![\d.,])\d\.0(?=[ ,;.)]|$)(?! ?(?:%|per cent|[kMG]W|million|billion|t\b))",
        ),
        ("programme_name", "en.sum_name", r"(?<![\d.,])\d+(?:\+\d+)+(?![\d%])"),
    )


@cache
def _grammar() -> tuple[re.Pattern[str], tuple[Any, ...]]:
    forms = _forms()
    return re.compile(
        "|".join(f"(?P<f{number}>{pattern})" for number, (_, _, pattern) in enumerate(forms)), re.MULTILINE
    ), forms


def find_masks(text: str) -> list[Mask]:
    """Every stretch of folded `text` whose form says that its figures are no quantity, in order."""
    grammar, forms = _grammar()
    found = []
    for match in grammar.finditer(text):
        figure_class, rule, _ = forms[int((match.lastgroup or "f0")[1:])]
        found.append(Mask(Span(*match.span()), figure_class, rule))
    return found
