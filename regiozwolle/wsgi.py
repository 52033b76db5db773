"""What granian serves: `regiozwolle.wsgi:application`."""

import os
import sys

from django.core.wsgi import get_wsgi_application

# Seconds that one thread keeps the interpreter while others want it: a page takes a tenth of Python's own 5 ms, and
# waits for it at each question to the database when a document is made beside it.
sys.setswitchinterval(0.0005)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")
application = get_wsgi_application()
