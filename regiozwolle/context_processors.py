"""What every template may know besides its own context."""

from django.conf import settings


def demo(request):
    """`demo` is true in the demo, where invented examples show and the mails stand on a page."""
    return {"demo": settings.DEMO}
