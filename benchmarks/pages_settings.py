"""The portal in production, for benchmarks/pages.py and benchmarks/stale.py: one empty address more."""

from regiozwolle.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.pages_urls"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
