"""Ours beside recognizers-text-suite on the same sentences: finding the values of targets, and the time it takes.

The peer is a finder of numbers, percentages, money and dimensions; it does not tell a target from any other number.
So its recall is the figure to look at; its precision shows what telling them apart is worth. It lives in an
environment of its own (.dev/peer-venv), which only this benchmark makes; where that cannot be made, this is said and
nothing fails.
"""

import argparse
import json
import subprocess
import sys
import time
import venv
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from scoring import HALVES, LANGUAGES, Count, Item, load, score, total

FOLDER = Path(__file__).resolve().parent
ENVIRONMENT = FOLDER.parent / ".dev" / "peer-venv"
PACKAGES = ("recognizers-text-suite==1.0.2a2", "emoji<2")  # it does not import with a later emoji


def main(argv: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(prog="bench peer", description="Compare with recognizers-text-suite.")
    parser.parse_args(list(argv))
    if reason := _set_up():
        print(f"Skipped: recognizers-text-suite cannot be installed in .dev/{ENVIRONMENT.name} ({reason}).")
        return 0
    print("values of targets found            ours: P    R     F1  |  peer: P    R     F1  | recall  | time")
    print("                                                       |                      | ours/peer | peer/ours")
    for language in LANGUAGES:
        for half in HALVES:
            print(_line(language, half, load(language, half)))
    return 0


def _line(language: str, half: str, items: list[Item]) -> str:
    score(items[0])  # the tables of a language are loaded once
    begun = time.perf_counter()
    ours = total(score(item) for item in items)
    seconds = time.perf_counter() - begun
    peer, peer_seconds = _peer(items)
    ratios = f"{_ratio(ours.recall, peer.recall):>8}  | {_ratio(peer_seconds, seconds):>8}"
    name = f"{language} {'seen (dev)' if half == 'dev' else 'unseen (test)'}, {ours.gold} targets"
    return f"{name:<34} {_figures(ours)}  |  {_figures(peer)}  | {ratios}"


def _figures(count: Count) -> str:
    return f"{count.precision:6.3f} {count.recall:6.3f} {count.value_f1:6.3f}"


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other else "–"


def _peer(items: list[Item]) -> tuple[Count, float]:
    """What the peer finds, counted as ours is, and its seconds."""
    asked = "".join(json.dumps({"language": item.language, "text": item.text}) + "\n" for item in items)
    command = [_python(), str(FOLDER / "peer_reader.py")]
    done = subprocess.run(command, input=asked.encode(), check=True, capture_output=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    count = Count(items=len(items))
    for item, answer in zip(items, answers, strict=True):
        free = [value for value in map(_decimal, answer["values"]) if value is not None]
        count.gold += len(item.gold)
        count.found += len(free)
        for gold in item.gold:
            match = next((value for value in free if gold.is_value(value)), None)
            if match is not None:
                free.remove(match)
                count.values += 1
    return count, sum(answer["seconds"] for answer in answers)


def _decimal(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def _set_up() -> str:
    """Make the environment if need be; why not, when it cannot be made."""
    if _imports():
        return ""
    try:
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        command = [_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    except subprocess.CalledProcessError as error:
        lines = (error.stderr or error.stdout or b"").decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else str(error)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if _imports() else "it does not import"


def _imports() -> bool:
    command = [_python(), "-c", "import recognizers_suite"]
    return Path(_python()).exists() and subprocess.run(command, capture_output=True).returncode == 0


def _python() -> str:
    return str(ENVIRONMENT / "bin" / "python")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
