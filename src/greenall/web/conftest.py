"""Lets the examples in these modules' docstrings run: Django wants its settings before a model is imported."""

import tests.django_home  # type: ignore[import-not-found, unused-ignore]  # noqa: F401
