"""The site as a WSGI application; granian serves it (`greenall serve`)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenall.web.settings")
application = get_wsgi_application()
