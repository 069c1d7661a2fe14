"""Plans from upload to deletion, as a browser without scripts would use them."""

import io
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from greenall.documents.document import Unreadable
from greenall.plans import files
from greenall.plans.ledger import ReviewState
from greenall.web.plans import background, selectors, services
from greenall.web.plans.models import Compilation, LedgerVersion, Original, Plan
from greenall.web.records.models import Event
from greenall.web.records.services import first_broken
from tests.sample import sample
from tests.stored import interrupted

pytestmark = pytest.mark.django_db

TEXT = "一、总体要求\n（一）能源。到2027年底，全市可再生能源装机占比达到45％以上。推进老旧机组改造。\n"
DOCUMENT = TEXT.encode()


def upload(client, data=DOCUMENT, name="方案.txt", **more):
    return client.post("/plans/new/", {"document": SimpleUploadedFile(name, data), **more})


def test_a_document_becomes_a_ledger(client, compile_at_once):
    with compile_at_once(execute=True):
        answer = upload(client, issued="2024-03-01", directory="city")
    plan = Plan.objects.get()
    assert answer.headers["Location"] == f"/plans/{plan.pk}/"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "document added" in client.get(f"/plans/{plan.pk}/review/").content.decode()
    assert 'id="T01"' in page
    assert "可再生能源装机占比" in page
    assert [event.what for event in Event.objects.all()] == ["plan.received", "plan.compiled"]


@pytest.mark.parametrize(
    ("data", "name", "more", "sentence"),
    [
        (b"", "empty.txt", {}, "empty.txt"),
        (b"\x00\x01\x02\x03" * 50, "strange.bin", {}, "strange.bin"),
        (b"PK\x03\x04broken", "broken.docx", {}, "broken.docx"),
        (TEXT.encode(), "ok.txt", {"issued": "31.12.2025"}, "2025-12-31"),
        (TEXT.encode(), "ok.txt", {"directory": "nobody"}, "nobody"),
    ],
)
def test_a_bad_upload_says_what_to_do_beside_the_form(client, data, name, more, sentence):
    answer = upload(client, data, name, **more)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert 'role="alert"' in page
    assert 'name="document"' in page
    assert not Plan.objects.exists()


def test_a_form_without_a_document_says_so(client):
    answer = client.post("/plans/new/", {"issued": "2024-03-01"})
    page = answer.content.decode()
    assert "No document was chosen" in page
    assert 'value="2024-03-01"' in page


def test_a_part_of_the_page_is_enough_for_htmx(client):
    answer = client.post("/plans/new/", {}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "No document was chosen" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_request_that_is_too_large_is_refused_unread(client, settings):
    settings.REQUEST_LIMIT = 100
    answer = upload(client)
    assert answer.status_code == 413
    assert "50 MB" in answer.content.decode()


def test_a_document_that_is_too_large_is_refused(client, settings):
    settings.UPLOAD_LIMIT = 10
    assert "at most" in upload(client).content.decode()


def test_hostile_names_and_words_stay_words(client, compile_at_once):
    name = '"><img src=x onerror=alert(1)>.txt'
    with compile_at_once(execute=True):
        upload(client, ("<script>alert(1)</script>\n" + TEXT).encode(), name)
    plan = Plan.objects.get()
    for address in ("/plans/", f"/plans/{plan.pk}/", f"/plans/{plan.pk}/delete/"):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img" not in page


def test_an_example_is_one_click_away_and_opened_again(client, compile_at_once):
    with compile_at_once(execute=True):
        first = client.post("/plans/examples/qinghe-zh.txt/")
    second = client.post("/plans/examples/qinghe-zh.txt/")
    assert first.headers["Location"] == second.headers["Location"]
    assert client.post("/plans/examples/..%2Fduties%2Fcity.toml/").status_code == 404


def test_the_list_says_how_it_fills_and_then_counts(client, store):
    assert "There is no plan yet" in client.get("/plans/").content.decode()
    store("zh")
    page = client.get("/plans/").content.decode()
    assert "云浦市绿色发展行动方案" in page
    assert "8/8" in page


def test_the_list_needs_the_same_queries_for_many_plans(client, store, django_assert_num_queries):
    for _ in range(4):
        store("ko")
    with django_assert_num_queries(1):
        client.get("/plans/")


def test_filters_are_addresses(client, store):
    plan = store("en")
    page = client.get(f"/plans/{plan.pk}/?kind=target&state=no_deadline").content.decode()
    assert 'id="T04"' in page
    assert 'id="T01"' not in page
    assert '<option value="no_deadline" selected>' in page
    part = client.get(f"/plans/{plan.pk}/?kind=words&text=", headers={"HX-Request": "true"})
    assert part.headers["HX-Push-Url"] == f"/plans/{plan.pk}/?kind=words"
    assert "<html" not in part.content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "²"])
def test_a_strange_page_number_does_no_harm(client, store, number):
    assert client.get(f"/plans/{store().pk}/?page={number}").status_code == 200


def test_long_ledgers_come_in_pages(client, store):
    ledger = sample("en")
    many = tuple(replace(ledger.targets[0], id=f"T{number:03}") for number in range(450))
    plan = store("en", replace(ledger, targets=many))
    first = client.get(f"/plans/{plan.pk}/").content.decode()
    assert first.count('class="card target') == 200 - 0
    more = client.get(f"/plans/{plan.pk}/?page=3", headers={"HX-Request": "true"}).content.decode()
    assert "page=4" not in more
    deep = client.get(f"/plans/{plan.pk}/rows/T300/").content.decode()
    assert 'id="T300"' in deep
    assert "page=3" in deep
    assert 'class="card target' in more


def test_a_row_opens_with_its_reasons(client, store):
    plan = store("en")
    whole = client.get(f"/plans/{plan.pk}/rows/T04/").content.decode()
    assert "<html" in whole
    assert 'data-panel="T04"' in whole
    part = client.get(f"/plans/{plan.pk}/rows/T04/", headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<div class="panel-head">')
    assert "fall by about 8% from 2020" in part
    assert client.get(f"/plans/{plan.pk}/rows/T99/").status_code == 404


@pytest.mark.parametrize(("row", "tab"), [("F001", "figures"), ("Q01", "findings"), ("M2-01", "rows")])
def test_figures_and_findings_have_addresses_too(client, store, row, tab):
    page = client.get(f"/plans/{store().pk}/rows/{row}/").content.decode()
    assert f'data-tab="{tab}"' in page


def test_the_figure_account_and_findings_are_pages(client, store):
    plan = store("ko")
    assert 'id="F008"' in client.get(f"/plans/{plan.pk}/figures/").content.decode()
    assert 'id="Q02"' in client.get(f"/plans/{plan.pk}/findings/").content.decode()


@pytest.mark.parametrize(
    ("kind", "start"), [("json", b"{"), ("xlsx", b"PK"), ("docx", b"PK"), ("html", b"<!doctype html>")]
)
def test_downloads(client, store, kind, start):
    plan = store("zh")
    answer = client.get(f"/plans/{plan.pk}/download/{kind}/")
    assert answer.content.startswith(start)
    assert f".{kind}" in answer.headers["Content-Disposition"]
    assert client.get(f"/plans/{plan.pk}/download/exe/").status_code == 404


def reviewed(client, plan, edit):
    """The workbook of a plan after somebody wrote in it."""
    book = load_workbook(io.BytesIO(client.get(f"/plans/{plan.pk}/download/xlsx/").content))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def cell(book, row_id, head):
    """The cell of a row under a head."""
    for sheet in book.worksheets:
        heads = {}
        for line in sheet.iter_rows():
            for each in line:
                if each.value == head:
                    heads[head] = each.column
            if heads and any(each.value == row_id for each in line):
                return sheet.cell(line[0].row, heads[head])
    raise AssertionError(f"no {head} of {row_id}")


def give_back(client, plan, data):
    return client.post(f"/plans/{plan.pk}/review/", {"workbook": SimpleUploadedFile("review.xlsx", data)})


def test_a_review_is_applied_once(client, store):
    plan = store("en")

    def decide(book):
        cell(book, "T01", "Lead unit").value = "Energy Office"

    data = reviewed(client, plan, decide)
    page = give_back(client, plan, data).content.decode()
    assert "1 row was changed" in page
    assert selectors.ledger(selectors.latest(plan)).row("T01").review.owner == "Energy Office"
    assert LedgerVersion.objects.filter(plan=plan).count() == 2
    give_back(client, plan, data)
    assert LedgerVersion.objects.filter(plan=plan).count() == 2
    assert Event.objects.filter(what="review.applied").count() == 1


def test_a_review_is_refused_cell_by_cell(client, store):
    plan = store("en")

    def decide(book):
        cell(book, "T01", "Value").value = "many"
        cell(book, "T02", "Lead unit").value = "Energy Office"

    page = give_back(client, plan, reviewed(client, plan, decide)).content.decode()
    assert "1 entry was refused" in page
    assert "many" in page
    ledger = selectors.ledger(selectors.latest(plan))
    assert ledger.row("T02").review.owner == "Energy Office"
    assert ledger.row("T01").review.state is ReviewState.EXTRACTED


def test_something_else_than_a_workbook_is_refused(client, store):
    plan = store("en")
    assert "not an Excel workbook" in give_back(client, plan, b"words").content.decode()
    assert "No document was chosen" in client.post(f"/plans/{plan.pk}/review/").content.decode()


def test_two_plans_are_compared(client, store):
    assert "Two plans are needed" in client.get("/plans/compare/").content.decode()
    old = store("en")
    ledger = sample("en")
    later = replace(ledger.targets[0], value=ledger.targets[0].value + 5, value_norm=ledger.targets[0].value_norm + 5)
    new = store("en", replace(ledger, targets=(later, *ledger.targets[1:-2], ledger.targets[-1])))
    page = client.get(f"/plans/compare/?old={old.pk}&new={new.pk}").content.decode()
    assert "≥ 45" in page
    assert "≥ 50" in page
    assert "dropped" in page
    same = client.get(f"/plans/compare/?old={old.pk}&new={old.pk}").content.decode()
    assert "state the same rows" in same
    assert "Choose another" in client.get(f"/plans/compare/?old={old.pk}&new=999").content.decode()


def test_deleting_asks_first_and_is_recorded(client, store):
    plan = store("ko")
    assert "cannot be brought back" in client.get(f"/plans/{plan.pk}/delete/").content.decode()
    assert Plan.objects.exists()
    assert client.post(f"/plans/{plan.pk}/delete/").headers["Location"] == "/plans/"
    assert not Plan.objects.exists()
    assert not Original.objects.exists()
    assert Event.objects.last().what == "plan.deleted"


def test_records_are_never_rewritten(client, store):
    from django.db import DatabaseError, transaction

    plan = store()
    client.post(f"/plans/{plan.pk}/delete/")
    for act in (lambda: Event.objects.update(by="nobody"), lambda: Event.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    assert first_broken() is None


# Compiling beside the requests


def waiting(at):
    return interrupted("p.txt", DOCUMENT, at)


def test_progress_is_shown_and_asked_again(client, at):
    plan = waiting(at)
    page = client.get(f"/plans/{plan.pk}/").content.decode()
    assert 'max="7" value="3"' in page
    assert "hx-get" in page
    assert client.get(f"/plans/{plan.pk}/rows/T01/").status_code == 404


def test_when_it_is_done_the_reader_is_led_on(client, store):
    plan = store()
    answer = client.get(f"/plans/{plan.pk}/progress/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == f"/plans/{plan.pk}/"


def test_an_interrupted_job_says_so_and_can_be_tried_again(client, at, compile_at_once):
    plan = waiting(at - timedelta(minutes=2))
    page = client.get(f"/plans/{plan.pk}/").content.decode()
    assert "was interrupted" in page
    assert "every 600ms" not in page
    with compile_at_once(execute=True):
        client.post(f"/plans/{plan.pk}/again/")
    assert Compilation.objects.get(plan=plan).state == "done"


def test_a_job_at_work_is_not_started_twice(at, monkeypatch, django_capture_on_commit_callbacks):
    plan = waiting(at)
    with django_capture_on_commit_callbacks() as callbacks:
        services.compile_again(plan, at=at)
    assert callbacks == []


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(Unreadable("documents.empty", name="p.txt"), "p.txt"), (RuntimeError("x"), "not foreseen")],
)
def test_a_failure_is_shown_as_a_sentence(client, at, monkeypatch, trouble, words):
    plan = waiting(at)

    def fail(*args, **kwargs):
        raise trouble

    monkeypatch.setattr(services, "compile_plan", fail)
    background.run(plan.pk)
    page = client.get(f"/plans/{plan.pk}/").content.decode()
    assert words in page
    assert "Compile again" in page


def test_a_plan_deleted_while_it_waits_is_forgotten(at):
    plan = waiting(at)
    number = plan.pk
    plan.delete()
    background.run(number)
    assert not Plan.objects.exists()


def test_the_stored_ledger_is_the_ledger(store):
    plan = store("ko")
    body = LedgerVersion.objects.get(plan=plan).body
    assert files.load(body) == sample("ko")
    assert json.loads(body)["summary"]["targets"] == 5
