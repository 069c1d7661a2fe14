"""What all tests share: real documents that stand outside the repository, and the closing summary."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared():
    """The folder of real documents; a test that asks for it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the real documents (../shared) are not on this machine")
    return SHARED


def pytest_terminal_summary(terminalreporter):
    """Say here what `./dev test` found before the tests, so that pytest's closing line stays the last one."""
    path = os.environ.get("GREENALL_CHECKS")
    if path and Path(path).is_file():
        terminalreporter.section("checks before the tests")
        terminalreporter.write_line(Path(path).read_text(encoding="utf-8"))
