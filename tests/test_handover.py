"""The overdrachtsdossier: what a body said, decided and was promised, and what is open, as page and as file."""

from datetime import date, timedelta
from io import BytesIO

import pypdfium2
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultation.deciding.models import Commitment, Decision, Dossier, Motion, Outcome, Track
from consultation.models import Letter, LetterState, Point, SenderKind, Sharing
from consultation.nota.points import said_by
from partners.ground.models import KeptDocument
from tests.reading import visible

PAGE = "/partners/zwolle/raad/overdracht/"
QUERIES = 45


@pytest.fixture
def closed(open_consultation):
    """Is over, so that everyone may read what was said."""
    open_consultation.closes_at = timezone.now() - timedelta(minutes=1)
    open_consultation.save()
    return open_consultation


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(slug="regioplan", title="Regioplan", summary="Kort.", version=version, source=deck)


@pytest.fixture
def track(dossier, council, deck):
    council.terms.create(first_year=2022, last_year=2026, seats=39, source=deck)
    return Track.objects.create(dossier=dossier, body=council)


@pytest.fixture
def past(track, deck):
    """What an earlier council decided with a condition, asked, and was promised."""
    Decision.objects.create(
        track=track,
        outcome=Outcome.CONDITION,
        condition="Eerst een overzicht van de kosten.",
        amount=30_000,
        decided_on=date(2021, 6, 1),
        source=deck,
    )
    Motion.objects.create(track=track, kind="motie", title="Betaalbaar", text="Houd het betaalbaar.", source=deck)
    Commitment.objects.create(track=track, text="De raad krijgt een overzicht.", made_on=date(2021, 6, 1), source=deck)
    return track


def spoken(consultation, body, count):
    """Points that a body made in its own name and everyone may read."""
    letter, _ = Letter.objects.get_or_create(
        consultation=consultation,
        body=body,
        sender_kind=SenderKind.COUNCIL,
        sharing=Sharing.PUBLIC,
        state=LetterState.SENT,
        number="RZ-2026-0001",
        decided_on=date(2026, 1, 1),
        defaults={"sent_at": timezone.now(), "confirmed_at": timezone.now()},
    )
    return Point.objects.bulk_create(
        Point(letter=letter, text=f"Zin een. {'Een lange zin over het punt. ' * 12}Punt {number}.")
        for number in range(count)
    )


def texts_of(pdf):
    """The text of each page."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(BytesIO(pdf))]


def test_it_says_what_was_decided_with_which_condition_and_promise_also_by_an_earlier_council(client, past):
    page = visible(client.get(PAGE))
    assert "Overdrachtsdossier van de gemeenteraad van Zwolle" in page
    assert "Ingestemd met een voorwaarde, 1 juni 2021." in page
    assert "Besluit van de leden van vóór de verkiezingen." in page
    assert "Welke voorwaarden zijn gesteld? Eerst een overzicht van de kosten. Regioplan, 1 juni 2021" in page
    assert "Wat is toegezegd? Toezegging, open: De raad krijgt een overzicht." in page
    assert page.count("De raad krijgt een overzicht.") == 1
    assert "Motie ‘Betaalbaar’" in page
    assert "1 toezegging wacht op een antwoord." in page


def test_a_body_of_which_nothing_is_known_says_so(client, council):
    page = visible(client.get(PAGE))
    assert "0 vragen liggen nog voor. Op de site staan 0 besluiten en 0 openbare punten uit reacties." in page
    assert "Er is nog geen besluit bekend." in page
    assert "Er is nog geen openbare reactie in de naam van dit orgaan." in page
    assert "Geen toezeggingen bekend." in page
    assert client.get(f"{PAGE[:-1]}.pdf").status_code == 200


def test_each_form_says_the_same(client, past):
    answer = client.get("/partners/zwolle/raad/overdracht.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    text = " ".join(" ".join(texts_of(answer.content)).split())
    for words in (
        "Eerst een overzicht van de kosten.",
        "De raad krijgt een overzicht.",
        "Houd het betaalbaar.",
        "€ 30.000",
    ):
        assert words in text.replace("\N{NO-BREAK SPACE}", " ")
    for form in ("docx", "odt"):
        assert client.get(f"/partners/zwolle/raad/overdracht.{form}").status_code == 200
    assert client.get("/partners/zwolle/raad/overdracht.csv").status_code == 404
    assert client.get("/partners/zwolle/bestuur/overdracht/").status_code == 404


def test_only_what_the_body_said_itself_in_public_is_in_it(client, send, fenna, past, open_consultation):
    send(fenna, SenderKind.PERSONAL, sharing=Sharing.PUBLIC)
    council = send(fenna, SenderKind.COUNCIL, sharing=Sharing.PUBLIC)
    assert list(said_by(past.body)) == []
    open_consultation.closes_at = timezone.now()
    open_consultation.save()
    Letter.objects.filter(pk=council.pk).update(state=LetterState.SENT, confirmed_at=timezone.now())
    assert list(said_by(past.body)) == list(council.points.all())
    assert council.points.get().text in visible(client.get(PAGE))
    Letter.objects.filter(pk=council.pk).update(sharing=Sharing.OWN)
    assert list(said_by(past.body)) == []


def test_what_it_asks_does_not_grow(client, past, closed, deck):
    def asked(address):
        KeptDocument.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    spoken(closed, past.body, 1)
    first = [asked(PAGE), asked("/partners/zwolle/raad/overdracht.pdf")]
    spoken(closed, past.body, 30)
    for number in range(5):
        dossier = Dossier.objects.create(slug=f"plan-{number}", title=f"Plan {number}", summary="Kort.", source=deck)
        track = Track.objects.create(dossier=dossier, body=past.body)
        Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=date(2024, 1, 1), source=deck)
        Commitment.objects.create(track=track, text="Nog iets.", made_on=date(2024, 1, 1), source=deck)
    again = [asked(PAGE), asked("/partners/zwolle/raad/overdracht.pdf")]
    assert again == first
    assert max(first) <= QUERIES


def test_with_200_points_no_page_of_the_pdf_ends_with_a_heading_or_is_left_empty(client, past, closed):
    spoken(closed, past.body, 200)
    pages = texts_of(client.get("/partners/zwolle/raad/overdracht.pdf").content)
    assert len(pages) > 20
    for text in pages[:-1]:
        lines = [line for line in text.split("\r\n") if line.strip()]
        # Below the text stands the foot of the page: the title with which page it is, and whom to ask.
        *body, foot, contact = lines
        assert foot.startswith("Overdrachtsdossier van")
        assert contact == f"Regio Zwolle: {settings.CONTACT_EMAIL}"
        assert len(body) > 15
        assert not body[-1].startswith(("punt ", "5 Wat"))
        assert not body[-2].startswith("5 Wat")
    assert sum(text.count("Antwoord: nog geen antwoord") for text in pages) == 200
    assert "Volgende" in visible(client.get(PAGE))


def test_the_page_of_what_can_still_be_done_leads_to_it(client, council):
    assert f'href="{PAGE}"' in client.get("/partners/zwolle/raad/wat-kan-nog/").text
