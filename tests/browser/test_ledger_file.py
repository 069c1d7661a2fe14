"""ledger.html from the disk, without a server: click either way, keys, filters, addresses, axe."""

import re

import pytest
from playwright.sync_api import expect

from greenall.reports import page as ledger_page
from tests.browser.conftest import violations
from tests.sample import sample


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledgers")
    for language in ("zh", "ko", "en"):
        (folder / f"{language}.html").write_text(ledger_page.write(sample(language), language), encoding="utf-8")
    return {language: (folder / f"{language}.html").as_uri() for language in ("zh", "ko", "en")}


def test_a_click_in_the_text_opens_its_row_and_escape_closes_it(files, visit):
    page = visit(files["en"])
    page.locator(".source .m.target").first.click()
    expect(page.locator("#panel .panel-title")).to_have_text("share of renewable capacity")
    expect(page.locator("#T01")).to_have_class(re.compile(r"\bon\b"))
    assert page.url.endswith("#T01")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_a_click_on_a_row_lights_its_words(files, visit):
    page = visit(files["zh"])
    page.locator("#T03 .card-quote").click()
    expect(page.locator(".source .m.target.on").first).to_have_text(re.compile("治理面积"))
    expect(page.locator("#panel")).to_contain_text("130,000")


def test_an_address_opens_its_row(files, visit):
    page = visit(files["ko"] + "#T04")
    expect(page.locator("#panel [data-panel='T04']")).to_be_visible()
    page.go_back()


def test_keys_walk_through_rows_and_text(files, visit):
    page = visit(files["en"])
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("[data-open]:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#panel .panel-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-open]:focus")).to_have_count(1)
    page.keyboard.press("t")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".source .m.at")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_visible()


def test_filters_narrow_the_rows_and_stand_in_the_address(files, visit):
    page = visit(files["en"])
    page.select_option("#f-state", "no_deadline")
    page.select_option("#f-kind", "target")
    expect(page.locator("[data-shown]")).to_have_text("2 of 11 rows")
    page.reload()
    expect(page.locator("[data-shown]")).to_have_text("2 of 11 rows")
    page.keyboard.press("/")
    page.keyboard.type("nothing like this")
    expect(page.locator("[data-nothing]")).to_be_visible()
    page.locator("[data-reset]").click()
    expect(page.locator("[data-shown]")).to_have_text("11 of 11 rows")


def test_figure_account_and_findings_open_from_the_head(files, visit):
    page = visit(files["en"])
    page.locator(".count", has_text="figures explained").click()
    expect(page.locator("#figures tbody tr")).to_have_count(8)
    page.locator(".tab", has_text="Findings").click()
    expect(page.locator("#findings .card")).to_have_count(2)
    expect(page.locator("#figures")).to_be_hidden()


def test_on_a_phone_text_and_rows_are_tabs(files, visit):
    page = visit(files["ko"], width=360)
    expect(page.locator(".source")).to_be_hidden()
    page.locator(".tab[data-tab-link=text]").click()
    expect(page.locator(".source")).to_be_visible()
    page.locator(".source .m.target").first.click()
    expect(page.locator("#panel")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360


def test_printing_shows_text_rows_and_account_without_chrome(files, visit):
    page = visit(files["en"])
    page.emulate_media(media="print")
    for part in (".source", "#rows .card", "#figures table", "#findings .card"):
        expect(page.locator(part).first).to_be_visible()
    expect(page.locator("#filters")).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [
        *((language, width, "light") for language in ("zh", "ko", "en") for width in (1280, 360)),
        ("zh", 1280, "dark"),
    ],
)
def test_axe_has_no_objection(files, visit, language, width, scheme):
    page = visit(files[language] + "#T01", width=width, scheme=scheme, language=language)
    expect(page.locator("#panel")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    for tab in ("text", "figures", "findings"):
        link = page.locator(f".tab[data-tab-link={tab}]")
        if link.is_visible():
            link.click()
            assert violations(page) == []
