"""`python -m greenall.cli` is `greenall`."""

from greenall.cli import main

main()
