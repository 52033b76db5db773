"""The demo's finished consultation: who said what on the example agenda, what was answered, and what changed by it.

Every point has its answer, but it is not closed off: so that one can try saying that a point was not fully answered,
answering it again, and closing it off. It belongs to the invented agenda and the invented bodies of the demo, so none
of it says anything about a real one.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from consultation.models import Consultation, SenderKind
from partners.models import Body, BodyKind, Partner, PartnerKind, User
from regiozwolle.example.answers import answer_all
from regiozwolle.example.decisions import decide
from regiozwolle.example.letters import ADOPTED, bring_together, letters, table_talk
from regiozwolle.example.people import body

SLUG = "voorbeeldconsultatie-afgerond"
# In days before today; the versions of the example agenda are of 160 and 60 days ago.
OPENED, CLOSED, ANSWERED, AGAIN = 150, 122, 56, 45
THEMES = [
    {
        "key": "wonen",
        "name": "Wonen in stad en dorp",
        "heard": "Raden en inwoners misten de kleine kernen. Zij vroegen om betaalbare woningen, ook in een dorp.",
        "done": "De kleine kernen staan nu in de agenda. Twee derde van de woningen wordt betaalbaar, in plaats "
        "van de helft.",
    },
    {
        "key": "bereikbaar",
        "name": "Bus en fiets",
        "heard": "Er was veel steun voor de fietsroutes. Er kwamen ook vragen over wie de bus in het weekend betaalt.",
        "done": "De fietsroutes blijven. De vraag over de bus gaat naar de provincie, want zij betaalt het vervoer.",
    },
    {
        "key": "groen",
        "name": "Groen en water",
        "heard": "Duizend bomen per gemeente vond een college te veel voor een kleine gemeente.",
        "done": "Het aantal bomen is vervallen. Daarvoor in de plaats komen groene daken op nieuwe bedrijfshallen.",
    },
]
# Who was invited to the finished consultation. `handles` is when, in days before today; who has a `remark` declined.
INVITED = [
    {"partner": "voorbeeldstad", "body": BodyKind.COUNCIL, "handles": 126},
    {"partner": "proefdorp", "body": BodyKind.COUNCIL, "handles": 127},
    {"partner": "oefenbeek", "body": BodyKind.COUNCIL, "remark": "De raad reageert later, bij het besluit."},
    {"partner": "modelveen", "body": BodyKind.COUNCIL},
    {"partner": "voorbeeldland", "body": BodyKind.STATES, "handles": 125},
]


def load(first, second, *, today, domain):
    """Makes the finished consultation on the version `first` once, with the answers that led to `second`.

    `domain` is that of the demo's people. What is there already stays as it is.
    """
    if Consultation.objects.filter(slug=SLUG).exists():
        return
    ago = Ago(today)
    people = {user.email.partition("@")[0]: user for user in User.objects.filter(email__endswith=f"@{domain}")}
    consultation = open_and_closed(first, ago)
    themes = {
        theme["key"]: consultation.themes.create(
            position=position, name=theme["name"], heard=theme["heard"], done=theme["done"]
        )
        for position, theme in enumerate(THEMES, start=1)
    }
    points = letters(consultation, people, themes, ago)
    points["tafel"] = table_talk(consultation, people, themes, ago, domain)
    for key, below in ADOPTED.items():
        points[key].adopted_from = points[below]
        points[key].save()
    bring_together(points)
    points["kernen-raad"].endorsements.create(
        body=body("proefdorp", BodyKind.COUNCIL),
        sender_kind=SenderKind.COUNCIL,
        decided_on=ago.day(124),
        made_at=ago.moment(123),
    )
    answer_all(consultation, second, points, people, ago, answered=ANSWERED, again=AGAIN)
    decide(second, ago)


class Ago:
    """Days and moments counted back from one day."""

    def __init__(self, today):
        self.today = today

    def day(self, days):
        return self.today - timedelta(days=days)

    def moment(self, days):
        return timezone.make_aware(datetime.combine(self.day(days), time(10, 30)))


def cyclists():
    """The invented organisation that wrote a letter on paper."""
    partner, _ = Partner.objects.get_or_create(
        slug="voorbeeldfietsers",
        defaults={"name": "Voorbeeldfietsers", "kind": PartnerKind.PROJECT, "is_example": True},
    )
    Body.objects.get_or_create(
        partner=partner, kind=BodyKind.BOARD, defaults={"name": "bestuur van de Voorbeeldfietsers"}
    )


def open_and_closed(first, ago):
    """The consultation itself, with its questions, steps and invitations."""
    cyclists()
    consultation = Consultation.objects.create(
        slug=SLUG,
        title="Voorbeeldconsultatie over de eerste versie",
        version=first,
        opens_at=timezone.make_aware(datetime.combine(ago.day(OPENED), time.min)),
        closes_at=timezone.make_aware(datetime.combine(ago.day(CLOSED - 1), time.min)),
        summary="Wat vindt u van de eerste versie van de voorbeeldagenda?",
        asked_by="Het Regiobestuur (in dit voorbeeld)",
        asked_of="De raden, Staten en colleges in Voorbeeldland (in dit voorbeeld).",
        decided_by="De raden en Staten, na de tweede versie (in dit voorbeeld).",
        effect="Het Regiobestuur beantwoordt elk punt en past de agenda zo nodig aan.",
        answered_by=ago.day(ANSWERED - 6),
        note="Deze consultatie is verzonnen. Zij laat zien wat er met een reactie gebeurt.",
        is_example=True,
    )
    consultation.questions.create(position=1, text="Wat spreekt u aan?")
    for position, (title, starts, ends) in enumerate(
        [
            ("Schriftelijke consultatie", OPENED, CLOSED),
            ("Antwoord op alle punten", ANSWERED, None),
            ("Besluit in raden en Staten", 50, 32),
        ],
        start=1,
    ):
        consultation.steps.create(
            position=position, title=title, starts_on=ago.day(starts), ends_on=ends and ago.day(ends)
        )
    for one in INVITED:
        consultation.invitations.create(
            body=body(one["partner"], one["body"]),
            invited_on=ago.day(OPENED),
            handles_on=ago.day(one["handles"]) if "handles" in one else None,
            declined_on=ago.day(140) if "remark" in one else None,
            remark=one.get("remark", ""),
        )
    return consultation
