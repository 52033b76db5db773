"""What the page says on which a letter is read over and sent, and what keeps it from being sent."""

from django.urls import reverse
from django.utils.html import format_html

from consultation.texts.letters import change_term, numbered

# For those who may send a letter no more, or not yet.
TOO_LATE = "De consultatie is gesloten. Versturen kan niet meer."
NOTHING_YET = "Schrijf eerst een punt. Daarna kunt u versturen."
NOTHING_CHANGED = "Er is geen woord en geen keuze gewijzigd. Daarom is er niets opnieuw verstuurd."
UNFINISHED = "Maak eerst af wat bovenaan staat. Daarna kunt u versturen."


def review_heading(letter):
    """What the page asks of whoever opens it."""
    if letter.draft:
        return "Controleer uw reactie"
    return "Wijzig en verstuur opnieuw" if letter.returned_at else "Wijzig uw reactie"


def review_lead(letter):
    """What it is that is read over before sending, as safe HTML or text."""
    if letter.number:
        return format_html("{} {}", changed_so_far(letter), what_holds(letter))
    if letter.is_shared:
        return "Deze reactie is een concept. Alleen wie meeschrijft, kan die lezen, tot iemand de reactie verstuurt."
    return "Uw reactie is een concept. Alleen u kunt die lezen, tot u op ‘Versturen’ klikt."


def changed_so_far(letter):
    """Whether anything was changed in what was sent, as safe HTML."""
    if letter.draft:
        return format_html("U wijzigt reactie {}.", numbered(letter.number))
    return format_html("In reactie {} is nog niets gewijzigd.", numbered(letter.number))


def what_holds(letter):
    """What holds of a letter that was sent, until it is sent anew."""
    if letter.returned_at:
        return "Tot u opnieuw verstuurt, telt de reactie niet mee."
    if letter.waits:
        return f"Tot u opnieuw verstuurt, ligt wat eerder is verstuurd bij de {letter.confirming_capacity}."
    return "Tot u opnieuw verstuurt, geldt wat eerder is verstuurd."


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
    capacity = letter.confirming_capacity
    if sender.may_confirm:
        return (
            f"Met versturen bevestigt u als {capacity} dat {letter.body.decided_this}. De reactie telt dan meteen mee."
        )
    notice = f"Uw reactie telt mee zodra de {capacity} bevestigt dat {letter.body.decided_this}."
    if letter.confirmers.exists():
        return f"{notice} Wij sturen de {capacity} een e-mail."
    return format_html(
        '{} Bij het regiobureau is nog geen {} van {} bekend. <a href="{}">Geef door wie dat is</a>.',
        notice,
        capacity,
        letter.body_in_sentence,
        reverse("contact"),
    )


def receipt_promise(letter):
    """What comes after sending, and when nothing does."""
    said = ["U krijgt meteen een ontvangstbewijs. Wij sturen het u ook per e-mail."]
    if letter.is_shared:
        said = ["Wij sturen u en de anderen van de groep een ontvangstbewijs per e-mail."]
    if letter.draft is None:
        said.append("Is er geen woord en geen keuze gewijzigd? Dan versturen wij niets opnieuw.")
    return " ".join(said)


def send_label(letter, *, sender):
    """What stands on the button that sends."""
    if sender.may_confirm:
        return "Bevestig en verstuur"
    if letter.returned_at:
        return "Verstuur opnieuw"
    return "Verstuur de wijziging" if letter.number else "Versturen"
