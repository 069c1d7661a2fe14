"""Settings of the site. Everything that differs between installations comes from the environment:

GREENALL_HOME          folder for the database and the secret key (default: var/)
GREENALL_DATABASE_URL  postgresql://user:password@host/name (default: SQLite in the home folder)
GREENALL_SECRET_KEY    signing key (default: made on the first run and kept in the home folder)
"""

import os

from csp.constants import NONE, SELF

from greenall.reports.page.draw import ASSETS
from greenall.web import home

DEBUG = False
SECRET_KEY = home.secret_key()

# Accounts come later: this machine only. See access.py.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_htmx",
    "django_cotton",
    "greenall.web.components",
    "greenall.web.records",
    "greenall.web.plans",
    "greenall.web.front",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "greenall.web.access.LocalUse",
    "greenall.web.access.SizeLimit",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "greenall.web.urls"
WSGI_APPLICATION = "greenall.web.wsgi.application"
DATABASES = {"default": home.database(os.environ.get("GREENALL_DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "greenall.web.components.context.page",
            ],
            "builtins": ["greenall.web.components.templatetags.words"],
        },
    }
]

# Languages. Chinese readers with another region's setting are shown simplified characters.
LANGUAGE_CODE = "en"
LANGUAGES = [("ko", "한국어"), ("zh-hans", "中文"), ("en", "English")]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
FORMAT_MODULE_PATH = "greenall.web.formats"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = os.environ.get("TZ") or "UTC"

# Static files are found where they lie and served by whitenoise: nothing to collect, nothing to fetch.
STATIC_URL = "/static/"
STATICFILES_DIRS = [("ledger", ASSETS)]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 300
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Uploads
UPLOAD_LIMIT = 50 * 1024 * 1024  # of one document, as documents.read has it
REQUEST_LIMIT = UPLOAD_LIMIT + 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Security
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "greenall.web.front.errors.csrf"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
