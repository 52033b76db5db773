"""What a figure says, and whose it is: what a reader may and may not conclude from it."""

from django.db import models

# For so many months a measurement counts as recent when nothing else was agreed: a year, and one more to count it in.
RECENT_FOR = 24


PER_INHABITANT = (
    "Alleen voor een aantal of bedrag van een hele gemeente, dat meegroeit met het aantal inwoners. "
    "De site deelt het dan door de inwoners en zet gemeenten naast elkaar, op alfabet."
)
NO_SHARE = "Een percentage deelt men niet door het aantal inwoners. Haal het vinkje weg."


class IndicatorNature(models.TextChoices):
    """What a figure says. The natures are shown apart and never added up."""

    ACHIEVED = "bereikt", "bereikt"
    PROMISED = "toegezegd", "toegezegd"
    INVESTED = "geinvesteerd", "geïnvesteerd"
    CONTEXT = "context", "over de regio"

    @property
    def explanation(self):
        """What a reader may and may not conclude from figures of this nature."""
        return {
            IndicatorNature.ACHIEVED: "Dit is gebeurd en geteld.",
            IndicatorNature.PROMISED: "Belofte of doel. Hoeveel ervan al is gedaan, zegt dit niet.",
            IndicatorNature.INVESTED: "Inzet van geld. Dit zegt wat erin gaat, niet wat eruit komt.",
            IndicatorNature.CONTEXT: "Zo staat de regio ervoor. Dit is niet het werk van de samenwerking alleen.",
        }[self]

    @property
    def keeps_for(self):
        """For how many months what was measured counts as recent; None for what was said or put in on a day.

        That stays what it was, unless a rule of its figure holds it against a day to come.
        """
        return RECENT_FOR if self in (IndicatorNature.ACHIEVED, IndicatorNature.CONTEXT) else None

    @property
    def css(self):
        """The class of a figure of this nature that is printed large."""
        return {
            IndicatorNature.ACHIEVED: "reached",
            IndicatorNature.PROMISED: "promised",
            IndicatorNature.INVESTED: "invested",
            IndicatorNature.CONTEXT: "reached",
        }[self]

    @property
    def date_word(self):
        """What the date of a figure of this nature is called."""
        return {
            IndicatorNature.ACHIEVED: "Peildatum",
            IndicatorNature.PROMISED: "Datum",
            IndicatorNature.INVESTED: "Datum",
            IndicatorNature.CONTEXT: "Peildatum",
        }[self]


# What says whether a goal succeeds: what was reached, or how the region stands. Money and promises do not.
OUTCOMES = (IndicatorNature.ACHIEVED, IndicatorNature.CONTEXT)


class Attribution(models.TextChoices):
    """Whose a result is: what a council may say of it."""

    LOCAL = "lokaal", "lokaal"
    SHARED = "gedeeld", "gedeeld"
    NONE = "niet-toe-te-rekenen", "niet toe te rekenen"

    @property
    def explanation(self):
        """What a reader may and may not conclude."""
        return {
            Attribution.LOCAL: "Gaat over één gemeente of provincie.",
            Attribution.SHARED: "Van meer partners samen. Wat het deel van één partner is, zegt dit niet.",
            Attribution.NONE: "Niet is vastgesteld of dit door de samenwerking komt.",
        }[self]
