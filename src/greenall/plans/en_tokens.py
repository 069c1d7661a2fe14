"""English sentences as tagged tokens, with amounts and times as single tokens.

Tags: det, prep, conj, pron, rel (which, who), sub (if, once), modal, be, have, do, to (before a verb), verb, adv, neg,
noun (also adjectives), amount, time, mask, punct. A word that may be noun or verb is told by its neighbours.

>>> [token.tag for token in tokenise("The plan aims to plant trees", 0, 28, ())]
['det', 'noun', 'verb', 'to', 'verb', 'noun']
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from greenall.quantity.amount import Amount
from greenall.quantity.en_words import VerbForm, is_adverb, is_plural, may_take_particle, verb_forms, word_group
from greenall.quantity.place import Span
from greenall.quantity.scan import Mask
from greenall.quantity.times import Time

_WORD = re.compile(r"(?:i\.e|e\.g)\.|[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z0-9\u00c0-\u024f]+)*|\d[\d.,]*|\S")
_NOT_CONDITIONAL = frozenset(("that", "until", "as", "since", "after", "before", "which", "who", "whom", "whose"))


@dataclass(slots=True)
class Token:
    """A word, mark, amount or time. `verb` is set when it is read as a verb."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    verb: VerbForm | None = None
    amount: Amount | None = None
    time: Time | None = None
    mask: Mask | None = None
    fold: Amount | None = None  # double, halve: a word that is an amount too

    @property
    def figure(self) -> Amount | None:
        """The amount that this token is or tells."""
        return self.amount or self.fold


@dataclass(slots=True)
class _State:
    """What the tagger knows of the clause so far."""

    is_fragment: bool = False  # a heading or item without a full stop: a form in -ed describes
    has_finite: bool = False
    last_kind: str = ""  # kind of the last verb: base, s, past, participle, ing
    tokens: list[Token] = field(default_factory=list)

    def before(self) -> Token | None:
        """The last token that is no adverb."""
        for token in reversed(self.tokens):
            if token.tag not in ("adv", "neg"):
                return token
        return None


@cache
def _single_tags() -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag, groups in (
        ("adv", ("adverbs",)),
        ("pron", ("pronouns",)),
        ("prep", ("prepositions",)),
        ("det", ("determiners",)),
        ("conj", ("conjunctions",)),
        ("neg", ("negations",)),
        ("rel", ("relatives",)),
        ("modal", ("modals",)),
        ("be", ("be",)),
        ("have", ("have",)),
        ("do", ("do",)),
    ):
        for group in groups:
            tags |= dict.fromkeys(word_group(group), tag)
    tags |= dict.fromkeys(word_group("subordinators") - _NOT_CONDITIONAL, "sub")
    for word in ("we", "they", "it", "he", "she", "you", "us", "them", "there"):
        tags[word] = "pron"
    for word in (
        "its",
        "their",
        "our",
        "his",
        "her",
        "each",
        "every",
        "all",
        "both",
        "no",
        "this",
        "these",
        "those",
        "some",
        "any",
    ):
        tags[word] = "det"
    for word in (
        "without",
        "than",
        "about",
        "around",
        "over",
        "under",
        "above",
        "below",
        "up",
        "down",
        "after",
        "before",
        "since",
        "until",
        "as",
        "including",
        "excluding",
    ):
        tags[word] = "prep"
    tags |= {"to": "prep", "not": "neg", "and": "conj", "yet": "adv", "so": "adv", "once": "adv"}
    return tags


def tokenise(
    text: str, start: int, end: int, marked: Sequence[tuple[Span, Amount | Time | Mask]], *, is_fragment: bool = False
) -> list[Token]:
    """Tokens of `text[start:end]`; `marked` stretches (in order, not overlapping) become one token each."""
    state = _State(is_fragment)
    pieces: list[Token] = []
    at = start
    for span, thing in marked:
        if span.start < at or span.end > end:
            continue
        pieces += _words(text, at, span.start)
        token = Token(span.start, span.end, text[span.start : span.end], text[span.start : span.end].lower(), "mask")
        if isinstance(thing, Amount):
            token.tag, token.amount = "amount", thing
        elif isinstance(thing, Time):
            token.tag, token.time = "time", thing
        else:
            token.mask = thing
            if thing.figure_class == "attribute":
                token.tag = "noun"
        pieces.append(token)
        at = span.end
    pieces += _words(text, at, end)
    _join_particles(pieces)
    for number, token in enumerate(pieces):
        if not token.tag:
            _tag(token, pieces, number, state)
        state.tokens.append(token)
        _note(token, state)
    return pieces


def _words(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        tag = "" if word[0].isalpha() else "punct" if not word[0].isdigit() else "mask"
        found.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'"), tag))
    return found


def _join_particles(tokens: list[Token]) -> None:
    """phase out, set up: one token, where the two stand together and make a verb of the table."""
    for at in range(len(tokens) - 2, -1, -1):
        first, second = tokens[at], tokens[at + 1]
        if first.tag or second.tag or not may_take_particle(first.lower):
            continue
        both = f"{first.lower} {second.lower}"
        if verb_forms(both):
            tokens[at : at + 2] = [Token(first.start, second.end, both, both, "")]


def _note(token: Token, state: _State) -> None:
    if token.tag in ("modal", "be", "have", "do") or token.verb is not None and token.verb.kind in ("s", "past"):
        state.has_finite = True
    if token.verb is not None:
        state.last_kind = token.verb.kind
    elif token.tag in ("punct", "conj", "sub", "rel"):
        state.has_finite = False
        if token.lower in (".", ";", ":", "(") or token.tag in ("sub", "rel"):
            state.last_kind = ""


def _next_tag(tokens: Sequence[Token], at: int) -> str:
    """A light tag of the first word behind `at` that is no adverb: closed class, amount, time, verb or noun."""
    for token in tokens[at + 1 :]:
        if token.tag:
            return token.tag
        if is_adverb(token.lower) or token.lower == "not":
            continue
        return _single_tags().get(token.lower, "noun")
    return ""


def _tag(token: Token, tokens: list[Token], at: int, state: _State) -> None:
    word = token.lower
    before = state.before()
    if word == "to":
        after_be = before is not None and before.tag == "be"
        planning = before is not None and before.verb is not None and before.verb.sense == "plan"
        moving = before is not None and before.verb is not None and before.verb.sense in ("come", "bring")
        token.tag = "to" if _is_infinitive(tokens, at, after_be, moving, planning) else "prep"
        return
    if word in ("that", "which") and before is not None and before.tag == "prep":
        token.tag = "det" if word == "that" else "rel"
        return
    if word == "that" and before is not None and state.tokens[-1].lower == "so":
        token.tag = "conj"
        return
    if word == "that":
        following = _next_tag(tokens, at)
        if before is not None and before.tag == "verb" or before is not None and before.lower == "ambition":
            token.tag = "conj"
        else:
            token.tag = (
                "rel"
                if before is not None and before.tag in ("noun", "amount", "pron") and following != "punct"
                else "det"
            )
        return
    if word == "provided" and at + 1 < len(tokens) and tokens[at + 1].lower == "that":
        token.tag = "sub"
        return
    if (
        word == "once"
        and (before is None or before.tag in ("punct", "verb", "conj"))
        and _next_tag(tokens, at) in ("det", "noun", "amount", "pron")
    ):
        token.tag = "sub"
        return
    if tag := _single_tags().get(word):
        token.tag = tag
        return
    if word in ("i.e.", "e.g."):
        token.tag = "adv"
        return
    if word in ("may", "can") or word.endswith("'s"):
        token.tag = "noun" if word.endswith("'s") else "modal"
        return
    if is_adverb(word):
        token.tag = "adv"
        return
    token.verb = _verb(token, tokens, at, state, before)
    token.tag = "verb" if token.verb is not None else "noun"


def _is_infinitive(tokens: Sequence[Token], at: int, after_be: bool, moving: bool, planning: bool) -> bool:
    """to + verb, with adverbs between; "to target level" and "to 2030 levels" are no verbs."""
    for number, token in enumerate(tokens[at + 1 :], at + 1):
        if token.tag:
            return False
        if is_adverb(token.lower) or token.lower == "not":
            continue
        if token.lower in ("be", "have", "do"):
            return True
        if not any(form.kind == "base" for form in verb_forms(token.lower)):
            return (after_be or planning and token.lower.isalpha() and token.text.islower()) and _next_tag(
                tokens, number
            ) in ("noun", "det", "amount", "prep", "time")
        if after_be or token.lower not in word_group("noun_verbs"):
            return True
        following = _next_tag(tokens, number)
        if moving and following == "noun":
            return False  # will go to cycle routes
        return following in ("det", "amount", "noun", "pron", "to", "adv", "time", "prep", "conj") and following != ""
    return False


def _verb(token: Token, tokens: list[Token], at: int, state: _State, before: Token | None) -> VerbForm | None:
    """The reading of the word as a verb here, or None when it is a noun or describes one."""
    forms = {form.kind: form for form in verb_forms(token.lower)}
    tag = before.tag if before is not None else "start"
    if not forms:
        return _unknown(token.lower, tag)
    if before is not None and (
        before.mask is not None and before.mask.figure_class == "numbering" or before.lower in ("•", "*", "●", "○", "▪")
    ):
        tag = "start"
    following = _next_tag(tokens, at)
    if tag in ("modal", "to", "do") and "base" in forms:
        return forms["base"]
    if tag in ("be", "have") and ("participle" in forms or "ing" in forms):
        return _after_be(forms, tag, following, token, tokens, at)
    if "ing" in forms:
        return forms["ing"] if _is_gerund(tag, following, token, before) else None
    if "participle" in forms or "past" in forms:
        return _past(forms, tag, following, before, state, token, tokens, at)
    if "s" in forms and token.lower not in ("has", "is"):
        return forms["s"] if _is_third_person(tag, following, token, before, state) else None
    if "base" in forms:
        if _is_base(tag, following, token, before, state):
            return forms["base"]
        return forms["base"] if _commands(tag, following, before, state, tokens, at) else None
    return None


def _unknown(word: str, tag: str) -> VerbForm | None:
    """A verb that no table knows, told by what stands before it: will enter, to enter, was obviated."""
    if tag in ("modal", "to") and word.isalpha():
        return VerbForm(word, "base", "come", "project")
    if tag in ("be", "have") and word.endswith("ed") and len(word) > 4 and "-" not in word:
        return VerbForm(word, "participle", "act", "project")
    return None


def _commands(tag: str, following: str, before: Token | None, state: _State, tokens: Sequence[Token], at: int) -> bool:
    """Cut emissions in half by 2035: the first word of a clause with an amount and no finite verb is an order."""
    if tag == "punct" and before is not None and before.lower in (",", ":"):
        if any(token.verb is not None or token.tag in ("modal", "be", "have") for token in state.tokens):
            return False
    elif tag == "time":
        if before is None or not before.lower.startswith(
            ("by ", "in ", "from ", "before ", "within ", "over ", "during ", "between ")
        ):
            return False  # the 2017 pledge to install
    elif tag != "start":
        return False
    if following in ("punct", "", "modal", "be", "have") or _finite_ahead(tokens, at):
        return False
    behind = next((one for one in tokens[at + 1 :] if not one.tag and not is_adverb(one.lower)), None)
    if (
        behind is not None
        and any(form.kind in ("past", "s") for form in verb_forms(behind.lower))
        and not is_plural(behind.lower)
    ):
        return False  # Transport made up 41%
    for one in tokens[at + 1 :]:
        if one.tag == "amount" or one.lower in (":", ";"):
            return one.tag == "amount"
    return False


def _after_be(
    forms: dict[str, VerbForm], tag: str, following: str, token: Token, tokens: Sequence[Token], at: int
) -> VerbForm | None:
    if tag == "have":
        return forms.get("participle")
    if "participle" in forms:
        # "is reduced emissions" is no sentence; "are recycled materials" is: a plural noun and nothing behind
        nxt = tokens[at + 1] if at + 1 < len(tokens) else None
        if following == "noun" and nxt is not None and token.lower in word_group("adjectives") and is_plural(nxt.lower):
            return None
        return forms["participle"]
    return forms["ing"]


def _is_gerund(tag: str, following: str, token: Token, before: Token | None) -> bool:
    if token.lower in word_group("adjectives") and following in (
        "noun",
        "punct",
        "",
        "conj",
        "prep",
        "verb",
        "be",
        "modal",
    ):
        return False
    if tag in ("start", "punct", "prep", "conj", "rel", "sub", "verb"):
        return following in ("det", "noun", "amount", "prep", "pron", "mask", "time", "adv", "to")
    if tag in ("noun", "amount", "pron"):
        many = tag != "noun" or before is not None and is_plural(before.lower)
        return following in ("prep", "det", "amount", "to", "time") or following == "noun" and many
    return False


def _past(
    forms: dict[str, VerbForm],
    tag: str,
    following: str,
    before: Token | None,
    state: _State,
    token: Token,
    tokens: Sequence[Token],
    at: int,
) -> VerbForm | None:
    past, participle, base = forms.get("past"), forms.get("participle"), forms.get("base")
    if tag == "amount" and base is not None and token.lower in word_group("noun_verbs"):
        return None  # a 12% cut
    if base is not None and _commands(tag, following, before, state, tokens, at):
        return base
    if base is not None and (
        tag in ("start",) or tag in ("punct", "conj", "pron") or before is not None and is_plural(before.lower)
    ):
        # cut, set, put: the same word in all forms
        if _is_base(tag, following, token, before, state):
            return base
    if (
        tag in ("det", "prep")
        and following in ("noun", "mask", "amount")
        and before is not None
        and before.lower not in ("as", "than", "when")
    ):
        return None if before.lower not in ("by", "of") or participle is None else None
    if tag in ("det",):
        return None
    if past is not None and participle is None:
        return past
    if participle is None:
        return None
    if tag == "rel" and past is not None:
        return past
    if tag == "noun" and before is not None and before.lower in word_group("adjectives") and following == "noun":
        return None  # new pumped hydro
    if (
        tag in ("noun", "amount", "mask")
        and state.is_fragment
        and past is not None
        and past.sense in ("act", "state", "money")
    ):
        return participle
    if tag in ("noun", "amount", "pron", "time", "mask"):
        if (
            before is not None
            and before.tag == "noun"
            and following == "noun"
            and not state.has_finite
            and past is not None
            and participle is not past
            and past.lemma == participle.lemma
            and not _finite_ahead(tokens, at)
        ):
            return past
        if past is None or state.has_finite or _finite_ahead(tokens, at):
            return participle
        if following in ("det", "amount", "pron") or past.sense in ("increase", "decrease", "reach", "come", "state"):
            return past
        return participle
    if tag in ("start", "punct"):
        return participle if following in ("prep", "time", "amount", "to", "adv", "det") else None
    if tag == "conj":
        perfect = any(one.tag == "have" for one in state.tokens)  # shall have built levees and planted trees
        if state.last_kind in ("participle", "past") and (following != "noun" or perfect):
            return participle if state.last_kind == "participle" else past or participle
        return participle if following in ("prep", "time", "punct", "") else None
    if tag in ("verb", "prep", "sub", "rel"):
        return participle if following in ("prep", "time", "punct", "", "amount", "to") else None
    return None


def _finite_ahead(tokens: Sequence[Token], at: int) -> bool:
    """True when another finite verb follows before the clause ends."""
    for token in tokens[at + 1 : at + 16]:
        if token.lower in (".", ";", ",", ":", "(") or token.lower in word_group("clause_ends"):
            return False
        if token.tag:
            continue
        tag = _single_tags().get(token.lower, "")
        if tag in ("modal", "be", "have") and token.lower not in ("be", "being", "been", "having"):
            return True
        if (
            any(form.kind == "s" for form in verb_forms(token.lower))
            and token.lower not in word_group("nouns_in_s")
            and token.lower[:-1] not in word_group("noun_verbs")
        ):
            return True
    return False


_MOVING_SENSES = ("increase", "decrease", "fold", "reach", "keep", "plan", "come", "share", "bring")


def _is_third_person(tag: str, following: str, token: Token, before: Token | None, state: _State) -> bool:
    """falls, targets: a verb where a noun stands before it and the clause has none yet."""
    if state.has_finite or following in ("be", "modal", "have"):
        return False
    if tag == "pron":
        return True
    word = token.lower
    sense = verb_forms(word)[0].sense
    moves = sense in _MOVING_SENSES
    is_noun_too = bool({word.removesuffix("s"), word.removesuffix("es")} & word_group("noun_verbs"))
    closes = before is not None and before.lower in (")", '"', "”")
    if tag in ("noun", "amount", "time", "mask") or tag == "punct" and closes:
        if (
            before is not None
            and tag == "noun"
            and is_plural(before.lower)
            and before.lower not in word_group("plural_modifiers")
        ):
            # "water use in public baths falls 25%": the plural stands in a phrase of the subject
            return moves and following in ("amount", "time") and any(one.tag == "prep" for one in state.tokens)
        if not is_noun_too:
            return True
        if following in ("det", "to", "pron") or sense == "state" and following == "amount":
            return True
        return moves and following in ("amount", "prep", "time", "adv", "punct", "")
    if tag in ("conj", "det", "rel", "punct"):
        this = tag == "det" and before is not None and before.lower in ("this", "that", "all")
        goes_on = this or tag == "rel" or tag != "det" and state.last_kind == "s"
        return goes_on and following in ("det", "amount", "to", "prep", "time", "noun", "pron")
    return False


def _is_base(tag: str, following: str, token: Token, before: Token | None, state: _State) -> bool:
    ambiguous = token.lower in word_group("noun_verbs")
    moves = verb_forms(token.lower)[0].sense in ("increase", "decrease", "fold", "keep", "bring")
    if tag == "amount" and before is not None and before.amount is not None:
        if token.lower in word_group("adjectives") and following not in ("punct", ""):
            return False  # 11% lower than
        if ambiguous and not before.amount.is_counter and following not in ("punct", ""):
            return False  # 45 cycle training
    opens = (
        following in ("det", "amount", "pron")
        or following in ("noun", "to", "prep", "mask", "rel", "conj")
        and not ambiguous
    )
    if tag == "start":
        return opens or ambiguous and following in ("noun",) and token.text[:1].islower()
    if tag == "punct":
        if before is not None and before.lower in (":", ";", "-", "*", "•", "·", ")", ","):
            return opens and (before.lower != "," or state.last_kind == "base" or not ambiguous)
        return opens
    if tag == "conj":
        if state.last_kind == "base" and following == "prep" and token.lower in word_group("joined_verbs"):
            return True  # issue a bond and report on the proceeds
        return state.last_kind == "base" and (opens or following in ("noun", "adv") and (not ambiguous or moves))
    if tag == "pron":
        return not state.has_finite
    if tag == "rel":
        return not state.has_finite and (opens or following in ("noun", "adv", "prep", "time"))
    if tag in ("noun", "amount", "mask"):
        if before is None or state.has_finite:
            return False
        if tag == "amount" or is_plural(before.lower):
            return (
                following in ("det", "amount", "to", "prep", "pron", "noun", "time")
                or tag == "amount"
                and following in ("punct", "")
            )
    return False
