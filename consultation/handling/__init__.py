"""Handling many points at once: a sheet of them that goes out and comes back, labels, and answers that recur."""
