"""Plans in the database without a compiler: the invented ledgers of tests/sample.py."""

from datetime import datetime

from greenall.plans.ledger import Ledger
from greenall.web.plans import services
from greenall.web.plans.models import Compilation, Original, Plan


def store(ledger: Ledger, at: datetime) -> Plan:
    """A plan that was taken in and compiled to this ledger."""
    plan = Plan.objects.create(
        name=ledger.source.name,
        kind="text",
        sha256=ledger.source.sha256,
        size=len(ledger.text.encode()),
        title=ledger.source.title,
        language=ledger.source.language,
        received_at=at,
    )
    Original.objects.create(plan=plan, data=ledger.text.encode())
    Compilation.objects.create(plan=plan, state="done", beat_at=at)
    services.store(plan, ledger, "compiled", at)
    return plan


def interrupted(name: str, data: bytes, at: datetime, state: str = "running") -> Plan:
    """A plan whose compiling began at an instant and said nothing since."""
    plan = Plan.objects.create(name=name, kind="text", sha256="0" * 64, size=len(data), received_at=at)
    Original.objects.create(plan=plan, data=data)
    Compilation.objects.create(plan=plan, state=state, beat_at=at, step="targets", number=3, of=7)
    return plan
