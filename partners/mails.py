"""The kinds of mail about the people who act for a body, each with an example of what nobody wrote."""

from datetime import timedelta

from django.utils import timezone

from partners.ground.mail.kinds import Kind, register
from partners.ground.models import MailPriority


def invited():
    return {
        "name": "Fenna Voorbeeld",
        "body": "de gemeenteraad van Voorbeeldstad",
        "capacity": "raadslid",
        "until": timezone.localdate() + timedelta(days=1200),
        "answer_by": timezone.localdate() + timedelta(days=30),
        "by": "Geert Voorbeeld",
        "is_example": True,
        "path": "/partners/welkom/(eigen-link)/",
    }


def ended():
    return {
        "body": "de gemeenteraad van Voorbeeldstad",
        "yours_said": "uw raad zei en besloot",
        "capacity": "raadslid",
        "last_day": timezone.localdate(),
        "is_example": True,
        "path": "/partners/voorbeeldstad/raad/overdracht/",
        "changes": [
            "Eerst was u op deze site: raadslid, raad van Voorbeeldstad.",
            "Nu bent u: zonder hoedanigheid.",
        ],
        "by": "Geert Voorbeeld deed dit.",
    }


INVITED = register(
    Kind(
        template="partners/email/invited.html",
        name="uitnodiging voor een account",
        subject="Uitnodiging: een account voor {{ body }}",
        goes_to="wie de griffier of het regiobureau vraagt om voor een orgaan te handelen",
        stays="het is één vraag, die vanzelf verloopt",
        example=invited,
        priority=MailPriority.MANY,
    )
)
ENDED = register(
    Kind(
        template="partners/email/ended.html",
        name="einde van een hoedanigheid",
        subject="U handelt tot en met {{ last_day|date:'j F Y' }} voor {{ body }}",
        goes_to="wie niet langer voor een orgaan handelt, met het overdrachtsdossier erbij",
        stays="het gaat over wat iemand zelf nog mag",
        example=ended,
        priority=MailPriority.MANY,
    )
)
