"""Lists with 각각: 건물, 수송, 폐기물 부문에서 각각 30%, 25%, 40% gives each figure its own noun.

Words that only the last noun of the list has (부문) are given to all of them.

>>> from greenall.plans.ko_targets import read
>>> from greenall.plans.reading import Context
>>> [c.indicator for c in read("전기차와 수소차를 각각 30대, 5대 도입한다.", Context()).commitments]
['전기차 도입', '수소차 도입']
"""

from collections.abc import Sequence

from greenall.plans.ko_tokens import Token
from greenall.quantity.times import Time

_AND = ("와", "과", "이나", "나")
_END_OF_LIST = ("을", "를", "은", "는", "이", "가", "에", "에서", "의", "도", "에서는", "에는")
_COMPARED = ("비해", "비하여", "대비", "보다")
_LONGEST = 24  # tokens


def respectively(tokens: Sequence[Token]) -> dict[int, str]:
    """The noun of each figure behind 각각, by the index of the figure."""
    found: dict[int, str] = {}
    for at, token in enumerate(tokens):
        if token.text == "각각":
            figures = _figures(tokens, at)
        elif token.amount is not None and (at < 2 or tokens[at - 2].amount is None):
            figures = _bare_series(tokens, at)
        else:
            continue
        names = _names(tokens, at) if len(figures) > 1 else []
        if len(names) == len(figures):
            found |= dict(zip(figures, names, strict=True))
    return found


def _bare_series(tokens: Sequence[Token], at: int) -> list[int]:
    """수거율, 선별률을 60%, 70%로: figures with nothing but commas between them need no 각각."""
    found = [at]
    while found[-1] + 2 < len(tokens) and tokens[found[-1] + 1].kind == "comma":
        first, second = tokens[found[-1]].amount, tokens[found[-1] + 2].amount
        if first is None or second is None or first.unit != second.unit:
            break
        found.append(found[-1] + 2)
    return found


def _figures(tokens: Sequence[Token], at: int) -> list[int]:
    found = []
    for index in range(at + 1, min(at + _LONGEST, len(tokens))):
        token = tokens[index]
        if token.amount is not None:
            found.append(index)
        elif token.kind not in ("comma", "open", "close", "time") and token.text not in (
            "및",
            "약",
            "최소",
            "최대",
            "총",
        ):
            break
    return found


def _names(tokens: Sequence[Token], at: int) -> list[str]:
    last = at - 1
    while last >= 0 and not (tokens[last].kind == "word" and tokens[last].particle in _END_OF_LIST):
        if tokens[last].amount is not None or tokens[last].predicate is not None or at - last > 12:
            return []
        last -= 1
    items: list[list[str]] = [[]]
    for index in range(last, max(-1, last - _LONGEST), -1):
        token = tokens[index]
        if token.kind == "comma" or token.text == "및":
            items.insert(0, [])
            continue
        if token.kind not in ("word", "mask") or token.predicate is not None:
            break
        if index < last and token.particle in _AND:
            items.insert(0, [])
        elif index < last and token.particle and token.particle != "의":
            break
        items[0].insert(0, token.stem if token.particle != "의" or index == last else token.text)
    items = [item for item in items if item]
    if len(items) == 1 and "·" in items[0][0]:
        first, *rest = items[0]
        return [" ".join([part, *rest]) for part in first.split("·") if part]
    return _with_head(items)


def _with_head(items: list[list[str]]) -> list[str]:
    """시멘트 / 철강 업종의 에너지 원단위 -> both with 업종의 에너지 원단위."""
    head = items[-1][len(items[0]) :] if items else []
    return [" ".join(item if item is items[-1] else [*item, *head]) for item in items]


def respective_times(tokens: Sequence[Token]) -> dict[int, Time]:
    """2023년·2025년·2027년에 각각 40%, 65%, 90%; 같은 해 순으로 takes the same times again."""
    found: dict[int, Time] = {}
    last: list[Time] = []
    for at, token in enumerate(tokens):
        again = token.text == "순으로" and at > 0 and bool(last)
        if token.text != "각각" and not again:
            continue
        times = last if again else _times_before(tokens, at)
        figures = _figures(tokens, at)
        if len(times) > 1 and len(times) == len(figures):
            found |= dict(zip(figures, times, strict=True))
            last = times
    return found


def _times_before(tokens: Sequence[Token], at: int) -> list[Time]:
    found: list[Time] = []
    last = at
    while last > max(0, at - 8) and tokens[last - 1].kind == "word" and tokens[last - 1].predicate is None:
        last -= 1  # 2025년과 2030년의 재활용률은 각각
    if any(token.text in _COMPARED for token in tokens[last:at]):
        return []
    for token in reversed(tokens[max(0, last - 12) : last]):
        if token.time is not None:
            found.insert(0, token.time)
        elif (
            found
            and token.kind not in ("comma", "particle")
            and token.text not in ("와", "과", "및")
            or not found
            and token.kind not in ("comma", "particle")
        ):
            break
    return found
