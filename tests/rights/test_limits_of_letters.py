"""Where the rights on a letter turn: whose name, which body, and the moment a term ends."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from consultation.models import (
    Answer,
    Channel,
    DiscussionTable,
    Letter,
    LetterState,
    Point,
    SenderKind,
    Sharing,
    Submission,
    TableSession,
)
from partners.models import Body, BodyKind, Capacity, User
from tests.letters import letter
from tests.rights.writing import COUNCIL, GROUP, answered, days, drafted, those

TODAY = date(2024, 5, 1)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("sender_kind", "group", "who"),
    [
        (SenderKind.PERSONAL, "", {"lid"}),
        (SenderKind.PARTY_GROUP, "Stadsbelang", GROUP),
        (SenderKind.COUNCIL, "", COUNCIL),
    ],
)
def test_a_draft_is_read_and_written_by_who_writes_in_that_name(
    open_consultation, council, cast, sender_kind, group, who
):
    draft = drafted(open_consultation, council, cast["lid"], sender_kind, party_group=group)
    assert those(cast, lambda user: draft in Letter.objects.of(user)) == who
    assert those(cast, lambda user: draft in Letter.objects.readable_by(user)) == who
    assert {one.user for one in draft.group} == ({cast[one] for one in who} if sender_kind.is_shared else set())
    Letter.objects.update(channel=Channel.MAIL, received_on=TODAY)
    own = {"lid"} if sender_kind == SenderKind.PERSONAL else set()
    assert those(cast, lambda user: draft in Letter.objects.of(user)) == own


def test_the_writer_of_a_letter_of_a_group_leaves_it_with_the_group(open_consultation, council, cast):
    draft = drafted(open_consultation, council, cast["lid"], SenderKind.PARTY_GROUP, party_group="Stadsbelang")
    cast["lid"].mandates.update(ends_on=days(-1))
    assert those(cast, lambda user: draft in Letter.objects.of(user)) == {"fractiegenoot"}
    assert [one.user for one in draft.group] == [cast["fractiegenoot"]]
    User.objects.filter(pk=cast["fractiegenoot"].pk).update(is_active=False)
    assert list(draft.group) == []


def test_changes_under_way_come_with_their_letter_and_not_beside_it(open_consultation, council, cast):
    sent = letter(open_consultation, council, cast["lid"])
    changes = drafted(open_consultation, council, cast["lid"], SenderKind.PERSONAL, revises=sent)
    assert list(Letter.objects.of(cast["lid"])) == [sent]
    assert list(Letter.objects.readable_by(cast["lid"])) == [sent]
    assert list(Letter.objects.readable_by(cast["secretariaat"])) == [sent]
    assert (sent.draft, changes.draft, sent.original, changes.original) == (changes, changes, sent, sent)
    other = letter(open_consultation, council, cast["fractiegenoot"])
    assert (other.draft, other.original) == (None, other)


@pytest.mark.parametrize(
    ("sharing", "is_confirmed", "who"),
    [
        (Sharing.OWN, True, COUNCIL | {"secretariaat"}),
        (Sharing.COUNCILS, True, COUNCIL | {"wethouder", "buur", "secretariaat"}),
        (Sharing.PUBLIC, True, COUNCIL | {"wethouder", "buur", "secretariaat"}),
        (Sharing.PUBLIC, False, {"lid", "secretariaat"}),
        (Sharing.COUNCILS, False, {"lid", "secretariaat"}),
    ],
)
def test_while_it_runs_what_was_sent_is_read_by_whom_its_sender_chose(
    open_consultation, council, cast, sharing, is_confirmed, who
):
    sent = letter(open_consultation, council, cast["lid"], sharing=sharing)
    if not is_confirmed:
        Letter.objects.update(confirmed_at=None)
    assert those(cast, lambda user: sent in Letter.objects.readable_by(user)) == who


@pytest.mark.parametrize("sharing", Sharing)
def test_everyone_reads_what_is_shared_with_all_from_the_moment_it_closes(
    client, open_consultation, council, cast, sharing
):
    anonymous = client.get("/").wsgi_request.user
    sent = letter(open_consultation, council, cast["lid"], (None, "Iets."), sharing=sharing)
    closes_at = open_consultation.closes_at
    for at, is_public in [
        (closes_at - timedelta(seconds=1), False),
        (closes_at, sharing == Sharing.PUBLIC),
        (closes_at + timedelta(days=1), sharing == Sharing.PUBLIC),
    ]:
        assert (sent in Letter.objects.public(at)) is is_public
        assert Point.objects.public(at).exists() is is_public
        for user in (anonymous, cast["niemand"]):
            assert (sent in Letter.objects.readable_by(user, at)) is is_public
    assert sent not in Letter.objects.readable_by(anonymous)
    open_consultation.closes_at = timezone.now()
    open_consultation.save()
    assert (sent in Letter.objects.readable_by(anonymous)) is (sharing == Sharing.PUBLIC)


def test_changes_of_what_everyone_reads_are_read_by_nobody_else(client, open_consultation, council, cast):
    sent = letter(open_consultation, council, cast["lid"])
    drafted(open_consultation, council, cast["lid"], SenderKind.PERSONAL, revises=sent)
    after = open_consultation.closes_at
    for user in (client.get("/").wsgi_request.user, cast["niemand"], cast["buur"], cast["secretariaat"]):
        assert list(Letter.objects.readable_by(user, after)) == [sent]


def test_what_was_withdrawn_only_its_writer_reads(client, open_consultation, council, cast):
    sent = letter(open_consultation, council, cast["lid"])
    Letter.objects.update(state=LetterState.WITHDRAWN)
    after = open_consultation.closes_at
    assert those(cast, lambda user: sent in Letter.objects.readable_by(user, after)) == {"lid"}
    assert not Letter.objects.standing().exists()
    assert not Letter.objects.counted().exists()
    assert not Letter.objects.left_out().exists()


@pytest.mark.parametrize(
    ("kind", "capacity", "sender_kind"),
    [
        (BodyKind.COUNCIL, Capacity.CLERK, SenderKind.COUNCIL),
        (BodyKind.EXECUTIVE, Capacity.SECRETARY, SenderKind.EXECUTIVE),
    ],
)
def test_what_waits_waits_for_who_confirms_for_that_body(
    open_consultation, overijssel, dalfsen, join, kind, capacity, sender_kind
):
    body, other = (Body.objects.create(partner=one, kind=kind, name=str(one)) for one in (overijssel, dalfsen))
    mine, officer = join("a", capacity=capacity, body=body), join("b", capacity=Capacity.OFFICER, body=body)
    elsewhere = join("c", capacity=capacity, body=other)
    sent = letter(open_consultation, body, officer, sender_kind=sender_kind)

    def waits_for():
        return [sent in Letter.objects.waiting_for(user) for user in (mine, officer, elsewhere)]

    assert waits_for() == [False, False, False]
    assert not sent.waits
    Letter.objects.update(confirmed_at=None)
    sent.refresh_from_db()
    assert waits_for() == [True, False, False]
    assert sent.waits
    assert list(Letter.objects.left_out()) == [sent]
    assert [one.user for one in sent.confirmers] == [mine]
    assert sent.confirming_capacity == capacity.label
    mine.mandates.update(ends_on=days(-1))
    assert waits_for() == [False, False, False]
    assert list(sent.confirmers) == []
    mine.mandates.update(ends_on=days(0))
    assert waits_for() == [True, False, False]
    User.objects.filter(pk=mine.pk).update(is_active=False)
    assert list(sent.confirmers) == []
    Letter.objects.update(returned_at=timezone.now())
    sent.refresh_from_db()
    assert waits_for() == [False, False, False]
    assert not sent.waits
    assert not Letter.objects.left_out().exists()


def test_a_draft_waits_for_nobody_and_what_came_by_mail_is_left_out_until_it_is_registered(
    open_consultation, council, cast
):
    drafts = [
        drafted(open_consultation, council, cast["griffier"], SenderKind.COUNCIL),
        drafted(open_consultation, council, cast["lid"], SenderKind.PERSONAL, channel=Channel.MAIL),
    ]
    assert not Letter.objects.waiting_for(cast["griffier"]).exists()
    assert not any(draft.waits for draft in drafts)
    assert list(Letter.objects.left_out()) == [drafts[1]]
    assert set(Letter.objects.standing()) == set(drafts)
    assert not Letter.objects.sent().exists()


def test_only_a_letter_that_follows_a_decision_has_somebody_to_confirm_it(open_consultation, council, cast):
    personal = letter(open_consultation, council, cast["lid"])
    assert (list(personal.confirmers), personal.confirming_capacity, personal.asks_for_decision) == ([], "", False)
    assert not personal.is_shared
    whole = letter(open_consultation, council, cast["lid"], sender_kind=SenderKind.COUNCIL)
    assert whole.asks_for_decision
    assert whole.is_shared


def test_a_letter_names_its_sender_and_never_the_person(open_consultation, council, board, cast):
    def names(**fields):
        one = Letter(body=council, capacity="raadslid", **fields)
        return one.sender, one.in_name_of

    assert names(sender_kind=SenderKind.PERSONAL) == (f"een raadslid, {council}", f"als raadslid van de {council}")
    assert names(sender_kind=SenderKind.PARTY_GROUP, party_group="Groep") == (
        f"fractie Groep, {council}",
        f"namens de fractie Groep in de {council}",
    )
    assert names(sender_kind=SenderKind.COUNCIL) == (str(council), f"namens de {council}")
    partner = Letter(body=board, sender_kind=SenderKind.PARTNER)
    assert (partner.sender, partner.in_name_of) == ("Zwolle", "namens de organisatie Zwolle")
    session = TableSession(consultation=open_consultation, title="Avond in Zwolle")
    table = DiscussionTable(session=session, number=3)
    at_table = Letter(sender_kind=SenderKind.TABLE, table=table)
    assert (at_table.sender, at_table.in_name_of) == ("tafel 3, Avond in Zwolle", "aan tafel 3, Avond in Zwolle")


def test_a_letter_came_in_when_it_was_sent_or_as_it_was_typed(council):
    sent = Letter(body=council, sent_at=datetime(2024, 4, 30, 22, 30, tzinfo=UTC))  # half past twelve at night here
    assert (sent.received, plain(sent.signature)) == (date(2024, 5, 1), "1 mei 2024")
    typed = Letter(body=council, sent_at=sent.sent_at, received_on=date(2024, 4, 2), signed_name="J. Jansen")
    assert (typed.received, plain(typed.signature)) == (date(2024, 4, 2), "J. Jansen, 2 april 2024")


def test_a_letter_was_first_sent_earlier_only_once_it_was_sent_again(open_consultation, council, cast):
    sent = letter(open_consultation, council, cast["lid"])
    moments = [timezone.now() - timedelta(hours=hours) for hours in (3, 2, 1)]
    assert sent.first_sent_at is None
    for sequence, moment in enumerate(moments, start=1):
        Submission.objects.create(letter=sent, sequence=sequence, sent_at=moment, content={})
        assert sent.first_sent_at == (None if sequence == 1 else moments[0])


def test_a_letter_can_be_changed_until_the_term_of_its_draft_is_over(open_consultation, council, cast):
    opens, closes = open_consultation.opens_at, open_consultation.closes_at
    sent = letter(open_consultation, council, cast["lid"])
    assert sent.can_change()
    assert sent.can_change(opens)
    assert sent.can_change(closes - timedelta(seconds=1))
    assert sent.can_change(open_consultation.grace_ends_at - timedelta(seconds=1))
    assert not sent.can_change(open_consultation.grace_ends_at)
    changes = drafted(open_consultation, council, cast["lid"], SenderKind.PERSONAL, revises=sent, created_at=closes)
    assert sent.can_change(closes - timedelta(seconds=1))
    assert not sent.can_change(closes)
    assert not changes.can_change(closes)
    assert sent.deadline == open_consultation.deadline_in_time
    assert sent.deadline != open_consultation.deadline
    sent.state = LetterState.WITHDRAWN
    assert not sent.can_change()
    assert sent.deadline == open_consultation.deadline


def test_the_points_of_a_letter_are_counted_as_they_were_written(open_consultation, council, cast):
    sent = letter(open_consultation, council, cast["lid"], (None, "Een."), (None, "Twee."))
    first, second = sent.points.order_by("pk")
    for _ in range(2):
        sent.points.create(text="Deel.", part_of=first)
    assert Letter.objects.with_point_count().get().point_count == 2
    assert set(Point.objects.whole()) == {first, second}
    assert set(Point.objects.counted()) == {second, *first.parts.all()}


def test_a_letter_is_answered_from_the_moment_an_answer_is_on_the_site(open_consultation, council, cast):
    sent = letter(open_consultation, council, cast["lid"], (None, "Een."))
    other = letter(open_consultation, council, cast["fractiegenoot"], (None, "Twee."))
    moment = timezone.now() + timedelta(hours=1)
    answered(sent.points.all(), moment)

    def found(at=None):
        return {one.pk: one.is_answered for one in Letter.objects.with_answered(at)}

    assert found() == {sent.pk: False, other.pk: False}
    assert found(moment - timedelta(seconds=1)) == {sent.pk: False, other.pk: False}
    assert found(moment) == {sent.pk: True, other.pk: False}
    Answer.objects.update(published_at=timezone.now())
    assert found() == {sent.pk: True, other.pk: False}
