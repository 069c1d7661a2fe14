"""`greenall explain LEDGER ROW`: the words that made a row, what was read from them, and by which rules.

Every kind of row can be asked for: a target (T14), a measure (M7-03), a figure (F012), a finding (Q05).
"""

from collections.abc import Iterator
from pathlib import Path

import click

from greenall.cli import inputs, options
from greenall.cli.help import WordedCommand
from greenall.cli.terminal import console
from greenall.cli.voice import Refused, Voice
from greenall.plans.ledger import Figure, Finding, Ledger, Measure, Target
from greenall.reports import labels

Lines = Iterator[tuple[str, str]]
_HEADS = {"state": "review_state"}


@click.command("explain", cls=WordedCommand, help="cli.explain.help")
@options.ledger
@click.argument("row", metavar="ROW", help="cli.argument.row")
@options.ui
@click.pass_obj
def explain_row(voice: Voice, ledger: Path, row: str) -> None:
    whole = inputs.read_ledger(ledger)
    found = whole.row(row) or whole.row(row.upper())
    if found is None:
        rows = (*whole.targets, *whole.measures, *whole.figures, *whole.findings)
        if not rows:
            raise Refused("cli.explain.no_rows", row=row)
        kinds = (whole.targets, whole.measures, whole.figures, whole.findings)
        spans = ", ".join(f"{kind[0].id} … {kind[-1].id}" for kind in kinds if kind)
        raise Refused("cli.explain.unknown_row", row=row, rows=spans)
    _print_explanation(whole, found, voice)


def _print_explanation(ledger: Ledger, row: Target | Measure | Figure | Finding, voice: Voice) -> None:
    from rich.table import Table

    page = console()
    place = labels.render_article(row.article, voice.language)
    characters = voice("cli.explain.characters", start=row.span.start, end=row.span.end)
    page.print(f"{row.id}  {voice(f'cli.kind.{type(row).__name__.lower()}')} · {place} · {characters}")
    page.print(f"\n  “{ledger.quote(row.span)}”\n")
    for title, lines in _sections(ledger, row, voice):
        pairs = [(head, words) for head, words in lines if words]
        if not pairs:
            continue
        if title:
            page.print(title)
        table = Table.grid(padding=(0, 2))
        for head, words in pairs:
            table.add_row("", head, words)
        page.print(table)
        page.print()


def _sections(ledger: Ledger, row: Target | Measure | Figure | Finding, voice: Voice) -> Iterator[tuple[str, Lines]]:
    match row:
        case Target():
            yield "", _target(row, voice)
        case Measure():
            yield "", _measure(row, voice)
        case Figure():
            yield "", _figure(row, voice)
        case Finding():
            yield "", _finding(row, voice)
    if isinstance(row, Target | Measure):
        yield voice("cli.explain.deadline"), _deadline(ledger, row, voice)
        yield voice("cli.explain.owners"), _owners(row, voice)
        yield voice("cli.explain.review"), _review(row, voice)
    if not isinstance(row, Finding):
        yield voice("cli.explain.rules"), ((rule, rule_sentence(rule, voice)) for rule in row.rules)
        about = (finding for finding in ledger.findings if finding.row == row.id)
        yield voice("cli.explain.findings"), ((each.id, labels.render_finding(each, voice.language)) for each in about)


def rule_sentence(rule: str, voice: Voice) -> str:
    """What a rule does, in a sentence; a blank beside its name when nobody has worded it."""
    return labels.render_rule(rule, voice.language) or " "


def _target(row: Target, voice: Voice) -> Lines:
    language = voice.language

    def head(name: str) -> str:
        return labels.column(name, language)

    yield head("indicator"), row.indicator
    yield head("amount"), labels.render_amount_in_full(row, language)
    yield head("comparator"), f"{row.comparator.value}  ({labels.render_amount_words(row, language)})"
    yield head("baseline"), labels.render_baseline(row.baseline, row.unit, language)
    yield head("scope"), row.scope
    yield head("condition"), row.condition
    yield head("tier"), labels.label("tier", row.tier, language)
    yield head("target_kind"), labels.label("target_kind", row.kind, language)
    yield head("direction"), labels.label("direction", row.direction, language)
    yield head("modality"), labels.label("modality", row.modality, language)
    yield head("measures"), ", ".join(row.measures)
    yield head("repeats"), row.repeats
    yield head("confidence"), str(row.confidence)


def _measure(row: Measure, voice: Voice) -> Lines:
    language = voice.language

    def head(name: str) -> str:
        return labels.column(name, language)

    yield head("verb"), row.verb
    yield head("object"), row.object
    yield head("measure_type"), labels.label("measure_type", row.type, language)
    yield head("modality"), labels.label("modality", row.modality, language)
    yield head("actor"), row.actor
    yield head("partner"), row.partner
    yield head("scope"), row.scope
    yield head("targets"), ", ".join(row.targets)
    yield head("confidence"), str(row.confidence)


def _figure(row: Figure, voice: Voice) -> Lines:
    language = voice.language
    yield labels.column("figure", language), row.text
    yield labels.column("figure_class", language), labels.label("figure_class", row.figure_class, language)
    yield labels.column("written", language), labels.label("written", row.written, language)
    yield labels.column("targets", language), row.target


def _finding(row: Finding, voice: Voice) -> Lines:
    yield labels.column("finding", voice.language), labels.render_finding(row, voice.language)
    yield labels.column("row", voice.language), row.row


def _deadline(ledger: Ledger, row: Target | Measure, voice: Voice) -> Lines:
    language, deadline = voice.language, row.deadline
    yield labels.column("deadline", language), labels.render_deadline(deadline, language)
    yield labels.column("origin", language), labels.label("origin", deadline.origin, language)
    if deadline.span:
        quote = ledger.quote(deadline.span)
        place = voice("cli.explain.characters", start=deadline.span.start, end=deadline.span.end)
        yield labels.column("quote", language), f"“{quote}” · {place}"


def _owners(row: Target | Measure, voice: Voice) -> Lines:
    yield labels.column("owner", voice.language), row.review.owner or voice("reports.owner.none")
    for suggestion in row.suggestions:
        reasons = ", ".join(suggestion.reasons)
        yield suggestion.name, voice("cli.explain.because", score=suggestion.score, reasons=reasons)


def _review(row: Target | Measure, voice: Voice) -> Lines:
    language, review = voice.language, row.review
    yield labels.column("review_state", language), labels.label("review_state", review.state, language)
    yield labels.column("note", language), review.note
    for change in review.changes:
        yield labels.column(_HEADS.get(change.field, change.field), language), f"{change.before} → {change.after}"
