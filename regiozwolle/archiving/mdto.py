"""What an archive must know of a record and of a file, in the XML of MDTO 1.0.1 (Nationaal Archief).

What nobody settled yet is not left out and not guessed: MDTO asks for it, so it says that it is not known.
"""

from xml.etree import ElementTree

from django.utils import timezone

from partners.ground.documents.document import NOT_LICENSED

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
SCHEMA = f"{NAMESPACE} {NAMESPACE}/MDTO-XML1.0.1.xsd"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
UNKNOWN = "Nog niet bekend"
MAKER = "Regio Zwolle"
SITE = "Portal van Regio Zwolle"
TOOI = "TOOI"
# How MDTO itself names its lists, and the one of what somebody did with a record, which is our own.
LEVELS = "Begrippenlijst Aggregatieniveaus MDTO"
WORTHS = "Begrippenlijst Waarderingen MDTO"
EVENTS = "Begrippenlijst EventTypeLijst MDTO"
SUMS = "Begrippenlijst ChecksumAlgoritme MDTO"
PARTS = f"{SITE}, rollen"
CATEGORIES = "Woo-informatiecategorieën (TOOI)"
MEDIA_TYPES = "IANA Media Types"
RESTRICTIONS = f"{SITE}, gebruik"

ElementTree.register_namespace("", NAMESPACE)
ElementTree.register_namespace("xsi", INSTANCE)


def whole_xml(archive):
    """The informatieobject of all of it, that names each of its records."""
    return written(
        "informatieobject",
        [
            identified(archive.address),
            ("naam", archive.title),
            ("aggregatieniveau", term("Dossier", LEVELS)),
            ("omschrijving", archive.about),
            *([("omschrijving", "Voorbeeld: de inhoud is verzonnen voor de demo.")] if archive.is_example else []),
            ("raadpleeglocatie", [("raadpleeglocatieOnline", archive.address)]),
            ("taal", "nl"),
            ("waardering", term(UNKNOWN, WORTHS)),
            *(("bevatOnderdeel", reference(one.title, identity(archive, one))) for one in archive.records),
            *makers(archive.actors),
        ],
    )


def record_xml(archive, record):
    """The informatieobject of one record, with the Woo category that it carries, if it carries one."""
    return written(
        "informatieobject",
        [
            identified(identity(archive, record)),
            ("naam", record.title),
            ("aggregatieniveau", term("Archiefstuk", LEVELS)),
            *([("classificatie", classified(record.category))] if record.category else []),
            ("omschrijving", record.about),
            ("raadpleeglocatie", [("raadpleeglocatieOnline", record.address)]),
            ("taal", "nl"),
            *([("event", created(record.dated))] if record.dated else []),
            ("waardering", term(UNKNOWN, WORTHS)),
            ("isOnderdeelVan", reference(archive.title, archive.address)),
            *(("heeftRepresentatie", reference(one.path, f"{archive.address}#{one.path}")) for one in record.files),
            *makers(record.actors),
        ],
    )


def file_xml(archive, record, file, *, size, digest):
    """The bestand: how large it is, of which kind, and the sum by which a change in it shows."""
    return written(
        "bestand",
        [
            identified(f"{archive.address}#{file.path}"),
            ("naam", file.path.rpartition("/")[2]),
            ("omvang", str(size)),
            ("bestandsformaat", term(file.content_type.partition(";")[0], MEDIA_TYPES)),
            (
                "checksum",
                [
                    ("checksumAlgoritme", term("SHA-256", SUMS)),
                    ("checksumWaarde", digest),
                    ("checksumDatum", timezone.localtime().isoformat(timespec="seconds")),
                ],
            ),
            ("isRepresentatieVan", reference(record.title, identity(archive, record))),
        ],
    )


def identity(archive, record):
    """By which a record is known: where it stands within the address of the whole."""
    return f"{archive.address}#{record.place}"


def identified(key):
    return "identificatie", named(key)


def named(key, source=SITE):
    return [("identificatieKenmerk", key), ("identificatieBron", source)]


def term(label, of_list, code=""):
    """A word of a list of words, with its code if it has one."""
    coded = [("begripCode", code)] if code else []
    return [("begripLabel", label), *coded, ("begripBegrippenlijst", [("verwijzingNaam", of_list)])]


def classified(category):
    return term(category.label, CATEGORIES, category.uri)


def created(dated):
    return [("eventType", term("Creatie", EVENTS)), ("eventTijd", dated.isoformat())]


def reference(name, key="", source=SITE):
    known = [("verwijzingIdentificatie", named(key, source))] if key else []
    return [("verwijzingNaam", name), *known]


def makers(actors):
    """Who made it, who had a part in it, and what may be done with it: the end of every informatieobject."""
    yield "archiefvormer", reference(MAKER)
    for one in actors:
        part = ("betrokkeneTypeRelatie", term(one.part, PARTS))
        yield "betrokkene", [part, ("betrokkeneActor", reference(one.name, one.tooi, TOOI))]
    yield (
        "beperkingGebruik",
        [("beperkingGebruikType", term(UNKNOWN, RESTRICTIONS)), ("beperkingGebruikNadereBeschrijving", NOT_LICENSED)],
    )


def written(kind, children):
    """The XML of an object of that kind; a child is (name, text) or (name, its own children)."""
    root = ElementTree.Element(f"{{{NAMESPACE}}}MDTO", {f"{{{INSTANCE}}}schemaLocation": SCHEMA})
    add(root, [(kind, children)])
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)


def add(parent, children):
    for name, content in children:
        child = ElementTree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
        if isinstance(content, str):
            child.text = content
        else:
            add(child, content)
