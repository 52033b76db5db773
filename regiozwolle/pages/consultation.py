"""The page of one consultation, with the dossiers in which its text is decided on."""

from functools import partial

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agenda.models import Version
from consultation.deciding.models import Dossier
from consultation.models import Consultation, Extension, Letter, Phase, Question, Step, StepState
from consultation.nota.points import first_changed_code, has_nota
from consultation.senders import reads_others
from consultation.texts import consultations
from consultation.texts.letters import how_it_stands, title_of
from partners.ground.publishing import shown_to
from partners.ground.state.prepared import Prepared
from partners.ground.state.prepared_rows import PreparedRows, give
from partners.ground.templatetags.dutch import unbroken
from partners.ground.templatetags.parts import drawn, paragraph
from regiozwolle.keeping.holes import of_reader

SIGN_IN = "Om te reageren logt u in met uw e-mailadres. U hebt geen wachtwoord nodig."
OWN = ["letters", "others", "sign_in"]
# What stands at the top while one cannot react on this site.
NOT_OPEN = {
    Phase.COMING: "consultation/_not_open_yet.html",
    Phase.RUNNING: "consultation/_open_elsewhere.html",
    Phase.CLOSED: "consultation/_closed.html",
}


@require_safe
def consultation(request, slug):
    """One consultation as it stands at this moment; those who are signed in see their own reactions to it."""
    now = timezone.now()
    shown = SHOWN.first(slug) or shown_to(request, to_show(), slug=slug)
    for name, rows in BESIDE.items():
        give(shown, name, rows.ask(shown.pk))
    phase = shown.phase(now)
    is_open = shown.is_open(now)
    is_closed = phase == Phase.CLOSED
    steps = consultations.step_rows(shown, now)
    newest = NEWEST.first(shown.version.agenda_id)
    takes_part = shown.takes_letters and phase != Phase.COMING
    return render(
        request,
        "consultation/detail.html",
        {
            "consultation": shown,
            "invented": consultations.invented(shown),
            "is_open": is_open,
            "opening": "consultation/_open_now.html" if is_open else NOT_OPEN[phase],
            "term": consultations.term(shown, phase),
            "links": links(shown) if is_closed else [],
            "steps": steps,
            "step_notes": consultations.step_notes(shown),
            "step_sources": consultations.step_sources(shown),
            "is_all_over": is_closed and all(row.state == StepState.DONE for row in steps),
            "terms": consultations.terms(shown, newest),
            "own": of_reader(request, OWN, partial(own_of, shown, takes_part)),
            "shows_letters": is_closed and shown.takes_letters,
            "shows_invited": phase == Phase.RUNNING and shown.takes_letters,
            "sent": Letter.objects.filter(consultation=shown).counted().per_sender_kind() if is_closed else [],
        },
    )


def to_show():
    """The consultations with what their own page says of each, in one query."""
    found = Consultation.objects.select_related("version__agenda", "source")
    return found.annotate(has_nota=has_nota(), first_changed=first_changed_code())


SHOWN = PreparedRows(lambda slug: to_show().public().filter(slug=slug)[:1])
# What each has several of, by the name of the relation.
BESIDE = {
    "questions": PreparedRows(lambda consultation: Question.objects.filter(consultation=consultation)),
    "steps": PreparedRows(lambda consultation: Step.objects.filter(consultation=consultation).select_related("source")),
    "extensions": PreparedRows(lambda consultation: Extension.objects.filter(consultation=consultation)),
}
NEWEST = PreparedRows(lambda agenda: Version.objects.published().filter(agenda=agenda).select_related("agenda")[:1])


def links(consultation):
    """(Address, words) of where a closed consultation leads, the most important first."""
    agenda = consultation.version.agenda
    dossiers = Dossier.objects.public().filter(version__agenda=agenda, is_example=consultation.is_example)
    found = [
        (consultation.version.get_absolute_url(), "Lees de tekst"),
        *((dossier.get_absolute_url(), f"Wat is er besloten? {unbroken(dossier.title)}") for dossier in dossiers),
    ]
    if not consultation.has_nota:
        return found
    if consultation.first_changed:
        why = reverse("agenda:why", args=[consultation.first_changed])
        found.append((why, "Volg één tekst van de eerste woorden tot het cijfer"))
    return [
        (reverse("consultation:done", args=[consultation.slug]), "Wat is er met de inbreng gedaan?"),
        (reverse("consultation:nota", args=[consultation.slug]), "De nota van beantwoording"),
        *found,
    ]


def written_by(user, consultation):
    """The letters of a user in a consultation, all by their keys."""
    return Letter.objects.of(user).filter(consultation=consultation).values_list("pk")


WRITTEN = Prepared(written_by)


def own_of(consultation, takes_part, user):
    """The parts of the page that are the reader's OWN: their letters, and the way to those of others or to sign in."""
    if not user.is_authenticated:
        return {"sign_in": paragraph(SIGN_IN, "source")}
    keys = [key for (key,) in WRITTEN.ask(user.pk, consultation.pk)]
    letters = Letter.objects.filter(pk__in=keys).select_related("body__partner", "table__session")
    rows = [row_of(letter, consultation) for letter in letters] if keys else []
    parts = {
        "letters": drawn("consultation/parts/letters_of_reader.html", rows=rows, anchor="uw-reactie") if rows else ""
    }
    if takes_part and reads_others(user):
        parts["others"] = drawn("consultation/parts/to_others.html", consultation=consultation)
    return parts


def row_of(letter, consultation):
    """(The letter, its title, how it stands) of a letter in `consultation`."""
    letter.consultation = consultation
    return letter, title_of(letter), how_it_stands(letter)
