"""What the collaboration yields and costs: figures, programmes, projects and their money."""

from results.models.indicator import Attribution, Indicator, IndicatorNature, Measurement, Scope, Target
from results.models.money import SOURCES, Funder, Funding, Payer, Tariff
from results.models.project import (
    PhaseKind,
    Programme,
    Project,
    ProjectPartner,
    ProjectPhase,
    ProjectResult,
    ProjectRole,
    ProjectStanding,
    ResultNature,
    Stage,
)

__all__ = [
    "SOURCES",
    "Attribution",
    "Funder",
    "Funding",
    "Indicator",
    "IndicatorNature",
    "Measurement",
    "Payer",
    "PhaseKind",
    "Programme",
    "Project",
    "ProjectPartner",
    "ProjectPhase",
    "ProjectResult",
    "ProjectRole",
    "ProjectStanding",
    "ResultNature",
    "Scope",
    "Stage",
    "Tariff",
    "Target",
]
