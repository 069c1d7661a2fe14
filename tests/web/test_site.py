"""Languages, error pages, health, and that no word is missing."""

import re

import pytest
from django.conf import settings
from django.utils import formats, translation

from greenall.web import home
from greenall.web.front import errors

LANGUAGES = {"ko": "계획", "zh-hans": "方案", "en": "Plans"}
PAGES = ("/", "/plans/", "/plans/new/", "/plans/compare/", "/styleguide/")

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_speak_the_readers_language(client, address, code):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = code
    content = client.get(address).content.decode()
    assert LANGUAGES[code] in content
    assert not re.search(r">\s*web\.\w+", content)


def test_the_language_switch_keeps_the_page(client):
    answer = client.post("/language/", {"language": "zh-hans", "next": "/plans/?a=1"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/plans/?a=1"
    assert "没有方案" in client.get("/plans/").content.decode()


def test_the_language_switch_does_not_lead_away(client):
    answer = client.post("/language/", {"language": "ko", "next": "https://elsewhere.example/"})
    assert "elsewhere" not in answer.headers["Location"]


@pytest.mark.parametrize(("code", "number", "day"), [
    ("ko", "1,234,567.5", "2025. 12. 31."),
    ("zh-hans", "1,234,567.5", "2025年12月31日"),
    ("en", "1,234,567.5", "31 Dec 2025"),
])  # fmt: skip
def test_numbers_and_days_are_written_as_the_reader_writes_them(code, number, day):
    from datetime import date

    with translation.override(code):
        assert formats.localize(1234567.5) == number
        assert formats.date_format(date(2025, 12, 31), "SHORT_DATE_FORMAT") == day


@pytest.mark.parametrize("code", LANGUAGES)
def test_error_pages_say_what_to_do(rf, code):
    with translation.override(code):
        for view, status in ((errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404),
                             (errors.too_large, 413), (errors.broken, 500)):  # fmt: skip
            request = rf.get("/")
            request.LANGUAGE_CODE = code
            answer = view(request)
            assert answer.status_code == status
            assert "<h1>" in answer.content.decode()


def test_an_unknown_address_is_a_page(client):
    answer = client.get("/nothing-here/")
    assert answer.status_code == 404
    assert "deleted" in answer.content.decode()


def test_a_fault_of_ours_is_a_page(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("greenall.web.plans.selectors.plans", lambda: 1 / 0)
    answer = client.get("/plans/")
    assert answer.status_code == 500
    assert "Nothing you gave was lost" in answer.content.decode()


def test_health_says_ok(client):
    assert client.get("/health/").json()["status"] == "ok"


def test_the_secret_key_is_made_once_and_kept_from_others(tmp_path, monkeypatch):
    monkeypatch.setenv("GREENALL_HOME", str(tmp_path))
    monkeypatch.delenv("GREENALL_SECRET_KEY", raising=False)
    key = home.secret_key()
    assert len(key) > 50
    assert home.secret_key() == key
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_the_database_may_be_postgresql():
    assert home.database("postgresql://u:p@db:5432/plans")["ENGINE"].endswith("postgresql")
    with pytest.raises(ValueError):
        home.database("mysql://u@db/plans")
