"""Atom feeds of what happens to public things."""
