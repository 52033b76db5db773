"""The questions to the data that are long enough for a file beside their model."""
