"""The receipt of what was sent, in words that the page, the mail and the PDF share."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from agenda import differences
from consultation.models import PointKind, Sharing
from consultation.models.point_words import proposal_heading
from consultation.provenance import minority, provenance
from partners.ground.documents import ChangedText, Document, Heading, Paragraph, Quote, Terms, paragraphs
from partners.ground.templatetags.dutch import day, moment

READERS = {
    Sharing.PUBLIC: "Raden, Staten en colleges kunnen {reaction} lezen, na inloggen. Na sluiting kan iedereen dat.",
    Sharing.COUNCILS: "Alle raden, Staten en colleges kunnen {reaction} lezen, na inloggen.",
    Sharing.OWN: "Alleen uw eigen raad, college of organisatie kan {reaction} lezen.",
}


@dataclass(frozen=True)
class SentPoint:
    """A point as it was when it was sent, whatever became of it since."""

    subject: str
    heading: str
    quoted_text: str
    text: str
    proposal: str
    proposes_deletion: bool = False
    provenance: str = ""
    joined_by: str = ""  # who joined it came later, and stands with the point itself

    @property
    def proposal_heading(self):
        """What stands above the proposal: for another text, or to delete the text; "" without a proposal."""
        return proposal_heading(self.proposal, self.proposes_deletion)

    @property
    def proposed_change(self):
        """Safe HTML with what the proposal takes out of the words it was written on, and what it adds."""
        return differences.html(self.quoted_text, self.proposal)


def points_of(submission):
    """What was sent that time, as SentPoints. What was kept before names were kept says the code instead."""
    return [
        SentPoint(
            subject=point.get("subject") or point["code"] or point["question"],
            heading=heading(point),
            quoted_text=point["quoted_text"],
            text=point["text"],
            proposal=point["proposal"],
            proposes_deletion=point.get("proposes_deletion", False),
            provenance=provenance(
                (rung["sender"], datetime.fromisoformat(rung["sent_at"])) for rung in point.get("adopted_from", [])
            ),
        )
        for point in submission.content["points"]
    ]


def heading(point):
    """What a kept point is: 'Wens', or 'Wens, minderheidsstandpunt van een deel van de raad'."""
    kind = dict(PointKind.choices).get(point["kind"], "antwoord" if point["question"] else "reactie")
    beside = minority(point.get("is_minority"), point.get("minority_of"))
    return ", ".join(filter(None, [kind.capitalize(), beside]))


def received(what, whose=""):
    """That `what`, a reaction or a change of one, was received: 'uw reactie', or that of a group in whose name."""
    return f"de {what} {whose} is ontvangen" if whose else f"uw {what} is ontvangen"


def next_steps(letter):
    """What happens with a sent letter now, and when: a few sentences, for all who write in it."""
    consultation, whose = letter.consultation, "de reactie" if letter.is_shared else "uw reactie"
    if letter.returned_at:
        return [go_on(letter), f"Daarna leest de {letter.confirming_capacity} de reactie opnieuw.", consultation.effect]
    steps = []
    if letter.waits:
        steps.append(
            f"De {letter.confirming_capacity} bevestigt dat {letter.body.decided_this}. Daarna telt de reactie mee."
        )
    steps.append(who_may_change(letter))
    readers = READERS[letter.sharing].format(reaction=whose)
    steps.append(
        f"{readers} {'E-mailadressen' if letter.is_shared else 'Uw e-mailadres'} ziet alleen het secretariaat."
    )
    until = f", uiterlijk {day(consultation.answered_by)}" if consultation.answered_by else ""
    unknown = "" if consultation.answered_by else " De dag waarop is nog niet bekend."
    comes = "Op elk punt komt een antwoord" if letter.is_shared else "U krijgt op elk punt een antwoord"
    steps.append(f"{comes}{until}.{unknown}")
    steps.append(consultation.effect)
    return steps


def go_on(letter):
    """What those can do who wrote a letter that was sent back, and until when."""
    consultation = letter.consultation
    if consultation.is_open():
        return f"Wijzig en verstuur opnieuw. Dat kan tot en met {moment(consultation.last_minute)}."
    return (
        "De consultatie is gesloten. Wijzigen kan niet meer. "
        f"Neem contact op met de {letter.confirming_capacity}. Die kan de reactie nog wel bevestigen."
    )


def who_may_change(letter):
    """Who may change or withdraw a sent letter, until when."""
    consultation = letter.consultation
    if not consultation.is_open():
        return "De consultatie is gesloten. Wijzigen of intrekken kan niet meer."
    until = f"tot en met {moment(consultation.last_minute)}"
    capacity = letter.confirming_capacity
    if letter.waits:
        return (
            f"Wie meeschrijft, kan de reactie wijzigen {until}. "
            f"Intrekken kan de {capacity}, en wie de hele reactie alleen schreef."
        )
    if capacity:
        return f"Alleen de {capacity} kan een wijziging versturen of de reactie intrekken, {until}."
    if letter.is_shared:
        return (
            f"Ieder lid van de fractie kan de reactie wijzigen of intrekken {until}. De anderen krijgen dan een e-mail."
        )
    return f"U kunt uw reactie wijzigen of intrekken {until}."


def sender_term(letter):
    """(Term, words) of who sent a letter, to those who wrote it: ("Namens wie", "de gemeenteraad van Urk")."""
    if letter.is_shared:
        return "Namens wie", letter.in_name_of.removeprefix("namens ")
    return "U reageerde", letter.in_name_of


def mail_terms(letter, *, point_count, first_sent_at):
    """(Term, what is known of it) for each thing that the mail says of a sent letter."""
    sent = [("Verstuurd", letter.sent_at)]
    if first_sent_at:
        sent = [("Eerst verstuurd", first_sent_at), ("Gewijzigd", letter.sent_at)]
    return [
        ("Consultatie", letter.consultation.title),
        *((term, moment(at)) for term, at in sent),
        sender_term(letter),
        ("Aantal punten", point_count),
    ]


def receipt(letter, submission):
    """The Document of what was sent the time that `submission` keeps."""
    consultation = letter.consultation
    version = consultation.version
    terms = [
        ("Ontvangstnummer", letter.number),
        ("Verstuurd", moment(submission.sent_at)),
        sender_term(letter),
        ("Consultatie", consultation.title),
        ("Over", f"{version.agenda}, {version.get_status_display()} van {day(version.dated_on)}"),
    ]
    if decided_on := submission.content.get("decided_on"):
        terms.append(("Besloten op", day(date.fromisoformat(decided_on))))
    if letter.withdrawn_at:
        terms.append(("Ingetrokken", moment(letter.withdrawn_at)))
    blocks = [Terms(terms)]
    if not letter.withdrawn_at:
        blocks += [Heading(1, "Wat gebeurt er nu?"), *(Paragraph(step) for step in next_steps(letter))]
    blocks.append(Heading(1, "Wat is verstuurd" if letter.is_shared else "Wat u verstuurde"))
    for point in points_of(submission):
        blocks.append(Heading(2, point.subject))
        if point.quoted_text:
            blocks += [Paragraph("De tekst:"), Quote(point.quoted_text)]
        blocks += [Paragraph(f"{point.heading}:"), *paragraphs(point.text)]
        if point.proposal_heading:
            blocks += [Paragraph(f"{point.proposal_heading}:"), ChangedText(point.quoted_text, point.proposal)]
        if point.provenance:
            blocks.append(Paragraph(point.provenance))
    return Document(
        title=f"Ontvangstbewijs {letter.number}",
        subtitle=consultation.title,
        dated=submission.sent_at,
        address=settings.SITE_URL + letter.get_absolute_url(),
        example=consultation.is_example,
        blocks=blocks,
    )


def about_size(submission):
    """Of how many kilobytes its PDF is, roughly: making it just to say so takes as long as sending."""
    said = sum(
        len(point["quoted_text"]) + len(point["text"]) + 2 * len(point["proposal"])
        for point in submission.content["points"]
    )
    return 20 + 2 * len(submission.content["points"]) + said // 200
