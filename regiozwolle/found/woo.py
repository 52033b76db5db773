"""The map of documents that carry a category of the Woo, in the form that DiWoo documents.

It has what the portal knows: where, who answers for it, the title, the category and the day. The addresses that DiWoo
wants of what was done with a document are not known here, so nothing is said of that. Without a government that
answers for the portal nobody publishes, and the map is empty.
"""

from xml.etree import ElementTree

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultation.deciding.models import PaperVersion
from partners.models import Partner
from regiozwolle.found.sitemap import NAMESPACE

DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"


@require_safe
def woo_sitemap(request):
    """The documents; two queries."""
    publisher = publisher_in_law()
    root = ElementTree.Element("urlset", {"xmlns": NAMESPACE, "xmlns:diwoo": DIWOO})
    for version in documents() if publisher else ():
        add(root, version, publisher)
    return HttpResponse(ElementTree.tostring(root, "utf-8", xml_declaration=True), content_type="application/xml")


def documents():
    """The versions of papers that everyone may read and that carry a category; without what the demo invents."""
    real = PaperVersion.objects.public().filter(paper__dossier__is_example=False)
    return real.exclude(paper__woo_category="").select_related("paper__dossier").order_by("put_at", "pk")


def publisher_in_law():
    """The partner that answers for the portal, when it has an address in TOOI; None where that is not known."""
    owner = settings.OWNER.casefold()
    known = Partner.objects.public().real().filter(tooi_uri__gt="").order_by("-name")
    named = ((one, f"{one.get_kind_display()} {one.name}".casefold()) for one in known)
    return next((one for one, name in named if owner.endswith(name)), None)


def add(root, version, publisher):
    url = ElementTree.SubElement(root, "url")
    ElementTree.SubElement(url, "loc").text = settings.SITE_URL + version.file_path
    ElementTree.SubElement(url, "lastmod").text = timezone.localtime(version.put_at).isoformat(timespec="seconds")
    told = ElementTree.SubElement(ElementTree.SubElement(url, "diwoo:Document"), "diwoo:DiWoo")
    category = version.paper.category
    ElementTree.SubElement(told, "diwoo:publisher", resource=publisher.tooi_uri).text = settings.OWNER
    titles = ElementTree.SubElement(told, "diwoo:titelcollectie")
    ElementTree.SubElement(titles, "diwoo:officieleTitel").text = version.paper.title
    classified = ElementTree.SubElement(told, "diwoo:classificatiecollectie")
    categories = ElementTree.SubElement(classified, "diwoo:informatiecategorieen")
    ElementTree.SubElement(categories, "diwoo:informatiecategorie", resource=category.uri).text = category.label
    ElementTree.SubElement(told, "diwoo:creatiedatum").text = f"{timezone.localdate(version.put_at):%Y-%m-%d}"
