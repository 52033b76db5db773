"""Writing together: who agrees, what is taken over, and what counts once the griffier confirms."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from consultation import actions, receipts
from consultation.models import Letter, LetterState, Point, SenderKind
from consultation.senders import sender_of
from partners.models import Body, BodyKind, Capacity, User
from tests.reacting import change, hidden, review, together

PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n"
DECIDED = {"decided_on": "2022-11-14", "decision_url": "https://raad.voorbeeld.nl/besluit", "sharing": "openbaar"}


def test_a_group_writes_one_letter_and_each_of_it_may(client, join, write):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    other = join("other", party_group="Dorpsbelang")
    letter = write(fenna, SenderKind.PARTY_GROUP)
    assert write(frits, SenderKind.PARTY_GROUP, text="En de zzp'ers.") == letter
    assert [point.text for point in letter.points.order_by("pk")] == ["Noem ook het mkb.", "En de zzp'ers."]
    assert list(Letter.objects.of(frits)) == [letter]
    assert list(Letter.objects.of(other)) == []
    client.force_login(frits)
    page = client.get(together(letter)).text
    assert "Samen schrijven namens de fractie Stadsbelang in de gemeenteraad van Zwolle" in page
    assert re.findall(r'<th scope="row">(\w+)</th>', page) == ["Fenna", "Frits"]
    client.force_login(other)
    assert client.get(together(letter)).status_code == 404
    frits.mandates.update(ends_on=timezone.localdate() - timedelta(days=1))
    client.force_login(frits)
    assert client.get(review(letter)).status_code == 404


def test_a_letter_of_one_person_has_no_page_of_a_group(client, councillor, write):
    letter = write(councillor, SenderKind.PERSONAL)
    client.force_login(councillor)
    assert client.get(together(letter)).status_code == 404
    assert client.post(f"{together(letter)}akkoord/").status_code == 404


def test_members_agree_until_somebody_changes_the_text(client, join, write):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    letter = write(fenna, SenderKind.PARTY_GROUP)
    client.force_login(frits)
    page = client.get(together(letter))
    assert "Nog niemand gaf akkoord op de tekst van nu" in page.text
    page = client.post(f"{together(letter)}akkoord/", hidden(page), follow=True)
    assert "Eén\N{NO-BREAK SPACE}lid is akkoord met de tekst van nu" in page.text
    assert "Eén\N{NO-BREAK SPACE}lid is akkoord" in client.get(review(letter)).text
    page = client.post(f"{together(letter)}akkoord/", {"niet": ""}, follow=True)
    assert "Nog niemand gaf akkoord" in page.text
    client.post(f"{together(letter)}akkoord/", hidden(page))
    assert letter.assents.count() == 1
    old = hidden(client.get(together(letter)))
    write(fenna, SenderKind.PARTY_GROUP, text="Iets anders.")
    assert letter.assents.count() == 0
    page = client.post(f"{together(letter)}akkoord/", old, follow=True)
    assert "De reactie is intussen gewijzigd." in page.text
    assert letter.assents.count() == 0


def test_one_who_sends_sees_who_agrees_and_may_send_without(client, join, write):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    letter = write(fenna, SenderKind.PARTY_GROUP)
    actions.assent(letter=letter, by=fenna, read_at=letter.updated_at.isoformat())
    client.force_login(frits)
    assert "Eén\N{NO-BREAK SPACE}lid is akkoord met de tekst van nu." in client.get(review(letter)).text
    client.post(review(letter), {"sharing": "openbaar"})
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT
    assert letter.confirmed_at == letter.sent_at
    assert letter.assents.count() == 1
    actions.begin_changes(letter=letter)
    assert "De reactie is verstuurd." not in client.get(together(letter)).text


def test_one_who_agreed_with_what_was_sent_has_not_agreed_with_what_is_sent_anew(join, write):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    letter = write(fenna, SenderKind.PARTY_GROUP)
    actions.assent(letter=letter, by=fenna, read_at=letter.updated_at.isoformat())
    letter = actions.send(letter=letter, by=fenna, sharing="openbaar")
    assert [assent.user for assent in letter.assents.all()] == [fenna]
    changes = write(frits, SenderKind.PARTY_GROUP, text="Iets anders.")
    actions.assent(letter=letter, by=frits, read_at=changes.updated_at.isoformat())
    assert [assent.user for assent in letter.assents.all()] == [fenna]
    actions.send(letter=letter, by=frits, sharing="openbaar")
    assert [assent.user for assent in letter.assents.all()] == [frits]


def test_what_a_member_sends_for_the_council_counts_once_the_griffier_confirms(
    client, councillor, clerk, write, mailoutbox, django_capture_on_commit_callbacks
):
    letter = write(councillor, SenderKind.COUNCIL)
    client.force_login(councillor)
    assert "</span> en uw naam. Het secretariaat ziet wie" in client.get(review(letter)).text
    assert (
        "Uw reactie telt mee zodra de griffier bevestigt dat de gemeenteraad van Zwolle dit"
        in client.get(review(letter)).text
    )
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(review(letter), DECIDED, follow=True)
    assert "Deze reactie wacht op de griffier van de gemeenteraad van Zwolle." in page.text
    assert [(mail.to, mail.subject.split(":")[0]) for mail in mailoutbox] == [
        ([councillor.email], f"Ontvangstbewijs {Letter.objects.get().number}"),
        ([clerk.email], f"Bevestig reactie {Letter.objects.get().number}"),
    ]
    assert f"/mijn-reacties/{letter.pk}/bevestigen/" in mailoutbox[1].body
    assert Letter.objects.counted().count() == 0
    assert client.get(f"/mijn-reacties/{letter.pk}/bevestigen/").status_code == 404

    client.force_login(clerk)
    assert 'Lees en bevestig <span class="nowrap">RZ-' in client.get("/mijn-reacties/").text
    page = client.get(f"/mijn-reacties/{letter.pk}/bevestigen/")
    assert "<h1>Heeft de gemeenteraad van Zwolle dit besloten?</h1>" in page.text
    assertInHTML(
        "<div><dt>Besloten op</dt><dd>14\N{NO-BREAK SPACE}november\N{NO-BREAK SPACE}2022</dd></div>", page.text
    )
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(f"/mijn-reacties/{letter.pk}/bevestigen/", hidden(page), follow=True)
    assert "<h1>Deze reactie telt mee</h1>" in page.text
    letter.refresh_from_db()
    assert letter.confirmed_by == clerk
    assert list(Letter.objects.counted()) == [letter]
    assert [mail.to for mail in mailoutbox[2:]] == [[clerk.email], [councillor.email]]
    assert mailoutbox[2].subject == f"Reactie {letter.number} is bevestigd en telt mee"


def test_a_griffier_sends_a_letter_back_with_a_word(
    client, councillor, clerk, send, mailoutbox, django_capture_on_commit_callbacks
):
    letter = send(councillor, SenderKind.COUNCIL)
    address = f"/mijn-reacties/{letter.pk}/bevestigen/"
    client.force_login(clerk)
    read = hidden(client.get(address))
    page = client.post(address, read | {"terug": "", "remark": ""})
    assert "Fout: schrijf wat er anders moet" in page.text
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(address, read | {"terug": "", "remark": "De raad besloot iets anders."}, follow=True)
    assert "<h1>Deze reactie is teruggestuurd</h1>" in page.text
    assert "De raad besloot iets anders." in mailoutbox[-1].body
    assert [mail.to for mail in mailoutbox[-2:]] == [[clerk.email], [councillor.email]]
    client.force_login(councillor)
    assert "De raad besloot iets anders." in client.get(f"/mijn-reacties/{letter.pk}/").text
    actions.begin_changes(letter=letter)
    client.post(review(letter), DECIDED)
    letter.refresh_from_db()
    assert (letter.returned_at, letter.return_remark, letter.waits) == (None, "", True)


def test_a_griffier_confirms_what_was_read_and_nothing_newer(client, councillor, clerk, send):
    letter = send(councillor, SenderKind.COUNCIL)
    address = f"/mijn-reacties/{letter.pk}/bevestigen/"
    client.force_login(clerk)
    read = hidden(client.get(address))
    change(letter, councillor, text="Noem het mkb twee keer.")
    actions.send(letter=letter, by=councillor, sharing="openbaar", decided_on=date(2022, 11, 14))
    page = client.post(address, read, follow=True)
    assert "De reactie is intussen gewijzigd." in page.text
    letter.refresh_from_db()
    assert letter.confirmed_at is None


def test_a_griffier_who_sends_confirms_in_so_many_words(client, clerk, write):
    letter = write(clerk, SenderKind.COUNCIL)
    client.force_login(clerk)
    page = client.get(review(letter)).text
    assert "Met versturen bevestigt u als griffier dat de gemeenteraad van Zwolle dit heeft besloten." in page
    assertInHTML('<button type="submit">Bevestig en verstuur</button>', page)
    client.post(review(letter), DECIDED)
    letter.refresh_from_db()
    assert (letter.confirmed_at, letter.confirmed_by) == (letter.sent_at, clerk)


def test_who_wrote_along_stays_to_be_read_after_closing(client, councillor, clerk, send, open_consultation):
    letter = send(clerk, SenderKind.COUNCIL)
    open_consultation.closes_at = timezone.now() - timedelta(days=1)
    open_consultation.save()
    client.force_login(councillor)
    address = f"/mijn-reacties/{letter.pk}/samen/"
    assert f'<a href="{address}">Wie schreef en wijzigde wat?</a>' in client.get(f"/mijn-reacties/{letter.pk}/").text
    assert client.get(address).status_code == 200


def test_what_counts_for_the_council_only_its_griffier_changes_or_withdraws(client, councillor, clerk, send):
    letter = send(clerk, SenderKind.COUNCIL)
    actions.begin_changes(letter=letter)
    client.force_login(councillor)
    page = client.get(review(letter)).text
    assert "Alleen de griffier kan de wijziging versturen." in page
    with pytest.raises(actions.Refused, match="telt al mee"):
        actions.send(letter=letter, by=councillor, sharing="openbaar", decided_on=date(2022, 11, 14))
    with pytest.raises(actions.Refused, match="telt al mee"):
        actions.withdraw(letter=letter, by=councillor)
    withdrawing = f"/mijn-reacties/{letter.pk}/intrekken/"
    assert withdrawing not in client.get(f"/mijn-reacties/{letter.pk}/").text
    assert "<h1>U kunt deze reactie niet intrekken</h1>" in client.get(withdrawing).text
    client.force_login(clerk)
    assert withdrawing in client.get(f"/mijn-reacties/{letter.pk}/").text
    actions.withdraw(letter=letter, by=clerk)
    letter.refresh_from_db()
    assert letter.state == LetterState.WITHDRAWN


def test_a_secretary_confirms_for_the_executive(zwolle, join):
    college = Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    alderman = join("alderman", capacity=Capacity.EXECUTIVE, body=college)
    secretary = join("secretary", capacity=Capacity.SECRETARY, body=college)
    letter = Letter(body=college, sender_kind=SenderKind.EXECUTIVE)
    assert [mandate.user for mandate in letter.confirmers] == [secretary]
    assert not sender_of(alderman, letter).may_confirm
    assert sender_of(secretary, letter).may_confirm


def test_confirming_is_possible_after_closing(councillor, clerk, send, open_consultation):
    letter = send(councillor, SenderKind.COUNCIL)
    open_consultation.closes_at = timezone.now() - timedelta(days=1)
    open_consultation.save()
    assert actions.confirm(letter=letter, by=clerk, sequence=1).confirmed_at
    other = User.objects.create_user("nobody@example.org")
    with pytest.raises(actions.Refused, match="Alleen de griffier of secretaris"):
        actions.confirm(letter=letter, by=other, sequence=1)


def test_a_point_climbs_from_member_to_group_to_council(client, join, clerk, write, send):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    personal = send(frits, SenderKind.PERSONAL)
    group = write(fenna, SenderKind.PARTY_GROUP, text="Al van de fractie.")
    own = personal.points.get()
    personal.points.update(proposal=f"{own.quoted_text} Ook in de dorpen.")
    own.refresh_from_db()
    client.force_login(fenna)
    page = client.get(together(group))
    assert "Wens van een raadslid, gemeenteraad van Zwolle" in page.text
    assert re.search(r"<ins>.*Ook in de dorpen\..*</ins>", page.text)
    for _ in range(2):
        page = client.post(f"{together(group)}overnemen/", {"punt": own.pk}, follow=True)
    assert "Overgenomen van een raadslid, gemeenteraad van Zwolle (" in page.text
    assert "Er is nu niets om over te nemen." in page.text
    copy = group.points.get(adopted_from=own)
    assert (copy.text, copy.kind, copy.quoted_text) == (own.text, own.kind, own.quoted_text)
    assert own.letter == personal
    actions.send(letter=group, by=fenna, sharing="openbaar")

    council = write(clerk, SenderKind.COUNCIL, text="Van de raad.")
    client.force_login(clerk)
    page = client.post(f"{together(council)}overnemen/", {"punt": copy.pk}, follow=True).text
    today = timezone.localdate()
    said = re.search(r'<p class="source">Overgenomen van ([^<]+)</p>', page).group(1).replace("\N{NO-BREAK SPACE}", " ")
    assert re.fullmatch(
        rf"een raadslid, gemeenteraad van Zwolle \({today.day} \w+ {today.year}\), "
        rf"en van fractie Stadsbelang, gemeenteraad van Zwolle \({today.day} \w+ {today.year}\)\.",
        said,
    )
    sender_kinds = dict(Letter.objects.sent().per_sender_kind())
    assert sender_kinds == {SenderKind.PERSONAL: 1, SenderKind.PARTY_GROUP: 1}
    council = actions.send(letter=council, by=clerk, sharing="openbaar", decided_on=date(2022, 11, 14))
    document = receipts.receipt(council, council.submissions.get())
    assert f"Overgenomen van {said}" in str(document.blocks).replace("\\xa0", " ")
    kept = client.get(f"/mijn-reacties/{council.pk}/versies/1/").text.replace("\N{NO-BREAK SPACE}", " ")
    assert f"Overgenomen van {said}" in kept


def test_only_what_the_group_may_take_over_can_be_taken_over(client, join, councillor, outsider, write, send):
    fenna = join("fenna", party_group="Stadsbelang")
    group = write(fenna, SenderKind.PARTY_GROUP)
    without_group = send(councillor, SenderKind.PERSONAL).points.get()
    elsewhere = send(outsider, SenderKind.PERSONAL).points.get()
    client.force_login(fenna)
    for point in (without_group, elsewhere):
        page = client.post(f"{together(group)}overnemen/", {"punt": point.pk}, follow=True)
        assert "U kunt dit punt niet overnemen." in page.text
    for nonsense in ("", "x", "9" * 30, "0"):
        assert client.post(f"{together(group)}overnemen/", {"punt": nonsense}).status_code == 404
    assert group.points.count() == 1


def test_a_minority_stands_beside_the_majority(client, join, write):
    fenna = join("fenna", party_group="Stadsbelang")
    letter = write(fenna, SenderKind.PARTY_GROUP)
    point = letter.points.get()
    client.force_login(fenna)
    address = f"/mijn-reacties/{letter.pk}/punten/{point.pk}/minderheid/"
    assert "<h1>Minderheid naast meerderheid</h1>" in client.get(address).text
    page = client.post(address, {"is_minority": "ja", "minority_of": "een deel van de fractie"}, follow=True)
    assert "<strong>Minderheidsstandpunt van een deel van de fractie</strong>" in page.text
    client.post(review(letter), {"sharing": "openbaar"})
    assert (
        "<strong>Minderheidsstandpunt van een deel van de fractie</strong>"
        in client.get(f"/mijn-reacties/{letter.pk}/").text
    )
    assert client.post(address, {"is_minority": "nee"}).status_code == 302
    assert Point.objects.get(pk=point.pk).is_minority


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_group_costs_the_same_for_more_of_everything(
    client, join, send, write, django_assert_num_queries, count
):
    members = [join(f"lid{number}", party_group="Stadsbelang") for number in range(count)]
    for member in members:
        send(member, SenderKind.PERSONAL)
        group = write(member, SenderKind.PARTY_GROUP)
    client.force_login(members[0])
    with django_assert_num_queries(9):
        page = client.get(together(group))
    assert page.text.count("Neem over") == count


def test_the_desk_sees_what_waits_and_the_decision(client, secretary, councillor, write):
    letter = actions.send(
        letter=write(councillor, SenderKind.COUNCIL),
        by=councillor,
        sharing="openbaar",
        decided_on=date(2022, 11, 14),
        decision_file=SimpleUploadedFile("a.pdf", PDF),
    )
    client.force_login(secretary)
    assert letter.number in client.get("/beheer/consultation/letter/?confirmed_at__isempty=1").text
    assert letter.number not in client.get("/beheer/consultation/letter/?confirmed_at__isempty=0").text
    page = client.get(f"/beheer/consultation/letter/{letter.pk}/change/").text
    assert f'<a href="/mijn-reacties/{letter.pk}/besluit.pdf">Download</a>' in page
    assert "besluiten/" not in page.replace("/besluiten/", "")
