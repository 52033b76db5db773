"""What the region wants: the strategic agenda, its versions and the words of each, and who takes part in what."""

from agenda.models.action import Action, ActionStatus
from agenda.models.element import CARRIED_OUT, LINES, Element, ElementKind, ElementLink, ElementQuerySet
from agenda.models.key_point import KeyPoint, KeyPointKind
from agenda.models.milestone import Milestone, MilestoneQuerySet
from agenda.models.participation import (
    Participation,
    ParticipationQuerySet,
    ParticipationRole,
    ParticipationStatus,
)
from agenda.models.priority import Priority, PriorityQuerySet, speaks_for
from agenda.models.publication_request import PublicationRequest
from agenda.models.succession import Succession, SuccessionKind
from agenda.models.version import Agenda, AgendaQuerySet, Version, VersionQuerySet, VersionStatus
from agenda.models.wider_aim import WiderAim, told_apart
from agenda.models.wording import ChangeKind, Wording, WordingQuerySet

__all__ = [
    "Action",
    "ActionStatus",
    "Agenda",
    "AgendaQuerySet",
    "CARRIED_OUT",
    "ChangeKind",
    "Element",
    "ElementKind",
    "ElementLink",
    "ElementQuerySet",
    "KeyPoint",
    "KeyPointKind",
    "LINES",
    "Milestone",
    "MilestoneQuerySet",
    "Participation",
    "ParticipationQuerySet",
    "ParticipationRole",
    "ParticipationStatus",
    "Priority",
    "PriorityQuerySet",
    "PublicationRequest",
    "Succession",
    "SuccessionKind",
    "Version",
    "VersionQuerySet",
    "VersionStatus",
    "WiderAim",
    "Wording",
    "WordingQuerySet",
    "speaks_for",
    "told_apart",
]
