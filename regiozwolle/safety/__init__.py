"""What keeps the portal safe as a whole: its settings, its terms, and what of every request is written down."""
