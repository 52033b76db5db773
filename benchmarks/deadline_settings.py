"""The portal as it runs, for benchmarks/deadline_evening.py: one empty address more, and mail that goes nowhere."""

from regiozwolle.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.deadline_urls"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
STORAGES = {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
