"""Throwing away and withdrawing: told to all of the group, refused to whoever may not, and brought back for a while."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from consultation import actions
from consultation.models import GroupActKind, Letter, LetterState, Point, SenderKind
from consultation.senders import may_discard, may_withdraw
from regiozwolle.erasing import erase
from tests.reacting import MINE, change

DECIDED = {"decided_on": date(2022, 11, 14)}


@pytest.fixture
def letter(fenna, write):
    return write(fenna, SenderKind.PARTY_GROUP)


def at(letter, tail):
    return f"/mijn-reacties/{letter.pk}/{tail}/"


def to(mailoutbox):
    return sorted(mail.to[0] for mail in mailoutbox)


def test_a_member_who_throws_away_a_draft_reads_whose_work_goes_and_all_hear_of_it(
    client, fenna, frits, letter, mailoutbox
):
    client.force_login(frits)
    page = client.get(at(letter, "verwijderen")).text
    assert "Hierin staat ook werk van Fenna." in page
    assert "Iedereen van de groep krijgt hierover een e-mail." in page
    assert "U kunt dit niet ongedaan maken" not in page
    client.post(at(letter, "verwijderen"))
    assert to(mailoutbox) == [fenna.email]
    assert "Frits verwijderde het concept namens de fractie Stadsbelang" in mailoutbox[0].subject
    assert at(letter, "terughalen") in mailoutbox[0].body
    assert list(Letter.objects.of(fenna)) == []
    client.force_login(fenna)
    page = client.get(MINE).text
    assert "verwijderd op " in page
    assert " door Frits." in page
    assert letter.consultation.title in page.split('id="terughalen"')[1].split("</section>")[0]
    page = client.get(at(letter, "terughalen")).text
    assert "Noem ook het mkb." in page
    mailoutbox.clear()
    page = client.post(at(letter, "terughalen"), follow=True)
    assert page.redirect_chain[-1][0] == at(letter, "controleren")
    letter.refresh_from_db()
    assert (letter.state, letter.set_aside_at) == (LetterState.DRAFT, None)
    assert to(mailoutbox) == [frits.email]
    assert [row.act for row in letter.group_acts.all()] == [
        GroupActKind.BROUGHT_BACK,
        GroupActKind.DISCARDED,
        GroupActKind.WROTE,
    ]


def test_ones_own_draft_comes_back_too_and_mails_nobody(client, councillor, draft, mailoutbox):
    client.force_login(councillor)
    page = client.get(at(draft, "verwijderen")).text
    assert "werk van" not in page
    assert "van de groep" not in page
    client.post(at(draft, "verwijderen"))
    client.post(at(draft, "terughalen"))
    assert Letter.objects.standing().get() == draft
    assert len(mailoutbox) == 0


def test_what_is_thrown_away_is_seen_by_nobody_else(client, councillor, secretary, outsider, draft):
    actions.discard(letter=draft, by=councillor)
    assert Letter.objects.readable_by(councillor).count() == 0
    assert Letter.objects.left_out().count() == Point.objects.counted().count() == 0
    client.force_login(secretary)
    assert f"/beheer/consultation/letter/{draft.pk}/" not in client.get("/beheer/consultation/letter/").text
    for stranger in (secretary, outsider):
        client.force_login(stranger)
        assert client.get(at(draft, "terughalen")).status_code == 404
        assert client.post(at(draft, "terughalen")).status_code == 404
    erase(user=councillor)
    assert Letter.objects.count() == 0


def test_an_empty_draft_just_ends(councillor, draft):
    draft.points.all().delete()
    actions.discard(letter=draft, by=councillor)
    assert Letter.objects.count() == 0


def test_a_withdrawn_letter_is_told_to_all_and_stands_again_after_closing(
    client, fenna, frits, letter, mailoutbox, open_consultation
):
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    change(letter, fenna, text="Noem vooral het mkb.")
    client.force_login(frits)
    assert "Hierin staat ook werk van Fenna." in client.get(at(letter, "intrekken")).text
    mailoutbox.clear()
    client.post(at(letter, "intrekken"))
    assert to(mailoutbox) == [fenna.email, frits.email]
    message = next(mail for mail in mailoutbox if mail.to == [fenna.email])
    assert "Frits trok de reactie in" in message.body
    assert at(letter, "terughalen") in message.body
    open_consultation.closes_at = timezone.now() - timedelta(days=1)
    open_consultation.save()
    client.force_login(fenna)
    assert f'href="{at(letter, "terughalen")}">Haal de reactie terug' in client.get(f"/mijn-reacties/{letter.pk}/").text
    mailoutbox.clear()
    client.post(at(letter, "terughalen"))
    letter = Letter.objects.get(pk=letter.pk)
    assert (letter.state, letter.withdrawn_at) == (LetterState.SENT, None)
    assert to(mailoutbox) == [frits.email]
    # The changes that were under way come back too.
    (changes,) = letter.set_aside.all()
    actions.bring_back(letter=changes, by=frits)
    assert Letter.objects.get(pk=letter.pk).draft.points.get().text == "Noem vooral het mkb."


@pytest.mark.parametrize("age", [29, 31])
def test_what_was_taken_away_can_be_brought_back_for_thirty_days(fenna, letter, write, frits, age):
    actions.discard(letter=letter, by=fenna)
    sent = actions.send(letter=write(frits, SenderKind.PERSONAL), by=frits, sharing="openbaar")
    actions.withdraw(letter=sent, by=frits)
    then = timezone.now() - timedelta(days=age)
    Letter.objects.update(withdrawn_at=then)
    Letter.objects.filter(pk=letter.pk).update(withdrawn_at=None, set_aside_at=then)
    call_command("clear_kept_texts")
    assert Letter.objects.filter(pk=letter.pk).exists() is (age < 30)
    assert Letter.objects.filter(pk=sent.pk).exists()
    for gone, by in ((letter, fenna), (sent, frits)):
        if age < 30:
            actions.bring_back(letter=gone, by=by)
        else:
            with pytest.raises(actions.Refused, match="Dat kon 30 dagen lang"):
                actions.bring_back(letter=gone, by=by)


def test_nothing_withdrawn_comes_back_once_the_consultation_is_finished(fenna, letter, open_consultation):
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    actions.withdraw(letter=letter, by=fenna)
    open_consultation.closes_at = open_consultation.finished_at = timezone.now() - timedelta(hours=1)
    open_consultation.save()
    with pytest.raises(actions.Refused, match="niet meer worden teruggehaald"):
        actions.bring_back(letter=letter, by=fenna)


def test_a_new_letter_stands_in_the_way_until_that_is_gone(client, fenna, frits, letter, write):
    actions.discard(letter=letter, by=fenna)
    new = write(frits, SenderKind.PARTY_GROUP, text="Iets nieuws.")
    client.force_login(fenna)
    page = client.post(at(letter, "terughalen"), follow=True)
    assert "Er is intussen een nieuwe reactie." in page.text
    actions.discard(letter=new, by=frits)
    client.post(at(letter, "terughalen"))
    assert Letter.objects.standing().get() == letter


def test_changes_come_back_with_what_was_added_to_the_letter_since(fenna, frits, letter, write):
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    change(letter, frits, text="Noem vooral het mkb.")
    actions.discard(letter=letter, by=frits)
    (changes,) = letter.set_aside.all()
    write(fenna, SenderKind.PARTY_GROUP, text="Dit kwam erbij.")
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    letter = actions.bring_back(letter=changes, by=frits)
    said = [point.text for point in letter.draft.points.order_by("pk")]
    assert said == ["Noem vooral het mkb.", "Dit kwam erbij."]
    actions.send(letter=letter, by=frits, sharing="openbaar")
    assert [point.text for point in Letter.objects.get().points.order_by("pk")] == said


def test_a_point_that_its_letter_dropped_since_comes_back_as_a_new_one(fenna, letter, write):
    write(fenna, SenderKind.PARTY_GROUP, text="Dit blijft.")
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    dropped = letter.points.order_by("pk").first()
    change(letter, fenna, text="Noem vooral het mkb.")
    actions.discard(letter=letter, by=fenna)
    (changes,) = letter.set_aside.all()
    actions.remove_point(letter=letter, pk=dropped.pk, by=fenna)
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    letter = actions.bring_back(letter=changes, by=fenna)
    assert sorted(point.text for point in letter.draft.points.all()) == ["Dit blijft.", "Noem vooral het mkb."]


def test_other_changes_stand_in_the_way(fenna, frits, letter):
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    change(letter, frits, text="Noem vooral het mkb.")
    actions.discard(letter=letter, by=frits)
    (changes,) = letter.set_aside.all()
    change(letter, fenna, text="Noem alleen het mkb.")
    with pytest.raises(actions.Refused, match="andere wijzigingen"):
        actions.bring_back(letter=changes, by=fenna)


# Who may


def test_of_a_council_only_its_griffier_throws_away_what_others_wrote_too(client, councillor, clerk, write, mailoutbox):
    letter = write(councillor, SenderKind.COUNCIL)
    assert may_discard(councillor, letter)
    assert may_discard(clerk, letter)
    write(clerk, SenderKind.COUNCIL, text="Van de griffier.")
    assert not may_discard(councillor, letter)
    client.force_login(councillor)
    page = client.get(at(letter, "controleren")).text
    assert "Verwijder dit concept" not in page
    for method in ("get", "post"):
        page = getattr(client, method)(at(letter, "verwijderen")).text
        assert "<h1>U kunt dit niet verwijderen</h1>" in page
    with pytest.raises(actions.Refused, match="schreven ook anderen"):
        actions.discard(letter=letter, by=councillor)
    assert len(mailoutbox) == 0
    actions.discard(letter=letter, by=clerk)
    assert to(mailoutbox) == [councillor.email]


def test_a_council_without_a_griffier_is_all_its_members(councillor, join, write):
    letter = write(councillor, SenderKind.COUNCIL)
    assert may_discard(join("lid"), letter)
    assert may_withdraw(join("ander"), letter)


def test_what_waits_for_its_griffier_is_withdrawn_by_whoever_wrote_it_alone(councillor, clerk, join, send, write):
    letter = send(councillor, SenderKind.COUNCIL)
    lid = join("lid")
    assert may_withdraw(councillor, letter)
    assert not may_withdraw(lid, letter)
    with pytest.raises(actions.Refused, match="schreven ook anderen"):
        actions.withdraw(letter=letter, by=lid)
    change(letter, lid, text="Iets anders.")
    assert not may_withdraw(councillor, letter)


def test_only_the_griffier_brings_back_what_counted_for_the_council(client, councillor, clerk, send):
    letter = send(clerk, SenderKind.COUNCIL)
    actions.withdraw(letter=letter, by=clerk)
    client.force_login(councillor)
    page = client.get(at(letter, "terughalen")).text
    assert "Alleen de griffier kan deze reactie terughalen." in page
    assert "<button" not in page.split("<main")[1]
    with pytest.raises(actions.Refused, match="telde al mee"):
        actions.bring_back(letter=letter, by=councillor)
    actions.bring_back(letter=letter, by=clerk)
    assert Letter.objects.counted().get() == letter


def test_what_waited_waits_again_and_its_griffier_is_asked_again(councillor, clerk, send, mailoutbox):
    letter = send(councillor, SenderKind.COUNCIL)
    actions.withdraw(letter=letter, by=councillor)
    mailoutbox.clear()
    actions.bring_back(letter=letter, by=councillor)
    assert Letter.objects.get().waits
    assert sorted(mail.subject.split()[0] for mail in mailoutbox) == ["Bevestig", "Robin"]


def test_the_database_knows_what_is_set_aside(draft):
    for wrong in (
        {"state": LetterState.SET_ASIDE},
        {"set_aside_at": timezone.now()},
        {"set_aside_from": draft},
        {"state": LetterState.SET_ASIDE, "set_aside_at": timezone.now(), "number": "RZ-2026-9999"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.filter(pk=draft.pk).update(**wrong)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_what_can_be_brought_back_costs_the_same_for_more(
    client, fenna, write, count, django_assert_num_queries
):
    for _ in range(count):
        actions.discard(letter=write(fenna, SenderKind.PARTY_GROUP), by=fenna)
    client.force_login(fenna)
    with django_assert_num_queries(10):
        assert client.get(MINE).text.count("Bekijk en haal terug") == count
