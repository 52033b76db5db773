"""What every template may know besides its own context."""

from django.conf import settings


def site(request):
    """`demo` is true in the demo, where invented examples show; `contact_email` is where a reader can ask something."""
    return {"demo": settings.DEMO, "contact_email": settings.CONTACT_EMAIL}
