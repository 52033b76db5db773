"""What the demo invents: loaded with an agenda alone, on a working day, and never in production."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from agenda.models import Element, ElementKind
from consultation.models import Consultation
from partners.models import Partner, User
from regiozwolle.example import loading, open_consultation
from tests.published import give_words


@pytest.fixture
def goals(agenda, version):
    """The two goals on which the example reacts."""
    for position, number in [(21, "2.1"), (22, "2.2")]:
        element = Element.objects.create(
            agenda=agenda, code=f"RZ24-L{number}", kind=ElementKind.GOAL, position=position, number=number, name=number
        )
        give_words(element, version, f"Opgave {number}")


@pytest.mark.parametrize("later", range(7))
def test_nobody_meets_at_the_weekend(goals, later):
    loading.load(today=timezone.localdate() + timedelta(days=later))
    consultation = Consultation.objects.get(slug=open_consultation.SLUG)
    [written] = consultation.steps.filter(ends_on__isnull=False)
    assert (written.starts_on, written.ends_on) == (timezone.localdate(consultation.opens_at), consultation.last_day)
    assert all(step.starts_on.weekday() < 5 for step in consultation.steps.exclude(pk=written.pk))


def test_without_an_agenda_it_says_what_to_do(db):
    with pytest.raises(CommandError, match="laad die eerst met manage.py seed"):
        call_command("seed_example")
    assert Partner.objects.count() == 0


def test_it_is_refused_in_production(goals, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="werkt alleen in de demo"):
        call_command("seed_example")
    assert User.objects.count() == 0


def test_the_command_prints_who_can_sign_in(goals, capsys):
    call_command("seed_example")
    assert capsys.readouterr().out.splitlines() == [
        "raadslid@voorbeeldstad.example: raadslid van Voorbeeldstad: reageert voor zichzelf of namens de fractie",
        "collega@voorbeeldstad.example: raadslid van Voorbeeldstad: schrijft mee in dezelfde fractie",
        "griffier@voorbeeldstad.example: griffier van Voorbeeldstad: reageert namens de gemeenteraad",
        "raadslid2@voorbeeldstad.example: raadslid van Proefdorp: leest wat andere raden met hem delen",
        "secretariaat@voorbeeldstad.example: secretariaat, als beheerder: werkt alles bij in het beheer, ook de mensen",
        "secretariaat2@voorbeeldstad.example: secretariaat, als redacteur: werkt de inhoud bij en kijkt antwoorden na",
        "auditor@voorbeeldstad.example: auditor: leest alles in het beheer en wijzigt niets",
    ]
