"""Who of a group wrote and changed what: it is kept, shown to the group, told by mail, and can be put back."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from consultation import actions
from consultation.models import GroupAct, GroupActKind, Letter, LetterState, Point, SenderKind
from partners.models import Capacity
from tests.reacting import FORM, NEW, change, fields, fill, hidden, review, together


@pytest.fixture
def letter(fenna, write):
    """A draft of the party group, with one point of Fenna."""
    return write(fenna, SenderKind.PARTY_GROUP)


def acts(letter):
    """(Who, what) of all that was done in `letter`, the first first."""
    return [(row.by and row.by.name, row.act) for row in letter.group_acts.select_related("by").order_by("at", "pk")]


def put_back(client, letter, change):
    return client.post(f"{together(letter)}terugzetten/", {"wijziging": change.pk}, follow=True)


def test_a_group_reads_who_wrote_a_point_and_who_changed_it_last(client, fenna, frits, letter):
    change(letter, frits, text="Noem vooral het mkb.")
    point = letter.points.get()
    assert (point.author, point.changed_by) == (fenna, frits)
    client.force_login(fenna)
    wrote = "U schreef dit op "
    for address in (f"/mijn-reacties/{letter.pk}/punten/{point.pk}/", together(letter), review(letter)):
        page = client.get(address).text
        assert wrote in page, address
        assert "Het laatst gewijzigd door Frits, op " in page, address
    client.force_login(frits)
    page = client.get(f"/mijn-reacties/{letter.pk}/punten/{point.pk}/").text
    assert "Fenna schreef dit op " in page
    assert "Het laatst gewijzigd door u, op " in page
    assert "Dit schreef u eerder" not in page
    assert "<h1>Wijzig het punt over opgave 1.2</h1>" in page
    assert "Het laatst: U wijzigde een punt over Opgave 1.2" in client.get("/mijn-reacties/").text


def test_ones_own_letter_names_nobody(client, councillor, draft):
    client.force_login(councillor)
    page = client.get(f"/mijn-reacties/{draft.pk}/punten/{draft.points.get().pk}/").text
    assert "Dit schreef u eerder." in page
    assert "<h1>Wijzig uw punt over opgave 1.2</h1>" in page
    assert "schreef dit op" not in client.get(review(draft)).text
    assert GroupAct.objects.count() == 0


def test_what_was_written_before_this_was_kept_says_nothing_of_its_writer(client, fenna, letter):
    letter.points.update(author=None, written_at=None)
    letter.group_acts.all().delete()
    client.force_login(fenna)
    assert "schreef dit op" not in client.get(together(letter)).text
    assert "Wat iemand van de groep doet, komt hier te staan." in client.get(together(letter)).text


def test_the_hands_stay_with_a_point_that_is_sent_and_changed_again(fenna, frits, letter):
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    change(letter, frits, text="Noem vooral het mkb.")
    actions.send(letter=letter, by=frits, sharing="openbaar")
    point = Letter.objects.get().points.get()
    assert (point.author, point.changed_by) == (fenna, frits)
    assert [row.point for row in letter.group_acts.filter(act=GroupActKind.CHANGED)] == [point]
    assert acts(letter) == [
        ("Fenna", GroupActKind.WROTE),
        ("Fenna", GroupActKind.SENT),
        ("Frits", GroupActKind.CHANGED),
        ("Frits", GroupActKind.SENT),
    ]


def test_who_is_erased_leaves_the_act_without_a_name(client, fenna, frits, letter):
    change(letter, frits, text="Noem vooral het mkb.")
    frits.delete()
    client.force_login(fenna)
    page = client.get(together(letter)).text
    assert "Iemand van wie de naam is gewist wijzigde een punt over Opgave 1.2" in page
    assert "Het laatst gewijzigd door iemand van wie de naam is gewist, op " in page


def test_writing_on_is_one_act_and_an_hour_later_another(fenna, letter):
    for number in range(3):
        change(letter, fenna, text=f"Zin {number}.")
    assert acts(letter) == [("Fenna", GroupActKind.WROTE)]
    letter.group_acts.update(at=timezone.now() - timedelta(hours=2))
    change(letter, fenna, text="Nog een zin.")
    assert acts(letter) == [("Fenna", GroupActKind.WROTE), ("Fenna", GroupActKind.CHANGED)]
    assert letter.group_acts.first().before["text"] == "Zin 2."


def test_a_griffier_chooses_between_changing_what_stands_there_and_adding_to_it(
    client, councillor, clerk, write, wording
):
    letter = write(councillor, SenderKind.COUNCIL)
    point = letter.points.get()
    client.force_login(clerk)
    page = client.get(FORM)
    assert "<h1>Wijzigen, of iets toevoegen?</h1>" in page.text
    assert "Robin Raadslid schreef dit op " in page.text
    assert f'href="/mijn-reacties/{letter.pk}/punten/{point.pk}/">Wijzig dit punt' in page.text
    assert f'href="{NEW}">Schrijf een nieuw punt' in page.text
    in_place = {"HX-Request": "true", "HX-Target": "links-RZ24-L1.2"}
    assert client.get(FORM, headers=in_place).headers["HX-Redirect"] == FORM
    client.post(NEW, fields(client.get(NEW)) | {"kind": "wens", "text": "Dit is van de griffier."})
    assert [found.author for found in letter.points.order_by("pk")] == [councillor, clerk]


def test_changing_what_another_wrote_is_mailed_to_the_group_once_a_day(fenna, frits, join, letter, mailoutbox):
    floor = join("floor", party_group="Stadsbelang")
    change(letter, fenna, text="Zelf gewijzigd.")
    assert len(mailoutbox) == 0
    change(letter, frits, text="Noem vooral het mkb.")
    letter.group_acts.filter(by=frits).update(at=timezone.now() - timedelta(hours=2))
    change(letter, frits, text="Noem alleen het mkb.")
    assert sorted(mail.to[0] for mail in mailoutbox) == [fenna.email, floor.email]
    message = mailoutbox[0]
    assert message.subject == "Frits wijzigt de reactie namens de fractie Stadsbelang in de gemeenteraad van Zwolle"
    assert "Frits wijzigde een punt over Opgave 1.2" in message.body
    assert together(letter) in message.body
    mailoutbox.clear()
    letter.group_acts.filter(by=frits).update(told_at=timezone.now() - timedelta(days=2))
    actions.remove_point(letter=letter, pk=letter.points.get().pk, by=frits)
    assert sorted(mail.to[0] for mail in mailoutbox) == [fenna.email, floor.email]


def test_the_words_of_before_a_change_are_read_and_put_back(client, fenna, frits, letter):
    change(letter, frits, text="Noem het mkb nergens.", kind="bezwaar")
    client.force_login(fenna)
    page = client.get(together(letter)).text
    assert "Frits wijzigde een punt over Opgave 1.2: Toekomstbestendige arbeidsmarkt, op " in page
    assert "Wat er eerder stond" in page
    assert page.count('name="wijziging"') == 1
    page = put_back(client, letter, letter.group_acts.get(act=GroupActKind.CHANGED))
    assert "De eerdere woorden staan er weer." in page.text
    point = letter.points.get()
    assert (point.text, point.kind, point.author, point.changed_by) == ("Noem ook het mkb.", "wens", fenna, fenna)
    put_back(client, letter, letter.group_acts.get(act=GroupActKind.RESTORED))
    assert letter.points.get().text == "Noem het mkb nergens."


def test_a_point_that_was_removed_comes_back_with_its_writer(client, fenna, frits, letter):
    actions.remove_point(letter=letter, pk=letter.points.get().pk, by=frits)
    assert letter.points.count() == 0
    client.force_login(frits)
    put_back(client, letter, letter.group_acts.get(act=GroupActKind.REMOVED))
    point = letter.points.get()
    assert (point.text, point.author, point.changed_by) == ("Noem ook het mkb.", fenna, frits)
    assert point.written_at is not None


def test_an_answer_that_was_emptied_comes_back_where_another_stands(fenna, frits, letter, open_consultation):
    question = open_consultation.questions.get()
    letter.points.create(question=question, text="Het plan.", author=fenna, written_at=timezone.now())
    actions.remove_point(letter=letter, pk=letter.points.get(question=question).pk, by=frits)
    letter.points.create(question=question, text="Iets anders.", author=frits, written_at=timezone.now())
    actions.restore_words(letter=letter, change=letter.group_acts.get(act=GroupActKind.REMOVED), by=fenna)
    assert letter.points.get(question=question).text == "Het plan."


def test_what_was_changed_can_be_put_back_for_thirty_days_and_its_words_go_then(client, fenna, frits, letter):
    change(letter, frits, text="Noem vooral het mkb.")
    row = letter.group_acts.get(act=GroupActKind.CHANGED)
    letter.group_acts.update(at=timezone.now() - timedelta(days=29))
    call_command("clear_kept_texts")
    row.refresh_from_db()
    assert row.before["text"] == "Noem ook het mkb."
    letter.group_acts.update(at=timezone.now() - timedelta(days=31))
    client.force_login(fenna)
    assert "Dit kan niet meer worden teruggehaald." in put_back(client, letter, row).text
    call_command("clear_kept_texts")
    row.refresh_from_db()
    assert row.before is None
    assert letter.points.get().text == "Noem vooral het mkb."


def test_nobody_outside_the_group_puts_anything_back(client, join, frits, letter):
    other = join("other", party_group="Dorpsbelang")
    change(letter, frits, text="Noem vooral het mkb.")
    client.force_login(other)
    assert put_back(client, letter, letter.group_acts.get(act=GroupActKind.CHANGED)).status_code == 404
    client.force_login(frits)
    for nonsense in ("", "0", "x", "9" * 30):
        assert client.post(f"{together(letter)}terugzetten/", {"wijziging": nonsense}).status_code == 404


def test_taking_over_and_minorities_are_kept_too(fenna, frits, letter, send):
    own = send(fenna, SenderKind.PERSONAL, text="Dit vind ik zelf.").points.get()
    taken = actions.adopt(letter=letter, point=own, by=frits)
    assert taken.author == frits
    named = {"is_minority": True, "minority_of": "een lid"}
    actions.set_minority(letter=letter, point=taken, by=fenna, **named)
    actions.set_minority(letter=letter, point=taken, by=fenna, **named)
    assert acts(letter)[-2:] == [("Frits", GroupActKind.ADOPTED), ("Fenna", GroupActKind.DIVIDED)]
    actions.restore_words(letter=letter, change=letter.group_acts.first(), by=frits)
    taken.refresh_from_db()
    assert (taken.is_minority, taken.minority_of) == (False, "")


def test_the_whole_group_gets_the_receipt_and_the_griffier_is_asked_once(councillor, clerk, join, send, mailoutbox):
    lid = join("lid")
    send(councillor, SenderKind.COUNCIL)
    said = sorted((mail.to[0], mail.subject.split()[0]) for mail in mailoutbox)
    assert said == sorted(
        [(clerk.email, "Bevestig"), (lid.email, "Ontvangstbewijs"), (councillor.email, "Ontvangstbewijs")]
    )
    receipt = next(mail for mail in mailoutbox if mail.to == [lid.email])
    assert "Verstuurd door: Robin Raadslid" in receipt.body
    assert "U verstuurde een reactie" not in receipt.body
    assert "Wie meeschrijft, kan de reactie wijzigen" in receipt.body


@pytest.mark.django_db(transaction=True)
def test_two_members_who_put_back_the_same_words_do_it_both(fenna, frits, letter):
    change(letter, frits, text="Noem vooral het mkb.")
    row = letter.group_acts.get(act=GroupActKind.CHANGED)

    def restore(by):
        try:
            actions.restore_words(letter=letter, change=row, by=by)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(restore, (fenna, frits)))
    assert letter.points.get().text == "Noem ook het mkb."
    assert letter.group_acts.filter(act=GroupActKind.RESTORED).count() == 2


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_of_a_group_costs_the_same_for_more_acts(
    client, fenna, frits, letter, count, django_assert_num_queries
):
    for number in range(count):
        letter.group_acts.create(
            by=frits, act=GroupActKind.CHANGED, subject=f"Opgave {number}", before={"text": "x", "proposal": ""}
        )
    client.force_login(fenna)
    with django_assert_num_queries(9):
        client.get(together(letter))


# What was sent back


DECIDED = {"sharing": "openbaar", "decided_on": "2022-11-14", "decision_url": "https://raad.voorbeeld.nl/besluit"}


@pytest.fixture
def returned(councillor, clerk, send):
    letter = send(councillor, SenderKind.COUNCIL)
    actions.send_back(letter=letter, by=clerk, sequence=1, remark="De raad besloot iets anders.")
    letter.refresh_from_db()
    return letter


def test_what_was_sent_back_reads_so_on_every_page(client, councillor, returned, open_consultation):
    client.force_login(councillor)
    page = client.get(f"/mijn-reacties/{returned.pk}/").text
    assert "<h1>Deze reactie is teruggestuurd</h1>" in page
    assert "is ontvangen" not in page
    first = re.search(r"<ol>\s*<li>(.*?)</li>", page.split('id="hierna"')[1], re.DOTALL)[1]
    assert first.startswith("Wijzig en verstuur opnieuw. Dat kan tot en met ")
    assert f'<a class="button" href="{review(returned)}">Wijzig en verstuur opnieuw</a>' in page
    point = returned.points.get()
    for address in (
        f"/mijn-reacties/{returned.pk}/",
        review(returned),
        together(returned),
        f"/mijn-reacties/{returned.pk}/punten/{point.pk}/",
        f"/mijn-reacties/{returned.pk}/punten/{point.pk}/verwijderen/",
        f"/mijn-reacties/{returned.pk}/versies/1/",
    ):
        assert "De raad besloot iets anders." in client.get(address).text, address
    assert "Tot u opnieuw verstuurt, telt de reactie niet mee." in client.get(review(returned)).text
    mine = client.get("/mijn-reacties/").text
    assert "Wijzig en verstuur opnieuw. Dat kan tot en met" in mine
    assert re.findall(r'<h2 id="groep-\d">(.*?)</h2>', mine) == ["Teruggestuurd"]
    assert "Wijzigen kan tot en met" not in mine


def test_what_waits_says_who_may_take_it_back(client, councillor, clerk, send):
    letter = send(councillor, SenderKind.COUNCIL)
    client.force_login(councillor)
    page = client.get(f"/mijn-reacties/{letter.pk}/").text
    assert "Intrekken kan de griffier, en wie de hele reactie alleen schreef." in page
    assert "Trek de reactie in" in page


def test_sending_again_what_was_sent_back_needs_another_word_or_choice(client, councillor, returned):
    client.force_login(councillor)
    page = client.post(review(returned), hidden(client.get(review(returned))) | DECIDED, follow=True)
    returned.refresh_from_db()
    assert returned.waits  # the address of the decision is new
    assert returned.submissions.count() == 2
    assert "wacht op de griffier" in page.text


def test_after_closing_what_was_sent_back_says_who_can_still_help(client, councillor, returned, open_consultation):
    open_consultation.closes_at = timezone.now() - timedelta(hours=1)
    open_consultation.save()
    client.force_login(councillor)
    page = client.get(f"/mijn-reacties/{returned.pk}/").text
    assert "Neem contact op met de griffier." in page
    assert "Wijzig en verstuur opnieuw" not in page


# Changing what was sent


def test_looking_at_a_change_begins_none(client, fenna, letter, wording, mailoutbox):
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    mailoutbox.clear()
    client.force_login(fenna)
    point = letter.points.get()
    address = f"/mijn-reacties/{letter.pk}/punten/{point.pk}/"
    assert f'href="{review(letter)}">Wijzig de reactie</a>' in client.get(f"/mijn-reacties/{letter.pk}/").text
    assert "is nog niets gewijzigd" in client.get(review(letter)).text
    fill(client, address, {"kind": "wens", "text": "Noem ook het mkb."})
    assert Letter.objects.get().draft is None
    page = client.post(review(letter), hidden(client.get(review(letter))) | {"sharing": "openbaar"}, follow=True)
    assert "Er is geen woord en geen keuze gewijzigd." in page.text
    assert letter.submissions.count() == 1
    fill(client, address, {"kind": "wens", "text": "Noem vooral het mkb."})
    assert Letter.objects.get(pk=letter.pk).draft is not None
    assert "Er zijn wijzigingen die nog niet zijn verstuurd" in client.get(f"/mijn-reacties/{letter.pk}/").text
    assert len(mailoutbox) == 0


def test_the_same_words_with_other_spaces_are_no_new_version(fenna, letter, mailoutbox):
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    mailoutbox.clear()
    change(letter, fenna, text="Noem ook\n\nhet  mkb.")
    letter = actions.send(letter=letter, by=fenna, sharing="openbaar")
    assert letter.submissions.count() == 1
    assert letter.draft is None
    assert letter.points.get().text == "Noem ook\n\nhet  mkb."
    assert len(mailoutbox) == 0


def test_changes_that_were_undone_are_no_new_version(fenna, letter):
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    change(letter, fenna, text="Iets anders.")
    change(letter, fenna, text="Noem ook het mkb.")
    assert actions.send(letter=letter, by=fenna, sharing="openbaar").submissions.count() == 1


def test_another_choice_is_a_version_without_another_word(fenna, letter):
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    assert actions.send(letter=letter, by=fenna, sharing="eigen-raad").submissions.count() == 2


def test_words_that_nobody_read_over_are_not_sent(client, fenna, frits, letter):
    client.force_login(fenna)
    read = hidden(client.get(review(letter))) | {"sharing": "openbaar"}
    change(letter, frits, text="Noem het mkb nergens.")
    page = client.post(review(letter), read, follow=True)
    assert "Iemand van uw groep heeft de reactie intussen gewijzigd." in page.text
    assert Letter.objects.get().state == LetterState.DRAFT
    client.post(review(letter), hidden(client.get(review(letter))) | {"sharing": "openbaar"})
    assert Letter.objects.get().state == LetterState.SENT


def test_who_may_not_send_a_change_hears_so_before_beginning_one(client, councillor, clerk, send):
    letter = send(clerk, SenderKind.COUNCIL)
    client.force_login(councillor)
    page = client.get(f"/mijn-reacties/{letter.pk}/").text
    assert "Deze reactie telt al mee. Een wijziging kunt u schrijven. De griffier verstuurt die." in page
    assert "Schrijf een wijziging</a>" in page
    assert "Alleen de griffier kan een wijziging versturen of de reactie intrekken" in page
    client.force_login(clerk)
    assert "Wijzig de reactie</a>" in client.get(f"/mijn-reacties/{letter.pk}/").text


def test_answers_that_are_sent_again_as_they_were_begin_nothing(client, fenna, open_consultation):
    question = open_consultation.questions.get()
    client.force_login(fenna)
    address = "/consultaties/conceptagenda/vragen/"
    form = fill(client, address, {f"question-{question.pk}": "Het plan."})
    assert form.status_code == 302
    letter = Letter.objects.get()
    actions.send(letter=letter, by=fenna, sharing="openbaar")
    fill(client, address, {f"question-{question.pk}": "Het plan."})
    assert Letter.objects.get().draft is None
    assert Point.objects.count() == 1


def test_an_executive_is_a_group_too(zwolle, join, write, mailoutbox):
    college = zwolle.bodies.create(kind="college", name="college van Zwolle")
    alderman = join("wethouder", capacity=Capacity.EXECUTIVE, body=college)
    secretary = join("secretaris", capacity=Capacity.SECRETARY, body=college)
    letter = write(alderman, SenderKind.EXECUTIVE)
    change(letter, secretary, text="Noem vooral het mkb.")
    assert [mail.to for mail in mailoutbox] == [[alderman.email]]
