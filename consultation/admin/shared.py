"""What the desks have in common."""

from django import forms
from django.contrib import admin
from django.db import models

# An address typed without its scheme is taken to be safe.
HTTPS = {models.URLField: {"assume_scheme": "https"}}
# A few sentences; the admin's own ten lines would make a consultation with eight steps endless.
SHORT = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 80})}}


class ReadOnly:
    """For what came in: the secretariat reads it, and nobody changes it here."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class YesNoFilter(admin.SimpleListFilter):
    """Whether anything hangs on a row by `relation`."""

    relation = ""

    def lookups(self, request, model_admin):
        return [("ja", "Ja"), ("nee", "Nee")]

    def queryset(self, request, queryset):
        if self.value() not in ("ja", "nee"):
            return queryset
        return queryset.filter(**{f"{self.relation}__isnull": self.value() == "nee"}).distinct()
