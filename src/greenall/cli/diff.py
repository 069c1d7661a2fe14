"""`greenall diff OLD NEW`: what a new version of a plan adds, changes, moves and drops."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from greenall.cli import inputs, options
from greenall.cli.compile import Compiler
from greenall.cli.help import WordedCommand
from greenall.cli.terminal import console
from greenall.cli.voice import Voice
from greenall.plans.ledger import Ledger

if TYPE_CHECKING:
    from greenall.reports.difference import DifferenceRow


@click.command("diff", cls=WordedCommand, help="cli.diff.help")
@click.argument("old", metavar="OLD", type=options.PATH, help="cli.argument.old")
@click.argument("new", metavar="NEW", type=options.PATH, help="cli.argument.new")
@options.lang
@click.option("--json", "as_json", is_flag=True, help="cli.option.json")
@options.ui
@click.pass_obj
def show_difference(voice: Voice, old: Path, new: Path, lang: str | None, as_json: bool) -> None:
    from greenall.plans.amend import compare, dump_difference
    from greenall.reports import difference

    compiler = Compiler(inputs.read_language(lang), None, None, voice)
    found = compare(*(_version(path, compiler) for path in (old, new)))
    if as_json:
        print(dump_difference(found), end="")
    elif not found.rows:
        print(voice("cli.diff.same"))
    else:
        _print_table(difference.heads(voice.language), difference.render(found, voice.language))
        print(difference.summary(found, voice.language))


def _version(path: Path, compiler: Compiler) -> Ledger:
    """The ledger in a file, or that of the document in it."""
    return inputs.read_ledger(path) if inputs.is_json(path) else compiler.compile(path)


def _print_table(heads: tuple[str, ...], rows: tuple["DifferenceRow", ...]) -> None:
    from rich import box
    from rich.table import Table

    table = Table(*heads, box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"
    for row in rows:
        table.add_row(*row.cells())
    console().print(table)
