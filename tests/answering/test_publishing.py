"""Putting answers on the site as one batch, the mails about them, and closing a consultation off."""

import re
from datetime import timedelta
from threading import Event, Thread

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from consultation import actions
from consultation.models import (
    Answer,
    AnswerMail,
    AnswerStage,
    Channel,
    Letter,
    Point,
    Publication,
    SenderKind,
    Verdict,
)
from tests.answering.writing import LIST, stage, write
from tests.filling import press
from tests.letters import letter


def test_answers_come_on_the_site_as_one_batch_with_one_mail_per_sender(
    one,
    other,
    closed,
    council,
    councillor,
    wording,
    secretary,
    reviewer,
    mailoutbox,
    django_capture_on_commit_callbacks,
):
    group = letter(
        closed, council, councillor, (wording, "Als fractie."), sender_kind=SenderKind.PARTY_GROUP, party_group="Lokaal"
    ).points.get()
    unreviewed = letter(closed, council, councillor, (wording, "Later."), sender_kind=SenderKind.PARTNER).points.get()
    for point in (one, other, group):
        actions.review(answer=write(secretary, point), by=reviewer)
    write(secretary, unreviewed)
    with django_capture_on_commit_callbacks(execute=True):
        batch = actions.publish(consultation=closed, by=secretary)
    assert batch.answers.count() == 3
    assert [stage(point) for point in (one, other, group, unreviewed)] == [AnswerStage.ANSWERED] * 3 + [
        AnswerStage.DRAFTED
    ]
    assert sorted(mail.to[0] for mail in mailoutbox) == [councillor.email, "ander-raadslid@example.org"][::-1]
    [mine] = [mail for mail in mailoutbox if mail.to == [councillor.email]]
    for words in (one.text, "Als fractie.", "Wij hebben dit gelezen.", one.letter.number, group.letter.number):
        assert words in mine.body
    assert "Later." not in mine.body
    assert actions.mail_answers() == 0
    assert AnswerMail.objects.filter(sent_at=None).count() == 0


def test_nothing_is_published_while_people_react(open_consultation, council, councillor, wording, secretary, reviewer):
    point = letter(open_consultation, council, councillor, (wording, "Vroeg.")).points.get()
    actions.review(answer=write(secretary, point), by=reviewer)
    with pytest.raises(actions.Refused, match="niemand meer kan reageren"):
        actions.publish(consultation=open_consultation, by=secretary)
    later = open_consultation.closes_at + timedelta(days=1)
    with pytest.raises(actions.Refused, match="niemand meer kan reageren"):
        actions.publish(consultation=open_consultation, by=secretary, at=later)
    assert stage(point) == AnswerStage.REVIEWED


def test_the_page_before_publishing_offers_no_moment_while_people_react(
    desk, open_consultation, council, councillor, wording, secretary, reviewer
):
    point = letter(open_consultation, council, councillor, (wording, "Vroeg.")).points.get()
    actions.review(answer=write(secretary, point), by=reviewer)
    page = desk.get(reverse("admin:consultation_consultation_publish", args=[open_consultation.pk]))
    assertContains(page, "als niemand meer kan reageren")
    assertNotContains(page, "Op de site vanaf")


def test_a_planned_batch_comes_by_the_clock_and_is_mailed_by_the_command(
    one, closed, secretary, reviewer, mailoutbox, capsys, django_capture_on_commit_callbacks
):
    actions.review(answer=write(secretary, one), by=reviewer)
    with django_capture_on_commit_callbacks(execute=True):
        batch = actions.publish(consultation=closed, by=secretary, at=timezone.now() + timedelta(hours=2))
    assert (list(mailoutbox), stage(one)) == ([], AnswerStage.PLANNED)
    assert not Answer.objects.published().exists()
    soon = timezone.now() + timedelta(hours=3)
    assert Point.objects.with_stage(soon).get().stage == AnswerStage.ANSWERED
    past = timezone.now() - timedelta(minutes=1)
    Publication.objects.filter(pk=batch.pk).update(published_at=past)
    Answer.objects.update(published_at=past)
    call_command("publish_answers")
    call_command("publish_answers")
    assert capsys.readouterr().out == ("Verstuurd: 1.\nVerstuurd: 0.\n")
    assert [mail.to for mail in mailoutbox] == [["raadslid@example.org"]]


def test_a_planned_batch_can_be_taken_back_and_one_on_the_site_cannot(one, closed, secretary, reviewer, published):
    with pytest.raises(actions.Refused, match="al op de site"):
        actions.withdraw_publication(publication=published.publication, by=secretary)
    second = actions.review(answer=write(secretary, one, correction="Er stond een fout in."), by=reviewer)
    batch = actions.publish(consultation=closed, by=secretary, at=timezone.now() + timedelta(hours=2))
    actions.withdraw_publication(publication=batch, by=reviewer)
    second.refresh_from_db()
    assert second.states.last().made_by == reviewer
    assert (second.publication, second.published_at, second.reviewed_by) == (None, None, reviewer)
    assert not AnswerMail.objects.filter(sent_at=None, publication__isnull=True).exists()


def test_a_published_answer_never_changes_in_the_database_too(published):
    for change in ({"reason": "Anders."}, {"verdict": Verdict.ADOPTED}, {"published_at": None}):
        with pytest.raises(IntegrityError, match="verandert niet meer"), transaction.atomic():
            Answer.objects.filter(pk=published.pk).update(**change)
    with pytest.raises(IntegrityError, match="verandert niet meer"), transaction.atomic():
        published.delete()
    Answer.objects.filter(pk=published.pk).update(drafted_by=None)


def test_the_database_too_asks_for_a_review_before_publishing(one, secretary):
    answer = write(secretary, one)
    with pytest.raises(IntegrityError, match="what_is_published_was_reviewed"), transaction.atomic():
        Answer.objects.filter(pk=answer.pk).update(published_at=timezone.now())


def test_whom_the_answers_are_mailed_to(closed, council, councillor, clerk, wording, secretary):
    entered = letter(
        closed, council, None, (wording, "Brief."), channel=Channel.LETTER, entered_by=secretary, sender_email="a@b.nl"
    )
    silent = letter(
        closed, council, None, (wording, "Mondeling."), entered_by=secretary, sender_kind=SenderKind.PARTNER
    )
    council_letter = letter(
        closed, council, councillor, (wording, "Raad."), sender_kind=SenderKind.COUNCIL, confirmed_by=clerk
    )
    own = letter(closed, council, clerk, (wording, "Zelf."), confirmed_by=secretary)
    found = actions.recipients
    assert (found(entered), found(silent), found(own)) == ([None], [], [clerk])
    assert found(council_letter) == [councillor, clerk]
    councillor.is_active = False
    assert found(council_letter) == [clerk]


def test_a_consultation_is_finished_only_when_every_point_has_its_answer(one, other, closed, secretary, reviewer, desk):
    actions.review(answer=write(secretary, one), by=reviewer)
    actions.publish(consultation=closed, by=secretary)
    with pytest.raises(actions.Refused, match=f"1\N{NO-BREAK SPACE}punt zonder antwoord.*{other.letter.number}"):
        actions.finish(consultation=closed)
    address = reverse("admin:consultation_consultation_finish", args=[closed.pk])
    page = desk.get(address)
    assertContains(page, other.letter.number)
    assertContains(page, f"{LIST}?letter__consultation__id__exact={closed.pk}&amp;werk=alles")
    press(desk, address)
    closed.refresh_from_db()
    assert closed.finished_at is None
    actions.review(answer=write(secretary, other), by=reviewer)
    actions.publish(consultation=closed, by=secretary)
    press(desk, address)
    closed.refresh_from_db()
    assert closed.finished_at is not None
    with pytest.raises(actions.Refused, match="afgerond"):
        actions.reopen(point=one, reason="Te laat.")


@pytest.mark.django_db(transaction=True)
def test_finishing_waits_for_a_sender_who_just_opens_a_point_again(published, one, closed):
    asked, refused = Event(), []

    def finish():
        asked.wait(5)
        try:
            actions.finish(consultation=closed)
        except actions.Refused as refusal:
            refused.append(str(refusal))
        finally:
            connection.close()

    thread = Thread(target=finish)
    thread.start()
    with transaction.atomic():
        actions.reopen(point=one, reason="Wie betaalt dat?")
        asked.set()
        thread.join(0.5)
        assert thread.is_alive()
    thread.join(5)
    closed.refresh_from_db()
    assert (closed.finished_at, len(refused)) == (None, 1)
    assert "zonder antwoord op de site" in refused[0]


def publishing(consultation, by, *, begin):
    """(A thread that publishes once `begin` is set, the list in which it puts why it was refused)."""
    refused = []

    def publish():
        begin.wait(5)
        try:
            actions.publish(consultation=consultation, by=by)
        except actions.Refused as refusal:
            refused.append(str(refusal))
        finally:
            connection.close()

    thread = Thread(target=publish)
    thread.start()
    return thread, refused


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_at_once_the_second_waits_and_finds_nothing_left(one, closed, secretary, reviewer):
    actions.review(answer=write(secretary, one), by=reviewer)
    begin = Event()
    thread, refused = publishing(closed, reviewer, begin=begin)
    with transaction.atomic():
        actions.publish(consultation=closed, by=secretary)
        begin.set()
        thread.join(0.5)
        assert thread.is_alive()
    thread.join(5)
    assert refused == ["Er is geen nagekeken antwoord om op de site te zetten."]
    assert [publication.made_by for publication in Publication.objects.all()] == [secretary]


@pytest.mark.django_db(transaction=True)
def test_an_answer_that_is_rewritten_while_it_is_published_stays_behind(one, closed, secretary, reviewer):
    """Whoever publishes had seen it reviewed, and gets the lock on it once it no longer is."""
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    begin = Event()
    thread, refused = publishing(closed, reviewer, begin=begin)
    with transaction.atomic():
        answer.reason = "Toch anders."
        actions.write_answer(answer=answer, points=[one], wordings=[], by=secretary)
        begin.set()
        thread.join(0.5)
        assert thread.is_alive()
    thread.join(5)
    assert refused == ["Er is geen nagekeken antwoord om op de site te zetten."]
    answer.refresh_from_db()
    assert (answer.published_at, stage(one)) == (None, AnswerStage.DRAFTED)


def test_closing_off_tells_what_would_never_count(desk, closed, council, councillor, other_council, outsider, clerk):
    address = reverse("admin:consultation_consultation_finish", args=[closed.pk])
    assertNotContains(desk.get(address), "Let op")
    waits = letter(closed, council, councillor, (None, "Van de raad."), sender_kind=SenderKind.COUNCIL)
    Letter.objects.filter(pk=waits.pk).update(confirmed_at=None)
    Letter.objects.create(
        consultation=closed, body=other_council, sender_kind=SenderKind.COUNCIL, channel=Channel.LETTER, author=outsider
    )
    Letter.objects.create(consultation=closed, body=council, sender_kind=SenderKind.PERSONAL, author=clerk)
    page = desk.get(address).text.replace("\N{NO-BREAK SPACE}", " ")
    assert "nog niet bevestigd of ingeschreven: 2 reacties." in page


def test_the_page_before_publishing_shows_the_mail_of_the_first_sender(
    desk, one, closed, secretary, reviewer, mailoutbox
):
    answer = write(secretary, one, reason="Omdat het er al staat.")
    actions.review(answer=answer, by=reviewer)
    page = desk.get(reverse("admin:consultation_consultation_publish", args=[closed.pk])).text
    assert f"Zo leest {one.letter.author.email} hem." in page
    assert "Antwoord op uw reactie: Consultatie over de conceptagenda" in page
    assert f"{answer.sentence}." in page
    assert "Omdat het er al staat." in page
    assert "volgt later" not in page
    assert (list(mailoutbox), Answer.objects.published().count()) == ([], 0)


def test_the_page_before_publishing_says_what_it_does(desk, one, other, closed, secretary, reviewer):
    address = reverse("admin:consultation_consultation_publish", args=[closed.pk])
    assertContains(desk.get(address), "Er is geen nagekeken antwoord")
    assertNotContains(desk.get(address), "op de site.</p>")
    actions.review(answer=write(secretary, one), by=reviewer)
    write(secretary, other)
    page = desk.get(address).text.replace("\N{NO-BREAK SPACE}", " ")
    for words in ("1 antwoord komt op de site.", "1 adres krijgt één e-mail", "1 antwoord gaat niet mee"):
        assert words in page
    for field, named in (("at_0", "datum"), ("at_1", "tijd")):
        [tag] = re.findall(rf'<input[^>]*name="{field}"[^>]*>', page)
        assert f'aria-label="Op de site vanaf: {named}"' in tag
    assert Answer.objects.published().count() == 0
    assertContains(press(desk, address, {"at_0": "2020-01-01", "at_1": "09:00"}), "Kies een moment dat nog komt")
    assertContains(press(desk, address, {"at_0": "9999-12-31", "at_1": "23:59"}), "Kies een jaar van 2000")
    assert press(desk, address).status_code == 302
    assert Answer.objects.published().count() == 1
