"""The main menu: which item is current, and that every page of a consultation lies under one."""

import re

import pytest

from consultation import urls as consultation_urls
from regiozwolle.context_processors import MENU, SECTIONS, SIGNED_IN


@pytest.mark.parametrize(
    ("address", "item"),
    [
        ("/agenda/", ["Agenda"]),
        ("/resultaten/projecten/", ["Resultaten"]),
        ("/resultaten/rapportages/", ["Resultaten"]),
        ("/consultaties/", ["Consultaties"]),
        ("/geschiedenis/", []),
        ("/besluiten/", ["Besluiten"]),
        ("/partners/", ["Partners"]),
        ("/partners/zwolle/", ["Partners"]),
        ("/partners/zwolle/wat-brengt-het/", ["Partners"]),
        ("/zoeken/", ["Zoeken"]),
        ("/mijn-reacties/", ["Mijn reacties"]),
        ("/", []),
        ("/contact/", []),
        ("/stijlgids/", []),
    ],
)
def test_the_menu_shows_where_one_is(client, clerk, zwolle, version, address, item):
    client.force_login(clerk)
    menu = client.get(address).text.split('aria-label="Hoofdmenu"')[1].split("</nav>")[0]
    assert re.findall(r'aria-current="true">([^<]+)<', menu) == item


def test_every_page_of_a_consultation_lies_under_an_item_of_the_menu():
    firsts = {str(route.pattern).lstrip("^").split("/")[0] for route in consultation_urls.urlpatterns}
    assert firsts - set(SECTIONS) == {"geschiedenis"}  # that lies under ‘Wat is Regio Zwolle?’


def test_every_part_of_the_site_lies_under_an_item_that_is_there():
    assert set(SECTIONS.values()) == {name for name, _, _ in [*MENU, *SIGNED_IN]}


def test_only_the_secretariat_finds_the_admin_in_the_menu(client, clerk, secretary):
    for user, names in [(clerk, []), (secretary, ["Beheer"])]:
        client.force_login(user)
        menu = client.get("/contact/").text.split('aria-label="Hoofdmenu"')[1].split("</nav>")[0]
        assert re.findall(r'href="/beheer/">([^<]+)<', menu) == names
