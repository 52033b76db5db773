"""What a partner is known by: its logo, its numbers in registers, its budget, and whom one may reach there."""

import base64
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from partners.actions import put_logo
from partners.ground.files.pictures import PROCESS, redrawn
from partners.ground.models import Change, StoredFile
from partners.models import ContactPoint, Partner, Source, Visibility
from regiozwolle.retention.acts import retain
from tests.filling import form_on
from tests.reading import words

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50" fill="red"/>{}</svg>'
WEBP = base64.b64decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")


@pytest.fixture
def partner(council):
    return council.partner


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def logo_page(partner):
    return reverse("admin:partners_partner_logo", args=[partner.pk])


def send(desk, partner, content, text):
    """Chooses a file with its text, reads the page, and presses the button."""
    address = logo_page(partner)
    held = form_on(desk.get(address), "_read")
    picture = SimpleUploadedFile("logo.svg", content) if content else ""
    return desk.post(address, {"picture": picture, "text": text, "_read": held["_read"]}, follow=True)


def test_a_logo_is_drawn_anew_and_stands_on_the_page_with_its_text(client, desk, partner):
    assert send(desk, partner, SVG.format("<script>alert(1)</script>").encode(), "Blauw schild").status_code == 200
    partner.refresh_from_db()
    client.logout()
    page = client.get(partner.get_absolute_url())
    address = reverse("partners:logo", args=[partner.slug])
    assert f'<img class="logo" src="{address}" alt="Blauw schild">' in page.text
    answer = client.get(address)
    content = b"".join(answer.streaming_content)
    assert (content[:8], b"script" in content, len(content) < 20_000) == (b"\x89PNG\r\n\x1a\n", False, True)
    assert [answer[name] for name in ("Content-Type", "X-Content-Type-Options", "Content-Disposition")] == [
        "image/png",
        "nosniff",
        "inline",
    ]


def test_a_logo_goes_with_its_text_and_neither_stays_alone(desk, partner):
    assert "Kies een logo en schrijf wat erop staat" in send(desk, partner, SVG.format("").encode(), "").text
    send(desk, partner, SVG.format("").encode(), "Schild")
    assert "Kies een logo en schrijf wat erop staat" in send(desk, partner, b"", "Alleen tekst").text
    send(desk, partner, b"", "")
    partner.refresh_from_db()
    assert (partner.logo, partner.logo_text) == (None, "")
    stored = StoredFile.objects.get()
    with pytest.raises(IntegrityError, match="a_logo_says_what_is_on_it"), transaction.atomic():
        Partner.objects.filter(pk=partner.pk).update(logo=stored)


def test_what_is_no_picture_or_names_another_file_is_refused():
    assert redrawn(WEBP).startswith(b"\x89PNG")
    for content in (
        b"",
        b"hallo",
        b"%PDF-1.7",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n" + bytes(8) + b"\0\0\xff\xff" * 2,
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.format("").encode(),
        SVG.format('<image href="file:///etc/hostname"/>').encode(),
        SVG.format('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="https://example.org/a.svg#b"/>').encode(),
    ):
        with pytest.raises(ValidationError, match="kies een png, jpeg, webp of svg"):
            redrawn(content)


def test_what_a_picture_says_besides_its_pixels_does_not_come_along(partner):
    described = redrawn(SVG.format("<desc>foto van Jan</desc>").encode())
    wider = subprocess.run([sys.executable, "-I", str(PROCESS)], input=described, capture_output=True, check=True)
    assert b"Jan" not in described + wider.stdout
    put_logo(partner=partner, picture=described, text="Vlak")
    assert partner.__class__.objects.get(pk=partner.pk).logo.content_type == "image/png"


def test_a_partner_shows_its_registers_and_budget_and_is_found_by_its_short_name(client, partner):
    partner.oin, partner.almanac_number, partner.short_name = "00000001001234567000", 25432, "Hanzestad"
    partner.budget_url = "https://zwolle.begroting-2026.example/"
    partner.full_clean()
    partner.save()
    page = words(client.get(partner.get_absolute_url()).text)
    assert "OIN: 00000001001234567000" in page
    assert "nummer in de Almanak: 25432" in page
    assert "zwolle.begroting-2026.example" in page
    assert partner.name in words(client.get(reverse("partners:list"), {"zoek": "hanzestad"}).text)
    partner.oin = "123"
    with pytest.raises(ValidationError, match="Een OIN heeft twintig cijfers"):
        partner.full_clean()
    with pytest.raises(IntegrityError, match="an_oin_has_twenty_digits"), transaction.atomic():
        partner.save()


def test_of_a_person_stands_on_the_site_what_they_agreed_to(client, partner):
    source = Source.objects.create(slug="opgave", title="Opgave")
    given = {"partner": partner, "source": source, "email": "an@example.org", "role": "adviseur", "is_person": True}
    person = ContactPoint(name="An Voorbeeld", **given)
    with pytest.raises(ValidationError, match="wanneer deze persoon hiermee instemde"):
        person.full_clean()
    person.visibility = Visibility.NAME
    person.full_clean()
    person.save()
    contact = reverse("contact")

    def told():
        return [
            ("An Voorbeeld" in page, "dviseur" in page, "an@example.org" in page)
            for page in (client.get(address).text for address in (partner.get_absolute_url(), contact))
        ]

    assert told() == [(True, True, False)] * 2
    for fields, expected in (
        ({"visibility": Visibility.ALL, "consented_on": timezone.localdate()}, (True, True, True)),
        ({"visibility": Visibility.NONE}, (False, False, False)),
        ({"visibility": Visibility.ALL, "until": timezone.localdate() - timedelta(days=1)}, (False, False, False)),
    ):
        ContactPoint.objects.filter(pk=person.pk).update(**fields)
        assert told() == [expected] * 2
    with pytest.raises(IntegrityError, match="a_person_consents_to_an_address"), transaction.atomic():
        ContactPoint.objects.filter(pk=person.pk).update(consented_on=None, visibility=Visibility.ALL)


def test_a_person_goes_thirty_days_after_their_last_day_and_an_office_stays(partner):
    source = Source.objects.create(slug="opgave", title="Opgave")
    long_ago = timezone.localdate() - timedelta(days=31)
    given = {"partner": partner, "source": source, "until": long_ago, "visibility": Visibility.NAME}
    ContactPoint.objects.create(name="Loket", **given)
    person = ContactPoint.objects.create(name="An Voorbeeld", is_person=True, **given)
    ContactPoint.objects.filter(pk=person.pk).update(until=long_ago + timedelta(days=1))
    assert retain().contacts == 0
    ContactPoint.objects.filter(pk=person.pk).update(until=long_ago)
    assert retain().contacts == 1
    assert ContactPoint.objects.get().name == "Loket"


def test_the_record_knows_that_a_contact_person_changed_and_not_who_it_was(desk, partner):
    source = Source.objects.create(slug="opgave", title="Opgave")
    given = {"partner": partner, "source": source, "is_person": True, "visibility": Visibility.NAME}
    person = ContactPoint.objects.create(name="An Voorbeeld", email="an@example.org", role="adviseur", **given)
    ContactPoint.objects.filter(pk=person.pk).update(note="Belt graag", email="")
    held = Change.objects.filter(table_name="partners_contactpoint", row_id=person.pk)
    person.delete()
    assert [change.after and change.after.get("email") for change in held] == [None, "…", "…"]
    assert not any(said in str(list(held.values())) for said in ("Voorbeeld", "example.org", "adviseur", "Belt"))
    assert "ontactpunt" not in words(desk.get("/beheer/verwijderd/").text)
