"""Where the rules of counting turn."""
