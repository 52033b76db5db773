"""The demo's consultation that is always open, so that one can try reacting."""

from datetime import datetime, time, timedelta

from django.db.models import F
from django.utils import timezone

from agenda.models import Wording
from consultation import actions
from consultation.models import Consultation, Letter, PointKind, SenderKind, Submission
from consultation.senders import senders
from partners.models import Body, User
from regiozwolle.example.people import COUNCILLOR

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


def whole_weeks(span):
    """`span` rounded up to weeks, so that what moves by it keeps its day of the week."""
    return timedelta(weeks=-(-span.days // 7))


def on_a_weekday(day):
    """`day`, or the Monday after it: nobody meets at the weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def first_moment(day):
    """Midnight, in Dutch time, at which `day` begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


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
