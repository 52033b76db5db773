"""What the pages of a letter say of it: how it stands, until when it can change, and what keeps it from being sent."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from consultation.models import Letter, LetterState
from partners.ground.templatetags.dutch import counted, counted_in_words, day, moment, unbroken
from partners.ground.templatetags.parts import or_unknown

# For those who may send a letter no more, or not yet.
TOO_LATE = "De consultatie is gesloten. Versturen kan niet meer."
NOTHING_YET = "Schrijf eerst een punt. Daarna kunt u versturen."
UNFINISHED = "Maak eerst af wat bovenaan staat. Daarna kunt u versturen."


@dataclass(frozen=True)
class Opening:
    """What stands above a page: its title in the browser, its heading, and the first sentences below that."""

    title: str
    heading: str
    lead: str


@dataclass(frozen=True)
class LetterRow:
    """A letter in the list of those of one person."""

    letter: Letter
    moments: str  # when it was written, sent or taken back, and until when it can change
    why_not_counted: str  # "" for what counts, and for what was not sent or was taken back
    is_answered: bool
    changes: Letter | None  # what was changed after sending, and not sent yet


def numbered(number):
    """A receipt number that no line end can split, as safe HTML."""
    return format_html('<span class="nowrap">{}</span>', number)


def title_of(letter):
    """'Reactie RZ-2027-0417' or 'Concept', as safe HTML."""
    return format_html("Reactie {}", numbered(letter.number)) if letter.number else "Concept"


def how_it_stands(letter):
    """A sentence with what became of it last."""
    if letter.state == LetterState.SENT:
        return f"Verstuurd op {moment(letter.sent_at)}."
    if letter.state == LetterState.WITHDRAWN:
        return f"Ingetrokken op {moment(letter.withdrawn_at)}."
    return f"Opgeslagen op {moment(letter.updated_at)}, en nog niet verstuurd."


def points_heading(count):
    """'3 punten', above a list of them."""
    return counted(count, "punt,punten") if count else "Nog geen punten"


def agreement(count):
    """How many of a group agree with the words of its draft, without a full stop."""
    if not count:
        return "Nog niemand gaf akkoord op de tekst van nu"
    return f"{counted_in_words(count, 'lid is,leden zijn')} akkoord met de tekst van nu"


def receipt_opening(letter, *, is_change):
    """The Opening of the page of a letter that was sent."""
    if letter.withdrawn_at:
        return Opening(
            title=f"Reactie {letter.number} is ingetrokken",
            heading="Deze reactie is ingetrokken" if letter.is_shared else "U hebt uw reactie ingetrokken",
            lead=f"Dat was op {moment(letter.withdrawn_at)}. De reactie telt niet mee en wordt niet openbaar.",
        )
    what = "wijziging" if is_change else "reactie"
    until = f"Wijzigen kan tot en met {moment(letter.consultation.last_minute)}."
    return Opening(
        title=f"Uw {what} is ontvangen: {letter.number}",
        heading=f"Uw {what} is ontvangen",
        lead=until if letter.consultation.is_open() else "De consultatie is gesloten. Uw reactie staat vast.",
    )


def confirmation_notice(letter):
    """Why a letter that was sent in the name of a body does not count; "" when it does, or nobody has to confirm it."""
    body, capacity = (letter.body_in_sentence, letter.confirming_capacity) if letter.asks_for_decision else ("", "")
    if letter.waits:
        return (
            f"Deze reactie wacht op de {capacity} van {body}. "
            f"Zij telt mee zodra die bevestigt dat {body} dit heeft besloten."
        )
    if letter.returned_at:
        return (
            f"De {capacity} stuurde deze reactie terug op {moment(letter.returned_at)}. "
            f"Zij telt niet mee. De reden: ‘{letter.return_remark}’"
        )
    return ""


def unsent_changes(letter):
    """What the sender of a letter should know of changes to it that were not sent, as safe HTML; "" without any."""
    if letter.draft is None:
        return ""
    if not letter.can_change():
        return "U hebt wijzigingen die nog niet zijn verstuurd. Daarvoor is het nu te laat. Wat hieronder staat, geldt."
    return format_html(
        'U hebt wijzigingen die nog niet zijn verstuurd. <a href="{}">Controleer en verstuur ze</a>.',
        reverse("consultation:review", args=[letter.pk]),
    )


def links(letter, *, may_withdraw):
    """(Address, words) of what can be done with a letter that was sent, besides changing it."""
    found = []
    if may_withdraw:
        found.append((reverse("consultation:withdraw", args=[letter.pk]), "Trek uw reactie in"))
    if letter.is_shared:
        found.append((reverse("consultation:group", args=[letter.pk]), "Wie schreef mee?"))
    return found


def receipt_terms(letter, *, point_count, first_sent_at):
    """(Term, what is known of it) for each thing that the receipt of a letter says; some are safe HTML."""
    consultation = letter.consultation
    version = consultation.version
    stands = not letter.withdrawn_at
    return [
        *([("Eerst verstuurd", moment(first_sent_at))] if first_sent_at else []),
        ("Gewijzigd" if first_sent_at else "Verstuurd", moment(letter.sent_at)),
        *([] if stands else [("Ingetrokken", moment(letter.withdrawn_at))]),
        ("U reageerde", letter.in_name_of),
        *decision_terms(letter),
        *([("Te lezen door", capfirst(letter.get_sharing_display()))] if stands else []),
        *([("Naam erbij", letter.signed_name)] if letter.signed_name else []),
        ("Over", f"{unbroken(version.agenda.title)}, {version.get_status_display()} van {day(version.dated_on)}"),
        ("Aantal punten", point_count),
        *([("Wijzigen", change_term(consultation)), ("Antwoord", answer_term(consultation))] if stands else []),
    ]


def decision_terms(letter):
    """The terms on what the body decided; none for those who decide for themselves."""
    if letter.decided_on:
        link = letter.decision_url and format_html(', <a href="{}" rel="noopener">het besluit</a>', letter.decision_url)
        file = letter.decision_file and format_html(
            ', <a href="{}">het besluit (PDF, {})</a>',
            decision_address(letter),
            filesizeformat(letter.decision_file.size),
        )
        yield "Besloten op", format_html("{}{}{}", day(letter.decided_on), link or "", file or "")
    if letter.asks_for_decision and letter.confirmed_at:
        yield "Bevestigd", moment(letter.confirmed_at)


def change_term(consultation):
    """Until when what was sent can be changed, or could be."""
    can = "Kan" if consultation.is_open() else "Kon"
    return f"{can} tot en met {moment(consultation.last_minute)}"


def answer_term(consultation):
    """By when the answer comes, as safe HTML when that is not known."""
    answered_by = consultation.answered_by and f"Uiterlijk {day(consultation.answered_by)}"
    return or_unknown(answered_by, "de dag is nog niet bekend")


def review_lead(letter):
    """What it is that is read over before sending, as safe HTML or text."""
    if letter.number:
        return format_html(
            "U wijzigt reactie {}. Tot u opnieuw verstuurt, geldt wat u eerder verstuurde.", numbered(letter.number)
        )
    if letter.is_shared:
        return "Deze reactie is een concept. Alleen wie meeschrijft, kan haar lezen, tot iemand haar verstuurt."
    return "Uw reactie is een concept. Alleen u kunt haar lezen, tot u op ‘Versturen’ klikt."


def review_links(letter, *, sender):
    """(Address, words) of what can be added while one can react; `sender` is the Sender who writes, or None."""
    consultation = letter.consultation
    if not consultation.is_open():
        return []
    found = [(consultation.version.get_absolute_url(), "Reageer op nog een tekst")]
    if consultation.questions.exists():
        questions = reverse("consultation:answer_questions", args=[consultation.slug])
        found.append((f"{questions}?namens={sender.key}" if sender else questions, "Beantwoord de vragen"))
    return found


def review_change_term(letter):
    """Until when what is sent now can be changed after that."""
    if letter.can_change() and not letter.consultation.is_open():
        return "Kan na het versturen niet meer"
    return change_term(letter.consultation)


def obstacle(letter, *, sender, points):
    """Why `letter` with these points cannot be sent now by `sender`, a Sender or None; "" when it can."""
    if not letter.can_change():
        return TOO_LATE
    if sender is None:
        return format_html(
            "Bij uw account staat niet meer dat u in deze hoedanigheid mag reageren. "
            '<a href="{}">Vraag het regiobureau</a> wat er is gewijzigd. Uw concept blijft bewaard.',
            reverse("contact"),
        )
    if not points:
        return NOTHING_YET
    if any(point.problem for point in points):
        return UNFINISHED
    if letter.asks_for_decision and letter.confirmed_at and not sender.may_confirm:
        return (
            f"Deze reactie telt al mee. Alleen de {letter.confirming_capacity} kan de wijziging versturen. "
            "Wat eerder is verstuurd, blijft tot dan gelden."
        )
    return ""


def sending_notice(letter, *, sender):
    """What sending does in the name of a body, as safe HTML or text; "" for every other name."""
    if not letter.asks_for_decision:
        return ""
    body, capacity = letter.body_in_sentence, letter.confirming_capacity
    if sender.may_confirm:
        return (
            f"Met versturen bevestigt u als {capacity} dat {body} dit heeft besloten. De reactie telt dan meteen mee."
        )
    notice = format_html(
        "De {capacity} krijgt een e-mail en leest uw reactie. "
        "Zij telt mee zodra de {capacity} bevestigt dat {body} dit heeft besloten.",
        capacity=capacity,
        body=body,
    )
    if letter.confirmers.exists():
        return notice
    return format_html(
        '{} Bij het regiobureau is nog geen {} van {} bekend. <a href="{}">Geef door wie dat is</a>.',
        notice,
        capacity,
        body,
        reverse("contact"),
    )


def send_label(letter, *, sender):
    """What stands on the button that sends."""
    if sender.may_confirm:
        return "Bevestig en verstuur"
    return "Verstuur de wijziging" if letter.number else "Versturen"


def row_of(letter):
    """The LetterRow of `letter`, after `with_answered`."""
    was_sent = letter.state == LetterState.SENT
    return LetterRow(
        letter=letter,
        moments=moments(letter),
        why_not_counted=why_not_counted(letter),
        is_answered=was_sent and letter.is_answered,
        changes=letter.draft if was_sent else None,
    )


def moments(letter):
    """When a letter was written, sent or taken back, and until when it can change."""
    consultation = letter.consultation
    if letter.state == LetterState.DRAFT:
        return f"Opgeslagen op {moment(letter.updated_at)}. {draft_term(letter)}"
    if letter.state == LetterState.WITHDRAWN:
        return f"Verstuurd op {moment(letter.sent_at)}, ingetrokken op {moment(letter.withdrawn_at)}."
    if consultation.is_open():
        until = f"Wijzigen kan tot en met {moment(consultation.last_minute)}."
    else:
        until = "De consultatie is gesloten."
    return f"Verstuurd op {moment(letter.sent_at)}. {until}"


def draft_term(letter):
    """Until when a draft can be sent, in one or two short sentences."""
    consultation = letter.consultation
    if consultation.is_open():
        return f"Versturen kan tot en met {moment(consultation.last_minute)}."
    if letter.can_change():
        return f"De consultatie is gesloten. U kunt nog versturen tot {moment(consultation.grace_ends_at)}."
    return TOO_LATE


def why_not_counted(letter):
    """Why what was sent does not count, as safe HTML; "" when it does."""
    if letter.state != LetterState.SENT:
        return ""
    if letter.waits:
        return format_html("<strong>Telt nog niet mee.</strong> De reactie wacht op de {}.", letter.confirming_capacity)
    if letter.returned_at:
        return format_html(
            "<strong>Telt niet mee.</strong> De {} stuurde de reactie terug.", letter.confirming_capacity
        )
    return ""


def confirm_terms(letter, *, agreed):
    """(Term, what is known of it) for what is confirmed; `agreed` is how many of the group agreed. Some safe HTML."""
    yield "Reactie", format_html("{}, {}", numbered(letter.number), letter.in_name_of)
    yield "Verstuurd", moment(letter.sent_at)
    yield "Besloten op", day(letter.decided_on)
    if letter.decision_url:
        link = '<a href="{}" rel="noopener">Lees het besluit op internet</a>'
        yield "Op internet", format_html(link, letter.decision_url)
    if letter.decision_file:
        address, size = decision_address(letter), filesizeformat(letter.decision_file.size)
        yield "Als bestand", format_html('<a href="{}">Download het besluit (PDF, {})</a>', address, size)
    yield "Akkoord", who_agreed(letter, agreed)
    yield "Te lezen door", capfirst(letter.get_sharing_display())


def who_agreed(letter, agreed):
    """How many of the group agreed, with a link to who they are, as safe HTML."""
    if not agreed:
        return "Niemand gaf akkoord op de site. Dat hoeft ook niet."
    count, group = counted_in_words(agreed, "lid,leden"), reverse("consultation:group", args=[letter.pk])
    return format_html('{}. <a href="{}">Bekijk wie</a>', count, group)


def decision_address(letter):
    """Where the file of the decision can be had."""
    return reverse("consultation:decision", args=[letter.pk])


def confirm_opening(letter):
    """The Opening of the page on which a griffier or secretary confirms."""
    title = f"Bevestig reactie {letter.number}"
    if letter.confirmed_at:
        return Opening(title, "Deze reactie telt mee", f"Bevestigd op {moment(letter.confirmed_at)}.")
    if letter.withdrawn_at:
        lead = f"Dat was op {moment(letter.withdrawn_at)}. U hoeft niets te doen."
        return Opening(title, "Deze reactie is ingetrokken", lead)
    if letter.returned_at:
        last = f", tot en met {moment(letter.consultation.last_minute)}" if letter.consultation.is_open() else ""
        lead = (
            f"Dat was op {moment(letter.returned_at)}. Zij telt niet mee. "
            f"Wie haar schreef, kan haar wijzigen en opnieuw versturen{last}."
        )
        return Opening(title, "Deze reactie is teruggestuurd", lead)
    lead = "Lees de reactie. Zij telt pas mee als u haar bevestigt."
    return Opening(title, f"Heeft {letter.body_in_sentence} dit besloten?", lead)
