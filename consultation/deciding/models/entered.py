"""Who wrote an entry down, and whether the griffier of the body confirmed it."""

from django.db import models
from django.db.models import Q
from django.utils.html import format_html

from partners.ground.constraints import refuse_future, refuse_unbelievable
from partners.ground.templatetags.dutch import day


class EnteredAs(models.TextChoices):
    """As what somebody wrote an entry down; who that was stands in the record, which can forget a person."""

    OFFICE = "bureau", "door het regiobureau"
    CLERK = "griffier", "door de griffier"
    IMPORT = "import", "overgenomen uit de stukken van het orgaan"


class Entered(models.Model):
    """What is written down of a body by somebody else, until its griffier says that it is so.

    `confirmed_on` is of what it says now: the database empties it when a decision or step says something else.
    """

    entered_as = models.CharField("ingevoerd", max_length=8, choices=EnteredAs, default=EnteredAs.OFFICE)
    confirmed_on = models.DateField(
        "bevestigd op",
        null=True,
        blank=True,
        help_text="De dag waarop de griffier van het orgaan zei dat dit klopt. Leeg: nog niet bevestigd.",
    )

    class Meta:
        abstract = True

    @property
    def is_confirmed(self):
        """Whether the body itself says so: its griffier confirmed it."""
        return self.confirmed_on is not None

    @property
    def entered_in_words(self):
        """By whom it was entered and whether that was confirmed, as a sentence."""
        confirmed = f"bevestigd door de griffier op {day(self.confirmed_on)}" if self.is_confirmed else ""
        return f"Ingevoerd {self.get_entered_as_display()}, {confirmed or 'nog niet bevestigd door de griffier'}."

    @property
    def debate(self):
        """A link to the debate about it as safe HTML; "" where none is known."""
        return format_html('<a href="{}">Het debat hierover</a>', self.debate_url) if self.debate_url else ""

    def refuse_untrue_confirmation(self):
        """Raises ValidationError for a day of confirming that cannot be."""
        refuse_future(self, "confirmed_on")
        refuse_unbelievable(self, "confirmed_on")


def after_or_unknown(field):
    """The condition that a thing was confirmed on or after the day in `field`, as far as both are known."""
    return Q(confirmed_on__isnull=True) | Q(**{f"{field}__isnull": True}) | Q(confirmed_on__gte=models.F(field))
