"""The reader's language: Django's code (`zh-hans`) and ours (`zh`)."""

from django.utils import translation

_OURS = {"ko": "ko", "zh-hans": "zh", "en": "en"}
HTML = {"ko": "ko", "zh": "zh-Hans", "en": "en"}


def reader() -> str:
    """ko, zh or en: the language this answer is written in."""
    return _OURS.get(translation.get_language() or "en", "en")
