"""The compiled Datong plan against its gold standard. The text is known, so these figures are no measure of quality.

The plan and its gold standard stand outside the repository (../shared); without them there is nothing to compare.
"""

import csv
import json
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from scoring import Row, decimal, found_row, labelled

from greenall.documents import read
from greenall.plans.compile import compile_plan
from greenall.plans.ledger import Ledger, Measure, Target, Tier
from greenall.quantity.place import Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
PLAN = SHARED / "seeds" / "datong-plan.txt"
GOLD = SHARED / "gold"

# The gold standard's classes in the words of the figure account; several of ours may say the same.
_CLASSES = {
    "date of issue": {"issue_date"},
    "five-year plan name": {"plan_name", "deadline"},
    "scope condition": {"scope_condition", "threshold"},
    "vague quantity": {"vague"},
    "chemical name": {"chemical", "name", "lexical"},
    "enumeration count": {"enumeration", "numbering", "lexical"},
    "enumeration name": {"enumeration", "name", "numbering", "lexical"},
    "policy name": {"policy_name", "name", "slogan", "programme_name"},
    "project phase": {"project_phase", "ordinal", "name"},
    "system name": {"system_name", "name", "slogan", "lexical"},
    "technique name": {"technique_name", "name", "lexical"},
    "technical class": {"technical_class", "name", "grade", "technical_standard", "ordinal"},
    "article number": {"article_reference", "numbering"},
    "chapter number": {"article_reference", "numbering"},
    "standard number": {"standard_number"},
}


@dataclass(frozen=True, slots=True)
class Result:
    """What the comparison gives; pairs are (right, of)."""

    targets: tuple[int, int]
    false: int
    whole: tuple[int, int]
    by_words: tuple[int, int]
    by_words_false: int
    measures_found: tuple[int, int]
    measures_right: tuple[int, int]
    measures_by_place: tuple[int, int]
    figures: tuple[int, int]
    classes: tuple[int, int]
    wrong: tuple[str, ...]  # what is wrong, for --errors


def is_at_hand() -> bool:
    """True when the plan and its gold standard can be read."""
    return PLAN.is_file() and (GOLD / "datong-targets.csv").is_file()


def compare() -> Result:
    """Compile the plan and compare every kind of row."""
    ledger = compile_plan(read(PLAN))
    wrong: list[str] = []
    gold = _rows("datong-targets.csv")
    figures = [row for row in ledger.targets if row.tier is Tier.FIGURE and not row.repeats]
    words = [row for row in ledger.targets if row.tier is Tier.WORDS and not row.repeats]
    found, whole, false = _targets(ledger, [row for row in gold if row["tier"] == "A"], figures, wrong)
    by_words, words_false = _by_words(ledger, [row for row in gold if row["tier"] == "B"], words, wrong)
    measures = _rows("datong-measures.csv")
    matched = _measures(ledger, measures, wrong, with_verb=True)
    by_place = _measures(ledger, measures, [], with_verb=False)
    digits = [figure for figure in ledger.figures if figure.written == "digits"]
    explained = sum(figure.figure_class != "unexplained" for figure in digits)
    return Result(
        targets=(found, 36),
        false=false,
        whole=(whole, 36),
        by_words=(by_words, 13),
        by_words_false=words_false,
        measures_found=(matched, len(measures)),
        measures_right=(matched, len(ledger.measures)),
        measures_by_place=(by_place, len(measures)),
        figures=(explained, len(digits)),
        classes=_classes(ledger, wrong),
        wrong=tuple(wrong),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _anchor(ledger: Ledger, article: str, words: str, occurrence: int = 0) -> Span | None:
    """Where the words stand in an article; article 0 is the lead."""
    span = next((a.span for a in ledger.articles if a.number == ("" if article == "0" else article)), None)
    at = span.start - 1 if span else -1
    for _ in range(occurrence + 1):
        at = ledger.text.find(words, at + 1, span.end) if span else -1
        if at < 0:
            return None
    return Span(at, at + len(words))


def _targets(ledger: Ledger, gold: list[dict[str, str]], ours: list[Target], wrong: list[str]) -> tuple[int, int, int]:
    """Targets with a figure: found, wholly right, false."""
    lines = (GOLD / "datong-targets.jsonl").read_text(encoding="utf-8").splitlines()
    labels = {entry["gold_id"]: labelled(entry) for line in lines for entry in json.loads(line)["targets"]}
    free, found, whole = list(ours), 0, 0
    for row in gold:
        label, place = labels[row["id"]], _anchor(ledger, row["article"], row["quote_anchor"])
        match = next((one for one in free if place and _is_at(ledger, one, place) and _same(one, label)), None)
        if match is None:
            wrong.append(f"{row['id']} not found: {row['quote_anchor']}")
            continue
        free.remove(match)
        found += 1
        ours_row = found_row(match)
        whole += ours_row.is_whole(label)
        if not ours_row.is_whole(label):
            fields = [name for name, right in ours_row.right(label).items() if not right and name != "baseline_year"]
            said = ", ".join(f"{name} {getattr(ours_row, name)!r} for {getattr(label, name)!r}" for name in fields)
            wrong.append(f"{row['id']}: {said}")
    wrong += [f"{one.id} is no target of the gold standard: {ledger.quote(one.span)}" for one in free]
    return found, whole, len(free)


def _same(target: Target, label: Row) -> bool:
    return found_row(target).same_value(label)


def _is_at(ledger: Ledger, target: Target, place: Span) -> bool:
    """Does the target's quote, or a figure of it, stand at the anchor?"""
    figures = (figure.span for figure in ledger.figures if figure.target == target.id)
    return place.overlaps(target.span) or any(place.overlaps(span) for span in figures)


def _by_words(ledger: Ledger, gold: list[dict[str, str]], ours: list[Target], wrong: list[str]) -> tuple[int, int]:
    """Targets told by words: found, false. The wording at the anchor decides; its reading is not compared."""
    free, found = list(ours), 0
    for row in gold:
        place = _anchor(ledger, row["article"], row["quote_anchor"])
        match = next((one for one in free if place and place.overlaps(one.span)), None)
        if match is None and place:
            clause = _clause(ledger, place.start)
            value = decimal(row["value_norm"])
            match = next((one for one in free if one.clause == clause and one.value_norm == value), None)
        if match is None:
            wrong.append(f"{row['id']} not found: {row['quote_anchor']}")
            continue
        free.remove(match)
        found += 1
    wrong += [f"{one.id} is not told by words in the gold standard: {ledger.quote(one.span)}" for one in free]
    return found, len(free)


def _clause(ledger: Ledger, place: int) -> str:
    article = next((a for a in ledger.articles if a.span.start <= place < a.span.end), None)
    clauses = article.clauses if article else ()
    return next((clause.id for clause in reversed(clauses) if clause.span.start <= place), "")


def _measures(ledger: Ledger, gold: list[dict[str, str]], wrong: list[str], *, with_verb: bool) -> int:
    """Measures matched one to one: same clause and, with_verb, the same verb; the nearest first."""
    pairs: list[tuple[int, int, int, int]] = []
    by_article: dict[str, list[tuple[int, Measure]]] = {}
    for number, measure in enumerate(ledger.measures):
        by_article.setdefault(measure.article, []).append((number, measure))
    places = [_anchor(ledger, row["article"], row["quote_anchor"]) for row in gold]
    for at, (row, place) in enumerate(zip(gold, places, strict=True)):
        if place is None:
            wrong.append(f"{row['id']}: its anchor is not in article {row['article']}")
            continue
        clause = _clause(ledger, place.start)
        for number, measure in by_article.get(row["article"], ()):
            is_there = (
                measure.span.overlaps(place)
                if not with_verb
                else (measure.span.contains(place) or measure.clause == clause)
            )
            verbs = {measure.verb, row["verb"]}
            if is_there and (not with_verb or any(all(one in other for other in verbs) for one in verbs)):
                apart = max(measure.span.start - place.end, place.start - measure.span.end, 0)
                pairs.append((apart, abs(measure.span.start - place.start), at, number))
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    for _, _, at, number in sorted(pairs):
        if at not in taken_gold and number not in taken_ours:
            taken_gold.add(at)
            taken_ours.add(number)
    for at, row in enumerate(gold):
        if at not in taken_gold:
            wrong.append(f"{row['id']} not found: {row['verb']} | {row['object']} | {row['quote_anchor']}")
    for number, measure in enumerate(ledger.measures):
        if number not in taken_ours:
            wrong.append(f"{measure.id} is not in the gold standard: {measure.verb} | {measure.object}")
    return len(taken_gold)


def _classes(ledger: Ledger, wrong: list[str]) -> tuple[int, int]:
    """Of the figures in digits that are no targets: how many have the class of the gold standard."""
    digits = [figure for figure in ledger.figures if figure.written == "digits"]
    used: set[str] = set()
    right = of = 0
    for row in _rows("datong-negatives.csv"):
        if row["digit_kind"] != "arabic":
            continue
        of += 1
        figure = None
        for occurrence in range(8):
            place = _anchor(ledger, row["article"], row["quote_anchor"], occurrence)
            inside = (f for f in digits if place and place.contains(f.span) and f.id not in used)
            figure = next((f for f in inside if _plain(f.text) == _plain(row["token"])), None)
            if figure or place is None:
                break
        allowed = _CLASSES.get(row["negative_class"], {row["negative_class"].replace(" ", "_")})
        if figure:
            used.add(figure.id)
        if figure and figure.figure_class in allowed:
            right += 1
        else:
            ours = figure.figure_class if figure else "not in the account"
            wrong.append(f"{row['id']} {row['quote_anchor']}: {ours} for {row['negative_class']}")
    return right, of


def _plain(figure: str) -> Decimal | str:
    found = re.search(r"\d+(?:[.．]\d+)?", figure)
    return Decimal(found.group().replace("．", ".")) if found else figure
