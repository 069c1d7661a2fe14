"""One line on a terminal that says which step is running."""

import sys

from greenall.cli.voice import Voice


class ProgressLine:
    """Rewrites its line for each step, and takes it away at the end; silent where standard error is no terminal."""

    def __init__(self, name: str, voice: Voice) -> None:
        self._name = name
        self._voice = voice
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> "ProgressLine":
        return self

    def show(self, step: str, number: int, of: int) -> None:
        if self._shown:
            doing = self._voice(f"cli.step.{step}")
            sentence = self._voice("cli.compile.step", name=self._name, step=doing, number=number, of=of)
            print(f"\r\x1b[K{sentence}", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
