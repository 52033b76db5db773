"""The role of the database as which the site runs, as docs/hosting.md makes it."""

import re

import pytest
from django.conf import settings
from django.db import connection


@pytest.fixture
def web_role(db):
    """A role with what docs/hosting.md grants, and the session acting as it."""
    name = connection.ops.quote_name(f"web_{connection.settings_dict['NAME']}")
    written = (settings.BASE_DIR / "docs" / "hosting.md").read_text()
    (granted,) = [block for block in re.findall(r"```sql\n(.*?)```", written, re.DOTALL) if "portal_web" in block]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {name}")
        cursor.execute(granted.replace("portal_web", name))
        cursor.execute(f"SET LOCAL ROLE {name}")
        yield cursor
        cursor.execute("RESET ROLE")
