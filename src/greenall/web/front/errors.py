"""Pages for what went wrong: what it was and what to do, in the reader's language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its secret: usually a page that was open for very long."""
    return _page(request, 403, "csrf")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404)


def too_large(request: HttpRequest) -> HttpResponse:
    return _page(request, 413)


def broken(request: HttpRequest) -> HttpResponse:
    return _page(request, 500)


def _page(request: HttpRequest, status: int, name: str = "") -> HttpResponse:
    key = name or str(status)
    context = {"status": status, "title": f"web.error.{key}_title", "help": f"web.error.{key}_help"}
    return render(request, "front/error.html", context, status=status)
