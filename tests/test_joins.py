"""Joins stay with the words they were given to; when those change they are counted apart, and asked for again."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultation import actions
from consultation.models import Endorsement, Letter, SenderKind, Sharing
from consultation.models.point_words import same_words
from consultation.nota.document import OF_POINT
from consultation.nota.points import points_of
from consultation.senders import senders
from tests.reacting import change

OTHERS = "/consultaties/conceptagenda/anderen/"
NEW = "Wij vinden juist dat het mkb er helemaal uit moet."


@pytest.fixture
def letter(outsider, send):
    return send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS)


@pytest.fixture
def point(letter):
    return letter.points.get()


@pytest.fixture
def joined(point, councillor):
    return actions.endorse(point=point, by=councillor, sender=senders(councillor)[0])


def say(letter, by, **content):
    """Lets `by` change the only point of `letter` and send it again."""
    change(letter, by, **content)
    return actions.send(letter=letter, by=by, sharing=Sharing.COUNCILS)


def again(point, joined):
    return f"/punten/{point.pk}/aansluiten/{joined.pk}/"


def test_a_join_stays_with_the_words_it_was_given_to_and_its_giver_is_asked(
    client, councillor, outsider, letter, point, joined, mailoutbox
):
    mailoutbox.clear()
    say(letter, outsider, text=NEW)
    joined.refresh_from_db()
    assert (joined.words["kind"], joined.words["text"]) == ("wens", "Noem ook het mkb.")
    (asked,) = [mail for mail in mailoutbox if mail.to == [councillor.email]]
    assert asked.subject.startswith("Het punt waarbij u aansloot, is gewijzigd: Opgave 1.2")
    assert "Noem ook het mkb." in asked.body
    assert NEW in asked.body
    assert again(point, joined) in asked.body
    client.force_login(councillor)
    page = client.get(OTHERS).text
    assert "Aangesloten bij de tekst van vóór een wijziging: 1 persoonlijk." in page
    assert "Aangesloten: 1" not in page
    assert "Daarna is het punt gewijzigd." in page
    page = client.get(again(point, joined)).text
    assert "<h1>Sluit u zich ook aan bij de nieuwe tekst?</h1>" in page
    assert "Noem ook het mkb." in page
    assert page.index(">Sluit aan</button>") < page.index("Trek mijn aansluiting in")


def test_who_joined_joins_the_new_words_or_leaves(client, councillor, outsider, letter, point, joined):
    say(letter, outsider, text=NEW)
    client.force_login(councillor)
    address = again(point, joined)
    page = client.get(address)
    key = senders(councillor)[0].key
    client.post(address, {"sender": key, "read": page.context["form"].initial["read"]})
    joined.refresh_from_db()
    assert (joined.words, joined.overtaken_at, joined.asked_at) == (None, None, None)
    assert point.endorsed == [(SenderKind.PERSONAL, 1)]
    assert client.get(address).status_code == 302
    say(letter, outsider, text="Weer iets anders.")
    client.post(f"{address}intrekken/")
    assert Endorsement.objects.count() == 0


def test_nobody_joins_words_that_came_after_the_page_was_read(client, councillor, outsider, letter, point):
    client.force_login(councillor)
    address = f"/punten/{point.pk}/aansluiten/"
    read = client.get(address).context["form"].initial["read"]
    say(letter, outsider, text=NEW)
    page = client.post(address, {"sender": senders(councillor)[0].key, "read": read}, follow=True)
    assert "Dit punt is intussen gewijzigd." in page.text
    assert Endorsement.objects.count() == 0


def test_other_spaces_and_line_ends_change_no_join(outsider, letter, point, joined, mailoutbox):
    mailoutbox.clear()
    say(letter, outsider, text="Noem  ook\nhet mkb.")
    joined.refresh_from_db()
    assert joined.is_current
    assert len(mailoutbox) == 0


def test_another_kind_or_proposal_is_another_point(outsider, letter, joined):
    say(letter, outsider, kind="bezwaar")
    joined.refresh_from_db()
    assert not joined.is_current


def test_a_council_decides_anew_before_it_joins_the_new_words(client, clerk, outsider, letter, point):
    (council,) = senders(clerk)
    decided = date(2022, 11, 14)
    joined = actions.endorse(point=point, by=clerk, sender=council, decided_on=decided)
    say(letter, outsider, text=NEW)
    client.force_login(clerk)
    page = client.post(again(point, joined), {"sender": council.key})
    assert "Fout: vul in op welke dag dit is besloten" in page.text
    client.post(again(point, joined), {"sender": council.key, "decided_on": "2022-12-05"})
    joined.refresh_from_db()
    assert (joined.decided_on, joined.is_current) == (date(2022, 12, 5), True)


def test_what_waits_for_a_griffier_asks_once_it_counts(clerk, councillor, outsider, send, mailoutbox):
    letter = send(councillor, SenderKind.COUNCIL, sharing=Sharing.COUNCILS)
    actions.confirm(letter=letter, by=clerk, sequence=1)
    actions.endorse(point=letter.points.get(), by=outsider, sender=senders(outsider)[0])
    change(letter, councillor, text=NEW)
    mailoutbox.clear()
    actions.send(letter=letter, by=clerk, decided_on=date(2022, 11, 14), sharing=Sharing.COUNCILS)
    assert [mail.to for mail in mailoutbox if "aansloot" in mail.subject] == [[outsider.email]]


def test_each_is_asked_once_per_change(outsider, councillor, letter, joined, mailoutbox):
    def asked():
        return len([mail for mail in mailoutbox if mail.to == [councillor.email]])

    say(letter, outsider, text=NEW)
    assert asked() == 1
    actions.send(letter=letter, by=outsider, sharing=Sharing.PUBLIC)
    assert asked() == 1
    say(letter, outsider, text="Weer iets anders.")
    assert asked() == 2


def test_a_whole_party_group_is_asked_and_nobody_else(join, outsider, letter, point, mailoutbox):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    group = next(sender for sender in senders(fenna) if sender.sender_kind == SenderKind.PARTY_GROUP)
    actions.endorse(point=point, by=fenna, sender=group)
    mailoutbox.clear()
    say(letter, outsider, text=NEW)
    told = sorted(mail.to[0] for mail in mailoutbox if "aansloot" in mail.subject)
    assert told == [fenna.email, frits.email]


@pytest.mark.parametrize("how", ["withdrawn", "dropped", "no longer shared"])
def test_who_joined_what_is_gone_is_told(councillor, outsider, letter, point, joined, write, mailoutbox, how):
    write(outsider, SenderKind.PERSONAL, text="Dit blijft.")
    mailoutbox.clear()
    if how == "withdrawn":
        actions.withdraw(letter=letter, by=outsider)
    elif how == "dropped":
        actions.remove_point(letter=letter, pk=point.pk, by=outsider)
        actions.send(letter=letter, by=outsider, sharing=Sharing.COUNCILS)
    else:
        actions.send(letter=letter, by=outsider, sharing=Sharing.OWN)
    (told,) = [mail for mail in mailoutbox if mail.to == [councillor.email]]
    assert told.subject.startswith("Het punt waarbij u aansloot, is ingetrokken: ")
    if how == "withdrawn":
        mailoutbox.clear()
        actions.bring_back(letter=letter, by=outsider)
        (told,) = [mail for mail in mailoutbox if mail.to == [councillor.email]]
        assert told.subject.startswith("Het punt waarbij u aansloot, telt weer mee: ")
        assert point.endorsed == [(SenderKind.PERSONAL, 1)]


def test_after_closing_the_question_says_that_joining_is_over(
    outsider, councillor, letter, joined, open_consultation, mailoutbox
):
    change(letter, outsider, text=NEW)
    Letter.objects.filter(revises=letter).update(created_at=timezone.now() - timedelta(hours=1))
    open_consultation.closes_at = timezone.now() - timedelta(minutes=5)
    open_consultation.save()
    mailoutbox.clear()
    actions.send(letter=letter, by=outsider, sharing=Sharing.COUNCILS)
    (asked,) = [mail for mail in mailoutbox if mail.to == [councillor.email]]
    assert "Aansluiten bij de nieuwe tekst kan niet meer." in asked.body


def test_the_nota_and_its_files_count_both_apart(outsider, councillor, clerk, letter, joined, point, open_consultation):
    say(letter, outsider, text=NEW)
    (council,) = senders(clerk)
    actions.endorse(point=point, by=clerk, sender=council, decided_on=date(2022, 11, 14))
    (read,) = points_of(open_consultation, body=letter.body, is_member=True)
    assert read.joined_by == (
        "Aangesloten: 1 namens de raad of Staten. Aangesloten bij de tekst van vóór een wijziging: 1 persoonlijk."
    )
    cells = {column.title: cell(read) for column, cell in OF_POINT}
    assert cells["Sluit aan"] == "namens de raad of Staten: 1"
    assert cells["Sloot aan voor een wijziging"] == "persoonlijk: 1"


def test_only_who_gave_it_may_join_again(client, clerk, outsider, letter, point, joined):
    say(letter, outsider, text=NEW)
    client.force_login(clerk)
    assert client.get(again(point, joined)).status_code == 404


def test_a_join_of_a_part_moves_to_the_whole_when_its_words_change(
    councillor, clerk, outsider, letter, point, joined, wording
):
    parts = [{"text": text, "kind": "wens", "wording": wording, "question": None} for text in ("Deel A.", "Deel B.")]
    made = actions.split_point(point=point, parts=parts)
    (council,) = senders(clerk)
    actions.endorse(point=made[0], by=clerk, sender=council, decided_on=date(2022, 11, 14))
    say(letter, outsider, text=NEW)
    said = {joined.sender_kind: joined.words["text"] for joined in Endorsement.objects.filter(point=point)}
    assert said == {SenderKind.PERSONAL: "Noem ook het mkb.", SenderKind.COUNCIL: "Deel A."}
    assert Endorsement.objects.count() == 2


TEXTS = st.sampled_from(["Noem ook het mkb.", "Noem  ook\nhet mkb.", "Noem het nergens.", "Iets anders."])
ACTS = st.lists(st.one_of(st.tuples(st.just("say"), TEXTS), st.just(("join", ""))), max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_a_join_is_current_exactly_when_the_point_says_what_it_was_given_to(letter, point, outsider, councillor, acts):
    """Whatever is said and joined, in whatever order; and both counts together are all who joined."""
    Endorsement.objects.all().delete()
    sender = senders(councillor)[0]
    given_to = None
    for act, text in acts:
        if act == "say":
            say(letter, outsider, text=text)
        else:
            point.refresh_from_db()
            actions.endorse(point=point, by=councillor, sender=sender)
            given_to = point.words
    point.refresh_from_db()
    held = Endorsement.objects.filter(point=point).first()
    assert (held is not None) == (given_to is not None)
    if held:
        assert held.is_current == same_words(given_to, point.words)
        assert same_words(held.words or point.words, given_to)
        assert len(point.endorsed) + len(point.endorsed_before) == 1
