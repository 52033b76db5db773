"""The pages that draw on more than one app, so that no app need know its siblings."""
