"""The documents that everyone may have: made once, kept as long as they say what is so, and sent from there.

A view says what is in a document (`partners.ground.documents`). Around all views is known whether the file at that
address still holds, and whether a visitor waits for it or the worker makes it.
"""
