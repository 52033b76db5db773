"""Projects, with what belongs to each: partners, phases and results."""
