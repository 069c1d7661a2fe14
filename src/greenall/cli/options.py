"""Options and arguments that several commands share. Their help is a code, worded when it is shown."""

from pathlib import Path
from typing import Annotated

import typer

Ui = Annotated[str | None, typer.Option("--ui", metavar="ko|zh|en", help="cli.option.ui")]
Version = Annotated[bool, typer.Option("--version", help="cli.option.version")]
Language = Annotated[str | None, typer.Option("--lang", metavar="zh|ko|en", help="cli.option.lang")]
Issued = Annotated[str | None, typer.Option("--issued", metavar="YYYY-MM-DD", help="cli.option.issued")]
Duties = Annotated[str | None, typer.Option("--duties", metavar="city|province|FILE", help="cli.option.duties")]
AsJson = Annotated[bool, typer.Option("--json", help="cli.option.json")]
LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="cli.argument.ledger")]
