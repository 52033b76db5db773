"""What is chosen of a letter: where it stands, who may read it, and how it came in."""

from django.db import models


class LetterState(models.TextChoices):
    """A draft is private; what was sent is a record."""

    DRAFT = "concept", "concept"
    SENT = "verstuurd", "verstuurd"
    WITHDRAWN = "ingetrokken", "ingetrokken"


class Sharing(models.TextChoices):
    """Who may read what was sent, besides its sender and the secretariat."""

    OWN = "eigen-raad", "alleen mijn eigen raad, college of organisatie"
    COUNCILS = "alle-raden", "alle raden, Staten en colleges"
    PUBLIC = "openbaar", "iedereen"


class Channel(models.TextChoices):
    """How it came in. All but the site is typed in by the secretariat, or by the one who reports for a table."""

    SITE = "site", "op de site"
    LETTER = "brief", "per brief"
    MAIL = "mail", "per e-mail"
    CALL = "telefoon", "telefonisch"
    TABLE = "tafel", "aan een tafel"
