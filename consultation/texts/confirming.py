"""What the page says on which a griffier or secretary confirms a letter."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from consultation.texts.letters import LetterOpening, decision_address, numbered
from partners.ground.templatetags.dutch import counted_in_words, day, moment


def confirm_terms(letter, *, agreed):
    """(Term, what is known of it) for what is confirmed; `agreed` is how many of the group agreed. Some safe HTML."""
    yield "Reactie", format_html("{}, {}", numbered(letter.number), letter.in_name_of)
    yield "Verstuurd", moment(letter.sent_at)
    yield "Besloten op", day(letter.decided_on)
    if letter.decision_url:
        link = '<a href="{}" rel="noopener">Lees het besluit op internet</a>'
        yield "Op internet", format_html(link, letter.decision_url)
    if letter.decision_file:
        address, size = decision_address(letter), letter.decision_file.size_in_words
        yield "Als bestand", format_html('<a href="{}">Download het besluit (PDF, {})</a>', address, size)
    yield "Akkoord", who_agreed(letter, agreed)
    yield "Te lezen door", capfirst(letter.get_sharing_display())


def who_agreed(letter, agreed):
    """How many of the group agreed, with a link to who they are, as safe HTML."""
    if not agreed:
        return "Niemand gaf akkoord op de site. Dat hoeft ook niet."
    count, group = counted_in_words(agreed, "lid,leden"), reverse("consultation:group", args=[letter.pk])
    return format_html('{}. <a href="{}">Bekijk wie</a>', count, group)


def confirm_opening(letter):
    """The LetterOpening of the page on which a griffier or secretary confirms."""
    title = f"Bevestig reactie {letter.number}"
    if letter.confirmed_at:
        return LetterOpening(title, "Deze reactie telt mee", f"Bevestigd op {moment(letter.confirmed_at)}.")
    if letter.withdrawn_at:
        lead = f"Dat was op {moment(letter.withdrawn_at)}. U hoeft niets te doen."
        return LetterOpening(title, "Deze reactie is ingetrokken", lead)
    if letter.returned_at:
        last = f", tot en met {moment(letter.consultation.last_minute)}" if letter.consultation.is_open() else ""
        lead = (
            f"Dat was op {moment(letter.returned_at)}. De reactie telt niet mee. "
            f"Wie de reactie schreef, kan die wijzigen en opnieuw versturen{last}."
        )
        return LetterOpening(title, "Deze reactie is teruggestuurd", lead)
    lead = "Lees de reactie. Die telt pas mee als u bevestigt."
    return LetterOpening(title, f"{letter.body.does('Heeft', 'Hebben')} {letter.body_in_sentence} dit besloten?", lead)
