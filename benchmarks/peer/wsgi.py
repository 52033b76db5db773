"""What the web server of the Wagtail site serves."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
