"""What other bodies share, and joining it."""

import re
from datetime import date

import pytest
from django.utils import timezone

from consultation import actions
from consultation.models import Letter, SenderKind, Sharing
from consultation.senders import senders
from partners.models import Body, BodyKind, Capacity, User

PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n"
DECIDED = {"decided_on": "2022-11-14", "decision_url": "https://raad.voorbeeld.nl/besluit"}


def others(consultation):
    return f"/consultaties/{consultation.slug}/anderen/"


def test_one_who_acts_for_a_body_reads_what_others_share(
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
    assert "delen, leest verder niemand." in client.get(others(open_consultation)).text
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


def test_one_who_joins_reads_what_it_is_about(client, outsider, councillor, send, open_consultation, wording):
    point = send(councillor, SenderKind.PERSONAL, text="De raad wil hier cijfers bij.").points.get()
    client.force_login(outsider)
    for address in (others(open_consultation), f"/punten/{point.pk}/aansluiten/"):
        page = client.get(address).text
        assert "<dt>De tekst</dt>" in page
        assert wording.text in page.partition("<dt>De tekst</dt>")[2].partition("</dd>")[0]
        assert "<dt>Wens</dt>" in page
