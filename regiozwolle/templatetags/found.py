"""What a page says of itself to machines: its one address, its picture where it is shared, its thing and its data."""

import json
import re

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from partners.ground.state.pieces import piece
from regiozwolle.context_processors import section_of
from regiozwolle.found.pictures import PICTURES, SIZE, picture_of
from regiozwolle.found.things import pictured_of, thing_of
from regiozwolle.keeping.words import KEPT

register = template.Library()
UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
PAGE = "pagina"


@register.tag
def found_by_machines(parser, token):
    """Around the title and the description of a page: gives them, and what follows from them."""
    nodelist = parser.parse(("endfound_by_machines",))
    parser.delete_first_token()
    return FoundNode(nodelist)


class FoundNode(template.Node):
    """The head of a page that everyone may read; of any other only what stands inside."""

    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        said = self.nodelist.render(context)
        request = context.get("request")
        match = getattr(request, "resolver_match", None)
        word = KEPT.get(match.view_name) if match else None
        if word is None or "exception" in context or getattr(request, "concept", None):
            return said
        address = address_of(request, word)
        known = context.flatten()
        thing, data = thing_of(match.view_name, known)
        picture = pictured_of(match.view_name, known)
        return mark_safe(said + of_page(address, said, section_of(request), picture) + of_thing(thing, data))


def address_of(request, word):
    """The one address of the page, whatever else was asked of it."""
    page = request.GET.get(PAGE, "") if PAGE in word.parameters else ""
    is_later = page.isascii() and page.isdecimal() and page.strip("0") not in ("", "1")
    return f"{settings.SITE_URL}{request.path}" + (f"?{PAGE}={int(page[:9])}" if is_later else "")


@piece
def of_page(address, said, section, pictured):
    """The canonical address, and the same words for who shares the page and for who catalogues it.

    `pictured` is the (kind, key) of the thing whose picture it has, or None.
    """
    title = inside(r"<title>(.*?)</title>", said)
    description = inside(r'<meta name="description" content="(.*?)"', said)
    section = picture_of(section)
    picture = reverse("share_picture_of", args=pictured) if pictured else reverse("share_picture", args=[section])
    shared = {
        "og:type": "website",
        "og:site_name": "Regio Zwolle",
        "og:locale": "nl_NL",
        "og:title": title,
        "og:description": description,
        "og:url": address,
        "og:image": settings.SITE_URL + picture,
        "og:image:width": SIZE[0],
        "og:image:height": SIZE[1],
        "og:image:alt": title if pictured else f"Regio Zwolle: {PICTURES[section]}",
    }
    catalogued = {
        "dcterms.title": title,
        "dcterms.identifier": address,
        "dcterms.creator": "Regio Zwolle",
        "dcterms.language": "nl-NL",
        "twitter:card": "summary_large_image",
    }
    if settings.OWNER:
        catalogued["dcterms.publisher"] = settings.OWNER
    return (
        format_html('\n  <link rel="canonical" href="{}">', address)
        + format_html_join("", '\n  <meta property="{}" content="{}">', shared.items())
        + format_html_join("", '\n  <meta name="{}" content="{}">', catalogued.items())
    )


def of_thing(thing, data):
    """What the page is about, as data that no browser runs, and where the same is in the API."""
    told = json.dumps(thing, ensure_ascii=False).translate(UNSAFE) if thing else ""
    block = format_html('\n  <script type="application/ld+json">{}</script>', mark_safe(told)) if told else ""
    return format_html_join("", '\n  <link rel="alternate" type="{}" href="{}">', data) + block


def inside(pattern, html):
    """What stands there, on one line; it is safe already, as the template gave it."""
    found = re.search(pattern, html, re.DOTALL)
    return mark_safe(" ".join(found[1].split()).replace('"', "&quot;")) if found else ""
