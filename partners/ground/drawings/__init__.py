"""What drawings are made of, and how one is taken along: each app draws its own and offers it here."""
