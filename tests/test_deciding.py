"""Dossiers: what each body decided, as far as it is known, and what is counted from it."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from agenda.models import Element, ElementKind
from consultation.deciding.actions import open_tracks
from consultation.deciding.models import HEADINGS, Decision, Dossier, Outcome, Position, Track, TrackStep, TrackStepKind
from consultation.deciding.models.position import EXPLANATIONS, FURTHER, LEAST_FAVOURABLE_FIRST, UNDECIDED
from consultation.models import Consultation
from partners.ground import history
from partners.models import Body, BodyKind, Partner, PartnerKind, Source
from tests.deciding import component_of
from tests.reading import squeezed

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(
        slug="agenda",
        title="Strategische agenda 2024-2028",
        summary="De raden en Staten besluiten over de agenda.",
        version=version,
        period_text="van 15 maart 2023 tot het zomerreces",
        note="De agenda is in 2023 vastgesteld.",
        source=deck,
    )


@pytest.fixture
def tracks(dossier, council, other_council, overijssel, zwolle):
    """The tracks of two councils, the Staten and one college, in the order of the page."""
    states = Body.objects.create(partner=overijssel, kind=BodyKind.STATES, name="Provinciale Staten van Overijssel")
    college = Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    return [Track.objects.create(dossier=dossier, body=body) for body in (other_council, council, states, college)]


def decide(track, source, outcome, element=None, **fields):
    fields = {"decided_on": date(2023, 6, 26), **fields}
    component = component_of(track.dossier, element)
    return Decision.objects.create(track=track, source=source, outcome=outcome, component=component, **fields)


def council_in(province, name):
    partner = Partner.objects.create(slug=name.lower(), name=name, kind=PartnerKind.MUNICIPALITY, province=province)
    return Body.objects.create(partner=partner, kind=BodyKind.COUNCIL, name=f"gemeenteraad van {name}")


def rows(page):
    """The body rows of the table: name, and everything after it up to the next row."""
    return [row.split("</tr>")[0] for row in re.split(r'<tr id="orgaan-\d+"><th scope="row">', page)[1:]]


# What is known of one body


def test_a_body_of_which_nothing_is_found_is_unknown(tracks):
    assert tracks[0].position == Position.UNKNOWN
    assert tracks[0].last_step is None


def test_a_step_without_a_decision_is_partly_known(tracks, deck):
    for kind, day in [(TrackStepKind.COMMITTEE, 12), (TrackStepKind.SENT, 1)]:
        TrackStep.objects.create(track=tracks[0], kind=kind, happened_on=date(2023, 6, day), source=deck)
    assert tracks[0].position == Position.PARTLY_KNOWN
    assert tracks[0].last_step.kind == TrackStepKind.COMMITTEE


@pytest.mark.parametrize("outcome", Outcome)
def test_a_decision_on_the_whole_is_what_counts(tracks, deck, goal, outcome):
    decide(tracks[0], deck, outcome, condition="Mits.")
    decide(tracks[0], deck, Outcome.AGAINST, element=goal)
    assert tracks[0].position == Position[outcome.name]


@pytest.mark.parametrize(
    ("outcomes", "position"),
    [
        ((Outcome.AGREED, Outcome.ABSTAINS), Position.AGREED),
        ((Outcome.AGREED, Outcome.CONDITION), Position.CONDITION),
        ((Outcome.CONDITION, Outcome.AGAINST), Position.AGAINST),
        ((Outcome.ABSTAINS, Outcome.ABSTAINS), Position.ABSTAINS),
    ],
)
def test_of_decisions_on_parts_the_least_favourable_counts(tracks, deck, line, goal, outcomes, position):
    for element, outcome in zip((line, goal), outcomes, strict=True):
        decide(tracks[0], deck, outcome, element=element, condition="Mits.")
    assert tracks[0].position == position


def test_a_condition_must_be_written_down(tracks, deck):
    decision = Decision(track=tracks[0], source=deck, outcome=Outcome.CONDITION, decided_on=date(2023, 6, 26))
    with pytest.raises(ValidationError) as refused:
        decision.full_clean()
    assert refused.value.messages == ["Schrijf de voorwaarde op."]


def test_a_body_decides_once_a_day_on_the_same_part(tracks, deck):
    decide(tracks[0], deck, Outcome.AGREED)
    decision = Decision(track=tracks[0], source=deck, outcome=Outcome.AGAINST, decided_on=date(2023, 6, 26))
    with pytest.raises(ValidationError) as refused:
        decision.full_clean()
    assert refused.value.messages == ["Over dit onderdeel staat er op deze dag al een besluit."]


# What is counted


def test_the_outcome_is_unknown_while_nothing_is_found(dossier, tracks):
    assert dossier.outcome == "Van alle 3 raden en Staten is nog niet bekend wat ze besloten"
    assert dossier.tally == [(Position.UNKNOWN, 3)]


def test_a_college_does_not_count_among_the_councils(dossier, tracks, deck):
    decide(tracks[3], deck, Outcome.AGREED)
    assert dossier.outcome == "Van alle 3 raden en Staten is nog niet bekend wat ze besloten"


def test_the_page_says_that_only_councils_and_staten_count(client, dossier, tracks):
    assert "Bovenaan tellen alleen de raden en Staten." in squeezed(client.get("/besluiten/agenda/").text)
    tracks[3].delete()
    assert "Bovenaan tellen" not in squeezed(client.get("/besluiten/agenda/").text)


def test_a_college_counts_where_no_council_decides(dossier, tracks, deck):
    for track in tracks[:3]:
        track.delete()
    decide(tracks[3], deck, Outcome.AGREED)
    assert dossier.outcome == f"Besluit van {tracks[3].body.in_sentence}: ingestemd"


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        ((Outcome.AGREED,), "1 van de 3 raden en Staten heeft ingestemd"),
        ((Outcome.AGREED, Outcome.AGREED), "2 van de 3 raden en Staten hebben ingestemd"),
        ((Outcome.AGREED, Outcome.AGAINST, Outcome.CONDITION), "1 van de 3 raden en Staten heeft ingestemd"),
        ((Outcome.AGAINST,), "Van 2 van de 3 raden en Staten is nog niet bekend wat ze besloten"),
        ((Outcome.CONDITION,) * 3, "Geen van de 3 raden en Staten heeft ingestemd zonder voorwaarde"),
    ],
)
def test_the_outcome_is_counted_from_the_decisions(dossier, tracks, deck, outcomes, sentence):
    for track, outcome in zip(tracks, outcomes, strict=False):
        decide(track, deck, outcome, condition="Mits.")
    assert dossier.outcome == sentence


@pytest.mark.parametrize(
    ("outcomes", "sentences"),
    [
        ((), ""),
        ((Outcome.AGREED,), "Van 2 is het besluit nog niet bekend."),
        ((Outcome.AGREED, Outcome.AGREED, Outcome.AGREED), ""),
        (
            (Outcome.AGREED, Outcome.CONDITION, Outcome.AGAINST),
            "1 stemde in met een voorwaarde. 1 stemde niet in.",
        ),
        ((Outcome.ABSTAINS, Outcome.ABSTAINS), "2 doen niet mee."),
    ],
)
def test_what_the_outcome_leaves_out_is_said_after_it(client, dossier, tracks, deck, outcomes, sentences):
    for track, outcome in zip(tracks, outcomes, strict=False):
        decide(track, deck, outcome, condition="Mits.")
    assert dossier.further == sentences
    strip = squeezed(client.get("/besluiten/agenda/").text).split('class="strip"')[1].split("</figure>")[0]
    assert re.findall(r'<figcaption class="source">([^<]*)</figcaption>', strip) == [sentences] * bool(sentences)


def test_the_tally_follows_the_key_and_leaves_out_zeros(dossier, tracks, deck):
    decide(tracks[2], deck, Outcome.AGREED)
    decide(tracks[1], deck, Outcome.AGAINST)
    assert dossier.tally == [(Position.AGREED, 1), (Position.AGAINST, 1), (Position.UNKNOWN, 1)]


def test_a_dossier_that_is_not_yet_put_before_anybody_says_so(dossier):
    assert dossier.outcome == "Nog niet bekend is wie hierover besluit"


# The pages


def test_the_list_says_the_outcome_of_each_dossier(client, dossier, tracks):
    page = squeezed(client.get("/besluiten/").text)
    assert "<h1>Wat hebben de organen besloten?</h1>" in page
    assert "Van alle 3 raden en Staten is nog niet bekend wat ze besloten." in page
    assert "De raden en Staten besluiten over de agenda." in page
    assert 'href="/besluiten/agenda/"' in page
    assert '<span class="cell unconfirmed">Nog niet bekend</span> <strong>3</strong>' in page


def test_the_list_puts_an_example_after_what_is_real(client, dossier):
    Dossier.objects.create(slug="proef", title="Proefdossier", summary="Besluit.", is_example=True)
    page = squeezed(client.get("/besluiten/").text)
    assert page.index("/besluiten/agenda/") < page.index("/besluiten/proef/")


def test_an_empty_list_of_dossiers_says_so(client, db):
    assert "Er ligt nog geen dossier voor." in squeezed(client.get("/besluiten/").text)


def test_a_dossier_has_its_outcome_as_heading(client, dossier, tracks, deck):
    decide(tracks[0], deck, Outcome.AGREED)
    page = squeezed(client.get("/besluiten/agenda/").text)
    assert '<h1 class="document" data-answer>1 van de 3 raden en Staten heeft ingestemd</h1>' in page
    assert "<dd>Van 15\xa0maart\xa02023 tot het zomerreces</dd>" in page
    assert "De agenda is in 2023 vastgesteld." in page


def test_each_council_and_staten_is_a_tile_that_leads_to_its_row(client, dossier, tracks, deck):
    decide(tracks[0], deck, Outcome.AGREED)
    page = squeezed(client.get("/besluiten/agenda/").text)
    tiles = re.findall(r'<a class="(\w+)" href="#([\w-]+)" aria-label="([^"]+)" transform=', page)
    dalfsen, zwolle, overijssel, _ = [f"orgaan-{track.body_id}" for track in tracks]
    assert {row: (state, said) for state, row, said in tiles} == {
        dalfsen: ("agreed", "Dalfsen Ingestemd"),
        zwolle: ("unconfirmed", "Zwolle Nog niet bekend"),
        overijssel: ("unconfirmed", "Overijssel Nog niet bekend"),
    }
    assert {f'id="{row}"' in page for _, row, _ in tiles} == {True}


def test_a_dossier_before_colleges_alone_has_no_tiles(client, dossier, tracks):
    for track in tracks[:3]:
        track.delete()
    page = squeezed(client.get("/besluiten/agenda/").text)
    assert "Eén tegel per raad" not in page
    assert [row.split('/">')[1].split("</a>")[0] for row in rows(page)] == ["Zwolle"]


def test_the_table_lists_councils_and_colleges_by_province_and_each_kind_of_body_apart(client, dossier, tracks):
    drenthe = Partner.objects.create(slug="drenthe", name="Drenthe", kind=PartnerKind.PROVINCE)
    westerveld = council_in(drenthe, "Westerveld")
    for partner, kind, name in [
        (westerveld.partner, BodyKind.BOARD, "bestuur van de parkeergarage"),
        (drenthe, BodyKind.DEPUTIES, "Gedeputeerde Staten van Drenthe"),
        (westerveld.partner, BodyKind.EXECUTIVE, "college van Westerveld"),
    ]:
        Track.objects.create(dossier=dossier, body=Body.objects.create(partner=partner, kind=kind, name=name))
    Track.objects.create(dossier=dossier, body=westerveld)
    page = squeezed(client.get("/besluiten/agenda/").text)
    assert re.findall(r"<summary>([^<]+)</summary>", page) == [
        "Gemeenteraden in Drenthe (1)",
        "Gemeenteraden in Overijssel (2)",
        "Provinciale Staten (1)",
        "Colleges in Drenthe (1)",
        "Colleges in Overijssel (1)",
        "Gedeputeerde Staten (1)",
        "Andere organen (1)",
    ]
    names = [row.split('/">')[1].split("</a>")[0] for row in rows(page)]
    assert names == [
        "Westerveld",
        "Dalfsen",
        "Zwolle",
        "Overijssel",
        "Westerveld",
        "Zwolle",
        "Drenthe",
        "Bestuur van de parkeergarage",
    ]


def test_a_row_says_what_is_known_with_date_condition_amount_and_source(client, dossier, tracks, deck, goal):
    paper = Source.objects.create(
        slug="raad", title="Besluitenlijst", publisher="Gemeente Dalfsen", url="https://example.org/r"
    )
    TrackStep.objects.create(
        track=tracks[0],
        kind=TrackStepKind.COMMITTEE,
        happened_on=date(2023, 6, 12),
        text="De raad sprak erover.",
        source=deck,
    )
    decide(tracks[0], paper, Outcome.CONDITION, condition="Elk jaar een verslag.", amount=1250, element=goal)
    row = rows(squeezed(client.get("/besluiten/agenda/").text))[0]
    assert '<span class="cell nowrap conditional">Voorwaarde</span>' in row
    assert (
        f'Ingestemd met een voorwaarde (<a href="/agenda/tekst/RZ24-L1.2/">opgave 1.2</a>), 26{NBSP}juni{NBSP}2023. '
        f"Voorwaarde: Elk jaar een verslag. Bedrag: €{NBSP}1.250." in row
    )
    assert 'Bron: <a href="https://example.org/r">Besluitenlijst</a>, Gemeente Dalfsen.' in row
    assert f"Besproken, 12{NBSP}juni{NBSP}2023. De raad sprak erover." in row


def test_decisions_from_one_source_name_it_once(client, dossier, tracks, deck, line, goal):
    for part in (None, line, goal):
        decide(tracks[0], deck, Outcome.AGREED, element=part)
    row = rows(squeezed(client.get("/besluiten/agenda/").text))[0]
    assert row.count("Bron:") == 1
    assert re.findall(r'<p id="besluit-\d+">Ingestemd(.*?), 26', row) == [
        "",
        ' (<a href="/agenda/tekst/RZ24-L1/">uitvoeringslijn 1</a>)',
        ' (<a href="/agenda/tekst/RZ24-L1.2/">opgave 1.2</a>)',
    ]


def test_a_day_known_only_in_words_is_shown_in_words(client, dossier, tracks, deck):
    decide(tracks[0], deck, Outcome.AGREED, date_text="2023")
    assert "Ingestemd, 2023." in rows(squeezed(client.get("/besluiten/agenda/").text))[0]


def test_a_row_of_which_nothing_is_known_says_that(client, dossier, tracks):
    row = rows(squeezed(client.get("/besluiten/agenda/").text))[0]
    assert '<span class="cell nowrap unconfirmed">Nog niet bekend</span>' in row
    assert "Bron" not in row


def test_a_dossier_without_period_note_or_tracks_says_what_is_unknown(client, db):
    Dossier.objects.create(slug="leeg", title="Leeg dossier", summary="Nog te bepalen.")
    page = squeezed(client.get("/besluiten/leeg/").text)
    assert page.count('<span class="unknown">nog niet bekend</span>') == 2
    assert '<p class="unknown">nog niet bekend</p>' in page


def test_a_dossier_leads_to_its_consultation_but_not_to_an_example(client, dossier, open_consultation):
    assert 'href="/consultaties/conceptagenda/"' in squeezed(client.get("/besluiten/agenda/").text)
    Consultation.objects.update(is_example=True)
    assert 'href="/consultaties/conceptagenda/"' not in squeezed(client.get("/besluiten/agenda/").text)


def test_an_example_dossier_says_that_it_is_invented(client, dossier, tracks):
    assert "verzonnen" not in squeezed(client.get("/besluiten/agenda/").text)
    with history.recorded("gewijzigd", reason="In de proef."):
        Dossier.objects.update(is_example=True)
    page = squeezed(client.get("/besluiten/agenda/").text)
    assert "Dit dossier en deze besluiten zijn verzonnen." in page
    assert page.count('<span class="badge">Voorbeeld</span>') == 6
    assert "Dit dossier en deze besluiten zijn verzonnen." in squeezed(client.get("/besluiten/").text)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("/besluiten/", 5), ("/besluiten/agenda/", 30)])
def test_pages_cost_the_same_with_more_bodies(
    client, dossier, overijssel, deck, goal, count, path, queries, django_assert_num_queries
):
    for number in range(count):
        track = Track.objects.create(dossier=dossier, body=council_in(overijssel, f"Dorp{number}"))
        decide(track, deck, Outcome.AGREED, element=goal)
        TrackStep.objects.create(track=track, kind=TrackStepKind.SENT, happened_on=date(2023, 6, 1), source=deck)
    with django_assert_num_queries(queries):
        client.get(path)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_with_more_dossiers(
    client, version, council, deck, goal, count, django_assert_num_queries
):
    for number in range(count):
        dossier = Dossier.objects.create(slug=f"d{number}", title="Dossier", summary="Besluit.", version=version)
        track = Track.objects.create(dossier=dossier, body=council)
        decide(track, deck, Outcome.AGREED, element=goal)
        TrackStep.objects.create(track=track, kind=TrackStepKind.SENT, happened_on=date(2023, 6, 1), source=deck)
    with django_assert_num_queries(5):
        client.get("/besluiten/")


@pytest.mark.parametrize("slug", ["onbekend", "%00", "a" * 4000, "%FF", "agenda%0a"])
def test_an_unknown_dossier_is_not_found(client, dossier, slug):
    assert client.get(f"/besluiten/{slug}/").status_code == 404


@pytest.mark.parametrize("path", ["/besluiten/", "/besluiten/agenda/"])
def test_the_pages_only_show_and_leave_no_trace(client, dossier, path):
    response = client.get(path)
    assert response.cookies == {}
    assert "csrfmiddlewaretoken" not in response.text
    assert client.post(path).status_code == 405


# What was decided per part


def cells(page):
    """The matrices of a dossier: the parts above each, then per body its name and the words of its cells."""
    found = []
    for table in re.findall(r'<table class="matrix">.*?</table>', page, re.DOTALL):
        parts = re.findall(r'<th scope="col"><span><a href="[^"]+">([^<]+)</a></span>', table)
        bodies = re.findall(r'<tr><th scope="row"><a href="#orgaan-\d+">([^<]+)</a></th>(.*?)</tr>', table)
        found.append((parts, [(name, re.findall(r'class="cell[^>]*"><span>([^<]+)<', row)) for name, row in bodies]))
    return found


def test_a_dossier_without_components_has_no_matrix(client, dossier, tracks, deck):
    decide(tracks[0], deck, Outcome.AGREED)
    page = squeezed(client.get("/besluiten/agenda/").text)
    assert cells(page) == []
    assert "Eén tegel per raad" in page


def test_what_was_decided_on_a_part_stands_in_a_matrix(client, dossier, tracks, deck, line, goal):
    decide(tracks[0], deck, Outcome.CONDITION, element=goal, condition="Mits.")
    decide(tracks[0], deck, Outcome.AGAINST, element=line)
    decide(tracks[1], deck, Outcome.ABSTAINS, element=goal)
    page = squeezed(client.get("/besluiten/agenda/").text)
    assert cells(page) == [
        (
            ["1 Economie &amp; Arbeidsmarkt", "1.2 Toekomstbestendige arbeidsmarkt"],
            [
                ("Dalfsen", ["Tegen", "Voorwaarde 1"]),
                ("Zwolle", ["Nog niet bekend", "Niet mee"]),
                ("Overijssel", ["Nog niet bekend", "Nog niet bekend"]),
                ("Zwolle", ["Nog niet bekend", "Nog niet bekend"]),
            ],
        )
    ]
    letters = re.search(r'<ol class="letters">(.*?)</ol>', page)[1]
    assert re.findall(r"<li>([^<]+)</li>", letters) == [
        "1 Economie &amp; Arbeidsmarkt",
        "1.2 Toekomstbestendige arbeidsmarkt",
    ]


def test_a_decision_on_the_whole_holds_for_every_part_without_one_of_its_own(tracks, deck, line, goal):
    decide(tracks[0], deck, Outcome.AGREED)
    decide(tracks[0], deck, Outcome.AGAINST, element=goal)
    TrackStep.objects.create(track=tracks[1], kind=TrackStepKind.COMMITTEE, happened_on=date(2023, 6, 1), source=deck)
    line, goal = component_of(tracks[0].dossier, line), component_of(tracks[0].dossier, goal)
    assert tracks[0].positions_on([line, goal]) == [Position.AGREED, Position.AGAINST]
    assert [track.positions_on([line]) for track in tracks[1:3]] == [[Position.PARTLY_KNOWN], [Position.UNKNOWN]]


def test_more_parts_than_fit_a_narrow_screen_go_on_in_a_second_matrix(client, dossier, tracks, deck, agenda):
    for place in range(6):
        part = Element.objects.create(
            agenda=agenda, code=f"RZ24-R{place}", kind=ElementKind.REGIONAL, name=f"Deel {place}", position=90 - place
        )
        decide(tracks[0], deck, Outcome.AGREED, element=part)
    page = squeezed(client.get("/besluiten/agenda/").text)
    assert [parts for parts, _ in cells(page)] == [
        ["Deel 5", "Deel 4", "Deel 3", "Deel 2", "Deel 1"],
        ["Deel 0"],
    ]
    assert page.count("vervolg over") == 1


# Giving every assembly its track


def test_every_assembly_gets_one_track(dossier, tracks, overijssel):
    new = council_in(overijssel, "Ommen")
    assert open_tracks(dossier=dossier) == 1
    assert dossier.tracks.filter(body=new).count() == 1
    assert open_tracks(dossier=dossier) == 0
    assert dossier.tracks.count() == 5


def test_an_example_dossier_gets_no_real_body(version, council, overijssel):
    town = Partner.objects.create(
        slug="voorbeeldstad",
        name="Voorbeeldstad",
        kind=PartnerKind.MUNICIPALITY,
        province=overijssel,
        is_example=True,
    )
    invented = Body.objects.create(partner=town, kind=BodyKind.COUNCIL, name="gemeenteraad van Voorbeeldstad")
    example = Dossier.objects.create(slug="proef", title="Proef", summary="Besluit.", is_example=True)
    assert open_tracks(dossier=example) == 1
    assert example.tracks.get().body == invented
    real = Dossier.objects.create(slug="echt", title="Echt", summary="Besluit.")
    open_tracks(dossier=real)
    assert not real.tracks.filter(body=invented).exists()


# Lists that must have every member


def test_every_outcome_and_position_has_its_place_in_each_list():
    """Who adds an Outcome or a Position reads here where it is still missing."""
    outcomes, positions = set(Outcome), set(Position)
    missing = {
        "LEAST_FAVOURABLE_FIRST": outcomes - set(LEAST_FAVOURABLE_FIRST),
        "a Position of the same name": {outcome for outcome in Outcome if outcome.name not in Position.__members__},
        "EXPLANATIONS": positions - set(EXPLANATIONS),
        "the outcome of a dossier, UNDECIDED or FURTHER": positions - {Position.AGREED, *UNDECIDED, *FURTHER},
        "an Outcome of the same name, UNDECIDED, or that the body declines": {
            one for one in positions - {Position.DECLINES, *UNDECIDED} if one.name not in Outcome.__members__
        },
    }
    assert {place: names for place, names in missing.items() if names} == {}
    assert len(LEAST_FAVOURABLE_FIRST) == len(Outcome)


def test_every_kind_of_body_has_its_heading_in_the_table():
    assert set(BodyKind) - set(HEADINGS) == set()


@pytest.mark.parametrize("outcome", Outcome)
def test_a_body_that_decided_is_never_counted_as_unknown(dossier, tracks, deck, goal, outcome):
    """Neither by a decision on the whole, nor by one on a part."""
    decide(tracks[0], deck, outcome, condition="Mits.")
    decide(tracks[1], deck, outcome, element=goal, condition="Mits.")
    dossier = Dossier.objects.with_tracks().get(pk=dossier.pk)
    assert dict(dossier.tally)[Position[outcome.name]] == 2
    assert f"{dossier.outcome}. {dossier.further}".count("2 van de 3" if outcome is Outcome.AGREED else "2 ") >= 1
