"""The life of one sentence of the agenda: six stations, from its words to the figure that measures it."""
