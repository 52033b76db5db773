"""The secretariat's pages for the agenda: its lists, and the words of a version under each other."""

from datetime import date

import pytest
from django.urls import reverse

from agenda.actions import draft_next
from agenda.models import (
    Action,
    Agenda,
    Element,
    ElementKind,
    ElementLink,
    KeyPoint,
    KeyPointKind,
    Milestone,
    Participation,
    Succession,
    Version,
    Wording,
)
from partners.models import Partner, PartnerKind
from tests.filling import form_on, press_for_chosen, send
from tests.published import add, unsealed


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def fill(agenda, deck, places):
    """One more row of every model for each place."""
    for place in places:
        version = Version.objects.create(agenda=agenda, number=10 + place, dated_on=date(2023, 1, 1), source=deck)
        line = add(agenda, version, f"RZ24-L8{place}", ElementKind.LINE, 100 + place)
        goal = add(agenda, version, f"RZ24-L8{place}.1", ElementKind.GOAL, 200 + place, parent=line)
        partner = Partner.objects.create(slug=f"p{place}", name=f"Partner {place}", kind=PartnerKind.BUSINESS)
        Action.objects.create(element=goal, title=f"Actie {place}", lead=partner, source=deck)
        Participation.objects.create(partner=partner, element=line, source=deck)
        KeyPoint.objects.create(kind=KeyPointKind.REASON, position=place, text=f"Reden {place}", source=deck)
        day = date(2010 + place, 1, 1)
        Milestone.objects.create(starts_on=day, date_text="2010", title=f"Start {place}", source=deck)
        years = {"first_year": 2000 + place, "last_year": 2004 + place}
        Agenda.objects.create(slug=f"a{place}", title=f"Agenda {place}", source=deck, **years)


@pytest.mark.parametrize(
    "model", ["agenda", "version", "element", "wording", "action", "participation", "keypoint", "milestone"]
)
def test_no_list_asks_more_for_more_rows(desk, agenda, deck, model, django_assert_max_num_queries):
    path = reverse(f"admin:agenda_{model}_changelist")
    fill(agenda, deck, [0])
    with django_assert_max_num_queries(12) as one:
        assert desk.get(path).status_code == 200
    fill(agenda, deck, [1, 2])
    with django_assert_max_num_queries(12) as three:
        page = desk.get(path)
    assert page.context["cl"].result_count >= 3
    assert len(three) == len(one)


@pytest.mark.parametrize("model", [Agenda, Version, Element, Wording, Action, Participation, KeyPoint, Milestone])
def test_every_row_can_be_opened_added_and_searched(desk, agenda, deck, model):
    fill(agenda, deck, [0, 1])
    name = model._meta.model_name
    for row in model.objects.all():
        assert desk.get(reverse(f"admin:agenda_{name}_change", args=[row.pk])).status_code == 200
    assert desk.get(reverse(f"admin:agenda_{name}_add")).status_code == 200
    found = desk.get(reverse(f"admin:agenda_{name}_changelist"), {"q": "zoek dit"})
    assert found.context["cl"].result_count == 0


def test_a_goal_has_room_for_actions_and_partners_and_an_ambition_has_not(desk, goal, ambition):
    def inlines(element):
        page = desk.get(reverse("admin:agenda_element_change", args=[element.pk]))
        return [formset.opts.model for formset in page.context["inline_admin_formsets"]]

    assert inlines(goal) == [Wording, ElementLink, Succession, Action, Participation]
    assert inlines(goal.parent) == [Wording, ElementLink, Succession, Participation]
    assert inlines(ambition) == [Wording, ElementLink, Succession]


def test_the_words_of_a_version_are_edited_under_each_other(desk, version, wording):
    draft = draft_next(version=version)
    path = reverse("admin:agenda_version_change", args=[draft.pk])
    assert desk.post(path, filled_in(desk, path, {wording.element.code: "Nieuwe woorden"})).status_code == 302
    assert draft.wordings.get(element=wording.element).text == "Nieuwe woorden"
    wording.refresh_from_db()
    assert wording.text == "Werken aan een toekomstbestendige arbeidsmarkt"


def filled_in(desk, path, words):
    """The form of a version as a browser would send it, with other words for some codes."""
    page = desk.get(path)
    formset = page.context["inline_admin_formsets"][0].formset
    forms = [page.context["adminform"].form, formset.management_form, *formset.forms]
    data = {}
    for form in forms:
        for field in form:
            value = field.value()
            parts = field.field.widget.decompress(value) if hasattr(field.field.widget, "decompress") else None
            if parts is None:
                data[field.html_name] = "" if value is None else value
            else:
                data |= {f"{field.html_name}_{place}": part or "" for place, part in enumerate(parts)}
    for form in formset.forms:
        if form.instance.element.code in words:
            data[form.add_prefix("markup")] = words[form.instance.element.code]
    return {name: value for name, value in data.items() if value is not False}


def test_a_next_draft_is_made_from_the_list(desk, version, goal):
    choice = {"action": "make_next_draft", "_selected_action": [version.pk]}
    page = press_for_chosen(desk, reverse("admin:agenda_version_changelist"), choice, follow=True)
    assert "Strategische agenda 2024-2028, versie 2 (concept)</a> is gemaakt." in page.text
    assert Version.objects.get(number=2).wordings.count() == 2


def test_the_site_can_be_looked_at_from_what_is_public_only(desk, version, goal, deck):
    action = Action.objects.create(element=goal, title="Actie", source=deck)
    pages = {
        reverse("admin:agenda_version_change", args=[version.pk]): "/agenda/2024-2028/versie/1/",
        reverse("admin:agenda_element_change", args=[goal.pk]): "/agenda/tekst/RZ24-L1.2/",
        reverse("admin:agenda_action_change", args=[action.pk]): "/agenda/tekst/RZ24-L1.2/#acties",
    }
    for desk_page, site_page in pages.items():
        assert f'<a href="{site_page}" class="viewsitelink">' in desk.get(desk_page).text
    with unsealed():
        Version.objects.update(published_at=None)
    for desk_page in pages:
        assert "viewsitelink" not in desk.get(desk_page).text


def test_a_version_never_goes_to_another_agenda(client, secretary, version):
    """Its words are of the parts of the one it has; choosing another gave an error of the server."""
    draft = draft_next(version=version)
    other = Agenda.objects.create(
        slug="andere", title="Andere agenda", first_year=2029, last_year=2032, source=version.source
    )
    client.force_login(secretary)
    address = reverse("admin:agenda_version_change", args=[draft.pk])
    form = form_on(client.get(address))
    assert "agenda" not in form
    assert send(client, address, form, agenda=str(other.pk), note="Opmerking.").status_code == 302
    draft.refresh_from_db()
    assert (draft.agenda_id, draft.note) == (version.agenda_id, "Opmerking.")


def test_a_number_that_another_version_has_is_refused_at_its_field(client, secretary, version):
    """Its agenda is only read here, so Django would leave that to the database: an error of the server."""
    draft = draft_next(version=version)
    client.force_login(secretary)
    address = reverse("admin:agenda_version_change", args=[draft.pk])
    refused = send(client, address, form_on(client.get(address)), number="1", note="Opmerking.")
    assert refused.status_code == 200
    assert list(refused.context["adminform"].form.errors) == ["number"]
    assert "Opmerking." in refused.text
