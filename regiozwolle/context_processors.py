"""What every template may know besides its own context."""

from dataclasses import dataclass
from functools import cache, partial

from django.conf import settings
from django.urls import reverse

# The item of the main menu that an address lies under, by the first part of the address; others lie under none.
SECTIONS = {
    "agenda": "agenda",
    "resultaten": "results",
    "consultaties": "consultations",
    "tafel": "consultations",
    "brief": "consultations",
    "herinnering": "consultations",
    "uitnodiging": "consultations",
    "antwoorden": "consultations",
    "punten": "consultations",
    "vragen": "consultations",
    "beloften": "consultations",
    "besluiten": "decisions",
    "partners": "partners",
    "zoeken": "search",
    "mijn-reacties": "my-letters",
    "mijn-orgaan": "my-letters",
}

# The items of the main menu, as in SECTIONS, with their word and the name of their address.
MENU = [
    ("agenda", "Agenda", "agenda:agenda"),
    ("results", "Resultaten", "results:dashboard"),
    ("consultations", "Consultaties", "consultation:list"),
    ("decisions", "Besluiten", "deciding:decisions"),
    ("partners", "Partners", "partners:list"),
    ("search", "Zoeken", "search"),
]
SIGNED_IN = [("my-letters", "Mijn reacties", "consultation:my_letters")]
STAFF = [("admin", "Beheer", "admin:index")]


@dataclass(frozen=True)
class MenuItem:
    """An item of the main menu; `is_current` when the page lies under it."""

    name: str
    label: str
    url: str
    is_current: bool


def site(request):
    """`demo` is true in the demo, where invented examples show; `contact_email` is where a reader can ask something.

    `request_number` is what the log calls this request, for an error page to name.
    `menu` gives the MenuItems for the reader. It is worked out only where it is drawn, as it asks who that is.
    """
    return {
        "demo": settings.DEMO,
        "contact_email": settings.CONTACT_EMAIL,
        "menu": partial(menu, request),
        "request_number": getattr(request, "number", ""),
    }


def menu(request):
    """The MenuItems that this reader may use, in order."""
    entries = [*MENU]
    if request.user.is_authenticated:
        entries += SIGNED_IN + (STAFF if request.user.is_staff else [])
    current = section_of(request)
    return [MenuItem(name, label, address(route), name == current) for name, label, route in entries]


def section_of(request):
    """The name of the item that the address lies under, or None."""
    return SECTIONS.get(request.path_info.split("/")[1])


@cache
def address(route):
    """The address of an item, looked up once: every page asks for all of them."""
    return reverse(route)
