"""Questions for the reviewer: what a careful clerk would ask before signing the ledger.

plans.no_deadline           a target without a day
plans.inherited_deadline    the day stands in an earlier clause, sentence or heading
plans.ambiguous_indicator   the name was taken from elsewhere in the sentence
plans.conflict              two rows give the same indicator and day different values
plans.repeat                a row says again what another said
plans.unusual_unit          the unit does not go with the name
plans.by_words              the quantity is a word: confirm the figure
plans.figure_unexplained    a figure that no rule explains
"""

from collections.abc import Iterable

from greenall.plans.ledger import Figure, Finding, Target, Tier
from greenall.quantity.times import Origin

_ORDER = (
    "plans.conflict",
    "plans.unusual_unit",
    "plans.figure_unexplained",
    "plans.ambiguous_indicator",
    "plans.no_deadline",
    "plans.by_words",
    "plans.repeat",
    "plans.inherited_deadline",
)


def find_findings(
    targets: Iterable[Target], figures: Iterable[Figure], doubts: dict[str, tuple[str, ...]], unusual: set[str]
) -> tuple[Finding, ...]:
    """All findings, the gravest kind first, each kind in order of the document."""
    rows = list(targets)
    found: list[Finding] = []

    def ask(code: str, target: Target, **values: str) -> None:
        found.append(Finding("", code, target.span, target.article, target.id, tuple(values.items())))

    for target in rows:
        if target.repeats:
            ask("plans.repeat", target, row=target.id, other=target.repeats)
            continue
        if target.deadline.origin is Origin.NOT_STATED:
            ask("plans.no_deadline", target, row=target.id, indicator=target.indicator)
        elif target.deadline.origin is Origin.INHERITED:
            ask("plans.inherited_deadline", target, row=target.id, words=target.deadline.text)
        if target.id in unusual:
            ask("plans.unusual_unit", target, row=target.id, indicator=target.indicator, unit=target.unit or "—")
        if target.tier is Tier.WORDS:
            ask("plans.by_words", target, row=target.id, indicator=target.indicator)
        for doubt in doubts.get(target.id, ()):
            ask(doubt, target, row=target.id, indicator=target.indicator)
    for first, second in conflicts(rows):
        ask("plans.conflict", second, row=second.id, other=first.id, indicator=second.indicator)
    for figure in figures:
        if figure.figure_class == "unexplained":
            found.append(
                Finding(
                    "", "plans.figure_unexplained", figure.span, figure.article, figure.id, (("figure", figure.text),)
                )
            )
    found.sort(key=lambda finding: (_ORDER.index(finding.code) if finding.code in _ORDER else 99, finding.span))
    return tuple(
        Finding(f"Q{number:02d}", one.code, one.span, one.article, one.row, one.values)
        for number, one in enumerate(found, start=1)
    )


def conflicts(targets: list[Target]) -> list[tuple[Target, Target]]:
    """Pairs with the same indicator, scope, kind of comparison and day, but different values."""
    first: dict[tuple[str, ...], Target] = {}
    pairs = []
    for target in targets:
        if target.repeats or not target.indicator or target.value is None or not target.deadline.iso:
            continue
        key = (
            target.indicator,
            target.scope,
            target.deadline.iso,
            target.unit_norm,
            str(target.comparator.is_change),
            str(target.baseline.year),
        )
        other = first.setdefault(key, target)
        if other is not target and (other.value_norm, other.value2_norm) != (target.value_norm, target.value2_norm):
            pairs.append((other, target))
    return pairs


def repeats(targets: list[Target]) -> dict[str, str]:
    """Row -> the row it repeats: the same name, value, unit and comparison said twice in the document.

    The row inside the articles is the original; the lead of a news page before it is the repeat.
    """
    groups: dict[tuple[str, ...], list[Target]] = {}
    for target in targets:
        if target.indicator:
            key = (
                target.indicator,
                target.comparator.value,
                str(target.value_norm),
                str(target.value2_norm),
                target.unit_norm,
            )
            groups.setdefault(key, []).append(target)
    found = {}
    for group in groups.values():
        inside = [target for target in group if target.article] or group
        original = next((target for target in inside if target.deadline.iso), inside[0])
        for target in group:
            same_day = target.deadline.iso in ("", original.deadline.iso)
            if target is not original and (not target.article or same_day and target.scope == original.scope):
                found[target.id] = original.id
    return found
