"""What changed at the other bodies since somebody was last told, and the days that come."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.text import capfirst

from consultation.deciding.models import Dossier, Position
from partners.ground.templatetags.dutch import day
from regiozwolle.pages.moments.dossiers import MEETS

# What was decided in so many days counts as new to who was never told anything.
NEW_TO_BEGIN_WITH = timedelta(days=7)
# How far ahead days are told.
AHEAD = timedelta(days=60)
MOST = 5


@dataclass(frozen=True)
class DossierNews:
    """What is new at the others in one dossier: (who, what, when) of each, of which the first MOST are told."""

    dossier: Dossier
    lines: list[tuple[str, str]]

    @property
    def shown(self):
        return self.lines[:MOST]

    @property
    def left_out(self):
        return len(self.lines[MOST:])


def stand_of(track):
    """How a body stands, in one word that differs when that does; "" while nothing is known."""
    if track.position.is_decided:
        return f"{track.position.value} {newest(track).decided_on}"
    if track.position == Position.DECLINES:
        return f"{Position.DECLINES.value} {track.declined_on}"
    step = ahead(track)
    return f"gepland {step.planned_on}" if step else ""


def stands_of(others):
    """How each of the others stands, by the key of its Track, as far as anything is known."""
    found = {str(track.pk): stand_of(track) for _, tracks in others for track in tracks}
    return {key: stand for key, stand in found.items() if stand}


def stand_in_words(track):
    """The same as a reader reads it: 'heeft ingestemd, 2 juni 2027'."""
    if track.position.is_decided:
        return f"{track.position.explanation}, {newest(track).when}"
    if track.position == Position.DECLINES:
        return f"{Position.DECLINES.explanation}, {day(track.declined_on)}"
    step = ahead(track)
    return f"{step.what} op {step.when}"


def newest(track):
    """The newest Decision that holds."""
    return max(track.decided().values(), key=lambda decision: (decision.decided_on, decision.pk))


def since_when(track):
    """Since when a body that has nothing to decide any more stands as it does."""
    return track.declined_on if track.position == Position.DECLINES else newest(track).decided_on


def ahead(track):
    """The next TrackStep in which the body meets about it, or None."""
    step = track.next_step()
    return step if step and step.kind in MEETS else None


def others_of(lyings):
    """(Dossier, the Tracks in it that count and are of other bodies) of each dossier before the bodies of `lyings`."""
    own = {track.pk for lying in lyings for track in lying.tracks}
    dossiers = {track.dossier_id: track.dossier for lying in lyings for track in lying.tracks}
    return [(one, [track for track in one.counted_tracks if track.pk not in own]) for one in dossiers.values()]


def news_of(others, told):
    """A DossierNews for each dossier in which another body stands otherwise than it was `told`; None is never told."""
    found = []
    for dossier, tracks in others:
        lines = [(capfirst(track.name), stand_in_words(track)) for track in tracks if is_new(track, told)]
        if lines:
            found.append(DossierNews(dossier, lines))
    return found


def is_new(track, told):
    stand = stand_of(track)
    if told is None:
        since = timezone.localdate() - NEW_TO_BEGIN_WITH
        return not track.position.is_open and since_when(track) >= since
    return bool(stand) and told.get(str(track.pk)) != stand


def days_of(lyings):
    """(Day, what is then) of what comes for the bodies of `lyings`, in order, each once."""
    today = timezone.localdate()
    found = {one for lying in lyings for one in days_of_one(lying)}
    return sorted((on, what) for on, what in found if today < on <= today + AHEAD)


def days_of_one(lying):
    """The sittings and recesses of a body, what it planned itself, and the end of what can be done."""
    for sitting in lying.body.sittings.all():
        if not sitting.is_cancelled:
            yield sitting.held_on, f"vergadering van {lying.body.in_sentence}"
    for recess in lying.body.recesses.all():
        yield recess.starts_on, f"begin van {recess.name}, tot en met {day(recess.ends_on)}"
    for matter in lying.matters:
        if not matter.is_done and matter.planning.period.last:
            yield matter.planning.period.last, f"laatste dag voor {matter.aim}"
