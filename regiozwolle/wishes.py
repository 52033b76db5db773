"""What somebody wants who is asked to sign in first, in the words of the page where they came from."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from agenda.models import Element
from consultation.models import Consultation

# By the name of the address where they were going.
WISHES = {
    "consultation:answer_questions": "de vragen beantwoorden",
    "consultation:others": "lezen wat de anderen vinden",
    "my_body": "zien wat er bij uw orgaan voorligt",
}


def wish(address):
    """What somebody wants who goes to `address`, to read after ‘U wilt’: ‘reageren op opgave 2.1’; "" for the rest."""
    try:
        going = resolve(urlsplit(address).path)
    except Resolver404:
        return ""
    if going.view_name == "consultation:respond":
        return wish_to_respond(**going.kwargs)
    return WISHES.get(going.view_name, "")


def wish_to_respond(slug, code):
    """The same of who goes to react to one part of the agenda, as it is called in the text of that consultation."""
    consultation = Consultation.objects.public().filter(slug=slug).select_related("version").first()
    version = consultation.version if consultation else None
    element = Element.objects.in_version(version).filter(code=code).first()
    return f"reageren op {element.mention}" if element else ""
