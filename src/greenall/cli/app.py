"""The commands of `greenall`, and what happens when something given to them cannot be used."""

import os
import sys
from collections.abc import Sequence

import click

from greenall import __version__
from greenall.cli import options
from greenall.cli.apply import apply_review
from greenall.cli.compile import compile_plans
from greenall.cli.diff import show_difference
from greenall.cli.explain import explain_row
from greenall.cli.help import WordedGroup, usage_refusal
from greenall.cli.serve import serve_site
from greenall.cli.targets import find_targets
from greenall.cli.voice import Refused, voice_of
from greenall.wording import LANGUAGES

COMMANDS: dict[str, click.Command] = {
    str(command.name): command
    for command in (compile_plans, explain_row, apply_review, show_difference, find_targets, serve_site)
}


@click.group(
    cls=WordedGroup,
    commands=COMMANDS,
    help="cli.help",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@options.ui
@click.option("--version", is_flag=True, help="cli.option.version")
@click.pass_context
def greenall(context: click.Context, version: bool) -> None:
    if version:
        print(f"greenall {__version__}")
        context.exit()
    if context.invoked_subcommand is None:
        print(context.get_help())
        context.exit()


def run(argv: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    voice = voice_of(argv, os.environ)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if voice.asked and voice.asked not in LANGUAGES:
            raise Refused("cli.unknown_ui", value=voice.asked)
        code = greenall.main(list(argv), prog_name="greenall", standalone_mode=False, obj=voice)
        sys.stdout.flush()
        return int(code or 0)
    except Refused as refusal:
        voice.refuse(refusal)
    except click.ClickException as error:
        voice.refuse(usage_refusal(error))
    except (KeyboardInterrupt, click.Abort):
        voice.tell("cli.stopped")
        return 130
    except BrokenPipeError:  # whoever reads our output has seen enough: `greenall targets ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 2
