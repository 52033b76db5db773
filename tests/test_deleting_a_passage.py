"""Proposing that a passage goes: chosen in the form, held by the database, and told wherever a proposal is read."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import IntegrityError, transaction

from consultation import actions
from consultation.models import Answer, Point, Verdict
from partners.models import User
from tests.letters import close
from tests.reacting import FORM, NEW, fields, fill, review, send, write

GO = {"kind": "bezwaar", "text": "Dit hoort hier niet.", "proposal": "", "proposes_deletion": "on"}
SAYS = "Voorstel: schrap deze passage"
WHY = "/agenda/tekst/RZ24-L1.2/waarom/"
STRUCK = '<span class="visually-hidden">verwijderd: </span>Werken aan een toekomstbestendige arbeidsmarkt'


@pytest.fixture
def point(councillor, open_consultation, wording):
    return write(councillor, open_consultation, wording, text=GO["text"], proposal="", proposes_deletion=True)


@pytest.fixture
def sent_point(point):
    send(point.letter)
    return point


@pytest.fixture
def answered(sent_point, secretary):
    consultation = close(sent_point.letter.consultation)
    answer = Answer(verdict=Verdict.REJECTED, reason="Nee.")
    actions.write_answer(answer=answer, points=[sent_point], wordings=[], by=secretary)
    actions.review(answer=answer, by=User.objects.create_superuser("tweede@example.org"))
    actions.publish(consultation=consultation, by=secretary)
    return consultation


def test_it_is_chosen_in_the_form_and_stays_chosen(member):
    page = fill(member, NEW, GO, follow=True)
    point = Point.objects.get()
    assert (point.proposes_deletion, point.proposal) == (True, "")
    assert f"<dt>{SAYS}</dt>" in page.text
    assert STRUCK in page.text
    page = member.get(f"/mijn-reacties/{point.letter_id}/punten/{point.pk}/")
    assert 'name="proposes_deletion" id="id_proposes_deletion" checked' in page.text


def test_it_can_be_taken_back(member, point):
    address = f"/mijn-reacties/{point.letter_id}/punten/{point.pk}/"
    words = {"kind": "wens", "text": "Toch niet.", "proposal": point.quoted_text}
    member.post(address, fields(member.get(address)) | words)
    point.refresh_from_db()
    assert (point.proposes_deletion, point.proposal) == (False, "")


def test_it_alone_is_something_to_save_and_not_to_send(member):
    fill(member, NEW, {"kind": "bezwaar", "proposes_deletion": "on", "draft": ""})
    point = Point.objects.get()
    assert point.proposes_deletion
    assert "schrijf wat u wilt meegeven" in member.get(review(point.letter)).text


def test_a_passage_does_not_go_and_change_at_once_and_nothing_typed_is_lost(member):
    page = fill(member, NEW, GO | {"proposal": "Werken aan werk"})
    assert "schrap de passage, of stel een andere tekst voor. Allebei kan niet." in page.text
    assert ">\nWerken aan werk</textarea>" in page.text
    assert Point.objects.count() == 0


@pytest.mark.parametrize("changes", [{"proposal": "Iets anders"}, {"wording": None, "quoted_text": "", "kind": ""}])
def test_the_database_holds_it_too(point, changes):
    with pytest.raises(IntegrityError, match="what_is_deleted_is_a_text_without_another"), transaction.atomic():
        Point.objects.filter(pk=point.pk).update(**changes)


def test_it_makes_other_words_of_a_point(point):
    before = point.fingerprint
    point.proposes_deletion = False
    assert point.fingerprint != before


def test_who_wrote_meanwhile_reads_that_it_goes(member, point):
    address = f"/mijn-reacties/{point.letter_id}/punten/{point.pk}/"
    form = fields(member.get(address))
    Point.objects.update(proposes_deletion=False, saved_in=None)
    page = member.post(address, form | GO | {"text": "Anders"})
    assert "<dt>Schrap deze passage</dt>" in page.text


def test_it_stays_with_what_was_sent(client, member, sent_point, mailoutbox):
    letter = sent_point.letter
    assert letter.submissions.get().content["points"][0]["proposes_deletion"] is True
    assert SAYS in mailoutbox[-1].body
    assert SAYS in mailoutbox[-1].alternatives[0].content
    assert f"<dt>{SAYS}</dt>" in member.get(letter.get_absolute_url()).text
    assert f"<dt>{SAYS}</dt>" in member.get(f"{letter.get_absolute_url()}versies/1/").text


def test_a_change_of_the_letter_carries_it(sent_point):
    draft = actions.begin_changes(letter=sent_point.letter)
    assert draft.points.get().proposes_deletion


def test_others_read_it(client, outsider, sent_point):
    client.force_login(outsider)
    page = client.get("/consultaties/conceptagenda/anderen/").text
    assert f"<dt>{SAYS}</dt>" in page
    assert STRUCK in page


def test_everyone_reads_it_in_the_nota_and_why_a_text_stands_there(client, answered):
    for address in ("/consultaties/conceptagenda/nota/", WHY):
        page = client.get(address).text
        assert f"<p>{SAYS}:</p>" in page
        assert STRUCK in page


@pytest.mark.parametrize(("key", "says"), [("docx", SAYS), ("odt", SAYS), ("xlsx", ">Schrap de passage<")])
def test_every_document_of_the_nota_tells_it(client, answered, key, says):
    file = ZipFile(BytesIO(client.get(f"/consultaties/conceptagenda/nota/bestand.{key}").content))
    assert says in "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))


def test_programs_read_it_too(client, answered):
    address = "/consultaties/conceptagenda/nota/bestand"
    [row] = json.loads(client.get(f"{address}.json").content)["tabellen"][0]["rijen"]
    assert (row["voorstel"], row["schrap_de_passage"]) == (None, "ja")
    head, row, *_ = client.get(f"{address}.csv").content.decode("utf-8-sig").splitlines()
    assert row.split(";")[head.split(";").index("Schrap de passage")] == "ja"
    assert client.get(f"{address}.pdf").content.startswith(b"%PDF-")


def test_the_desk_reads_it(client, secretary, sent_point):
    client.force_login(secretary)
    for address in (
        f"/beheer/consultation/point/{sent_point.pk}/change/",
        f"/beheer/consultation/letter/{sent_point.letter_id}/change/",
        f"/beheer/consultation/point/{sent_point.pk}/splitsen/",
    ):
        assert SAYS in client.get(address).text
    assert (
        "Deel 1, voorstel om de tekst te schrappen"
        in client.get(f"/beheer/consultation/point/{sent_point.pk}/splitsen/").text
    )


def test_a_part_may_have_it(client, secretary, sent_point):
    parts = [
        {"text": "Weg", "proposal": "", "proposes_deletion": True},
        {"text": "En waarom?", "proposal": "", "proposes_deletion": False},
    ]
    whole = {"kind": "wens", "wording": sent_point.wording, "question": None}
    made = actions.split_point(point=sent_point, parts=[part | whole for part in parts])
    assert [part.proposes_deletion for part in made] == [True, False]


def test_opening_the_form_again_at_the_passage_goes_on_there(member, point):
    assert member.get(FORM).status_code == 302
