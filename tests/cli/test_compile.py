"""`greenall compile` as a reader calls it: files written, summary shown, refusals that leave nothing behind."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from greenall.plans import files
from greenall.reports import labels
from greenall.wording import LANGUAGES, say
from tests.cli.test_apply import cell_of

PLAN = """清溪市绿色发展实施方案

（一）能源结构。到2027年底，全市可再生能源装机占比达到45％以上，新建充电站30座。
（二）绿色建筑。推进既有建筑节能改造，到2026年改造面积不少于20万平方米。
"""
FOUR = ["ledger.docx", "ledger.html", "ledger.json", "ledger.xlsx"]


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_one_plan_goes_straight_into_the_folder(greenall, plan, tmp_path):
    answer = greenall("compile", plan, "-o", tmp_path / "out")
    assert answer.code == 0
    assert written(tmp_path / "out") == FOUR
    ledger = files.load((tmp_path / "out" / "ledger.json").read_text(encoding="utf-8"))
    assert [target.value for target in ledger.targets] == [45, 30, 20]
    assert ledger.source.name == "plan.txt"


def test_the_summary_counts_the_ledger(greenall, plan, tmp_path):
    out = greenall("compile", plan, "-o", tmp_path / "out").out
    summary = json.loads((tmp_path / "out" / "ledger.json").read_text(encoding="utf-8"))["summary"]
    row = next(line.split() for line in out.splitlines() if line.strip().startswith("plan.txt"))
    counts = ["articles", "measures", "targets", "by_words", "without_deadline"]
    explained = f"{summary['explained']}/{summary['figures']}"
    assert row == ["plan.txt", *(str(summary[name]) for name in counts), explained, str(summary["findings"])]


def test_several_plans_get_a_folder_each(greenall, plan, tmp_path):
    other = tmp_path / "more" / "plan.txt"
    other.parent.mkdir()
    other.write_text(PLAN.replace("45", "46"), encoding="utf-8")
    assert greenall("compile", plan, other, "-o", tmp_path / "out").code == 0
    assert written(tmp_path / "out" / "plan") == FOUR
    assert written(tmp_path / "out" / "plan-2") == FOUR


def test_the_same_plan_gives_the_same_files(greenall, plan, tmp_path):
    for name in ("a", "b"):
        greenall("compile", plan, "-o", tmp_path / name)
    for name in FOUR:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_plan_that_cannot_be_read_leaves_nothing_and_stops_nobody(greenall, plan, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    answer = greenall("compile", empty, plan, tmp_path / "none.pdf", "-o", tmp_path / "out")
    assert answer.code == 2
    assert "empty.txt" in answer.err
    assert "none.pdf" in answer.err
    assert "Traceback" not in answer.err
    assert written(tmp_path / "out") == FOUR
    alone = greenall("compile", empty, "-o", tmp_path / "nothing")
    assert alone.code == 2
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_are_said_in_the_language_of_the_reader(greenall, tmp_path, language):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    answer = greenall("compile", empty, "--ui", language)
    assert answer.err.strip() == say("documents.empty", language, name="empty.txt")


def test_a_folder_that_cannot_be_written_is_said(greenall, plan, tmp_path):
    (tmp_path / "out").write_text("a file, not a folder")
    answer = greenall("compile", plan, "-o", tmp_path / "out")
    assert answer.code == 2
    assert "cannot be written" in answer.err


@pytest.mark.parametrize(("asked", "expected"), [("", "zh"), ("ko", "ko"), ("en", "en")])
def test_the_ledger_is_written_in_the_language_asked_for_or_that_of_the_plan(
    greenall, plan, tmp_path, monkeypatch, asked, expected
):
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")  # the terminal's language has no say in it
    greenall("compile", plan, "-o", tmp_path / "out", *(["--ui", asked] if asked else []))
    page = (tmp_path / "out" / "ledger.html").read_text(encoding="utf-8")
    assert f'<html lang="{"zh-Hans" if expected == "zh" else expected}">' in page


def test_an_edited_workbook_is_kept_under_another_name(greenall, plan, tmp_path):
    out = tmp_path / "out"
    greenall("compile", plan, "-o", out)
    book = load_workbook(out / "ledger.xlsx")
    cell_of(book, "T01", labels.column("owner", "zh")).value = "市能源局"
    book.save(out / "ledger.xlsx")
    answer = greenall("compile", plan, "-o", out)
    assert answer.code == 0
    assert "ledger-edited-1.xlsx" in answer.err
    assert cell_of(load_workbook(out / "ledger-edited-1.xlsx"), "T01", labels.column("owner", "zh")).value == "市能源局"
    again = greenall("compile", plan, "-o", out)
    assert again.err.count("ledger-edited") == 0
    assert written(out) == sorted([*FOUR, "ledger-edited-1.xlsx"])


def test_a_day_of_issue_settles_relative_deadlines(greenall, tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("（一）三年内全市建成绿色工厂50家。", encoding="utf-8")
    assert greenall("compile", path, "-o", tmp_path / "out", "--issued", "2024-05-01").code == 0
    ledger = files.load((tmp_path / "out" / "ledger.json").read_text(encoding="utf-8"))
    assert ledger.source.issued.isoformat() == "2024-05-01"
    assert ledger.targets[0].deadline.iso.endswith("2027-05-01")


@pytest.mark.parametrize("duties", ["city", "province"])
def test_a_duty_directory_is_known_by_its_name(greenall, plan, tmp_path, duties):
    assert greenall("compile", plan, "-o", tmp_path / "out", "--duties", duties).code == 0
    assert files.load((tmp_path / "out" / "ledger.json").read_text(encoding="utf-8")).directory


def test_a_broken_duty_directory_is_refused(greenall, plan, tmp_path):
    path = tmp_path / "duties.toml"
    path.write_text("this is = not [ a directory")
    answer = greenall("compile", plan, "-o", tmp_path / "out", "--duties", path)
    assert answer.code == 2
    assert "duties.toml is not a duty directory" in answer.err
    assert not (tmp_path / "out").exists()


def test_each_step_shows_its_value(greenall, plan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    document = json.loads(greenall("compile", plan, "--until", "read").out)
    assert document["text"].startswith("清溪市")
    assert document["blocks"]
    filled = {}
    for step in ("structure", "targets", "measures", "figures", "findings"):
        answer = greenall("compile", plan, "--until", step)
        assert answer.code == 0
        ledger = files.load(answer.out)
        filled[step] = [name for name in ("articles", "targets", "measures", "figures") if getattr(ledger, name)]
    assert filled["structure"] == ["articles"]
    assert filled["targets"] == ["articles", "targets"]
    assert filled["figures"] == ["articles", "targets", "measures", "figures"]
    assert written(tmp_path) == ["plan.txt"]


def test_several_plans_show_a_list_of_values(greenall, plan):
    values = json.loads(greenall("compile", plan, plan, "--until", "targets").out)
    assert len(values) == 2
    assert values[0] == values[1]


def test_as_a_process_with_a_word_document(tmp_path):
    import docx

    document = docx.Document()
    for line in PLAN.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "plan.docx"))
    command = [sys.executable, "-m", "greenall.cli", "compile", "plan.docx", "--ui", "en"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0
    assert "plan.docx" in done.stdout
    assert "\x1b" not in done.stderr + done.stdout  # no colours and no progress where nobody looks
    assert zipfile.is_zipfile(tmp_path / "ledger.xlsx")
