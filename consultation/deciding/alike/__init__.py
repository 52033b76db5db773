"""Whether the bodies adopted the same: deviations, conditions that exclude each other, and how these are judged."""
