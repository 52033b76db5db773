"""The mails about a registration, each with an example of what nobody wrote."""

from partners.ground.mail.kinds import Kind, register
from partners.ground.models import MailPriority

ASKED_FOR = "u meldde zich zelf aan; in de mail staat hoe u zich afmeldt"


def context_of(row):
    """What every mail about a Registration says."""
    return {
        "title": row.meeting.title,
        "when": row.meeting.when,
        "place": row.meeting.place,
        "who": row.who,
        "people": row.people,
        "heading": row.heading,
        "explanation": row.explanation,
        "before": row.told,
        "goes_on": row.called_off_at is not None,
        "is_example": row.meeting.is_example,
        "meeting_path": row.meeting.get_absolute_url(),
        "calendar_path": row.meeting.calendar_path,
        "own_path": row.own_path,
    }


def example():
    return {
        "title": "Voorbeeldavond",
        "when": "donderdag 24 juni 2027, 19.30 tot 21.30 uur",
        "place": "Raadzaal van Voorbeeldstad",
        "who": "Voorbeeldstad",
        "people": 2,
        "heading": "U bent aangemeld",
        "explanation": "U hebt een plaats. Twee dagen vooraf krijgt u een herinnering.",
        "before": "Donderdag 17 juni 2027, 19.30 tot 21.30 uur. Raadzaal van Voorbeeldstad",
        "goes_on": False,
        "is_example": True,
        "meeting_path": "/bijeenkomsten/voorbeeldbijeenkomst/",
        "calendar_path": "/bijeenkomsten/voorbeeldbijeenkomst/kalender.ics",
        "own_path": "/bijeenkomsten/aanmelding/(eigen-link)/",
    }


CONFIRM = register(
    Kind(
        template="meetings/email/confirm_registration.html",
        name="aanmelding bevestigen",
        subject="Bevestig uw aanmelding: {{ title }}",
        goes_to="wie zich zonder account aanmeldt voor een bijeenkomst",
        stays="het is het antwoord op een aanmelding van dat moment",
        example=example,
    )
)
PLACE = register(
    Kind(
        template="meetings/email/place.html",
        name="plaats bij een bijeenkomst",
        subject="{{ heading }}: {{ title }}",
        goes_to="wie zich aanmeldde, en wie van de wachtlijst een plaats kreeg",
        stays=ASKED_FOR,
        example=example,
    )
)
DONE_FOR_YOU = register(
    Kind(
        template="meetings/email/done_for_you.html",
        name="aan- of afgemeld door het secretariaat",
        subject="{{ heading }}: {{ title }}",
        goes_to="wie het secretariaat vroeg om aan of af te melden",
        stays="het is het antwoord op een vraag aan het secretariaat",
        example=example,
    )
)
REMINDER = register(
    Kind(
        template="meetings/email/meeting_reminder.html",
        name="herinnering aan een bijeenkomst",
        subject="Herinnering: {{ title }}, {{ when }}",
        goes_to="wie een plaats heeft, twee dagen vooraf",
        stays=ASKED_FOR,
        example=example,
        priority=MailPriority.MANY,
    )
)
MOVED = register(
    Kind(
        template="meetings/email/moved.html",
        name="bijeenkomst op een andere dag of plaats",
        subject="{% if goes_on %}Gaat toch door{% else %}Verplaatst{% endif %}: {{ title }}, {{ when }}",
        goes_to="wie is aangemeld of op de wachtlijst staat",
        stays="anders komt u op de verkeerde dag of plaats",
        example=example,
        priority=MailPriority.MANY,
    )
)
CALLED_OFF = register(
    Kind(
        template="meetings/email/called_off.html",
        name="bijeenkomst gaat niet door",
        subject="Gaat niet door: {{ title }}",
        goes_to="wie is aangemeld of op de wachtlijst staat",
        stays="anders komt u voor niets",
        example=example,
        priority=MailPriority.MANY,
    )
)
