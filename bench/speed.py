"""Speed and memory against what is promised: each figure is printed with its limit and the ratio of the two.

    in process   the Datong plan (without it: our largest example) compiled after all imports, the best of five
    as process   `greenall compile` on the same file, from start to exit, the best of three
    growth       processor time for 100 copies of the text against that for one, in the same process
    memory       the most a process of its own takes for 3 MB of text

A ratio above 1 is a promise broken. Figures hold for the machine and its load at this moment.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from datong import PLAN

from greenall.documents import from_text
from greenall.plans.compile import compile_plan

_EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "plans" / "qinghe-zh.txt"
_COPIES = 100
_MEGABYTES = 3


@dataclass(frozen=True, slots=True)
class Limit:
    """What is promised, and in which unit."""

    name: str
    limit: float
    unit: str


IN_PROCESS = Limit("compiled after imports", 0.3, "s")
AS_PROCESS = Limit("greenall compile as a process", 1.5, "s")
GROWTH = Limit(f"time for {_COPIES} copies / time for one", 120, "times")
MEMORY = Limit(f"memory for {_MEGABYTES} MB of text", 150, "MB")

# Run by a process of its own, so that its memory is nobody else's. ru_maxrss counts kilobytes on Linux.
_MEASURE = """
import json, resource, sys, time
from pathlib import Path
from greenall.documents import from_text
from greenall.plans.compile import compile_plan
text = Path(sys.argv[1]).read_text(encoding="utf-8")
times, rows = [], 0
for copy in [text] * 4 + [text * int(sys.argv[2])]:
    begun = time.process_time()
    rows = len(compile_plan(from_text(copy)).targets)
    times.append(time.process_time() - begun)
print(json.dumps([min(times[:4]), times[4], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, rows]))
"""


def main(argv: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(prog="bench speed", description="Speed and memory against the limits.")
    parser.parse_args(list(argv))
    path = PLAN if PLAN.is_file() else _EXAMPLE
    text = path.read_text(encoding="utf-8")
    size = len(text.encode())
    print(f"{path.name}: {len(text)} characters, {size} bytes")
    broken = _say(IN_PROCESS, _best(5, lambda: compile_plan(from_text(text))))
    broken += _say(AS_PROCESS, _best(3, lambda: _as_process(path)))
    for copies, limit in ((_COPIES, GROWTH), (max(1, _MEGABYTES * 1_000_000 // size), MEMORY)):
        once, often, megabytes, rows = _measured(path, copies)
        print(f"{copies} copies, {size * copies / 1e6:.1f} MB: {often:.1f} s of the processor, {rows:.0f} targets")
        broken += _say(limit, often / once if limit is GROWTH else megabytes)
    return 1 if broken else 0


def _say(limit: Limit, measured: float) -> int:
    ratio = measured / limit.limit
    mark = "✓" if ratio <= 1 else "✗"
    print(f"{mark} {limit.name}: {measured:.3g} {limit.unit}, limit {limit.limit:g} {limit.unit}, ratio {ratio:.2f}")
    return int(ratio > 1)


def _best(times: int, run: Callable[[], object]) -> float:
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def _as_process(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "greenall.cli", "compile", str(path), "-o", folder]
        subprocess.run(command, check=True, capture_output=True)


def _measured(path: Path, copies: int) -> tuple[float, float, float, float]:
    """Seconds for one and for all copies, megabytes and number of targets, in a process of their own."""
    command = [sys.executable, "-c", _MEASURE, str(path), str(copies)]
    once, often, megabytes, rows = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return once, often, megabytes, rows


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
