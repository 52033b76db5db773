"""Progress reports: what was known on a day, gathered, frozen, compared and shown."""
