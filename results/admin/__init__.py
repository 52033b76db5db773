"""The secretariat's desk for what the collaboration yields and costs."""

from results.admin import (
    agreed_measures,
    confirmations,
    figures,
    goal_weights,
    measurements,
    money,
    programmes,
    projects,
    reports,
)

__all__ = [
    "agreed_measures",
    "confirmations",
    "figures",
    "goal_weights",
    "measurements",
    "money",
    "programmes",
    "projects",
    "reports",
]
