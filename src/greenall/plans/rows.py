"""From what a passage said to rows of the ledger: places in the published text, ids, kind and direction."""

from collections.abc import Callable
from decimal import Decimal

from greenall.plans.kinds import direction_of, kind_of
from greenall.plans.ledger import Baseline, Deadline, Measure, Target
from greenall.plans.reading import Act, Commitment
from greenall.quantity.place import Span
from greenall.quantity.times import Origin, Time, Window

Published = Callable[[Span], Span]  # folded span of the passage -> span of the published text
Written = Callable[[str, Span], str]  # folded words and where they come from -> the words as the document writes them


def deadline_of(time: Time | None, inherited: bool, every_year: bool, published: Published, text: str) -> Deadline:
    """The deadline as the ledger keeps it, with its origin and its words."""
    if every_year:
        return Deadline(origin=Origin.STATED, window=Window.EVERY_YEAR)
    if time is None:
        return Deadline()
    span = published(time.span)
    return Deadline(
        origin=Origin.INHERITED if inherited and time.origin is not Origin.COLUMN else time.origin,
        window=time.window,
        start=time.start,
        end=time.end,
        text=span.of(text),
        span=span,
    )


def target_from(
    commitment: Commitment,
    *,
    id: str,
    article: str,
    clause: str,
    published: Published,
    written: Written,
    unit_written: Written,
    text: str,
    language: str,
) -> Target:
    """A row for `commitment`."""
    amount = commitment.amount
    value = amount.value if amount else commitment.value
    unit = amount.unit if amount else commitment.unit
    return Target(
        id=id,
        article=article,
        clause=clause,
        span=published(commitment.quote),
        tier=commitment.tier,
        indicator=written(commitment.indicator, commitment.quote),
        comparator=commitment.comparator,
        value=value,
        unit=unit_written(unit, amount.figures[-1] if amount and amount.figures else commitment.quote),
        value_norm=amount.value_norm if amount else value,
        unit_norm=written(amount.unit_norm if amount else unit, commitment.quote),
        kind=kind_of(amount, commitment.comparator, commitment.indicator, language),
        direction=direction_of(commitment.comparator, commitment.indicator, language),
        modality=commitment.modality,
        value2=amount.value2 if amount else None,
        value2_norm=amount.value2_norm if amount else None,
        strict=commitment.strict,
        relative_to=commitment.relative_to,
        baseline=Baseline(commitment.baseline_year, commitment.baseline_value),
        deadline=deadline_of(commitment.time, commitment.inherited, commitment.every_year, published, text),
        scope=commitment.scope,
        condition=commitment.condition,
        confidence=max(Decimal(0), min(Decimal(1), commitment.confidence)),
        rules=commitment.rules,
    )


def measure_from(act: Act, *, id: str, article: str, clause: str, published: Published, text: str) -> Measure:
    """A row for `act`."""
    return Measure(
        id=id,
        article=article,
        clause=clause,
        span=published(act.span),
        verb=act.verb,
        object=act.object,
        type=act.type,
        modality=act.modality,
        actor=act.actor,
        partner=act.partner,
        scope=act.scope,
        deadline=deadline_of(act.time, act.inherited, False, published, text),
        confidence=act.confidence,
        rules=act.rules,
    )
