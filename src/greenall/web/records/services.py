"""The one writer of events."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from greenall.web.records.models import Event

LOCAL = "local"


def append(
    what: str, subject: str, *, at: datetime, by: str = LOCAL, details: Mapping[str, object] | None = None
) -> Event:
    """Add an event. Called inside the transaction of the change it tells about."""
    with transaction.atomic():
        last = Event.objects.select_for_update().order_by("-id").first()
        before = last.hash if last else ""
        event = Event(at=at, by=by, what=what, subject=subject, details=dict(details or {}), before=before)
        event.hash = digest(event)
        event.save(force_insert=True)
    return event


def digest(event: Event) -> str:
    """The hash of an event and of everything before it."""
    content = [event.before, event.at.isoformat(), event.by, event.what, event.subject, event.details]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def first_broken() -> Event | None:
    """The first event that does not fit the one before it; None when the chain is whole."""
    before = ""
    for event in Event.objects.order_by("id").iterator():
        if event.before != before or event.hash != digest(event):
            return event
        before = event.hash
    return None
