"""A letter that was typed in carries its scan: for the desk and its sender alone."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agenda.models import Agenda
from consultation import actions
from consultation.actions.entering import check_path
from consultation.models import Channel, EnteredLetter, Scan
from consultation.scans.acts import put_scan
from partners.ground import files
from partners.ground.models import SecurityEvent, StoredFile
from partners.ground.refusal import Refused
from partners.models import Role, User
from regiozwolle.erasing import erase
from regiozwolle.retention.acts import retain
from tests.filling import press
from tests.letters import letter as letter_of

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"


def upload(content=PDF, name="Scan van mevr. Jansen.pdf"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


@pytest.fixture
def letter(open_consultation, council):
    found = letter_of(open_consultation, council, None)
    found.channel, found.sender_email = Channel.LETTER, "mevrouw@example.org"
    found.save()
    return EnteredLetter.objects.get(pk=found.pk)


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def address(letter, page="_put"):
    return reverse(f"admin:consultation_enteredletter_scan{page}", args=[letter.pk])


def put(desk, letter, **changes):
    said = {"description": "Brief van een bladzijde.", "file": upload(), "apply": "1"} | changes
    return press(desk, address(letter), said, follow=True)


def test_the_desk_puts_a_scan_and_only_the_desk_and_the_sender_open_it(desk, letter, settings):
    page = put(desk, letter)
    assert "De scan staat bij de reactie." in page.text
    assert "Download de scan" in page.text
    assert "Brief van een bladzijde." in page.text
    answer = desk.get(address(letter, ""))
    assert b"".join(answer.streaming_content) == PDF
    assert answer.headers["Content-Disposition"] == f'attachment; filename="reactie-{letter.number}.pdf"'
    assert SecurityEvent.objects.filter(kind="meegenomen").count() == 1

    sender, stranger = Client(), Client()
    page = sender.get(check_path(letter))
    assert "Download uw brief zoals die binnenkwam" in page.text
    answer = sender.get(f"{check_path(letter)}scan/")
    assert b"".join(answer.streaming_content) == PDF
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert stranger.get("/brief/onzin/scan/").status_code == 404
    assert stranger.get(address(letter, "")).status_code == 302
    auditor = User.objects.create_user("auditor@example.org", role=Role.AUDITOR)
    desk.force_login(auditor)
    assert desk.get(address(letter, "")).status_code == 200
    assert desk.get(address(letter)).status_code == 403


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_put(desk, letter):
    page = put(desk, letter, file=upload(b"GIF89a", "plaatje.pdf"), description="  ")
    assert "Kies een PDF, docx of odt." in page.text
    assert "Schrijf op wat er te zien is" in page.text
    page = put(desk, letter, file=upload(PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript >>")))
    assert not Scan.objects.exists()
    assert not StoredFile.objects.exists()


def test_one_who_forgets_to_say_what_is_to_be_seen_hears_that_the_file_is_to_be_chosen_again(desk, letter):
    page = put(desk, letter, description="")
    assert "Kies het bestand opnieuw. Uw browser bewaart het niet." in page.text


def test_another_file_takes_its_place_and_it_can_be_taken_away(desk, letter):
    put(desk, letter)
    put(desk, letter, file=upload(PDF + b"\n%%EOF"), description="Twee bladzijden.")
    assert Scan.objects.get().description == "Twee bladzijden."
    files.clear_unused()
    assert StoredFile.objects.count() == 1
    page = press(desk, address(letter), {"more": "1"}, follow=True)
    assert "De scan is weggehaald." in page.text
    files.clear_unused()
    assert not StoredFile.objects.exists()
    assert desk.get(address(letter, "")).status_code == 404


def test_a_draft_that_mends_a_letter_shows_the_scan_of_that_letter(desk, letter, secretary):
    put(desk, letter)
    draft = actions.correct(letter=letter, by=secretary)
    page = desk.get(reverse("admin:consultation_enteredletter_change", args=[draft.pk])).text
    assert address(letter, "") in page
    assert desk.get(address(draft)).status_code == 404
    with pytest.raises(Refused, match="Alleen bij wat niet op de site"):
        put_scan(letter=draft, upload=upload(), description="Brief.")


def test_the_scan_goes_with_the_person_and_with_the_time_that_a_writer_is_known(letter):
    put_scan(letter=letter, upload=upload(), description="Brief.")
    erase(user=User.objects.create_user("Mevrouw@example.org"))
    assert not Scan.objects.exists()
    put_scan(letter=letter, upload=upload(), description="Brief.")
    later = timezone.now() + timedelta(days=1)
    assert (retain(at=later).letters, Scan.objects.count()) == (0, 1)
    Agenda.objects.update(first_year=2010, last_year=timezone.localdate().year - 2)
    assert (retain(at=later).letters, Scan.objects.count()) == (1, 0)
    letter.refresh_from_db()
    assert letter.letter_text == EnteredLetter.objects.get().letter_text
