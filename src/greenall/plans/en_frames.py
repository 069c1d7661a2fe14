"""What governs each amount of an English sentence: its verb, on which side it stands, and the stance it takes over.

A stretch without a verb takes the verb of the one before (ridership by 15%); an infinitive, a list item or a content
clause takes the stance of what governs it (shall ensure that 75% of paper is recycled).
"""

from dataclasses import dataclass

from greenall.plans.en_cues import Left, Right, group, read_left, read_right
from greenall.plans.en_sentence import Segment, Sentence, opens_condition
from greenall.plans.en_verbs import Stance, VerbGroup
from greenall.plans.ledger import Modality
from greenall.quantity.amount import Amount


@dataclass(frozen=True, slots=True)
class Frame:
    """An amount in its clause.

    verb      the verb that governs it, None when the clause has none
    side      "object" behind the verb, "subject" before it, "gap" when the verb is taken over from an earlier clause
    modifier  the participle that only describes a noun before the amount (buildings emitting 10 t)
    """

    sentence: Sentence
    segment: Segment
    at: int  # token index
    amount: Amount
    verb: VerbGroup | None
    side: str
    modifier: VerbGroup | None
    stance: Stance
    modality: Modality
    left: Left
    right: Right
    after: int | None  # token index of the next amount of the sentence
    before: int | None

    @property
    def is_fold(self) -> bool:
        """double, halve: the change is told by a word."""
        return self.amount.dimension in _FOLDS


def read_frames(sentence: Sentence, text: str, lead: "Lead") -> list[Frame]:
    """One frame for each amount of the sentence, in order."""
    frames: list[Frame] = []
    counted = [at for segment in sentence.segments for at in segment.amounts]
    previous: VerbGroup | None = None
    for number, segment in enumerate(sentence.segments):
        for at in segment.amounts:
            verb, side, modifier = _governor(sentence, segment, at)
            if verb is None:
                verb, side = previous, "gap" if previous is not None else "none"
            if verb is None:
                verb = _ahead(sentence, number)
                side = "subject" if verb is not None else side
            position = counted.index(at)
            before = counted[position - 1] if position else None
            after = counted[position + 1] if position + 1 < len(counted) else None
            stance, modality = stance_of(sentence, segment, verb, lead)
            amount = sentence.tokens[at].figure
            if amount is None:
                continue
            if amount.dimension in _FOLDS:
                verb, side = _of_fold(segment, at, verb), "object"
                stance, modality = stance_of(sentence, segment, verb, lead)
            limit = _left_limit(sentence, segment, at)
            if verb is not None and " " in verb.lemma and verb.end <= at:
                limit = max(limit, sentence.tokens[verb.end - 1].end)  # "set up three": up is no cue
            end = sentence.tokens[segment.end - 1].end
            frames.append(
                Frame(
                    sentence,
                    segment,
                    at,
                    amount,
                    verb,
                    side,
                    modifier,
                    stance,
                    modality,
                    read_left(text, limit, amount.span.start),
                    read_right(text, amount.span.end, end),
                    after,
                    before,
                )
            )
        main = [one for one in segment.groups if one.form in ("finite", "base", "inf") or one.start == segment.start]
        if main:
            previous = main[0] if main[0].is_finite and main[0].form == "finite" and len(main) == 1 else main[-1]
            if (
                main[-1].form == "inf"
                and main[0].is_finite
                and segment.amounts
                and main[-1].start > segment.amounts[-1]
            ):
                previous = main[0]
    return frames


def _ahead(sentence: Sentence, number: int) -> VerbGroup | None:
    """30% of land and 25% of coastal waters will be protected: the verb of the list's last member."""
    for segment in sentence.segments[number + 1 :]:
        signs = [token.lower for token in sentence.tokens[: segment.start]]
        depth = signs.count("(") - signs.count(")")
        finite = next((one for one in segment.groups if one.is_finite), None)
        if finite is not None and ")" in segment.opener and finite.start == segment.start:
            return finite  # investment of €1.1bn (2025: €200m) is foreseen
        if depth <= 0 and not segment.opener <= {"and", "or", ","}:
            return None
        if finite is not None:
            return finite if segment.amounts and segment.amounts[0] < finite.start else None
    return None


_FOLDS = ("fold", "half")


def _of_fold(segment: Segment, at: int, verb: VerbGroup | None) -> VerbGroup | None:
    """The group whose verb is the fold word itself (doubles), else the one that governs it (grow tenfold)."""
    return next((one for one in segment.groups if one.main == at), verb)


def _left_limit(sentence: Sentence, segment: Segment, at: int) -> int:
    for number in range(at - 1, segment.start - 1, -1):
        token = sentence.tokens[number]
        if token.amount is not None or token.time is not None:
            return token.end
    return sentence.tokens[segment.start].start


def _governor(sentence: Sentence, segment: Segment, at: int) -> tuple[VerbGroup | None, str, VerbGroup | None]:
    tokens = sentence.tokens
    modifier = None
    if at + 2 < len(tokens) and tokens[at + 1].lower == "of" and tokens[at + 2].lower in ("which", "whom"):
        following = [one for one in sentence.groups if one.start > at and one.is_finite]
        if following:
            return following[0], "subject", None
    behind = [one for one in segment.groups if one.start > at and one.is_finite]
    for one in reversed([one for one in segment.groups if one.end <= at]):
        if one.form in ("finite", "base", "inf"):
            done = next((inf for inf in segment.groups if inf.start > at and inf.form == "inf"), None)
            if done is not None and _is_goal_for(sentence, one):
                return done, "subject", modifier
            return one, "object", modifier
        if (
            one.start == segment.start
            or "with" in segment.opener
            or one.start - 1 == segment.start
            and tokens[segment.start].tag == "adv"
        ):
            if not (behind and one.form == "participle"):
                return one, "object", modifier
        elif modifier is None:
            modifier = one
    if behind:
        return behind[0], "subject", modifier
    return None, "none", modifier


def _is_goal_for(sentence: Sentence, verb: VerbGroup) -> bool:
    """The aim is for 60% of waste to be recycled: the infinitive behind says what is promised."""
    tokens = sentence.tokens
    if verb.lemma != "be" or verb.end >= len(tokens) or tokens[verb.end].lower != "for":
        return False
    return any(token.lower in group("stance", "goals") for token in tokens[: verb.start])


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead line or heading gives to the lines below it."""

    verb: VerbGroup | None = None
    stance: Stance = Stance.OPEN
    modality: Modality = Modality.GOAL
    promises: bool = False  # it speaks of targets or says "will:"
    actor: str = ""


def stance_of(sentence: Sentence, segment: Segment, verb: VerbGroup | None, lead: Lead) -> tuple[Stance, Modality]:
    """The stance that counts for an amount under `verb`."""
    if opens_condition(segment) and verb is not None and verb in segment.groups and verb.stance is not Stance.COMMIT:
        return (Stance.PRESENT if verb.stance is Stance.OPEN else verb.stance), Modality.REQUIRE
    if verb is not None and verb.stance is not Stance.OPEN:
        if verb.stance is Stance.PRESENT and _is_content(sentence, verb):
            return Stance.COMMIT, Modality.REQUIRE
        if verb.stance is Stance.POSSIBLE and _is_ban(sentence, segment, verb):
            return Stance.COMMIT, Modality.REQUIRE
        return verb.stance, verb.modality
    earlier = [
        one for one in sentence.groups if one.stance is not Stance.OPEN and (verb is None or one.start < verb.start)
    ]
    if verb is not None and verb.form == "ing" and earlier and earlier[-1].form == "participle":
        earlier = earlier[:-1]  # "having met its goal, ... rising to": the first is past, the second is not
    if earlier and (verb is None or verb.form != "base" or segment.opener & {"and", "or", ","}):
        last = earlier[-1]
        if last.stance is Stance.PRESENT and _is_content(sentence, last):
            return Stance.COMMIT, last.modality
        if last.stance is Stance.PRESENT and _is_goal_for(sentence, last):
            return Stance.COMMIT, Modality.GOAL
        if last.stance is Stance.PAST and last.sense == "money" and last.is_passive and _for_purpose(verb):
            return Stance.COMMIT, Modality.GOAL
        return last.stance, last.modality
    if lead.stance is not Stance.OPEN:
        return lead.stance, lead.modality
    if verb is not None and verb.form == "base":
        return Stance.COMMIT, Modality.REQUIRE
    if verb is not None and verb.form == "inf":
        # "the pledge to install 10,000 chargers has been withdrawn" reports; "share to rise to 12%" promises
        later = next((one for one in sentence.groups if one.is_finite), None)
        reports = later is not None and later.stance in (Stance.PAST, Stance.FORECAST)
        return (later.stance, later.modality) if later is not None and reports else (Stance.COMMIT, Modality.GOAL)
    return Stance.OPEN, lead.modality


def _for_purpose(verb: VerbGroup | None) -> bool:
    """Funding has been set aside for 2024-2027 to insulate 6,500 homes: the money is granted, the act is to come."""
    return verb is not None and verb.form == "inf" and not verb.is_passive


def _is_ban(sentence: Sentence, segment: Segment, verb: VerbGroup) -> bool:
    """No plant may emit more than 20 kg: what may not be is ruled out."""
    first = next((one for one in sentence.tokens[segment.start : verb.start] if one.tag not in ("time", "punct")), None)
    return verb.is_negated or first is not None and first.lower in group("bounds", "negating")


def _is_content(sentence: Sentence, verb: VerbGroup) -> bool:
    """shall ensure that X is ..., our ambition is that X is ...: the present tense of a content clause is a promise."""
    so_that = any(
        first.lower == "so" and second.lower == "that"
        for first, second in zip(sentence.tokens[: verb.start], sentence.tokens[1 : verb.start], strict=False)
    )
    for one in sentence.groups:
        if one.start >= verb.start:
            return False
        if so_that and one.stance is Stance.COMMIT:
            return True
        that = one.end < len(sentence.tokens) and any(
            token.lower == "that" for token in sentence.tokens[one.end : one.end + 5]
        )
        if not that:
            continue
        if one.stance in (Stance.COMMIT, Stance.OPEN) and one.sense in ("act", "plan", "bring"):
            return True
        near = sentence.tokens[max(0, one.start - 5) : one.end + 5]
        if one.stance is Stance.PRESENT and any(token.lower in group("stance", "goals") for token in near):
            return True
    return False
