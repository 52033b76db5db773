"""The model for the proposal and the decision of one body, in chapters: for Word, OpenDocument, and for comparing.

It is a model for the griffie. What is asked, and any legal term, stands in it in the words of the dossier: the portal
itself claims no right that a body has, and no duty.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.text import capfirst

from partners.ground.documents import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Notice,
    Paragraph,
    Quote,
    Run,
    Table,
    Terms,
    paragraphs,
    plain,
    reference,
)
from partners.ground.documents.citing import cited_blocks
from partners.ground.templatetags.dutch import counted, day, exact_euro
from partners.models import BodyKind

UNKNOWN = "nog niet bekend"
# What the griffie fills in.
FILL_IN = "[vul in]"
NAMES = {
    BodyKind.COUNCIL: "Model voor een raadsvoorstel en een raadsbesluit",
    BodyKind.STATES: "Model voor een Statenvoorstel en een Statenbesluit",
    BodyKind.EXECUTIVE: "Model voor een collegevoorstel en een collegebesluit",
    BodyKind.DEPUTIES: "Model voor een voorstel en een besluit van Gedeputeerde Staten",
    BodyKind.BOARD: "Model voor een voorstel en een besluit",
}
IS_A_MODEL = (
    "Dit is een model voor de griffie of het secretariaat van het orgaan. Het is geen voorstel en geen besluit. Het "
    "orgaan bepaalt zelf wat het behandelt, in welke woorden, en wat het besluit. Wat hier wordt gevraagd, staat in de "
    "woorden van het dossier. Het model zegt niet welke rechten of plichten het orgaan heeft."
)
PAPERS = "De stukken"
ANSWERED_NOT = "Er is nog geen antwoord."


@dataclass(frozen=True)
class ProposalChapter:
    """A heading and what stands below it."""

    heading: str
    blocks: list[Block]

    @property
    def words(self):
        """What it says, a line for each paragraph, item and row, to compare two versions by."""
        return "\n".join(line for block in self.blocks for line in lines_of(block) if line)


def lines_of(block):
    """What a block says as lines of plain text."""
    match block:
        case Heading():
            return [block.full]
        case Bullets():
            return [plain(item) for item in block.items]
        case Terms():
            return [f"{term}: {plain(text)}" for term, text in block.items]
        case Table():
            return [" | ".join(map(plain, row)) for row in block.written_rows()]
        case _:
            return [plain(block.text)]


def document_of(contents, number):
    """The model as a Document, as it is in version `number` of the package."""
    chapters = chapters_of(contents)
    return Document(
        title=NAMES[contents.body.kind],
        subtitle=f"{capfirst(str(contents.body))}: {contents.dossier.title}",
        version=f"pakket versie {number}",
        recipient=f"Voor {contents.body.in_sentence}",
        dated=contents.dated,
        made_at=contents.dated_at,
        address=settings.SITE_URL + contents.dossier.get_absolute_url(),
        example=contents.dossier.is_example,
        keywords=contents.dossier.category.keywords,
        example_note="Dit dossier is verzonnen voor de demo.",
        blocks=[
            Notice(IS_A_MODEL),
            *(block for one in chapters for block in (Heading(1, one.heading), *one.blocks)),
            *cited_blocks(contents.dossier, "Alles over dit dossier:"),
        ],
    )


def chapters_of(contents):
    """Each ProposalChapter of the model, in order; what nothing is known of says so."""
    return [
        ProposalChapter("Waar het over gaat", list(subject(contents))),
        ProposalChapter("Wat wordt gevraagd", list(asked(contents))),
        ProposalChapter("Wanneer het geheel is aangenomen", list(rule(contents.dossier))),
        ProposalChapter("Wat het orgaan eerder inbracht, en het antwoord", list(said_before(contents))),
        ProposalChapter("Planning", list(planning(contents))),
        ProposalChapter(PAPERS, list(papers(contents.papers))),
        ProposalChapter("Model voor het besluit", list(decision(contents))),
    ]


def subject(contents):
    dossier, body = contents.dossier, contents.body
    yield Terms(
        [
            ("Aan", capfirst(str(body))),
            ("Van de partner", str(body.partner)),
            ("Onderwerp", dossier.title),
            ("Over welke tekst", text_of(dossier)),
        ]
    )
    yield from paragraphs(dossier.summary)


def text_of(dossier):
    """Which text it is about, with its link and the hash by which it can be told."""
    version = dossier.version
    if version is None:
        return UNKNOWN
    name = Run(f"{version.agenda.title}, versie {version.number}", link=settings.SITE_URL + version.get_absolute_url())
    return [name, f". {dossier.digest_in_words}".rstrip(". ")]


def asked(contents):
    """What is asked in the literal words of the dossier, and of each component what it would cost."""
    ask = contents.ask
    yield Terms([("Gevraagd besluit", ask.sentence if ask else UNKNOWN)])
    if ask and ask.source:
        yield Paragraph(["Bron: ", *reference(ask.source)], small=True)
    if not contents.parts:
        yield Paragraph("Het dossier heeft geen onderdelen waarover apart wordt besloten.")
        return
    yield Table(
        "Wat per onderdeel wordt gevraagd",
        [Column("Onderdeel"), Column("Bedrag", "euro"), Column("Hoe dat is bepaald")],
        rows=[(one.component.heading, one.amount, one.reckoned) for one in contents.parts],
    )
    for one in contents.parts:
        if one.component.text:
            yield Paragraph([Run(f"{one.component.heading}. ", bold=True), one.component.text])


def rule(dossier):
    yield Paragraph(dossier.rule_in_words)
    if dossier.rule_source:
        yield Paragraph(["Bron: ", *reference(dossier.rule_source)], small=True)


def said_before(contents):
    """Each point that the body made in its own name, with its answer."""
    if not contents.points and not contents.withheld:
        yield Paragraph("Van dit orgaan zelf staat er geen reactie op de site.")
    for point in contents.points:
        yield Heading(2, point.subject)
        yield Paragraph(point.byline, small=True)
        yield Quote(point.text)
        if point.proposal_heading:
            yield Paragraph([f"{point.proposal_heading}: ", point.proposal])
        yield from answer_to(point)
    if contents.withheld:
        many = counted(contents.withheld, "punt van dit orgaan is,punten van dit orgaan zijn")
        yield Paragraph(f"{many} niet voor iedereen te lezen. De tekst daarvan staat hier niet in.")


def answer_to(point):
    if point.answer is None:
        yield Paragraph([Run("Antwoord: ", bold=True), ANSWERED_NOT])
        return
    yield Paragraph([Run("Antwoord: ", bold=True), f"{point.answer.sentence}."])
    yield from paragraphs(point.answer.reason)


def planning(contents):
    dossier = contents.dossier
    yield Terms(
        [
            ("Besluiten kan vanaf", day(dossier.decide_from) or UNKNOWN),
            ("Besluiten kan tot en met", day(dossier.decide_by) or dossier.period_text or UNKNOWN),
        ]
    )
    if contents.steps:
        yield Bullets([f"{capfirst(what)}: {when}" for what, when in contents.steps])


def papers(versions):
    """Which papers lie before the body, each with its version and hash."""
    if not versions:
        yield Paragraph("Bij dit dossier staan geen stukken.")
        return
    yield Bullets([f"{one}. Controlegetal (SHA-256): {one.file.sha256}" for one in versions])


def decision(contents):
    """What the body may fill in; the words of what is asked come from the dossier."""
    yield Paragraph("Pas dit model aan. Wat tussen haken staat, vult u in of haalt u weg.")
    yield Paragraph(f"{capfirst(str(contents.body))}, gelezen het voorstel van {FILL_IN} van {FILL_IN}, besluit:")
    asked_of = f"{contents.term or FILL_IN}. Besluit: {FILL_IN}."
    items = [f"Over {one.component.mention}: {asked_of} {money(one)}".strip() for one in contents.parts]
    yield Bullets(items or [f"Over {contents.dossier.title}: {asked_of}"], numbered=True)
    yield Paragraph("Kan het orgaan alleen onder een voorwaarde instemmen? Schrijf de voorwaarde dan voluit op.")
    yield Paragraph(f"Vastgesteld in de vergadering van {FILL_IN}. Namens het orgaan: {FILL_IN}")


def money(part):
    """What the decision says of money; "" for a part of which nobody asks any."""
    if part.amount is None and part.component.tariff is None:
        return ""
    if part.amount is None:
        return f"Bedrag: {FILL_IN}, want het gevraagde bedrag is {UNKNOWN}."
    return f"Gevraagd bedrag: {exact_euro(part.amount)}. Bedrag volgens dit besluit: {FILL_IN}."
