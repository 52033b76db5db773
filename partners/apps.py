"""Names the app as the secretariat sees it in the admin."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = "Partners en mensen"
