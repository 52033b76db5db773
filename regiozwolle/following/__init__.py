"""Following: what happens to public things, who wants to hear of it, and the mails that tell them."""
