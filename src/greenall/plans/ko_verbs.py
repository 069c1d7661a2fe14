"""Korean predicates: which verb a word is, and how its ending ties its clause to the next.

Every form is made from the stems and nouns of `verbs.csv` and the endings of `endings.toml`.

>>> found = predicate("줄인다")
>>> found.verb, found.ending.value, found.change
('줄이다', 'final', 'decrease')
>>> predicate("설치하였으며").past
True
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from greenall.data.language.tables import rows, words

_FIRST = 0xAC00
_NIEUN, _RIEUL, _RIEUL_MIEUM, _MIEUM, _BIEUP, _SSANG_SIOT = 4, 8, 10, 16, 17, 20
_A, _AE, _EO, _E, _YEO, _O, _WA, _WAE, _OE, _U, _WO, _EU, _I = 0, 1, 4, 5, 6, 8, 9, 10, 11, 13, 14, 18, 20
_LONGEST_VERB = 24


class Ending(StrEnum):
    FINAL = "final"
    COORDINATE = "coordinate"  # -고, -며: the next clause stands beside this one
    SEQUENCE = "sequence"  # -하여, -해서: the next clause goes on
    ADNOMINAL = "adnominal"  # -는, -ㄴ, -ㄹ: the clause describes a noun
    PURPOSE = "purpose"
    CONDITION = "condition"
    REASON = "reason"
    ALTERNATIVE = "alternative"  # -거나
    NEGATIVE = "negative"  # -지 않-
    NOMINAL = "nominal"
    MUST = "must"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of verbs."""

    verb: str
    noun: str
    type: str
    change: str
    role: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb as it stands. `noun` is its noun of doing (줄이다 -> 감축), "" when it has none."""

    verb: str
    noun: str
    type: str
    change: str
    role: str  # act, support, light, state, forecast, drift, exceed, do, other
    ending: Ending
    past: bool = False
    future: bool = False  # -ㄹ: planned, expected


def _parts(sign: str) -> tuple[int, int, int]:
    code = ord(sign) - _FIRST
    return code // 588, code % 588 // 28, code % 28


def _syllable(lead: int, vowel: int, tail: int = 0) -> str:
    return chr(_FIRST + (lead * 21 + vowel) * 28 + tail)


def has_tail(sign: str) -> bool:
    """True when a Hangul syllable ends with a consonant."""
    return "가" <= sign <= "힣" and _parts(sign)[2] != 0


def ends_in_rieul(sign: str) -> bool:
    """True for syllables that take 로 although they end with a consonant (서울로)."""
    return "가" <= sign <= "힣" and _parts(sign)[2] == _RIEUL


def _infinitive(stem: str) -> str:
    """줄이 -> 줄여, 낮추 -> 낮춰, 하 -> 해, 만들 -> 만들어."""
    lead, vowel, tail = _parts(stem[-1])
    before = stem[:-1]
    if tail:
        return stem + ("아" if vowel in (_A, _O) else "어")
    if stem.endswith("하"):
        return before + "해"
    if stem[-1] == "르" and before:
        above, height, _ = _parts(before[-1])
        return before[:-1] + _syllable(above, height, _RIEUL) + ("라" if height in (_A, _O) else "러")
    if vowel == _EU:
        high = bool(before) and _parts(before[-1])[1] in (_A, _O)
        return before + _syllable(lead, _A if high else _EO)
    changed = {_I: _YEO, _U: _WO, _O: _WA, _OE: _WAE}.get(vowel, vowel)
    return before + _syllable(lead, changed)


def _forms(stem: str) -> set[tuple[str, str]]:
    """Every form of a stem that endings attach to, with the table of its endings."""
    lead, vowel, tail = _parts(stem[-1])
    before = stem[:-1]
    infinitives = {_infinitive(stem), *([stem + "여"] if stem.endswith("하") else [])}
    forms = {(stem, "base")} | {(form, "infinitive") for form in infinitives}
    if tail == 0:
        for final, kind in ((_NIEUN, "with_n"), (_RIEUL, "with_l"), (_MIEUM, "with_m"), (_BIEUP, "with_b")):
            forms.add((before + _syllable(lead, vowel, final), kind))
        forms |= {(stem + "어", "infinitive"), (stem + "었", "past")}
    elif tail == _RIEUL:
        forms.add((before + _syllable(lead, vowel, _NIEUN), "with_n"))
        forms.add((before + _syllable(lead, vowel, _RIEUL_MIEUM), "with_m"))
        forms |= {(before + _syllable(lead, vowel), "base_dropped"), (stem, "with_l")}
    else:
        forms |= {(stem + "은", "with_n"), (stem + "을", "with_l"), (stem + "음", "with_m")}
    for form in infinitives:
        last_lead, last_vowel, last_tail = _parts(form[-1])
        if last_tail == 0:
            forms.add((form[:-1] + _syllable(last_lead, last_vowel, _SSANG_SIOT), "past"))
    irregular: dict[str, str] = words("ko", "endings")["irregular"].get(stem, {})
    return forms | {(form, kind if len(kind) > 1 else f"with_{kind}") for kind, form in irregular.items()}


@cache
def _nouns() -> dict[str, Entry]:
    return {row["verb"]: _entry(row) for row in rows("ko", "verbs") if row["shape"] == "noun"}


def _entry(row: dict[str, str]) -> Entry:
    return Entry(row["verb"], row["noun"], row["type"], row["change"], row["role"])


@cache
def _stem_forms() -> dict[str, list[tuple[Entry, str]]]:
    found: dict[str, list[tuple[Entry, str]]] = {}
    for row in rows("ko", "verbs"):
        if row["shape"] == "stem":
            for form, kind in sorted(_forms(row["verb"])):
                found.setdefault(form, []).append((_entry(row), kind))
    return found


@cache
def _light_forms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for stem in words("ko", "endings")["light"]["stems"]:
        for form, kind in sorted(_forms(stem)):
            found.setdefault(form, []).append(kind)
    return found


@cache
def _endings(kind: str) -> dict[str, str]:
    table: dict[str, list[str]] = words("ko", "endings")[kind]
    return {ending: name for name, group in table.items() for ending in group}


def _ending(kind: str, rest: str) -> tuple[Ending, bool, bool] | None:
    """(ending, past, future) of what follows a form, or None when it is no ending."""
    name = _endings(kind).get(rest)
    if name is None:
        return None
    past = kind == "past" or name == "past" or kind == "with_n" and rest == ""  # 보급한, 줄인
    if name == "past":
        name = "coordinate" if rest.endswith(("며", "고", "나")) else "final"
    future = kind == "with_l" or rest in ("나갈", "갈", "려는", "으려는")
    return Ending(name), past, future


def noun_of_doing(word: str) -> Entry | None:
    """The table's entry for a noun that ends with a noun of doing: 조기폐차 -> 폐차."""
    nouns = _nouns()
    for start in range(len(word) - 1):
        entry = nouns.get(word[start:])
        if entry is not None:
            return entry
    return None


@lru_cache(maxsize=65536)
def predicate(word: str) -> Predicate | None:
    """The verb that `word` is, or None. Words longer than any verb are none."""
    if not 1 < len(word) <= _LONGEST_VERB or word in _no_verbs():
        return None if len(word) != 1 else _single(word)
    if word.startswith(_no_verb_prefixes()):
        return None
    return _of_stem(word) or _of_light(word) or _by_its_ending(word)


def _by_its_ending(word: str) -> Predicate | None:
    """A verb that no table knows, told by -ㄴ다, -ㅂ니다 or the sign of the past."""
    for at in range(1, len(word) - 1):
        sign, rest = word[at], word[at + 1 :]
        if not "가" <= sign <= "힣":
            continue
        tail = _parts(sign)[2]
        if rest == "는" and sign == "지" and word[at - 1] in "려어여켜겨져춰워러":
            return Predicate(word[: at + 1], "", "", "", "other", Ending.ADNOMINAL)  # 버려지는
        past = tail == _SSANG_SIOT and sign not in "있겠"
        if past and rest in _endings("past") or tail == _NIEUN and rest == "다" or tail == _BIEUP and rest == "니다":
            name = _endings("past")[rest] if past else "final"
            return Predicate(word[: at + 1], "", "mechanism", "", "other", Ending(name), past)
    return None


def is_postposition(word: str) -> bool:
    """Verb forms that serve as particles: 통해, 위하여, 비해."""
    return word in _postpositions()


@cache
def _postpositions() -> frozenset[str]:
    return frozenset(words("ko", "function")["postpositions"]["words"])


@cache
def _no_verb_prefixes() -> tuple[str, ...]:
    return tuple(words("ko", "function")["no_verbs"]["prefixes"])


@cache
def _no_verbs() -> frozenset[str]:
    return _postpositions() | frozenset(words("ko", "function")["determiners"]["words"])


def _single(word: str) -> Predicate | None:
    """한, 할, 함 alone: 60%로 할 계획."""
    kinds = {"할": Ending.ADNOMINAL, "함": Ending.FINAL, "될": Ending.ADNOMINAL, "됨": Ending.FINAL}
    ending = kinds.get(word)
    return ending if ending is None else Predicate("하다", "", "", "", "do", ending, future=word in "할될")


def _of_stem(word: str) -> Predicate | None:
    forms = _stem_forms()
    for length in range(min(len(word), 7), 0, -1):
        for entry, kind in forms.get(word[:length], ()):
            if length == len(word) and (length == 1 or kind == "base"):
                continue
            ending = _ending(kind, word[length:])
            if ending is not None:
                return Predicate(
                    entry.verb + "다", entry.noun, entry.type, entry.change, entry.role, ending[0], ending[1], ending[2]
                )
    return None


def _of_light(word: str) -> Predicate | None:
    forms = _light_forms()
    for start in range(len(word)):
        for length in (4, 3, 2, 1):
            for kind in forms.get(word[start : start + length], ()):
                rest = word[start + length :]
                ending = _ending(kind, rest)
                if ending is None:
                    continue
                found = _with_noun(word[:start], ending, sure=bool(rest) or length > 1)
                if found is not None:
                    return found
    return None


def _with_noun(noun: str, ending: tuple[Ending, bool, bool], sure: bool) -> Predicate | None:
    kind, past, future = ending
    if not noun:
        return Predicate("하다", "", "", "", "do", kind, past, future) if sure else None
    entries = [entry for part in noun.split("·") if (entry := noun_of_doing(part)) is not None]
    entry = next((one for one in entries if one.change), entries[-1] if entries else None)
    if entry is not None:
        return Predicate(entry.verb, noun, entry.type, entry.change, entry.role, kind, past, future)
    if len(noun) >= 2 and sure:
        return Predicate(noun, noun, "mechanism", "", "other", kind, past, future)
    return None
