"""The map of documents that carry a category of the Woo, in the form that DiWoo documents.

It has what the portal knows: where, who answers for it, the title, the category, the day and what was done with it:
a paper was received here, and what the portal itself made was adopted when it came on the site. Without a government
that answers for the portal nobody publishes, and the map is empty.
"""

from datetime import datetime
from enum import Enum
from typing import NamedTuple
from xml.etree import ElementTree

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agenda.models import Version, VersionStatus
from consultation.deciding.models import PaperVersion
from consultation.models import Consultation
from consultation.nota.cut import Cut
from consultation.nota.points import has_nota, last_published_at
from partners.ground.publishing.woo import LIST, WooCategory
from partners.models import Partner
from regiozwolle.found.sitemap import NAMESPACE
from results.models import Report

DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"


class Handling(Enum):
    """What was done with a document: the last part of its address in TOOI, and the word of DiWoo."""

    RECEIVED = "c_dfcee535", "ontvangst"
    ADOPTED = "c_641ecd76", "vaststelling"

    @property
    def uri(self):
        return f"{LIST}{self.value[0]}"

    @property
    def label(self):
        return self.value[1]


class WooDocument(NamedTuple):
    """A document of which everyone may have the file at `path`: its title, WooCategory, and what was done `since`."""

    path: str
    since: datetime
    title: str
    category: WooCategory
    handling: Handling


@require_safe
def woo_sitemap(request):
    """The documents; a query for each kind."""
    publisher = publisher_in_law()
    root = ElementTree.Element("urlset", {"xmlns": NAMESPACE, "xmlns:diwoo": DIWOO})
    for one in documents() if publisher else ():
        add(root, one, publisher)
    return HttpResponse(ElementTree.tostring(root, "utf-8", xml_declaration=True), content_type="application/xml")


def documents():
    """The WooDocuments: papers, reports, the nota of each consultation and the agenda that was adopted.

    Without what the demo invents.
    """
    papers = PaperVersion.objects.public().filter(paper__dossier__is_example=False).exclude(paper__woo_category="")
    for one in papers.select_related("paper__dossier").order_by("put_at", "pk"):
        yield WooDocument(one.file_path, one.put_at, one.paper.title, one.paper.category, Handling.RECEIVED)
    for one in Report.objects.published().real().exclude(woo_category="").order_by("published_at", "pk"):
        path = reverse("report_file", args=[one.slug, "pdf"])
        yield WooDocument(path, one.published_at, one.title, one.category, Handling.ADOPTED)
    answered = Consultation.objects.public().real().filter(has_nota()).exclude(woo_category="")
    for one in answered.annotate(since=last_published_at()).order_by("since", "pk"):
        cut = Cut(one)
        title = f"{cut.title}: {one.title}"
        yield WooDocument(cut.file_address("pdf"), one.since, title, one.category, Handling.ADOPTED)
    current = Version.objects.current()
    if current and current.woo_category and current.status == VersionStatus.ADOPTED:
        path = reverse("agenda:print_file", args=["pdf"])
        yield WooDocument(path, current.published_at, str(current), current.category, Handling.ADOPTED)


def publisher_in_law():
    """The partner that answers for the portal, when it has an address in TOOI; None where that is not known."""
    owner = settings.OWNER.casefold()
    known = Partner.objects.public().real().filter(tooi_uri__gt="").order_by("-name")
    named = ((one, f"{one.get_kind_display()} {one.name}".casefold()) for one in known)
    return next((one for one, name in named if owner.endswith(name)), None)


def add(root, document, publisher):
    moment = timezone.localtime(document.since).isoformat(timespec="seconds")
    url = ElementTree.SubElement(root, "url")
    ElementTree.SubElement(url, "loc").text = settings.SITE_URL + document.path
    ElementTree.SubElement(url, "lastmod").text = moment
    told = ElementTree.SubElement(ElementTree.SubElement(url, "diwoo:Document"), "diwoo:DiWoo")
    ElementTree.SubElement(told, "diwoo:publisher", resource=publisher.tooi_uri).text = settings.OWNER
    titles = ElementTree.SubElement(told, "diwoo:titelcollectie")
    ElementTree.SubElement(titles, "diwoo:officieleTitel").text = document.title
    classified = ElementTree.SubElement(told, "diwoo:classificatiecollectie")
    categories = ElementTree.SubElement(classified, "diwoo:informatiecategorieen")
    category = document.category
    ElementTree.SubElement(categories, "diwoo:informatiecategorie", resource=category.uri).text = category.label
    ElementTree.SubElement(told, "diwoo:creatiedatum").text = f"{timezone.localdate(document.since):%Y-%m-%d}"
    handled = ElementTree.SubElement(
        ElementTree.SubElement(told, "diwoo:documenthandelingen"), "diwoo:documenthandeling"
    )
    handling = document.handling
    ElementTree.SubElement(handled, "diwoo:soortHandeling", resource=handling.uri).text = handling.label
    ElementTree.SubElement(handled, "diwoo:atTime").text = moment
    ElementTree.SubElement(handled, "diwoo:wasAssociatedWith", resource=publisher.tooi_uri).text = settings.OWNER
