"""The nota van beantwoording: which points are in it, what they add up to, the Document of it, and the files kept."""
