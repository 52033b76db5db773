"""A value that is late: its owner is reminded once, the secretariat where there is none, and the desk can list it."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from partners.models import Source
from results.actions import confirmations
from results.actions.late import NAMED, remind_of_late
from results.models import Indicator, IndicatorNature, LateReminder, Owner, Proposal, ProposalKind, Scope, StatusRule

BEFORE, ON, AFTER = date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 2)


@pytest.fixture
def owner(zwolle, helped):
    """Keeps a figure of which a value is expected on 1 July 2026."""
    owner = Owner.objects.create(partner=zwolle, role="adviseur arbeidsmarkt", email="adviseur@example.org")
    Indicator.objects.filter(pk=helped.pk).update(owner=owner, next_expected_on=ON)
    return owner


def expect(day):
    Indicator.objects.update(next_expected_on=day)


def test_an_owner_is_reminded_once_when_the_day_has_passed(owner, mailoutbox):
    assert [remind_of_late(today=day) for day in (BEFORE, ON, AFTER, AFTER, date(2027, 1, 1))] == [0, 0, 1, 0, 0]
    (sent,) = mailoutbox
    assert sent.to == ["adviseur@example.org"]
    assert sent.subject == "Een nieuwe waarde is te laat: Inwoners naar werk"
    assert (
        "Inwoners naar werk: meer dan 4.500 inwoners, peildatum begin 2023. Er had uiterlijk op 1 juli 2026 een nieuwe "
        "waarde moeten zijn."
    ) in " ".join(sent.body.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "/resultaten/navraag/" in sent.body
    assert "List-Unsubscribe" in sent.extra_headers


def test_the_next_lateness_is_another_reminder(owner):
    assert remind_of_late(today=AFTER) == 1
    expect(date(2027, 1, 1))
    assert [remind_of_late(today=day) for day in (AFTER, date(2027, 1, 1), date(2027, 1, 2), date(2027, 1, 3))] == [
        0,
        0,
        1,
        0,
    ]
    assert list(LateReminder.objects.order_by("due_on").values_list("due_on", "owner")) == [
        (ON, owner.pk),
        (date(2027, 1, 1), owner.pk),
    ]


@pytest.mark.parametrize(
    ("values", "late_from"),
    [
        ({"next_expected_on": date(2030, 5, 1), "keeps_for": 1}, date(2030, 5, 2)),
        ({"keeps_for": 24}, date(2025, 1, 2)),
        ({"keeps_for": 24, "check_every": 3}, date(2023, 4, 2)),
        ({}, date(2025, 1, 2)),
        ({"nature": IndicatorNature.INVESTED}, None),
        ({"nature": IndicatorNature.PROMISED, "direction": "meer", "rule": StatusRule.PACE}, date(2025, 1, 2)),
    ],
    ids=["expected", "shelf life", "interval", "shelf life of its nature", "never", "held against a rule"],
)
def test_a_value_is_late_from_the_day_after_it_was_due(helped, values, late_from):
    """Its newest measurement is of 1 January 2023."""
    Indicator.objects.filter(pk=helped.pk).update(**values)
    if late_from is None:
        assert not Indicator.objects.late(date(2050, 1, 1)).exists()
        return
    assert not Indicator.objects.late(late_from - timedelta(days=1)).exists()
    assert Indicator.objects.late(late_from).exists()


def test_a_value_beside_that_does_not_count_makes_nothing_less_late(helped, deck):
    Indicator.objects.filter(pk=helped.pk).update(next_expected_on=None, keeps_for=12)
    due_on = Indicator.objects.with_due().get(pk=helped.pk).due_on
    helped.measurements.create(
        value=9,
        scope=helped.scope,
        reference_on=date(2026, 6, 1),
        reference_text="juni 2026",
        source=deck,
        counts=False,
        beside_because="Een andere telwijze.",
    )
    assert Indicator.objects.with_due().get(pk=helped.pk).due_on == due_on


def test_what_was_looked_at_is_due_so_many_months_later(helped):
    Indicator.objects.filter(pk=helped.pk).update(check_every=6, keeps_for=99)
    newest = helped.measurements.first()
    helped.measurements.filter(pk=newest.pk).update(checked_on=date(2026, 8, 31), checked_by="secretariaat")
    # February has no 31st day.
    assert Indicator.objects.with_due().get().due_on == date(2027, 2, 28)


@pytest.mark.parametrize("reach", [{"email": ""}, {"declined_at": timezone.now()}], ids=["no address", "declined"])
def test_the_secretariat_is_reminded_where_no_owner_can_be(owner, mailoutbox, settings, reach):
    Owner.objects.update(**reach)
    assert [remind_of_late(today=AFTER), remind_of_late(today=AFTER)] == [1, 0]
    assert [one.to for one in mailoutbox] == [[settings.CONTACT_EMAIL]]
    assert "/beheer/results/indicator/?waarde=te-laat" in mailoutbox[0].body


def test_a_figure_without_an_owner_is_told_to_the_secretariat_in_one_mail(helped, growth, mailoutbox, settings):
    Indicator.objects.update(next_expected_on=ON)
    assert remind_of_late(today=AFTER) == 1
    assert [one.to for one in mailoutbox] == [[settings.CONTACT_EMAIL]]
    assert all(name in mailoutbox[0].body for name in ("Inwoners naar werk", "Economische groei"))


def test_a_mail_names_so_many_figures_and_counts_the_rest(db, mailoutbox):
    Indicator.objects.bulk_create(
        [
            Indicator(slug=f"c{n}", name=f"Cijfer {n}", nature="bereikt", unit="x", next_expected_on=ON)
            for n in range(NAMED + 3)
        ]
    )
    assert remind_of_late(today=AFTER) == 1
    assert mailoutbox[0].body.count("nog niet gemeten") == NAMED
    assert "En nog 3\N{NO-BREAK SPACE}cijfers." in mailoutbox[0].body
    assert LateReminder.objects.count() == NAMED + 3


@pytest.mark.parametrize(
    "moments",
    [{"public_from": None}, {"public_until": timezone.now() - timedelta(days=1)}],
    ids=["concept", "taken off"],
)
def test_nobody_is_reminded_of_what_is_not_on_the_site(helped, owner, mailoutbox, moments):
    fresh = Indicator.objects.create(
        slug="weg", name="Weg", nature="bereikt", unit="x", owner=owner, next_expected_on=ON,
        **{"public_from": timezone.now() - timedelta(days=2), **moments},
    )  # fmt: skip
    Indicator.objects.exclude(pk=fresh.pk).update(next_expected_on=None, keeps_for=900)
    assert remind_of_late(today=AFTER) == 0
    assert not mailoutbox


def test_the_quarterly_question_says_it_and_then_no_other_mail_does(owner, mailoutbox):
    expect(timezone.localdate() - timedelta(days=1))
    call_command("ask_owners", verbosity=0)
    call_command("ask_owners", verbosity=0)
    (sent,) = mailoutbox
    assert "Te laat is een nieuwe waarde van: Inwoners naar werk." in sent.body
    assert LateReminder.objects.get().owner == owner


def test_after_the_question_of_the_quarter_the_command_reminds(owner, mailoutbox):
    Indicator.objects.update(next_expected_on=None, keeps_for=900)
    call_command("ask_owners", verbosity=0)
    expect(timezone.localdate() - timedelta(days=1))
    call_command("ask_owners", verbosity=0)
    call_command("ask_owners", verbosity=0)
    assert [one.subject.partition(":")[0].partition("?")[0] for one in mailoutbox] == [
        "Kloppen uw cijfers nog",
        "Een nieuwe waarde is te laat",
    ]


def test_the_value_that_an_owner_gives_makes_it_late_no_more(owner, helped, secretary):
    expect(timezone.localdate() - timedelta(days=1))
    remind_of_late()
    (request,) = owner.confirmation_requests.all()
    proposal = Proposal(
        confirmation_request=request,
        indicator=helped,
        measurement=helped.measurements.first(),
        kind=ProposalKind.NEW,
        value=4700,
        reference_on=timezone.localdate() - timedelta(days=2),
    )
    (proposal,) = confirmations.receive(confirmation_request=request, proposals=[proposal])
    assert Indicator.objects.late().exists()
    confirmations.approve(proposal=proposal, by=secretary)
    assert not Indicator.objects.late().exists()


def test_the_desk_lists_what_is_late(client, secretary, helped, growth):
    client.force_login(secretary)
    Indicator.objects.filter(pk=helped.pk).update(next_expected_on=ON)
    Indicator.objects.filter(pk=growth.pk).update(keeps_for=900)
    page = client.get("/beheer/results/indicator/?waarde=te-laat").text
    assert "Inwoners naar werk" in page
    assert "1\N{NO-BREAK SPACE}juli\N{NO-BREAK SPACE}2026 (te laat)" in page
    assert "Economische groei" not in page
    assert "Economische groei" in client.get("/beheer/results/indicator/").text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    days=some.lists(some.dates(date(2001, 1, 1), date(2040, 12, 31)), min_size=1, max_size=4, unique=True),
    keeps_for=some.none() | some.integers(1, 120),
    nature=some.sampled_from(list(IndicatorNature)),
)
def test_the_shelf_life_ends_on_the_day_that_the_page_tells(deck, days, keeps_for, nature):
    """The database counts months as the page does."""
    made = Indicator.objects.create(
        slug=f"telt-{Indicator.objects.count()}", name="Telt", nature=nature, unit="x", keeps_for=keeps_for
    )
    source = Source.objects.get(pk=deck.pk)
    for day in days:
        made.measurements.create(reference_on=day, reference_text="x", value=1, scope=Scope.REGION, source=source)
    found = Indicator.objects.with_due().with_values().get(pk=made.pk)
    assert found.due_on == found.best_before


def test_a_new_value_of_one_partner_makes_that_of_another_no_less_late(helped, zwolle, dalfsen, deck):
    Indicator.objects.update(check_every=12, scope=Scope.PARTNER)
    helped.measurements.all().delete()

    def measure(partner, year):
        on = {"reference_on": date(year, 1, 1), "reference_text": str(year)}
        return helped.measurements.create(partner=partner, scope=Scope.PARTNER, value=1, source=deck, **on)

    measure(zwolle, 2024)
    measure(dalfsen, 2022)
    measure(dalfsen, 2023)
    assert Indicator.objects.with_due().get().due_on == date(2024, 1, 1)
    measure(dalfsen, 2025)
    assert Indicator.objects.with_due().get().due_on == date(2025, 1, 1)
    measure(zwolle, 2026)
    assert Indicator.objects.with_due().get().due_on == date(2026, 1, 1)
    dalfsen.left_on = date(2025, 6, 1)
    dalfsen.save()
    assert Indicator.objects.with_due().get().due_on == date(2027, 1, 1)
