"""What the record means for every desk: its history in plain Dutch, and deleting that says what goes along."""

from django.apps import apps
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from partners.ground.desk.acts import confirm_and_do
from partners.ground.templatetags.dutch import moment
from regiozwolle.history.addresses import TABLES_BY_ROUTE, TAKEN, is_taken
from regiozwolle.history.reasons import given, why_form
from regiozwolle.history.rectifying import (
    GOES_WITHOUT_REASON,
    NEEDS_REASON,
    corrects_in_the_open,
    lacks_its_reason,
)
from regiozwolle.history.restoring import put_back, undoing
from regiozwolle.history.tables import TABLES
from regiozwolle.history.telling import acts_about, changes_of, events, models_by_table

# How many changes one page of a history looks at.
ON_A_PAGE = 100
# A longer number is no key of a row.
MOST_DIGITS = 19
# The field at the foot of a form of the desk in which one says why.
REASON = "_reason"


class RecordedDesk(ModelAdmin):
    """Shows the record in the place of the log of Django's admin, which stays empty."""

    delete_confirmation_template = "admin/delete.html"
    delete_selected_confirmation_template = "admin/delete_chosen.html"

    def log_addition(self, request, obj, message):
        pass

    def log_change(self, request, obj, message):
        pass

    def log_deletions(self, request, queryset):
        pass

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_put_back"
        view = self.admin_site.admin_view(self.put_back_view)
        return [path("<int:pk>/terugzetten/<int:since>/", view, name=name), *super().get_urls()]

    @property
    def own_table(self):
        return self.opts.db_table

    def may_put_back(self, request, obj):
        return self.has_change_permission(request, obj) and TABLES[self.own_table].can_be_put_back

    def history_view(self, request, object_id, extra_context=None):
        """The Events of one object, the newest first, and a way to each state before them."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        changes, acts, older = page_of_history(self.model, obj.pk, request.GET.get("tot", ""))
        told = events(changes, acts, own_table=self.own_table)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Geschiedenis van {obj}",
            "opts": self.opts,
            "object": obj,
            "events": told,
            "older": older,
            "may_put_back": self.may_put_back(request, obj),
            "put_back": f"admin:{self.opts.app_label}_{self.opts.model_name}_put_back",
        }
        return TemplateResponse(request, "admin/history.html", context)

    def put_back_view(self, request, pk, since):
        """Says what putting back changes, and does it after a press on the button."""
        obj = self.get_object(request, str(pk))
        if obj is None or not self.may_put_back(request, obj):
            raise PermissionDenied
        back = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[pk])
        form = why_form(request, undoing(self.model, pk, since=since))

        def do():
            newest = changes_of(self.model, pk, TABLES).first()
            put_back(thing=obj, since=since, read=newest.pk if newest else 0, **given(form))
            messages.success(request, "De eerdere stand is teruggezet. Dat staat nu zelf ook in de geschiedenis.")
            return redirect(back)

        def page():
            found = undoing(self.model, pk, since=since)
            newest = changes_of(self.model, pk, TABLES).first()
            return {
                "title": "Zet de eerdere stand terug",
                "back": back,
                "back_name": f"Geschiedenis van {obj}",
                "lines": [f"Wat sinds {moment(found[-1].made_at)} is gewijzigd, wordt ongedaan gemaakt."]
                if found
                else [],
                "problems": [] if found else ["Hier valt niets terug te zetten."],
                "form": form,
                "button": "Zet terug" if found else "",
                "reads": [("Nieuwste wijziging", newest.pk if newest else "")],
                "piece": "admin/_events.html",
                "events": events(found, own_table=self.own_table),
            }

        return confirm_and_do(request, page=page, do=do, locks=[self.model._base_manager.filter(pk=pk)])

    def lacks_reason(self, request):
        """Whether the act that goes on changed what everyone could read, and nobody said why."""
        return not request.POST.get(REASON, "").strip() and corrects_in_the_open()

    @property
    def shows_publicly(self):
        """Whether a change of what this desk keeps, or of its rows, has a line on the site."""
        tables = {self.own_table, *(inline.model._meta.db_table for inline in self.inlines)}
        return any(TABLES[table].corrected for table in tables if table in TABLES)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """As Django's; what changes something on the site is asked why, and comes back with all that was typed."""
        if request.method != "POST" or not self.shows_publicly or request.POST.get(REASON, "").strip():
            return super().changeform_view(request, object_id, form_url, extra_context)
        said = len(messages.get_messages(request)._queued_messages)
        try:
            with transaction.atomic():
                answer = super().changeform_view(request, object_id, form_url, extra_context)
                is_lacking = corrects_in_the_open()
                if is_lacking:
                    transaction.set_rollback(True)
        except IntegrityError as error:
            if not lacks_its_reason(error):
                raise
            is_lacking = True
        if not is_lacking:
            return answer
        request.saved = None
        del messages.get_messages(request)._queued_messages[said:]
        request.lacks_reason = True
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """As Django's; an address that still leads to something else is refused at its field."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if getattr(request, "lacks_reason", False):
            return type(form.__name__, (form,), {"_clean_form": refuse_without_reason})
        if "slug" not in form.base_fields or self.own_table not in TABLES_BY_ROUTE.values():
            return form

        def clean_slug(form):
            slug = form.cleaned_data["slug"]
            if is_taken(form.instance, slug):
                raise ValidationError(TAKEN)
            return slug

        return type(form.__name__, (form,), {"clean_slug": clean_slug})

    def get_deleted_objects(self, objs, request):
        """As Django's, but of the counts only those of what goes along, with the word that fits each.

        What everyone could read does not go without a reason: `Deleting` reads in the request that it is lacking.
        """
        gone, counts, lacking, protected = super().get_deleted_objects(objs, request)
        request.goes_publicly = goes_publicly(counts)
        if request.goes_publicly and not request.POST.get(REASON, "").strip():
            request.lacking_to_delete = GOES_WITHOUT_REASON
        counts = {**counts, self.opts.verbose_name_plural: counts.get(self.opts.verbose_name_plural, 0) - len(objs)}
        return gone, {in_number(name, count): count for name, count in counts.items() if count > 0}, lacking, protected


def refuse_without_reason(form):
    """Takes the place of a form's own rules once they held and only the reason is lacking."""
    form.add_error(None, NEEDS_REASON)


def goes_publicly(names):
    """Whether the end of one of the kinds of rows with these names, in plural, has a line on the site."""
    models = models_by_table()
    told = {str(models[table]._meta.verbose_name_plural) for table, kept in TABLES.items() if kept.corrected}
    return not told.isdisjoint(map(str, names))


def in_number(plural, count):
    """The name of a kind of rows as it fits `count`; Django's desk knows the plural alone."""
    singular = {str(model._meta.verbose_name_plural): str(model._meta.verbose_name) for model in apps.get_models()}
    return singular.get(str(plural), str(plural)) if count == 1 else str(plural)


def page_of_history(model, pk, newest):
    """The changes of a row from the one with the key `newest` on, the acts of that time, and where older ones begin.

    By the key, for all that is done in one transaction has one moment. `newest` is what an address says: "" or any
    text that is no key begins with the newest of all.
    """
    found, acts = changes_of(model, pk, TABLES), acts_about(model, pk)
    if newest.isdecimal() and len(newest) < MOST_DIGITS:
        found = found.filter(pk__lte=newest)
        first = found.first()
        acts = acts.filter(made_at__lte=first.made_at) if first else acts.none()
    changes = list(found[: ON_A_PAGE + 1])
    if len(changes) <= ON_A_PAGE:
        return changes, acts[:ON_A_PAGE], ""
    older = changes.pop()
    return changes, acts.filter(made_at__gt=older.made_at)[:ON_A_PAGE], older.pk
