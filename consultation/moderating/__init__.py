"""What everyone reads of others and should not stand there: readers report it, the desk takes it off with a reason."""
