"""`greenall diff OLD NEW`."""

import typer


def show_difference(context: typer.Context) -> None:
    pass
