"""Writing answers, having them reviewed, and what their senders read and say of them."""

import re
from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from consultation import actions
from consultation.actions.publishing import answers_path
from consultation.admin.answering import AnswerAdmin
from consultation.forms.answering import NO_DRAFT
from consultation.models import (
    Answer,
    AnswerStage,
    Letter,
    Point,
    Reopening,
    Sharing,
    Verdict,
)
from partners.models import User
from tests.answering.writing import LIST, stage, twin, write
from tests.filling import form_on, press
from tests.letters import close, letter


def test_one_answer_never_serves_two_consultations(one, version, council, clerk, wording, closed, secretary):
    elsewhere = close(type(closed).objects.create(**twin(closed)))
    point = letter(elsewhere, council, clerk, (wording, one.text)).points.get()
    with pytest.raises(actions.Refused, match="één consultatie"):
        write(secretary, one, point)


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
    assert stage(one) == AnswerStage.REVIEWED
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
    read = form_on(client.get(address), "_read").dict()
    answer.reason = "Heel anders."
    actions.write_answer(answer=answer, points=[one], wordings=[], by=secretary)
    refused = client.post(address, read)
    assertContains(refused, "Intussen gewijzigd.", status_code=409)
    assertContains(refused, " door: </span>Heel anders", status_code=409)
    assert stage(one) == AnswerStage.DRAFTED
    client.post(address, form_on(refused, "_read").dict())
    assert stage(one) == AnswerStage.REVIEWED


def test_nobody_reviews_what_they_wrote_before_others_changed_it(one, secretary, reviewer):
    answer = write(secretary, one)
    answer.reason = "Anders."
    answer = actions.write_answer(answer=answer, points=[one], wordings=[], by=reviewer)
    for writer in (secretary, reviewer):
        with pytest.raises(actions.Refused, match="Laat een ander dan de schrijver"):
            actions.review(answer=answer, by=writer)
    third = User.objects.create_superuser("derde@example.org")
    assert actions.review(answer=answer, by=third).reviewed_by == third


def test_answers_that_are_reviewed_together_are_each_shown_first(
    client, one, other, closed, council, join, wording, secretary, reviewer
):
    """And those that one wrote oneself stay behind."""
    client.force_login(reviewer)
    points = [one, other, letter(closed, council, join("derde"), (wording, "Iets heel anders.")).points.get()]
    answers = [write(by, point) for by, point in zip([secretary, secretary, reviewer], points, strict=True)]
    for number, answer in enumerate(answers):
        answer.reason = f"Reden {number}."
        actions.write_answer(answer=answer, points=list(answer.points.all()), wordings=[], by=answer.drafted_by)
    chosen = {"action": "review_chosen", "_selected_action": [answer.pk for answer in answers]}
    address = "/beheer/consultation/answer/"
    page = client.post(address, chosen)
    for words in ["Reden 0.", "Reden 1.", points[0].text, "Niet mee"]:
        assertContains(page, words)
    assertNotContains(page, "Reden 2.")
    assert client.post(address, chosen | {"apply": "1"}).status_code == 409  # what was not read
    answers[1].reason = "Nog anders."
    actions.write_answer(answer=answers[1], points=[points[1]], wordings=[], by=secretary)
    form = {**dict(form_on(page, "_read").lists()), "apply": "1"}
    changed = client.post(address, form)
    assertContains(changed, "Nog anders", status_code=409)
    assert Answer.objects.exclude(reviewed_by=None).count() == 0
    assert client.post(address, {**dict(form_on(changed, "_read").lists()), "apply": "1"}).status_code == 302
    assert set(Answer.objects.filter(reviewed_by=reviewer)) == set(answers[:2])


def test_a_change_after_the_review_asks_for_a_new_one(one, secretary, reviewer):
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    answer.reason = "Anders."
    actions.write_answer(answer=answer, points=[one], wordings=[], by=reviewer)
    assert (stage(one), answer.drafted_by) == (AnswerStage.DRAFTED, reviewer)
    assert [(state.act, state.content["reason"]) for state in answer.states.all()] == [
        ("geschreven", "Wij lezen dit."),
        ("nagekeken", "Wij lezen dit."),
        ("gewijzigd", "Anders."),
    ]


def test_who_still_had_an_answer_open_does_not_change_it_once_it_is_planned(one, closed, secretary, reviewer):
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    actions.publish(consultation=closed, by=secretary, at=timezone.now() + timedelta(hours=2))
    assert answer.published_at is None
    answer.reason = "Bij nader inzien."
    with pytest.raises(actions.Refused, match="al gepubliceerd of gepland"):
        actions.write_answer(answer=answer, points=[one], wordings=[], by=secretary)
    kept = Answer.objects.get()
    assert (kept.reason, kept.reviewed_by, stage(one)) == ("Wij lezen dit.", reviewer, AnswerStage.PLANNED)


def test_a_correction_is_a_new_answer_that_says_why(
    published, one, secretary, reviewer, client, mailoutbox, django_capture_on_commit_callbacks
):
    with pytest.raises(actions.Refused, match="Schrijf waarom er een nieuw antwoord komt"):
        write(secretary, one, reason="Beter.")
    actions.review(answer=write(secretary, one, reason="Beter.", correction="Het bedrag klopte niet."), by=reviewer)
    with django_capture_on_commit_callbacks(execute=True):
        actions.publish(consultation=one.letter.consultation, by=secretary)
    words = "Nieuw antwoord: Wij hebben dit gelezen.\n\nWaarom opnieuw: Het bedrag klopte niet.\n\nBeter.\n"
    assert words in mailoutbox[-1].body
    [point] = Point.objects.with_answers()
    assert (point.answer.reason, [old.reason for old in point.earlier_answers]) == ("Beter.", ["Wij lezen dit."])
    page = client.get("/consultaties/conceptagenda/nota/")
    assertContains(page, "Dit is een nieuw antwoord: Het bedrag klopte niet.")
    assertContains(page, "Eerder antwoord")


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
    assert f"Niet volledig beantwoord: {one.letter.number}" in [mail.subject for mail in mailoutbox]
    assert stage(one) == AnswerStage.REOPENED
    again = client.post(address, {"reason": "Nog eens."})
    assert again.status_code == 409
    assertContains(again, "U hebt dit al eens laten weten", status_code=409)
    assertContains(again, "Nog eens.", status_code=409)
    assert Reopening.objects.get().reason == "En de dorpen?"
    actions.review(answer=write(secretary, one, reason="Ook de dorpen."), by=reviewer)
    actions.publish(consultation=one.letter.consultation, by=secretary)
    assert stage(one) == AnswerStage.ANSWERED
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
    one.letter.refresh_from_db()
    path = answers_path(one.letter, signed=True)
    assertContains(client.get(path), "Wij lezen dit.")
    assertContains(client.get(path), '<meta name="robots" content="noindex">')
    assertContains(client.get(f"{path}{one.pk}/"), "Wat is er niet beantwoord?")
    assert client.post(f"{path}{one.pk}/", {"reason": "Meer."}).status_code == 302
    for wrong in ("/antwoorden/onzin/", "/antwoorden/MQ:1abc:def/", f"{path[:-2]}/", "/antwoorden/%00/"):
        assert client.get(wrong).status_code == 404
    for changed in ({"sender_email": "ander@example.org"}, {"sharing": Sharing.OWN}):
        Letter.objects.update(sender_email="brief@example.org", sharing=one.letter.sharing)
        Letter.objects.update(**changed)
        assert client.get(path).status_code == 404, "the link is of who it was mailed to, and of how it was shared then"
    client.force_login(outsider)
    assert client.get(reverse("consultation:answers", args=[one.letter_id])).status_code == 404
    assert client.post(reverse("consultation:reopen", args=[one.letter_id, one.pk])).status_code == 404


def test_an_answer_to_a_point_leads_back_to_the_points_as_they_were_filtered(desk, one):
    page = desk.get(reverse("admin:consultation_point_change", args=[one.pk]), {"_changelist_filters": "werk=alles"})
    [address] = re.findall(r'href="(/beheer/consultation/answer/add/[^"]+)"', page.text)
    data = {"points": [one.pk], "verdict": "kennisgeving", "reason": "Deze."}
    assertRedirects(desk.post(address.replace("&amp;", "&"), data), f"{LIST}?werk=alles")


def test_a_second_answer_asks_at_its_field_why_it_comes(desk, one, published):
    data = {"points": [one.pk], "verdict": "kennisgeving", "reason": "Deze."}
    refused = desk.post("/beheer/consultation/answer/add/", data)
    assert list(refused.context["adminform"].form.errors) == ["correction"]


def test_who_answers_reads_all_equal_points_and_what_was_missing(desk, one, other, secretary, reviewer, published):
    actions.merge_points(points=[one, other])
    actions.reopen(point=one, reason="Welke kernen?")
    new = desk.get("/beheer/consultation/answer/add/", {"points": one.pk})
    for words in (one.text, other.text, "Welke kernen?"):
        assertContains(new, words)
    answer = write(reviewer, one, correction="De vraag was welke.")
    review = desk.get(reverse("admin:consultation_answer_review", args=[answer.pk]))
    for words in ("Dit is een nieuw antwoord: De vraag was welke.", "Welke kernen?"):
        assertContains(review, words)


def test_an_answer_is_reviewed_on_a_page_that_shows_it(desk, one, secretary, reviewer):
    mine, theirs = write(secretary, one), None
    address = reverse("admin:consultation_answer_review", args=[mine.pk])
    assertContains(desk.get(address), "U schreef aan dit antwoord.")
    desk.post(address)
    mine.refresh_from_db()
    assert (mine.reviewed_by, theirs) == (None, None)
    Answer.objects.filter(pk=mine.pk).update(drafted_by=reviewer)
    mine.states.update(made_by=reviewer)
    assertContains(desk.get(address), one.text)
    assert desk.get("/beheer/consultation/answer/", {"stand": "na-te-kijken"}).context["cl"].result_count == 1
    assert press(desk, address).status_code == 302
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


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_begins_a_sentence(verdict):
    assert verdict.sentence.startswith("Wij ")
