"""What is put before the bodies and what each of them decides: an app that knows nothing of reactions.

It stands inside `consultation` because people find it beside the consultations; `tests/test_shape.py` keeps the two
from importing each other.
"""
