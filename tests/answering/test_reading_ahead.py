"""Answers that are not on the site yet are read in the nota itself, by who has a link to that."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultation import actions
from consultation.models import Answer, Nota
from partners.ground.models import Act, PreviewLink, SecurityEvent
from partners.ground.publishing.previewing import make_link
from partners.ground.refusal import Refused
from tests.answering.writing import write
from tests.filling import press


@pytest.fixture
def nota(one, closed, secretary):
    write(secretary, one)
    return Nota.objects.get(pk=closed.pk)


def test_the_nota_is_read_with_the_answers_that_are_written(client, nota, one, other, secretary):
    client.force_login(secretary)
    address = reverse("admin:consultation_nota_preview", args=[nota.pk])
    assert address in client.get(reverse("admin:consultation_consultation_change", args=[nota.pk])).text
    ends = timezone.localdate() + timedelta(days=5)
    page = press(client, address, {"audience": "het dagelijks bestuur", "ends_on": ends.isoformat()}, follow=True)
    assert "De link is gemaakt." in page.text
    assert Act.objects.filter(words="link gemaakt om vooraf te lezen").exists()
    link = PreviewLink.objects.get()
    assert link.path in page.text
    stranger = Client()
    page = stranger.get(link.path)
    assert page["Cache-Control"] == "private, no-store"
    for words in ("Voorvertoning, nog niet openbaar.", one.text, "Wij hebben dit gelezen", "staat nog niet op de site"):
        assert words in page.text
    assert "nog geen antwoord" in page.text, "of the other point"
    assert "bestand.pdf" not in page.text
    # The filter stays behind the link, and works there.
    assert f'action="{link.path}"' in page.text
    found = stranger.get(link.path, {"oordeel": "open"}).text
    assert (other.text in found, one.text in found) == (True, False)
    assert SecurityEvent.objects.filter(kind="link gebruikt").count() == 2

    # Everyone else reads that there is no answer yet, and so does who has no link.
    everyone = stranger.get(nota.get_absolute_url()).text
    assert "Er zijn nog geen antwoorden." in everyone
    assert "Wij hebben dit gelezen" not in everyone
    assert stranger.get(reverse("consultation:nota_point", args=[nota.slug, one.pk])).status_code == 404
    press(client, address, {"more": "1"})
    assert stranger.get(link.path).status_code == 404


def test_once_all_is_on_the_site_the_link_leads_there(client, nota, one, secretary, reviewer):
    link = make_link(thing=nota, audience="raad", ends_on=timezone.localdate(), by=secretary)
    actions.review(answer=Answer.objects.get(), by=reviewer)
    actions.publish(consultation=nota, by=secretary)
    answer = client.get(link.path)
    assert (answer.status_code, answer["Location"]) == (302, nota.get_absolute_url())
    with pytest.raises(Refused, match="Elk antwoord staat al op de site"):
        make_link(thing=nota, audience="raad", ends_on=timezone.localdate(), by=secretary)
