"""The wider aims that a text or figure serves: the goals of the United Nations, and the themes of broad prosperity."""

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.forms import CheckboxSelectMultiple

UNKNOWN_AIM = "Kies uit de lijst."
# Where the lists stand, for the page that shows them.
GOALS_AT = "https://www.rijksoverheid.nl/onderwerpen/ontwikkelingssamenwerking/internationale-afspraken-ontwikkelingssamenwerking"
THEMES_AT = (
    "https://www.cbs.nl/nl-nl/dossier/dossier-brede-welvaart-en-de-sustainable-development-goals/"
    "monitor-brede-welvaart-en-de-sustainable-development-goals-2023/brede-welvaart/hier-en-nu"
)


class WiderAim(models.TextChoices):
    """The 17 goals as the national government names them, and the eight themes ‘here and now’ as CBS does.

    A fixed list: who chooses from it means the same as everyone else in the country.
    """

    SDG_1 = "sdg-1", "SDG 1: alle vormen van armoede tegengaan"
    SDG_2 = "sdg-2", "SDG 2: geen honger, wel duurzame landbouw en goede voeding"
    SDG_3 = "sdg-3", "SDG 3: goede gezondheid en welzijn"
    SDG_4 = "sdg-4", "SDG 4: goede kwaliteit van onderwijs"
    SDG_5 = "sdg-5", "SDG 5: dezelfde rechten en kansen voor mannen en vrouwen"
    SDG_6 = "sdg-6", "SDG 6: schoon water en sanitaire voorzieningen en duurzaam omgaan met water"
    SDG_7 = "sdg-7", "SDG 7: betaalbare duurzame energie"
    SDG_8 = "sdg-8", "SDG 8: goede banen, duurzame economische groei en eerlijke verdeling van welvaart"
    SDG_9 = "sdg-9", "SDG 9: duurzame industrie, innovatie en infrastructuur"
    SDG_10 = "sdg-10", "SDG 10: minder ongelijkheid in een land en tussen landen"
    SDG_11 = "sdg-11", "SDG 11: duurzame, veilige en veerkrachtige steden en gemeenschappen"
    SDG_12 = "sdg-12", "SDG 12: verantwoorde consumptie en productie"
    SDG_13 = "sdg-13", "SDG 13: klimaatverandering tegengaan"
    SDG_14 = "sdg-14", "SDG 14: duurzaam gebruik van de oceanen en zeeën"
    SDG_15 = "sdg-15", "SDG 15: beschermde ecosystemen, bossen en biodiversiteit"
    SDG_16 = "sdg-16", "SDG 16: vrede, veiligheid en rechtvaardigheid"
    SDG_17 = "sdg-17", "SDG 17: wereldwijde samenwerking om de doelen te bereiken"
    WELLBEING = "bw-welzijn", "brede welvaart: welzijn"
    PROSPERITY = "bw-materiele-welvaart", "brede welvaart: materiële welvaart"
    HEALTH = "bw-gezondheid", "brede welvaart: gezondheid"
    WORK = "bw-arbeid-en-vrije-tijd", "brede welvaart: arbeid en vrije tijd"
    HOUSING = "bw-wonen", "brede welvaart: wonen"
    SOCIETY = "bw-samenleving", "brede welvaart: samenleving"
    SAFETY = "bw-veiligheid", "brede welvaart: veiligheid"
    ENVIRONMENT = "bw-milieu", "brede welvaart: milieu"

    @property
    def is_goal(self):
        """Whether it is one of the United Nations, and not a theme of CBS."""
        return self.value.startswith("sdg-")


class WiderAimsField(ArrayField):
    """Which of the WiderAims something serves, in the order of the list; chosen with a box for each."""

    def __init__(self, base_field=None, **kwargs):
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("db_default", [])
        super().__init__(base_field or models.CharField(max_length=24), **kwargs)

    def formfield(self, **kwargs):
        """A box for each; `validate` puts what was chosen in order."""
        return ChosenAims(
            label=self.verbose_name.capitalize() if not self.verbose_name[:1].isupper() else self.verbose_name,
            required=False,
            choices=WiderAim.choices,
            widget=CheckboxSelectMultiple,
            help_text=self.help_text,
            error_messages={"invalid_choice": UNKNOWN_AIM},
        )


class ChosenAims(forms.MultipleChoiceField):
    """Boxes of which the order of ticking says nothing."""

    def clean(self, value):
        chosen = super().clean(value)
        return [aim for aim in WiderAim.values if aim in chosen]


def aims_are_known(model):
    """Holds the wider aims of `model` to the list in the database too."""
    return models.CheckConstraint(
        condition=Q(wider_aims__contained_by=WiderAim.values),
        name=f"{model}_wider_aims_are_known",
        violation_error_message=UNKNOWN_AIM,
    )


def aims_of(values):
    """The WiderAims that `values` name, in the order of the list."""
    return [aim for aim in WiderAim if aim in values]


def told_apart(values):
    """(Heading, WiderAims, where that list stands) of the goals and of the themes among `values`; none without any."""
    aims = aims_of(values)
    apart = [
        ("Duurzame ontwikkelingsdoelen (SDG’s)", [aim for aim in aims if aim.is_goal], GOALS_AT),
        ("Brede welvaart", [aim for aim in aims if not aim.is_goal], THEMES_AT),
    ]
    return [(heading, chosen, address) for heading, chosen, address in apart if chosen]


def offered():
    """The WiderAims to choose one from, below what each is."""
    goals = [(aim.value, aim.label) for aim in WiderAim if aim.is_goal]
    themes = [(aim.value, aim.label) for aim in WiderAim if not aim.is_goal]
    return [("", "Alle"), ("SDG’s", goals), ("Brede welvaart", themes)]
