"""Options and arguments that several commands share. Their help is a code, worded when it is shown."""

from pathlib import Path

import click

PATH = click.Path(path_type=Path)

ui = click.option("--ui", metavar="ko|zh|en", help="cli.option.ui", expose_value=False)  # `voice_of` has read it
lang = click.option("--lang", metavar="zh|ko|en", help="cli.option.lang")
ledger = click.argument("ledger", metavar="LEDGER", type=PATH, help="cli.argument.ledger")
