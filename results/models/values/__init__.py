"""What a figure says of itself: its series of values, and where it should go."""
