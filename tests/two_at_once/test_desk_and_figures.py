"""Two people at one version, figure, report, dossier, invitation or table: the second waits and finds what was done."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from agenda import actions as agenda
from agenda.models import Participation
from consultation import actions
from consultation.actions.reminding import remind_one
from consultation.deciding.actions import open_tracks
from consultation.deciding.actions import remind as remind_of_commitments
from consultation.deciding.alike.acts import exclude, judge
from consultation.deciding.alike.deviations import DossierComparison
from consultation.deciding.joining.acts import refuse_to_take_over, take_over
from consultation.deciding.joining.models import RefusedParticipation
from consultation.deciding.joining.proposals import proposals
from consultation.deciding.models import (
    Commitment,
    Decision,
    Dossier,
    Exclusion,
    Likeness,
    LikenessJudgement,
    Outcome,
    Paper,
    Track,
)
from consultation.deciding.papers.acts import put_version
from consultation.models import Invitation, Point, Reminder, TableSession
from partners.ground.desk import publishing
from partners.ground.models import Mail
from partners.models import Partner, Role, User
from regiozwolle.models import WeeklyMail, WeeklyReader
from regiozwolle.reports.freezing import freeze
from regiozwolle.weekly import writing as weekly
from regiozwolle.weekly.edition import Edition
from regiozwolle.weekly.readers import Recipient
from results.actions import confirmations, corrections, late
from results.actions.four_eyes import lay_before
from results.models import ConfirmationRequest, LateReminder, Owner, Proposal, ProposalKind, Report
from tests.deciding import component_of
from tests.two_at_once.racing import Race, race, twice

# The agenda


@pytest.fixture
def next_draft(version, wording):
    return agenda.draft_next(version=version)


@race(agenda.publish)
def test_of_two_who_publish_a_version_one_does(next_draft):
    return twice(partial(agenda.publish, version=next_draft), refused="staat al op de site")


@race(agenda.unschedule)
def test_a_version_that_is_just_published_is_not_taken_off_the_plan(next_draft):
    agenda.publish(version=next_draft, at=timezone.now() + timedelta(days=1))
    return Race(
        partial(agenda.publish, version=next_draft), partial(agenda.unschedule, version=next_draft), "blijft daar"
    )


@race(agenda.discard)
def test_a_version_that_is_just_published_is_not_thrown_away(next_draft):
    return Race(
        partial(agenda.publish, version=next_draft), partial(agenda.discard, version=next_draft), "staat op de site"
    )


# What is a concept, and what is on the site


@pytest.fixture
def newcomer():
    return Partner.objects.create(slug="nieuw", name="Nieuw", kind="kennis", public_from=None)


@race(publishing.publish)
def test_two_who_make_a_thing_public_do_it_once(newcomer):
    first, second = timezone.now() - timedelta(days=2), timezone.now() - timedelta(days=1)
    return Race(
        partial(publishing.publish, thing=newcomer, public_from=first),
        partial(publishing.publish, thing=newcomer, public_from=second),
        left=lambda: Partner.objects.get(slug="nieuw").public_from == first,
    )


@race(publishing.withdraw)
def test_who_takes_a_thing_off_the_plan_finds_it_on_the_site(newcomer):
    publishing.publish(thing=newcomer, public_from=timezone.now() + timedelta(days=1))
    return Race(
        partial(publishing.publish, thing=newcomer),
        partial(publishing.withdraw, thing=newcomer),
        left=lambda: Partner.objects.get(slug="nieuw").public_until is not None,
    )


# Figures and reports


@pytest.fixture
def asked(zwolle, helped):
    owner = Owner.objects.create(partner=zwolle, role="adviseur", email="adviseur@example.org")
    helped.owner = owner
    helped.save()
    confirmations.ask_owners()
    return ConfirmationRequest.objects.get()


def proposed(asked, helped):
    measurement = helped.measurements.first()
    return Proposal(
        confirmation_request=asked,
        indicator=helped,
        measurement=measurement,
        kind=ProposalKind.CORRECTION,
        value=4600,
        note="Geteld.",
    )


@pytest.fixture
def proposal(asked, helped):
    (proposal,) = confirmations.receive(confirmation_request=asked, proposals=[proposed(asked, helped)])
    return proposal


@race(confirmations.ask)
def test_an_owner_is_asked_once(asked):
    ConfirmationRequest.objects.update(sent_at=None)
    Mail.objects.all().delete()
    ask = partial(confirmations.ask, owner=asked.owner, quarter=asked.quarter_on)
    return twice(ask, gives=False, left=lambda: Mail.objects.count() == 1)


@race(late.remind)
def test_an_owner_is_reminded_once(asked, helped):
    LateReminder.objects.all().delete()
    Mail.objects.all().delete()
    remind = partial(late.remind, owner=asked.owner, figures=[helped.pk], today=timezone.localdate())
    return twice(remind, gives=False, left=lambda: Mail.objects.count() == 1)


@race(confirmations.receive)
def test_what_is_just_judged_is_not_replaced_by_what_comes_in(asked, proposal, helped, secretary):
    again = partial(confirmations.receive, confirmation_request=asked, proposals=[proposed(asked, helped)])
    judged = partial(confirmations.approve, proposal=proposal, by=secretary)
    return Race(judged, again, gives=[], left=lambda: Proposal.objects.get().judged_by == secretary)


@race(confirmations.approve)
def test_a_proposal_is_carried_out_once(proposal, secretary):
    return twice(partial(confirmations.approve, proposal=proposal, by=secretary), refused="is al overgenomen")


@race(confirmations.reject)
def test_what_is_just_approved_is_not_laid_aside(proposal, secretary):
    approve = partial(confirmations.approve, proposal=proposal, by=secretary)
    return Race(approve, partial(confirmations.reject, proposal=proposal, by=secretary), "is al overgenomen")


def entered_by(anna, helped):
    measurement = helped.measurements.first()
    measurement.value = 4600
    return lay_before(row=measurement, by=anna, reason="Geteld.")


@pytest.fixture
def anna(db):
    return User.objects.create_user("anna@example.org", role=Role.EDITOR)


@race(confirmations.approve)
def test_of_two_colleagues_who_judge_a_value_the_first_does(helped, anna, secretary):
    entered = entered_by(anna, helped)
    bert = User.objects.create_user("bert@example.org", role=Role.EDITOR)
    back = partial(confirmations.reject, proposal=entered, by=bert, reason="Nee.")
    approve = partial(confirmations.approve, proposal=entered, by=secretary)
    return Race(approve, back, "is al overgenomen", left=lambda: helped.measurements.first().value == 4600)


@race(confirmations.take_back)
def test_what_its_writer_takes_back_is_not_put_on_the_site(helped, anna, secretary):
    entered = entered_by(anna, helped)
    approve = partial(confirmations.approve, proposal=entered, by=secretary)
    back = partial(confirmations.take_back, proposal=entered, by=anna)
    return Race(back, approve, "is al ingetrokken", left=lambda: helped.measurements.first().value == 4500)


@race(corrections.correct)
def test_a_value_is_put_right_once(helped):
    measurement = helped.measurements.first()
    right = partial(corrections.correct, measurement=measurement, qualifier="", value=4600, reason="Geteld.")
    return twice(right, refused="dezelfde als de oude")


@race(freeze)
def test_a_report_is_frozen_once(db):
    report = Report.objects.create(slug="2022", title="2022", starts_on=date(2022, 1, 1), ends_on=date(2022, 12, 31))
    return twice(partial(freeze, report=report, content={"sections": []}), refused="al vastgelegd")


# Deciding


@race(open_tracks)
def test_a_body_gets_one_track(council):
    dossier = Dossier.objects.create(slug="agenda", title="Strategische agenda", summary="De agenda.")
    return twice(partial(open_tracks, dossier=dossier), gives=0, left=lambda: Track.objects.count() == 1)


@race(put_version)
def test_of_two_who_put_a_first_file_the_second_is_asked_what_is_different():
    dossier = Dossier.objects.create(slug="agenda", title="Strategische agenda", summary="De agenda.")
    paper = Paper.objects.create(dossier=dossier, title="Nota")
    puts = []
    for content in (b"een", b"twee"):
        upload = ContentFile(content, name="nota.pdf")
        upload.content_type = "application/pdf"
        puts.append(partial(put_version, paper=paper, upload=upload))
    return Race(*puts, "wat er anders is dan in versie 1", left=lambda: paper.versions.count() == 1)


@pytest.fixture
def conditions(council, other_council, deck):
    """Two bodies that agreed to a dossier, each with a condition."""
    dossier = Dossier.objects.create(slug="agenda", title="Strategische agenda", summary="De agenda.")
    decided = {"outcome": Outcome.CONDITION, "condition": "Mits.", "decided_on": date(2024, 3, 4), "source": deck}
    tracks = [Track.objects.create(dossier=dossier, body=body) for body in (council, other_council)]
    return [Decision.objects.create(track=track, **decided) for track in tracks]


@race(exclude)
def test_two_conditions_are_marked_once(conditions):
    mark = partial(exclude, decisions=conditions, reason="Het een sluit het ander uit.")
    return twice(mark, refused="al aangemerkt", left=lambda: Exclusion.objects.count() == 1)


@race(judge)
def test_of_two_who_judge_a_deviation_the_last_word_stands(conditions):
    dossier = Dossier.objects.with_board().get()
    [deviation] = DossierComparison(dossier).deviations
    judges = [
        partial(judge, dossier=dossier, deviation=deviation, verdict=verdict, reason="Omdat.") for verdict in Likeness
    ]
    return Race(*judges, left=lambda: [one.verdict for one in LikenessJudgement.objects.all()] == [Likeness.DIFFERENT])


@pytest.fixture
def joining(council, goal, version, deck):
    """What a council decided on a goal, which is not said of its partner."""
    dossier = Dossier.objects.create(slug="agenda", title="Strategische agenda", summary="De agenda.", version=version)
    track = Track.objects.create(dossier=dossier, body=council)
    component = component_of(dossier, goal)
    Decision.objects.create(
        track=track, component=component, outcome=Outcome.AGREED, decided_on=date(2024, 3, 4), source=deck
    )
    return proposals()[0]


@race(take_over)
def test_a_participation_is_taken_over_once(joining):
    take = partial(take_over, proposal=joining, starts_on=date(2024, 3, 4))
    return twice(take, refused="Deze deelname is er al", left=lambda: Participation.objects.count() == 1)


@race(refuse_to_take_over)
def test_a_proposed_participation_is_refused_once(joining):
    refuse = partial(refuse_to_take_over, proposal=joining, reason="Omdat.")
    return twice(refuse, refused="al geweigerd", left=lambda: RefusedParticipation.objects.count() == 1)


# Inviting, reminding and tables


@race(actions.invite)
def test_a_body_is_invited_once_and_its_griffier_mailed_once(open_consultation, clerk):
    invite = partial(actions.invite, consultation=open_consultation)
    return twice(invite, gives=(0, 0), left=lambda: (Invitation.objects.count(), Mail.objects.count()) == (1, 1))


@race(actions.set_invitation)
def test_the_last_answer_to_an_invitation_stands_whole(open_consultation, council):
    invitation = Invitation.objects.create(consultation=open_consultation, body=council)
    day = timezone.localdate() + timedelta(days=1)
    return Race(
        partial(actions.set_invitation, invitation=invitation, declines=True),
        partial(actions.set_invitation, invitation=invitation, handles_on=day),
        left=lambda: Invitation.objects.filter(declined_on=None, handles_on=day).exists(),
    )


@race(remind_one)
def test_somebody_is_reminded_once(open_consultation, councillor):
    remind = partial(remind_one, consultation=open_consultation, user=councillor)
    return twice(remind, gives=False, left=lambda: (Reminder.objects.count(), Mail.objects.count()) == (1, 1))


@race(remind_of_commitments)
def test_the_secretariat_is_reminded_of_a_commitment_once(council, deck):
    dossier = Dossier.objects.create(slug="regioplan", title="Regioplan", summary="Kort.")
    track = Track.objects.create(dossier=dossier, body=council)
    day = date(2026, 6, 1)
    promise = Commitment.objects.create(track=track, text="Een overzicht.", made_on=day, due_on=day, source=deck)
    return twice(
        partial(remind_of_commitments, commitments=[promise.pk], today=day),
        gives=0,
        left=lambda: Mail.objects.count() == 1,
    )


@pytest.fixture
def edition(clerk, council):
    WeeklyReader.objects.create(user=clerk)
    recipient = Recipient(bodies=(council,), capacity="griffier", user=clerk)
    return Edition(recipient=recipient, questions=[], is_fresh=True, news=[], days=[], told={})


@race(weekly.write)
def test_two_workers_write_one_weekly_mail(edition):
    write = partial(weekly.write, recipient=edition.recipient, edition=edition, week=date(2027, 6, 7))
    return twice(write, gives=False, left=lambda: (WeeklyMail.objects.count(), Mail.objects.count()) == (1, 1))


@pytest.fixture
def session(open_consultation):
    now = timezone.now()
    moments = {"opens_at": now - timedelta(hours=1), "closes_at": now + timedelta(hours=1)}
    return TableSession.objects.create(consultation=open_consultation, title="Tafels", place="Stadhuis", **moments)


@race(actions.set_up_tables)
def test_tables_get_each_number_once(session):
    return twice(partial(actions.set_up_tables, session=session, count=2), gives=0)


@race(actions.report)
def test_the_second_phone_at_a_table_reads_what_the_first_wrote(session):
    actions.set_up_tables(session=session, count=1)
    table = session.tables.get()
    read = {None: Point().fingerprint}
    say = partial(actions.report, table=table, attendance=None, read=read)
    first, second = ({None: text} for text in ("Groen.", "Blauw."))
    return Race(
        partial(say, answers=first),
        partial(say, answers=second),
        "intussen",
        left=lambda: Point.objects.get().text == "Groen.",
    )
