"""The auditor reads the pages of the desk beside its lists, without anything on them that acts."""

from django.urls import reverse

from consultation.deciding.models import Component, Dossier, Track
from partners.models import Role, User

PAGES = ["deciding_dossier_alike", "deciding_dossier_grid", "deciding_dossier_packages", "deciding_joining"]


def test_the_auditor_reads_what_others_act_on_and_has_no_buttons(client, secretary, version, deck, council):
    dossier = Dossier.objects.create(slug="plan", title="Plan", summary="Besluit.", version=version, source=deck)
    Component.objects.create(dossier=dossier, name="A", position=1)
    Track.objects.create(dossier=dossier, body=council)
    auditor = User.objects.create_user("auditor@example.org", role=Role.AUDITOR)
    found = {}
    for user in (secretary, auditor):
        client.force_login(user)
        for name in PAGES:
            page = client.get(reverse(f"admin:{name}", args=[dossier.pk] if "dossier" in name else []))
            assert page.status_code == 200, name
            found[user, name] = page.text.partition('<div id="content-main">')[2]
    assert 'type="submit"' in found[secretary, "deciding_dossier_grid"]
    assert "Maak de pakketten" in found[secretary, "deciding_dossier_packages"]
    for name in PAGES:
        for act in ('type="submit"', 'type="checkbox"', "Maak de pakketten", "Leg vast", "Beoordeel"):
            assert act not in found[auditor, name].partition("<footer")[0], (name, act)
    assert "readonly" in found[auditor, "deciding_dossier_grid"]
    assert client.post(reverse("admin:deciding_dossier_grid", args=[dossier.pk]), {"bewaar": "1"}).status_code == 403
