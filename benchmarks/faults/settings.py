"""The portal in production, for benchmarks/faults: only what waits for the mail server waits shorter."""

from datetime import timedelta
from importlib import import_module

from django.apps import AppConfig

from regiozwolle.settings import *  # noqa: F403
from regiozwolle.settings import INSTALLED_APPS

EMAIL_TIMEOUT = 3  # seconds
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


class Shortened(AppConfig):
    """A run of twenty minutes has no time for pauses of five."""

    name = "benchmarks.faults"

    def ready(self):
        sending = import_module("partners.ground.mail.sending")
        sending.FIRST_PAUSE, sending.LONGEST_PAUSE = timedelta(seconds=1), timedelta(seconds=5)
        sending.INTERRUPTED = timedelta(seconds=20)


INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks.faults.settings.Shortened"]
