"""What every app stands on and which knows nothing of partners: documents, files, sheets, search, numbers, mail, Dutch.

It imports no model of any app; `tests/test_shape.py` keeps that.
"""
