"""The receipt: on the page, by mail and as PDF; and every state that was sent."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from consultation import actions, receipts
from consultation.senders import senders
from tests import reacting
from tests.reading import words

WISH = {"kind": "wens", "text": "Noem ook het mkb.", "proposal": "Werken aan een sterke arbeidsmarkt"}


@pytest.fixture
def letter(councillor, wording, open_consultation):
    return actions.save_point(
        author=councillor,
        consultation=open_consultation,
        sender=senders(councillor)[0],
        wording=wording,
        content=WISH,
        opened_at=timezone.now(),
    ).letter


@pytest.fixture
def sent(letter, councillor):
    return actions.send(letter=letter, by=councillor, sharing="openbaar")


@pytest.fixture
def member(client, councillor):
    client.force_login(councillor)
    return client


def change(letter, by, **content):
    reacting.change(letter, by, **content)
    return actions.send(letter=letter, by=by, sharing="openbaar")


def test_page_and_mail_say_the_same_and_the_whole_text(
    member, letter, councillor, open_consultation, mailoutbox, django_capture_on_commit_callbacks
):
    open_consultation.answered_by = timezone.localdate() + timedelta(days=60)
    open_consultation.save()
    with django_capture_on_commit_callbacks(execute=True):
        sent = actions.send(letter=letter, by=councillor, sharing="openbaar")
    page = member.get(f"/mijn-reacties/{sent.pk}/").text
    (mail,) = mailoutbox
    html = mail.alternatives[0].content
    for step in receipts.next_steps(sent):
        assert step in mail.body
        assert step in page
        assert step in html
    assert "uiterlijk" in mail.body
    for said in [mail.body, html, page]:
        assert sent.number in said
        assert "Noem ook het mkb." in said
        assert "Werken aan een toekomstbestendige arbeidsmarkt" in said
    assert "Voorstel voor een andere tekst:\n\nWerken aan een sterke arbeidsmarkt" in mail.body
    assert "toekomstbestendige<" in page
    assert f"/mijn-reacties/{sent.pk}/versies/1/ontvangstbewijs.pdf" in mail.body


def test_the_receipt_is_a_pdf_of_about_the_size_that_the_page_says(member, sent):
    page = member.get(f"/mijn-reacties/{sent.pk}/").text
    address, size = re.search(r'href="([^"]+\.pdf)">Download als PDF \(ongeveer (\d+)&nbsp;kB\)', page).groups()
    file = member.get(address)
    assert file.headers["Content-Type"] == "application/pdf"
    assert file.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert f'filename="ontvangstbewijs-{sent.number.lower()}-1.pdf"' in file.headers["Content-Disposition"]
    assert file.content.startswith(b"%PDF-")
    assert 0.4 < len(file.content) / 1000 / int(size) < 2.5


def test_the_receipt_holds_number_text_proposal_and_what_comes_next(sent):
    document = receipts.receipt(sent, sent.submissions.get())
    said = str(document.blocks)
    assert sent.number in document.title
    for part in ["Noem ook het mkb.", "Werken aan een sterke arbeidsmarkt", "U krijgt op elk punt een antwoord"]:
        assert part in said


def test_every_state_that_was_sent_can_still_be_read(member, sent, councillor):
    change(sent, councillor, text="Noem vooral het mkb.", proposal="")
    letter = f"/mijn-reacties/{sent.pk}/"
    page = member.get(letter).text
    assert ">Versie 1, verstuurd op" in page
    assert "Alles wat is verstuurd, blijft hier staan. Alleen de laatste versie telt." in words(page)
    first, second = member.get(f"{letter}versies/1/").text, member.get(f"{letter}versies/2/").text
    assert "Dit is een eerdere versie." in first
    assert "Noem ook het mkb." in first
    assert "<ins>" in first
    assert "Dit is de laatste versie. Deze geldt nu." in second
    assert "Noem vooral het mkb." in second
    assert member.get(f"{letter}versies/3/").status_code == 404
    actions.withdraw(letter=sent, by=councillor)
    assert "Noem ook het mkb." in member.get(f"{letter}versies/1/").text
    withdrawn = words(member.get(letter).text)
    assert "De reactie telt niet mee" in withdrawn
    assert "Alles wat is verstuurd, blijft hier staan." in withdrawn
    assert "Alleen de laatste versie telt." not in withdrawn
    assert "De reactie is ingetrokken" in member.get(f"{letter}versies/2/").text


@pytest.mark.parametrize("tail", ["versies/1/", "versies/1/ontvangstbewijs.pdf"])
def test_what_was_sent_exists_for_its_sender_only(client, sent, outsider, secretary, tail):
    address = f"/mijn-reacties/{sent.pk}/{tail}"
    assert client.get(address).status_code == 302
    for stranger in (outsider, secretary):
        client.force_login(stranger)
        assert client.get(address).status_code == 404


def test_a_receipt_may_hold_whatever_was_typed(member, sent, councillor):
    change(sent, councillor, text="😀 <b>vet</b> #set page() = A1 \u202e {{ x }} " + "y" * 5000, proposal="\\ $ & %")
    assert "<b>vet</b>" not in member.get(f"/mijn-reacties/{sent.pk}/versies/2/").text
    file = member.get(f"/mijn-reacties/{sent.pk}/versies/2/ontvangstbewijs.pdf")
    assert file.content.startswith(b"%PDF-")
