"""What happens to public things becomes events: each once, when it is public, and not when it was withdrawn."""

from datetime import date, timedelta

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from agenda.models import Participation, Version
from consultation.deciding.models import Decision, Dossier, Outcome, Track
from partners.ground.history import recorded
from partners.models import Partner, Population
from regiozwolle.following import events
from regiozwolle.following.events import make_events, still_true
from regiozwolle.following.kinds import key_of
from regiozwolle.following.told import TOLD, UNTOLD
from regiozwolle.history.tables import TABLES
from regiozwolle.models import Event
from tests.published import give_words

SOON = timedelta(days=1)
WRITES = """INSERT INTO partners_source (slug, title, publisher, url, published_text, consulted, licence, note)
VALUES ('elders', 'Elders', '', '', '', '', '', '')"""


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(slug="regioplan", title="Regioplan", summary="Stelt u het vast?", version=version)


@pytest.fixture
def decision(dossier, council, deck):
    track = Track.objects.create(dossier=dossier, body=council)
    return Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=timezone.localdate(), source=deck)


def told(thing):
    """What was let out about `thing`, the oldest first."""
    return list(Event.objects.filter(about__contains=[key_of(thing)]).exclude(number=None).order_by("number"))


def test_of_every_public_table_followers_are_told_or_there_is_a_reason_why_not():
    public = {table for table, kept in TABLES.items() if kept.is_public and kept.is_recorded}
    assert public - TOLD.keys() - UNTOLD.keys() == set(), "Say in regiozwolle/following/told.py what followers hear."
    assert (TOLD.keys() | UNTOLD.keys()) - public == set()
    assert TOLD.keys() & UNTOLD.keys() == set()


def test_a_decision_is_told_once_to_who_follows_its_dossier_or_its_partner(decision, dossier, zwolle):
    make_events()
    make_events()
    sentence = f"De gemeenteraad van Zwolle heeft ingestemd, {decision.when}: Regioplan"
    assert [event.sentence for event in told(dossier)][-1] == sentence
    assert [event.sentence for event in told(zwolle)][-1] == sentence
    assert Event.objects.filter(row_table="deciding_decision").count() == 1
    assert told(dossier)[-1].address == f"/besluiten/regioplan/#orgaan-{decision.track.body_id}"


def test_a_concept_is_told_when_it_becomes_public_and_not_before(dossier, decision, deck):
    Dossier.objects.create(slug="later", title="Later", summary="Wat?", public_from=None)
    later = Dossier.objects.get(slug="later")
    make_events()
    assert told(later) == []
    now = timezone.now()
    later.public_from = now + SOON
    later.save()
    make_events(at=now)
    assert told(later) == []
    make_events(at=now + SOON)
    assert [event.sentence for event in told(later)] == ["Nieuw dossier: Later"]


def test_what_was_put_off_is_told_at_the_new_moment_alone_and_as_it_is_then(dossier):
    now = timezone.now()
    later = Dossier.objects.create(slug="later", title="Later", summary="Wat?", public_from=now + SOON)
    make_events(at=now)
    later.public_from, later.title = now + 3 * SOON, "Anders"
    later.save()
    make_events(at=now)
    Dossier.objects.filter(pk=later.pk).update(title="Weer anders")
    make_events(at=now + 2 * SOON)
    assert told(later) == []
    make_events(at=now + 4 * SOON)
    make_events(at=now)
    assert [event.sentence for event in told(later)] == ["Nieuw dossier: Weer anders"]


def test_what_was_withdrawn_or_changed_again_meanwhile_is_not_told(decision, dossier):
    make_events()
    with recorded("besluit gewijzigd", reason="Een slip."):
        decision.outcome = Outcome.AGAINST
        decision.save()
    make_events()
    found = list(Event.objects.filter(row_table="deciding_decision").order_by("number"))
    assert len(found) == 2
    assert still_true(found) == found[1:]
    with recorded("besluit verwijderd", reason="Het was een ander orgaan."):
        decision.delete()
    assert still_true(found) == []


def test_a_part_goes_off_with_its_whole(zwolle, deck):
    Population.objects.create(partner=zwolle, reference_on=date(2020, 1, 1), count=9, source=deck)
    make_events()
    assert "partners_population" in {event.row_table for event in still_true(told(zwolle))}
    Partner.objects.filter(pk=zwolle.pk).update(public_until=timezone.now())
    assert still_true(told(zwolle)) == []


def test_a_new_version_tells_each_place_that_changed_and_no_other(agenda, version, goal, line):
    after = Version.objects.create(agenda=agenda, number=2, dated_on=date(2023, 6, 30))
    give_words(line, after, line.wordings.get().text)
    give_words(goal, after, "Andere woorden.")
    make_events()
    assert [event.row_id for event in told(goal)] == [version.pk]
    after.published_at = timezone.now()
    after.save()
    make_events()
    assert [event.sentence for event in told(goal)] == [
        f"Nieuw in de agenda in {version.dated_inside}",
        f"De tekst is gewijzigd in {after.dated_inside}",
    ]
    assert len(told(line)) == 1


def test_taking_part_is_told_at_the_place_and_at_the_partner(goal, zwolle, deck):
    Participation.objects.create(element=goal, partner=zwolle, source=deck)
    make_events()
    assert told(goal)[-1].sentence == told(zwolle)[-1].sentence == f"Zwolle doet mee: {goal}"


def test_nothing_is_read_past_who_is_still_writing(decision, dossier, monkeypatch):
    """Another connection has written a change that is not committed: a later one must wait for it."""
    monkeypatch.setattr(events, "PATIENCE", 0)
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as other:
        other.execute(WRITES)
        make_events()
        assert Event.objects.count() == 0
        other.rollback()
    make_events()
    assert told(dossier)


def test_what_happened_long_ago_is_forgotten(decision, dossier):
    make_events()
    events.forget(at=timezone.now() + events.KEPT - SOON)
    assert told(dossier)
    events.forget(at=timezone.now() + events.KEPT + SOON)
    assert told(dossier) == []
