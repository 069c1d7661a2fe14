"""Values of the plan pages put into words: steps of the compiler, what a review changed and refused, what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from greenall.reports import labels
from greenall.web.plans.services import Outcome
from greenall.web.records.models import Event
from greenall.wording import NoWording, say


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One changed field of one row."""

    row: str
    field: str
    before: str
    after: str


def step(name: str, language: str) -> str:
    """A step of the compiler; a step without a name of its own is shown as it is called."""
    return _or_key("web.step", name, language) if name else say("web.step.start", language)


def outcome(result: Outcome, language: str) -> dict[str, Any]:
    """What became of a workbook."""
    lines = [
        ChangeLine(row.row, field(change.field, language), change.before, change.after)
        for row in result.changes
        for change in row.changes
    ]
    return {
        "changes": lines,
        "version": result.version,
        "refusals": [say(refusal.code, language, **dict(refusal.values)) for refusal in result.refusals],
        "applied_words": say("web.review.applied", language, count=len(result.changes)),
        "refused_words": say("web.review.refused", language, count=len(result.refusals)),
    }


def field(name: str, language: str) -> str:
    """The head of the column a field stands in."""
    try:
        return labels.column(name, language)
    except NoWording:
        return name.replace("_", " ")


def heads(language: str) -> dict[str, str]:
    """Column heads of a table of changes."""
    return {name: labels.column(name, language) for name in ("row", "field", "before", "after")}


def history(events: Iterable[Event], language: str) -> list[dict[str, Any]]:
    """Events as lines."""
    lines = []
    for event in events:
        rows = event.details.get("rows")
        values = {} if rows is None else {"count": len(rows) if isinstance(rows, list) else rows}
        lines.append({"at": event.at, "words": say(f"web.event.{event.what.replace('.', '_')}", language, **values)})
    return lines


def _or_key(room: str, key: str, language: str) -> str:
    try:
        return say(f"{room}.{key}", language)
    except NoWording:
        return key.replace("_", " ")
