"""Bringing points together before they are answered: themes, who handles them, equal ones and parts."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from consultation import actions
from consultation.models import (
    Answer,
    AnswerStage,
    InternalNote,
    Letter,
    Point,
    PointKind,
    SenderKind,
    Theme,
)
from partners.models import User
from tests.answering.writing import LIST, stage, twin, write
from tests.filling import press, press_for_chosen
from tests.letters import close, letter


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
    assert actions.merge_points(points=[other, one]) == one
    assert list(Point.objects.similar_to(one)) == []
    answer = write(secretary, other)
    assert set(answer.points.all()) == {one, other}
    assert (stage(one), stage(other), stage(away)) == (AnswerStage.DRAFTED, AnswerStage.DRAFTED, AnswerStage.OPEN)


def test_marking_as_equal_gives_a_draft_that_is_there_to_all(one, other, secretary):
    answer = write(secretary, one)
    actions.merge_points(points=[one, other])
    assert set(answer.points.all()) == {one, other}


def test_an_answer_that_serves_more_points_is_reviewed_anew(one, other, secretary, reviewer):
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    actions.merge_points(points=[one, other], by=reviewer)
    assert stage(other) == AnswerStage.DRAFTED
    assert [(state.act, state.made_by) for state in answer.states.all()] == [
        ("geschreven", secretary),
        ("nagekeken", reviewer),
        ("geldt voor meer gelijke punten", reviewer),
    ]
    actions.merge_points(points=[one, other], by=reviewer)
    assert answer.states.count() == 3


def test_the_list_says_which_points_are_one(desk, one, other, secretary):
    assert "gelijk" not in cells(desk)
    actions.merge_points(points=[one, other])
    shown = cells(desk)
    assert f"(punt {one.pk}, met gelijke punten)" in shown
    assert f"(gelijk aan punt {one.pk})" in shown


def cells(desk):
    return desk.get(LIST).text.partition('id="result_list"')[2].partition("</table>")[0]


def test_what_was_reviewed_is_nobodys_work_any_more_and_still_waits_to_be_public(
    desk, secretary, reviewer, one, other, closed
):
    actions.assign_points(points=[one], handler=secretary, handle_by=timezone.localdate() - timedelta(days=1))
    actions.review(answer=write(secretary, one), by=reviewer)
    counts = [desk.get(LIST, {"werk": work}).context["cl"].result_count for work in ("mijn", "te-laat", "alles")]
    assert counts == [0, 0, 2]
    start = desk.get(reverse("admin:index"))
    assertNotContains(start, "over de datum")
    assertContains(start, "nagekeken antwoord kan op de site")
    actions.publish(consultation=closed, by=secretary, at=timezone.now() + timedelta(days=1))
    assert desk.get(LIST, {"werk": "te-laat"}).context["cl"].result_count == 0
    assertNotContains(desk.get(reverse("admin:index")), "over de datum")


def test_two_drafts_cannot_become_one(one, other, secretary):
    write(secretary, one)
    write(secretary, other)
    with pytest.raises(actions.Refused, match="verschillende antwoorden"):
        actions.merge_points(points=[one, other])


def test_the_leading_point_can_leave_the_others(one, other, closed, council, clerk, wording):
    third = letter(closed, council, clerk, (wording, "Derde.")).points.get()
    actions.merge_points(points=[one, other, third])
    actions.unmerge_point(point=one)
    for point in (one, other, third):
        point.refresh_from_db()
    assert (one.same_as, other.same_as, third.same_as) == (None, None, other)


def test_points_of_two_consultations_are_never_equal(one, version, council, clerk, wording, closed):
    elsewhere = close(type(closed).objects.create(**twin(closed)))
    point = letter(elsewhere, council, clerk, (wording, one.text)).points.get()
    with pytest.raises(actions.Refused, match="één consultatie"):
        actions.merge_points(points=[one, point])
    assert list(Point.objects.similar_to(one)) == []


def test_a_split_point_counts_by_its_parts_and_stays_whole(one, wording):
    parts = [
        {"text": "Noem de kernen.", "kind": PointKind.WISH, "wording": wording, "question": None},
        {"text": "Wie betaalt dit?", "kind": PointKind.QUESTION, "wording": None, "question": None},
    ]
    made = actions.split_point(point=one, parts=parts)
    assert list(Point.objects.counted().order_by("pk")) == made
    assert [part.quoted_text for part in made] == [wording.text, ""]
    one.refresh_from_db()
    assert one.text.startswith("Noem ook de kleine kernen")
    with pytest.raises(actions.Refused, match="al gesplitst"):
        actions.split_point(point=one, parts=parts)
    actions.unsplit_point(point=one)
    assert list(Point.objects.counted()) == [one]


def test_whose_point_it_is_and_who_joined_it_holds_for_each_part(one, other, other_council, wording):
    one.is_minority, one.minority_of, one.adopted_from = True, "een deel van de raad", other
    one.save()
    one.endorsements.create(body=other_council, sender_kind=SenderKind.COUNCIL, decided_on=timezone.localdate())
    parts = [
        {"text": "A", "kind": "wens", "wording": wording, "question": None, "proposal": "Ook in de kernen."},
        {"text": "B", "kind": "wens", "wording": None, "question": None},
    ]
    for part in actions.split_point(point=one, parts=parts):
        assert (part.is_minority, part.minority_of, part.adopted_from) == (True, "een deel van de raad", other)
        assert part.endorsed == [(SenderKind.COUNCIL, 1)]
    assert list(one.parts.order_by("pk").values_list("proposal", flat=True)) == ["Ook in de kernen.", ""]
    actions.unsplit_point(point=one)
    assert one.endorsed == [(SenderKind.COUNCIL, 1)]


def test_what_its_sender_changes_is_one_point_again_and_its_answer_is_reviewed_anew(
    open_consultation, council, councillor, wording, secretary, reviewer
):
    texts = ("Eén.", "Twee.", "Drie.")
    sent = letter(open_consultation, council, councillor, *((wording, text) for text in texts))
    first, second, third = sent.points.order_by("pk")
    parts = [{"text": text, "kind": "wens", "wording": wording, "question": None} for text in ("A", "B")]
    actions.split_point(point=first, parts=parts)
    actions.split_point(point=second, parts=parts)
    answer = actions.review(answer=write(secretary, third), by=reviewer)
    for point, text in ((first, "Eén."), (second, "Anders."), (third, "Ook anders.")):
        actions.change_point(
            letter=sent,
            pk=point.pk,
            by=councillor,
            content={"kind": "wens", "text": text, "proposal": ""},
            opened_at=timezone.now(),
            read=point.fingerprint,
        )
    actions.send(letter=sent, by=councillor, sharing="openbaar")
    assert [point.text for point in Point.objects.counted().order_by("pk")] == ["Anders.", "Ook anders.", "A", "B"]
    assert stage(third) == AnswerStage.DRAFTED
    assert answer.states.last().act == "de afzender wijzigde het punt"
    said = [point["text"] for point in sent.submissions.get().content["points"]]
    assert said == ["Eén.", "Anders.", "Ook anders."]


def test_a_point_with_an_answer_is_not_split_or_joined(one, secretary, wording):
    parts = [{"text": text, "kind": "wens", "wording": wording, "question": None} for text in ("A", "B")]
    made = actions.split_point(point=one, parts=parts)
    write(secretary, made[0])
    with pytest.raises(actions.Refused, match="al een antwoord"):
        actions.unsplit_point(point=one)
    with pytest.raises(actions.Refused, match="al een antwoord"):
        actions.split_point(point=made[0], parts=parts) if not made[0].part_of_id else actions.unsplit_point(point=one)


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
            actions.assign_points(points=[point], handler=User.objects.get(email="secretariaat@example.org"))
        desk.get(LIST)
        with django_assert_max_num_queries(25) as queries:
            assert desk.get(LIST, {"werk": "mijn", "stand": "open"}).context["cl"].result_count == len(costs) * 2 + 1
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_a_split_letter_is_counted_as_it_was_sent(desk, one, wording):
    parts = [{"text": text, "kind": "wens", "wording": wording, "question": None} for text in ("Deel A", "Deel B")]
    actions.split_point(point=one, parts=parts)
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
    actions.assign_points(points=[one], handler=secretary, handle_by=timezone.localdate() - timedelta(days=1))
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
    assertRedirects(press_for_chosen(desk, address, {"action": "tag", "themes": theme.pk, **chosen}), address)
    assert (list(one.themes.all()), list(other.themes.all())) == ([theme], [theme])
    data = {"action": "assign", "apply": "1", "handler": secretary.pk, "handle_by": "2027-02-24", **chosen}
    assertRedirects(press_for_chosen(desk, address, data), address)
    one.refresh_from_db()
    assert (one.handler, f"{one.handle_by:%d-%m-%Y}") == (secretary, "24-02-2027")
    assertRedirects(press_for_chosen(desk, address, {"action": "merge_points", **chosen}), address)
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
    press_for_chosen(desk, LIST, {**chosen, "themes": theme.pk})
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
    assertRedirects(press(desk, similar, {"points": [other.pk]}), address)
    other.refresh_from_db()
    assert other.same_as == one
    assertContains(desk.get(address), other.letter.number)
    assertRedirects(
        press(desk, reverse("admin:consultation_point_unmerge", args=[other.pk])), f"{LIST}{other.pk}/change/"
    )
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
    more = press(desk, address, data | {"more": "1"})
    assertContains(more, '<label for="id_deel2-text">Deel 3, tekst</label>', html=True)
    assertContains(more, "Dit spreekt mij aan.")
    refused = press(desk, address, data | {"apply": "1", "deel0-kind": ""})
    assertContains(refused, "Kies een soort bij een punt over een tekst.")
    assert press(desk, address, data | {"apply": "1"}).status_code == 302
    assert list(one.parts.order_by("pk").values_list("text", "wording", "question")) == [
        ("Noem de kernen.", wording.pk, None),
        ("Dit spreekt mij aan.", None, question.pk),
    ]
    for parts in ("-1", "999", "x", "٣"):
        assert press(desk, address, data | {"parts": parts, "apply": "1"}).status_code in (200, 302, 404)


def test_a_part_may_be_about_the_whole_text_and_an_empty_one_does_not_count(desk, one, wording):
    Point.objects.filter(pk=one.pk).update(proposal="Ook in de kernen.")
    address = reverse("admin:consultation_point_split", args=[one.pk])
    shown = desk.get(address)
    assertContains(shown, "Ook in de kernen.</textarea>", count=1)
    more = desk.post(address, {"parts": "2", "more": "1", "deel0-text": "A", "deel1-text": "B"})
    assert f't{wording.pk}" selected' in more.text.partition("deel2-about")[2]
    data = {"parts": "3", "apply": "1", "deel0-text": "A", "deel0-about": "", "deel1-text": "B"}
    assertContains(
        press(desk, address, data | {"deel1-proposal": "Ook hier."}), "Schrijf dit bij een deel met een tekst"
    )
    assertContains(press(desk, address, data | {"deel1-text": "x" * 20_001}), "Nu zijn het er 20.001.")
    data |= {"deel1-about": f"t{wording.pk}", "deel1-kind": "wens", "deel1-proposal": "Ook hier."}
    data |= {"deel2-about": f"t{wording.pk}", "deel2-kind": "wens"}
    assert press(desk, address, data).status_code == 302
    assert list(one.parts.order_by("pk").values_list("text", "wording", "proposal")) == [
        ("A", None, ""),
        ("B", wording.pk, "Ook hier."),
    ]
