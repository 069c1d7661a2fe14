"""The site in a real browser: from upload to ledger, languages, keys, addresses, and what axe says."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import violations

PLAN = (
    "清源市绿色发展方案\n\n一、总体要求\n\n"
    "（一）能源。到2027年底，全市可再生能源装机占比达到45％以上。推进老旧机组改造，建设充电站12座。\n\n"
    "（二）建筑。新建建筑全面执行绿色建筑标准。开展公共建筑节能改造30万平方米。\n"
)
DOCUMENT = PLAN.encode()
LANGUAGES = ("zh", "ko", "en")


def give(page, name="清源市方案.txt", data=DOCUMENT):
    page.set_input_files("#f-document", {"name": name, "mimeType": "text/plain", "buffer": data})


def test_from_upload_to_ledger(site, visit):
    page = visit(site.url, language="zh")
    give(page)
    expect(page.locator("[data-picked]")).to_have_text("清源市方案.txt")
    page.select_option("#f-directory", index=1)
    page.locator("#upload button[type=submit]").click()
    expect(page.locator("#ledger")).to_be_visible()
    expect(page.locator("h1")).to_have_text("清源市绿色发展方案")
    page.locator(".source .m.target").first.click()
    expect(page.locator("#panel .quote")).to_contain_text("45％")
    page.locator("#panel [data-close]").click()
    expect(page.locator("#panel")).to_be_hidden()


def test_a_document_that_cannot_be_read_is_explained_and_nothing_is_lost(site, visit):
    page = visit(site.url + "/plans/new/")
    give(page, "empty.txt", b"")
    page.fill("#f-issued", "2024-03-01")
    page.locator("#upload button[type=submit]").click()
    expect(page.locator("#upload-errors [role=alert]")).to_contain_text("empty.txt")
    assert page.input_value("#f-issued") == "2024-03-01"
    expect(page.locator("[data-picked]")).to_have_text("empty.txt")
    give(page)
    page.locator("#upload button[type=submit]").click()
    expect(page.locator("#ledger")).to_be_visible()


def test_a_dropped_document_is_taken(site, visit):
    page = visit(site.url)
    transfer = page.evaluate_handle(
        """() => { const data = new DataTransfer();
        data.items.add(new File(["words"], "dropped.txt", { type: "text/plain" })); return data; }"""
    )
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": transfer})
    expect(page.locator("[data-picked]")).to_have_text("dropped.txt")


def test_a_document_that_is_too_large_is_told_before_it_is_sent(site, visit):
    page = visit(site.url)
    page.locator("#upload").evaluate("form => { form.dataset.limit = '3' }")
    give(page)
    page.locator("#upload button[type=submit]").click()
    expect(page.locator("#upload-errors")).to_contain_text("50 MB")


def test_the_language_switch_keeps_the_page(site, visit):
    page = visit(site.plan("en", "?kind=words"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.locator(".tab[aria-current]")).to_contain_text("대장")
    assert page.url.endswith("?kind=words")
    expect(page.locator("h1")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_filters_survive_a_reload_and_can_be_shared(site, visit):
    page = visit(site.plan("en"))
    page.select_option("#f-kind", "target")
    expect(page.locator("[data-shown]")).to_have_text("7 of 11 rows")
    page.select_option("#f-state", "no_deadline")
    expect(page.locator("[data-shown]")).to_have_text("2 of 11 rows")
    assert page.url.endswith("?kind=target&state=no_deadline")
    page.reload()
    expect(page.locator("[data-shown]")).to_have_text("2 of 11 rows")
    expect(page.locator("#f-state")).to_have_value("no_deadline")
    page.fill("#f-text", "sewage")
    expect(page.locator("[data-shown]")).to_have_text("1 of 11 rows")
    # Leaving the field must ask nothing again: its answer would race the link that clears the filters.
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#f-text").blur()
    page.wait_for_timeout(200)
    assert asked == []
    page.locator("[data-reset]").click()
    expect(page.locator("[data-shown]")).to_have_text("11 of 11 rows")


def test_a_row_has_an_address_and_back_leads_back(site, visit):
    page = visit(site.plan("ko"))
    page.locator("#T03 a.reason").click()
    expect(page.locator("#panel .panel-title")).to_be_focused()
    assert page.url == site.plan("ko", "rows/T03/")
    page.reload()
    expect(page.locator("#panel [data-panel='T03']")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    assert page.url == site.plan("ko")
    page.go_back()
    expect(page.locator("#panel [data-panel='T03']")).to_be_visible()


def test_the_way_with_keys_only(site, visit):
    page = visit(site.plan("en"))
    for _ in range(3):
        page.keyboard.press("j")
    focused = page.locator("[data-open]:focus")
    expect(focused).to_have_count(1)
    row = focused.get_attribute("data-open")
    page.keyboard.press("Enter")
    expect(page.locator(f"#panel [data-panel='{row}']")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(f"#panel [data-panel='{row}']")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#f-text")).to_be_focused()


def test_the_whole_first_page_can_be_reached_with_tab(site, visit):
    page = visit(site.url)
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("() => document.activeElement.id || document.activeElement.innerText.trim()"))
    assert {"f-document", "f-issued", "f-directory", "Compile the ledger", "Example in English"} <= seen


def test_figures_and_findings_are_tabs_with_addresses(site, visit):
    page = visit(site.plan("en"))
    page.locator(".tab", has_text="Figure account").click()
    expect(page.locator("#figures tbody tr")).to_have_count(8)
    assert page.url == site.plan("en", "figures/")
    page.locator("#F002 a.reason").click()
    expect(page.locator("#panel [data-panel='F002']")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".tab", has_text="Findings").click()
    expect(page.locator("#findings .card")).to_have_count(2)


def test_downloads_come_as_files(site, visit):
    page = visit(site.plan("zh"))
    for kind in ("Excel", "Word", "HTML", "JSON"):
        with page.expect_download() as waiting:
            page.locator(".acts").get_by_role("link", name=kind, exact=True).click()
        assert re.search(r"云浦市行动方案\.(xlsx|docx|html|json)$", waiting.value.suggested_filename)


def test_an_interrupted_plan_can_be_tried_again(site, visit):
    page = visit(site.plan("retried"))
    expect(page.locator("h1")).to_contain_text("interrupted")
    page.get_by_role("button", name="Compile again").click()
    expect(page.locator("#ledger")).to_be_visible()


def test_deleting_asks_first(site, visit):
    page = visit(site.plan("failed", "delete/"))
    page.get_by_role("button", name="Delete the plan").click()
    expect(page.locator("h1")).to_have_text("Plans")
    expect(page.locator("body")).not_to_contain_text("to-delete.txt")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_has_no_objection_and_nothing_overflows(site, visit, language, width):
    plan, other = site.plans[language], site.plans["en" if language != "en" else "ko"]
    page = visit(site.url, width=width, language=language)
    addresses = ["", "plans/", "plans/new/", "styleguide/", "nothing-here/", f"plans/{site.plans['stale']}/"]
    addresses += [f"plans/{plan}/{rest}" for rest in ("", "rows/T04/", "figures/", "findings/", "review/", "delete/")]
    addresses += [f"plans/compare/?old={plan}&new={other}"]
    for address in addresses:
        page.goto(f"{site.url}/{address}")
        assert (address, violations(page)) == (address, [])
        width_needed = page.evaluate("() => document.documentElement.scrollWidth")
        assert (address, width_needed <= width) == (address, True)


def test_dark_mode_has_enough_contrast(site, visit):
    page = visit(site.url, scheme="dark")
    for address in ("", "plans/", "styleguide/", f"plans/{site.plans['zh']}/rows/T04/"):
        page.goto(f"{site.url}/{address}")
        assert (address, violations(page)) == (address, [])
