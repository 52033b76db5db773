"""Who does which project, where and when, from a sheet and back."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from results.models import PhaseKind, Project, ProjectPartner, ProjectPhase
from tests.test_import import as_csv, confirm, problems_of, text_of, upload

PARTNERS = "/beheer/results/projectpartner/"
PHASES = "/beheer/results/projectphase/"
ROLES = ["Project", "Partner", "Rol"]
HEAD = ["Project", "Fase", "Van", "Tot en met", "Bron"]


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def phases(deal, deck):
    """Two phases of the Climate Campus, of which the second has no end, and one without any date."""
    campus = Project.objects.get(slug="climate-campus")
    campus.phases.create(kind="voorbereiding", starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31), source=deck)
    campus.phases.create(kind="uitvoering", starts_on=date(2021, 1, 1), text="sinds begin 2021", source=deck)
    campus.phases.create(kind="evaluatie", source=deck)
    return campus.phases


def values(model):
    return set(model.objects.values_list(*[one.name for one in model._meta.concrete_fields if not one.primary_key]))


@pytest.mark.parametrize("form", ["xlsx", "ods", "csv"])
@pytest.mark.parametrize(("path", "model"), [(PARTNERS, ProjectPartner), (PHASES, ProjectPhase)])
def test_an_export_changes_nothing_and_brings_back_what_was_deleted(desk, taking_part, phases, form, path, model):
    before = values(model)
    assert len(before) == 3
    export = desk.get(f"{path}exporteren/{form}/").content
    again = upload(desk, SimpleUploadedFile(f"uit.{form}", export), path)
    assert "Het bestand verandert niets" in again.text, text_of(again)
    model.objects.all().delete()
    preview = upload(desk, SimpleUploadedFile(f"uit.{form}", export), path)
    assert "3 nieuwe rijen, 0 gewijzigde rijen." in text_of(preview)
    assert not model.objects.exists()
    assert confirm(desk, preview, path).status_code == 302
    assert values(model) == before


def test_a_role_and_a_place_are_shown_first_and_kept_when_confirmed(client, desk, deal, zwolle, dalfsen):
    sheet = as_csv(
        ROLES, ["Climate Campus", "Zwolle", "trekker"], ["climate-campus", "Dalfsen", "ligt in deze gemeente"]
    )
    preview = upload(desk, sheet, PARTNERS)
    assert "2 nieuwe rijen" in text_of(preview)
    assert not ProjectPartner.objects.exists()
    confirm(desk, preview, PARTNERS)
    assert set(ProjectPartner.objects.values_list("project__slug", "partner__name", "role")) == {
        ("climate-campus", "Zwolle", "trekker"),
        ("climate-campus", "Dalfsen", "gebied"),
    }
    page = client.get("/resultaten/projecten/climate-campus/").text
    assert "Dalfsen" in page
    assert "Zwolle" in page


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (["Onbekend", "Zwolle", "trekker"], "Project", "‘Onbekend’ kennen wij niet."),
        (["Climate Campus", "Zwolle", "baas"], "Rol", "‘baas’ kennen wij niet."),
        (["Climate Campus", "", "trekker"], "Partner", "Dit veld is verplicht."),
    ],
)
def test_what_is_wrong_with_a_role_is_told_by_row_and_column(desk, deal, zwolle, row, column, said):
    ((number, where, message),) = problems_of(upload(desk, as_csv(ROLES, row), PARTNERS))
    assert (number, where) == ("2", column)
    assert message.startswith(said)


@pytest.mark.parametrize(
    ("rows", "column", "said"),
    [
        (
            [["Climate Campus", "uitvoering", "2021-01-01", "2020-01-01"]],
            "Tot en met",
            "Het einde ligt voor het begin.",
        ),
        ([["Climate Campus", "uitvoering", "1921-01-01", ""]], "Van", "Kies een jaar van 2000 tot en met 2050."),
        (
            [["Climate Campus", "uitvoering", "2021-01-01", ""], ["Climate Campus", "gebruik", "2020-01-01", ""]],
            "Van",
            "‘Gebruik en beheer’ komt na ‘uitvoering’. Klopt het jaar?",
        ),
    ],
)
def test_a_phase_that_cannot_be_is_told_by_row_and_column(desk, deal, deck, rows, column, said):
    sheet = as_csv(HEAD, *[[*row, "presentatie"] for row in rows])
    assert problems_of(upload(desk, sheet, PHASES)) == [(str(len(rows) + 1), column, said)]
    assert not ProjectPhase.objects.exists()


def test_a_phase_finds_its_like_by_project_kind_and_begin(desk, phases):
    sheet = as_csv(HEAD, ["Climate Campus", "uitvoering", "2021-01-01", "2023-12-31", "presentatie"])
    preview = upload(desk, sheet, PHASES)
    assert "0 nieuwe rijen, 1 gewijzigde rij." in text_of(preview)
    confirm(desk, preview, PHASES)
    assert phases.get(kind=PhaseKind.EXECUTION).ends_on == date(2023, 12, 31)
    assert phases.count() == 3
