"""The class of each English word, told by tables and by its neighbours: plans is a noun in "two plans", a verb in "it
plans to".

Every decision looks at the tag before, a light tag of what follows, and what the clause already has (a finite verb).

>>> [token.tag for token in tokenise("The plan aims to plant trees", 0, 28, ())]
['det', 'noun', 'verb', 'to', 'verb', 'noun']
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from greenall.data.language.tables import words
from greenall.plans.en_tokens import BULLETS, Marked, Token, cut_tokens
from greenall.quantity.en_words import VerbForm, is_adverb, is_plural, verb_forms, word_group

_AUXILIARIES = ("modal", "be", "have", "do")
_MOVING_SENSES = ("increase", "decrease", "fold", "reach", "keep", "plan", "come", "share", "bring")


@dataclass(slots=True)
class _Clause:
    """What the tagger knows of the sentence and clause so far."""

    is_fragment: bool  # a heading or item without a full stop: a form in -ed describes
    before: Token | None = None  # the last token that is no adverb
    last: Token | None = None
    has_finite: bool = False  # in this clause
    has_verb: bool = False  # in this sentence
    has_prep: bool = False
    has_have: bool = False
    bases: int = 0  # base forms of the sentence so far
    has_article: bool = False  # a, an behind the last verb
    last_kind: str = ""  # kind of the last verb: base, s, past, participle, ing

    def note(self, token: Token) -> None:
        """Take the token in."""
        auxiliary = token.tag in _AUXILIARIES
        if auxiliary or token.verb is not None and token.verb.kind in ("s", "past"):
            self.has_finite = True
        self.has_verb = self.has_verb or auxiliary or token.verb is not None
        self.has_prep = self.has_prep or token.tag == "prep"
        self.has_have = self.has_have or token.tag == "have"
        if token.verb is not None:
            self.last_kind, self.has_article = token.verb.kind, False
            self.bases += token.verb.kind == "base"
        elif token.tag in ("punct", "conj", "sub", "rel"):
            self.has_finite = False
            if token.lower in (".", ";", ":", "(") or token.tag in ("sub", "rel"):
                self.last_kind = ""
        elif token.lower in ("a", "an"):
            self.has_article = True
        if token.tag not in ("adv", "neg"):
            self.before = token
        self.last = token


@dataclass(frozen=True, slots=True)
class _Spot:
    """A word with its neighbours: `tag` before it ("start" at the head), `following` behind it."""

    tokens: Sequence[Token]
    at: int
    clause: _Clause
    tag: str
    following: str

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def word(self) -> str:
        return self.tokens[self.at].lower

    @property
    def before(self) -> Token | None:
        return self.clause.before

    @property
    def before_plural(self) -> bool:
        return self.clause.before is not None and is_plural(self.clause.before.lower)

    @property
    def is_noun_too(self) -> bool:
        return self.word in word_group("noun_verbs")


def tokenise(text: str, start: int, end: int, marked: Marked, *, is_fragment: bool = False) -> list[Token]:
    """The tagged tokens of `text[start:end]`; `marked` stretches become one token each."""
    tokens = cut_tokens(text, start, end, marked)
    clause = _Clause(is_fragment)
    for at, token in enumerate(tokens):
        if not token.tag:
            _tag(tokens, at, clause)
        clause.note(token)
    return tokens


@cache
def _closed() -> dict[str, str]:
    """Word -> tag, for the closed classes."""
    table = words("en", "words")
    tags: dict[str, str] = {}
    for tag, group in (
        ("adv", "adverbs"), ("pron", "pronouns"), ("prep", "prepositions"), ("det", "determiners"),
        ("conj", "conjunctions"), ("neg", "negations"), ("rel", "relatives"), ("modal", "modals"),
        ("be", "be"), ("have", "have"), ("do", "do"),
    ):  # fmt: skip
        tags |= dict.fromkeys(table[group], tag)
    for tag, group_words in table["read_as"].items():
        tags |= dict.fromkeys(group_words, tag)
    return tags


def _next_tag(tokens: Sequence[Token], at: int) -> str:
    """A light tag of the first word behind `at` that is no adverb: closed class, amount, time or noun."""
    for token in tokens[at + 1 : at + 12]:
        if token.tag:
            return token.tag
        if is_adverb(token.lower) or token.lower == "not":
            continue
        return _closed().get(token.lower, "noun")
    return ""


def _tag(tokens: Sequence[Token], at: int, clause: _Clause) -> None:
    token, before = tokens[at], clause.before
    tag = before.tag if before is not None else "start"
    if before is not None and before.is_numbering:
        tag = "start"
    spot = _Spot(tokens, at, clause, tag, _next_tag(tokens, at))
    if known := _by_word(spot):
        token.tag = known
    elif is_adverb(token.lower):
        token.tag = "adv"
    elif token.lower.endswith("'s"):
        token.tag = "noun"
    else:
        token.verb = _verb(spot)
        token.tag = "verb" if token.verb is not None else "noun"


def _by_word(spot: _Spot) -> str:
    """The tag of a closed-class word; "" for any other."""
    word, before = spot.word, spot.before
    if word == "to":
        return "to" if _is_infinitive(spot) else "prep"
    if word in ("that", "which") and before is not None and before.tag == "prep":
        return "det" if word == "that" else "rel"
    if word == "that":
        so_that = spot.clause.last is not None and spot.clause.last.lower == "so"
        is_that = spot.tag == "be" and spot.following == "amount"  # the ambition is that 75% of waste be composted
        if (
            so_that
            or is_that
            or before is not None
            and (before.tag == "verb" or before.lower in word_group("before_that"))
        ):
            return "conj"
        behind_noun = spot.tag in ("noun", "amount", "pron") and spot.following != "punct"
        return "rel" if behind_noun else "det"
    if word == "provided" and spot.at + 1 < len(spot.tokens) and spot.tokens[spot.at + 1].lower == "that":
        return "sub"
    if word == "once" and spot.tag in ("start", "punct", "verb", "conj"):
        return "sub" if spot.following in ("det", "noun", "amount", "pron") else "adv"
    return _closed().get(word, "")


def _is_infinitive(spot: _Spot) -> bool:
    """to + verb, with adverbs between; "to target level" and "to 2030 levels" are no verbs."""
    verb = spot.before.verb if spot.before is not None else None
    for at, token in enumerate(spot.tokens[spot.at + 1 : spot.at + 8], spot.at + 1):
        if token.tag:
            return False
        if is_adverb(token.lower) or token.lower == "not":
            continue
        if token.lower in ("be", "have", "do"):
            return True
        following = _next_tag(spot.tokens, at)
        if not any(form.kind == "base" for form in verb_forms(token.lower)):
            # a verb that no table knows: is to obviate, plans to bank
            planned = spot.tag == "be" or verb is not None and verb.sense == "plan" and token.text.islower()
            return planned and following in ("noun", "det", "amount", "prep", "time")
        if spot.tag == "be" or token.lower not in word_group("noun_verbs"):
            return True
        if verb is not None and verb.sense in ("come", "bring") and following == "noun":
            return False  # will go to cycle routes
        return following in ("det", "amount", "noun", "pron", "to", "adv", "time", "prep", "conj")
    return False


def _verb(spot: _Spot) -> VerbForm | None:
    """The reading of the word as a verb here, or None when it is a noun or describes one."""
    forms = {form.kind: form for form in verb_forms(spot.word)}
    if not forms:
        return _unknown(spot.word, spot.tag)
    if spot.tag in ("modal", "to", "do") and "base" in forms:
        return forms["base"]
    if spot.tag == "have" and "participle" in forms:
        return forms["participle"]
    if spot.tag == "be" and ("participle" in forms or "ing" in forms):
        return _after_be(forms, spot)
    if "ing" in forms:
        return forms["ing"] if _is_gerund(spot) else None
    if "participle" in forms or "past" in forms:
        return _past(forms, spot)
    if "s" in forms:
        return forms["s"] if _is_third_person(spot) else None
    return forms["base"] if _is_base(spot) or _commands(spot) else None


def _unknown(word: str, tag: str) -> VerbForm | None:
    """A verb that no table knows, told by what stands before it: will enter, was obviated."""
    if tag in ("modal", "to") and word.isalpha():
        return VerbForm(word, "base", "come", "project")
    if tag in ("be", "have") and word.endswith("ed") and len(word) > 4 and "-" not in word:
        return VerbForm(word, "participle", "act", "project")
    return None


def _commands(spot: _Spot) -> bool:
    """Cut emissions in half by 2035: the first word of a clause with an amount and no finite verb is an order."""
    before = spot.before
    if spot.tag == "punct" and before is not None and before.lower in (",", ":"):
        if spot.clause.has_verb:
            return False
    elif spot.tag == "time":
        if before is None or before.lower.split(" ")[0] not in word_group("before_time"):
            return False  # the 2017 pledge to install
    elif spot.tag != "start":
        return False
    if spot.following in ("punct", "", "modal", "be", "have") or _finite_ahead(spot):
        return False
    rest = spot.tokens[spot.at + 1 : spot.at + 40]
    behind = next((one for one in rest if not one.tag and not is_adverb(one.lower)), None)
    if behind is not None and not is_plural(behind.lower) and _is_finite_form(behind.lower):
        return False  # Transport made up 41%
    stop = next((one for one in rest if one.tag == "amount" or one.lower in (":", ";")), None)
    return stop is not None and stop.tag == "amount"


def _is_finite_form(word: str) -> bool:
    return any(form.kind in ("past", "s") for form in verb_forms(word))


def _after_be(forms: dict[str, VerbForm], spot: _Spot) -> VerbForm | None:
    if "participle" not in forms:
        return forms["ing"]
    # "are recycled materials": a describing word before a plural noun
    behind = spot.tokens[spot.at + 1] if spot.at + 1 < len(spot.tokens) else None
    describes = spot.following == "noun" and spot.word in word_group("adjectives")
    return None if describes and behind is not None and is_plural(behind.lower) else forms["participle"]


def _is_gerund(spot: _Spot) -> bool:
    if spot.word in word_group("adjectives") and spot.following in (
        "noun", "punct", "", "conj", "prep", "verb", "be", "modal",
    ):  # fmt: skip
        return False
    if spot.tag in ("start", "punct", "prep", "conj", "rel", "sub", "verb"):
        return spot.following in ("det", "noun", "amount", "prep", "pron", "mask", "time", "adv", "to")
    if spot.tag in ("noun", "amount", "pron"):
        many = spot.tag != "noun" or spot.before_plural  # homes using pumps; but: car commuting falls
        return spot.following in ("prep", "det", "amount", "to", "time") or spot.following == "noun" and many
    return False


def _past(forms: dict[str, VerbForm], spot: _Spot) -> VerbForm | None:
    """A form in -ed or an irregular past: finite, a participle behind its noun, or only describing."""
    past, participle, base = forms.get("past"), forms.get("participle"), forms.get("base")
    tag, following, before, clause = spot.tag, spot.following, spot.before, spot.clause
    if base is not None:  # cut, set, put: the same word in all forms
        if tag == "amount" and spot.is_noun_too:
            return None  # a 12% cut
        if _commands(spot) or (tag in ("start", "punct", "conj", "pron") or spot.before_plural) and _is_base(spot):
            return base
    if tag == "det" or tag == "prep" and following in ("noun", "mask", "amount"):
        compares = before is not None and before.lower in ("as", "than")
        if tag == "det" or not compares:
            return None
    if participle is None:
        return past
    if past is not None and tag == "rel":
        return past
    if tag == "noun" and before is not None and before.lower in word_group("adjectives") and following == "noun":
        return None  # new pumped hydro
    if tag in ("noun", "amount", "pron", "time", "mask"):
        return _behind_noun(past, participle, spot)
    if tag in ("start", "punct"):
        return participle if following in ("prep", "time", "amount", "to", "adv", "det") else None
    if tag == "conj":
        # shall have built levees and planted trees
        if clause.last_kind in ("participle", "past") and (following != "noun" or clause.has_have):
            return participle if clause.last_kind == "participle" else past or participle
        return participle if following in ("prep", "time", "punct", "") else None
    if tag in ("verb", "prep", "sub", "rel"):
        return participle if following in ("prep", "time", "punct", "", "amount", "to") else None
    return None


def _behind_noun(past: VerbForm | None, participle: VerbForm, spot: _Spot) -> VerbForm:
    """homes heated by oil; emissions declined; the city installed 40 chargers"""
    if past is None or spot.clause.has_finite or _finite_ahead(spot):
        return participle
    if spot.clause.is_fragment and past.sense in ("act", "state", "money"):
        return participle
    if spot.tag == "noun" and spot.following == "noun":
        return past
    moves = past.sense in ("increase", "decrease", "reach", "come", "state")
    return past if moves or spot.following in ("det", "amount", "pron") else participle


def _finite_ahead(spot: _Spot) -> bool:
    """True when another finite verb follows before the clause ends."""
    for token in spot.tokens[spot.at + 1 : spot.at + 16]:
        if token.lower in (".", ";", ",", ":", "(") or token.lower in word_group("clause_ends"):
            return False
        if token.tag:
            continue
        tag = _closed().get(token.lower, "")
        if tag in ("modal", "be", "have") and token.lower not in ("be", "being", "been", "having"):
            return True
        third = any(form.kind == "s" for form in verb_forms(token.lower))
        if third and not {token.lower} & word_group("nouns_in_s") and token.lower[:-1] not in word_group("noun_verbs"):
            return True
    return False


def _is_third_person(spot: _Spot) -> bool:
    """falls, targets: a verb where a noun stands before it and the clause has none yet."""
    if spot.clause.has_finite or spot.following in ("be", "modal", "have"):
        return False
    if spot.tag == "pron":
        return True
    before, following = spot.before, spot.following
    sense = verb_forms(spot.word)[0].sense
    moves = sense in _MOVING_SENSES
    closes = before is not None and before.lower in (")", '"', "”")
    if spot.tag in ("noun", "amount", "time", "mask") or spot.tag == "punct" and closes:
        if spot.tag == "noun" and spot.before_plural and not _describes_plural(before):
            # "water use in public baths falls 25%": the plural stands in a phrase of the subject
            return moves and following in ("amount", "time") and spot.clause.has_prep
        if not {spot.word.removesuffix("s"), spot.word.removesuffix("es")} & word_group("noun_verbs"):
            return True
        if following in ("det", "to", "pron") or sense == "state" and following == "amount":
            return True
        return moves and following in ("amount", "prep", "time", "adv", "punct", "")
    if spot.tag in ("conj", "det", "rel", "punct"):
        this = spot.tag == "det" and before is not None and before.lower in ("this", "that", "all")
        goes_on = this or spot.tag == "rel" or spot.tag != "det" and spot.clause.last_kind == "s"
        return goes_on and following in ("det", "amount", "to", "prep", "time", "noun", "pron")
    return False


def _describes_plural(before: Token | None) -> bool:
    return before is not None and before.lower in word_group("plural_modifiers")


def _is_base(spot: _Spot) -> bool:
    """restore, plan: an order, a verb joined to another, or one with a plural before it."""
    tag, following, before, clause = spot.tag, spot.following, spot.before, spot.clause
    moves = verb_forms(spot.word)[0].sense in ("increase", "decrease", "fold", "keep", "bring")
    amount = before.amount if before is not None and following not in ("punct", "") else None
    if amount is not None and (spot.word in word_group("adjectives") or spot.is_noun_too and not amount.is_counter):
        return False  # 11% lower than; 45 cycle training
    plainly = following in ("noun", "to", "prep", "mask", "rel", "conj") and not spot.is_noun_too
    opens = following in ("det", "amount", "pron") or plainly
    if tag == "start":
        return opens or following == "noun" and spot.token.text.islower()
    if tag == "punct":
        listed = before is not None and (before.lower in (":", ";", "-", ")", ",") or before.lower in BULLETS)
        in_list = before is None or before.lower != "," or clause.last_kind == "base" or not spot.is_noun_too
        return opens and (not listed or in_list)
    if tag == "conj":
        if clause.last_kind != "base":
            return False
        # issue a bond and report on the proceeds; raise the share and hold deaths to 15
        reports = following == "prep" and spot.word in word_group("joined_verbs")
        # set up a panel, revise the rules and train inspectors; publish a map and ban boilers
        listed = clause.bases > 1 or clause.has_article
        return reports or opens or following in ("noun", "adv") and (not spot.is_noun_too or moves or listed)
    if tag == "pron":
        return not clause.has_finite
    if tag == "rel":
        return not clause.has_finite and (opens or following in ("noun", "adv", "prep", "time"))
    if tag in ("noun", "amount", "mask") and not clause.has_finite and (tag == "amount" or spot.before_plural):
        ends = tag == "amount" and following in ("punct", "")
        return ends or following in ("det", "amount", "to", "prep", "pron", "noun", "time")
    return False
