"""What the collaboration yields and costs: figures, programmes, projects and their money."""

from results.models.correction import ConfirmationRequest, Correction, Proposal, ProposalKind, ProposalState
from results.models.indicator import Attribution, Direction, Indicator, IndicatorNature
from results.models.measurement import Measurement, Scope, Target
from results.models.money import SOURCES, Funder, Funding, Payer, Tariff
from results.models.owner import Owner
from results.models.project import (
    PhaseKind,
    Programme,
    Project,
    ProjectPartner,
    ProjectPhase,
    ProjectResult,
    ProjectRole,
    ProjectStage,
    ProjectStatus,
    ResultNature,
)
from results.models.report import Report
from results.models.status import Override, StatusRule, StatusWord

__all__ = [
    "SOURCES",
    "Attribution",
    "Correction",
    "Direction",
    "ConfirmationRequest",
    "Funder",
    "Funding",
    "Indicator",
    "IndicatorNature",
    "Measurement",
    "Override",
    "Owner",
    "Payer",
    "PhaseKind",
    "Programme",
    "Project",
    "ProjectPartner",
    "ProjectPhase",
    "ProjectResult",
    "ProjectRole",
    "ProjectStatus",
    "Proposal",
    "ProposalKind",
    "Report",
    "ResultNature",
    "Scope",
    "ProjectStage",
    "StatusRule",
    "StatusWord",
    "Target",
    "Tariff",
    "ProposalState",
]
