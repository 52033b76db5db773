"""Names the app as the secretariat sees it in the admin."""

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    name = "consultation"
    verbose_name = "Consultaties"
