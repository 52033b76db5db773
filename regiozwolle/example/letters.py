"""Who said what in the finished consultation: its letters, what was said at a table, and what belongs together."""

from consultation.actions.reacting import next_number, snapshot
from consultation.models import Channel, Letter, LetterState, PointKind, SenderKind, Sharing, Submission
from partners.models import BodyKind
from regiozwolle.example.people import body

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
