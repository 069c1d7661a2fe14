"""`greenall apply`: take a reviewer's workbook over into the ledger, say what changed, refuse what does not fit.

Good rows are taken over, refused ones stay as they were and are listed with their cell; then the exit code is 2. The
ledger is written only when something changed.
"""

from pathlib import Path

import click

from greenall.cli import inputs, options, outputs
from greenall.cli.help import WordedCommand
from greenall.cli.voice import Refused, Voice
from greenall.plans import files
from greenall.plans.review import RowChange, apply_edits
from greenall.reports import labels

_HEADS = {"state": "review_state"}


@click.command("apply", cls=WordedCommand, help="cli.apply.help")
@options.ledger
@click.argument("workbook", metavar="WORKBOOK", type=options.PATH, help="cli.argument.workbook")
@click.option("-o", "--out", metavar="OUT", type=options.PATH, help="cli.option.apply_out")
@options.ui
@click.pass_obj
def apply_review(voice: Voice, ledger: Path, workbook: Path, out: Path | None) -> int:
    from greenall.reports.workbook import read_edits

    before = inputs.read_ledger(ledger)
    try:
        content = workbook.read_bytes()
    except FileNotFoundError as error:
        raise Refused("documents.not_found", name=str(workbook)) from error
    except OSError as error:
        raise Refused("cli.unreadable_workbook", name=str(workbook), reason=error.strerror or str(error)) from error
    found = read_edits(content, before)
    applied = apply_edits(before, found.edits)
    refusals = (*found.refusals, *applied.refusals)
    for refusal in refusals:
        voice.tell(refusal.code, **dict(refusal.values))
    for row in applied.changes:
        _show(row, voice)
    target = out or ledger
    if applied.changes or out:
        outputs.store(target.parent, {target.name: files.dump(applied.ledger).encode()})
    code = "cli.apply.changed" if applied.changes else "cli.apply.nothing_changed"
    print(voice(code, changed=len(applied.changes), name=target, refused=len(refusals)))
    return 2 if refusals else 0


def _show(row: RowChange, voice: Voice) -> None:
    for change in row.changes:
        before, after = (value or voice("cli.nothing") for value in (change.before, change.after))
        print(f"{row.row}  {labels.column(_HEADS.get(change.field, change.field), voice.language)}: {before} → {after}")
