"""The portal in production, for benchmarks/faults: only what waits for the mail server waits shorter."""

from regiozwolle.settings import *  # noqa: F403

# Seconds. A run of twenty minutes has no time for pauses of two.
EMAIL_TIMEOUT = 3
MAIL_FIRST_PAUSE, MAIL_LONGEST_PAUSE = 1, 5
MAIL_INTERRUPTED = 20
MAIL_LOOK = "* * * * * */10"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
