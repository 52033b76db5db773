"""Two people at one letter, or at who may react and who was erased: the second waits and finds what the first did."""

from datetime import date
from functools import partial

import pytest
from django.utils import timezone

from agenda.models import Milestone
from consultation import actions
from consultation.actions.entering import remark_kept, state_of
from consultation.models import Channel, Endorsement, GroupActKind, Letter, LetterState, Point, SenderKind, Sharing
from consultation.senders import senders
from partners.ground import history
from partners.ground.models import Change
from partners.models import User
from regiozwolle.erasing import erase
from regiozwolle.history.restoring import bring_back, put_back
from tests.reacting import WISH, change
from tests.two_at_once.racing import Race, race, twice


@pytest.fixture
def group(fenna, write):
    """A draft of the party group of Fenna and Frits, with one point."""
    return write(fenna, SenderKind.PARTY_GROUP)


@pytest.fixture
def sent_group(fenna, frits, group):
    return actions.send(letter=group, by=fenna, sharing=Sharing.PUBLIC)


def discarding(letter, by):
    return partial(actions.discard, letter=letter, by=by)


def sending(letter, by):
    return partial(actions.send, letter=letter, by=by, sharing=Sharing.PUBLIC, read=letter.as_read)


# Writing


@race(actions.change_point)
def test_what_another_just_wrote_is_not_replaced_unread(group, fenna, frits):
    point = group.points.get()
    say = partial(actions.change_point, letter=group, pk=point.pk, opened_at=timezone.now(), read=point.fingerprint)
    first, second = (partial(say, by=by, content=WISH | {"text": f"Van {by.name}."}) for by in (fenna, frits))
    return Race(first, second, "intussen gewijzigd", left=lambda: group.points.get().text == "Van Fenna.")


@race(actions.remove_point)
def test_a_point_of_what_is_just_sent_goes_out_of_its_changes(group, fenna, frits):
    pk = group.points.get().pk
    return Race(
        sending(group, fenna),
        partial(actions.remove_point, letter=group, pk=pk, by=frits),
        left=lambda: (Letter.objects.get(pk=group.pk).points.count(), Letter.objects.count()) == (1, 2),
    )


@race(actions.save_answers)
def test_two_windows_that_answer_the_questions_begin_one_letter(councillor, open_consultation):
    (sender,) = senders(councillor)[:1]
    answers = {open_consultation.questions.get(): "Het plan."}
    save = partial(
        actions.save_answers,
        author=councillor,
        consultation=open_consultation,
        sender=sender,
        answers=answers,
        opened_at=timezone.now(),
    )
    return twice(save, left=lambda: (Letter.objects.count(), Point.objects.count()) == (1, 1))


@race(actions.begin_changes)
def test_changes_to_what_was_sent_are_begun_once(sent_group):
    begin = partial(actions.begin_changes, letter=sent_group)
    return twice(begin, left=lambda: Letter.objects.filter(revises=sent_group).count() == 1)


@race(actions.adopt)
def test_a_point_is_taken_over_once(group, fenna, frits, send):
    point = send(frits, SenderKind.PERSONAL, text="Dit vind ik zelf.").points.get()
    first, second = (partial(actions.adopt, letter=group, point=point, by=by) for by in (fenna, frits))
    return Race(first, second, left=lambda: group.points.filter(adopted_from=point).count() == 1)


@race(actions.set_minority)
def test_a_point_that_was_just_removed_is_no_minority(group, fenna, frits):
    point = group.points.get()
    return Race(
        partial(actions.remove_point, letter=group, pk=point.pk, by=fenna),
        partial(actions.set_minority, letter=group, point=point, by=frits, is_minority=True, minority_of="een lid"),
        "intussen gewijzigd of ingetrokken",
    )


@race(actions.assent)
def test_nobody_agrees_with_words_that_are_just_changed(group, fenna, frits):
    read_at = group.updated_at.isoformat()
    return Race(
        partial(change, group, fenna, text="Noem vooral het mkb."),
        partial(actions.assent, letter=group, by=frits, read_at=read_at),
        "intussen gewijzigd",
        left=lambda: not group.assents.exists(),
    )


# Sending, taking back and bringing back


@race(actions.withdraw)
def test_a_letter_is_withdrawn_once(sent_group, fenna, frits):
    first, second = (partial(actions.withdraw, letter=sent_group, by=fenna) for _ in range(2))
    return Race(first, second, left=lambda: sent_group.group_acts.filter(act=GroupActKind.WITHDREW).count() == 1)


@race(actions.begin_again)
def test_a_withdrawn_letter_is_begun_again_once(sent, councillor):
    actions.withdraw(letter=sent, by=councillor)
    again = partial(actions.begin_again, letter=sent, by=councillor)
    return twice(again, left=lambda: Letter.objects.get(state=LetterState.DRAFT).points.count() == 1)


@race(actions.discard)
def test_what_is_just_sent_is_not_thrown_away(group, fenna, frits):
    return Race(
        sending(group, fenna),
        discarding(group, frits),
        left=lambda: Letter.objects.get().state == LetterState.SENT,
    )


@race(actions.bring_back)
def test_what_was_thrown_away_is_brought_back_once(group, fenna, frits):
    actions.discard(letter=group, by=fenna)
    first, second = (partial(actions.bring_back, letter=group, by=by) for by in (fenna, frits))
    return Race(first, second, "Dit kan niet meer worden teruggehaald")


@pytest.fixture
def waiting(councillor, clerk, send):
    """A letter of the council that waits for its griffier."""
    return send(councillor, SenderKind.COUNCIL)


@race(actions.confirm)
def test_what_is_just_withdrawn_is_not_confirmed(waiting, clerk):
    return Race(
        partial(actions.withdraw, letter=waiting, by=clerk),
        partial(actions.confirm, letter=waiting, by=clerk, sequence=1),
        "intussen gewijzigd",
    )


@race(actions.send_back)
def test_what_is_just_confirmed_is_not_sent_back(waiting, clerk):
    return Race(
        partial(actions.confirm, letter=waiting, by=clerk, sequence=1),
        partial(actions.send_back, letter=waiting, by=clerk, sequence=1, remark="Anders besloten."),
        "al bevestigd",
    )


# Joining


@pytest.fixture
def shared(outsider, send):
    """A point that the council of Dalfsen shares with others."""
    return send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS).points.get()


@race(actions.endorse)
def test_a_point_is_joined_once(shared, councillor):
    join = partial(actions.endorse, point=shared, by=councillor, sender=senders(councillor)[0])
    return twice(join, left=lambda: Endorsement.objects.count() == 1)


@race(actions.take_back_endorsement)
def test_a_join_is_not_taken_back_across_the_end_of_the_term(shared, councillor, open_consultation):
    sender = senders(councillor)[0]
    joined = actions.endorse(point=shared, by=councillor, sender=sender)

    def close():
        open_consultation.closes_at = timezone.now()
        open_consultation.save()

    take_back = partial(actions.take_back_endorsement, endorsement=joined, sender=sender)
    return Race(close, take_back, "neemt geen reacties meer aan", left=Endorsement.objects.exists)


# What the secretariat types in


@pytest.fixture
def typed_in(open_consultation, council, secretary):
    letter = Letter.objects.create(
        consultation=open_consultation,
        body=council,
        sender_kind=SenderKind.PERSONAL,
        channel=Channel.LETTER,
        sharing=Sharing.PUBLIC,
        received_on=timezone.localdate(),
        entered_by=secretary,
    )
    letter.points.create(question=open_consultation.questions.get(), text="De fiets.")
    return letter


@race(actions.register)
def test_a_letter_is_registered_once(typed_in, secretary):
    register = partial(actions.register, letter=typed_in, by=secretary)
    return twice(register, left=lambda: typed_in.submissions.count() == 1)


@race(actions.correct)
def test_a_registered_letter_is_corrected_in_one_draft(typed_in, secretary):
    letter = actions.register(letter=typed_in, by=secretary)
    correct = partial(actions.correct, letter=letter, by=secretary)
    return twice(correct, left=lambda: Letter.objects.filter(revises=letter).count() == 1)


@race(actions.keep_remark)
def test_a_remark_that_another_window_just_kept_is_not_replaced_unread(typed_in):
    first, second = (
        partial(actions.keep_remark, letter=typed_in, remark=remark, read=state_of("")) for remark in ("Ja.", "Nee.")
    )
    return Race(first, second, "In een ander venster", left=lambda: remark_kept(typed_in) == "Ja.")


# People, and what was


@race(erase)
def test_a_person_who_is_just_erased_is_not_erased_again(councillor):
    return twice(partial(erase, user=councillor), refused="al gewist", left=lambda: not User.objects.exists())


@race(actions.send)
def test_what_somebody_sends_who_is_just_erased_is_told_to_be_gone(councillor, draft):
    return Race(
        partial(erase, user=councillor),
        partial(actions.send, letter=draft, by=councillor, sharing=Sharing.PUBLIC),
        "Deze reactie is er niet meer.",
        left=lambda: not Letter.objects.exists(),
    )


@pytest.fixture
def milestone(deck):
    with history.recorded("gemaakt"):
        stone = Milestone.objects.create(
            title="De start", starts_on=date(2020, 1, 1), date_text="2020", text="Wij beginnen.", source=deck
        )
    rename(stone, "Tweede")
    return stone


def rename(milestone, title):
    with history.recorded("hernoemd"):
        milestone.title = title
        milestone.save()


def newest(milestone):
    return Change.objects.filter(table_name="agenda_milestone", row_id=milestone.pk).first().pk


@race(put_back)
def test_nothing_is_put_back_over_what_is_just_written(milestone):
    pk = newest(milestone)
    back = partial(put_back, thing=milestone, since=pk, read=pk)
    return Race(
        partial(rename, milestone, "Derde"),
        back,
        "intussen iets gewijzigd",
        left=lambda: Milestone.objects.get().title == "Derde",
    )


@race(bring_back)
def test_what_was_deleted_is_brought_back_once(milestone):
    with history.recorded("verwijderd"):
        milestone.delete()
    gone = Change.objects.filter(table_name="agenda_milestone", after__isnull=True).get()
    return twice(partial(bring_back, change=gone), refused="al teruggehaald", left=lambda: Milestone.objects.exists())
