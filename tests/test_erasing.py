"""Erasing a person: nowhere a name or address is left, and what was said stays."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from agenda.models import Milestone
from consultation import actions
from consultation.models import (
    Answer,
    AnswerState,
    Endorsement,
    Extension,
    InternalNote,
    Letter,
    Point,
    Reminder,
    SenderKind,
    Sharing,
    Verdict,
)
from consultation.senders import senders
from partners.ground import history
from partners.ground.models import Act, Change
from partners.models import Partner, Role, User
from regiozwolle.erasing import erase
from regiozwolle.identity.models import OpenSession
from results.models import Owner
from tests.filling import press

EMAIL, NAME = "fenna-de-wisser@example.org", "Fenna de Wisser"


def everything():
    """Every value of every text column in the database, and what the sessions hold."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name, column_name from information_schema.columns where table_schema = 'public'"
            " and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'tsvector')"
        )
        columns = cursor.fetchall()
        for table, column in columns:
            cursor.execute(f'select "{column}"::text from "{table}" where "{column}" is not null')
            yield from ((f"{table}.{column}", value) for (value,) in cursor.fetchall())
    for session in OpenSession.objects.all():
        yield "session", json.dumps(session.get_decoded())


def traces():
    return sorted({where for where, value in everything() if EMAIL in value.lower() or NAME.lower() in value.lower()})


@pytest.fixture
def fenna(join, council):
    user = join("fenna-de-wisser", party_group="Stadsbelang")
    User.objects.filter(pk=user.pk).update(name=NAME)
    user.refresh_from_db()
    return user


def test_nothing_of_a_person_is_left_and_what_was_said_stays(
    client,
    secretary,
    fenna,
    outsider,
    send,
    write,
    open_consultation,
    council,
):
    sent = send(fenna, SenderKind.PERSONAL)
    Letter.objects.filter(pk=sent.pk).update(signed_name=NAME)
    actions.begin_changes(letter=sent)
    group = write(fenna, SenderKind.PARTY_GROUP, text="Van ons samen.")
    actions.assent(letter=group, by=fenna, read_at=group.updated_at.isoformat())
    theirs = send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS).points.get()
    for sender in senders(fenna)[:2]:
        actions.endorse(point=theirs, by=fenna, sender=sender)
    Reminder.objects.create(consultation=open_consultation, user=fenna)
    Letter.objects.create(
        consultation=open_consultation,
        body=council,
        sender_kind=SenderKind.PERSONAL,
        channel="brief",
        sender_email=EMAIL.upper(),
    )
    Owner.objects.create(partner=Partner.objects.get(slug="zwolle"), email=EMAIL)
    browser = Client()
    browser.force_login(fenna)
    assertContains(browser.get("/mijn-reacties/"), "Mijn reacties")
    Client().post("/inloggen/", {"login": EMAIL})
    assert {"partners_user.email", "session"} <= set(traces())

    client.force_login(secretary)
    page = client.get(f"/beheer/partners/user/{fenna.pk}/wissen/")
    assert "verstuurde reactie blijft staan, zonder naam." in page.text
    page = press(client, f"/beheer/partners/user/{fenna.pk}/wissen/", follow=True)
    assert "De persoon is gewist." in page.text
    assert traces() == []

    sent.refresh_from_db()
    assert (sent.author, sent.sender, sent.points.get().text) == (
        None,
        "een raadslid, gemeenteraad van Zwolle",
        "Noem ook het mkb.",
    )
    assert not hasattr(sent, "revision")
    group.refresh_from_db()
    assert group.points.get().text == "Van ons samen."
    assert Endorsement.objects.filter(author=None).count() == 2
    assert browser.get("/mijn-reacties/").status_code == 302


def test_two_erased_persons_who_joined_one_point_are_still_two(join, outsider, send):
    theirs = send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS).points.get()
    for name in ("een", "twee"):
        user = join(name)
        actions.endorse(point=theirs, by=user, sender=senders(user)[0])
        erase(user=user)
    assert theirs.endorsed == [(SenderKind.PERSONAL, 2)]


def test_who_may_erase_whom(client, secretary, fenna):
    member = User.objects.create_user("bureau@example.org", role=Role.ADMINISTRATOR)
    client.force_login(member)
    for user, status in [(fenna, 200), (secretary, 403), (member, 403)]:
        assert client.get(f"/beheer/partners/user/{user.pk}/wissen/").status_code == status
        assert ("Wis deze persoon" in client.get(f"/beheer/partners/user/{user.pk}/change/").text) is (user == fenna)
    client.force_login(fenna)
    assert client.post(f"/beheer/partners/user/{member.pk}/wissen/", follow=True).status_code == 403
    assert User.objects.count() == 3


def test_the_account_of_a_griffier_goes_and_the_council_stays_confirmed(join, clerk, send):
    letter = send(clerk, SenderKind.COUNCIL)
    erase(user=clerk)
    letter.refresh_from_db()
    assert (letter.author, letter.confirmed_by, bool(letter.confirmed_at)) == (None, None, True)
    assert (letter.decided_on, letter.sent_at <= timezone.now()) == (date(2022, 11, 14), True)


def test_erasing_somebody_with_a_short_name_touches_nobody_else(client, secretary, deck):
    """Whose name occurs in ordinary words: 'An' in 'van' and 'Alinea'."""
    an = User.objects.create_user("an@example.org", name="An", role=Role.EDITOR)
    milestone = Milestone.objects.create(starts_on=date(2010, 1, 1), date_text="2010", title="Van An", source=deck)
    with history.recorded("aangevuld", by=an, about=milestone, reason="Alinea van An."):
        Milestone.objects.filter(pk=milestone.pk).update(text="Aan de slag.")
    with history.recorded("gewijzigd", by=secretary):
        Milestone.objects.filter(pk=milestone.pk).update(text="Aan de gang.")
    before = [list(model.objects.order_by("pk").values()) for model in (Act, Change)]
    client.force_login(secretary)
    press(client, f"/beheer/partners/user/{an.pk}/wissen/")
    after = [list(model.objects.order_by("pk").values()) for model in (Act, Change)]
    assert [rows[: len(kept)] for rows, kept in zip(after, before, strict=True)] == before
    erased = Act.objects.first()
    assert (erased.words, erased.made_by_id, erased.about_table, erased.about_id) == (
        "persoon gewist",
        secretary.pk,
        "partners_user",
        an.pk,
    )
    assert not User.objects.filter(pk=an.pk).exists()


def test_erasing_somebody_ends_their_sessions_and_nobody_elses(db):
    """Also when the address of one is the end of that of another."""
    an, johan = (User.objects.create_user(f"{name}@example.org", name=name) for name in ("an", "johan"))
    browsers = {name: Client() for name in ("an", "johan")}
    for name, browser in browsers.items():
        browser.post("/inloggen/", {"login": f"{name}@example.org"})
    in_use = Client()
    in_use.force_login(johan)
    erase(user=an)
    held = [browser.session.get("account_login") or browser.session.items() for browser in browsers.values()]
    assert [bool(each) for each in held] == [False, True]
    assert in_use.get("/mijn-reacties/").status_code == 200


def test_all_that_a_secretary_did_stays_as_of_somebody_who_was_erased(client, secretary, open_consultation, sent):
    """What she answered, noted and extended: each row, and each line of the record."""
    helper = User.objects.create_user("an@example.org", name="An", role=Role.EDITOR)
    point = sent.points.get()
    answer = actions.write_answer(
        answer=Answer(verdict=Verdict.NOTED, reason="Dat doen wij."), points=[point], wordings=[], by=helper
    )
    InternalNote.objects.create(point=point, text="Even bellen.", author=helper)
    actions.extend(
        consultation=open_consultation,
        closes_at=open_consultation.closes_at + timedelta(days=1),
        reason="Er was een storing.",
        by=helper,
    )
    tables = [Act, Change, Answer, AnswerState, Extension, InternalNote, Letter, Point]
    before = [model.objects.count() for model in tables]
    done = list(Act.objects.filter(made_by_id=helper.pk).values())
    assert len(done) >= 2
    client.force_login(secretary)
    press(client, f"/beheer/partners/user/{helper.pk}/wissen/")
    after = [model.objects.count() for model in tables]
    assert [now >= then for now, then in zip(after, before, strict=True)] == [True] * len(tables)
    assert after[2:] == before[2:]
    assert list(Act.objects.filter(made_by_id=helper.pk).values()) == done
    answer.refresh_from_db()
    assert (answer.drafted_by, answer.reason) == (None, "Dat doen wij.")
    page = client.get(f"/beheer/consultation/consultation/{open_consultation.pk}/history/")
    assertContains(page, "een gewiste gebruiker")
    assertContains(page, "Er was een storing.")
    assertNotContains(page, ">An<")
    assertContains(client.get(f"/beheer/consultation/answer/{answer.pk}/history/"), "een gewiste gebruiker")
