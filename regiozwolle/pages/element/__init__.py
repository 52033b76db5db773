"""The page of one element of the agenda: its words, what hangs on it, and in short why it is there."""
