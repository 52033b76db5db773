"""Several people at one desk: what each of them changes is merged, and what is acted on is what was read."""
