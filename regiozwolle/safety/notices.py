"""Where what a page says once waits for that page: in a cookie that no other host can have set."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class Cookie(CookieStorage):
    cookie_name = settings.MESSAGES_COOKIE_NAME


class Notices(FallbackStorage):
    """As Django's own: what is too long for a cookie waits in the session."""

    storage_classes = (Cookie, SessionStorage)
