"""What bodies decided, on the pages that draw on more than one room: of one body, and of one part of the agenda."""
