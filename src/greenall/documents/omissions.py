"""What a reader leaves out of a document, counted, so that nothing is dropped in silence."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from greenall.documents.composing import clean
from greenall.documents.document import Notice

_LONGEST = 200  # characters of left-out text that a notice quotes


@dataclass(slots=True)
class Omissions:
    """Counts while reading; notices when done."""

    inserted: int = 0
    deleted: int = 0
    notes: int = 0
    contents: int = 0
    hidden: int = 0
    boxes: list[str] = field(default_factory=list)

    def add_box(self, text: str) -> None:
        """A text box; an empty one is no loss."""
        if text := clean(text):
            self.boxes.append(text)

    def notices(self) -> Iterator[Notice]:
        if self.inserted or self.deleted:
            values = (("inserted", str(self.inserted)), ("deleted", str(self.deleted)))
            yield Notice("documents.changes_accepted", values)
        if self.boxes:
            text = " / ".join(self.boxes)
            quoted = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
            yield Notice("documents.text_boxes_skipped", (("number", str(len(self.boxes))), ("text", quoted)))
        counts = {"footnotes": self.notes, "contents": self.contents, "hidden_text": self.hidden}
        for what, count in counts.items():
            if count:
                yield Notice(f"documents.{what}_skipped", (("number", str(count)),))
