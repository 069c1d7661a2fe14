"""The pages of plans. Each reads the request, asks a service or a selector, and renders."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from greenall.documents.document import Unreadable
from greenall.plans import files
from greenall.plans.ledger import Ledger
from greenall.reports import page as ledger_page
from greenall.reports import word, workbook
from greenall.reports.page import draw
from greenall.reports.page.choice import Choice
from greenall.web.access import local_use, permitted
from greenall.web.components.language import reader
from greenall.web.plans import comparison, examples, selectors, services, words
from greenall.web.plans.addresses import OnSite
from greenall.web.plans.forms import ACCEPTED, CompareForm, UploadForm, WorkbookForm
from greenall.web.plans.models import Compilation, Plan
from greenall.wording import say

PAGE_SIZE = 200
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS: dict[str, tuple[str, Callable[[Ledger, str], str | bytes]]] = {
    "xlsx": (_XLSX, workbook.write),
    "docx": (_DOCX, word.write),
    "html": ("text/html; charset=utf-8", ledger_page.write),
    "json": ("application/json; charset=utf-8", lambda ledger, language: files.dump(ledger)),
}


@permitted(local_use)
@require_GET
def plan_list(request: HttpRequest) -> HttpResponse:
    """All plans with their counts."""
    return render(request, "plans/list.html", {"plans": selectors.plans(), "place": "plans"})


@permitted(local_use)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form for a document, and its taking in."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["document"]
        try:
            plan = services.receive(
                upload.name,
                upload.read(),
                issued=form.cleaned_data["issued"],
                directory=form.cleaned_data["directory"],
                at=timezone.now(),
            )
        except Unreadable as error:
            form.add_error("document", say(error.code, reader(), **error.values))
        else:
            return _go(request, reverse("plan", args=[plan.pk]))
    is_part = bool(request.headers.get("HX-Request")) and request.method == "POST"
    name = "plans/_upload_errors.html" if is_part else "plans/new.html"
    status = 200 if is_part or request.method == "GET" else 422
    return render(request, name, {"form": form, "accepted": ACCEPTED}, status=status)


@permitted(local_use)
@require_POST
def example(request: HttpRequest, name: str) -> HttpResponse:
    """Take in an example plan, or open it when it is already there."""
    wanted = examples.named(name)
    if wanted is None:
        raise Http404(name)
    known = Plan.objects.filter(name=name, compilation__state="done").first()
    if known:
        return redirect("plan", known.pk)
    plan = services.receive(name, wanted.path.read_bytes(), issued=None, directory=wanted.directory, at=timezone.now())
    return redirect("plan", plan.pk)


@permitted(local_use)
@require_GET
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The ledger of a plan; its progress until there is one."""
    found = get_object_or_404(selectors.plans(), pk=pk)
    if found.compilation.state != Compilation.State.DONE:
        return render(request, "plans/progress.html", {"plan": found, **_progress(found)})
    if request.headers.get("HX-Request") and not request.headers.get("HX-History-Restore-Request"):
        scene = _scene(request, found)
        drawn = draw.more_cards(scene) if scene.page > 1 else draw.row_list(scene)
        answer = HttpResponse(drawn)
        if scene.page == 1:
            answer["HX-Push-Url"] = scene.at.chosen(scene.choice)
        return answer
    return _bench(request, found, "rows")


@permitted(local_use)
@require_GET
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the compiling is: asked every moment by the page that waits for it."""
    found = get_object_or_404(Plan.objects.select_related("compilation"), pk=pk)
    if found.compilation.state == Compilation.State.DONE:
        return _go(request, reverse("plan", args=[pk]))
    return render(request, "plans/_progress.html", {"plan": found, **_progress(found)})


@permitted(local_use)
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Compile once more after a failure or a restart."""
    services.compile_again(get_object_or_404(Plan, pk=pk), at=timezone.now())
    return redirect("plan", pk)


@permitted(local_use)
@require_GET
def row(request: HttpRequest, pk: int, row_id: str) -> HttpResponse:
    """The reasons of one row: the panel alone, or the whole page with the panel open."""
    found = _compiled(pk)
    scene = _scene(request, found)
    drawn = draw.panel_of(scene, row_id)
    if not drawn:
        raise Http404(row_id)
    if request.headers.get("HX-Request"):
        return HttpResponse(drawn)
    tab = {"F": "figures", "Q": "findings"}.get(row_id[0], "rows")
    return _bench(request, found, tab, row_id)


@permitted(local_use)
@require_GET
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """The figure account."""
    return _bench(request, _compiled(pk), "figures")


@permitted(local_use)
@require_GET
def findings(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions for the reviewer."""
    return _bench(request, _compiled(pk), "findings")


@permitted(local_use)
@require_GET
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The ledger as a file."""
    if kind not in FORMATS:
        raise Http404(kind)
    found = _compiled(pk)
    content_type, write = FORMATS[kind]
    answer = HttpResponse(write(selectors.ledger(selectors.latest(found)), reader()), content_type=content_type)
    stem = found.name.rpartition(".")[0] or found.name
    answer["Content-Disposition"] = f"attachment; filename=\"ledger.{kind}\"; filename*=UTF-8''{quote(stem)}.{kind}"
    return answer


@permitted(local_use)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a reviewed workbook back, and see what was taken over and what was refused."""
    found = _compiled(pk)
    form = WorkbookForm(request.POST, request.FILES) if request.method == "POST" else WorkbookForm()
    outcome = None
    if request.method == "POST" and form.is_valid():
        applied = services.apply_workbook(found, form.cleaned_data["workbook"].read(), at=timezone.now())
        outcome = words.outcome(applied, reader())
    context = {
        "plan": found,
        "form": form,
        "outcome": outcome,
        "heads": words.heads(reader()),
        "history": words.history(selectors.history(found), reader()),
    }
    return render(request, "plans/review.html", context, status=422 if form.errors else 200)


@permitted(local_use)
@require_GET
def compare(request: HttpRequest) -> HttpResponse:
    """What changed between two plans."""
    form = CompareForm(request.GET or None)
    difference = None
    if form.is_valid():
        difference = comparison.view(form.cleaned_data["old"], form.cleaned_data["new"], reader())
    return render(request, "plans/compare.html", {"form": form, "difference": difference, "place": "compare"})


@permitted(local_use)
@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask before a plan is removed; remove it when the form comes back."""
    found = get_object_or_404(Plan, pk=pk)
    if request.method == "POST":
        services.delete(found, at=timezone.now())
        return redirect("plans")
    return render(request, "plans/delete.html", {"plan": found})


def _compiled(pk: int) -> Plan:
    return get_object_or_404(selectors.plans(), pk=pk, compilation__state=Compilation.State.DONE)


def _scene(request: HttpRequest, found: Plan) -> draw.Scene:
    choice = Choice.read(request.GET)
    number = request.GET.get("page", "1")
    return draw.Scene(
        index=selectors.indexed(selectors.latest(found)),
        language=reader(),
        at=OnSite(found.pk, choice),
        choice=choice,
        home=reverse("plan", args=[found.pk]),
        page_size=PAGE_SIZE,
        page=int(number) if number.isdecimal() and 0 < int(number[:6]) < 100_000 and len(number) < 6 else 1,
    )


def _bench(request: HttpRequest, found: Plan, tab: str, row_id: str = "") -> HttpResponse:
    scene = _scene(request, found)
    if row_id and tab == "rows":
        scene = replace(scene, page=draw.page_of(scene, row_id), from_first=True)
    bench = draw.workbench(scene, tab=tab, shown=(tab,), row=row_id)
    return render(request, "plans/plan.html", {"plan": found, "bench": bench, "formats": list(FORMATS)})


def _progress(found: Plan) -> dict[str, Any]:
    job = found.compilation
    return {
        "job": job,
        "is_at_work": selectors.is_at_work(job, timezone.now()),
        "step": words.step(job.step, reader()),
        "error": say(job.error_code, reader(), **job.error_values) if job.error_code else "",
    }


def _go(request: HttpRequest, address: str) -> HttpResponse:
    """Lead the reader on, also when only a part of the page was asked for."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)
