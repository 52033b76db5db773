"""Searching: the pages as a visitor reads them, kept so that words, numbers and codes are found in them."""
