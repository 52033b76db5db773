"""The nota van beantwoording: what is in it for whom, that every form says the same, and that nothing leaks."""

import csv
import json
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from docx import Document as open_docx
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains

from agenda.models import Version, Wording
from consultation import actions
from consultation.models import Answer, Letter, Point, SenderKind, Sharing, Theme, Verdict
from consultation.nota import files
from consultation.nota.document import document_of
from consultation.nota.totals import Totals
from partners.ground.documents import CannotTypeset
from partners.ground.models import KeptDocument
from partners.models import User
from regiozwolle.erasing import erase
from tests.letters import close, letter
from tests.working import do_all

PAGE = "/consultaties/conceptagenda/nota/"


@pytest.fixture
def reviewer(db):
    return User.objects.create_superuser("tweede@example.org", name="Toon Tweede")


@pytest.fixture
def closed(open_consultation):
    return close(open_consultation)


@pytest.fixture
def points(closed, council, other_council, councillor, outsider, wording):
    """Of four kinds: a member's, a council's, one kept to the own council, and one shared with councils only."""
    letters = [
        letter(closed, council, councillor, (wording, "=1+1 Noem de dorpen.")),
        letter(closed, council, councillor, (wording, "De raad wil dorpen."), sender_kind=SenderKind.COUNCIL),
        letter(closed, other_council, outsider, (wording, "Alleen voor ons."), sharing=Sharing.OWN),
        letter(
            closed, council, None, (None, "Voor alle raden."), sender_kind=SenderKind.PARTNER, sharing=Sharing.COUNCILS
        ),
    ]
    return [one.points.get() for one in letters]


@pytest.fixture
def answered(points, secretary, reviewer, wording):
    """All of them answered on the site, the last one not."""
    for point, verdict in zip(points[:3], (Verdict.ADOPTED, Verdict.PARTLY, Verdict.REJECTED), strict=True):
        answer = Answer(verdict=verdict, reason=f"Reden {verdict.value}.")
        wordings = [wording] if verdict.changes_something else []
        actions.write_answer(answer=answer, points=[point], wordings=wordings, by=secretary)
        actions.review(answer=answer, by=reviewer)
    actions.publish(consultation=points[0].letter.consultation, by=secretary)
    return points


def download(client, form, path=PAGE):
    return client.get(f"{path}bestand.{form}")


def test_before_an_answer_is_on_the_site_the_nota_says_when_it_comes(client, points):
    assertContains(client.get(PAGE), "Er zijn nog geen antwoorden.")
    assertNotContains(client.get(PAGE), "Noem de dorpen.")
    assert download(client, "pdf").status_code == 404
    assert client.get(f"{PAGE}punt-{points[0].pk}/").status_code == 404


def test_everyone_reads_what_was_shared_with_everyone_and_no_name(client, answered):
    page = client.get(PAGE)
    for words in ("=1+1 Noem de dorpen.", "De raad wil dorpen.", "Reden overgenomen.", "Wij nemen dit deels over."):
        assertContains(page, words)
    for secret in ("Alleen voor ons.", "Voor alle raden.", "Reden niet.", "Robin Raadslid", "raadslid@example.org"):
        assertNotContains(page, secret)
    assert page.cookies == {}


def test_what_not_everyone_may_read_is_counted_and_the_nota_says_so(client, answered):
    totals = Totals.of(answered[0].letter.consultation)
    assert [(sender_kind, dict(done), count) for sender_kind, count, done in totals.told_rows] == [
        (SenderKind.PERSONAL, {"Overgenomen": 1, "Niet overgenomen": 1}, 2),
        (SenderKind.COUNCIL, {"Deels overgenomen": 1}, 1),
        (SenderKind.PARTNER, {"Nog geen antwoord": 1}, 1),
    ]
    words = "De tekst van 1 persoonlijk punt en 1 punt namens de organisatie staat hier niet. De punten tellen wel mee."
    assert words in client.get(PAGE).text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, {0, 1}),
        ({"oordeel": "overgenomen"}, {0}),
        ({"oordeel": "open"}, set()),
        ({"namens": "raad"}, {1}),
        ({"onderdeel": "RZ24-L1.2"}, {0, 1}),
        ({"onderdeel": "RZ24-L1"}, set()),
        (
            {"onderdeel": "onzin", "oordeel": "onzin", "namens": "onzin", "orgaan": "x", "thema": "9", "pagina": "x"},
            {0, 1},
        ),
        ({"pagina": "99999999999999999999"}, {0, 1}),
    ],
)
def test_the_nota_is_filtered_by_the_address(client, answered, asked, shown):
    page = client.get(PAGE, asked)
    assert {n for n, point in enumerate(answered) if f'id="punt-{point.pk}"' in page.text} == shown


def test_what_several_say_in_the_same_words_is_read_once(client, points, secretary, reviewer, wording):
    first, second = points[:2]
    Point.objects.filter(pk=second.pk).update(text=first.text)
    answer = Answer(verdict=Verdict.ADOPTED, reason="Ze staan er nu in.")
    actions.write_answer(answer=answer, points=[first, second], wordings=[wording], by=secretary)
    actions.review(answer=answer, by=reviewer)
    actions.publish(consultation=first.letter.consultation, by=secretary)
    page = client.get(PAGE).text
    assert "<h3>Twee\N{NO-BREAK SPACE}afzenders zeggen hetzelfde</h3>" in page
    assert page.count("Noem de dorpen.") == page.count("Ze staan er nu in.") == 1
    assert f'<li id="punt-{first.pk}">' in page
    assert f'<p class="source" id="punt-{second.pk}">' in page


def test_the_piece_with_the_points_is_answered_alone(client, answered):
    piece = client.get(PAGE, {"namens": "raad"}, headers={"HX-Request": "true", "HX-Target": "nota-points"})
    assert piece.text.lstrip().startswith('<div id="nota-points">')
    assert "HX-Target" in piece.headers["Vary"]


def test_a_point_keeps_its_address_whatever_page_it_is_on(client, answered, closed, council, wording):
    many = [(wording, f"Punt {n}") for n in range(30)]
    last = letter(closed, council, None, *many).points.last()
    first = client.get(f"{PAGE}punt-{answered[0].pk}/")
    assertContains(first, f'<h1 class="document" data-answer>{answered[0].answers.get().sentence}</h1>')
    assertContains(first, f'href="{PAGE}?pagina=1#punt-{answered[0].pk}"')
    page = client.get(f"{PAGE}punt-{last.pk}/")
    assertContains(page, '<h1 class="document" data-answer>Er is nog geen antwoord</h1>')
    assertContains(page, f'href="{PAGE}?pagina=2#punt-{last.pk}"')
    assertContains(client.get(f"{PAGE}?pagina=2"), f'id="punt-{last.pk}"')
    for hidden in (answered[2].pk, 10**30, 0):
        assert client.get(f"{PAGE}punt-{hidden}/").status_code == 404


def test_the_cut_of_a_body_is_the_same_for_everyone_and_leads_its_members_on(
    client, answered, other_council, outsider, councillor, council
):
    path = f"{PAGE}orgaan/{other_council.pk}/"
    for user in (None, councillor, outsider):
        if user:
            client.force_login(user)
        page = client.get(path)
        assertContains(page, '<h1 class="document">Gemeenteraad van Dalfsen: punten en antwoorden</h1>', html=True)
        assertNotContains(page, "Alleen voor ons.")
        assert "Alleen voor ons." not in download(client, "json", path).text
        assert (f'href="{path}leden/"' in page.text) == (user == outsider)
    assertNotContains(client.get(f"{PAGE}orgaan/{council.pk}/"), "Alleen voor ons.")
    assert client.get(f"{PAGE}orgaan/{council.pk + 10_000}/").status_code == 404


def test_only_members_read_what_their_body_kept_to_itself(client, answered, other_council, outsider, councillor):
    path = f"{PAGE}orgaan/{other_council.pk}/leden/"
    for address in (path, f"{path}bestand.pdf"):
        assert client.get(address).headers["Location"].startswith("/inloggen/")
        client.force_login(councillor)
        assert client.get(address).status_code == 404
        client.logout()
    client.force_login(outsider)
    page = client.get(path)
    assertContains(page, "Alleen voor ons.")
    assertContains(page, "Alleen voor leden van de gemeenteraad van Dalfsen: bevat punten die niet openbaar zijn.")
    assertContains(page, "Niet openbaar.")
    assertNotContains(page, "staat hier niet")
    assertNotContains(page, "De raad wil dorpen.")
    assert page.headers["Cache-Control"] == "private, no-store"


def test_a_body_that_shared_all_with_everyone_has_no_cut_for_members(client, answered, council, councillor):
    Letter.objects.filter(body=council).update(sharing=Sharing.PUBLIC)
    client.force_login(councillor)
    assertNotContains(client.get(f"{PAGE}orgaan/{council.pk}/"), "leden/")
    assert client.get(f"{PAGE}orgaan/{council.pk}/leden/").status_code == 404


def test_a_file_with_what_is_not_public_says_so_everywhere(client, answered, other_council, outsider):
    client.force_login(outsider)
    path = f"{PAGE}orgaan/{other_council.pk}/leden/"
    mark = "Alleen voor leden van de gemeenteraad van Dalfsen: bevat punten die niet openbaar zijn."
    name = "nota-van-beantwoording-conceptagenda-gemeenteraad-van-dalfsen-alleen-voor-leden"
    found = {form: download(client, form, path) for form in files.KEYS}
    for form, file in found.items():
        assert file.headers["Content-Disposition"] == f'attachment; filename="{name}.{form}"'
        assert file.headers["Cache-Control"] == "private, no-store"
    word = open_docx(BytesIO(found["docx"].content))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert word.sections[0].header.paragraphs[0].text == mark
    assert f"Herkomst: http://127.0.0.1:8000{path}" in text
    assert "Nota van beantwoording, alleen voor leden" in text
    assert "De tekst van 1 persoonlijk punt staat alleen hier, voor leden van dit orgaan." in text
    assert "staat hier niet" not in text
    data = json.loads(found["json"].content)
    assert (data["alleen_voor"], data["adres"]) == (mark, f"http://127.0.0.1:8000{path}")
    rows = list(csv.DictReader(found["csv"].content.decode("utf-8-sig").splitlines(), delimiter=";"))
    readers = "alleen voor leden van de gemeenteraad van Dalfsen"
    assert [(row["Tekst"], row["Wie mag dit lezen"]) for row in rows] == [("Alleen voor ons.", readers)]
    book = load_workbook(BytesIO(found["xlsx"].content))
    assert [sheet.oddHeader.right.text for sheet in book] == [mark] * 3
    assert ("Let op", mark) in list(book.worksheets[0].values)


def test_every_form_says_the_same(client, answered):
    said = ["=1+1 Noem de dorpen.", "De raad wil dorpen."]
    assert download(client, "pdf").content.startswith(b"%PDF")
    data = json.loads(download(client, "json").content)
    assert "Reden overgenomen." in json.dumps(data)
    rows = list(csv.reader(download(client, "csv").content.decode("utf-8-sig").splitlines(), delimiter=";"))
    column = rows[0].index("Tekst")
    assert [row[column].removeprefix("'") for row in rows[1:]] == said
    assert not rows[1][column].startswith("=")
    assert {"Overgenomen van", "Waarom opnieuw beantwoord"} <= set(rows[0])
    book = load_workbook(BytesIO(download(client, "xlsx").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value in said]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in said]
    text = "\n".join(paragraph.text for paragraph in open_docx(BytesIO(download(client, "docx").content)).paragraphs)
    assert all(words in text for words in [*said, "Reden deels.", "versie 1"])
    assert download(client, "odt").status_code == 200
    assert download(client, "ods").status_code == 200
    for form in ("exe", "PDF"):
        assert download(client, form).status_code == 404


@pytest.fixture
def large(answered, monkeypatch):
    """The nota of `answered` as one that is too large to make while a visitor waits."""
    monkeypatch.setattr(files, "AT_ONCE", 1)


@pytest.fixture
def described(monkeypatch):
    """The cuts of which a Document was described from now on, in order."""
    cuts = []
    monkeypatch.setattr(files, "document_of", lambda cut: cuts.append(cut) or document_of(cut))
    return cuts


def test_a_large_nota_is_made_once_by_the_worker_and_never_described_for_who_waits(
    client, large, described, councillor
):
    soon = download(client, "docx")
    assert (soon.status_code, soon.headers["Retry-After"]) == (503, "3")
    assertContains(soon, "Wij maken het bestand voor u", status_code=503)
    signed_in = Client()
    signed_in.force_login(councillor)
    assert download(signed_in, "docx").status_code == 503  # an account gets no other file
    kept = KeptDocument.objects.get()
    assert (kept.address, kept.steps, described) == (f"{PAGE}bestand.docx", 3, [])
    do_all()
    text = "\n".join(paragraph.text for paragraph in open_docx(BytesIO(download(client, "docx").content)).paragraphs)
    assert "Reden overgenomen." in text
    assert download(signed_in, "docx").content == download(client, "docx").content
    assert len(described) == 1


def test_what_changes_in_a_large_nota_changes_its_file_and_a_planned_answer_does_not(
    client, large, answered, described, secretary, reviewer, closed
):
    author = answered[0].letter.author
    Letter.objects.filter(pk=answered[0].letter_id).update(signed_name=author.name)
    download(client, "json")
    do_all()
    assert author.name.encode() in download(client, "json").content
    answer = Answer(verdict=Verdict.REJECTED, reason="Nog geheim.")
    actions.write_answer(answer=answer, points=answered[3:], wordings=[], by=secretary)
    actions.review(answer=answer, by=reviewer)
    actions.publish(consultation=closed, by=secretary, at=timezone.now() + timedelta(days=1))
    assert b"Nog geheim." not in download(client, "json").content
    assert len(described) == 1
    erase(user=author)
    assert download(client, "json").status_code == 503
    do_all()
    assert author.name.encode() not in download(client, "json").content
    type(closed).objects.filter(pk=closed.pk).update(title="Een andere titel")
    assert download(client, "json").status_code == 503
    assert len(described) == 2


def test_a_file_that_cannot_be_made_is_told_to_reader_and_desk_and_made_when_asked_again(
    client, large, monkeypatch, secretary
):
    def refuse(cut):
        raise CannotTypeset("te groot")

    with monkeypatch.context() as patch:
        patch.setattr(files, "document_of", refuse)
        download(client, "json")
        do_all()
    kept = KeptDocument.objects.get()
    assert (kept.trouble, kept.is_wanted) == ("Wij kunnen dit bestand nu niet maken.", False)
    client.force_login(secretary)
    words = f"Het bestand ‘{kept.name}’ is niet te maken"
    assertContains(client.get("/beheer/"), f'<a href="{PAGE}bestand.json">{words}</a>', html=True)
    assert download(client, "json").status_code == 503
    do_all()
    assert b"Reden overgenomen." in download(client, "json").content
    assertNotContains(client.get("/beheer/"), words)


def test_a_very_large_nota_is_read_in_parts(client, answered, monkeypatch):
    monkeypatch.setattr(files, "PART", 1)
    assertContains(download(client, "pdf"), "De nota in 2 delen")
    for number, point in enumerate(answered[:2], 1):
        assertContains(download(client, "docx"), f'href="?deel={number}"')
        part = client.get(f"{PAGE}bestand.docx", {"deel": number})
        assert part.headers["Content-Disposition"].endswith(f'conceptagenda-deel-{number}.docx"')
        text = "\n".join(paragraph.text for paragraph in open_docx(BytesIO(part.content)).paragraphs)
        assert f"Dit is deel {number} van 2, met 1 van de 2 punten." in text
        assert [one.text in text for one in answered[:2]] == [one == point for one in answered[:2]]
        assert ("Reageren kon tot en met" in text) == (number == 1)
    assert all(point.text.encode() in download(client, "csv").content for point in answered[:2])
    for wrong in ("0", "3", "x", "1,2"):
        assert client.get(f"{PAGE}bestand.pdf", {"deel": wrong}).status_code == 404
    assert client.get(f"{PAGE}bestand.csv", {"deel": "1"}).status_code == 404
    assert [one.address for one in KeptDocument.objects.all()] == [
        f"{PAGE}bestand.csv",
        *(f"{PAGE}bestand.docx?deel={number}" for number in (1, 2)),
    ]


def test_the_ladder_and_those_who_joined_are_shown_per_level(client, answered, other_council):
    low, high = answered[:2]
    high.adopted_from = low
    high.save()
    for sender_kind in (SenderKind.PERSONAL, SenderKind.PARTNER):
        high.endorsements.create(body=other_council, sender_kind=sender_kind)
    page = client.get(PAGE)
    assertContains(
        page, f'Overgenomen van <a href="{low.get_absolute_url()}">een raadslid, gemeenteraad van Zwolle</a>'
    )
    assertContains(page, "Aangesloten: 1 persoonlijk; 1 namens de organisatie.")
    low.letter.sharing = Sharing.OWN
    low.letter.save()
    assertNotContains(client.get(PAGE), "Overgenomen van")


def test_what_was_done_is_told_per_theme(client, answered, closed):
    theme = Theme.objects.create(
        consultation=closed, name="Dorpen", heard="Men miste de dorpen.", done="De dorpen staan er nu in."
    )
    theme.points.set(answered[:3])
    Theme.objects.create(consultation=closed, name="Leeg", position=2)
    page = client.get("/consultaties/conceptagenda/wat-is-ermee-gedaan/")
    for words in ("Men miste de dorpen.", "De dorpen staan er nu in.", f"{PAGE}?thema={theme.pk}", "nog niet bekend"):
        assertContains(page, words)
    assert {one.pk for one in Point.objects.filter(themes=theme)} == {point.pk for point in answered[:3]}
    filtered = client.get(PAGE, {"thema": theme.pk})
    assertContains(filtered, "De raad wil dorpen.")


def test_a_consultation_leads_to_the_chain_of_a_text_once_an_answer_changed_it(client, answered, closed, wording):
    chain = f'href="/agenda/tekst/{wording.element.code}/waarom/"'
    assertContains(client.get(closed.get_absolute_url()), chain)
    for answer in Answer.objects.all():
        answer.wordings.clear()
    assertNotContains(client.get(closed.get_absolute_url()), chain)


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}orgaan/{{}}/", "/consultaties/conceptagenda/wat-is-ermee-gedaan/"])
def test_a_page_costs_the_same_with_more_points(
    client, answered, closed, council, wording, secretary, reviewer, path, django_assert_max_num_queries
):
    path = path.format(council.pk)
    theme = Theme.objects.create(consultation=closed, name="Dorpen")
    theme.points.set(answered)
    client.get(path)
    costs = []
    for _ in range(2):
        with django_assert_max_num_queries(12) as queries:
            client.get(path)
        costs.append(len(queries))
        more = letter(closed, council, None, (wording, "Nog een."), (wording, "En nog een.")).points.all()
        for point in more:
            answer = Answer(verdict=Verdict.ADOPTED)
            actions.write_answer(answer=answer, points=[point], wordings=[wording], by=secretary)
            actions.review(answer=answer, by=reviewer)
            theme.points.add(point)
        actions.publish(consultation=closed, by=secretary)
    assert costs[0] == costs[1] <= 8


def test_a_consultation_that_ran_elsewhere_has_no_nota(client, closed):
    closed.takes_letters = False
    closed.save()
    assert client.get(PAGE).status_code == 404
    assert client.get("/consultaties/conceptagenda/wat-is-ermee-gedaan/").status_code == 404


def test_a_text_that_is_not_on_the_site_is_not_named_yet(client, points, closed, secretary, reviewer, wording):
    second = Version.objects.create(agenda=wording.version.agenda, number=2, dated_on=date(2023, 3, 1))
    changed = Wording.objects.create(element=wording.element, version=second, text="Met de dorpen.")
    answer = Answer(verdict=Verdict.ADOPTED)
    actions.write_answer(answer=answer, points=points[:1], wordings=[changed], by=secretary)
    actions.review(answer=answer, by=reviewer)
    actions.publish(consultation=closed, by=secretary)
    assertNotContains(client.get(PAGE), changed.get_absolute_url())
    assert changed.code not in download(client, "json").text
    second.published_at = timezone.now()
    second.save()
    assertContains(client.get(PAGE), changed.get_absolute_url())
    assert changed.code in download(client, "json").text


@pytest.mark.parametrize("asked", [{"oordeel": "open"}, {"namens": "raad"}, {"onderdeel": "RZ24-L1.2"}])
def test_what_is_asked_of_a_nota_without_answers_leads_to_the_page_that_says_so(client, points, asked):
    page = client.get(PAGE, asked)
    assertContains(page, '<h1 class="document">Nota van beantwoording</h1>')
    assertContains(page, "Er zijn nog geen antwoorden.")
