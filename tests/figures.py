"""The cast of the tests that is about results: figures of each nature, and a programme with its projects."""

from datetime import date
from decimal import Decimal

import pytest

from results.models import (
    Indicator,
    IndicatorNature,
    Programme,
    Project,
    ProjectPartner,
    ProjectRole,
    ProjectStatus,
    Scope,
)


@pytest.fixture
def helped(deck):
    """A headline that was counted three times, the last time perhaps in another way."""
    indicator = Indicator.objects.create(
        slug="naar-werk",
        name="Inwoners naar werk",
        nature=IndicatorNature.ACHIEVED,
        sentence="inwoners ondersteund van werkloos naar werk.",
        unit="inwoners",
        message="Sinds begin 2021 zijn steeds meer inwoners ondersteund naar werk",
        headline_position=1,
    )
    for day, words, qualifier, value, comparable in [
        (date(2021, 1, 1), "begin 2021", "", 1400, True),
        (date(2021, 6, 24), "24 juni 2021", "ruim", 1800, True),
        (date(2023, 1, 1), "begin 2023", "meer dan", 4500, False),
    ]:
        indicator.measurements.create(
            reference_on=day,
            reference_text=words,
            qualifier=qualifier,
            value=value,
            comparable=comparable,
            source=deck,
        )
    return indicator


@pytest.fixture
def growth(deck):
    """A feature of the region beside that of the country, on two days, and once alone."""
    indicator = Indicator.objects.create(
        slug="economische-groei",
        name="Economische groei",
        nature=IndicatorNature.CONTEXT,
        sentence="groei van de economie.",
        unit="%",
        message="De economie van de regio groeide sneller dan die van Nederland",
    )
    for year, region, country in [(2016, "2.7", "2.2"), (2017, "3.3", "2.9"), (2022, "4.6", None)]:
        for scope, value in [(Scope.REGION, region), (Scope.COUNTRY, country)]:
            if value:
                indicator.measurements.create(
                    scope=scope,
                    reference_on=date(year, 1, 1),
                    reference_text=str(year),
                    value=Decimal(value),
                    source=deck,
                )
    return indicator


@pytest.fixture
def deal(deck):
    """A programme of four projects, of which its one line of action holds two that are known by name."""
    programme = Programme.objects.create(
        slug="regio-deal", name="Regio Deal", project_count=4, period_text="2020 tot en met 2023", source=deck
    )
    climate = programme.lines.create(slug="klimaat", name="Aan de slag met klimaat", position=1, source=deck)
    for slug, name, status in [
        ("climate-campus", "Climate Campus", ProjectStatus.CONFIRMED),
        ("station", "Station Steenwijk", ProjectStatus.PRESUMED),
    ]:
        Project.objects.create(slug=slug, name=name, programme=climate, status=status, source=deck)
    return programme


@pytest.fixture
def promise(deck):
    """What the region wants to reach, and nobody has measured."""
    indicator = Indicator.objects.create(
        slug="extra-woningen",
        name="Extra woningen",
        nature=IndicatorNature.PROMISED,
        sentence="extra woningen.",
        unit="woningen",
        headline_position=2,
    )
    indicator.targets.create(value=50_000, source=deck)
    indicator.targets.create(
        value=50_000, qualifier="ten minste", due_on=date(2039, 12, 31), due_text="vóór 2040", source=deck
    )
    return indicator


@pytest.fixture
def investment(deck):
    """Money that three sources count differently."""
    indicator = Indicator.objects.create(
        slug="regio-deal-geld",
        name="Investering in de Regio Deal",
        nature=IndicatorNature.INVESTED,
        sentence="van Rijk en regio samen.",
        unit="euro",
        warning="Andere bronnen noemen ruim € 80 miljoen.",
        headline_position=3,
    )
    for year, qualifier, value in [(2020, "ruim", 80_000_000), (2023, "zo’n", 90_000_000)]:
        indicator.measurements.create(
            reference_on=date(year, 1, 1), reference_text=str(year), qualifier=qualifier, value=value, source=deck
        )
    return indicator


@pytest.fixture
def taking_part(deal, zwolle, dalfsen):
    """Zwolle leads the Climate Campus, in which Dalfsen takes part; Dalfsen probably leads the station."""
    campus, station = Project.objects.order_by("slug")
    ProjectPartner.objects.create(project=campus, partner=dalfsen, role=ProjectRole.PARTNER)
    ProjectPartner.objects.create(project=campus, partner=zwolle, role=ProjectRole.LEAD)
    ProjectPartner.objects.create(project=station, partner=dalfsen, role=ProjectRole.PRESUMED_LEAD)
    return campus
