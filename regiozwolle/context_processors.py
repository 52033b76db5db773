"""What every template may know besides its own context."""

from django.conf import settings

# The item of the main menu that an address lies under, by the first part of the address; others lie under none.
SECTIONS = {
    "agenda": "agenda",
    "resultaten": "resultaten",
    "consultaties": "consultaties",
    "geschiedenis": "consultaties",
    "tafel": "consultaties",
    "brief": "consultaties",
    "herinnering": "consultaties",
    "uitnodiging": "consultaties",
    "antwoorden": "consultaties",
    "punten": "consultaties",
    "besluiten": "besluiten",
    "partners": "partners",
    "zoeken": "zoeken",
    "mijn-reacties": "mijn-reacties",
}


def site(request):
    """`demo` is true in the demo, where invented examples show; `contact_email` is where a reader can ask something.

    `section` is the item of the main menu that is current, or None.
    """
    first = request.path_info.split("/")[1]
    return {"demo": settings.DEMO, "contact_email": settings.CONTACT_EMAIL, "section": SECTIONS.get(first)}
