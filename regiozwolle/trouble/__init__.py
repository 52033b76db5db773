"""What visitors, machines and the log are told when something goes wrong."""
