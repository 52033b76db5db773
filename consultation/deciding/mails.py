"""The kinds of mail about what bodies decide, each with an example of what nobody wrote."""

from datetime import timedelta

from django.utils import timezone

from partners.ground.mail.kinds import Kind, register


def commitments():
    due_on = timezone.localdate() + timedelta(days=3)
    dossier = {"title": "Voorbeelddossier", "is_example": True}
    promise = {
        "track": {"body": "gemeenteraad van Voorbeeldstad", "dossier": dossier},
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
