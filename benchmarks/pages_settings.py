"""The portal in production, for benchmarks/pages.py and benchmarks/stale.py: one empty address more.

With FORGETS_PAGES no page is there that was made before, and all the pieces are.
"""

import os

from regiozwolle.settings import *  # noqa: F403
from regiozwolle.settings import MIDDLEWARE as OF_PORTAL

ROOT_URLCONF = "benchmarks.pages_urls"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FORGETTING = ["benchmarks.pages_forgotten.forgetting"] if "FORGETS_PAGES" in os.environ else []
MIDDLEWARE = [*FORGETTING, *OF_PORTAL]
