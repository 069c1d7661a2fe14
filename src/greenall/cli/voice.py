"""The language in which the command line speaks, and the sentences it says.

The language is the one of `--ui`, else that of the locale (LC_ALL, LC_MESSAGES, LANG), else English.

>>> language_of(["compile", "--ui", "ko", "plan.txt"], {})
'ko'
>>> language_of([], {"LANG": "zh_CN.UTF-8"}), language_of(["--ui=fr"], {"LC_ALL": "C"})
('zh', 'en')
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from greenall.wording import LANGUAGES, say


class Refused(Exception):
    """Something given cannot be used. `code` and `values` make the sentence that the reader gets."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values_ = values


@dataclass(frozen=True, slots=True)
class Voice:
    """Says codes in one language."""

    language: str
    asked: str  # what --ui says; empty when the language was found in the locale

    def __call__(self, code: str, **values: object) -> str:
        return say(code, self.language, **values)

    def tell(self, code: str, **values: object) -> None:
        """Say a sentence on standard error, where it does not mix with results."""
        print(self(code, **values), file=sys.stderr, flush=True)

    def refuse(self, refusal: Refused) -> None:
        """Say why something could not be used."""
        self.tell(refusal.code, **refusal.values_)


def voice_of(argv: Sequence[str], environ: Mapping[str, str]) -> Voice:
    """The voice for a command line."""
    return Voice(language_of(argv, environ), _asked(argv))


def language_of(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language for a command line: ko, zh or en."""
    wanted = _asked(argv)
    if wanted in LANGUAGES:
        return wanted
    locale = next(filter(None, (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return locale[:2] if locale[:2] in LANGUAGES else "en"


def _asked(argv: Sequence[str]) -> str:
    """The value of --ui, wherever it stands: help and errors need it before the arguments are read."""
    for number, word in enumerate(argv):
        if word == "--ui":
            return argv[number + 1] if number + 1 < len(argv) else ""
        if word.startswith("--ui="):
            return word.partition("=")[2]
    return ""
