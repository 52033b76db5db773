"""Where points turn: what needs an answer, what says the same, what is taken over, joined and shared."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultation.models import (
    Answer,
    Endorsement,
    Letter,
    Point,
    Reopening,
    SenderKind,
    Sharing,
)
from consultation.models.answering.answer import AnswerStage
from consultation.senders import senders
from tests.letters import letter
from tests.rights.writing import answered, days, drafted, those


@pytest.fixture
def point(open_consultation, council, cast, wording):
    return letter(open_consultation, council, cast["lid"], (wording, "Noem ook het mkb.")).points.get()


def stage(point, at=None):
    return Point.objects.with_stage(at).get(pk=point.pk).stage


def test_each_step_of_an_answer_is_a_stage(point):
    moment = timezone.now() + timedelta(hours=1)
    assert stage(point) == AnswerStage.OPEN
    answer = answered([point], reviewed=False)
    assert stage(point) == AnswerStage.DRAFTED
    Answer.objects.update(reviewed_at=timezone.now())
    assert stage(point) == AnswerStage.REVIEWED
    Answer.objects.update(published_at=moment)
    assert stage(point) == AnswerStage.PLANNED
    assert stage(point, moment - timedelta(seconds=1)) == AnswerStage.PLANNED
    assert stage(point, moment) == AnswerStage.ANSWERED
    assert point in Point.objects.unanswered()
    assert point not in Point.objects.unanswered(moment)
    answer.delete()
    assert stage(point) == AnswerStage.OPEN


def test_once_reopened_only_a_later_answer_settles_it(point):
    reopened_at = timezone.now() - timedelta(hours=2)
    answered([point], reopened_at - timedelta(hours=1))
    assert stage(point) == AnswerStage.ANSWERED
    Reopening.objects.create(point=point, reason="Er ontbreekt iets.", made_at=reopened_at)
    assert stage(point) == AnswerStage.REOPENED
    answered([point], reopened_at)  # at the same moment is not after it
    assert stage(point) == AnswerStage.REOPENED
    answered([point], reopened_at + timedelta(seconds=1))
    assert stage(point) == AnswerStage.ANSWERED


def test_what_was_taken_back_or_does_not_count_needs_no_answer(point):
    assert list(Point.objects.unanswered()) == [point]
    Letter.objects.update(confirmed_at=None)
    assert list(Point.objects.unanswered()) == []


def test_equal_points_are_found_from_any_of_them(open_consultation, council, cast):
    sent = letter(open_consultation, council, cast["lid"], *((None, f"Punt {number}.") for number in range(4)))
    lead, *others, apart = sent.points.order_by("pk")
    Point.objects.filter(pk__in=[one.pk for one in others]).update(same_as=lead)
    for one in (lead, *others):
        one.refresh_from_db()
        assert set(Point.objects.equal_to([one])) == {lead, *others}
    assert set(Point.objects.equal_to([apart])) == {apart}
    assert set(Point.objects.equal_to([apart, others[0]])) == {lead, *others, apart}


def test_similar_points_leave_out_what_is_the_same_and_what_it_was_split_into(
    open_consultation, council, cast, wording
):
    said = "De dorpen rond Zwolle verdienen betere bussen"
    texts = [said, f"{said}.", f"{said}, ook laat", "Iets heel anders over woningen", said]
    first, near, further, different, third = (
        letter(open_consultation, council, cast[who], (wording, text)).points.get()
        for who, text in zip(["lid", "fractiegenoot", "andere fractie", "buur", "niemand"], texts, strict=True)
    )

    def similar(point):
        point.refresh_from_db()
        return list(Point.objects.similar_to(point))

    assert similar(first) == [near, third, further]
    assert [one.similarity for one in Point.objects.similar_to(first)][0] == 1
    assert different not in similar(first)
    Point.objects.filter(pk=third.pk).update(same_as=first)
    assert similar(first) == [near, further]
    assert similar(third) == [near, further]
    Point.objects.filter(pk=near.pk).update(same_as=first)
    assert similar(near) == [further]
    part = near.letter.points.create(text=said, part_of=further)
    assert part not in similar(further)
    assert further not in similar(part)
    sibling = near.letter.points.create(text=said, part_of=further)
    assert sibling not in similar(part)


def test_what_is_said_in_another_consultation_is_not_similar(open_consultation, council, cast, wording):
    first, other = (
        letter(open_consultation, council, cast[who], (wording, "Betere bussen voor de dorpen")).points.get()
        for who in ("lid", "fractiegenoot")
    )
    assert list(Point.objects.similar_to(first)) == [other]
    copy = type(open_consultation).objects.get(pk=open_consultation.pk)
    copy.pk, copy.slug = None, "andere"
    copy.save()
    Letter.objects.filter(pk=other.letter_id).update(consultation=copy)
    assert list(Point.objects.similar_to(first)) == []


def test_a_group_takes_over_from_its_members_and_a_council_from_its_groups_too(
    open_consultation, council, other_council, cast
):
    def said(who, body=council, **fields):
        return letter(open_consultation, body, cast[who], (None, f"Van {who}."), **fields).points.get()

    own, other, neighbour = said("lid"), said("andere fractie"), said("buur", other_council)
    of_group = said("fractiegenoot", sender_kind=SenderKind.PARTY_GROUP, party_group="Stadsbelang")
    group = drafted(open_consultation, council, cast["lid"], SenderKind.PARTY_GROUP, party_group="Anders")
    whole = drafted(open_consultation, council, cast["griffier"], SenderKind.COUNCIL)
    personal = drafted(open_consultation, council, cast["ambtenaar"], SenderKind.PERSONAL)
    assert set(Point.objects.adoptable_in(of_group.letter)) == {own}
    assert set(Point.objects.adoptable_in(group)) == {other}
    assert set(Point.objects.adoptable_in(whole)) == {own, other, of_group}
    assert set(Point.objects.adoptable_in(personal)) == set()
    whole.points.create(text="Overgenomen.", adopted_from=own)
    whole.points.create(text="Zelf bedacht.")
    assert set(Point.objects.adoptable_in(whole)) == {other, of_group}
    taken_over = of_group.letter.points.create(text="Overgenomen.", adopted_from=own)
    assert set(Point.objects.adoptable_in(of_group.letter)) == set()
    Letter.objects.filter(pk=other.letter_id).update(confirmed_at=None)
    assert set(Point.objects.adoptable_in(whole)) == {of_group, taken_over}
    assert neighbour in Point.objects.counted()


@pytest.mark.parametrize(
    ("sharing", "who"),
    [
        (Sharing.OWN, set()),
        (Sharing.COUNCILS, {"wethouder", "buur", "secretariaat"}),
        (Sharing.PUBLIC, {"wethouder", "buur", "secretariaat"}),
    ],
)
def test_points_are_shared_with_other_governments_and_the_secretariat(open_consultation, council, cast, sharing, who):
    point = letter(open_consultation, council, cast["lid"], (None, "Iets."), sharing=sharing).points.get()
    assert those(cast, lambda user: point in Point.objects.shared_with(user)) == who
    cast["buur"].mandates.update(ends_on=days(-1))
    assert those(cast, lambda user: point in Point.objects.shared_with(user)) == who - {"buur"}
    Letter.objects.update(confirmed_at=None)
    assert those(cast, lambda user: point in Point.objects.shared_with(user)) == set()


def test_a_group_joins_as_one_and_of_other_names_each_person_does(point, other_council, cast, join):
    again = join("nog-een", body=other_council, party_group="Stadsbelang")
    other = join("weer-een", body=other_council, party_group="Anders")
    for sender_kind, group in [(SenderKind.PERSONAL, ""), (SenderKind.PARTY_GROUP, "Stadsbelang")]:
        Endorsement.objects.create(
            point=point, body=other_council, sender_kind=sender_kind, party_group=group, author=cast["buur"]
        )

    def joined(user):
        return [Endorsement.objects.of(one).count() for one in senders(user)[:2]]

    assert joined(cast["buur"]) == [1, 1]
    assert joined(again) == [0, 1]
    assert joined(other) == [0, 0]
    assert joined(cast["fractiegenoot"]) == [0, 0]
