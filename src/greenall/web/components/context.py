"""What every page knows: its language, and how to say the same page in another."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from greenall.web.components.language import HTML, reader


def page(request: HttpRequest) -> dict[str, object]:
    language, current = reader(), translation.get_language()
    return {
        "reader": language,
        "html_language": HTML[language],
        "languages": [(code, name, code == current) for code, name in settings.LANGUAGES],
    }
