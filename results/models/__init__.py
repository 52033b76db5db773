"""What the collaboration yields and costs: figures, programmes, projects and their money."""

from results.models.indicator import Indicator, IndicatorNature, Measurement, Scope, Target
from results.models.project import (
    Funder,
    Funding,
    Programme,
    Project,
    ProjectPartner,
    ProjectRole,
    ProjectStanding,
)

__all__ = [
    "Funder",
    "Funding",
    "Indicator",
    "IndicatorNature",
    "Measurement",
    "Programme",
    "Project",
    "ProjectPartner",
    "ProjectRole",
    "ProjectStanding",
    "Scope",
    "Target",
]
