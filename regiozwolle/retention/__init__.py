"""How long what is of a person is kept, and letting go of it: once a day, after a warning, with a report."""
