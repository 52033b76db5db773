"""The list of one's own letters: the open ones first, the closed ones apart, an alarm only for whom it concerns."""

import re
from datetime import timedelta

import pytest

from consultation import actions
from consultation.models import Consultation, Letter, SenderKind
from tests.reacting import FORM, MINE, QUESTIONS, close, fields


def headings(page):
    return re.findall(r'<h2 id="(?:groep-\d+|open|gesloten)">(.*?)</h2>', page.text)


def test_what_is_open_stands_before_what_is_closed(member, councillor, send, write, open_consultation, version):
    send(councillor, SenderKind.PERSONAL)
    assert headings(member.get(MINE)) == ["Verstuurd", "Nu open"]
    close(open_consultation, ago=timedelta(days=2))
    assert headings(member.get(MINE)) == ["Nu open", "Gesloten consultaties"]
    later = Consultation.objects.get(pk=open_consultation.pk)
    later.pk, later.slug = None, "tweede"
    later.closes_at += timedelta(days=9)
    later.save()
    Letter.objects.create(
        consultation=later,
        author=councillor,
        body=councillor.mandates.get().body,
        sender_kind=SenderKind.PERSONAL,
        capacity="raadslid",
    )
    assert headings(member.get(MINE)) == ["Nog niet verstuurd", "Nu open", "Gesloten consultaties"]


def test_changes_alarm_only_one_who_can_still_send_them_alone(member, councillor, send, open_consultation):
    actions.begin_changes(letter=send(councillor, SenderKind.PERSONAL))
    assert "<strong>Let op:</strong> u hebt wijzigingen die nog niet zijn verstuurd." in member.get(MINE).text
    close(open_consultation, ago=timedelta(days=2))
    assert "wijzigingen die nog niet zijn verstuurd" not in member.get(MINE).text


def test_changes_of_a_group_are_told_without_an_alarm(client, join, send):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    actions.begin_changes(letter=send(fenna, SenderKind.PARTY_GROUP))
    client.force_login(frits)
    page = client.get(MINE).text
    assert "In uw groep zijn wijzigingen die nog niet zijn verstuurd." in page
    assert "Let op:" not in page


@pytest.mark.parametrize(
    ("address", "typed", "labels"),
    [
        (FORM, {"text": "Een", "proposal": "Twee"}, ["Wat wilt u meegeven?", "Uw voorstel voor een andere tekst"]),
        (QUESTIONS, {"question-{}": "Drie"}, ["Wat spreekt u aan?"]),
    ],
)
def test_what_can_only_be_copied_stands_under_the_name_of_its_field(member, open_consultation, address, typed, labels):
    form = fields(member.get(address))
    question = open_consultation.questions.get()
    typed = {name.format(question.pk): text for name, text in typed.items()}
    close(open_consultation, ago=timedelta(days=1))
    page = member.post(address, form | typed)
    assert re.findall(r'<label for="typed-text-\d+">(.*?)</label>', page.text) == labels
