"""All pages of results and their desk: what does not exist, what it costs, and what is told at a glance."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from partners.models import Partner, PartnerKind
from results.models import (
    Funder,
    Indicator,
    IndicatorNature,
    Measurement,
    Programme,
    Project,
    ProjectPartner,
    ProjectRole,
    Scope,
)


@pytest.mark.parametrize("name", ["indicator", "programme", "project"])
@pytest.mark.parametrize("slug", ["bestaat-niet", "x" * 4000])
def test_what_does_not_exist_is_not_found(client, db, name, slug):
    assert client.get(reverse(f"results:{name}", args=[slug])).status_code == 404


@pytest.mark.parametrize(
    "path", ["", "cijfers/naar-werk/", "programmas/regio-deal/", "projecten/", "projecten/station/"]
)
def test_pages_only_show_set_no_cookie_and_have_one_h1(client, helped, deal, path):
    page = client.get(f"/resultaten/{path}")
    assert page.text.count("<h1") == 1
    assert not page.cookies
    assertNotContains(page, "csrfmiddlewaretoken")
    assert client.post(f"/resultaten/{path}").status_code == 405


@pytest.fixture
def much(helped, promise, growth, deal, deck, goal, zwolle):
    """Adds `count` of everything that a page can list."""

    def much(count):
        for number in range(count):
            partner = Partner.objects.create(slug=f"p{number}", name=f"Partner {number}", kind=PartnerKind.PROJECT)
            indicator = Indicator.objects.create(
                slug=f"i{number}", name=f"Cijfer {number}", nature=IndicatorNature.ACHIEVED, sentence="x", unit="x",
                headline_position=10 + number,
            )  # fmt: skip
            for one in (helped, indicator):
                one.elements.add(goal)
                one.measurements.create(
                    reference_on=date(2000 + number, 1, 1), reference_text="x", value=number, source=deck
                )
                one.measurements.create(
                    partner=partner, scope=Scope.PARTNER, reference_on=date(2000, 1, 1), reference_text="x", value=1,
                    source=deck,
                )  # fmt: skip
            promise.targets.create(value=number, due_on=date(2030 + number, 1, 1), source=deck)
            line = deal.lines.create(slug=f"l{number}", name=f"Lijn {number}", source=deck)
            line.elements.add(goal)
            for programme in (deal, line):
                project = Project.objects.create(
                    slug=f"{programme.slug}-{number}",
                    name=f"Project {number}",
                    programme=programme,
                    status="bevestigd",
                    source=deck,
                )
                project.elements.add(goal)
                ProjectPartner.objects.create(project=project, partner=partner, role=ProjectRole.LEAD)
            station = Project.objects.get(slug="station")
            station.parts.create(
                slug=f"d{number}", name="Deel", programme=station.programme, status="bevestigd", source=deck
            )
            ProjectPartner.objects.create(project=station, partner=partner, role=ProjectRole.PARTNER)
            for owner in (deal, station):
                owner.fundings.create(
                    funder=Funder.STATE, year=2000 + number, reference_on=date(2020, 1, 1), reference_text="x",
                    source=deck,
                )  # fmt: skip

    return much


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("", 23),  # each part of it asks for itself, and is asked again alone
        ("cijfers/", 17),
        ("cijfers/naar-werk/", 19),  # nine of them for the life of its sentence
        ("correcties/", 2),
        ("zonder-cijfer/", 14),
        ("programmas/regio-deal/", 11),
        ("projecten/", 8),
        ("projecten/station/", 12),
    ],
)
def test_a_page_costs_the_same_however_much_it_shows(client, much, count, path, queries, django_assert_num_queries):
    much(count)
    with django_assert_num_queries(queries):
        assert client.get(f"/resultaten/{path}").status_code == 200


# The desk


@pytest.fixture
def desk(client, secretary):
    """The admin, as the secretariat sees it."""
    client.force_login(secretary)
    return client


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("model", "queries"), [("indicator", 9), ("measurement", 4), ("programme", 7), ("project", 10)]
)
def test_the_lists_of_the_desk_cost_the_same_however_long(desk, much, model, queries, count, django_assert_num_queries):
    much(count)
    with django_assert_num_queries(queries):
        assert desk.get(reverse(f"admin:results_{model}_changelist")).status_code == 200


def test_the_desk_tells_at_a_glance_what_is_known(desk, helped, promise, taking_part):
    indicators = desk.get(reverse("admin:results_indicator_changelist")).text
    assert "meer dan 4.500" in indicators
    assert "ten minste 50.000" in indicators
    assert "4.500" in desk.get(reverse("admin:results_measurement_changelist")).text
    assertContains(
        desk.get(reverse("admin:results_programme_changelist")), '<td class="field-named">2</td>', count=2, html=True
    )
    assert '<td class="field-who_leads">Zwolle</td>' in desk.get(reverse("admin:results_project_changelist")).text


@pytest.mark.parametrize("model", [Indicator, Measurement, Programme, Project])
def test_every_form_of_the_desk_opens_and_leads_to_the_site(desk, helped, deal, model):
    one = model.objects.first()
    name = model._meta.model_name
    page = desk.get(reverse(f"admin:results_{name}_change", args=[one.pk]))
    assertContains(page, "viewsitelink")
    assert desk.get(reverse(f"admin:results_{name}_add")).status_code == 200


def test_the_desk_finds_whole_programmes_and_lines(desk, deal):
    address = reverse("admin:results_programme_changelist")
    assert [one.name for one in desk.get(f"{address}?soort=geheel").context["cl"].result_list] == ["Regio Deal"]
    lines = desk.get(f"{address}?soort=onderdeel").context["cl"].result_list
    assert [one.name for one in lines] == ["Aan de slag met klimaat"]


def test_the_desk_refuses_two_headlines_in_one_place(desk, helped, promise):
    """In Dutch, at the form."""
    page = desk.post(
        reverse("admin:results_indicator_change", args=[promise.pk]),
        {
            "name": promise.name,
            "slug": promise.slug,
            "nature": promise.nature,
            "sentence": promise.sentence,
            "unit": promise.unit,
            "scope": promise.scope,
            "headline_position": "1",
            "measurements-TOTAL_FORMS": "0",
            "measurements-INITIAL_FORMS": "0",
            "targets-TOTAL_FORMS": "0",
            "targets-INITIAL_FORMS": "0",
        },
    )
    assertContains(page, "Op deze plaats staat al een ander cijfer.")
