"""The map of the site for search engines: every page that everyone may read, as the search of the portal knows them."""

from xml.etree import ElementTree

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from regiozwolle.searching.models import SearchEntry

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# As many addresses as the protocol allows in one file, and files in one list.
MOST, MOST_MAPS = 50_000, 50_000


@require_safe
def index(request):
    """The maps there are, that of the documents by the Woo with them; one query."""
    parts = range(1, max(1, -(-pages().count() // MOST)) + 1)
    addresses = [*((reverse("sitemap", args=[part]), None) for part in parts), (reverse("sitemap_woo"), None)]
    return as_xml("sitemapindex", "sitemap", addresses)


@require_safe
def sitemap(request, part):
    """One map; of no pages only as the first."""
    found = list(pages()[(part - 1) * MOST : part * MOST]) if 0 < part < MOST_MAPS else []
    if not found and part != 1:
        raise Http404
    return as_xml("urlset", "url", found)


def pages():
    """(Address, since when it says what it says; None is not known) of all pages, always in one order."""
    return SearchEntry.objects.public().order_by("page").values_list("page").annotate(since=Max("changed_at"))


def as_xml(name, each, addresses):
    root = ElementTree.Element(name, xmlns=NAMESPACE)
    for address, since in addresses:
        one = ElementTree.SubElement(root, each)
        ElementTree.SubElement(one, "loc").text = settings.SITE_URL + address
        if since:
            ElementTree.SubElement(one, "lastmod").text = localtime(since).isoformat(timespec="seconds")
    return HttpResponse(ElementTree.tostring(root, "utf-8", xml_declaration=True), content_type="application/xml")
