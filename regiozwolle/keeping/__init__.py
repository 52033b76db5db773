"""Pages that everyone may read, kept whole and given again for as long as they would be the same.

A page is kept under the state of the data before it was made, if that is still the state afterwards, and until the
next moment at which the clock changes something. Whoever asks has the state of now first, so nobody reads an old page.
See docs/decisions/0041-kept-pages.md. What is in it for many is kept apart, and holds longer: 0064.
"""
