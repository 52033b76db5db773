"""Calendars as iCalendar (RFC 5545 and 7986): written so that every program keeps up with them, and read with care."""
