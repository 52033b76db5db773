"""What was public keeps its address and its subject: by any route, and told at the desk before it is tried."""

import re
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from agenda.models import Agenda
from consultation import actions
from consultation.deciding.models import Decision, Dossier, Track, TrackStep
from consultation.models import Consultation, Question
from partners.models import Partner
from regiozwolle.history.addresses import TABLES_BY_ROUTE
from regiozwolle.history.telling import models_by_table


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def refused(words):
    return pytest.raises(DatabaseError, match=words)


# Addresses


@pytest.mark.parametrize("way", ["save", "update"])
def test_an_address_that_was_once_there_leads_on(client, zwolle, way):
    if way == "save":
        zwolle.slug = "gemeente-zwolle"
        zwolle.save()
    else:
        Partner.objects.filter(pk=zwolle.pk).update(slug="gemeente-zwolle")
    Partner.objects.filter(pk=zwolle.pk).update(slug="stad-zwolle")
    for old in ("zwolle", "gemeente-zwolle"):
        assertRedirects(client.get(f"/partners/{old}/"), "/partners/stad-zwolle/", status_code=301)
        answer = client.get(f"/partners/{old}/wat-brengt-het/?jaar=2026")
        assertRedirects(answer, "/partners/stad-zwolle/wat-brengt-het/?jaar=2026", status_code=301)
    assert client.get("/partners/nergens/").status_code == 404
    Partner.objects.filter(pk=zwolle.pk).update(slug="zwolle")
    assert client.get("/partners/zwolle/").status_code == 200
    assertRedirects(client.get("/partners/stad-zwolle/"), "/partners/zwolle/", status_code=301)


def test_every_address_with_a_slug_leads_on(client, open_consultation):
    """A page, a file and a page behind signing in; of all tables that an address names."""
    Consultation.objects.filter(pk=open_consultation.pk).update(slug="nieuw")
    old = open_consultation.slug
    for rest in ("", "kalender.ics", "nota/", "nota/bestand.csv"):
        assert client.get(f"/consultaties/{old}/{rest}").headers["Location"] == f"/consultaties/nieuw/{rest}"
    with_slug = {
        table for table, model in models_by_table().items() if any(one.name == "slug" for one in model._meta.fields)
    }
    assert set(TABLES_BY_ROUTE.values()) == with_slug - {"partners_source", "regiozwolle_formeraddress"}


def test_what_was_once_an_address_never_becomes_that_of_something_else(desk, zwolle, dalfsen):
    Partner.objects.filter(pk=zwolle.pk).update(slug="stad-zwolle")
    with refused("was eerder van iets anders"), transaction.atomic():
        Partner.objects.filter(pk=dalfsen.pk).update(slug="zwolle")
    page = desk.get(f"/beheer/partners/partner/{dalfsen.pk}/change/")
    given = {name: page.context["adminform"].form[name].value() or "" for name in page.context["adminform"].form.fields}
    for formset in page.context["inline_admin_formsets"]:
        given |= {f"{formset.formset.prefix}-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    page = desk.post(f"/beheer/partners/partner/{dalfsen.pk}/change/", given | {"slug": "zwolle"})
    assertContains(page, "Dit adres was eerder van iets anders, en leidt daar nog heen. Kies een ander adres.")


# Subjects


@pytest.fixture
def finished(closed_consultation):
    Question.objects.create(consultation=closed_consultation, position=1, text="Wat mist u?")
    return actions.finish(consultation=closed_consultation)


@pytest.fixture
def closed_consultation(open_consultation):
    Consultation.objects.filter(pk=open_consultation.pk).update(closes_at=timezone.now() - timedelta(days=1))
    open_consultation.refresh_from_db()
    return open_consultation


def test_a_finished_consultation_stays_about_what_it_was(finished, next_version):
    found = Consultation.objects.filter(pk=finished.pk)
    for change in ({"version": next_version}, {"closes_at": timezone.now()}, {"finished_at": None}):
        with refused("is afgerond en verandert niet meer"), transaction.atomic():
            found.update(**change)
    for act in (found.get().questions.all().delete, lambda: Question.objects.create(consultation=finished, position=9)):
        with refused("Haar vragen veranderen niet meer"), transaction.atomic():
            act()
    found.update(summary="In gewone taal.")
    assert found.get().summary == "In gewone taal."


def test_the_desk_offers_no_change_of_what_is_finished(desk, finished):
    page = desk.get(f"/beheer/consultation/consultation/{finished.pk}/change/").text
    assert re.findall(r'name="(version|opens_at_0|questions-0-text)"', page) == []
    assert 'name="summary"' in page
    assert desk.post(f"/beheer/consultation/consultation/{finished.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.fixture
def decided(deck, council, version):
    dossier = Dossier.objects.create(slug="proef", title="Proefdossier", version=version, source=deck)
    track = Track.objects.create(dossier=dossier, body=council)
    Decision.objects.create(track=track, outcome="ingestemd", decided_on=date(2024, 4, 1), source=deck)
    return dossier


def test_a_dossier_stays_about_the_text_that_was_decided_on(desk, decided, next_version):
    with refused("Over welke versie dat ging, verandert niet meer"), transaction.atomic():
        Dossier.objects.filter(pk=decided.pk).update(version=next_version)
    assert 'name="version"' not in desk.get(f"/beheer/deciding/dossier/{decided.pk}/change/").text
    assert Agenda.objects.exists()


# Days that cannot be true


def test_a_decision_or_a_step_of_a_day_to_come_is_refused_at_its_field(decided, deck):
    tomorrow = timezone.localdate() + timedelta(days=1)
    track = Track.objects.get()
    for row, field in [
        (Decision(track=track, outcome="tegen", decided_on=tomorrow, source=deck), "decided_on"),
        (TrackStep(track=track, kind="bespreking", happened_on=tomorrow, source=deck), "happened_on"),
    ]:
        with pytest.raises(Exception, match="is nog niet geweest") as refusal:
            row.full_clean()
        assert list(refusal.value.message_dict) == [field] or field in refusal.value.message_dict
    TrackStep(track=track, kind="gepland", happened_on=tomorrow, source=deck).full_clean()
