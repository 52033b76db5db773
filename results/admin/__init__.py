"""The secretariat's desk for what the collaboration yields and costs."""

from results.admin import confirmations, figures, measurements, money, programmes, projects, reports

__all__ = ["confirmations", "figures", "measurements", "money", "programmes", "projects", "reports"]
