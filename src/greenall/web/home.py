"""Where the site keeps what it is given: the database and the secret key, in `GREENALL_HOME` or `var/`."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]


def folder() -> Path:
    """The folder of this installation's own files; made when it is missing, readable by its owner only."""
    given = os.environ.get("GREENALL_HOME")
    in_checkout = (_CHECKOUT / "pyproject.toml").is_file()
    home = Path(given) if given else (_CHECKOUT if in_checkout else Path.cwd()) / "var"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return home


def secret_key() -> str:
    """The key that signs cookies: made on the first run, never part of the product."""
    given = os.environ.get("GREENALL_SECRET_KEY")
    if given:
        return given
    file = folder() / "secret-key"
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        key = secrets.token_urlsafe(48)
        stream.write(key)
    return key


def database(address: str = "") -> dict[str, object]:
    """Django's settings for the database at an address, or for SQLite in the home folder.

    >>> database("postgresql://office:s%40fe@db.example:5433/plans")["PASSWORD"]
    's@fe'
    """
    if address:
        parts = urlsplit(address)
        if parts.scheme not in ("postgres", "postgresql"):
            raise ValueError("GREENALL_DATABASE_URL must begin with postgresql://")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
    # All four together: without IMMEDIATE two writers can lock each other out, without WAL a reader blocks a writer.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder() / "greenall.sqlite3",
        "TEST": {"NAME": folder() / "test.sqlite3"},  # a file: the thread that compiles has a connection of its own
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }
