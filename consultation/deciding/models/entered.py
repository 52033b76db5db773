"""Who wrote an entry down, and whether the griffier of the body confirmed it."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.html import format_html

from partners.ground.constraints import refuse, refuse_future, refuse_unbelievable
from partners.ground.templatetags.dutch import day

FRAGMENT = r"^\d{1,2}:[0-5]\d:[0-5]\d$"
NOT_A_TIME = "Schrijf uren, minuten en seconden als 1:23:45."
NO_RECORDING = "Vul ook de link naar het debat in."


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
        """A link to the debate about it as safe HTML, with where in the recording it begins; "" where none is known."""
        words = f"Bekijk het debat vanaf {self.debate_from}" if self.debate_from else "Het debat hierover"
        return format_html('<a href="{}">{}</a>', self.debate_url, words) if self.debate_url else ""

    def refuse_lost_fragment(self):
        """Raises ValidationError for a place in a recording without the address of that recording."""
        refuse(self.debate_from and not self.debate_url, "debate_url", NO_RECORDING)

    def refuse_untrue_confirmation(self):
        """Raises ValidationError for a day of confirming that cannot be."""
        refuse_future(self, "confirmed_on")
        refuse_unbelievable(self, "confirmed_on")


def debate_from():
    """The field for where in the recording of a debate it begins."""
    return models.CharField(
        "begint in de opname bij",
        max_length=8,
        blank=True,
        default="",
        db_default="",
        validators=[RegexValidator(FRAGMENT, NOT_A_TIME)],
        help_text="Uren, minuten en seconden vanaf het begin van de opname: 1:23:45. Leeg: niet bekend.",
    )


def fragment_of_a_recording(model):
    """Holds `debate_from` to a time, and to a recording that it is in."""
    return models.CheckConstraint(
        condition=Q(debate_from="") | (Q(debate_from__regex=FRAGMENT) & ~Q(debate_url="")),
        name=f"{model}_fragment_is_in_a_recording",
        violation_error_message=f"{NOT_A_TIME} {NO_RECORDING}",
    )


def after_or_unknown(field):
    """The condition that a thing was confirmed on or after the day in `field`, as far as both are known."""
    return Q(confirmed_on__isnull=True) | Q(**{f"{field}__isnull": True}) | Q(confirmed_on__gte=models.F(field))
