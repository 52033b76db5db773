"""What the seed says of figures, projects and money: each with its word, its date and its source."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from regiozwolle import content
from results.models import (
    Funder,
    Funding,
    Indicator,
    IndicatorNature,
    Measurement,
    Programme,
    Project,
    ProjectStatus,
    Tariff,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]


@pytest.mark.parametrize(
    ("slug", "nature", "qualifier", "value"),
    [
        ("inwoners-naar-werk", IndicatorNature.ACHIEVED, "meer dan", 4_500),
        ("werkgevers-met-aanvraag-voor-scholing", IndicatorNature.ACHIEVED, "", 1_200),
        ("medewerkers-bereikt-met-scholing", IndicatorNature.ACHIEVED, "", 1_900),
        ("internationale-bedrijven-gevestigd", IndicatorNature.ACHIEVED, "", 9),
        ("arbeidsplaatsen-door-internationale-bedrijven", IndicatorNature.ACHIEVED, "", 506),
        ("bedrijven-via-kennispoort", IndicatorNature.ACHIEVED, "meer dan", 500),
        ("rijk-bereikbare-woningbouw", IndicatorNature.PROMISED, "", 100_000_000),
        ("regio-deal-investering", IndicatorNature.INVESTED, "zo’n", 90_000_000),
        ("vacatures-per-werkzoekende", IndicatorNature.CONTEXT, "", 4),
        ("bedrijven-met-weinig-werknemers", IndicatorNature.CONTEXT, "meer dan", 70),
        ("mbo-niveau-3", IndicatorNature.CONTEXT, "", 60),
    ],
)
def test_the_figures_of_the_deck_are_there(seed_figures, slug, nature, qualifier, value):
    assert seed_figures[slug] == (nature, qualifier, Decimal(value))


@pytest.fixture(scope="module")
def seed_figures():
    """By slug: nature, qualifier and value of every measurement that the deck gives, read from the files."""
    return {
        entry["slug"]: (entry["nature"], measurement.get("qualifier", ""), Decimal(measurement["value"]))
        for _, model, entry in content.read()
        if model is Indicator
        for measurement in entry.get("measurements", [])
        if measurement["source"] == "presentatie"
    }


# Every figure of section 6 of the sources, of the deck and of the money: area or partner, word before it, value, when,
# and source. Targets have no area. The deck's own stand in the test above too.
FIGURES = {
    "inwoners-naar-werk": [
        ("regio", "", 1_400, "begin 2021", "rtvdrenthe-168955"),
        ("regio", "ruim", 1_800, "24 juni 2021", "rz-2021-06-24"),
        ("regio", "meer dan", 4_500, "begin 2023", "presentatie"),
    ],
    "medewerkers-bereikt-met-scholing": [("regio", "", 1_900, "begin 2023", "presentatie")],
    "werkgevers-met-aanvraag-voor-scholing": [("regio", "", 1_200, "begin 2023", "presentatie")],
    "arbeidsplaatsen-door-internationale-bedrijven": [("regio", "", 506, "tot begin 2023", "presentatie")],
    "internationale-bedrijven-gevestigd": [("regio", "", 9, "tot begin 2023", "presentatie")],
    "bedrijven-via-kennispoort": [("regio", "meer dan", 500, "begin 2023", "presentatie")],
    "rijk-bereikbare-woningbouw": [
        ("regio", "", 100_000_000, "14 november 2022", "bouw-en-aanbesteding"),
        ("regio", "", 100_000_000, "14 november 2022", "presentatie"),
    ],
    "rijk-woningbouw-meppel-en-zwolle": [("regio", "ruim", 81_000_000, "23 juni 2022", "rz-2022-06-23")],
    "rijk-woningbouw-meppel": [("meppel", "ruim", 28_000_000, "23 juni 2022", "rz-2022-06-23")],
    "rijk-woningbouw-zwolle": [("zwolle", "ruim", 53_000_000, "23 juni 2022", "rz-2022-06-23")],
    "rijk-spoorzone-zwolle": [("zwolle", "", 71_700_000, "14 november 2022", "bouw-en-aanbesteding")],
    "extra-woningen": [
        ("", "", 50_000, "", "presentatie"),
        ("", "ten minste", 50_000, "vóór 2040", "rz-verstedelijkingsstrategie"),
        ("", "", 40_000, "tot 2030", "bouw-en-aanbesteding"),
    ],
    "woningen-spoorzone-en-binnenstad": [("", "", 8_800, "tot 2030", "woningen-spoorzone")],
    "nieuwe-arbeidsplaatsen": [
        ("", "", 20_000, "", "presentatie"),
        ("", "", 20_000, "vóór 2040", "rz-verstedelijkingsstrategie"),
    ],
    "regio-deal-investering": [
        ("regio", "zo’n", 90_000_000, "begin 2023", "presentatie"),
        ("regio", "ruim", 80_000_000, "16 december 2020", "rtvfocuszwolle"),
        ("regio", "ruim", 87_000_000, "19 juni 2020", "rz-2020-06-19"),
    ],
    "regiobudget": [
        ("regio", "", 2_600_000, "2021", "rz-2020-12-16"),
        ("regio", "", 2_800_000, "2022", "rz-2021-12-20"),
    ],
    "gemeenten-in-ontwikkelfonds": [("regio", "", 19, "midden 2019", "meppelercourant-1019133")],
    "bijdrage-per-inwoner-human-capital-agenda": [("regio", "", "1.80", "2019 tot en met 2023", "dronten-2018")],
    "bijdrage-dronten-human-capital-agenda": [("dronten", "ongeveer", 73_000, "2019 tot en met 2023", "dronten-2018")],
    "kosten-dalfsen-verwacht": [("dalfsen", "ten minste", 100_000, "2019", "dalfsen-2019")],
    "bijdrage-per-inwoner": [("hoogeveen", "", "2.75", "rond 2018", "rtvdrenthe-145098")],
    "bijdrage-per-inwoner-2024-2028": [],
    "begroting-2024-2028": [],
    "economische-groei": [
        ("regio", "", "2.7", "2016", "monitor-2016"),
        ("nederland", "", "2.2", "2016", "monitor-2016"),
        ("regio", "", "3.3", "2017", "monitor-2018"),
        ("nederland", "", "2.9", "2017", "monitor-2018"),
    ],
    "economische-groei-monitor-2022": [("regio", "", "4.6", "uitgave van 8 december 2022", "monitor-2022")],
    "groei-werkgelegenheid-2011-2021": [
        ("regio", "", "12.3", "2011 tot 2021", "monitor-2022"),
        ("nederland", "", "8.8", "2011 tot 2021", "monitor-2022"),
    ],
    "arbeidsplaatsen": [
        ("regio", "", 318_500, "uitgave 2016", "monitor-2016"),
        ("regio", "", 339_550, "uitgave 2018", "monitor-2018"),
    ],
    "werkloosheid": [
        ("regio", "", "6.7", "uitgave 2016", "monitor-2016"),
        ("regio", "", "3.3", "eind 2021", "regiozwollecongres"),
    ],
    "vacatures": [("regio", "", 51_000, "eerste helft van 2018", "monitor-2018")],
    "vacatures-per-werkzoekende": [
        ("regio", "", 4, "begin 2023", "presentatie"),
        ("nederland", "ruim", 4, "eerste kwartaal van 2022", "nieuws-2022-07-13"),
    ],
    "vacatures-per-100-werklozen": [("nederland", "", 120, "vierde kwartaal van 2022", "cbs-vacatures-2022")],
    "bedrijven-met-weinig-werknemers": [("regio", "meer dan", 70, "begin 2023", "presentatie")],
    "mkb-banen-economische-agenda": [("regio", "", 70, "agenda 2018-2022", "ebrz-agenda")],
    "familiebedrijven": [("regio", "", 73, "agenda 2018-2022", "ebrz-agenda")],
    "mkb-banen-monitor": [("regio", "", 65, "uitgave 2018", "monitor-2018")],
    "mbo-niveau-3": [("regio", "", 60, "begin 2023", "presentatie")],
    "bedrijven-met-tekort-aan-personeel": [("regio", "", 85, "31 oktober 2023", "steenwijkerland-2023-10-31")],
    "achterstand-arbeidsproductiviteit": [("regio", "", 12, "31 oktober 2023", "steenwijkerland-2023-10-31")],
    "bedrijven-met-weinig-verandervermogen": [("regio", "ongeveer", 40, "7 december 2023", "monitor-2023")],
    "btw-omzet": [("regio", "", 21_500_000_000, "uitgave 2016", "monitor-2016")],
    "ondernemers": [("regio", "", 80_000, "31 oktober 2023", "datdoetdedeal")],
    "inwoners": [
        ("regio", "", 785_002, "rond 1 januari 2021", "inwoners-2021"),
        ("regio", "", 819_232, "1 januari 2026", "cbs-03759ned"),
    ],
    "inwoners-volgens-berichten": [
        ("regio", "", 675_000, "2016", "blikopbzk-2016"),
        ("regio", "", 685_731, "2018", "monitor-2018"),
        ("regio", "", 780_000, "2020 tot en met 2022", "plaatsengids"),
        ("regio", "", 740_000, "14 februari 2020", "steenwijkerland-2020-02-14"),
        ("regio", "", 800_000, "31 oktober 2023", "datdoetdedeal"),
    ],
    "oppervlakte": [("regio", "", 3_655, "1 januari 2016", "zwollenu")],
    "arbeidsplaatsen-oost-nl": [
        ("oost-nederland", "", 1_260, "2017", "oostnl"),
        ("oost-nederland", "", 1_200, "2018", "oostnl"),
        ("oost-nederland", "", 1_000, "2019", "oostnl"),
        ("oost-nederland", "ongeveer", 1_100, "2020", "oostnl"),
    ],
}
# What a source says beside a figure, and must be read with it: in the warning, the definition or a note.
SAID_BESIDE = {
    "inwoners-naar-werk": ["300 vouchers", "€ 5.000", "Groei Vooruit", "De manier van tellen kan zijn veranderd."],
    "arbeidsplaatsen-door-internationale-bedrijven": ["niet over welke periode"],
    "rijk-bereikbare-woningbouw": ["€ 71,7 miljoen", "Reevedelta Kampen, Hoogeveen", "Tel ze niet bij elkaar op."],
    "rijk-woningbouw-meppel-en-zwolle": ["ruim € 28 miljoen", "ruim € 53 miljoen", "2.500", "3.250"],
    "extra-woningen": ["40.000, 60.000 of 85.000"],
    "regio-deal-investering": ["€ 22,5 miljoen", "€ 64,55 miljoen"],
    "gemeenten-in-ontwikkelfonds": ["half om half"],
    "arbeidsplaatsen": ["circa 400.000", "zwak"],
    "werkloosheid": ["14.400", "0,9 punt"],
    "vacatures-per-werkzoekende": ["misschien een landelijk cijfer"],
    "vacatures-per-100-werklozen": ["heel Nederland, niet over de regio"],
    "mkb-banen-monitor": ["Vergelijk ze niet."],
    "familiebedrijven": ["Vergelijk het niet"],
    "inwoners-volgens-berichten": ["20 gemeenten.", "21 gemeenten.", "22 gemeenten."],
    "arbeidsplaatsen-oost-nl": ["479 in Overijssel", "400 in Overijssel", "€ 70 miljoen", "niet vergelijken"],
}


def test_every_figure_of_the_sources_is_there_with_its_word_date_and_source():
    seeded = {
        entry["slug"]: [
            (
                one.get("partner") or one.get("scope", "regio"),
                one.get("qualifier", ""),
                Decimal(one["value"]),
                one["reference_text"],
                one["source"],
            )
            for one in entry.get("measurements", [])
        ]
        + [
            ("", one.get("qualifier", ""), Decimal(one["value"]), one.get("due_text", ""), one["source"])
            for one in entry.get("targets", [])
        ]
        for _, model, entry in content.read()
        if model is Indicator
    }
    assert seeded == {
        slug: [(area, word, Decimal(value), when, source) for area, word, value, when, source in values]
        for slug, values in FIGURES.items()
    }


@pytest.mark.parametrize("slug", SAID_BESIDE)
def test_what_a_source_warns_of_stands_beside_its_figure(slug):
    [entry] = [entry for _, model, entry in content.read() if model is Indicator and entry["slug"] == slug]
    beside = [entry.get("definition", ""), entry.get("warning", "")]
    beside += [one.get("note", "") for one in entry.get("measurements", [])]
    said = re.sub(r"\s+", " ", " ".join(beside))
    assert [words for words in SAID_BESIDE[slug] if words not in said] == []


def test_of_every_figure_the_editors_say_whose_it_is_and_why():
    whose = dict(Indicator.objects.values_list("slug", "attribution"))
    assert not Indicator.objects.filter(attribution_reason="").exists()
    assert Counter(whose.values()) == {"lokaal": 7, "gedeeld": 14, "niet-toe-te-rekenen": 24}
    assert whose["arbeidsplaatsen-door-internationale-bedrijven"] == "niet-toe-te-rekenen"
    assert set(Indicator.objects.filter(nature=IndicatorNature.CONTEXT).values_list("attribution", flat=True)) == {
        "niet-toe-te-rekenen"
    }


def test_what_municipalities_paid_is_invested_and_dated():
    paid = Measurement.objects.filter(partner__isnull=False, indicator__nature=IndicatorNature.INVESTED)
    assert sorted(paid.values_list("partner__slug", "value", "reference_text")) == [
        ("dalfsen", 100_000, "2019"),
        ("dronten", 73_000, "2019 tot en met 2023"),
        ("hoogeveen", Decimal("2.75"), "rond 2018"),
    ]
    assert "basisinfrastructuur gold voor 2020 tot en met 2023" in Indicator.objects.get(slug="regiobudget").definition


def test_the_deck_promises_homes_and_jobs():
    for slug, value in (("extra-woningen", 50_000), ("nieuwe-arbeidsplaatsen", 20_000)):
        indicator = Indicator.objects.get(slug=slug)
        assert indicator.nature == IndicatorNature.PROMISED
        assert indicator.targets.get(source__slug="presentatie").value == value
        assert indicator.measurements.count() == 0


def test_charts_have_the_region_beside_the_country():
    growth = Measurement.objects.filter(indicator__slug="economische-groei")
    values = growth.order_by("reference_on", "-scope").values_list("reference_text", "scope", "value")
    assert list(values) == [
        ("2016", "regio", Decimal("2.7")),
        ("2016", "nederland", Decimal("2.2")),
        ("2017", "regio", Decimal("3.3")),
        ("2017", "nederland", Decimal("2.9")),
    ]


def test_eleven_of_the_eighteen_projects_are_named():
    deal = Programme.objects.get(slug="regio-deal-1")
    projects = Project.objects.of(deal).filter(parent=None)
    assert deal.project_count == 18
    assert deal.lines.count() == 5
    assert projects.filter(status=ProjectStatus.CONFIRMED).count() == 9
    assert projects.filter(status=ProjectStatus.PRESUMED).count() == 2
    assert Programme.objects.get(slug="regio-deal-2").lines.count() == 3


def test_parts_phases_and_results_of_projects_are_told_as_far_as_known():
    vechtdal = Project.objects.get(slug="brede-welvaart-in-het-vechtdal")
    assert (vechtdal.part_count, vechtdal.parts.count()) == (23, 3)
    stages = dict(Project.objects.with_stage(date(2026, 11, 1)).values_list("slug", "stage"))
    assert {slug: stage for slug, stage in stages.items() if stage != "onbekend"} == {
        "living-lab-circulaire-economie": "begonnen",
        "toekomstbestendige-arbeidsmarkt": "voorbij",
        "duurzame-groei-toerisme-westerveld": "voorbij",
        "rheezermaten": "gebruik",
    }
    aims = Project.objects.get(slug="dutch-circular-polymer-valley").results
    assert set(aims.values_list("nature", "attribution")) == {("beoogd", "gedeeld")}
    assert aims.count() == 5


def test_no_tariff_of_the_agenda_is_known_and_an_earlier_one_is():
    assert not Tariff.objects.filter(element__isnull=False).exists()
    assert list(Tariff.objects.values_list("purpose", "year", "amount")) == [
        ("Human Capital Agenda", year, Decimal("1.8")) for year in range(2019, 2024)
    ]


def test_conflicting_totals_stand_side_by_side_and_unknown_amounts_are_empty():
    totals = Funding.objects.filter(programme__slug="regio-deal-1", funder=Funder.TOTAL)
    assert sorted(totals.values_list("committed", "source__slug")) == [
        (80_000_000, "rtvfocuszwolle"),
        (87_000_000, "rz-2020-06-19"),
        (90_000_000, "presentatie"),
    ]
    per_project = Funding.objects.filter(project__isnull=False, funder=Funder.STATE)
    assert set(per_project.values_list("committed", "spent")) == {(None, None)}
    assert per_project.count() == 9
