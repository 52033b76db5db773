"""The page on which the griffier of a body keeps its own days: when it sits, its recesses, and its delivery term."""
