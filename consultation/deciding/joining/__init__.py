"""What a decision says about taking part in the agenda: a proposal, that a person takes over or refuses."""
