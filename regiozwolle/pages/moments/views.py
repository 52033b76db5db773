"""The page of what a body can still do and until when, and the same as a calendar to subscribe to."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from partners.ground.calendars.writing import answer_with, calendar_file, titled
from partners.ground.publishing import let_in
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted, day, unbroken, weekday
from partners.ground.templatetags.parts import drawn, small
from partners.models import Body, BodyKind, Mandate
from regiozwolle.pages.moments.consultations import consultation_matters
from regiozwolle.pages.moments.dossiers import dossier_matters
from regiozwolle.pages.moments.feed import entries_of
from regiozwolle.pages.moments.further import cited_all, further_of
from regiozwolle.pages.moments.lanes import lanes_of
from regiozwolle.pages.partner.facts import PartnerFact


@dataclass(frozen=True)
class Phrases:
    """How a kind of body is spoken of: in the question above the page, and to its members."""

    question: str
    yours: str
    meets: str


PHRASES = {
    BodyKind.COUNCIL: Phrases("Wat kan onze raad nog doen, en tot wanneer?", "uw raad", "Uw raad vergadert"),
    BodyKind.STATES: Phrases("Wat kunnen onze Staten nog doen, en tot wanneer?", "uw Staten", "Uw Staten vergaderen"),
    BodyKind.EXECUTIVE: Phrases("Wat kan ons college nog doen, en tot wanneer?", "uw college", "Uw college vergadert"),
    BodyKind.DEPUTIES: Phrases(
        "Wat kunnen Gedeputeerde Staten nog doen, en tot wanneer?",
        "Gedeputeerde Staten",
        "Gedeputeerde Staten vergaderen",
    ),
}


@require_safe
def moments(request, slug, kind):
    """What the body can still do: the first thing and its last day, the calendar, and all things in a table."""
    body = found(request, slug, kind)
    is_clerk = Mandate.objects.is_clerk(request.user, body)
    fill_in = fill_in_days(request.user, body, is_clerk=is_clerk)
    count, told, act, lanes, matters = to_do(body.pk, is_clerk, fill_in)
    return render(
        request,
        "partners/moments.html",
        {
            "body": body,
            "partner": body.partner,
            "phrases": PHRASES[body.kind],
            "count": count,
            "lead": told,
            "act": act,
            "is_clerk": is_clerk,
            "lanes": lanes,
            "matters": matters,
            "further": running(body.pk),
            "meetings": meeting(body.pk, fill_in),
        },
    )


@piece
def to_do(key, is_clerk, fill_in):
    """What the body with this key can still do: how long for the first thing, sentences, a button, the calendar, all.

    To its griffier it says what they do; `fill_in` is the way to fill in its days, or "".
    """
    body = with_calendar(key)
    matters = matters_of(body, is_clerk=is_clerk)
    ahead = [matter for matter in matters if not matter.is_done]
    lanes = lanes_of(body, matters, PHRASES[body.kind].meets)
    return (
        count_of(ahead),
        unbroken(body.ended or lead(ahead, PHRASES[body.kind])),
        successor_link(body) if body.ended else act_of(ahead, fill_in, is_known=bool(body.sittings.all())),
        drawn("partners/_lanes.html", body=body, partner=body.partner, lanes=lanes) if lanes else "",
        drawn("partners/_matters.html", body=body, matters=matters),
    )


@piece
def running(key):
    """What else runs for it."""
    body = BODY.first(key)
    return drawn("partners/_further.html", partner=body.partner, further=further_of(body))


@piece
def meeting(key, fill_in):
    """When it meets, and the same as a calendar."""
    body = with_calendar(key)
    return drawn(
        "partners/_meetings.html",
        body=body,
        partner=body.partner,
        meets=PHRASES[body.kind].meets,
        facts=facts_of(body),
        fill_in=fill_in,
        calendar=reverse("moments_calendar", args=[body.partner.slug, body.kind]),
    )


@require_safe
def calendar(request, slug, kind):
    """The days of the body as a calendar."""
    return answer_with(days_of(found(request, slug, kind).pk), f"{slug}-{kind}")


@piece
def days_of(key):
    """The calendar of the body with this key, as text."""
    body = with_calendar(key)
    title = titled(body.partner, f"Regio Zwolle: {body}")
    return calendar_file(title, entries_of(body, matters_of(body))).decode()


BODIES = PreparedRows(lambda slug, kind: Body.objects.filter(partner__slug=slug, kind=kind).select_related("partner"))


WITH_CALENDAR = PreparedRows(lambda key: Body.objects.with_calendar().filter(pk=key))
CALENDARS = PreparedRows(lambda slug, kind: Body.objects.with_calendar().filter(partner__slug=slug, kind=kind))
BODY = PreparedRows(lambda key: Body.objects.filter(pk=key).select_related("partner"))


def found(request, slug, kind, bodies=BODIES):
    """The body of that kind of the partner at this address, of those prepared as `bodies`. Raises Http404."""
    body = bodies.first(slug, kind) if kind in PHRASES else None
    if body is None:
        raise Http404("Zo’n orgaan is er niet.")
    if not body.partner.is_public_now:
        let_in(request, body.partner)
    return body


def asked(request, slug, kind):
    """The same with its calendar."""
    return found(request, slug, kind, CALENDARS)


def with_calendar(key):
    """The body with this key and its calendar."""
    return WITH_CALENDAR.first(key)


def matters_of(body, *, is_clerk=False):
    """The Matters before a body that has its calendar, in order; its griffier can say when it handles one.

    None are before a body that is no more.
    """
    if body.partner.has_left:
        return []
    found = [*consultation_matters(body, is_clerk=is_clerk), *dossier_matters(body, is_clerk=is_clerk)]
    return sorted(found, key=lambda matter: matter.order)


def count_of(to_do):
    """What stands largest on the page: how long there is for the first thing, or that there is nothing."""
    if not to_do:
        return "Niets"
    days = to_do[0].days_left
    if days is None:
        return f"Nog {counted(len(to_do), 'vraag,vragen')}"
    return f"Nog {counted(days, 'dag,dagen')}" if days > 0 else "Vandaag is de laatste dag"


def lead(to_do, phrases):
    """The sentences below it: about the first thing, and how many others there are."""
    if not to_do:
        return f"Er ligt nu niets voor aan {phrases.yours}. Wanneer de volgende vraag komt, is nog niet bekend."
    first, others = to_do[0], len(to_do) - 1
    more = f" Daarna {'wacht' if others == 1 else 'wachten'} nog {counted(others, 'vraag,vragen')}." if others else ""
    misses = sum(matter.misses for matter in to_do[1:])
    misfit = f" {counted(misses, 'vraag past,vragen passen')} niet in de kalender." if misses else ""
    return f"{about(first)}{more}{misfit}"


def about(matter):
    """What to do with the first thing, as a sentence."""
    if not matter.fits:
        fits = "past niet in de kalender" if matter.misses else f"kan tot en met {matter.closes}"
        return f"{capfirst(matter.aim)} {fits}. {matter.planning.why}"
    on = f"de vergadering van {day(matter.planning.first.held_on)}"
    if not matter.papers:
        return f"Voor {matter.aim} is {on} de eerste die kan besluiten. De aanlevertermijn is nog niet bekend."
    return f"om {matter.aim} op de agenda van {on} te krijgen. Lever aan tot en met {matter.papers}."


def button(act):
    """The (address, words) of an act as a button."""
    address, words = act
    return format_html('<a class="button" href="{}">{}</a>', address, unbroken(words))


def successor_link(body):
    """The way to the same page of the body that came in its place, as HTML; "" when that is not known."""
    successor = body.successor
    return button((successor.get_moments_url(), f"Bekijk {successor}")) if successor else ""


def fill_in_days(user, body, *, is_clerk):
    """The way for the griffier of the body, and the secretariat, to fill in its days as HTML; "" for all others."""
    if not (is_clerk or user.has_perm("partners.change_sitting")):
        return ""
    address = reverse("partners:days", args=[body.partner.slug, body.kind, "vergaderdagen"])
    return format_html('<a href="{}">Vul de vergaderdagen in</a>', address)


def act_of(to_do, fill_in, *, is_known):
    """What to do first, as a button: of a body of which no day is known that is filling them in, for who may."""
    if fill_in and not is_known:
        return mark_safe(fill_in.replace("<a ", '<a class="button" ', 1))
    return button(to_do[0].act) if to_do else ""


def facts_of(body):
    """When the body sits and until when it takes papers, as PartnerFacts."""
    today, days = timezone.localdate(), body.delivery_days
    term = [] if days is None else [f"Uiterlijk {counted(days, 'dag,dagen')} voor de vergadering, die dag meegeteld."]
    ahead = sorted((one for one in body.sittings.all() if one.held_on >= today), key=lambda sitting: sitting.held_on)
    recesses = sorted((one for one in body.recesses.all() if one.ends_on >= today), key=lambda recess: recess.starts_on)
    return [
        PartnerFact("Stukken aanleveren", term, cited_all([body.delivery_source])),
        PartnerFact("Vergaderingen", list(map(sitting_in_words, ahead)), cited_all(one.source for one in ahead)),
        PartnerFact(
            "Reces",
            [f"{capfirst(recess.name)} {recess.period}." for recess in recesses],
            cited_all(one.source for one in recesses),
        ),
    ]


def sitting_in_words(sitting):
    """When it is, and until when it takes papers or that it lapses: as HTML."""
    at = f", {sitting.starts_at:%H.%M} uur" if sitting.starts_at else ""
    by = sitting.last_day_for_papers
    papers = f"Aanleveren tot en met {weekday(by)}." if by else ""
    told = mark_safe("<strong>Vervalt.</strong>") if sitting.is_cancelled else papers
    return format_html("{}{}. {} {}", capfirst(weekday(sitting.held_on)), at, told, small(sitting.note))
