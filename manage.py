#!/usr/bin/env python
"""Django's command line for the portal."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    if sys.argv[1:2] == ["demo"]:
        # Said before the settings load, and in the environment, so that the server's workers know it too.
        os.environ["PORTAL_DEMO"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")
    execute_from_command_line(sys.argv)
