"""What lies before the body of a griffier who signed in, and what they enter of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from consultation.deciding.models import Decision, Dossier, EnteredAs, LinkPurpose, Outcome, Track
from partners.ground.models import Act

PATH = "/mijn-orgaan/"


@pytest.fixture
def tracks(version, deck, council, other_council):
    def make(name, body):
        dossier = Dossier.objects.create(
            slug=name, title=name.title(), summary="Besluit.", version=version, source=deck
        )
        return Track.objects.create(dossier=dossier, body=body)

    return [make("eerste", council), make("tweede", council), make("ander", other_council)]


def test_a_griffier_sees_all_tracks_and_consultations_of_their_own_body(client, clerk, tracks, open_consultation, deck):
    yesterday = timezone.localdate() - timedelta(days=1)
    Decision.objects.create(track=tracks[1], outcome=Outcome.AGREED, decided_on=yesterday, source=deck)
    client.force_login(clerk)
    page = client.get(PATH)
    ((body, rows, matters),) = page.context["bodies"]
    assert (body, [row["track"] for row in rows]) == (clerk.mandates.get().body, [tracks[0], tracks[1]])
    assert [[words for _, words in row["acts"]] for row in rows] == [
        ["Geef de dag door", "Geef de uitkomst door"],
        ["Geef de uitkomst door"],
    ]
    assert [matter.title for matter in matters] == [open_consultation.title]
    assert "Ander" not in page.text


def test_it_is_for_griffiers(client, councillor):
    client.force_login(councillor)
    assert client.get(PATH).status_code == 403


def test_the_queries_do_not_grow_with_the_dossiers(client, clerk, tracks, version, deck, council):
    client.force_login(clerk)
    client.get(PATH)
    with CaptureQueriesContext(connection) as few:
        client.get(PATH)
    for place in range(4):
        dossier = Dossier.objects.create(slug=f"d{place}", title="D", summary="B.", version=version, source=deck)
        Track.objects.create(dossier=dossier, body=council)
    with CaptureQueriesContext(connection) as many:
        client.get(PATH)
    assert len(many) == len(few)


def test_what_a_griffier_enters_counts_as_confirmed_and_is_recorded_as_theirs(client, clerk, tracks):
    client.force_login(clerk)
    path = reverse("enter", args=[tracks[0].pk, LinkPurpose.OUTCOME.value])
    yesterday = timezone.localdate() - timedelta(days=1)
    data = {"day": "anders", "other_day": yesterday.isoformat(), "outcome": "ingestemd"}
    read = client.post(path, data).context["read"]
    answer = client.post(path, data | {"gelezen": read, "bevestig": "1"})
    assert answer.headers["Location"] == f"{path}?bewaard=1"
    made = Decision.objects.get()
    assert (made.entered_as, made.confirmed_on) == (EnteredAs.CLERK, timezone.localdate())
    assert Act.objects.get(words="doorgegeven door de griffier").made_by_id == clerk.pk


def test_the_griffier_finds_it_on_the_page_of_their_body(client, clerk, council, tracks):
    assert PATH not in client.get(council.get_moments_url()).text
    client.force_login(clerk)
    assert PATH in client.get(council.get_moments_url()).text
