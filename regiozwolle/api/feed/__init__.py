"""All rows of all data sets as they are now, in one file, and what changed in them since any moment.

What was published is kept row by row, each under the number at which it last became another one. So who asks for all
that came after a number gets each row once, as it is now; of one that is gone only that, for what it said must be gone.
The worker compares what is public with what was published: so the clock, an erasure and a change by any route are all
told, and none that was not committed.
"""
