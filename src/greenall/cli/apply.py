"""`greenall apply`: take a reviewer's workbook over into the ledger, say what changed, refuse what does not fit.

Good rows are taken over, refused ones stay as they were and are listed with their cell; then the exit code is 2. The
ledger is written only when something changed.
"""

from pathlib import Path
from typing import Annotated

import typer

from greenall.cli import inputs, options, outputs
from greenall.cli.voice import Refused, Voice
from greenall.plans import files
from greenall.plans.review import RowChange, apply_edits
from greenall.reports import labels

_HEADS = {"state": "review_state"}


def apply_review(
    context: typer.Context,
    ledger: options.LedgerFile,
    workbook: Annotated[Path, typer.Argument(metavar="WORKBOOK", help="cli.argument.workbook")],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="OUT", help="cli.option.apply_out")] = None,
    ui: options.Ui = None,
) -> int:
    from greenall.reports.workbook import read_edits

    voice: Voice = context.obj
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
