"""The site's settings for every test that meets Django, with a home folder of the run's own. Imported by conftests."""

import atexit
import os
import shutil
import tempfile

if "GREENALL_HOME" not in os.environ:
    os.environ["GREENALL_HOME"] = tempfile.mkdtemp(prefix="greenall-tests-")
    atexit.register(shutil.rmtree, os.environ["GREENALL_HOME"], ignore_errors=True)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenall.web.settings")

import django

django.setup()
