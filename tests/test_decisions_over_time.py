"""What a body decided over time: which decision holds, on which text it is, and who says so."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultation.deciding.actions import open_tracks
from consultation.deciding.models import (
    Ask,
    AskedAmount,
    Commitment,
    Component,
    Decision,
    Dossier,
    GroupVote,
    Motion,
    Outcome,
    Position,
    Track,
    TrackStep,
    TrackStepKind,
)
from partners.ground import history
from partners.ground.templatetags.dutch import day
from partners.models import Body, BodyKind, Partner, PartnerKind, Term
from tests.deciding import component_of

DAY = date(2024, 3, 4)
LATER = DAY + timedelta(days=30)


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(slug="agenda", title="Agenda", summary="Besluit.", version=version, source=deck)


@pytest.fixture
def track(dossier, council):
    return Track.objects.create(dossier=dossier, body=council)


@pytest.fixture
def decide(track, deck):
    def decide(outcome, on=DAY, **fields):
        return Decision.objects.create(
            track=track, outcome=outcome, decided_on=on, source=deck, condition="Mits.", **fields
        )

    return decide


# Which decision holds


def test_a_decision_that_names_an_end_holds_until_that_day_and_brings_no_earlier_one_back(client, track, decide):
    decide(Outcome.HELD)
    agreed = decide(Outcome.AGREED, LATER, holds_until=LATER + timedelta(days=365))
    for days, holding in [(365, [agreed]), (366, [])]:
        on = LATER + timedelta(days=days)
        assert list(Decision.objects.in_force(on)) == holding
        assert list(track.decided(on).values()) == holding
    assert track.position_at(LATER + timedelta(days=365)) == Position.AGREED
    assert track.position_at(LATER + timedelta(days=366)) == Position.UNKNOWN
    assert agreed.pk in {one.pk for one in track.replaced()}
    today = timezone.localdate()
    decide(Outcome.AGREED, today, holds_until=today)
    page = client.get(f"/besluiten/agenda/orgaan/{track.body_id}/").text
    assert f"Gold tot en met {day(agreed.holds_until)}." in page
    assert f"Geldt tot en met {day(today)}." in page


def test_a_decision_does_not_end_before_it_was_taken(track, decide):
    before = DAY - timedelta(days=1)
    with pytest.raises(ValidationError, match="einde ligt voor het begin"):
        Decision(track=track, outcome=Outcome.AGREED, decided_on=DAY, holds_until=before).full_clean()
    with pytest.raises(IntegrityError, match="decision_ends_after_it_starts"), transaction.atomic():
        decide(Outcome.AGREED, holds_until=before)


def test_what_was_put_off_is_decided_later_and_both_stay_to_be_read(track, decide):
    held, agreed = decide(Outcome.HELD), decide(Outcome.AGREED, LATER)
    assert [track.position_at(on) for on in (DAY - timedelta(days=1), DAY, LATER)] == [
        Position.UNKNOWN,
        Position.HELD,
        Position.AGREED,
    ]
    assert track.decided() == {None: agreed}
    assert track.replaced() == [held]


@pytest.mark.parametrize(
    ("outcome", "is_decided"),
    [
        (Outcome.AGREED, True),
        (Outcome.CONDITION, True),
        (Outcome.AGAINST, True),
        (Outcome.ABSTAINS, True),
        (Outcome.LATER, True),
        (Outcome.HELD, False),
        (Outcome.WITHDRAWN, False),
    ],
)
def test_what_is_put_off_or_taken_back_is_no_decision(track, decide, outcome, is_decided):
    decide(outcome)
    assert track.position.is_decided is is_decided


def test_a_decision_that_is_dated_later_counts_from_that_day(dossier, track, decide):
    tomorrow = timezone.localdate() + timedelta(days=1)
    decide(Outcome.AGREED, tomorrow)
    assert (track.position, track.decided()) == (Position.UNKNOWN, {})
    assert track.position_at(tomorrow) == Position.AGREED
    assert not Decision.objects.in_force().exists()
    assert dossier.outcome == "Besluit van de gemeenteraad van Zwolle: nog niet bekend"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, 0, 1]),
            st.integers(-3, 3),
            st.sampled_from(Outcome),
            st.sampled_from([None, 0, 2, 3_000]),
        ),
        unique_by=lambda one: one[:2],
        max_size=12,
    ),
    st.integers(-3, 3),
)
def test_the_database_and_one_track_say_the_same_of_what_holds(track, line, goal, decide, facts, after):
    """And so does a count by hand: the newest up to that day, on each component and on the whole, if it lasts.

    Where it stands today is the same as well when it is counted in the database.
    """
    with transaction.atomic():
        parts = {None: None, 0: component_of(track.dossier, line), 1: component_of(track.dossier, goal)}
        for part, offset, outcome, lasts in facts:
            taken = DAY + timedelta(days=offset)
            until = None if lasts is None else taken + timedelta(days=lasts)
            decide(outcome, taken, component=parts[part], holds_until=until)
        on = DAY + timedelta(days=after)
        newest = {
            parts[part] and parts[part].pk: (outcome, lasts is None or offset + lasts >= after)
            for part, offset, outcome, lasts in sorted(facts, key=lambda fact: fact[1])
            if offset <= after
        }
        by_hand = {part: outcome for part, (outcome, is_lasting) in newest.items() if is_lasting}
        assert Track.objects.get().outcomes(on) == by_hand
        assert dict(Decision.objects.in_force(on).values_list("component", "outcome")) == by_hand
        Track.objects.update(declined_on=DAY if after > 0 else None)
        [counted] = Dossier.objects.counted()
        assert counted.places == [(track.body.kind, Track.objects.get().position)]
        transaction.set_rollback(True)


def test_what_the_members_before_an_election_decided_is_of_them(track, decide, deck):
    decision = decide(Outcome.AGREED)
    assert not Track.objects.get().is_of_earlier_members(decision)
    term = Term.objects.create(body=track.body, first_year=2022, last_year=2026, seats=39, source=deck)
    year = timezone.localdate().year
    assert Body.objects.get(pk=track.body_id).seated_in == (2022 if year < 2026 else 2026)
    Term.objects.filter(pk=term.pk).update(first_year=2020, last_year=2024)
    assert not Track.objects.get().is_of_earlier_members(decision), "in the year of the election nobody knows"
    Term.objects.filter(pk=term.pk).update(first_year=2021, last_year=2025)
    assert Track.objects.get().is_of_earlier_members(decision)
    assert Track.objects.get().position == Position.AGREED


# On which text, and what may change after


def test_the_text_of_a_dossier_is_fixed_by_its_digest(dossier, version, goal):
    dossier.save()
    assert dossier.version_digest == version.digest
    assert len(version.digest) == 64
    goal_words = version.wordings.get(element=goal)
    assert Dossier(version=version).version_digest == ""
    version.published_at, goal_words.text = None, "Iets anders."
    concept = Dossier(slug="proef", title="Proef", summary="x", version=version)
    concept.save()
    assert concept.version_digest == "", "what may still change has none"


def test_a_dossier_gets_another_text_once_each_decision_says_which_it_was_on(dossier, track, decide, next_version):
    decision = decide(Outcome.AGREED)

    def change():
        with transaction.atomic(), history.recorded("gewijzigd", reason="Er kwam een nieuwe tekst."):
            Dossier.objects.filter(pk=dossier.pk).update(version=next_version)

    with pytest.raises(IntegrityError, match="Over welke versie dat ging, verandert niet meer"):
        change()
    with history.recorded("gewijzigd", reason="De versie stond erin."):
        Decision.objects.filter(pk=decision.pk).update(version=dossier.version)
    with pytest.raises(IntegrityError, match="Schrijf waarom dit dossier verandert"), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(version=next_version)
    change()
    assert Decision.objects.get().version != Dossier.objects.get().version


def test_a_component_that_was_decided_on_changes_with_a_reason_only(dossier, decide, goal):
    component = component_of(dossier, goal)
    Component.objects.filter(pk=component.pk).update(name="Arbeid")
    decide(Outcome.AGREED, component=component)
    with pytest.raises(IntegrityError, match="Schrijf waarom dit onderdeel verandert"), transaction.atomic():
        Component.objects.filter(pk=component.pk).update(name="Werk")
    Component.objects.filter(pk=component.pk).update(position=7)
    with history.recorded("gewijzigd", reason="Zo heet het."):
        Component.objects.filter(pk=component.pk).update(name="Werk")


def test_a_decision_is_about_a_component_and_a_text_of_its_own_dossier(track, deck, agenda, goal, version):
    other = Dossier.objects.create(slug="ander", title="Ander", summary="x")
    decision = Decision(track=track, outcome=Outcome.AGREED, decided_on=DAY, source=deck)
    decision.component = Component.objects.create(dossier=other, name="Basis")
    with pytest.raises(ValidationError) as refused:
        decision.full_clean()
    assert refused.value.message_dict == {"component": ["Dit onderdeel hoort bij een ander dossier."]}
    decision.component = component_of(track.dossier, goal)
    decision.version = version
    decision.full_clean()


# Who says so


def test_a_confirmation_needs_no_reason_and_ends_when_the_entry_says_something_else(track, decide, deck):
    decision = decide(Outcome.AGREED)
    step = TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=LATER, source=deck)
    assert decision.entered_in_words == "Ingevoerd door het regiobureau, nog niet bevestigd door de griffier."
    for model in (Decision, TrackStep):
        model.objects.update(confirmed_on=LATER)
        assert model.objects.get().is_confirmed
    with history.recorded("gewijzigd", reason="Het was anders."):
        Decision.objects.update(amount=5)
        TrackStep.objects.filter(pk=step.pk).update(planned_on=DAY)
    assert [model.objects.get().is_confirmed for model in (Decision, TrackStep)] == [False, False]


def test_nobody_confirms_what_was_not_decided_yet(track, deck):
    decision = Decision(track=track, outcome=Outcome.AGREED, decided_on=LATER, confirmed_on=DAY, source=deck)
    with pytest.raises(ValidationError) as refused:
        decision.full_clean()
    assert list(refused.value.message_dict) == ["confirmed_on"]


# Steps


def test_a_step_is_planned_and_then_happens(track, deck):
    step = TrackStep(track=track, kind=TrackStepKind.COUNCIL, source=deck)
    with pytest.raises(ValidationError) as refused:
        step.full_clean()
    assert refused.value.message_dict == {"planned_on": ["Vul in wanneer het gepland is, of wanneer het was."]}
    step.planned_on = timezone.localdate()
    step.save()
    assert (step.what, step.is_ahead(), track.next_step(), track.last_step) == ("staat op de agenda", True, step, None)
    assert not step.is_ahead(timezone.localdate() + timedelta(days=1))
    step.happened_on = timezone.localdate()
    step.save()
    track = Track.objects.get()
    assert (track.next_step(), track.last_step, track.last_step.what) == (None, step, "behandeld in de vergadering")
    assert not TrackStep.objects.ahead().exists()


# What is asked, and what comes beside a decision


def test_one_act_makes_the_tracks_of_all_chosen_kinds_of_bodies(dossier, overijssel, council, zwolle):
    for kind, partner in [(BodyKind.EXECUTIVE, zwolle), (BodyKind.STATES, overijssel), (BodyKind.DEPUTIES, overijssel)]:
        Body.objects.create(partner=partner, kind=kind, name=f"{kind} van {partner}")
    left = Partner.objects.create(
        slug="weg", name="Weg", kind=PartnerKind.MUNICIPALITY, province=overijssel, left_on=date(2024, 1, 1)
    )
    Body.objects.create(partner=left, kind=BodyKind.COUNCIL, name="gemeenteraad van Weg")
    assert open_tracks(dossier=dossier) == 2
    assert open_tracks(dossier=dossier, kinds=BodyKind.values) == 2
    assert set(dossier.tracks.values_list("body__kind", flat=True)) == set(BodyKind.values) - {"bestuur"}
    assert not dossier.tracks.filter(body__partner=left).exists()


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Dossier(rule="unaniem"), "rule_source"),
        (lambda: Dossier(rule="aantal"), "rule_count"),
        (lambda: Dossier(rule_count=3), "rule_count"),
        (lambda: Dossier(rule="soort"), "rule_kind"),
        (lambda: Dossier(rule="unaniem", rule_kind="raad"), "rule_kind"),
        (lambda: Component(), "name"),
        (lambda: Component(name="Basis", tariff=1), "inhabitants_on"),
        (lambda: Component(name="Basis", tariff=-1, inhabitants_on=DAY), "tariff"),
        (lambda: Component(name="Basis", page="https://elders.example/"), "page"),
        (lambda: Component(name="Basis", page="//elders.example/"), "page"),
        (lambda: AskedAmount(amount=-1), "amount"),
        (lambda: Ask(legal_term="artikel 213"), "source"),
        (lambda: Motion(outcome="aangenomen"), "decided_on"),
        (lambda: GroupVote(seats=0), "seats"),
        (lambda: Commitment(made_on=LATER, due_on=DAY), "due_on"),
        (lambda: Commitment(made_on=LATER, answered_on=DAY), "answered_on"),
        (lambda: Commitment(made_on=DAY, answered_on=LATER), "answer"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(make, field):
    with pytest.raises(ValidationError) as refused:
        make().clean()
    assert list(refused.value.message_dict) == [field]


def test_a_commitment_stays_open_until_it_is_answered(track, deck):
    made = {"track": track, "source": deck, "made_on": DAY}
    free = Commitment.objects.create(text="Zonder termijn.", **made)
    late = Commitment.objects.create(text="Te laat.", due_on=LATER, **made)
    done = Commitment.objects.create(text="Klaar.", due_on=LATER, answered_on=LATER, answer="Gedaan.", **made)
    assert list(Commitment.objects.open()) == [late, free]
    assert list(Commitment.objects.overdue(LATER)) == []
    assert list(Commitment.objects.overdue(LATER + timedelta(days=1))) == [late]
    nbsp = "\N{NO-BREAK SPACE}"
    assert [one.stands.replace(nbsp, " ") for one in (free, late, done)] == [
        "open",
        "open, uiterlijk 3 april 2024",
        "beantwoord op 3 april 2024",
    ]
