"""Where the links of a ledger lead on the site: every row, filter and tab is an address."""

from dataclasses import dataclass

from django.urls import reverse

from greenall.reports.page.choice import Choice


@dataclass(frozen=True, slots=True)
class OnSite:
    """Addresses of one plan's pages; the choice of rows is kept while rows are opened."""

    plan: int
    choice: Choice
    is_live: bool = True

    def row(self, row_id: str) -> str:
        return reverse("plan-row", args=[self.plan, row_id])

    def chosen(self, choice: Choice) -> str:
        return _with(reverse("plan", args=[self.plan]), choice.query())

    def tab(self, name: str) -> str:
        if name == "text":
            return "#text"
        names = {"rows": "plan", "figures": "plan-figures", "findings": "plan-findings"}
        return reverse(names[name], args=[self.plan])

    def more(self, page: int) -> str:
        query = self.choice.query()
        return _with(reverse("plan", args=[self.plan]), f"{query}&page={page}" if query else f"page={page}")


def _with(address: str, query: str) -> str:
    return f"{address}?{query}" if query else address
