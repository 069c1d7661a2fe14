"""The catalogue of the site: the same codes in three languages, the same placeholders, none missing, none unused."""

import re
import string
from pathlib import Path

import polib
import pytest

import greenall
from greenall.wording import LANGUAGES

ROOT = Path(greenall.__file__).parent
FOLDERS = {"ko": "ko", "zh": "zh_Hans", "en": "en"}
CODE = re.compile(r"""["']web\.([a-z0-9_]+\.[a-z0-9_]+)["']""")
DRAWN = re.compile(r"""\bt\(['"]([a-z_]+\.[a-z0-9_]+)['"]""")
BUILT = (
    "step.",
    "event.",
    "error.",
    "kind.",
    "state.",
    "finding.",
    "legend.",
    "tabs.",
    "filter.",
    "count.",
    "light.",
    "row.",
)


def catalogue(language):
    file = polib.pofile(str(ROOT / "wording" / "locale" / FOLDERS[language] / "LC_MESSAGES" / "web.po"))
    return {entry.msgid: [entry.msgstr, *entry.msgstr_plural.values()] for entry in file}


def used():
    codes = set()
    for path in (*(ROOT / "web").rglob("*"), *(ROOT / "reports" / "page").rglob("*"), *(ROOT / "cli").rglob("*.py")):
        if path.suffix in (".py", ".html") and path.is_file():
            text = path.read_text(encoding="utf-8")
            codes |= set(CODE.findall(text)) | set(DRAWN.findall(text))
    return codes


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence_in_every_language(language):
    there = catalogue(language)
    assert [code for code in sorted(used()) if f"web.{code}" not in there] == []
    assert [code for code, texts in there.items() if not any(texts)] == []


def test_the_languages_hold_the_same_codes_and_placeholders():
    ko, zh, en = (catalogue(language) for language in ("ko", "zh", "en"))
    assert ko.keys() == zh.keys() == en.keys()
    for code in en:
        sets = [set().union(*(placeholders(text) for text in there[code])) for there in (ko, zh, en)]
        assert sets[0] == sets[1] == sets[2], code


def test_no_sentence_is_left_over():
    codes = used()
    left = [code for code in catalogue("en") if code[4:] not in codes and not code[4:].startswith(BUILT)]
    assert left == []
