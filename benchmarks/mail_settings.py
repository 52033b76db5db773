"""The portal as it runs, for benchmarks/mail.py: a mail server of this machine, and MAIL_SHORTER times less waiting."""

import os

from regiozwolle.settings import *  # noqa: F403

SHORTER = int(os.environ["MAIL_SHORTER"])
ROOT_URLCONF = "benchmarks.mail_urls"
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_USE_TLS = "127.0.0.1", int(os.environ["MAIL_PORT"]), False
EMAIL_TIMEOUT = 1
MAIL_INTERRUPTED = 120 / SHORTER
MAIL_FIRST_PAUSE, MAIL_LONGEST_PAUSE = 20 / SHORTER, 120 / SHORTER
MAIL_LOOK = f"* * * * * */{60 // SHORTER}"
