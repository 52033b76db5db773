"""Fills the database for benchmarks/pages.py with the seed and the demo's example, and prints an address of each kind.

One a line, with the name of its view: the first of its kind to which links lead from the front page. At the end that
of the session of a member.
"""

import re

import django

if __name__ == "__main__":
    django.setup()

from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve

from partners.models import User
from regiozwolle import content
from regiozwolle.example import loading
from regiozwolle.keeping.words import KEPT

MEMBER = "raadslid@voorbeeldstad.example"


def main():
    content.load()
    settings.DEMO = True  # where alone the example is loaded
    loading.load()
    print(*(f"{name} {path}" for name, path in sorted(kinds().items())), sep="\n")
    print(f"session {session()}")


def session():
    """The key of the session of a member of the demo, who wrote a draft and sent a letter."""
    browser = Client()
    browser.force_login(User.objects.get(email=MEMBER))
    return browser.session.session_key


def kinds():
    """An address of each kind of page that is kept, by the name of its view."""
    browser = Client(headers={"host": settings.ALLOWED_HOSTS[0], "x-forwarded-proto": "https"})
    found, waiting = {}, ["/"]
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if name not in KEPT or name in found:
            continue
        answer = browser.get(path)
        if answer.status_code == 200:
            found[name] = path
            is_page = answer["Content-Type"].startswith("text/html")
            waiting += re.findall(r'href="(/[^"#?]*)"', answer.text) if is_page else []
    return found


def name_of(path):
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


if __name__ == "__main__":
    main()
