"""What is given to a command - documents, ledgers, days, duty directories - or the refusal of it.

The rooms that read files are imported when a file is read: help and usage errors need none of them.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from greenall.cli.voice import Refused
from greenall.documents.document import Document, Unreadable
from greenall.plans import files
from greenall.plans.ledger import Ledger
from greenall.wording import LANGUAGES

if TYPE_CHECKING:
    from greenall.plans.owners import Directory


def read_document(path: Path) -> Document:
    """The document in a file."""
    from greenall import documents

    try:
        return documents.read(path)
    except Unreadable as error:
        raise Refused(error.code, **error.values) from error


def read_text(path: Path) -> str:
    """The text of a file of ours."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise Refused("documents.not_found", name=str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("cli.unreadable_ledger", name=str(path), reason=str(error)) from error


def is_json(path: Path) -> bool:
    """True for a file that begins as a JSON object does; the kind of a file is told by its content."""
    try:
        with path.open("rb") as file:
            return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    except OSError:
        return False


def read_ledger(path: Path) -> Ledger:
    """The ledger in a `ledger.json`."""
    try:
        return files.load(read_text(path))
    except files.NotALedger as error:
        raise Refused("cli.unreadable_ledger", name=str(path), reason=str(error)) from error


def read_day(value: str | None, option: str) -> date | None:
    """The day that an option gives."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Refused("cli.not_a_day", option=option, value=value) from error


def read_language(value: str | None) -> str | None:
    """The language of a document that `--lang` gives."""
    if value is not None and value not in LANGUAGES:
        raise Refused("cli.unknown_lang", value=value)
    return value


def read_directory(value: str | None) -> "Directory | None":
    """The duty directory that `--duties` gives: one of ours by its name, or a file."""
    from greenall.plans.owners import find_directory, load_directory

    if value is None:
        return None
    path = find_directory(value)
    try:
        return load_directory(path)
    except FileNotFoundError as error:
        raise Refused("documents.not_found", name=str(path)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refused("cli.unreadable_duties", name=str(path), reason=str(error)) from error
