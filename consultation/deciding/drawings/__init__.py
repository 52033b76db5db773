"""What is drawn on the board of a dossier: the threshold strip, the days to come and the money, each also in words."""
