"""The table that the terminal shows for compiled plans."""

from collections.abc import Sequence

from greenall.cli.terminal import console
from greenall.cli.voice import Voice
from greenall.plans.ledger import Summary

_COLUMNS = ("articles", "measures", "targets", "by_words", "without_deadline", "figures_explained", "findings")


def show_summary(rows: Sequence[tuple[str, Summary]], voice: Voice) -> None:
    """Print one row of counts for each document."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(voice("cli.summary.document"), overflow="fold")
    for column in _COLUMNS:
        table.add_column(voice(f"cli.summary.{column}"), justify="right")
    for name, counts in rows:
        explained = f"{counts.explained}/{counts.figures}"
        numbers = (counts.articles, counts.measures, counts.targets, counts.by_words, counts.without_deadline)
        table.add_row(name, *map(str, numbers), explained, str(counts.findings))
    console().print(table)
