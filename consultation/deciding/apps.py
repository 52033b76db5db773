"""Names the app as the secretariat sees it in the admin."""

from django.apps import AppConfig


class DecidingConfig(AppConfig):
    name = "consultation.deciding"
    label = "deciding"
    verbose_name = "Besluiten"
