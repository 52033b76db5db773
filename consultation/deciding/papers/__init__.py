"""Papers that are put before the bodies: their files, one version after another, and what differs between two."""
