"""In whose name: writing together, confirming, adopting, and who may read what."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from consultation import actions, receipts
from consultation.models import Letter, LetterState, Point, SenderKind, Sharing
from consultation.senders import sender_of, senders
from partners.models import Body, BodyKind, Capacity, Mandate, User

PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n"
DECIDED = {"decided_on": "2022-11-14", "decision_url": "https://raad.voorbeeld.nl/besluit"}


def review(letter):
    return f"/mijn-reacties/{letter.pk}/controleren/"


def together(letter):
    return f"/mijn-reacties/{letter.pk}/samen/"


def hidden(page):
    return dict(re.findall(r'<input type="hidden" name="((?!csrf)[^"]+)" value="([^"]*)"', page.text))


# Which names


def test_each_capacity_has_its_names(zwolle, council):
    college = Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    board = Body.objects.create(partner=zwolle, kind=BodyKind.BOARD, name="bestuur van Zwolle")
    names = {
        (Capacity.COUNCILLOR, council): [SenderKind.PERSONAL, SenderKind.COUNCIL],
        (Capacity.CLERK, council): [SenderKind.COUNCIL],
        (Capacity.OFFICER, council): [SenderKind.COUNCIL],
        (Capacity.EXECUTIVE, college): [SenderKind.EXECUTIVE],
        (Capacity.SECRETARY, college): [SenderKind.EXECUTIVE],
        (Capacity.OFFICER, college): [SenderKind.EXECUTIVE],
        (Capacity.EXECUTIVE, board): [SenderKind.PARTNER],
        (Capacity.OFFICER, board): [SenderKind.PARTNER],
    }
    for number, ((capacity, body), sender_kinds) in enumerate(names.items()):
        user = User.objects.create_user(f"n{number}@example.org")
        Mandate.objects.create(user=user, body=body, capacity=capacity, starts_on=date(2022, 3, 30))
        assert [sender.sender_kind for sender in senders(user)] == sender_kinds, capacity


def test_a_party_group_is_never_required(councillor, join):
    assert SenderKind.PARTY_GROUP not in [sender.sender_kind for sender in senders(councillor)]
    assert SenderKind.PARTY_GROUP in [
        sender.sender_kind for sender in senders(join("fenna", party_group="Stadsbelang"))
    ]


def test_two_capacities_in_one_body_are_one_name_and_the_confirming_one_goes_first(clerk, council):
    Mandate.objects.create(user=clerk, body=council, capacity=Capacity.OFFICER, starts_on=date(2022, 3, 30))
    (sender,) = senders(clerk)
    assert sender.may_confirm


# Writing together


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


def test_who_sends_sees_who_agrees_and_may_send_without(client, join, write):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    letter = write(fenna, SenderKind.PARTY_GROUP)
    actions.assent(letter=letter, by=fenna, read_at=letter.updated_at.isoformat())
    client.force_login(frits)
    assert "Eén\N{NO-BREAK SPACE}lid is akkoord met de tekst van nu." in client.get(review(letter)).text
    client.post(review(letter))
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT
    assert letter.confirmed_at == letter.sent_at
    assert letter.assents.count() == 1
    actions.begin_changes(letter=letter)
    assert "De reactie is verstuurd." not in client.get(together(letter)).text


# Confirming


def test_what_a_member_sends_for_the_council_counts_once_the_griffier_confirms(
    client, councillor, clerk, write, mailoutbox, django_capture_on_commit_callbacks
):
    letter = write(councillor, SenderKind.COUNCIL)
    client.force_login(councillor)
    assert "</span> en uw naam. Het secretariaat ziet wie" in client.get(review(letter)).text
    assert (
        "Zij telt mee zodra de griffier bevestigt dat de gemeenteraad van Zwolle dit" in client.get(review(letter)).text
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
    assert mailoutbox[2].to == [councillor.email]
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
    assert "De raad besloot iets anders." in mailoutbox[0].body
    assert mailoutbox[0].to == [councillor.email]
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
    actions.begin_changes(letter=letter)
    actions.send(letter=letter, by=councillor, decided_on=date(2022, 11, 14))
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
    assert f'<a href="{address}">Wie schreef mee?</a>' in client.get(f"/mijn-reacties/{letter.pk}/").text
    assert client.get(address).status_code == 200


def test_what_counts_for_the_council_only_its_griffier_changes_or_withdraws(client, councillor, clerk, send):
    letter = send(clerk, SenderKind.COUNCIL)
    actions.begin_changes(letter=letter)
    client.force_login(councillor)
    page = client.get(review(letter)).text
    assert "Alleen de griffier kan de wijziging versturen." in page
    with pytest.raises(actions.Refused, match="telt al mee"):
        actions.send(letter=letter, by=councillor, decided_on=date(2022, 11, 14))
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


# The decision


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "kies een ander bestand. Dit bestand is leeg."),
        (b"PK\x03\x04 een Word-bestand", "kies een PDF. Dit bestand is dat niet, of het is beschadigd."),
        (b"<html>%PDF-1.7 %%EOF", "kies een PDF. Dit bestand is dat niet, of het is beschadigd."),
        (b"%PDF-1.7 afgekapt", "kies een PDF. Dit bestand is dat niet, of het is beschadigd."),
        (b"%PDF-1.7" + b"x" * 10 * 1024 * 1024 + b"%%EOF", "kies een bestand van hooguit 10 MB"),
    ],
)
def test_only_a_pdf_proves_a_decision(client, clerk, write, content, says):
    letter = write(clerk, SenderKind.COUNCIL)
    client.force_login(clerk)
    upload = SimpleUploadedFile("besluit.pdf", content, content_type="application/pdf")
    page = client.post(review(letter), {"decided_on": "2022-11-14", "decision_file": upload})
    assert f"Fout: {says}" in page.text
    letter.refresh_from_db()
    assert (letter.state, bool(letter.decision_file)) == (LetterState.DRAFT, False)


def test_who_chose_a_file_beside_an_error_is_told_to_choose_it_again(client, clerk, write):
    letter = write(clerk, SenderKind.COUNCIL)
    client.force_login(clerk)
    page = client.post(review(letter), {"decided_on": "", "decision_file": SimpleUploadedFile("a.pdf", PDF)})
    assert "Fout: vul in op welke dag dit is besloten" in page.text
    assert "Fout: kies het bestand opnieuw. Uw browser bewaart het niet." in page.text


def test_a_council_shows_its_decision_by_a_link_or_a_file(client, clerk, write):
    letter = write(clerk, SenderKind.COUNCIL)
    client.force_login(clerk)
    page = client.post(review(letter), {"decided_on": "2022-11-14"})
    assert "Fout: vul in waar het besluit staat, of kies een bestand" in page.text
    upload = SimpleUploadedFile("../../geheim/Jan de Vries.pdf", PDF, content_type="text/html")
    client.post(review(letter), {"decided_on": "2022-11-14", "decision_file": upload})
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT
    assert re.fullmatch(r"besluiten/[a-z0-9]+\.pdf", letter.decision_file.name)
    answer = client.get(f"/mijn-reacties/{letter.pk}/besluit.pdf")
    assert b"".join(answer.streaming_content) == PDF
    assert answer.headers["Content-Disposition"] == f'attachment; filename="besluit-{letter.number}.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert f"/mijn-reacties/{letter.pk}/besluit.pdf" in client.get(f"/mijn-reacties/{letter.pk}/").text


def test_the_decision_is_for_who_may_read_the_letter(client, clerk, outsider, councillor, write, open_consultation):
    letter = actions.send(
        letter=write(clerk, SenderKind.COUNCIL),
        by=clerk,
        decided_on=date(2022, 11, 14),
        decision_file=SimpleUploadedFile("a.pdf", PDF),
        sharing=Sharing.OWN,
    )
    address = f"/mijn-reacties/{letter.pk}/besluit.pdf"
    assert client.get(address).status_code == 404
    for user, status in [(councillor, 200), (outsider, 404)]:
        client.force_login(user)
        answer = client.get(address)
        assert answer.status_code == status
        assert b"".join(answer) == PDF or status == 404


# Who may read what


def test_who_may_read_follows_from_the_choice_of_the_sender(
    councillor, clerk, outsider, secretary, write, send, open_consultation, django_user_model
):
    stranger = User.objects.create_user("zonder@example.org")
    draft = write(clerk, SenderKind.COUNCIL)
    own = send(councillor, SenderKind.PERSONAL, sharing=Sharing.OWN)

    def readers(letter):
        everyone = {"writer": councillor, "body": clerk, "other": outsider, "desk": secretary, "none": stranger}
        return {who for who, user in everyone.items() if letter in Letter.objects.readable_by(user)}

    assert readers(draft) == {"writer", "body"}
    assert readers(own) == {"writer", "body", "desk"}
    Letter.objects.filter(pk=own.pk).update(sharing=Sharing.COUNCILS)
    assert readers(own) == {"writer", "body", "other", "desk"}
    Letter.objects.filter(pk=own.pk).update(sharing=Sharing.PUBLIC)
    assert readers(own) == {"writer", "body", "other", "desk"}
    open_consultation.closes_at = timezone.now()
    open_consultation.save()
    assert readers(own) == {"writer", "body", "other", "desk", "none"}


@pytest.mark.parametrize("sharing", [Sharing.COUNCILS, Sharing.PUBLIC])
def test_what_councils_share_is_not_for_the_board_of_an_organisation(councillor, outsider, send, zwolle, sharing):
    board = Body.objects.create(partner=zwolle, kind=BodyKind.BOARD, name="bestuur")
    chair = User.objects.create_user("bestuur@example.org")
    Mandate.objects.create(user=chair, body=board, capacity=Capacity.SECRETARY, starts_on=date(2022, 3, 30))
    letter = send(councillor, SenderKind.PERSONAL, sharing=sharing)
    assert [letter in Letter.objects.readable_by(user) for user in (outsider, chair)] == [True, False]
    assert [Point.objects.shared_with(user).exists() for user in (outsider, chair)] == [True, False]


def test_the_choice_is_made_when_sending_and_said_on_the_receipt(client, councillor, write):
    letter = write(councillor, SenderKind.PERSONAL)
    client.force_login(councillor)
    page = client.get(review(letter)).text
    assert page.count('name="sharing"') == 3
    assert re.findall(r'name="sharing" value="([^"]+)"[^>]* checked', page) == ["openbaar"]
    assert "Iedereen: eerst raden, Staten en colleges, na inloggen. Na sluiting staat de reactie op deze site" in page
    page = client.post(review(letter), {"sharing": "eigen-raad"}, follow=True)
    says = "<div><dt>Te lezen door</dt><dd>Alleen mijn eigen raad, college of organisatie</dd></div>"
    assertInHTML(says, page.text)
    letter.refresh_from_db()
    assert letter.sharing == Sharing.OWN
    assert "Fout: kies wie deze reactie mag lezen" in post_change(client, letter, {"sharing": "de-buren"}).text


def post_change(client, letter, chosen):
    actions.begin_changes(letter=letter)
    return client.post(review(letter), chosen)


def test_a_name_is_shown_only_by_choice(client, councillor, write):
    letter = write(councillor, SenderKind.PERSONAL)
    client.force_login(councillor)
    page = client.get(review(letter)).text
    assert re.search(r'<input type="checkbox" name="show_name" value="ja"[^>]*>', page)
    assert "checked" not in re.search(r'<input type="checkbox" name="show_name"[^>]*>', page).group()
    assert page.index('name="show_name"') > page.index('name="sharing"')
    client.post(review(letter), {"sharing": "openbaar"})
    letter.refresh_from_db()
    assert letter.signed_name == ""
    post_change(client, letter, {"sharing": "openbaar", "show_name": "ja"})
    letter.refresh_from_db()
    assert letter.signed_name == "Robin Raadslid"


def test_a_group_is_never_signed_by_one_name(client, join, write):
    fenna = join("fenna", party_group="Stadsbelang")
    letter = write(fenna, SenderKind.PARTY_GROUP)
    client.force_login(fenna)
    assert "show_name" not in client.get(review(letter)).text
    client.post(review(letter), {"sharing": "openbaar", "show_name": "ja"})
    letter.refresh_from_db()
    assert letter.signed_name == ""


# The ladder


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
    actions.send(letter=group, by=fenna)

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
    council = actions.send(letter=council, by=clerk, decided_on=date(2022, 11, 14))
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
        assert "Dit punt kan niet worden overgenomen." in page.text
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
    client.post(review(letter))
    assert (
        "<strong>Minderheidsstandpunt van een deel van de fractie</strong>"
        in client.get(f"/mijn-reacties/{letter.pk}/").text
    )
    assert client.post(address, {"is_minority": "nee"}).status_code == 302
    assert Point.objects.get(pk=point.pk).is_minority


# The others


def others(consultation):
    return f"/consultaties/{consultation.slug}/anderen/"


def test_who_acts_for_a_body_reads_what_others_share(
    client, join, councillor, outsider, clerk, send, open_consultation
):
    proposal = "Werken aan een sterke arbeidsmarkt"
    send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS, text="Gedeeld met alle raden.", proposal=proposal)
    send(clerk, SenderKind.COUNCIL, sharing=Sharing.COUNCILS, text="Van de eigen raad.")
    assert client.get(others(open_consultation)).status_code == 302
    client.force_login(councillor)
    page = client.get(others(open_consultation)).text
    assert "Gedeeld met alle raden." in page
    assert re.search(r"<ins>.*sterke.*</ins>", page)
    assert "Wens van een raadslid, gemeenteraad van Dalfsen" in page
    assert "Van de eigen raad." not in page
    assert "Anne Ander" not in page
    Letter.objects.filter(body__name__contains="Dalfsen").update(sharing=Sharing.OWN)
    assert "Gedeeld met alle raden." not in client.get(others(open_consultation)).text
    board = Body.objects.create(partner=councillor.mandates.get().body.partner, kind=BodyKind.BOARD, name="bestuur")
    client.force_login(join("bestuurder", capacity=Capacity.EXECUTIVE, body=board))
    for page in (open_consultation.get_absolute_url(), "/mijn-reacties/"):
        assert "Wat vinden de anderen?" not in client.get(page).text
    assert "delen, lezen alleen zij." in client.get(others(open_consultation)).text
    stranger = User.objects.create_user("zonder@example.org")
    client.force_login(stranger)
    assert client.get(others(open_consultation)).status_code == 403


def test_what_others_share_can_be_filtered(client, councillor, outsider, send, open_consultation):
    send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS)
    client.force_login(councillor)
    for query, shown in [
        ("onderdeel=RZ24-L1.2", True),
        ("onderdeel=onzin", True),
        ("namens=persoonlijk", True),
        ("namens=raad", False),
        ("pagina=99999999999999999999", True),
    ]:
        assert ("Noem ook het mkb." in client.get(f"{others(open_consultation)}?{query}").text) is shown, query
    nothing = "Er zijn nu geen punten die anderen met u delen en die bij uw keuze passen."
    assert nothing in client.get(f"{others(open_consultation)}?namens=raad").text
    piece = client.get(others(open_consultation), headers={"HX-Request": "true", "HX-Target": "others-points"}).text
    assert piece.lstrip().startswith('<section class="section" id="others-points"')


def test_a_group_joins_a_point_once_and_any_of_it_takes_that_back(client, join, outsider, send, open_consultation):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    point = send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS).points.get()
    address = f"/punten/{point.pk}/aansluiten/"
    client.force_login(fenna)
    page = client.get(address).text
    assert "Namens mijn fractie, Stadsbelang" in page
    assert "Namens de gemeenteraad" not in page
    assert "Fout: kies namens wie u aansluit" in client.post(address, {}).text
    for user in (fenna, frits):
        client.force_login(user)
        group = next(sender for sender in senders(user) if sender.sender_kind == SenderKind.PARTY_GROUP)
        page = client.post(address, {"sender": group.key}, follow=True)
    assert "U bent aangesloten: fractie Stadsbelang, gemeenteraad van Zwolle" in page.text
    assert "Aangesloten: 1 namens de fractie." in page.text
    personal = senders(frits)[0]
    client.post(address, {"sender": personal.key})
    assert point.endorsed == [(SenderKind.PERSONAL, 1), (SenderKind.PARTY_GROUP, 1)]
    assert (
        point.endorsements.get(sender_kind=SenderKind.PERSONAL).in_name_of == "een lid van de gemeenteraad van Zwolle"
    )
    joined = point.endorsements.get(sender_kind=SenderKind.PARTY_GROUP)
    client.post(f"{address}{joined.pk}/intrekken/")
    assert point.endorsed == [(SenderKind.PERSONAL, 1)]
    client.force_login(fenna)
    own = point.endorsements.get()
    client.post(f"{address}{own.pk}/intrekken/")
    assert point.endorsements.count() == 1


def test_joining_is_offered_as_long_as_there_is_a_name_left(client, join, outsider, send, open_consultation):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    point = send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS).points.get()
    address = f"/punten/{point.pk}/aansluiten/"
    client.force_login(fenna)
    for sender in (sender for sender in senders(fenna) if sender.may_endorse):
        assert f'href="{address}"' in client.get(others(open_consultation)).text
        page = client.post(address, {"sender": sender.key}, follow=True).text
    assert page.count("U bent aangesloten: ") == 2
    assert f'href="{address}"' not in page
    # The group has joined by this; the other member has their own name left.
    client.force_login(frits)
    assert f'href="{address}"' in client.get(others(open_consultation)).text


def test_a_council_joins_by_its_griffier_with_a_decision(client, clerk, outsider, send):
    point = send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS).points.get()
    address = f"/punten/{point.pk}/aansluiten/"
    client.force_login(clerk)
    (council,) = senders(clerk)
    assert "U sluit aan <strong>namens de gemeenteraad van Zwolle</strong>." in client.get(address).text
    assert "Fout: vul in op welke dag dit is besloten" in client.post(address, {"sender": council.key}).text
    client.post(address, {"sender": council.key, "decided_on": "2022-11-14"})
    (joined,) = point.endorsements.all()
    client.force_login(outsider)
    assert "Aangesloten: 1 namens de raad of Staten." in client.get(f"/mijn-reacties/{point.letter_id}/").text
    assert (joined.sender_kind, joined.decided_on, joined.body.name) == (
        SenderKind.COUNCIL,
        date(2022, 11, 14),
        "gemeenteraad van Zwolle",
    )


def test_joining_ends_with_the_consultation(client, councillor, outsider, send, open_consultation):
    point = send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS).points.get()
    sender = senders(councillor)[0]
    joined = actions.endorse(point=point, by=councillor, sender=sender)
    open_consultation.closes_at = timezone.now()
    open_consultation.save()
    for act in (
        lambda: actions.endorse(point=point, by=councillor, sender=sender),
        lambda: actions.take_back_endorsement(endorsement=joined, sender=sender),
    ):
        with pytest.raises(actions.Refused, match="neemt geen reacties meer aan"):
            act()
    client.force_login(councillor)
    assert "Aansluiten kan niet meer." in client.get(f"/punten/{point.pk}/aansluiten/").text


def test_nobody_joins_what_is_not_shared_with_them(client, councillor, outsider, clerk, send):
    own = send(clerk, SenderKind.COUNCIL).points.get()
    unshared = send(outsider, SenderKind.PERSONAL, sharing=Sharing.OWN).points.get()
    client.force_login(councillor)
    for point in (own, unshared):
        assert client.get(f"/punten/{point.pk}/aansluiten/").status_code == 404
        with pytest.raises(actions.Refused, match="kunt u zich niet aansluiten"):
            actions.endorse(point=point, by=councillor, sender=senders(councillor)[0])


@pytest.mark.parametrize("count", [1, 3])
def test_what_others_share_costs_the_same_for_more_points(
    client, councillor, outsider, send, open_consultation, django_assert_num_queries, count
):
    for number in range(count):
        letter = send(outsider, SenderKind.PERSONAL, sharing=Sharing.COUNCILS, text=f"Punt {number}")
    for point in letter.original.points.all():
        actions.endorse(point=point, by=councillor, sender=senders(councillor)[0])
    client.force_login(councillor)
    with django_assert_num_queries(9):
        page = client.get(others(open_consultation))
    assert page.text.count("U bent aangesloten") == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_group_costs_the_same_for_more_of_everything(
    client, join, send, write, django_assert_num_queries, count
):
    members = [join(f"lid{number}", party_group="Stadsbelang") for number in range(count)]
    for member in members:
        send(member, SenderKind.PERSONAL)
        group = write(member, SenderKind.PARTY_GROUP)
    client.force_login(members[0])
    with django_assert_num_queries(7):
        page = client.get(together(group))
    assert page.text.count("Neem over") == count


def test_the_desk_sees_what_waits_and_the_decision(client, secretary, councillor, write):
    letter = actions.send(
        letter=write(councillor, SenderKind.COUNCIL),
        by=councillor,
        decided_on=date(2022, 11, 14),
        decision_file=SimpleUploadedFile("a.pdf", PDF),
    )
    client.force_login(secretary)
    assert letter.number in client.get("/beheer/consultation/letter/?confirmed_at__isempty=1").text
    assert letter.number not in client.get("/beheer/consultation/letter/?confirmed_at__isempty=0").text
    page = client.get(f"/beheer/consultation/letter/{letter.pk}/change/").text
    assert f'<a href="/mijn-reacties/{letter.pk}/besluit.pdf">Download</a>' in page
    assert "besluiten/" not in page.replace("/besluiten/", "")
