"""Every field of text, of every form and desk: a limit is told, nothing is cut, what cannot be seen is nothing."""

from importlib import import_module
from pathlib import Path

import pytest
from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from django.urls import resolve

from partners.ground.forms import Limited, Text, visible
from partners.ground.templatetags.dutch import number

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


def test_no_browser_cuts_what_is_pasted(fields):
    assert [where for where, field in fields if "maxlength" in field.widget.attrs] == []


def test_the_hint_says_the_limit(fields):
    untold = {
        where
        for where, field in fields
        if field.max_length and f"Hooguit {number(field.max_length)} tekens." not in field.help_text
    }
    assert untold == {"regiozwolle.pages.search.SearchForm: q", "partners.forms.PartnerFilter: q"}


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
