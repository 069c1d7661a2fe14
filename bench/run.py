"""Run the benchmarks, one after the other, and say what came of each.

    ./dev bench               all of them
    ./dev bench accuracy      one of them; what follows a name with -- goes to it

A benchmark is a module of this folder with `main(argv) -> int | None`. It prints its own ratios and writes its own
document under docs/; a number other than 0 means that a ratio has fallen below what is promised.
"""

import importlib.util
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).resolve().parent


def find() -> dict[str, Path]:
    """The benchmarks of this folder by name."""
    files = {path.stem: path for path in sorted(FOLDER.glob("*.py")) if "def main(" in path.read_text(encoding="utf-8")}
    folders = {path.parent.name: path for path in sorted(FOLDER.glob("*/__main__.py"))}
    return {name: path for name, path in (files | folders).items() if name != "run"}


def load(name: str, path: Path) -> ModuleType:
    """The benchmark as a module; what stands beside it can be imported by it."""
    for folder in (FOLDER, path.parent):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location(f"bench_{name}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def main(argv: Sequence[str]) -> int:
    known = find()
    names = [word for word in argv if not word.startswith("-")]
    options = [word for word in argv if word.startswith("-")]
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    lines, failed = [], 0
    for name in names or known:
        print(f"== {name}", flush=True)
        begun = time.perf_counter()
        try:
            code = load(name, known[name]).main(options) or 0
        except Exception:  # one that breaks does not keep the others from running
            traceback.print_exc()
            code = 1
        failed += bool(code)
        lines.append(f"{'✗' if code else '✓'} {name} ({time.perf_counter() - begun:.1f} s)")
        print(flush=True)
    print("\n".join(lines) or "There are no benchmarks yet.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
