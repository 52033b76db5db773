"""What followers are told of each table: in which sentence, about which things, and from when it is public.

Which table has which is in `told.py`. A sentence says how the row is now, so that nobody hears of a slip that was put
right meanwhile.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.text import capfirst

from agenda.models import Element, Wording
from consultation.models import Point
from partners.ground.publishing import Publishable, is_public
from partners.ground.templatetags.dutch import counted, day, number


class EventLine(NamedTuple):
    """One sentence, where one reads more, and the things that it is about; None among these is left out."""

    sentence: str
    address: str
    about: list


@dataclass(frozen=True)
class Telling:
    """What is told of one table.

    `lines` makes the EventLines of a row, that is new on the site or was changed. `moment` is from when it is public,
    None while it is a concept, and `public` the condition that it is so at a moment. A change is told when it is one of
    the columns `changed`; one in `begins` puts a row that was there already on the site.
    """

    lines: Callable
    moment: Callable
    public: Callable
    changed: tuple = ()
    begins: tuple = ()


def public_moment(row):
    """From when a row is on the site by its own moment and those of what it belongs to; None for a concept."""
    moments = [row.public_from] if isinstance(row, Publishable) else []
    for name in getattr(row, "follows", ()):
        whole = getattr(row, name)
        if whole is not None:
            moments.append(public_moment(whole))
    return None if None in moments else max(moments, default=timezone.now())


def of_itself(model):
    """How a kind of row is public that says in `follows` what it hangs on."""
    return {"moment": public_moment, "public": lambda at: is_public(model, at=at)}


def of_whole(name, model):
    """The same of a part that is public with what its column `name` names."""
    return {
        "moment": lambda row: public_moment(getattr(row, name)),
        "public": lambda at: is_public(model, f"{name}__", at=at),
    }


def of_element():
    """The same of what hangs on an element of the agenda, that everyone can read since some version."""
    return {
        "moment": lambda row: element_moment(row.element) if row.element else timezone.now(),
        "public": lambda at: Q(element=None) | Q(element__in=Wording.objects.published(at).values("element")),
    }


def element_moment(element):
    """From when everyone can read an element; None while it stands in no version for the site."""
    moments = element.wordings.exclude(version__published_at=None).order_by("version__published_at")
    return moments.values_list("version__published_at", flat=True).first()


def elements_of(indicator):
    return list(indicator.elements.all())


def partner_came(partner, is_new):
    if not is_new and partner.succeeded_by:
        goes = "is" if partner.has_left else f"gaat op {day(partner.left_on)}"
        into = "opgegaan in" if partner.has_left else "op in"
        sentence = f"{partner} {goes} {into} {partner.succeeded_by}"
        return [EventLine(sentence, partner.succeeded_by.get_absolute_url(), [partner, partner.succeeded_by])]
    what = "is nieuw op de site" if is_new else "heeft nieuwe gegevens op de pagina"
    return [EventLine(f"{partner} {what}", partner.get_absolute_url(), [partner])]


def counted_people(population, is_new):
    what = "Nieuw" if is_new else "Verbeterd"
    told = f"{number(population.count)} op {day(population.reference_on)}"
    sentence = f"{what} inwonertal van {population.partner}: {told}"
    return [EventLine(sentence, f"{population.partner.get_absolute_url()}#bronnen", [population.partner])]


def version_published(version, is_new):
    """One for each place in the agenda that says something else than in the version before."""
    before = {}
    for one in Wording.objects.filter(version__agenda=version.agenda, version__number=version.number - 1):
        before[one.element_id] = one.text
    lines = [
        EventLine(
            f"{'De tekst is gewijzigd' if one.element_id in before else 'Nieuw in de agenda'} in "
            f"{version.dated_inside}",
            one.get_absolute_url(),
            [one.element],
        )
        for one in version.wordings.select_related("element", "version").order_by("position")
        if before.get(one.element_id) != one.text
    ]
    whole = EventLine(f"{capfirst(version.dated_inside)}, staat op de site", version.get_absolute_url(), [])
    return [whole, *lines]


def action_done(action, is_new):
    status = f" ({action.known_status})" if action.known_status else ""
    sentence = f"{'Nieuwe actie' if is_new else 'Bijgewerkte actie'}: {action.title}{status}"
    return [EventLine(sentence, f"{action.element.get_absolute_url()}#acties", [action.element, action.named_lead])]


def taken_part(participation, is_new):
    sentence = f"{participation.partner} {participation.standing}: {participation.element}"
    address = f"{participation.element.get_absolute_url()}#deelname"
    return [EventLine(sentence, address, [participation.element, participation.partner])]


def figure_came(indicator, is_new):
    sentence = f"Nieuw cijfer: {indicator.name}"
    return [EventLine(sentence, indicator.get_absolute_url(), [indicator, *elements_of(indicator)])]


def measured(measurement, is_new):
    figure = measurement.indicator
    what = "Nieuwe waarde" if is_new else "Verbeterde waarde"
    sentence = f"{what} van het cijfer ‘{figure.name}’: {measurement.text} ({measurement.when_and_whose})"
    return [EventLine(sentence, figure.get_absolute_url(), [figure, *elements_of(figure), measurement.partner])]


def aimed(target, is_new):
    figure = target.indicator
    when = f", {target.when_short}" if target.when_short else ""
    sentence = f"{'Nieuw' if is_new else 'Gewijzigd'} doel bij het cijfer ‘{figure.name}’: {target.text}{when}"
    return [EventLine(sentence, figure.get_absolute_url(), [figure, *elements_of(figure)])]


def measure_agreed(measure, is_new):
    sentence = f"{'Nieuwe' if is_new else 'Gewijzigde'} maatstaf: {measure.measure}"
    return [EventLine(sentence, f"{measure.element.get_absolute_url()}#maatstaf", [measure.element])]


def tariff_set(tariff, is_new):
    what = "Nieuw" if is_new else "Gewijzigd"
    address = tariff.element.get_absolute_url() if tariff.element else "/resultaten/bijdragen/"
    return [EventLine(f"{what} tarief: {tariff}", address, [tariff.element])]


def about_project(project):
    return [project, *project.elements.all()]


def project_came(project, is_new):
    sentence = f"{'Nieuw project' if is_new else 'Bijgewerkt project'}: {project.name}"
    return [EventLine(sentence, project.get_absolute_url(), about_project(project))]


def project_joined(part, is_new):
    sentence = f"{part.partner} heeft een rol in het project {part.project.name}: {part.get_role_display()}"
    return [EventLine(sentence, part.project.get_absolute_url(), [part.project, part.partner])]


def phase_known(phase, is_new):
    what = "Nieuwe" if is_new else "Gewijzigde"
    sentence = f"{what} fase bij het project {phase.project.name}: {phase.get_kind_display()}"
    return [EventLine(sentence, phase.project.get_absolute_url(), about_project(phase.project))]


def result_known(result, is_new):
    what = "Nieuw" if is_new else "Gewijzigd"
    sentence = f"{what} resultaat bij het project {result.project.name} ({result.get_nature_display()}): {result.text}"
    return [EventLine(sentence, result.project.get_absolute_url(), about_project(result.project))]


def money_came(funding, is_new):
    owner = funding.project or funding.programme
    sentence = f"{'Nieuwe' if is_new else 'Gewijzigde'} financiering van {owner}: {funding}"
    return [EventLine(sentence, owner.get_absolute_url(), about_project(owner) if funding.project else [])]


def priority_said(priority, is_new):
    sentence = f"{priority.partner} zegt wat telt bij {priority.element.mention}: {priority.text}"
    return [EventLine(sentence, priority.element.get_absolute_url(), [priority.element, priority.partner])]


def meeting_announced(meeting, is_new):
    """Of what stands on its agenda, and of what came out of it."""
    about = [thing for item in meeting.agenda_items.all() for thing in (item.element, item.dossier)]
    sentence = f"{'Nieuwe' if is_new else 'Gewijzigde'} bijeenkomst ‘{meeting.title}’. {meeting.told}"
    return [EventLine(sentence, meeting.get_absolute_url(), about)]


def spoken_of(line, is_new):
    sentence = f"Uitkomst van de bijeenkomst ‘{line.meeting.title}’: {line.text}"
    return [EventLine(sentence, line.meeting.get_absolute_url(), [line.element, line.dossier])]


def report_came(report, is_new):
    return [EventLine(f"Nieuwe rapportage: {report.title}", report.get_absolute_url(), [])]


def consultation_opened(consultation, is_new):
    until = f"tot en met {day(consultation.last_day)}"
    what = f"is open {until}" if is_new else f"duurt nu {until}"
    return [EventLine(f"De consultatie ‘{consultation}’ {what}", consultation.get_absolute_url(), [consultation])]


def opened(consultation):
    """When it opens, if it is on the site by then."""
    public = public_moment(consultation)
    return public and max(public, consultation.opens_at)


def answers_published(publication, is_new):
    """How many points were answered, of the consultation and of each place in the agenda."""
    consultation = publication.consultation
    points = Point.objects.public().filter(answers__publication=publication)
    elements = Element.objects.filter(wordings__points__in=points)
    elements = elements.annotate(answered=Count("wordings__points", distinct=True))
    told = [(consultation, points.count(), consultation.get_absolute_url())]
    told += [(element, element.answered, element.get_absolute_url()) for element in elements]
    return [
        EventLine(
            f"{counted(count, 'punt is,punten zijn')} beantwoord in de consultatie ‘{consultation}’", address, [thing]
        )
        for thing, count, address in told
    ]


def dossier_came(dossier, is_new):
    sentence = f"{'Nieuw dossier' if is_new else 'Gewijzigd dossier'}: {dossier.title}"
    return [EventLine(sentence, dossier.get_absolute_url(), [dossier])]


def at_body(track):
    """Where a body is told of in its dossier."""
    return f"{track.dossier.get_absolute_url()}#orgaan-{track.body_id}"


def decided(decision, is_new):
    track, component = decision.track, decision.component
    on_what = f", over {component.mention}" if component else ""
    sentence = f"{capfirst(track.body.in_sentence)} {decision.position.explanation}{on_what}, {decision.when}"
    element = component.element if component else None
    told = f"{sentence}: {track.dossier}"
    return [EventLine(told, at_body(track), [element, track.dossier, track.body.partner])]


def stepped(step, is_new):
    track = step.track
    sentence = f"{capfirst(track.body.in_sentence)}: {step.what}, {step.when} ({track.dossier})"
    return [EventLine(sentence, at_body(track), [track.dossier, track.body.partner])]


def moved(motion, is_new):
    track = motion.track
    outcome = f", {motion.get_outcome_display()}" if motion.outcome else ""
    sentence = f"{capfirst(str(motion))} bij {track.body.in_sentence}{outcome} ({track.dossier})"
    return [EventLine(sentence, at_body(track), [track.dossier, track.body.partner])]


def promised(commitment, is_new):
    track = commitment.track
    sentence = f"Toezegging aan {track.body.in_sentence}: {commitment.stands} ({track.dossier})"
    address = f"{track.dossier.get_absolute_url()}#toezeggingen"
    return [EventLine(sentence, address, [track.dossier, track.body.partner])]


def paper_put(version, is_new):
    which = f" (versie {version.number})" if version.number > 1 else ""
    sentence = f"Nieuw stuk: {version.paper.title}{which}, bij {version.paper.dossier}"
    return [EventLine(sentence, version.paper.get_absolute_url(), [version.paper.dossier])]
