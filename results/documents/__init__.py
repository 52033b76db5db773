"""Figures, projects and money as files to take along. What is not known is an empty cell, never 0."""
