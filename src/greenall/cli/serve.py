"""`greenall serve`: open the site on this machine.

Django is imported here and nowhere else in the command line. One worker process with a few threads serves the pages;
plans given on the command line are compiled before the site opens, and one that is already there is not taken twice.
"""

import ctypes
import hashlib
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path

import click

from greenall.cli import options
from greenall.cli.help import WordedCommand
from greenall.cli.progress import ProgressLine
from greenall.cli.voice import Refused, Voice
from greenall.documents.document import Unreadable

HOST = "127.0.0.1"
PORTS = range(8000, 8100)
THREADS = 4
OPENS_WITHIN = 60  # seconds
PR_SET_PDEATHSIG = 1


@click.command("serve", cls=WordedCommand, help="cli.serve.help")
@click.argument("plans", metavar="FILE...", type=options.PATH, nargs=-1, help="cli.argument.serve_plans")
@click.option("--port", metavar="PORT", type=int, help="cli.option.port")
@options.ui
@click.pass_obj
def serve_site(voice: Voice, plans: tuple[Path, ...], port: int | None) -> None:
    chosen = _port(port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenall.web.settings")
    _prepare()
    if plans:
        for path in plans:
            _take_in(path, "", voice)
    else:
        _take_in_examples(voice)
    _serve(chosen, voice)
    voice.tell("cli.serve.closed")


def _port(wanted: int | None) -> int:
    """The port asked for, or the first free one."""
    for port in [wanted] if wanted is not None else PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except (OSError, OverflowError):
                continue
            return int(probe.getsockname()[1])
    raise Refused("cli.serve.port_taken", port=wanted or PORTS[0])


def _prepare() -> None:
    """Start Django and bring its database up to date."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def _take_in_examples(voice: Voice) -> None:
    """The example plans, when the site holds no plan yet."""
    from greenall.web.plans.examples import EXAMPLES
    from greenall.web.plans.models import Plan

    if Plan.objects.exists():
        return
    for example in EXAMPLES:
        if example.path.is_file():
            _take_in(example.path, example.directory, voice)


def _take_in(path: Path, directory: str, voice: Voice) -> None:
    """Store a plan and wait until it is compiled; say what is wrong with one that cannot be read."""
    from django.utils import timezone

    from greenall.web.plans import services
    from greenall.web.plans.models import Plan

    try:
        data = path.read_bytes()
        known = Plan.objects.filter(sha256=hashlib.sha256(data).hexdigest(), directory=directory)
        if known.filter(compilation__state="done").exists():
            return
        plan = services.receive(path.name, data, issued=None, directory=directory, at=timezone.now())
    except OSError:
        voice.tell("documents.not_found", name=path)
        return
    except Unreadable as error:
        voice.tell(error.code, **error.values)
        return
    voice.tell("cli.serve.reading", name=path.name)
    job = plan.compilation
    with ProgressLine(path.name, voice) as line:
        while job.state in (job.State.WAITING, job.State.RUNNING):
            if job.step:
                line.show(job.step, job.number, job.of)
            time.sleep(0.05)
            job.refresh_from_db()
    if job.state == job.State.FAILED:
        voice.tell(job.error_code, **job.error_values)


def _serve(port: int, voice: Voice) -> None:
    """Serve until Ctrl-C or a signal; the server stops its worker itself."""
    from django.db import connections
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    connections.close_all()
    # The worker is forked at once; until then this thread only sleeps, so that it holds nothing the worker would miss.
    teller = threading.Timer(0.5, _tell_when_open, args=(f"http://{HOST}:{port}/", voice))
    teller.daemon = True
    teller.start()
    server = Server(
        "greenall.web.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    )
    server.on_startup(_tie_the_worker)
    server.serve()


def _tie_the_worker() -> None:
    """See that the worker ends when, and only when, this process ends it.

    Ctrl-C is sent to every process of the terminal's group; a worker that gets it beside our own word waits until it
    is killed, so it gets a group of its own. When this process is killed outright, the kernel ends the worker.
    """

    def in_worker() -> None:
        os.setpgrp()
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)

    os.register_at_fork(after_in_child=in_worker)
    signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))  # the terminal was closed


def _tell_when_open(address: str, voice: Voice) -> None:
    """Say the address as soon as the site answers there."""
    import urllib.request

    until = time.monotonic() + OPENS_WITHIN
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{address}health/", timeout=5):
                break
        except OSError:
            time.sleep(0.1)
    print(voice("cli.serve.open", address=address), flush=True)
    voice.tell("cli.serve.local_only")
