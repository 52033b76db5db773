"""The role of the database as which the site runs, as deploy/rechten.sql makes it."""

import pytest
from django.conf import settings
from django.db import connection


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
