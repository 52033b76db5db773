"""Beginning again with the words of a letter that was withdrawn."""

from datetime import timedelta

import pytest

from consultation import actions
from consultation.models import Letter, SenderKind
from tests.reacting import close, send, write


@pytest.fixture
def withdrawn(councillor, open_consultation, wording):
    point = write(councillor, open_consultation, wording, text="Noem de fiets.", proposal="", proposes_deletion=True)
    question = open_consultation.questions.get()
    point.letter.points.create(question=question, text="Meer treinen.")
    letter = send(point.letter, sharing="alle-raden")
    return actions.withdraw(letter=letter, by=councillor)


def said(letter):
    return sorted(letter.points.values_list("text", "proposes_deletion", "quoted_text"))


def test_the_words_stand_in_a_new_draft_and_what_was_withdrawn_stays(member, withdrawn):
    page = member.get(withdrawn.get_absolute_url())
    assert "Begin opnieuw met deze tekst</button>" in page.text
    page = member.post(f"{withdrawn.get_absolute_url()}opnieuw/", follow=True)
    draft = Letter.objects.exclude(pk=withdrawn.pk).get()
    assert page.redirect_chain == [(f"/mijn-reacties/{draft.pk}/controleren/", 302)]
    assert "Noem de fiets." in page.text
    assert said(draft) == said(withdrawn)
    assert (draft.number, draft.sharing) == (None, "")
    withdrawn.refresh_from_db()
    assert withdrawn.withdrawn_at is not None


def test_pressing_twice_does_not_double_and_keeps_what_was_written_since(councillor, withdrawn, open_consultation):
    draft = actions.begin_again(letter=withdrawn, by=councillor)
    draft.points.filter(question__isnull=False).update(text="Nog meer treinen.")
    assert actions.begin_again(letter=withdrawn, by=councillor) == draft
    assert sorted(draft.points.values_list("text", flat=True)) == ["Noem de fiets.", "Nog meer treinen."]


def test_it_is_for_those_who_write_in_that_name_while_one_can_react(
    client, councillor, outsider, withdrawn, open_consultation
):
    with pytest.raises(actions.Refused):
        actions.begin_again(letter=withdrawn, by=outsider)
    client.force_login(outsider)
    assert client.post(f"{withdrawn.get_absolute_url()}opnieuw/").status_code == 404
    close(open_consultation, ago=timedelta(minutes=1))
    with pytest.raises(actions.Refused):
        actions.begin_again(letter=withdrawn, by=councillor)
    client.force_login(councillor)
    assert "Begin opnieuw" not in client.get(withdrawn.get_absolute_url()).text


def test_only_what_was_withdrawn_begins_again(councillor, sent):
    with pytest.raises(actions.Refused, match="niet ingetrokken"):
        actions.begin_again(letter=sent, by=councillor)


def test_a_group_goes_on_together(join, write, send):
    fenna, frits = join("fenna", party_group="Stadsbelang"), join("frits", party_group="Stadsbelang")
    letter = actions.withdraw(letter=send(fenna, SenderKind.PARTY_GROUP), by=fenna)
    begun = write(frits, SenderKind.PARTY_GROUP, text="Intussen begonnen.")
    assert actions.begin_again(letter=letter, by=fenna) == begun
    assert sorted(begun.points.values_list("text", flat=True)) == ["Intussen begonnen.", "Noem ook het mkb."]
