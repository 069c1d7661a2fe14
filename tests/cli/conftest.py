"""Runs command lines inside the test's own process, as a reader of English with no locale set would."""

from dataclasses import dataclass

import pytest

from greenall.cli.app import run
from greenall.plans import files
from tests.sample import sample


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def greenall(capsys, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: object) -> Answer:
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return call


@pytest.fixture
def ledger_file(tmp_path):
    """The ledger of the invented Chinese plan as a file."""
    path = tmp_path / "ledger.json"
    path.write_text(files.dump(sample("zh")), encoding="utf-8")
    return path
