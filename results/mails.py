"""The kinds of mail about figures, with an example of what nobody keeps."""

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
        "late": "Te laat is een nieuwe waarde van: Nieuwe woningen.",
    }


def late_figures():
    due_on = timezone.localdate() - timedelta(days=1)
    return [
        {"name": "Nieuwe woningen", "due_on": due_on, "latest_in_words": "240 woningen, peildatum 1 januari 2023"},
    ]


def late():
    return {
        "owner": "adviseur wonen, Voorbeeldstad",
        "late": late_figures(),
        "more": "",
        "path": "/resultaten/navraag/(eigen-link)/",
        "leave_path": "/resultaten/navraag/afmelden/(eigen-link)/",
        "until": timezone.localdate() + timedelta(days=60),
    }


def late_at_the_desk():
    return {"late": late_figures(), "more": "En nog 12 cijfers.", "path": "/beheer/results/indicator/?waarde=te-laat"}


def sent_back():
    return {
        "proposal": {
            "about": "Nieuwe woningen",
            "get_kind_display": "de waarde moet anders",
            "answer": "De bron noemt een ander getal.",
            "judged_by": "Noor Voorbeeld",
        },
        "path": "/beheer/results/proposal/1/change/",
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
LATE = register(
    Kind(
        template="results/email/late.html",
        name="nieuwe waarde te laat",
        subject="Een nieuwe waarde is te laat: {{ late.0.name }}{{ late|length|pluralize:', en meer' }}",
        goes_to="de eigenaar van een cijfer, één keer als een nieuwe waarde te laat is",
        example=late,
        priority=MailPriority.MANY,
    )
)
LATE_AT_THE_DESK = register(
    Kind(
        template="results/email/late_at_the_desk.html",
        name="nieuwe waarde te laat, zonder eigenaar",
        subject="Cijfers zonder eigenaar wachten op een nieuwe waarde",
        goes_to="het secretariaat, één keer als een nieuwe waarde te laat is van een cijfer zonder bereikbare eigenaar",
        stays="het is het werk van wie het krijgt",
        example=late_at_the_desk,
    )
)
SENT_BACK = register(
    Kind(
        template="results/email/sent_back.html",
        name="waarde teruggestuurd",
        subject="Teruggestuurd: {{ proposal.about }}",
        goes_to="wie in het beheer een waarde invoerde die een collega terugstuurt",
        stays="het is het werk van wie het krijgt",
        example=sent_back,
    )
)
