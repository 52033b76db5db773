"""What the region wants: the strategic agenda, its versions and the words of each, and who takes part in what."""

from agenda.models.action import Action, ActionStatus, Participation, ParticipationQuerySet, ParticipationRole
from agenda.models.element import (
    CARRIED_OUT,
    LINES,
    Change,
    Element,
    ElementKind,
    ElementLink,
    ElementQuerySet,
    Succession,
    SuccessionKind,
    Wording,
    WordingQuerySet,
)
from agenda.models.key_point import KeyPoint, KeyPointKind, Milestone, MilestoneQuerySet
from agenda.models.version import Agenda, AgendaQuerySet, Version, VersionQuerySet, VersionStatus

__all__ = [
    "Action",
    "ActionStatus",
    "Agenda",
    "AgendaQuerySet",
    "CARRIED_OUT",
    "Change",
    "Element",
    "ElementKind",
    "ElementLink",
    "ElementQuerySet",
    "LINES",
    "Milestone",
    "MilestoneQuerySet",
    "Participation",
    "ParticipationQuerySet",
    "ParticipationRole",
    "KeyPoint",
    "KeyPointKind",
    "Succession",
    "SuccessionKind",
    "Version",
    "VersionQuerySet",
    "VersionStatus",
    "Wording",
    "WordingQuerySet",
]
