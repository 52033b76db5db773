"""What the region says of itself."""

from django.db import models

from partners.ground.constraints import known
from partners.ground.publishing import PublicQuerySet, Publishable, ends_after_it_is_public
from partners.ground.texts import SENTENCES
from partners.models import Source


class KeyPointKind(models.TextChoices):
    """About what the region says something of itself."""

    NETWORK = "netwerk", "wie er samenwerken"
    SPECIAL = "bijzonder", "wat de regio bijzonder maakt"
    REASON = "waarom", "waarom wij samenwerken"
    CONDITION = "voorwaarde", "wat goede samenwerking nodig heeft"
    CHARACTER = "karakter", "hoe wij samenwerken"
    # A result that no figure tells; it stands among what has been achieved.
    RESULT = "resultaat", "wat het oplevert"


class KeyPoint(Publishable):
    """What the region says of itself: who it is, what makes it special, why it works together, what that yielded."""

    kind = models.CharField("soort", max_length=12, choices=KeyPointKind)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    text = models.TextField("tekst", max_length=SENTENCES, help_text="De letterlijke woorden van de bron.")
    warning = models.CharField(
        "let op", max_length=300, blank=True, help_text="Wat een lezer moet weten om zich niet te vergissen."
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="key_points")

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "kernpunt"
        verbose_name_plural = "kernpunten"
        ordering = ["kind", "position"]
        constraints = [
            known("kind", KeyPointKind, model="key_point"),
            ends_after_it_is_public(model="key_point"),
            models.UniqueConstraint(fields=["kind", "position"], name="one_statement_per_kind_and_position"),
        ]

    def __str__(self):
        return self.text[:80]
