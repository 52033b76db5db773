"""What is typed at the desk, kept until it is saved."""
