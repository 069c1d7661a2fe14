"""Every route names its permission; the permission admits this machine only."""

import pytest
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from greenall.web.access import LocalUse, local_use


def routes(patterns=None, before=""):
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, before + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield pytest.param(entry, before + str(entry.pattern), id=before + str(entry.pattern) or "/")


def address(pattern: str) -> str:
    for name, value in {"<int:pk>": "1", "<str:row_id>": "T01", "<str:kind>": "json", "<str:name>": "x.txt"}.items():
        pattern = pattern.replace(name, value)
    return "/" + pattern


@pytest.mark.parametrize(("entry", "pattern"), list(routes()))
def test_every_route_names_its_permission(entry, pattern):
    assert entry.callback.permission is local_use


@pytest.mark.django_db
@pytest.mark.parametrize(("entry", "pattern"), list(routes()))
@pytest.mark.parametrize(
    "stranger",
    [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}, {"REMOTE_ADDR": ""}],
    ids=["another machine", "through a proxy", "unknown sender"],
)
def test_every_route_refuses_a_stranger(entry, pattern, stranger):
    for method in ("get", "post"):
        assert getattr(Client(SERVER_NAME="127.0.0.1", **stranger), method)(address(pattern)).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize(("entry", "pattern"), list(routes()))
def test_every_route_answers_this_machine(entry, pattern):
    answer = Client(SERVER_NAME="127.0.0.1").get(address(pattern))
    assert answer.status_code in (200, 404, 405)


@pytest.mark.parametrize(("sender", "host", "allowed"), [
    ("127.0.0.1", "127.0.0.1:8000", True),
    ("127.0.0.1", "localhost", True),
    ("::1", "[::1]:8000", True),
    ("::ffff:127.0.0.1", "localhost:8000", True),
    ("10.0.0.5", "127.0.0.1:8000", False),
    ("not an address", "localhost", False),
])  # fmt: skip
def test_local_use_looks_at_sender_and_host(sender, host, allowed):
    assert local_use(RequestFactory().get("/", REMOTE_ADDR=sender, HTTP_HOST=host)) is allowed


def test_a_foreign_host_name_is_refused():
    answer = Client().get("/", HTTP_HOST="plans.example")
    assert answer.status_code == 400
    assert "127.0.0.1" in answer.content.decode()


def test_a_view_without_a_permission_is_refused():
    middleware = LocalUse(lambda request: None)
    request = RequestFactory().get("/")
    assert middleware.process_view(request, lambda request: None, (), {}).status_code == 403


@pytest.mark.django_db
def test_pages_forbid_scripts_of_others():
    policy = Client(SERVER_NAME="127.0.0.1").get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.django_db
def test_a_form_without_its_secret_is_refused():
    answer = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1").post("/plans/new/")
    assert answer.status_code == 403
    assert "too old" in answer.content.decode()
