"""What the portal keeps of one person, for that person: to see, to take along and to have erased."""
