"""What an English passage carries from line to line and from sentence to sentence.

A heading, a lead line ("By 2029 the agency will:") or a sentence that announces goals gives its time to all that stands
below it; the time of an ordinary sentence goes on only where words link the two (by then, of these, also).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.en_cues import cues, group, has
from greenall.plans.en_frames import Lead
from greenall.plans.en_phrases import clean
from greenall.plans.en_sentence import Sentence
from greenall.plans.en_times import Placed, Role
from greenall.plans.en_verbs import Stance
from greenall.plans.ledger import Modality
from greenall.plans.reading import Commitment, Context
from greenall.quantity.times import Time


@dataclass(slots=True)
class State:
    """time: of a heading, lead or announcement; last: of the sentence before, kept only where words link."""

    time: Time | None = None
    time_text: str = ""
    last: Time | None = None
    last_text: str = ""
    indicator: str = ""
    counted: str = ""
    lead: Lead = field(default_factory=Lead)
    promises: bool = False
    committed: bool = False

    @classmethod
    def of(cls, context: Context) -> "State":
        """What the surroundings of the passage give."""
        promises = context.lead is not None or has("headings").search(context.lead_text) is not None
        return cls(time=context.lead, time_text=context.lead_text if context.lead else "", promises=promises)

    def lead_of(self, sentence: Sentence) -> Lead:
        """The lead that governs the sentence: that of its list, or only whether the heading promises."""
        return self.lead if sentence.is_item or self.lead.promises else Lead(promises=self.promises)

    def known(self, words: str) -> tuple[Time | None, str]:
        """The time that a sentence takes over when it has none of its own."""
        if self.last is not None and is_linked(words):
            return self.last, self.last_text
        return self.time, self.time_text

    def enter(self, sentence: Sentence, text: str) -> None:
        """A heading ends what stood before it; a sentence outside the list ends its lead."""
        if sentence.is_heading:
            self.time, self.time_text, self.last = None, "", None
            self.lead, self.indicator, self.counted, self.committed = Lead(), "", "", False
            self.promises = has("headings").search(sentence.span.of(text)) is not None
        elif not sentence.is_item and self.lead.promises and not sentence.is_lead:
            self.lead = Lead()

    def leave(self, sentence: Sentence, placed: Sequence[Placed], text: str, found: Sequence[Commitment]) -> None:
        """Keep what the next sentences may take over."""
        words = sentence.span.of(text)
        deadlines = [one.time for one in placed if one.role is Role.DEADLINE]
        if sentence.is_heading or sentence.is_lead or _announces(sentence):
            if deadlines:
                self.time, self.time_text = deadlines[-1], ""
            elif sentence.is_lead and not sentence.is_item and self.last is not None and is_linked(words):
                self.time, self.time_text = self.last, self.last_text
        if sentence.is_lead and not sentence.is_item:
            self._take_lead(sentence, words, bool(deadlines))
        if sentence.is_heading:
            return
        if found:
            timed = [one for one in found if one.time is not None]
            self.last, self.last_text = (timed[-1].time, timed[-1].time_text) if timed else (None, "")
            self.indicator = found[-1].indicator or self.indicator
            self.committed = True
        elif not sentence.is_lead and not is_linked(words):
            commits = any(one.stance is Stance.COMMIT for one in sentence.groups)
            self.last, self.last_text = (deadlines[-1] if deadlines and commits else None), ""
            self.committed = False
        for token in sentence.tokens:
            if token.amount is not None and token.amount.is_counter:
                self.counted = token.amount.unit.split(" ")[-1]

    def _take_lead(self, sentence: Sentence, words: str, has_deadline: bool) -> None:
        verb = next((one for one in sentence.groups if one.is_finite), None)
        stance = Stance.COMMIT if verb is not None and verb.stance is Stance.COMMIT else Stance.OPEN
        promises = has_deadline or stance is Stance.COMMIT or has("headings").search(words) is not None
        self.lead = Lead(verb, stance, verb.modality if verb is not None else Modality.GOAL, promises)
        self.promises = self.promises or promises
        if verb is None and (name := _lead_name(words)):
            self.indicator = name


def _lead_name(words: str) -> str:
    """Milestones for electric vehicle registrations: -> electric vehicle registrations."""
    goals = group("stance", "goals")
    parts = [word.strip(",:;").lower() for word in words.split()]
    if any(part in goals for part in parts[:5]):
        match = re.search(r"\b(?:for|of|on)\s+(.+?):?\s*$", words)
        return clean(match.group(1)) if match else ""
    return clean(words.rstrip().rstrip(":")) if len(parts) <= 9 else ""


def _announces(sentence: Sentence) -> bool:
    """Our goals for 2035 are simple: a sentence without a figure that sets the time for those after it."""
    if any(token.figure is not None for token in sentence.tokens):
        return False
    if any(one.stance in (Stance.PAST, Stance.FORECAST) for one in sentence.groups):
        return False
    return any(token.lower in _ANNOUNCING for token in sentence.tokens[:8])


_ANNOUNCING = frozenset(
    ("goals", "targets", "milestones", "objectives", "aims", "ambitions", "commitments", "following")
)


@cache
def _links() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = cues()["links"]
    return (
        re.compile(rf"\W*{any_of(table['words'])}(?![A-Za-z])", re.IGNORECASE),
        re.compile(rf"(?<![A-Za-z]){any_of(table['inside'])}(?![A-Za-z])", re.IGNORECASE),
    )


def is_linked(words: str) -> bool:
    """True when the sentence goes on from the one before: by then, of these, also, in addition."""
    opening, inside = _links()
    return opening.match(words) is not None or inside.search(words) is not None
