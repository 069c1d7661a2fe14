"""Two plans compared, in the reader's words: what was added, changed, moved and dropped."""

from dataclasses import dataclass

from greenall.plans.amend import DifferenceKind, RowDifference, compare
from greenall.plans.ledger import Ledger, Measure, Target
from greenall.reports import labels
from greenall.reports.page import rows
from greenall.web.plans import selectors, words
from greenall.web.plans.models import Plan
from greenall.wording import say

ORDER = (DifferenceKind.CHANGED, DifferenceKind.ADDED, DifferenceKind.DROPPED, DifferenceKind.MOVED)


@dataclass(frozen=True, slots=True)
class Line:
    """One row that is not as it was."""

    kind: str
    row_kind: str
    old_id: str
    new_id: str
    article: str
    name: str
    was: str  # the former name, when it differs
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """All rows that differ in one way."""

    kind: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The page's content."""

    old: Plan
    new: Plan
    groups: tuple[Group, ...]
    is_same: bool
    unchanged: str


def view(old: Plan, new: Plan, language: str) -> View:
    """Compare the latest ledgers of two plans."""
    before, after = selectors.indexed(selectors.latest(old)), selectors.indexed(selectors.latest(new))
    difference = compare(before.ledger, after.ledger)

    def line(row: RowDifference) -> Line:
        was, now = before.listed(row.old_id), after.listed(row.new_id)
        present = now or was
        article = labels.render_article(row.new_article or row.old_article, language)
        if row.kind is DifferenceKind.MOVED:
            article = f"{labels.render_article(row.old_article, language)} → {article}"
        name = _name(present, after.ledger if now else before.ledger)
        former = _name(was, before.ledger) if was and now else ""
        return Line(
            kind=row.kind.value,
            row_kind=say(f"web.row.{row.row_kind}", language),
            old_id=row.old_id,
            new_id=row.new_id,
            article=article,
            name=name or row.new_name or row.old_name,
            was=former if former != name else "",
            changes=tuple(
                (
                    words.field(change.field, language),
                    _value(was, change.field, change.before, language),
                    _value(now, change.field, change.after, language),
                )
                for change in row.changes
            ),
        )

    groups = []
    for kind in ORDER:
        lines = tuple(line(row) for row in difference.rows if row.kind is kind)
        groups.append(Group(kind.value, labels.label("difference", kind.value, language), lines))
    return View(
        old=old,
        new=new,
        groups=tuple(groups),
        is_same=not difference.rows,
        unchanged=say("web.compare.same_help", language, count=difference.unchanged),
    )


def _name(row: Target | Measure | None, ledger: Ledger) -> str:
    return rows.title(row, ledger.source.language) if row else ""


def _value(row: Target | Measure | None, field: str, plain: str, language: str) -> str:
    """A field of a row as the reader writes it."""
    if row is None:
        return plain
    if field == "deadline":
        return labels.render_deadline(row.deadline, language)
    if field == "modality":
        return labels.label("modality", row.modality, language)
    if isinstance(row, Target) and field == "amount":
        return labels.render_amount(row, language)
    if isinstance(row, Target) and field == "baseline":
        return labels.render_baseline(row.baseline, row.unit, language)
    if field == "article":
        return labels.render_article(row.article, language)
    return plain
