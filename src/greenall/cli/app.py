"""The commands of `greenall`, and what happens when something given to them cannot be used."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer import main as typer_main

from greenall import __version__
from greenall.cli import options
from greenall.cli.apply import apply_review
from greenall.cli.compile import compile_plans
from greenall.cli.diff import show_difference
from greenall.cli.explain import explain_row
from greenall.cli.help import WordedCommand, WordedGroup, usage_refusal
from greenall.cli.serve import serve_site
from greenall.cli.targets import find_targets
from greenall.cli.voice import Refused, voice_of
from greenall.wording import LANGUAGES

app = typer.Typer(
    name="greenall",
    cls=WordedGroup,
    help="cli.help",
    add_completion=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: dict[str, Callable[..., Any]] = {
    "compile": compile_plans,
    "explain": explain_row,
    "apply": apply_review,
    "diff": show_difference,
    "targets": find_targets,
    "serve": serve_site,
}
for name, does in COMMANDS.items():
    app.command(name, cls=WordedCommand, help=f"cli.{name}.help")(does)


@app.callback()
def start(context: typer.Context, ui: options.Ui = None, version: options.Version = False) -> None:
    if version:
        print(f"greenall {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit


def run(argv: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    voice = voice_of(argv, os.environ)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if voice.asked and voice.asked not in LANGUAGES:
            raise Refused("cli.unknown_ui", value=voice.asked)
        code = typer_main.get_command(app).main(list(argv), prog_name="greenall", standalone_mode=False, obj=voice)
        sys.stdout.flush()
        return int(code or 0)
    except Refused as refusal:
        voice.refuse(refusal)
    except typer.TyperException as error:
        voice.refuse(usage_refusal(error))
    except (KeyboardInterrupt, typer.Abort):
        voice.tell("cli.stopped")
        return 130
    except BrokenPipeError:  # whoever reads our output has seen enough: `greenall targets ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 2
