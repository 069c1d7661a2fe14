"""`greenall compile`: documents in, ledgers out.

One file goes straight into the folder, several into a folder each, named after the file. A file that cannot be used
is said and leaves nothing behind; the others are compiled all the same, and the exit code is 2.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from greenall.cli import inputs, options, outputs
from greenall.cli.help import WordedCommand
from greenall.cli.progress import ProgressLine
from greenall.cli.summary import show_summary
from greenall.cli.voice import Refused, Voice
from greenall.plans import files
from greenall.plans.ledger import Ledger, Summary, summarise

if TYPE_CHECKING:
    from greenall.plans.owners import Directory

STEPS = ("read", "structure", "targets", "measures", "owners", "figures", "findings")


@click.command("compile", cls=WordedCommand, help="cli.compile.help")
@click.argument("plans", metavar="FILE...", type=options.PATH, nargs=-1, required=True, help="cli.argument.plans")
@click.option("-o", "--out", metavar="DIR", type=options.PATH, default=Path(), help="cli.option.out")
@options.lang
@click.option("--issued", metavar="YYYY-MM-DD", help="cli.option.issued")
@click.option("--duties", metavar="city|province|FILE", help="cli.option.duties")
@click.option("--until", metavar="STEP", help="cli.option.until")
@options.ui
@click.pass_obj
def compile_plans(
    voice: Voice,
    plans: tuple[Path, ...],
    out: Path,
    lang: str | None,
    issued: str | None,
    duties: str | None,
    until: str | None,
) -> int:
    if until is not None and until not in STEPS:
        raise Refused("cli.unknown_step", value=until, steps=", ".join(STEPS))
    compiler = Compiler(
        language=inputs.read_language(lang),
        issued=inputs.read_day(issued, "--issued"),
        directory=inputs.read_directory(duties),
        voice=voice,
    )
    folders = [out] if len(plans) == 1 else _folders(plans, out)
    done: list[tuple[str, Summary]] = []
    values: list[Any] = []
    refused = 0
    for plan, folder in zip(plans, folders, strict=True):
        try:
            if until:
                values.append(compiler.until(until, plan))
                continue
            ledger = compiler.compile(plan)
            kept = outputs.store(folder, outputs.render(ledger, voice.asked or ledger.source.language))
        except Refused as refusal:
            refused += 1
            voice.refuse(refusal)
            continue
        if kept:
            voice.tell("cli.compile.kept_workbook", name=kept)
        done.append((plan.name, summarise(ledger)))
        voice.tell("cli.compile.written", name=plan.name, folder=folder)
    if done:
        show_summary(done, voice)
    if values:
        print(json.dumps(values[0] if len(plans) == 1 else values, ensure_ascii=False, indent=1))
    return 2 if refused else 0


@dataclass(frozen=True)
class Compiler:
    """The compiler with what the options say, showing its progress on a terminal."""

    language: str | None
    issued: date | None
    directory: "Directory | None"
    voice: Voice

    def compile(self, path: Path, until: str = STEPS[-1]) -> Ledger:
        """The ledger of the document in a file, as far as a step fills it."""
        from greenall.plans.compile import compile_plan

        document = inputs.read_document(path)
        with ProgressLine(path.name, self.voice) as line:
            return compile_plan(
                document,
                issued=self.issued,
                language=self.language,
                directory=self.directory,
                progress=line.show,
                until=until,
            )

    def until(self, step: str, path: Path) -> Any:
        """What a step gives, as plain data: the document, or the ledger as far as it is filled."""
        if step == "read":
            return asdict(inputs.read_document(path))
        return json.loads(files.dump(self.compile(path, step)))


def _folders(plans: Sequence[Path], out: Path) -> list[Path]:
    """A folder for each of several files: its name without the ending, numbered where two share it."""
    taken: dict[str, int] = {}
    folders = []
    for plan in plans:
        taken[plan.stem] = number = taken.get(plan.stem, 0) + 1
        folders.append(out / (plan.stem if number == 1 else f"{plan.stem}-{number}"))
    return folders
