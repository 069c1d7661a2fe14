"""Where the example plans and duty directories stand: at the top of the repository, or inside the installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "_examples"
FOLDER = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent.parent / "examples"


def duties_folder() -> Path:
    """The folder of the duty directories."""
    return FOLDER / "duties"


def plans_folder() -> Path:
    """The folder of the example plans."""
    return FOLDER / "plans"
