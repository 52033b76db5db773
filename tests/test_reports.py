"""Progress reports: gathered on a day, frozen for ever, and compared with the one before."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from docx import Document as read_docx
from openpyxl import load_workbook

from consultation.deciding.models import Decision, Dossier, Outcome, Track
from partners.ground import history
from regiozwolle.example import reports
from regiozwolle.pages.search import answer_to
from regiozwolle.reports.changes import RowChange, SectionChanges, differences, told_first
from regiozwolle.reports.freezing import freeze
from regiozwolle.reports.gathering import gather
from regiozwolle.reports.reading import sections
from regiozwolle.searching.freshness import read_everything
from results.actions.corrections import correct
from results.models import Direction, Funder, Funding, Indicator, Report, StatusRule
from tests.filling import press
from tests.reading import words

ADDRESS = "/resultaten/rapportages/2022/"


def prepared(year, **fields):
    return Report.objects.create(
        slug=str(year),
        title=f"Voortgangsrapportage {year}",
        starts_on=date(year, 1, 1),
        ends_on=date(year, 12, 31),
        **fields,
    )


def published(report):
    report = freeze(report=report)
    report.published_at = report.frozen_at
    report.save(update_fields=["published_at"])
    return report


@pytest.fixture
def decided(council, deck):
    """The council of Zwolle agreed on 1 June 2023."""
    dossier = Dossier.objects.create(slug="agenda", title="Strategische agenda", summary="De agenda.")
    track = Track.objects.create(dossier=dossier, body=council)
    return Decision.objects.create(track=track, decided_on=date(2023, 6, 1), outcome=Outcome.AGREED, source=deck)


@pytest.fixture
def paid(deal, deck):
    return Funding.objects.create(
        programme=deal,
        funder=Funder.STATE,
        qualifier="ruim",
        committed=Decimal("22500000"),
        reference_on=date(2020, 6, 19),
        reference_text="19 juni 2020",
        source=deck,
    )


@pytest.fixture
def first(helped, goal, deal, paid):
    """The report over 2022, on the site."""
    return published(prepared(2022, introduction="Wat er in 2022 gebeurde."))


@pytest.fixture
def second(first, decided):
    """The report over 2023, in which more is known."""
    return published(prepared(2023))


def by_key(content, section):
    (found,) = [one for one in sections(content) if one.key == section]
    return {row.key: {cell.title: cell.text for cell in row.cells} for row in found.rows}


def test_a_report_holds_what_was_known_on_its_last_day(first, second):
    assert by_key(first.content, "bereikt")["naar-werk"]["Stand"] == "ruim 1.800 inwoners"
    assert by_key(second.content, "bereikt")["naar-werk"]["Stand"] == "meer dan 4.500 inwoners"
    assert by_key(first.content, "geld") == {
        "regio-deal rijk": {
            "Van wie": "Rijk",
            "Jaar": "hele looptijd",
            "Toegezegd": "ruim €\xa022,5\xa0miljoen",
            "Besteed": "",
            "Bron": "Presentatie Samenwerken in Regio Zwolle",
        }
    }
    assert list(by_key(first.content, "opgaven")) == ["RZ24-L1.2"]
    assert list(by_key(first.content, "projecten")) == ["climate-campus", "station"]
    assert by_key(first.content, "besluiten") == {}
    assert [row["Uitkomst"] for row in by_key(second.content, "besluiten").values()] == ["ingestemd"]


def test_what_to_look_out_for_stands_at_a_figure_and_is_no_change(first, helped):
    Indicator.objects.filter(pk=helped.pk).update(warning="Niet op dezelfde manier geteld.")
    later = gather(first.ends_on)
    assert by_key(later, "bereikt")["naar-werk"]["Bron en opmerking"] == (
        "Presentatie Samenwerken in Regio Zwolle. Let op: Niet op dezelfde manier geteld."
    )
    assert all(one.is_empty for one in differences(first.content, later))


def test_a_report_holds_how_each_figure_stood_on_that_day(helped, goal):
    assert by_key(gather(date(2022, 12, 31)), "bereikt")["naar-werk"]["Status"] == "geen oordeel"
    helped.rule, helped.direction = StatusRule.PREVIOUS, Direction.MORE
    helped.save()
    assert by_key(gather(date(2020, 12, 31)), "bereikt")["naar-werk"]["Status"] == "nog niet gemeten"
    assert by_key(gather(date(2022, 12, 31)), "bereikt")["naar-werk"]["Status"] == "vooruitgegaan"
    assert by_key(gather(date(2023, 12, 31)), "bereikt")["naar-werk"]["Status"] == "niet te zeggen"


def test_what_the_demo_invents_is_in_no_report(decided):
    with history.recorded("gewijzigd", reason="In de proef."):
        Dossier.objects.update(is_example=True)
    assert by_key(gather(date(2023, 12, 31)), "besluiten") == {}


def test_a_report_is_frozen_once_and_after_its_period(db):
    coming = prepared(timezone.localdate().year + 1)
    with pytest.raises(ValidationError, match="De periode loopt nog tot en met 31"):
        freeze(report=coming)
    report = freeze(report=prepared(2022))
    with pytest.raises(ValidationError, match="al vastgelegd"):
        freeze(report=report)


def test_nothing_that_happens_later_changes_a_frozen_report(client, first, helped, goal, deal):
    before = client.get(ADDRESS).text
    helped.measurements.all().delete()
    helped.name = "Iets anders"
    helped.save()
    deal.fundings.all().delete()
    assert client.get(ADDRESS).text == before


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Anders"},
        {"slug": "anders"},
        {"introduction": "Anders"},
        {"ends_on": date(2022, 12, 30)},
        {"content": {"sections": []}},
        {"frozen_at": datetime(2023, 1, 1, tzinfo=UTC)},
        {"published_at": None},
        {"is_example": True},
    ],
)
def test_the_database_refuses_to_change_a_frozen_report(first, change):
    with pytest.raises(IntegrityError, match="verandert niet meer"), transaction.atomic():
        Report.objects.filter(pk=first.pk).update(**change)


def test_the_database_refuses_to_delete_a_frozen_report(first):
    with pytest.raises(IntegrityError, match="verandert niet meer"), transaction.atomic():
        Report.objects.filter(pk=first.pk).delete()


def test_until_it_is_on_the_site_its_moment_can_be_chosen(client, helped):
    report = freeze(report=prepared(2022))
    Report.objects.update(published_at=timezone.now() + timedelta(days=1))
    assert client.get(ADDRESS).status_code == 404
    Report.objects.update(published_at=timezone.now() - timedelta(days=1))
    assert client.get(ADDRESS).status_code == 200
    assert Report.objects.get().content == report.content


def test_the_database_refuses_to_publish_what_is_not_frozen(db):
    prepared(2022)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.update(published_at=timezone.now())


def test_the_second_report_says_what_changed_since_the_first(second):
    changed = {one.title: one for one in differences(second.previous.content, second.content)}
    assert changed["Cijfers: bereikt"].rows == [
        RowChange(
            "gewijzigd",
            "Inwoners naar werk",
            "Stand: van ruim 1.800 inwoners naar meer dan 4.500 inwoners. Peildatum: van 24 juni 2021 naar begin 2023.",
        )
    ]
    assert changed["Besluiten"].rows == [
        RowChange(
            "nieuw",
            "gemeenteraad van Zwolle",
            "gemeenteraad van Zwolle: Strategische agenda, het geheel, ingestemd, 1\xa0juni\xa02023",
        )
    ]
    assert changed["Geld"].summary == "niets veranderd"


def test_what_is_gone_and_what_became_known_are_said_too(first, helped, deal):
    before = json.loads(json.dumps(first.content))
    after = json.loads(json.dumps(first.content))
    money = next(one for one in after["sections"] if one["key"] == "geld")
    money["rows"] = []
    figures = next(one for one in before["sections"] if one["key"] == "bereikt")
    figures["rows"][0]["cells"][1:3] = [None, None]
    changed = {one.title: one for one in differences(before, after)}
    assert [(row.kind, row.name) for row in changed["Geld"].rows] == [("vervallen", "Regio Deal")]
    assert [(row.kind, row.text) for row in changed["Cijfers: bereikt"].rows] == [
        ("gewijzigd", "Stand: was nog niet bekend, nu ruim 1.800 inwoners.")
    ]


def with_status(content, status):
    """The `content` of a report in which the first figure of the section "bereikt" has the `status`."""
    content = json.loads(json.dumps(content))
    figures = next(section for section in content["sections"] if section["key"] == "bereikt")
    place = [column["key"] for column in figures["columns"]].index("status")
    figures["rows"][0]["cells"][place] = status
    return content


def test_that_a_figure_is_not_judged_any_more_is_no_change(first):
    """A rule that was taken away, or a value too old to judge by, says nothing of how far the region is."""
    judged, not_judged = with_status(first.content, "op koers"), with_status(first.content, "geen oordeel")
    assert [one.summary for one in differences(judged, not_judged) if not one.is_empty] == []
    assert [row.text for one in differences(not_judged, judged) for row in one.rows] == [
        "Status: van geen oordeel naar op koers."
    ]


def test_an_example_is_not_compared_with_a_real_report(first):
    example = Report.objects.create(
        slug="voorbeeld", title="Voorbeeld", starts_on="2023-01-01", ends_on=date(2023, 12, 31), is_example=True
    )
    assert freeze(report=example).previous is None


def test_what_changed_most_is_told_first_in_three_sentences_on_the_page_and_on_paper(client, second):
    changed = differences(second.previous.content, second.content)
    results, decisions = told_first(changed)
    assert results == "Inwoners naar werk: van ruim 1.800 inwoners naar meer dan 4.500 inwoners."
    assert decisions.startswith("Nieuw: gemeenteraad van Zwolle: Strategische agenda")
    rows = [RowChange("nieuw", name, name) for name in "abcd"]
    many = [SectionChanges("Over", rows, "context"), SectionChanges("Bereikt", rows[1:], "bereikt")]
    assert told_first(many) == ["Nieuw: b.", "Nieuw: a.", "Nieuw: c."]
    above, below = client.get("/resultaten/rapportages/2023/").text.split('id="veranderd"')
    assert results in words(above.split("data-answer")[1])
    assert below.count("<details") == below.count("<table") + sum(not one.is_empty for one in changed)
    file = read_docx(BytesIO(client.get("/resultaten/rapportages/2023/bestand.docx").content))
    told = [words(paragraph.text) for paragraph in file.paragraphs]
    following = dict(zip(told, told[1:], strict=False))  # of the heading in the text, not in the contents before it
    assert following["Dit veranderde sinds 31 december 2022"] == results


def test_its_page_shows_the_change_the_content_and_the_files(client, second):
    page = client.get("/resultaten/rapportages/2023/")
    assert "Stand: van ruim 1.800 inwoners naar meer dan 4.500 inwoners." in page.text
    assert 'Vergeleken met <a href="/resultaten/rapportages/2022/">Voortgangsrapportage 2022</a>' in page.text
    assert '<a href="/resultaten/rapportages/2023/bestand.pdf">PDF (toegankelijk)</a>' in page.text
    assert "Na het vastleggen gecorrigeerd" not in page.text
    assert not page.cookies


def test_a_later_correction_stands_above_it_and_changes_nothing_in_it(client, first, helped, deck):
    measurement = helped.measurements.get(value=1800)
    correct(measurement=measurement, qualifier="", value=1750, reason="Dubbel geteld.")
    content = client.get(ADDRESS).text
    above, below = content.split('id="inleiding"')
    assert "Na het vastleggen gecorrigeerd: was ruim 1.800, is nu 1.750." in above
    assert "Reden: Dubbel geteld." in above
    assert "ruim 1.800 inwoners" in below
    assert "1.750" not in below
    file = read_docx(BytesIO(client.get(f"{ADDRESS}bestand.docx").content))
    assert any("was ruim 1.800, is nu 1.750" in paragraph.text for paragraph in file.paragraphs)


def test_a_correction_from_before_freezing_is_not_shown(client, helped, deck, goal):
    correct(measurement=helped.measurements.get(value=1800), qualifier="", value=1750, reason="Typefout.")
    published(prepared(2022))
    assert "Na het vastleggen gecorrigeerd" not in client.get(ADDRESS).text


@pytest.mark.parametrize("form", ["pdf", "docx", "odt", "xlsx", "json"])
def test_it_is_offered_in_every_form(client, second, form):
    answer = client.get(f"/resultaten/rapportages/2023/bestand.{form}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="voortgangsrapportage-2023.{form}"'


def test_its_spreadsheet_and_json_hold_numbers_and_changes(client, second):
    book = load_workbook(BytesIO(client.get("/resultaten/rapportages/2023/bestand.xlsx").content))
    rows = list(book["Cijfers bereikt"].iter_rows(values_only=True))
    assert rows[0] == (
        "Cijfer",
        "Stand",
        "Peildatum",
        "Status",
        "Bron en opmerking",
        "Zekerheid",
        "Waarde",
        "Eenheid",
        "Adres",
    )
    assert rows[1][6] == 4500
    assert [row[1] for row in book["Veranderd"].iter_rows(values_only=True, min_row=2)] == ["gewijzigd", "nieuw"]
    content = json.loads(client.get("/resultaten/rapportages/2023/bestand.json").content)
    money = next(table for table in content["tabellen"] if table["titel"] == "Geld")
    assert money["rijen"][0]["toegezegd_in_euro"] == 22_500_000
    assert money["rijen"][0]["besteed_in_euro"] is None


@pytest.mark.parametrize("path", ["bestand.csv", "bestand.exe", "bestand.", "x/"])
def test_a_file_that_is_not_there_is_not_found(client, first, path):
    assert client.get(f"{ADDRESS}{path}").status_code == 404


def test_a_report_in_preparation_is_for_the_secretariat_only(client, helped, secretary):
    prepared(2022)
    assert client.get(ADDRESS).status_code == 404
    assert client.get(f"{ADDRESS}bestand.pdf").status_code == 404
    client.force_login(secretary)
    page = client.get(ADDRESS).text
    assert "Deze rapportage is nog niet vastgelegd." in page
    assert "ruim 1.800 inwoners" in page
    assert client.get(f"{ADDRESS}bestand.pdf").status_code == 404


def test_a_file_that_only_the_secretariat_may_have_says_so_until_it_is_on_the_site(client, helped, secretary):
    report = freeze(report=prepared(2022))
    said = "Alleen voor het secretariaat: deze rapportage staat nog niet op de site."
    client.force_login(secretary)
    file = client.get(f"{ADDRESS}bestand.docx")
    assert file["Content-Disposition"] == 'attachment; filename="voortgangsrapportage-2022-nog-niet-op-de-site.docx"'
    assert read_docx(BytesIO(file.content)).sections[0].header.paragraphs[0].text == said
    report.published_at = report.frozen_at
    report.save(update_fields=["published_at"])
    file = client.get(f"{ADDRESS}bestand.docx")
    assert file["Content-Disposition"] == 'attachment; filename="voortgangsrapportage-2022.docx"'
    assert read_docx(BytesIO(file.content)).sections[0].header.paragraphs[0].text == ""


def test_the_list_names_those_on_the_site(client, second):
    prepared(2024)
    page = client.get("/resultaten/rapportages/").text
    assert page.index("Voortgangsrapportage 2023") < page.index("Voortgangsrapportage 2022")
    assert "Voortgangsrapportage 2024" not in page


def test_without_reports_the_list_says_so(client, db):
    assert "Er staat nog geen rapportage op de site." in client.get("/resultaten/rapportages/").text


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_of_its_pages_do_not_grow(client, helped, deal, goal, count, django_assert_num_queries):
    for year in range(2024 - count, 2024):
        published(prepared(year))
    with django_assert_num_queries(1):
        client.get("/resultaten/rapportages/")
    with django_assert_num_queries(3):
        client.get("/resultaten/rapportages/2023/")


class TestFreezingAtTheDesk:
    def test_the_secretariat_sees_what_will_be_frozen_and_freezes_it(self, client, secretary, helped):
        report = prepared(2022)
        client.force_login(secretary)
        change = f"/beheer/results/report/{report.pk}/change/"
        act = f"/beheer/rapportages/{report.pk}/vastleggen/"
        assert f'href="{act}"' in client.get(change).text
        page = client.get(act).text
        assert "De stand op 31\xa0december\xa02022 wordt bewaard" in page
        assert Report.objects.get().frozen_at is None
        answer = press(client, act, follow=True)
        assert answer.redirect_chain == [(change, 302)]
        assert "De rapportage is vastgelegd." in answer.text
        assert Report.objects.get().is_frozen
        assert "al vastgelegd" in press(client, act, follow=True).text

    def test_a_period_that_is_not_over_cannot_be_frozen(self, client, secretary):
        report = prepared(timezone.localdate().year + 1)
        client.force_login(secretary)
        page = client.get(f"/beheer/rapportages/{report.pk}/vastleggen/").text
        assert "De periode loopt nog" in page
        assert "Leg vast" not in page

    def test_a_frozen_report_shows_its_fields_but_its_moment_can_be_set(self, client, secretary, helped):
        report = prepared(2022)
        Report.objects.update(frozen_at=timezone.make_aware(datetime(2026, 1, 1, 9)), content={"sections": []})
        client.force_login(secretary)
        change = f"/beheer/results/report/{report.pk}/change/"
        page = client.get(change).text
        assert 'name="title"' not in page
        assert 'name="published_at_0"' in page
        early = client.post(change, {"published_at_0": "2025-12-31", "published_at_1": "09:00"})
        assert "De rapportage is pas daarna vastgelegd. Kies een later moment." in early.text
        assert 'value="2025-12-31"' in early.text
        assert Report.objects.get().published_at is None
        client.post(change, {"published_at_0": "2026-01-02", "published_at_1": "09:00"})
        assert timezone.localtime(Report.objects.get().published_at) == timezone.make_aware(datetime(2026, 1, 2, 9))
        assert 'name="published_at_0"' not in client.get(change).text
        assert client.get(f"/beheer/results/report/{report.pk}/delete/").status_code == 403

    def test_only_the_secretariat_can_freeze(self, client, councillor, helped):
        report = prepared(2022)
        act = f"/beheer/rapportages/{report.pk}/vastleggen/"
        assert client.get(act).status_code == 302
        client.force_login(councillor)
        assert press(client, act).status_code in (302, 403)
        assert not Report.objects.get().is_frozen


def test_a_report_is_found_and_is_open_data_but_an_example_is_neither(client, first, helped):
    Report.objects.create(
        slug="verzonnen",
        title="Voortgangsrapportage 2021",
        starts_on="2021-01-01",
        ends_on="2021-12-31",
        is_example=True,
    )
    read_everything()
    assert [result.url for result in answer_to("voortgangsrapportage").results][:1] == [ADDRESS]
    assert "verzonnen" not in str(answer_to("voortgangsrapportage"))
    rows = client.get("/open-data/rapportages.json").json()["rapportages"]
    assert [row["adres"] for row in rows] == ["2022"]


def test_the_demo_makes_its_two_examples_once(client, helped, goal):
    reports.load()
    reports.load()
    assert [report.slug for report in Report.objects.all()] == ["voorbeeld-2023", "voorbeeld-2022"]
    page = client.get("/resultaten/rapportages/voorbeeld-2023/").text
    assert '<span class="badge">Voorbeeld</span> Deze rapportage is gemaakt voor de demo.' in page
    assert "van ruim 1.800 inwoners naar meer dan 4.500 inwoners" in page
