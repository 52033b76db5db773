"""Two who enter something of one body at the same moment: the second waits, and finds what the first wrote."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from consultation.deciding.entering import acts
from consultation.deciding.entering.entry import OutcomeEntry, SourceEntry
from consultation.deciding.grid.acts import save_grid
from consultation.deciding.grid.cells import write_day
from consultation.deciding.grid.sheet import GridSheet
from consultation.deciding.models import Decision, Dossier, EntryLink, LinkPurpose, LinkUse, Outcome, Track
from tests.two_at_once.racing import Race, race, twice


@pytest.fixture
def track(version, deck, council):
    dossier = Dossier.objects.create(slug="plan", title="Plan", summary="Besluit.", version=version, source=deck)
    return Track.objects.create(dossier=dossier, body=council)


def outcome(found):
    return OutcomeEntry(timezone.localdate() - timedelta(days=1), {None: found}, SourceEntry("Besluitenlijst"))


@race(acts.link_for)
def test_two_mails_at_once_make_one_link(track):
    make = partial(acts.link_for, track=track, purpose=LinkPurpose.DAY, address="griffie@example.org")
    return twice(make, left=lambda: EntryLink.objects.count() == 1)


@race(acts.enter_with)
def test_a_link_that_is_used_twice_at_once_is_used_once(track):
    link = acts.link_for(track=track, purpose=LinkPurpose.OUTCOME, address="griffie@example.org")
    enter = partial(acts.enter_with, link=link, entry=outcome(Outcome.AGREED), reason=acts.BY_CLERK)
    return twice(enter, left=lambda: (Decision.objects.count(), LinkUse.objects.count()) == (1, 1))


@race(acts.enter_as_clerk)
def test_of_a_link_and_an_account_at_once_the_last_one_stands(track, clerk):
    link = acts.link_for(track=track, purpose=LinkPurpose.OUTCOME, address="griffie@example.org")
    return Race(
        partial(acts.enter_with, link=link, entry=outcome(Outcome.AGREED), reason=acts.BY_CLERK),
        partial(acts.enter_as_clerk, track=track, entry=outcome(Outcome.HELD), by=clerk, reason=acts.BY_CLERK),
        left=lambda: [one.outcome for one in Decision.objects.all()] == [Outcome.HELD],
    )


@race(save_grid)
def test_what_the_griffier_enters_meanwhile_is_not_written_over_by_the_grid(track):
    link = acts.link_for(track=track, purpose=LinkPurpose.OUTCOME, address="griffie@example.org")
    sheet = GridSheet(track.dossier)
    typed = {"besloten": write_day(timezone.localdate()), "geheel": "t", "bron": "Lijst"}
    sent = {"_opened": sheet.carried} | {f"{key}-{track.pk}": text for key, text in typed.items()}
    read = GridSheet(track.dossier, sent).digest
    return Race(
        partial(acts.enter_with, link=link, entry=outcome(Outcome.AGREED), reason=acts.BY_CLERK),
        partial(save_grid, dossier=track.dossier, sent=sent, read=read, reason=""),
        "Intussen is er iets gewijzigd",
        left=lambda: [one.outcome for one in Decision.objects.all()] == [Outcome.AGREED],
    )
