"""The secretariat's desk for what the collaboration yields and costs."""

from results.admin import figures, projects, reports

__all__ = ["figures", "projects", "reports"]
