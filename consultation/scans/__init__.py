"""The scan of a letter: what came in on paper or by mail, as a file. Only the desk and its sender open it."""
