"""What is said to the points: the answers, what each said before, and the batches in which they came on the site."""
