"""A series is one figure for one area: a figure per partner has no value of its own, and sources may differ."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from partners.models import Partner, Source
from regiozwolle.pages.chain import figures_for
from regiozwolle.reports.gathering import gather
from results.actions import confirmations
from results.models import (
    ConfirmationRequest,
    Direction,
    Indicator,
    IndicatorNature,
    Override,
    Owner,
    Proposal,
    Scope,
    StatusRule,
    StatusWord,
)
from results.status import with_assessment
from tests.filling import form_on, send
from tests.reading import section, section_under, visible, words

YEARS = [timezone.localdate() - timedelta(days=days) for days in (500, 135)]


@pytest.fixture
def panels(deck, zwolle, dalfsen, goal):
    """A figure per partner: Zwolle had many and has more, Dalfsen had few and has fewer."""
    indicator = Indicator.objects.create(
        slug="zonnepanelen",
        name="Zonnepanelen",
        nature=IndicatorNature.ACHIEVED,
        sentence="zonnepanelen op daken.",
        unit="zonnepanelen",
        scope=Scope.PARTNER,
        direction=Direction.MORE,
        rule=StatusRule.PREVIOUS,
        headline_position=3,
    )
    indicator.elements.add(goal)
    for partner, values in [(zwolle, [8000, 9000]), (dalfsen, [500, 350])]:
        for on, value in zip(YEARS, values, strict=True):
            indicator.measurements.create(
                scope=Scope.PARTNER,
                partner=partner,
                value=value,
                reference_on=on,
                reference_text=f"{on:%Y}",
                source=deck,
            )
    return indicator


@pytest.fixture
def newspaper(db):
    return Source.objects.create(slug="krant", title="De krant")


def read(indicator):
    (found,) = with_assessment(Indicator.objects.filter(pk=indicator.pk).with_recent_values())
    return found


def test_a_figure_per_partner_has_a_series_for_each_and_no_value_or_verdict_of_its_own(panels):
    found = read(panels)
    assert [(one.area, one.latest.value, one.previous.value) for one in found.series] == [
        ("Dalfsen", 350, 500),
        ("Zwolle", 9000, 8000),
    ]
    assert (found.only, found.latest, found.shown, found.best_before) == (None, None, None, None)
    assert (found.assessment.word, found.apart) == (None, "2 partners, elk apart")


@pytest.mark.parametrize("address", ["/resultaten/", "/resultaten/cijfers/", "/", "/resultaten/cijfers/zonnepanelen/"])
def test_no_page_prints_one_partner_as_the_figure(client, panels, address):
    page = client.get(address)
    assert "<strong>350</strong>" not in page.text
    assert "<strong>9.000</strong>" not in page.text
    assert "96,1%" not in page.text
    if address != "/":
        assert "2 partners, elk apart" in visible(page)


def test_its_page_has_small_drawings_on_one_scale_and_a_table_of_each_apart(client, panels):
    page = client.get("/resultaten/cijfers/zonnepanelen/")
    part = section(page, "per-partner")
    assert "Een som, een gemiddelde of een oordeel over partners samen geven wij niet." in part
    rows = re.findall(r"<tr>.*?</tr>", section_under(page.text, "Per partner"), re.S)[1:]
    assert [re.search(r'data-label="Waarde">([^<]+)', row)[1] for row in rows] == ["350", "9.000"]
    assert ["Achteruitgegaan" in rows[0], "Vooruitgegaan" in rows[1]] == [True, True]
    assert re.findall(r'<svg[^>]*aria-label="(\w+):', page.text) == ["Dalfsen", "Zwolle"]
    assert "Over partners samen geven wij geen oordeel." in section(page, "status")


def test_the_report_says_that_it_is_per_partner(panels):
    achieved = next(one for one in gather(timezone.localdate())["sections"] if one["key"] == "bereikt")
    (cells,) = [row["cells"] for row in achieved["rows"] if row["key"] == "zonnepanelen"]
    assert cells[1:4] == ["2 partners, elk apart", None, "geen oordeel"]


def test_the_chain_of_a_goal_says_that_it_is_per_partner(panels, goal, client):
    ((nature, (figure,)),) = figures_for(goal)
    assert (figure.measured, figure.apart, figure.amount) == (None, 2, "Per partner:")
    assert "Gemeten van 2 partners, elk apart." in visible(client.get(goal.get_absolute_url()))


def test_the_page_of_a_partner_has_its_own_value(client, panels, dalfsen):
    page = visible(client.get(dalfsen.get_absolute_url()))
    assert "350 zonnepanelen op daken" in page
    assert "9.000" not in page


def test_of_one_partner_alone_the_value_stands_with_its_name(client, panels, zwolle):
    panels.measurements.exclude(partner=zwolle).delete()
    found = read(panels)
    assert (found.latest.value, found.assessment.word) == (9000, StatusWord.BETTER)
    assert "Voor Zwolle." in visible(client.get("/resultaten/cijfers/zonnepanelen/"))


def test_nobody_sets_a_status_over_several_partners(client, panels):
    today = timezone.localdate()
    Override.objects.create(
        indicator=panels, status=StatusWord.REACHED, reason="x", set_by="y", starts_on=today, ends_on=today
    )
    assert read(panels).assessment.word is None
    with pytest.raises(ValidationError) as refused:
        Override(indicator=panels, status="gehaald", reason="x", set_by="y", ends_on=today).full_clean()
    assert refused.value.message_dict["status"] == [
        "Dit cijfer is er per partner. Over partners samen geven wij geen oordeel."
    ]


@pytest.mark.parametrize("partners", [2, 6])
def test_many_partners_cost_no_more_queries(client, panels, deck, django_assert_num_queries, partners):
    for number in range(partners - 2):
        partner = Partner.objects.create(
            slug=f"gemeente-{number}",
            name=f"Gemeente {number}",
            kind="gemeente",
            province=panels.measurements.first().partner.province,
        )
        panels.measurements.create(
            scope=Scope.PARTNER, partner=partner, value=1, reference_on=YEARS[0], reference_text="x", source=deck
        )
    with django_assert_num_queries(16):
        client.get("/resultaten/cijfers/zonnepanelen/")


def test_an_owner_is_asked_for_each_partner_apart_by_name(client, panels, zwolle, dalfsen, secretary, mailoutbox):
    panels.owner = Owner.objects.create(partner=zwolle, role="adviseur", email="adviseur@example.org")
    panels.save()
    confirmations.ask_owners()
    address = confirmations.address_of(ConfirmationRequest.objects.get())
    assert "Zonnepanelen: 2 partners, elk apart" in mailoutbox[0].body
    page = words(client.get(address).text)
    assert "Zonnepanelen, Dalfsen" in page
    assert "Nu op de site: 350 zonnepanelen." in page
    client.post(
        address,
        {
            f"cijfer-{panels.pk}-{dalfsen.pk}-kind": "klopt",
            f"cijfer-{panels.pk}-{zwolle.pk}-kind": "nieuw",
            f"cijfer-{panels.pk}-{zwolle.pk}-value": "9.500",
            f"cijfer-{panels.pk}-{zwolle.pk}-reference_on": str(timezone.localdate()),
        },
    )
    assert [str(one) for one in Proposal.objects.order_by("partner__name")] == [
        "Zonnepanelen, Dalfsen: klopt nog",
        "Zonnepanelen, Zwolle: er is een nieuwe waarde",
    ]
    confirmations.approve(proposal=Proposal.objects.get(partner=zwolle), by=secretary)
    assert panels.measurements.get(reference_on=timezone.localdate()).partner == zwolle


# Two sources on one day


@pytest.fixture
def disputed(helped, newspaper):
    """The newest day of `helped`, of which another source says something else."""
    return helped.measurements.create(
        reference_on=date(2023, 1, 1), reference_text="begin 2023", qualifier="zo’n", value=3900, source=newspaper
    )


def test_sources_that_differ_are_told_on_the_spot_and_nothing_is_judged(client, helped, disputed):
    Indicator.objects.update(rule=StatusRule.PREVIOUS, direction=Direction.MORE)
    found = read(helped)
    assert found.assessment.word == StatusWord.DISPUTED
    said = "Bronnen verschillen over begin 2023: meer dan 4.500 (Presentatie Samenwerken in Regio Zwolle) en zo’n 3.900"
    assert said in found.dispute
    for address in ["/resultaten/", "/resultaten/cijfers/naar-werk/"]:
        assert said in visible(client.get(address))
    assert "meer dan 4.500 of zo’n 3.900" in visible(client.get("/resultaten/cijfers/naar-werk/"))


def test_the_desk_chooses_which_source_counts_and_the_choice_stays_on_the_site(client, secretary, helped, disputed):
    client.force_login(secretary)
    address = f"/beheer/results/measurement/{disputed.pk}/change/"
    form = form_on(client.get(address))
    form.pop("counts")
    assert "Schrijf waarom een andere bron telt." in send(client, address, form).text
    reason = "De krant telde zonder Urk."
    assert send(client, address, form, beside_because=reason, _reason=reason).status_code == 302
    client.logout()
    found = read(helped)
    assert (found.latest.value, found.assessment.word) == (4500, StatusWord.STALE)
    page = client.get("/resultaten/cijfers/naar-werk/")
    assert "Een andere bron noemt zo’n 3.900 (De krant). Dat telt niet mee: De krant telde zonder Urk." in visible(page)
    assert "Niet meegeteld: De krant telde zonder Urk." in section(page, "metingen")


@pytest.mark.parametrize("wrong", [{"counts": False}, {"beside_because": "Zomaar."}])
def test_what_does_not_count_says_why_in_the_database_too(helped, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        helped.measurements.filter(value=4500).update(**wrong)


def test_a_period_is_compared_with_the_one_that_was_over_before_it(helped, deck):
    """Rolling periods are ordinary statistics, so they may overlap; what they share is no change."""
    helped.measurements.all().delete()
    for start, until in [(date(2023, 1, 1), date(2023, 12, 31)), (date(2023, 7, 1), date(2024, 6, 30))]:
        helped.measurements.create(
            reference_on=start, reference_until=until, reference_text="een jaar", value=start.month, source=deck
        )
    assert read(helped).only.previous is None
    helped.measurements.create(
        reference_on=date(2022, 7, 1), reference_until=date(2023, 6, 30), reference_text="x", value=9, source=deck
    )
    assert read(helped).only.previous.value == 9
