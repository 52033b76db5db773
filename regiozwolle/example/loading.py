"""What the demo invents so that one can try reacting: a region of its own, people, and a consultation that is open.

All of it is marked as an example, and none of it says anything about a real body.
"""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from agenda.models import Version, Wording
from consultation import actions
from consultation.models import Consultation, Letter, PointKind, SenderKind, Submission
from consultation.senders import senders
from partners.models import Body, BodyKind, Capacity, Mandate, Partner, PartnerKind, User
from regiozwolle.example import agenda, answers, figure, money, reports

DOMAIN = "voorbeeldstad.example"
SECRETARY = f"secretariaat@{DOMAIN}"
COUNCILLOR = f"raadslid@{DOMAIN}"
CLERK = f"griffier@{DOMAIN}"
REVIEWER = f"secretariaat2@{DOMAIN}"
OTHER_COUNCILLOR = f"raadslid2@{DOMAIN}"
# Who can sign in to the demo, and as what.
ACCOUNTS = [
    (COUNCILLOR, "raadslid van Voorbeeldstad: reageert voor zichzelf of namens de fractie"),
    (CLERK, "griffier van Voorbeeldstad: reageert namens de gemeenteraad"),
    (OTHER_COUNCILLOR, "raadslid van Proefdorp: leest wat andere raden met hem delen"),
    (SECRETARY, "secretariaat: werkt alles bij in het beheer"),
    (REVIEWER, "secretariaat: kijkt antwoorden na"),
]
TOWNS = [
    ("voorbeeldstad", "Voorbeeldstad"),
    ("proefdorp", "Proefdorp"),
    ("oefenbeek", "Oefenbeek"),
    ("modelveen", "Modelveen"),
]
SLUG = "voorbeeldconsultatie"
PERIOD = timedelta(days=22)
DAYS_LEFT = timedelta(days=8)

# The steps of the real consultation of 2022-2023, in days from the last day on which one can react. What takes
# one day moves to a weekday; the consultation itself keeps its days, for it opens and closes with them.
STEPS = [
    (-52, None, "", "Dialoogsessies", "Bestuurders bespreken wat er in de agenda moet komen."),
    (-24, None, "", "Concept in het Regiobestuur", "Het Regiobestuur bespreekt het concept van de agenda."),
    (-22, 0, "", "Schriftelijke consultatie", "Alle partners kunnen op het concept reageren."),
    (0, None, "", "Klankbordgroep Raden en Staten", "Leden van raden en Staten bespreken het concept."),
    (4, None, "", "Versnellingskamer", "Alle partners denken in één bijeenkomst mee."),
    (35, None, "", "Agenda in het Regiobestuur", "U ziet dan wat er met uw reactie is gedaan."),
    (54, None, "voor het zomerreces", "Besluit in de colleges", "De colleges besluiten over de agenda."),
    (54, None, "voor het zomerreces", "Besluit in raden en Staten", "De raden en Staten besluiten over de agenda."),
]
ANSWERED_AFTER = timedelta(days=35)
OVER_AFTER = timedelta(days=200)


class NoContent(Exception):
    """There is no agenda yet to consult on."""


@transaction.atomic
def load(*, today=None):
    """Makes the example once. When its consultation has closed since, moves it so that it is open again.

    Raises NoContent when the agenda is not loaded. What somebody changed in the example stays changed.
    """
    today = today or timezone.localdate()
    version = Version.objects.current()
    if version is None:
        raise NoContent
    people()
    first, second, *_ = agenda.load(today=today)
    money.load(first.agenda)
    figure.load(first.agenda, today=today)
    answers.load(first, second, today=today, domain=DOMAIN)
    reports.load()
    consultation = Consultation.objects.filter(slug=SLUG, is_example=True).first()
    if consultation is None:
        reactions(open_consultation(version, today=today))
    elif consultation.closes_at <= timezone.now():
        move(consultation, by=whole_weeks(today + DAYS_LEFT - consultation.last_day))


def whole_weeks(span):
    """`span` rounded up to weeks, so that what moves by it keeps its day of the week."""
    return timedelta(weeks=-(-span.days // 7))


def on_a_weekday(day):
    """`day`, or the Monday after it: nobody meets at the weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def first_moment(day):
    """Midnight, in Dutch time, at which `day` begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


def people():
    """The towns with their councils and executives, the province above them, and the people who can sign in."""
    province, _ = Partner.objects.get_or_create(
        slug="voorbeeldland",
        defaults={"name": "Voorbeeldland", "kind": PartnerKind.PROVINCE, "is_example": True},
    )
    Body.objects.get_or_create(
        partner=province, kind=BodyKind.STATES, defaults={"name": "Provinciale Staten van Voorbeeldland"}
    )
    councils = {slug: town(slug, name, province) for slug, name in TOWNS}
    for email, name in [(SECRETARY, "Voorbeeld Secretariaat"), (REVIEWER, "Voorbeeld Tweede Secretaris")]:
        if not User.objects.filter(email=email).exists():
            User.objects.create_superuser(email, name=name)
    for email, name, slug, capacity, party_group in [
        (COUNCILLOR, "Voorbeeld Raadslid", "voorbeeldstad", Capacity.COUNCILLOR, "Voorbeeld"),
        (CLERK, "Voorbeeld Griffier", "voorbeeldstad", Capacity.CLERK, ""),
        (OTHER_COUNCILLOR, "Voorbeeld Ander Raadslid", "proefdorp", Capacity.COUNCILLOR, ""),
    ]:
        if not User.objects.filter(email=email).exists():
            Mandate.objects.create(
                user=User.objects.create_user(email, name=name),
                body=councils[slug],
                capacity=capacity,
                party_group=party_group,
                starts_on=date(2022, 3, 30),
            )


def town(slug, name, province):
    """An invented municipality with its council and executive; returns the council."""
    partner, _ = Partner.objects.get_or_create(
        slug=slug,
        defaults={
            "name": name,
            "kind": PartnerKind.MUNICIPALITY,
            "province": province,
            "summary": "Een verzonnen gemeente, om in de demo het reageren te laten zien.",
            "is_example": True,
        },
    )
    council, _ = Body.objects.get_or_create(
        partner=partner, kind=BodyKind.COUNCIL, defaults={"name": f"gemeenteraad van {name}"}
    )
    Body.objects.get_or_create(
        partner=partner,
        kind=BodyKind.EXECUTIVE,
        defaults={"name": f"college van burgemeester en wethouders van {name}"},
    )
    return council


def open_consultation(version, *, today):
    """A consultation on the agenda as it stands, that is open for DAYS_LEFT more days."""
    last_day = today + DAYS_LEFT
    consultation = Consultation.objects.create(
        slug=SLUG,
        title="Voorbeeldconsultatie over de agenda",
        version=version,
        opens_at=first_moment(last_day - PERIOD),
        closes_at=first_moment(last_day + timedelta(days=1)),
        summary="Wat vindt u van de agenda? Reageer op een tekst, of beantwoord de vragen.",
        asked_by="Het Regiobestuur (in dit voorbeeld)",
        asked_of="De raden en colleges van alle partners (in dit voorbeeld).",
        decided_by="De colleges, raden en Staten, voor het zomerreces (in dit voorbeeld).",
        effect="Het Regiobestuur bespreekt alle reacties en past de agenda zo nodig aan.",
        answered_by=last_day + ANSWERED_AFTER,
        note="Deze consultatie is verzonnen. De stappen lijken op die van 2022-2023.",
        is_example=True,
    )
    consultation.questions.create(position=1, text="Wat spreekt u aan?")
    consultation.questions.create(position=2, text="Wat wilt u meegeven aan de klankbordgroep en aan Regio Zwolle?")
    for position, (starts, ends, ends_text, title, description) in enumerate(STEPS, start=1):
        begins = last_day + timedelta(days=starts)
        consultation.steps.create(
            position=position,
            title=title,
            starts_on=begins if ends == 0 else on_a_weekday(begins),
            ends_on=None if ends is None else last_day + timedelta(days=ends),
            ends_text=ends_text,
            over_after=last_day + OVER_AFTER if ends_text else None,
            description=description,
        )
    asked = Body.objects.assemblies(is_example=True).order_by("pk")
    # One has chosen a day, one declines, and the others have not said yet.
    for place, body in enumerate(asked):
        consultation.invitations.create(
            body=body,
            invited_on=last_day - PERIOD,
            handles_on=on_a_weekday(last_day - timedelta(days=3)) if place == 1 else None,
            declined_on=last_day - timedelta(days=15) if place == 2 else None,
        )
    return consultation


# In which name, on which element, and what: the first is sent, the second waits as a draft.
REACTIONS = [
    (
        SenderKind.PARTY_GROUP,
        "RZ24-L2.1",
        {
            "kind": PointKind.WISH,
            "text": "Noem ook de kleine kernen. Daar is een handvol woningen soms genoeg voor de school en de winkel.",
            "proposal": "Bouwen aan de woningbehoefte in steden en kleine kernen, binnen een klimaatbestendige regio.",
        },
    ),
    (
        SenderKind.PERSONAL,
        "RZ24-L2.2",
        {"kind": PointKind.QUESTION, "text": "Hoort de fiets hier ook bij? Dat zie ik niet.", "proposal": ""},
    ),
]


def reactions(consultation):
    """One letter that the council member sent for the party group, and one of their own that is not finished."""
    author = User.objects.get(email=COUNCILLOR)
    by_sender_kind = {sender.sender_kind: sender for sender in senders(author)}
    for sender_kind, code, content in REACTIONS:
        wording = Wording.objects.filter(version=consultation.version, element__code=code).first()
        if wording and sender_kind in by_sender_kind:
            point = actions.save_point(
                author=author,
                consultation=consultation,
                sender=by_sender_kind[sender_kind],
                wording=wording,
                content=content,
                opened_at=timezone.now(),
            )
            if sender_kind == SenderKind.PARTY_GROUP:
                actions.send(letter=point.letter, by=point.letter.author)


def move(consultation, *, by):
    """Shifts the consultation with its steps and reactions by whole days, so that they keep their distances.

    What somebody did shortly before it closed would fall in the future; that becomes now.
    """
    consultation.opens_at = later(consultation.opens_at, by)
    consultation.closes_at = later(consultation.closes_at, by)
    if consultation.answered_by:
        consultation.answered_by += by
    consultation.save()
    consultation.steps.update(starts_on=F("starts_on") + by, ends_on=F("ends_on") + by, over_after=F("over_after") + by)
    consultation.invitations.update(
        invited_on=F("invited_on") + by, handles_on=F("handles_on") + by, declined_on=F("declined_on") + by
    )
    letters = Letter.objects.filter(consultation=consultation)
    now = timezone.now()
    for found, names in [
        (Submission.objects.filter(letter__in=letters), ["sent_at"]),
        (letters, ["created_at", "sent_at", "confirmed_at", "withdrawn_at"]),
    ]:
        for name in names:
            found.update(**{name: F(name) + by})
            found.filter(**{f"{name}__gt": now}).update(**{name: now})


def later(moment, by):
    """The same time on the clock, `by` later, also when summer time begins or ends between them."""
    return timezone.make_aware(timezone.make_naive(moment) + by)
