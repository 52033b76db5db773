"""The kinds of mail about what bodies decide, each with an example of what nobody wrote."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from partners.ground.mail.kinds import Kind, register
from partners.ground.models import MailPriority

# How long the link to a package works.
LINK_DAYS = settings.LINK_DAYS["package"]


def commitments():
    due_on = timezone.localdate() + timedelta(days=3)
    dossier = {"title": "Voorbeelddossier", "is_example": True}
    promise = {
        "track": {"body": {"in_sentence": "de gemeenteraad van Voorbeeldstad"}, "dossier": dossier},
        "text": "De raad krijgt een overzicht van de bedragen.",
        "due_on": due_on,
        "by_whom": "Toegezegd door college van Voorbeeldstad.",
    }
    return {
        "commitments": [promise],
        "more": "En nog 2 toezeggingen.",
        "count": "3 toezeggingen wachten",
        "path": "/beheer/deciding/commitment/?termijn=nadert",
    }


COMMITMENTS = register(
    Kind(
        template="deciding/email/commitments.html",
        name="toezeggingen die wachten",
        subject="{{ count }} op een antwoord",
        goes_to="het secretariaat, één keer als de termijn van een toezegging nadert of voorbij is",
        stays="het is het werk van wie het krijgt",
        example=commitments,
    )
)


def package():
    dossier = {
        "title": "Voorbeelddossier over de voorbeeldagenda",
        "summary": "Wij vragen uw raad om de voorbeeldagenda vast te stellen.",
        "is_example": True,
        "get_absolute_url": "/besluiten/voorbeelddossier/",
    }
    changed = {
        "title": "Oplegnotitie: versie 2 in plaats van versie 1",
        "reason": "Het tarief stond er verkeerd.",
        "told": "De woorden verschillen in 2 alinea’s van de vorige versie.",
        "address": "/besluiten/voorbeelddossier/stukken/1/2/",
    }
    return {
        "dossier": dossier,
        "body": "de gemeenteraad van Voorbeeldstad",
        "capacity": "griffier",
        "number": 2,
        "earlier": 1,
        "differences": [changed],
        "days": LINK_DAYS,
        "path": "/besluiten/pakket/(eigen-link)/",
    }


PACKAGE = register(
    Kind(
        template="deciding/email/package.html",
        name="pakket voor de griffier",
        subject="{% if earlier %}Gewijzigde stukken{% else %}Stukken{% endif %} voor {{ body }}: {{ dossier.title }}",
        goes_to="wie de vergaderingen van een orgaan voorbereidt, met de link naar zijn pakket",
        stays="het gaat over één pakket voor het orgaan, of over een stuk dat is vervangen",
        example=package,
        priority=MailPriority.MANY,
    )
)
