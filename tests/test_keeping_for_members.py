"""A member gets the page of everyone with what is their own in it: never old, and never what is of another."""

from datetime import date

import pytest
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import Client
from django.utils import timezone

from consultation.deciding.models import Dossier
from consultation.models import Consultation, Point, SenderKind
from partners.ground.state.prepared import Prepared
from partners.models import Mandate
from regiozwolle.identity.models import OpenSession
from regiozwolle.keeping.middleware import Keeper

AGENDA, PASSAGE, CONSULTATION = "/agenda/", "/agenda/tekst/RZ24-L1.2/", "/consultaties/conceptagenda/"
PAGES = ["/", AGENDA, PASSAGE, CONSULTATION, "/besluiten/agenda/", "/partners/"]


def browser_of(user):
    browser = Client(headers={"host": "testserver"})
    browser.force_login(user)
    return browser


@pytest.fixture
def keeping(settings, transactional_db):
    """Gives the browser of a user at a portal that keeps its pages: one portal for all of them."""
    anew = Client()
    anew.handler.load_middleware()
    settings.KEPT_MEGABYTES, settings.KEPT_PIECES_MEGABYTES = 4, 2
    portal = Client()
    portal.handler.load_middleware()

    def make(user, *, kept=True):
        browser = browser_of(user)
        browser.handler = (portal if kept else anew).handler
        return browser

    yield make
    Keeper.in_use.known.close()


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(slug="agenda", title="De agenda", version=version, source=deck)


@pytest.fixture
def all_write(councillor, outsider, send, write):
    """Two members, of whom one sent something and the other has a draft."""
    send(councillor, SenderKind.PERSONAL)
    write(outsider, SenderKind.PERSONAL, text="Van een ander.")
    return councillor, outsider


def test_each_member_gets_what_a_page_made_for_them_alone_says(
    keeping, all_write, secretary, goal, dossier, django_assert_num_queries
):
    robin, anne = map(keeping, all_write)
    for path in PAGES:
        robin.get(path)  # and from now on it is kept
        for member, browser in zip(all_write, (robin, anne), strict=True):
            own = browser.get(path)
            assert own.text.split() == keeping(member, kept=False).get(path).text.split(), path
            assert own["Cache-Control"] == "private, no-store"
    assert "Hier reageerde u<span" in robin.get("/agenda/").text
    assert "Uw concept<span" in anne.get("/agenda/").text
    with django_assert_num_queries(4):  # their session, who they are, what they wrote, and what they typed
        robin.get("/agenda/")
    with django_assert_num_queries(2):
        robin.get("/partners/")
    own = keeping(secretary).get("/agenda/").text
    assert "Beheer" in own
    assert "Beheer" not in robin.get("/agenda/").text


def test_a_page_of_members_is_never_old(keeping, all_write, zwolle, goal, wording):
    robin, _ = map(keeping, all_write)
    for name in ("Zwolle", "Zwolle aan de IJssel", "Zwolle"):
        zwolle.name = name
        zwolle.save()
        assert f">{name}</a>" in robin.get("/partners/").text
    assert robin.get("/agenda/").text.count("Hier reageerde u<span") == 1
    Point.objects.all().delete()  # of nobody but those who wrote it
    assert "Hier reageerde u<span" not in robin.get("/agenda/").text
    Consultation.objects.update(closes_at=timezone.now())
    assert "om te reageren" not in robin.get("/agenda/").text
    OpenSession.objects.all().delete()
    assert "Inloggen" in robin.get("/agenda/").text


def test_an_address_makes_no_pages_of_members_beside_those_that_it_knows(keeping, councillor, zwolle):
    robin = keeping(councillor)
    asked = robin.get("/partners/?wat=<b>&soort=gemeente")
    assert asked.text == robin.get("/partners/?soort=gemeente").text
    assert "&lt;b&gt;" not in asked.text


def test_a_message_is_told_once(keeping, councillor, goal, open_consultation):
    robin = keeping(councillor)
    before = robin.get("/agenda/").text
    robin.cookies["messages"] = CookieStorage(None)._encode([Message(messages.SUCCESS, "Opgeslagen.")])
    assert "Opgeslagen." in robin.get("/agenda/").text
    assert robin.get("/agenda/").text == before


def test_a_prepared_question_is_about_today_and_never_about_a_moment(councillor, monkeypatch):
    held = Prepared(lambda user: Mandate.objects.held().filter(user=user).values_list("pk"))
    mandate = councillor.mandates.get()
    assert held.ask(councillor.pk) == [(mandate.pk,)]
    assert held.ask(councillor.pk + 1) == []
    councillor.mandates.update(ends_on=date(2030, 1, 1))
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2030, 1, 2))
    assert held.ask(councillor.pk) == []
    open_now = Prepared(lambda key: Consultation.objects.filter(pk=key, closes_at__gt=timezone.now()).values_list("pk"))
    with pytest.raises(ValueError, match="cannot be prepared"):
        open_now.ask(1)
