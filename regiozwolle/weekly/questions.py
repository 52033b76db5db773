"""What lies before a body: what it is asked and until when, for a mail that its griffier reads in a minute."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from django.utils.text import capfirst

from consultation.deciding.models import Commitment, Dossier, LinkPurpose, Track
from consultation.models import Letter
from consultation.models.invitation import OWN_NAME
from partners.ground.templatetags.dutch import counted, day, weekday
from partners.models import Body, BodyKind
from regiozwolle.pages.moments.consultations import consultation_matters_of
from regiozwolle.pages.moments.dossiers import MEETS, dossier_matters_of
from regiozwolle.pages.moments.matters import Matter

# So long before its last day a question is told again each week.
NEAR = timedelta(days=14)
SOON = "Graag deze week"


@dataclass(frozen=True)
class WeeklyQuestion:
    """One thing that is asked of a body. `until` is its last day, or None; `page` is what everyone reads about it.

    `path` is what who prepares it opens. Where it is something to enter of a `track`, a link for that `purpose` takes
    its place in the mail.
    """

    key: str
    body: Body
    until: date | None
    heading: str
    text: str
    act: str
    path: str
    page: str
    track: Track | None = None
    purpose: LinkPurpose | None = None

    @property
    def until_in_words(self):
        return f"Tot en met {without_year(self.until)}" if self.until else SOON

    @property
    def mark(self):
        """What differs when the question does, so that it is told again."""
        return f"{self.until or ''} {self.heading}"

    @property
    def order(self):
        """Sorts by its last day; what has none comes last."""
        return (self.until or date.max, self.heading)

    def is_near(self, on):
        """Whether on the day `on` its last day comes near."""
        return self.until is not None and on <= self.until < on + NEAR


@dataclass(frozen=True)
class Lying:
    """All that lies before one body: its Matters, its Tracks in dossiers on the site, and what it promised itself."""

    body: Body
    matters: list[Matter] = field(default_factory=list)
    tracks: list[Track] = field(default_factory=list)
    promises: list[Commitment] = field(default_factory=list)
    has_spoken: bool = False

    @property
    def has_a_past(self):
        """Whether it said or decided anything that its next members should know, and there is a page of that."""
        decided = any(track.decisions.all() for track in self.tracks)
        return self.body.kind != BodyKind.BOARD and (decided or self.has_spoken)

    @property
    def questions(self):
        """Every WeeklyQuestion, the first day at the front."""
        asked = [matter for matter in self.matters if matter.is_asked and not (matter.is_done or has_answer(matter))]
        found = [matter_question(self.body, matter) for matter in asked]
        found += [question for track in self.tracks for question in track_questions(track)]
        found += [promise_question(self.body, promise) for promise in self.promises]
        return sorted(found, key=lambda question: question.order)


def has_answer(matter):
    """Whether the body said what it does with it: on which day, or that it does not treat it."""
    return bool(matter.planned_on or (matter.track and matter.track.declines()))


def lying_before(bodies):
    """The Lying of each of `bodies`, which have their calendar, by its key: in a fixed number of queries."""
    consultations = consultation_matters_of(bodies, is_clerk=True)
    dossiers = dossier_matters_of(bodies)
    tracks = defaultdict(list)
    for dossier in Dossier.objects.public().with_tracks():
        for track in dossier.tracks.all():
            tracks[track.body_id].append(track)
    promises = defaultdict(list)
    for promise in Commitment.objects.public().open().select_related("track__body", "track__dossier"):
        promises[promise.promised_by_id].append(promise)
    spoke = set(Letter.objects.public().filter(sender_kind__in=OWN_NAME).values_list("body", flat=True))
    return {
        body.pk: Lying(
            body=body,
            matters=[*consultations[body.pk], *dossiers[body.pk]],
            tracks=tracks[body.pk],
            promises=promises[body.pk],
            has_spoken=body.pk in spoke,
        )
        for body in bodies
    }


def matter_question(body, matter):
    """What a Matter asks: to put it on the agenda of the first sitting that can decide, or what stands in the way."""
    path, words = matter.act
    asked = {"key": f"{matter.key}-{body.pk}", "body": body, "page": matter.address, "path": path}
    last = matter.planning.period.last
    if matter.misses:
        heading = f"‘{matter.title}’ past niet in uw kalender"
        return WeeklyQuestion(until=last, heading=heading, text=matter.planning.why, act=f"{words}:", **asked)
    if not matter.fits:
        text = f"{matter.what}. {matter.planning.why}"
        act = "Bekijk wat wordt gevraagd:"
        return WeeklyQuestion(until=last, heading=f"Plan ‘{matter.title}’", text=text, act=act, **asked)
    can_say = matter.track or path != matter.address
    return WeeklyQuestion(
        until=matter.planning.papers_by or last,
        heading=f"Zet ‘{matter.title}’ op de agenda van {without_year(matter.planning.first.held_on)}",
        text=f"{matter.what}. {chance(matter)}",
        act="Geef door wanneer dit wordt behandeld:" if can_say else "Bekijk wat wordt gevraagd:",
        track=matter.track,
        purpose=matter.track and LinkPurpose.DAY,
        **asked,
    )


def chance(matter):
    """Which sitting it is among those that can decide, and until when it is possible, as a sentence or two."""
    chances, sitting = matter.planning.chances, matter.planning.first
    which = "de enige vergadering" if len(chances) == 1 else "de eerste vergadering"
    until = f" Het kan tot en met {matter.closes}." if matter.closes else ""
    return f"{capfirst(day(sitting.held_on))} is {which} die hierover kan besluiten.{until}"


def track_questions(track):
    """What became of a sitting that was planned, and whether what was entered by others is right."""
    path = page = f"{track.dossier.get_absolute_url()}#orgaan-{track.body_id}"
    asked = {"body": track.body, "until": None, "path": path, "page": page}
    asked |= {"track": track, "purpose": LinkPurpose.OUTCOME}
    title, kind = track.dossier.title, BodyKind(track.body.kind)
    planned = last_planned(track) if track.position.is_open else None
    if planned:
        yield WeeklyQuestion(
            key=f"uitkomst-{track.pk}",
            heading=f"Wat {kind.does('besloot', 'besloten')} {kind.yours} op {without_year(planned)}?",
            text=f"Over ‘{title}’. Op de site staat nog geen uitkomst.",
            act="Geef de uitkomst door:",
            **asked,
        )
    unconfirmed = [one for one in track.decided().values() if not one.is_confirmed]
    if unconfirmed:
        newest = max(unconfirmed, key=lambda decision: (decision.decided_on, decision.pk))
        more = f" en nog {counted(len(unconfirmed) - 1, 'onderdeel,onderdelen')}" if len(unconfirmed) > 1 else ""
        yield WeeklyQuestion(
            key=f"bevestigen-{track.pk}",
            heading=f"Klopt dit besluit van {newest.when}?",
            text=f"Over ‘{title}’. Op de site staat: {newest.told}{more}. U hebt dat nog niet bevestigd.",
            act="Bevestig of verbeter het besluit:",
            **asked,
        )


def promise_question(body, promise):
    """That what the body promised to another is still to be answered, and by when."""
    address = f"{promise.track.dossier.get_absolute_url()}#toezeggingen"
    over = promise.is_overdue()
    to = promise.track.body.in_sentence
    return WeeklyQuestion(
        key=f"toezegging-{promise.pk}",
        body=body,
        until=None if over else promise.due_on,
        heading=f"Beantwoord de toezegging aan {to}{', de termijn is voorbij' if over else ''}",
        text=promise.text,
        act="Bekijk wat op de site staat:",
        path=address,
        page=address,
    )


def last_planned(track):
    """The last day on which the body was to meet about it and of which nothing was heard since, or None."""
    today = timezone.localdate()
    days = [step.planned_on for step in track.steps.all() if step.kind in MEETS and not step.happened_on]
    return max((one for one in days if one and one < today), default=None) if not track.next_step() else None


def without_year(on):
    """'donderdag 10 juni'; with its year when that is another than this one."""
    words = weekday(on)
    return words.rpartition("\N{NO-BREAK SPACE}")[0] if on.year == timezone.localdate().year else words
