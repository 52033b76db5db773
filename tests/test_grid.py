"""The grid in which the secretariat enters what all bodies of a dossier do."""

import re
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from consultation.deciding.grid.cells import read_amount, read_day, read_outcome, write_day, write_outcome
from consultation.deciding.grid.pasted import lines_of
from consultation.deciding.grid.rows import tidy
from consultation.deciding.models import (
    Component,
    Decision,
    Dossier,
    EnteredAs,
    Outcome,
    Position,
    Track,
    TrackStep,
    TrackStepKind,
)
from consultation.models import KeptText
from partners.models import Body, BodyKind, Partner, PartnerKind, Source


def days(count):
    return timezone.localdate() + timedelta(days=count)


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(slug="plan", title="Plan", summary="Besluit.", version=version, source=deck)


@pytest.fixture
def parts(dossier):
    return [Component.objects.create(dossier=dossier, name=name, position=place) for place, name in enumerate("AB")]


@pytest.fixture
def tracks(dossier, parts, council, other_council):
    return [Track.objects.create(dossier=dossier, body=body) for body in (council, other_council)]


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def address(dossier):
    return reverse("admin:deciding_dossier_grid", args=[dossier.pk])


def cells_of(page):
    """What the form of a page would send, by name."""
    sheet = page.context["sheet"]
    found = {cell.name: cell.text for row in sheet.rows for cell in row.cells}
    return found | {
        "_opened": sheet.carried,
        "gelezen": sheet.digest,
        "kies": [r.track.pk for r in sheet.rows if r.is_chosen],
    }


def typed(page, track, **texts):
    """As cells_of, with texts typed in the row of `track`; `a` and `b` are its outcomes."""
    parts = dict(zip("ab", (one.key for one in page.context["sheet"].columns if one.is_outcome), strict=False))
    return cells_of(page) | {f"{parts.get(name, name)}-{track.pk}": text for name, text in texts.items()}


def decided(track, **texts):
    return {"besloten": write_day(days(-2)), "a": "i", "b": "i", "bron": "Besluitenlijst"} | texts


def save(desk, address, data):
    """Looks at what changes, and saves that."""
    page = desk.post(address, data | {"bekijk": "1"})
    return desk.post(address, data | cells_of(page) | {"bewaar": "1"})


# What is typed in a cell


AMOUNTS = st.decimals(min_value=0, max_value=10**11, places=2)


@given(AMOUNTS, st.sampled_from(["", ".", " "]), st.booleans())
def test_an_amount_is_read_in_dutch(amount, thousands, has_sign):
    text = f"{amount:,.2f}".translate({ord(","): thousands, ord("."): ","})
    assert read_amount(f"{'€ ' if has_sign else ''}{text}") == amount


@given(AMOUNTS, st.sampled_from(["", ",", " "]))
def test_an_amount_is_read_in_english(amount, thousands):
    assert read_amount(f"{amount:,.2f}".translate({ord(","): thousands})) == amount


@pytest.mark.parametrize(
    ("text", "amount"), [("30.000", 30_000), ("30,000", 30_000), ("1.250,5", "1250.5"), ("1,250.5", "1250.5"), ("0", 0)]
)
def test_an_amount_means_what_one_sees(text, amount):
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["1,2,3", "1.250.50", "12,34.5", "veel", "30k", "1.2345", "-5", "9" * 20, "€"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValidationError):
        read_amount(text)


@given(st.sampled_from(Outcome), st.none() | AMOUNTS)
def test_an_outcome_reads_as_it_is_written(outcome, amount):
    assert read_outcome(write_outcome(outcome, amount)) == (outcome, amount)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("I", Outcome.AGREED),
        ("Ingestemd", Outcome.AGREED),
        ("niet mee", Outcome.ABSTAINS),
        ("doet niet mee", Outcome.ABSTAINS),
        ("Uitgesteld", Outcome.HELD),
        ("met voorwaarde", Outcome.CONDITION),
    ],
)
def test_an_outcome_may_be_a_word(text, outcome):
    assert read_outcome(text) == (outcome, None)


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)))
def test_a_day_is_read_in_each_way_that_people_write_it(on):
    assert {read_day(write_day(on)), read_day(on.isoformat()), read_day(f"{on:%d/%m/%Y}")} == {on}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31-6-2027", "31 juni bestaat niet. Juni heeft 30 dagen."),
        ("29-2-2027", "29 februari bestaat niet. Februari heeft 28 dagen."),
        ("1-13-2027", "‘1-13-2027’ is geen dag. Schrijf een dag, zoals 24-6-2027."),
        ("1-1-1827", "Kies een jaar van 2000 tot en met 2050."),
        ("morgen", "‘morgen’ is geen dag. Schrijf een dag, zoals 24-6-2027."),
    ],
)
def test_a_day_that_cannot_be_says_why(text, said):
    with pytest.raises(ValidationError) as refused:
        read_day(text)
    assert refused.value.messages == [said]


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(text):
    for reader in (read_day, read_outcome, read_amount):
        with suppress(ValidationError):
            reader(text)


CELL = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters='";'), min_size=1, max_size=12)


@given(st.lists(st.lists(CELL, min_size=2, max_size=8), min_size=1, max_size=12), st.sampled_from("\t;"))
def test_what_is_pasted_is_what_stood_in_the_spreadsheet(rows, delimiter):
    text = "\r\n".join(delimiter.join(row) for row in rows)
    assert lines_of(text) == [[tidy(cell) for cell in row] for row in rows]


# The page


def test_the_grid_says_how_many_have_no_outcome_and_changes_nothing(desk, address, tracks):
    page = desk.get(address)
    assert page.context["title"] == "2\xa0sporen, 2 zonder uitkomst"
    assert desk.post(address, cells_of(page) | {"bekijk": "1"}).context["title"] == "0 van de 2\xa0sporen veranderen."
    assert Decision.objects.count() == 0


def test_what_will_change_is_shown_before_it_is_saved(desk, address, tracks, parts):
    data = typed(desk.get(address), tracks[0], **decided(tracks[0]))
    page = desk.post(address, data | {"bekijk": "1"})
    assert page.context["title"] == "1 van de 2\xa0sporen verandert."
    assert "Besloten op" in page.context["sheet"].changing[0].told
    assert Decision.objects.count() == 0
    save(desk, address, data)
    (made,) = Decision.objects.all()
    told = (made.component, made.outcome, made.decided_on, made.entered_as, made.confirmed_on, made.source.title)
    assert told == (None, Outcome.AGREED, days(-2), EnteredAs.OFFICE, None, "Besluitenlijst")


def test_what_was_not_read_is_not_saved(desk, address, tracks):
    data = typed(desk.get(address), tracks[0], **decided(tracks[0]))
    page = desk.post(address, data | {"bewaar": "1"})
    assert (page.status_code, Decision.objects.count()) == (409, 0)
    assert "Besluitenlijst" in page.text


def test_parts_have_their_own_outcome_amount_and_condition(desk, address, tracks, parts):
    texts = decided(tracks[0], a="i 30.000", b="v 1,250.50", voorwaarde="Mits er \u202egeld is.")
    save(desk, address, typed(desk.get(address), tracks[0], **texts))
    found = {one.component.name: (one.outcome, one.amount, one.condition) for one in Decision.objects.all()}
    assert found == {
        "A": (Outcome.AGREED, Decimal(30_000), ""),
        "B": (Outcome.CONDITION, Decimal("1250.50"), "Mits er geld is."),
    }
    page = desk.get(address)
    assert [cell.text for cell in page.context["sheet"].rows[1].cells][3:6] == [
        "i 30.000",
        "v 1.250,50",
        "Mits er geld is.",
    ]


def test_only_the_wrong_rows_stay_with_what_was_typed(desk, address, tracks):
    first, second = tracks
    opened = desk.get(address)
    data = typed(opened, first, **decided(first))
    data |= {
        name: text for name, text in typed(opened, second, **decided(second)).items() if name.endswith(f"-{second.pk}")
    }
    data[f"besloten-{second.pk}"] = "31-6-2027"
    page = desk.post(address, data | {"bekijk": "1"})
    assert page.context["title"] == "1 van de 2\xa0sporen verandert. 1\xa0rij klopt niet."
    page = save(desk, address, data)
    assert Decision.objects.get().track == first
    assert page.context["title"] == "0 van de 2\xa0sporen veranderen. 1\xa0rij klopt niet."
    assert (page.status_code, "31 juni bestaat niet. Juni heeft 30 dagen." in page.text.replace("\xa0", " ")) == (
        200,
        True,
    )
    assert 'value="31-6-2027"' in page.text
    again = desk.post(address, cells_of(page) | {f"besloten-{second.pk}": write_day(days(-2)), "bekijk": "1"})
    assert [row.track for row in again.context["sheet"].changing] == [second]


@pytest.mark.parametrize(
    ("texts", "column", "said"),
    [
        ({"besloten": ""}, "besloten", "Vul in op welke dag is besloten."),
        ({"besloten": "1-1-2049"}, "besloten", "1 januari 2049 is nog niet geweest."),
        ({"bron": ""}, "bron", "Vul de bron in."),
        ({"a": "", "b": ""}, None, "Vul bij minstens één onderdeel de uitkomst in."),
        ({"a": "q"}, None, "‘q’ kennen wij niet."),
        ({"a": "v"}, "voorwaarde", "Schrijf de voorwaarde op."),
        ({"voorwaarde": "Mits."}, "voorwaarde", "Zet een v bij het onderdeel"),
        ({"bron": "x" * 201}, "bron", "Dit is te lang: hooguit 200 tekens."),
    ],
)
def test_what_is_wrong_in_a_row_is_said_at_its_cell(desk, address, tracks, texts, column, said):
    page = desk.post(address, typed(desk.get(address), tracks[0], **decided(tracks[0]) | texts) | {"bekijk": "1"})
    (row,) = page.context["sheet"].wrong
    problems = {key: text.replace("\xa0", " ") for key, text in row.problems.items()}
    assert any(text.startswith(said) and column in (key, None) for key, text in problems.items()), problems
    assert 'aria-invalid="true"' in page.text


def test_a_day_to_come_is_planned_and_one_that_was_happened(desk, address, tracks):
    texts = {"behandelt": write_day(days(20)), "verzonden": write_day(days(-5)), "bron": "Mail van de griffie"}
    save(desk, address, typed(desk.get(address), tracks[0], **texts))
    found = {step.kind: (step.planned_on, step.happened_on) for step in TrackStep.objects.all()}
    assert found == {"raad": (days(20), None), "verzonden": (None, days(-5))}
    save(desk, address, typed(desk.get(address), tracks[0], behandelt=write_day(days(30))))
    assert TrackStep.objects.get(kind="raad").planned_on == days(30)


def test_rows_are_pasted_by_the_name_of_the_body_and_the_nearest_name_is_offered(desk, address, tracks):
    lines = [
        f"Zwolle\t{write_day(days(-2))}\ti\ti\t\tBesluitenlijst",
        f"gemeenteraad van Dalfzen\t{write_day(days(-2))}\ti\ti\t\tBesluitenlijst",
        f"Zwolle\t{write_day(days(-3))}\tt\tt\t\tBesluitenlijst",
    ]
    page = desk.post(address, cells_of(desk.get(address)) | {"plak": "1", "geplakt": "\n".join(lines)})
    sheet = page.context["sheet"]
    assert [row.track.body.name for row in sheet.changing] == ["gemeenteraad van Zwolle"]
    assert sheet.left == "\n".join(tidy_line(line) for line in lines[1:])
    assert [problem.partition(" Verbeter")[0] for problem in sheet.paste_problems] == [
        "‘gemeenteraad van Dalfzen’ kennen wij niet. Bedoelt u ‘gemeenteraad van Dalfsen’?",
        "‘Zwolle’ staat er twee keer. Laat één rij staan.",
    ]
    assert Decision.objects.count() == 0


def tidy_line(line):
    return "\t".join(tidy(cell) for cell in line.split("\t"))


def test_a_paste_may_name_its_columns_and_have_semicolons(desk, address, tracks):
    text = f"Orgaan;Bron;Behandelt op\nDalfsen;Mail;{write_day(days(9))}"
    page = desk.post(address, cells_of(desk.get(address)) | {"plak": "1", "geplakt": text})
    save(desk, address, cells_of(page))
    step = TrackStep.objects.get()
    assert (step.track, step.planned_on, step.source.title) == (tracks[1], days(9), "Mail")


def test_one_source_and_day_are_filled_in_at_all_rows_that_are_ticked(desk, address, tracks):
    data = cells_of(desk.get(address)) | {"vul": "1", "vul_bron": "Besluitenlijst https://raad.example/lijst"}
    page = desk.post(address, data | {"vul_dag": write_day(days(-2)), "kies": [track.pk for track in tracks]})
    texts = [{cell.title: cell.text for cell in row.cells} for row in page.context["sheet"].rows]
    assert {(one["Bron"], one["Besloten op"]) for one in texts} == {
        ("Besluitenlijst https://raad.example/lijst", write_day(days(-2)))
    }
    outcomes = {name: "i" for name in cells_of(page) if re.match(r"o\d+-", name)}
    save(desk, address, cells_of(page) | outcomes)
    assert Decision.objects.count() == 2
    assert Source.objects.get(title="Besluitenlijst").url == "https://raad.example/lijst"


def test_without_a_tick_the_source_is_filled_in_where_something_was_typed(desk, address, tracks):
    data = typed(desk.get(address), tracks[0], **decided(tracks[0], bron=""))
    page = desk.post(address, data | {"vul": "1", "vul_bron": "Lijst"})
    assert {row.track.pk: row.typed["bron"] for row in page.context["sheet"].rows} == {
        tracks[0].pk: "Lijst",
        tracks[1].pk: "",
    }


def test_what_somebody_else_changed_meanwhile_comes_back_in_that_row_alone(desk, address, tracks, deck):
    first, second = tracks
    data = typed(desk.get(address), first, **decided(first))
    for track in tracks:
        Decision.objects.create(track=track, outcome=Outcome.AGAINST, decided_on=days(-9), source=deck)
    page = desk.post(address, data | {"bekijk": "1"})
    (row,) = page.context["sheet"].wrong
    assert (row.track, row.problems[""].startswith("Intussen gewijzigd door een ander.")) == (first, True)
    other = next(row for row in page.context["sheet"].rows if row.track == second)
    assert other.typed == other.now
    save(desk, address, cells_of(page))
    assert Track.objects.get(pk=first.pk).position == Position.AGREED


def test_a_decision_that_stood_changes_with_a_reason(desk, address, tracks, deck):
    Decision.objects.create(track=tracks[0], outcome=Outcome.AGREED, decided_on=days(-2), source=deck)
    data = typed(desk.get(address), tracks[0], a="t", b="t")
    page = save(desk, address, data)
    assert (page.status_code, "Schrijf waarom een besluit verandert" in page.text) == (409, True)
    save(desk, address, data | {"reden": "Verkeerd overgenomen."})
    assert Decision.objects.get().outcome == Outcome.AGAINST


def test_nothing_is_emptied_in_the_grid(desk, address, tracks, deck):
    Decision.objects.create(track=tracks[0], outcome=Outcome.AGREED, decided_on=days(-2), source=deck)
    page = desk.post(address, typed(desk.get(address), tracks[0], a="") | {"bekijk": "1"})
    assert set(page.context["sheet"].wrong[0].problems.values()) == {
        "Leegmaken kan hier niet. Doe dat bij het spoor zelf."
    }


def test_a_forged_form_is_refused(desk, address, tracks):
    assert desk.post(address, cells_of(desk.get(address)) | {"_opened": "x:y", "bekijk": "1"}).status_code == 400


def test_the_grid_is_for_the_secretariat(client, address, clerk, tracks):
    client.force_login(clerk)
    assert client.get(address).status_code in (302, 403)


def test_the_number_of_queries_does_not_grow_with_bodies_or_components(
    desk, address, dossier, tracks, overijssel, deck
):
    desk.get(address)
    with CaptureQueriesContext(connection) as few:
        desk.get(address)
    for place in range(5):
        Component.objects.create(dossier=dossier, name=f"Deel {place}", position=10 + place)
        town = Partner.objects.create(
            slug=f"stad-{place}",
            name=f"Stad {place}",
            kind=PartnerKind.MUNICIPALITY,
            province=overijssel,
            public_from=timezone.now(),
        )
        body = Body.objects.create(partner=town, kind=BodyKind.COUNCIL, name=f"gemeenteraad van Stad {place}")
        Track.objects.create(dossier=dossier, body=body)
    for track in dossier.tracks.all():
        Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=days(-2), source=deck)
    with CaptureQueriesContext(connection) as many:
        page = desk.get(address)
    assert page.context["title"] == "7\xa0sporen, 0 zonder uitkomst"
    assert len(many) == len(few)


# What is typed and not saved


def test_what_is_typed_in_the_grid_is_kept_and_put_back_over_what_stood_then(desk, address, tracks, deck):
    page = desk.get(address)
    sent = typed(page, tracks[0], bron="Besluitenlijst") | {"seal": page.context["kept"].seal, "kept_at": address}
    assert desk.post("/beheer/bewaard/", sent).status_code == 200
    TrackStep.objects.create(track=tracks[1], kind=TrackStepKind.SENT, happened_on=days(-3), source=deck)
    again = desk.get(address)
    [(kept, differing, back)] = again.context["kept"].offers
    assert "Bron, gemeenteraad van Zwolle" in [one.label for one in differing]
    page = desk.get(back)
    assert 'value="Besluitenlijst"' in page.text
    shown = {cell.name: cell.text for row in page.context["sheet"].rows for cell in row.cells}
    assert shown[f"bron-{tracks[0].pk}"] == "Besluitenlijst"
    assert page.context["opened"] == sent["_opened"]
    checked = desk.post(address, shown | {"_opened": page.context["opened"], "bekijk": "1"})
    assert [row.track for row in checked.context["sheet"].rows if row.changed] == [tracks[0]]


def test_what_was_saved_in_the_grid_is_kept_no_more(desk, address, tracks):
    page = desk.get(address)
    sent = typed(page, tracks[0], **decided(tracks[0])) | {"seal": page.context["kept"].seal, "kept_at": address}
    page = desk.post(address, sent | {"bekijk": "1"})
    assert KeptText.objects.count() == 1
    assert desk.post(address, sent | cells_of(page) | {"bewaar": "1"}).status_code == 302
    assert KeptText.objects.count() == 0


def test_one_tick_chooses_all_rows(desk, address, tracks):
    page = desk.get(address)
    page = desk.post(address, cells_of(page) | {"kies": "alle", "vul_bron": "Besluitenlijst", "vul": "1"})
    rows = page.context["sheet"].rows
    assert [(row.typed["bron"], row.is_chosen) for row in rows] == [("Besluitenlijst", True)] * 2


def test_the_grid_shows_each_amount_to_the_cent_before_it_is_saved(desk, address, tracks):
    """A comma that was meant for cents may be read as thousands, and nobody else will see the amount first."""

    def told(**texts):
        page = desk.post(address, typed(desk.get(address), tracks[0], **decided(tracks[0], **texts)) | {"bekijk": "1"})
        (item,) = re.findall(r"<strong>.*?</li>", page.content.decode(), re.DOTALL)
        return " ".join(strip_tags(item).replace("\xa0", " ").split()).partition("Bedrag ")[2]

    assert told(a="i 12,345") == "bij ‘A’: € 12.345."
    save(desk, address, typed(desk.get(address), tracks[0], **decided(tracks[0], a="i 31.123,07")))
    assert told(a="i 1.041.123,07") == "bij ‘A’: € 31.123,07 € 1.041.123,07."
    assert told(a="t") == ""
