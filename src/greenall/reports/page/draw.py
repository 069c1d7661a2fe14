"""Draw a ledger as markup: the whole bench with text and rows, or one part of it for a page that changes a part.

Templates stand in `templates/` and escape everything; what they show is prepared in `rows`, `reasons` and here.
"""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from greenall import __version__
from greenall.plans.ledger import Ledger, Measure, Target, summarise
from greenall.reports import labels
from greenall.reports.page import rows, source
from greenall.reports.page.addresses import Addresses, InFile
from greenall.reports.page.choice import KINDS, STATES, Choice, choose, findings_by_row, kind_tokens, state_tokens
from greenall.reports.page.index import Index
from greenall.reports.page.marks import UNEXPLAINED, Kind
from greenall.reports.page.quotes import Quote, quote
from greenall.reports.page.reasons import panel, question
from greenall.wording import NoWording, say

ASSETS = Path(__file__).parents[1] / "assets"
LANG = {"ko": "ko", "zh": "zh-Hans", "en": "en"}
TABS = ("rows", "figures", "findings")
IN_FILE = InFile()
ALL = Choice()


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the head, and the rows it leads to."""

    number: str
    words: str
    address: str
    tab: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a filter."""

    value: str
    words: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class GroupName:
    """Head of a group of rows."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of the figure account."""

    id: str
    text: str
    name: str
    context: str
    article: str
    target: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """One question for the reviewer."""

    id: str
    words: str
    quote: Quote
    article: str
    row: str
    row_title: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn: a ledger in a reader's language, with a choice, at some addresses."""

    index: Index
    language: str
    at: Addresses = IN_FILE
    choice: Choice = ALL
    home: str = "#"
    page_size: int = 0  # 0: all rows at once
    page: int = 1
    from_first: bool = False  # all pages up to this one

    @property
    def ledger(self) -> Ledger:
        return self.index.ledger


def workbench(scene: Scene, tab: str = "rows", shown: tuple[str, ...] = TABS, row: str = "") -> Markup:
    """The whole ledger: head, text, and the tabs of the right side that are `shown`."""
    ledger, language = scene.ledger, scene.language
    summary = summarise(ledger)
    counts = {"rows": len(ledger.targets) + len(ledger.measures), "figures": len(ledger.figures)}
    counts["findings"] = len(ledger.findings)
    values: dict[str, Any] = {
        "tab": tab,
        "shown": shown,
        "tabs": [(name, _grouped(counts[name])) for name in TABS],
        "kinds": tuple(kind.value for kind in Kind),
        "source": source.draw(ledger),
        "title": plan_title(ledger, language),
        "meta": list(_meta(ledger, language)),
        "notices": [say(code, language, **dict(given)) for code, given in ledger.source.notices],
        "counts": list(_counts(scene)),
        "panel": panel(scene.index, row, language) if row else None,
        "count_pattern": say("web.list.count", language, shown="{shown}", of="{of}"),
    }
    if "rows" in shown:
        values |= {"selects": list(_selects(scene)), **_list(scene)}
    if "figures" in shown:
        values |= _account(scene, summary.explained, summary.figures)
    if "findings" in shown:
        values |= _findings(scene)
    return _render("workbench.html", scene, values)


def row_list(scene: Scene) -> Markup:
    """The list of chosen rows with its head."""
    return _render("list.html", scene, _list(scene))


def more_cards(scene: Scene) -> Markup:
    """The cards of one further page, with the link to the next."""
    return _render("cards.html", scene, _list(scene))


def page_of(scene: Scene, row: str) -> int:
    """The page of the list on which a row stands; the first when it does not answer to the choice."""
    ids = [chosen.id for chosen in _chosen(scene)]
    return ids.index(row) // scene.page_size + 1 if row in ids and scene.page_size else 1


def panel_of(scene: Scene, row: str) -> Markup:
    """The panel of one row; empty when there is no such row."""
    found = panel(scene.index, row, scene.language)
    return _render("panel.html", scene, {"panel": found}) if found else Markup()


def file(scene: Scene) -> str:
    """One self-contained page: styles, script and every panel inside, nothing fetched."""
    ledger, language = scene.ledger, scene.language
    style = asset("tokens.css") + asset("ledger.css")
    script = asset("ledger.js")
    panels = {row: str(panel_of(scene, row)) for row in scene.index.rows}
    bench = workbench(scene)
    values: dict[str, Any] = {
        "bench": bench,
        "title": plan_title(ledger, language),
        "page_lang": LANG[language],
        "style": Markup(style),
        "script": Markup(script),
        "style_hash": Markup(_csp_hash(style)),
        "script_hash": Markup(_csp_hash(script)),
        "panels": Markup(_json(panels)),
        "version": ledger.version or __version__,
        "sha256": ledger.source.sha256,
    }
    return str(_render("page.html", scene, values)) + "\n"


@cache
def asset(name: str) -> str:
    """A style or script of the ledger, as it is served and inlined."""
    return (ASSETS / name).read_text(encoding="utf-8")


def plan_title(ledger: Ledger, language: str) -> str:
    """The title of the plan, or a name for one without."""
    return ledger.source.title or ledger.source.name or say("web.page.untitled", language)


def _meta(ledger: Ledger, language: str) -> Iterator[tuple[str, str]]:
    origin = ledger.source
    yield labels.label("document", "file", language), origin.name
    issued = labels.render_date(origin.issued, language) if origin.issued else ""
    yield labels.label("document", "issued", language), issued or labels.label("document", "issued_unknown", language)
    yield (
        labels.label("document", "language", language),
        labels.label("document", f"language_{origin.language}", language),
    )
    yield labels.label("document", "version", language), f"GreenAll {ledger.version}"


def _counts(scene: Scene) -> Iterator[Count]:
    summary = summarise(scene.ledger)
    language = scene.language
    at = scene.at

    def count(number: int, key: str, choice: Choice, is_open: bool = False) -> Count:
        words = say(f"web.count.{key}", language, count=number)
        return Count(_grouped(number), words, at.chosen(choice), "", is_open)

    yield count(summary.targets, "targets", Choice(kind="figure"))
    if summary.by_words:
        yield count(summary.by_words, "by_words", Choice(kind="words"))
    yield count(summary.measures, "measures", Choice(kind="measure"))
    missing = summary.without_deadline
    yield count(missing, "without_deadline", Choice(kind="target", state="no_deadline"), missing > 0)
    yield Count(
        f"{summary.explained}/{summary.figures}",
        say("web.count.figures", language),
        at.tab("figures"),
        "figures",
        summary.explained < summary.figures,
    )
    words = say("web.count.findings", language, count=summary.findings)
    yield Count(_grouped(summary.findings), words, at.tab("findings"), "findings", False)


def _selects(scene: Scene) -> Iterator[tuple[str, list[Option]]]:
    """The filters, each with how many rows every entry has."""
    ledger, language, choice = scene.ledger, scene.language, scene.choice
    listed: tuple[Target | Measure, ...] = (*ledger.targets, *ledger.measures)
    codes = findings_by_row(ledger)
    by_article = _tally(row.article or "lead" for row in listed)
    by_kind = _tally(token for row in listed for token in kind_tokens(row))
    by_state = _tally(token for row in listed for token in state_tokens(row))
    by_code = _tally(code for row in listed for code in dict.fromkeys(codes.get(row.id, ())))
    names = {article.number or "lead": article.title for article in ledger.articles}

    def options(tally: Mapping[str, int], order: list[str], words: Any, chosen: str) -> list[Option]:
        return [Option(value, words(value), tally[value], value == chosen) for value in order if value in tally]

    def article_words(number: str) -> str:
        name = labels.render_article("" if number == "lead" else number, language)
        title = names.get(number, "")
        return f"{name} {title[:24]}".strip()

    order = list(dict.fromkeys([*names, *by_article]))
    yield "article", options(by_article, order, article_words, choice.article)
    yield "kind", options(by_kind, list(KINDS), partial(_word, "kind", language), choice.kind)
    yield "state", options(by_state, list(STATES), partial(_state_word, language), choice.state)
    yield "finding", options(by_code, sorted(by_code), partial(code_words, language), choice.finding)


def code_words(language: str, code: str) -> str:
    """A kind of finding in two or three words."""
    return _word("finding", language, code.rpartition(".")[2])


def _word(room: str, language: str, key: str) -> str:
    try:
        return say(f"web.{room}.{key}", language)
    except NoWording:
        return key.replace("_", " ")


def _state_word(language: str, key: str) -> str:
    if key in ("extracted", "accepted", "corrected", "rejected"):
        return labels.label("review_state", key, language)
    return _word("state", language, key)


def _tally(tokens: Iterator[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    return counts


def _list(scene: Scene) -> dict[str, Any]:
    ledger, language = scene.ledger, scene.language
    chosen = _chosen(scene)
    of = len(ledger.targets) + len(ledger.measures)
    end = scene.page * scene.page_size or len(chosen)
    start = 0 if scene.from_first else end - scene.page_size if scene.page_size else 0
    groups = [
        (article, _group_name(ledger, article, language), rows.views(scene.index, tuple(found), language))
        for article, found in groupby(chosen[start:end], key=_article_of)
    ]
    return {
        "groups": groups,
        "next_page": scene.page + 1 if end < len(chosen) else 0,
        "shown_words": say("web.list.count", language, shown=len(chosen), of=of),
        "nothing": say("web.list.nothing" if of else "web.list.none_at_all", language),
        "no_choice": ALL,
    }


def _chosen(scene: Scene) -> tuple[Target | Measure, ...]:
    words = rows.searchable(scene.index, scene.language) if scene.choice.text else None
    return choose(scene.ledger, scene.choice, words)


def _article_of(row: Target | Measure) -> str:
    return row.article


def _group_name(ledger: Ledger, number: str, language: str) -> GroupName:
    title = next((article.title for article in ledger.articles if article.number == number), "")
    return GroupName(labels.render_article(number, language), title)


def _account(scene: Scene, explained: int, figures: int) -> dict[str, Any]:
    ledger, language = scene.ledger, scene.language
    lines = [
        AccountLine(
            figure.id,
            figure.text,
            labels.label("figure_class", figure.figure_class, language),
            quote(ledger.text, figure.span).line,
            labels.render_article(figure.article, language),
            figure.target,
            figure.figure_class == UNEXPLAINED,
        )
        for figure in ledger.figures
    ]
    tally = _tally(figure.figure_class for figure in ledger.figures)
    by_count = sorted(tally, key=lambda name: (name != UNEXPLAINED, -tally[name], name))
    return {
        "account": lines,
        "account_words": say("web.account.explained", language, explained=explained, figures=figures),
        "classes": [
            (labels.label("figure_class", name, language), tally[name], name == UNEXPLAINED) for name in by_count
        ],
        "nothing_figures": labels.label("empty", "figures", language),
    }


def _findings(scene: Scene) -> dict[str, Any]:
    ledger, language = scene.ledger, scene.language
    views = []
    for finding in ledger.findings:
        row = scene.index.listed(finding.row)
        views.append(
            FindingView(
                finding.id,
                question(finding, language),
                quote(ledger.text, finding.span),
                labels.render_article(finding.article, language),
                finding.row,
                rows.title(row, ledger.source.language) if row else "",
            )
        )
    return {
        "findings": views,
        "findings_words": say("web.count.findings_shown", language, count=len(views)),
        "nothing_findings": labels.label("empty", "findings", language),
    }


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _render(name: str, scene: Scene, values: dict[str, Any]) -> Markup:
    language = scene.language

    def t(code: str, **given: object) -> str:
        return say(f"web.{code}", language, **given)

    def questions(number: int) -> str:
        return say("web.row.questions", language, count=number)

    shared: dict[str, Any] = {
        "t": t,
        "questions": questions,
        "column": partial(_column, language),
        "at": scene.at,
        "choice": scene.choice,
        "home": scene.home,
        "plan_lang": LANG.get(scene.ledger.source.language, ""),
    }
    return Markup(_environment().get_template(name).render(**shared, **values))


def _column(language: str, name: str) -> str:
    return labels.column(name, language)


def _grouped(number: int) -> str:
    return labels.render_number(Decimal(number))


def _csp_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _json(value: Mapping[str, str]) -> str:
    """JSON that may stand inside a script element: no `<`, no line separator."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
