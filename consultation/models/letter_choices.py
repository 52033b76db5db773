"""What is chosen of a letter: where it stands, who may read it, and how it came in."""

from datetime import timedelta

from django.db import models

# For how long what was withdrawn or thrown away can be brought back, and the words of before a change can.
BROUGHT_BACK_FOR = timedelta(days=30)


class LetterState(models.TextChoices):
    """A draft is private; what was sent is a record. What was thrown away can be brought back for a while."""

    DRAFT = "concept", "concept"
    SENT = "verstuurd", "verstuurd"
    WITHDRAWN = "ingetrokken", "ingetrokken"
    SET_ASIDE = "opzij", "opzij gezet"


# A group has one of these at a time.
STANDING = (LetterState.DRAFT, LetterState.SENT)
# What has no number.
UNSENT = (LetterState.DRAFT, LetterState.SET_ASIDE)


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
    TABLE = "tafel", "van een tafelavond"
