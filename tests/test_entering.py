"""What did not come in by the site, and the secretariat types in."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from consultation import actions
from consultation.actions.entering import check_path
from consultation.models import (
    Channel,
    Consultation,
    EnteredLetter,
    KeptText,
    Letter,
    LetterState,
    Point,
    SenderKind,
)
from tests.filling import press
from tests.letters import letter as letter_of
from tests.reading import squeezed


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def change_of(letter):
    return reverse("admin:consultation_enteredletter_change", args=[letter.pk])


def letter_form(consultation, council, **changes):
    """What the desk sends for a letter with one point on a question of the consultation."""
    return {
        "consultation": consultation.pk,
        "channel": "brief",
        "received_on": timezone.localdate().isoformat(),
        "sender_kind": "persoonlijk",
        "body": council.pk,
        "sharing": "openbaar",
        "letter_text": "Geachte regio, ...",
        "points-TOTAL_FORMS": 1,
        "points-INITIAL_FORMS": 0,
        "points-0-question": consultation.questions.get().pk,
        "points-0-text": "Het plan is goed.",
        **changes,
    }


# Letters, mails and calls


def test_a_letter_is_typed_in_registered_and_checked_by_its_sender(
    desk, secretary, open_consultation, council, mailoutbox, django_capture_on_commit_callbacks, client
):
    add = reverse("admin:consultation_enteredletter_add")
    page = desk.post(add, letter_form(open_consultation, council, sender_email="mevrouw@example.org"), follow=True)
    assert "De reactie is bewaard en telt nog niet mee. Schrijf de reactie eerst in." in page.text
    letter = EnteredLetter.objects.get()
    assert (letter.state, letter.entered_by, letter.author, letter.capacity) == (
        LetterState.DRAFT,
        secretary,
        None,
        "raadslid",
    )
    assert Letter.objects.counted().count() == 0
    register = reverse("admin:consultation_enteredletter_register", args=[letter.pk])
    page = desk.get(register).text
    assert "mevrouw@example.org krijgt een e-mail met een link om na te kijken of het klopt." in page
    with django_capture_on_commit_callbacks(execute=True):
        page = press(desk, register, follow=True)
    letter.refresh_from_db()
    assert re.fullmatch(r"RZ-\d{4}-\d{4,}", letter.number)
    assert list(Letter.objects.counted()) == [Letter.objects.get()]
    assert letter.submissions.get().content["points"][0]["text"] == "Het plan is goed."

    desk.logout()
    (mail,) = mailoutbox
    assert mail.to == ["mevrouw@example.org"]
    assert mail.subject == f"Klopt reactie {letter.number}?"
    (address,) = re.findall(r"(/brief/\S+)", mail.body)
    Letter.objects.update(decided_on=date(2022, 11, 14))
    page = client.get(address)
    assert "<dt>Besloten op</dt><dd>14\N{NO-BREAK SPACE}november\N{NO-BREAK SPACE}2022</dd>" in squeezed(page.text)
    assert "Het plan is goed." in page.text
    assert "Geachte regio, ..." in page.text
    assert (page.headers["X-Robots-Tag"], page.headers["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
    assert "Fout: schrijf wat er niet klopt" in client.post(address, {"anders": "", "remark": ""}).text
    page = client.post(address, {"anders": "", "remark": "Ik schreef: heel goed."}, follow=True)
    assert "Ik schreef: heel goed." in page.text
    letter.refresh_from_db()
    assert letter.check_remark == "Ik schreef: heel goed."
    client.post(address)
    letter.refresh_from_db()
    assert letter.check_remark == ""
    assert letter.checked_at
    assert client.get("/brief/onzin/").status_code == 404
    assert client.get(address[:-2] + "/").status_code == 404


def test_what_a_sender_types_while_checking_is_kept_for_their_link(client, open_consultation, council, wording):
    letter = letter_of(open_consultation, council, None, (wording, "Het plan is goed."))
    address = check_path(letter)

    def type_on(text, read):
        headers = {"HX-Request": "true", "HX-Target": "saved"}
        page = client.post(address, {"remark": text, "read-remark": read}, headers=headers).text
        return re.search(r'data-state="(\w+)"', page)[1], re.search(r'name="read-remark" value="(\w+)"', page)[1]

    def shown():
        page = client.get(address).text
        text = re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", page, re.DOTALL)[1]
        return text, re.search(r'name="read-remark" value="(\w+)"', page)[1]

    empty, first = shown()
    assert empty == ""
    state, read = type_on("Ik schreef", first)
    assert (state, shown()) == ("held", ("Ik schreef", read))
    assert type_on("Ik schreef", first)[0] == "held"  # the same once more, as after no answer
    assert type_on("Van een ander toestel", first)[0] == "refused"
    assert type_on("x" * 20_001, read)[0] == "refused"
    assert shown() == ("Ik schreef", read)
    client.post(address, {"anders": "", "remark": "Van een ander toestel"})
    letter.refresh_from_db()
    assert (letter.check_remark, shown()[0]) == ("Van een ander toestel", "Ik schreef")
    client.post(address, {"anders": "", "remark": "Ik schreef"})
    letter.refresh_from_db()
    assert (letter.check_remark, shown()) == ("Ik schreef", ("", first))
    assert type_on("Toch", first)[0] == "held"
    assert type_on("", shown()[1])[0] == "held"
    assert not KeptText.objects.exists()


def test_what_the_sender_says_is_wrong_is_corrected_under_the_same_number(
    desk, secretary, open_consultation, council, wording, mailoutbox, django_capture_on_commit_callbacks
):
    desk.post(
        reverse("admin:consultation_enteredletter_add"),
        letter_form(open_consultation, council, sender_email="mevrouw@example.org"),
    )
    letter = actions.register(letter=EnteredLetter.objects.get(), by=secretary)
    point = letter.points.get()
    actions.check(letter=letter, remark="Het ging over 1.2.")
    correct = reverse("admin:consultation_enteredletter_correct", args=[letter.pk])
    assert f'<a href="{correct}">Verbeter wat er staat</a>' in desk.get(change_of(letter)).text
    assert "De afzender schreef: ‘Het ging over 1.2.’" in desk.get(correct).text
    press(desk, correct)
    draft = EnteredLetter.objects.get(revises=letter)
    assert press(desk, correct).url == change_of(draft)  # begun twice is begun once
    page = desk.get(change_of(draft)).text
    assert "Het ging over 1.2." in page
    assert secretary.name in page
    assert f"verbetering van {letter.number}" in desk.get(reverse("admin:consultation_enteredletter_changelist")).text

    (copy,) = draft.points.all()
    form = letter_form(open_consultation, council, sender_email="mevrouw@example.org", letter_text="Geachte regio!")
    form |= {"points-INITIAL_FORMS": 1, "points-0-id": copy.pk, "points-0-response": draft.pk}
    form |= {"points-0-question": "", "points-0-wording": wording.pk, "points-0-kind": "wens"}
    assert desk.post(change_of(draft), form).status_code == 302
    assert letter.points.get().question_id == point.question_id  # what counts is still as it was
    register = reverse("admin:consultation_enteredletter_register", args=[draft.pk])
    assert f"Dit komt in de plaats van wat er bij reactie {letter.number} stond." in desk.get(register).text
    with django_capture_on_commit_callbacks(execute=True):
        assert press(desk, register).url == change_of(letter)

    number = letter.number
    letter.refresh_from_db()
    assert (letter.number, letter.letter_text, letter.checked_at) == (number, "Geachte regio!", None)
    (after,) = letter.points.all()
    assert (after.pk, after.question, after.wording, after.kind) == (point.pk, None, wording, "wens")
    assert [kept.content["points"][0]["code"] for kept in letter.submissions.all()] == ["RZ24-L1.2", None]
    assert list(Letter.objects.all()) == [letter]
    assert "U schreef daarover: ‘Het ging over 1.2.’ Daarna" in mailoutbox[-1].body
    assert press(desk, register).status_code == 404
    with pytest.raises(actions.Refused, match="intussen ingeschreven of weggegooid"):
        actions.register(letter=draft, by=secretary)


def test_what_is_answered_is_not_typed_anew(desk, secretary, open_consultation, council):
    desk.post(reverse("admin:consultation_enteredletter_add"), letter_form(open_consultation, council))
    letter = actions.register(letter=EnteredLetter.objects.get(), by=secretary)
    draft = actions.correct(letter=letter, by=secretary)
    part = {"kind": "", "text": "Het plan.", "wording": None, "question": None}
    actions.split_point(point=letter.points.get(), parts=[part, part | {"text": "Is goed."}])
    with pytest.raises(actions.Refused, match="al gesplitst"):
        actions.register(letter=draft, by=secretary)
    draft.delete()
    page = press(desk, reverse("admin:consultation_enteredletter_correct", args=[letter.pk]), follow=True)
    assert "Een punt van deze reactie is al gesplitst, of er is een antwoord op geschreven." in page.text


def test_answers_that_stand_under_each_others_question_change_places(secretary, open_consultation, council):
    first = open_consultation.questions.get()
    second = open_consultation.questions.create(position=2, text="Wat mist u?")
    letter = Letter.objects.create(
        consultation=open_consultation,
        body=council,
        sender_kind=SenderKind.PERSONAL,
        channel=Channel.LETTER,
        sharing="openbaar",
    )
    letter.points.create(question=first, text="De fiets.")
    letter.points.create(question=second, text="De ambitie.")
    actions.register(letter=letter, by=secretary)
    draft = actions.correct(letter=letter, by=secretary)
    draft.points.update(question=None)
    draft.points.filter(text="De fiets.").update(question=second)
    draft.points.filter(text="De ambitie.").update(question=first)
    actions.register(letter=draft, by=secretary)
    assert dict(letter.points.values_list("question", "text")) == {first.pk: "De ambitie.", second.pk: "De fiets."}


def test_only_what_was_typed_in_and_registered_is_corrected(secretary, councillor, send):
    with pytest.raises(actions.Refused, match="Alleen een ingeschreven brief"):
        actions.correct(letter=send(councillor, SenderKind.PERSONAL), by=secretary)


def test_what_is_registered_is_not_changed_or_deleted(desk, secretary, open_consultation, council):
    desk.post(reverse("admin:consultation_enteredletter_add"), letter_form(open_consultation, council))
    letter = EnteredLetter.objects.get()
    first = actions.register(letter=letter, by=secretary)
    assert actions.register(letter=letter, by=secretary).number == first.number
    change = reverse("admin:consultation_enteredletter_change", args=[letter.pk])
    assert desk.get(change).status_code == 200
    assert desk.post(change, letter_form(open_consultation, council, sender_kind="fractie")).status_code == 403
    assert desk.post(reverse("admin:consultation_enteredletter_delete", args=[letter.pk])).status_code == 403


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"sender_kind": "fractie"}, "Vul in namens welke fractie."),
        ({"party_group": "Stadsbelang"}, "Vul dit alleen in als de fractie de afzender is."),
        ({"sender_kind": "college"}, "kan men zo niet reageren"),
        ({"received_on": "2049-01-01"}, "Deze dag moet nog komen."),
        ({"received_on": "1926-01-12"}, "Vul een jaar in vanaf 2000."),
        ({"received_on": "2020-01-12"}, "Toen was de consultatie nog niet open: dat was "),
        ({"received_on": ""}, "Dit veld is verplicht."),
        ({"body": ""}, "Dit veld is verplicht."),
        ({"sender_kind": "tafel"}, "Selecteer een geldige keuze."),
        ({"channel": "site"}, "Selecteer een geldige keuze."),
    ],
)
def test_a_mistake_in_typing_in_is_explained_at_its_field(desk, open_consultation, council, changes, says):
    page = desk.post(
        reverse("admin:consultation_enteredletter_add"), letter_form(open_consultation, council, **changes)
    )
    assert page.status_code == 200
    assert says in page.text
    assert EnteredLetter.objects.count() == 0


def test_a_point_keeps_the_words_it_is_about(desk, open_consultation, council, wording):
    add = reverse("admin:consultation_enteredletter_add")
    on_text = {"points-0-question": "", "points-0-wording": wording.pk}
    assert "Kies wat voor reactie het is." in desk.post(add, letter_form(open_consultation, council, **on_text)).text
    desk.post(add, letter_form(open_consultation, council, **on_text, **{"points-0-kind": "wens"}))
    point = Point.objects.get()
    assert (point.wording, point.quoted_text) == (wording, wording.text)


def test_a_point_is_about_a_text_or_question_of_its_own_consultation(desk, open_consultation, council, wording):
    question = open_consultation.questions.get()
    of_question = f'<optgroup label="{open_consultation}"><option value="{question.pk}">{question}</option></optgroup>'
    add = reverse("admin:consultation_enteredletter_add")
    assertContains(desk.get(add), of_question, count=2, html=True)  # in the empty row too, which scripts copy
    assertContains(desk.get(add), f'<option value="{wording.pk}">{wording}</option>', html=True)
    desk.post(add, letter_form(open_consultation, council))
    letter = EnteredLetter.objects.get()
    other = Consultation.objects.create(
        slug="ander", title="Ander", version=open_consultation.version, **times(open_consultation)
    )
    other.questions.create(position=1, text="Iets anders?")
    page = desk.get(reverse("admin:consultation_enteredletter_change", args=[letter.pk]))
    assertContains(page, question.text)
    assertNotContains(page, "Iets anders?")


def times(consultation):
    """When another consultation is, and whom it asks: as this one."""
    return {name: getattr(consultation, name) for name in ("opens_at", "closes_at", "summary", "asked_of", "effect")}


def test_a_letter_without_points_or_decision_is_not_registered(desk, open_consultation, council):
    add = reverse("admin:consultation_enteredletter_add")
    desk.post(add, letter_form(open_consultation, council, sender_kind="raad", **{"points-TOTAL_FORMS": 0}))
    letter = EnteredLetter.objects.get()
    page = desk.get(reverse("admin:consultation_enteredletter_register", args=[letter.pk])).text
    assert "Voeg minstens één punt toe." in page
    assert "Vul in op welke dag het orgaan dit besloot." in page
    assert "Schrijf in</" not in page
    press(desk, reverse("admin:consultation_enteredletter_register", args=[letter.pk]))
    letter.refresh_from_db()
    assert letter.state == LetterState.DRAFT


def test_a_draft_on_the_site_is_not_at_this_desk(desk, secretary, open_consultation, council, councillor):
    draft = Letter.objects.create(
        consultation=open_consultation,
        body=council,
        author=councillor,
        sender_kind=SenderKind.PERSONAL,
        capacity="raadslid",
    )
    for name in ("change", "register"):
        page = desk.get(reverse(f"admin:consultation_enteredletter_{name}", args=[draft.pk]))
        assert page.status_code in (302, 404)
        assert "raadslid" not in page.text
    with pytest.raises(actions.Refused):
        actions.register(letter=draft, by=secretary)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_more_letters(
    desk, secretary, open_consultation, council, django_assert_max_num_queries, count
):
    for number in range(count):
        letter = EnteredLetter.objects.create(
            consultation=open_consultation,
            body=council,
            sender_kind=SenderKind.PERSONAL,
            channel=Channel.MAIL,
            capacity="raadslid",
            entered_by=secretary,
        )
        letter.points.create(text=f"Punt {number}")
    with django_assert_max_num_queries(9):
        page = desk.get(reverse("admin:consultation_enteredletter_changelist"))
    assert page.text.count("nog niet ingeschreven</a>") == count


def test_who_may_read_what_is_typed_in_is_chosen_and_not_filled_in(desk, secretary, open_consultation, council):
    page = desk.get(reverse("admin:consultation_enteredletter_add")).text
    [sharing] = re.findall(r'<select name="sharing".*?</select>', page, re.DOTALL)
    assert '<option value="" selected>' in sharing
    letter = Letter.objects.create(
        consultation=open_consultation, body=council, sender_kind=SenderKind.PERSONAL, channel=Channel.CALL
    )
    letter.points.create(text="De fiets.")
    with pytest.raises(actions.Refused, match="Kies wie de reactie mag lezen."):
        actions.register(letter=letter, by=secretary)
