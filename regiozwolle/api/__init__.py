"""The API, by the Dutch API Design Rules: each data set of `regiozwolle/open_data` as a collection with its rows.

See docs/decisions/ for what is one address and what is kept. All that an answer here is besides its body, and each
error, comes from `middleware.py`.
"""

VERSION = "1.0.0"
