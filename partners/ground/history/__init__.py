"""The record of what was done: acts by who did them, and every change of a row, which the database itself writes."""

from partners.ground.history.acting import act, acting_for, asking, recorded, why

__all__ = ["act", "acting_for", "asking", "recorded", "why"]
