"""Who answers for a measure, named in brackets behind it: （牵头单位：市发展改革委；配合单位：市财政局）.

>>> text = "推进绿色建筑。(市住建局牵头,市财政局、各县(区)配合)"
>>> [(note.actor, note.partner) for note in find_notes(text)]
[('市住建局', '市财政局、各县(区)')]
"""

import re
from dataclasses import dataclass

from greenall.quantity.place import Span

_LEAD = "牵头单位|牵头部门|责任单位|责任部门|主责单位|牵头"
_HELP = "配合单位|协办单位|参与单位|配合部门|责任单位|配合|参与"
_BRACKET = re.compile(r"\((?:[^()\n]|\([^()\n]{0,12}\)){2,240}\)")
_LABELLED = re.compile(
    rf"\((?:{_LEAD})(?:及责任单位)?:(?P<actor>[^;。]+?)(?:[;,。](?:{_HELP}):(?P<partner>[^;。]+?))?[。;]?\)$"
)
_SAID = re.compile(
    r"\((?P<actor>[^;。]+?)(?:等)?(?:按照?(?:各自)?职责分工)?(?:分别)?(?:牵头负责|牵头|负责)(?:[,;、](?P<partner>[^;。]+?)(?:等)?(?:按照?职责分工)?(?:负责|配合|参与|参加|协同)?)?(?:按照?职责分工负责)?[。]?\)$"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A bracket that names who leads and who helps."""

    span: Span
    actor: str
    partner: str


def find_notes(text: str) -> list[Note]:
    """The notes of folded `text`, in order."""
    notes: list[Note] = []
    for bracket in _BRACKET.finditer(text):
        words = bracket.group()
        if match := _LABELLED.match(words) or _SAID.match(words):
            notes.append(Note(Span(*bracket.span()), match["actor"].strip(), (match["partner"] or "").strip()))
    return notes
