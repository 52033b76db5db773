"""In whose name one reacts, with which decision, and who may read what."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from consultation import actions
from consultation.models import Letter, LetterState, Point, SenderKind, Sharing
from consultation.senders import senders
from partners.models import Body, BodyKind, Capacity, Mandate, User
from tests.reacting import review

PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n"
DECIDED = {"decided_on": "2022-11-14", "decision_url": "https://raad.voorbeeld.nl/besluit", "sharing": "openbaar"}


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


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "kies een ander bestand. Dit bestand is leeg."),
        (b"PK\x03\x04 een Word-bestand", "kies een PDF. Dit bestand is dat niet, of het is beschadigd."),
        (b"<html>%PDF-1.7 %%EOF", "kies een PDF. Dit bestand is dat niet, of het is beschadigd."),
        (b"%PDF-1.7 afgekapt", "kies een PDF. Dit bestand is dat niet, of het is beschadigd."),
        (b"%PDF-1.7" + b"x" * 10 * 1024 * 1024 + b"%%EOF", "kies een bestand van hooguit 10 MB"),
        (b"%PDF-1.7" + b"x" * 14 * 1024 * 1024 + b"%%EOF", "kies een bestand van hooguit 10 MB"),
    ],
)
def test_only_a_pdf_proves_a_decision(client, clerk, write, settings, content, says):
    settings.FILE_UPLOAD_TEMP_DIR = "/er/is/geen/map"  # nothing is written on a disk
    letter = write(clerk, SenderKind.COUNCIL)
    client.force_login(clerk)
    upload = SimpleUploadedFile("besluit.pdf", content, content_type="application/pdf")
    page = client.post(review(letter), {"decided_on": "2022-11-14", "decision_file": upload, "sharing": "openbaar"})
    assert f"Fout: {says}" in page.text
    letter.refresh_from_db()
    assert (letter.state, bool(letter.decision_file)) == (LetterState.DRAFT, False)


def test_one_who_chose_a_file_beside_an_error_is_told_to_choose_it_again(client, clerk, write):
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
    client.post(review(letter), {"decided_on": "2022-11-14", "decision_file": upload, "sharing": "openbaar"})
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT
    assert re.fullmatch(r"besluiten/[a-z0-9]+\.pdf", letter.decision_file.name)
    answer = client.get(f"/mijn-reacties/{letter.pk}/besluit.pdf")
    assert b"".join(answer.streaming_content) == PDF
    assert answer.headers["Content-Disposition"] == f'attachment; filename="besluit-{letter.number}.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert f"/mijn-reacties/{letter.pk}/besluit.pdf" in client.get(f"/mijn-reacties/{letter.pk}/").text


def test_the_decision_is_for_those_who_may_read_the_letter(
    client, clerk, outsider, councillor, write, open_consultation
):
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


def test_nobody_but_the_sender_chooses_who_may_read_it(member, councillor, write):
    letter = write(councillor, SenderKind.PERSONAL)
    assert letter.sharing == ""
    page = member.get(review(letter)).text
    assert 'name="sharing" value="openbaar"' in page
    assert not re.search(r'name="sharing"[^>]* checked', page)
    page = member.post(review(letter), {"show_name": "ja"})
    assert "Fout: kies wie deze reactie mag lezen" in page.text
    assert re.search(r'name="show_name"[^>]* checked', page.text)
    letter.refresh_from_db()
    assert letter.state == LetterState.DRAFT
    with pytest.raises(IntegrityError, match="what_was_sent_says_who_may_read_it"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(state="verstuurd", number="RZ-1", sent_at=timezone.now())


def test_a_change_begins_with_what_was_chosen_before(member, councillor, send):
    letter = send(councillor, SenderKind.PERSONAL, sharing=Sharing.OWN)
    actions.begin_changes(letter=letter)
    assert re.search(r'name="sharing" value="eigen-raad"[^>]* checked', member.get(review(letter)).text)
