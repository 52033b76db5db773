"""Which tables followers are told of, and why not of the others.

Each table that is recorded and that pages for everyone are made of stands in TOLD or, with the reason, in UNTOLD.
"""

from django.db.models import Q

from agenda.models import Participation, Priority, Wording
from consultation.deciding.models import Commitment, Decision, Dossier, Motion, PaperVersion, Track
from consultation.models import Consultation
from partners.ground.publishing import is_public
from partners.models import Partner, Population
from regiozwolle.following import tellings
from regiozwolle.following.tellings import Telling, element_moment, of_element, of_itself, of_whole, public_moment
from regiozwolle.history.tables import TABLES
from regiozwolle.meetings.models import Meeting, OutcomeLine
from results.models import Funding, Indicator, Measurement, Project, ProjectPartner

APPEARS = {"begins": ("public_from",)}
PUBLISHED = {
    "moment": lambda row: row.published_at,
    "public": lambda at: Q(published_at__lte=at),
    "begins": ("published_at",),
}


def corrected(table):
    """The columns of which the site itself says that they were put right."""
    return {"changed": TABLES[table].corrected}


def of_both(model):
    """How a row is public that hangs on an element and on what it says in `follows`."""
    return {
        "moment": lambda row: later(public_moment(row), element_moment(row.element)),
        "public": lambda at: is_public(model, at=at) & Q(element__in=Wording.objects.published(at).values("element")),
    }


def later(*moments):
    """The last of `moments`; None while one of them is not known."""
    return None if None in moments else max(moments)


def priority_public(at):
    return Q(replaced_at=None) & of_both(Priority)["public"](at)


def publication_public(at):
    return Q(published_at__lte=at) & is_public(Consultation, "consultation__", at=at)


def opened_public(at):
    return Q(opens_at__lte=at) & is_public(Consultation, at=at)


TOLD = {
    "partners_partner": Telling(
        tellings.partner_came,
        **of_itself(Partner),
        **APPEARS,
        changed=("name", "summary", "website", "succeeded_by_id"),
    ),
    "partners_population": Telling(
        tellings.counted_people, **of_itself(Population), **corrected("partners_population")
    ),
    "agenda_version": Telling(tellings.version_published, **PUBLISHED),
    "agenda_action": Telling(
        tellings.action_done, **of_element(), changed=("title", "status", "progress_note", "due_on", "lead_id")
    ),
    "agenda_participation": Telling(tellings.taken_part, **of_both(Participation), **corrected("agenda_participation")),
    "agenda_priority": Telling(tellings.priority_said, moment=of_both(Priority)["moment"], public=priority_public),
    "meetings_meeting": Telling(
        tellings.meeting_announced,
        **of_itself(Meeting),
        **APPEARS,
        changed=("held_on", "date_text", "place", "is_cancelled"),
    ),
    "meetings_outcomeline": Telling(tellings.spoken_of, **of_itself(OutcomeLine), changed=("text",)),
    "results_indicator": Telling(tellings.figure_came, **of_itself(Indicator), **APPEARS),
    "results_measurement": Telling(tellings.measured, **of_itself(Measurement), **corrected("results_measurement")),
    "results_target": Telling(tellings.aimed, **of_whole("indicator", Indicator), **corrected("results_target")),
    "results_agreedmeasure": Telling(tellings.measure_agreed, **of_element(), **corrected("results_agreedmeasure")),
    "results_tariff": Telling(tellings.tariff_set, **of_element(), **corrected("results_tariff")),
    "results_project": Telling(
        tellings.project_came, **of_itself(Project), **APPEARS, changed=("name", "summary", "status", "period_text")
    ),
    "results_projectpartner": Telling(tellings.project_joined, **of_itself(ProjectPartner), changed=("role",)),
    "results_projectphase": Telling(
        tellings.phase_known, **of_whole("project", Project), changed=("kind", "starts_on", "ends_on")
    ),
    "results_projectresult": Telling(tellings.result_known, **of_whole("project", Project), changed=("text", "nature")),
    "results_funding": Telling(tellings.money_came, **of_itself(Funding), **corrected("results_funding")),
    "results_report": Telling(tellings.report_came, **PUBLISHED),
    "consultation_consultation": Telling(
        tellings.consultation_opened,
        moment=tellings.opened,
        public=opened_public,
        begins=("public_from", "opens_at"),
        changed=("closes_at",),
    ),
    "consultation_publication": Telling(
        tellings.answers_published,
        moment=lambda row: later(row.published_at, public_moment(row.consultation)),
        public=publication_public,
        begins=("published_at",),
    ),
    "deciding_dossier": Telling(
        tellings.dossier_came, **of_itself(Dossier), **APPEARS, **corrected("deciding_dossier")
    ),
    "deciding_decision": Telling(tellings.decided, **of_itself(Decision), **corrected("deciding_decision")),
    "deciding_trackstep": Telling(
        tellings.stepped, **of_whole("track", Track), changed=("kind", "planned_on", "happened_on", "date_text")
    ),
    "deciding_motion": Telling(tellings.moved, **of_itself(Motion), changed=("title", "outcome", "decided_on")),
    "deciding_commitment": Telling(
        tellings.promised, **of_itself(Commitment), changed=("text", "due_on", "answered_on", "answer")
    ),
    "deciding_paperversion": Telling(tellings.paper_put, **of_itself(PaperVersion)),
}

WITH_ITS_WHOLE = "Het komt op de site met waar het bij hoort; dat wordt verteld."
IN_CALENDARS = "Dagen staan in de kalenders, waarop men zich abonneert."
NOT_NEWS = "Het ordent de site, en is voor een volger geen nieuws."
UNTOLD = {
    "partners_source": NOT_NEWS,
    "partners_contactpoint": "Hoe men iemand bereikt, leest wie het zoekt.",
    "partners_body": NOT_NEWS,
    "partners_term": NOT_NEWS,
    "partners_sitting": IN_CALENDARS,
    "partners_recess": IN_CALENDARS,
    "agenda_agenda": WITH_ITS_WHOLE,
    "agenda_element": WITH_ITS_WHOLE,
    "agenda_wording": WITH_ITS_WHOLE,
    "agenda_elementlink": NOT_NEWS,
    "agenda_succession": NOT_NEWS,
    "agenda_keypoint": NOT_NEWS,
    "agenda_milestone": NOT_NEWS,
    "results_goalweight": NOT_NEWS,
    "results_indicator_elements": NOT_NEWS,
    "results_correction": "De verbeterde waarde zelf wordt verteld.",
    "results_override": NOT_NEWS,
    "results_owner": NOT_NEWS,
    "results_programme": NOT_NEWS,
    "results_programme_elements": NOT_NEWS,
    "results_project_elements": NOT_NEWS,
    "meetings_agendaitem": WITH_ITS_WHOLE,
    "meetings_meetingdocument": WITH_ITS_WHOLE,
    "consultation_question": WITH_ITS_WHOLE,
    "consultation_step": IN_CALENDARS,
    "consultation_extension": "De nieuwe termijn van de consultatie wordt verteld.",
    "consultation_invitation": "Wie is uitgenodigd, krijgt zelf een mail.",
    "consultation_letter": "Dat reacties zijn beantwoord, wordt verteld.",
    "consultation_point": "Dat punten zijn beantwoord, wordt verteld.",
    "consultation_point_themes": NOT_NEWS,
    "consultation_endorsement": "Dat reacties zijn beantwoord, wordt verteld.",
    "consultation_theme": NOT_NEWS,
    "consultation_answer": "De publicatie van de antwoorden wordt verteld.",
    "consultation_answer_points": WITH_ITS_WHOLE,
    "consultation_answer_wordings": WITH_ITS_WHOLE,
    "consultation_attendance": WITH_ITS_WHOLE,
    "deciding_component": WITH_ITS_WHOLE,
    "deciding_ask": WITH_ITS_WHOLE,
    "deciding_track": WITH_ITS_WHOLE,
    "deciding_askedamount": WITH_ITS_WHOLE,
    "deciding_likenessjudgement": NOT_NEWS,
    "deciding_exclusion": NOT_NEWS,
    "deciding_groupvote": WITH_ITS_WHOLE,
    "deciding_paper": "De versie van het stuk wordt verteld.",
    "deciding_package": "Het pakket krijgt het orgaan zelf.",
    "deciding_package_papers": "Het pakket krijgt het orgaan zelf.",
    "deciding_delivery": "Het pakket krijgt het orgaan zelf.",
}
