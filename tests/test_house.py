"""The rules of the house that no linter knows: no clock and no files below the doors, small modules, whole messages."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "greenall"
DOORS = {"cli", "web"}
# Rooms that read or write files: documents in, ledgers out, and the loaders of tables, catalogues and duty directories.
TOUCH_FILES = {"documents", "reports", "data", "wording"}
LOADERS = {"plans/owners.py"}
CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
}
OPENERS = {"read_text", "read_bytes", "write_text", "write_bytes", "open"}


def below_the_doors() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] not in DOORS)


def calls(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    """(line, owner, name) of every call: (1, "date", "today") for `date.today()`, (1, "", "open") for `open()`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        if isinstance(function, ast.Name):
            yield node.lineno, "", function.id
        elif isinstance(function, ast.Attribute):
            owner = function.value
            yield node.lineno, owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "?"), function.attr


def clock_readings(source: str) -> list[int]:
    return sorted(line for line, owner, name in calls(ast.parse(source)) if (owner, name) in CLOCKS)


def file_accesses(source: str) -> list[int]:
    found = ((line, owner, name) for line, owner, name in calls(ast.parse(source)) if name in OPENERS)
    return sorted(line for line, owner, name in found if owner or name == "open")


def test_the_checks_see_what_they_look_for():
    assert clock_readings("from datetime import date\nday = date.today()") == [2]
    assert clock_readings("import datetime\nat = datetime.datetime.now()") == [2]
    assert file_accesses("def f(path):\n    return path.read_text()\nopen('x')") == [2, 3]


def offences(find: Callable[[str], list[int]], paths: list[Path]) -> list[str]:
    return [f"{path.relative_to(ROOT)}:{line}" for path in paths for line in find(path.read_text(encoding="utf-8"))]


def test_nothing_below_the_doors_reads_the_clock():
    assert offences(clock_readings, below_the_doors()) == []


def test_only_readers_and_loaders_touch_files():
    places = {path: path.relative_to(SOURCE) for path in below_the_doors()}
    others = [path for path, at in places.items() if at.parts[0] not in TOUCH_FILES and at.as_posix() not in LOADERS]
    assert offences(file_accesses, others) == []


def test_no_module_grows_beyond_600_lines():
    big = {path.name: count for path in SOURCE.rglob("*.py") if (count := len(path.read_text().splitlines())) > 600}
    assert big == {}


def test_every_message_stands_in_three_languages():
    done = subprocess.run([sys.executable, ROOT / "tools" / "messages.py", "check"], capture_output=True, text=True)
    assert done.stdout == ""
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_hold_hashes_and_no_address(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pinned = [number for number, line in enumerate(lines) if re.match(r"[a-z]", line)]
    assert pinned
    assert not [line for line in lines if "://" in line or line.lstrip().startswith("--index")]
    assert all("--hash=sha256:" in lines[number + 1] for number in pinned)


def test_the_development_lock_holds_the_runtime_lock():
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.split(" ")[0] for line in lines if re.match(r"[a-z]", line)}

    assert pins("requirements.lock") <= pins("requirements-dev.lock")
