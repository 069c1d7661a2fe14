"""Which part of a web page is its article.

1. What never belongs to an article is cut out: scripts, navigation, forms, blocks named as menus or advertisements.
2. The article is the smallest part of the page that still holds nearly all of its running text (text that is no link).
3. Lists of links inside it ("related articles") go too.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEVER = {"script", "style", "noscript", "template", "iframe", "svg", "canvas", "object", "embed", "video", "audio",
          "map", "nav", "aside", "form", "button", "select", "textarea", "dialog", "menu", "head", "link", "meta", "rt",
          "rp"}  # fmt: skip
_AROUND = {"header", "footer"}  # unless they are the head and foot of the article itself
_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"}
_CONTAINERS = {"div", "section", "article", "main", "center", "table", "tbody", "tr", "td", "span", "font", "fieldset"}
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navbar|gnb|lnb|snb|menu|sidebar|side|aside|breadcrumbs?|crumbs?|location|footer|foot|header|"
    r"banner|ads?|advert\w*|adsense|sponsor\w*|share|sharing|social|sns|related|relate|recommend\w*|comments?|reply|"
    r"pagination|pager|paging|prevnext|copyright|login|search|toolbar|skip|skipnav|quick|popup|modal|cookie\w*|qrcode|"
    r"subscribe|newsletter|hot|rank|ranking|hidden|sr-only)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_RELATED = re.compile(r"相关|推荐|延伸阅读|猜你喜欢|관련|추천|related|see also|more on|read next", re.IGNORECASE)
_SHARE = 0.8  # of the page's running text that the article must hold


def find_article(body: "_Element") -> "_Element":
    """The element that holds the article. What does not belong to it is removed from the page."""
    weights = _Weights(body)
    for element in weights.elements[1:]:
        if element.getparent() is not None and _is_outside(element, weights):
            _remove(element)
    weights = _Weights(body)
    article = found = body
    while (inner := weights.heaviest(found)) is not None:
        found = inner
        if str(found.tag) not in ("table", "tbody", "tr", "span", "font"):  # not the inside of a table of figures
            article = found
    for element in weights.elements:
        if weights.is_list_of_links(element) and element is not article and element.getparent() is not None:
            _remove_with_title(element)
    return article


class _Weights:
    """How much text each element holds: running text, and text of links."""

    def __init__(self, body: "_Element") -> None:
        self.elements = list(body.iter("*"))
        self.running = dict.fromkeys(self.elements, 0)
        self.linked = dict.fromkeys(self.elements, 0)
        self.links = dict.fromkeys(self.elements, 0)
        inside_link: set[_Element] = set()
        for element in self.elements:
            parent = element.getparent()
            if element.tag == "a" or parent in inside_link:
                inside_link.add(element)
                self.links[element] += element.tag == "a"
            column = self.linked if element in inside_link else self.running
            column[element] += _length(element.text)
            if parent in self.running:
                column = self.linked if parent in inside_link else self.running
                column[parent] += _length(element.tail)
        for element in reversed(self.elements[1:]):
            parent = element.getparent()
            if parent in self.running:
                for column in (self.running, self.linked, self.links):
                    column[parent] += column[element]

    def heaviest(self, element: "_Element") -> "_Element | None":
        """The child that holds nearly all running text of the page, if one does."""
        enough = max(1, _SHARE * self.running[self.elements[0]])
        return next(
            (one for one in element if str(one.tag) in _CONTAINERS and self.running.get(one, 0) >= enough), None
        )

    def is_list_of_links(self, element: "_Element") -> bool:
        if str(element.tag) not in ("ul", "ol", "div", "dl", "table", "section", "p"):
            return False
        return self.links[element] >= 3 and self.linked[element] > 3 * self.running[element]


def _is_outside(element: "_Element", weights: _Weights) -> bool:
    tag = str(element.tag)
    if tag in _NEVER or element.get("role") in _ROLES or "hidden" in element.attrib:
        return True
    if re.search(r"display\s*:\s*none", element.get("style") or ""):
        return True
    if tag in _AROUND:
        return not any(parent.tag in ("article", "main") for parent in element.iterancestors())
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    named = tag in ("div", "section", "ul", "ol", "dl", "table", "p", "span") and _NAMED.search(names)
    return bool(named) and weights.running[element] < weights.running[weights.elements[0]] / 3


def _remove_with_title(element: "_Element") -> None:
    """A list of links goes with the short line above it that announces it."""
    title = element.getprevious()
    if title is not None:
        words = "".join(str(piece) for piece in title.itertext()).strip()
        if len(words) <= 20 and _RELATED.search(words):
            _remove(title)
    _remove(element)


def _remove(element: "_Element") -> None:
    """Take an element out; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
