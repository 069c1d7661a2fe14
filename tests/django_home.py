"""The site's settings for every test that meets Django, with a home folder of the run's own. Imported by conftests."""

import atexit
import os
import shutil
import tempfile

if "GREENALL_HOME" not in os.environ:
    os.environ["GREENALL_HOME"] = tempfile.mkdtemp(prefix="greenall-tests-")
    atexit.register(shutil.rmtree, os.environ["GREENALL_HOME"], ignore_errors=True)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenall.web.settings")

# The browser driver leaves an event loop in the thread; without this the database refuses to be used beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

import django

django.setup()
