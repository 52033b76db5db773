"""What the desks of all apps have in common: how a field is asked, what is only read, and the page before an act."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.paginator import Paginator
from django.db import models
from django.template.response import TemplateResponse

# An address typed without its scheme is taken to be safe.
HTTPS = {models.URLField: {"assume_scheme": "https"}}
# A few sentences; the admin's own ten lines would make a consultation with eight steps endless.
SHORT = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 80})}}
# Of a longer list a page of confirmation shows the beginning.
SHOWN = 20
# A list that a page can hold as a whole; in a longer one a script searches.
MOST_CHOICES = 300
# In an inline with more rows than this, each of them offers what it has: a long page stays light.
MOST_FULL_ROWS = 8


def in_full(thing):
    """What `thing` is called among all others, also where two have one name."""
    return getattr(thing, "in_full", "") or str(thing)


class Chooser:
    """Makes a box that searches by script an ordinary select as long as no script runs: it holds all choices.

    The rows of an inline each have a copy, and the copies share `found`: the choices cost one query together.
    """

    own = None  # what the row has that it belongs to
    is_full = True  # whether it offers more than that

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = []

    def optgroups(self, name, value, attrs=None):
        choices = self.everything() if self.is_full else []
        if not choices and self.own and str(self.own.pk) in value:
            choices = [(self.own.pk, str(self.own))]
        if not choices and any(value):
            return super().optgroups(name, value, attrs)
        if not self.allow_multiple_selected:
            choices = [("", "---------"), *choices]
        options = [
            self.create_option(name, key, label, str(key) in value, index) for index, (key, label) in enumerate(choices)
        ]
        return [(None, options, 0)]

    def everything(self):
        """All choices as (key, label), or none at all when there are too many."""
        if not self.found:
            objects = list(self.choices.queryset[: MOST_CHOICES + 1])
            self.found.append([(one.pk, in_full(one)) for one in objects] if len(objects) <= MOST_CHOICES else [])
        return self.found[0]


class OneChooser(Chooser, AutocompleteSelect):
    pass


class ManyChooser(Chooser, AutocompleteSelectMultiple):
    template_name = "admin/widgets/choose_many.html"

    def build_attrs(self, base_attrs, extra_attrs=None):
        """Without the cross that takes all away at once: it stands in a list and is no item of it."""
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false", "size": 8}


class Choosing:
    """For a desk: what stands in its `autocomplete_fields` can be chosen with scripts off too."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.autocomplete_fields:
            kwargs.setdefault("widget", OneChooser(db_field, self.admin_site))
        return named_in_full(super().formfield_for_foreignkey(db_field, request, **kwargs))

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.autocomplete_fields:
            kwargs.setdefault("widget", ManyChooser(db_field, self.admin_site))
        return named_in_full(super().formfield_for_manytomany(db_field, request, **kwargs))

    def get_field_queryset(self, db, db_field, request):
        """The choices as the list of their own desk has them: in its order, with what their names need."""
        model = db_field.remote_field.model
        found = super().get_field_queryset(db, db_field, request)
        needed = self.admin_site.is_registered(model) and self.admin_site.get_model_admin(model).list_select_related
        if needed:
            found = (model._default_manager.all() if found is None else found).select_related(*needed)
        return found


def named_in_full(field):
    """`field`, that says of each choice what it is called among all others."""
    if field is not None:
        field.label_from_instance = in_full
    return field


class Rows(forms.BaseInlineFormSet):
    """Rows that know what they belong to and what they have chosen, so that none of them asks for it."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        is_there = form.instance.pk is not None
        if is_there:
            setattr(form.instance, self.fk.name, self.instance)
        for name, field in form.fields.items():
            chooser = getattr(field.widget, "widget", field.widget)  # inside the frame with the plus sign
            if isinstance(chooser, Chooser):
                chooser.own = getattr(form.instance, name) if is_there else None
                chooser.is_full = self.initial_form_count() <= MOST_FULL_ROWS if is_there else index is not None


class FilledIn(Choosing):
    """For an inline that the secretariat fills in: without scripts nobody can add a row, so an empty one is there.

    An empty row that nobody touched saves nothing.
    """

    formset = Rows
    extra = 1

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found.select_related(*self.autocomplete_fields) if self.autocomplete_fields else found


class ReadOnly:
    """A record of what came in or happened: the secretariat reads it, and nobody changes it here."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def confirm(
    request,
    *,
    title,
    back,
    back_name,
    lines=(),
    problems=(),
    shown=(),
    form=None,
    button="",
    more="",
    hidden=(),
    piece="admin/shown.html",
    mail=None,
    links=(),
    warning="",
    changes=(),
    most=SHOWN,
    personal=(),
    **context,
):
    """The page before an act, with its button. `lines` say what will happen, `problems` why it cannot.

    `shown` are (head, text) of what it is about, of which the page has the first `most`; `more` is the name of a second
    button, and `hidden` are (name, value) of fields that nobody sees. `warning` says why it was not done yet, and
    `changes` are (head, HTML) of what is different from what was read. An act that is about something else has a
    `piece` of its own, with its own `context`.
    `personal` are sentences with what may be of a person in what is about to be published.
    An act that mails shows one such `mail`, an unsaved Mail. `links` are (address, words) of lists beside it.
    """
    shown = list(shown)
    context |= {
        **admin.site.each_context(request),
        "title": title,
        "back": back,
        "back_name": back_name,
        "lines": lines,
        "problems": problems,
        "shown": shown[:most],
        "hidden_count": max(len(shown) - most, 0),
        "form": form,
        "button": button,
        "more": more,
        "hidden": hidden,
        "piece": piece,
        "mail": mail,
        "links": links,
        "warning": warning,
        "changes": changes,
        "personal": personal,
    }
    return TemplateResponse(request, "admin/act.html", context)


class PaginatorByKey(Paginator):
    """Pages of a long list of rows that each take much to work out.

    Which rows stand on a page is found first, in a query of its own: PostgreSQL would work it out for all of them. What
    was read already, as for a field that searches, stays as it is.
    """

    def page(self, number):
        """As Django's, with a queryset of the page in the same order."""
        page = super().page(number)
        if not isinstance(self.object_list, models.QuerySet):
            return page
        keys = list(page.object_list.prefetch_related(None).values_list("pk", flat=True))
        page.object_list = self.object_list.filter(pk__in=keys)
        return page
