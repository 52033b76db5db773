"""To whom a package went, what is different in the next one, and how the secretariat sends them."""

import time
from datetime import UTC, timedelta

import pytest
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from consultation.deciding.actions import open_tracks
from consultation.deciding.models import (
    Delivery,
    DeliveryWay,
    Dossier,
    Package,
)
from consultation.deciding.packages import acts
from consultation.deciding.packages.differences import differences
from consultation.deciding.papers.acts import compare_all, put_version
from partners.ground.models import Mail, MailState
from partners.ground.refusal import Refused
from partners.models import Body, BodyKind, Capacity, PartnerKind
from regiozwolle.downloads import tasks as downloads
from regiozwolle.erasing import erase
from regiozwolle.packages import tasks
from regiozwolle.packages.freezing import freeze_all
from regiozwolle.packages.tasks import freeze_packages
from tests.answering.conftest import closed as closed
from tests.answering.conftest import reviewer as reviewer
from tests.filling import form_on, press
from tests.packages import component as component
from tests.packages import dossier as dossier
from tests.packages import link_in, made
from tests.packages import other_track as other_track
from tests.packages import package as package
from tests.packages import paper as paper
from tests.packages import track as track
from tests.test_papers import LINES, upload
from tests.working import do_all

# To whom it went


def test_each_who_prepares_the_meetings_gets_a_link_that_needs_no_account(package, clerk, councillor, mailoutbox):
    assert acts.send(packages=[package.pk]) == 1
    (sent,) = mailoutbox
    assert (sent.to, sent.subject) == (["griffier@example.org"], "Stukken voor de gemeenteraad van Zwolle: De agenda")
    assert "versie 1" in sent.body
    delivery = Delivery.objects.get()
    assert (delivery.way, delivery.user, delivery.opened_at) == (DeliveryWay.MAIL, clerk, None)
    assert signing.loads(link_in(sent).split("/")[3], salt=acts.PACKAGE_SALT) == delivery.pk
    assert acts.send(packages=[package.pk]) == 0


def test_a_mail_that_was_lost_is_sent_again_on_the_same_line_of_the_log(package, clerk):
    acts.send(packages=[package.pk])
    Mail.objects.update(state=MailState.FAILED)
    assert Delivery.objects.get().course.startswith("de mail is niet aangekomen")
    assert not Package.objects.delivered().exists()
    assert acts.send(packages=[package.pk]) == 1
    assert Delivery.objects.count() == 1
    assert Delivery.objects.get().course.startswith("geleverd op")


def test_looking_at_the_page_behind_the_link_counts_as_nothing(client, package, clerk):
    acts.send(packages=[package.pk])
    address = acts.link_path(Delivery.objects.get())
    page = client.get(address)
    assertContains(page, "Pakket voor de gemeenteraad van Zwolle")
    assert page["Cache-Control"] == "private, no-store"
    client.head(address)
    delivery = Delivery.objects.get()
    assert (delivery.opened_at, delivery.confirmed_at) == (None, None)


def test_the_button_gives_the_file_and_counts_once(client, package, clerk):
    acts.send(packages=[package.pk])
    address = acts.link_path(Delivery.objects.get())
    answer = client.post(address, {"knop": "ophalen"})
    assert b"".join(answer) == b"".join(package.file.pieces())
    assert answer["Content-Disposition"] == 'attachment; filename="pakket-agenda-zwolle-raad-versie-1.zip"'
    first = Delivery.objects.get().opened_at
    assert first is not None
    client.post(address, {"knop": "ophalen"})
    assert Delivery.objects.get().opened_at == first
    assert Delivery.objects.get().confirmed_at is None


def test_the_receipt_is_confirmed_by_a_button_of_its_own(client, package, clerk):
    acts.send(packages=[package.pk])
    address = acts.link_path(Delivery.objects.get())
    assertRedirects(client.post(address, {"knop": "bevestigen"}), f"{address}?bevestigd=1")
    page = client.get(f"{address}?bevestigd=1")
    assertContains(page, "Wij weten nu dat u het pakket hebt.")
    assertNotContains(page, "Bevestig de ontvangst")
    assert Delivery.objects.get().confirmed_at is not None
    assert client.post(address, {"knop": "iets anders"}).status_code == 404


def test_an_altered_link_opens_nothing_and_says_with_whom_to_ask(client, package, settings):
    for token in ("kapot", signing.dumps(package.pk, salt="iets anders")):
        page = client.get(reverse("deciding:package", args=[token]))
        assertContains(page, "Deze link klopt niet. Misschien is een deel weggevallen.", status_code=404)
        assertContains(page, f"mailto:{settings.CONTACT_EMAIL}", status_code=404)
        assert page["Cache-Control"] == "private, no-store"


def test_what_is_off_the_site_is_taken_by_nobody_but_the_secretariat(client, package, paper, clerk, secretary):
    acts.send(packages=[package.pk])
    Dossier.objects.update(public_until=timezone.now())
    page = client.get(acts.link_path(Delivery.objects.get()))
    assertContains(page, "Dit pakket staat niet meer op de site.", status_code=410)
    for user, status in ((clerk, 404), (secretary, 200)):
        client.force_login(user)
        assert client.get(package.get_absolute_url()).status_code == status
    put_version(paper=paper, upload=upload(LINES[0]), reason="Korter.")
    assert Package.objects.get() == package


def test_an_old_link_works_no_more(client, package, clerk, monkeypatch):
    acts.send(packages=[package.pk])
    address = acts.link_path(Delivery.objects.get())
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 179 * 86_400)
    assert client.get(address).status_code == 200
    monkeypatch.setattr(time, "time", lambda: now + 181 * 86_400)
    assertContains(client.get(address), "Deze link werkte 180 dagen, en die zijn voorbij.", status_code=410)


def test_with_an_account_the_griffier_takes_the_newest_without_any_mail(client, package, clerk):
    client.force_login(clerk)
    assertContains(client.get(package.get_absolute_url()), "Haal het pakket op")
    assert not Delivery.objects.exists()
    client.post(package.get_absolute_url(), {"knop": "ophalen"})
    delivery = Delivery.objects.get()
    assert (delivery.way, delivery.user) == (DeliveryWay.ACCOUNT, clerk)
    assert delivery.opened_at is not None


def test_others_cannot_take_it_and_what_the_secretariat_takes_does_not_count(client, package, outsider, secretary):
    assert client.get(package.get_absolute_url()).status_code == 302
    client.force_login(outsider)
    assert client.get(package.get_absolute_url()).status_code == 404
    client.force_login(secretary)
    answer = client.post(package.get_absolute_url(), {"knop": "ophalen"})
    assert b"".join(answer) == b"".join(package.file.pieces())
    assert not Delivery.objects.exists()


def test_who_is_erased_leaves_the_line_in_the_log_without_a_name(package, clerk):
    acts.send(packages=[package.pk])
    erase(user=clerk)
    assert Delivery.objects.get().receiver == "iemand die is gewist"


def test_the_griffier_finds_the_package_on_the_page_of_the_dossier_and_others_do_not(client, package, clerk, outsider):
    address, words = package.track.dossier.get_absolute_url(), "Haal het pakket van uw orgaan op"
    assertNotContains(client.get(address), words)
    client.force_login(outsider)
    assertNotContains(client.get(address), words)
    client.force_login(clerk)
    assertContains(client.get(address), words)
    mine = client.get(reverse("my_body"))
    assertContains(mine, f'href="{package.get_absolute_url()}"')
    assertContains(mine, "Haal het pakket op")


# What is different


def test_a_replaced_paper_goes_to_who_had_the_package_with_what_is_different(
    package, paper, other_track, clerk, mailoutbox
):
    acts.send(packages=[package.pk])
    mailoutbox.clear()
    put_version(paper=paper, upload=upload(LINES[0]), reason="Het Rijk betaalt niet mee.")
    compare_all()
    assert freeze_all() == 1
    (sent,) = mailoutbox
    assert sent.subject == "Gewijzigde stukken voor de gemeenteraad van Zwolle: De agenda"
    assert "Wat er anders is dan in versie 1" in sent.body
    assert "Nota: versie 2 in plaats van versie 1. Het Rijk betaalt niet mee." in " ".join(sent.body.split())
    assert "verschillen in 1 alinea" in " ".join(sent.body.split())
    assert paper.versions.get(number=2).get_absolute_url() in sent.body
    assert not other_track.packages.exists()


def test_a_first_file_and_one_that_nobody_had_make_no_package(paper, track):
    put_version(paper=paper, upload=upload(LINES[0]), reason="Korter.")
    assert not Package.objects.exists()


def test_the_page_shows_the_words_that_are_different(client, package, paper, track, clerk):
    acts.send(packages=[package.pk])
    put_version(paper=paper, upload=upload(LINES[0]), reason="Het Rijk betaalt niet mee.")
    compare_all()
    freeze_all()
    newer = Package.objects.newest().get(track=track)
    page = client.get(acts.link_path(Delivery.objects.get(package=newer)))
    assertContains(page, "Wat is er anders dan in versie 1?")
    assertContains(page, "Het Rijk betaalt")
    assertContains(page, "<del>")
    assertContains(client.get(acts.link_path(Delivery.objects.get(package=package))), "Er is een nieuwere versie")


def test_what_differs_in_the_model_is_told_per_heading(package, track):
    Dossier.objects.filter(pk=track.dossier_id).update(summary="Stel de agenda niet vast.")
    (found,) = differences(package, made(track))
    assert found.title == "Het model voor het voorstel, onder ‘Waar het over gaat’"
    assert "<ins>" in "".join(found.marked)


def test_several_versions_of_a_paper_are_told_one_by_one(package, paper, track):
    put_version(paper=paper, upload=upload(LINES[0]), reason="Korter.")
    put_version(paper=paper, upload=upload(LINES[1]), reason="Anders.")
    compare_all()
    found = differences(package, made(track))
    assert [one.reason for one in found if one.reason] == ["Korter.", "Anders."]


def test_the_dossier_says_which_version_a_body_has(client, package, track, clerk):
    assertNotContains(client.get(track.dossier.get_absolute_url()), "van het pakket")
    acts.send(packages=[package.pk])
    page = client.get(track.dossier.get_absolute_url())
    assertContains(page, "versie 1 van het pakket, met Nota (versie 1).")


# At the desk


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def place(dossier, name="packages"):
    return reverse(f"admin:deciding_dossier_{name}", args=[dossier.pk])


def test_the_desk_asks_for_the_packages_and_says_how_many(desk, track, other_track, paper):
    answer = press(desk, place(track.dossier, "make_packages"), follow=True)
    assertContains(answer, "2\N{NO-BREAK SPACE}pakketten worden gemaakt.")
    assertContains(answer, "Wij maken een nieuwe versie.", count=2)
    assertContains(answer, "Wij maken de pakketten. Van 0 van de 2 organen is het klaar.")
    assert freeze_all(1) == 1
    asked = {"HX-Request": "true", "HX-Target": "being-made"}
    piece = desk.get(place(track.dossier), headers=asked)
    assertContains(piece, '<progress value="1" max="2"')
    assertNotContains(piece, "<html")
    freeze_packages(timestamp=0)
    assertContains(desk.get(place(track.dossier), headers=asked), "Alle pakketten zijn gemaakt.")
    page = desk.get(place(track.dossier))
    assertContains(page, "versie 1</a>", count=2)
    assertNotContains(page, "being-made")


def test_five_packages_are_made_in_a_row_and_the_next_job_goes_on(track, other_track, paper, monkeypatch):
    acts.ask(dossier=track.dossier)
    monkeypatch.setattr(tasks, "IN_A_ROW", 1)
    freeze_packages(timestamp=0)
    assert Package.objects.made().count() == 1
    do_all()
    assert Package.objects.made().count() == 2
    assert (tasks.LOCK, tasks.QUEUE) == (downloads.LOCK, downloads.QUEUE)


def test_the_desk_shows_whom_each_package_goes_to_and_who_has_no_contact(desk, track, other_track, paper, clerk):
    made(track)
    freeze_all()
    page = desk.get(place(track.dossier, "send_packages"))
    assertContains(page, "versie 1, aan Gerrie Griffier")
    assertContains(page, "versie 1, geen contact bekend")
    assertContains(page, "Voor de gemeenteraad van Dalfsen is geen contact bekend.")
    assertContains(page, "Stukken voor de gemeenteraad van Zwolle: De agenda")
    assertContains(page, "/besluiten/pakket/(eigen-link)/")


def test_the_desk_sends_to_the_bodies_that_are_ticked(desk, track, other_track, paper, clerk, join, mailoutbox):
    join("dalfser", capacity=Capacity.CLERK, body=other_track.body)
    made(track)
    freeze_all()
    address = place(track.dossier, "send_packages")
    form = form_on(desk.get(address), "_read")
    assert form.getlist("tracks") == [str(other_track.pk), str(track.pk)]
    refused = desk.post(address, read_of(form))
    assertContains(refused, "Kies ten minste één orgaan.")
    chosen = desk.post(address, read_of(form) | {"tracks": [track.pk]})
    answer = desk.post(address, read_of(form_on(chosen, "_read")) | {"tracks": [track.pk]}, follow=True)
    assertContains(answer, "1\N{NO-BREAK SPACE}mail wordt verstuurd.")
    assert [sent.to for sent in mailoutbox] == [["griffier@example.org"]]
    assertContains(answer, "Een pakket kregen er 1, opgehaald hebben er 0, en de ontvangst bevestigd hebben er 0.")


def read_of(form):
    return {"_read": form["_read"]}


def test_nothing_can_be_sent_before_anything_was_made(desk, track):
    assertContains(desk.get(place(track.dossier, "send_packages")), "Er is nog geen pakket gemaakt.")


def test_what_the_secretariat_hands_over_stands_in_the_log(desk, package, track):
    address = reverse("admin:deciding_dossier_hand_over", args=[track.dossier_id, track.pk])
    today = timezone.localdate()
    wrong = press(desk, address, {"note": "", "on": (today + timedelta(days=1)).isoformat()})
    assertContains(wrong, "Schrijf op aan wie u het pakket gaf, en hoe.")
    assertContains(wrong, "Deze dag moet nog komen.")
    answer = press(desk, address, {"note": "de griffier, op papier", "on": today.isoformat()}, follow=True)
    assertContains(answer, "Vastgelegd dat de gemeenteraad van Zwolle het pakket heeft.")
    delivery = Delivery.objects.get()
    assert (delivery.way, delivery.receiver) == (DeliveryWay.DESK, "de griffier, op papier")
    assertContains(answer, "de griffier, op papier: geleverd op")


def test_a_package_is_not_handed_over_before_it_was_made(package, track):
    with pytest.raises(Refused, match="Op die dag was dit pakket er nog niet"):
        acts.hand_over(track=track, note="de griffier", at=timezone.now() - timedelta(days=2))


def test_a_package_is_handed_over_in_the_hour_after_midnight_too(package, track):
    """When by UTC it is still the day before."""
    at = timezone.localtime().replace(hour=0, minute=30).astimezone(UTC)
    assert acts.hand_over(track=track, note="de griffier", at=at).delivered_at == at


def test_who_replaces_a_paper_reads_to_how_many_bodies_that_goes(desk, package, paper, clerk):
    address = reverse("admin:deciding_paper_put", args=[paper.pk])
    assertNotContains(desk.get(address), "het pakket al")
    acts.send(packages=[package.pk])
    assertContains(desk.get(address), "1\N{NO-BREAK SPACE}orgaan heeft het pakket al.")


@pytest.fixture
def tracks(dossier, region):
    """That of a council in each municipality of the region."""
    towns = [one for one in region.values() if one.kind == PartnerKind.MUNICIPALITY]
    for town in towns:
        Body.objects.create(partner=town, kind=BodyKind.COUNCIL, name=f"gemeenteraad van {town}")
    open_tracks(dossier=dossier)
    return list(dossier.tracks.all())


def hand_out(tracks):
    """Gives the bodies of `tracks` a package each."""
    for one in tracks:
        asked = Package.objects.create(track=one, number=1)
        acts.keep(package=asked, made=acts.MadePackage(f"{one.pk}".encode(), [], [], "0" * 64))
        acts.hand_over(track=one, note="de griffier", at=timezone.now())


@pytest.mark.parametrize(("name", "words"), [("desk", "de griffier: geleverd op"), ("site", "versie 1 van het pakket")])
def test_a_list_of_packages_asks_as_much_of_the_database_for_many_bodies(name, words, desk, dossier, tracks):
    address = place(dossier) if name == "desk" else dossier.get_absolute_url()
    desk.get(address)
    found = []
    for handed_out in (tracks[:1], tracks[1:]):
        hand_out(handed_out)
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(address)
        found.append((page.text.count(words), len(queries)))
    (one, first), (all_of_them, second) = found
    assert (one, all_of_them) == (1, len(tracks)) == (1, 22)
    assert first == second
