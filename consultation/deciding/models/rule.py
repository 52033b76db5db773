"""By which declared rule the whole of a dossier counts as carried."""

from django.db import models


class Rule(models.TextChoices):
    """When the whole counts as carried. A dossier without one says so: nothing is carried by a rule nobody declared."""

    NONE = "", "geen regel bekend"
    ALL = "unaniem", "alle organen stemmen in"
    MAJORITY = "meerderheid", "meer dan de helft van de organen stemt in"
    COUNT = "aantal", "ten minste een aantal organen stemt in"
    KIND = "soort", "alle organen van één soort stemmen in"
    PARTS = "per-onderdeel", "per onderdeel: wie meedoet, doet mee"
