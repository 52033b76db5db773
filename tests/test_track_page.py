"""The page of one body in one dossier: what it decided, with the words, the figures and the participation beside it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.html import strip_tags

from agenda.models import Participation, ParticipationStatus
from consultation.deciding.models import (
    Commitment,
    Component,
    Decision,
    Dossier,
    Outcome,
    Track,
    TrackStep,
    TrackStepKind,
)
from consultation.deciding.money import given_in_words
from partners.ground import history
from partners.ground.templatetags.dutch import day
from results.models import Indicator
from tests.deciding import component_of
from tests.reading import squeezed

DAY = date(2024, 3, 4)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def track(version, council):
    dossier = Dossier.objects.create(slug="agenda", title="De agenda", summary="Besluit.", version=version)
    return Track.objects.create(dossier=dossier, body=council)


def page_of(client, track):
    return squeezed(client.get(f"/besluiten/agenda/orgaan/{track.body_id}/").text).replace(NBSP, " ")


def test_a_part_leads_to_its_words_its_why_and_its_figures(client, track, goal, wording, deck, version):
    component = component_of(track.dossier, goal)
    figure = Indicator.objects.create(slug="banen", name="Nieuwe banen", unit="banen", nature="bereikt")
    figure.elements.add(goal)
    decided = {"outcome": Outcome.CONDITION, "condition": "Mits het past.", "amount": Decimal(40_000)}
    Decision.objects.create(track=track, component=component, version=version, decided_on=DAY, source=deck, **decided)
    page = page_of(client, track)
    assert "Voorwaarde: Mits het past. Bedrag: € 40.000." in page
    for address in (wording.get_absolute_url(), f"/agenda/tekst/{goal.code}/waarom/", figure.get_absolute_url()):
        assert f'href="{address}"' in page
    assert "Samen besloot het orgaan over € 40.000, met een voorwaarde." in page
    assert "<p>Besluit van 4 maart 2024. Voorwaarde: Mits het past." in page


def test_it_opens_with_what_the_body_does_next_or_when_it_decided(client, track, deck):
    assert 'class="lead"' not in page_of(client, track)
    soon = timezone.localdate() + timedelta(days=9)
    TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=soon, source=deck)
    assert f'<p class="lead">Staat op de agenda: {day(soon)}.</p>'.replace(NBSP, " ") in page_of(client, track)
    Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=DAY, source=deck)
    assert '<p class="lead">Laatste besluit: 4 maart 2024.</p>' in page_of(client, track)


def test_of_a_body_that_declines_it_opens_with_that(client, track):
    Track.objects.update(declined_on=DAY)
    assert '<p class="lead">Behandelt dit niet, doorgegeven op 4 maart 2024.</p>' in page_of(client, track)


def test_it_says_what_stands_at_the_partner_about_taking_part(client, track, goal, wording, deck):
    component_of(track.dossier, goal)
    assert "Deelname:" not in page_of(client, track)
    Participation.objects.create(
        partner=track.body.partner, element=goal, status=ParticipationStatus.NO, starts_on=DAY, source=deck
    )
    assert "Deelname: doet niet mee sinds 4 maart 2024." in page_of(client, track)


def test_what_was_promised_stands_on_it(client, track, deck):
    Commitment.objects.create(track=track, text="Een overzicht.", made_on=DAY, source=deck)
    assert "Toezegging, open: Een overzicht." in page_of(client, track)


def test_a_body_without_a_track_has_no_page(client, track, other_council):
    assert client.get(f"/besluiten/agenda/orgaan/{other_council.pk}/").status_code == 404
    assert client.get("/besluiten/agenda/orgaan/99999999999999999999/").status_code == 404


def test_the_dossier_and_the_partner_lead_to_it(client, track, deck):
    Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=DAY, source=deck, amount=Decimal(1250))
    address = f'href="/besluiten/agenda/orgaan/{track.body_id}/"'
    assert address in client.get("/besluiten/agenda/").text
    partner = squeezed(client.get(track.body.partner.get_absolute_url()).text).replace(NBSP, " ")
    assert address in partner
    assert "Ingestemd Niet bevestigd Bijdrage: € 1.250" in squeezed(strip_tags(partner))


def test_the_partner_says_of_a_decision_what_the_dossier_says_beside_it(client, track, deck, version, next_version):
    with history.recorded("gewijzigd", reason="Er kwam een nieuwe tekst."):
        Dossier.objects.update(version=next_version)
    given = {"track": track, "outcome": Outcome.AGREED, "decided_on": DAY, "source": deck}
    whole = Decision.objects.create(**given, version=version)
    beside = "Op versie 1, niet bevestigd"
    assert beside in client.get(track.body.partner.get_absolute_url()).text
    with history.recorded("gewijzigd", reason="Het was de nieuwe tekst."):
        Decision.objects.filter(pk=whole.pk).update(version=next_version, confirmed_on=DAY)
    page = client.get(track.body.partner.get_absolute_url()).text
    assert "Op versie" not in page
    assert "iet bevestigd" not in page


def test_who_does_not_take_part_pays_nothing():
    decided = [("ingestemd", Decimal(5)), ("voorwaarde", 2.5), ("niet-mee", Decimal(100)), ("ingestemd", None)]
    assert given_in_words(decided).replace(NBSP, " ") == "€ 7,50, waarvan € 2,50 met een voorwaarde"
    assert given_in_words([("voorwaarde", "1234567.89")]).replace(NBSP, " ") == "€ 1.234.567,89, met een voorwaarde"
    assert given_in_words([("ingestemd", None), ("tegen", 4)]) == ""


@pytest.mark.parametrize("count", [1, 4])
def test_it_costs_the_same_with_more_parts(client, track, goal, deck, count, django_assert_num_queries):
    component_of(track.dossier, goal)
    for number in range(count):
        component = Component.objects.create(dossier=track.dossier, name=f"Deel {number}")
        Decision.objects.create(track=track, component=component, outcome=Outcome.AGREED, decided_on=DAY, source=deck)
    with django_assert_num_queries(27):
        client.get(f"/besluiten/agenda/orgaan/{track.body_id}/")


def test_it_says_where_in_the_recording_the_debate_begins(client, track, deck):
    step = TrackStep(track=track, kind=TrackStepKind.COUNCIL, happened_on=DAY, source=deck)
    for wrong, at in (("1:75:00", "debate_from"), ("83 min", "debate_from"), ("1:23:45", "debate_url")):
        step.debate_from = wrong
        with pytest.raises(ValidationError) as refused:
            step.full_clean()
        assert at in refused.value.message_dict
        with pytest.raises(IntegrityError, match="track_step_fragment_is_in_a_recording"), transaction.atomic():
            step.save()
    step.debate_url = "https://raad.example.org/film"
    step.full_clean()
    step.save()
    decided = {"outcome": Outcome.AGREED, "decided_on": DAY, "debate_url": step.debate_url, "debate_from": "0:05:00"}
    Decision.objects.create(track=track, source=deck, **decided)
    page = page_of(client, track)
    for at in ("1:23:45", "0:05:00"):
        assert f'<a href="https://raad.example.org/film">Bekijk het debat vanaf {at}</a>' in page
