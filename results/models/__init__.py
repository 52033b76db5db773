"""What the collaboration yields and costs: figures, programmes, projects and their money."""

from results.models.agreed_measure import AgreedMeasure
from results.models.confirmation import ConfirmationRequest, Proposal, ProposalKind, ProposalState
from results.models.correction import Correction
from results.models.funding import SOURCES, Funder, Funding
from results.models.goal_weight import GoalWeight
from results.models.indicator import Direction, Indicator
from results.models.late_reminder import LateReminder
from results.models.measurement import Measurement, MoneyRole, Scope
from results.models.nature import OUTCOMES, Attribution, IndicatorNature
from results.models.owner import Owner
from results.models.programme import Programme
from results.models.projects.partner import ProjectPartner, ProjectRole
from results.models.projects.phase import PhaseKind, ProjectPhase, ProjectStage, out_of_order
from results.models.projects.project import Project, ProjectStatus
from results.models.projects.result import Confidence, Effect, ProjectResult, ResultNature
from results.models.report import Report
from results.models.status import Override, StatusRule, StatusWord
from results.models.tariff import Payer, Tariff
from results.models.values.target import Target, TargetWord

__all__ = [
    "AgreedMeasure",
    "Attribution",
    "Confidence",
    "ConfirmationRequest",
    "Correction",
    "Direction",
    "Effect",
    "Funder",
    "Funding",
    "GoalWeight",
    "Indicator",
    "IndicatorNature",
    "LateReminder",
    "Measurement",
    "MoneyRole",
    "OUTCOMES",
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
    "ProjectStage",
    "ProjectStatus",
    "Proposal",
    "ProposalKind",
    "ProposalState",
    "Report",
    "ResultNature",
    "SOURCES",
    "Scope",
    "StatusRule",
    "StatusWord",
    "Target",
    "TargetWord",
    "Tariff",
    "out_of_order",
]
