"""SDGs and themes of broad prosperity: chosen from a fixed list, told on the page, and found by them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from pytest_django.asserts import assertContains, assertNotContains

from agenda.models import Element, WiderAim
from agenda.models.wider_aim import offered
from partners.ground.models import Change
from tests.filling import form_on, send

HEALTH = WiderAim.SDG_3


@pytest.fixture
def chosen(goal, helped):
    for thing in (goal, helped):
        thing.wider_aims = [HEALTH, WiderAim.WORK]
        thing.full_clean()
        thing.save()
    return goal


def test_the_secretariat_ticks_them_and_they_stand_in_the_order_of_the_list(client, secretary, goal):
    client.force_login(secretary)
    address = f"/beheer/agenda/element/{goal.pk}/change/"
    form = form_on(client.get(address))
    assert send(client, address, form, wider_aims=["bw-wonen", "sdg-11", "sdg-3"]).status_code == 302
    goal.refresh_from_db()
    assert goal.wider_aims == ["sdg-3", "sdg-11", "bw-wonen"]
    assertContains(client.get(f"/beheer/agenda/element/{goal.pk}/history/"), "goede gezondheid en welzijn")
    assert Change.objects.filter(table_name="agenda_element", before__isnull=False).count() == 1


def test_nothing_else_than_the_list_is_kept(goal):
    goal.wider_aims = ["sdg-18"]
    with pytest.raises(ValidationError, match="Kies uit de lijst"):
        goal.full_clean()
    with pytest.raises(IntegrityError, match="element_wider_aims_are_known"), transaction.atomic():
        goal.save()


def test_the_pages_tell_them_lead_on_and_are_narrowed_by_them(client, chosen, helped, other_line):
    for thing, address in ((chosen, "/agenda/"), (helped, "/resultaten/cijfers/")):
        page = client.get(thing.get_absolute_url())
        assertContains(page, f'href="{address}?doel=sdg-3"')
        assertContains(page, "Brede welvaart: arbeid en vrije tijd")
        found = client.get(address, {"doel": HEALTH})
        assertContains(found, thing.name)
        assertNotContains(client.get(address, {"doel": "sdg-4"}), f'href="{thing.get_absolute_url()}"')
    part = client.get("/agenda/", {"doel": HEALTH}).text
    assert "De redactie kiest ze per onderdeel" in part
    assert (chosen.code in part, f'id="{other_line.code}"' in part) == (True, False)


@pytest.mark.parametrize("wrong", ["sdg-99", "x" * 5000, "\x00"])
def test_an_aim_that_does_not_exist_narrows_nothing(client, chosen, wrong):
    for address in ("/agenda/", "/resultaten/cijfers/", "/resultaten/"):
        assert client.get(address, {"doel": wrong}).status_code == 200


def test_open_data_names_them(client, chosen, helped):
    for address in ("/open-data/agenda.csv", "/open-data/indicatoren.csv"):
        assert "sdg-3 bw-arbeid-en-vrije-tijd" in client.get(address).content.decode()


def test_every_aim_is_offered_once():
    listed = [value for _, group in offered()[1:] for value, _ in group]
    assert listed == WiderAim.values
    assert Element._meta.get_field("wider_aims").formfield().choices == WiderAim.choices
