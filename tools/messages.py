"""The message catalogues: compile them, and find what is missing in one of the three languages.

    python tools/messages.py compile | check | extract

A catalogue is `locale/<language>/LC_MESSAGES/<domain>.po`. In `src/greenall/wording/locale` a msgid is a code
(`documents.empty`), so each of the three languages must have every code, with the same placeholders in each.
"""

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "greenall"
WORDING = SOURCE / "wording" / "locale"
FOLDERS = ("ko", "zh_Hans", "en")
PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)[^{}]*\}")


def compile_all() -> list[str]:
    for path in sorted((ROOT / "src").rglob("*.po")):
        fresh = path.with_suffix(".mo.new")
        polib.pofile(str(path)).save_as_mofile(str(fresh))
        fresh.replace(path.with_suffix(".mo"))
    return []


def check() -> list[str]:
    """One line for each gap; none when every code has its sentence in every language."""
    domains = sorted({path.stem for path in WORDING.rglob("*.po")})
    entries = {domain: _read(domain) for domain in domains}
    problems = [line for domain in domains for line in _gaps(domain, entries[domain])]
    known = {code for by_language in entries.values() for codes in by_language.values() for code in codes}
    groups = {code.rpartition(".")[0] for code in known}  # "plans.rule" is put together with a name
    for path, line, code in _codes_in_source(domains):
        if code not in known | groups and f"plans.rule.{code}" not in known:  # the name of a rule has a sentence too
            problems.append(f"{path.relative_to(ROOT)}:{line}: {code} stands in no catalogue")
    return problems


def extract() -> list[str]:
    """Codes that the source uses and the catalogues lack are added to all three languages, to be worded there."""
    domains = sorted({path.stem for path in WORDING.rglob("*.po")})
    wanted = defaultdict(set)
    for _, _, code in _codes_in_source(domains):
        wanted[code.partition(".")[0]].add(code)
    for domain, codes in wanted.items():
        for folder in FOLDERS:
            path = WORDING / folder / "LC_MESSAGES" / f"{domain}.po"
            catalogue = polib.pofile(str(path), wrapwidth=0)
            missing = sorted(codes - {entry.msgid for entry in catalogue})
            catalogue.extend(polib.POEntry(msgid=code, msgstr="") for code in missing)
            if missing:
                catalogue.save()
                print(f"{path.relative_to(ROOT)}: {len(missing)} to be worded: {', '.join(missing)}")
    return []


def _read(domain: str) -> dict[str, dict[str, polib.POEntry]]:
    found = {}
    for folder in FOLDERS:
        path = WORDING / folder / "LC_MESSAGES" / f"{domain}.po"
        catalogue = polib.pofile(str(path), check_for_duplicates=False) if path.exists() else []
        found[folder] = {entry.msgid: entry for entry in catalogue if not entry.obsolete}
    return found


def _gaps(domain: str, by_language: dict[str, dict[str, polib.POEntry]]) -> list[str]:
    problems = []
    every = sorted({code for codes in by_language.values() for code in codes})
    for code in every:
        placeholders = {}
        for folder, codes in by_language.items():
            where = f"{domain}.po ({folder}) {code}"
            entry = codes.get(code)
            if entry is None:
                problems.append(f"{where}: missing")
                continue
            sentences = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
            if not all(sentences) or "fuzzy" in entry.flags:
                problems.append(f"{where}: not worded")
            if not code.startswith(f"{domain}."):
                problems.append(f"{where}: belongs to the catalogue {code.partition('.')[0]}.po")
            placeholders[folder] = frozenset(name for text in sentences for name in PLACEHOLDER.findall(text))
        if len(set(placeholders.values())) > 1:
            shown = "; ".join(f"{folder} {sorted(names)}" for folder, names in placeholders.items())
            problems.append(f"{domain}.po {code}: placeholders differ: {shown}")
    return problems


def _codes_in_source(domains: list[str]) -> list[tuple[Path, int, str]]:
    """Every string in the source that is a whole code: `"plans.no_deadline"`, in Python and in templates."""
    code = re.compile(rf"(?:{'|'.join(domains)})\.[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")
    found = []
    for path in sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and code.fullmatch(node.value):
                found.append((path, node.lineno, node.value))
    quoted = re.compile(rf"""["']({code.pattern})["']""")
    for path in sorted(SOURCE.rglob("templates/**/*.html")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found += [(path, number, hit) for hit in quoted.findall(line)]
    return found


def main(argv: list[str]) -> int:
    work = {"compile": compile_all, "check": check, "extract": extract}
    if len(argv) != 1 or argv[0] not in work:
        print(__doc__)
        return 2
    problems = work[argv[0]]()
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
