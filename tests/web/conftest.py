"""Plans in the database without a compiler: the invented ledgers of tests/sample.py."""

import tests.django_home  # noqa: F401, I001 - first: models need the settings

import pytest
from django.test import Client
from django.utils import timezone

from greenall.web.plans import background, selectors
from tests import stored
from tests.sample import sample


@pytest.fixture
def client():
    """A browser on this machine."""
    return Client(SERVER_NAME="127.0.0.1")


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def store(db, at):
    """Store a compiled plan in a language."""
    selectors._indexed.cache_clear()  # numbers of rolled back versions come again

    def store_one(language="zh", ledger=None):
        return stored.store(ledger or sample(language), at)

    return store_one


@pytest.fixture
def compile_at_once(monkeypatch, django_capture_on_commit_callbacks):
    """Compile in the request itself instead of beside it."""
    monkeypatch.setattr(background, "start", background.run)
    return django_capture_on_commit_callbacks
