"""A consultation measured by what was promised: when the answers come, how long one can react, and which steps."""
