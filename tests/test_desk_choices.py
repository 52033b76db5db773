"""What one chooses and fills in at the desk with scripts off: all choices, an empty row, and few queries."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultation.deciding.models import Dossier, Track, TrackStepKind
from partners.ground.admin import MOST_CHOICES, MOST_FULL_ROWS, Chooser
from partners.models import Capacity, Partner, Source
from results.models import Project, ProjectRole


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def page_of(obj):
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change", args=[obj.pk])


def offered(page, name):
    """The keys and names that the select `name` offers, and the keys that are chosen."""
    [inside] = re.findall(rf'<select name="{name}".*?>(.*?)</select>', page.text, re.DOTALL)
    options = re.findall(r'<option value="(\d*)"( selected)?>(.*?)</option>', inside)
    return [(key, label) for key, _, label in options], [key for key, is_chosen, _ in options if is_chosen]


class Form(HTMLParser):
    """What a browser without scripts sends of a form that nobody touched, as `data`."""

    def __init__(self, html):
        super().__init__()
        self.data, self.choosing, self.writing, self.is_first = {}, None, None, False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name, value = given.get("name"), given.get("value", "")
        if tag == "input" and given.get("type") == "checkbox":
            self.data |= {name: "on"} if "checked" in given else {}
        elif tag == "input" and name and given.get("type") != "submit":
            self.data[name] = value
        elif tag == "select":
            self.choosing, self.is_first = name, "multiple" not in given
        elif tag == "option" and self.choosing and ("selected" in given or self.is_first):
            self.data[self.choosing], self.is_first = value, False
        elif tag == "textarea":
            self.writing, self.data[name] = name, ""

    def handle_endtag(self, tag):
        if tag in ("select", "textarea"):
            self.choosing = self.writing = None

    def handle_data(self, text):
        if self.writing:
            self.data[self.writing] = text.removeprefix("\n")


def rows():
    """Everything there is in the apps of the portal, by model, as (key, all its values)."""
    return {
        model: sorted(map(str, model.objects.values_list()))
        for app in ("partners", "agenda", "results", "consultation")
        for model in apps.get_app_config(app).get_models()
    }


def parts_of_the_desk():
    for desk in admin.site._registry.values():
        yield desk
        yield from (inline(desk.model, admin.site) for inline in desk.inlines)


def test_every_box_that_searches_is_a_select_with_all_choices_without_scripts(secretary):
    request = RequestFactory().get("/")
    request.user = secretary
    found = 0
    for part in parts_of_the_desk():
        for name in part.autocomplete_fields:
            field = part.formfield_for_dbfield(part.model._meta.get_field(name), request)
            assert isinstance(getattr(field.widget, "widget", field.widget), Chooser), (part, name)
            found += 1
    assert found >= 40


def test_every_inline_that_is_filled_in_has_an_empty_row(secretary):
    """Only a script can add one."""
    request = RequestFactory().get("/")
    request.user = secretary
    without = {
        type(part).__name__
        for part in parts_of_the_desk()
        if isinstance(part, admin.options.InlineModelAdmin)
        and part.has_add_permission(request, None)
        and part.get_extra(request) != 1
    }
    assert without == set()


def test_a_select_offers_all_in_the_order_of_their_own_list_and_nothing_first(desk, helped, deck, region):
    Source.objects.create(slug="a", title="Aan het begin")
    page = desk.get(reverse("admin:results_measurement_add"))
    choices, chosen = offered(page, "source")
    assert [label for _, label in choices] == ["---------", *map(str, Source.objects.all())]
    assert chosen == [""]
    assert len(offered(page, "partner")[0]) == 1 + len(region)


def test_what_is_chosen_is_selected_also_among_many(desk, helped, goal, line):
    helped.elements.set([goal])
    page = desk.get(page_of(helped))
    choices, chosen = offered(page, "elements")
    assert [key for key, _ in choices] == [str(line.pk), str(goal.pk)]
    assert chosen == [str(goal.pk)]


def test_of_more_than_a_page_can_hold_only_what_is_chosen_is_offered(desk, helped, deck):
    Source.objects.bulk_create(Source(slug=f"{n}", title=f"Bron {n}") for n in range(MOST_CHOICES - 1))
    opened = f"{page_of(helped)}?measurements={helped.measurements.first().pk}"
    assert len(offered(desk.get(opened), "measurements-0-source")[0]) == 1 + MOST_CHOICES
    Source.objects.create(slug="te-veel", title="Te veel")
    page = desk.get(opened)
    assert offered(page, "measurements-0-source") == ([("", "---------"), (str(deck.pk), str(deck))], [str(deck.pk)])
    assert offered(page, "measurements-1-source")[0] == [("", "---------")]


def test_of_many_rows_each_offers_its_own_choice_and_the_empty_one_all(desk, deal, region):
    project, (*partners,) = Project.objects.first(), Partner.objects.all()
    everyone = {"", *(str(partner.pk) for partner in partners)}
    for partner in partners[:MOST_FULL_ROWS]:
        project.project_partners.create(partner=partner, role=ProjectRole.PARTNER)
    page = desk.get(page_of(project))
    assert {key for key, _ in offered(page, "project_partners-0-partner")[0]} == everyone
    project.project_partners.create(partner=partners[MOST_FULL_ROWS], role=ProjectRole.PARTNER)
    page = desk.get(page_of(project))
    choices, chosen = offered(page, "project_partners-0-partner")
    assert [key for key, _ in choices] == ["", *chosen]
    assert {key for key, _ in offered(page, f"project_partners-{MOST_FULL_ROWS + 1}-partner")[0]} == everyone


@pytest.fixture
def full(helped, deck, goal, council, other_council, zwolle, dalfsen, secretary, deal, version):
    """One thing of each kind with rows, and how each gets another row."""
    project = Project.objects.first()
    dossier = Dossier.objects.create(slug="d", title="Dossier", version=version)
    track = Track.objects.create(dossier=dossier, body=council)
    days = [date(2024, 1, day) for day in range(1, 10)]
    partners, bodies = [zwolle, dalfsen], [council, other_council]

    def add(number):
        day = days[number]
        helped.measurements.create(value=1, reference_on=day, reference_text=str(day), source=deck)
        helped.targets.create(value=1, due_on=date(2030 + number, 1, 1), source=deck)
        project.phases.create(kind="uitvoering", starts_on=day, source=deck)
        project.results.create(nature="beoogd", text=str(number), indicator=helped, source=deck)
        project.fundings.create(funder="rijk", year=2020 + number, reference_on=day, reference_text="x", source=deck)
        deal.lines.create(slug=f"l{number}", name=f"Lijn {number}", position=10 + number, source=deck)
        goal.participations.create(partner=partners[number % 2], starts_on=day, source=deck)
        goal.actions.create(title=str(number), lead=zwolle, source=deck)
        track.steps.create(kind=TrackStepKind.COMMITTEE, happened_on=day, source=deck)
        secretary.mandates.create(body=bodies[number % 2], capacity=Capacity.OFFICER, starts_on=day, ends_on=day)
        zwolle.populations.create(reference_on=day, count=1000, source=deck)

    return add, [helped, project, deal, goal, track, secretary, zwolle]


def test_a_form_costs_the_same_with_one_row_and_with_three(desk, full):
    add, things = full
    costs = []
    for numbers in ([], [0], [1, 2]):
        for number in numbers:
            add(number)
        costs.append([])
        for thing in things:
            with CaptureQueriesContext(connection) as queries:
                assert desk.get(page_of(thing)).status_code == 200
            costs[-1].append((type(thing).__name__, len(queries)))
    assert costs[1] == costs[2]  # the first round only fills what Django keeps of its own tables


def test_a_form_that_nobody_touched_changes_nothing(desk, full):
    """Its empty rows are no rows, and the rows that are there keep what they have."""
    add, things = full
    for number in range(2):
        add(number)
    before = rows()
    for thing in things:
        saved = desk.post(page_of(thing), Form(desk.get(page_of(thing)).text).data)
        assert saved.status_code == 302, saved.context["errors"]
    assert rows() == before


def test_with_scripts_off_one_adds_a_status_a_measurement_and_a_target(desk, helped, deck):
    data = Form(desk.get(page_of(helped)).text).data
    data |= {
        "overrides-0-status": "op-koers",
        "overrides-0-set_by": "regiosecretaris",
        "overrides-0-reason": "De telling van 2024 ontbreekt nog.",
        "overrides-0-ends_on": "31-12-2049",
        "measurements-0-value": "4.600",
        "measurements-0-reference_on": "01-06-2023",
        "measurements-0-reference_text": "juni 2023",
        "measurements-0-source": str(deck.pk),
        "targets-0-value": "5.000",
        "targets-0-due_on": "31-12-2027",
        "targets-0-source": str(deck.pk),
    }
    saved = desk.post(page_of(helped), data)
    assert saved.status_code == 302, saved.context["errors"]
    assert helped.overrides.get().reason == "De telling van 2024 ontbreekt nog."
    assert helped.measurements.get(reference_on=date(2023, 6, 1)).value == 4600
    assert helped.targets.get().value == 5000
    assert (helped.measurements.count(), helped.overrides.count()) == (4, 1)
