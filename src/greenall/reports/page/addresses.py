"""Where the links of a ledger lead: to places in the same file, or to pages of the site."""

from dataclasses import dataclass
from typing import Protocol

from greenall.reports.page.choice import Choice


class Addresses(Protocol):
    """What the drawing asks for. `is_live` is true when a server answers."""

    @property
    def is_live(self) -> bool: ...

    def row(self, row_id: str) -> str: ...

    def chosen(self, choice: Choice) -> str: ...

    def tab(self, name: str) -> str: ...

    def more(self, page: int) -> str: ...


@dataclass(frozen=True, slots=True)
class InFile:
    """Addresses inside one self-contained file.

    >>> InFile().row("T07"), InFile().chosen(Choice(kind="measure"))
    ('#T07', '#kind=measure')
    """

    is_live: bool = False

    def row(self, row_id: str) -> str:
        return f"#{row_id}"

    def chosen(self, choice: Choice) -> str:
        return f"#{choice.query()}"

    def tab(self, name: str) -> str:
        return f"#{name}"

    def more(self, page: int) -> str:
        raise NotImplementedError("a file shows all its rows")
