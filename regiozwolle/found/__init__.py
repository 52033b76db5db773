"""How the pages are found and shown by machines: maps of the site, and what a page says of itself to them."""
