"""Making the zip: each file with its metadata, a list for people, and a list of sums for machines."""

from hashlib import sha256

from partners.ground.documents import Column, Table, csv
from partners.ground.documents.blocks import told
from partners.ground.documents.text import fit
from partners.ground.files.packing import packed
from partners.ground.files.uploads import MB
from partners.ground.refusal import Refused
from regiozwolle.archiving import mdto

MOST = 300 * MB
TOO_LARGE = "Samen groter dan {} MB."
WHOLE, READ_ME, CONTENT, SUMS = "dossier.mdto.xml", "LEESMIJ.txt", "inhoud.csv", "manifest-sha256.txt"
COLUMNS = [
    Column("Bestand"),
    Column("Titel"),
    Column("Wat het is"),
    Column("Datum", "date"),
    Column("Woo-categorie"),
    Column("Woo-categorie in TOOI"),
    Column("Adres op de site"),
    Column("Grootte in bytes", "number"),
    Column("SHA-256"),
]


def written(archive):
    """The bytes of the zip. Who waits is told of each file that begins to be made."""
    tell = told.get()
    # The chapters within a file are not what is counted here; who is told has the patience of the worker.
    token = told.set((lambda: None) if tell else None)
    try:
        return packed(list(files_of(archive, tell or (lambda: None))))
    finally:
        told.reset(token)


def files_of(archive, tell):
    """(Path, bytes) of everything in the zip, the list of sums last, as it names all others."""
    rows, sums, size = [], [], 0
    for path, content in [*contents(archive, rows, tell), *about_all(archive, rows)]:
        size += len(content)
        if size > MOST:
            raise Refused(TOO_LARGE.format(MOST // MB))
        sums.append((path, sha256(content).hexdigest()))
        yield path, content
    yield SUMS, "".join(f"{digest}  {path}\n" for path, digest in sorted(sums)).encode()


def contents(archive, rows, tell):
    """(Path, bytes) of each file and of what is known of it; a row for the list is added to `rows`."""
    for record in archive.records:
        for file in record.files:
            tell()
            content = file.write()
            digest = sha256(content).hexdigest()
            rows.append(row_of(record, file, len(content), digest))
            yield file.path, content
            yield (
                f"{file.path}.bestand.mdto.xml",
                mdto.file_xml(archive, record, file, size=len(content), digest=digest),
            )
        yield f"{record.place}.mdto.xml", mdto.record_xml(archive, record)


def row_of(record, file, size, digest):
    category = record.category
    known = (category.label, category.uri or None)
    return (file.path, record.title, record.about, record.dated, *known, record.address, size, digest)


def about_all(archive, rows):
    yield WHOLE, mdto.whole_xml(archive)
    yield CONTENT, csv(Table("Wat er in het archief zit", COLUMNS, rows))
    yield READ_ME, fit(read_me(archive)).encode()


def read_me(archive):
    """What this is and how to use it, for who opens it in thirty years."""
    left_out = "\n".join(f"- {sentence}" for sentence in archive.left_out)
    example = "VOORBEELD: de inhoud is verzonnen voor de demo.\n\n" if archive.is_example else ""
    return f"""{archive.title}

{example}{archive.about}
Van: {archive.address}
Gemaakt door: {mdto.MAKER}. In het register van overheidsorganisaties (TOOI) is daarvoor nog geen adres bekend.

Wat zit erin?
- {CONTENT}: elk bestand, met titel, datum, Woo-categorie, grootte en controlegetal.
- {SUMS}: het controlegetal (SHA-256) van elk ander bestand. Controleren: sha256sum -c {SUMS}
- Naast elk bestand: NAAM.bestand.mdto.xml. Naast elk stuk: NAAM.mdto.xml. Van het geheel: {WHOLE}.
  Dat zijn de metagegevens volgens MDTO 1.0.1 van het Nationaal Archief.
- Elke PDF die de portal zelf maakte, is PDF/A-2a (om te bewaren) en PDF/UA-1 (toegankelijk).
  Wat anderen aanleverden, staat erin zoals het op de site staat.

Wat is nog niet bekend?
- De waardering en de bewaartermijn: daarvoor is nog geen selectielijst gekozen.
- Wat er met de bestanden mag: dat is nog niet vastgelegd.

Wat zit er niet in?
{left_out}
"""
