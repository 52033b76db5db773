"""A value that cannot be true is refused at its field: of every day, moment and number of every model it is decided."""

from datetime import date, datetime, time, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from consultation.deciding.models import Decision
from consultation.models import Consultation, TableSession
from results.models import Indicator, Measurement, Override, PhaseKind, Project, Target
from results.sheets import unlikely
from tests.everything import everything as everything
from tests.filling import form_on, send

APPS = ["partners", "agenda", "results", "consultation", "deciding", "meetings"]

# A day or year that cannot lie in 1800 or in 3000, as the database knows too.
BELIEVABLE = "believable"
# As that, and it has been: nothing of a day to come is known.
PAST = "past"
# As that, and it is still to come when somebody fills it in.
COMING = "coming"
# A number that the database holds to its bounds; "0" is refused at the field.
NOT_0 = "not 0"

DECIDED = {
    "partners.Population.reference_on": PAST,
    "partners.Population.count": NOT_0,
    "partners.Term.first_year": BELIEVABLE,
    "partners.Term.last_year": BELIEVABLE,
    "partners.Term.starts_on": BELIEVABLE,
    "partners.Term.seats": NOT_0,
    "partners.Sitting.held_on": BELIEVABLE,
    "partners.Sitting.papers_by": BELIEVABLE,
    "partners.Recess.starts_on": BELIEVABLE,
    "partners.Recess.ends_on": BELIEVABLE,
    "partners.Source.published_on": PAST,
    "partners.Source.consulted_on": PAST,
    "partners.Partner.joined_on": BELIEVABLE,
    "partners.Partner.left_on": BELIEVABLE,
    "partners.Partner.almanac_number": NOT_0,
    "partners.ContactPoint.consented_on": PAST,
    "partners.ContactPoint.until": BELIEVABLE,
    "partners.Mandate.starts_on": BELIEVABLE,
    "partners.Mandate.ends_on": BELIEVABLE,
    "partners.AccountInvitation.ends_on": BELIEVABLE,
    "agenda.Agenda.first_year": BELIEVABLE,
    "agenda.Agenda.last_year": BELIEVABLE,
    "agenda.Version.dated_on": BELIEVABLE,
    "agenda.Milestone.starts_on": BELIEVABLE,
    "agenda.Milestone.ends_on": BELIEVABLE,
    "agenda.Action.starts_on": BELIEVABLE,
    "agenda.Action.due_on": BELIEVABLE,
    "agenda.Participation.starts_on": BELIEVABLE,
    "agenda.Participation.ends_on": BELIEVABLE,
    "results.Measurement.reference_on": PAST,
    "results.Measurement.reference_until": BELIEVABLE,
    "results.Measurement.checked_on": PAST,
    "results.Target.due_on": BELIEVABLE,
    "results.Target.baseline_on": PAST,
    "results.AgreedMeasure.agreed_on": PAST,
    "results.AgreedMeasure.due_on": BELIEVABLE,
    "results.GoalWeight.weight": NOT_0,
    "results.Override.starts_on": BELIEVABLE,
    "results.Override.ends_on": COMING,
    "results.Report.starts_on": BELIEVABLE,
    "results.Report.ends_on": BELIEVABLE,
    "results.Programme.starts_on": BELIEVABLE,
    "results.Programme.ends_on": BELIEVABLE,
    "results.ProjectPhase.starts_on": BELIEVABLE,
    "results.ProjectPhase.ends_on": BELIEVABLE,
    "results.Proposal.reference_on": PAST,
    "results.Tariff.year": BELIEVABLE,
    "results.Tariff.inhabitants_on": BELIEVABLE,
    "results.Funding.year": BELIEVABLE,
    "results.Funding.reference_on": PAST,
    "results.Indicator.next_expected_on": COMING,
    "results.Indicator.check_every": NOT_0,
    "results.Indicator.keeps_for": NOT_0,
    "consultation.Consultation.answered_by": COMING,
    "consultation.Step.starts_on": BELIEVABLE,
    "consultation.Step.ends_on": BELIEVABLE,
    "consultation.Step.over_after": BELIEVABLE,
    "deciding.Dossier.decide_from": BELIEVABLE,
    "deciding.Dossier.decide_by": BELIEVABLE,
    "deciding.Track.declined_on": PAST,
    "deciding.Decision.decided_on": PAST,
    "deciding.Decision.confirmed_on": PAST,
    "deciding.Decision.holds_until": BELIEVABLE,
    "deciding.TrackStep.happened_on": PAST,
    "deciding.TrackStep.planned_on": BELIEVABLE,
    "deciding.TrackStep.confirmed_on": PAST,
    "deciding.Component.inhabitants_on": PAST,
    "deciding.GroupVote.seats": NOT_0,
    "deciding.Motion.decided_on": PAST,
    "deciding.Commitment.made_on": PAST,
    "deciding.Commitment.due_on": BELIEVABLE,
    "deciding.Commitment.answered_on": PAST,
    "deciding.FoundMeeting.held_on": BELIEVABLE,
    "meetings.Meeting.held_on": BELIEVABLE,
}

# Of which something else was decided, in words; what a test elsewhere shows says where.
OTHERWISE = {
    "consultation.Consultation.opens_at": "a year from 2000 to 2050, and before it closes",
    "consultation.Consultation.closes_at": "still to come while one can react on the site",
    "consultation.TableSession.opens_at": "a year from 2000 to 2050, and before it closes",
    "consultation.TableSession.closes_at": "still to come",
    "consultation.Point.handle_by": "not over, in the form (tests/test_consultation_admin.py)",
    "consultation.Letter.decided_on": "not to come, in its forms (tests/test_sending.py, tests/test_entering.py)",
    "consultation.Letter.received_on": "not to come and not before one was asked, in its form (tests/test_entering.py)",
    "consultation.Endorsement.decided_on": "not to come, in its form (tests/test_others.py)",
    "consultation.Invitation.invited_on": "not to come",
    "consultation.Invitation.handles_on": "a year from 2000 to 2050, in its form (tests/test_inviting.py)",
    "consultation.Invitation.declined_on": "not to come",
    "deciding.LikenessJudgement.judged_at": "now, by the act",
    "deciding.Exclusion.marked_at": "now, by the act",
    "deciding.RefusedParticipation.refused_at": "now, by the act",
    "deciding.PaperVersion.number": "counted by the act, from 1 by a constraint",
    "deciding.Package.number": "counted by the act, from 1 by a constraint",
    "deciding.Package.asked_at": "now, by the act",
    "deciding.Delivery.delivered_at": "not to come, in its form (tests/test_sending_packages.py)",
    "deciding.Delivery.opened_at": "now, by the act",
    "deciding.Delivery.confirmed_at": "now, by the act",
    "agenda.Priority.said_at": "now, by the act",
    "agenda.Priority.replaced_at": "now, by the act",
    "meetings.Meeting.register_until": "up to its day, which must be known (tests/test_registering.py)",
    "meetings.Meeting.seats": "1 or more, by a constraint",
    "meetings.Registration.people": "1 to 10, by a constraint (tests/test_registering.py)",
    "meetings.Registration.asked_at": "now, by the act",
    "meetings.Registration.reminded_at": "now, by the clock",
    "meetings.Registration.called_off_at": "now, by the clock",
    "meetings.MeetingDocument.put_at": "now, by the act",
    "meetings.MeetingDocument.read_at": "now, by the worker",
    "deciding.PaperVersion.put_at": "now, by the act; it never changes (tests/test_papers.py)",
    "consultation.DiscussionTable.number": "from 1, by a constraint; tables are numbered by an act",
    "consultation.Attendance.count": "from 1, by a constraint (tests/test_tables.py)",
    "agenda.Version.published_at": "not over, in its form (tests/test_agenda_publishing.py)",
    "consultation.Publication.published_at": "now when it is over (tests/answering/test_publishing.py)",
    "results.Report.published_at": "not before it was frozen (tests/test_reports.py)",
    **{
        f"{model}.{field}": said
        for model in [
            "partners.Partner",
            "agenda.KeyPoint",
            "agenda.Milestone",
            "results.Indicator",
            "results.Programme",
            "results.Project",
            "consultation.Consultation",
            "deciding.Dossier",
            "meetings.Meeting",
        ]
        for field, said in [
            ("public_from", "still to come, in the form of the act (tests/test_going_public.py)"),
            ("public_until", "after it is public, by a constraint (tests/test_going_public.py)"),
        ]
    },
    "agenda.PublicationRequest.at": "still to come, in its form (tests/test_agenda_publishing.py)",
    "partners.Body.delivery_days": "at most 180; 0 is the day itself (tests/test_planning.py)",
    "results.Measurement.value": "asked about when it is far off or no share of a whole",
    "results.Target.value": "in percent from -100 to 100",
    "results.Target.baseline_value": "whatever was measured",
    "results.Proposal.value": "asked about where it is judged",
    "results.Tariff.amount": "0 or more, by a constraint (tests/test_money.py)",
    "results.Funding.committed": "0 or more, by a constraint (tests/test_money.py)",
    "results.Funding.spent": "0 or more, by a constraint (tests/test_money.py)",
    "results.Indicator.margin": "no more than the wide margin (tests/test_status.py)",
    "results.Indicator.wide_margin": "at most 100 (tests/test_status.py)",
    "results.Programme.project_count": "a source may say 0",
    "results.Project.part_count": "a source may say 0",
    "deciding.Decision.amount": "0 or more",
    "deciding.Component.tariff": "0 or more (tests/test_decisions_over_time.py)",
    "deciding.AskedAmount.amount": "0 or more (tests/test_decisions_over_time.py)",
    "deciding.Dossier.rule_count": "1 or more, and only where the rule counts (tests/test_decisions_over_time.py)",
}
# What no person types: an act, the clock or the database sets it.
BY_ITSELF = {
    "deciding.EntryLink.ends_on",
    "deciding.EntryLink.revoked_at",
    "agenda.PublicationRequest.asked_at",
    "consultation.Scan.put_at",
    "consultation.Flag.settled_at",
    "consultation.Removal.undone_at",
    "deciding.LinkUse.used_at",
    "deciding.Commitment.reminded_at",
    "partners.User.date_joined",
    "agenda.Version.number",
    "results.ConfirmationRequest.quarter_on",
    "partners.AccountInvitation.sent_at",
    "results.ConfirmationRequest.sent_at",
    "results.LateReminder.due_on",
    "results.LateReminder.reminded_at",
    "results.Proposal.received_at",
    "results.Proposal.judged_at",
    "results.Owner.declined_at",
    "results.Report.frozen_at",
    "results.Correction.old_value",
    "results.Correction.new_value",
    "results.Correction.measured_on",
    "results.Correction.corrected_on",
    "consultation.Consultation.finished_at",
    "consultation.Extension.closed_at",
    "consultation.Extension.closes_at",
    "consultation.Submission.sequence",
    "consultation.Submission.sent_at",
    "consultation.Endorsement.overtaken_at",
    "consultation.Endorsement.asked_at",
    "consultation.Letter.checked_at",
    "consultation.Letter.sent_at",
    "consultation.Letter.withdrawn_at",
    "consultation.Letter.set_aside_at",
    "consultation.Letter.confirmed_at",
    "consultation.Letter.returned_at",
    "consultation.Answer.reviewed_at",
    "consultation.Answer.published_at",
    "consultation.AnswerMail.sent_at",
    "consultation.Reminder.sent_at",
    "consultation.Reminder.declined_at",
    "consultation.Point.written_at",
    "consultation.Point.changed_at",
    "consultation.Assent.given_at",
    "consultation.GroupAct.at",
    "consultation.GroupAct.told_at",
    "deciding.CouncilSource.asked_at",
    "deciding.CouncilSource.read_at",
    "deciding.CouncilSource.fresh_at",
    "deciding.FoundMeeting.item_count",
    "deciding.FoundItem.debate_from",
}
# The clock of a row, and its place among others, which may be any.
PLAIN = {"made_at", "created_at", "updated_at", "last_login", "position", "headline_position"}
KINDS = (models.DateField, models.DateTimeField, models.DecimalField, models.IntegerField)


def fields_of_values():
    """Every field of the portal with a day, a moment or a number, as 'app.Model.field'."""
    for model in apps.get_models():
        if model._meta.app_label in APPS and not model._meta.proxy:
            for one in model._meta.local_fields:
                is_key = one.primary_key or one.is_relation or isinstance(one, models.BigIntegerField)
                if isinstance(one, KINDS) and not is_key and one.name not in PLAIN:
                    yield f"{model._meta.app_label}.{model.__name__}.{one.name}"


def test_of_every_day_and_number_somebody_decided_what_can_be_true():
    there, said = set(fields_of_values()), {*DECIDED, *OTHERWISE, *BY_ITSELF}
    assert there - said == set(), "Say in tests/test_true_values.py what these may be."
    assert said - there == set()
    assert len(DECIDED) + len(OTHERWISE) + len(BY_ITSELF) == len(said)


def row_of(name):
    """(A row of the model in `name`, the name of the field, the field)."""
    label, _, field = name.rpartition(".")
    model = apps.get_model(label)
    return model._base_manager.first() or model(), field, model._meta.get_field(field)


def refused_at(row, field, value):
    """At which fields `row` is refused with `value`, and the words at that field."""
    setattr(row, field, value)
    try:
        row.clean()
    except ValidationError as error:
        return error.message_dict.get(field, [])
    return []


def constraints_on(field, row):
    return [one for one in row._meta.constraints if f"_{field}_is_believable" in one.name]


def test_what_cannot_be_true_is_refused_at_its_field(everything):
    """Of a row of every model, and once more by the database, which also meets what no form sends."""
    today, wrong = timezone.localdate(), []
    tried = {
        BELIEVABLE: [1800, 3000],
        PAST: [1800, 3000, today + timedelta(days=1)],
        COMING: [1800, 3000, today - timedelta(days=1)],
        NOT_0: [0],
    }
    for name, kind in DECIDED.items():
        for value in tried[kind]:
            row, field, one = row_of(name)
            if isinstance(value, int) and value and isinstance(one, models.DateField):
                value = date(value, 1, 1)
            if not refused_at(row, field, value):
                wrong.append((name, value))
        if kind != NOT_0 and not constraints_on(field, row):
            wrong.append((name, "no constraint"))
    assert wrong == []


def test_a_deadline_that_has_been_is_refused_but_one_that_is_stored_stays(open_consultation):
    over = timezone.now() - timedelta(days=1)
    Consultation.objects.filter(pk=open_consultation.pk).update(closes_at=over)
    stored = Consultation.objects.get()
    stored.full_clean()
    assert refused_at(stored, "closes_at", over - timedelta(hours=1)) == ["Dit is al geweest. Kies een later moment."]
    history = Consultation(takes_letters=False, opens_at=over - timedelta(days=9), closes_at=over)
    history.clean()
    late = timezone.localdate(open_consultation.closes_at)
    assert refused_at(open_consultation, "answered_by", late - timedelta(days=2)) == [
        "Dan kan men nog reageren. Kies een dag na het sluiten."
    ]
    assert refused_at(open_consultation, "opens_at", datetime.combine(date(1800, 1, 1), time(), over.tzinfo))
    evening = TableSession(consultation=open_consultation, opens_at=over - timedelta(hours=2), closes_at=over)
    assert refused_at(evening, "closes_at", over)


def test_an_override_is_not_set_for_days_that_are_over(helped):
    last = timezone.localdate() - timedelta(days=1)
    override = Override(indicator=helped, starts_on=last, ends_on=last)
    assert refused_at(override, "ends_on", last) == ["Dit is al geweest. Kies een later moment."]
    assert refused_at(override, "ends_on", timezone.localdate()) == []


def test_an_amount_below_0_is_no_decision():
    assert refused_at(Decision(), "amount", -1) == ["Een bedrag is niet minder dan 0."]
    assert refused_at(Decision(), "amount", 0) == []


# Percentages


@pytest.mark.parametrize(("value", "is_odd"), [(-1, True), (0, False), (100, False), (101, True)])
def test_a_percentage_that_is_no_share_is_asked_about(value, is_odd):
    assert bool(unlikely(value, None, unit="%")) is is_odd
    assert unlikely(value, None, unit="woningen") is None


def test_a_percentage_that_is_right_all_the_same_is_stored(client, secretary, helped):
    Indicator.objects.filter(pk=helped.pk).update(unit="%")
    measurement = helped.measurements.get(value=1800)
    client.force_login(secretary)
    address = f"/beheer/results/measurement/{measurement.pk}/change/"
    page = send(client, address, form_on(client.get(address)), value="120", reason="Groei.")
    assert "Een percentage ligt meestal tussen 0 en 100." in page.text
    assert send(client, address, form_on(page), is_certain="on").status_code == 302
    assert Measurement.objects.get(pk=measurement.pk).value == 120


def test_a_target_in_percent_is_no_number_of_houses(helped):
    helped.unit = "%"
    target = Target(indicator=helped)
    assert refused_at(target, "value", 4000) == ["Een streefwaarde in procenten ligt tussen -100 en 100."]
    assert refused_at(target, "value", 100) == []


# Phases


def test_phases_in_the_wrong_order_are_refused_and_may_overlap(client, secretary, deal, deck):
    project = Project.objects.get(slug="station")
    client.force_login(secretary)
    address = f"/beheer/results/project/{project.pk}/change/"
    for kind, starts in [(PhaseKind.PREPARATION, "2022-01-01"), (PhaseKind.EXECUTION, "2023-01-01")]:
        project.phases.create(kind=kind, starts_on=starts, ends_on="2024-01-01", source=deck)
    form = form_on(client.get(address))
    (late,) = (name for name in form if name.startswith("phases-") and form[name] == PhaseKind.PREPARATION)
    page = send(client, address, form, **{late.replace("kind", "starts_on"): "2023-06-01"})
    assert "‘Uitvoering’ komt na ‘voorbereiding’. Klopt het jaar?" in page.text
    assert send(client, address, form, **{late.replace("kind", "starts_on"): "2022-06-01"}).status_code == 302
