"""What the pages of reacting say: sentences, terms and rows, so that their templates show and do not choose."""
