"""Folding: one way of writing for matching, and never a lost place."""

import unicodedata
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenall.documents.folding import fold
from greenall.quantity.place import Span

# Any text, with the characters that folding works on much more often than chance would bring them.
WORKED_ON = "５％．－～〜–—　\u00a0\u2009\u200b\ufeff㎡㎢㎍㎘℃½⅓m²³各區發電 12年\u1112\u1161\u11ab가\u11a8金\ufe00①‰"
texts = st.lists(st.one_of(st.sampled_from(WORKED_ON), st.characters()), max_size=40).map("".join)
languages = st.sampled_from(["zh", "ko", "en", None])


@pytest.mark.parametrize(
    ("text", "language", "folded"),
    [
        ("占比达到５０．５％", "zh", "占比达到50.5%"),
        ("６０％－８０％、３〜５座、3–5 GW", "en", "60%-80%、3~5座、3-5 GW"),
        ("녹지 120\u3000㎡, 12㎍/㎥, 300㎘", "ko", "녹지 120 m2, 12ug/m3, 300kL"),
        ("5㎿ 8㎾h 30㏊ 12 m² CO₂ 21℃ 3‰", "en", "5MW 8kWh 30ha 12 m2 CO2 21°C 3‰"),
        ("절반(½)과 2⅓배, 10² 회", "ko", "절반(1/2)과 2 1/3배, 10² 회"),
        (unicodedata.normalize("NFD", "한강 녹지축"), "ko", "한강 녹지축"),
        ("산업ㆍ수송‧건물", "ko", "산업·수송·건물"),
        ("新 能 源 占 比 30 年", "zh", "新能源占比30年"),
        ("新 能 源", "ko", "新 能 源"),
        ("電動車輛達到５萬輛，顯著", "zh", "电动车辆达到5万辆,显著"),
        ("電動車", None, "電動車"),
        ("新\u200b 能 \ufeff源", "zh", "新能源"),
        ("⼀、⽬标", "zh", "一、目标"),
        ("显著 tab\tline\n", "zh", "显著 tab\tline\n"),
    ],
)
def test_one_way_of_writing(text, language, folded):
    assert fold(text, language).text == folded


def test_the_quote_comes_from_the_published_text():
    text = "森林 面积\u200b１．５㎢，覆盖率１２％"
    folded = fold(text, "zh")
    assert folded.text == "森林面积1.5km2,覆盖率12%"
    start = folded.text.index("km2")
    assert folded.span(start, start + 3).of(text) == "㎢"
    assert folded.span(start + 1, start + 2).of(text) == "㎢"
    assert folded.span(1, 4).of(text) == "林 面积"
    assert folded.index(text.index("覆")) == folded.text.index("覆")
    assert folded.index(text.index("\u200b")) == folded.text.index("1.5")


def test_text_that_keeps_its_length_keeps_no_map():
    folded = fold("占比达到５０％。", "zh")
    assert folded.text == "占比达到50%。"
    assert not folded.starts
    assert folded.span(4, 6) == Span(4, 6)


@given(texts, languages, st.data())
def test_a_span_covers_exactly_what_made_the_folded_words(text, language, data):
    folded = fold(text, language)
    made_by = [folded.span(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= place.start < place.end <= len(text) for place in made_by)
    assert all(a == b or a.end <= b.start for a, b in pairwise(made_by))
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    place = folded.span(start, end)
    if start < end:
        assert place == Span(made_by[start].start, made_by[end - 1].end)
    else:
        assert place.start == place.end
    assert 0 <= place.start <= place.end <= len(text)


@given(texts, languages)
def test_every_published_character_is_folded_alone_as_in_the_text_or_dropped(text, language):
    folded = fold(text, language)
    covered = 0
    for i in range(len(folded.text)):
        place = folded.span(i, i + 1)
        assert all(fold(sign, language).text == "" or sign == " " for sign in text[covered : place.start])
        covered = place.end
        if place.end - place.start == 1 and (i == 0 or folded.span(i - 1, i) != place):
            alone = fold(place.of(text), language).text
            assert folded.text[i] in (alone[0], " ", "2", "3")
    assert all(fold(sign, language).text == "" for sign in text[covered:])


@given(texts, languages)
def test_places_rise_together_in_both_directions(text, language):
    folded = fold(text, language)
    back = [folded.index(i) for i in range(len(text) + 1)]
    assert back == sorted(back)
    assert back[-1] == len(folded.text)
    for i in range(len(folded.text)):
        place = folded.span(i, i + 1)
        assert folded.index(place.start) <= i
        assert folded.span(folded.index(place.start), i + 1) == place


@given(texts, languages, st.integers(-5, 60), st.integers(-5, 60))
def test_no_offset_leads_out_of_the_text(text, language, start, end):
    folded = fold(text, language)
    place = folded.span(start, end)
    assert 0 <= place.start <= place.end <= len(text)
    assert 0 <= folded.index(start) <= len(folded.text)


def test_three_megabytes_fold_in_well_under_a_second():
    text = "到２０３０年，全市綠色建築面積占比達到６０％以上。" * 40_000
    before = perf_counter()
    folded = fold(text, "zh")
    assert perf_counter() - before < 1.0
    assert len(folded.text) == len(text)
    assert "绿色建筑面积" in folded.text[:40]
