"""Entering what a body does with a dossier: by a link, by its griffier, and for all bodies at once by the office."""
