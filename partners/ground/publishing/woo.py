"""The information categories of the Woo (Wet open overheid), as TOOI lists them with an address for each."""

from django.db import models

from partners.ground.constraints import known

LIST = "https://identifier.overheid.nl/tooi/def/thes/kern/"
HELP = "De informatiecategorie volgens de Woo. Past er geen? Kies dan ‘Inspanningsverplichting’."


class WooCategory(models.TextChoices):
    """An information category; the value is the last part of its address in TOOI. Nobody chose one yet: NONE."""

    NONE = "", "nog niet gekozen"
    LAWS = "c_139c6280", "Wetten en algemeen verbindende voorschriften"
    OTHER_DECISIONS = "c_aab6bfc7", "Overige besluiten van algemene strekking"
    DRAFT_LAWS = "c_759721e2", "Ontwerpen van wet- en regelgeving met adviesaanvraag"
    ORGANISATION = "c_40a05794", "Organisatie en werkwijze"
    REACHING = "c_89ee6784", "Bereikbaarheidsgegevens"
    RECEIVED = "c_8c840238", "Bij vertegenwoordigende organen ingekomen stukken"
    PARLIAMENT = "c_c76862ab", "Vergaderstukken Staten-Generaal"
    COUNCILS = "c_db4862c3", "Vergaderstukken decentrale overheden"
    EXECUTIVES = "c_3a248e3a", "Agenda’s en besluitenlijsten bestuurscolleges"
    ADVICE = "c_99a836c7", "Adviezen"
    COVENANTS = "c_8fc2335c", "Convenanten"
    YEARS = "c_c6cd1213", "Jaarplannen en jaarverslagen"
    SUBSIDIES = "c_cf268088", "Subsidieverplichtingen anders dan met beschikking"
    REQUESTS = "c_3baef532", "Woo-verzoeken en -besluiten"
    RESEARCH = "c_fdaee95e", "Onderzoeksrapporten"
    RULINGS = "c_46a81018", "Beschikkingen"
    COMPLAINTS = "c_a870c43d", "Klachtoordelen"
    EFFORT = "c_816e508d", "Inspanningsverplichting (artikel 3.1 Woo)"

    @property
    def uri(self):
        """Its address in TOOI; "" for NONE."""
        return f"{LIST}{self.value}" if self.value else ""

    @property
    def keywords(self):
        """By which a file with it is found, in its metadata; none for NONE."""
        return [f"Woo: {self.label}", self.uri] if self.value else []


class Categorised:
    """What carries a category in its field `woo_category`."""

    @property
    def category(self):
        """The WooCategory that it carries."""
        return WooCategory(self.woo_category)


def woo_field():
    """The category that a document carries."""
    return models.CharField(
        "Woo-categorie",
        max_length=10,
        choices=WooCategory,
        default=WooCategory.NONE,
        db_default=WooCategory.NONE,
        blank=True,
        help_text=HELP,
    )


def known_category(model):
    """Holds it to the list in the database too."""
    return known("woo_category", WooCategory, model=model)
