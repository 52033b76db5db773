"""What those do who write a letter together, and what is kept and told of it, so that nobody acts unseen."""
