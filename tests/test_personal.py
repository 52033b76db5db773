"""What may be of a person is seen before it is published, and what only looks like it is not."""

import pytest

from consultation.deciding.models import Dossier
from partners.ground.security.personal import found

BSN, PHONE, MAIL, HOUSE, BANK = (
    "een getal dat een burgerservicenummer kan zijn",
    "een telefoonnummer",
    "een e-mailadres",
    "een adres van een huis",
    "een rekeningnummer",
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Mijn nummer is 111222333.", [(BSN, "111222333")]),
        ("BSN 1112.22.333, zegt zij", [(BSN, "1112.22.333")]),
        ("111 222 333", [(BSN, "111 222 333")]),
        ("111222334 en 000000000 zijn geen BSN", []),
        ("€ 111.222.333 en €111222333 zijn bedragen, en 1112223330 is te lang", []),
        ("Bel 038-4989898 of 06 12 34 56 78.", [(PHONE, "038-4989898"), (PHONE, "06 12 34 56 78")]),
        ("+31 (0)6-12345678", [(PHONE, "+31 (0)6-12345678")]),
        ("0031 38 498 98 98", [(PHONE, "0031 38 498 98 98")]),
        ("In 2023 waren er 45.000 woningen, 012 minder", []),
        ("Mail robin@example.org en regiozwolle@zwolle.nl", [(MAIL, "robin@example.org")]),
        ("Grote Markt 12a, 8011 PK Zwolle", [(HOUSE, "12a, 8011 PK")]),
        ("8011PK 12", [(HOUSE, "8011PK 12")]),
        ("In 8011 PK wonen mensen, sinds 2024", []),
        ("NL91 ABNA 0417 1643 00", [(BANK, "NL91 ABNA 0417 1643 00")]),
    ],
)
def test_what_may_be_of_a_person_is_seen(text, seen):
    assert found(text) == seen


def test_who_makes_something_public_reads_first_what_may_be_of_a_person(client, secretary):
    dossier = Dossier.objects.create(slug="dossier", title="Dossier", summary="Bel Jan op 06 12345678.")
    client.force_login(secretary)
    page = client.get(f"/beheer/deciding/dossier/{dossier.pk}/openbaar/")
    assert "een telefoonnummer, ‘06 12345678’." in page.text
    assert 'name="apply"' in page.text, "it warns, and blocks nothing"
    Dossier.objects.update(summary="Bel ons.")
    assert "Staat hier een gegeven van een persoon?" not in client.get(page.request["PATH_INFO"]).text


def test_who_sends_a_reaction_reads_first_what_may_be_of_a_person_and_decides(member, draft):
    review = f"/mijn-reacties/{draft.pk}/controleren/"
    assert "gegeven van een persoon" not in member.get(review).text
    draft.points.update(text="Bel mijn buurman op 06 12345678.")
    page = member.get(review)
    assert "een telefoonnummer, ‘06 12345678’." in page.text
    assert member.post(review, {"sharing": "openbaar"}).headers["Location"] == f"/mijn-reacties/{draft.pk}/"
    draft.refresh_from_db()
    assert draft.points.get().text == "Bel mijn buurman op 06 12345678.", "it warns, and changes nothing"
