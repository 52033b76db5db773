"""What every page of a letter can say: its title, its number, and how it stands."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html

from consultation.models import LetterState
from partners.ground.templatetags.dutch import counted, counted_in_words, moment


@dataclass(frozen=True)
class LetterOpening:
    """What stands above a page: its title in the browser, its heading, and the first sentences below that."""

    title: str
    heading: str
    lead: str


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


def change_term(consultation):
    """Until when what was sent can be changed, or could be."""
    can = "Kan" if consultation.is_open() else "Kon"
    return f"{can} tot en met {moment(consultation.last_minute)}"


def decision_address(letter):
    """Where the file of the decision can be had."""
    return reverse("consultation:decision", args=[letter.pk])
