"""What was public keeps its address and its subject: by any route, and told at the desk before it is tried."""

import re
from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import get_resolver, reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from agenda.models import Agenda
from consultation import actions
from consultation.deciding.models import Decision, Dossier, Track, TrackStep
from consultation.models import Consultation, Question
from partners.ground.publishing import Publishable
from partners.models import Partner
from regiozwolle.history.addresses import TABLES_BY_ROUTE
from regiozwolle.history.telling import models_by_table
from tests.everything import everything as everything


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


def test_what_was_on_the_site_and_is_gone_says_so_and_keeps_its_address(db, client):
    first = Partner.objects.create(slug="nieuw", name="Nieuw", kind="kennis", public_from=timezone.now())
    key = first.pk
    first.delete()
    for path in ("/partners/nieuw/", "/partners/nieuw/wat-brengt-het/"):
        assertContains(client.get(path), "Deze pagina is niet meer openbaar", status_code=410)
    with transaction.atomic(), refused("blijft daarvan"):
        Partner.objects.create(slug="nieuw", name="Ander", kind="kennis")
    Partner.objects.create(pk=key, slug="nieuw", name="Nieuw", kind="kennis", public_from=timezone.now())
    assert client.get("/partners/nieuw/").status_code == 200
    Partner.objects.filter(pk=key).update(slug="nieuwer")
    assertRedirects(client.get("/partners/nieuw/"), "/partners/nieuwer/", status_code=301)


def test_a_concept_that_is_thrown_away_leaves_no_address(db, client):
    concept = Partner.objects.create(slug="plan", name="Plan", kind="kennis", public_from=None)
    Partner.objects.filter(pk=concept.pk).update(slug="voornemen")
    concept.delete()
    for slug in ("plan", "voornemen"):
        assert client.get(f"/partners/{slug}/").status_code == 404
        Partner.objects.create(slug=slug, name=slug, kind="kennis")


def test_every_kind_that_can_be_public_keeps_its_address(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'address_is_kept'")
        kept = {table for (table,) in cursor.fetchall()}
    models = models_by_table()
    assert kept == {table for table in TABLES_BY_ROUTE.values() if issubclass(models[table], Publishable)}


# What stands in an address beside a slug, whatever it names.
BESIDE = {
    "form": "csv",
    "pk": 1,
    "code": "RZ24-L1",
    "number": 1,
    "kind": "raad",
    "subject": "recessen",
    "body": 1,
}


def routes(patterns, space=""):
    """(name, names of the parts) of every address of the site that a slug stands in."""
    for one in patterns:
        if getattr(one, "namespace", "") == "admin":
            continue  # its addresses have keys
        if hasattr(one, "url_patterns"):
            yield from routes(one.url_patterns, f"{one.namespace}:" if one.namespace else space)
        elif "slug" in one.pattern.regex.groupindex:
            yield f"{space}{one.name}", list(one.pattern.regex.groupindex)


def test_every_address_with_a_slug_leads_on(client, everything, secretary):
    """A page, a print, a file, a form and what is sent: of each kind of thing that an address names."""
    renamed = {}
    for table in set(TABLES_BY_ROUTE.values()):
        rows = models_by_table()[table]._base_manager.all()
        if table == "results_report":
            rows = rows.exclude(frozen_at=None)
        for pk, slug in rows.values_list("pk", "slug"):
            with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"UPDATE {table} SET slug = %s WHERE id = %s", [f"nieuw-{pk}", pk])
                renamed[table] = slug, f"nieuw-{pk}"
                break
    assert renamed.keys() == set(TABLES_BY_ROUTE.values()) - {"results_report"}, "a frozen report keeps its address"
    client.force_login(secretary)
    kept, tried = {}, 0
    for name, parts in routes(get_resolver().url_patterns):
        beside = {part: BESIDE[part] for part in parts if part != "slug"}
        path = reverse(name, kwargs={"slug": "SLUG", **beside})
        table = next((table for route, table in TABLES_BY_ROUTE.items() if path[1:].startswith(route)), None)
        assert table, f"{name} has a slug of which no table is known"
        if table not in renamed:
            kept[name] = table
            continue
        old, new = (path.replace("SLUG", slug) for slug in renamed[table])
        answer = client.get(f"{old}?a=b")
        way = "301 {}?a=b"
        if answer.status_code == 405:
            answer, way = client.post(old), "308 {}"
        assert f"{answer.status_code} {answer.get('Location')}" == way.format(new), name
        tried += 1
    assert set(kept) == {"report", "report_file"}
    assert tried > 15


def test_a_form_that_was_open_when_its_address_changed_loses_nothing(client, councillor, goal, open_consultation):
    client.force_login(councillor)
    old = f"/consultaties/{open_consultation.slug}/reageren/{goal.code}/"
    Consultation.objects.filter(pk=open_consultation.pk).update(slug="nieuw")
    answer = client.post(old, {"text": "Wat ik typte."})
    assert (answer.status_code, answer["Location"]) == (308, f"/consultaties/nieuw/reageren/{goal.code}/")


def test_every_kind_of_thing_with_an_address_is_in_the_list():
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
    assertContains(page, "Dit adres was eerder van iets anders, en blijft daarvan. Kies een ander adres.")


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
    TrackStep(track=track, kind="raad", planned_on=tomorrow, source=deck).full_clean()
