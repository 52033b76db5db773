"""A thing of the desk taken as the template of a new concept, with its days moved along."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone

from partners.ground.desk.acts import confirm_and_do
from partners.ground.forms import Slug, Text
from partners.ground.refusal import Refused

TITLE = "Neem over als nieuw concept"
TAKEN = "Dit adres is al van iets anders, of was dat. Kies een ander adres."


class CopyForm(forms.Form):
    """What the new one is called, and when it begins."""

    title = Text(label="Titel", max_length=200, error_messages={"required": "geef het nieuwe concept een titel"})
    slug = Slug(
        label="Adres op de site",
        max_length=80,
        help_text="Kleine letters, cijfers en streepjes.",
        error_messages={"required": "vul het adres in"},
    )
    starts_on = forms.DateField(
        label="Eerste dag",
        error_messages={"required": "kies de eerste dag"},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_starts_on(self):
        starts = self.cleaned_data["starts_on"]
        if starts < timezone.localdate():
            raise forms.ValidationError("Deze dag is al geweest. Kies een latere dag.")
        return starts


class CopyDesk:
    """Gives a desk the page that copies a thing; the desk says by which act (`copies_by`) and what comes along."""

    copies_by = None
    copy_form = CopyForm

    def get_urls(self):
        view = self.admin_site.admin_view(self.copy_view)
        return [path("<int:pk>/overnemen/", view, name=copy_name(self.model)), *super().get_urls()]

    def comes_along(self, thing):
        """(Head, text) of what the copy gets, and sentences with what it does not."""
        raise NotImplementedError

    def copy_view(self, request, pk):
        """Says what comes along, asks title, address and first day, and leads to the new concept."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = self.copy_form(request.POST if request.method == "POST" else None)

        def thing():
            found = self.model._base_manager.filter(pk=pk).first()
            if found is None:
                raise Http404("Dit is er niet.")
            return found

        def do():
            made = type(self).copies_by(thing=thing(), **form.cleaned_data)
            messages.success(request, "Dit is het nieuwe concept. Lees elke dag en elke tekst na.")
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", made.pk)

        def page():
            now = thing()
            form.is_valid()
            shown, lines = self.comes_along(now)
            return {
                "title": TITLE,
                "back": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[pk]),
                "back_name": str(now),
                "lines": ["U krijgt een concept. Alle dagen schuiven mee met de eerste dag.", *lines],
                "shown": shown,
                "form": form,
                "button": "Maak het concept",
            }

        return confirm_and_do(request, page=page, do=do, locks=[self.model._base_manager.filter(pk=pk)])


def copy_name(model):
    """The name of the page on which a row of `model` is copied."""
    return f"{model._meta.app_label}_{model._meta.model_name}_copy"


def copied(row, **changes):
    """An unsaved copy of `row` with `changes`."""
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key and field.editable
    }
    made = type(row)(**values)
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def moved(moment, by):
    """`moment`, a day, a moment or None, so many days (a timedelta) later; a moment at the same time of its day."""
    if not isinstance(moment, datetime):
        return moment and moment + by
    return timezone.make_aware(timezone.make_naive(moment) + by)


def save_new(thing):
    """Saves `thing` as a concept at its address. Raises Refused when that address is, or was, of something else."""
    thing.public_from = thing.public_until = None
    try:
        with transaction.atomic():
            thing.save()
    except IntegrityError as error:
        raise Refused(TAKEN) from error
