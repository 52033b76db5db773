"""What was deleted in the last thirty days, and bringing it back."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.contrib import admin, messages
from django.contrib.auth import get_permission_codename
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground.desk.acts import confirm_and_do
from partners.ground.models import Change
from partners.ground.templatetags.dutch import moment
from regiozwolle.history.reasons import given, why_form
from regiozwolle.history.rectifying import is_example
from regiozwolle.history.restoring import KEPT_FOR, STAYS, bring_back, deleted_together, is_of_person
from regiozwolle.history.telling import Teller, as_they_were, called, models_by_table

# The newest deletions are listed, out of this many rows at most.
MOST, MOST_ROWS = 50, 5_000


@dataclass(frozen=True)
class Deletion:
    """What went in one act: the row that took the others along, how many those were, when, by whom and why.

    `right` is what one needs to bring it back.
    """

    pk: int
    name: str
    others: int
    made_at: datetime
    who: str
    reason: str
    right: str


def deletions():
    """The Deletions of the last thirty days that can be brought back, the newest first."""
    gone = Change.objects.filter(
        after__isnull=True, before__isnull=False, made_at__gte=timezone.now() - KEPT_FOR
    ).select_related("act")
    together = defaultdict(list)
    for change in gone[:MOST_ROWS]:
        together[change.act_id, change.made_at].append(change)
    # What took the others along went last, so it comes first here.
    groups = list(filter(can_come_back, together.values()))
    there = keys_there([group[0] for group in groups])
    groups = [group for group in groups if (group[0].table_name, group[0].row_id) not in there][:MOST]
    teller = Teller([group[0] for group in groups])
    return [
        Deletion(
            pk=last.pk,
            name=name_of(last, teller.were),
            others=len(others),
            made_at=last.made_at,
            who=teller.who(last.act, last.role),
            reason=f"Reden: {last.act.reason}" if last.act and last.act.reason else "",
            right=right_to_add(last),
        )
        for last, *others in groups
    ]


def can_come_back(group):
    """Whether what went together is nothing that people said, and what took the rest along no contact person."""
    return not {each.table_name for each in group} & STAYS and not is_of_person(group[0])


def keys_there(changes):
    """The (table, key) of those rows of `changes` that are there again; a query per table."""
    by_table = defaultdict(set)
    for change in changes:
        by_table[change.table_name].add(change.row_id)
    return {
        (table, pk)
        for table, keys in by_table.items()
        for pk in models_by_table()[table]._base_manager.filter(pk__in=keys).values_list("pk", flat=True)
    }


def name_of(change, were):
    """'Thema Wonen': what was deleted, as far as it can still be called; `were` has the rows as they were."""
    model, was = models_by_table()[change.table_name], were.get(change.pk)
    invented = " (voorbeeld)" if is_example(was) else ""
    return f"{capfirst(model._meta.verbose_name)} {called(was)}".strip() + invented


def right_to_add(change):
    """The right that one needs to bring a row back: that to add one like it."""
    options = models_by_table()[change.table_name]._meta
    return f"{options.app_label}.{get_permission_codename('add', options)}"


@permission_required("ground.view_change", raise_exception=True)
def deleted(request):
    """The list of what can be brought back, by whoever may add such a thing."""
    listed = [(deletion, request.user.has_perm(deletion.right)) for deletion in deletions()]
    context = {**admin.site.each_context(request), "title": "Verwijderd", "deletions": listed}
    return TemplateResponse(request, "admin/deleted.html", context)


@permission_required("ground.view_change", raise_exception=True)
def bring_back_view(request, pk):
    """Says what comes back with the row of one Change, and brings it back after a press on the button."""
    change = get_object_or_404(Change.objects.filter(after__isnull=True).select_related("act"), pk=pk)
    if change.table_name in STAYS or not request.user.has_perm(right_to_add(change)):
        raise PermissionDenied
    back = reverse("deleted")
    gone = list(deleted_together(change))[::-1]
    were = as_they_were(gone)
    form = why_form(request, gone)

    def do():
        bring_back(change=change, **given(form))
        messages.success(request, f"Teruggehaald: {name_of(change, were)}.")
        return redirect(back)

    page = {
        "title": "Haal terug",
        "back": back,
        "back_name": "Verwijderd",
        "lines": [
            f"Verwijderd op {moment(change.made_at)}. Dit komt terug, met dezelfde inhoud en op dezelfde plaats:"
        ],
        "shown": [(name_of(each, were), "") for each in gone],
        "form": form,
        "button": "Haal terug",
    }
    return confirm_and_do(request, page=lambda: page, do=do)
