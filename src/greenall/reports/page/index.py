"""A ledger with its rows by id and its findings by row, so that a page of thousands of rows is drawn in linear time."""

from dataclasses import dataclass

from greenall.plans.ledger import Figure, Finding, Ledger, Measure, Target


@dataclass(frozen=True, slots=True)
class Index:
    """Look-ups that a page needs many times. Made once by `index`."""

    ledger: Ledger
    rows: dict[str, Target | Measure | Figure | Finding]
    questions: dict[str, tuple[Finding, ...]]  # row id -> findings about it

    def listed(self, row_id: str) -> Target | Measure | None:
        """The target or measure with this id."""
        row = self.rows.get(row_id)
        return row if isinstance(row, Target | Measure) else None


def index(ledger: Ledger) -> Index:
    """The look-ups of a ledger."""
    rows: dict[str, Target | Measure | Figure | Finding] = {}
    rows |= {row.id: row for row in ledger.figures}
    rows |= {row.id: row for row in ledger.findings}
    rows |= {row.id: row for row in ledger.measures}
    rows |= {row.id: row for row in ledger.targets}
    questions: dict[str, list[Finding]] = {}
    for finding in ledger.findings:
        if finding.row:
            questions.setdefault(finding.row, []).append(finding)
    return Index(ledger, rows, {row: tuple(found) for row, found in questions.items()})
