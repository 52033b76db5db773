"""Makes the ground an app of its own: with its template tags, its mail and the desk for that."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class GroundConfig(AppConfig):
    name = "partners.ground"
    label = "ground"
    verbose_name = "Mail en beveiliging"

    def ready(self):
        # `admin.py` holds what the desks of all apps share; what the ground shows there itself stands apart.
        autodiscover_modules("mail.admin", "security.admin", "publishing.admin")
        # The kinds of mail of each app, so that the desk and the tests know them all.
        autodiscover_modules("mails")
