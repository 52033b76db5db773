"""Newsletters that the secretariat writes to members or to followers."""
