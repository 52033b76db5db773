"""What the desks of all apps have in common: how a field is asked, what is only read, and the page before an act."""

from django import forms
from django.contrib import admin
from django.db import models
from django.template.response import TemplateResponse

# An address typed without its scheme is taken to be safe.
HTTPS = {models.URLField: {"assume_scheme": "https"}}
# A few sentences; the admin's own ten lines would make a consultation with eight steps endless.
SHORT = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 80})}}
# Of a longer list a page of confirmation shows the beginning.
SHOWN = 20


class ReadOnly:
    """A record of what came in or happened: the secretariat reads it, and nobody changes it here."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def confirm(
    request, *, title, back, back_name, lines=(), problems=(), shown=(), form=None, button="", more="", hidden=()
):
    """The page before an act, with its button. `lines` say what will happen, `problems` why it cannot.

    `shown` are (head, text) of what it is about, `more` is the name of a second button, and `hidden` are (name, value)
    of fields that nobody sees.
    """
    shown = list(shown)
    context = {
        **admin.site.each_context(request),
        "title": title,
        "back": back,
        "back_name": back_name,
        "lines": lines,
        "problems": problems,
        "shown": shown[:SHOWN],
        "hidden_count": max(len(shown) - SHOWN, 0),
        "form": form,
        "button": button,
        "more": more,
        "hidden": hidden,
    }
    return TemplateResponse(request, "admin/act.html", context)
