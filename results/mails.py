"""The kind of mail about figures, with an example of what nobody keeps."""

from datetime import timedelta

from django.utils import timezone

from partners.ground.mail.kinds import Kind, register
from partners.ground.models import MailPriority


def confirmation():
    today = timezone.localdate()
    return {
        "confirmation_request": {
            "owner": "adviseur wonen, Voorbeeldstad",
            "quarter": f"{(today.month + 2) // 3}e kwartaal {today.year}",
        },
        "path": "/resultaten/navraag/(eigen-link)/",
        "leave_path": "/resultaten/navraag/afmelden/(eigen-link)/",
        "until": today + timedelta(days=60),
        "indicators": [
            {"name": "Nieuwe woningen", "latest_in_words": "meer dan 4.500 woningen, peildatum begin 2023"},
        ],
    }


CONFIRMATION = register(
    Kind(
        template="results/email/confirmation.html",
        name="navraag",
        subject="Kloppen uw cijfers nog? {{ confirmation_request.quarter|capfirst }}",
        goes_to="de eigenaars van cijfers, eens per kwartaal",
        example=confirmation,
        priority=MailPriority.MANY,
    )
)
