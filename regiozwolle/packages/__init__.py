"""What is in the package of one body: the papers, a model for its proposal, a summary of one page and a list of it all.

It draws on the decisions and on the reactions, which do not know each other, so it is made under the roof.
"""
