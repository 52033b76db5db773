"""Every field of text, of every form and desk: a limit is told, nothing is cut, what cannot be seen is nothing."""

from importlib import import_module
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test import RequestFactory
from django.urls import resolve, reverse

from agenda.actions import draft_next
from partners.ground.forms import Limited, Text, visible
from partners.ground.templatetags.dutch import number
from regiozwolle.models import Newsletter
from tests.filling import form_on, send

APPS = ("agenda", "consultation", "partners", "regiozwolle", "results")


def below(kind):
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


def our_forms():
    """The class of each form of ours that is written out."""
    for app in APPS:
        for file in Path(app).rglob("*.py"):
            if "migrations" not in file.parts and "class " in file.read_text() and "Form" in file.read_text():
                import_module(".".join(file.with_suffix("").parts).removesuffix(".__init__"))
    ours = {form for form in below(forms.BaseForm) if form.__module__.split(".")[0] in APPS}
    # Signing in asks for an address and a code with the fields of allauth, which have no limit of ours.
    return {form for form in ours if form.__module__ != "regiozwolle.accounts"}


def desk_forms(user):
    """The form of each desk, and of each of its rows."""
    request = RequestFactory().get("/beheer/")
    request.user, request.resolver_match = user, resolve("/beheer/")
    for desk in admin.site._registry.values():
        if desk.has_add_permission(request) or desk.has_change_permission(request):
            yield desk, desk.get_form(request, change=not desk.has_add_permission(request))
        for inline in desk.get_inline_instances(request):
            yield inline, inline.get_formset(request).form


def texts(fields):
    for name, field in fields.items():
        if isinstance(field, forms.CharField) and not isinstance(field.widget, forms.HiddenInput):
            yield name, field


@pytest.fixture
def fields(secretary):
    """(Where it is, the field) of every field of text."""
    # What a form takes from a model it gets at the desk.
    found = [(f"{form.__module__}.{form.__name__}", form.declared_fields) for form in our_forms()]
    found += [(type(desk).__name__, form.base_fields) for desk, form in desk_forms(secretary)]
    listed = [(f"{where}: {name}", field) for where, asked in found for name, field in texts(asked)]
    assert len(listed) > 150
    return listed


def test_every_field_of_text_is_of_the_one_kind(fields):
    assert [where for where, field in fields if not isinstance(field, Limited)] == []


def test_every_field_of_text_has_a_limit(fields):
    assert [where for where, field in fields if not field.max_length] == []


def test_no_text_holds_what_turns_the_words_after_it(fields):
    """One cannot see it in the field, and whoever reads it on the site reads other words."""
    assert [where for where, field in fields if field.to_python("a\u202eb\u2066c") != field.to_python("abc")] == []


def test_no_browser_cuts_what_is_pasted(fields):
    assert [where for where, field in fields if "maxlength" in field.widget.attrs] == []


def test_the_hint_says_the_limit(fields):
    untold = {
        where
        for where, field in fields
        if field.max_length and f"Hooguit {number(field.max_length)} tekens." not in field.help_text
    }
    assert untold == {
        # What is copied from an app is as long as it is.
        "regiozwolle.identity.forms.StepForm: code",
        "regiozwolle.identity.forms.AppForm: code",
        "regiozwolle.identity.forms.PasskeyForm: name",
        "regiozwolle.own_data.forms.CloseForm: email",
        "regiozwolle.pages.search.SearchForm: q",
        "partners.forms.PartnerFilter: q",
        "consultation.views.questions.AskedFilter: q",
        "results.forms.figures.FigureListFilter: q",
    }


def test_what_is_too_long_is_refused_with_how_much_there_is(fields):
    for where, field in fields:
        if field.max_length:
            field.validate("x" * field.max_length)
            with pytest.raises(ValidationError) as refused:
                field.validate("x" * (field.max_length + 1))
            assert refused.value.message.endswith(f". Nu zijn het er {number(field.max_length + 1)}."), where


def test_what_cannot_be_seen_is_nothing(fields):
    for where, field in fields:
        assert field.to_python("\u200b\u00a0\u2060 \u3164\ufe0f") == field.empty_value, where
        if field.required:
            with pytest.raises(ValidationError) as refused:
                field.clean("\u200b")
            assert refused.value.code == "required", where


def test_the_count_is_the_one_people_see():
    assert Text(max_length=3).clean("a\r\nb") == "a\nb"
    assert Text(max_length=3).clean("a\vb") == "a\nb"


@pytest.mark.parametrize("text", ["é", "😀", "‮x", "- ", "٣", "​a"])
def test_what_can_be_seen_stays_as_it_is(text):
    assert visible(text) == text


def test_the_desk_says_it_where_it_is_to_be_mended(client, secretary):
    client.force_login(secretary)
    page = client.post("/beheer/partners/source/add/", {"slug": "bron", "title": "x" * 201})
    assert "Kort de tekst in tot 200 tekens. Nu zijn het er 201." in page.text
    assert 'maxlength="' not in page.text
    assert "Hooguit 200 tekens." in page.text


# The database


# Written by the portal itself, from what was limited where it was typed.
OF_THE_PORTAL = {("consultation_groupact", "subject"), ("consultation_kepttext", "content")}


def texts_of_models():
    """(Table, field) of each long text that a person writes; what the ground has, such as mails, no person does."""
    apps_of_people = ("agenda", "consultation", "deciding", "meetings", "partners", "results")
    written = [model for app in apps_of_people for model in apps.get_app_config(app).get_models()]
    for model in [*written, Newsletter]:
        table = model._meta.db_table
        for field in model._meta.local_fields:
            if isinstance(field, models.TextField) and (table, field.name) not in OF_THE_PORTAL:
                yield table, field


def test_the_database_holds_the_limit_of_every_text(db):
    """Django leaves the limit of a long text to the form; what comes in by another way is held to it too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conname LIKE '%_is_limited'")
        held = dict(cursor.fetchall())
    assert len(held) > 35
    for table, field in texts_of_models():
        rule = held.pop(f"{table}_{field.column}_is_limited", "")
        assert f"(char_length({field.column}) <= {field.max_length})" in rule, (table, field.name)
    assert held == {}


# What is very long


@pytest.mark.parametrize("megabytes", [2, 5, 11])
def test_a_text_of_megabytes_is_told_at_its_field_and_given_back(client, secretary, helped, megabytes):
    client.force_login(secretary)
    address = reverse("admin:results_indicator_change", args=[helped.pk])
    long = "Een woord. " * (megabytes * 1024 * 1024 // 11)
    form = form_on(client.get(address))
    page = send(client, address, form, definition=long, sentence="Een andere zin.")
    assert page.status_code == 200
    assert f"Kort de tekst in tot 5.000 tekens. Nu zijn het er {number(len(long.strip()))}." in page.text
    assert long.strip() in page.text
    assert "Een andere zin." in page.text
    helped.refresh_from_db()
    assert helped.definition == ""


def test_more_than_the_site_can_read_says_so(client, secretary, helped):
    client.force_login(secretary)
    address = reverse("admin:results_indicator_change", args=[helped.pk])
    page = client.post(
        address, f"definition={'x' * 13 * 1024 * 1024}", content_type="application/x-www-form-urlencoded"
    )
    assert page.status_code == 413
    assert "Uw tekst staat nog in uw browser." in page.text


def test_words_that_grow_too_long_in_their_markup_are_refused_at_their_field(client, secretary, version, wording):
    draft = draft_next(version=version)
    client.force_login(secretary)
    address = reverse("admin:agenda_wording_change", args=[draft.wordings.get(element=wording.element).pk])
    page = send(client, address, form_on(client.get(address)), markup="&" * 20_000)
    assert page.status_code == 200
    assert "Kort de tekst in tot 50.000 tekens, met de opmaak. Nu zijn het er" in page.text
