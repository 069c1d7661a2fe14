"""Help and usage errors in the reader's language.

Commands, arguments and options carry a code as their help (`cli.compile.help`); it is worded when help is asked for,
and set so that Chinese and Korean lines break where they should. The parser complains in English; here each kind of
complaint becomes a code with values.
"""

import io
import sys
from typing import Any

import click

from greenall.cli.voice import Refused, Voice


class WordedCommand(click.Command):
    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(render_help(self, ctx))


class WordedGroup(click.Group):
    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(render_help(self, ctx))


def render_help(command: click.Command, context: click.Context) -> str:
    """Usage, what the command does with examples, and what can be given to it."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    voice: Voice = context.obj
    terminal = sys.stdout.isatty()
    written = io.StringIO()
    width = min(Console().width, 100) if terminal else 100
    console = Console(file=written, width=width, force_terminal=terminal, highlight=False, markup=False)

    def section(title: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for head, sentence in rows:
            table.add_row("  " + head, sentence)
        console.print(Text(title, style="bold"))
        console.print(table)
        console.print()

    arguments = [each for each in command.params if isinstance(each, click.Argument)]
    options = [each for each in command.get_params(context) if each not in arguments]
    subcommands = list(getattr(command, "commands", {}).values())
    words = [context.command_path, *(_name(each) for each in arguments), "COMMAND" if subcommands else "", "[OPTION…]"]
    console.print(Text(f"{voice('cli.title.usage')} {' '.join(filter(None, words))}", style="bold"))
    console.print()
    for paragraph in voice(str(command.help)).split("\n\n"):
        console.print(Text(paragraph, overflow="fold"))
        console.print()
    section(voice("cli.title.commands"), [(str(each.name), voice(f"cli.{each.name}.short")) for each in subcommands])
    section(voice("cli.title.arguments"), [(_name(each), voice(str(each.help))) for each in arguments])
    section(voice("cli.title.options"), [(_name(each), _option_help(each, voice)) for each in options])
    return "\n".join(line.rstrip() for line in written.getvalue().rstrip().splitlines())


def _name(parameter: Any) -> str:
    """`-o, --out DIR` of an option, `FILE...` of an argument."""
    if isinstance(parameter, click.Argument):
        return f"[{parameter.metavar}]" if not parameter.required else str(parameter.metavar)
    names = ", ".join(sorted(parameter.opts, key=len))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _option_help(parameter: Any, voice: Voice) -> str:
    return voice("cli.option.help") if "--help" in parameter.opts else voice(parameter.help)


def usage_refusal(error: click.ClickException) -> Refused:
    """What the parser complains of, as a code with values."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "greenall"
    match error:
        case click.MissingParameter(param=parameter) if parameter:
            return Refused("cli.usage.missing", command=command, name=_name(parameter))
        case click.NoSuchOption(option_name=name, possibilities=near):
            if near:
                return Refused("cli.usage.unknown_option_near", command=command, name=name, near=", ".join(near))
            return Refused("cli.usage.unknown_option", command=command, name=name)
        case click.BadOptionUsage(option_name=name):
            return Refused("cli.usage.option_value", command=command, name=name)
        case click.BadParameter(param=parameter) if parameter:
            return Refused("cli.usage.bad_value", command=command, name=parameter.opts[0])
    if context and isinstance(context.command, click.Group):
        return Refused("cli.usage.unknown_command", commands=", ".join(context.command.commands))
    return Refused("cli.usage.too_many", command=command)
