"""The people who act for a body: who they are, who is asked, and when it ends."""
