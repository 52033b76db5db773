"""The data sets as a catalogue for catalogues (DCAT-AP-NL 3.0), as JSON-LD.

What is not laid down is said so: the licence of a set of which no maker says the same is unknown.
"""

from json import dumps

from django.conf import settings
from django.urls import reverse

from partners.ground.documents.text import as_data
from partners.ground.state.pieces import piece
from partners.models import Licence
from regiozwolle.api import VERSION
from regiozwolle.open_data.datasets import DATASETS

CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EUROPE = "http://publications.europa.eu/resource/authority"
DUTCH = {"@id": f"{EUROPE}/language/NLD", "@type": "dct:LinguisticSystem"}
FOR_ALL = {"@id": f"{EUROPE}/access-right/PUBLIC", "@type": "dct:RightsStatement"}
GOVERNMENT = {
    "@id": f"{EUROPE}/data-theme/GOVE",
    "@type": "skos:Concept",
    "skos:prefLabel": {"@value": "Overheid en publieke sector", "@language": "nl"},
    "skos:inScheme": {"@id": f"{EUROPE}/data-theme", "@type": "skos:ConceptScheme", "dct:title": "Data theme"},
}
RULES = {"@id": "https://gitdocumentatie.logius.nl/publicatie/api/adr/", "@type": "dct:Standard"}
UNKNOWN = "http://standaarden.overheid.nl/owms/terms/licentieonbekend"
LICENCES = {
    Licence.CC0: "http://creativecommons.org/publicdomain/zero/1.0/deed.nl",
    Licence.CC_BY: "http://creativecommons.org/licenses/by/4.0/deed.nl",
}
# (Ending, media type, the file type in the list of the European Union).
FILES = (
    ("csv", "text/csv", "CSV"),
    ("json", "application/json", "JSON"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet", "ODS"),
)


@piece
def written(licences):
    """The catalogue as JSON, of the `licences` of each data set."""
    return dumps(catalogue(licences), ensure_ascii=False, indent=1)


def catalogue(licences_of_all):
    """The whole catalogue."""
    site = settings.SITE_URL
    page = site + reverse("open_data")
    sets = zip(DATASETS.items(), licences_of_all, strict=True)
    return {
        "@context": CONTEXT,
        "@id": f"{page}#catalogus",
        "@type": "dcat:Catalog",
        **described("Open data van Regio Zwolle", "Alles wat op de site voor iedereen te lezen is, als gegevens."),
        **of_the_region(),
        "dct:license": licence(UNKNOWN),
        "foaf:homepage": document(page),
        "dcat:themeTaxonomy": GOVERNMENT["skos:inScheme"],
        "dcat:service": service(page),
        "dcat:dataset": [dataset(name, one, licences) for (name, one), licences in sets],
    }


def dataset(name, one, licences):
    page = settings.SITE_URL + one.page_path
    here = settings.SITE_URL + reverse("api:collection", args=[name])
    address, rights = licence_of(licences), as_data(one.rights_under(licences))
    return {
        "@id": f"{settings.SITE_URL}{reverse('open_data')}#{name}",
        "@type": "dcat:Dataset",
        **described(f"{one.title} (Regio Zwolle)", one.description),
        **of_the_region(),
        "dct:identifier": here,
        "dct:accessRights": FOR_ALL,
        "dct:conformsTo": RULES,
        "dcat:theme": GOVERNMENT,
        "dcat:keyword": [{"@value": word, "@language": "nl"} for word in ("Regio Zwolle", one.title)],
        "dcat:landingPage": document(page),
        "foaf:page": document(settings.SITE_URL + reverse("open_data")),
        "dcat:distribution": [distribution(name, one, address, rights, *form) for form in FILES],
    }


def distribution(name, one, address, rights, ending, media, kind):
    file = settings.SITE_URL + reverse("open_data_download", args=[name, ending])
    return {
        "@id": file,
        "@type": "dcat:Distribution",
        **described(f"{one.title} als {ending}", one.description),
        "dct:language": DUTCH,
        "dct:license": licence(address),
        "dct:rights": {"@type": "dct:RightsStatement", "dct:description": {"@value": rights, "@language": "nl"}},
        "dct:conformsTo": RULES,
        "dct:format": {"@id": f"{EUROPE}/file-type/{kind}", "@type": "dct:MediaTypeOrExtent"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}", "@type": "dct:MediaType"},
        "dcat:accessURL": {"@id": settings.SITE_URL + one.page_path},
        "dcat:downloadURL": {"@id": file},
        "dcat:accessService": {"@id": f"{settings.SITE_URL}/api/v1"},
    }


def service(page):
    address = f"{settings.SITE_URL}/api/v1"
    return {
        "@id": address,
        "@type": "dcat:DataService",
        **described("API van Regio Zwolle", "Elke verzameling en elke rij daarin, om op te vragen."),
        **of_the_region(),
        "dct:identifier": address,
        "dcat:version": VERSION,
        "dct:accessRights": FOR_ALL,
        "dct:license": licence(UNKNOWN),
        "dct:conformsTo": RULES,
        "dcat:theme": GOVERNMENT,
        "dcat:keyword": {"@value": "Regio Zwolle", "@language": "nl"},
        "dcat:endpointURL": {"@id": address},
        "dcat:endpointDescription": {"@id": settings.SITE_URL + reverse("api:openapi")},
        "dcat:landingPage": document(page),
    }


def described(title, description):
    return {
        "dct:title": {"@value": title, "@language": "nl"},
        "dct:description": {"@value": description, "@language": "nl"},
    }


def of_the_region():
    """Who makes it, who answers for it in law, and who answers a question."""
    owner = settings.OWNER or "Regio Zwolle"
    region = {"@id": f"{settings.SITE_URL}/#regio", "@type": "foaf:Agent", "foaf:name": "Regio Zwolle"}
    answers = {"@id": f"{settings.SITE_URL}/#eigenaar", "@type": "foaf:Agent", "foaf:name": owner}
    return {
        "dct:creator": region,
        "dct:publisher": answers,
        "dct:language": DUTCH,
        "dcat:contactPoint": {
            "@id": settings.SITE_URL + reverse("contact"),
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": "Regiobureau van Regio Zwolle",
            "vcard:hasEmail": {"@id": f"mailto:{settings.CONTACT_EMAIL}"},
            "vcard:hasURL": {"@id": settings.SITE_URL + reverse("contact")},
        },
    }


def document(address):
    return {"@id": address, "@type": "foaf:Document"}


def licence(address):
    return {"@id": address, "@type": "dct:LicenseDocument"}


def licence_of(licences):
    """The address of the licence that all sources of a set have; that it is not known, where they differ."""
    return LICENCES.get(licences[0][0], UNKNOWN) if len(licences) == 1 else UNKNOWN
