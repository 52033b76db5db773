"""The secretariat's desk for the agenda: its text, what hangs on it, and what the region says of itself."""

from agenda.admin import elements

__all__ = ["elements"]
