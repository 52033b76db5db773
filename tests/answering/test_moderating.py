"""A reader reports a point; the desk lets it stand, or takes it off the site with a reason and can put it back."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultation.models import Flag, Point, Removal
from consultation.moderating import acts, views
from consultation.templatetags.waiting import waiting
from partners.ground.limits import HOUR
from partners.ground.models import Act
from partners.ground.refusal import Refused
from tests.filling import press

WHY = "het een persoon beledigt"
TOLD = f"[Weggehaald door het secretariaat, omdat {WHY}.]"


def moderate(point):
    return reverse("admin:consultation_point_moderate", args=[point.pk])


def told(user):
    return [words for words, _ in waiting(user) if "gemeld" in words]


def test_a_reader_without_an_account_reports_a_point_that_everyone_reads(one, published, secretary, monkeypatch):
    reader = Client()
    page = reader.get(one.get_absolute_url())
    address = reverse("consultation:flag", args=[one.pk])
    assert address in page.text
    assert "Schrijf op wat er mis is" in reader.post(address, {"reason": " \n "}).text
    page = reader.post(address, {"reason": "Dit is een scheldwoord."}, follow=True)
    assert "Dank u, uw melding is verstuurd" in page.text
    reader.post(address, {"reason": "Dit is een scheldwoord."})
    assert Flag.objects.get().reason == "Dit is een scheldwoord."
    assert told(secretary) == ["1\N{NO-BREAK SPACE}punt is gemeld door een lezer"]
    monkeypatch.setattr(views, "FLAGGING", replace(views.FLAGGING, network={HOUR: 1}))
    page = reader.post(address, {"reason": "Nog eens."})
    assert page.status_code == 429
    assert "Nog eens." in page.text
    type(one.letter).objects.update(sharing="eigen-raad")
    assert reader.get(address).status_code == 404


def test_a_point_is_taken_off_with_a_reason_everywhere_and_its_writer_is_told(
    desk, one, published, secretary, mailoutbox
):
    acts.flag(point=one, reason="Dit is een scheldwoord.")
    words = one.text
    queue = desk.get(reverse("admin:consultation_flag_changelist"))
    assert "Dit is een scheldwoord." in queue.text
    page = desk.get(moderate(one)).text
    assert "Dit is een scheldwoord." in page
    assert "Laat het staan" in page
    assert "Schrijf op waarom" in press(desk, moderate(one), {"apply": "1", "reason": " "}).text
    page = press(desk, moderate(one), {"apply": "1", "reason": f"{WHY}."}, follow=True)
    assert "Het punt is van de site gehaald." in page.text
    assert told(secretary) == []
    reader = Client()
    for address in (one.get_absolute_url(), reverse("consultation:nota", args=[one.letter.consultation.slug])):
        text = reader.get(address).text
        assert TOLD in text
        assert words not in text
    (mail,) = [one for one in mailoutbox if one.subject == "Een punt van u is van de site gehaald"]
    assert WHY in mail.body
    assert words[:40] in mail.body
    assert Act.objects.latest("pk").words == "punt van de site gehaald"

    page = desk.get(moderate(one)).text
    assert words in page
    press(desk, moderate(one), {"apply": "1"})
    one.refresh_from_db()
    assert one.text == words
    assert words in reader.get(one.get_absolute_url()).text
    assert "Een punt van u staat weer op de site" in [one.subject for one in mailoutbox]
    with pytest.raises(Refused, match="staat al op de site"):
        acts.put_on_again(point=one)


def test_what_was_reported_can_stand_and_two_who_decide_do_it_once(desk, one, secretary):
    acts.flag(point=one, reason="Ik vind dit niet goed.")
    page = press(desk, moderate(one), {"more": "1"}, follow=True)
    assert "Het punt blijft staan." in page.text
    assert not Flag.objects.waiting().exists()
    with pytest.raises(Refused, match="Een collega was u voor"):
        acts.let_stand(point=one)
    acts.take_off(point=one, reason=WHY, by=secretary)
    with pytest.raises(Refused, match="al van de site gehaald"):
        acts.take_off(point=one, reason=WHY, by=secretary)
    with pytest.raises(ValidationError):
        Removal(point=one, reason=WHY, text="x").full_clean()
    # What is taken out meanwhile by hand is not written over.
    Point.objects.filter(pk=one.pk).update(text="anders")
    with pytest.raises(Refused, match="intussen iets anders"):
        acts.put_on_again(point=one)


def test_who_joined_the_words_joins_what_stands_there(one, secretary, other_council):
    joined = one.endorsements.create(
        body=other_council,
        sender_kind="raad",
        decided_on=date(2026, 1, 1),
        overtaken_at=timezone.now(),
        words={"text": one.text, "proposal": ""},
    )
    acts.take_off(point=one, reason=WHY, by=secretary)
    joined.refresh_from_db()
    assert joined.words["text"] == TOLD
    acts.put_on_again(point=one)
    joined.refresh_from_db()
    one.refresh_from_db()
    assert joined.words["text"] == one.text


def test_the_queue_asks_as_much_however_many(desk, one, django_assert_max_num_queries):
    for count in range(40):
        acts.flag(point=one, reason=f"Reden {count}")
    address = reverse("admin:consultation_flag_changelist")
    desk.get(address)
    with django_assert_max_num_queries(12):
        desk.get(address)
