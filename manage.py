#!/usr/bin/env python
"""Django's command line for the portal."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec


def run(command):
    """Carry out what the command line asks. Raises ModuleNotFoundError when a library is not installed."""
    if command == "test":
        # Ours is pytest's; a process of its own, because the settings look whether it is there from the start.
        import_module("pytest")
        os.execv(sys.executable, [sys.executable, "-m", "pytest", *sys.argv[2:]])
    if command == "demo":
        # Said before the settings load, and in the environment, so that the server's workers know it too.
        os.environ["PORTAL_DEMO"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")
    management = import_module("django.core.management")
    import_module("psycopg")  # Django says of this one only that its database cannot be set up.
    management.execute_from_command_line(sys.argv)


if __name__ == "__main__":
    command = "".join(sys.argv[1:2])
    try:
        run(command)
    except ModuleNotFoundError as missing:
        library = missing.name.partition(".")[0]
        if find_spec(library):
            raise  # It is there, so something inside it is amiss: that is for a programmer.
        requirements = "requirements-dev.txt" if command == "test" else "requirements.txt"
        sys.exit(f"De bibliotheek {library} ontbreekt. Installeer alles: .venv/bin/pip install -r {requirements}")
    except KeyboardInterrupt:
        sys.exit(130)  # Ctrl-C needs no traceback; 128 + SIGINT is what shells expect.
