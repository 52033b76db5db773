"""What somebody typed is never lost: not when a session or a token ends, and not at the closing hour."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from consultation import actions, typed
from consultation.models import Letter, Point
from consultation.senders import senders
from partners.ground.templatetags.dutch import moment
from tests.reacting import FORM, MINE, QUESTIONS, WISH, close, fields, send, write

RESTORED = "Wat u schreef, staat hieronder. Het is nog niet opgeslagen."


def sign_in(client, user):
    """As the code does: the session goes on, with another key."""
    client.force_login(user)


def test_an_expired_session_loses_nothing(member, councillor):
    form = fields(member.get(FORM))
    member.logout()
    page = member.post(FORM, form | WISH, follow=True)
    assert page.redirect_chain == [(f"/inloggen/?next={FORM}", 302)]
    assert "Wat u schreef, is bewaard" in page.text
    sign_in(member, councillor)
    page = member.get(FORM)
    assert "Noem ook het mkb.</textarea>" in page.text
    assert RESTORED in page.text
    chosen = '<input type="radio" name="kind" value="wens" class="in-line" id="id_kind_1" required checked>'
    assertInHTML(chosen, page.text)
    assert "Fout:" not in page.text.split("<form")[0]
    member.post(FORM, fields(page) | WISH)
    assert Point.objects.get().text == "Noem ook het mkb."
    page = member.get(FORM)
    assert "Noem ook het mkb.</textarea>" not in page.text
    assert RESTORED not in page.text


def test_without_session_and_token_nothing_is_lost_either(councillor, goal, open_consultation):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(councillor)
    form = fields(browser.get(FORM))
    browser.cookies.clear()
    page = browser.post(FORM, form | WISH, follow=True)
    assert page.redirect_chain == [(f"/inloggen/?next={FORM}", 302)]
    assert "U was niet meer ingelogd. Wat u schreef, is bewaard en staat na het inloggen klaar." in page.text
    assert "De pagina stond te lang open." not in page.text
    sign_in(browser, councillor)
    page = browser.get(FORM)
    assert "Noem ook het mkb.</textarea>" in page.text
    assert RESTORED in page.text


def test_answers_outlive_an_expired_session_too(client, group_member, open_consultation):
    client.force_login(group_member)
    address = f"{QUESTIONS}?namens={senders(group_member)[1].key}"
    name = f"question-{open_consultation.questions.get().pk}"
    form = fields(client.get(address))
    client.logout()
    page = client.post(address, form | {name: "Het plan."})
    sign_in(client, group_member)
    assert page.headers["Location"].startswith("/inloggen/?next=/consultaties/conceptagenda/vragen/%3Fnamens%3D")
    page = client.get(address)
    assert "Het plan.</textarea>" in page.text
    assert RESTORED in page.text


def test_what_one_typed_never_shows_to_the_next_who_signs_in(member, outsider):
    form = fields(member.get(FORM))
    member.logout()
    member.post(FORM, form | WISH)
    sign_in(member, outsider)
    assert "Noem ook het mkb." not in member.get(FORM).text


def test_what_is_too_long_to_keep_is_shown_to_be_copied(member):
    form = fields(member.get(FORM))
    member.logout()
    text = "Noem ook het mkb. " * 12_000
    page = member.post(FORM, form | WISH | {"text": text})
    assert page.status_code == 403
    assert "<h1>Kopieer eerst uw tekst</h1>" in page.text
    assert f"{text}</textarea>" in page.text


def test_nobody_fills_the_sessions_with_forms_that_were_never_opened(client, goal, open_consultation):
    page = client.post(FORM, WISH | {"seal": "x"})
    assert page.status_code == 403
    assert "Noem ook het mkb.</textarea>" in page.text
    assert client.session.get("typed") is None


def test_a_token_that_lapsed_loses_nothing_and_sends_nothing(councillor, goal, open_consultation):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(councillor)
    form = fields(browser.get(FORM))
    page = browser.post(FORM, form | WISH | {"csrfmiddlewaretoken": "x" * 64}, follow=True)
    assert page.redirect_chain == [(FORM, 302)]
    assert "De pagina stond te lang open. Kijk na wat u schreef en ga verder." in page.text
    assert RESTORED in page.text
    assert "Noem ook het mkb.</textarea>" in page.text
    assert Point.objects.count() == 0
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text).group(1)
    browser.post(FORM, fields(page) | WISH | {"csrfmiddlewaretoken": token})
    assert Point.objects.count() == 1


def test_a_form_from_another_site_is_never_filled_in(councillor, goal, open_consultation):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(councillor)
    page = browser.post(FORM, WISH, headers={"Origin": "https://example.com"})
    assert page.status_code == 403
    assert "Noem ook het mkb." not in page.text
    assert "Noem ook het mkb." not in browser.get(FORM).text


def opened(user, *, ago):
    """The hidden fields of a form that `user` opened `ago`."""
    sender = senders(user)[0]
    opened_at = (timezone.now() - ago).timestamp()
    return {"sender": sender.key, "seal": signing.dumps([user.pk, opened_at, uuid4().hex], salt=typed.SALT)}


@pytest.mark.parametrize("has_sent_before", [False, True])
def test_one_who_had_the_form_open_at_closing_can_still_send(
    member, councillor, wording, open_consultation, has_sent_before
):
    if has_sent_before:
        send(write(councillor, open_consultation, wording).letter)
        Letter.objects.update(created_at=timezone.now() - timedelta(days=1))
    close(open_consultation, ago=timedelta(minutes=5))
    page = member.post(FORM, opened(councillor, ago=timedelta(minutes=10)) | WISH | {"text": "Net op tijd."})
    review = page.headers["Location"]
    assert member.post(review, {"sharing": "openbaar"}).headers["Location"] == review.removesuffix("controleren/")
    assert Letter.objects.get().points.last().text == "Net op tijd."


def test_just_after_closing_the_pages_say_until_when_this_letter_may_be_sent(
    member, draft, open_consultation, mailoutbox, django_capture_on_commit_callbacks
):
    draft.points.create(question=open_consultation.questions.get(), text="Het plan.")
    letter = f"/mijn-reacties/{draft.pk}/"
    assert "reageren kon" not in member.get(f"{letter}controleren/").text
    Letter.objects.update(created_at=timezone.now() - timedelta(hours=1))
    close(open_consultation, ago=timedelta(minutes=5))
    until = moment(open_consultation.closes_at + timedelta(minutes=15))
    last_minute = moment(open_consultation.closes_at - timedelta(minutes=1))
    page = member.get(f"{letter}controleren/").text
    assert (
        f"De consultatie is gesloten: reageren kon tot en met {last_minute}. U was op tijd begonnen. "
        f"Daarom kunt u deze reactie nog versturen tot {until}. Daarna kunt u niets meer wijzigen of intrekken."
    ) in page
    assertInHTML("<div><dt>Wijzigen of intrekken</dt><dd>Kan na het versturen niet meer</dd></div>", page)
    assert "kan tot en met" not in page.lower()
    for ends_in_a_refusal in ("Reageer op nog een tekst", "Later verder", QUESTIONS):
        assert ends_in_a_refusal not in page
    assert '<button type="submit">Versturen</button>' in page
    assert f"U kunt nog versturen tot {until}." in member.get(MINE).text
    page = member.get(f"{letter}punten/{draft.points.get(question=None).pk}/").text
    assert f"Daarom kunt u deze reactie nog versturen tot {until}." in page
    with django_capture_on_commit_callbacks(execute=True):
        page = member.post(f"{letter}controleren/", {"sharing": "openbaar"}, follow=True).text
    assert "De consultatie is gesloten. Uw reactie staat vast." in page
    assert "De consultatie is gesloten. Wijzigen of intrekken kan niet meer." in mailoutbox[0].body
    assert member.get(f"{letter}controleren/").status_code == 302
    assert Letter.objects.get().draft is None


def test_changes_begun_in_time_are_not_called_too_late(member, sent, open_consultation):
    actions.begin_changes(letter=sent)
    close(open_consultation, ago=timedelta(0))
    page = member.get(f"/mijn-reacties/{sent.pk}/").text
    assert "Controleer en verstuur ze</a>." in page
    close(open_consultation, ago=timedelta(minutes=16))
    assert "Daarvoor is het nu te laat." in member.get(f"/mijn-reacties/{sent.pk}/").text


def test_one_who_opened_the_form_in_time_cannot_send_for_ever(member, councillor, open_consultation, draft):
    close(open_consultation, ago=timedelta(minutes=16))
    page = member.post(FORM, opened(councillor, ago=timedelta(minutes=30)) | WISH)
    assert page.status_code == 409
    assert not draft.can_change()


def test_after_closing_the_form_says_when_it_closed(client, goal, open_consultation):
    close(open_consultation, ago=timedelta(hours=1))
    page = client.get(FORM)
    assert page.status_code == 200
    assert "<h1>U kunt hier nu niet reageren</h1>" in page.text
    assert "Deze consultatie is gesloten op" in page.text


def test_before_opening_the_form_says_when_it_opens(client, goal, open_consultation):
    open_consultation.opens_at = timezone.now() + timedelta(days=1)
    open_consultation.save()
    assert "Deze consultatie opent op" in client.get(FORM).text


def test_a_consultation_elsewhere_takes_no_reactions_here(client, goal, open_consultation):
    open_consultation.takes_letters = False
    open_consultation.save()
    assert "Op deze consultatie kunt u niet op deze site reageren." in client.get(FORM).text


def test_what_comes_after_closing_is_shown_to_be_copied(member, open_consultation):
    close(open_consultation, ago=timedelta(hours=1))
    page = member.post(FORM, WISH)
    assert page.status_code == 409
    assert "Noem ook het mkb.</textarea>" in page.text
    assert Point.objects.count() == 0


def test_a_seal_of_ones_own_making_opens_nothing(member, open_consultation):
    close(open_consultation, ago=timedelta(minutes=5))
    for seal in ("x", "", "WzEsMF0:1uT:abc", "\x00", "é" * 500):
        assert member.post(FORM, WISH | {"seal": seal}).status_code == 409
    assert Point.objects.count() == 0


def test_a_point_changed_in_one_window_and_sent_in_another_is_not_lost(member, draft):
    address = f"/mijn-reacties/{draft.pk}/punten/{draft.points.get().pk}/"
    form = fields(member.get(address))
    send(draft)
    page = member.post(address, form | WISH | {"text": "Nog een gedachte"})
    assert page.status_code == 302
    letter = Letter.objects.get(revises=None)
    assert letter.points.get().text == "Noem ook het mkb."
    assert letter.draft.points.get().text == "Nog een gedachte"
