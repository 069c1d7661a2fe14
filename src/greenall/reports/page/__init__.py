"""The ledger as one page: text left with its marks, rows right, and why each row says what it says.

`write` gives a self-contained file that needs no network and no server; the site draws the same parts through `draw`.
"""

from greenall.plans.ledger import Ledger
from greenall.reports.page import draw
from greenall.reports.page.index import index


def write(ledger: Ledger, language: str) -> str:
    """The ledger as one HTML file in the reader's language. The same ledger gives the same file, byte for byte."""
    return draw.file(draw.Scene(index(ledger), language))
