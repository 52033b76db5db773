"""Names the app as the secretariat sees it in the admin."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "results"
    verbose_name = "Resultaten en projecten"
