"""Names the app as the secretariat sees it in the admin."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "agenda"
    verbose_name = "Strategische agenda"
