"""The difference of two versions of a plan as rows of text, in the reader's language."""

from dataclasses import dataclass

from greenall.plans.amend import Difference, DifferenceKind, RowDifference
from greenall.plans.entries import parse_days
from greenall.plans.ledger import Change
from greenall.quantity.amount import Comparator
from greenall.reports.labels import column, label, render_article, render_date
from greenall.wording import say

HEADS = ("change", "row", "article", "name", "changes")


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One line of the table: the kind of change, the row, its article, what it is about, what changed."""

    change: str
    row: str
    article: str
    name: str
    changes: str

    def cells(self) -> tuple[str, ...]:
        """The line in the order of `heads`."""
        return (self.change, self.row, self.article, self.name, self.changes)


def heads(language: str) -> tuple[str, ...]:
    """The heads of the table."""
    return tuple(column(f"difference_{name}", language) for name in HEADS)


def render(difference: Difference, language: str) -> tuple[DifferenceRow, ...]:
    """The lines of the table, in order of the difference."""
    return tuple(_row(row, language) for row in difference.rows)


def summary(difference: Difference, language: str) -> str:
    """How many rows were added, changed, moved, dropped and left as they were."""
    parts = [f"{label('difference', kind, language)} {difference.count(kind)}" for kind in DifferenceKind]
    parts.append(f"{label('difference', 'unchanged', language)} {difference.unchanged}")
    return " · ".join(parts)


def _row(row: RowDifference, language: str) -> DifferenceRow:
    return DifferenceRow(
        label("difference", row.kind, language),
        _arrow(row.old_id, row.new_id),
        _arrow(*(render_article(number, language) if name else "" for number, name in _articles(row))),
        row.new_name or row.old_name,
        "\n".join(_change(change, language) for change in row.changes if change.field != "article"),
    )


def _articles(row: RowDifference) -> tuple[tuple[str, str], tuple[str, str]]:
    return (row.old_article, row.old_id), (row.new_article, row.new_id)


def _arrow(before: str, after: str) -> str:
    return f"{before} → {after}" if before and after and before != after else after or before


def _change(change: Change, language: str) -> str:
    shown = (_value(change.field, text, language) or say("reports.difference.nothing", language)
             for text in (change.before, change.after))  # fmt: skip
    before, after = shown
    return say("reports.difference.line", language, field=column(change.field, language), before=before, after=after)


def _value(field: str, text: str, language: str) -> str:
    if field == "modality":
        return label("modality", text, language)
    if field == "deadline":
        days = parse_days(text)
        if days is None:
            return label("window", text, language) if text else ""
        return "–".join(render_date(day, language) for day in (days.start, days.end) if day)
    if field == "amount":
        sign, _, value = text.partition(" ")
        return f"{label('comparator', Comparator(sign), language)} {value}".strip()
    return text
