"""What granian serves: `regiozwolle.wsgi:application`."""

import os

from regiozwolle.keeping.loaded import loaded_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")
application = loaded_application()
