"""The secretariat's desk for partners, their bodies and calendars, and the people who act for them."""

from partners.admin import calendars, partners, people

__all__ = ["calendars", "partners", "people"]
