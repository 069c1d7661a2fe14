"""The example plans, one click away: which file, in which language, with which duty directory."""

from dataclasses import dataclass
from pathlib import Path

from greenall.data import examples
from greenall.wording import say


@dataclass(frozen=True, slots=True)
class Example:
    """An example plan as it is offered."""

    name: str
    language: str
    directory: str

    @property
    def path(self) -> Path:
        return examples() / "plans" / self.name

    @property
    def title(self) -> str:
        return say("web.front.example", self.language)


EXAMPLES = (
    Example("haesol-ko.md", "ko", "province"),
    Example("qinghe-zh.txt", "zh", "city"),
    Example("rivermouth-en.md", "en", ""),
)


def offered(language: str) -> list[Example]:
    """The examples that are there, the reader's language first."""
    there = [example for example in EXAMPLES if example.path.is_file()]
    return sorted(there, key=lambda example: example.language != language)


def named(name: str) -> Example | None:
    """The example with this file name."""
    return next((example for example in EXAMPLES if example.name == name and example.path.is_file()), None)
