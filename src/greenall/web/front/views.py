"""The first page and the pages about the site itself."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from greenall import __version__
from greenall.reports.page.marks import Kind
from greenall.web.access import local_use, permitted
from greenall.web.components.language import reader
from greenall.web.front import samples
from greenall.web.plans import examples, selectors
from greenall.web.plans.forms import ACCEPTED, UploadForm
from greenall.wording import say

COLOURS = (
    *("paper", "surface", "surface-2", "line", "line-2", "ink-2", "ink"),
    *("accent", "accent-soft", "warn", "warn-soft", "danger", "danger-soft"),
)


@permitted(local_use)
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Two doors, and the latest plans for those who come back."""
    context = {
        "form": UploadForm(),
        "accepted": ACCEPTED,
        "examples": examples.offered(reader()),
        "plans": selectors.plans()[:5],
    }
    return render(request, "front/front.html", context)


@permitted(local_use)
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and go back to the same page."""
    return set_language(request)


@permitted(local_use)
@require_GET
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every token and component with its states."""
    context = {
        "form": UploadForm(),
        "accepted": ACCEPTED,
        "colours": COLOURS,
        "sizes": ("xxl", "xl", "l", "dense", "small"),
        "lights": ("ahead", "on_schedule", "behind", "missed", "caught_up", "unknown"),
        "marks": [(kind.value, say(f"web.legend.{kind.value}", reader())) for kind in Kind],
        "cards": samples.cards(reader()),
    }
    return render(request, "front/styleguide.html", context)


@permitted(local_use)
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Says that the site answers and its database too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "version": __version__})
