"""Where the rules of differences turn."""
