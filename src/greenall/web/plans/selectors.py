"""What pages read, each in a fixed number of queries."""

from datetime import datetime, timedelta
from functools import lru_cache

from django.db.models import OuterRef, QuerySet, Subquery

from greenall.plans import files
from greenall.plans.ledger import Ledger
from greenall.reports.page.index import Index, index
from greenall.web.plans.models import Compilation, LedgerVersion, Plan
from greenall.web.records.models import Event

SILENT_AFTER = timedelta(seconds=20)
COUNTS = ("targets", "by_words", "measures", "without_deadline", "figures", "explained", "findings")


def plans() -> QuerySet[Plan]:
    """All plans, newest first, with the counts of their latest ledger and the state of their compiling."""
    newest = LedgerVersion.objects.filter(plan=OuterRef("pk")).order_by("-number")
    counts = {f"latest_{name}": Subquery(newest.values(name)[:1]) for name in COUNTS}
    return Plan.objects.select_related("compilation").annotate(**counts)


def latest(plan: Plan) -> LedgerVersion:
    """The newest version of a plan's ledger, without its body."""
    return LedgerVersion.objects.filter(plan=plan).defer("body").order_by("-number").select_related("plan")[0]


def ledger(version: LedgerVersion) -> Ledger:
    """A ledger as a value."""
    return indexed(version).ledger


def indexed(version: LedgerVersion) -> Index:
    """A ledger with its look-ups. Versions never change, so a few are kept in memory."""
    return _indexed(version.pk, version.plan.sha256)


@lru_cache(maxsize=4)
def _indexed(version_id: int, _sha256: str) -> Index:
    return index(files.load(LedgerVersion.objects.values_list("body", flat=True).get(pk=version_id)))


def is_at_work(job: Compilation, now: datetime) -> bool:
    """True while somebody compiles or waits in line; False when the sign of life is too old."""
    is_open = job.state in (Compilation.State.WAITING, Compilation.State.RUNNING)
    return is_open and now - job.beat_at < SILENT_AFTER


def history(plan: Plan) -> QuerySet[Event]:
    """What happened to a plan, newest first."""
    return Event.objects.filter(subject=f"plan:{plan.pk}").order_by("-id")
