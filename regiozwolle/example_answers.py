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
from consultation.models import (
    Answer,
    AnswerState,
    Channel,
    Consultation,
    Decision,
    Dossier,
    Level,
    Outcome,
    PointKind,
    Publication,
    Reopening,
    Response,
    ResponseState,
    Sharing,
    Submission,
    Track,
    TrackStep,
    TrackStepKind,
    Verdict,
)
from partners.models import Body, BodyKind, Partner, PartnerKind, Source, User

SLUG = "voorbeeldconsultatie-afgerond"
# In days before today; the versions of the example agenda are of 160 and 60 days ago.
OPENED, CLOSED, ANSWERED, AGAIN = 150, 122, 56, 45

THEMES = [
    (
        "wonen",
        "Wonen in stad en dorp",
        "Raden en inwoners misten de kleine kernen. Zij vroegen om betaalbare woningen, ook in een dorp.",
        "De kleine kernen staan nu in de agenda. Twee derde van de woningen wordt betaalbaar, in plaats van de helft.",
    ),
    (
        "bereikbaar",
        "Bus en fiets",
        "Er was veel steun voor de fietsroutes. Er kwamen ook vragen over wie de bus in het weekend betaalt.",
        "De fietsroutes blijven. De vraag over de bus gaat naar de provincie, want zij betaalt het vervoer.",
    ),
    (
        "groen",
        "Groen en water",
        "Duizend bomen per gemeente vond een college te veel voor een kleine gemeente.",
        "Het aantal bomen is vervallen. Daarvoor in de plaats komen groene daken op nieuwe bedrijfshallen.",
    ),
]

COUNCILLOR, OTHER, CLERK, SECRETARY, REVIEWER = "raadslid", "raadslid2", "griffier", "secretariaat", "secretariaat2"

VILLAGES = (
    "Wij bouwen woningen bij de stations, in de steden en in de kleine kernen.\n\nDe helft daarvan is betaalbaar."
)

# Key, level, body (slug of the partner, kind), who wrote it, with whom it is shared, days before today, and its points:
# key, code or number of the question, kind, theme, text, proposal. A point may be adopted from another, by its key.
LETTERS = [
    (
        "lid",
        Level.PERSONAL,
        ("voorbeeldstad", BodyKind.COUNCIL),
        COUNCILLOR,
        Sharing.PUBLIC,
        145,
        [
            (
                "kernen-lid",
                "VB24-L1.1",
                PointKind.WISH,
                "wonen",
                "Noem ook de kleine kernen. Daar is een handvol woningen soms genoeg voor de school en de winkel.",
                VILLAGES,
            ),
            (
                "dijk",
                "VB24-L1.3",
                PointKind.QUESTION,
                "bereikbaar",
                "Hoort het fietspad langs de dijk hier ook bij?",
                "",
            ),
        ],
    ),
    (
        "fractie",
        Level.PARTY_GROUP,
        ("voorbeeldstad", BodyKind.COUNCIL),
        COUNCILLOR,
        Sharing.PUBLIC,
        140,
        [
            (
                "kernen-fractie",
                "VB24-L1.1",
                PointKind.WISH,
                "wonen",
                "Noem ook de kleine kernen. Daar is een handvol woningen soms genoeg voor de school en de winkel.",
                VILLAGES,
            ),
            (
                "zin",
                "VB24-L2.1",
                PointKind.ERROR,
                "bereikbaar",
                "De zin over de bus leest stroef. Begin met ‘Ook in het weekend’.",
                "Ook in het weekend rijdt de bus naar elke kern.",
            ),
        ],
    ),
    (
        "raad",
        Level.COUNCIL,
        ("voorbeeldstad", BodyKind.COUNCIL),
        CLERK,
        Sharing.PUBLIC,
        125,
        [
            (
                "kernen-raad",
                "VB24-L1.1",
                PointKind.WISH,
                "wonen",
                "Noem ook de kleine kernen. Daar is een handvol woningen soms genoeg voor de school en de winkel.",
                VILLAGES,
            ),
            (
                "minderheid",
                "VB24-L1.1",
                PointKind.OBJECTION,
                "wonen",
                "Bouw alleen bij de stations. In de kernen ontbreekt het vervoer.",
                "",
            ),
        ],
    ),
    (
        "proefdorp",
        Level.COUNCIL,
        ("proefdorp", BodyKind.COUNCIL),
        OTHER,
        Sharing.PUBLIC,
        126,
        [
            (
                "dorp",
                "VB24-L1.2",
                PointKind.WISH,
                "wonen",
                "Deze tekst gaat alleen over wijken. Schrijf ook ‘elk dorp’, en noem naast de school ook de huisarts.",
                "Elke wijk en elk dorp heeft een school, een winkel en een huisarts op fietsafstand.",
            ),
        ],
    ),
    (
        "college",
        Level.EXECUTIVE,
        ("proefdorp", BodyKind.EXECUTIVE),
        None,
        Sharing.PUBLIC,
        128,
        [
            (
                "bomen",
                "VB24-L2.2",
                PointKind.OBJECTION,
                "groen",
                "Duizend bomen is voor een kleine gemeente niet te doen. Kies iets wat overal past.",
                "",
            ),
        ],
    ),
    (
        "staten",
        Level.COUNCIL,
        ("voorbeeldland", BodyKind.STATES),
        None,
        Sharing.PUBLIC,
        124,
        [
            (
                "bus",
                "VB24-L2.1",
                PointKind.QUESTION,
                "bereikbaar",
                "Wie betaalt de bus in het weekend? In de begroting van de provincie staat daar nu niets voor.",
                "",
            ),
        ],
    ),
    (
        "eigen",
        Level.PERSONAL,
        ("proefdorp", BodyKind.COUNCIL),
        OTHER,
        Sharing.OWN,
        133,
        [
            (
                "water",
                "VB24-L2.3",
                PointKind.OBJECTION,
                "groen",
                "Regenwater opvangen maakt bouwen te duur. Haal deze opgave uit de agenda.",
                "",
            ),
        ],
    ),
    (
        "fietsers",
        Level.PARTNER,
        ("voorbeeldfietsers", BodyKind.BOARD),
        None,
        Sharing.PUBLIC,
        131,
        [
            (
                "brief",
                "VB24-L1.3",
                PointKind.SUPPORT,
                "bereikbaar",
                "Wij zijn blij met de drie fietsroutes. Begin met de route naar het ziekenhuis.",
                "",
            ),
        ],
    ),
]
ADOPTED = {"kernen-fractie": "kernen-lid", "kernen-raad": "kernen-fractie"}
EQUAL = ["kernen-lid", "kernen-fractie", "kernen-raad"]
# The letter of the cyclists is about two things, so the secretariat divided it.
SPLIT = (
    "brief",
    [
        ("brief-steun", PointKind.SUPPORT, "Wij zijn blij met de drie fietsroutes."),
        ("brief-wens", PointKind.WISH, "Begin met de route naar het ziekenhuis."),
    ],
)

# Points, verdict, reason, to whom, codes of the wordings in version 2, and where else.
ANSWERS = [
    (
        EQUAL,
        Verdict.ADOPTED,
        "De kleine kernen horen erbij. Een paar woningen kan in een dorp al veel betekenen.",
        "",
        ["VB24-L1.1"],
        "",
    ),
    (
        ["minderheid"],
        Verdict.REJECTED,
        "De meeste raden willen juist ook in de kernen bouwen. De bus rijdt daar ook in het weekend, zie opgave 2.1.",
        "",
        [],
        "",
    ),
    (
        ["dorp"],
        Verdict.PARTLY,
        "‘Elk dorp’ staat nu in de tekst. De huisarts niet: daar gaan de gemeenten niet over.",
        "",
        ["VB24-L1.2"],
        "",
    ),
    (
        ["bomen"],
        Verdict.PARTLY,
        "Het aantal van duizend bomen is vervallen. Wij kiezen voor groene daken, want die passen in elke gemeente.",
        "",
        ["VB24-L2.4"],
        "",
    ),
    (
        ["bus"],
        Verdict.FORWARDED,
        "De provincie betaalt het vervoer met de bus. Zij geeft u binnen drie maanden antwoord.",
        "Gedeputeerde Staten van Voorbeeldland",
        [],
        "",
    ),
    (
        ["water"],
        Verdict.REJECTED,
        "Water opvangen bij nieuwbouw is in de hele regio afgesproken. Later herstellen kost meer.",
        "",
        [],
        "",
    ),
    (["zin"], Verdict.ADOPTED, "", "", ["VB24-L2.1"], ""),
    (
        ["brief-steun", "tafel"],
        Verdict.NOTED,
        "Dank u wel. Wij lezen dat de fietsroutes worden gewaardeerd.",
        "",
        [],
        "",
    ),
    (
        ["brief-wens"],
        Verdict.ADOPTED,
        "De route naar het ziekenhuis wordt als eerste aangelegd.",
        "",
        [],
        "het uitvoeringsplan fietsroutes",
    ),
    (["dijk"], Verdict.ANSWERED, "Ja, het fietspad langs de dijk hoort bij de drie routes.", "", [], ""),
]
REOPENED = ("dijk", "Mijn vraag was ook wie het fietspad onderhoudt. Dat lees ik niet.")
SECOND = (
    Verdict.ANSWERED,
    "Het fietspad langs de dijk hoort bij de drie routes. Het waterschap onderhoudt het.",
    "De afzender vroeg ook wie het fietspad onderhoudt.",
)

# What the bodies decided on version 2: slug of the partner, kind, and for the whole ("") or one element the outcome,
# with the amount and the condition where there is one. Who has decided on nothing yet has only received the papers.
DECISIONS = [
    (
        "voorbeeldstad",
        BodyKind.COUNCIL,
        [("", Outcome.AGREED, None, ""), ("VB24-L1.3", Outcome.AGREED, 40_000, "")],
    ),
    (
        "proefdorp",
        BodyKind.COUNCIL,
        [
            (
                "VB24-L1.1",
                Outcome.CONDITION,
                None,
                "Elk jaar hoort de raad hoeveel woningen er in de dorpen zijn gebouwd.",
            ),
            ("VB24-L1.2", Outcome.AGREED, None, ""),
            ("VB24-L2.1", Outcome.AGREED, None, ""),
            ("VB24-L1.3", Outcome.ABSTAINS, None, ""),
        ],
    ),
    (
        "oefenbeek",
        BodyKind.COUNCIL,
        [
            ("VB24-L1.1", Outcome.AGREED, None, ""),
            ("VB24-L1.2", Outcome.AGREED, None, ""),
            ("VB24-L2.1", Outcome.AGREED, None, ""),
            ("VB24-L1.3", Outcome.AGREED, 10_000, ""),
            ("VB24-L2.4", Outcome.AGAINST, None, ""),
        ],
    ),
    ("modelveen", BodyKind.COUNCIL, []),
    (
        "voorbeeldland",
        BodyKind.STATES,
        [
            ("", Outcome.AGREED, None, ""),
            ("VB24-L2.1", Outcome.CONDITION, 150_000, "De gemeenten betalen samen evenveel."),
            ("VB24-L1.2", Outcome.ABSTAINS, None, ""),
        ],
    ),
    ("voorbeeldstad", BodyKind.EXECUTIVE, [("", Outcome.AGREED, None, "")]),
]
# Who was invited to the finished consultation, and what they said they would do.
INVITED = [
    ("voorbeeldstad", BodyKind.COUNCIL, 126, False, ""),
    ("proefdorp", BodyKind.COUNCIL, 127, False, ""),
    ("oefenbeek", BodyKind.COUNCIL, None, True, "De raad reageert later, bij het besluit."),
    ("modelveen", BodyKind.COUNCIL, None, False, ""),
    ("voorbeeldland", BodyKind.STATES, 125, False, ""),
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
        key: consultation.themes.create(position=position, name=name, heard=heard, done=done)
        for position, (key, name, heard, done) in enumerate(THEMES, start=1)
    }
    points = letters(consultation, people, themes, ago)
    points["tafel"] = table_talk(consultation, people, themes, ago, domain)
    for key, below in ADOPTED.items():
        points[key].adopted_from = points[below]
        points[key].save()
    bring_together(points)
    points["kernen-raad"].endorsements.create(
        body=body("proefdorp", BodyKind.COUNCIL),
        level=Level.COUNCIL,
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
    for slug, kind, handled, declines, remark in INVITED:
        consultation.invitations.create(
            body=body(slug, kind),
            invited_on=ago.day(OPENED),
            handles_on=handled and ago.day(handled),
            declined_on=ago.day(140) if declines else None,
            remark=remark,
        )
    return consultation


def letters(consultation, people, themes, ago):
    """Everything in LETTERS, sent; returns the points by their keys."""
    words = {one.element.code: one for one in consultation.version.wordings.select_related("element")}
    made = {}
    for key, level, (slug, kind), author, sharing, days, said in LETTERS:
        writer = people.get(author)
        sent_at = ago.moment(days)
        letter = Response.objects.create(
            consultation=consultation,
            author=writer,
            body=body(slug, kind),
            level=level,
            capacity="raadslid" if level in (Level.PERSONAL, Level.PARTY_GROUP) else "",
            party_group="Voorbeeld" if level == Level.PARTY_GROUP else "",
            sharing=sharing,
            decided_on=ago.day(days + 1) if Level(level).follows_a_decision else None,
            state=ResponseState.SENT,
            number=next_number(),
            created_at=sent_at,
            sent_at=sent_at,
            confirmed_at=sent_at,
            **entered(key, people, ago, days),
        )
        for point, code, sort, theme, text, proposal in said:
            made[point] = letter.points.create(
                wording=words[code],
                quoted_text=words[code].text,
                kind=sort,
                text=text,
                proposal=proposal,
                is_minority=point == "minderheid",
                minority_of="een deel van de raad" if point == "minderheid" else "",
                handler=people.get(SECRETARY),
            )
            made[point].themes.add(themes[theme])
        Submission.objects.create(response=letter, sequence=1, sent_at=sent_at, content=snapshot(letter))
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
    """What was said at one table of an evening, reported there and checked by the secretariat."""
    evening = consultation.evenings.create(
        title="Reflectie aan tafel in Voorbeeldstad",
        place="Gemeentehuis van Voorbeeldstad",
        opens_at=ago.moment(135),
        closes_at=ago.moment(134),
    )
    table = evening.tables.create(number=1)
    table.company.create(sort="raadsleden", count=4)
    table.company.create(sort="inwoners", count=2)
    letter = Response.objects.create(
        consultation=consultation,
        table=table,
        level=Level.TABLE,
        channel=Channel.TABLE,
        received_on=ago.day(135),
        state=ResponseState.SENT,
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
    Submission.objects.create(response=letter, sequence=1, sent_at=letter.sent_at, content=snapshot(letter))
    return point


def bring_together(points):
    """Marks what says the same as equal, and divides the letter that is about two things; adds its parts."""
    lead, *same = [points[key] for key in EQUAL]
    for point in same:
        point.same_as = lead
        point.save()
    whole, parts = points[SPLIT[0]], SPLIT[1]
    for key, kind, text in parts:
        points[key] = whole.parts.create(
            response=whole.response, wording=whole.wording, quoted_text=whole.quoted_text, kind=kind, text=text
        )
        points[key].themes.set(whole.themes.all())


def answer_all(consultation, second, points, people, ago):
    """Everything in ANSWERS on the site in one batch, and once more to the point that was opened again."""
    words = {one.element.code: one for one in Wording.objects.filter(version=second).select_related("element")}
    writer, reviewer = people.get(SECRETARY), people.get(REVIEWER)
    batch = []
    for keys, verdict, reason, forwarded_to, changed, elsewhere in ANSWERS:
        answer = Answer.objects.create(
            verdict=verdict,
            reason=reason,
            forwarded_to=forwarded_to,
            landed_elsewhere=elsewhere,
            drafted_by=writer,
            reviewed_by=reviewer,
            reviewed_at=ago.moment(ANSWERED + 2),
        )
        answer.points.set([points[key] for key in keys])
        answer.wordings.set([words[code] for code in changed])
        batch.append(answer)
    put_on_site(consultation, batch, writer, reviewer, ago, ANSWERED)
    key, reason = REOPENED
    Reopening.objects.create(point=points[key], reason=reason, made_at=ago.moment(ANSWERED - 4))
    verdict, reason, correction = SECOND
    again = Answer.objects.create(
        verdict=verdict,
        reason=reason,
        correction=correction,
        drafted_by=writer,
        reviewed_by=reviewer,
        reviewed_at=ago.moment(AGAIN + 1),
    )
    again.points.set([points[key]])
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
    for slug, kind, decided in DECISIONS:
        track = Track.objects.create(dossier=dossier, body=body(slug, kind))
        TrackStep.objects.create(track=track, kind=TrackStepKind.SENT, happened_on=ago.day(52), source=source)
        for code, outcome, amount, condition in decided:
            Decision.objects.create(
                track=track,
                element=elements.get(code),
                outcome=outcome,
                amount=amount,
                condition=condition,
                decided_on=ago.day(38),
                source=source,
            )
