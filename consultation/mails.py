"""The kinds of mail about consultations, each with an example of what nobody wrote."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from partners.ground.mail.kinds import Kind, register
from partners.ground.models import MailPriority

# What stands in an example or a preview where each mail has a link that opens something without signing in.
OWN_LINK = "(eigen-link)"
# Why one gets a receipt: of what one sent oneself, or of what a group sends.
OWN_RECEIPT = "U verstuurde een reactie op de site van Regio Zwolle. Was u dat niet? Antwoord dan op deze e-mail."
GROUP_RECEIPT = (
    "U schrijft mee aan deze reactie op de site van Regio Zwolle. Klopt dat niet? Antwoord dan op deze e-mail."
)
FOLLOWS_FROM_AN_ACT = "het gaat over één handeling van wie het krijgt, of over één reactie"


def consultation():
    """A consultation that nobody holds, as the templates of mails read it."""
    closes_at = timezone.localtime().replace(hour=23, minute=59) + timedelta(days=3)
    return {
        "title": "Voorbeeldconsultatie over de conceptagenda",
        "summary": "Wij vragen wat u van de conceptagenda vindt.",
        "effect": "Het Regiobestuur beantwoordt elk punt en past de tekst aan waar dat nodig is.",
        "asked_by": "Het Regiobestuur",
        "countdown": "Nog 3 dagen",
        "last_minute": closes_at,
        "is_open": True,
        "is_example": True,
        "slug": "voorbeeldconsultatie",
        "get_absolute_url": "/consultaties/voorbeeldconsultatie/",
    }


def letter():
    """A letter of nobody, in the name of the council of a town that does not exist."""
    at = timezone.localtime().replace(hour=20, minute=14)
    return {
        "pk": 1,
        "number": f"RZ-{at.year}-0123",
        "consultation": consultation(),
        "in_name_of": "namens de gemeenteraad van Voorbeeldstad",
        "is_shared": True,
        "sender": "gemeenteraad van Voorbeeldstad",
        "body": {"decided_this": "de gemeenteraad van Voorbeeldstad dit heeft besloten"},
        "confirming_capacity": "griffier",
        "decided_on": timezone.localdate(at) - timedelta(days=2),
        "confirmed_at": at,
        "withdrawn_at": at,
        "return_remark": "De raad besloot ook over punt 2. Wilt u dat toevoegen?",
        "get_absolute_url": "/mijn-reacties/1/",
    }


def about_a_letter():
    return {"letter": letter(), "point_count": 2}


def withdrawal():
    return about_a_letter() | {"by": "Fenna Voorbeeld", "days": 30}


def group():
    return {
        "letter": letter(),
        "heading": "Fenna Voorbeeld wijzigt de reactie namens de gemeenteraad van Voorbeeldstad",
        "sentences": ["Op de pagina ‘Samen schrijven’ staat wie wat wijzigde, en wat er eerder stond."],
        "link": "Naar de pagina ‘Samen schrijven’",
        "path": "/mijn-reacties/1/samen/",
    }


def joined():
    at = timezone.localtime() - timedelta(days=4)
    words = {"text": "Noem ook het mkb."}
    return {
        "letter": letter(),
        "point": {"subject": "Toekomstbestendige arbeidsmarkt", "text": "Noem het mkb nergens."},
        "endorsement": {"made_at": at, "in_name_of": "gemeenteraad van Voorbeelddorp", "words": words},
        "what": "gewijzigd",
        "heading": "Het punt waarbij u aansloot, is gewijzigd",
        "sentences": ["Uw aansluiting blijft bij de tekst van toen. Dat staat er ook bij."],
        "link": "Bekijk oud en nieuw",
        "path": "/punten/1/aansluiten/1/",
    }


def receipt():
    return {
        "letter": letter(),
        "received": "de reactie namens de gemeenteraad van Voorbeeldstad is ontvangen",
        "by": "Fenna Voorbeeld",
        "reason": GROUP_RECEIPT,
        "terms": [
            ("Consultatie", consultation()["title"]),
            ("Namens wie", "de gemeenteraad van Voorbeeldstad"),
            ("Aantal punten", 1),
        ],
        "points": [
            {
                "subject": "Toekomstbestendige arbeidsmarkt",
                "heading": "Wens",
                "quoted_text": "Werken aan een toekomstbestendige arbeidsmarkt.",
                "text": "Noem ook het mkb.",
                "proposal": "Werken met het mkb aan een toekomstbestendige arbeidsmarkt.",
                "provenance": "Dit punt begon bij de fractie Stadsbelang.",
            }
        ],
        "steps": [
            "De griffier bevestigt dat de gemeenteraad van Voorbeeldstad dit heeft besloten.",
            "U krijgt op elk punt een antwoord.",
        ],
        "pdf": "/mijn-reacties/1/versies/1/ontvangstbewijs.pdf",
    }


def entered():
    return about_a_letter() | {
        "came_in": "per brief op 3 januari",
        "path": f"/brief/{OWN_LINK}/",
        "days": settings.LINK_DAYS["check"],
        "remark": "U schreef daarover: ‘Het ging over punt 1.’ Daarna verbeterden wij de reactie.",
    }


def invitation():
    return {
        "consultation": consultation(),
        "body": "de gemeenteraad van Voorbeeldstad",
        "yours": "uw raad",
        "capacity": "griffier",
        "path": f"/uitnodiging/{OWN_LINK}/",
        "days": settings.LINK_DAYS["invitation"],
    }


def reminder():
    draft = ("Verstuur het concept, als raadslid van de gemeenteraad van Voorbeeldstad", "/mijn-reacties/1/")
    return {"consultation": consultation(), "tasks": [draft], "path": f"/herinnering/{OWN_LINK}/"}


def answers():
    wording = {"get_absolute_url": "/agenda/tekst/RZ24-L1.2/"}
    answered = {
        "about": "Toekomstbestendige arbeidsmarkt",
        "text": "Noem ook het mkb.",
        "answer": {
            "sentence": "Wij nemen dit deels over",
            "reason": "Wij noemen het mkb in de toelichting.",
            "correction": "De eerste keer stond hier een andere tekst.",
            "wordings": {"all": [wording]},
            "landed_sentence": "Verwerkt in: het uitvoeringsprogramma",
        },
    }
    waits = {"about": "Wat spreekt u aan?", "text": "De samenwerking.", "answer": None}
    one = {"letter": letter(), "points": [answered, waits], "path": "/mijn-reacties/1/antwoorden/"}
    return {"consultation": consultation(), "letters": [one]}


def reopened():
    point = {"pk": 1, "letter": letter(), "text": "Noem ook het mkb."}
    return {"point": point, "reopening": {"reason": "Er staat niet waarom het mkb er niet in komt."}}


def redacted():
    return {
        "letter": letter(),
        "what": "een telefoonnummer",
        "point": {"text": "Bel [weggehaald: een telefoonnummer]."},
    }


def moderated():
    return {
        "letter": letter(),
        "heading": "Een punt van u is van de site gehaald",
        "said": "Het secretariaat haalde een punt uit uw reactie van de site, omdat het een persoon beledigt.",
        "words": "De wethouder is een sukkel.",
    }


RECEIVED = register(
    Kind(
        template="consultation/email/received.html",
        name="ontvangstbewijs",
        subject="Ontvangstbewijs {{ letter.number }}: {{ received }}",
        goes_to="wie een reactie of een wijziging verstuurt, en wie daaraan meeschrijven",
        stays=FOLLOWS_FROM_AN_ACT,
        example=receipt,
    )
)
WITHDRAWN = register(
    Kind(
        template="consultation/email/withdrawn.html",
        name="reactie ingetrokken",
        subject="Reactie {{ letter.number }} is ingetrokken",
        goes_to="wie een reactie intrekt, en wie daaraan meeschrijven",
        stays=FOLLOWS_FROM_AN_ACT,
        example=withdrawal,
    )
)
GROUP = register(
    Kind(
        template="consultation/email/group.html",
        name="bericht aan wie samen schrijft",
        subject="{{ heading }}",
        goes_to="de groep die een reactie schrijft, als een lid iets van anderen wijzigt, verwijdert of terughaalt",
        stays="niemand van een groep mag ongezien het werk van de anderen wegdoen",
        example=group,
    )
)
JOINED = register(
    Kind(
        template="consultation/email/joined.html",
        name="aansluiting",
        subject="{{ heading }}: {{ point.subject }}",
        goes_to="wie zich aansloot bij een punt dat daarna is gewijzigd, ingetrokken of teruggehaald",
        stays=FOLLOWS_FROM_AN_ACT,
        example=joined,
    )
)
ASKED_TO_CONFIRM = register(
    Kind(
        template="consultation/email/confirm.html",
        name="te bevestigen reactie",
        subject="Bevestig reactie {{ letter.number }}",
        goes_to="de griffier of secretaris van het orgaan namens wie is gereageerd",
        stays="zonder bevestiging telt de reactie van het orgaan niet mee",
        example=about_a_letter,
    )
)
CONFIRMED = register(
    Kind(
        template="consultation/email/confirmed.html",
        name="reactie bevestigd",
        subject="Reactie {{ letter.number }} is bevestigd en telt mee",
        goes_to="de groep die de reactie schrijft",
        stays=FOLLOWS_FROM_AN_ACT,
        example=about_a_letter,
    )
)
RETURNED = register(
    Kind(
        template="consultation/email/returned.html",
        name="reactie teruggestuurd",
        subject="Reactie {{ letter.number }} is teruggestuurd",
        goes_to="de groep die de reactie schrijft",
        stays=FOLLOWS_FROM_AN_ACT,
        example=about_a_letter,
    )
)
ASKED_TO_CHECK = register(
    Kind(
        template="consultation/email/check.html",
        name="klopt uw brief?",
        subject="Klopt reactie {{ letter.number }}?",
        goes_to="de afzender van een brief die het secretariaat overnam",
        stays=FOLLOWS_FROM_AN_ACT,
        example=entered,
    )
)
INVITATION = register(
    Kind(
        template="consultation/email/invitation.html",
        name="uitnodiging",
        subject="Uitnodiging om te reageren: {{ consultation.title }}",
        goes_to="de griffier, secretaris of bestuurder van een orgaan dat wordt uitgenodigd",
        stays="de uitnodiging is aan het orgaan, en gaat naar wie ervoor handelt",
        example=invitation,
    )
)
REMINDER = register(
    Kind(
        template="consultation/email/reminder.html",
        name="herinnering",
        subject="{{ consultation.countdown }}: {{ consultation.title }}",
        goes_to="wie nog niet begon, verstuurde of bevestigde, één keer, drie dagen voor het sluiten",
        example=reminder,
        priority=MailPriority.MANY,
    )
)
ANSWERS = register(
    Kind(
        template="consultation/email/answers.html",
        name="antwoorden",
        subject="Antwoord op uw reactie: {{ consultation.title }}",
        goes_to="wie reageerde, als de antwoorden op de site staan",
        stays="wie reageert, krijgt antwoord: dat is beloofd",
        example=answers,
        priority=MailPriority.MANY,
    )
)
REOPENED = register(
    Kind(
        template="consultation/email/reopened.html",
        name="niet volledig beantwoord",
        subject="Niet volledig beantwoord: {{ point.letter.number }}",
        goes_to="wie het punt behandelt, anders het postvak van het regiobureau",
        stays="het is werk van het regiobureau",
        example=reopened,
    )
)
REDACTED = register(
    Kind(
        template="consultation/email/redacted.html",
        name="gegeven weggehaald",
        subject="Uit reactie {{ letter.number }} is {{ what }} weggehaald",
        goes_to="wie een punt schreef waaruit het secretariaat iets van een persoon haalde",
        stays=FOLLOWS_FROM_AN_ACT,
        example=redacted,
    )
)
MODERATED = register(
    Kind(
        template="consultation/email/moderated.html",
        name="punt van de site of terug",
        subject="{{ heading }}",
        goes_to="wie een punt schreef dat het secretariaat van de site haalt of terugzet",
        stays=FOLLOWS_FROM_AN_ACT,
        example=moderated,
    )
)
