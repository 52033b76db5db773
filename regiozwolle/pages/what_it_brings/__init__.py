"""What the collaboration brings one partner: what it pays, gets, shares in, said and decided, and what comes next.

The same answers stand on a page and on one sheet of A4 for the council. Nothing of it is added up over partners,
and no partner is compared with another: whose a result is, is said of each in a word.
"""
