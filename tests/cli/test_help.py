"""Help and usage errors, in three languages."""

import os
import subprocess
import sys

import pytest

from greenall.cli.app import COMMANDS
from greenall.wording import LANGUAGES, say


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(greenall, command, language):
    answer = greenall(command, "--help", "--ui", language)
    assert answer.code == 0
    assert f"greenall {command}" in answer.out
    assert f"\n  greenall {command}" in answer.out  # an example to copy
    assert say("cli.option.help", language) in answer.out
    assert "cli." not in answer.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_command_the_help_is_shown(greenall, language):
    answer = greenall("--ui", language)
    assert answer.code == 0
    assert all(say(f"cli.{command}.short", language) in answer.out for command in COMMANDS)


def test_no_line_of_help_is_wider_than_a_terminal_of_100_columns(greenall):
    for command in COMMANDS:
        assert max(map(len, greenall(command, "--help").out.splitlines())) <= 100


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["compile"], "greenall compile: FILE... is missing"),
        (["compile", "--untli", "read", "x"], "Perhaps --until"),
        (["compile", "x", "--zzz"], "has no option --zzz"),
        (["compile", "x", "--out"], "the option --out is not used this way"),
        (["comple", "x"], "The commands are: compile, explain"),
        (["explain", "a", "T01", "T02"], "more was given than can be used"),
        (["serve", "--port", "many"], "the value of --port cannot be used"),
        (["--ui", "fr", "compile", "x"], "“fr” is not a language of the interface"),
        (["compile", "x", "--lang", "fr"], "“fr” is not a language of documents"),
        (["compile", "x", "--issued", "3.12.2021"], "“3.12.2021” is not a day"),
        (["compile", "x", "--until", "end"], "The steps are: read, structure"),
        (["compile", "x", "--duties", "no.toml"], "no.toml"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(greenall, words, says):
    answer = greenall(*words)
    assert answer.code == 2
    assert says in answer.err
    assert answer.out == ""
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(("locale", "word"), [("ko_KR.UTF-8", "빠졌습니다"), ("zh_CN.UTF-8", "缺少"), ("C", "missing")])
def test_the_locale_chooses_the_language(greenall, monkeypatch, locale, word):
    monkeypatch.setenv("LC_ALL", locale)
    assert word in greenall("compile").err


def test_as_a_process_in_a_terminal_that_knows_no_korean():
    """Messages come out as UTF-8 whatever the locale says."""
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "greenall.cli", "compile", "--ui", "ko"]
    done = subprocess.run(command, env=env, capture_output=True)
    assert done.returncode == 2
    assert "빠졌습니다" in done.stderr.decode("utf-8")


def test_the_command_line_starts_without_the_heavy_libraries():
    heavy = "{'django', 'rich', 'lxml', 'docx', 'openpyxl', 'xlsxwriter', 'pypdfium2', 'granian'}"
    check = f"import sys, greenall.cli.app; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", check], capture_output=True, text=True).stdout == "[]\n"
