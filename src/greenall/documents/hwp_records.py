"""The records of an HWP 5 stream as a tree: each one's children are the records of a deeper level that follow it."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

NUMBERING, PARAGRAPH_SHAPE = 23, 25  # of DocInfo
PARAGRAPH, TEXT, CONTROL, LIST, TABLE, EQUATION = 66, 67, 71, 72, 77, 88  # of the sections
_DEEPEST = 120  # levels; a real file uses a tenth


@dataclass(slots=True)
class Record:
    tag: int
    level: int
    data: bytes
    children: list["Record"] = field(default_factory=list)


class BrokenRecords(ValueError):
    """A record that is longer than its stream, or nested beyond all sense."""


def tree(data: bytes) -> list[Record]:
    """The records that stand at the top."""
    roots: list[Record] = []
    open_records: list[Record] = []
    at = 0
    while at + 4 <= len(data):
        (head,) = struct.unpack_from("<I", data, at)
        tag, level, size = head & 0x3FF, head >> 10 & 0x3FF, head >> 20
        at += 4
        if size == 0xFFF and at + 4 <= len(data):
            (size,) = struct.unpack_from("<I", data, at)
            at += 4
        if at + size > len(data) or level > _DEEPEST:
            raise BrokenRecords(f"record {tag} at {at}")
        record = Record(tag, level, data[at : at + size])
        at += size
        while open_records and open_records[-1].level >= level:
            open_records.pop()
        (open_records[-1].children if open_records else roots).append(record)
        open_records.append(record)
    return roots


def flat(records: Iterable[Record]) -> Iterator[Record]:
    """All records in the order of the stream."""
    for record in records:
        yield record
        yield from flat(record.children)
