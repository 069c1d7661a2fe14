"""What is printed with some layout: to a terminal as wide as it is, into a file or pipe 120 columns wide."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 120


def console() -> "Console":
    """A console on standard output that prints words as they are."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else _WIDTH
    return Console(width=width, highlight=False, markup=False, emoji=False)
