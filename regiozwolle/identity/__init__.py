"""Who somebody is: the second step of signing in, and what changes who can act as whom."""
