"""What holds for the whole of the secretariat's desk: how numbers are written, what is found, and what is refused."""

from decimal import Decimal

import pytest
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.test import RequestFactory
from django.urls import reverse

from partners.models import Body, BodyKind, Partner, PartnerKind
from partners.numbers import HOW, NumberField, read_number
from results.models import Measurement


@pytest.fixture
def desk(client, secretary):
    """The admin, with somebody of the secretariat signed in."""
    client.force_login(secretary)
    return client


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("4.500", "4500"),
        ("1.234,5", "1234.5"),
        ("4,5", "4.5"),
        ("1500000", "1500000"),
        ("€ 90.000.000", "90000000"),
        ("€\N{NO-BREAK SPACE}1.234,50", "1234.50"),
        (" 1 500 000 ", "1500000"),
        ("€4,5", "4.5"),
        ("0", "0"),
        ("0,25", "0.25"),
        ("-3,5", "-3.5"),
        ("€ -3", "-3"),
    ],
)
def test_a_number_is_read_as_it_is_written_in_dutch(typed, value):
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    ["4.5", "1.23.4", "1,234.5", "45.12.3", "abc", "1.234 567", "0.500", "4,", ",5", "1,2,3", "1e5", "NaN", "--3", "€"],
)
def test_a_number_that_is_not_clear_is_refused(typed):
    with pytest.raises(ValidationError) as refused:
        read_number(typed)
    assert refused.value.messages == [HOW]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Decimal("70.00"), "70"), (Decimal("4500.50"), "4500,5"), (Decimal("4500"), "4500"), ("1.23.4", "1.23.4")],
)
def test_a_number_is_shown_as_one_would_type_it(value, shown):
    assert NumberField().prepare_value(value) == shown


def test_every_figure_of_the_desk_is_typed_in_dutch(secretary):
    request = RequestFactory().get("/")
    request.user = secretary
    asked = 0
    for desk in admin.site._registry.values():
        inlines = [inline(desk.model, admin.site) for inline in desk.inlines]
        for part in [desk, *inlines]:
            if not part.has_change_permission(request):
                continue
            form = part.get_form(request) if part is desk else part.get_formset(request).form
            for name, field in form.base_fields.items():
                kinds = (models.DecimalField, models.PositiveIntegerField)
                if isinstance(part.model._meta.get_field(name), kinds):
                    assert type(field) is NumberField, (part, name)
                    asked += 1
    assert asked == 10


def test_a_figure_is_saved_as_typed_and_stays_when_it_is_refused(desk, helped):
    one = Measurement.objects.filter(indicator=helped).first()
    address = reverse("admin:results_measurement_change", args=[one.pk])
    form = desk.get(address).context["adminform"].form
    data = {field.html_name: field.value() for field in form if field.value() is not None}
    refused = desk.post(address, data | {"value": "4.5"})
    assert refused.context["adminform"].form.errors == {"value": [HOW]}
    assert 'value="4.5"' in str(refused.context["adminform"].form["value"])
    assert desk.post(address, data | {"value": "1.234,5"}).status_code == 302
    one.refresh_from_db()
    assert one.value == Decimal("1234.5")
    assert desk.get(address).context["adminform"].form["value"].value() == "1234,5"


def suggestions(desk, term, *, app, model, field):
    """The texts offered while typing `term` in `field` of a form."""
    asked = {"term": term, "app_label": app, "model_name": model, "field_name": field}
    return [found["text"] for found in desk.get(reverse("admin:autocomplete"), asked).json()["results"]]


def test_who_types_zwolle_is_offered_zwolle_first(desk, zwolle, dalfsen):
    Partner.objects.filter(pk=dalfsen.pk).update(summary="Ligt naast Zwolle.")
    for slug, name in [("a", "Aannemers in Zwolle"), ("b", "Zwolle Fonds"), ("c", "Beter Zwolle")]:
        Partner.objects.create(slug=slug, name=name, kind=PartnerKind.BUSINESS)
    offered = suggestions(desk, "zwolle", app="results", model="measurement", field="partner")
    assert offered == ["Zwolle", "Zwolle Fonds", "Aannemers in Zwolle", "Beter Zwolle"]


def test_the_council_is_offered_before_the_executive(desk, council, zwolle, other_council, overijssel):
    near = Partner.objects.create(slug="a", name="Aan Zwolle", kind=PartnerKind.MUNICIPALITY, province=overijssel)
    Body.objects.create(partner=near, kind=BodyKind.COUNCIL, name="gemeenteraad van Aan Zwolle")
    Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    offered = suggestions(desk, "Zwolle", app="partners", model="mandate", field="body")
    assert offered == ["gemeenteraad van Zwolle", "college van Zwolle", "gemeenteraad van Aan Zwolle"]


@pytest.mark.parametrize(
    "address",
    [
        "autocomplete/?term=%00&app_label=partners&model_name=mandate&field_name=body",
        "partners/partner/?q=%00",
        "partners/partner/?%00=1",
        "consultation/answer/add/?points=abc",
        "consultation/answer/add/?points=1,abc",
        "consultation/answer/add/?points=99999999999999999999",
        "results/project/add/?programme=abc",
        "consultation/track/add/?dossier=1e400",
    ],
)
def test_a_query_of_nonsense_is_refused(desk, address):
    assert desk.get(f"/beheer/{address}").status_code == 400


def test_a_form_may_be_filled_in_beforehand(desk, zwolle):
    page = desk.get(reverse("admin:partners_population_add"), {"partner": zwolle.pk, "note": "abc"})
    assert page.context["adminform"].form["partner"].value() == str(zwolle.pk)
