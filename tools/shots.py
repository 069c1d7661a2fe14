"""Photograph the site's pages at two widths in three languages, with the example plans, into .dev/shots/.

    python tools/shots.py [PAGE ...]

A page is known by the last part of its address: home, plans, styleguide, a plan of each language.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / ".dev" / "shots"
CHROMIUM = os.environ.get("GREENALL_CHROMIUM") or shutil.which("chromium")
ARGUMENTS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
LOCALES = {"ko": "ko-KR", "zh": "zh-CN", "en": "en-GB"}
WIDTHS = {1280: 800, 360: 740}
START_WITHIN = 60  # seconds


@contextmanager
def site() -> Iterator[str]:
    """A site of its own with the example plans; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="greenall-shots-") as home:
        command = [sys.executable, "-m", "greenall.cli", "serve", "--port", str(port)]
        env = {**os.environ, "GREENALL_HOME": home}
        server = subprocess.Popen(command, env=env, start_new_session=True, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=20)


def wait_for(address: str) -> None:
    until = time.monotonic() + START_WITHIN
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def pages(browser: Browser, address: str) -> dict[str, str]:
    """The pages by name: the fixed ones, and one plan of each language that the list of plans shows."""
    found = {"home": "/", "plans": "/plans/", "styleguide": "/styleguide/"}
    page = browser.new_page()
    page.goto(f"{address}/plans/")
    links = page.locator("main a[href^='/plans/'][lang]").all()
    plans = {f"plan-{str(link.get_attribute('lang'))[:2]}": str(link.get_attribute("href")) for link in links}
    page.close()
    return found | plans


def photograph(browser: Browser, address: str, path: str, name: str) -> None:
    for language, locale in LOCALES.items():
        for width, height in WIDTHS.items():
            size = {"width": width, "height": height}
            context = browser.new_context(viewport=size, locale=locale, reduced_motion="reduce")
            context.set_default_timeout(10_000)
            page = context.new_page()
            page.goto(address + path)
            file = SHOTS / f"{name}-{language}-{width}.png"
            page.screenshot(path=file, full_page=not name.startswith("plan-"))
            print(file.relative_to(ROOT), flush=True)
            context.close()


def main(wanted: list[str]) -> int:
    if not CHROMIUM:
        print("No browser found: apt-get install chromium fonts-noto-cjk", file=sys.stderr)
        return 1
    SHOTS.mkdir(parents=True, exist_ok=True)
    with site() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        known = pages(browser, address)
        unknown = [name for name in wanted if name not in known]
        if unknown:
            print(f"No such page: {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
            return 2
        for name in wanted or known:
            photograph(browser, address, known[name], name)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
