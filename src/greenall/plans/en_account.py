"""What every other figure of an English passage is: each run of digits that is no value of a commitment gets a class."""

import re
from collections.abc import Sequence

from greenall.plans.en_frames import Frame
from greenall.plans.en_sentence import Passage
from greenall.plans.en_times import Placed, Role
from greenall.plans.reading import Commitment
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask, Taken

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def explain(
    page: Passage, commitments: Sequence[Commitment], refused: Sequence[tuple[Frame, str]], placed: Sequence[Placed]
) -> tuple[Mask, ...]:
    """Masks for all figures that are no value of a commitment, in order and without overlap."""
    values = [figure for one in commitments if one.amount is not None for figure in one.amount.figures]
    roles = {one.time.span: one.role for one in placed}
    known: list[Mask] = []
    for time in page.times:
        role = roles.get(time.span, Role.DEADLINE)
        known.append(Mask(time.span, str(role), f"en.time.{role.name.lower()}"))
    known += page.masks
    for frame, figure_class in refused:
        known += [Mask(figure, figure_class, f"en.context.{figure_class}") for figure in frame.amount.figures]
    told = Taken.of(values)
    free: list[Mask] = [mask for mask in known if told.is_free(mask.span.start, mask.span.end)]
    covered = Taken.of([*values, *(mask.span for mask in free)])
    refused_spans = {figure for frame, _ in refused for figure in frame.amount.figures}
    for amount in page.amounts:
        for figure in amount.figures:
            if figure not in refused_spans and covered.is_free(figure.start, figure.end):
                free.append(Mask(figure, "lexical" if amount.in_words else "parameter", "en.unread"))
                covered.add(figure)
    free += _left_over(page, covered)
    return tuple(sorted(set(free), key=lambda mask: (mask.span, mask.rule)))


def _left_over(page: Passage, covered: Taken) -> list[Mask]:
    """Digits inside units (m2, CO2e) and names; a figure that stands alone stays unexplained."""
    found = []
    for match in _DIGITS.finditer(page.text):
        if not covered.is_free(*match.span()):
            continue
        before = page.text[match.start() - 1 : match.start()]
        behind = page.text[match.end() : match.end() + 1]
        if before.isalpha() or behind.isalpha():
            found.append(Mask(Span(*match.span()), "name", "en.part_of_word"))
    return found
