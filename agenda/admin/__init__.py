"""The secretariat's desk for the agenda: its text, what hangs on it, and what the region says of itself."""

from agenda.admin import actions, elements, key_points, milestones, participations, versions, wordings

__all__ = ["actions", "elements", "key_points", "milestones", "participations", "versions", "wordings"]
