import typer


def serve_site(context: typer.Context) -> None:
    pass
