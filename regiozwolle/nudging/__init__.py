"""Mails to the desk, once a month, about what nobody looked at for long: pages, and the rights of people."""
