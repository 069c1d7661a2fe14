"""The writers of plans: take in, compile, apply a review, delete. Each change and its event in one transaction."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from greenall import documents
from greenall.documents.document import Unreadable
from greenall.plans import files
from greenall.plans.compile import compile_plan
from greenall.plans.ledger import Ledger, summarise
from greenall.plans.review import Refusal, RowChange, apply_edits
from greenall.reports import workbook
from greenall.web.plans import background, duties, selectors
from greenall.web.plans.models import Compilation, LedgerVersion, Original, Plan
from greenall.web.records import services as records


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a workbook: rows changed, and what was refused with its cell."""

    changes: tuple[RowChange, ...]
    refusals: tuple[Refusal, ...]
    version: int


def receive(name: str, data: bytes, *, issued: date | None, directory: str, at: datetime) -> Plan:
    """Store a document and have it compiled in the background. Raises Unreadable with what to do about it."""
    document = documents.read_bytes(name, data)
    with transaction.atomic():
        plan = Plan.objects.create(
            name=name[:255],
            kind=document.kind.value,
            sha256=document.sha256,
            size=len(data),
            issued=issued,
            directory=directory,
            received_at=at,
        )
        Original.objects.create(plan=plan, data=data)
        Compilation.objects.create(plan=plan, beat_at=at)
        records.append("plan.received", subject(plan), at=at, details={"name": plan.name, "sha256": plan.sha256})
        transaction.on_commit(lambda: background.start(plan.pk))
    return plan


def compile_again(plan: Plan, *, at: datetime) -> None:
    """Start the compiling anew after it failed or was interrupted. Does nothing while one is at work."""
    with transaction.atomic():
        job = Compilation.objects.select_for_update().get(plan=plan)
        if job.state == Compilation.State.DONE or (selectors.is_at_work(job, at) and job.state != "failed"):
            return
        job.state, job.step, job.number, job.of = Compilation.State.WAITING, "", 0, 0
        job.error_code, job.error_values, job.beat_at = "", {}, at
        job.save()
        transaction.on_commit(lambda: background.start(plan.pk))


def compile_now(plan: Plan, progress: background.Progress, at: datetime) -> None:
    """Compile a plan and store its first version. Raises Unreadable."""
    data = bytes(Original.objects.get(plan=plan).data)
    document = documents.read_bytes(plan.name, data)
    ledger = compile_plan(document, issued=plan.issued, directory=duties.chosen(plan.directory), progress=progress)
    with transaction.atomic():
        job = Compilation.objects.select_for_update().get(plan=plan)
        if job.state == Compilation.State.DONE:
            return
        store(plan, ledger, "compiled", at)
        plan.title, plan.language = ledger.source.title[:500], ledger.source.language
        plan.save(update_fields=["title", "language"])
        job.state, job.beat_at = Compilation.State.DONE, at
        job.save()
        records.append("plan.compiled", subject(plan), at=at, details={"rows": len(ledger.targets + ledger.measures)})


def fail(plan_id: int, code: str, values: Mapping[str, object], at: datetime) -> None:
    """Say why a plan could not be compiled."""
    words = {key: str(value) for key, value in values.items()}
    Compilation.objects.filter(plan_id=plan_id).update(
        state=Compilation.State.FAILED, error_code=code, error_values=words, beat_at=at
    )


def store(plan: Plan, ledger: Ledger, cause: str, at: datetime) -> LedgerVersion:
    """Add a version of the ledger, with the counts that lists show."""
    last = LedgerVersion.objects.filter(plan=plan).order_by("-number").first()
    counts = asdict(summarise(ledger))
    counts.pop("classes")
    counts.pop("repeats")
    return LedgerVersion.objects.create(
        plan=plan, number=last.number + 1 if last else 1, body=files.dump(ledger), made_at=at, cause=cause, **counts
    )


def apply_workbook(plan: Plan, data: bytes, *, at: datetime) -> Outcome:
    """Take over what a reviewer wrote in a workbook. What cannot be taken over is refused cell by cell.

    Applying the same workbook again changes nothing: its edits are already in the ledger.
    """
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan.pk)
        version = selectors.latest(plan)
        ledger = selectors.ledger(version)
        read = workbook.read_edits(data, ledger)
        applied = apply_edits(ledger, read.edits)
        if applied.changes:
            version = store(plan, applied.ledger, "reviewed", at)
            rows = [change.row for change in applied.changes]
            details = {"version": version.number, "rows": rows[:500], "refused": len(read.refusals + applied.refusals)}
            records.append("review.applied", subject(plan), at=at, details=details)
    return Outcome(applied.changes, read.refusals + applied.refusals, version.number)


def delete(plan: Plan, *, at: datetime) -> None:
    """Remove a plan with its file and ledgers. That it was here stays in the records."""
    with transaction.atomic():
        records.append("plan.deleted", subject(plan), at=at, details={"name": plan.name, "sha256": plan.sha256})
        plan.delete()


def subject(plan: Plan) -> str:
    """The plan's name in the records."""
    return f"plan:{plan.pk}"


__all__ = ["Outcome", "Unreadable", "apply_workbook", "compile_again", "compile_now", "delete", "fail", "receive"]
