"""The mails of the demo, which its worker sends a moment after they were asked for."""

import time

PATIENCE = 60  # seconds; the worker of a demo that has just begun begins too


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
