"""`{% say "web.front.title" %}`: a sentence of the catalogues in the reader's language. One mechanism for all words."""

from django import template

from greenall.reports import labels
from greenall.web.components.language import HTML, reader
from greenall.wording import say as sentence

register = template.Library()


@register.simple_tag
def say(code: str, **values: object) -> str:
    """The sentence for a code."""
    return sentence(code, reader(), **values)


@register.filter
def said(code: str) -> str:
    """The sentence for a code without placeholders: `{{ step|said }}`."""
    return sentence(code, reader())


@register.filter
def day(value: object) -> str:
    """A date as the reader writes it."""
    return labels.render_date(value, reader()) if value else ""  # type: ignore[arg-type]


@register.filter
def html_language(language: str) -> str:
    """The value of a `lang` attribute for one of our language codes."""
    return HTML.get(language, language)
