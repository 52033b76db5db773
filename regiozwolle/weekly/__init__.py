"""The weekly mail: to each griffier and contact what lies before the body, until when, and what the others decided."""
