"""An earlier consultation or dossier is the template of a new concept, with its days moved along."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from consultation.copying import copy_consultation
from consultation.deciding.actions import copy_dossier
from consultation.deciding.models import Component, Dossier, Outcome, Track, TrackStepKind
from consultation.models import Consultation
from partners.ground.refusal import Refused
from partners.models import BodyKind
from tests.filling import press


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def local(year, month, on, hour=0):
    return timezone.make_aware(datetime(year, month, on, hour))


def test_a_consultation_is_copied_with_its_questions_and_moved_steps(desk, open_consultation, deck, council):
    # From winter into summer: an hour of the day stays that hour.
    Consultation.objects.update(
        opens_at=local(2026, 1, 12, 9), closes_at=local(2026, 2, 21), answered_by=date(2026, 4, 1), note="Oud."
    )
    open_consultation.steps.create(title="Open", starts_on=date(2026, 1, 12), ends_on=date(2026, 2, 20), source=deck)
    open_consultation.steps.create(
        title="Na de zomer", starts_on=date(2026, 3, 1), ends_text="voor het reces", over_after=date(2026, 7, 1)
    )
    open_consultation.invitations.create(body=council)
    address = reverse("admin:consultation_consultation_copy", args=[open_consultation.pk])
    assert address in desk.get(reverse("admin:consultation_consultation_change", args=[open_consultation.pk])).text
    page = desk.get(address).text
    assert open_consultation.questions.get().text in page
    assert "Nodig daarna opnieuw uit: raden en Staten." in page
    said = {"apply": "1", "title": "Nieuwe ronde", "slug": "nieuwe-ronde", "starts_on": "2030-07-01"}
    page = press(desk, address, said, follow=True)
    assert "Dit is het nieuwe concept." in page.text
    made = Consultation.objects.get(slug="nieuwe-ronde")
    assert (made.title, made.public_from, made.finished_at, made.source, made.note) == (
        "Nieuwe ronde",
        None,
        None,
        None,
        "",
    )
    assert (made.opens_at, made.closes_at) == (local(2030, 7, 1, 9), local(2030, 8, 10))
    assert made.answered_by == date(2030, 9, 18)
    assert [question.text for question in made.questions.all()] == [open_consultation.questions.get().text]
    assert [(one.title, one.starts_on, one.ends_on, one.over_after, one.source) for one in made.steps.all()] == [
        ("Open", date(2030, 7, 1), date(2030, 8, 9), None, None),
        ("Na de zomer", date(2030, 8, 18), None, date(2030, 12, 18), None),
    ]
    assert made.invitations.count() == 0
    assert open_consultation.questions.count() == 1


def test_what_is_wrong_is_said_and_what_was_typed_stays(desk, open_consultation):
    address = reverse("admin:consultation_consultation_copy", args=[open_consultation.pk])
    page = press(desk, address, {"apply": "1", "title": "Ronde", "slug": "ronde", "starts_on": "2020-01-01"})
    assert "Deze dag is al geweest." in page.text
    said = {"apply": "1", "title": "Ronde", "slug": open_consultation.slug, "starts_on": "2030-07-01"}
    page = press(desk, address, said)
    assert "Dit adres is al van iets anders" in page.text
    assert 'value="Ronde"' in page.text
    assert Consultation.objects.count() == 1
    with pytest.raises(Refused, match="Dit adres is al van iets anders"):
        copy_consultation(
            thing=open_consultation, title="X", slug=open_consultation.slug, starts_on=timezone.localdate()
        )


def test_a_dossier_is_copied_without_what_bodies_did_and_what_it_cost(desk, version, deck, council, other_council):
    dossier = Dossier.objects.create(
        slug="plan",
        title="Plan",
        summary="Besluit.",
        version=version,
        source=deck,
        note="Oud.",
        decide_from=date(2026, 1, 1),
        decide_by=date(2026, 3, 1),
    )
    Component.objects.create(
        dossier=dossier, name="Basis", position=1, tariff="1.25", inhabitants_on=date(2026, 1, 1), source=deck
    )
    dossier.asks.create(body_kind=BodyKind.COUNCIL, term="vaststellen")
    dossier.phrases.create(phrase="het plan")
    track = Track.objects.create(dossier=dossier, body=council)
    Track.objects.create(dossier=dossier, body=other_council)
    track.steps.create(
        kind=TrackStepKind.COUNCIL,
        planned_on=date(2026, 2, 1),
        happened_on=date(2026, 2, 2),
        text="Aangehouden.",
        source=deck,
    )
    track.decisions.create(decided_on=date(2026, 2, 2), outcome=Outcome.AGREED, source=deck)
    address = reverse("admin:deciding_dossier_copy", args=[dossier.pk])
    assert "Basis" in desk.get(address).text
    page = press(
        desk, address, {"apply": "1", "title": "Plan 2", "slug": "plan-2", "starts_on": "2030-01-01"}, follow=True
    )
    assert "Dit is het nieuwe concept." in page.text
    made = Dossier.objects.get(slug="plan-2")
    assert (made.public_from, made.decide_from, made.decide_by) == (None, date(2030, 1, 1), date(2030, 3, 1))
    assert (made.version, made.source, made.note) == (version, None, "")
    assert [(one.name, one.tariff, one.source) for one in made.components.all()] == [("Basis", None, None)]
    assert [one.term for one in made.asks.all()] == ["vaststellen"]
    assert [one.phrase for one in made.phrases.all()] == ["het plan"]
    assert {one.body for one in made.tracks.all()} == {council, other_council}
    assert [one.steps.count() + one.decisions.count() for one in made.tracks.all()] == [0, 0]

    third = copy_dossier(thing=dossier, title="Plan 3", slug="plan-3", starts_on=date(2030, 1, 1), source=deck)
    step = third.tracks.get(body=council).steps.get()
    assert (step.planned_on, step.happened_on, step.text) == (date(2026, 2, 1) + timedelta(days=1461), None, "")
