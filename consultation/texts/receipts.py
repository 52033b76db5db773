"""What the page of a letter says that was sent."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst

from consultation.models.letter_choices import BROUGHT_BACK_FOR
from consultation.receipts import go_on, sender_term
from consultation.senders import confirms, may_withdraw
from consultation.texts.letters import LetterOpening, change_term, decision_address
from partners.ground.templatetags.dutch import day, moment, unbroken
from partners.ground.templatetags.parts import or_unknown


def receipt_opening(letter, *, is_change):
    """The LetterOpening of the page of a letter that was sent."""
    if letter.withdrawn_at:
        return LetterOpening(
            title=f"Reactie {letter.number} is ingetrokken",
            heading="Deze reactie is ingetrokken" if letter.is_shared else "U hebt uw reactie ingetrokken",
            lead=f"Dat was op {moment(letter.withdrawn_at)}. De reactie telt niet mee en wordt niet openbaar.",
        )
    if letter.returned_at:
        return LetterOpening(
            title=f"Reactie {letter.number} is teruggestuurd",
            heading="Deze reactie is teruggestuurd",
            lead=go_on(letter),
        )
    what = "wijziging" if is_change else "reactie"
    whose = "de" if letter.is_shared else "uw"
    until = f"Wijzigen kan tot en met {moment(letter.consultation.last_minute)}."
    return LetterOpening(
        title=f"{capfirst(whose)} {what} is ontvangen: {letter.number}",
        heading=f"{capfirst(whose)} {what} is ontvangen",
        lead=until
        if letter.consultation.is_open()
        else f"De consultatie is gesloten. {capfirst(whose)} reactie staat vast.{answered_by(letter.consultation)}",
    )


def answered_by(consultation):
    """The day by which the answers come, as one more sentence; "" when that is over or not known."""
    by = consultation.answered_by
    return f" De antwoorden komen uiterlijk op {day(by)}." if by and by >= timezone.localdate() else ""


def answers_lead(letter, points):
    """In whose name the letter is, what stands below it, and when what is not there yet is to be expected."""
    to_come = "" if all(point.answer for point in points) else answered_by(letter.consultation)
    return f"U reageerde {letter.in_name_of}. Bij elk punt leest u wat ermee is gedaan, en waarom.{to_come}"


def confirmation_notice(letter):
    """Why a letter that was sent in the name of a body does not count; "" when it does, or nobody has to confirm it."""
    if letter.waits:
        return (
            f"Deze reactie wacht op de {letter.confirming_capacity} van {letter.body_in_sentence}. "
            f"De reactie telt mee zodra die bevestigt dat {letter.body.decided_this}."
        )
    return ""


def unsent_changes(letter):
    """What the writers of a letter should know of changes to it that were not sent, as safe HTML; "" without any."""
    if letter.draft is None:
        return ""
    if not letter.can_change():
        return (
            "Er zijn wijzigingen die nog niet zijn verstuurd. Daarvoor is het nu te laat. Wat hieronder staat, geldt."
        )
    return format_html(
        'Er zijn wijzigingen die nog niet zijn verstuurd, van {}. <a href="{}">Controleer en verstuur ze</a>.',
        moment(letter.draft.updated_at),
        reverse("consultation:review", args=[letter.pk]),
    )


@dataclass(frozen=True)
class ChangeLink:
    """How what was sent is changed: the words of the link, and what one should know before following it."""

    words: str
    note: str
    is_next: bool  # whether it is what must be done now


def change_of(letter, reader):
    """The ChangeLink with which `reader`, who writes in `letter`, changes what was sent; None once that has begun."""
    if letter.draft:
        return None
    if letter.returned_at:
        return ChangeLink("Wijzig en verstuur opnieuw", "", is_next=True)
    if letter.asks_for_decision and letter.confirmed_at and not confirms(reader, letter):
        note = (
            f"Deze reactie telt al mee. Een wijziging kunt u schrijven. De {letter.confirming_capacity} verstuurt die."
        )
        return ChangeLink("Schrijf een wijziging", note, is_next=False)
    return ChangeLink("Wijzig de reactie" if letter.is_shared else "Wijzig uw reactie", "", is_next=False)


def links(letter, reader, *, change, may_change):
    """(Address, words) of what `reader` can do with a letter that was sent; `change` is its ChangeLink, or None."""
    found = []
    if change and not change.is_next:
        found.append((reverse("consultation:review", args=[letter.pk]), change.words))
    if may_change and may_withdraw(reader, letter):
        words = "Trek de reactie in" if letter.is_shared else "Trek uw reactie in"
        found.append((reverse("consultation:withdraw", args=[letter.pk]), words))
    if may_be_brought_back(letter) and may_withdraw(reader, letter):
        found.append((reverse("consultation:bring_back", args=[letter.pk]), "Haal de reactie terug"))
    if letter.is_shared:
        found.append((reverse("consultation:group", args=[letter.pk]), "Wie schreef en wijzigde wat?"))
    return found


def may_be_brought_back(letter):
    """Whether `letter` was withdrawn so short ago that it can stand again."""
    in_time = letter.withdrawn_at and timezone.now() < letter.withdrawn_at + BROUGHT_BACK_FOR
    return bool(in_time and not letter.consultation.finished_at)


def receipt_terms(letter, *, point_count, first_sent_at):
    """(Term, what is known of it) for each thing that the receipt of a letter says; some are safe HTML."""
    consultation = letter.consultation
    version = consultation.version
    stands = not letter.withdrawn_at
    return [
        *([("Eerst verstuurd", moment(first_sent_at))] if first_sent_at else []),
        ("Gewijzigd" if first_sent_at else "Verstuurd", moment(letter.sent_at)),
        *([] if stands else [("Ingetrokken", moment(letter.withdrawn_at))]),
        sender_term(letter),
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
            letter.decision_file.size_in_words,
        )
        yield "Besloten op", format_html("{}{}{}", day(letter.decided_on), link or "", file or "")
    if letter.asks_for_decision and letter.confirmed_at:
        yield "Bevestigd", moment(letter.confirmed_at)


def answer_term(consultation):
    """By when the answer comes, as safe HTML when that is not known."""
    answered_by = consultation.answered_by and f"Uiterlijk {day(consultation.answered_by)}"
    return or_unknown(answered_by, "de dag is nog niet bekend")
