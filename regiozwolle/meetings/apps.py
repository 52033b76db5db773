"""Names the app as the secretariat sees it in the admin."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "regiozwolle.meetings"
    label = "meetings"
    verbose_name = "Bijeenkomsten"
