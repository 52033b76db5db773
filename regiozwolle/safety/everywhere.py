"""What Django is told of cookies, uploads, mail and the log on every machine: nothing of it is for the environment."""

# For the Content-Security-Policy see regiozwolle/middleware.py for the Content-Security-Policy.

SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# No script of ours reads it: a form has the token in a field, and htmx sends the form.
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "regiozwolle.safety.notices.Notices"
MESSAGES_COOKIE_NAME = "messages"
CSRF_FAILURE_VIEW = "regiozwolle.accounts.csrf_failure"

# What people upload is held in memory until it is in the database; what is larger is read and not kept. The proxy's
# own limit (docs/hosting.md) is a little lower.

FILE_UPLOAD_MAX_MEMORY_SIZE = 13 * 1024 * 1024  # bytes
# A form as large as the proxy lets through is read: what is too long in it is then told at its field, and given back.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # bytes
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "partners.ground.files.uploads.DiscardingUploadHandler",
]

# Mail: how long it may take, and when it is tried again.

EMAIL_TIMEOUT = 10  # seconds
EMAIL_USE_LOCALTIME = True  # in its Date
EMAIL_SUBJECT_PREFIX = ""
# An attempt that began so many seconds ago was interrupted: the mail server has EMAIL_TIMEOUT for each answer.
MAIL_INTERRUPTED = 120
# Seconds until a mail that did not leave is tried again, at first and at most.
MAIL_FIRST_PAUSE, MAIL_LONGEST_PAUSE = 20, 120
# When the worker looks whether something waits that nobody told it of, as cron writes it.
MAIL_LOOK = "* * * * *"

# Faults go to standard error, where the machine's own log picks them up. Django alone would only mail them, whole.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"discreet": {"()": "regiozwolle.trouble.logs.Discreet"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {number} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["discreet"], "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING"}},
}
