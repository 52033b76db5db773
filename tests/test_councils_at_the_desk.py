"""What was found in the systems of councils becomes something only when a person takes it over."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.asserts import assertContains

from consultation.deciding.councils import adopting
from consultation.deciding.models import (
    CouncilSource,
    Dossier,
    EnteredAs,
    FoundItem,
    FoundMeeting,
    FoundState,
    Track,
    TrackStepKind,
)
from partners.ground.models import Act
from partners.ground.refusal import Refused
from partners.models import Sitting, Source
from tests.filling import press, press_for_chosen

SOON = timezone.localdate() + timedelta(days=30)
MEETINGS = reverse("admin:deciding_foundmeeting_changelist")
ITEMS = reverse("admin:deciding_founditem_changelist")
SOURCES = reverse("admin:deciding_councilsource_changelist")


@pytest.fixture
def council_source(council):
    return CouncilSource.objects.create(body=council, key="zwolle", word="raadsvergadering")


@pytest.fixture
def meeting(council_source):
    return FoundMeeting.objects.create(
        council_source=council_source,
        external_id="meeting:1",
        name="Raadsvergadering",
        held_on=SOON,
        starts_at=time(19, 30),
        item_count=3,
    )


@pytest.fixture
def track(version, council):
    dossier = Dossier.objects.create(title="Strategische agenda", slug="agenda", version=version, source=version.source)
    return Track.objects.create(dossier=dossier, body=council)


@pytest.fixture
def item(meeting, track):
    return FoundItem.objects.create(
        meeting=meeting,
        external_id="agenda_item:1",
        number="7",
        title="Vaststellen strategische agenda",
        named="Strategische agenda",
        track=track,
        document_url="https://raad.example/stuk.pdf",
        debate_url="https://raad.example/film",
        debate_from=3753,
    )


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def act(desk, address, action, *rows):
    """Ticks `rows`, reads the page of confirmation and presses its button."""
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    page = desk.post(address, data)
    assert page.status_code == 200
    return page, press_for_chosen(desk, address, data)


def test_a_meeting_that_is_taken_over_is_a_sitting_with_its_source(desk, council, meeting):
    page, answer = act(desk, MEETINGS, "adopt_chosen", meeting)
    assertContains(page, "19.30 uur, 3\N{NO-BREAK SPACE}agendapunten.")
    assert answer.status_code == 302
    sitting = council.sittings.get()
    assert (sitting.held_on, sitting.starts_at, sitting.source.slug) == (SOON, time(19, 30), "openbesluitvorming")
    meeting.refresh_from_db()
    assert (meeting.state, meeting.sitting) == (FoundState.ADOPTED, sitting)
    assert Act.objects.filter(words="gevonden vergadering overgenomen", about_id=meeting.pk).exists()


def test_a_sitting_that_was_there_keeps_what_it_says_and_gets_its_time(council, meeting):
    source = Source.objects.create(slug="griffie", title="Vergaderschema")
    there = council.sittings.create(held_on=SOON, note="In het stadhuis.", source=source)
    assert adopting.adopt_meeting(meeting=meeting) == there
    there.refresh_from_db()
    assert (there.note, there.source, there.starts_at) == ("In het stadhuis.", source, time(19, 30))
    there.starts_at = time(20)
    there.save()
    FoundMeeting.objects.update(state=FoundState.PROPOSED, sitting=None)
    adopting.adopt_meeting(meeting=meeting)
    there.refresh_from_db()
    assert there.starts_at == time(20)


def test_a_meeting_that_moved_moves_its_sitting(council, meeting):
    sitting = adopting.adopt_meeting(meeting=meeting)
    FoundMeeting.objects.update(state=FoundState.PROPOSED, held_on=SOON + timedelta(days=7))
    assert adopting.adopt_meeting(meeting=meeting) == sitting
    assert list(council.sittings.values_list("held_on", "is_cancelled")) == [(SOON + timedelta(days=7), False)]


def test_a_meeting_that_moved_to_a_day_that_is_taken_lets_its_old_day_lapse(council, meeting):
    adopting.adopt_meeting(meeting=meeting)
    there = council.sittings.create(held_on=SOON + timedelta(days=7))
    FoundMeeting.objects.update(state=FoundState.PROPOSED, held_on=there.held_on)
    assert adopting.adopt_meeting(meeting=meeting) == there
    assert list(council.sittings.order_by("held_on").values_list("held_on", "is_cancelled")) == [
        (SOON, True),
        (there.held_on, False),
    ]


@pytest.mark.parametrize("why", ["is_cancelled", "is_withdrawn"])
def test_a_meeting_that_is_not_held_lets_its_sitting_lapse(council, meeting, why):
    adopting.adopt_meeting(meeting=meeting)
    FoundMeeting.objects.update(state=FoundState.PROPOSED, **{why: True})
    assert adopting.adopt_meeting(meeting=meeting).is_cancelled


def test_a_meeting_that_is_not_held_and_was_no_sitting_makes_none(meeting):
    FoundMeeting.objects.update(is_withdrawn=True)
    assert adopting.adopt_meeting(meeting=meeting) is None
    assert not Sitting.objects.exists()


def test_an_item_that_is_taken_over_is_a_step_that_the_griffier_has_not_confirmed(desk, item, track):
    page, _ = act(desk, ITEMS, "adopt_chosen", item)
    assertContains(page, "Met een link naar het debat.")
    step = track.steps.get()
    assert (step.kind, step.planned_on, step.happened_on) == (TrackStepKind.COUNCIL, SOON, None)
    assert (step.entered_as, step.confirmed_on) == (EnteredAs.IMPORT, None)
    assert step.text == "Agendapunt 7: Vaststellen strategische agenda. In de opname vanaf 1.02.33."
    assert step.debate_url == "https://raad.example/film"
    track.refresh_from_db()
    assert track.website == "https://raad.example/stuk.pdf"
    item.refresh_from_db()
    assert (item.state, item.step) == (FoundState.ADOPTED, step)


def test_a_step_that_was_there_on_that_day_keeps_its_words_and_gets_the_debate(item, track, deck):
    wrote = "Zoals de griffier schreef."
    there = track.steps.create(kind=TrackStepKind.COUNCIL, planned_on=SOON, text=wrote, source=deck)
    assert adopting.adopt_item(item=item) == there
    there.refresh_from_db()
    assert (there.text, there.debate_url) == (wrote, "https://raad.example/film")


def test_an_item_of_a_committee_is_a_discussion_and_of_the_past_has_been(item, track):
    FoundMeeting.objects.update(name="Commissie", held_on=timezone.localdate() - timedelta(days=3))
    step = adopting.adopt_item(item=item)
    assert (step.kind, step.happened_on) == (TrackStepKind.COMMITTEE, timezone.localdate() - timedelta(days=3))


def test_an_item_that_moved_moves_its_step(item, track):
    step = adopting.adopt_item(item=item)
    FoundMeeting.objects.update(held_on=SOON + timedelta(days=7))
    FoundItem.objects.update(state=FoundState.PROPOSED)
    assert adopting.adopt_item(item=item) == step
    assert list(track.steps.values_list("planned_on", flat=True)) == [SOON + timedelta(days=7)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda: FoundItem.objects.update(track=None), "Kies eerst bij welk besluitspoor"),
        (lambda: FoundItem.objects.update(is_withdrawn=True), "staat daar niet meer op de agenda"),
        (lambda: FoundMeeting.objects.update(is_cancelled=True), "gaat niet door"),
        (lambda: FoundItem.objects.update(state=FoundState.REFUSED), "intussen al beoordeeld"),
    ],
)
def test_an_item_of_which_nothing_can_be_made_says_why(item, track, change, told):
    change()
    with pytest.raises(Refused, match=told):
        adopting.adopt_item(item=item)
    assert not track.steps.exists()


def test_of_several_at_once_what_cannot_be_done_is_said_and_the_rest_is_done(desk, item, meeting, track):
    other = FoundItem.objects.create(meeting=meeting, external_id="2", title="Brief", named="Regio Zwolle")
    _, answer = act(desk, ITEMS, "adopt_chosen", item, other)
    page = desk.get(answer.url)
    assertContains(page, "Kies eerst bij welk besluitspoor ‘Brief’ hoort.")
    assertContains(page, "1\N{NO-BREAK SPACE}voorstel is verwerkt.")
    assert track.steps.count() == 1


def test_what_is_refused_changes_nothing(desk, meeting, item, track):
    act(desk, MEETINGS, "refuse_chosen", meeting)
    act(desk, ITEMS, "refuse_chosen", item)
    assert (FoundMeeting.objects.get().state, FoundItem.objects.get().state) == (FoundState.REFUSED, FoundState.REFUSED)
    assert not Sitting.objects.exists()
    assert not track.steps.exists()


def test_only_tracks_of_the_own_body_can_be_chosen(desk, item, track, other_council):
    Track.objects.create(dossier=track.dossier, body=other_council)
    page = desk.get(reverse("admin:deciding_founditem_change", args=[item.pk]))
    choices = page.context["adminform"].form.fields["track"].queryset
    assert list(choices) == [track]


def test_the_list_says_how_fresh_it_is_what_waits_and_who_has_no_source(desk, council_source, item, other_council):
    council_source.trouble = "OpenBesluitvorming is niet bereikbaar."
    council_source.lacking = ["Er staan geen vergaderingen in."]
    council_source.is_partial = True
    council_source.save()
    page = desk.get(SOURCES)
    assertContains(page, "Zonder raadssysteem: gemeenteraad van Dalfsen. Van deze organen vindt de portal niets.")
    assertContains(page, "OpenBesluitvorming is niet bereikbaar. Er staan geen vergaderingen in. Er is nog meer")
    row = page.context["cl"].queryset.get()
    assert (row.meeting_count, row.to_judge) == (1, 2)


def test_reading_now_is_left_to_the_worker(desk, council_source, settings):
    address = reverse("admin:deciding_councilsource_read")
    assertContains(desk.get(address), "Er is geen adres van OpenBesluitvorming ingesteld.")
    settings.COUNCILS_URL = "https://raden.example"
    page = desk.get(address)
    assertContains(page, "De portal vraagt https://raden.example wat er van 1\N{NO-BREAK SPACE}orgaan staat.")
    press(desk, address)
    task = "consultation.deciding.tasks.read_councils"
    assert ProcrastinateJob.objects.filter(task_name=task, queue_name="councils").count() == 1
    press(desk, address)
    assertContains(desk.get(SOURCES), "Er wacht al iemand op het lezen.")
    assert ProcrastinateJob.objects.filter(task_name=task).count() == 1


def test_the_lists_ask_as_much_for_many_as_for_one(desk, meeting, item, django_assert_max_num_queries):
    def asked(address):
        with django_assert_max_num_queries(40) as counted:
            desk.get(address)
        return len(counted)

    before = [asked(address) for address in (SOURCES, MEETINGS, ITEMS)]
    for number in range(20):
        one = FoundMeeting.objects.create(
            council_source=meeting.council_source, external_id=str(number), name="Raadsvergadering", held_on=SOON
        )
        FoundItem.objects.create(meeting=one, external_id="1", title="Brief", named="Regio", track=item.track)
    assert [asked(address) for address in (SOURCES, MEETINGS, ITEMS)] == before
