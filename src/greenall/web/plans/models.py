# mypy: disable-error-code="var-annotated"
"""What is stored about a plan: the file as it came, how far its compiling is, and every version of its ledger."""

from typing import TYPE_CHECKING

from django.db import models


class Plan(models.Model):
    """A document that somebody gave to the site."""

    if TYPE_CHECKING:
        compilation: "Compilation"

    name = models.CharField(max_length=255)  # of the file
    kind = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    issued = models.DateField(null=True, blank=True)  # given by the person, else read from the text
    directory = models.CharField(max_length=100, blank=True)  # id of the duty directory
    title = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=2, blank=True)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["-received_at", "-id"]

    def __str__(self) -> str:
        return self.title or self.name


class Original(models.Model):
    """The file byte for byte, apart from the plan so that lists never load it."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="original")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.plan}"


class Compilation(models.Model):
    """How far the compiling of a plan is. `beat_at` shows that somebody is still at work on it."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="compilation")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    step = models.CharField(max_length=60, blank=True)
    number = models.PositiveSmallIntegerField(default=0)
    of = models.PositiveSmallIntegerField(default=0)
    beat_at = models.DateTimeField()
    error_code = models.CharField(max_length=100, blank=True)
    error_values = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "running", "done", "failed"]), name="compilation_state_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.state}"


class LedgerVersion(models.Model):
    """A ledger as it was compiled, or as a review left it. Versions are added, never changed."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    body = models.TextField()  # ledger.json
    made_at = models.DateTimeField()
    cause = models.CharField(max_length=20)  # compiled | reviewed
    articles = models.PositiveIntegerField()
    targets = models.PositiveIntegerField()
    by_words = models.PositiveIntegerField()
    measures = models.PositiveIntegerField()
    without_deadline = models.PositiveIntegerField()
    figures = models.PositiveIntegerField()
    explained = models.PositiveIntegerField()
    findings = models.PositiveIntegerField()

    class Meta:
        ordering = ["plan_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="ledger_version_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="ledger_version_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.plan} v{self.number}"
