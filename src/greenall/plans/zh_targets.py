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
from dataclasses import dataclass, replace
from decimal import Decimal

from greenall.plans.ledger import Modality, Tier
from greenall.plans.reading import Commitment, Context, Reading
from greenall.plans.zh_context import States, is_baseline, why_not
from greenall.plans.zh_cues import Before, after, before, cues, has, opening_change
from greenall.plans.zh_indicator import (
    NO_ACT,
    Name,
    act_ending,
    act_opening,
    clean,
    is_only_verbs,
    span_of,
    joined_names,
    predicate_first,
    split_list,
    without_times,
    without_trailing_act,
    without_verb,
)
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
    from_to: bool = False
    name: Name | None = None
    hint: Name | None = None  # words of a clause without figure
    hint_clause: int = -9
    yearly: bool = False  # 从2025年起,每年...: holds until another day is named
    strive: bool = False
    encourage: bool = False
    accepted_clause: int = -9


@dataclass(frozen=True, slots=True)
class _Seen:
    """An amount with the words read around it."""

    amount: Amount
    cue: Before
    bound_after: Bound
    rest_at: int
    end: int
    left_name: Name
    right_name: Name
    raw_left: str


def read(text: str, context: Context) -> Reading:
    """Read folded `text`, one or more lines, as one passage."""
    passage = read_passage(text, context.issued)
    reader = _Reader(passage, context)
    for number, clause in enumerate(passage.clauses):
        reader.read_clause(number, clause)
    explained = tuple(
        sorted([*reader.explained, *passage.masks, *reader.explain_times()], key=lambda mask: mask.span)
    )
    wholes = find_wholes(passage, explained, context)
    commitments = sorted([*reader.commitments, *wholes], key=lambda one: one.quote)
    return Reading(tuple(commitments), explained, passage.times, acts_of(passage, context))


class _Reader:
    def __init__(self, passage: Passage, context: Context) -> None:
        self.passage = passage
        self.text = passage.text
        self.context = context
        self.states = States(context.issued)
        self.carried = _Carried()
        self.sentence = -1
        self.lead: Time | None = context.lead
        self.lead_line = 0
        self.heading_line = -1
        self.commitments: list[Commitment] = []
        self.explained: list[Mask] = []
        self.sentence_first = 0  # index of the first commitment of the present sentence
        self.last_time: Time | None = None
        self.used: set[Span] = set()
        self.baselines: set[Span] = set()
        self.bracketed = _bracketed_times(passage)

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
            if not self.states.is_past(time):
                ahead = True
            if joined and re.fullmatch(r"(?:底|末)?(?:、|和|与|及|以及)(?:到)?", self.text[joined[-1].span.end : time.span.start]):
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
        self.states.enter(self.passage, clause, ahead)
        words = clause.span.of(self.text)
        self.carried.strive = self.carried.strive or bool(has("strive").search(words))
        self.carried.encourage = bool(has("encourage").search(words)) or (self.carried.encourage and not ahead)
        whole_year = self.carried.time is not None or len(clause.times) > 1
        own_times = [
            time
            for time in clause.times
            if not (whole_year and time.span.of(self.text) == "全年") and time.window is not Window.EVERY_YEAR and time.span not in self.baselines and time.span not in self.bracketed
        ]
        if not clause.amounts:
            self._read_plain_clause(number, clause, own_times)
        else:
            self._read_amounts(number, clause, own_times)
        opens_list = clause.closes == ":" and not _AFTER_COLON.search(words)
        if opens_list or (clause.closes in "。\n" and own_times and not clause.amounts and _is_lead(words, clause)):
            time = own_times[-1] if own_times else self.carried.time
            if time is not None or clause.closes == "\n":
                self.lead, self.lead_line = time, clause.line

    def _read_plain_clause(self, number: int, clause: Clause, own_times: list[Time]) -> None:
        """A clause without a figure: a day for what follows, or for what went before, or a name that is measured next."""
        rest = without_times(self.text, clause.span.start, clause.span.end, clause.times, _reach_ending)
        if own_times and self._closes_the_list(rest, clause):
            self._set_trailing_time(own_times[-1], 0 if _THE_ABOVE.match(rest) else self.sentence_first)
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
        first = 0 if _THE_ABOVE.match(rest) else self.sentence_first
        if len(self.commitments) <= first or all(one.time or one.every_year for one in self.commitments[first:]):
            return False
        if self._only_says_done(rest):
            return bool(rest) or clause.closes in "。;\n"
        return clause.closes in "。;\n" and (len(rest) <= 8 or bool(_THE_ABOVE.match(rest)))

    def _only_says_done(self, rest: str) -> bool:
        rest = rest.strip()
        while rest:
            match = _done().match(rest)
            if not match:
                return False
            rest = rest[match.end() :]
        return True

    def _set_trailing_time(self, time: Time, first: int) -> None:
        for index in range(first, len(self.commitments)):
            commitment = self.commitments[index]
            if commitment.time is None and not commitment.every_year:
                self.commitments[index] = replace(
                    commitment, time=time, inherited=True, rules=(*commitment.rules, "zh.trailing_time")
                )

    def _read_amounts(self, number: int, clause: Clause, own_times: list[Time]) -> None:
        group: list[_Seen] = []
        left_start = clause.span.start
        old: Amount | None = None  # 由 A 提高到 B: A
        old_name: Name | None = None
        swallowed = -1
        for position, amount in enumerate(clause.amounts):
            if amount.span.start < swallowed:
                self._explain(amount, "attribute", "zh.part_of_name")
                continue
            following = clause.amounts[position + 1] if position + 1 < len(clause.amounts) else None
            seen = self._look_around(clause, amount, left_start, following)
            if self._is_old_value(left_start, amount, clause):
                old = amount
                old_name = self._name_before_from(left_start, amount, clause)
                self._explain(amount, "baseline", "zh.from_value")
                self.carried.from_to = True
                left_start = amount.span.end
                continue
            rest = self.text[seen.rest_at : clause.span.end]
            why = why_not(self.passage, clause, amount, seen.cue, seen.bound_after, rest, self.states) or self._gate(
                number, clause, seen, own_times
            )
            if why is not None:
                self._explain(amount, *why)
                # the words in front of an attribute belong to the name of the next amount
                if why[0] not in ("attribute", "grade", "scope_condition", "technical_standard", "enumeration"):
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
        if not group and len(name := clean(without_times(self.text, *_ends(clause), clause.times, _reach_ending)).text) >= 4:
            self.carried.hint = Name(name)
        self._name_lists(clause, group)
        self._share_out_names(group)
        behind = [time for time in own_times if group and time.span.start >= group[-1].amount.span.end]
        if behind and not [time for time in own_times if time.span.end <= group[-1].amount.span.start]:
            rest = without_times(self.text, group[-1].rest_at, clause.span.end, clause.times, _reach_ending)
            if self.text[behind[-1].span.start - 1] == "(" or self._only_says_done(rest.lstrip("的任务目标,")):
                self._set_trailing_time(behind[-1], self.sentence_first)
        if own_times:
            self.carried.time = own_times[-1]

    def _explain(self, amount: Amount, figure_class: str, rule: str) -> None:
        for figure in amount.figures:
            self.explained.append(Mask(figure, figure_class, rule))

    # --- around an amount ----------------------------------------------------------------------------------

    def _look_around(self, clause: Clause, amount: Amount, left_start: int, following: Amount | None) -> _Seen:
        raw = without_times(self.text, left_start, amount.span.start, clause.times, _reach_ending)
        raw = raw.lstrip("、和及与")
        cue = before(raw)
        bound_after, rest_at = after(self.text, amount.span.end)
        left = clean(cue.name)
        right, end = self._right_name(clause, amount, rest_at, following, cue, left)
        return _Seen(amount, cue, bound_after, rest_at, max(end, rest_at), left, right, raw)

    def _right_name(
        self, clause: Clause, amount: Amount, at: int, following: Amount | None, cue: Before, left: Name
    ) -> tuple[Name, int]:
        """The counted noun behind the amount and where it ends; empty when the name stands in front."""
        stop = clause.span.end
        limit = following.span.start if following else stop
        segment = self.text[at:stop]
        if not segment or not _NAME_START.match(segment):
            return Name(""), at
        end = _name_end(self.text, at, stop)
        whole_end = end
        if following and following.span.start < end and _is_listed(amount, following, self.text):
            # 4个县域医疗中心和26个社区医院: the joint belongs to the list
            joint = _JOINT.search(self.text[at:limit])
            if joint:
                end = at + joint.start()
            elif amount.dimension != "percent":
                end = limit
            else:
                end = whole_end
        words = self.text[at:end].lstrip("的")
        if _is_aftermath(words):
            return Name(""), at
        if left.text and not is_only_verbs(left.text) and not act_ending().search(cue.name) and (cue.reach or cue.bound or cue.change) and not (
            cue.reach in _COVERING and amount.dimension == "percent"
        ) and not (amount.is_counter and cue.reach in _ACTING):
            return Name(""), at
        if not amount.is_counter and amount.dimension not in ("percent",) and not act_ending().search(cue.name) and left.text:
            return Name(""), at
        return clean(words), end

    def _is_old_value(self, left_start: int, amount: Amount, clause: Clause) -> bool:
        """由2020年的63%提高到...: the value the change starts from."""
        raw = self.text[left_start : amount.span.start]
        match = _FROM.search(raw)
        if not match:
            return False
        between = without_times(self.text, left_start + match.end(), amount.span.start, clause.times, _reach_ending)
        between = re.sub(r"^(?:年|现有|目前|当前|原来|现状|基期|上年|底|末|的|约)+", "", between)
        return not between and bool(_TO.match(self.text, amount.span.end))

    def _name_before_from(self, left_start: int, amount: Amount, clause: Clause) -> Name:
        raw = self.text[left_start : amount.span.start]
        match = _FROM.search(raw)
        end = left_start + match.start() if match else amount.span.start
        return clean(without_times(self.text, left_start, end, clause.times, _reach_ending))

    def _gate(self, number: int, clause: Clause, seen: _Seen, own_times: list[Time]) -> tuple[str, str] | None:
        """A figure needs a sign of commitment: a reach verb, an act, a day to come, or a sibling that has one."""
        amount, cue = seen.amount, seen.cue
        weak = cue.reach in cues()["context"]["weak"] and not (cue.bound or cue.change or seen.bound_after)
        bound_in_time = bool(own_times or self.carried.time or self.carried.times)
        bound_in_time = bound_in_time or self._sentence_has_time(number, clause)
        direct = bool(act_ending().search(cue.name)) and not cue.name.endswith("总投资")
        act = direct or _opens_with_act(seen) or (amount.is_counter and not cue.bound and _any_act(seen))
        stands_behind = not seen.right_name.text and bool(seen.left_name.text)
        built = direct and amount.unit in ("座", "所", "处", "家") and _BUILT.search(cue.name)
        if amount.in_words and amount.value == 1 and amount.is_counter and not (built or (act and bound_in_time)):
            return "vague", "zh.one_of_many"
        if amount.in_words and amount.is_counter and not (
            direct
            or cue.reach
            or cue.change
            or cue.bound
            or (stands_behind and (act or self.carried.accepted_clause == number or (bound_in_time and _any_act(seen))))
        ):
            return "enumeration", "zh.counted_by_the_way"
        if not amount.unit and amount.dimension == "" and not (cue.reach or cue.bound or cue.change or amount.bound):
            return "attribute", "zh.bare_number"
        if amount.dimension == "grade" and not (bound_in_time or self.carried.strive or seen.bound_after):
            return "grade", "zh.grade_of_standard"
        left = self.text[clause.span.start : amount.span.start]
        committed = (
            bound_in_time
            or self.carried.strive
            or self.carried.accepted_clause == number
            or bool(_ENSURED.search(left) or _EVERY_YEAR.search(left))
        )
        if not committed and not (cue.reach or cue.change or act):
            if _is_norm(seen, left):
                return "technical_standard", "zh.standard_without_a_day"
        if not committed and _EACH.match(left) and not (direct and _BUILT.search(cue.name)):
            return "parameter", "zh.each"
        if not committed and cue.change and any(time.span in self.baselines for time in clause.times):
            return "status", "zh.comparison_without_a_day"
        if weak:
            return None if bound_in_time or self.carried.strive else ("status", "zh.state_without_a_day")
        if cue.reach or cue.change or cue.bound or seen.bound_after or act or bound_in_time:
            return None
        if self.carried.accepted_clause >= number - 1:
            return None
        if _EVERY_YEAR.search(self.text[clause.span.start : amount.span.start]):
            return None
        return "attribute", "zh.no_commitment"

    def _sentence_has_time(self, number: int, clause: Clause) -> bool:
        """True when a later clause of the sentence names a day: ..., 2025年底前完成."""
        for later in self.passage.clauses[number + 1 : number + 8]:
            if later.part != clause.part:
                return False
            if any(not is_baseline(self.text, time) for time in later.times):
                return True
        return False

    # --- making the commitment -----------------------------------------------------------------------------

    def _commit(self, number: int, clause: Clause, seen: _Seen, own_times: list[Time], old: Amount | None) -> None:
        amount, cue = seen.amount, seen.cue
        rules = [amount.rule]
        name, doubt = self._name(clause, seen, rules)
        change, strict = cue.change, cue.strict
        bound = seen.bound_after or cue.bound or amount.bound or _bound_before_act(cue.name)
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
        modality = Modality.STRIVE if self.carried.strive else Modality.ENCOURAGE if self.carried.encourage else Modality.REQUIRE
        tier = Tier.WORDS if amount.dimension == "grade" and amount.in_words and cue.reach not in _REACHING else Tier.FIGURE
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

    def _carried_comparator(self, clause: Clause, seen: _Seen, how: Comparator, name: Name) -> Commitment | None:
        """The commitment whose change goes on: 下降6%、2024年12%; 新增9.8万亩(其中人工造林3.2万亩)."""
        if how is not Comparator.EQUAL or seen.cue.cue or len(self.commitments) <= self.sentence_first:
            return None
        last = self.commitments[-1]
        if not last.comparator.is_change or last.amount is None or last.amount.unit_norm != seen.amount.unit_norm:
            return None
        same = name.text == last.indicator
        words = self.text[clause.span.start : seen.amount.span.start]
        listed = self.text[seen.amount.span.start - len(seen.raw_left) - 1] == "、" and not act_opening().match(name.text)
        part_of = (listed and "zh.opening_change" in last.rules) or "其中" in words or "zh.change_carried" in last.rules
        return last if (same and clause.times) or (part_of and last.comparator is Comparator.INCREASE) else None

    def _name(self, clause: Clause, seen: _Seen, rules: list[str]) -> tuple[Name, bool]:
        left, right = seen.left_name, seen.right_name
        if right.text:
            rules.append("zh.name_behind")
            verb = left.text if left.text and not is_only_verbs(left.text) else ""
            if verb and seen.cue.reach in _COVERING:
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
        beyond = [a for a in clause.amounts if a.span.start > amount.span.start and right and a.span.end <= right[0].span.start]
        in_brackets = right and self.text[right[0].span.start - 3 : right[0].span.start].lstrip("其中到于") == "("
        if right and not self.carried.time and not beyond and (
            in_brackets is False or not any(a.span.start > right[0].span.end for a in clause.amounts)
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

    # --- lists ---------------------------------------------------------------------------------------------

    def _name_lists(self, clause: Clause, group: list[_Seen]) -> None:
        """分别: share out the names, or the years, that stand before a row of amounts."""
        if len(group) < 2:
            return
        first = len(self.commitments) - len(group)
        self._complete_names(first, group)
        runs: list[list[int]] = [[0]]
        for index in range(1, len(group)):
            between = self.text[group[index - 1].rest_at : group[index].amount.span.start]
            if re.fullmatch(r"、|和|与|及|以及|,|", between):
                runs[-1].append(index)
            else:
                runs.append([index])
        for run in runs:
            if len(run) < 2:
                continue
            head = self.commitments[first + run[0]]
            if len(self.carried.times) == len(run):
                for offset, index in enumerate(run):
                    target = self.commitments[first + index]
                    self.commitments[first + index] = replace(
                        target, indicator=head.indicator, time=self.carried.times[offset], inherited=offset > 0,
                        baseline_year=head.baseline_year,
                        comparator=_like(target, head, group[run[0]]), rules=(*target.rules, "zh.respectively_times"),
                    )
                continue
            names = split_list(head.indicator, len(run))
            for offset, index in enumerate(run):
                target = self.commitments[first + index]
                name = names[offset] if names else target.indicator
                self.commitments[first + index] = replace(
                    target, indicator=name, scope=head.scope, comparator=_like(target, head, group[run[0]]), baseline_year=head.baseline_year,
                    rules=(*target.rules, "zh.respectively"),
                )

    def _complete_names(self, first: int, group: list[_Seen]) -> None:
        """5个省级、12个市级田园综合体: the noun printed last holds for all."""
        for index, (seen, following) in enumerate(zip(group, group[1:], strict=False)):
            tail = re.search(r"级(.+)$", following.right_name.text)
            if seen.right_name.text.endswith("级") and tail:
                target = self.commitments[first + index]
                self.commitments[first + index] = replace(
                    target, indicator=target.indicator + tail.group(1), rules=(*target.rules, "zh.shared_noun")
                )

    def _share_out_names(self, group: list[_Seen]) -> None:
        """化肥、农药利用率均达到43%: one commitment for each of the names."""
        for offset in range(len(group) - 1, -1, -1):
            index = len(self.commitments) - len(group) + offset
            seen, target = group[offset], self.commitments[index]
            if seen.right_name.text or not re.search("均|都|各", seen.raw_left[-len(seen.cue.cue) - 4 :]):
                continue
            parts = len(joined_names(target.indicator))
            names = split_list(target.indicator, parts) if parts > 1 else None
            if names and all(len(name) >= 3 for name in names):
                rules = (*target.rules, "zh.each_of")
                self.commitments[index : index + 1] = [replace(target, indicator=name, rules=rules) for name in names]


def _like(target: Commitment, head: Commitment, seen: _Seen) -> Comparator:
    """A later member of a row takes the words in front of the first (分别超过90%、75%), not those behind (95%以上、70%)."""
    if target.comparator is not Comparator.EQUAL or head.amount is None:
        return target.comparator
    if seen.bound_after:
        return comparator(seen.cue.change, Bound.NONE, False)
    return head.comparator


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


def _confidence(seen: _Seen, inherited: bool, doubt: bool) -> Decimal:
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


_reach_ending = re.compile(r"(?:提高|提升|增加|增长|扩大|上升|降低|下降|减少|压减|压缩|缩减|缩短|达|升|降|增|减|扩建|控制|压降|恢复|发展|延长)(?:到|至|在)$")
_REACHING = ("达到", "达", "提高到", "提升到", "达至", "力争达到")
_COVERING = ("覆盖", "惠及", "占", "实现", "完成")
_ACTING = ("完成", "实现", "覆盖", "惠及")
_THIS = re.compile(r"(?:将|把)?该(?:指标|比例|数值|项|值)[定确]*$")
_REFERRING = ("该比例", "该指标", "这一比例", "该数值", "数量", "总数", "总量", "比例", "占比", "其中", "剩余", "合计", "累计", "三年合计", "五年合计", "年度", "该", "力争", "总数量")
_IS_MEASURED = re.compile(r"(?:率|比例|比重|占比|强度|量|面积|规模|水平|度|能力|收入|里程|值)$")
_NAME_START = re.compile(r"的?[\u4e00-\u9fffA-Za-z“《0-9]|\([^()]{1,6}\)[\u4e00-\u9fff]")
_JOINT = re.compile(r"(?:以及|和|与|及|并)(?:至少|不少于|约|近|超过|不低于)?$")
_FROM = re.compile(r"(?:由|从)(?!事|业|而|于|此|源头|严)(?=[^由从]*$)")
_TO = re.compile(r"[\u4e00-\u9fff(),]{0,6}?(?:到|至|为)")
_REST = re.compile(r"(?:剩余|其余|余下|剩下)的?$")
_THE_ABOVE = re.compile(r"(?:上述|以上|前述|前款|各项|全部|所有|本条|任务)?(?:各项|工作|任务|目标|指标|项目|要求)*(?:完成)?(?:时限|期限|时间|均|在|于|应|须|要)|(?:上述|以上|前述)")
_AFTER_COLON = re.compile(r"(?:牵头单位|责任单位|配合单位|联系人|地址|电话|附件)$")
_BUILT = re.compile(r"(?:建成|新建|建设|改建|扩建|打造|建成投用|培育|创建)$")
_OUGHT = re.compile(r"应当?|须|需|必须|宜|原则上|一般")
_TECHNICAL = {"length", "duration", "age", "concentration", "noise", "temperature", "voltage", "", "data", "mass/volume", "times"}


def _is_norm(seen: _Seen, left: str) -> bool:
    """A bound without a day and without a verb: 数据有效率应在90%以上 is a norm, 绿色运输比例不低于70% a target."""
    amount, cue = seen.amount, seen.cue
    if amount.is_counter and seen.right_name.text and predicate_first(seen.right_name.text) != seen.right_name.text:
        return False
    if _OUGHT.search(left) and amount.dimension == "percent":
        return True
    if not (cue.bound or seen.bound_after):
        return not (amount.dimension == "percent" and seen.right_name.text)
    return amount.dimension in _TECHNICAL or bool(_OUGHT.search(left)) or not _MEASURED_AT_ALL.search(cue.name)


_MEASURED_AT_ALL = re.compile(r"(?:率|比例|比重|占比|份额|面积|总量|规模|能力|产量|数量|数|量|收入|余额|产值|增加值|里程|投资|额|覆盖面|水平|强度|速度|增速|增幅|人数|保有量)$")
_ENSURED = re.compile(r"确保|保证|保持|控制|覆盖|严控|实现")
_EACH = re.compile(r"\s*每(?!年)")
_SUMMED = re.compile(r"累计|合计|总计|共计")
_EVERY_YEAR = re.compile(r"每年|逐年|每年度")


def _ends(clause: Clause) -> tuple[int, int]:
    return clause.span.start, clause.span.end


def _is_listed(amount: Amount, following: Amount, text: str) -> bool:
    """True when the following amount is the next of a list, not a size inside the name (两家五星级酒店)."""
    if amount.is_counter and not following.is_counter and following.dimension != "percent":
        return text[following.span.start - 1] in "、和及与," or text[following.span.end : following.span.end + 1] in ("", ",", "、", "。", ";")
    return True


def _is_lead(words: str, clause: Clause) -> bool:
    """A heading with a day: 2024年工作任务, (一)2025年目标。"""
    words = words.strip()
    if words.endswith(")") and re.search(r"\([^()]*\d{4}[^()]*\)$", words):
        return False  # the years of a plan's title
    return len(words) <= 24 and (clause.closes == "\n" or bool(_TITLE.search(words)))


_TITLE = re.compile(r"(?:目标|任务|安排|计划|指标|阶段|要点)$")


def _is_aftermath(words: str) -> bool:
    """Words behind a figure that are no counted noun: 左右, 的目标, 以上并..., 完成."""
    return not words or bool(_AFTERMATH.match(words))


_AFTERMATH = re.compile(r"(?:以上|以下|左右|以内|的?目标|的?任务|的?水平|的?要求|并|且|和|与|及|以及|或|到|至|后|时|用于|用|开展|建设项目)")


_BRACKET_OPEN = re.compile(r"\((?:力争|其中|计划|预计)?(?:到|于|在)?$")
_BRACKET_CLOSE = re.compile(r"(?:之?前)?(?:完成|建成|投用|投运|实现|到位|开工)?\)")


def _bracketed_times(passage: Passage) -> dict[Span, Span]:
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


def _name_end(text: str, at: int, stop: int) -> int:
    """Where the counted noun ends: at a mark that does not stand in brackets."""
    depth = 0
    for index in range(at, stop):
        sign = text[index]
        if sign == "(":
            depth += 1
        elif sign == ")":
            if depth == 0:
                return index
            depth -= 1
        elif depth == 0 and sign in ",;:。、!?\n":
            return index
    return stop


_LEAST = re.compile(r"(?:至少|不少于|最少|不低于)$")


def _bound_before_act(name: str) -> Bound:
    """至少建成1个: the bound stands in front of the verb."""
    match = act_ending().search(name)
    return Bound.AT_LEAST if match and _LEAST.search(name[: match.start()]) else Bound.NONE


def _done() -> re.Pattern[str]:
    return has("done")


def _any_act(seen: _Seen) -> bool:
    return any(not NO_ACT.match(seen.cue.name, found.start()) for found in act_opening().finditer(seen.cue.name))


def _opens_with_act(seen: _Seen) -> bool:
    """True when the words in front of the figure begin with an act: 新建污水管网28公里."""
    core = clean(seen.cue.name).text or clean(seen.raw_left).text
    return bool(act_opening().match(core)) and not NO_ACT.match(core)
