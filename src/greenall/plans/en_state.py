"""What an English passage carries from line to line and from sentence to sentence.

A heading, a lead line ("By 2029 the agency will:") or a sentence that announces goals gives its time to all that stands
below it; the time of an ordinary sentence goes on only where words link the two (by then, of these, also).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from greenall.data.language.tables import any_of
from greenall.plans.en_cues import cues, group, mentions
from greenall.plans.en_frames import Lead
from greenall.plans.en_phrases import clean, is_agent
from greenall.plans.en_sentence import Sentence
from greenall.plans.en_times import Placed, Role
from greenall.plans.en_verbs import Stance, VerbGroup
from greenall.plans.ledger import Modality
from greenall.plans.reading import Commitment, Context
from greenall.quantity.times import Time


@dataclass(slots=True)
class State:
    """time: of a heading or announcement; lead_time: of the line that opens a list; last: of the sentence before, kept
    only where words link."""

    time: Time | None = None
    time_text: str = ""
    last: Time | None = None
    last_text: str = ""
    far: Time | None = None  # the last time named, taken up by "by then" alone
    indicator: str = ""
    counted: str = ""
    lead: Lead = field(default_factory=Lead)
    lead_marker: str = ""
    lead_time: Time | None = None
    promises: bool = False
    committed: bool = False
    line: int = -1

    @classmethod
    def of(cls, context: Context) -> "State":
        """What the surroundings of the passage give."""
        promises = context.lead is not None or mentions("headings", context.lead_text)
        return cls(time=context.lead, time_text=context.lead_text if context.lead else "", promises=promises)

    def lead_of(self, sentence: Sentence) -> Lead:
        """The lead that governs the sentence: that of its list, or only whether the heading promises."""
        return self.lead if sentence.is_item or self.lead.promises else Lead(promises=self.promises)

    def known(self, words: str) -> tuple[Time | None, str]:
        """The time that a sentence takes over when it has none of its own."""
        if self.last is not None and is_linked(words):
            return self.last, self.last_text
        if self.far is not None and _BY_THEN.match(words):
            return self.far, ""
        if self.lead_time is not None:
            return self.lead_time, ""
        return self.time, self.time_text

    def enter(self, sentence: Sentence, text: str) -> None:
        """A heading ends what stood before it; a line outside the list ends its lead."""
        if sentence.is_heading:
            self.time, self.time_text, self.last = None, "", None
            self.indicator, self.counted, self.committed = "", "", False
            self.promises = mentions("headings", sentence.span.of(text))
        if sentence.is_heading or sentence.line != self.line and sentence.marker in ("", self.lead_marker):
            self.lead, self.lead_time, self.lead_marker = Lead(), None, ""
        self.line = sentence.line

    def leave(self, sentence: Sentence, placed: Sequence[Placed], text: str, found: Sequence[Commitment]) -> None:
        """Keep what the next sentences may take over."""
        words = sentence.span.of(text)
        deadlines = [one.time for one in placed if one.role is Role.DEADLINE]
        if sentence.is_lead and not sentence.is_heading:
            self._take_lead(sentence, words, deadlines)
        elif deadlines and (sentence.is_heading or _announces(sentence)):
            self.time, self.time_text = deadlines[-1], ""
        if sentence.is_heading:
            return
        self.far = deadlines[-1] if deadlines else self.far if _BY_THEN.match(words) else None
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

    def _take_lead(self, sentence: Sentence, words: str, deadlines: Sequence[Time]) -> None:
        """Keep what a line that ends with a colon gives to the lines below it."""
        verb = next((one for one in sentence.groups if one.is_finite), None)
        stance = Stance.COMMIT if verb is not None and verb.stance is Stance.COMMIT else Stance.OPEN
        promises = bool(deadlines) or stance is Stance.COMMIT or mentions("headings", words)
        if verb is not None or not self.lead.promises:
            modality = verb.modality if verb is not None else Modality.GOAL
            self.lead = Lead(verb, stance, modality, promises, _actor(sentence, verb, words))
            self.lead_marker = sentence.marker
        self.promises = self.promises or promises
        if deadlines:
            self.lead_time = deadlines[-1]
        elif self.last is not None and is_linked(words):
            self.lead_time = self.last
        if verb is None and (name := _lead_name(words)):
            self.indicator = name


def _actor(sentence: Sentence, verb: VerbGroup | None, words: str) -> str:
    """Who acts in the list: By 2029 the Housing Agency will: -> Housing Agency."""
    if verb is None:
        return ""
    segment = next(one for one in sentence.segments if one.start <= verb.start < one.end)
    tokens = [one for one in sentence.tokens[segment.start : verb.start] if one.time is None]
    while tokens and tokens[0].tag in ("punct", "mask", "adv"):
        tokens.pop(0)
    if not tokens:
        return ""
    start = sentence.span.start
    subject = words[tokens[0].start - start : tokens[-1].end - start]
    return clean(subject) if is_agent(subject) else ""


def _lead_name(words: str) -> str:
    """Milestones for electric vehicle registrations: -> electric vehicle registrations."""
    goals = group("stance", "goals")
    parts = [word.strip(",:;").lower() for word in words.split()]
    if any(part in goals for part in parts[:5]):
        match = re.search(r"\b(?:for|of|on)\s+(.+?):?\s*$", words)
        return clean(match.group(1)) if match and not match.group(1)[:1].isdigit() else ""
    return clean(words.rstrip().rstrip(":")) if len(parts) <= 9 else ""


def _announces(sentence: Sentence) -> bool:
    """Our goals for 2035 are simple: a sentence without a figure that sets the time for those after it."""
    if any(token.figure is not None for token in sentence.tokens):
        return False
    if any(one.stance in (Stance.PAST, Stance.FORECAST) for one in sentence.groups):
        return False
    return any(token.lower in _ANNOUNCING for token in sentence.tokens[:8])


_BY_THEN = re.compile(r"\W*by (?:then|that (?:date|time|year|point))\b", re.IGNORECASE)
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
