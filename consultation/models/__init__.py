"""How it is decided: consultations, the reactions to them and their answers."""

from consultation.models.answering.answer import Answer, AnswerStage, Verdict
from consultation.models.answering.answer_state import AnswerState, Reopening
from consultation.models.answering.answer_template import AnswerTemplate
from consultation.models.answering.publication import AnswerMail, Publication
from consultation.models.answering.redaction import Redaction, RedactionReason
from consultation.models.consultation import Consultation, Phase, Question
from consultation.models.endorsement import Endorsement
from consultation.models.group import Assent, GroupAct, GroupActKind
from consultation.models.invitation import (
    OWN_NAME,
    Extension,
    Invitation,
    InvitationState,
    Invitees,
    Reminder,
)
from consultation.models.kept_text import KeptText
from consultation.models.letter import EnteredLetter, Letter
from consultation.models.letter_choices import Channel, LetterState, Sharing
from consultation.models.nota import Nota
from consultation.models.point import Point
from consultation.models.point_words import PointKind
from consultation.models.sender_kind import SenderKind
from consultation.models.step import Step, StepState
from consultation.models.submission import Submission
from consultation.models.table import Attendance, DiscussionTable, TableSession
from consultation.models.theme import InternalLabel, InternalNote, Theme
from consultation.moderating.models import Flag, Removal
from consultation.scans.models import Scan

__all__ = [
    "OWN_NAME",
    "Answer",
    "AnswerMail",
    "AnswerState",
    "AnswerTemplate",
    "Assent",
    "Channel",
    "Attendance",
    "Consultation",
    "Endorsement",
    "EnteredLetter",
    "TableSession",
    "Extension",
    "Flag",
    "GroupAct",
    "GroupActKind",
    "Invitation",
    "InvitationState",
    "Invitees",
    "SenderKind",
    "InternalLabel",
    "InternalNote",
    "KeptText",
    "Phase",
    "Nota",
    "Point",
    "PointKind",
    "Publication",
    "Question",
    "Redaction",
    "RedactionReason",
    "Reminder",
    "Removal",
    "Reopening",
    "Scan",
    "Letter",
    "LetterState",
    "Sharing",
    "AnswerStage",
    "Step",
    "StepState",
    "Submission",
    "DiscussionTable",
    "Theme",
    "Verdict",
]
