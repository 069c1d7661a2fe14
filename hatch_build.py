"""Build hook: compile the message catalogues, and put the examples into the wheel.

In an editable install the examples stay where they are, at the top of the repository.
"""

from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CataloguesAndExamples(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for catalogue in Path(self.root, "src").rglob("*.po"):
            polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))
        if version != "editable" and self.target_name == "wheel":
            build_data["force_include"]["examples"] = "greenall/_examples"
