"""How the thing measured is named in English: the noun phrase with its of-phrases, and the verb where it makes the thing.

reduce per-capita water demand by 10 %            -> per-capita water demand
install 24 chargers at depots                     -> chargers installed at depots
75% of paper is recycled                          -> paper recycled
Renewables will supply 60% of the electricity     -> renewables in the electricity
"""

import re

from greenall.plans.en_comparator import Comparison, is_multiple
from greenall.plans.en_cues import cues, group
from greenall.plans.en_folds import name_of_fold
from greenall.plans.en_frames import Frame
from greenall.plans.en_phrases import (
    Phrases,
    clean,
    end_clean,
    first_phrase,
    lowered,
    object_of,
    points_back,
    read_phrases,
    subject_of,
)
from greenall.plans.en_verbs import ADOPTING, Stance, VerbGroup
from greenall.quantity.amount import Change
from greenall.quantity.en_words import ing_of, is_closed, participle_of

_EXTENTS = {"area": "area", "length": "length"}
_CONSUMING = ("use", "consume")
_PLACE = ("to", "at", "in", "on", "from", "for", "with")


def name_of(frame: Frame, text: str, comparison: Comparison, earlier: str) -> str:
    """The indicator of the amount; `earlier` is that of the commitment before it, for words that only point back."""
    if frame.is_fold:
        return lowered(clean(name_of_fold(frame, text, earlier)), frame) or earlier
    phrases = read_phrases(frame, text)
    if is_multiple(frame):
        after = re.sub(r"^(?:level|number|figure|value|total)s?(?: of)?\b", "", phrases.after.strip())
        subject = "" if phrases.acts else phrases.subject
        return lowered(clean(after) or clean(subject), frame) or earlier
    if comparison.name or comparison.rules[-1:] == ("en.noun_of_change",):
        name = comparison.name or re.sub(r"^(?:in|of|on|for) ", "", phrases.after)
    elif frame.right.change is not Change.NONE and "en.change_behind" in comparison.rules:
        name = _changed(frame, phrases, earlier)
    elif (
        frame.left.change is not Change.NONE
        and phrases.after.lower().startswith(("in ", "of ", "on "))
        and not frame.amount.is_counter
    ):
        name = (
            phrases.after[3:]
            if frame.left.cue.endswith((" of", " by")) or frame.verb is None
            else _named(frame, phrases, earlier, text)
        )
    else:
        name = _named(frame, phrases, earlier, text)
    name = clean(name)
    if frame.side == "gap" and not text[frame.amount.span.end :].startswith(" of "):
        name = _replaced(name, earlier)
    return lowered(name, frame) if name else earlier


def _replaced(name: str, earlier: str) -> str:
    """emissions in housing + in transport: the member's own place stands for that of the one before."""
    match = re.match(r" (in|from|on|at) ", name[len(earlier) :]) if earlier and name.startswith(earlier) else None
    head = earlier.rpartition(f" {match.group(1)} ")[0] if match else ""
    return f"{head}{name[len(earlier) :]}" if head else name


def _named(frame: Frame, phrases: Phrases, earlier: str, text: str) -> str:
    verb = frame.verb
    if verb is None or frame.side == "none":
        return _of_fragment(frame, phrases, earlier)
    if frame.side == "subject":
        return _of_subject(frame, verb, phrases, earlier)
    if frame.side == "gap":
        return _of_gap(frame, verb, phrases, earlier, text)
    if verb.is_passive and frame.left.preposition in _PLACE and not phrases.acts:
        # provided at two thirds of its berths, rolled out to 92% of premises
        whole = (
            f"{phrases.counted} {phrases.after}"
            if phrases.counted
            else phrases.part
            if frame.amount.dimension == "percent"
            else ""
        )
        if (
            whole
            and verb.lemma in ("extend", "expand")
            or whole
            and verb.sense not in ("increase", "decrease", "reach", "keep", "bring")
        ):
            return f"{clean(whole)} {'without' if verb.lemma in cues()['verbs']['removing'] else 'with'} {clean(phrases.subject)}"
    if verb.sense in ("increase", "decrease", "fold", "save", "keep", "bring", "reach", "be", "come", "add", "state"):
        return _of_level(frame, verb, phrases, earlier)
    return _of_act(frame, verb, phrases, earlier, text)


def _done(verb: VerbGroup) -> str:
    """The participle, where the verb says something of the thing: built, installed."""
    if verb.sense in ("be", "have", "state") or verb.lemma in cues()["verbs"]["generic"]:
        return ""
    if verb.lemma in ADOPTING and verb.stance is Stance.PAST:
        return ""  # adopted a target of 70% of homes
    return participle_of(verb.lemma)


def _doing(verb: VerbGroup) -> str:
    return ing_of(verb.lemma) if verb.sense not in ("be", "have") else ""


def _changed(frame: Frame, phrases: Phrases, earlier: str) -> str:
    """a 12% cut in waste, 20% less energy, 120 more: what follows the word of change, else the subject."""
    after = phrases.after
    if frame.side == "gap" and earlier and not frame.amount.unit and not clean(after):
        return earlier  # 25 hubs, 12 more than today
    if match := re.match(r"\s*(?:in|of|on|for) (.+)", after, re.IGNORECASE):
        return match.group(1)
    compares = frame.right.change_word in (
        "less",
        "fewer",
        "more",
        "lower",
        "higher",
        "additional",
        "extra",
        "greater",
        "smaller",
    )
    if after and compares and not after.lower().startswith(("than", "by ", "to ", "on ", "from ")):
        outside = phrases.subject and frame.side == "object" and not phrases.acts
        return f"{clean(after)} of {clean(phrases.subject)}" if outside else after
    if frame.side == "object" and frame.verb is not None:
        named = clean(phrases.object)
        if (
            frame.verb.sense in ("increase", "decrease", "keep", "bring", "reach", "act")
            and named
            and not frame.verb.is_passive
        ):
            return named
        if frame.verb.sense == "be" or not phrases.acts:
            if points_back(phrases.subject):
                return earlier
            if frame.verb.lemma in ("follow", "see", "show") and earlier:
                return _elsewhere(earlier, phrases.subject)
            return phrases.subject
        return phrases.counted or earlier
    return clean(phrases.object) or phrases.counted or clean(_before(frame)) or earlier


def _elsewhere(earlier: str, subject: str) -> str:
    """The private stock follows with a 12% cut: the indicator of before, in what the subject names."""
    match = re.match(r"(.*?) (?:in|of|from|on) ", earlier)
    return f"{match.group(1) if match else earlier} in {clean(subject)}"


def _of_subject(frame: Frame, verb: VerbGroup, phrases: Phrases, earlier: str) -> str:
    """75% of paper is recycled; 300 km of pipeline will be converted; financing of $3 billion is sought."""
    head = clean(phrases.object)
    preposition = frame.left.preposition
    if (
        head
        and preposition == "of"
        and (not phrases.counted or frame.left.change is not Change.NONE or "en.change" in frame.left.cue)
    ):
        tail = f" {phrases.complement}" if verb.lemma == "seek" else ""
        return f"{head} {clean(phrases.after)}{tail}"
    if phrases.counted and head and preposition in ("of", "for", "with"):
        return (
            phrases.counted
            if set(head.lower().split()) & {"extra", "additional"}
            else f"{head} {preposition} {phrases.counted}"
        )
    body = f"{phrases.counted} {phrases.after}" if phrases.counted else phrases.part or clean(phrases.after)
    body = "" if points_back(body.split(" ")[0]) else re.sub(r"^[\d,.]+ ", "", body)
    if not clean(body) and frame.amount.dimension.startswith("money") and not head and frame.before is None:
        return f"{cues()['nouns'].get(verb.lemma, 'funding')} {phrases.complement}"
    if not clean(body):
        return _of_bare_subject(frame, verb, phrases, head, earlier)
    complement = first_phrase(phrases.complement)
    if verb.sense == "be" and not verb.is_passive:
        return (
            f"{body} {complement}"
            if not complement.lower().startswith(("in place", "available", "in operation"))
            else body
        )
    if verb.lemma in cues()["verbs"]["holding"]:
        return f"{body} with {clean(complement)}"
    if verb.is_passive:
        if verb.sense in ("increase", "decrease", "add"):
            return body
        return f"{body} {participle_of(verb.lemma)} {complement}"
    if verb.sense == "act" and not complement:
        return f"{body} {participle_of(verb.lemma)}"
    return f"{body} {_doing(verb)} {complement}"


def _of_bare_subject(frame: Frame, verb: VerbGroup, phrases: Phrases, head: str, earlier: str) -> str:
    """6,500 will receive heat pumps; 90 MW is reserved for schools: the thing was named before."""
    if head and not points_back(head) and frame.left.preposition not in ("of",) and frame.before is None:
        return f"{head} {phrases.complement}" if verb.sense == "be" else head
    if frame.amount.dimension in _EXTENTS and "and" in frame.segment.opener:
        return f"{_EXTENTS[frame.amount.dimension]} {participle_of(verb.lemma) if verb.is_passive else ''} {phrases.complement}"
    if verb.is_passive and participle_of(verb.lemma) in earlier.split() and not phrases.complement:
        return earlier
    if frame.amount.dimension not in ("count", ""):
        return f"{earlier} {participle_of(verb.lemma) if verb.is_passive else ''} {phrases.complement}"
    match = re.match(r"(.*?)\s+(?:\w+ed|built|planted|trained|reached|in service|with|receiving)\b", earlier)
    thing = match.group(1) if match else earlier
    if verb.is_passive:
        return f"{thing} {participle_of(verb.lemma)} {phrases.complement}"
    return f"{thing} {_doing(verb)} {phrases.complement}"


def _of_level(frame: Frame, verb: VerbGroup, phrases: Phrases, earlier: str) -> str:
    """reduce X by, X falls to, keep X below, achieve a PUE of 1.25, add 45 hectares of marsh, reach 18,000 homes."""
    named = clean(phrases.object)
    preposition = frame.left.preposition
    agent = phrases.acts
    if frame.amount.dimension == "grade" and phrases.after:
        return f"{re.sub(r'^(?:under|of|in|on) ', '', phrases.after)} of {clean(phrases.subject)}"
    if frame.amount.dimension == "percent" and not named and _is_noun_phrase(phrases.after):
        return phrases.after if agent or verb.sense != "reach" else f"{phrases.after} of {clean(phrases.subject)}"
    if verb.sense == "add" or not named and phrases.counted and preposition not in ("by", "to") and verb.sense != "be":
        body = f"{phrases.counted} {phrases.after}" if phrases.counted else phrases.part or phrases.after
        if verb.sense == "add" or agent and verb.lemma not in ("reach", "meet"):
            return body or named
        if verb.lemma in ("reach", "meet", "hit") and not verb.is_passive and clean(phrases.subject):
            pronoun = phrases.subject.lower() in ("we", "they", "it")
            return f"{body} reached" if pronoun else f"{body} reached by {clean(phrases.subject)}"
        return phrases.subject if verb.sense in ("increase", "decrease", "keep") and clean(phrases.subject) else body
    if named and not verb.is_passive and not points_back(phrases.object) and verb.sense not in ("be", "come", "state"):
        if verb.sense == "reach" and preposition in ("of", "") and not agent:
            return f"{named} of {clean(phrases.subject)}"
        if verb.sense == "reach" and preposition == "of" and phrases.after:
            return f"{named} {phrases.after}"
        return f"{named} {end_clean(phrases.after)}" if re.match(r"(?:across|in|from|among) ", phrases.after) else named
    if (
        points_back(phrases.object)
        and not verb.is_passive
        and verb.sense not in ("be", "come")
        and earlier
        and clean(phrases.object) not in ("number", "total")
    ):
        return earlier
    if phrases.part and verb.lemma in ("reach", "serve") and len(clean(phrases.subject)) > 3:
        return f"{phrases.part} {participle_of(verb.lemma)} by {clean(phrases.subject)}"
    if phrases.part and preposition in ("", "to"):
        if agent or not clean(phrases.subject):
            return phrases.part
        if frame.amount.dimension == "percent" and (verb.lemma in ("meet", "be") or verb.sense == "state"):
            return f"{clean(phrases.subject)} in {phrases.part}"
    if agent and not verb.is_passive and phrases.after and preposition == "" and not points_back(phrases.subject):
        return phrases.after
    if points_back(phrases.subject) and not verb.is_passive:
        return earlier
    if verb.sense == "be" and phrases.counted and preposition == "" and points_back(phrases.subject):
        return f"{phrases.counted} {phrases.after}"
    return clean(phrases.subject) or named or clean(phrases.after) or earlier


def _of_act(frame: Frame, verb: VerbGroup, phrases: Phrases, earlier: str, text: str) -> str:
    """install 24 chargers, supply 60% of the power, invest $12 million in streets, a carbon capture of 400 kt."""
    if frame.amount.dimension.startswith("money"):
        return _of_money(frame, verb, phrases, text)
    named = clean(phrases.object)
    agent = phrases.acts
    subject = clean(phrases.subject)
    preposition = frame.left.preposition
    after = phrases.after
    if frame.amount.dimension == "percent" and not named and _is_noun_phrase(after):
        return after if agent or not subject else f"{after} of {subject}"
    if verb.lemma in _CONSUMING and frame.amount.dimension.startswith("energy") and not named and not verb.is_passive:
        where = re.match(r"(?:in|at|on|across|for) (.+)", after)
        if where or not clean(after):
            place = clean(where.group(1)) if where else ""
            return f"energy use in {place}" if place else f"energy use of {subject}" if subject else "energy use"
    if verb.sense == "share" and not verb.is_passive and not named:
        if phrases.part:
            if agent:
                return f"{phrases.part} {_done(verb)}"
            if verb.lemma == "serve":
                return f"{phrases.part} served by {subject}"
            return f"{subject} cover" if verb.lemma == "cover" else f"{subject} in {phrases.part}"
        if phrases.counted:
            return f"{phrases.counted} {after} {_done(verb)}" + ("" if agent else f" by {subject}")
        if not after and earlier:
            return _other_part(earlier, subject)
        return (
            f"{clean(after)} of {subject}" if clean(after) and not agent else clean(after) or f"capacity of {subject}"
        )
    if phrases.counted:
        if named and preposition in ("at", "on", "in", "to", "from") and verb.lemma != "have":
            return f"{phrases.counted} {after} with {named}"
        if named and preposition:
            return f"{named} {preposition} {phrases.counted} {after}"
        behind = end_clean(first_phrase(after))
        if (each := re.match(r"(?:each|every) (.+)", phrases.subject.strip(), re.IGNORECASE)) and not behind:
            return f"{phrases.counted} per {each.group(1)}"
        if re.match(r"(?:per|of|with|near|for|returning|using|without) ", after):
            return f"{phrases.counted} {behind} {_done(verb)}"
        return f"{phrases.counted} {_done(verb)} {behind}"
    if phrases.part:
        if named and preposition in ("at", "on", "in", "to", "from"):
            return f"{phrases.part} with {named}"
        if agent or verb.sense in ("act", "money", "plan"):
            return f"{phrases.part} {_done(verb)}"
        return f"{subject} in {phrases.part}"
    if named and not points_back(phrases.object):
        if verb.is_passive and not agent:
            return f"{subject} {named}" if preposition and verb.lemma != "set" else subject
        extra = f" of {subject}" if not agent and verb.sense in ("share",) else ""
        return f"{named}{extra}"
    if clean(after) and not preposition:
        return after if verb.sense == "plan" else f"{after} {_done(verb)}"
    if not named and frame.amount.dimension in _EXTENTS and not clean(after):
        return f"{_EXTENTS[frame.amount.dimension]} {participle_of(verb.lemma)}"
    if not agent and frame.amount.dimension.startswith(("volume", "power", "energy", "mass")) and not verb.is_passive:
        return f"capacity of {subject}"
    return subject if not agent else clean(after) or earlier


def _is_noun_phrase(after: str) -> bool:
    """a 40% household recycling rate: the words behind the figure are what it measures."""
    first = after.split(" ")[0].lower() if after else ""
    return bool(first) and first.isalpha() and not is_closed(first)


def _of_money(frame: Frame, verb: VerbGroup, phrases: Phrases, text: str) -> str:
    """invest $12 million in streets -> investment in streets."""
    named = clean(phrases.object)
    after = phrases.after
    agent = phrases.acts
    noun = cues()["nouns"].get(verb.lemma, "")
    if named and frame.left.preposition in ("of", "to", "", "with", "at"):
        return f"{named} {end_clean(after)}"
    if noun:
        after = after or _purpose(frame, text)
        if not after:
            return f"{clean(phrases.subject)} {noun}"
        return f"{noun} {after}" if after.lower().startswith(("in ", "for ", "to ", "on ", "from ")) else f"{after}"
    if re.match(r"in ", after):
        return f"{'' if not phrases.subject else clean(phrases.subject)} {after[3:]}"
    return f"{after} {_done(verb)}" if after else f"{clean(phrases.subject)} {verb.lemma}" if not agent else named


def _purpose(frame: Frame, text: str) -> str:
    """set aside $6 million annually, or $30 million over five budgets, for seawall raising"""
    tokens = frame.sentence.tokens
    for segment in frame.sentence.segments:
        if segment.start > frame.at and any(one.is_finite for one in segment.groups):
            return ""
        for at in range(max(segment.start, frame.at), segment.end):
            if tokens[at].lower == "for" and tokens[at - 1].tag in ("punct", "time", "adv") and tokens[at + 1 : at + 2]:
                return f"for {clean(text[tokens[at + 1].start : tokens[segment.end - 1].end])}"
    return ""


def _other_part(earlier: str, subject: str) -> str:
    """with onshore wind accounting for 35%: the whole named before, with another part."""
    match = re.match(r".+? (in .+)", earlier)
    return f"{clean(subject)} {match.group(1)}" if match else clean(subject)


def _of_gap(frame: Frame, verb: VerbGroup, phrases: Phrases, earlier: str, text: str) -> str:
    """ridership by 15%; 80% by 2040; and 600 people returning to work."""
    named = clean(phrases.object)
    after = phrases.after
    if phrases.object.lower().startswith("of ") and named and " of " in earlier:
        return f"{earlier.rpartition(' of ')[0]} of {named}"  # of paper to 100% and of asphalt to 40%
    if (
        phrases.part
        and not named
        and frame.left.preposition in ("at", "on", "in", "to", "for")
        and verb.sense in ("share", "act")
    ):
        thing = object_of(frame, text, verb)
        return f"{phrases.part} with {thing}" if thing else phrases.part
    own = next((one for one in frame.sentence.segments if one.start <= verb.start < one.end), None)
    if own is not None and not own.amounts and not named and not phrases.counted:
        return _of_level(frame, verb, phrases, earlier)  # enrolment also climbs, from 3% now to 18%
    if any(token.lower == "respectively" for token in frame.sentence.tokens) and not phrases.counted:
        return earlier
    if (
        not named
        and frame.left.preposition in ("to", "from")
        and verb.sense in ("increase", "decrease", "fold", "reach", "bring", "come")
    ):
        return earlier or phrases.subject
    if frame.amount.dimension.startswith("money") and not named and re.match(r"(?:in|for|to|on) ", after):
        return _of_money(frame, verb, phrases, text)
    if phrases.counted:
        if not named and f" with {object_of(frame, text, verb)}" in f"{earlier} " and object_of(frame, text, verb):
            return f"{phrases.counted} with {object_of(frame, text, verb)}"  # panels on 24 schools and nine libraries
        if any(one.start > frame.at for one in frame.segment.groups):
            return f"{phrases.counted} {after}"
        part = f"{phrases.counted} {end_clean(first_phrase(after))}".strip()
        if named and frame.left.preposition and not points_back(named):
            return f"{named} {frame.left.preposition} {part}"
        return f"{part} {_done(verb)}" if verb.sense == "act" else part
    if named and not points_back(named):
        if verb.sense == "share" and earlier and not phrases.part:
            return _other_part(earlier, named)
        return f"{named} in {phrases.part}" if phrases.part and frame.amount.dimension == "percent" else named
    if phrases.part and phrases.part.lower().split(" ")[0] not in ("them", "these", "which", "those", "it"):
        if verb.is_passive and verb.sense not in ("increase", "decrease", "reach", "keep", "be"):
            return f"{phrases.part} {participle_of(verb.lemma)}"
        return f"{phrases.part} {_done(verb)}" if verb.sense in ("act", "share") else phrases.part
    tail = re.sub(r"^of (?:them|these|those|which|it)\s*", "", after.strip(), flags=re.IGNORECASE)
    if verb.lemma in ("receive", "get", "have", "gain") and clean(tail):
        thing = re.split(r" (?:receiving|with|reached|supplied|getting) ", earlier)[0]
        return f"{thing} {_doing(verb) or 'with'} {clean(tail)}"
    if (
        clean(tail)
        and frame.left.preposition == ""
        and frame.amount.dimension == "percent"
        and not re.match(r"(?:in|for|on|across|at|with|from|by) ", tail)
    ):
        return tail
    if clean(tail) and re.match(r"(?:in|for|across|from|at|on|with) ", tail):
        return f"{earlier} {first_phrase(tail)}"
    return earlier


def _of_fragment(frame: Frame, phrases: Phrases, earlier: str) -> str:
    """A line without a verb: "Refill stations: 75", "40% of trips", "25,000 trees in parks"."""
    named = clean(_before(frame))
    named = "" if named.lower().split(" ")[-1] in group("stance", "goals") else named
    if phrases.counted:
        part = f"{phrases.counted} {end_clean(first_phrase(phrases.after))}".strip()
        return (
            f"{named} {part}"
            if named and any(token.lower == ":" for token in frame.sentence.tokens[: frame.at])
            else part
        )
    if named and phrases.part and named.lower() not in group("stance", "goals"):
        return f"{named} in {phrases.part}"
    if not named and earlier and phrases.part and frame.amount.dimension in ("percent", ""):
        return f"{earlier} in {phrases.part}"
    return named or phrases.part or clean(phrases.after) or earlier


def _before(frame: Frame) -> str:
    """The words before the amount in its line, without its number, bullet and times."""
    pieces: list[str] = []
    for token in frame.sentence.tokens[: frame.at]:
        if token.end > frame.left.name_end or token.amount is not None:
            break
        if (
            token.time is not None
            or token.mask is not None
            and token.mask.figure_class in ("numbering", "article_reference")
        ):
            continue
        if token.lower in ("•", "*", "●", "-", ":", "|", "#", "○", "▪"):
            continue
        pieces.append(token.text)
    return re.sub(r"\s+([,;)'’])", r"\1", " ".join(pieces)).replace("( ", "(")


__all__ = ["name_of", "subject_of"]
