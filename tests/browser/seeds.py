"""Fill the home folder of a site under test: run in a process of its own, prints what it stored as JSON."""

import tests.django_home  # noqa: F401, I001 - first: models need the settings

import json
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from tests.sample import sample
from tests.stored import interrupted, store

PLAN = "（一）能源。到2027年底，全市可再生能源装机占比达到45％以上。推进老旧机组改造。\n"


def fill() -> dict[str, int]:
    """A compiled plan in each language, an interrupted one for looking at, one for trying again, one that failed."""
    call_command("migrate", verbosity=0)
    now = timezone.now()
    numbers = {language: store(sample(language), now).pk for language in ("zh", "ko", "en")}
    for name in ("stale", "retried"):
        numbers[name] = interrupted(f"{name}.txt", PLAN.encode(), now - timedelta(minutes=5)).pk
    numbers["failed"] = interrupted("to-delete.txt", PLAN.encode(), now, "failed").pk
    return numbers


if __name__ == "__main__":
    print(json.dumps(fill()))
