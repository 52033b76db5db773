"""A link with an end shows a page that is not public yet, as everyone will read it, and nothing else."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agenda.models import Version
from consultation.deciding.models import Dossier, Track
from consultation.models import Consultation
from partners.ground.models import PreviewLink, SecurityEvent
from partners.ground.publishing.previewing import make_link, revoke
from partners.ground.refusal import Refused
from partners.models import Partner
from results.models import Indicator, IndicatorNature, Programme, Project
from tests.filling import press

BAND = "Voorvertoning, nog niet openbaar."


def days(count):
    return timezone.localdate() + timedelta(days=count)


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(
        slug="plan", title="Het plan", summary="Een besluit.", version=version, source=deck, public_from=None
    )


def preview_of(thing):
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_preview", args=[thing.pk])


def test_a_link_is_made_at_the_desk_read_without_an_account_and_taken_back(desk, dossier, council):
    Track.objects.create(dossier=dossier, body=council)
    assert preview_of(dossier) in desk.get(dossier.publishing_path).text
    page = press(desk, preview_of(dossier), {"audience": "de wethouders", "ends_on": days(14).isoformat()}, follow=True)
    assert "De link is gemaakt." in page.text
    (path,) = set(re.findall(r"(/voorvertoning/[^/\s<]+/)", page.text))
    stranger = Client()
    page = stranger.get(path)
    assert page.status_code == 200
    assert BAND in page.text
    assert "Alleen het secretariaat ziet dit" not in page.text
    assert "Het plan" in page.text
    assert "gemeenteraad" in page.text
    assert (page["X-Robots-Tag"], page["Cache-Control"]) == ("noindex, nofollow", "private, no-store")
    line = SecurityEvent.objects.get(kind="link gebruikt")
    assert line.about.startswith("preview ")
    assert path.split("/")[2] not in line.about
    # It opens nothing else, and who is signed in sees it as everyone will.
    assert stranger.get(dossier.get_absolute_url()).status_code == 404
    assert "Uitloggen" not in desk.get(path).text

    page = press(desk, preview_of(dossier), {"more": "1"}, follow=True)
    assert "De links zijn ingetrokken." in page.text
    assert path not in page.text
    assert stranger.get(path).status_code == 404


def test_a_link_ends_by_itself_and_leads_to_the_page_once_that_is_public(client, dossier, secretary):
    link = make_link(thing=dossier, audience="raad", ends_on=days(3), by=secretary)
    PreviewLink.objects.update(ends_on=days(-1), made_at=timezone.now() - timedelta(days=15))
    assert client.get(link.path).status_code == 410
    PreviewLink.objects.update(ends_on=days(0))
    assert client.get(link.path).status_code == 200
    assert client.post(link.path).status_code == 405
    Dossier.objects.update(public_from=timezone.now())
    answer = client.get(link.path)
    assert (answer.status_code, answer["Location"]) == (302, dossier.get_absolute_url())
    dossier.refresh_from_db()
    with pytest.raises(Refused, match="Dit staat al op de site"):
        make_link(thing=dossier, audience="raad", ends_on=days(3), by=secretary)
    assert client.get(f"{link.path[:-2]}/").status_code == 404
    other = Dossier.objects.create(slug="weg", title="Weg", summary="Besluit.", public_from=None)
    gone = make_link(thing=other, audience="raad", ends_on=days(3), by=secretary)
    other.delete()
    assert client.get(gone.path).status_code == 404


def test_pages_of_each_kind_can_be_read_ahead(client, dossier, version, secretary, deck):
    hidden = {"public_from": None}
    programme = Programme.objects.create(slug="prog", name="Programma", summary="Wij doen.", source=deck, **hidden)
    project = Project.objects.create(
        slug="proj", name="Project", programme=programme, status="bevestigd", source=deck, **hidden
    )
    figure = Indicator.objects.create(
        slug="cijfer", name="Cijfer", nature=IndicatorNature.ACHIEVED, sentence="huizen.", unit="huizen", **hidden
    )
    partner = Partner.objects.create(slug="nieuw", name="Nieuw", kind="kennis", **hidden)
    draft = Version.objects.create(
        agenda=version.agenda, number=version.number + 1, dated_on=date(2026, 1, 1), source=deck
    )
    now = timezone.now()
    consultation = Consultation.objects.create(
        slug="ronde", title="Ronde", version=version, opens_at=now, closes_at=now + timedelta(days=9), **hidden
    )
    for thing in (dossier, programme, project, figure, partner, draft, consultation):
        link = make_link(thing=thing, audience="raad", ends_on=days(3), by=secretary)
        assert client.get(thing.get_absolute_url()).status_code == 404, thing
        page = client.get(link.path)
        assert (page.status_code, BAND in page.text) == (200, True), thing


def test_what_is_wrong_is_said_at_its_field(desk, dossier):
    for ends, said in ((days(-1), "Deze dag is al geweest."), (days(91), "Kies een dag tot en met")):
        page = press(desk, preview_of(dossier), {"audience": " ", "ends_on": ends.isoformat()})
        assert said in page.text
        assert "Schrijf op voor wie de link is" in page.text
    assert not PreviewLink.objects.exists()


def test_the_list_of_all_links_takes_them_back_and_asks_as_much_however_many(
    desk, dossier, secretary, django_assert_max_num_queries
):
    for count in range(30):
        make_link(thing=dossier, audience=f"groep {count}", ends_on=days(3), by=secretary)
    address = reverse("admin:ground_previewlink_changelist")
    desk.get(address)
    with django_assert_max_num_queries(14):
        page = desk.get(address)
    assert "groep 29" in page.text
    assert revoke(links=PreviewLink.objects.filter(audience="groep 3")) == 1
    assert revoke(links=PreviewLink.objects.all()) == 29
