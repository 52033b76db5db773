"""What the secretariat does with what came in: bring together, answer, have reviewed, publish, and close off."""

import re
from datetime import timedelta
from threading import Event, Thread

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from consultation import actions
from consultation.actions.publishing import answers_path
from consultation.admin.answering import NO_DRAFT, AnswerAdmin
from consultation.models import (
    Answer,
    AnswerMail,
    Channel,
    InternalNote,
    Letter,
    Point,
    PointKind,
    Publication,
    Reopening,
    SenderKind,
    Stage,
    Theme,
    Verdict,
)
from partners.models import User
from tests.letters import close, letter

LIST = "/beheer/consultation/point/"


@pytest.fixture
def desk(client, secretary):
    """The admin, with somebody of the secretariat signed in."""
    client.force_login(secretary)
    return client


@pytest.fixture
def reviewer(db):
    """A second person of the secretariat."""
    return User.objects.create_superuser("tweede@example.org", name="Toon Tweede")


@pytest.fixture
def closed(open_consultation):
    return close(open_consultation)


@pytest.fixture
def one(closed, council, councillor, wording):
    """A point of a member of the council of Zwolle."""
    text = "Noem ook de kleine kernen in deze opgave, want daar wonen veel mensen."
    return letter(closed, council, councillor, (wording, text)).points.get()


@pytest.fixture
def other(closed, other_council, outsider, wording):
    """Nearly the same from a member of the council of Dalfsen."""
    text = "Noem ook de kleine kernen in deze opgave, want daar wonen mensen."
    return letter(closed, other_council, outsider, (wording, text)).points.get()


def write(by, *points, verdict=Verdict.NOTED, reason="Wij lezen dit.", wordings=(), **fields):
    answer = Answer(verdict=verdict, reason=reason, **fields)
    return actions.write_answer(answer=answer, points=points, wordings=wordings, by=by)


def stage(point):
    return Point.objects.with_stage().get(pk=point.pk).stage


@pytest.fixture
def published(one, secretary, reviewer):
    """An answer to `one` that is on the site."""
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    actions.publish(consultation=one.letter.consultation, by=secretary)
    answer.refresh_from_db()
    return answer


# Bringing together


def test_a_party_group_is_named_by_what_is_said_for_it_and_by_nothing_else(one):
    letters = Letter.objects.filter(pk=one.letter_id)
    for fields in ({"party_group": "Stadsbelang"}, {"sender_kind": SenderKind.PARTY_GROUP}):
        with pytest.raises(IntegrityError, match="letter_names_its_party_group"), transaction.atomic():
            letters.update(**fields)
    letters.update(sender_kind=SenderKind.PARTY_GROUP, party_group="Stadsbelang")


def test_equal_points_are_proposed_and_get_one_answer(one, other, closed, council, clerk, wording, secretary):
    away = letter(closed, council, clerk, (wording, "Leg meer fietspaden aan.")).points.get()
    [found] = Point.objects.similar_to(one)
    assert found == other
    assert 0.7 < found.similarity < 1
    assert actions.mark_equal(points=[other, one]) == one
    assert list(Point.objects.similar_to(one)) == []
    answer = write(secretary, other)
    assert set(answer.points.all()) == {one, other}
    assert (stage(one), stage(other), stage(away)) == (Stage.DRAFTED, Stage.DRAFTED, Stage.OPEN)


def test_marking_as_equal_gives_a_draft_that_is_there_to_all(one, other, secretary):
    answer = write(secretary, one)
    actions.mark_equal(points=[one, other])
    assert set(answer.points.all()) == {one, other}


def test_an_answer_that_serves_more_points_is_reviewed_anew(one, other, secretary, reviewer):
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    actions.mark_equal(points=[one, other], by=reviewer)
    assert stage(other) == Stage.DRAFTED
    assert [(state.act, state.made_by) for state in answer.states.all()] == [
        ("geschreven", secretary),
        ("nagekeken", reviewer),
        ("geldt voor meer gelijke punten", reviewer),
    ]
    actions.mark_equal(points=[one, other], by=reviewer)
    assert answer.states.count() == 3


def test_two_drafts_cannot_become_one(one, other, secretary):
    write(secretary, one)
    write(secretary, other)
    with pytest.raises(actions.Refused, match="verschillende antwoorden"):
        actions.mark_equal(points=[one, other])


def test_the_leading_point_can_leave_the_others(one, other, closed, council, clerk, wording):
    third = letter(closed, council, clerk, (wording, "Derde.")).points.get()
    actions.mark_equal(points=[one, other, third])
    actions.part_equal(point=one)
    for point in (one, other, third):
        point.refresh_from_db()
    assert (one.same_as, other.same_as, third.same_as) == (None, None, other)


def test_points_of_two_consultations_are_never_equal(one, version, council, clerk, wording, closed):
    elsewhere = close(type(closed).objects.create(**twin(closed)))
    point = letter(elsewhere, council, clerk, (wording, one.text)).points.get()
    with pytest.raises(actions.Refused, match="één consultatie"):
        actions.mark_equal(points=[one, point])
    assert list(Point.objects.similar_to(one)) == []


def test_one_answer_never_serves_two_consultations(one, version, council, clerk, wording, closed, secretary):
    elsewhere = close(type(closed).objects.create(**twin(closed)))
    point = letter(elsewhere, council, clerk, (wording, one.text)).points.get()
    with pytest.raises(actions.Refused, match="één consultatie"):
        write(secretary, one, point)


def twin(consultation):
    names = ("title", "version", "opens_at", "closes_at", "summary", "asked_of", "effect")
    return {"slug": "tweede", **{name: getattr(consultation, name) for name in names}}


def test_a_split_point_counts_by_its_parts_and_stays_whole(one, wording):
    parts = [
        {"text": "Noem de kernen.", "kind": PointKind.WISH, "wording": wording, "question": None},
        {"text": "Wie betaalt dit?", "kind": PointKind.QUESTION, "wording": None, "question": None},
    ]
    made = actions.split(point=one, parts=parts)
    assert list(Point.objects.counted().order_by("pk")) == made
    assert [part.quoted_text for part in made] == [wording.text, ""]
    one.refresh_from_db()
    assert one.text.startswith("Noem ook de kleine kernen")
    with pytest.raises(actions.Refused, match="al gesplitst"):
        actions.split(point=one, parts=parts)
    actions.join_again(point=one)
    assert list(Point.objects.counted()) == [one]


def test_whose_point_it_is_and_who_joined_it_holds_for_each_part(one, other, other_council, wording):
    one.is_minority, one.minority_of, one.adopted_from = True, "een deel van de raad", other
    one.save()
    one.endorsements.create(body=other_council, sender_kind=SenderKind.COUNCIL, decided_on=timezone.localdate())
    parts = [
        {"text": "A", "kind": "wens", "wording": wording, "question": None, "proposal": "Ook in de kernen."},
        {"text": "B", "kind": "wens", "wording": None, "question": None},
    ]
    for part in actions.split(point=one, parts=parts):
        assert (part.is_minority, part.minority_of, part.adopted_from) == (True, "een deel van de raad", other)
        assert part.endorsed == [(SenderKind.COUNCIL, 1)]
    assert list(one.parts.order_by("pk").values_list("proposal", flat=True)) == ["Ook in de kernen.", ""]
    actions.join_again(point=one)
    assert one.endorsed == [(SenderKind.COUNCIL, 1)]


def test_what_its_sender_changes_is_one_point_again_and_its_answer_is_reviewed_anew(
    open_consultation, council, councillor, wording, secretary, reviewer
):
    texts = ("Eén.", "Twee.", "Drie.")
    sent = letter(open_consultation, council, councillor, *((wording, text) for text in texts))
    first, second, third = sent.points.order_by("pk")
    parts = [{"text": text, "kind": "wens", "wording": wording, "question": None} for text in ("A", "B")]
    actions.split(point=first, parts=parts)
    actions.split(point=second, parts=parts)
    answer = actions.review(answer=write(secretary, third), by=reviewer)
    copy = actions.begin_changes(letter=sent)
    for point, text in zip(copy.points.order_by("pk"), ("Eén.", "Anders.", "Ook anders."), strict=True):
        content = {"kind": "wens", "text": text, "proposal": ""}
        actions.change_point(point=point, content=content, read=point.fingerprint)
    actions.send(letter=sent, by=councillor)
    assert [point.text for point in Point.objects.counted().order_by("pk")] == ["Anders.", "Ook anders.", "A", "B"]
    assert stage(third) == Stage.DRAFTED
    assert answer.states.last().act == "de afzender wijzigde het punt"
    said = [point["text"] for point in sent.submissions.get().content["points"]]
    assert said == ["Eén.", "Anders.", "Ook anders."]


def test_a_point_with_an_answer_is_not_split_or_joined(one, secretary, wording):
    parts = [{"text": text, "kind": "wens", "wording": wording, "question": None} for text in ("A", "B")]
    made = actions.split(point=one, parts=parts)
    write(secretary, made[0])
    with pytest.raises(actions.Refused, match="al een antwoord"):
        actions.join_again(point=one)
    with pytest.raises(actions.Refused, match="al een antwoord"):
        actions.split(point=made[0], parts=parts) if not made[0].part_of_id else actions.join_again(point=one)


# Answering


def test_only_what_counts_is_answered(one, secretary):
    Letter.objects.update(confirmed_at=None)
    with pytest.raises(actions.Refused, match="meetellen"):
        write(secretary, one)


def test_a_point_has_one_answer_in_the_making(one, secretary):
    write(secretary, one)
    with pytest.raises(actions.Refused, match="al een antwoord dat nog niet op de site staat"):
        write(secretary, one)


def test_who_wrote_an_answer_does_not_review_it(one, secretary, reviewer):
    answer = write(secretary, one)
    with pytest.raises(actions.Refused, match="een ander dan de schrijver"):
        actions.review(answer=answer, by=secretary)
    actions.review(answer=answer, by=reviewer)
    assert stage(one) == Stage.REVIEWED
    Answer.objects.filter(pk=answer.pk).update(drafted_by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(pk=answer.pk).update(drafted_by=reviewer)


@pytest.mark.parametrize("verdict", [Verdict.ADOPTED, Verdict.PARTLY])
def test_what_is_adopted_says_where_it_landed_before_it_is_reviewed(one, secretary, reviewer, wording, verdict):
    answer = write(secretary, one, verdict=verdict)
    with pytest.raises(actions.Refused, match="welke teksten zijn gewijzigd"):
        actions.review(answer=answer, by=reviewer)
    answer.wordings.add(wording)
    assert actions.review(answer=answer, by=reviewer).reviewed_by == reviewer


def test_what_changed_since_it_was_read_is_not_reviewed(client, one, secretary, reviewer):
    client.force_login(reviewer)
    answer = write(secretary, one)
    address = reverse("admin:consultation_answer_review", args=[answer.pk])
    read = re.search(r'name="read" value="(\d+)"', client.get(address).text).group(1)
    answer.reason = "Heel anders."
    actions.write_answer(answer=answer, points=[one], wordings=[], by=secretary)
    assertContains(client.post(address, {"read": read}, follow=True), "Het antwoord is intussen gewijzigd.")
    assert stage(one) == Stage.DRAFTED
    read = re.search(r'name="read" value="(\d+)"', client.get(address).text).group(1)
    client.post(address, {"read": read})
    assert stage(one) == Stage.REVIEWED


def test_a_change_after_the_review_asks_for_a_new_one(one, secretary, reviewer):
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    answer.reason = "Anders."
    actions.write_answer(answer=answer, points=[one], wordings=[], by=reviewer)
    assert (stage(one), answer.drafted_by) == (Stage.DRAFTED, reviewer)
    assert [(state.act, state.content["reason"]) for state in answer.states.all()] == [
        ("geschreven", "Wij lezen dit."),
        ("nagekeken", "Wij lezen dit."),
        ("gewijzigd", "Anders."),
    ]


# Publishing


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
    assert [stage(point) for point in (one, other, group, unreviewed)] == [Stage.ANSWERED] * 3 + [Stage.DRAFTED]
    assert sorted(mail.to[0] for mail in mailoutbox) == [councillor.email, "ander-raadslid@example.org"][::-1]
    [mine] = [mail for mail in mailoutbox if mail.to == [councillor.email]]
    for words in (one.text, "Als fractie.", "Wij nemen hier kennis van.", one.letter.number, group.letter.number):
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
    assert stage(point) == Stage.REVIEWED


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
    assert (mailoutbox, stage(one)) == ([], Stage.PLANNED)
    assert not Answer.objects.published().exists()
    soon = timezone.now() + timedelta(hours=3)
    assert Point.objects.with_stage(soon).get().stage == Stage.ANSWERED
    past = timezone.now() - timedelta(minutes=1)
    Publication.objects.filter(pk=batch.pk).update(published_at=past)
    Answer.objects.update(published_at=past)
    call_command("publish_answers")
    call_command("publish_answers")
    assert capsys.readouterr().out == ("Verstuurd: 1. Bestanden gemaakt: 0.\nVerstuurd: 0. Bestanden gemaakt: 0.\n")
    assert [mail.to for mail in mailoutbox] == [["raadslid@example.org"]]


def test_who_still_had_an_answer_open_does_not_change_it_once_it_is_planned(one, closed, secretary, reviewer):
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    actions.publish(consultation=closed, by=secretary, at=timezone.now() + timedelta(hours=2))
    assert answer.published_at is None
    answer.reason = "Bij nader inzien."
    with pytest.raises(actions.Refused, match="al gepubliceerd of gepland"):
        actions.write_answer(answer=answer, points=[one], wordings=[], by=secretary)
    kept = Answer.objects.get()
    assert (kept.reason, kept.reviewed_by, stage(one)) == ("Wij lezen dit.", reviewer, Stage.PLANNED)


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


def test_a_correction_is_a_new_answer_that_says_why(
    published, one, secretary, reviewer, client, mailoutbox, django_capture_on_commit_callbacks
):
    with pytest.raises(actions.Refused, match="Schrijf waarom er een nieuw antwoord komt"):
        write(secretary, one, reason="Beter.")
    actions.review(answer=write(secretary, one, reason="Beter.", correction="Het bedrag klopte niet."), by=reviewer)
    with django_capture_on_commit_callbacks(execute=True):
        actions.publish(consultation=one.letter.consultation, by=secretary)
    words = "Nieuw antwoord: Wij nemen hier kennis van.\nWaarom opnieuw: Het bedrag klopte niet.\nBeter.\n"
    assert words in mailoutbox[-1].body
    [point] = Point.objects.with_answers()
    assert (point.answer.reason, [old.reason for old in point.earlier_answers]) == ("Beter.", ["Wij lezen dit."])
    page = client.get("/consultaties/conceptagenda/nota/")
    assertContains(page, "Dit is een nieuw antwoord: Het bedrag klopte niet.")
    assertContains(page, "Eerder antwoord")


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


# Opening again


def test_a_sender_opens_a_point_again_once_and_a_second_answer_settles_it(
    published, one, councillor, client, secretary, reviewer, mailoutbox, django_capture_on_commit_callbacks
):
    client.force_login(councillor)
    page = client.get(reverse("consultation:answers", args=[one.letter_id]))
    assertContains(page, "Wij lezen dit.")
    address = reverse("consultation:reopen", args=[one.letter_id, one.pk])
    assertContains(page, f'href="{address}"')
    assertContains(client.post(address, {"reason": " "}), "Schrijf wat er niet is beantwoord")
    with django_capture_on_commit_callbacks(execute=True):
        assertRedirects(client.post(address, {"reason": "En de dorpen?"}), f"{page.request['PATH_INFO']}?heropend=1")
    assert mailoutbox[-1].subject == f"Niet volledig beantwoord: {one.letter.number}"
    assert stage(one) == Stage.REOPENED
    again = client.post(address, {"reason": "Nog eens."})
    assert again.status_code == 409
    assertContains(again, "U hebt dit al eens laten weten", status_code=409)
    assertContains(again, "Nog eens.", status_code=409)
    assert Reopening.objects.get().reason == "En de dorpen?"
    actions.review(answer=write(secretary, one, reason="Ook de dorpen."), by=reviewer)
    actions.publish(consultation=one.letter.consultation, by=secretary)
    assert stage(one) == Stage.ANSWERED
    assertContains(client.get(page.request["PATH_INFO"]), "Hierboven staat het nieuwe antwoord.")


def test_the_answers_tell_a_minority_from_the_rest(published, one, client, councillor):
    client.force_login(councillor)
    address = reverse("consultation:answers", args=[one.letter_id])
    assertNotContains(client.get(address), "Minderheidsstandpunt")
    Point.objects.filter(pk=one.pk).update(is_minority=True, minority_of="een deel van de raad")
    assertContains(client.get(address), "<strong>Minderheidsstandpunt van een deel van de raad</strong>", count=1)


def test_who_reacted_is_led_to_the_answers_from_the_list_of_reactions(one, client, councillor, secretary, reviewer):
    client.force_login(councillor)
    assertNotContains(client.get("/mijn-reacties/"), "Lees het antwoord")
    actions.review(answer=write(secretary, one), by=reviewer)
    actions.publish(consultation=one.letter.consultation, by=secretary)
    link = f'<a href="{reverse("consultation:answers", args=[one.letter_id])}">Lees het antwoord'
    assertContains(client.get("/mijn-reacties/"), link, count=1)


def test_the_answers_name_whom_a_point_was_adopted_from(published, one, client, councillor):
    below = Point.objects.create(letter=one.letter, wording=one.wording, quoted_text=one.quoted_text, text="Zo.")
    Point.objects.filter(pk=one.pk).update(adopted_from=below)
    client.force_login(councillor)
    page = client.get(reverse("consultation:answers", args=[one.letter_id]))
    assertContains(page, f"Overgenomen van {one.letter.sender} (", count=1)


def test_a_sender_without_an_account_has_a_link_of_their_own(published, one, client, outsider):
    Letter.objects.update(sender_email="brief@example.org")
    path = answers_path(one.letter, signed=True)
    assertContains(client.get(path), "Wij lezen dit.")
    assertContains(client.get(path), '<meta name="robots" content="noindex">')
    assertContains(client.get(f"{path}{one.pk}/"), "Wat is er niet beantwoord?")
    assert client.post(f"{path}{one.pk}/", {"reason": "Meer."}).status_code == 302
    for wrong in ("/antwoorden/onzin/", "/antwoorden/MQ:1abc:def/", f"{path[:-2]}/", "/antwoorden/%00/"):
        assert client.get(wrong).status_code == 404
    client.force_login(outsider)
    assert client.get(reverse("consultation:answers", args=[one.letter_id])).status_code == 404
    assert client.post(reverse("consultation:reopen", args=[one.letter_id, one.pk])).status_code == 404


# Closing off


def test_a_consultation_is_finished_only_when_every_point_has_its_answer(one, other, closed, secretary, reviewer, desk):
    actions.review(answer=write(secretary, one), by=reviewer)
    actions.publish(consultation=closed, by=secretary)
    with pytest.raises(actions.Refused, match=f"1\N{NO-BREAK SPACE}punt zonder antwoord.*{other.letter.number}"):
        actions.finish(consultation=closed)
    address = reverse("admin:consultation_consultation_finish", args=[closed.pk])
    page = desk.get(address)
    assertContains(page, other.letter.number)
    assertContains(page, f"{LIST}?letter__consultation__id__exact={closed.pk}&amp;werk=alles")
    desk.post(address)
    closed.refresh_from_db()
    assert closed.finished_at is None
    actions.review(answer=write(secretary, other), by=reviewer)
    actions.publish(consultation=closed, by=secretary)
    desk.post(address)
    closed.refresh_from_db()
    assert closed.finished_at is not None
    with pytest.raises(actions.Refused, match="afgerond"):
        actions.reopen(point=one, reason="Te laat.")


# The desk


@pytest.mark.django_db(transaction=True)
def test_finishing_waits_for_who_just_opens_a_point_again(published, one, closed):
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


def test_the_desk_costs_the_same_for_one_and_three_points(
    desk, closed, council, wording, django_user_model, django_assert_max_num_queries
):
    theme = Theme.objects.create(consultation=closed, name="Wonen")
    costs = []
    for _ in range(2):
        for _ in range(1 if not costs else 2):
            author = django_user_model.objects.create_user(f"lid{User.objects.count()}@example.org")
            point = letter(closed, council, author, (wording, "Een punt.")).points.get()
            point.themes.add(theme)
            actions.assign(points=[point], handler=User.objects.get(email="secretariaat@example.org"))
        desk.get(LIST)
        with django_assert_max_num_queries(25) as queries:
            assert desk.get(LIST, {"werk": "mijn", "stand": "open"}).context["cl"].result_count == len(costs) * 2 + 1
        costs.append(len(queries))
    assert costs[0] == costs[1]


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


def test_a_split_letter_is_counted_as_it_was_sent(desk, one, wording):
    parts = [{"text": text, "kind": "wens", "wording": wording, "question": None} for text in ("Deel A", "Deel B")]
    actions.split(point=one, parts=parts)
    assert Letter.objects.with_point_count().get(pk=one.letter_id).point_count == 1
    page = desk.get(reverse("admin:consultation_letter_change", args=[one.letter_id]))
    assertContains(page, one.text)
    assertNotContains(page, "Deel A")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"werk": "mijn"}, 1),
        ({"werk": "niemand"}, 1),
        ({"werk": "te-laat"}, 1),
        ({"werk": "alles"}, 2),
        ({"stand": "open"}, 1),
        ({"stand": "concept"}, 1),
        ({"werk": "onzin", "stand": "onzin"}, 2),
    ],
)
def test_what_is_to_be_done_is_found(desk, secretary, one, other, filters, found):
    actions.assign(points=[one], handler=secretary, handle_by=timezone.localdate() - timedelta(days=1))
    write(secretary, other)
    assert desk.get(LIST, filters).context["cl"].result_count == found


def test_the_filters_stay_after_an_act(desk, secretary, one, other, closed):
    theme = Theme.objects.create(consultation=closed, name="Wonen")
    address = f"{LIST}?werk=alles&kind__exact=wens"
    chosen = {"_selected_action": [one.pk, other.pk]}
    asked = desk.post(address, {"action": "tag", **chosen})
    assertContains(asked, "U koos 2\N{NO-BREAK SPACE}punten.")
    assertContains(asked, f'name="_selected_action" value="{one.pk}"')
    assert one.themes.count() == 0
    assertRedirects(desk.post(address, {"action": "tag", "apply": "Bewaar", "themes": theme.pk, **chosen}), address)
    assert (list(one.themes.all()), list(other.themes.all())) == ([theme], [theme])
    data = {"action": "assign", "apply": "1", "handler": secretary.pk, "handle_by": "2027-02-24", **chosen}
    assertRedirects(desk.post(address, data), address)
    one.refresh_from_db()
    assert (one.handler, f"{one.handle_by:%d-%m-%Y}") == (secretary, "24-02-2027")
    assertRedirects(desk.post(address, {"action": "mark_equal", "apply": "1", **chosen}), address)
    other.refresh_from_db()
    assert other.same_as == one
    answering = desk.post(address, {"action": "answer_together", **chosen}).headers["Location"]
    assertContains(desk.get(answering), one.text)
    data = {"points": [one.pk], "verdict": "niet", "reason": "Nee."}
    assertRedirects(desk.post(answering, data), address)
    assert set(Answer.objects.get().points.all()) == {one, other}


def test_an_act_on_everything_that_the_filters_find(desk, one, other, closed):
    theme = Theme.objects.create(consultation=closed, name="Wonen")
    chosen = {"action": "tag", "_selected_action": [one.pk], "select_across": "1", "index": "0"}
    assertContains(desk.post(LIST, chosen), 'name="select_across" value="1"')
    desk.post(LIST, {**chosen, "apply": "1", "themes": theme.pk})
    assert theme.points.count() == 2


def test_a_point_is_worked_on_on_its_own_page(desk, one, other, secretary):
    address = reverse("admin:consultation_point_change", args=[one.pk])
    page = desk.get(address)
    for name in ("similar", "split"):
        assertContains(page, reverse(f"admin:consultation_point_{name}", args=[one.pk]))
    data = {"handler": secretary.pk, "notes-TOTAL_FORMS": "1", "notes-INITIAL_FORMS": "0", "notes-0-text": "Bel terug."}
    assert desk.post(address, data | {"text": "Iets anders"}).status_code == 302
    one.refresh_from_db()
    assert (one.handler, one.text[:4]) == (secretary, "Noem")
    assert (InternalNote.objects.get().text, InternalNote.objects.get().author) == ("Bel terug.", secretary)
    similar = reverse("admin:consultation_point_similar", args=[one.pk])
    assertContains(desk.get(similar), "% gelijk")
    assertRedirects(desk.post(similar, {"points": [other.pk]}), address)
    other.refresh_from_db()
    assert other.same_as == one
    assertContains(desk.get(address), other.letter.number)
    assertRedirects(desk.post(reverse("admin:consultation_point_part", args=[other.pk])), f"{LIST}{other.pk}/change/")
    other.refresh_from_db()
    assert other.same_as is None


def test_a_point_leads_to_the_answer_in_the_making(desk, one, secretary):
    address = reverse("admin:consultation_point_change", args=[one.pk])
    assertContains(desk.get(address), "Schrijf een antwoord")
    draft = write(secretary, one)
    page = desk.get(address)
    assertNotContains(page, "Schrijf een antwoord")
    change = reverse("admin:consultation_answer_change", args=[draft.pk])
    assertContains(page, f'<a href="{change}">Bekijk het antwoord</a>', count=1)


def test_an_answer_to_a_point_leads_back_to_the_points_as_they_were_filtered(desk, one):
    page = desk.get(reverse("admin:consultation_point_change", args=[one.pk]), {"_changelist_filters": "werk=alles"})
    [address] = re.findall(r'href="(/beheer/consultation/answer/add/[^"]+)"', page.text)
    data = {"points": [one.pk], "verdict": "kennisgeving", "reason": "Deze."}
    assertRedirects(desk.post(address.replace("&amp;", "&"), data), f"{LIST}?werk=alles")


def test_a_theme_is_added_from_the_point_that_needs_it(desk, one, closed):
    page = desk.get(reverse("admin:consultation_point_change", args=[one.pk])).text
    [address] = re.findall(r'<a href="([^"]+)">Voeg een thema toe</a>', page)
    assertContains(desk.get(address), f'<option value="{closed.pk}" selected>{closed}</option>', html=True)


def test_the_list_says_who_wrote_and_for_whom_in_one_column(desk, one):
    page = desk.get(LIST)
    assertContains(page, "een raadslid, gemeenteraad van Zwolle")
    assertNotContains(page, 'class="column-sender_kind')
    assert len(page.context["cl"].list_display) == 9  # the box to tick, and eight that fit a screen of 1280


def test_a_point_is_split_with_plain_forms(desk, one, wording, open_consultation):
    address = reverse("admin:consultation_point_split", args=[one.pk])
    assertNotContains(desk.get(address), "deel2-text")
    question = open_consultation.questions.get()
    data = {
        "parts": "2",
        "deel0-text": "Noem de kernen.",
        "deel0-kind": "wens",
        "deel0-about": f"t{wording.pk}",
        "deel1-text": "Dit spreekt mij aan.",
        "deel1-kind": "",
        "deel1-about": f"v{question.pk}",
    }
    more = desk.post(address, data | {"more": "1"})
    assertContains(more, '<label for="id_deel2-text">Deel 3, tekst:</label>', html=True)
    assertContains(more, "Dit spreekt mij aan.")
    refused = desk.post(address, data | {"apply": "1", "deel0-kind": ""})
    assertContains(refused, "Kies een soort bij een punt over een tekst.")
    assert desk.post(address, data | {"apply": "1"}).status_code == 302
    assert list(one.parts.order_by("pk").values_list("text", "wording", "question")) == [
        ("Noem de kernen.", wording.pk, None),
        ("Dit spreekt mij aan.", None, question.pk),
    ]
    for parts in ("-1", "999", "x", "٣"):
        assert desk.post(address, data | {"parts": parts, "apply": "1"}).status_code in (200, 302, 404)


def test_a_part_may_be_about_the_whole_text_and_an_empty_one_does_not_count(desk, one, wording):
    Point.objects.filter(pk=one.pk).update(proposal="Ook in de kernen.")
    address = reverse("admin:consultation_point_split", args=[one.pk])
    shown = desk.get(address)
    assertContains(shown, "Ook in de kernen.</textarea>", count=1)
    more = desk.post(address, {"parts": "2", "more": "1", "deel0-text": "A", "deel1-text": "B"})
    assert f't{wording.pk}" selected' in more.text.partition("deel2-about")[2]
    data = {"parts": "3", "apply": "1", "deel0-text": "A", "deel0-about": "", "deel1-text": "B"}
    assertContains(desk.post(address, data | {"deel1-proposal": "Ook hier."}), "Schrijf dit bij een deel met een tekst")
    assertContains(desk.post(address, data | {"deel1-text": "x" * 20_001}), "20000 tekens")
    data |= {"deel1-about": f"t{wording.pk}", "deel1-kind": "wens", "deel1-proposal": "Ook hier."}
    data |= {"deel2-about": f"t{wording.pk}", "deel2-kind": "wens"}
    assert desk.post(address, data).status_code == 302
    assert list(one.parts.order_by("pk").values_list("text", "wording", "proposal")) == [
        ("A", None, ""),
        ("B", wording.pk, "Ook hier."),
    ]


def test_a_second_answer_asks_at_its_field_why_it_comes(desk, one, published):
    data = {"points": [one.pk], "verdict": "kennisgeving", "reason": "Deze."}
    refused = desk.post("/beheer/consultation/answer/add/", data)
    assert list(refused.context["adminform"].form.errors) == ["correction"]


def test_who_answers_reads_all_equal_points_and_what_was_missing(desk, one, other, secretary, reviewer, published):
    actions.mark_equal(points=[one, other])
    actions.reopen(point=one, reason="Welke kernen?")
    new = desk.get("/beheer/consultation/answer/add/", {"points": one.pk})
    for words in (one.text, other.text, "Welke kernen?"):
        assertContains(new, words)
    answer = write(reviewer, one, correction="De vraag was welke.")
    review = desk.get(reverse("admin:consultation_answer_review", args=[answer.pk]))
    for words in ("Dit is een nieuw antwoord: De vraag was welke.", "Welke kernen?"):
        assertContains(review, words)


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
    assertContains(desk.post(address, {"at_0": "2020-01-01", "at_1": "09:00"}), "Kies een moment dat nog komt")
    assertContains(desk.post(address, {"at_0": "9999-12-31", "at_1": "23:59"}), "Kies een jaar van 2000")
    assert desk.post(address).status_code == 302
    assert Answer.objects.published().count() == 1


def test_an_answer_is_reviewed_on_a_page_that_shows_it(desk, one, secretary, reviewer):
    mine, theirs = write(secretary, one), None
    address = reverse("admin:consultation_answer_review", args=[mine.pk])
    assertContains(desk.get(address), "U schreef dit antwoord zelf.")
    desk.post(address)
    mine.refresh_from_db()
    assert (mine.reviewed_by, theirs) == (None, None)
    Answer.objects.filter(pk=mine.pk).update(drafted_by=reviewer)
    assertContains(desk.get(address), one.text)
    assert desk.get("/beheer/consultation/answer/", {"stand": "na-te-kijken"}).context["cl"].result_count == 1
    assert desk.post(address).status_code == 302
    mine.refresh_from_db()
    assert mine.reviewed_by == secretary


@pytest.mark.parametrize("happened", ["planned", "thrown away"])
def test_who_is_too_late_with_an_answer_gets_their_text_back(desk, one, closed, secretary, reviewer, happened):
    """Also when it happens between the first look at the answer and the last."""
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    data = {"points": [one.pk], "verdict": "niet", "reason": "Wat ik lang bedacht."}
    asked = RequestFactory().post("/", data)
    asked.user = secretary
    form = AnswerAdmin(Answer, admin.site).get_form(asked, answer)(data, instance=answer)
    if happened == "planned":
        actions.publish(consultation=closed, by=secretary, at=timezone.now() + timedelta(hours=2))
        page = desk.post(reverse("admin:consultation_answer_change", args=[answer.pk]), data)
        assertContains(page, NO_DRAFT)
        assertContains(page, "Wat ik lang bedacht.</textarea>")
    else:
        Answer.objects.filter(pk=answer.pk).delete()
    assert form.errors == {"__all__": [NO_DRAFT]}
    assert not Answer.objects.filter(reason="Wat ik lang bedacht.").exists()


def test_what_is_on_the_site_cannot_be_changed_at_the_desk(desk, published):
    address = reverse("admin:consultation_answer_change", args=[published.pk])
    assertContains(desk.get(address), "verandert niet meer")
    before = list(Answer.objects.values_list("verdict", "reason", "published_at"))
    refused = desk.post(address, {"verdict": "niet", "reason": "Anders."})
    assert refused.context["adminform"].form.non_field_errors() == [NO_DRAFT]
    assert list(Answer.objects.values_list("verdict", "reason", "published_at")) == before
    assert desk.post(f"/beheer/consultation/answer/{published.pk}/delete/", {"post": "yes"}).status_code == 403
