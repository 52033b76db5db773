"""What the demo invents, each part marked as an example, and the page with its mail."""
