"""What the pages of reacting answer who may not use them now: signed out, too early, too late, or for nobody."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from consultation import typed
from consultation.models import Letter
from partners.models import User
from tests.reacting import FORM, NEW, WISH, asked, fields

IN_PLACE = {"HX-Request": "true", "HX-Target": "links-RZ24-L1.2"}
BY_ITSELF = {"HX-Request": "true", "HX-Target": "saved"}


def at(consultation, **moments):
    """Sets moments of the consultation, each so many seconds after now."""
    for name, seconds in moments.items():
        setattr(consultation, name, timezone.now() + timedelta(seconds=seconds))
    consultation.save()


# Signed out


@pytest.mark.parametrize("address", [FORM, "/mijn-reacties/"])
def test_who_is_signed_out_is_led_to_sign_in_and_back(client, goal, open_consultation, address):
    page = client.get(f"{address}?nieuw=1")
    assert page.url == f"{reverse('account_login')}?next={address}%3Fnieuw%3D1"
    assert "no-store" in page.headers["Cache-Control"]
    assert "HX-Target" in page.headers["Vary"]
    led = client.get(f"{address}?nieuw=1", headers=IN_PLACE)
    assert led.headers["HX-Redirect"] == page.url
    assert client.get(address, headers=IN_PLACE | {"HX-Target": "anders"}).status_code == 302
    assert client.get("/consultaties/conceptagenda/").status_code == 200


def test_what_was_typed_signed_out_is_kept_for_who_comes_back(client, member, goal):
    typing = fields(member.get(FORM)) | WISH
    member.logout()
    page = client.post(FORM, typing, follow=True)
    assert page.redirect_chain == [(f"{reverse('account_login')}?next={FORM}", 302)]
    assert [str(message) for message in page.context["messages"]] == [typed.KEPT]
    assert client.session[typed.KEY][FORM]["text"] == WISH["text"]


def test_what_cannot_be_kept_is_shown_to_copy(client, draft):
    address = f"/mijn-reacties/{draft.pk}/controleren/"
    page = client.post(address, {"text": "Mijn lange verhaal."})
    assert page.status_code == 403
    assert "Mijn lange verhaal." in page.text
    assert typed.KEY not in client.session
    assert client.post(address, {"text": " "}).url == f"{reverse('account_login')}?next={address}"
    unsealed = client.post(FORM, WISH)
    assert unsealed.status_code == 403
    assert WISH["text"] in unsealed.text


def test_what_saves_itself_says_that_one_is_signed_out(client, member, goal):
    typing = fields(member.get(FORM)) | WISH
    member.logout()
    assert typed.LOGGED_OUT in client.post(FORM, typing, headers=BY_ITSELF).text
    assert typed.COPY in client.post(FORM, WISH, headers=BY_ITSELF).text
    assert client.session[typed.KEY][FORM]["text"] == WISH["text"]


# Too early, too late


def test_before_it_opens_the_form_says_when_it_does(member, open_consultation):
    at(open_consultation, opens_at=60)
    page = member.get(FORM)
    assert page.status_code == 200
    assert "Deze consultatie opent op" in page.text
    at(open_consultation, opens_at=-1)
    assert "Deze consultatie opent op" not in member.get(FORM).text
    assert "Reageer op opgave 1.2" in member.get(FORM).text


def test_what_runs_elsewhere_and_what_has_closed_each_say_so(member, open_consultation):
    open_consultation.takes_letters = False
    open_consultation.save()
    assert "Op deze consultatie kunt u niet op deze site reageren." in member.get(FORM).text
    at(open_consultation, closes_at=-1)
    assert "Op deze consultatie kunt u niet op deze site reageren." in member.get(FORM).text
    open_consultation.takes_letters = True
    open_consultation.save()
    assert "Deze consultatie is gesloten op" in member.get(FORM).text


def test_too_late_is_a_conflict_and_what_was_typed_is_shown(member, open_consultation):
    typing = fields(member.get(FORM)) | WISH
    at(open_consultation, opens_at=-9000, closes_at=-5000)
    page = member.post(FORM, typing)
    assert page.status_code == 409
    assert WISH["text"] in page.text
    assert not Letter.objects.exists()
    said = member.post(FORM, typing, headers=BY_ITSELF).text
    assert "Niet opgeslagen. Deze consultatie" in said
    assert "<h1" not in said
    led = member.get(FORM, headers=IN_PLACE)
    assert led.headers["HX-Redirect"] == FORM


def test_who_was_signed_out_in_time_still_sees_the_form_a_little_after_closing(
    client, member, councillor, goal, open_consultation
):
    typing = fields(member.get(FORM)) | WISH
    member.logout()
    client.post(FORM, typing)
    client.force_login(councillor)
    at(open_consultation, closes_at=-0.001)
    assert "Reageer op opgave 1.2" in client.get(FORM).text
    at(open_consultation, closes_at=-3600)
    page = client.get(FORM).text
    assert "Deze consultatie is gesloten op" in page
    assert WISH["text"] in page
    at(open_consultation, closes_at=-0.001)
    councillor.kept_texts.all().delete()
    assert "Deze consultatie is gesloten op" in client.get(FORM).text


def test_a_form_opened_in_time_is_taken_a_little_after_closing(member, open_consultation, goal):
    address, page = asked(member, FORM)
    typing = fields(page) | WISH
    at(open_consultation, closes_at=-0.001)
    assert member.post(address, typing).status_code == 302
    assert Letter.objects.count() == 1


def test_a_consultation_that_does_not_exist_is_not_found(member):
    assert member.get("/consultaties/onzin/reageren/RZ24-L1.2/").status_code == 404


# For nobody


def test_who_acts_for_nobody_reads_so_and_keeps_what_was_typed(client, member, councillor, goal, open_consultation):
    typing = fields(member.get(NEW)) | WISH
    councillor.mandates.update(ends_on=timezone.localdate() - timedelta(days=1))
    page = member.post(NEW, typing)
    assert page.status_code == 403
    assert WISH["text"] in page.text
    assert member.get(NEW).status_code == 403
    assert "Niet opgeslagen. Bij uw account staat niet meer" in member.post(NEW, typing, headers=BY_ITSELF).text
    assert member.get(NEW, headers=IN_PLACE).headers["HX-Redirect"] == NEW


def test_a_letter_is_found_by_who_works_in_it_only(client, councillor, draft):
    client.force_login(councillor)
    assert client.get(f"/mijn-reacties/{draft.pk}/controleren/").status_code == 200
    client.force_login(User.objects.create_user("ander@example.org"))
    assert client.get(f"/mijn-reacties/{draft.pk}/controleren/").status_code == 404
