"""A real browser and a real server for the whole session: Debian's chromium, granian, no network, short waits.

Without a browser these tests are skipped on a developer's machine and fail under CI=true.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM = os.environ.get("GREENALL_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ROOT = Path(__file__).parents[2]
SIZES = {1280: 800, 360: 740}


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        message = "no chromium on this machine: apt-get install chromium fonts-noto-cjk"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site as `greenall serve` runs it, in a process and a home folder of its own, with plans of the test's own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    settings = {
        "DJANGO_SETTINGS_MODULE": "greenall.web.settings",
        "GREENALL_HOME": str(tmp_path_factory.mktemp("home")),
    }
    environment = {**os.environ, **settings, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
    seeds = [sys.executable, "-m", "tests.browser.seeds"]
    seeded = subprocess.run(seeds, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    command = ["granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--port", port]
    server = subprocess.Popen(
        [sys.executable, "-m", *command, "--log-level", "warning", "greenall.web.wsgi:application"],
        env=environment,
        cwd=ROOT,
        start_new_session=True,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/health/", server)
        yield Site(f"http://127.0.0.1:{port}", json.loads(seeded.stdout))
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(10)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the site answers; fails when it ends before."""
    for _ in range(200):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            assert server.poll() is None, "the site stopped while starting"
            time.sleep(0.1)
    raise AssertionError("the site does not answer")


@dataclass(frozen=True)
class Site:
    url: str
    plans: dict[str, int]

    def plan(self, language: str, rest: str = "") -> str:
        return f"{self.url}/plans/{self.plans[language]}/{rest}"


@pytest.fixture
def visit(browser: Browser):
    """Open a page at a width; console errors and requests to anybody else fail the test at its end."""
    opened = []
    trouble: list[str] = []

    def open_page(address: str, width: int = 1280, scheme: str = "light", language: str = "en") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": SIZES.get(width, 800)},
            color_scheme=scheme,
            locale={"zh": "zh-CN", "ko": "ko-KR", "en": "en-GB"}[language],
            reduced_motion="reduce",
        )
        context.set_default_timeout(6000)
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(f"script: {error}"))
        page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: None if is_ours(asked.url, address) else trouble.append(asked.url))
        page.goto(address)
        return page

    yield open_page
    for context in opened:
        context.close()
    unexpected = [words for words in trouble if "the server responded with a status of 4" not in words]
    assert not unexpected


def is_ours(asked: str, address: str) -> bool:
    """True for what the page itself may fetch: its own origin, or data inside it."""
    if asked.startswith("data:") or address.startswith("file:"):
        return asked.startswith("data:") or asked.split("#")[0] == address.split("#")[0]
    return asked.split("/")[2] == address.split("/")[2]


def violations(page: Page) -> list[str]:
    """What axe objects to on the page as it stands."""
    found = Axe().run(page).response["violations"]
    return [
        f"{problem['id']}: {problem['help']} {[node['target'] for node in problem['nodes']][:3]}" for problem in found
    ]
