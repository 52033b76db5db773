"""Where an agenda asks for it, one lays a version before a colleague, who reads it and puts it on the site."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agenda.actions import TWO_PEOPLE, ask_to_publish, draft_next, publish
from agenda.admin.publishing import versions_waiting
from agenda.models import Agenda, PublicationRequest
from partners.ground.refusal import Refused
from partners.models import Role, User
from tests.filling import press


@pytest.fixture
def draft(version, goal, ambition):
    Agenda.objects.update(four_eyes=True)
    return draft_next(version=version)


def signed_in(name):
    user, client = User.objects.create_user(f"{name}@example.org", role=Role.EDITOR), Client()
    client.force_login(user)
    return user, client


def test_one_lays_it_before_another_who_reads_it_and_publishes(draft, goal):
    (anna, first), (_, second) = signed_in("anna"), signed_in("bert")
    address = reverse("admin:agenda_version_publish", args=[draft.pk])
    page = first.get(address).text
    assert TWO_PEOPLE in page
    assert "Publiceer deze versie" not in page
    press(first, address, {"apply": "1"})
    draft.refresh_from_db()
    assert draft.published_at is None
    assert PublicationRequest.objects.get().asked_by == anna
    assert "Een collega is aan zet." in first.get(address).text
    press(first, address, {"apply": "1"})
    draft.refresh_from_db()
    assert draft.published_at is None, "nobody confirms what they asked"
    page = second.get(address).text
    assert "anna@example.org legde deze versie voor" in page
    assert "Publiceer deze versie" in page

    # With another word it is another text.
    draft.wordings.filter(element=goal).update(text="Andere woorden")
    assert "Publiceer deze versie" not in second.get(address).text
    press(first, address, {"apply": "1"})
    press(second, address, {"apply": "1"})
    draft.refresh_from_db()
    assert draft.is_published()


def test_no_other_way_leads_round_it(draft, secretary):
    with pytest.raises(Refused, match="vraagt twee mensen"):
        publish(version=draft, by=secretary)
    ask_to_publish(version=draft, by=secretary)
    for by in (secretary, None):
        with pytest.raises(Refused, match="vraagt twee mensen"):
            publish(version=draft, by=by)
    other = User.objects.create_superuser("ander@example.org")
    assert versions_waiting(secretary) == []
    assert [words for words, _ in versions_waiting(other)] == [f"‘{draft}’ is aan u voorgelegd"]
    publish(version=draft, by=other, at=timezone.now())
    assert versions_waiting(other) == []
    with pytest.raises(Refused, match="staat al op de site"):
        ask_to_publish(version=draft, by=secretary)


def test_an_editor_does_not_switch_it_off(draft):
    _, editor = signed_in("eef")
    address = reverse("admin:agenda_agenda_change", args=[draft.agenda_id])
    assert 'name="four_eyes"' not in editor.get(address).text
    User.objects.update(role=Role.ADMINISTRATOR)
    assert 'name="four_eyes"' in editor.get(address).text
