"""The figure account of a Korean passage: every figure that is no value of a commitment, with what it is.

>>> from greenall.plans.ko_targets import read
>>> from greenall.plans.reading import Context
>>> [(m.figure_class, m.span.start) for m in read("2030년까지 숲 3개소를 조성한다.", Context()).explained]
[('deadline', 0)]
"""

from collections.abc import Iterable, Mapping, Sequence

from greenall.plans.ko_deadlines import Role
from greenall.plans.ko_masks import find_masks
from greenall.plans.reading import Commitment
from greenall.quantity.amount import Amount
from greenall.quantity.ko import find_vague
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask, Taken
from greenall.quantity.times import Time, Window


def explain(
    passage: str,
    commitments: Sequence[Commitment],
    times: Iterable[Time],
    roles: Mapping[Span, Role],
    masks: Sequence[Mask],
    amounts: Sequence[Amount],
    passed: Mapping[Span, tuple[str, str]],
) -> tuple[Mask, ...]:
    """Masks for all figures but the values of `commitments`, in order."""
    used = {commitment.amount.span for commitment in commitments if commitment.amount is not None}
    found = list(masks)
    found += [Mask(time.span, *_of_time(time, roles)) for time in times]
    for amount in amounts:
        if amount.span not in used:
            figure_class, rule = passed.get(amount.span, ("attribute", "ko.beside"))
            found.append(Mask(amount.span, figure_class, rule))
    taken = Taken.of([*(mask.span for mask in found), *(amount.span for amount in amounts)])
    found += find_masks(passage, taken, late=True)
    found += [mask for mask in find_vague(passage) if taken.is_free(mask.span.start, mask.span.end)]
    return tuple(sorted(found, key=lambda mask: mask.span))


def _of_time(time: Time, roles: Mapping[Span, Role]) -> tuple[str, str]:
    if time.window is Window.EVERY_YEAR:
        return "frequency", time.rule
    if time.rule == "ko.date" and time.end is not None and roles.get(time.span) is Role.STATUS:
        return "issue_date", time.rule
    role = roles.get(time.span, Role.DEADLINE)
    return "baseline" if role is Role.START else str(role), time.rule
