"""What granian serves: `regiozwolle.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")
application = get_wsgi_application()
