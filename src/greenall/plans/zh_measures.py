"""What a Chinese passage says must be done: one act a clause, with what only follows from it taken in.

A measure begins where a clause opens with a verb of the table (积极推进…, 建立健全…), has one behind a phrase
(在老城区推行…, 将…纳入…) or names who acts before it (各部门要…). A clause that frames (按照…, 围绕…), only gives a day,
or only says what comes of the act before it (促进…, 提升…) makes no row of its own; headings make none either.
In an article of goals the verb stands at the end of the clause and its subject is the object.

>>> from greenall.plans.reading import Context
>>> [(act.verb, act.object) for act in find_acts("加快推进焦化行业深度治理,建立健全碳账户管理机制。", Context())]
[('推进', '焦化行业深度治理'), ('建立健全', '碳账户管理机制')]
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from greenall.plans.ledger import Modality
from greenall.plans.reading import Act, Context
from greenall.plans.zh_acts_front import strip
from greenall.plans.zh_acts_join import Earlier, elaborates, goes_on, is_result, leads_in
from greenall.plans.zh_acts_kind import kind_of, modality_of
from greenall.plans.zh_acts_owners import Note, find_notes
from greenall.plans.zh_acts_predicate import say
from greenall.plans.zh_acts_said import Duty, Said
from greenall.plans.zh_acts_words import group
from greenall.plans.zh_context import States, is_baseline, states_of
from greenall.plans.zh_sentence import Clause, Passage, read_passage
from greenall.quantity.place import Span
from greenall.quantity.times import Time, Window

_NUMBERED = re.compile(
    r"\s*(?:#{1,6}\s+|\(?\d{1,3}(?:[)、]|[.．](?!\d))|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]+[章节条]"
    r"|[①-⑳]|[-*•·●○]|——?|[一二三四五六七八九十]是)?\s*(?=.)"
)
_ARTICLE = re.compile(
    r"\s*(?:#{1,6}\s|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]+[章节])"
)
_STRIVE_BY = re.compile(r"(?:力争|争取)(?:到|至|在)?[^,;。]{2,14}[末底前年]")
_REACHED = re.compile(r"(?:力争|争取)?(?P<what>[^,;]{4,40}?)(?:力争|争取)?(?P<verb>稳定|保持|达到|控制|提高)[在到至]?$")


def find_acts(text: str, context: Context) -> tuple[Act, ...]:
    """The measures of folded `text`, in order."""
    passage = read_passage(text, context.issued)
    return acts_of(passage, states_of(passage, context.issued))


@dataclass(slots=True)
class _Run:
    """Where the reading stands: the talk of the line, and the acts of the present sentence."""

    preamble: bool = False
    goals: bool = False
    guiding: bool = False  # a sentence of general guidance
    sentence: int = -1
    line: int = -1
    time: Time | None = None
    duty: str = ""
    leads: bool = False  # the only act so far merely leads to the next one
    strives: bool = False
    earlier: list[Earlier] = field(default_factory=list)


def acts_of(passage: Passage, states: Sequence[States]) -> tuple[Act, ...]:
    """The measures of a passage that was already cut into clauses; `states` tells the kind of talk at each."""
    acts: list[Act] = []
    run = _Run()
    notes = find_notes(passage.text)
    titles = _titles(passage)
    for number, clause in enumerate(passage.clauses):
        words = clause.span.of(passage.text)
        first_of_line = clause.line != run.line
        if clause.sentence != run.sentence:
            run.sentence, run.time, run.duty, run.line = clause.sentence, None, "", clause.line
            run.earlier, run.leads, run.strives = [], False, False
            run.guiding = bool(group("join", "guiding").search(words))
        days = [t for t in clause.times if t.window is not Window.EVERY_YEAR and not is_baseline(passage.text, t)]
        if first_of_line and (clause.is_heading or number in titles):
            run.preamble = bool(group("join", "preamble").search(words))
            run.goals = bool(group("join", "goals").search(words))
        if days:
            run.time = days[-1]
        if number in titles or run.preamble or run.guiding or _in_note(notes, clause):
            continue
        if states[clause.number].why_not() or states[clause.number].penal:
            continue
        _take(passage, clause, words, days, run, acts)
    return _owned(acts, notes, passage)


def _titles(passage: Passage) -> set[int]:
    """Clauses that are titles: （七）推动循环发展。, a line of its own without a closing mark, 1．绿色能源行动。 + text."""
    clauses, titles = passage.clauses, set()
    filled = [number for number, clause in enumerate(clauses) if clause.span.of(passage.text).strip()]
    last = filled[-1] if filled else 0
    for number, clause in enumerate(clauses):
        if number and clauses[number - 1].line == clause.line:
            continue
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        alone = following is None or following.line != clause.line
        if _ARTICLE.match(clause.span.of(passage.text)):
            is_title = clause.closes in "。\n:"
        elif clause.is_item:
            is_title = (
                clause.closes == "。" and not alone and bool(following and following.span.of(passage.text).strip())
            )
        else:
            is_title = clause.closes == "\n" and alone and number < last
        if is_title:
            titles.add(number)
    return titles


def _in_note(notes: list[Note], clause: Clause) -> bool:
    at = bisect_left(notes, clause.span.end, key=lambda note: note.span.start)
    return (
        at > 0 and notes[at - 1].span.end > clause.span.start + 1 and notes[at - 1].span.start <= clause.span.start + 1
    )


def _take(passage: Passage, clause: Clause, words: str, days: list[Time], run: _Run, acts: list[Act]) -> None:
    """Read one clause: a new act, more of the act before it, or nothing."""
    numbering = _NUMBERED.match(words)
    at = numbering.end() if numbering else 0
    body = words[at:]
    counted = bool(clause.amounts)
    said = None if run.goals and counted else say(body, goal=run.goals)
    if _STRIVE_BY.fullmatch(body):
        run.strives = True
    if isinstance(said, Duty):
        run.duty = said.actor
        return
    if said is None and counted and (run.strives or body.startswith(("力争", "争取"))):
        said = _reached(passage, clause, at)
    if said is None:
        if run.earlier and (counted or run.goals):
            acts[-1] = replace(acts[-1], span=Span(acts[-1].span.start, clause.span.end))
        return
    if run.duty and not said.actor and not said.asked and said.rule not in ("zh.act_at_end", "zh.act_of_subject"):
        said = replace(said, actor=run.duty)
    elif said.actor and said.rule == "zh.act_of_actor":
        run.duty = said.actor
    begin = clause.span.start + at
    leads = (
        run.leads
        and len(run.earlier) == 1
        and run.earlier[0].part == clause.part
        and not is_result(said)
        and not elaborates(said)
    )
    if leads:
        begin = acts.pop().span.start
        run.earlier = []
    elif not run.goals and run.earlier and goes_on(run.earlier, said, counted=counted, part=clause.part):
        last = acts[-1]
        acts[-1] = replace(last, span=Span(last.span.start, clause.span.end), time=last.time or run.time)
        return
    run.leads = not run.earlier and not counted and leads_in(said)
    run.earlier.append(Earlier(said, counted, clause.part))
    end = clause.span.end - (len(words) - len(words.rstrip()))
    modality = Modality.GOAL if run.goals else Modality.STRIVE if said.strives else modality_of(said.verb, body)
    acts.append(
        Act(
            span=Span(begin, end),
            verb=said.verb,
            object=said.object,
            type="goal" if run.goals else kind_of(said.verb, f"{said.verb}{said.object}"),
            modality=modality,
            rules=(said.rule,),
            actor=said.actor,
            partner=said.partner,
            scope=said.scope,
            time=run.time,
            inherited=bool(run.time and not days),
        )
    )


def _reached(passage: Passage, clause: Clause, at: int) -> Said | None:
    """力争 + indicator + 稳定在 + figure: a goal to strive for, with its own subject."""
    left = passage.text[clause.span.start + at : clause.amounts[-1].span.start]
    if (match := _REACHED.match(left)) and (what := strip(match["what"])):
        return Said(match["verb"], what, "zh.strive_for_figure", opening="力争", strives=True)
    return None


def _owned(acts: list[Act], notes: list[Note], passage: Passage) -> tuple[Act, ...]:
    """The acts with who answers for them: a note holds for what stands on its line since the note before."""
    if not notes:
        return tuple(acts)
    owned: list[Act] = []
    for act in acts:
        at = bisect_left(notes, act.span.start, key=lambda note: note.span.start)
        if at < len(notes) and passage.text.find("\n", act.span.start, notes[at].span.start) < 0:
            note = notes[at]
            span = (
                Span(act.span.start, min(act.span.end, note.span.start))
                if note.span.start > act.span.start
                else act.span
            )
            act = replace(act, actor=act.actor or note.actor, partner=act.partner or note.partner, span=span)
        owned.append(act)
    return tuple(owned)
