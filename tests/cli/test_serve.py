"""`greenall serve` as a process: it opens, shows the plan it was given, and leaves nothing running."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

PLAN = "清溪市绿色发展方案\n（一）能源。到2027年底，全市森林覆盖率达到45％以上。\n"


@pytest.fixture
def serve(tmp_path):
    """Start the site with words on the command line; give the process and its address."""
    started = []

    def start(*words):
        command = [sys.executable, "-m", "greenall.cli", "serve", "--ui", "en", *map(str, words)]
        env = {name: value for name, value in os.environ.items() if name != "GREENALL_DATABASE_URL"}
        env |= {"GREENALL_HOME": str(tmp_path / "home")}
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, env=env, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
        started.append(process)
        line = process.stdout.readline()
        assert line.startswith("GreenAll is open at http://127.0.0.1:"), process.stderr.read()
        return process, line.split(" at ")[1].split()[0]

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def is_free(address):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", int(address.rsplit(":", 1)[1].strip("/")))) != 0


def test_a_plan_is_compiled_and_shown_and_ctrl_c_ends_it_all(serve, tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    process, address = serve(plan, empty)
    with urllib.request.urlopen(f"{address}plans/") as answer:
        page = answer.read().decode()
    assert "plan.txt" in page
    assert "empty.txt" not in page
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, said = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "empty.txt" in said
    assert said.rstrip().endswith("The site is closed.")
    assert is_free(address)


def test_a_plan_that_is_there_is_not_taken_twice_and_a_second_site_finds_another_port(serve, tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    _, first = serve(plan)
    _, second = serve(plan)
    assert first != second
    with urllib.request.urlopen(f"{second}plans/") as answer:
        assert answer.read().decode().count("plan.txt") == 1


def test_no_worker_is_left_when_the_server_is_killed(serve, tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    process, address = serve(plan)
    process.kill()
    process.communicate(timeout=10)
    assert is_free(address)


def test_a_taken_port_is_said(greenall):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        answer = greenall("serve", "--port", port)
    assert answer.code == 2
    assert f"Port {port} is in use" in answer.err
