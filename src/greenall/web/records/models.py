# mypy: disable-error-code="var-annotated"
"""Events: who did what to which thing, when. Rows are added, never changed or removed; the database refuses both."""

from django.db import models


class Event(models.Model):
    """One act. `hash` covers this event and the hash of the one before it, so that a gap or a change shows."""

    at = models.DateTimeField()
    by = models.CharField(max_length=200)  # "local" until accounts come
    what = models.CharField(max_length=60)  # plan.received, review.applied, ...
    subject = models.CharField(max_length=60, db_index=True)  # plan:12
    details = models.JSONField(default=dict)
    before = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.what} {self.subject}"
