"""English words as the tables know them: closed classes, verb forms, plurals.

There is no tagger to download and none is needed for plans: closed classes are listed, verbs come with their forms
from `verbs.csv`, and what is left is a noun or stands before one.

>>> is_plural("buses"), is_plural("bus"), is_plural("people")
(True, False, True)
>>> [(form.lemma, form.kind) for form in verb_forms("retrofitted")]
[('retrofit', 'past'), ('retrofit', 'participle')]
"""

from dataclasses import dataclass
from functools import cache

from greenall.data.language.tables import rows, words

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a verb. `kind`: base, s, past, participle, ing."""

    lemma: str
    kind: str
    sense: str  # increase, decrease, reach, keep, act, money, share, plan, forecast, state ...
    type: str  # key of the measure types


@cache
def word_group(name: str) -> frozenset[str]:
    """A group of closed-class words: determiners, prepositions ..."""
    return frozenset(words("en", "words")[name])


@cache
def _closed() -> frozenset[str]:
    groups = (
        "determiners",
        "pronouns",
        "prepositions",
        "conjunctions",
        "subordinators",
        "relatives",
        "be",
        "have",
        "do",
    )
    return frozenset().union(*(word_group(name) for name in (*groups, "modals", "negations", "adverbs")))


def is_closed(word: str) -> bool:
    """True for words that cannot stand inside a plain noun phrase behind its first word."""
    return word in _closed() or is_adverb(word)


def is_adverb(word: str) -> bool:
    """also, currently; by its form: progressively."""
    if word in word_group("adverbs"):
        return True
    return word.endswith("ly") and len(word) > 4 and word not in word_group("not_adverbs")


@cache
def is_plural(word: str) -> bool:
    """True for a plural noun by its form (lower case)."""
    if word in word_group("plurals"):
        return True
    tail = word.rpartition("-")[2]
    if tail in word_group("plurals"):
        return True
    if (
        not tail.endswith("s")
        or len(tail) < 3
        or tail.endswith(("ss", "us", "is", "'s"))
        or tail in word_group("singulars")
    ):
        return False
    return not (tail.endswith("ous") or tail.endswith("ics") and tail not in word_group("plurals_in_ics"))


def _doubles(stem: str) -> bool:
    """plan -> planned, scrap -> scrapped: one vowel and one consonant at the end."""
    if len(stem) < 3 or stem[-1] in "aeiouwxy" or stem[-2] not in _VOWELS or stem[-3] in _VOWELS:
        return False
    return sum(sign in _VOWELS for sign in stem) == 1 or stem in word_group("stressed_last")


def _inflected(lemma: str) -> dict[str, str]:
    """The regular forms of a verb; particles stay behind (phase out -> phased out)."""
    stem, space, particle = lemma.partition(" ")
    tail = space + particle
    if stem.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = stem + "es"
    elif stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        third = stem[:-1] + "ies"
    else:
        third = stem + "s"
    if stem.endswith("e"):
        past, ing = stem + "d", (stem if stem.endswith("ee") else stem[:-1]) + "ing"
    elif stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        past, ing = stem[:-1] + "ied", stem + "ing"
    elif _doubles(stem):
        past, ing = stem + stem[-1] + "ed", stem + stem[-1] + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    return {"base": lemma, "s": third + tail, "past": past + tail, "participle": past + tail, "ing": ing + tail}


@cache
def _verbs() -> tuple[dict[str, tuple[VerbForm, ...]], frozenset[str]]:
    """Form -> readings, and the first words of verbs with a particle."""
    table: dict[str, list[VerbForm]] = {}
    phrasal = set()
    for row in rows("en", "verbs"):
        lemma = row["lemma"]
        forms = _inflected(lemma)
        if row["past"]:
            forms["past"], forms["participle"] = row["past"], row["participle"]
        if lemma == "lie":
            forms["ing"] = "lying"
        for kind, form in forms.items():
            table.setdefault(form, []).append(VerbForm(lemma, kind, row["sense"], row["type"]))
            if " " in form:
                phrasal.add(form.partition(" ")[0])
    return {form: tuple(readings) for form, readings in table.items()}, frozenset(phrasal)


def verb_forms(word: str) -> tuple[VerbForm, ...]:
    """Every reading of a word (or word and particle) as a verb; empty when it is none we know."""
    forms, _ = _verbs()
    if word in forms:
        return forms[word]
    prefix, hyphen, rest = word.partition("-")
    if hyphen and prefix in ("re", "co", "pre", "de", "over", "under") and rest in forms:
        return forms[rest]
    return ()


@cache
def _forms_of(lemma: str) -> dict[str, str]:
    for row in rows("en", "verbs"):
        if row["lemma"] == lemma:
            forms = _inflected(lemma)
            if row["participle"]:
                forms["participle"] = row["participle"]
            return forms
    return _inflected(lemma)


def participle_of(lemma: str) -> str:
    """build -> built, phase out -> phased out."""
    return lemma if lemma.endswith("ed") and not verb_forms(lemma) else _forms_of(lemma)["participle"]


def ing_of(lemma: str) -> str:
    """receive -> receiving."""
    return _forms_of(lemma)["ing"]


def may_take_particle(word: str) -> bool:
    """True when the word opens a verb of two words: phase(d) out, set up."""
    return word in _verbs()[1]
