"""Where the rules of rights turn."""
