"""Brackets, comparisons and shades before a Korean figure: where its noun stands, and whose part it is.

>>> part_of("전기차", "친환경차 등록 대수"), part_of("승용", "수소차 보급")
('전기차 등록 대수', '승용 수소차 보급')
"""

from collections.abc import Sequence

from greenall.plans.ko_phrases import adverbs, phrase_before, words_of
from greenall.plans.ko_tokens import Token

JOINTS = ("중", "가운데", "대비", "기준")  # what stands before them is no name of the figure


def skip_left(tokens: Sequence[Token], at: int) -> int:
    """Past the adverbs and bounds that stand right before a figure (약, 총, 각각, 1인당)."""
    while at >= 0 and (_is_shade(tokens[at]) or _is_rate(tokens[at])):
        at -= 1
    return at


def is_in_bracket(tokens: Sequence[Token], index: int) -> bool:
    """40%(2035년 60%): the second figure is the same thing later."""
    return index > 2 and [token.kind for token in tokens[index - 3 : index]] == ["amount", "open", "time"]


def bracket_of(tokens: Sequence[Token], index: int) -> int:
    """The figure that the bracket around this figure explains: 45만 대(전기차 37만 대, 수소차 8만 대); -1 when none."""
    amount = tokens[index].amount
    for at in range(index - 1, max(0, index - 16), -1):
        if tokens[at].kind in ("close", "stop") or tokens[at].predicate is not None:
            return -1
        if tokens[at].kind == "open":
            at -= 1
            while at > 0 and tokens[at].kind == "word" and not tokens[at].particle and not tokens[at].predicate:
                at -= 1
            whole = tokens[at].amount
            same = whole is not None and amount is not None and whole.unit_norm == amount.unit_norm
            return at if same else -1
    return -1


def label_in_bracket(tokens: Sequence[Token], index: int, text: str) -> str:
    if bracket_of(tokens, index) < 0:
        return ""
    last = skip_left(tokens, index - 1)
    if last >= 0 and tokens[last].kind == "colon":
        last -= 1
    if (
        last < 0
        or tokens[last].kind not in ("word", "mask")
        or tokens[last].particle not in ("", "은", "는", "이", "가")
    ):
        return ""
    first = phrase_before(tokens, last)
    return words_of(tokens, first, last, text)


def part_of(label: str, whole: str) -> str:
    """전기차 of 친환경차 등록 대수 -> 전기차 등록 대수; 승용 of 수소차 보급 -> 승용 수소차 보급."""
    head, _, rest = whole.partition(" ")
    if label in whole:
        return whole
    if len(label) > 1 and label[-1] == head[-1]:
        return f"{label} {rest}".strip()
    return f"{label} {whole}"


def _is_rate(token: Token) -> bool:
    return token.mask is not None and token.mask.rule in ("ko.per_day", "ko.per")


def _is_shade(token: Token) -> bool:
    if token.kind != "word" or token.predicate is not None or token.text in JOINTS:
        return False
    return token.text in adverbs() or len(token.text) > 2 and token.text.endswith("별")


def out_of_bracket(tokens: Sequence[Token], left: int, index: int) -> int:
    """1단계(2025~2026년) 9,000가구: the noun stands before the bracket; 6개소(총 14.5ha): the noun of 6개소."""
    if left >= 0 and tokens[left].kind == "close":
        for at in range(left, max(-1, left - 16), -1):
            if tokens[at].kind == "open":
                return past_amount(tokens, at - 1)
    if left >= 0 and tokens[left].kind == "open":
        return past_amount(tokens, left - 1)
    if left >= 0 and tokens[left].kind == "arrow":
        return past_amount(tokens, left - 1)
    return left


def past_comparison(tokens: Sequence[Token], left: int) -> int:
    """사망자 전년 대비 10% 감소: the noun before what it is compared with."""
    if left < 1 or tokens[left].text != "대비":
        return left
    at = left - 1
    while at > 0 and (tokens[at].kind == "time" or tokens[at].text in _COMPARED_WITH):
        at -= 1
    token = tokens[at]
    plain = token.kind == "word" and not token.particle and token.predicate is None and at < left - 1
    return at if plain and token.text not in adverbs() else left


_COMPARED_WITH = ("전년", "전년도", "지난해", "작년", "동기", "평년", "전망치", "BAU", "배출전망치", "말", "기준")


def past_amount(tokens: Sequence[Token], at: int) -> int:
    """To the noun before an amount, its time and its brackets: 24개소(2024) → 60개소."""
    steps = 0
    while at >= 0 and steps < 24:
        kind = tokens[at].kind
        if kind in ("word", "mask") and tokens[at].text not in adverbs():
            return at
        if kind == "stop":
            return -1
        at, steps = at - 1, steps + 1
    return -1
