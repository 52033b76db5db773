"""How the admin writes days and moments, as Django looks it up by language."""
