"""Sums and shares that an English rule sets and nobody reaches: fines, fees, grants, payments under a contract."""

from greenall.plans.en_cues import mentions
from greenall.plans.en_frames import Frame
from greenall.plans.en_verbs import Stance

_LARGE = 100_000  # a fund is larger than a fee


def by_money(frame: Frame, own: str, whole: str) -> str | None:
    """The class of a sum or share in the words of its clause (`own`) and sentence (`whole`); None when it may be met."""
    amount, verb = frame.amount, frame.verb
    is_money = amount.dimension.startswith("money")
    if mentions("penalty", whole) and (is_money or "liable" in whole.lower()):
        return "penalty"
    if not is_money and amount.dimension != "percent":
        return None
    if mentions("payment", whole):
        return "parameter"
    committed = frame.stance is Stance.COMMIT
    moves = committed and verb is not None and verb.sense in ("increase", "decrease", "fold", "reach")
    spends = (
        committed
        and verb is not None
        and (verb.sense in ("money", "act", "add") or verb.lemma in ("provide", "deliver", "make"))
    )
    if is_money:
        return _by_sum(frame, own, whole, moves, spends)
    return None if moves else _by_share(frame, own, spends)


def _by_sum(frame: Frame, own: str, whole: str, moves: bool, spends: bool) -> str | None:
    if frame.amount.value_norm >= _LARGE:
        return None
    words = own if frame.verb is not None and frame.side != "gap" else whole
    costs_fall = moves and frame.left.preposition in ("by", "to", "than", "") and "cost" in own.lower()
    if mentions("tariff", words) and not costs_fall:
        return "tariff"
    if mentions("subsidy", own if spends else whole):
        return "subsidy"
    return None


def _by_share(frame: Frame, own: str, spends: bool) -> str | None:
    verb = frame.verb
    if mentions("tariff", own[:60]) and verb is not None and verb.sense in ("be", "state", "keep") and not spends:
        return "tariff"
    if not mentions("subsidy", own):
        return None
    grants = verb is not None and verb.sense in ("share", "money", "have", "be", "come")
    return "subsidy" if frame.stance is not Stance.COMMIT or grants else None
