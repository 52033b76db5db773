"""Why something stands in the agenda: from the first words, by points and answers, to decisions and figures."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from agenda.actions import draft_next
from agenda.models import ChangeKind, Succession, Version
from consultation.deciding.models import Decision, Dossier, Outcome, Track
from consultation.models import Answer, Letter, LetterState, Point, PointKind, SenderKind, Sharing, Verdict
from partners.ground import history
from regiozwolle.pages.decisions.decided import bodies_on, dossiers_on
from regiozwolle.pages.life.told import MOST_POINTS
from results.models import Indicator
from tests.deciding import component_of
from tests.reading import link_of_chain, squeezed

WHY = "/agenda/tekst/RZ24-L1.2/waarom/"


def letter(consultation, body, *, number, **fields):
    """A letter that was sent, counts, and is open to all, with what `fields` say otherwise."""
    values = {
        "sender_kind": SenderKind.COUNCIL,
        "capacity": "griffier",
        "state": LetterState.SENT,
        "number": number,
        "sent_at": timezone.now(),
        "confirmed_at": timezone.now(),
        "decided_on": timezone.localdate(),
        "sharing": Sharing.PUBLIC,
    }
    return Letter.objects.create(consultation=consultation, body=body, **(values | fields))


@pytest.fixture
def closed(open_consultation):
    open_consultation.closes_at = timezone.now() - timedelta(minutes=1)
    open_consultation.save()
    return open_consultation


@pytest.fixture
def point(closed, council, wording):
    """The wish of the council of Zwolle about goal 1.2, with a proposal."""
    return Point.objects.create(
        letter=letter(closed, council, number="RZ-2023-0001"),
        wording=wording,
        quoted_text=wording.text,
        kind=PointKind.WISH,
        text="Noem ook de dorpen.",
        proposal="Werken aan een arbeidsmarkt in stad en dorp",
    )


@pytest.fixture
def answer(point):
    """That the wish is adopted, published yesterday."""
    yesterday = timezone.now() - timedelta(days=1)
    answer = Answer.objects.create(
        verdict=Verdict.ADOPTED, reason="De dorpen horen erbij.", reviewed_at=yesterday, published_at=yesterday
    )
    answer.points.add(point)
    return answer


@pytest.fixture
def changed(version, goal, answer):
    """Version 2, published, with the words of goal 1.2 changed because of the answer."""
    draft = draft_next(version=version)
    words = draft.wordings.get(element=goal)
    words.text, words.change = "Werken aan een arbeidsmarkt in stad en dorp", ChangeKind.SUBSTANCE
    words.save()
    Version.objects.filter(pk=draft.pk).update(published_at=timezone.now())
    answer.wordings.add(words)
    return words


def test_a_promised_answer_that_is_late_is_no_promise_any_more(client, closed, wording):
    for days, said in [(0, "komt uiterlijk op"), (-1, "zou uiterlijk op")]:
        closed.answered_by = timezone.localdate() + timedelta(days=days)
        closed.save()
        assert f"‘Consultatie over de conceptagenda’ {said} " in link_of_chain(client.get(WHY), "Het antwoord")


def test_the_whole_chain_can_be_followed(client, changed):
    page = client.get(WHY)
    assert link_of_chain(page, "De tekst").startswith("Versie 1: concept, 8 december 2022 Werken aan een toekomst")
    said = link_of_chain(page, "De reacties")
    assert "Consultatie over de conceptagenda is gesloten." in said
    assert "Gemeenteraad van Zwolle Wens, namens de raad of Staten" in said
    assert "Noem ook de dorpen." in said
    assert "toegevoegd: in stad en dorp , einde" in said
    assert "Geschreven bij versie 1 , daarna gewijzigd. Bekijk het verschil" in said
    answered = link_of_chain(page, "Het antwoord")
    assert "Wij nemen dit over De dorpen horen erbij." in answered
    assert "Antwoord op gemeenteraad van Zwolle ." in answered
    words = link_of_chain(page, "De nieuwe woorden")
    assert "verwijderd: toekomstbestendige , einde" in words
    assert "Gewijzigd vanwege het antwoord ‘Wij nemen dit over’ ." in words
    assert [int(number) for number in re.findall(r'class="numeral">(\d)<', page.text)] == [1, 2, 3, 4, 5, 6]
    assert '"/agenda/2024-2028/vergelijken/?van=1&amp;naar=2#RZ24-L1.2"' in page.text


def test_the_figure_at_its_end_says_what_to_look_out_for(client, goal, helped):
    helped.elements.add(goal)
    Indicator.objects.update(warning="Niet op dezelfde manier geteld.")
    page = client.get(WHY)
    assert '<div class="figures">' in page.text  # what keeps one figure from touching the next
    figure = link_of_chain(page, "Het cijfer")
    assert "Bron: Presentatie Samenwerken in Regio Zwolle. Niet op dezelfde manier geteld. Inwoners naar werk" in figure


def test_without_changes_the_words_still_hold(client, point):
    page = client.get(WHY)
    assert "Geschreven bij versie 1 . Die tekst geldt nog." in link_of_chain(page, "De reacties")
    assert "Er is nog maar één versie van deze tekst." in link_of_chain(page, "De nieuwe woorden")
    assert link_of_chain(page, "Het antwoord") == "Er is nog geen antwoord gepubliceerd."


@pytest.mark.parametrize(
    "fields",
    [
        {"sharing": Sharing.OWN},
        {"confirmed_at": None},
        {"state": LetterState.WITHDRAWN},
    ],
)
def test_only_what_everyone_may_read_is_told(client, point, answer, fields):
    Letter.objects.update(**fields)
    page = client.get(WHY)
    assert "dorpen" not in page.text


def test_nothing_is_told_before_the_consultation_closes(client, point, closed):
    closed.closes_at = timezone.now() + timedelta(days=1)
    closed.save()
    page = client.get(WHY)
    assert "Noem ook de dorpen." not in page.text
    assert "Daarna leest u hier de reacties die iedereen mag lezen." in link_of_chain(page, "De reacties")


@pytest.mark.parametrize("moment", [None, timezone.now() + timedelta(days=1)])
def test_an_answer_that_is_not_published_is_not_told(client, point, moment):
    Answer.objects.create(
        verdict=Verdict.NOTED, reason="Wij lazen dit.", reviewed_at=moment, published_at=moment
    ).points.add(point)
    assert "Wij lazen dit." not in client.get(WHY).text


def test_what_ended_tells_in_which_version(client, version, goal):
    draft = draft_next(version=version)
    draft.wordings.get(element=goal).delete()
    Version.objects.filter(pk=draft.pk).update(published_at=timezone.now())
    assert "Vervallen in versie 2" in link_of_chain(client.get(WHY), "De nieuwe woorden")


def test_words_that_ended_are_not_said_to_hold(client, version, goal, point):
    draft = draft_next(version=version)
    draft.wordings.get(element=goal).delete()
    Version.objects.filter(pk=draft.pk).update(published_at=timezone.now())
    page = client.get(WHY)
    said = link_of_chain(page, "De reacties")
    assert "Geschreven bij versie 1 . Het onderdeel is daarna vervallen." in said
    assert "Die tekst geldt nog." not in said
    assert "niet gewijzigd" not in link_of_chain(page, "De nieuwe woorden")


def test_a_point_is_shown_where_its_passage_went_on(client, changed, goal, ambition):
    Succession.objects.create(element=goal, kind="verplaatst", successor=ambition, reason="Samen verder.")
    said = link_of_chain(client.get("/agenda/tekst/RZ24-R3/waarom/"), "De reacties")
    assert "Noem ook de dorpen." in said
    assert "Geschreven bij RZ24-L1.2@1 . Dat onderdeel is vervallen en gaat hier verder." in said
    answered = link_of_chain(client.get("/agenda/tekst/RZ24-R3/waarom/"), "Het antwoord")
    assert "De dorpen horen erbij." in answered


def test_the_page_of_the_element_leads_to_it(client, goal):
    assert f'<a href="{WHY}">' in client.get("/agenda/tekst/RZ24-L1.2/").text
    assert client.get("/agenda/tekst/RZ24-L9/waarom/").status_code == 404
    assert client.post(WHY).status_code == 405


@pytest.mark.parametrize("point_count", [1, 3])
def test_its_queries_do_not_grow(client, changed, closed, council, answer, point_count, django_assert_num_queries):
    wording = Point.objects.get().wording
    for place in range(point_count):
        personal = letter(
            closed, council, number=f"RZ-2023-1{place}", sender_kind=SenderKind.PERSONAL, capacity="raadslid"
        )
        added = Point.objects.create(
            letter=personal, wording=wording, quoted_text="x", kind=PointKind.WISH, text=f"Wens {place}"
        )
        other = Answer.objects.create(
            verdict=Verdict.NOTED, reason="Dank.", reviewed_at=timezone.now(), published_at=timezone.now()
        )
        other.points.add(added)
        other.wordings.add(changed)
    with django_assert_num_queries(10):
        client.get(WHY)


def test_of_very_many_points_the_first_are_told_and_the_nota_has_the_rest(client, changed, closed, council, answer):
    first = Point.objects.get()
    for place in range(MOST_POINTS + 2):
        personal = letter(
            closed, council, number=f"RZ-2023-1{place}", sender_kind=SenderKind.PERSONAL, capacity="raadslid"
        )
        point = Point.objects.create(
            letter=personal, wording=first.wording, quoted_text="x", kind=PointKind.WISH, text=f"Wens {place}"
        )
        own = Answer.objects.create(
            verdict=Verdict.NOTED, reason="Dank.", reviewed_at=timezone.now(), published_at=timezone.now()
        )
        own.points.add(point)
    own.wordings.add(changed)
    answer.points.add(Point.objects.order_by("-pk")[1])
    page = squeezed(client.get(WHY).text).replace("\N{NO-BREAK SPACE}", " ")
    assert page.count('<li id="punt-') == MOST_POINTS
    assert page.count('<li id="antwoord-') == MOST_POINTS + 1, "and the one that changed the words"
    assert f'id="antwoord-{own.pk}"' in page
    assert f"#punt-{point.pk}" not in page
    assert f'Antwoord op <a href="#punt-{first.pk}">gemeenteraad van Zwolle</a> en nog 1 ander punt.' in page
    assert f"Dit zijn de eerste {MOST_POINTS} punten." in page
    assert "Bij andere punten horen nog 2 antwoorden." in page
    assert f'<a href="/consultaties/{closed.slug}/nota/?onderdeel=RZ24-L1.2">Bekijk alle punten en antwoorden' in page


# What the bodies decided about it


@pytest.fixture
def asked(version, deck):
    """A dossier about the agenda, and what decides in it: three councils and a college."""
    return Dossier.objects.create(slug="agenda", title="De agenda", summary="Besluit.", version=version)


def decided(dossier, body, source, outcome=Outcome.AGREED, **fields):
    track, _ = Track.objects.get_or_create(dossier=dossier, body=body)
    return Decision.objects.create(track=track, source=source, outcome=outcome, decided_on=date(2024, 3, 4), **fields)


def test_each_council_is_a_hexagon_with_what_it_decided_about_it(
    client, asked, council, other_council, goal, wording, deck, version
):
    decided(asked, council, deck, Outcome.AGAINST)
    decided(asked, council, deck, component=component_of(asked, goal), version=version)
    Track.objects.create(dossier=asked, body=other_council)
    strip, chain = squeezed(client.get(WHY).text).split('<ol class="chain">')
    found = [("unconfirmed", "Dalfsen: Nog niet bekend"), ("agreed", "Zwolle: Ingestemd")]
    for hexagons, order in ((strip, found[::-1]), (chain, found)):
        assert 'aria-label="1 ingestemd (Zwolle) en 1 nog niet bekend (Dalfsen)."' in hexagons
        assert re.findall(r'<g class="(\w+)"[^>]*>\s*<title>([^<]+)</title>', hexagons) == order


def test_a_decision_on_other_words_is_told_as_an_earlier_one(
    client, asked, council, other_council, goal, wording, deck, version, changed
):
    decided(asked, council, deck, version=version)
    decided(asked, other_council, deck, version=changed.version)
    with history.recorded("gewijzigd", reason="Er kwam een nieuwe tekst."):
        Dossier.objects.update(version=changed.version)
    link = link_of_chain(client.get(WHY), "De besluiten").replace("\N{NO-BREAK SPACE}", " ")
    assert "2 ingestemd (Dalfsen en Zwolle). Van 1 orgaan is dat een eerdere stand: nu is de tekst anders." in link


def test_the_counts_are_those_of_the_board(client, asked, council, other_council, goal, wording, deck, version):
    for body, outcome in ((council, Outcome.CONDITION), (other_council, Outcome.HELD)):
        decided(asked, body, deck, outcome, condition="Mits." if outcome == Outcome.CONDITION else "")
    component = component_of(asked, goal)
    asked = Dossier.objects.with_board().get(pk=asked.pk)
    on_board = [track.positions_on([component])[0] for track in asked.tracks.all()]
    standing = bodies_on(goal)[asked.pk]
    assert sorted(one.position for one in standing) == sorted(on_board)


@pytest.mark.parametrize("count", [1, 3])
def test_the_hexagons_cost_the_same_with_more_bodies_and_dossiers(
    client, asked, council, other_council, goal, wording, deck, version, count, django_assert_num_queries
):
    for number in range(count):
        dossier = Dossier.objects.create(
            slug=f"d{number}", title="D", summary="D.", version=version, public_from=timezone.now()
        )
        for body in (council, other_council)[: count - 1 or 1]:
            decided(dossier, body, deck)
    with django_assert_num_queries(4):
        assert len(dossiers_on(goal)) == count + 1
