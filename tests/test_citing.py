"""Short codes: each leads for ever to what it cites, and nowhere else."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from consultation.deciding.models import Decision, Dossier, Track
from consultation.models import Point
from partners.ground.documents import Document, docx, odt, pdf
from partners.ground.documents.citing import cited_blocks, code_of, short_path, to_scan
from regiozwolle.found.citing import LEADS
from results.models import Indicator, Project, Report
from tests.letters import close
from tests.rights.writing import answered


@pytest.fixture
def dossier(deck):
    return Dossier.objects.create(slug="proef", title="Proefdossier", source=deck)


@pytest.fixture
def decision(dossier, council, deck):
    track = Track.objects.create(dossier=dossier, body=council)
    return Decision.objects.create(track=track, outcome="ingestemd", decided_on=date(2024, 4, 1), source=deck)


def leads_to(client, thing, expected):
    assertRedirects(client.get(short_path(thing)), expected, fetch_redirect_response=False)


def test_a_code_leads_to_the_page_and_the_place_on_it(client, helped, deal, decision, wording, goal, sent):
    for thing in (helped, Project.objects.first(), decision.track.dossier, goal, wording):
        leads_to(client, thing, thing.get_absolute_url())
    leads_to(client, decision, f"/besluiten/proef/orgaan/{decision.track.body_id}/#besluit-{decision.pk}")
    close(sent.consultation)
    point = Point.objects.public().get()
    answered([point], timezone.now())
    leads_to(client, point, point.get_absolute_url())
    leads_to(client, point.answers.get(), point.get_absolute_url())
    consultation = point.letter.consultation
    leads_to(client, consultation, reverse("consultation:nota", args=[consultation.slug]))
    assert client.get(f"/c/{code_of(helped).lower()}").status_code == 302
    helped.slug = "heet-nu-anders"
    helped.save()
    leads_to(client, helped, helped.get_absolute_url())


def test_a_code_stands_on_the_page_and_leads_back_to_it(client, helped, decision, deal):
    project = Project.objects.first()
    assertContains(client.get(project.get_absolute_url()), f'href="/c/J{project.pk}"')
    assertContains(client.get(helped.get_absolute_url()), f'href="/c/C{helped.pk}"')
    dossier = decision.track.dossier
    assertContains(client.get(dossier.get_absolute_url()), f'href="/c/D{dossier.pk}"')
    assertContains(client.get(f"/besluiten/proef/orgaan/{decision.track.body_id}/"), f'href="/c/B{decision.pk}"')


@pytest.mark.parametrize(
    "code", ["C999999", "Z1", "C0", "C" + "9" * 30, "RZ24-L9.9", "RZ24-L1.2@99", "..", "@@@", "C-1"]
)
def test_a_code_of_nothing_is_not_found(client, goal, code):
    assert client.get(f"/c/{code}").status_code == 404


def test_what_is_not_on_the_site_has_no_code_yet(client, helped, dossier):
    other = Dossier.objects.create(slug="nog-niet", title="Nog niet", source=dossier.source, public_from=None)
    Indicator.objects.update(public_until=timezone.now())
    for thing in (helped, other):
        assert client.get(short_path(thing)).status_code == 404


def test_no_two_kinds_have_one_letter():
    assert len(LEADS) == 8


def test_a_paper_carries_the_address_to_type_and_to_scan(db, deck):
    report = Report(pk=12, slug="proef")
    written = list(cited_blocks(report, "Deze rapportage staat op"))
    document = Document(title="Proef", blocks=written)
    for write in (pdf, docx, odt):
        assert len(write(document)) > 1000
    assert "/c/R12" in str(written[0].text)
    assert 'viewBox="0 0 ' in to_scan("https://regiozwolle.example/c/R12")
