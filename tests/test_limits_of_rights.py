"""Where rights turn: the first and last day of a mandate, whose name, which body, and the moment a term ends."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from consultation.models import (
    Answer,
    Channel,
    DiscussionTable,
    Endorsement,
    Letter,
    LetterState,
    Point,
    Reopening,
    SenderKind,
    Sharing,
    Submission,
    TableSession,
    Verdict,
)
from consultation.models.answer import AnswerStage
from consultation.senders import may_take_back, reads_others, sender_of, senders
from partners.models import Body, BodyKind, Capacity, Mandate, User
from tests.letters import letter

TODAY = date(2024, 5, 1)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def days(number):
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def executive(zwolle):
    return Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")


@pytest.fixture
def board(zwolle):
    return Body.objects.create(partner=zwolle, kind=BodyKind.BOARD, name="bestuur")


# Mandates


@pytest.mark.parametrize(
    ("starts", "ends", "is_held"),
    [
        (0, None, True),
        (0, 0, True),
        (-1, 1, True),
        (-9, 0, True),
        (1, None, False),
        (1, 2, False),
        (-9, -1, False),
    ],
)
def test_a_mandate_is_held_on_its_first_and_last_day_too(councillor, starts, ends, is_held):
    councillor.mandates.update(starts_on=days(starts), ends_on=None if ends is None else days(ends))
    assert Mandate.objects.held().exists() is is_held
    assert Mandate.objects.held(timezone.localdate()).exists() is is_held
    assert bool(senders(councillor)) is is_held


def test_a_mandate_is_held_on_the_day_that_is_asked_for(councillor):
    councillor.mandates.update(starts_on=date(2022, 3, 30), ends_on=date(2022, 12, 31))
    held = [Mandate.objects.held(on).exists() for on in (date(2022, 3, 29), date(2022, 3, 30), date(2022, 12, 31))]
    assert held == [False, True, True]
    assert not Mandate.objects.held(date(2023, 1, 1)).exists()
    assert senders(councillor, date(2022, 12, 31))
    assert senders(councillor) == []


@pytest.mark.parametrize("kind", BodyKind)
@pytest.mark.parametrize("capacity", Capacity)
def test_one_acts_only_for_a_body_that_knows_the_capacity(dalfsen, councillor, capacity, kind):
    body = Body.objects.create(partner=dalfsen, kind=kind, name="een orgaan")
    mandate = Mandate(user=councillor, body=body, capacity=capacity, starts_on=TODAY)
    if kind in capacity.body_kinds:
        mandate.full_clean()
    else:
        with pytest.raises(ValidationError) as refused:
            mandate.full_clean()
        assert refused.value.message_dict == {
            "capacity": [f"Bij dit orgaan ({kind.label}) past deze hoedanigheid niet."]
        }


@pytest.mark.parametrize(
    ("capacity", "kind", "may"),
    [
        (Capacity.COUNCILLOR, BodyKind.COUNCIL, True),
        (Capacity.STATES_MEMBER, BodyKind.STATES, True),
        (Capacity.CLERK, BodyKind.COUNCIL, False),
        (Capacity.OFFICER, BodyKind.STATES, False),
        (Capacity.EXECUTIVE, BodyKind.BOARD, False),
    ],
)
def test_only_an_elected_member_has_a_party_group(dalfsen, councillor, capacity, kind, may):
    body = Body.objects.create(partner=dalfsen, kind=kind, name="een orgaan")
    mandate = Mandate(user=councillor, body=body, capacity=capacity, party_group="Groep", starts_on=TODAY)
    if may:
        mandate.full_clean()
    else:
        with pytest.raises(ValidationError) as refused:
            mandate.clean()
        assert refused.value.message_dict == {"party_group": ["Alleen een raadslid of Statenlid heeft een fractie."]}
    mandate.party_group = ""
    mandate.full_clean()


def test_a_mandate_of_which_something_is_missing_is_refused_where_it_is(council, councillor):
    for values, fields in [
        ({"body": None}, ["body"]),
        ({"capacity": ""}, ["capacity"]),
        ({"capacity": "koning", "party_group": "Groep"}, ["capacity"]),
        ({"ends_on": date(2023, 4, 30)}, ["ends_on"]),
    ]:
        known = {"body": council, "capacity": Capacity.OFFICER, "starts_on": date(2023, 5, 1)}
        with pytest.raises(ValidationError) as refused:
            Mandate(user=councillor, **known | values).full_clean()
        assert list(refused.value.message_dict) == fields
    Mandate(user=councillor, **known | {"ends_on": date(2023, 5, 1)}).full_clean()


# In whose name


def named(user, *, on=None):
    return [(one.sender_kind, one.mandate.capacity, one.party_group) for one in senders(user, on)]


def test_in_each_name_once_and_with_the_mandate_that_may_confirm(council, executive, join):
    user = join("dubbel", capacity=Capacity.CLERK)
    for body, capacity, group in [
        (council, Capacity.COUNCILLOR, "Stadsbelang"),
        (council, Capacity.OFFICER, ""),
        (executive, Capacity.OFFICER, ""),
        (executive, Capacity.SECRETARY, ""),
    ]:
        Mandate.objects.create(user=user, body=body, capacity=capacity, party_group=group, starts_on=TODAY)
    assert named(user) == [
        (SenderKind.EXECUTIVE, Capacity.SECRETARY, ""),
        (SenderKind.COUNCIL, Capacity.CLERK, ""),
        (SenderKind.PERSONAL, Capacity.COUNCILLOR, ""),
        (SenderKind.PARTY_GROUP, Capacity.COUNCILLOR, "Stadsbelang"),
    ]


def test_who_confirms_may_join_for_the_body_and_the_others_for_themselves(council, executive, join):
    def rights(user):
        return [(one.sender_kind, one.may_confirm, one.may_endorse) for one in senders(user)]

    assert rights(join("lid", party_group="Stadsbelang")) == [
        (SenderKind.PERSONAL, False, True),
        (SenderKind.PARTY_GROUP, False, True),
        (SenderKind.COUNCIL, False, False),
    ]
    assert rights(join("griffier", capacity=Capacity.CLERK)) == [(SenderKind.COUNCIL, True, True)]
    assert rights(join("ambtenaar", capacity=Capacity.OFFICER)) == [(SenderKind.COUNCIL, False, False)]
    assert rights(join("secretaris", capacity=Capacity.SECRETARY, body=executive)) == [
        (SenderKind.EXECUTIVE, True, True)
    ]
    assert rights(join("wethouder", capacity=Capacity.EXECUTIVE, body=executive)) == [
        (SenderKind.EXECUTIVE, False, False)
    ]


def test_for_an_organisation_nobody_confirms(board, join):
    (sender,) = senders(join("secretaris", capacity=Capacity.SECRETARY, body=board))
    assert (sender.sender_kind, sender.may_confirm, sender.may_endorse) == (SenderKind.PARTNER, False, True)


def test_a_letter_fits_one_name_of_one_body_and_one_group(council, other_council, join):
    personal, group, whole = senders(join("lid", party_group="Stadsbelang"))

    def fitting(**fields):
        written = Letter(**{"body": council, "sender_kind": SenderKind.PARTY_GROUP, "party_group": ""} | fields)
        return [one.sender_kind for one in (personal, group, whole) if one.fits(written)]

    assert fitting(party_group="Stadsbelang") == [SenderKind.PARTY_GROUP]
    assert fitting(party_group="Een andere") == []
    assert fitting(party_group="Stadsbelang", body=other_council) == []
    assert fitting(sender_kind=SenderKind.PERSONAL) == [SenderKind.PERSONAL]
    assert fitting(sender_kind=SenderKind.COUNCIL) == [SenderKind.COUNCIL]
    assert fitting(sender_kind=SenderKind.COUNCIL, body=other_council) == []


def test_one_works_in_a_letter_as_long_as_ones_mandate_lasts(council, councillor):
    written = Letter(body=council, sender_kind=SenderKind.COUNCIL)
    councillor.mandates.update(starts_on=days(-9), ends_on=days(0))
    assert sender_of(councillor, written).sender_kind == SenderKind.COUNCIL
    assert sender_of(councillor, written, days(1)) is None
    assert sender_of(councillor, Letter(body=council, sender_kind=SenderKind.PARTNER)) is None


def test_each_choice_says_what_to_know_before_making_it(council, join):
    personal, group, whole = senders(join("lid", party_group="Stadsbelang"))
    assert personal.explained([]) == f"<span>Voor mijzelf, als raadslid ({council})</span>"
    assert group.explained([]) == f"<span>Namens mijn fractie, Stadsbelang ({council}). U schrijft die samen</span>"
    assert whole.explained([]) == (
        f"<span>Namens de {council}. U schrijft die samen. Versturen kan pas als het besluit is genomen</span>"
    )
    own = Letter(body=council, sender_kind=SenderKind.PERSONAL)
    shared = Letter(body=council, sender_kind=SenderKind.PARTY_GROUP, party_group="Stadsbelang", number="RZ-1")
    assert personal.explained([shared, own]).endswith(". U hebt al een concept</span>")
    assert group.explained([own, shared]).endswith(
        '. Uw groep heeft al reactie <span class="nowrap">RZ-1</span></span>'
    )
    assert "al" not in whole.explained([own, shared]).replace("als", "")


@pytest.mark.parametrize(
    ("kind", "capacity", "reads"),
    [
        (BodyKind.COUNCIL, Capacity.COUNCILLOR, True),
        (BodyKind.STATES, Capacity.STATES_MEMBER, True),
        (BodyKind.EXECUTIVE, Capacity.EXECUTIVE, True),
        (BodyKind.DEPUTIES, Capacity.EXECUTIVE, True),
        (BodyKind.BOARD, Capacity.EXECUTIVE, False),
    ],
)
def test_what_governments_share_is_for_who_acts_for_one_today(dalfsen, join, secretary, kind, capacity, reads):
    user = join("iemand", capacity=capacity, body=Body.objects.create(partner=dalfsen, kind=kind, name="een orgaan"))
    assert reads_others(user) is reads
    user.mandates.update(ends_on=days(-1))
    assert reads_others(user) is False
    assert reads_others(secretary) is True


@pytest.mark.parametrize(
    ("sender_kind", "is_confirmed", "who"),
    [
        (SenderKind.COUNCIL, False, {"lid", "griffier"}),
        (SenderKind.COUNCIL, True, {"griffier"}),
        (SenderKind.PERSONAL, True, {"lid", "griffier"}),
        (SenderKind.PERSONAL, False, {"lid", "griffier"}),
    ],
)
def test_what_counts_for_a_council_only_who_confirms_takes_back(
    open_consultation, council, join, sender_kind, is_confirmed, who
):
    people = [join("lid"), join("griffier", capacity=Capacity.CLERK)]
    sent = letter(open_consultation, council, people[0], sender_kind=sender_kind)
    if not is_confirmed:
        Letter.objects.update(confirmed_at=None)
        sent.refresh_from_db()
    assert {user.email.split("@")[0] for user in people if may_take_back(user, sent)} == who


# Which letters


@pytest.fixture
def cast(council, other_council, executive, board, join, secretary):
    """Everybody who may or may not read or write, by what to call them."""
    return {
        "lid": join("lid", party_group="Stadsbelang"),
        "fractiegenoot": join("fractiegenoot", party_group="Stadsbelang"),
        "andere fractie": join("andere-fractie", party_group="Anders"),
        "griffier": join("griffier", capacity=Capacity.CLERK),
        "ambtenaar": join("ambtenaar", capacity=Capacity.OFFICER),
        "wethouder": join("wethouder", capacity=Capacity.EXECUTIVE, body=executive),
        "buur": join("buur", body=other_council, party_group="Stadsbelang"),
        "bestuurder": join("bestuurder", capacity=Capacity.EXECUTIVE, body=board),
        "niemand": User.objects.create_user("niemand@example.org"),
        "secretariaat": secretary,
    }


COUNCIL = {"lid", "fractiegenoot", "andere fractie", "griffier", "ambtenaar"}
GROUP = {"lid", "fractiegenoot"}


def those(cast, may):
    return {who for who, user in cast.items() if may(user)}


def drafted(consultation, body, author, sender_kind, **fields):
    return Letter.objects.create(
        consultation=consultation,
        body=body,
        author=author,
        sender_kind=sender_kind,
        capacity="raadslid",
        **fields,
    )


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


def answered(points, at=None, *, verdict=Verdict.NOTED, reviewed=True):
    answer = Answer.objects.create(
        verdict=verdict, reason="Daarom.", reviewed_at=timezone.now() if reviewed else None, published_at=at
    )
    answer.points.set(points)
    return answer


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


# Which points


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
    Letter.objects.filter(pk=other.letter_id).update(confirmed_at=None)
    assert set(Point.objects.adoptable_in(whole)) == {of_group}
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


# Who gets in


def test_the_secretariat_may_do_everything_and_an_account_that_is_off_nothing(db):
    def rights(**fields):
        user = User.objects.create_user(f"iemand{User.objects.count()}@example.org", **fields)
        return user.has_perm("partners.change_partner"), user.has_module_perms("partners")

    assert rights(is_staff=True) == (True, True)
    assert rights() == (False, False)
    assert rights(is_staff=True, is_active=False) == (False, False)
    assert rights(is_superuser=True) == (True, True)
    assert rights(is_superuser=True, is_active=False) == (False, False)


def test_who_is_not_of_the_secretariat_is_refused_at_the_desk_or_asked_to_sign_in(client, councillor):
    address = reverse("admin:index")
    login = reverse("admin:login")
    assert client.get(login).url == f"{reverse('account_login')}?next={address}"
    assert client.get(f"{login}?next=/beheer/partners/").url == f"{reverse('account_login')}?next=/beheer/partners/"
    client.force_login(councillor)
    assert client.get(address, follow=True).status_code == 403


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("q=zwolle", 200),
        ("q=%00", 400),
        ("%00=q", 400),
        ("province__id__exact=1", 200),
        ("_to_field=id", 200),
        ("_to_field=hash", 400),
    ],
)
def test_the_desk_refuses_what_no_page_of_ours_sends(client, secretary, zwolle, query, status):
    client.force_login(secretary)
    found = client.get(f"/beheer/partners/partner/?{query}")
    assert (found.status_code == 400) is (status == 400)


@pytest.mark.parametrize(
    ("key", "is_refused"),
    [
        ("1", False),
        ("0", False),
        ("", False),
        ("9" * 18, False),
        ("9" * 19, True),
        ("-1", True),
        ("x", True),
        ("1,2", True),
    ],
)
def test_what_names_a_row_is_a_number_that_could_be_one(client, secretary, zwolle, key, is_refused):
    client.force_login(secretary)
    for address in (f"/beheer/partners/partner/add/?province={key}", f"/beheer/partners/partner/add/?id={key}"):
        assert (client.get(address).status_code == 400) is is_refused
    for name in ("province", "bodies-0-id", "_selected_action"):
        found = client.post("/beheer/partners/partner/add/", {name: key})
        assert (found.status_code == 400) is is_refused, name


def test_several_rows_are_named_with_commas_where_several_may_be(client, secretary, wording, open_consultation):
    client.force_login(secretary)
    for keys, is_refused in [("1,2", False), ("1", False), ("1,x", True), ("1,,2", False)]:
        found = client.get(f"/beheer/consultation/answer/add/?wordings={keys}")
        assert (found.status_code == 400) is is_refused, keys


def test_the_desk_lists_what_comes_in_first(client, secretary):
    client.force_login(secretary)
    apps = client.get("/beheer/").context["app_list"]
    assert [app["app_label"] for app in apps] == ["consultation", "deciding", "agenda", "results", "partners"]
    assert [model["object_name"] for model in apps[0]["models"]][:4] == ["Point", "Answer", "EnteredLetter", "Letter"]
    assert [model["object_name"] for model in apps[1]["models"]][:2] == ["Dossier", "Track"]
    only = client.get("/beheer/deciding/").context["app_list"]
    assert [app["app_label"] for app in only] == ["deciding"]
