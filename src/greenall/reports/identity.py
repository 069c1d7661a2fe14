"""Which ledger a workbook belongs to, whatever reviewers have decided since it was written.

The identity covers the document, the version, the figures and every row with its place and rules; it leaves out what a
review may change. So a workbook can be applied, and applied again, to the ledger it came from, and to no other.
"""

import hashlib
from dataclasses import replace

from greenall.plans.files import dump
from greenall.plans.ledger import Deadline, Ledger, Measure, Review, Target
from greenall.quantity.amount import Comparator


def identity(ledger: Ledger) -> str:
    """Hex digest of everything in the ledger that a review cannot change."""
    targets = tuple(_bare_target(row) for row in ledger.targets)
    measures = tuple(_bare_measure(row) for row in ledger.measures)
    bare = replace(ledger, targets=targets, measures=measures)
    return hashlib.sha256(dump(bare).encode()).hexdigest()


def _bare_target(row: Target) -> Target:
    return replace(
        row,
        indicator="",
        comparator=Comparator.EQUAL,
        strict=False,
        value=None,
        value2=None,
        value_norm=None,
        value2_norm=None,
        unit="",
        unit_norm="",
        deadline=Deadline(),
        review=Review(),
    )


def _bare_measure(row: Measure) -> Measure:
    return replace(row, verb="", object="", actor="", partner="", deadline=Deadline(), review=Review())
