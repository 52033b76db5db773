"""Newsletters: seen at the desk before they are sent, to whom they are for, once, and stopped with one click."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partners.models import Capacity, PartnerKind
from regiozwolle.following import acts
from regiozwolle.following.models import Follower, FollowKind
from regiozwolle.models import Newsletter, NewsletterMail
from regiozwolle.newsletters.models import Audience
from regiozwolle.newsletters.sending import reach, send, write_newsletters
from tests.filling import form_on
from tests.filling import send as press


@pytest.fixture
def letter(db):
    return Newsletter.objects.create(title="Regiodag", text="Komt u?\n\nTot dan.", audience=Audience.MEMBERS)


def test_the_desk_sees_the_mail_and_how_many_get_it_and_sends_it_once(
    client, secretary, councillor, clerk, letter, mailoutbox
):
    client.force_login(secretary)
    address = f"/beheer/regiozwolle/newsletter/{letter.pk}/versturen/"
    page = client.get(address)
    assert "De nieuwsbrief gaat naar 2 lezers." in page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Tot dan." in page.text
    form = form_on(page, "_read")
    for _ in range(2):
        press(client, address, form)
    letter.refresh_from_db()
    assert letter.sent_by == secretary
    assert [write_newsletters(), write_newsletters()] == [2, 0]
    assert {mail.to[0] for mail in mailoutbox} == {councillor.email, clerk.email}
    assert mailoutbox[0].subject == "Regiodag"
    page = client.get(f"/beheer/regiozwolle/newsletter/{letter.pk}/change/").text
    assert "2 lezers kregen" in page.replace("\N{NO-BREAK SPACE}", " ")


def test_it_is_for_a_capacity_a_kind_of_partner_or_the_followers_of_a_page(councillor, clerk, zwolle, dalfsen):
    for address, partner in (("a@example.org", zwolle), ("b@example.org", dalfsen)):
        acts.follow(whose={"email": address}, kind=FollowKind.PARTNER, thing_id=partner.pk)
    found = {
        (fields.get("capacity") or fields.get("partner_kind") or fields.get("page", fields["audience"])): reach(
            Newsletter(title="x", text="y", **fields)
        )
        for fields in [
            {"audience": Audience.MEMBERS},
            {"audience": Audience.MEMBERS, "capacity": Capacity.CLERK},
            {"audience": Audience.MEMBERS, "partner_kind": PartnerKind.WATER},
            {"audience": Audience.FOLLOWERS},
            {"audience": Audience.FOLLOWERS, "page": "/partners/zwolle/#wie"},
        ]
    }
    assert found == {
        Audience.MEMBERS: 2, Capacity.CLERK: 1, PartnerKind.WATER: 0, Audience.FOLLOWERS: 2, "/partners/zwolle/#wie": 1,
    }  # fmt: skip


def test_one_click_stops_newsletters_alone(client, letter, councillor, secretary, zwolle, mailoutbox):
    acts.follow(whose={"user": councillor}, kind=FollowKind.PARTNER, thing_id=zwolle.pk)
    send(newsletter=letter, by=secretary)
    write_newsletters()
    link = re.search(r"/volgen/eigen/[^>]+", mailoutbox[0].extra_headers["List-Unsubscribe"])[0]
    client.get(link)
    assert client.post(link, {"List-Unsubscribe": "One-Click"}).text == "U krijgt geen nieuwsbrief meer."
    follower = Follower.objects.get()
    assert (follower.stopped_at, follower.no_newsletter_at is None) == (None, False)
    other = Newsletter.objects.create(title="Zomer", text="Fijne zomer.", audience=Audience.MEMBERS)
    send(newsletter=other, by=secretary)
    assert write_newsletters() == 0
    client.post(link, {"act": "wel-brief"})
    assert write_newsletters() == 0
    last = Newsletter.objects.create(title="Herfst", text="Tot de herfst.", audience=Audience.MEMBERS)
    send(newsletter=last, by=secretary)
    assert write_newsletters() == 1
    assert NewsletterMail.objects.count() == 2


def test_who_comes_later_does_not_get_what_was_sent_before(letter, councillor, secretary, join, mailoutbox):
    send(newsletter=letter, by=secretary)
    assert write_newsletters() == 1
    letter.refresh_from_db()
    assert letter.finished_at
    join("later")
    assert [write_newsletters(), {mail.to[0] for mail in mailoutbox}] == [0, {councillor.email}]


def test_what_does_not_fit_is_said_at_the_field(client, secretary, zwolle):
    client.force_login(secretary)
    for wrong, says in [
        ({"audience": "volgers", "capacity": "griffier"}, "Dit kiest u alleen bij wie voor een orgaan handelt."),
        ({"audience": "volgers", "page": "/zoeken/"}, "Dit is geen pagina die men kan volgen."),
        ({"audience": "leden", "page": "/partners/zwolle/"}, "Dit vult u alleen in bij wie iets volgt."),
    ]:
        page = client.post("/beheer/regiozwolle/newsletter/add/", {"title": "T", "text": "T", **wrong}).text
        assert says in page
    assert Newsletter.objects.count() == 0


def test_the_list_of_newsletters_asks_no_more_with_more_of_them(client, secretary, letter):
    client.force_login(secretary)

    def asked(count):
        Newsletter.objects.bulk_create(
            Newsletter(title=f"Brief {number}", text="Tekst.", audience=Audience.FOLLOWERS, sent_at=timezone.now())
            for number in range(count)
        )
        with CaptureQueriesContext(connection) as queries:
            client.get("/beheer/regiozwolle/newsletter/")
        return len(queries)

    asked(1)
    assert asked(2) == asked(40)
