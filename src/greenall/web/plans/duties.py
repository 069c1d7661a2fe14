"""The duty directories a person may choose from: the examples, and those put into `duties/` of the home folder."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from greenall.data import examples
from greenall.plans.owners import Directory, load_directory
from greenall.web import home


@dataclass(frozen=True, slots=True)
class Offered:
    """A directory as an entry of the list."""

    id: str
    name: str
    path: Path


def offered(language: str) -> list[Offered]:
    """All directories that can be read, named in the reader's language."""
    found: dict[str, Offered] = {}
    for folder in (examples() / "duties", home.folder() / "duties"):
        for path in sorted(folder.glob("*.toml")):
            try:
                head = tomllib.loads(path.read_text(encoding="utf-8"))["directory"]
                found[head["id"]] = Offered(head["id"], head["name"].get(language, head["id"]), path)
            except (OSError, ValueError, KeyError, AttributeError):
                continue  # not a directory of duties; `greenall compile --duties` says what is wrong with it
    return list(found.values())


def chosen(directory_id: str) -> Directory | None:
    """The directory with this id, or None when none was chosen or it is gone."""
    path = next((entry.path for entry in offered("en") if entry.id == directory_id), None)
    return load_directory(path) if path else None
