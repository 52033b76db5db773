"""What the page of a consultation says of it: who asks what of whom, until when, and which steps there are."""

from dataclasses import dataclass

from django.template.defaultfilters import linebreaks_filter
from django.utils.html import format_html, format_html_join

from consultation.models import Phase, Step, StepState
from partners.ground.templatetags.dutch import cited, day, moment, unbroken
from partners.ground.templatetags.parts import or_unknown


@dataclass(frozen=True)
class StepRow:
    """A step on the timeline, as it stands at this moment."""

    step: Step
    state: StepState
    status: str
    last_call: str  # how long one can still react, if that ends with this step; else ""

    @property
    def is_now(self):
        return self.state == StepState.NOW

    @property
    def css_class(self):
        return f"{self.state.value} period" if self.step.is_period else self.state.value

    @property
    def when(self):
        """Its day, its first and last day, or its first day and the words at which it ends, as safe HTML."""
        step = self.step
        if step.ends_on and step.ends_on != step.starts_on:
            return format_html("{} – {}", machine_readable(step.starts_on), machine_readable(step.ends_on))
        if step.ends_text:
            return format_html("{} – <span>{}</span>", machine_readable(step.starts_on), step.ends_text)
        return machine_readable(step.starts_on)


def machine_readable(date):
    """A day as people read it, that programs can read too."""
    return format_html('<time datetime="{}">{}</time>', date.isoformat(), day(date))


def step_rows(consultation, at):
    """The StepRows of `consultation` at the moment `at`, the oldest first."""
    is_open = consultation.is_open(at)
    return [row_of(consultation, step, is_open=is_open) for step in consultation.steps.all()]


def row_of(consultation, step, *, is_open):
    """The StepRow of one step. What did not run on this site we do not call done, only past."""
    state = step.state()
    is_past = state == StepState.DONE and not consultation.takes_letters
    return StepRow(
        step=step,
        state=state,
        status="Voorbij" if is_past else state.label,
        last_call=last_call(consultation) if is_open and step.ends_on == consultation.last_day else "",
    )


def last_call(consultation):
    """How long one can still react, as a sentence."""
    return f"{consultation.countdown}."


def step_notes(consultation):
    """What is remarked on the steps. Most share a remark; each is said once."""
    notes = [consultation.note, *(step.note for step in consultation.steps.all())]
    return [note for note in dict.fromkeys(notes) if note]


def step_sources(consultation):
    """Where the steps come from, each source once, as a sentence of safe HTML; "" without any."""
    sources = dict.fromkeys(step.source for step in consultation.steps.all() if step.source)
    told = format_html_join("; ", "{}", [(cited(source),) for source in sources])
    return format_html("Bron van de stappen: {}.", told) if told else ""


def invented(consultation):
    """What the demo says of an example: what of it is invented."""
    text = "ook verzonnen" if consultation.version.agenda.is_example else "echt"
    return (
        "Deze consultatie en de stappen zijn verzonnen, om te laten zien hoe reageren werkt. "
        f"De tekst van de agenda is {text}."
    )


def term(consultation, phase):
    """Until when one can react or could, or from when, for a consultation that is not open on this site."""
    if phase == Phase.COMING and consultation.takes_letters:
        return f"U kunt reageren vanaf {moment(consultation.opens_at)}."
    if phase == Phase.COMING:
        return f"De consultatie begint op {day(consultation.opens_at)} en loopt niet via deze site."
    if phase == Phase.RUNNING:
        return (
            f"De consultatie loopt tot en met {day(consultation.last_day)}. "
            "Op deze site kunt u de tekst lezen, maar niet reageren."
        )
    if consultation.takes_letters:
        return (
            f"Reageren kon tot en met {moment(consultation.last_minute)}. U kunt de tekst en de stappen nog wel lezen."
        )
    return (
        f"De consultatie liep tot en met {day(consultation.last_day)}, en niet via deze site. "
        "De reacties van toen staan hier daarom niet. U kunt de tekst en de stappen wel lezen."
    )


def terms(consultation, newest):
    """(Term, what is known of it) for each thing that the page says; `newest` is the newest version of its agenda."""
    takes_letters = consultation.takes_letters
    answered_by = consultation.answered_by and f"Uiterlijk {day(consultation.answered_by)}"
    return [
        ("Wie vraagt", consultation.asked_by),
        ("Aan wie", paragraphs(consultation.asked_of)),
        ("Over welke tekst", about(consultation.version, newest)),
        ("Reageren", reacting_term(consultation)) if takes_letters else ("Wanneer", consultation.period),
        ("Wat er met de reacties gebeurt", paragraphs(consultation.effect)),
        *([("Wanneer u antwoord krijgt", or_unknown(answered_by))] if takes_letters else []),
        ("Wie besluit, en wanneer", or_unknown(paragraphs(consultation.decided_by))),
    ]


def reacting_term(consultation):
    """From when until when one can react on this site."""
    return f"Van {moment(consultation.opens_at)}, tot en met {moment(consultation.last_minute)}"


def about(version, newest):
    """Which text it is about, and whether there is a newer one, as safe HTML."""
    agenda = unbroken(version.agenda.title)
    about = format_html("<p>{}, versie {} ({})</p>", agenda, version.number, standing(version))
    if newest is None or newest == version:
        return about
    return format_html(
        '{}<p class="source">Van deze agenda staat nu <a href="{}">versie {}</a> op de site ({}).</p>',
        about,
        newest.get_absolute_url(),
        newest.number,
        standing(newest),
    )


def standing(version):
    """'concept, 12 januari 2023'."""
    return f"{version.get_status_display()}, {day(version.dated_on)}"


def paragraphs(text):
    """A text of several lines as safe HTML; "" for none."""
    return linebreaks_filter(unbroken(text)) if text else ""
