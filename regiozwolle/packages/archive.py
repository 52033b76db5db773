"""The files of a package together, with a list that says of each which version it is and by which hash it is known."""

from hashlib import sha256
from json import dumps
from pathlib import PurePath

from django.utils.text import slugify

from consultation.deciding.packages.acts import MadePackage
from partners.ground.documents import Column, Table, csv, docx, odt
from partners.ground.files.packing import packed, still
from partners.ground.files.uploads import MB
from partners.ground.refusal import Refused
from regiozwolle.packages import proposal, summary

# What is gathered in memory, and sent by mail programs and council systems without trouble.
MOST = 100 * MB
TOO_LARGE = "De stukken zijn samen groter dan {} MB. Maak een stuk kleiner."
GONE = "Een bestand is er niet meer: {}."
SUMMARY, PROPOSAL, LIST = "samenvatting.pdf", "model-voorstel", "inhoud.csv"
# What is hashed besides: another shape of the package is another version.
SHAPE = 2


def content_of(contents):
    """What the proposal says, as (heading, words), in the order of its chapters; the papers are known by themselves."""
    return [[one.heading, one.words] for one in proposal.chapters_of(contents) if one.heading != proposal.PAPERS]


def digest_of(contents, content):
    """The hash of all that the package says, and of the papers in it. What it says follows from these alone."""
    papers = [[str(one.paper), one.number, one.file.sha256, one.file_name] for one in contents.papers]
    said = [SHAPE, str(contents.dossier), str(contents.body), contents.dated_at.isoformat(), content, papers]
    if contents.dossier.woo_category:
        said.append(contents.dossier.woo_category)
    return sha256(dumps(said, ensure_ascii=False).encode()).hexdigest()


def made(contents, number, *, content, digest):
    """The MadePackage of what was gathered, as version `number`. Raises Refused when it cannot be made."""
    size = sum(one.file.size for one in contents.papers)
    if size > MOST:
        raise Refused(TOO_LARGE.format(MOST // MB))
    model = proposal.document_of(contents, number)
    files = [
        (SUMMARY, f"samenvatting, pakket versie {number}", summary.one_page(contents, number)),
        (f"{PROPOSAL}.docx", f"model voor het voorstel, pakket versie {number}", still(docx(model))),
        (f"{PROPOSAL}.odt", f"model voor het voorstel, pakket versie {number}", still(odt(model))),
        *papers_of(contents),
    ]
    listed = (LIST, csv(list_of(files)))
    archive = packed([listed, *((name, found) for name, _, found in files)])
    return MadePackage(archive=archive, content=content, papers=contents.papers, digest=digest)


def papers_of(contents):
    """(Name in the zip, what it is, its bytes) of each paper, numbered in the order of the dossier."""
    for place, one in enumerate(contents.papers, 1):
        if not one.file.is_whole():
            raise Refused(GONE.format(one))
        path = PurePath(one.file_name)
        name = f"stukken/{place:02d}-{slugify(path.stem) or 'stuk'}-versie-{one.number}{path.suffix.lower()}"
        yield name, f"{one.paper}, versie {one.number}", b"".join(one.file.pieces())


def list_of(files):
    """The list of what is in the package, as a table for a spreadsheet."""
    columns = [Column("Bestand"), Column("Wat het is"), Column("Grootte in bytes", "number"), Column("SHA-256")]
    return Table(
        "Wat er in het pakket zit",
        columns,
        [(name, what, len(content), sha256(content).hexdigest()) for name, what, content in files],
    )
