"""Deleting on the desk: what changed since its page was read is shown before anything goes.

The pages are the admin's own; they carry what was read, and what goes is locked before it is looked at once more.
"""

from contextlib import contextmanager
from uuid import UUID

from django.contrib.admin import action
from django.contrib.admin.actions import delete_selected as delete_of_django
from django.db import transaction
from django.http import QueryDict
from django.utils.html import strip_tags
from django.utils.text import capfirst

from partners.ground.desk.acts import CHANGED, CONFLICT, NAME, NOT_READ, chosen_again, differences, read, signed
from partners.ground.posting import claim


class Deleting:
    """What a page before deleting `rows` says and carries: in `context`, as the templates of the page want it."""

    def __init__(self, desk, request, rows):
        names, _, _, _ = desk.get_deleted_objects(rows, request)
        self.page = {
            "lines": [*flat(names)],
            "reads": [said for row in rows for said in fields_of(row)],
        }
        # What the desk found lacking while it looked at what goes, and what was typed.
        self.lacking, self.posted = getattr(request, "lacking_to_delete", ""), request.POST
        self.warning, self.changes, self.sent = "", [], None
        self.chosen = chosen_again(request, rows)

    @property
    def context(self):
        return {
            "read": signed(self.page),
            "warning": self.warning or (self.lacking if self.posted.get(NAME) else ""),
            "changes": self.changes,
            "posted": self.posted,
            "chosen": self.chosen,
        }

    def may_be_done(self, request):
        """Whether it is what the page said whose button was pressed, and nothing is lacking."""
        held = read(request)
        self.changes = differences(held, self.page) if held else []
        self.warning = CHANGED if self.changes else "" if held else NOT_READ
        if self.warning or self.lacking:
            return False
        self.sent, _ = claim(UUID(held["key"]))
        return True


@contextmanager
def looked_at_once_more(desk, request, keys, *, is_pressed, of_a_list=False):
    """A transaction with the rows locked. Gives the Deleting; one that may not be done is only shown again.

    `of_a_list` is whether the page asks about chosen rows of a list, which come along in what is posted.
    """
    with transaction.atomic():
        list(desk.model._base_manager.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",)).values("pk"))
        deletion = Deleting(desk, request, list(desk.get_queryset(request).filter(pk__in=keys).order_by("pk")))
        if is_pressed and not deletion.may_be_done(request):
            request.POST = without_the_button(request.POST) if of_a_list else QueryDict()
        yield deletion


def without_the_button(posted):
    """What was posted, as if the page about the rows of a list is only asked for: the act and those rows."""
    kept = posted.copy()
    kept.pop("post", None)
    return kept


def answered(request, response, deletion):
    """The page with what it carries; or that it was done, and where that led."""
    if deletion.sent:
        deletion.sent.led_to(getattr(response, "url", request.get_full_path()))
    elif hasattr(response, "context_data"):
        response.context_data |= deletion.context
        response.status_code = CONFLICT if deletion.warning else response.status_code
    return response


@action(description="Verwijder de gekozen rijen", permissions=["delete"])
def delete_selected(desk, request, queryset):
    """As Django's own, of rows that were ticked in a list."""
    keys = [row.pk for row in queryset]
    with looked_at_once_more(desk, request, keys, is_pressed="post" in request.POST, of_a_list=True) as deletion:
        return answered(request, delete_of_django(desk, request, queryset), deletion)


def flat(names):
    """Each name in lists within lists, without its link."""
    for name in names:
        if isinstance(name, list | tuple):
            yield from flat(name)
        else:
            yield strip_tags(name)


def fields_of(row):
    """(Label, text) of each field that says something of a row."""
    return [
        (f"{row}: {capfirst(field.verbose_name)}", field.value_to_string(row))
        for field in row._meta.concrete_fields
        if field.editable and not field.primary_key
    ]
