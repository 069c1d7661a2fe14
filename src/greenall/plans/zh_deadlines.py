"""Days that stand apart from the figures they bound: in brackets, at the end of a list, in a heading."""

import re

from greenall.plans.zh_cues import has
from greenall.plans.zh_sentence import Clause, Passage
from greenall.quantity.place import Span

_BRACKET_OPEN = re.compile(r"\((?:力争|其中|计划|预计)?(?:到|于|在)?$")
_BRACKET_CLOSE = re.compile(r"(?:之?前)?(?:完成|建成|投用|投运|实现|到位|开工)?\)")
THE_ABOVE = re.compile(
    r"(?:上述|以上|前述|前款|各项|全部|所有|本条|任务)?(?:各项|工作|任务|目标|指标|项目|要求)*(?:完成)?(?:时限|期限|时间|均|在|于|应|须|要)|(?:上述|以上|前述)"
)
_TITLE = re.compile(r"(?:目标|任务|安排|计划|指标|阶段|要点)$")


def bracketed_times(passage: Passage) -> dict[Span, Span]:
    """Time -> amount, for days in brackets behind an amount when a sentence has several: 120座(10月底前)、4座(年底前).

    One alone at the end of a sentence governs the whole list and is not among them.
    """
    found: dict[int, list[tuple[Span, Span]]] = {}
    for clause in passage.clauses:
        for time in clause.times:
            opens = _BRACKET_OPEN.search(passage.text, max(0, time.span.start - 6), time.span.start)
            if not opens or not _BRACKET_CLOSE.match(passage.text, time.span.end):
                continue
            before_it = [amount for amount in clause.amounts if 0 <= opens.start() - amount.span.end <= 4]
            if before_it:
                found.setdefault(clause.sentence, []).append((time.span, before_it[-1].span))
    governing = {
        clause.sentence
        for clause in passage.clauses
        for other in [*clause.times]
        if all(other.span != span for span, _ in found.get(clause.sentence, []))
    }
    return {
        time: amount
        for sentence, pairs in found.items()
        if len(pairs) > 1 or sentence in governing
        for time, amount in pairs
    }


def only_says_done(rest: str) -> bool:
    """True when the words only say that something is finished: 全部完成, 建成投用."""
    rest = rest.strip()
    while rest:
        match = has("done").match(rest)
        if not match:
            return False
        rest = rest[match.end() :]
    return True


def is_lead(words: str, clause: Clause) -> bool:
    """A heading with a day: 2024年工作任务, (一)2025年目标。"""
    words = words.strip()
    if words.endswith(")") and re.search(r"\([^()]*\d{4}[^()]*\)$", words):
        return False  # the years of a plan's title
    return len(words) <= 24 and (clause.closes == "\n" or bool(_TITLE.search(words)))
