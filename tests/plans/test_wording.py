"""Every rule that a row can list has its sentence, `plans.rule.<name>`, in Korean, Chinese and English.

The names are searched for, not listed: literals in `quantity` and `plans` that look like a rule (`zh.year`), rules named
in the language tables, names put together from parts (`PUT_TOGETHER` says from which), and what the example plans show.
"""

import ast
import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

import greenall
from greenall import documents
from greenall.data.language.tables import words
from greenall.plans import en_times, ko_measures
from greenall.plans.compile import compile_plan
from greenall.plans.ko_verbs import Ending
from greenall.quantity.amount import Change

SOURCE = Path(greenall.__file__).parent
EXAMPLES = sorted((SOURCE.parent.parent / "examples" / "plans").glob("*.*"))
FOLDERS = {"ko": "ko", "zh": "zh_Hans", "en": "en"}
RULE = re.compile(r"(?:zh|ko|en|table|plans)\.[a-z_.]+")
TEMPLATE = re.compile(r"(?:zh|ko|en|table|plans)\.[a-z_.]*\{.+\}[a-z_.]*")


def classes_of_english() -> set[str]:
    """The classes of the figure account that the functions of the English reader return."""
    returned: list[ast.expr | None] = []
    for path in (SOURCE / "plans").glob("en_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Return):
                returned += [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
    known = polib.pofile(str(SOURCE / "wording" / "locale" / "en" / "LC_MESSAGES" / "reports.po"))
    labels = {entry.msgid.removeprefix("reports.figure_class.") for entry in known}
    return labels & {value.value for value in returned if isinstance(value, ast.Constant)}


# What can stand between the braces of a name that is put together, as written in the code.
PUT_TOGETHER = {
    "zh.word.{classes[m.group()]}": set(words("zh", "numerals")["lexical"]),
    "ko.{change.name.lower()}": {change.name.lower() for change in Change if change},
    "ko.{table}": {"elsewhere", "survey", "tender"},
    "ko.act_{verb.ending}": {*map(str, ko_measures._DOING), str(Ending.PURPOSE)},
    "en.time.{role.name.lower()}": {role.name.lower() for role in en_times.Role},
    "en.context.{figure_class}": classes_of_english(),
}


def literals(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every string of a module that can reach a row: not those that are only compared with; f-strings as written."""
    if isinstance(tree, ast.JoinedStr):
        parts = (
            part.value if isinstance(part, ast.Constant) else f"{{{ast.unparse(part.value)}}}" for part in tree.values
        )
        yield "".join(parts), tree.lineno
    elif isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        yield tree.value, tree.lineno
    elif not isinstance(tree, ast.Compare):
        for node in ast.iter_child_nodes(tree):
            yield from literals(node)


def rules_in_code(root: Path, codes: set[str]) -> dict[str, str]:
    """Rule or template -> where it stands first. `codes` are those of findings and refusals, which are no rules."""
    found: dict[str, str] = {}
    for path in sorted(path for room in ("quantity", "plans") for path in (root / room).glob("*.py")):
        for text, line in literals(ast.parse(path.read_text(encoding="utf-8"))):
            if (RULE.fullmatch(text) or TEMPLATE.fullmatch(text)) and text not in codes:
                found.setdefault(text, f"{path.relative_to(root)}:{line}")
    return found


def rules_in_tables(root: Path) -> dict[str, str]:
    """Rule -> the language table that names it."""
    found = {}
    for path in sorted((root / "data" / "language").rglob("*.*")):
        if path.suffix == ".toml":
            cells = _leaves(tomllib.loads(path.read_text(encoding="utf-8")))
        elif path.suffix == ".csv":
            cells = (cell for row in csv.reader(path.open(encoding="utf-8", newline="")) for cell in row)
        else:
            continue
        found |= {cell: str(path.relative_to(root)) for cell in cells if RULE.fullmatch(cell)}
    return found


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _leaves(part)


def filled(rules: dict[str, str]) -> dict[str, str]:
    """The same with the templates filled in; those that PUT_TOGETHER does not know stay as they are."""
    whole = {}
    for name, where in rules.items():
        parts = PUT_TOGETHER.get(name)
        whole |= {re.sub(r"\{.+\}", part, name): where for part in parts} if parts else {name: where}
    return whole


def gaps(rules: dict[str, str], sentences: dict[str, dict[str, str]]) -> list[str]:
    """One line for each rule without a sentence: where it stands and what to do."""
    lines = []
    for rule, where in sorted(rules.items()):
        if "{" in rule:
            lines.append(
                f"{where}: {rule} is put together from parts. Say in PUT_TOGETHER of this test which they are."
            )
        elif missing := [language for language in FOLDERS if not sentences[language].get(f"plans.rule.{rule}")]:
            lines.append(
                f"{where}: the rule {rule} has no sentence in {', '.join(missing)}. Add plans.rule.{rule} to "
                f"wording/locale/{{ko,zh_Hans,en}}/LC_MESSAGES/plans.po: what the rule saw, and what follows."
            )
    return lines


@pytest.fixture(scope="module")
def catalogues():
    """Language -> its catalogue of the room."""
    return {
        language: polib.pofile(str(SOURCE / "wording" / "locale" / folder / "LC_MESSAGES" / "plans.po"))
        for language, folder in FOLDERS.items()
    }


@pytest.fixture(scope="module")
def sentences(catalogues):
    return {language: {entry.msgid: entry.msgstr for entry in file} for language, file in catalogues.items()}


@pytest.fixture(scope="module")
def rules(sentences):
    """All rules of the product -> where each stands."""
    codes = {code for code in sentences["en"] if not code.startswith("plans.rule.")}
    return filled(rules_in_tables(SOURCE) | rules_in_code(SOURCE, codes))


@pytest.fixture(scope="module")
def shown():
    """Rule -> an example plan and a row that lists it."""
    found = {}
    for path in EXAMPLES:
        ledger = compile_plan(documents.read(path))
        for row in (*ledger.targets, *ledger.measures, *ledger.figures):
            found |= {rule: f"{path.name} {row.id}" for rule in row.rules if rule not in found}
    return found


def test_every_rule_has_a_sentence_in_the_three_languages(rules, sentences):
    missing = gaps(rules, sentences)
    assert not missing, "\n".join(["", *missing])


def test_every_rule_of_the_example_plans_has_a_sentence(shown, sentences):
    missing = gaps(shown, sentences)
    assert not missing, "\n".join(["", *missing])


def test_the_search_finds_every_rule_that_the_example_plans_show(shown, rules):
    overlooked = {rule: where for rule, where in shown.items() if rule not in rules}
    assert not overlooked, f"rows list rules that the search of this test does not see: {overlooked}"


def test_no_sentence_is_left_of_a_rule_that_is_gone(rules, sentences):
    worded = {code.removeprefix("plans.rule.") for code in sentences["en"] if code.startswith("plans.rule.")}
    left = sorted(worded - rules.keys())
    assert not left, f"these rules are gone; take their sentences out of plans.po, or rename them: {', '.join(left)}"


def test_the_catalogues_have_the_same_codes_once_with_the_same_placeholders(catalogues):
    counted = {language: Counter(entry.msgid for entry in file) for language, file in catalogues.items()}
    assert counted["ko"] == counted["zh"] == counted["en"]
    assert set(counted["en"].values()) == {1}
    placeholders = {
        language: {entry.msgid: sorted(re.findall(r"\{(\w+)\}", entry.msgstr)) for entry in file}
        for language, file in catalogues.items()
    }
    assert placeholders["ko"] == placeholders["zh"] == placeholders["en"]


@pytest.mark.parametrize(("language", "stop"), [("ko", "."), ("zh", "。"), ("en", ".")])
def test_a_rule_is_one_whole_sentence_without_braces(language, stop, sentences):
    for code, sentence in sentences[language].items():
        assert sentence.endswith(stop), (code, sentence)
        assert len(sentence) < 160, (code, sentence)
        assert not code.startswith("plans.rule.") or not set("{}\n") & set(sentence), (code, sentence)


def test_a_new_rule_without_a_sentence_is_reported(tmp_path, sentences):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "zh_new.py").write_text(
        'RULES = ("zh.of_tomorrow", f"en.time.{role.name.lower()}", f"ko.new_{part}", "zh.year", "plans.conflict")\n'
        'if rule == "zh.only_asked_for" or doc == "see zh.year below":\n    pass\n',
        encoding="utf-8",
    )
    (tmp_path / "data" / "language" / "ko").mkdir(parents=True)
    (tmp_path / "data" / "language" / "ko" / "new.toml").write_text('[[mask]]\nrule = "ko.of_a_table"\n')
    codes = {"plans.conflict"}
    lines = gaps(filled(rules_in_tables(tmp_path) | rules_in_code(tmp_path, codes)), sentences)
    assert [line.split(" has no sentence")[0].split(" is put")[0] for line in lines] == [
        "plans/zh_new.py:1: ko.new_{part}",
        "data/language/ko/new.toml: the rule ko.of_a_table",
        "plans/zh_new.py:1: the rule zh.of_tomorrow",
    ]
