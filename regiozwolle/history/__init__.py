"""Reading the record: the history of each thing at the desk, putting back what was, and what was deleted."""
