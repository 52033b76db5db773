"""What was typed and could not be saved: it is stored with the account, or in the session."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from consultation import actions, typed
from consultation.models import KeptText, Letter, Point
from consultation.senders import senders
from partners.ground.templatetags.dutch import moment
from tests.autosaving import FORM, TYPING, WISH, fields, press, type_in
from tests.reacting import close


def test_a_session_that_ends_while_typing_loses_nothing(member, councillor):
    form = fields(member.get(FORM))
    member.logout()
    answer = type_in(member, FORM, form, "Halverwege")
    assert "U bent niet meer ingelogd. Wat u schreef, is bewaard." in answer
    assert f'<a href="{FORM}">Log opnieuw in</a>' in answer
    assert 'role="alert"' in answer
    member.force_login(councillor)
    assert "Halverwege</textarea>" in member.get(FORM).text


def test_a_token_that_lapses_while_typing_loses_nothing(councillor, goal, open_consultation):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(councillor)
    form = fields(browser.get(FORM))
    answer = browser.post(FORM, form | WISH | {"csrfmiddlewaretoken": "x" * 64}, headers=TYPING)
    assert "Dit venster stond te lang open. Wat u schreef, is bewaard." in answer.text
    assert "<html" not in answer.text
    assert "Noem ook het mkb.</textarea>" in browser.get(FORM).text


def test_two_kept_texts_do_not_push_each_other_out(member, councillor, line):
    other = "/consultaties/conceptagenda/reageren/RZ24-L1/"
    first, second = fields(member.get(FORM)), fields(member.get(other))
    member.logout()
    type_in(member, FORM, first, "Over 1.2")
    type_in(member, other, second, "Over 1")
    member.force_login(councillor)
    assert "Over 1.2</textarea>" in member.get(FORM).text
    assert "Over 1</textarea>" in member.get(other).text


def test_all_that_is_kept_stays_below_the_limit_and_the_oldest_gives_way(member, councillor, line):
    other = "/consultaties/conceptagenda/reageren/RZ24-L1/"
    first, second = fields(member.get(FORM)), fields(member.get(other))
    half = typed.LIMIT // 2
    member.logout()
    type_in(member, FORM, first, "a" * half)
    type_in(member, other, second, "b" * half)
    stored = member.session[typed.KEY]
    assert [*stored] == [other]
    assert stored[other]["text"] == "b" * half


def test_two_kept_texts_may_fill_the_limit_together(member, councillor, line):
    other = "/consultaties/conceptagenda/reageren/RZ24-L1/"
    first, second = fields(member.get(FORM)), fields(member.get(other))
    member.logout()
    type_in(member, FORM, first, "a")
    taken = typed.size(member.session[typed.KEY][FORM])
    type_in(member, other, second, "b")
    room = typed.LIMIT - taken - typed.size(member.session[typed.KEY][other])
    type_in(member, other, second, "b" * (1 + room))
    assert [*member.session[typed.KEY]] == [FORM, other]
    type_in(member, other, second, "b" * (2 + room))
    assert [*member.session[typed.KEY]] == [other]


def test_one_who_typed_before_closing_and_was_signed_out_can_still_send(member, councillor, open_consultation):
    form = fields(member.get(FORM))
    seal = signing.loads(form["seal"], salt=typed.SALT)
    seal[1] -= 600
    form["seal"] = signing.dumps(seal, salt=typed.SALT)
    open_consultation.closes_at = timezone.now() - timedelta(minutes=5)
    open_consultation.save()
    member.logout()
    type_in(member, FORM, form, "Net op tijd.")
    member.force_login(councillor)
    page = member.get(FORM)
    assert "Net op tijd.</textarea>" in page.text
    assert press(member, FORM, fields(page), text="Net op tijd.").status_code == 302
    assert Point.objects.get().text == "Net op tijd."


# What nobody should send, and somebody will

WORD = (
    '<p class="MsoNormal" style="mso-margin-top-alt:auto"><b>Let op</b><o:p></o:p></p>'
    "<!--[if gte mso 9]><xml></xml><![endif]-->"
    "\u2022\tEerste \u201cpunt\u201d\u2026\u00a0\u00ad\x0b\r\n\u2022\tTweede\u2028regel"
)


@pytest.mark.parametrize(
    "text",
    [WORD, "😀👨‍👩‍👧‍👦🇳🇱 " * 50, "اנ", "e\u0301" * 5_000, "y" * 20_000, "{{ x }}{% y %}", "'; drop table x; --"],
    ids=["word", "emoji", "other way round", "combining", "longest", "template", "sql"],
)
def test_whatever_was_pasted_is_kept_as_it_is_and_sent(member, text):
    form = fields(member.get(FORM))
    type_in(member, FORM, form, text)
    review = press(member, FORM, form, text=text).headers["Location"]
    kept = Point.objects.get().text
    assert kept == text.strip().replace("\r\n", "\n").replace("\v", "\n")
    page = member.get(review)
    assert "<o:p>" not in page.text
    receipt = member.post(review, {"sharing": "openbaar"}, follow=True)
    assert "<h1>Uw reactie is ontvangen</h1>" in receipt.text
    assert Letter.objects.get().submissions.get().content["points"][0]["text"] == kept


@pytest.mark.parametrize(
    "tampering",
    [
        {"point": "99999999999999999999"},
        {"point": "-1"},
        {"point": "１"},
        {"point": "x\0"},
        {"read": ""},
        {"read": "x" * 5_000},
        {"seal": "WzEsMV0:1xVd7B:dMHC"},
        {"seal": signing.dumps([1, 2], salt=typed.SALT)},
        {"seal": signing.dumps("x", salt=typed.SALT)},
        {"saved": "\0"},
    ],
)
def test_a_tampered_form_is_saved_for_its_own_sender_or_refused(member, councillor, tampering):
    form = fields(member.get(FORM)) | tampering
    for headers in ({}, TYPING, TYPING | {"HX-Target": "saved'\"<\0é"}):
        assert member.post(FORM, form | WISH, headers=headers).status_code in (200, 302)
    assert {letter.author for letter in Letter.objects.all()} <= {councillor}


def test_the_key_of_a_point_of_somebody_else_leads_nowhere(member, outsider, wording, open_consultation):
    theirs = actions.save_point(
        author=outsider,
        consultation=open_consultation,
        sender=senders(outsider)[0],
        wording=wording,
        content=WISH | {"text": "Van een ander."},
        opened_at=timezone.now(),
    )
    form = fields(member.get(FORM)) | {"point": str(theirs.pk), "read": theirs.fingerprint}
    press(member, FORM, form, text="Van mij.")
    theirs.refresh_from_db()
    assert theirs.text == "Van een ander."
    assert Point.objects.exclude(pk=theirs.pk).get().text == "Van mij."


def test_the_seal_of_one_point_does_no_harm_at_another(member, wording, open_consultation):
    form = fields(member.get(FORM))
    type_in(member, FORM, form, "Het eerste punt.")
    first = Point.objects.get()
    press(member, f"{FORM}?nieuw=1", fields(member.get(f"{FORM}?nieuw=1")), text="Het tweede punt.")
    second = Point.objects.exclude(pk=first.pk).get()
    address = f"/mijn-reacties/{second.letter_id}/punten/{second.pk}/"
    opened = fields(member.get(address)) | {"seal": form["seal"]}
    assert press(member, address, opened, text="Het tweede punt, anders.").status_code == 302
    assert sorted(Point.objects.values_list("text", flat=True)) == ["Het eerste punt.", "Het tweede punt, anders."]


def test_a_seal_of_somebody_else_is_worth_nothing(member, outsider, open_consultation):
    stranger = Client()
    stranger.force_login(outsider)
    seal = fields(stranger.get(FORM))["seal"]
    open_consultation.closes_at = timezone.now() - timedelta(minutes=1)
    open_consultation.save()
    page = press(member, FORM, {"seal": seal}, text="Met andermans formulier.")
    assert "Deze consultatie is gesloten op" in page.text
    assert Point.objects.count() == 0


# With the account


def another_device(user):
    """A browser of somebody who is signed in, without anything of an earlier session."""
    browser = Client()
    browser.force_login(user)
    return browser


def unsavable(browser, text):
    """Types what cannot be saved yet, for its kind is nonsense; returns what the form is answered."""
    return type_in(browser, FORM, fields(browser.get(FORM)), text, kind="onzin")


def test_what_cannot_be_saved_yet_outlives_signing_out_and_shows_on_another_device(member, councillor):
    assert 'data-state="held"' in unsavable(member, "Halverwege")
    member.logout()
    page = another_device(councillor).get(FORM)
    assert "Halverwege</textarea>" in page.text
    press(another_device(councillor), FORM, fields(page), text="Af")
    assert KeptText.objects.count() == 0
    assert Point.objects.get().text == "Af"


def test_what_was_typed_while_signed_out_moves_to_the_account_at_signing_in(member, councillor):
    form = fields(member.get(FORM))
    member.logout()
    assert 'data-state="elsewhere"' in type_in(member, FORM, form, "Halverwege")
    assert KeptText.objects.count() == 0
    member.force_login(councillor)
    member.get("/mijn-reacties/")
    assert member.session[typed.KEY] == {}
    assert "Halverwege</textarea>" in another_device(councillor).get(FORM).text


def test_a_second_window_never_replaces_what_the_first_was_told_is_kept(member, councillor):
    first, second = fields(member.get(FORM)), fields(member.get(FORM))
    assert 'data-state="held"' in type_in(member, FORM, first, "In het ene venster", kind="onzin")
    assert 'data-state="refused"' in type_in(member, FORM, second, "In het andere", kind="onzin")
    page = member.get(FORM)
    assert "In het ene venster</textarea>" in page.text
    # Whoever was shown it may go on with it; the window that was left behind then may not.
    assert 'data-state="held"' in type_in(member, FORM, fields(page), "In het ene venster, verder", kind="onzin")
    assert 'data-state="refused"' in type_in(member, FORM, first, "Iets anders", kind="onzin")
    assert "In het ene venster, verder</textarea>" in member.get(FORM).text


def test_saving_forgets_only_what_its_own_form_showed(member, councillor):
    first, second = fields(member.get(FORM)), fields(member.get(FORM))
    type_in(member, FORM, first, "In het ene venster", kind="onzin")
    type_in(member, FORM, second, "In het andere")
    assert "In het ene venster</textarea>" in member.get(FORM).text


def test_two_windows_that_show_one_kept_text_are_two_forms(member, councillor, wording, open_consultation):
    point = actions.save_point(
        author=councillor,
        consultation=open_consultation,
        sender=senders(councillor)[0],
        wording=wording,
        content=WISH,
        opened_at=timezone.now(),
    )
    address = f"/mijn-reacties/{point.letter_id}/punten/{point.pk}/"
    form = fields(member.get(address))
    member.logout()
    type_in(member, address, form, "Na het uitloggen")
    member.force_login(councillor)
    one, other = fields(member.get(address)), fields(member.get(address))
    type_in(member, address, one, "In het ene venster")
    assert "Deze tekst is intussen gewijzigd" in type_in(member, address, other, "In het andere")
    assert "Kies welke tekst blijft" in press(member, address, other, text="In het andere").text
    point.refresh_from_db()
    assert point.text == "In het ene venster"


def test_a_kept_text_goes_after_thirty_days(member):
    unsavable(member, "Halverwege")
    KeptText.objects.update(updated_at=timezone.now() - timedelta(days=29))
    call_command("clear_kept_texts")
    assert KeptText.objects.count() == 1
    KeptText.objects.update(updated_at=timezone.now() - timedelta(days=31))
    call_command("clear_kept_texts")
    assert KeptText.objects.count() == 0


# What is said of it


def test_choosing_before_writing_is_no_error(member):
    words = "Werken aan een toekomstbestendige arbeidsmarkt"
    answer = type_in(member, FORM, fields(member.get(FORM)), "", proposal=words)
    assert "Nog niets om op te slaan." in answer
    assert 'role="alert"' not in answer
    assert KeptText.objects.count() == 0


@pytest.mark.parametrize("text", ["\u200b\u200b", "\u00a0\u2060\ufeff", "\u3164", "\u2800 \u202e"])
def test_a_text_without_anything_visible_is_empty(member, text):
    page = press(member, FORM, fields(member.get(FORM)), text=text)
    assert "Fout: schrijf wat u wilt meegeven" in page.text
    assert "Nog niets om op te slaan." in type_in(member, FORM, fields(member.get(FORM)), text)
    assert Point.objects.count() == 0


def test_after_closing_the_pages_say_until_when_what_was_begun_may_be_sent(member, councillor, open_consultation):
    form = fields(member.get(FORM))
    type_in(member, FORM, form, "Op tijd begonnen")
    seal = signing.loads(form["seal"], salt=typed.SALT)
    seal[1] -= 600
    form["seal"] = signing.dumps(seal, salt=typed.SALT)
    Letter.objects.update(created_at=timezone.now() - timedelta(minutes=10))
    open_consultation.closes_at = timezone.now() - timedelta(minutes=5)
    open_consultation.save()
    until = moment(open_consultation.grace_ends_at)
    answer = type_in(member, FORM, form, "Op tijd begonnen, na sluiten verder")
    assert f"Daarom kunt u deze reactie nog versturen tot {until}." in answer
    page = member.get(f"{FORM}?nieuw=1").text
    assert f"Dat kunt u nog versturen tot {until}." in page
    review = f"/mijn-reacties/{Letter.objects.get().pk}/controleren/"
    assertInHTML(f'<a class="button" href="{review}">Controleer en verstuur uw reactie</a>', page)
    open_consultation.closes_at = timezone.now() - timedelta(minutes=16)
    open_consultation.save()
    assert "nog versturen" not in member.get(f"{FORM}?nieuw=1").text


def test_without_scripts_one_is_told_to_save_meanwhile(member):
    assertInHTML(
        '<p class="hint">Uw browser voert geen scripts uit. Dan geldt dit pas als u opslaat. Sla daarom tussendoor op '
        "met de knop ‘Opslaan als concept’.</p>",
        member.get(FORM).text,
    )


def test_what_is_to_be_copied_is_called_by_its_field(client, member, draft, goal, open_consultation):
    question = open_consultation.questions.get()
    close(open_consultation, ago=timedelta(days=1))
    page = member.post(FORM, WISH | {"proposal": "Anders."}).text
    assert re.findall(r'<label for="typed-text-\d">(.*?)</label>', page) == [
        "Wat wilt u meegeven?",
        "Uw voorstel voor een andere tekst",
    ]
    page = member.post("/consultaties/conceptagenda/vragen/", {f"question-{question.pk}": "Het plan."}).text
    assert f'<label for="typed-text-1">{question.text}</label>' in page
