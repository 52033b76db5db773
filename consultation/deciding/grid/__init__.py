"""The grid in which the secretariat enters what all bodies of a dossier do: one row a body, plain text in each cell."""
