"""What is put before the bodies, each body's way through it, and what it decided."""

from consultation.deciding.alike.models import Exclusion, Likeness, LikenessJudgement
from consultation.deciding.councils.models import CouncilSource, DossierPhrase, FoundItem, FoundMeeting, FoundState
from consultation.deciding.joining.models import RefusedParticipation
from consultation.deciding.models.ask import Ask, AskedAmount
from consultation.deciding.models.commitment import Commitment
from consultation.deciding.models.component import Component, Payers
from consultation.deciding.models.decision import Decision
from consultation.deciding.models.dossier import Dossier, dossiers_in_short
from consultation.deciding.models.entered import EnteredAs
from consultation.deciding.models.entry_link import ENTRY_SALT, EntryLink, LinkPurpose, LinkUse
from consultation.deciding.models.motion import Motion, MotionKind, MotionOutcome
from consultation.deciding.models.package import Delivery, DeliveryWay, Package
from consultation.deciding.models.paper import Paper, PaperVersion
from consultation.deciding.models.position import Knowledge, Outcome, Position
from consultation.deciding.models.rule import Rule
from consultation.deciding.models.step import TrackStep, TrackStepKind
from consultation.deciding.models.track import HEADINGS, Track, read_in_full
from consultation.deciding.models.vote import GroupVote, Stance

__all__ = [
    "ENTRY_SALT",
    "HEADINGS",
    "Ask",
    "AskedAmount",
    "Commitment",
    "Component",
    "CouncilSource",
    "Decision",
    "Delivery",
    "DeliveryWay",
    "Dossier",
    "DossierPhrase",
    "EnteredAs",
    "FoundState",
    "FoundItem",
    "FoundMeeting",
    "EntryLink",
    "Exclusion",
    "GroupVote",
    "Likeness",
    "LikenessJudgement",
    "Knowledge",
    "LinkPurpose",
    "LinkUse",
    "Motion",
    "MotionKind",
    "MotionOutcome",
    "Outcome",
    "Package",
    "Paper",
    "PaperVersion",
    "Payers",
    "Position",
    "RefusedParticipation",
    "Rule",
    "Stance",
    "Track",
    "TrackStep",
    "TrackStepKind",
    "dossiers_in_short",
    "read_in_full",
]
