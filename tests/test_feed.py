"""The changes of the data: an empty copy with all of them is the snapshot, and what is gone leaves no word behind."""

import json
import tracemalloc
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.utils import timezone

from consultation.models import Sharing
from partners.ground.models import KeptDocument
from partners.models import Partner, PartnerKind
from regiozwolle.api.feed import views
from regiozwolle.api.feed.publishing import publish
from regiozwolle.models import PublishedRow, PublishedState
from tests.letters import close
from tests.working import do_all


def published():
    """As the worker does; within one transaction the state tells of its first change only, so it is forgotten first."""
    PublishedState.objects.update(state="")
    return publish()


def snapshot(client):
    answer = client.get("/api/v1/momentopname", follow=True)
    assert answer.headers["Content-Type"] == "application/x-ndjson"
    return answer.content


class Copy:
    """What somebody else has who began with nothing and follows the changes."""

    def __init__(self):
        self.rows, self.last, self.numbers = {}, 0, []

    def follow(self, client):
        goes_on = True
        while goes_on:
            content = client.get("/api/v1/wijzigingen", {"na": self.last}).json()
            for change in content["wijzigingen"]:
                self.numbers.append(change["nummer"])
                self.rows[change["verzameling"], change["sleutel"]] = change["rij"]
            self.last, goes_on = content["tot"], content["meer"]

    @property
    def as_snapshot(self):
        lines = [{"tot": self.last}]
        lines += [
            {"verzameling": name, "sleutel": key, "rij": dict(sorted(row.items()))}
            for (name, key), row in sorted(self.rows.items())
            if row
        ]
        written = [json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines]
        return "".join(f"{line}\n" for line in written).encode()


def some_edit(random):
    """Adds, changes, takes off the site, plans or deletes a partner, or leaves all to the clock."""
    there = list(Partner.objects.filter(slug__startswith="school-"))
    one = random.choice(there) if there else None
    act = random.choice(["add", "rename", "hide", "plan", "delete", "wait"])
    if act in ("add", "plan") or one is None:
        name = f"school-{random.randrange(10**9)}"
        later = timezone.now() + timedelta(minutes=random.randrange(1, 90) if act == "plan" else 0)
        Partner.objects.create(slug=name, name=f'{name} "é\u2028</x>', kind=PartnerKind.EDUCATION, public_from=later)
    elif act == "rename":
        Partner.objects.filter(pk=one.pk).update(name=f"Naam {random.randrange(10**9)}")
    elif act == "hide":
        # By the clock of the database, which plans no end; of who is not on the site yet nothing ends.
        now = datetime.now(UTC)
        Partner.objects.filter(pk=one.pk, public_from__lt=now).update(public_until=now)
    elif act == "delete":
        one.delete()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_empty_copy_with_all_changes_is_the_snapshot_to_the_byte(client, zwolle, seed, monkeypatch):
    monkeypatch.setattr(views, "MOST", 4)
    random, copy, late = Random(seed), Copy(), Copy()
    begun = timezone.now() - timedelta(hours=2)
    for turn in range(12):
        later = begun + timedelta(minutes=20 * turn)
        monkeypatch.setattr(timezone, "now", lambda later=later: later)
        for _ in range(random.randrange(4)):
            some_edit(random)
        published()
        if random.random() < 0.7:
            copy.follow(client)
    copy.follow(client)
    late.follow(client)
    assert copy.as_snapshot == snapshot(client) == late.as_snapshot
    assert copy.numbers == sorted(set(copy.numbers))
    assert len(late.rows) == PublishedRow.objects.count()


def test_what_is_taken_back_leaves_no_word_in_the_changes(client, sent):
    close(sent.consultation)
    sent.sharing = Sharing.PUBLIC
    sent.save()
    published()
    words = sent.points.get().text
    copy = Copy()
    copy.follow(client)
    assert words in json.dumps(list(copy.rows.values()), ensure_ascii=False)
    sent.sharing = Sharing.COUNCILS
    sent.save()
    published()
    copy.follow(client)
    late = Copy()
    late.follow(client)
    for rows in (copy.rows, late.rows):
        assert rows["punten", sent.points.get().pk] is None
        assert words not in json.dumps(list(rows.values()), ensure_ascii=False)
    assert not PublishedRow.objects.filter(content__contains=words).exists()
    assert words not in snapshot(client).decode()


def test_a_large_snapshot_is_made_by_the_worker_also_for_who_signed_in(client, zwolle, secretary, monkeypatch):
    published()
    whole = snapshot(client)
    KeptDocument.objects.all().delete()
    monkeypatch.setattr(views, "LARGE", 0)
    client.force_login(secretary)
    comes = client.get("/api/v1/momentopname", follow=True)
    assert (comes.status_code, comes.headers["Retry-After"]) == (503, "3")
    assert comes.headers["Content-Type"] == "application/problem+json"
    do_all()
    assert snapshot(client) == whole
    client.logout()
    assert snapshot(client) == whole


def test_a_snapshot_of_more_rows_takes_no_more_memory(db):
    def peak(rows):
        PublishedRow.objects.bulk_create(
            PublishedRow(dataset="x", key=at, number=at, content="x" * 500, published_at=timezone.now())
            for at in range(PublishedRow.objects.count(), rows)
        )
        tracemalloc.start()
        with views.in_a_file(views.lines(1)) as written:
            most, size = tracemalloc.get_traced_memory()[1], written.tell()
        tracemalloc.stop()
        return most, size

    few, many = peak(1_000), peak(6_000)
    assert many[1] > 5 * few[1]
    assert many[0] < 1.3 * few[0]


def test_without_a_change_nothing_is_numbered_and_the_follower_has_it_already(client, zwolle):
    first = published()
    assert (first > 0, published(), publish()) == (True, 0, 0)
    answer = client.get(f"/api/v1/wijzigingen?na={first}")
    assert (answer.json()["wijzigingen"], answer.json()["tot"], answer.json()["meer"]) == ([], first, False)
    again = client.get(f"/api/v1/wijzigingen?na={first}", headers={"if-none-match": answer.headers["ETag"]})
    assert (again.status_code, again.headers["API-Version"]) == (304, "1.0.0")
    assert client.get("/api/v1/wijzigingen?na=x").status_code == 400
    zwolle.name = "Swolle"
    zwolle.save()
    assert published() > 0
    changed = client.get(f"/api/v1/wijzigingen?na={first}", headers={"if-none-match": answer.headers["ETag"]})
    assert "Swolle" in changed.text
