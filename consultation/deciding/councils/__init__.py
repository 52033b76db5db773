"""What the systems of councils publish of their meetings: read in bounds, and taken over only by a person."""
