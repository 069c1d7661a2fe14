"""Compile beside the requests: one thread at a time, its progress in the database, a heartbeat while it lives.

A restart kills the thread; the heartbeat stops, and the page says so and offers to try again (`selectors.is_at_work`).
"""

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections, connections
from django.utils import timezone

from greenall.documents.document import Unreadable
from greenall.web.plans.models import Compilation, Plan

Progress = Callable[[str, int, int], None]
BEAT = 3.0  # seconds between two signs of life
_one_at_a_time = threading.Semaphore(1)
_log = logging.getLogger(__name__)


def start(plan_id: int) -> None:
    """Compile a plan in a thread of its own."""
    threading.Thread(target=run, args=(plan_id,), name=f"compile-{plan_id}", daemon=True).start()


def run(plan_id: int) -> None:
    """Compile a plan now; whatever happens ends in a state that the page can show."""
    finished = threading.Event()
    heart = threading.Thread(target=_beat, args=(plan_id, finished), daemon=True)
    heart.start()
    try:
        with _one_at_a_time:
            _compile(plan_id)
    finally:
        finished.set()
        heart.join()
        if threading.current_thread() is not threading.main_thread():
            connections.close_all()


def _compile(plan_id: int) -> None:
    from greenall.web.plans import services

    def progress(step: str, number: int, of: int) -> None:
        Compilation.objects.filter(plan_id=plan_id).update(
            state=Compilation.State.RUNNING, step=step[:60], number=number, of=of, beat_at=timezone.now()
        )

    try:
        plan = Plan.objects.get(pk=plan_id)
        progress("", 0, 0)
        services.compile_now(plan, progress, timezone.now())
    except Plan.DoesNotExist:
        return  # deleted while it waited
    except Unreadable as error:
        services.fail(plan_id, error.code, error.values, timezone.now())
    except Exception:
        _log.exception("plan %s could not be compiled", plan_id)
        services.fail(plan_id, "web.progress.unexpected", {}, timezone.now())


def _beat(plan_id: int, finished: threading.Event) -> None:
    while not finished.wait(BEAT):
        close_old_connections()
        Compilation.objects.filter(plan_id=plan_id, state__in=["waiting", "running"]).update(beat_at=timezone.now())
    connections.close_all()
