"""Codes -> sentences in Korean, Chinese and English.

Rooms below the doors return codes with values (`plans.no_deadline`, {"row": "T14"}); a door asks `say` for the sentence.
The catalogues are gettext files: `locale/<language>/LC_MESSAGES/<domain>.po`, where the domain is the part of the code
before the first dot, and the msgid is the whole code. `./dev messages` compiles them.

>>> say("documents.empty", "en", name="plan.txt").startswith("plan.txt")
True
"""

import gettext
from functools import cache
from pathlib import Path

LANGUAGES = ("ko", "zh", "en")
_FOLDERS = {"ko": "ko", "zh": "zh_Hans", "en": "en"}
_LOCALE = Path(__file__).parent / "locale"


class NoWording(LookupError):
    """A code without a sentence in a language: a gap in the catalogues, found by the tests."""


@cache
def _catalogue(domain: str, language: str) -> gettext.NullTranslations:
    return gettext.translation(domain, _LOCALE, [_FOLDERS[language]])


def say(code: str, language: str, **values: object) -> str:
    """The sentence for `code` in `language` ("ko", "zh", "en") with its named placeholders filled.

    A catalogue entry with a plural form is chosen by the value named `count`. Raises NoWording for an unknown code.
    """
    try:
        catalogue = _catalogue(code.partition(".")[0], language)
    except FileNotFoundError as error:
        raise NoWording(f"{code}: no compiled catalogue in {language}; run ./dev messages") from error
    if "count" in values:
        number = values["count"]
        sentence = catalogue.ngettext(code, code, number if isinstance(number, int) else 2)
    else:
        sentence = catalogue.gettext(code)
    if sentence == code:
        raise NoWording(f"{code} has no sentence in {language}: add it to the catalogue of that language")
    return sentence.format(**values)
