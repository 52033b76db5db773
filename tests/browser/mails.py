"""The mails of the demo, which its worker sends a moment after they were asked for, and the codes of its apps."""

import re
import time

PATIENCE = 60  # seconds; the worker of a demo that has just begun begins too


def with_code(email):
    """What only a mail to `email` with a code to sign in holds; a receipt has a number like it behind a dash."""
    return re.compile(rf"{re.escape(email)}[\s\S]*(?<!-)\b\d{{4}}-\d{{4}}\b")


def newest(page, demo, *, holding):
    """What the newest mail with the words `holding` says; "" without one."""
    page.goto(f"{demo}/demo/post/")
    found = page.get_by_role("article").filter(has_text=holding)
    return found.first.inner_text() if found.count() else ""


def wait_for(page, demo, *, holding, after=""):
    """The newest mail with the words `holding`, once it says something else than `after`."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if (said := newest(page, demo, holding=holding)) != after:
            return said
        page.wait_for_timeout(300)
    raise AssertionError(f"no new mail with {holding}")


def code_of_app(page, demo, email):
    """The code that the app of `email` shows, once there is one that was not used."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        page.goto(f"{demo}/demo/post/")
        if code := re.search(r"\d{6}", page.get_by_role("listitem").filter(has_text=email).first.inner_text()):
            return code.group()
        page.wait_for_timeout(1000)
    raise AssertionError(f"no code in the app of {email}")


def pass_second_step(page, post, demo, email):
    """On `page`, which may ask for it, with the code that `post` shows; closes that one."""
    page.wait_for_load_state()
    if page.get_by_role("heading", name="Laat zien dat u het bent").count():
        page.get_by_label("De code uit uw app").fill(code_of_app(post, demo, email))
        page.get_by_role("button", name="Log in").click()
    post.close()
