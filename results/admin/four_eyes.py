"""Where a figure asks two people, what one of the desk saves or deletes of its values is laid before another."""

from contextlib import contextmanager
from copy import copy

from django.contrib import messages
from django.db import transaction

from partners.ground import history
from partners.ground.templatetags.dutch import counted
from results.actions.four_eyes import asks_two, lay_before
from results.models import Measurement, Target

LAID = "Voorgelegd aan een collega: {}. Op de site verandert niets tot die het nakijkt, onder ‘Voorstellen’."


class FourEyes:
    """For a desk that saves values, of its own or below its form. Everything else is saved as ever."""

    def save_model(self, request, obj, form, change):
        if not isinstance(obj, Measurement) or not asks_two({obj.indicator_id, form.initial.get("indicator")}):
            super().save_model(request, obj, form, change)
            return
        with self.only_tried(request) as tried:
            super().save_model(request, obj, form, change)
        if tried:
            self.lay(request, [(copied(obj, is_new=not change), reason_in(form), False)])

    def save_formset(self, request, form, formset, change):
        if formset.model not in (Measurement, Target) or not asks_two({form.instance.pk}):
            super().save_formset(request, form, formset, change)
            return
        with self.only_tried(request) as tried:
            super().save_formset(request, form, formset, change)
        if tried:
            reasons = {one.instance: reason_in(one) for one in formset.forms if one.instance.pk}
            rows = [(copied(row, is_new=True), "", False) for row in formset.new_objects]
            rows += [(copied(row), reasons.get(row, ""), False) for row, _ in formset.changed_objects]
            rows += [(copied(row), "", True) for row in formset.deleted_objects]
            self.lay(request, rows)

    def delete_model(self, request, obj):
        if isinstance(obj, Measurement) and asks_two({obj.indicator_id}):
            self.lay(request, [(obj, "", True)])
        else:
            super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        if queryset.model is not Measurement:
            super().delete_queryset(request, queryset)
            return
        waiting = list(queryset.filter(indicator__four_eyes=True))
        super().delete_queryset(request, queryset.exclude(pk__in=[row.pk for row in waiting]))
        self.lay(request, [(row, "", True) for row in waiting])

    @contextmanager
    def only_tried(self, request):
        """What is done within is undone, after it was held to every rule. Gives a list that is filled when it was.

        When it lacks its reason it is left as it is: then the whole form comes back, and nothing of it is saved.
        """
        tried = []
        with transaction.atomic():
            yield tried
            if not self.lacks_reason(request):
                transaction.set_rollback(True)
                tried.append(True)

    def lay(self, request, rows):
        """Lays (row, reason, whether it is to go) before a colleague, and says so."""
        laid = [
            lay_before(row=row, by=request.user, reason=reason or history.why(), is_removal=is_removal)
            for row, reason, is_removal in rows
        ]
        if count := len([one for one in laid if one]):
            request.laid_before = count
            messages.warning(request, LAID.format(counted(count, "waarde,waarden")))

    def message_user(self, request, message, level=messages.INFO, *args, **kwargs):
        """Says nothing of what was saved or deleted when that waits for a colleague."""
        if not (getattr(request, "laid_before", 0) and self.model is Measurement):
            super().message_user(request, message, level, *args, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        if getattr(request, "laid_before", 0) and self.model is Measurement:
            return self.response_post_save_add(request, obj)
        return super().response_add(request, obj, post_url_continue)


def copied(row, *, is_new=False):
    """`row` as it was tried; a new one never was there."""
    found = copy(row)
    if is_new:
        found.pk = None
    return found


def reason_in(form):
    return getattr(form, "cleaned_data", {}).get("reason", "")
