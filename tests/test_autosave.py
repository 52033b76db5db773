"""Saving while somebody types, and two who write in the same words: nothing typed is lost, and nothing is doubled."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from consultation import actions
from consultation.models import Letter, LetterState, Point, SenderKind
from consultation.senders import senders
from partners.models import Capacity, Mandate, User
from tests.autosaving import FORM, IN_PLACE, QUESTIONS, TYPING, WISH, fields, press, type_in


@pytest.fixture
def group(council):
    """Two members of one party group, each with a browser."""
    browsers = []
    for name in ("fenna", "floor"):
        user = User.objects.create_user(f"{name}@example.org")
        Mandate.objects.create(
            user=user,
            body=council,
            capacity=Capacity.COUNCILLOR,
            party_group="Stadsbelang",
            starts_on=date(2022, 3, 30),
        )
        browser = Client()
        browser.force_login(user)
        browsers.append(browser)
    return browsers


def test_the_first_word_begins_a_draft_and_later_words_go_on_in_it(member):
    form = fields(member.get(FORM))
    answer = type_in(member, FORM, form, "Noem", kind="")
    point = Point.objects.get()
    said = r'<p class="source" role="status">Opgeslagen om \d{1,2}\.\d\d\N{NO-BREAK SPACE}uur\.</p>'
    assert re.search(said, answer)
    assert "<html" not in answer
    assert form["point"] == str(point.pk)
    answer = type_in(member, FORM, form, "Noem ook het mkb.")
    assert 'role="status"' not in answer  # it is said once, not at every pause
    assert Point.objects.get().text == "Noem ook het mkb."
    assert press(member, FORM, form, text="Noem ook het mkb en zzp.").status_code == 302
    assert Point.objects.get().text == "Noem ook het mkb en zzp."
    assert Letter.objects.get().state == LetterState.DRAFT


def test_a_closed_browser_finds_the_draft_again(member):
    type_in(member, FORM, fields(member.get(FORM)), "Tot hier kwam ik")
    page = member.get(FORM, follow=True)
    assert "Tot hier kwam ik</textarea>" in page.text


def test_the_button_that_comes_before_the_answer_makes_no_second_point(member):
    form = fields(member.get(FORM))
    unanswered = dict(form)
    type_in(member, FORM, unanswered, "Noem")
    press(member, FORM, form, text="Noem ook het mkb.")
    press(member, FORM, form, text="Noem ook het mkb.")  # a double click
    assert [point.text for point in Point.objects.all()] == ["Noem ook het mkb."]


def test_what_was_saved_while_typing_and_comes_after_the_button_changes_nothing(member):
    form = fields(member.get(FORM))
    type_in(member, FORM, form, "Noem")
    late = dict(form)
    press(member, FORM, form, text="Noem ook het mkb.")
    type_in(member, FORM, late, "Noem ook")
    assert [point.text for point in Point.objects.all()] == ["Noem ook het mkb."]


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_many_times_at_once_makes_one_point(councillor, wording, open_consultation):
    key = uuid4()
    (sender,) = senders(councillor)[:1]

    def save(number):
        try:
            return actions.save_point(
                author=councillor,
                consultation=open_consultation,
                sender=sender,
                wording=wording,
                content=WISH | {"text": f"Keer {number}"},
                opened_at=timezone.now(),
                form=key,
                read=Point().fingerprint,
            ).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(save, range(8)))) == 1
    assert Point.objects.count() == Letter.objects.count() == 1


def test_two_windows_that_each_begin_a_point_keep_both(member):
    first, second = fields(member.get(FORM)), fields(member.get(FORM))
    type_in(member, FORM, first, "In het ene venster")
    type_in(member, FORM, second, "In het andere")
    type_in(member, FORM, first, "In het ene venster, af")
    assert sorted(Point.objects.values_list("text", flat=True)) == ["In het andere", "In het ene venster, af"]
    assert Letter.objects.count() == 1


def test_without_a_name_chosen_it_is_kept_for_when_one_is(group, goal, open_consultation):
    browser, _ = group
    form = fields(browser.get(FORM))
    del form["sender"]
    answer = type_in(browser, FORM, form, "Voor wie?")
    assert "Bewaard. Kies nog namens wie u reageert." in answer
    assert Point.objects.count() == 0
    assert f'<a href="{FORM}">Ga verder met ‘Voor wie?’</a>' in browser.get("/mijn-reacties/").text
    page = browser.get(FORM)
    assert "Voor wie?</textarea>" in page.text
    press(browser, FORM, fields(page), text="Voor wie?")
    assert "Voor wie?</textarea>" not in browser.get(f"{FORM}?nieuw=1").text
    assert "Ga verder met" not in browser.get("/mijn-reacties/").text


def test_one_who_only_chose_a_kind_typed_nothing_to_go_on_with(group, goal, open_consultation):
    browser, _ = group
    form = fields(browser.get(FORM))
    del form["sender"]
    type_in(browser, FORM, form, "", proposal="Een toekomstbestendige arbeidsmarkt.")
    assert "Ga verder met" not in browser.get("/mijn-reacties/").text


def test_one_who_chooses_another_name_takes_the_point_along(group, wording, open_consultation):
    browser, _ = group
    own, of_group = senders(User.objects.get(email="fenna@example.org"))[:2]
    form = fields(browser.get(FORM))
    type_in(browser, FORM, form, "Noem ook het mkb.", sender=own.key)
    form["sender"] = of_group.key
    type_in(browser, FORM, form, "Noem ook het mkb!")
    (point,) = Point.objects.all()
    assert (point.letter.sender_kind, point.text) == (SenderKind.PARTY_GROUP, "Noem ook het mkb!")
    assert Letter.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"text": "y" * 20_001}, "Nog niet opgeslagen: kort de tekst in tot 20.000 tekens"),
        ({"text": "a\0b"}, "Nog niet opgeslagen: haal het onzichtbare nul-teken uit uw tekst"),
        ({"text": " ", "proposal": ""}, "Nog niets om op te slaan."),
        ({"kind": "onzin"}, "Nog niet opgeslagen: kies wat voor reactie het is"),
    ],
)
def test_what_cannot_be_saved_while_typing_is_said_and_kept(member, typed, says):
    form = fields(member.get(FORM))
    answer = type_in(member, FORM, form, **({"text": WISH["text"]} | typed))
    assert says in answer
    assert Point.objects.count() == 0
    if typed.get("text", "x").strip():
        assert "Wat u schreef, staat hieronder. Het is nog niet opgeslagen." in member.get(FORM).text


def test_after_closing_typing_saves_nothing_and_says_so(member, open_consultation):
    form = fields(member.get(FORM))
    open_consultation.closes_at = timezone.now() - timedelta(minutes=16)
    open_consultation.save()
    answer = type_in(member, FORM, form, "Te laat")
    assert "Niet opgeslagen. Deze consultatie neemt geen reacties meer aan." in answer
    assert Point.objects.count() == 0


def test_what_was_saved_before_is_not_called_saved_after_closing(member, councillor, wording, open_consultation):
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
    assert "Opgeslagen om" in type_in(member, address, form, "Op tijd")
    open_consultation.closes_at = timezone.now() - timedelta(minutes=16)
    open_consultation.save()
    assert "Niet opgeslagen. Deze consultatie neemt" in type_in(member, address, form, "Te laat")
    assert Point.objects.get().text == "Op tijd"


def test_one_who_may_react_no_more_keeps_what_was_typed(member, group, councillor, open_consultation):
    fenna, _ = group
    names = [sender.key for sender in senders(User.objects.get(email="fenna@example.org"))]
    question = f"question-{open_consultation.questions.get().pk}"
    forms = {
        (member, FORM): fields(member.get(FORM)) | WISH,
        (fenna, f"{QUESTIONS}?namens={names[0]}"): {question: "Noem ook het mkb."},
    }
    Mandate.objects.filter(user=councillor).update(ends_on=timezone.localdate() - timedelta(days=1))
    Mandate.objects.filter(user__email="fenna@example.org").update(party_group="", capacity=Capacity.CLERK)
    for (browser, address), form in forms.items():
        assert "Niet opgeslagen. Bij uw account staat niet meer" in browser.post(address, form, headers=TYPING).text
        page = browser.post(address, form)
        assert (page.status_code in (403, 409), "readonly>Noem ook het mkb.</textarea>" in page.text) == (True, True)
    assert Point.objects.count() == 0


# Two at once


def begin_together(group, wording, consultation):
    """A point in the letter of the group, and the form of each of two members on it, opened at the same time."""
    author = User.objects.get(email="fenna@example.org")
    sender = next(sender for sender in senders(author) if sender.sender_kind == SenderKind.PARTY_GROUP)
    point = actions.save_point(
        author=author,
        consultation=consultation,
        sender=sender,
        wording=wording,
        content=WISH,
        opened_at=timezone.now(),
    )
    address = f"/mijn-reacties/{point.letter_id}/punten/{point.pk}/"
    return point, address, [fields(browser.get(address)) for browser in group]


def test_the_second_of_two_members_is_shown_both_texts_and_chooses(group, wording, open_consultation):
    (fenna, floor), (point, address, (one, other)) = group, begin_together(group, wording, open_consultation)
    assert press(fenna, address, one, text="Noem vooral het mkb.").status_code == 302
    page = press(floor, address, other, text="Noem de zzp'ers.")
    assert page.status_code == 200
    assert "Kies welke tekst blijft" in page.text
    theirs = re.search(r"<dt>Wat u wilt meegeven</dt>.*?</dd>", page.text, re.DOTALL)[0]
    assert "<p>Noem vooral het mkb.</p>" in theirs
    assert "Het laatst gewijzigd door een lid zonder naam, op" in theirs
    assert page.text.count("Noem de zzp&#x27;ers.") == 1  # what was typed stands in the form, and nowhere else
    assert "Noem de zzp&#x27;ers.</textarea>" in page.text
    assert 'data-only-here="ja"' in page.text  # nothing is saved until it is chosen
    point.refresh_from_db()
    assert point.text == "Noem vooral het mkb."
    assert press(floor, address, fields(page), text="Noem mkb en zzp'ers.").status_code == 302
    point.refresh_from_db()
    assert point.text == "Noem mkb en zzp'ers."


def test_one_who_closes_the_browser_before_choosing_finds_their_own_text_again(group, wording, open_consultation):
    (fenna, floor), (_, address, (one, other)) = group, begin_together(group, wording, open_consultation)
    type_in(fenna, address, one, "Noem vooral het mkb.")
    type_in(floor, address, other, "Noem de zzp'ers.")
    assert f'<a href="{address}">Ga verder met ‘Noem de zzp&#x27;ers.’</a>' in floor.get("/mijn-reacties/").text
    again = floor.get(address)
    assert "Noem de zzp&#x27;ers.</textarea>" in again.text
    page = press(floor, address, fields(again), text="Noem de zzp'ers.")
    assert "Kies welke tekst blijft" in page.text
    assert "Noem de zzp&#x27;ers.</textarea>" in floor.get(address).text


def test_one_who_keeps_the_text_of_the_other_is_not_shown_their_own_again(group, wording, open_consultation):
    (fenna, floor), (point, address, (one, other)) = group, begin_together(group, wording, open_consultation)
    press(fenna, address, one, text="Noem vooral het mkb.")
    page = press(floor, address, other, text="Noem de zzp'ers.")
    button = f'<button type="submit" name="houd" value="{point.letter_id}" class="as-link">'
    assert f"{button}Houd de tekst die er nu staat</button>" in page.text
    answer = press(floor, address, fields(page), text="Noem de zzp'ers.", houd=point.letter_id)
    assert (answer.status_code, answer.url) == (302, f"/mijn-reacties/{point.letter_id}/controleren/")
    assert "Noem vooral het mkb.</textarea>" in floor.get(address).text
    assert press(floor, address, other, text="Noem de zzp'ers.", houd="\0 of niets").status_code == 200


def test_a_third_who_wrote_while_the_second_chose_is_not_overwritten_either(group, wording, open_consultation):
    (fenna, floor), (point, address, (one, other)) = group, begin_together(group, wording, open_consultation)
    press(fenna, address, one, text="Eerst dit.")
    page = press(floor, address, other, text="Dan dat.")
    press(fenna, address, fields(fenna.get(address)), text="Toch iets anders.")
    page = press(floor, address, fields(page), text="Dan dat.")
    assert "Toch iets anders." in page.text
    point.refresh_from_db()
    assert point.text == "Toch iets anders."


def test_typing_over_somebody_stops_saving_and_says_so(group, wording, open_consultation):
    (fenna, floor), (point, address, (one, other)) = group, begin_together(group, wording, open_consultation)
    type_in(fenna, address, one, "Noem vooral het mkb.")
    for words in ("Noem de", "Noem de zzp'ers."):
        answer = type_in(floor, address, other, words)
        assert "Deze tekst is intussen gewijzigd" in answer
        assert "Klik op ‘Controleer uw reactie’ om te kiezen." in answer
    point.refresh_from_db()
    assert point.text == "Noem vooral het mkb."
    assert "Kies welke tekst blijft" in press(floor, address, other, text="Noem de zzp'ers.").text


def test_one_who_typed_nothing_new_takes_nothing_back(group, wording, open_consultation):
    (fenna, floor), (point, address, (one, other)) = group, begin_together(group, wording, open_consultation)
    press(fenna, address, one, text="Noem vooral het mkb.")
    assert press(floor, address, other).status_code == 302
    point.refresh_from_db()
    assert point.text == "Noem vooral het mkb."


def test_a_point_that_was_removed_meanwhile_is_shown_to_be_copied(member, councillor, wording, open_consultation):
    form = fields(member.get(FORM))
    type_in(member, FORM, form, "Noem ook het mkb.")
    point = Point.objects.get()
    address = f"/mijn-reacties/{point.letter_id}/punten/{point.pk}/"
    opened = fields(member.get(address))
    actions.remove_point(letter=point.letter, pk=point.pk, by=councillor)
    page = press(member, address, opened, text="Noem ook de zzp'ers.")
    assert page.status_code == 409
    assert "Dit punt is intussen verwijderd." in page.text
    assert "Noem ook de zzp&#x27;ers.</textarea>" in page.text


def test_what_was_kept_for_a_point_that_was_removed_is_shown_to_be_copied(group, wording, open_consultation):
    (fenna, floor), (point, address, (one, other)) = group, begin_together(group, wording, open_consultation)
    type_in(fenna, address, one, "Noem vooral het mkb.")
    type_in(floor, address, other, "Noem de zzp'ers.")
    actions.remove_point(letter=point.letter, pk=point.pk, by=point.author)
    page = floor.get(address)
    assert "Dit punt is intussen verwijderd." in page.text
    assert "readonly>Noem de zzp&#x27;ers.</textarea>" in page.text


def test_two_members_who_answer_different_questions_do_not_meet(group, open_consultation):
    fenna, floor = group
    first = open_consultation.questions.get()
    second = open_consultation.questions.create(position=2, text="Wat mist u?")
    of_group = next(
        sender
        for sender in senders(User.objects.get(email="fenna@example.org"))
        if sender.sender_kind == SenderKind.PARTY_GROUP
    )
    names = [f"question-{question.pk}" for question in (first, second)]
    addresses = [
        f"{QUESTIONS}?namens={sender.key}"
        for user in ("fenna", "floor")
        for sender in senders(User.objects.get(email=f"{user}@example.org"))
        if sender.sender_kind == SenderKind.PARTY_GROUP
    ]
    forms = [fields(browser.get(address)) for browser, address in zip(group, addresses, strict=True)]
    assert of_group.party_group == "Stadsbelang"
    fenna.post(addresses[0], forms[0] | {names[0]: "Het plan.", names[1]: ""})
    page = floor.post(addresses[1], forms[1] | {names[0]: "", names[1]: "Cijfers."})
    assert page.status_code == 302
    assert sorted(Point.objects.values_list("text", flat=True)) == ["Cijfers.", "Het plan."]
    page = floor.post(addresses[1], forms[1] | {names[0]: "Mijn plan.", names[1]: "Cijfers."})
    assert "Kies welke tekst blijft" in page.text
    assert "<p>Het plan.</p>" in page.text
    assert Point.objects.get(question=first).text == "Het plan."
    assert floor.post(addresses[1], fields(page) | {names[0]: "Ons plan.", names[1]: "Cijfers."}).status_code == 302
    assert Point.objects.get(question=first).text == "Ons plan."


def test_answers_are_saved_while_typing_without_doubles(member, open_consultation):
    name = f"question-{open_consultation.questions.get().pk}"
    address = f"{QUESTIONS}?namens={fields(member.get(FORM))['sender']}"
    form = fields(member.get(address))
    for text in ("Het", "Het plan"):
        answer = member.post(address, form | {name: text}, headers=TYPING)
        assert "Opgeslagen om" in answer.text
        form |= fields(answer)
    assert member.post(address, form | {name: "Het plan."}).status_code == 302
    assert [point.text for point in Point.objects.all()] == ["Het plan."]


# In the page of the agenda


def test_the_agenda_offers_the_form_in_place_with_its_own_token(client, councillor, goal, open_consultation):
    for address in ("/agenda/", "/agenda/tekst/RZ24-L1.2/"):
        page = client.get(address)
        assert (
            f'<a href="{FORM}" data-hx-get="{FORM}"' in page.text or f'href="{FORM}" data-hx-get="{FORM}"' in page.text
        )
        assert "csrfmiddlewaretoken" not in page.text
        assert 'id="links-RZ24-L1.2"' in page.text
    client.force_login(councillor)
    piece = client.get(FORM, headers=IN_PLACE)
    assert piece.text.lstrip().startswith('<form class="form" id="point-form-RZ24-L1.2"')
    assert "csrfmiddlewaretoken" in piece.text
    assert 'id="id_text-RZ24-L1.2"' in piece.text
    assert "Nog 8\N{NO-BREAK SPACE}dagen, tot en met" in piece.text
    assert 'data-hx-get="/agenda/"' in piece.text
    assert "HX-Target" in piece.headers["Vary"]
    assert piece.headers["Cache-Control"].count("no-store") == 1


def test_in_place_one_who_is_not_signed_in_goes_to_sign_in_and_back_to_the_form(client, goal, open_consultation):
    piece = client.get(FORM, headers=IN_PLACE)
    assert piece.status_code == 200
    assert piece.headers["HX-Redirect"] == f"/inloggen/?next={FORM}"
    assert piece.content == b""


def test_in_place_a_form_that_is_not_to_be_had_is_read_as_a_page(client, councillor, goal, open_consultation):
    client.force_login(councillor)
    councillor.mandates.update(ends_on=date(2022, 4, 1))
    assert client.get(FORM, headers=IN_PLACE).headers["HX-Redirect"] == FORM
    open_consultation.closes_at = timezone.now() - timedelta(hours=1)
    open_consultation.save()
    assert client.get(FORM, headers=IN_PLACE).headers["HX-Redirect"] == FORM


def test_the_words_of_today_stand_ready_and_unchanged_propose_nothing(member):
    page = member.get(FORM)
    assert "Werken aan een toekomstbestendige arbeidsmarkt</textarea>" in page.text
    press(member, FORM, fields(page), proposal=" Werken aan een\r\ntoekomstbestendige arbeidsmarkt ")
    assert Point.objects.get().proposal == ""


def test_a_proposal_is_shown_as_what_changes(member, client, secretary):
    press(member, FORM, fields(member.get(FORM)), proposal="Werken aan een sterke arbeidsmarkt")
    page = member.get(f"/mijn-reacties/{Letter.objects.get().pk}/controleren/").text
    assert "toekomstbestendige<span" in page
    assert "sterke<span" in page
    assert page.count("<del>") == page.count("<ins>") == 1
    assert "Doorgestreept vervalt, onderstreept komt erbij." in page
    sent = member.post(f"/mijn-reacties/{Letter.objects.get().pk}/controleren/", {"sharing": "openbaar"}, follow=True)
    assert sent.text.count("<del>") == 1
    client.force_login(secretary)
    for address in (f"point/{Point.objects.get().pk}", f"letter/{Letter.objects.get().pk}"):
        desk = client.get(f"/beheer/consultation/{address}/change/").text
        assert desk.count("<del>") == desk.count("<ins>") == 1
