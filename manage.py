#!/usr/bin/env python
"""Django's command line for the portal."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec

if __name__ == "__main__":
    if sys.argv[1:2] == ["demo"]:
        # Said before the settings load, and in the environment, so that the server's workers know it too.
        os.environ["PORTAL_DEMO"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")
    try:
        from django.core.management import execute_from_command_line

        import_module("psycopg")  # Django says of this one only that its database cannot be set up.
        execute_from_command_line(sys.argv)
    except ModuleNotFoundError as missing:
        library = missing.name.partition(".")[0]
        if find_spec(library):
            raise  # It is there, so something inside it is amiss: that is for a programmer.
        sys.exit(f"De bibliotheek {library} ontbreekt. Installeer alles: .venv/bin/pip install -r requirements.txt")
    except KeyboardInterrupt:
        sys.exit(130)  # Ctrl-C needs no traceback; 128 + SIGINT is what shells expect.
