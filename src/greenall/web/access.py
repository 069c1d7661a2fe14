"""Who may do what. Until accounts come there is one rule: the person at this machine, and nobody else.

Every view names its permission with `@permitted(...)`; a view without one is refused, so that forgetting it closes a
door instead of opening it. `local_use` does not trust the bind address alone: it looks at where the request came from,
whom it was addressed to, and refuses what a proxy passed on, because then the sender is unknown.
"""

import ipaddress
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from greenall.web.front import errors

Permission = Callable[[HttpRequest], bool]
View = TypeVar("View", bound=Callable[..., Any])
_PASSED_ON = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP", "HTTP_VIA")


def local_use(request: HttpRequest) -> bool:
    """True for a request that began and ends on this machine."""
    if any(name in request.META for name in _PASSED_ON):
        return False
    try:
        sender = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    mapped = getattr(sender, "ipv4_mapped", None)
    if not (mapped or sender).is_loopback:
        return False
    host = request.get_host().rpartition(":")[0] if request.get_host().count(":") == 1 else request.get_host()
    return host in ("127.0.0.1", "localhost") or host.startswith("[::1]")


def permitted(permission: Permission) -> Callable[[View], View]:
    """Name the permission of a view."""

    def mark(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]
        return view

    return mark


class LocalUse:
    """Ask each view's permission before it runs; a view that names none is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        permission: Permission | None = getattr(view, "permission", None)
        if permission is None or not permission(request):
            return errors.forbidden(request)
        return None


class SizeLimit:
    """Refuse a request larger than the largest document before a byte of it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > settings.REQUEST_LIMIT:
            return errors.too_large(request)
        return self.get_response(request)
