"""What one Chinese clause says: an act, or only who has a duty."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says is to be done.

    opening  the adverbs and times in front of the verb
    strives  said with 争取 or 力争
    asked    who is asked to act, in the words of the clause: 鼓励农户使用…
    """

    verb: str
    object: str
    rule: str
    actor: str = ""
    partner: str = ""
    scope: str = ""
    opening: str = ""
    strives: bool = False
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """A clause that names who has a duty and leaves the act to the next clause: 各部门要高度重视."""

    actor: str
