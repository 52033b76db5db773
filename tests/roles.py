"""As whom a test acts: a session that passed the second step or not, and the site's role in the database."""

from types import SimpleNamespace

import pytest
from allauth.account.internal.flows.login import clear_authentication_records, record_authentication
from django.conf import settings
from django.db import connection


def pass_second_step(client, user):
    """Lets the session of `client`, signed in as `user`, have passed the second step, as signing in does."""
    session = client.session
    record_authentication(SimpleNamespace(session=session), user, "mfa", type="totp")
    session.save()


def both_steps(client, user):
    """Signs in as `user` of the secretariat at once, where no fixture does so: in a benchmark."""
    client.force_login(user, settings.AUTHENTICATION_BACKENDS[0])
    pass_second_step(client, user)


def one_step(client, user):
    """Signs in as `user` with a mailed code alone."""
    client.force_login(user)
    session = client.session
    clear_authentication_records(SimpleNamespace(session=session))
    session.save()


@pytest.fixture
def web_role(db):
    """A role with what deploy/rechten.sql grants, and the session acting as it."""
    name = connection.ops.quote_name(f"web_{connection.settings_dict['NAME']}")
    granted = (settings.BASE_DIR / "deploy" / "rechten.sql").read_text()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {name}")
        cursor.execute(granted.replace("portal_web", name))
        cursor.execute(f"SET LOCAL ROLE {name}")
        yield cursor
        cursor.execute("RESET ROLE")
