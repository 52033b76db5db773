"""What machines find: the maps of the site, what a page says of itself, and the catalogue of the data."""

import json
import re
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pyshacl
import pytest
import rdflib
from django.http import QueryDict
from django.utils import timezone
from django.utils.timezone import localtime
from lxml import etree

from agenda.actions import draft_next
from agenda.models import Version, VersionStatus
from consultation.deciding.board import Board
from consultation.deciding.models import Dossier
from partners.ground import files
from partners.ground.models import Change
from partners.ground.publishing.woo import LIST, WooCategory
from regiozwolle.archiving.of_dossier import archive_of
from regiozwolle.archiving.of_dossier import document_of as decided
from regiozwolle.archiving.texts import document_of as text_of_version
from regiozwolle.found import sitemap
from regiozwolle.pages import agenda_print
from regiozwolle.pages.dossier import document_of_rows
from regiozwolle.searching import indexing
from regiozwolle.searching.freshness import read_everything

SHAPES = Path(__file__).resolve().parent.parent.parent / "shared" / "standards"
# The schema of DiWoo 0.9.8, with its lists beside it; that of MDTO is what it imports.
DIWOO = SHAPES / "diwoo-metadata.xsd"
MDTO = Path(__file__).parent / "schemas" / "MDTO-XML1.0.1.xsd"


def locations(client, path):
    return [one.text for one in ElementTree.fromstring(client.get(path).content).findall(".//{*}loc")]


def urls(client, path):
    return ElementTree.fromstring(client.get(path).content)


def test_a_page_is_as_old_as_the_last_change_of_what_it_says(client, zwolle, settings, monkeypatch):
    def lastmod(page):
        told = {url.findtext("{*}loc"): url.findtext("{*}lastmod") for url in urls(client, "/sitemap-1.xml")}
        return told[settings.SITE_URL + page]

    first = timezone.now() - timedelta(days=9)
    with monkeypatch.context() as earlier:
        earlier.setattr(indexing, "last_change", lambda: first)
        read_everything()
    assert lastmod("/partners/zwolle/") == lastmod("/privacy/") == localtime(first).isoformat(timespec="seconds")
    zwolle.summary = "Anders."
    zwolle.save()
    read_everything()
    changed = Change.objects.latest("pk").made_at
    assert lastmod("/partners/zwolle/") == localtime(changed).isoformat(timespec="seconds")
    assert lastmod("/privacy/") == localtime(first).isoformat(timespec="seconds")
    read_everything(anew=True)
    assert lastmod("/privacy/") == localtime(first).isoformat(timespec="seconds")


def head_of(client, path):
    html = client.get(path).text
    said = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', html))
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
    return canonical, said, json.loads(block[1]) if block else None, html


def test_the_map_of_the_site_has_every_page_and_robots_names_it(client, zwolle, settings, monkeypatch):
    read_everything()
    only, woo = locations(client, "/sitemap.xml")
    assert woo == f"{settings.SITE_URL}/sitemap-woo.xml"
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in client.get("/robots.txt").text
    pages = locations(client, only.removeprefix(settings.SITE_URL))
    assert {f"{settings.SITE_URL}/", f"{settings.SITE_URL}/partners/zwolle/"} <= set(pages)
    assert len(pages) == len(set(pages))
    assert [client.get(f"/sitemap-{part}.xml").status_code for part in (0, 1, 2, 10**9)] == [404, 200, 404, 404]
    told = {url.findtext("{*}loc"): url.findtext("{*}lastmod") for url in urls(client, "/sitemap-1.xml")}
    changed = Change.objects.latest("pk").made_at
    assert told[f"{settings.SITE_URL}/partners/zwolle/"] == localtime(changed).isoformat(timespec="seconds")
    monkeypatch.setattr(sitemap, "MOST", 3)
    *parts, _ = locations(client, "/sitemap.xml")
    assert len(parts) == -(-len(pages) // 3)
    assert [page for part in parts for page in locations(client, part.removeprefix(settings.SITE_URL))] == pages


def test_a_page_says_its_one_address_its_thing_and_where_that_is_as_data(client, zwolle, settings):
    canonical, said, thing, html = head_of(client, "/partners/zwolle/?x=1")
    here = f"{settings.SITE_URL}/partners/zwolle/"
    assert (canonical, said["og:url"], said["dcterms.identifier"]) == ([here], here, here)
    assert said["og:title"] == said["dcterms.title"] == "Zwolle – Regio Zwolle"
    assert said["og:description"] == said["description"]
    assert (thing["@type"], thing["name"], thing["@id"]) == ("GovernmentOrganization", "Zwolle", here)
    data = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)"', html)[1]
    assert client.get(data).json()["adres"] == "zwolle"
    assert '<link rel="alternate" type="text/csv" href="/open-data/partners.csv">' in html
    picture = client.get(said["og:image"].removeprefix(settings.SITE_URL))
    assert (picture.status_code, picture.content[:4]) == (200, b"\x89PNG")
    assert picture.content[16:24] == (1200).to_bytes(4, "big") + (630).to_bytes(4, "big")
    assert client.get("/deelbeeld/onbekend.png").status_code == 404


def test_what_a_name_holds_never_ends_the_data_in_a_page(client, zwolle):
    zwolle.summary = "</script><b>&amp; \" ' \u2028"
    zwolle.save()
    _, _, thing, html = head_of(client, "/partners/zwolle/")
    assert thing["description"] == zwolle.summary
    assert "</script><b>" not in html


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("/resultaten/correcties/?pagina=1", "/resultaten/correcties/"),
        ("/resultaten/correcties/?pagina=0x", "/resultaten/correcties/"),
        ("/resultaten/correcties/?pagina=002", "/resultaten/correcties/?pagina=2"),
        ("/partners/?pagina=2&soort=gemeente", "/partners/"),
        ("/zoeken/?q=x", None),
        ("/partners/onbekend/", None),
        ("/inloggen/", None),
    ],
)
def test_only_what_everyone_may_read_has_one_address(client, db, settings, path, canonical):
    found, said, _, _ = head_of(client, path)
    assert found == ([settings.SITE_URL + canonical] if canonical else [])
    assert ("og:url" in said) == bool(canonical)


def test_a_document_with_a_category_is_told_in_the_form_of_diwoo(client, zwolle, version, deck, settings):
    dossier = Dossier.objects.create(slug="stukken", title="Stukken", version=version, source=deck)
    file = files.store(b"%PDF-1.7", name="stuk.pdf", content_type="application/pdf")
    for title, category in (("Zonder", WooCategory.NONE), ("Een nota", WooCategory.COUNCILS)):
        paper = dossier.papers.create(title=title, woo_category=category)
        put = paper.versions.create(number=1, file=file, file_name="stuk.pdf")
    settings.OWNER = "gemeente Zwolle"
    assert len(ElementTree.fromstring(client.get("/sitemap-woo.xml").content)) == 0
    zwolle.tooi_uri = "https://identifier.overheid.nl/tooi/id/gemeente/gm0193"
    zwolle.save()
    [url] = ElementTree.fromstring(client.get("/sitemap-woo.xml").content)
    said = {one.tag.split("}")[-1]: (one.text, one.get("resource")) for one in url.iter()}
    assert said["officieleTitel"] == ("Een nota", None)
    assert said["publisher"] == ("gemeente Zwolle", zwolle.tooi_uri)
    assert said["informatiecategorie"] == (WooCategory.COUNCILS.label, WooCategory.COUNCILS.uri)
    assert said["soortHandeling"] == ("ontvangst", f"{LIST}c_dfcee535")
    assert said["atTime"][0] == said["lastmod"][0] == localtime(put.put_at).isoformat(timespec="seconds")
    assert said["wasAssociatedWith"] == said["publisher"]
    assert client.get(said["loc"][0].removeprefix(settings.SITE_URL)).status_code == 200
    whole = etree.fromstring(client.get("/sitemap-woo.xml").content)
    settings.OWNER = ""
    assert len(ElementTree.fromstring(client.get("/sitemap-woo.xml").content)) == 0
    if not DIWOO.exists():
        pytest.skip("Het schema van DiWoo ligt niet naast dit project.")
    schema = DIWOO.read_text().replace("https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd", MDTO.as_uri())
    schema = etree.XMLSchema(etree.fromstring(schema.encode(), base_url=DIWOO.as_uri()))
    [document] = whole.iter("{*}Document")
    schema.assertValid(etree.fromstring(etree.tostring(document)))


def test_the_agenda_and_the_decisions_carry_their_category_on_the_page_in_the_file_and_in_the_list(
    client, zwolle, version, wording, deck, settings
):
    Version.objects.update(woo_category=WooCategory.COUNCILS)
    dossier = Dossier.objects.create(
        slug="stukken", title="Stukken", version=version, source=deck, woo_category=WooCategory.ADVICE
    )
    zwolle.tooi_uri, settings.OWNER = "https://identifier.overheid.nl/tooi/id/gemeente/gm0193", "gemeente Zwolle"
    zwolle.save()
    assert not list(ElementTree.fromstring(client.get("/sitemap-woo.xml").content)), "a draft was not adopted"
    for address, category in [
        ("/agenda/", WooCategory.COUNCILS),
        ("/agenda/afdrukken/", WooCategory.COUNCILS),
        (dossier.get_absolute_url(), WooCategory.ADVICE),
    ]:
        assert f'<meta name="dcterms.subject" content="{category.uri}">' in client.get(address).text
    version.refresh_from_db()
    for made, category in (
        (agenda_print.document(version, []), WooCategory.COUNCILS),
        (text_of_version(version), WooCategory.COUNCILS),
        (decided(dossier), WooCategory.ADVICE),
        (document_of_rows(dossier, Board(dossier, QueryDict())), WooCategory.ADVICE),
    ):
        assert list(made.keywords) == category.keywords
    told = {one.place: one.category for one in archive_of(dossier).records}
    assert told["dossier-en-besluiten"] == WooCategory.ADVICE
    assert told["teksten/versie-1"] == WooCategory.COUNCILS
    adopted = draft_next(version=version)
    assert adopted.woo_category == WooCategory.COUNCILS
    adopted.status, adopted.published_at = VersionStatus.ADOPTED, timezone.now()
    adopted.save()
    [url] = ElementTree.fromstring(client.get("/sitemap-woo.xml").content)
    assert url.findtext("{*}loc") == f"{settings.SITE_URL}/agenda/afdrukken/agenda.pdf"
    assert url.find(".//{*}informatiecategorie").get("resource") == WooCategory.COUNCILS.uri


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_catalogue_meets_the_dutch_shapes(client, deck, settings):
    answer = client.get("/open-data/catalogus.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    graph = rdflib.Graph().parse(data=answer.content, format="json-ld")
    sets = set(graph.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset))
    assert len(sets) > 30
    if not SHAPES.exists():
        pytest.skip("De vormen van DCAT-AP-NL liggen niet naast dit project.")
    shapes = rdflib.Graph()
    for part in ("SHACL", "SHACL-aanbevolen", "SHACL-klassebereik", "SHACL-klassebereik-codelijsten", "OPT"):
        shapes.parse(SHAPES / f"dcat-ap-nl-{part}.ttl", format="turtle")
    meets, _, told = pyshacl.validate(graph, shacl_graph=shapes, allow_warnings=False)
    assert meets, told
