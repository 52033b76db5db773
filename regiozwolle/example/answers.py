"""The demo's finished consultation: who said what on the example agenda, what was answered, and what changed by it.

Every point has its answer, but it is not closed off: so that one can try saying that a point was not fully answered,
answering it again, and closing it off. It belongs to the invented agenda and the invented bodies of the demo, so none
of it says anything about a real one.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from agenda.models import Wording
from consultation.actions.answering import record
from consultation.actions.reacting import next_number, snapshot
from consultation.deciding.models import Decision, Dossier, Outcome, Track, TrackStep, TrackStepKind
from consultation.models import (
    Answer,
    AnswerState,
    Channel,
    Consultation,
    Letter,
    LetterState,
    PointKind,
    Publication,
    Reopening,
    SenderKind,
    Sharing,
    Submission,
    Verdict,
)
from partners.models import Body, BodyKind, Partner, PartnerKind, Source, User

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

COUNCILLOR, OTHER, CLERK, SECRETARY, REVIEWER = "raadslid", "raadslid2", "griffier", "secretariaat", "secretariaat2"

VILLAGES_TOO = "Noem ook de kleine kernen. Daar is een handvol woningen soms genoeg voor de school en de winkel."
VILLAGES = (
    "Wij bouwen woningen bij de stations, in de steden en in de kleine kernen.\n\nDe helft daarvan is betaalbaar."
)

# `partner` is the slug of whose body it is, `author` who wrote it if that is a person of the demo, and `days` how long
# before today it was sent. The letters, and the points in them, are known by their keys.
LETTERS = [
    {
        "key": "lid",
        "sender_kind": SenderKind.PERSONAL,
        "partner": "voorbeeldstad",
        "body": BodyKind.COUNCIL,
        "author": COUNCILLOR,
        "sharing": Sharing.PUBLIC,
        "days": 145,
        "points": [
            {
                "key": "kernen-lid",
                "code": "VB24-L1.1",
                "kind": PointKind.WISH,
                "theme": "wonen",
                "text": VILLAGES_TOO,
                "proposal": VILLAGES,
            },
            {
                "key": "dijk",
                "code": "VB24-L1.3",
                "kind": PointKind.QUESTION,
                "theme": "bereikbaar",
                "text": "Hoort het fietspad langs de dijk hier ook bij?",
            },
        ],
    },
    {
        "key": "fractie",
        "sender_kind": SenderKind.PARTY_GROUP,
        "partner": "voorbeeldstad",
        "body": BodyKind.COUNCIL,
        "author": COUNCILLOR,
        "sharing": Sharing.PUBLIC,
        "days": 140,
        "points": [
            {
                "key": "kernen-fractie",
                "code": "VB24-L1.1",
                "kind": PointKind.WISH,
                "theme": "wonen",
                "text": VILLAGES_TOO,
                "proposal": VILLAGES,
            },
            {
                "key": "zin",
                "code": "VB24-L2.1",
                "kind": PointKind.ERROR,
                "theme": "bereikbaar",
                "text": "De zin over de bus leest stroef. Begin met ‘Ook in het weekend’.",
                "proposal": "Ook in het weekend rijdt de bus naar elke kern.",
            },
        ],
    },
    {
        "key": "raad",
        "sender_kind": SenderKind.COUNCIL,
        "partner": "voorbeeldstad",
        "body": BodyKind.COUNCIL,
        "author": CLERK,
        "sharing": Sharing.PUBLIC,
        "days": 125,
        "points": [
            {
                "key": "kernen-raad",
                "code": "VB24-L1.1",
                "kind": PointKind.WISH,
                "theme": "wonen",
                "text": VILLAGES_TOO,
                "proposal": VILLAGES,
            },
            {
                "key": "minderheid",
                "code": "VB24-L1.1",
                "kind": PointKind.OBJECTION,
                "theme": "wonen",
                "text": "Bouw alleen bij de stations. In de kernen ontbreekt het vervoer.",
            },
        ],
    },
    {
        "key": "proefdorp",
        "sender_kind": SenderKind.COUNCIL,
        "partner": "proefdorp",
        "body": BodyKind.COUNCIL,
        "author": OTHER,
        "sharing": Sharing.PUBLIC,
        "days": 126,
        "points": [
            {
                "key": "dorp",
                "code": "VB24-L1.2",
                "kind": PointKind.WISH,
                "theme": "wonen",
                "text": "Deze tekst gaat alleen over wijken. Schrijf ook ‘elk dorp’, en noem naast de school ook de "
                "huisarts.",
                "proposal": "Elke wijk en elk dorp heeft een school, een winkel en een huisarts op fietsafstand.",
            },
        ],
    },
    {
        "key": "college",
        "sender_kind": SenderKind.EXECUTIVE,
        "partner": "proefdorp",
        "body": BodyKind.EXECUTIVE,
        "sharing": Sharing.PUBLIC,
        "days": 128,
        "points": [
            {
                "key": "bomen",
                "code": "VB24-L2.2",
                "kind": PointKind.OBJECTION,
                "theme": "groen",
                "text": "Duizend bomen is voor een kleine gemeente niet te doen. Kies iets wat overal past.",
            },
        ],
    },
    {
        "key": "staten",
        "sender_kind": SenderKind.COUNCIL,
        "partner": "voorbeeldland",
        "body": BodyKind.STATES,
        "sharing": Sharing.PUBLIC,
        "days": 124,
        "points": [
            {
                "key": "bus",
                "code": "VB24-L2.1",
                "kind": PointKind.QUESTION,
                "theme": "bereikbaar",
                "text": "Wie betaalt de bus in het weekend? In de begroting van de provincie staat daar nu niets voor.",
            },
        ],
    },
    {
        "key": "eigen",
        "sender_kind": SenderKind.PERSONAL,
        "partner": "proefdorp",
        "body": BodyKind.COUNCIL,
        "author": OTHER,
        "sharing": Sharing.OWN,
        "days": 133,
        "points": [
            {
                "key": "water",
                "code": "VB24-L2.3",
                "kind": PointKind.OBJECTION,
                "theme": "groen",
                "text": "Regenwater opvangen maakt bouwen te duur. Haal deze opgave uit de agenda.",
            },
        ],
    },
    {
        "key": "fietsers",
        "sender_kind": SenderKind.PARTNER,
        "partner": "voorbeeldfietsers",
        "body": BodyKind.BOARD,
        "sharing": Sharing.PUBLIC,
        "days": 131,
        "points": [
            {
                "key": "brief",
                "code": "VB24-L1.3",
                "kind": PointKind.SUPPORT,
                "theme": "bereikbaar",
                "text": "Wij zijn blij met de drie fietsroutes. Begin met de route naar het ziekenhuis.",
            },
        ],
    },
]
# Which point was adopted from which.
ADOPTED = {"kernen-fractie": "kernen-lid", "kernen-raad": "kernen-fractie"}
EQUAL = ["kernen-lid", "kernen-fractie", "kernen-raad"]
# The letter of the cyclists is about two things, so the secretariat divided it.
SPLIT = {
    "whole": "brief",
    "parts": [
        {"key": "brief-steun", "kind": PointKind.SUPPORT, "text": "Wij zijn blij met de drie fietsroutes."},
        {"key": "brief-wens", "kind": PointKind.WISH, "text": "Begin met de route naar het ziekenhuis."},
    ],
}

# `points` are keys of points, `wordings` the codes of what changed by it in the second version.
ANSWERS = [
    {
        "points": EQUAL,
        "verdict": Verdict.ADOPTED,
        "reason": "De kleine kernen horen erbij. Een paar woningen kan in een dorp al veel betekenen.",
        "wordings": ["VB24-L1.1"],
    },
    {
        "points": ["minderheid"],
        "verdict": Verdict.REJECTED,
        "reason": "De meeste raden willen juist ook in de kernen bouwen. De bus rijdt daar ook in het weekend, "
        "zie opgave 2.1.",
    },
    {
        "points": ["dorp"],
        "verdict": Verdict.PARTLY,
        "reason": "‘Elk dorp’ staat nu in de tekst. De huisarts niet: daar gaan de gemeenten niet over.",
        "wordings": ["VB24-L1.2"],
    },
    {
        "points": ["bomen"],
        "verdict": Verdict.PARTLY,
        "reason": "Het aantal van duizend bomen is vervallen. Wij kiezen voor groene daken, want die passen in "
        "elke gemeente.",
        "wordings": ["VB24-L2.4"],
    },
    {
        "points": ["bus"],
        "verdict": Verdict.FORWARDED,
        "reason": "De provincie betaalt het vervoer met de bus. Zij geeft u binnen drie maanden antwoord.",
        "forwarded_to": "Gedeputeerde Staten van Voorbeeldland",
    },
    {
        "points": ["water"],
        "verdict": Verdict.REJECTED,
        "reason": "Water opvangen bij nieuwbouw is in de hele regio afgesproken. Later herstellen kost meer.",
    },
    {
        "points": ["zin"],
        "verdict": Verdict.ADOPTED,
        "wordings": ["VB24-L2.1"],
    },
    {
        "points": ["brief-steun", "tafel"],
        "verdict": Verdict.NOTED,
        "reason": "Dank u wel. Wij lezen dat de fietsroutes worden gewaardeerd.",
    },
    {
        "points": ["brief-wens"],
        "verdict": Verdict.ADOPTED,
        "reason": "De route naar het ziekenhuis wordt als eerste aangelegd.",
        "landed_elsewhere": "het uitvoeringsplan fietsroutes",
    },
    {
        "points": ["dijk"],
        "verdict": Verdict.ANSWERED,
        "reason": "Ja, het fietspad langs de dijk hoort bij de drie routes.",
    },
]
REOPENED = {
    "point": "dijk",
    "reason": "Mijn vraag was ook wie het fietspad onderhoudt. Dat lees ik niet.",
}
SECOND = {
    "verdict": Verdict.ANSWERED,
    "reason": "Het fietspad langs de dijk hoort bij de drie routes. Het waterschap onderhoudt het.",
    "correction": "De afzender vroeg ook wie het fietspad onderhoudt.",
}

# What the bodies decided on the second version: on the whole, or on the one element of `code`. Who has decided on
# nothing yet has only received the papers.
DECISIONS = [
    {
        "partner": "voorbeeldstad",
        "body": BodyKind.COUNCIL,
        "decided": [
            {"outcome": Outcome.AGREED},
            {"code": "VB24-L1.3", "outcome": Outcome.AGREED, "amount": 40_000},
        ],
    },
    {
        "partner": "proefdorp",
        "body": BodyKind.COUNCIL,
        "decided": [
            {
                "code": "VB24-L1.1",
                "outcome": Outcome.CONDITION,
                "condition": "Elk jaar hoort de raad hoeveel woningen er in de dorpen zijn gebouwd.",
            },
            {"code": "VB24-L1.2", "outcome": Outcome.AGREED},
            {"code": "VB24-L2.1", "outcome": Outcome.AGREED},
            {"code": "VB24-L1.3", "outcome": Outcome.ABSTAINS},
        ],
    },
    {
        "partner": "oefenbeek",
        "body": BodyKind.COUNCIL,
        "decided": [
            {"code": "VB24-L1.1", "outcome": Outcome.AGREED},
            {"code": "VB24-L1.2", "outcome": Outcome.AGREED},
            {"code": "VB24-L2.1", "outcome": Outcome.AGREED},
            {"code": "VB24-L1.3", "outcome": Outcome.AGREED, "amount": 10_000},
            {"code": "VB24-L2.4", "outcome": Outcome.AGAINST},
        ],
    },
    {"partner": "modelveen", "body": BodyKind.COUNCIL, "decided": []},
    {
        "partner": "voorbeeldland",
        "body": BodyKind.STATES,
        "decided": [
            {"outcome": Outcome.AGREED},
            {
                "code": "VB24-L2.1",
                "outcome": Outcome.CONDITION,
                "amount": 150_000,
                "condition": "De gemeenten betalen samen evenveel.",
            },
            {"code": "VB24-L1.2", "outcome": Outcome.ABSTAINS},
        ],
    },
    {"partner": "voorbeeldstad", "body": BodyKind.EXECUTIVE, "decided": [{"outcome": Outcome.AGREED}]},
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
    answer_all(consultation, second, points, people, ago)
    decide(second, ago)


class Ago:
    """Days and moments counted back from one day."""

    def __init__(self, today):
        self.today = today

    def day(self, days):
        return self.today - timedelta(days=days)

    def moment(self, days):
        return timezone.make_aware(datetime.combine(self.day(days), time(10, 30)))


def body(slug, kind):
    return Body.objects.get(partner__slug=slug, kind=kind)


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


def letters(consultation, people, themes, ago):
    """Everything in LETTERS, sent; returns the points by their keys."""
    words = {one.element.code: one for one in consultation.version.wordings.select_related("element")}
    made = {}
    for said in LETTERS:
        sender_kind, days = said["sender_kind"], said["days"]
        sent_at = ago.moment(days)
        letter = Letter.objects.create(
            consultation=consultation,
            author=people.get(said.get("author")),
            body=body(said["partner"], said["body"]),
            sender_kind=sender_kind,
            capacity="raadslid" if sender_kind in (SenderKind.PERSONAL, SenderKind.PARTY_GROUP) else "",
            party_group="Voorbeeld" if sender_kind == SenderKind.PARTY_GROUP else "",
            sharing=said["sharing"],
            decided_on=ago.day(days + 1) if sender_kind.follows_a_decision else None,
            state=LetterState.SENT,
            number=next_number(),
            created_at=sent_at,
            sent_at=sent_at,
            confirmed_at=sent_at,
            **entered(said["key"], people, ago, days),
        )
        for point in said["points"]:
            wording, is_minority = words[point["code"]], point["key"] == "minderheid"
            made[point["key"]] = letter.points.create(
                wording=wording,
                quoted_text=wording.text,
                kind=point["kind"],
                text=point["text"],
                proposal=point.get("proposal", ""),
                is_minority=is_minority,
                minority_of="een deel van de raad" if is_minority else "",
                handler=people.get(SECRETARY),
            )
            made[point["key"]].themes.add(themes[point["theme"]])
        Submission.objects.create(letter=letter, sequence=1, sent_at=sent_at, content=snapshot(letter))
    return made


def entered(key, people, ago, days):
    """What is kept of a letter on paper, which the secretariat typed in."""
    if key != "fietsers":
        return {}
    return {
        "channel": Channel.LETTER,
        "received_on": ago.day(days + 2),
        "entered_by": people.get(SECRETARY),
        "letter_text": "Geacht bestuur,\n\nWij zijn blij met de drie fietsroutes. Begin met de route naar het "
        "ziekenhuis.\n\nDe Voorbeeldfietsers",
    }


def table_talk(consultation, people, themes, ago, domain):
    """What was said at one table of a session, reported there and checked by the secretariat."""
    session = consultation.table_sessions.create(
        title="Reflectie aan tafel in Voorbeeldstad",
        place="Gemeentehuis van Voorbeeldstad",
        opens_at=ago.moment(135),
        closes_at=ago.moment(134),
    )
    table = session.tables.create(number=1)
    table.attendance.create(sort="raadsleden", count=4)
    table.attendance.create(sort="inwoners", count=2)
    letter = Letter.objects.create(
        consultation=consultation,
        table=table,
        sender_kind=SenderKind.TABLE,
        channel=Channel.TABLE,
        received_on=ago.day(135),
        state=LetterState.SENT,
        number=next_number(),
        created_at=ago.moment(135),
        sent_at=ago.moment(135),
        confirmed_at=ago.moment(130),
        confirmed_by=people.get(SECRETARY),
    )
    point = letter.points.create(
        question=consultation.questions.get(position=1),
        text="De fietsroutes spreken ons aan. Zo komt iedereen zonder auto in de stad.",
    )
    point.themes.add(themes["bereikbaar"])
    Submission.objects.create(letter=letter, sequence=1, sent_at=letter.sent_at, content=snapshot(letter))
    return point


def bring_together(points):
    """Marks what says the same as equal, and divides the letter that is about two things; adds its parts."""
    lead, *same = [points[key] for key in EQUAL]
    for point in same:
        point.same_as = lead
        point.save()
    whole = points[SPLIT["whole"]]
    for part in SPLIT["parts"]:
        made = whole.parts.create(
            letter=whole.letter,
            wording=whole.wording,
            quoted_text=whole.quoted_text,
            kind=part["kind"],
            text=part["text"],
        )
        made.themes.set(whole.themes.all())
        points[part["key"]] = made


def answer_all(consultation, second, points, people, ago):
    """Everything in ANSWERS on the site in one batch, and once more to the point that was opened again."""
    words = {one.element.code: one for one in Wording.objects.filter(version=second).select_related("element")}
    writer, reviewer = people.get(SECRETARY), people.get(REVIEWER)
    batch = []
    for said in ANSWERS:
        answer = Answer.objects.create(
            verdict=said["verdict"],
            reason=said.get("reason", ""),
            forwarded_to=said.get("forwarded_to", ""),
            landed_elsewhere=said.get("landed_elsewhere", ""),
            drafted_by=writer,
            reviewed_by=reviewer,
            reviewed_at=ago.moment(ANSWERED + 2),
        )
        answer.points.set([points[key] for key in said["points"]])
        answer.wordings.set([words[code] for code in said.get("wordings", [])])
        batch.append(answer)
    put_on_site(consultation, batch, writer, reviewer, ago, ANSWERED)
    point = points[REOPENED["point"]]
    Reopening.objects.create(point=point, reason=REOPENED["reason"], made_at=ago.moment(ANSWERED - 4))
    again = Answer.objects.create(
        **SECOND,
        drafted_by=writer,
        reviewed_by=reviewer,
        reviewed_at=ago.moment(AGAIN + 1),
    )
    again.points.set([point])
    put_on_site(consultation, [again], writer, reviewer, ago, AGAIN)


def put_on_site(consultation, answers, writer, reviewer, ago, days):
    """One publication, with the history that leads to it."""
    for act, by, when in [("geschreven", writer, days + 4), ("nagekeken", reviewer, days + 2)]:
        record(answers, act=act, by=by)
        AnswerState.objects.filter(answer__in=answers, act=act).update(made_at=ago.moment(when))
    at = ago.moment(days)
    publication = Publication.objects.create(consultation=consultation, published_at=at, made_by=writer)
    Answer.objects.filter(pk__in=[answer.pk for answer in answers]).update(publication=publication, published_at=at)
    record(answers, act="op de site gezet", by=writer)
    AnswerState.objects.filter(answer__in=answers, act="op de site gezet").update(made_at=at)


def decide(second, ago):
    """The dossier on the second version, with what each invented body decided."""
    source = Source.objects.get(slug="voorbeeld")
    dossier = Dossier.objects.create(
        slug="voorbeelddossier",
        title="Vaststelling van de voorbeeldagenda",
        summary="De raden, de Staten en een college in Voorbeeldland besluiten over de tweede versie van de agenda.",
        version=second,
        period_text="in de twee maanden na de tweede versie",
        note="Dit dossier en de besluiten zijn verzonnen.",
        source=source,
        is_example=True,
    )
    elements = {wording.element.code: wording.element for wording in second.wordings.select_related("element")}
    for one in DECISIONS:
        track = Track.objects.create(dossier=dossier, body=body(one["partner"], one["body"]))
        TrackStep.objects.create(track=track, kind=TrackStepKind.SENT, happened_on=ago.day(52), source=source)
        for decided in one["decided"]:
            Decision.objects.create(
                track=track,
                element=elements.get(decided.get("code")),
                outcome=decided["outcome"],
                amount=decided.get("amount"),
                condition=decided.get("condition", ""),
                decided_on=ago.day(38),
                source=source,
            )
