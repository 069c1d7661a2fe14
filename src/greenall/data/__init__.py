"""Dated packs and language tables; no code but the loaders."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def examples() -> Path:
    """The example plans and duty directories: inside the installed package, or at the top of the repository."""
    installed = _PACKAGE / "_examples"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "examples"
