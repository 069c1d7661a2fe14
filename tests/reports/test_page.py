"""The ledger as a page: the text stays whole, marks never cross, hostile words stay words."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenall.plans.ledger import Finding, Ledger
from greenall.quantity.place import Span
from greenall.reports import page
from greenall.reports.page import choice, draw, marks, source
from greenall.reports.page.choice import Choice
from greenall.reports.page.index import index
from greenall.reports.page.marks import Kind, Mark
from tests.sample import LANGUAGES, sample

HOSTILE = "<script>alert('x')</script>\"'&</style>"


class Words(HTMLParser):
    """The characters a reader sees, and whether every element is closed where it was opened."""

    VOID = {"meta", "input", "br", "link", "img", "hr", "wbr"}

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(0, 20))
mark_lists = st.lists(
    st.builds(Mark, spans, st.sampled_from(list(Kind)), st.sampled_from(["T01", "T02", "M1-01", "F001"])), max_size=12
)


@given(mark_lists)
def test_segments_never_overlap_and_cover_exactly_what_is_marked(given_marks):
    segments = marks.cut(given_marks)
    covered = [at for segment in segments for at in range(segment.span.start, segment.span.end)]
    assert covered == sorted(set(covered))
    assert set(covered) == {at for mark in given_marks for at in range(mark.span.start, mark.span.end)}


@given(mark_lists)
def test_every_character_keeps_all_its_rows(given_marks):
    for segment in marks.cut(given_marks):
        expected = {mark.row for mark in given_marks if mark.span.start <= segment.span.start < mark.span.end}
        assert set(segment.rows) == expected


def test_a_click_opens_the_innermost_row():
    inner, outer = Mark(Span(4, 9), Kind.TARGET, "T01"), Mark(Span(0, 20), Kind.MEASURE, "M1-01")
    assert [segment.rows[0] for segment in marks.cut([outer, inner])] == ["M1-01", "T01", "M1-01"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_left_as_it_was_published(language):
    ledger = sample(language)
    drawn = Words(source.draw(ledger))
    assert drawn.text == ledger.text.replace("\n", "")
    assert drawn.open == []


def test_lines_with_tabs_become_a_table():
    ledger = replace(sample("en"), text="Indicator\t2025\nshare\t45 %\n", articles=(), targets=(), measures=())
    drawn = source.draw(replace(ledger, figures=(), findings=()))
    assert drawn.count("<tr>") == 2
    assert "<td>45 %</td>" in drawn


def test_the_signs_of_markdown_are_not_shown():
    text = "# Plan\n\n| Indicator | 2025 |\n|---|---:|\n| share | 45 % |\n\n---\nWords."
    ledger = replace(sample("en"), text=text, articles=(), targets=(), measures=(), figures=(), findings=())
    drawn = source.draw(replace(ledger, source=replace(ledger.source, kind="markdown")))
    assert '<h3 class="chapter">Plan</h3>' in drawn
    assert '<th scope="col"> Indicator </th>' in drawn
    assert "<td> 45 % </td>" in drawn
    assert "---" not in drawn
    assert Words(drawn.replace("<hr>", "")).open == []


def test_crossing_spans_give_markup_that_closes():
    ledger = sample("zh")
    crossing = tuple(
        Finding(f"Q{number}", "plans.conflict", Span(number, number + 9), "1") for number in range(0, 60, 4)
    )
    assert Words(source.draw(replace(ledger, findings=crossing))).open == []


@pytest.mark.parametrize("reader", LANGUAGES)
@pytest.mark.parametrize("plan", LANGUAGES)
def test_the_page_is_whole_in_every_language(plan, reader):
    written = page.write(sample(plan), reader)
    assert f'<html lang="{draw.LANG[reader]}">' in written
    assert 'id="T01"' in written
    assert "web." not in re.sub(r"<script>.*?</script>", "", written, flags=re.S)
    assert Words(re.sub(r"<script.*?</script>|<style>.*?</style>", "", written, flags=re.S)).open == []


def test_the_same_ledger_gives_the_same_page():
    assert page.write(sample("ko"), "en") == page.write(sample("ko"), "en")


def test_nothing_is_fetched_and_only_our_script_may_run():
    written = page.write(sample("en"), "en")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', written)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", written)
    assert "style=" not in written
    assert " onclick" not in written


def hostile() -> Ledger:
    ledger = sample("en")
    target = replace(
        ledger.targets[0], indicator=HOSTILE, unit=HOSTILE, scope=HOSTILE, rules=(HOSTILE,), condition=HOSTILE
    )
    words = replace(ledger.source, title=HOSTILE, name=HOSTILE)
    text = ledger.text.replace("Energy", HOSTILE[:6], 1)
    return replace(ledger, source=words, targets=(target, *ledger.targets[1:]), text=text)


def test_a_hostile_plan_stays_words():
    written = page.write(hostile(), "en")
    assert "<script>alert" not in written
    assert "&lt;script&gt;alert" in written
    panels = re.search(r'id="panels">(.*?)</script>', written, re.S)
    assert panels is not None
    assert "<" not in panels[1]
    assert "&lt;script&gt;" in json.loads(panels[1])["T01"]


def test_every_row_has_its_reasons():
    ledger = sample("zh")
    scene = draw.Scene(index(ledger), "ko")
    for row in (*ledger.targets, *ledger.measures, *ledger.figures, *ledger.findings):
        assert str(draw.panel_of(scene, row.id)).count(row.id) >= 1
    assert draw.panel_of(scene, "T99") == ""


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        (Choice(kind="words"), {"T05"}),
        (Choice(kind="repeat"), {"T07"}),
        (Choice(kind="target", state="no_deadline"), {"T04", "T05"}),
        (Choice(article="3"), {"T06", "M3-01", "M3-02"}),
        (Choice(finding="plans.inherited_deadline"), {"T02"}),
        (Choice(text="QUARRIES"), {"T03", "M2-01"}),
        (Choice(article="3", kind="words"), set()),
    ],
)
def test_filters_choose_rows(asked, rows):
    ledger = sample("en")
    words = draw.rows.searchable(index(ledger), "en")
    assert {row.id for row in choice.choose(ledger, asked, words)} == rows


def test_a_choice_survives_its_address():
    asked = Choice(article="7", kind="target", state="no_deadline", text="秸秆 & 90％")
    assert Choice.read(dict(parse_qsl(asked.query()))) == asked
