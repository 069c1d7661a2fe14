"""Reading a Chinese passage: which quantities it commits to, by when, compared with what.

The passage is read clause by clause from left to right. What a clause leaves behind for the next ones is kept in
`_Carried`: the day that is in force, the year of comparison, the name last measured. Inside a clause every amount is
read outwards: the cue words in front of it and behind it, then the name on the side where it stands.

>>> from greenall.plans.reading import Context
>>> [c] = read("到“十四五”末,新能源装机容量占比达到50%。", Context()).commitments
>>> c.indicator, c.comparator.value, c.time.end.isoformat()
('新能源装机容量占比', '=', '2025-12-31')
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from greenall.plans.ledger import Modality, Tier
from greenall.plans.reading import Commitment, Context, Reading
from greenall.plans.zh_around import (
    COVERING,
    REACH_ENDING,
    Seen,
    bound_before_act,
    is_old_value,
    look_around,
    name_before_from,
)
from greenall.plans.zh_context import States, is_baseline, states_of, why_not
from greenall.plans.zh_cues import Before, has, opening_change
from greenall.plans.zh_deadlines import THE_ABOVE, bracketed_times, is_lead, only_says_done
from greenall.plans.zh_gate import Standing, why_no_commitment
from greenall.plans.zh_indicator import (
    Name,
    act_opening,
    clean,
    is_only_verbs,
    predicate_first,
    span_of,
    without_times,
    without_trailing_act,
    without_verb,
)
from greenall.plans.zh_lists import share_out
from greenall.plans.zh_measures import acts_of
from greenall.plans.zh_sentence import Clause, Passage, read_passage
from greenall.plans.zh_wholes import find_wholes
from greenall.quantity.amount import Amount, Bound, Change, Comparator, comparator
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask
from greenall.quantity.times import Time, Window


@dataclass(slots=True)
class _Carried:
    """What earlier clauses leave for the later ones of the same sentence."""

    time: Time | None = None
    head_clause: int = -1  # clause that holds nothing but the day: 到2025年,
    times: tuple[Time, ...] = ()  # joined years: 2025年和2027年
    baseline: Time | None = None
    name: Name | None = None
    hint: Name | None = None  # words of a clause without figure
    hint_clause: int = -9
    yearly: bool = False  # 从2025年起,每年...: holds until another day is named
    strive: bool = False
    encourage: bool = False
    accepted_clause: int = -9


def read(text: str, context: Context) -> Reading:
    """Read folded `text`, one or more lines, as one passage."""
    passage = read_passage(text, context.issued)
    states = states_of(passage, context.issued)
    reader = _Reader(passage, context, states)
    for number, clause in enumerate(passage.clauses):
        reader.read_clause(number, clause)
    explained = tuple(sorted([*reader.explained, *passage.masks, *reader.explain_times()], key=lambda mask: mask.span))
    wholes = find_wholes(passage, explained, context, states)
    commitments = sorted([*reader.commitments, *wholes], key=lambda one: one.quote)
    return Reading(tuple(commitments), explained, passage.times, acts_of(passage, states))


class _Reader:
    def __init__(self, passage: Passage, context: Context, talk: Sequence[States]) -> None:
        self.passage = passage
        self.text = passage.text
        self.context = context
        self.talk = talk
        self.carried = _Carried()
        self.sentence = -1
        self.lead: Time | None = context.lead
        self.lead_line = 0
        self.heading_line = -1
        self.commitments: list[Commitment] = []
        self.explained: list[Mask] = []
        self.sentence_first = 0  # index of the first commitment of the present sentence
        self.baselines: set[Span] = set()
        self.bracketed = bracketed_times(passage)

    # --- state ---------------------------------------------------------------------------------------------

    def _enter_sentence(self, clause: Clause) -> None:
        if clause.sentence == self.sentence:
            return
        words = clause.span.of(self.text)
        keeps = self.carried.time if re.search("届时|同期|同年", words) or words.lstrip().startswith("其中") else None
        name = self.carried.name
        self.sentence = clause.sentence
        self.carried = _Carried(time=keeps)
        if words.lstrip().startswith("其中"):
            self.carried.name = name
        if clause.is_heading and clause.line not in (self.heading_line, self.lead_line):
            self.heading_line, self.lead = clause.line, self.context.lead
        if self.lead and not keeps:
            self.carried.time = self.lead
        self.sentence_first = len(self.commitments)

    def _read_times(self, number: int, clause: Clause) -> bool:
        """Take up the times of a clause; True when it looks ahead."""
        joined: list[Time] = []
        ahead = False
        for time in clause.times:
            if is_baseline(self.text, time):
                self.baselines.add(time.span)
                self.carried.baseline = time
                continue
            if time.window is Window.EVERY_YEAR:
                continue
            if not self.talk[clause.number].is_past(time):
                ahead = True
            if joined and re.fullmatch(
                r"(?:底|末)?(?:、|和|与|及|以及)(?:到)?", self.text[joined[-1].span.end : time.span.start]
            ):
                joined.append(time)
            else:
                joined = [time]
        if len(joined) > 1:
            self.carried.times = tuple(joined)
        elif joined:
            self.carried.times = ()
        return ahead

    def explain_times(self) -> list[Mask]:
        """Every time of the passage as a mask: deadline, baseline or reported."""
        masks = []
        for time in self.passage.times:
            if time.span in self.baselines:
                figure_class = "baseline"
            else:
                figure_class = "deadline"
            masks.append(Mask(time.span, figure_class, time.rule))
        return masks

    # --- a clause ------------------------------------------------------------------------------------------

    def read_clause(self, number: int, clause: Clause) -> None:
        self._enter_sentence(clause)
        ahead = self._read_times(number, clause)
        words = clause.span.of(self.text)
        self.carried.strive = self.carried.strive or bool(has("strive").search(words))
        self.carried.encourage = bool(has("encourage").search(words)) or (self.carried.encourage and not ahead)
        whole_year = self.carried.time is not None or len(clause.times) > 1
        own_times = [
            time
            for time in clause.times
            if not (whole_year and time.span.of(self.text) == "全年")
            and time.window is not Window.EVERY_YEAR
            and time.span not in self.baselines
            and time.span not in self.bracketed
        ]
        if not clause.amounts:
            self._read_plain_clause(number, clause, own_times)
        else:
            self._read_amounts(number, clause, own_times)
        opens_list = clause.closes == ":" and not _AFTER_COLON.search(words)
        if opens_list or (clause.closes in "。\n" and own_times and not clause.amounts and is_lead(words, clause)):
            time = own_times[-1] if own_times else self.carried.time
            if time is not None or clause.closes == "\n":
                self.lead, self.lead_line = time, clause.line

    def _read_plain_clause(self, number: int, clause: Clause, own_times: list[Time]) -> None:
        """A clause without a figure: a day for what follows, or for what went before, or a name that is measured next."""
        rest = without_times(self.text, clause.span.start, clause.span.end, clause.times, REACH_ENDING)
        if own_times and self._closes_the_list(rest, clause):
            self._set_trailing_time(own_times[-1], 0 if THE_ABOVE.match(rest) else self.sentence_first)
            return
        name = clean(rest)
        if own_times:
            self.carried.time = own_times[-1]
            self.carried.head_clause = number if len(name.text) < 2 else -1
        if len(name.text) >= 2:
            self.carried.hint, self.carried.hint_clause = name, number

    def _closes_the_list(self, rest: str, clause: Clause) -> bool:
        """True when a clause with a day only says by when the figures before it are due."""
        rest = re.sub(r"^\s*\(?\d{1,2}[)、.]", "", rest).strip(" ,。;:()")
        first = 0 if THE_ABOVE.match(rest) else self.sentence_first
        if len(self.commitments) <= first or all(one.time or one.every_year for one in self.commitments[first:]):
            return False
        if only_says_done(rest):
            return bool(rest) or clause.closes in "。;\n"
        return clause.closes in "。;\n" and (len(rest) <= 8 or bool(THE_ABOVE.match(rest)))

    def _set_trailing_time(self, time: Time, first: int) -> None:
        for index in range(first, len(self.commitments)):
            commitment = self.commitments[index]
            if commitment.time is None and not commitment.every_year:
                self.commitments[index] = replace(
                    commitment, time=time, inherited=True, rules=(*commitment.rules, "zh.trailing_time")
                )

    def _read_amounts(self, number: int, clause: Clause, own_times: list[Time]) -> None:
        group: list[Seen] = []
        left_start = clause.span.start
        old: Amount | None = None  # 由 A 提高到 B: A
        old_name: Name | None = None
        swallowed = -1
        for position, amount in enumerate(clause.amounts):
            if amount.span.start < swallowed:
                self._explain(amount, "attribute", "zh.part_of_name")
                continue
            following = clause.amounts[position + 1] if position + 1 < len(clause.amounts) else None
            seen = look_around(self.text, clause, amount, left_start, following)
            if is_old_value(self.text, left_start, amount, clause):
                old = amount
                old_name = name_before_from(self.text, left_start, amount, clause)
                self._explain(amount, "baseline", "zh.from_value")
                left_start = amount.span.end
                continue
            rest = self.text[seen.rest_at : clause.span.end]
            why = why_not(
                self.passage, clause, amount, seen.cue, seen.bound_after, rest, self.talk[clause.number]
            ) or why_no_commitment(self.text, clause, seen, self._standing(number, clause, own_times))
            if why is not None:
                self._explain(amount, *why)
                # the words in front of an attribute belong to the name of the next amount
                if why[0] not in _IN_NAMES and not (why[0] == "duration" and rest.startswith(("累计", "合计", "共"))):
                    left_start = amount.span.end
                    if why[0] in ("status", "forecast") and seen.left_name.text:
                        self.carried.name = seen.left_name
                continue
            if old is not None and old_name is not None and not seen.left_name.text:
                seen = replace(seen, left_name=old_name)
            group.append(seen)
            self._commit(number, clause, seen, own_times, old)
            old = None
            left_start = seen.end
            swallowed = seen.end
        if (
            not group
            and len(
                name := clean(
                    without_times(self.text, clause.span.start, clause.span.end, clause.times, REACH_ENDING)
                ).text
            )
            >= 4
        ):
            self.carried.hint = Name(name)
        if group:
            first = len(self.commitments) - len(group)
            self.commitments[first:] = share_out(self.text, self.commitments[first:], group, self.carried.times)
        behind = [time for time in own_times if group and time.span.start >= group[-1].amount.span.end]
        if behind and not [time for time in own_times if time.span.end <= group[-1].amount.span.start]:
            rest = without_times(self.text, group[-1].rest_at, clause.span.end, clause.times, REACH_ENDING)
            if self.text[behind[-1].span.start - 1] == "(" or only_says_done(rest.lstrip("的任务目标,")):
                self._set_trailing_time(behind[-1], self.sentence_first)
        if own_times:
            self.carried.time = own_times[-1]

    def _explain(self, amount: Amount, figure_class: str, rule: str) -> None:
        for figure in amount.figures:
            self.explained.append(Mask(figure, figure_class, rule))

    def _standing(self, number: int, clause: Clause, own_times: list[Time]) -> Standing:
        return Standing(
            bound_in_time=bool(own_times or self.carried.time or self.carried.times)
            or self._sentence_has_time(number, clause),
            strive=self.carried.strive,
            beside_target=self.carried.accepted_clause == number,
            in_sentence=self.carried.accepted_clause >= 0,
            after_target=self.carried.accepted_clause >= number - 1,
            compares=any(time.span in self.baselines for time in clause.times),
        )

    def _sentence_has_time(self, number: int, clause: Clause) -> bool:
        """True when a later clause of the sentence names a day: ..., 2025年底前完成."""
        for later in self.passage.clauses[number + 1 : number + 8]:
            if later.part != clause.part:
                return False
            if any(not is_baseline(self.text, time) for time in later.times):
                return True
        return False

    # --- making the commitment -----------------------------------------------------------------------------

    def _commit(self, number: int, clause: Clause, seen: Seen, own_times: list[Time], old: Amount | None) -> None:
        amount, cue = seen.amount, seen.cue
        rules = [amount.rule]
        name, doubt = self._name(clause, seen, rules)
        change, strict = cue.change, cue.strict
        bound = seen.bound_after or cue.bound or amount.bound or bound_before_act(cue.name)
        if not change and not cue.reach and not (cue.bound and _IS_MEASURED.search(cue.name)):
            core = clean(cue.name).text if not seen.right_name.text else clean(seen.raw_left).text
            pattern, kinds = opening_change()
            if match := pattern.match(core):
                change = kinds[match.group()]
                rules.append("zh.opening_change")
                stripped = core[match.end() :]
                if stripped and name.text == core:
                    name = replace(name, text=stripped)
        if change and cue.reach:
            change = Change.NONE
        how, value = _comparator(amount, change, bound, cue)
        like = self._carried_comparator(clause, seen, how, name)
        if like is not None:
            how = like.comparator
            rules.append("zh.change_carried")
        time, inherited, every_year = self._time(number, clause, amount, own_times, rules)
        baseline = self._baseline(clause, how, old, amount)
        base_year = baseline.year if baseline else like.baseline_year if like else None
        if baseline is not None:
            rules.append("zh.baseline")
        modality = (
            Modality.STRIVE
            if self.carried.strive
            else Modality.ENCOURAGE
            if self.carried.encourage
            else Modality.REQUIRE
        )
        tier = (
            Tier.WORDS
            if amount.dimension == "grade" and amount.in_words and cue.reach not in _REACHING
            else Tier.FIGURE
        )
        start = max(clause.span.start, amount.span.start - len(cue.cue))
        if self.text[start : amount.span.start] != cue.cue:
            start = amount.span.start
        name_in_front = bool(seen.left_name.text) and not seen.right_name.text
        quote = span_of(self.text, start, seen.end if seen.right_name.text or not name_in_front else seen.rest_at)
        if value != amount.value:
            amount = replace(amount, value=value, value_norm=value)
        if amount.dimension == "half":
            amount = replace(amount, dimension="percent")
        self.commitments.append(
            Commitment(
                quote=quote,
                amount=amount,
                indicator=name.text,
                comparator=how,
                rules=tuple(rules),
                tier=tier,
                strict=strict,
                time=time,
                inherited=inherited,
                time_text="" if time is None or time.span.end <= len(self.text) else self.context.lead_text,
                every_year=every_year,
                baseline_year=base_year,
                baseline_value=old.value if old else None,
                scope=name.scope,
                modality=modality,
                confidence=_confidence(seen, inherited, doubt),
                doubts=("plans.ambiguous_indicator",) if doubt else (),
            )
        )
        self.carried.name = name
        self.carried.accepted_clause = number

    def _carried_comparator(self, clause: Clause, seen: Seen, how: Comparator, name: Name) -> Commitment | None:
        """The commitment whose change goes on: 下降6%、2024年12%; 新增9.8万亩(其中人工造林3.2万亩)."""
        if how is not Comparator.EQUAL or seen.cue.cue or len(self.commitments) <= self.sentence_first:
            return None
        last = self.commitments[-1]
        if not last.comparator.is_change or last.amount is None or last.amount.unit_norm != seen.amount.unit_norm:
            return None
        same = name.text == last.indicator
        words = self.text[clause.span.start : seen.amount.span.start]
        listed = self.text[seen.amount.span.start - len(seen.raw_left) - 1] == "、" and not act_opening().match(
            name.text
        )
        part_of = (listed and "zh.opening_change" in last.rules) or "其中" in words or "zh.change_carried" in last.rules
        return last if (same and clause.times) or (part_of and last.comparator is Comparator.INCREASE) else None

    def _name(self, clause: Clause, seen: Seen, rules: list[str]) -> tuple[Name, bool]:
        left, right = seen.left_name, seen.right_name
        if right.text:
            rules.append("zh.name_behind")
            verb = left.text if left.text and not is_only_verbs(left.text) else ""
            if verb and seen.cue.reach in COVERING:
                verb += seen.cue.reach
            share = "比例" if seen.amount.dimension == "percent" else ""
            words = predicate_first(right.text) if not verb else verb + right.text
            return Name(words + ("" if words.endswith(("比例", "率")) else share), left.scope or right.scope), False
        text = left.text
        previous = self.carried.name
        if text.startswith("占") and (previous or self.carried.hint):
            rules.append("zh.subject_before")
            subject = previous or self.carried.hint
            return Name((subject.text if subject else "") + text, left.scope), False
        if self.carried.name and _THIS.search(text):
            return self.carried.name, False
        if not text or text in _REFERRING or is_only_verbs(text) or _REST.search(text):
            alike = self._same_unit(seen.amount)
            if alike and is_only_verbs(text):
                rules.append("zh.name_of_same_unit")
                return Name(alike.indicator, alike.scope), False
            if alike and _REST.search(text):
                return Name(alike.indicator, alike.scope), False
            if text in _REFERRING and self.carried.hint and self.carried.hint_clause > self.carried.accepted_clause:
                rules.append("zh.name_of_earlier_clause")
                return self.carried.hint, False
            if previous and (not text or text in _REFERRING or self._last_has_unit(seen.amount)):
                rules.append("zh.name_before")
                return previous, not seen.cue.cue and not clause.times
            if self.carried.hint:
                rules.append("zh.name_of_earlier_clause")
                return Name(text + without_verb(self.carried.hint.text), self.carried.hint.scope), True
            if previous:
                return previous, True
        if seen.cue.reach == "占":
            text += "占比"
        text = without_trailing_act(text)
        if text.startswith("发展") and len(text) > 3:
            text = text[2:]
        if seen.cue.reach or seen.cue.bound or seen.cue.change:
            text = without_verb(text) if _IS_MEASURED.search(text) else text
        return Name(text, left.scope), not text

    def _same_unit(self, amount: Amount) -> Commitment | None:
        """The latest commitment counted in the same unit: 完成危房改造62户 ... 再完成改造25户."""
        for last in reversed(self.commitments[-6:]):
            if amount.is_counter and last.amount and last.amount.unit_norm == amount.unit_norm:
                return last
        return None

    def _last_has_unit(self, amount: Amount) -> bool:
        last = self.commitments[-1].amount if self.commitments else None
        return last is not None and last.unit_norm == amount.unit_norm

    def _time(
        self, number: int, clause: Clause, amount: Amount, own_times: list[Time], rules: list[str]
    ) -> tuple[Time | None, bool, bool]:
        """(time, inherited, every year): the nearest to the left in the clause, then to the right, then the carried one."""
        bracketed = [t for t in clause.times if t.span in self.bracketed and self.bracketed[t.span] == amount.span]
        if bracketed:
            rules.append("zh.time_in_brackets")
            return bracketed[0], False, False
        every = [t for t in clause.times if t.window is Window.EVERY_YEAR and t.span.start < amount.span.start]
        summed = _SUMMED.search(self.text[clause.span.start : amount.span.start])
        if every or (self.carried.yearly and not own_times and not summed):
            self.carried.yearly = self._counts_from(own_times)
            rules.append("zh.every_year")
            return None, False, True
        if own_times and not self._counts_from(own_times):
            self.carried.yearly = False
        left = [time for time in own_times if time.span.end <= amount.span.start]
        if left:
            rules.append(left[-1].rule)
            return left[-1], False, False
        right = [time for time in own_times if time.span.start >= amount.span.end]
        beyond = [
            a
            for a in clause.amounts
            if a.span.start > amount.span.start and right and a.span.end <= right[0].span.start
        ]
        in_brackets = right and self.text[right[0].span.start - 3 : right[0].span.start].lstrip("其中到于") == "("
        if (
            right
            and not self.carried.time
            and not beyond
            and (in_brackets is False or not any(a.span.start > right[0].span.end for a in clause.amounts))
        ):
            rules.append("zh.time_behind")
            return right[0], False, False
        if self.carried.time:
            if self.carried.head_clause == number - 1 >= 0:
                rules.append(self.carried.time.rule)
                return self.carried.time, False, False
            rules.append("zh.time_carried")
            return self.carried.time, True, False
        return None, False, False

    def _counts_from(self, own_times: list[Time]) -> bool:
        """True under "from 2025 on, every year": later clauses are yearly too."""
        time = own_times[-1] if own_times else self.carried.time
        return time is not None and time.window is Window.FROM

    def _baseline(self, clause: Clause, how: Comparator, old: Amount | None, amount: Amount) -> Time | None:
        here = [t for t in clause.times if t.span in self.baselines and t.span.start < amount.span.start]
        if here and (how.is_change or old is not None):
            return here[-1]
        if self.carried.baseline is None:
            return None
        return self.carried.baseline if how.is_change or old is not None else None


def _comparator(amount: Amount, change: Change, bound: Bound, cue: Before) -> tuple[Comparator, Decimal]:
    """The comparator and the value it goes with (增长1倍 is times 2)."""
    if amount.dimension == "fold":
        return Comparator.MULTIPLY, amount.value
    if amount.dimension == "half":
        return Comparator.DECREASE, amount.value
    if amount.dimension == "times":
        if change is Change.INCREASE:
            return Comparator.MULTIPLY, amount.value + 1
        return Comparator.MULTIPLY, amount.value
    return comparator(change, bound, amount.value2 is not None), amount.value


def _confidence(seen: Seen, inherited: bool, doubt: bool) -> Decimal:
    score = Decimal("0.95")
    if not (seen.cue.cue or seen.bound_after):
        score -= Decimal("0.05")
    if inherited:
        score -= Decimal("0.05")
    if doubt:
        score -= Decimal("0.2")
    if seen.amount.in_words:
        score -= Decimal("0.05")
    return score


_REACHING = ("达到", "达", "提高到", "提升到", "达至", "力争达到")
_IN_NAMES = ("attribute", "grade", "scope_condition", "technical_standard", "enumeration")
_THIS = re.compile(r"(?:将|把)?(?:该|这一)(?:指标|比例|数值|项|值|面积|数量|规模|占比|总量)[定确要]*$")
_REFERRING = (
    "指标",
    "该比例",
    "该指标",
    "这一比例",
    "该数值",
    "数量",
    "总数",
    "总量",
    "比例",
    "占比",
    "其中",
    "剩余",
    "合计",
    "累计",
    "三年合计",
    "五年合计",
    "年度",
    "该",
    "力争",
    "总数量",
)
_IS_MEASURED = re.compile(r"(?:率|比例|比重|占比|强度|量|面积|规模|水平|度|能力|收入|里程|值)$")
_REST = re.compile(r"(?:剩余|其余|余下|剩下)的?$")
_AFTER_COLON = re.compile(r"(?:牵头单位|责任单位|配合单位|联系人|地址|电话|附件)$")
_SUMMED = re.compile(r"累计|合计|总计|共计")
