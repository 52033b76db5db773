"""Sending a letter, changing what was sent, and taking it back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from agenda.models import Wording
from consultation import actions
from consultation.models import Consultation, Letter, LetterState, Point, SenderKind
from partners.ground.models import Mail, MailState
from partners.ground.templatetags.dutch import day, moment
from tests import working
from tests.published import unsealed
from tests.reacting import MINE, QUESTIONS, WISH, change, close, fill, send, write
from tests.reading import words


def test_sending_twice_is_sending_once(member, draft, mailoutbox, django_capture_on_commit_callbacks):
    review = f"/mijn-reacties/{draft.pk}/controleren/"
    with django_capture_on_commit_callbacks(execute=True):
        first, second = (member.post(review, {"sharing": "openbaar"}) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"] == f"/mijn-reacties/{draft.pk}/"
    assert len(mailoutbox) == 1
    assert draft.submissions.count() == 1


@pytest.mark.django_db(transaction=True)
def test_sending_twice_at_the_same_moment_is_sending_once(draft, mailoutbox):
    def send_once(_):
        try:
            return send(draft).number
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        numbers = list(pool.map(send_once, range(2)))
    assert numbers[0] == numbers[1] == Letter.objects.get().number
    assert draft.submissions.count() == 1
    assert len(mailoutbox) == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_send_at_the_same_moment_get_two_numbers(councillor, outsider, wording, open_consultation):
    letters = [write(user, open_consultation, wording).letter for user in (councillor, outsider)]

    def send_once(letter):
        try:
            return send(letter).number
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        numbers = list(pool.map(send_once, letters))
    assert len(set(numbers)) == 2


@pytest.mark.django_db(transaction=True)
def test_two_first_points_at_the_same_moment_make_one_letter(councillor, wording, open_consultation):
    def save(_):
        try:
            return write(councillor, open_consultation, wording).letter_id
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        letters = set(pool.map(save, range(2)))
    assert len(letters) == 1
    assert Point.objects.count() == 2


def test_a_mandate_that_ended_cannot_send(member, draft, councillor):
    councillor.mandates.update(ends_on=date(2022, 4, 1))
    review = f"/mijn-reacties/{draft.pk}/controleren/"
    page = member.get(review)
    assert "Bij uw account staat niet meer dat u in deze hoedanigheid mag reageren." in page.text
    assert "<button" not in page.text
    page = member.post(review, {"sharing": "openbaar"}, follow=True)
    assert "Uw reactie is niet verstuurd. Bij uw account staat niet meer" in page.text
    draft.refresh_from_db()
    assert draft.state == LetterState.DRAFT
    with pytest.raises(actions.Refused):
        send(draft)


def test_a_letter_without_points_cannot_be_sent(member, draft):
    draft.points.all().delete()
    page = member.post(f"/mijn-reacties/{draft.pk}/controleren/", {"sharing": "openbaar"})
    assert "Er staat nog niets in uw reactie." in page.text
    with pytest.raises(actions.Refused):
        send(draft)


def test_after_closing_a_draft_is_kept_and_cannot_be_sent(member, draft, open_consultation):
    close(open_consultation, ago=timedelta(hours=1))
    review = f"/mijn-reacties/{draft.pk}/controleren/"
    page = member.get(review)
    assert "De consultatie is gesloten. Versturen kan niet meer." in page.text
    assert "Noem ook het mkb." in page.text
    page = member.post(review, {"sharing": "openbaar"}, follow=True)
    assert "Uw reactie is niet verstuurd. Deze consultatie neemt geen reacties meer aan." in page.text
    draft.refresh_from_db()
    assert draft.state == LetterState.DRAFT


def test_what_was_sent_stands_until_the_change_is_sent(member, sent, wording, open_consultation, councillor):
    old = sent.points.get()
    fill(member, f"/mijn-reacties/{sent.pk}/punten/{old.pk}/", WISH | {"text": "Noem het mkb twee keer."})
    page = member.get(f"/mijn-reacties/{sent.pk}/controleren/")
    assert f'U wijzigt reactie <span class="nowrap">{sent.number}</span>.' in page.text
    write(councillor, open_consultation, wording, text="En dit ook.")
    assert [point.text for point in sent.points.all()] == ["Noem ook het mkb."]
    page = member.get(f"/mijn-reacties/{sent.pk}/")
    assert "Er zijn wijzigingen die nog niet zijn verstuurd, van" in page.text
    assert "Noem het mkb twee keer." not in page.text
    assert "u hebt wijzigingen die nog niet zijn verstuurd" in member.get(MINE).text

    page = member.post(f"/mijn-reacties/{sent.pk}/controleren/", {"sharing": "openbaar"}, follow=True)
    again = Letter.objects.get()
    assert again.number == sent.number
    assert [(point.pk, point.text) for point in again.points.order_by("pk")][0] == (old.pk, "Noem het mkb twee keer.")
    assert [point.text for point in again.points.order_by("pk")] == ["Noem het mkb twee keer.", "En dit ook."]
    assert [
        [point["text"] for point in submission.content["points"]]
        for submission in again.submissions.order_by("sequence")
    ] == [["Noem ook het mkb."], ["Noem het mkb twee keer.", "En dit ook."]]
    assert "Er zijn wijzigingen" not in page.text


def test_a_change_is_told_apart_from_the_first_sending(member, sent, mailoutbox, django_capture_on_commit_callbacks):
    yesterday = timezone.now() - timedelta(days=1)
    sent.submissions.update(sent_at=yesterday)
    page = member.get(f"/mijn-reacties/{sent.pk}/")
    assert "<h1>Uw reactie is ontvangen</h1>" in page.text
    assert "<dt>Verstuurd</dt>" in page.text
    change(sent, sent.author, text="Noem het mkb twee keer.")
    mailoutbox.clear()
    page = member.post(f"/mijn-reacties/{sent.pk}/controleren/", {"sharing": "openbaar"}, follow=True)
    sent.refresh_from_db()
    assert f"<title>Uw wijziging is ontvangen: {sent.number}" in page.text
    assert "<h1>Uw wijziging is ontvangen</h1>" in page.text
    assertInHTML(f"<div><dt>Eerst verstuurd</dt><dd>{moment(yesterday)}</dd></div>", page.text)
    assertInHTML(f"<div><dt>Gewijzigd</dt><dd>{moment(sent.sent_at)}</dd></div>", page.text)
    (receipt,) = mailoutbox
    assert receipt.subject == f"Ontvangstbewijs {sent.number}: uw wijziging is ontvangen"
    assert f"\n\nUw wijziging is ontvangen\n\nHet ontvangstnummer is {sent.number}.\n" in receipt.body
    assert f"Eerst verstuurd: {moment(yesterday)}\nGewijzigd: {moment(sent.sent_at)}\n" in receipt.body
    html = receipt.alternatives[0].content
    assertInHTML("<h1>Uw wijziging is ontvangen</h1>", html)
    assertInHTML(f"<dt>Eerst verstuurd</dt> <dd>{moment(yesterday)}</dd>", html)


def test_a_point_taken_out_is_gone_once_the_change_is_sent(member, sent, wording, open_consultation, councillor):
    write(councillor, open_consultation, wording, text="Dit blijft.")
    gone = sent.revision.points.order_by("pk").first()
    page = member.get(f"/mijn-reacties/{sent.pk}/punten/{gone.pk}/verwijderen/")
    assert "<h1>Wilt u dit punt verwijderen?</h1>" in page.text
    member.post(f"/mijn-reacties/{sent.pk}/punten/{gone.pk}/verwijderen/")
    send(sent)
    assert [point.text for point in Letter.objects.get().points.all()] == ["Dit blijft."]


def test_an_answer_can_be_removed_and_given_anew_in_a_change(member, open_consultation):
    question = open_consultation.questions.get()
    name = f"question-{question.pk}"
    fill(member, QUESTIONS, {name: "Het plan."})
    letter = send(Letter.objects.get())
    fill(member, QUESTIONS, {name: ""})
    fill(member, QUESTIONS, {name: "Een ander plan."})
    assert [point.text for point in letter.points.all()] == ["Het plan."]
    send(letter)
    assert [point.text for point in Letter.objects.get().points.all()] == ["Een ander plan."]


def test_changes_can_be_thrown_away(member, sent):
    actions.begin_changes(letter=sent)
    page = member.get(f"/mijn-reacties/{sent.pk}/verwijderen/")
    assert "<h1>Wilt u deze wijzigingen verwijderen?</h1>" in page.text
    member.post(f"/mijn-reacties/{sent.pk}/verwijderen/")
    assert Letter.objects.standing().get() == sent
    assert Letter.objects.get(pk=sent.pk).draft is None


def test_a_draft_can_be_thrown_away(member, draft):
    page = member.get(f"/mijn-reacties/{draft.pk}/verwijderen/")
    assert "<h1>Wilt u dit concept verwijderen?</h1>" in page.text
    page = member.post(f"/mijn-reacties/{draft.pk}/verwijderen/", follow=True)
    assert "Dit is verwijderd. U kunt het hieronder 30 dagen lang terughalen." in page.text
    assert Letter.objects.standing().count() == 0


def test_what_was_sent_can_be_withdrawn_and_begun_anew(
    member, sent, wording, open_consultation, councillor, mailoutbox, django_capture_on_commit_callbacks
):
    address = f"/mijn-reacties/{sent.pk}/intrekken/"
    assert "intrekken?</h1>" in member.get(address).text
    sent.refresh_from_db()
    assert sent.state == LetterState.SENT
    with django_capture_on_commit_callbacks(execute=True):
        page = member.post(address, follow=True)
    assert "<h1>U hebt uw reactie ingetrokken</h1>" in page.text
    assert "Te lezen door" not in page.text
    assert mailoutbox[-1].subject == f"Reactie {sent.number} is ingetrokken"
    assert list(Letter.objects.sent()) == []
    assert "Ingetrokken</h2>" in member.get(MINE).text
    assert member.get(f"/mijn-reacties/{sent.pk}/controleren/").status_code == 302
    anew = write(councillor, open_consultation, wording).letter
    assert anew.pk != sent.pk
    assert send(anew).number != sent.number


def test_after_closing_nothing_is_changed_or_withdrawn(member, sent, open_consultation):
    close(open_consultation, ago=timedelta(hours=1))
    page = member.get(f"/mijn-reacties/{sent.pk}/")
    assert "De consultatie is gesloten. Uw reactie staat vast." in page.text
    assert "<button" not in page.text
    for by, is_said in ((timezone.localdate() + timedelta(days=3), True), (date(2020, 1, 1), False)):
        Consultation.objects.update(answered_by=by)
        told = words(member.get(f"/mijn-reacties/{sent.pk}/").text)
        assert (words(f"Uw reactie staat vast. De antwoorden komen uiterlijk op {day(by)}.") in told) == is_said
    assert "Wijzig uw reactie" not in page.text
    assert member.get(f"/mijn-reacties/{sent.pk}/controleren/").status_code == 302
    for method, status in [("get", 200), ("post", 409)]:
        page = getattr(member, method)(f"/mijn-reacties/{sent.pk}/intrekken/")
        assert page.status_code == status
        assert "<h1>Intrekken kan niet meer</h1>" in page.text
        assert "<title>Intrekken kan niet meer" in page.text
    with pytest.raises(actions.Refused):
        actions.withdraw(letter=sent, by=sent.author)
    sent.refresh_from_db()
    assert sent.state == LetterState.SENT


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_is_away_undoes_nothing_and_the_receipt_waits(draft, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    send(draft)
    working.do_all()
    draft.refresh_from_db()
    assert draft.state == LetterState.SENT
    receipt = Mail.objects.get()
    assert (receipt.kind, receipt.state) == ("consultation/email/received", MailState.WAITING)
    assert "Connection refused" in receipt.answer


def test_the_database_keeps_what_was_sent_in_order(sent, wording):
    for changes in (
        {"number": None},
        {"state": LetterState.DRAFT},
        {"sender_kind": SenderKind.COUNCIL, "decided_on": None},
        {"revises": sent},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.filter(pk=sent.pk).update(**changes)
    with pytest.raises(IntegrityError), transaction.atomic():
        sent.points.create(text="Waarover?", quoted_text="Woorden van nergens")


def test_the_words_one_reacted_on_stay_when_the_text_changes(sent, wording):
    with unsealed():
        Wording.objects.update(text="Iets heel anders")
    assert sent.points.get().quoted_text == "Werken aan een toekomstbestendige arbeidsmarkt"
