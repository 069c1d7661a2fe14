"""Writing ledgers into a folder: all of a ledger's files or none, and never over a workbook that somebody worked in."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from greenall.cli.voice import Refused
from greenall.plans import files
from greenall.plans.ledger import Ledger

JSON, WORKBOOK, WORD, PAGE = "ledger.json", "ledger.xlsx", "ledger.docx", "ledger.html"


def render(ledger: Ledger, language: str) -> dict[str, bytes]:
    """The four files of a ledger."""
    from greenall.reports import page, word, workbook

    return {
        JSON: files.dump(ledger).encode(),
        WORKBOOK: workbook.write(ledger, language),
        WORD: word.write(ledger, language),
        PAGE: page.write(ledger, language).encode(),
    }


def store(folder: Path, contents: Mapping[str, bytes]) -> Path | None:
    """Put files into a folder, all or none. Returns where an edited workbook was kept, if there was one."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=".greenall-", dir=folder))
    except OSError as error:
        raise Refused("cli.cannot_write", name=str(folder), reason=error.strerror or str(error)) from error
    try:
        for name, content in contents.items():
            (fresh / name).write_bytes(content)
        kept = _keep_edited(folder, contents[WORKBOOK]) if WORKBOOK in contents else None
        for name in contents:
            os.replace(fresh / name, folder / name)
    except OSError as error:
        raise Refused("cli.cannot_write", name=str(folder), reason=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return kept


def _keep_edited(folder: Path, fresh: bytes) -> Path | None:
    """Give a workbook in which somebody worked another name, so that it is not overwritten."""
    workbook = folder / WORKBOOK
    if not workbook.exists() or workbook.read_bytes() == fresh or not _is_edited(workbook, folder / JSON):
        return None
    number = 1
    while (kept := folder / f"ledger-edited-{number}.xlsx").exists():
        number += 1
    workbook.rename(kept)
    return kept


def _is_edited(workbook: Path, ledger: Path) -> bool:
    """True when the workbook says anything that its ledger does not, or cannot be compared with it."""
    from greenall.reports.workbook import read_edits

    try:
        found = read_edits(workbook.read_bytes(), files.load(ledger.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return True
    return bool(found.edits or found.refusals)
