"""The roof: settings, urls, home, search, seed and demo."""

from django.apps import AppConfig


class RegioZwolleConfig(AppConfig):
    name = "regiozwolle"
    verbose_name = "Regio Zwolle"
