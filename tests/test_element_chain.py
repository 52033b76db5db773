"""Why a part of the agenda is there, in short: from its first words to the figure."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from agenda.models import Version, VersionStatus, Wording
from consultation.deciding.models import Decision, Dossier, Outcome, Track
from consultation.models import (
    Answer,
    Consultation,
    Letter,
    LetterState,
    Point,
    PointKind,
    SenderKind,
    Sharing,
    Verdict,
)
from partners.ground import history
from partners.ground.templatetags.dutch import day
from partners.models import Body, BodyKind
from tests.deciding import component_of
from tests.published import give_words
from tests.reading import link_of_chain, visible


@pytest.fixture
def letter(open_consultation, council, wording):
    """A sent reaction of the council of Zwolle with one point on goal 1.2."""
    letter = Letter.objects.create(
        consultation=open_consultation,
        body=council,
        sender_kind=SenderKind.COUNCIL,
        capacity="griffier",
        state=LetterState.SENT,
        number="RZ-2023-0001",
        sent_at=timezone.now(),
        confirmed_at=timezone.now(),
        decided_on=date(2023, 1, 10),
        sharing=Sharing.PUBLIC,
    )
    Point.objects.create(
        letter=letter, wording=wording, quoted_text=wording.text, kind=PointKind.WISH, text="Noem de dorpen."
    )
    return letter


@pytest.fixture
def closed(open_consultation):
    open_consultation.closes_at = timezone.now() - timedelta(minutes=1)
    open_consultation.save()
    return open_consultation


def test_the_text_says_where_it_comes_from(client, goal):
    words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De tekst")
    assert words == (
        "Concept, 8 december 2022 Werken aan een toekomstbestendige arbeidsmarkt "
        "Bron: Presentatie Samenwerken in Regio Zwolle."
    )


def test_earlier_words_stay_to_be_read(client, goal, next_version):
    give_words(goal, next_version, "Nieuwe woorden")
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    assertInHTML('<h1 class="document" data-answer>Nieuwe woorden</h1>', page.text)
    words = link_of_chain(page, "De nieuwe woorden")
    assert words == "Eerder: versie 1, concept, 8 december 2022 , andere woorden Bekijk het verschil"
    assert "vervallen" not in visible(page)


def test_the_difference_is_offered_only_where_the_words_are_other(client, agenda, goal, next_version):
    give_words(goal, next_version, goal.wordings.get().text)
    words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De nieuwe woorden")
    assert words == "Eerder: versie 1, concept, 8 december 2022"
    later = Version.objects.create(
        agenda=agenda,
        number=3,
        status=VersionStatus.ADOPTED,
        dated_on=date(2024, 1, 2),
        published_at=next_version.published_at,
        source=next_version.source,
    )
    give_words(goal, later, "Andere woorden")
    compared = "/agenda/{}/vergelijken/?van={}&amp;naar=3#RZ24-L1.2"
    assert compared.format(agenda.slug, 2) in client.get("/agenda/tekst/RZ24-L1.2/").text
    assert compared.format(agenda.slug, 2) in client.get("/agenda/tekst/RZ24-L1.2@2/").text
    assert compared.format(agenda.slug, 1) in client.get("/agenda/tekst/RZ24-L1.2@1/").text


def test_what_the_newest_version_dropped_can_still_be_read(client, goal, next_version):
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    assert "Dit onderdeel is vervallen in versie 2 . U leest de laatste tekst, uit versie 1." in visible(page)


def test_without_consultation_or_dossier_it_says_so(client, goal):
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    assert link_of_chain(page, "De reacties") == "Over deze tekst was nog geen consultatie."
    assert link_of_chain(page, "Het antwoord") == "Er is nog geen antwoord gepubliceerd."
    assert link_of_chain(page, "De besluiten") == "Over deze tekst is nog geen besluit gevraagd."


def test_reactions_are_not_counted_before_closing(client, letter):
    words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De reacties")
    assert words.startswith("Consultatie over de conceptagenda Deze consultatie loopt tot en met")
    assert words.endswith("Daarna leest u hier de reacties die iedereen mag lezen.")
    assert "namens" not in words


def test_reactions_are_counted_by_kind_of_sender_after_closing(client, letter, closed, council, wording, line):
    for number, state in [("RZ-2023-0002", LetterState.SENT), ("RZ-2023-0003", LetterState.WITHDRAWN)]:
        other = Letter.objects.create(
            consultation=closed,
            body=council,
            sender_kind=SenderKind.PERSONAL,
            capacity="raadslid",
            state=state,
            number=number,
            sent_at=timezone.now(),
            confirmed_at=timezone.now(),
            sharing=Sharing.PUBLIC,
        )
        for about in [wording, wording, Wording.objects.get(element=line)]:
            Point.objects.create(letter=other, wording=about, quoted_text="x", kind=PointKind.WISH, text="x")
    draft = Letter.objects.create(
        consultation=closed, body=council, sender_kind=SenderKind.PARTY_GROUP, party_group="Groei"
    )
    Point.objects.create(letter=draft, wording=wording, quoted_text="x", kind=PointKind.WISH, text="x")
    assert link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De reacties") == (
        "Consultatie over de conceptagenda Reacties op dit onderdeel: 2 persoonlijk 1 namens de raad of Staten"
    )


def test_no_reaction_is_said_to_be_none(client, goal, closed):
    words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De reacties")
    assert words == "Consultatie over de conceptagenda Op dit onderdeel is niet gereageerd."


def test_a_consultation_elsewhere_has_reactions_we_do_not_know(client, goal, closed):
    Consultation.objects.update(takes_letters=False)
    words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De reacties")
    assert "Welke reacties er kwamen, is nog niet bekend ." in words


def test_examples_are_marked(client, letter, closed, version):
    Consultation.objects.update(is_example=True)
    Dossier.objects.create(slug="d", title="Dossier", version=version, is_example=True)
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    assert link_of_chain(page, "De reacties").startswith("Voorbeeld Consultatie over de conceptagenda")
    assert link_of_chain(page, "De besluiten").startswith("Voorbeeld Dossier")


def test_only_published_answers_are_counted(client, letter, closed):
    answers = [
        Answer.objects.create(verdict=Verdict.ADOPTED, reviewed_at=moment, published_at=moment)
        for moment in [timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1), None]
    ]
    for answer in answers:
        answer.points.set(letter.points.all())
    words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "Het antwoord")
    assert words == "1 antwoord op reacties bij ‘ Consultatie over de conceptagenda ’."


def test_an_answer_that_is_due_has_its_date_and_one_that_is_late_promises_nothing(client, goal, closed):
    today = timezone.localdate()
    for due, said in [(today, "komt uiterlijk op {}."), (today - timedelta(days=1), "zou uiterlijk op {} komen.")]:
        Consultation.objects.update(answered_by=due)
        words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "Het antwoord")
        assert words == (
            "Het antwoord op de reacties bij ‘Consultatie over de conceptagenda’ "
            + said.format(day(due).replace("\N{NO-BREAK SPACE}", " "))
        )


def test_decisions_count_those_on_the_whole_and_on_this_part(client, goal, line, version, deck, zwolle, dalfsen):
    dossier = Dossier.objects.create(slug="agenda", title="De agenda", version=version)
    decided = [
        (zwolle, BodyKind.COUNCIL, None),
        (dalfsen, BodyKind.COUNCIL, line),
        (zwolle, BodyKind.EXECUTIVE, goal),
    ]
    for partner, kind, element in decided:
        body = Body.objects.create(partner=partner, kind=kind, name=f"{kind} van {partner}")
        Decision.objects.create(
            track=Track.objects.create(dossier=dossier, body=body),
            component=component_of(dossier, element),
            decided_on=date(2023, 6, 12),
            outcome=Outcome.AGREED,
            source=deck,
        )
    goal_words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De besluiten")
    told = "De agenda Van 1 van de 2 raden en Staten is hierover een besluit bekend."
    counts = "1 ingestemd (Zwolle) en 1 nog niet bekend (Dalfsen)."
    assert goal_words == f"{told} Dalfsen: Nog niet bekend Zwolle: Ingestemd {counts}"
    line_words = link_of_chain(client.get("/agenda/tekst/RZ24-L1/"), "De besluiten")
    told = "De agenda Van 2 van de 2 raden en Staten is hierover een besluit bekend."
    assert line_words == f"{told} Dalfsen: Ingestemd Zwolle: Ingestemd 2 ingestemd (Dalfsen en Zwolle)."
    with history.recorded("gewijzigd", reason="In de proef."):
        Decision.objects.all().delete()
    none_words = link_of_chain(client.get("/agenda/tekst/RZ24-L1/"), "De besluiten")
    told = "De agenda Van geen van de 2 raden en Staten is hierover een besluit bekend."
    assert (
        none_words == f"{told} Dalfsen: Nog niet bekend Zwolle: Nog niet bekend 2 nog niet bekend (Dalfsen en Zwolle)."
    )
