"""When people of the partners meet: about what, with which papers, and what came of it."""
