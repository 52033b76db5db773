"""What the portal publishes for programs: one list of data sets, as files to take along and as an API."""
