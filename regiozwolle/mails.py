"""The kinds of mail about signing in and across apps, with an example of what nobody wrote."""

from datetime import timedelta

from django.utils import timezone

from partners.ground.mail.kinds import Kind, register
from partners.ground.models import MailPriority
from partners.ground.templatetags.dutch import weekday

# What the log says of them: the subject holds the code.
ABOUT_SIGNING_IN = "Inloggen"
ASKED_FOR = "het is het antwoord op een aanvraag van dat moment"


def code():
    return {"code": "1234-5678", "email": "naam@voorbeeldstad.example", "link_path": "/inloggen/code/?code=1234-5678"}


def weekly():
    today = timezone.localdate()
    question = {
        "until_in_words": f"Tot en met {weekday(today + timedelta(days=3))}",
        "heading": "Zet ‘Voorbeelddossier’ op de agenda van de volgende vergadering",
        "text": "Een besluit nemen. Dat is de enige vergadering die hierover kan besluiten.",
        "act": "Geef door wanneer dit wordt behandeld:",
        "body": "gemeenteraad van Voorbeeldstad",
    }
    dossier = {
        "title": "Voorbeelddossier",
        "outcome": "8 van de 13 raden en Staten stemden in",
        "get_absolute_url": "/besluiten/voorbeelddossier/",
    }
    news = {"dossier": dossier, "shown": [("Voorbeelddorp", "heeft ingestemd, 2 juni 2027")], "left_out": 2}
    return {
        "heading": "6 vragen aan uw raad",
        "subject_line": "Voorbeeldstad: 6 vragen",
        "today": weekday(today),
        "names": "gemeenteraad van Voorbeeldstad",
        "capacity": "griffier",
        "is_example": True,
        "has_several": False,
        "has_keys": True,
        "questions": [(question, "/besluiten/invoer/(eigen-link)/")],
        "yours": "uw raad",
        "until": today + timedelta(days=28),
        "more_questions": 5,
        "news": [news],
        "days": [(today + timedelta(days=9), "vergadering gemeenteraad van Voorbeeldstad")],
        "handovers": [("de gemeenteraad van Voorbeeldstad", "/partners/voorbeeldstad/raad/overdracht/")],
        "moments": [("gemeenteraad van Voorbeeldstad", "/partners/voorbeeldstad/raad/wat-kan-nog/")],
        "leave_path": "/weekbericht/(eigen-link)/",
        "groups": [followed()],
        "own_path": "/volgen/eigen/(eigen-link)/",
    }


def followed():
    return {
        "heading": "Opgave 2.1: Voorbeeldopgave",
        "path": "/agenda/tekst/RZ24-2.1/",
        "lines": ["Uw raad heeft ingestemd, 2 juni 2027: Voorbeelddossier", "Nieuwe waarde van een cijfer: 4.500"],
        "left_out": 2,
    }


def digest():
    return {
        "subject_line": "4 nieuwtjes over Opgave 2.1: Voorbeeldopgave",
        "when": "Weekoverzicht, week van 7 juni 2027",
        "groups": [followed()],
        "own_path": "/volgen/eigen/(eigen-link)/",
    }


def newsletter():
    return {
        "title": "De regiodag is verzet",
        "text": "De regiodag is op een andere dag.\n\nU krijgt nog een uitnodiging.",
        "leave_path": "/volgen/eigen/(eigen-link)/",
    }


def confirm_follow():
    return {"title": "Opgave 2.1: Voorbeeldopgave", "path": "/volgen/bevestigen/(eigen-link)/", "days": 3}


def unknown():
    return {"email": "naam@voorbeeldstad.example", "no_account_path": "/inloggen/geen-account/"}


def goes():
    return {"name": "Fenna Voorbeeld", "from_day": timezone.localdate() + timedelta(days=14), "path": "/inloggen/"}


def changed():
    return {
        "changes": ["Het e-mailadres was griffie@voorbeeldstad.example en is nu raad@voorbeeldstad.example."],
        "by": "Het secretariaat deed dit: Voorbeeld Secretariaat.",
        "at": timezone.now(),
        "name": "Voorbeeld Griffier",
        "my_path": "/mijn-account/",
    }


def second_person():
    return {
        "what": "e-mailadres",
        "name": "Voorbeeld Griffier",
        "before": "griffie@voorbeeldstad.example",
        "after": "raad@voorbeeldstad.example",
        "by": "Voorbeeld Secretariaat",
        "path": "/beheer/accounts/wijziging/1/",
    }


def old_pages():
    path = "/beheer/results/project/?nagelezen=lang-geleden"
    return {
        "groups": [{"name": "Projecten", "titles": ["Voorbeeldproject"], "left_out": 2, "path": path}],
        "path": "/beheer/",
    }


def rights_due():
    return {"left": "5 mensen in het beheer en 120 hoedanigheden", "path": "/beheer/accounts/rechten/"}


CODE = register(
    Kind(
        template="account/email/login_code_message.html",
        name="code om in te loggen",
        subject="Uw code om in te loggen bij Regio Zwolle: {{ code }}",
        about=ABOUT_SIGNING_IN,
        goes_to="wie een code aanvraagt",
        stays=ASKED_FOR,
        example=code,
        priority=MailPriority.CODE,
    )
)
UNKNOWN = register(
    Kind(
        template="account/email/unknown_account_message.html",
        name="nog geen account",
        subject="U hebt nog geen account bij Regio Zwolle",
        about=ABOUT_SIGNING_IN,
        goes_to="wie een code aanvraagt met een adres dat wij niet kennen",
        stays=ASKED_FOR,
        example=unknown,
        priority=MailPriority.CODE,
    )
)
CHANGED = register(
    Kind(
        template="account/email/changed.html",
        name="er is iets gewijzigd aan een account",
        subject="Er is iets gewijzigd aan uw account bij Regio Zwolle",
        goes_to="wie het account heeft, ook op het adres dat het eerst had",
        stays="het zegt dat iemand iets wijzigde aan wie er met het account kan inloggen",
        example=changed,
    )
)
SECOND_PERSON = register(
    Kind(
        template="account/email/second_person.html",
        name="wijziging van een account om te bevestigen",
        subject="Bevestig een wijziging van een account: {{ name }}",
        goes_to="wie van het secretariaat de wijziging mag bevestigen",
        stays="zonder een tweede persoon gaat de wijziging niet door",
        example=second_person,
    )
)
CHANGE_WITHDRAWN = register(
    Kind(
        template="account/email/change_withdrawn.html",
        name="wijziging van een account ingetrokken",
        subject="Ingetrokken: een wijziging van het account van {{ name }}",
        goes_to="wie van het secretariaat de wijziging mocht bevestigen, als wie het vroeg die intrekt",
        stays="wie om een bevestiging is gevraagd, moet weten dat die niet meer nodig is",
        example=second_person,
    )
)
WEEKLY = register(
    Kind(
        template="regiozwolle/email/weekly.html",
        name="weekbericht",
        subject="{{ subject_line }}",
        goes_to="de griffier of secretaris van elk orgaan, of anders het contactpunt, hoogstens één keer per week",
        example=weekly,
        priority=MailPriority.MANY,
    )
)
DIGEST = register(
    Kind(
        template="regiozwolle/email/digest.html",
        name="overzicht van wat iemand volgt",
        subject="{{ subject_line }}",
        goes_to="wie iets volgt, elke dag of elke week, alleen als er iets is gebeurd",
        example=digest,
        priority=MailPriority.MANY,
    )
)
NEWSLETTER = register(
    Kind(
        template="regiozwolle/email/newsletter.html",
        name="nieuwsbrief",
        subject="{{ title }}",
        goes_to="wie voor een orgaan handelt of iets volgt, zoals het secretariaat het bij de brief kiest",
        example=newsletter,
        priority=MailPriority.MANY,
    )
)
CONFIRM_FOLLOW = register(
    Kind(
        template="regiozwolle/email/confirm_follow.html",
        name="volgen bevestigen",
        subject="Bevestig dat u wilt volgen: {{ title }}",
        goes_to="wie zonder account iets wil volgen, voordat wij het adres bewaren",
        stays=ASKED_FOR,
        example=confirm_follow,
    )
)
DRAFT_GOES = register(
    Kind(
        template="regiozwolle/email/draft_goes.html",
        name="concept gaat weg",
        subject="Uw concept bij Regio Zwolle gaat weg",
        goes_to="wie een concept heeft dat langer is bewaard dan mag, twee weken vooraf",
        stays="wat van u is, gaat niet weg zonder dat u het weet",
        example=goes,
    )
)
ACCOUNT_GOES = register(
    Kind(
        template="regiozwolle/email/account_goes.html",
        name="account gaat weg",
        subject="Uw account bij Regio Zwolle gaat weg",
        goes_to="wie lang niet inlogde en geen functie meer heeft, twee weken vooraf",
        stays="wat van u is, gaat niet weg zonder dat u het weet",
        example=goes,
    )
)
OLD_PAGES = register(
    Kind(
        template="regiozwolle/email/old_pages.html",
        name="pagina’s die lang niemand nalas",
        subject="Kloppen deze pagina’s nog?",
        goes_to="wie een pagina het laatst wijzigde, en anders het secretariaat, hoogstens één keer per maand",
        stays="het is het werk van wie het krijgt",
        example=old_pages,
    )
)
RIGHTS_DUE = register(
    Kind(
        template="regiozwolle/email/rights_due.html",
        name="rechten nalopen",
        subject="Loop de rechten na",
        goes_to="de beheerders, elke maand vanaf een jaar na de vorige keer tot het is gedaan",
        stays="wie te veel mag, wordt anders door niemand gezien",
        example=rights_due,
    )
)
