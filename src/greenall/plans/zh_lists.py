"""Rows of Chinese figures that share a name, a year or a word: 分别, 均, 5个省级、12个市级田园综合体."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from greenall.plans.reading import Commitment
from greenall.plans.zh_around import Seen
from greenall.plans.zh_indicator import joined_names, split_list
from greenall.quantity.amount import Bound, Comparator, comparator
from greenall.quantity.times import Time

_BETWEEN = re.compile(r"、|和|与|及|以及|,|")


def share_out(text: str, row: Sequence[Commitment], group: Sequence[Seen], times: tuple[Time, ...]) -> list[Commitment]:
    """The commitments of one clause with the names and years that they share.

    `row` and `group` are the same figures in order; `times` are joined years in front of them (2025年和2027年).
    """
    targets = _with_noun_of_last(list(row), group)
    for run in _runs(text, group):
        head = targets[run[0]]
        names = split_list(head.indicator, len(run))
        for offset, index in enumerate(run):
            target = replace(
                targets[index], comparator=_like(targets[index], head, group[run[0]]), baseline_year=head.baseline_year
            )
            if len(times) == len(run):
                targets[index] = replace(
                    target,
                    indicator=head.indicator,
                    time=times[offset],
                    inherited=offset > 0,
                    rules=(*target.rules, "zh.respectively_times"),
                )
            else:
                targets[index] = replace(
                    target,
                    indicator=names[offset] if names else target.indicator,
                    scope=head.scope,
                    rules=(*target.rules, "zh.respectively"),
                )
    return [one for target, seen in zip(targets, group, strict=True) for one in _each_of(target, seen)]


def _runs(text: str, group: Sequence[Seen]) -> list[list[int]]:
    """Figures that follow each other with nothing but a joint between them, two or more."""
    runs: list[list[int]] = [[]]
    for index, seen in enumerate(group):
        if runs[-1] and not _BETWEEN.fullmatch(text[group[index - 1].rest_at : seen.amount.span.start]):
            runs.append([])
        runs[-1].append(index)
    return [run for run in runs if len(run) > 1]


def _with_noun_of_last(targets: list[Commitment], group: Sequence[Seen]) -> list[Commitment]:
    """5个省级、12个市级田园综合体: the noun printed last holds for all."""
    for index, (seen, following) in enumerate(itertools.pairwise(group)):
        tail = re.search(r"级(.+)$", following.right_name.text)
        if seen.right_name.text.endswith("级") and tail:
            rules = (*targets[index].rules, "zh.shared_noun")
            targets[index] = replace(targets[index], indicator=targets[index].indicator + tail.group(1), rules=rules)
    return targets


def _each_of(target: Commitment, seen: Seen) -> list[Commitment]:
    """化肥、农药利用率均达到43%: one commitment for each of the names."""
    if seen.right_name.text or not re.search("均|都|各", seen.raw_left[-len(seen.cue.cue) - 4 :]):
        return [target]
    parts = len(joined_names(target.indicator))
    names = split_list(target.indicator, parts) if parts > 1 else None
    if not names or any(len(name) < 3 for name in names):
        return [target]
    return [replace(target, indicator=name, rules=(*target.rules, "zh.each_of")) for name in names]


def _like(target: Commitment, head: Commitment, seen: Seen) -> Comparator:
    """A later member of a row takes the words in front of the first (分别超过90%、75%), not those behind (95%以上、70%)."""
    if target.comparator is not Comparator.EQUAL or head.amount is None:
        return target.comparator
    if seen.bound_after:
        return comparator(seen.cue.change, Bound.NONE, False)
    return head.comparator
