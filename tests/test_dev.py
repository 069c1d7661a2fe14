"""`./dev`, the one script: what it says, and the decisions it takes without touching this environment."""

import importlib.machinery
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ["up", "setup", "test", "lint", "bench", "lock", "messages", "shots", "pg", "clean"]


@pytest.fixture
def dev(tmp_path):
    """The script as a module that takes an empty folder for the repository."""
    loader = importlib.machinery.SourceFileLoader("dev", str(ROOT / "dev"))
    spec = importlib.util.spec_from_loader("dev", loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    module.ROOT, module.STATE = tmp_path, tmp_path / ".dev"
    module.STATE.mkdir()
    return module


def call(*words, cwd=ROOT, **more):
    env = {**os.environ, **more}
    return subprocess.run([sys.executable, ROOT / "dev", *words], cwd=cwd, env=env, capture_output=True, text=True)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_from_anywhere(command, tmp_path):
    answer = call(command, "--help", cwd=tmp_path)
    assert answer.returncode == 0
    assert f"./dev {command}" in answer.stdout


def test_without_a_command_it_lists_them():
    answer = call()
    assert answer.returncode == 2
    assert all(re.search(rf"^    {command} ", answer.stdout, re.M) for command in COMMANDS)


def test_it_needs_the_standard_library_only():
    answer = subprocess.run([sys.executable, "-I", "-S", ROOT / "dev", "--help"], capture_output=True, text=True)
    assert answer.returncode == 0


def test_a_plan_that_is_not_there_is_said_before_anything_is_set_up(tmp_path):
    answer = call("up", "none.docx", cwd=tmp_path)
    assert answer.returncode == 1
    assert answer.stderr.strip() == f"No such file: {tmp_path / 'none.docx'}"


def test_the_installer_is_named_in_the_lock_with_its_hashes(dev, monkeypatch):
    wanted = []
    monkeypatch.setattr(dev, "UV", dev.ROOT / "no-uv")
    monkeypatch.setattr(dev, "quietly", lambda *command, **more: wanted.append((dev.STATE / "uv.txt").read_text()))
    dev.get_uv()
    assert re.match(r"uv==[\d.]+ \\\n +--hash=sha256:", wanted[0])
    assert not re.search(r"\\\n?$", wanted[0].rstrip("\n"))


def test_a_stamp_changes_with_the_content_and_the_place(dev, tmp_path):
    file = tmp_path / "a.po"
    file.write_text("one")
    first = dev.digest([file])
    dev.set_stamp("catalogues", first)
    assert dev.stamp("catalogues") == first
    file.write_text("two")
    assert dev.digest([file]) != first
    assert dev.stamp("nothing yet") == ""


def test_libraries_are_left_alone_when_the_lock_has_not_changed(dev, tmp_path, monkeypatch):
    called = []
    locks = {name: tmp_path / f"{name}.lock" for name in ("run", "dev")}
    for lock in locks.values():
        lock.write_text("uv==1 \\\n    --hash=sha256:0\n")
    monkeypatch.setattr(dev, "LOCKS", locks)
    monkeypatch.setattr(dev, "get_uv", lambda: None)
    monkeypatch.setattr(dev, "quietly", lambda *command, **more: called.append(Path(str(command[-1])).name))
    dev.install_libraries("run")
    dev.install_libraries("run")
    assert called == ["run.lock"]
    dev.install_libraries("dev")
    dev.install_libraries("run")  # the tools for checking include what the product needs
    assert called == ["run.lock", "dev.lock"]
    locks["dev"].write_text("uv==2 \\\n    --hash=sha256:0\n")
    dev.install_libraries("run")  # and are not taken away by ./dev up
    assert called == ["run.lock", "dev.lock", "dev.lock"]


def test_without_venv_it_installs_or_names_the_one_command(dev, monkeypatch):
    class Failed:
        returncode = 1

    installed = []
    monkeypatch.setattr(dev.subprocess, "run", lambda *words, **more: Failed())
    monkeypatch.setattr(dev, "apt_install", lambda *packages: installed.append(packages))
    monkeypatch.setattr(dev, "can_apt", lambda: True)
    dev.need_ensurepip()
    assert installed == [("python3-venv",)]
    monkeypatch.setattr(dev, "can_apt", lambda: False)
    with pytest.raises(dev.Stop, match="sudo apt-get install -y python3-venv"):
        dev.need_ensurepip()


@pytest.mark.parametrize(("in_ci", "stops"), [(True, True), (False, False)])
def test_a_missing_browser_stops_continuous_integration_only(dev, monkeypatch, in_ci, stops):
    monkeypatch.setattr(dev, "find_browser", lambda: None)
    monkeypatch.setattr(dev, "can_apt", lambda: False)
    monkeypatch.setattr(dev, "IN_CI", in_ci)
    if stops:
        with pytest.raises(dev.Stop, match="chromium"):
            dev.need_browser()
    else:
        assert dev.need_browser() == ""


def test_continuous_integration_runs_what_a_developer_runs():
    script = ROOT / ".ci" / "run"
    assert "exec ./dev test" in script.read_text()
    assert os.access(script, os.X_OK)
    assert os.access(ROOT / "dev", os.X_OK)


def test_a_private_postgres_comes_and_goes(dev):
    if dev.find_postgres() is None:
        pytest.skip("PostgreSQL is not installed")
    with dev.private_postgres() as address:
        port = int(re.search(r":(\d+)/", address)[1])
        folder = next(path for path in Path("/tmp").glob("greenall-pg-*") if f"port={port}" in said(path))
    assert not folder.exists()


def said(folder):
    try:
        return (folder / "data" / "postmaster.opts").read_text()
    except OSError:
        return ""


def test_messages_with_a_gap_are_found(tmp_path):
    copy = tmp_path / "repository"
    shutil.copytree(ROOT / "src" / "greenall" / "wording", copy / "src" / "greenall" / "wording")
    shutil.copytree(ROOT / "tools", copy / "tools")
    (copy / "src" / "greenall" / "door.py").write_text('SAID = "cli.nobody_worded_this"\n')
    korean = copy / "src/greenall/wording/locale/ko/LC_MESSAGES/cli.po"
    text = korean.read_text(encoding="utf-8")
    text = text.replace("{name}: {of}단계", "{file}: {of}단계").replace('msgid "cli.stopped"', 'msgid "cli.halted"')
    korean.write_text(text, encoding="utf-8")
    done = subprocess.run([sys.executable, copy / "tools" / "messages.py", "check"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "cli.po (ko) cli.stopped: missing" in done.stdout
    assert "cli.po (en) cli.halted: missing" in done.stdout
    assert "cli.po cli.compile.step: placeholders differ" in done.stdout
    assert "door.py:1: cli.nobody_worded_this stands in no catalogue" in done.stdout
