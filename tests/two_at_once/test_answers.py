"""Two people at one point or answer: the second waits and finds what the first did."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from consultation import actions
from consultation.actions.publishing import mail_batch
from consultation.actions.redacting import MARK, redact
from consultation.models import Answer, AnswerMail, Point, Reopening
from partners.ground.models import Mail
from tests.answering.writing import write
from tests.two_at_once.racing import Race, race, twice

WORDS = {"kind": "wens", "wording": None, "question": None}
OUT = "[weggehaald: een naam]"
PARTS = [WORDS | {"text": "Het ene."}, WORDS | {"text": "Het andere."}]


@pytest.fixture
def answer(one, secretary):
    return write(secretary, one)


@pytest.fixture
def planned(one, closed, answer, secretary, reviewer):
    actions.review(answer=answer, by=reviewer)
    return actions.publish(consultation=closed, by=secretary, at=timezone.now() + timedelta(days=1))


@pytest.fixture
def published(one, closed, answer, secretary, reviewer):
    actions.review(answer=answer, by=reviewer)
    return actions.publish(consultation=closed, by=secretary)


@race(actions.write_answer)
def test_a_point_gets_one_answer(one, secretary, reviewer):
    first, second = partial(write, secretary, one), partial(write, reviewer, one)
    return Race(first, second, "heeft al een antwoord dat nog niet op de site staat", left=lambda: one_answer(one))


def one_answer(point):
    return point.answers.count() == Answer.objects.count() == 1


@race(actions.review)
def test_an_answer_is_reviewed_once(answer, reviewer):
    return twice(partial(actions.review, answer=answer, by=reviewer), refused="al nagekeken")


@race(actions.write_answer)
def test_an_answer_to_a_part_that_is_just_joined_again_is_refused(one, secretary):
    part, _ = actions.split_point(point=one, parts=PARTS)
    return Race(
        partial(actions.unsplit_point, point=one),
        partial(write, secretary, part),
        "Alleen punten die zijn verstuurd",
        left=lambda: not Answer.objects.exists(),
    )


@race(actions.reopen)
def test_a_point_is_opened_again_once(one, published):
    reopen = partial(actions.reopen, point=one, reason="Wie betaalt dat?")
    return twice(reopen, refused="U hebt dit al eens laten weten", left=lambda: Reopening.objects.count() == 1)


@race(redact)
def test_two_who_take_something_out_of_a_point_both_keep_what_they_found(one, secretary):
    """The second takes out what the first put there; what the sender wrote is kept once, and first."""
    wrote, taken = one.text, {"text": f"{MARK}{one.text[4:]}", "proposal": one.proposal}
    return twice(
        partial(redact, point=one, reason="naam", by=secretary, **taken),
        left=lambda: [row.text for row in one.redactions.order_by("pk")] == [wrote, f"{OUT}{wrote[4:]}"],
    )


@race(actions.merge_points)
def test_a_point_that_is_just_split_is_not_merged_unseen(one, other):
    """It is merged as a whole; its parts stay what they are."""
    return Race(
        partial(actions.split_point, point=other, parts=PARTS),
        partial(actions.merge_points, points=[one, other]),
        left=lambda: other.parts.count() == 2,
    )


@race(actions.unmerge_point)
def test_two_who_take_a_point_out_of_its_equals_do_it_once(one, other):
    actions.merge_points(points=[one, other])
    return twice(
        partial(actions.unmerge_point, point=other), left=lambda: not Point.objects.filter(same_as=one).exists()
    )


@race(actions.split_point)
def test_a_point_is_split_once(one):
    split = partial(actions.split_point, point=one, parts=PARTS)
    return twice(split, refused="al gesplitst", left=lambda: one.parts.count() == 2)


@race(actions.unsplit_point)
def test_a_part_that_is_just_answered_is_not_joined_again(one, secretary):
    part, _ = actions.split_point(point=one, parts=PARTS)
    return Race(
        partial(write, secretary, part),
        partial(actions.unsplit_point, point=one),
        "Een deel heeft al een antwoord",
        left=lambda: one.parts.count() == 2,
    )


@race(actions.withdraw_publication)
def test_a_point_that_is_rewritten_while_its_publication_is_withdrawn_waits(planned, answer, secretary):
    """Who writes on finds the answer free, and who withdraws finds it as it was planned."""

    def rewrite():
        answer.reason = "Toch anders."
        actions.write_answer(answer=answer, points=list(answer.points.all()), wordings=[], by=secretary)

    withdraw = partial(actions.withdraw_publication, publication=planned, by=secretary)
    return Race(withdraw, rewrite, left=lambda: Answer.objects.get().reason == "Toch anders.")


@race(mail_batch, waits=False)
def test_two_workers_write_the_mail_with_answers_once(published):
    """The second passes over what the first is at."""
    rows = list(AnswerMail.objects.select_related("user", "letter"))
    return twice(partial(mail_batch, "raadslid@example.org", rows), gives=0, left=lambda: Mail.objects.count() == 1)
