"""Following: with an account or a confirmed address, told once in one mail, and stopped with one click."""

import re
from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.core import signing
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partners.ground.templatetags import dutch
from partners.models import Population
from partners.planning import AMSTERDAM
from regiozwolle.following import acts, digests
from regiozwolle.following.digests import period_at, write_digests
from regiozwolle.following.events import make_events
from regiozwolle.following.kinds import key_of
from regiozwolle.following.models import Digest, Event, Follow, Follower, FollowKind, Rhythm
from regiozwolle.retention.acts import retain

MONDAY = datetime(2027, 6, 7, 7, 0, tzinfo=AMSTERDAM)
WEEK = timedelta(days=7)


def count(partner, source, year, people=1000):
    return Population.objects.create(
        partner=partner, reference_on=datetime(year, 1, 1).date(), count=people, source=source
    )


def link_in(mail, part):
    return re.search(rf"https?://[^/\s]+(/volgen/{part}/\S+)", mail.body)[1]


def test_who_has_an_account_follows_at_once_and_hears_once_what_happens_after_that(
    client, councillor, zwolle, deck, mailoutbox
):
    count(zwolle, deck, 2019)
    make_events()
    client.force_login(councillor)
    assert "Zwolle" in client.get("/volgen/partner/zwolle/").text
    answer = client.post("/volgen/partner/zwolle/", {"rhythm": Rhythm.WEEKLY}, follow=True)
    assert "U volgt nu: Zwolle." in answer.text
    assert write_digests(Rhythm.WEEKLY, at=MONDAY) == 0
    count(zwolle, deck, 2020, 1234)
    make_events()
    assert write_digests(Rhythm.WEEKLY, at=MONDAY) == 0
    assert [write_digests(Rhythm.WEEKLY, at=MONDAY + WEEK) for _ in range(2)] == [1, 0]
    assert write_digests(Rhythm.WEEKLY, at=MONDAY + 2 * WEEK) == 0
    (mail,) = mailoutbox
    assert mail.subject == "1 nieuwtje over Zwolle"
    assert "Nieuw inwonertal van Zwolle: 1.234 op 1 januari 2020" in " ".join(mail.body.split())
    assert "2019" not in mail.body


def test_without_an_account_one_follows_after_the_button_behind_the_link_in_a_mail(client, zwolle, deck, mailoutbox):
    client.get("/volgen/partner/zwolle/")
    asked = {"email": "Bo@Example.org", "rhythm": Rhythm.DAILY}
    for _ in range(5):
        assert "Bevestig het in uw mail" in client.post("/volgen/partner/zwolle/", asked).text
    assert (Follower.objects.count(), len(mailoutbox)) == (0, acts.MOST_ASKED)
    link = link_in(mailoutbox[0], "bevestigen")
    assert "Wilt u dit volgen?" in client.get(link).text
    assert Follower.objects.count() == 0
    assert "U volgt dit nu." in client.post(link, follow=True).text
    client.post(link)
    follower = Follower.objects.get()
    assert (follower.email, follower.rhythm, follower.follows.count()) == ("bo@example.org", Rhythm.DAILY, 1)
    assert client.get(link[:-2] + "/").status_code == 404


def test_the_address_of_an_account_follows_as_that_account(client, councillor, zwolle, mailoutbox):
    client.post("/volgen/partner/zwolle/", {"email": councillor.email.upper(), "rhythm": Rhythm.WEEKLY})
    client.post(link_in(mailoutbox[0], "bevestigen"))
    assert Follower.objects.get().user == councillor


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"email": "geen adres", "rhythm": "week"}, "vul een heel e-mailadres in"),
        ({"email": "", "rhythm": ""}, "kies hoe vaak u een mail wilt"),
        ({"email": "bo@example.org", "rhythm": "uur"}, "kies elke dag of één keer per week"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(client, zwolle, mailoutbox, typed, says):
    page = client.post("/volgen/partner/zwolle/", typed).text
    assert f"Fout: {says}" in page
    assert typed["email"] in page
    assert mailoutbox == []


def test_what_is_not_public_or_not_there_cannot_be_followed(client, zwolle):
    zwolle.public_from = None
    type(zwolle).objects.filter(pk=zwolle.pk).update(public_until=timezone.now())
    for path in ("partner/zwolle", "partner/nergens", "onzin/zwolle", "zoeken/%20", f"zoeken/{'a' * 201}"):
        assert client.get(f"/volgen/{path}/").status_code == 404


@pytest.fixture
def follower(zwolle):
    return acts.follow(whose={"email": "bo@example.org"}, kind=FollowKind.PARTNER, thing_id=zwolle.pk)


def test_one_click_of_a_mail_program_stops_and_opening_the_link_does_not(client, follower, zwolle, deck, mailoutbox):
    count(zwolle, deck, 2020)
    make_events()
    write_digests(Rhythm.WEEKLY, at=MONDAY)
    (mail,) = mailoutbox
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = re.fullmatch(r"<https?://[^/]+(/volgen/eigen/.+)>", mail.extra_headers["List-Unsubscribe"])[1]
    client.get(link)
    assert Follower.objects.get().stopped_at is None
    answer = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.text) == (200, "U krijgt geen overzicht meer.")
    count(zwolle, deck, 2021)
    make_events()
    assert write_digests(Rhythm.WEEKLY, at=MONDAY + WEEK) == 0
    client.post(link, {"act": "verder"})
    assert write_digests(Rhythm.WEEKLY, at=MONDAY + 2 * WEEK) == 0
    count(zwolle, deck, 2022)
    make_events()
    assert write_digests(Rhythm.WEEKLY, at=MONDAY + 3 * WEEK) == 1
    assert "2021" not in mailoutbox[-1].body


def test_by_the_link_one_stops_one_thing_changes_how_often_and_erases_all(client, follower, dalfsen):
    acts.follow(whose={"email": "bo@example.org"}, kind=FollowKind.PARTNER, thing_id=dalfsen.pk)
    own = acts.own_path(follower)
    assert "U volgt 2 onderwerpen" in " ".join(client.get(own).text.split())
    client.post(own, {"act": "hoe-vaak", "rhythm": Rhythm.DAILY})
    client.post(own, {"act": "stop", "follow": Follow.objects.get(thing_id=dalfsen.pk).pk})
    for nonsense in ({"act": "stop", "follow": "9" * 40}, {"act": "stop", "follow": "x"}, {"act": "hoe-vaak"}, {}):
        assert client.post(own, nonsense).status_code == 302
    assert Follower.objects.get().rhythm == Rhythm.DAILY
    assert [one.thing_id for one in Follow.objects.all()] == [follower.follows.get().thing_id]
    client.post(own, {"act": "wis"})
    assert Follower.objects.count() == 0
    assert "U volgt niets" in client.get(own).text
    assert client.get(f"/volgen/eigen/{signing.dumps(follower.pk, salt='anders')}/").status_code == 404


def test_of_a_search_one_hears_what_happens_on_the_pages_that_it_finds(follower, zwolle, dalfsen, deck, monkeypatch):
    make_events()
    Follow.objects.all().delete()
    acts.follow(whose={"email": "bo@example.org"}, kind=FollowKind.SEARCH, words="inwoners dalfsen")
    page = dalfsen.get_absolute_url()
    monkeypatch.setattr(digests, "pages_of", lambda words: {page} if words == "inwoners dalfsen" else set())
    for partner in (zwolle, dalfsen):
        count(partner, deck, 2020)
    make_events()
    assert write_digests(Rhythm.WEEKLY, at=MONDAY) == 1
    assert Digest.objects.get().told == 1


def test_who_follows_a_partner_that_merges_is_told_once_and_follows_what_it_became_from_that_day(
    follower, zwolle, dalfsen, deck, mailoutbox
):
    make_events()
    Follower.objects.update(told_to=Event.objects.latest("number").number)
    both = acts.follow(whose={"email": "both@example.org"}, kind=FollowKind.PARTNER, thing_id=zwolle.pk)
    acts.follow(whose={"email": "both@example.org"}, kind=FollowKind.PARTNER, thing_id=dalfsen.pk)
    zwolle.left_on, zwolle.succeeded_by = timezone.localdate() + timedelta(days=30), dalfsen
    zwolle.save()
    make_events()
    assert Event.objects.latest("number").sentence == f"Zwolle gaat op {dutch.day(zwolle.left_on)} op in Dalfsen"
    acts.follow_successors()
    assert follower.follows.get().thing_id == zwolle.pk
    assert write_digests(Rhythm.WEEKLY, at=MONDAY) == 2
    for _ in range(2):
        acts.follow_successors(on=zwolle.left_on)
    assert follower.follows.get().thing_id == both.follows.get().thing_id == dalfsen.pk
    assert write_digests(Rhythm.WEEKLY, at=MONDAY + WEEK) == 0
    count(dalfsen, deck, 2020)
    make_events()
    assert write_digests(Rhythm.WEEKLY, at=MONDAY + 2 * WEEK) == 2
    assert {mail.subject for mail in mailoutbox[-2:]} == {"1 nieuwtje over Dalfsen"}


def test_who_acts_for_a_council_reads_that_it_is_theirs(councillor, council, zwolle):
    follower = acts.follow(whose={"user": councillor}, kind=FollowKind.PARTNER, thing_id=zwolle.pk)
    Event.objects.create(
        number=1, change_id=1, place=0, row_table="partners_partner", row_id=zwolle.pk, about=[key_of(zwolle)],
        sentence="De gemeenteraad van Zwolle heeft ingestemd", address="/", page="/", public_at=timezone.now(),
    )  # fmt: skip
    (group,) = digests.groups_for(follower, 1)
    assert group.lines == ["Uw raad heeft ingestemd"]


def test_a_day_and_a_week_begin_at_six_in_the_netherlands():
    early = MONDAY.replace(hour=5)
    assert period_at(Rhythm.WEEKLY, early) is period_at(Rhythm.DAILY, early) is None
    assert period_at(Rhythm.WEEKLY, MONDAY + timedelta(days=3)) == MONDAY.date()
    assert period_at(Rhythm.DAILY, MONDAY + timedelta(days=3)) == MONDAY.date() + timedelta(days=3)


def test_an_address_that_stopped_is_forgotten_and_one_that_follows_is_not(follower):
    retain(at=timezone.now() + timedelta(days=400))
    assert Follower.objects.count() == 1
    acts.stop_all(follower=follower)
    retain(at=timezone.now() + timedelta(days=29))
    assert Follower.objects.count() == 1
    retain(at=timezone.now() + timedelta(days=31))
    assert Follower.objects.count() == 0


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["new", "new", "edit", "withdraw", "follow", "follow", "stop", "events", "digest", "jump"]),
        st.integers(0, 1),
        st.integers(0, 1),
        st.integers(-4, 4),
    ),
    max_size=25,
)


def change(what, partner, source, day):
    """Adds, edits or withdraws a value of a partner."""
    newest = Population.objects.filter(partner=partner).order_by("pk").last()
    if what == "new":
        on = date(2001, 1, 1) + timedelta(days=day)
        Population.objects.create(partner=partner, reference_on=on, count=day + 1, source=source)
    elif what == "edit" and newest:
        Population.objects.filter(pk=newest.pk).update(count=newest.count + 1)
    elif what == "withdraw" and newest:
        newest.delete()


def choose(what, partner, address):
    """Follows a partner or stops it."""
    if what == "follow":
        asked = {"kind": FollowKind.PARTNER, "thing_id": partner.pk}
        acts.follow(whose={"email": address}, rhythm=Rhythm.DAILY, **asked)
    elif what == "stop":
        Follow.objects.filter(follower__email=address, thing_id=partner.pk).delete()


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_whatever_happens_each_is_told_each_event_once_and_nothing_that_was_withdrawn(
    zwolle, dalfsen, deck, monkeypatch, steps
):
    """New values, edits, withdrawals, follows, stops, digests, and a clock that jumps either way."""
    make_events()
    for model in (Follower, Event, Population):
        model.objects.all().delete()
    told, clock, latest = Counter(), MONDAY, MONDAY

    def heard(content, follower, period):
        for event in (event for group in content.groups for event in group.events):
            assert Population.objects.filter(pk=event.row_id).exists()
            told[follower.pk, event.number] += 1
        return {"subject_line": "", "when": "", "groups": [], "own_path": "/"}

    monkeypatch.setattr(digests, "context_of", heard)
    for day, (what, which, who, jump) in enumerate([*steps, ("events", 0, 0, 0), ("digest", 0, 0, 0)]):
        partner = [zwolle, dalfsen][which]
        change(what, partner, deck, day)
        choose(what, partner, f"p{who}@example.org")
        clock += timedelta(days=jump if what == "jump" else 0)
        if what == "events":
            make_events(at=latest)
        if what == "digest":
            clock = clock if jump else max(clock, latest) + timedelta(days=1)
            write_digests(Rhythm.DAILY, at=clock)
        latest = max(latest, clock)
    due = {
        (follow.follower_id, newest.number)
        for follow in Follow.objects.all()
        for row in Population.objects.filter(partner=follow.thing_id)
        if (newest := Event.objects.filter(row_id=row.pk).latest("number")).number > follow.since
    }
    assert due <= told.keys()
    assert set(told.values()) <= {1}
