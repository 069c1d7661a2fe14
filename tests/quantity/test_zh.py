"""Chinese numerals and amounts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenall.documents.folding import fold
from greenall.quantity.amount import Bound
from greenall.quantity.zh import dimension_of, find_amounts, find_folds, find_lexical, parse_numeral, split_multiplier


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十", 10),
        ("二十", 20),
        ("一百二十", 120),
        ("一千零五", 1005),
        ("三万五千", 35000),
        ("两亿三千万", 230000000),
        ("二〇二五", 2025),
        ("廿五", 25),
        ("三点五", Decimal("3.5")),
    ],
)
def test_numeral(written, value):
    assert parse_numeral(written) == value


@pytest.mark.parametrize("written", ["三五", "万", "百", "千千", "点五", "三点"])
def test_no_numeral(written):
    assert parse_numeral(written) is None


DIGITS = "零一二三四五六七八九"


def _spelled(number: int) -> str:
    """A number below 10,000 as Chinese writes it."""
    if number == 0:
        return "零"
    out, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            out += ("零" if gap and out else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = bool(out)
    return out


@given(st.integers(1, 9999))
def test_a_rendered_numeral_is_read_back(number):
    assert parse_numeral(_spelled(number)) == number


@given(
    st.decimals(Decimal("0.01"), 10**6, places=2),
    st.sampled_from(["亩", "万亩", "亿元", "个百分点", "%", "吨/日", "万千瓦时", "家"]),
)
def test_a_rendered_amount_is_read_back(value, unit):
    amounts = find_amounts(f"达到{value}{unit}以上")
    assert [(one.value, one.unit) for one in amounts] == [(value, unit.replace("个百分点", "百分点"))]


@pytest.mark.parametrize(
    ("words", "value", "value2", "unit", "norm"),
    [
        ("新建高标准农田13万亩", 13, None, "万亩", 130000),
        ("设施蔬菜5－8万亩", 5, 8, "万亩", 50000),
        ("仓储能力3万至4万吨", 3, 4, "万吨", 30000),
        ("降低2至3个百分点", 2, 3, "百分点", 2),
        ("年均增长8%～10%", 8, 10, "%", 8),
        ("六成以上", 6, None, "成", 60),
        ("占四成五", Decimal("4.5"), None, "成", 45),
        ("三分之二", Decimal("66.67"), None, "%", Decimal("66.67")),
        ("百分之六十", 60, None, "%", 60),
        ("焚烧厂三座", 3, None, "座", 3),
        ("一千二百套", 1200, None, "套", 1200),
        ("处理规模4.2万立方米/日", Decimal("4.2"), None, "万立方米/日", 42000),
        ("煤耗300克标准煤/千瓦时", 300, None, "克标准煤/千瓦时", 300),
        ("培训3,200人", 3200, None, "人", 3200),
        ("不超过１．３", Decimal("1.3"), None, "", Decimal("1.3")),
    ],
)
def test_amount(words, value, value2, unit, norm):
    [amount] = find_amounts(fold(words, "zh").text)
    assert (amount.value, amount.value2, amount.unit, amount.value_norm) == (value, value2, unit, norm)


def test_sign_in_front_is_a_bound():
    assert [amount.bound for amount in find_amounts("≥63")] == [Bound.AT_LEAST]


@pytest.mark.parametrize(
    ("word", "value", "dimension"),
    [("翻一番", 2, "fold"), ("翻两番", 4, "fold"), ("减半", 50, "half"), ("半数", 50, "percent")],
)
def test_change_told_by_a_word(word, value, dimension):
    [amount] = find_folds(f"规模{word}")
    assert (amount.value, amount.dimension) == (value, dimension)


@pytest.mark.parametrize(
    ("words", "figure_class"),
    [("统一思想", "lexical"), ("一批企业", "vague"), ("第三方机构", "name"), ("二氧化碳", "chemical")],
)
def test_words_that_hold_a_numeral(words, figure_class):
    assert [mask.figure_class for mask in find_lexical(words)] == [figure_class]


def test_a_numeral_is_not_cut_by_a_word_inside_it():
    assert find_lexical("三百万元") == []


def test_units():
    assert split_multiplier("万亩") == (10000, "亩")
    assert split_multiplier("千瓦") == (1, "千瓦")
    assert dimension_of("吨/日") == ("mass/duration", False)
    assert dimension_of("家") == ("count", True)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    folded = fold(text, "zh").text
    for amount in find_amounts(folded):
        assert 0 <= amount.span.start < amount.span.end <= len(folded)
        assert all(amount.span.contains(figure) for figure in amount.figures)
