"""What an address answers to each role, as a row of a table says it and as it is."""

from django.db import transaction

from tests.people_of_roles import GROUPS, ROLES


def statuses(row):
    """The status for each of ROLES of a row: 'in 404 writer=302' is 302 to the writer and 404 to all others inside.

    One status alone is for everyone, and a word of GROUPS for each of them.
    """
    told = [word for word in row.split() if "=" not in word]
    said = dict.fromkeys(ROLES, told[-1]) | {"anonymous": told[0]}
    for name, status in (word.split("=") for word in row.split() if "=" in word):
        said |= dict.fromkeys(GROUPS.get(name, [name]), status)
    return said


def answer_to(client, cookies, method, address):
    """What the address answers to the browser that has `cookies`; whatever it did is undone.

    Every answer, whatever it is, tells the browser that nothing of elsewhere runs in it and that it is what it says.
    """
    client.cookies.clear()
    client.cookies.update(cookies)
    with transaction.atomic():
        answer = getattr(client, method)(address)
        if answer.streaming:
            b"".join(answer)
        transaction.set_rollback(True)
    policy = answer.headers.get("Content-Security-Policy", "")
    assert "default-src 'none'" in policy, address
    assert "unsafe" not in policy, address
    assert answer.headers.get("X-Content-Type-Options") == "nosniff", address
    return answer


def status_of(answer):
    """Its status; "in" when it leads to signing in."""
    led_in = answer.status_code == 302 and answer.headers["Location"].startswith(("/inloggen/", "/beheer/login/"))
    return "in" if led_in else str(answer.status_code)
