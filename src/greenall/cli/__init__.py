"""The command line: `greenall compile plan.docx`.

A door: it reads arguments, asks the rooms below and tells what came of it, in the reader's language. Results go to
standard output, everything else to standard error. Exit codes: 0 done, 2 something given could not be used (said in
a sentence), 130 stopped by the reader.
"""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> None:
    """Run `greenall` and end the process with its exit code."""
    from greenall.cli.app import run

    sys.exit(run(sys.argv[1:] if argv is None else argv))
