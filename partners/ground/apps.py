"""Makes the ground an app of its own, so that its template tags are found."""

from django.apps import AppConfig


class GroundConfig(AppConfig):
    name = "partners.ground"
    label = "ground"
    verbose_name = "Fundament"
