"""What makes a desk one for several people: the site mixes it into every ModelAdmin, so that none can lack it."""

from itertools import count

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.admin.views.main import ERROR_FLAG, ChangeList
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst

from partners.ground.desk.clashing import HELD, chosen, clash_page, given_back_page, gone_page
from partners.ground.desk.deleting import answered, looked_at_once_more
from partners.ground.desk.merging import Merge, Snapshot, rows_of
from partners.ground.desk.opening import Opened, close, deleted_by, deletion_of, digest, last_change, others_at
from partners.ground.desk.values import sent_values
from partners.ground.posting import claim
from partners.ground.templatetags.dutch import listed

LIST = "list"
FIXED = "Dit is intussen vastgelegd, dus u kunt het niet meer wijzigen."
NOT_THERE = "Dit is er niet. Misschien is het verwijderd, of klopt de link niet."
SENT_BEFORE = "U hebt dit formulier al verstuurd, met een andere tekst. Open wat u toen opsloeg en wijzig dat."


class DeskList(ChangeList):
    """A list of the desk, to which an address can ask what no calendar and no number of ours has."""

    def __init__(self, request, *args):
        """As Django's own, which reads `?e=1` in the place of an address that it cannot follow, but not of this one."""
        try:
            super().__init__(request, *args)
        except (ValueError, OverflowError) as beyond:
            if set(request.GET) <= {ERROR_FLAG}:
                raise
            raise IncorrectLookupParameters(beyond) from beyond


class SharedDesk:
    """Merges what several people change at the same time, and saves a form once however often it is sent."""

    fixed_because = FIXED  # said to those who changed what can no longer be changed

    def get_changelist(self, request, **kwargs):
        return DeskList

    def about(self, object_id=None):
        """What a form is about, as an Opened says it."""
        return f"{self.opts.label_lower}:{object_id or ''}"

    # What a form carries

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        may_save = add or self.has_change_permission(request, obj)
        is_open = may_save and obj and request.method == "GET"
        context["opened"] = self.opened_now(request, context, obj).signed if may_save else ""
        context["others"] = others_at(request.user, self.about(obj.pk)) if is_open else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def opened_now(self, request, context, obj):
        """The opening of the form in `context`; one that comes back with errors was merged, and goes on from there."""
        if hasattr(request, "opened"):
            return request.opened
        if obj is None:
            return Opened.now(self.about())
        if request.method == "GET":
            inlines = [inline for inline in context["inline_admin_formsets"] if inline.has_change_permission]
            return Opened.now(
                self.about(obj.pk), Snapshot.of(context["adminform"].form, [inline.formset for inline in inlines])
            )
        return Opened.now(self.about(obj.pk), Snapshot.of(*self.shown_forms(request, obj)))

    def shown_forms(self, request, obj):
        """The form and the formsets that can be changed, as the page shows them to who opens it now."""
        fields = flatten_fieldsets(self.get_fieldsets(request, obj))
        form = self.get_form(request, obj, change=True, fields=fields)(instance=obj)
        prefixes, formsets = {}, []
        for formset_class, inline in self.get_formsets_with_inlines(request, obj):
            prefix = formset_class.get_default_prefix()
            number = next(prefixes.setdefault(prefix, count(1)))
            if inline.has_change_permission(request, obj):
                name = prefix if number == 1 else f"{prefix}-{number}"
                formsets.append(formset_class(instance=obj, prefix=name, queryset=inline.get_queryset(request)))
        return form, formsets

    # Saving

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            response = self.save_once(request, object_id)
            response = response or super().changeform_view(request, object_id, form_url, extra_context)
            if getattr(request, "saved", None) is None:
                transaction.set_rollback(True)  # so that the key of the form can be used again
        return response

    def save_once(self, request, object_id):
        """Merges what was sent with what is there. Returns None when that can be saved, or else what to answer."""
        opened = Opened.read(request, self.about(object_id))
        if opened is None:
            return None
        if response := chosen(self, request):
            return response
        sent, is_first = claim(opened.key, digest(request))
        request.sent_form = sent
        if not is_first and sent.digest == digest(request):
            return self.answer_again(request, sent, is_new=object_id is None)
        if object_id is not None:
            return self.merge(request, unquote(object_id), opened, is_again=not is_first)
        if not is_first:
            address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[sent.result])
            return self.give_back(request, SENT_BEFORE, all_that_was_typed(self, request), back=address)
        return None

    def answer_again(self, request, sent, *, is_new):
        """Answers a form that was sent twice as it was answered the first time."""
        obj = self.get_object(request, sent.result)
        if obj is None:
            return HttpResponseRedirect(reverse("admin:index"))
        return self.response_add(request, obj) if is_new else self.response_change(request, obj)

    def merge(self, request, pk, opened, *, is_again):
        """Puts the merged form in the place of what was sent, or returns the page that asks or gives back."""
        obj = self.locked(request, pk)
        if obj is None or not self.has_change_permission(request, obj):
            return self.too_late(request, obj, opened)
        form, formsets = self.shown_forms(request, obj)
        for formset in formsets:
            lock_rows(formset)
        now = Snapshot.of(form, formsets)
        merge = Merge(request.POST, is_again=is_again)
        merge.merge_fields(form, opened.snapshot.fields, sent_values(request.POST, "", now.fields), now.fields)
        merge.give_back(opened.snapshot, "", opened.snapshot.fields, "", shown=now.fields)
        for formset in formsets:
            merge.merge_rows(formset, opened.snapshot.rows.get(formset.prefix), request.POST)
        for prefix in opened.snapshot.rows.keys() - now.rows.keys():
            merge.give_back_rows(opened.snapshot, prefix)
        merge.put_initial(form, now.fields)
        request.opened = Opened.now(opened.about, now, key=opened.key)
        request.POST = merge.data
        if merge.clashes:
            who = last_change(self.rows(obj, merge), user=request.user)
            return clash_page(self, request, merge, subject=str(obj), opened=request.opened, who=who)
        if merge.told:
            self.tell(request, obj, merge)
        return None

    def locked(self, request, pk):
        """The object, locked until all is saved; None when it is gone."""
        found = self.get_object(request, pk)
        if found is None:
            return None
        list(self.model._base_manager.select_for_update(of=("self",)).filter(pk=found.pk).values_list("pk"))
        return self.get_object(request, pk)

    def rows(self, obj, merge):
        """(Label of the model, key) of the object and of each row that clashes, to find who changed them."""
        return [(self.opts.label, obj.pk), *(clash.row for clash in merge.clashes if clash.row)]

    def tell(self, request, obj, merge):
        """Says with whose changes it was merged."""
        who, _ = last_change(self.rows(obj, merge), user=request.user)
        labels = listed(list(dict.fromkeys(told.label for told in merge.told))[:5])
        messages.info(request, f"Samengevoegd met wat {who} intussen opsloeg: {labels}.")

    def too_late(self, request, obj, opened):
        """Gives back what was typed in something that is gone, or that may no longer be changed."""
        merge = Merge(request.POST)
        merge.give_back(opened.snapshot, "", opened.snapshot.fields, "", shown=())
        for prefix in opened.snapshot.rows:
            merge.give_back_rows(opened.snapshot, prefix)
        typed = [(clash.label, clash.mine) for clash in merge.clashes]
        if obj is not None:
            address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])
            return self.give_back(request, self.fixed_because, typed, back=address)
        rows = [(self.opts.label, opened.about.partition(":")[2])]
        who, when = last_change(rows, user=request.user)
        gone = f"{deleted_by(who)} terwijl u schreef{f', om {when}' if when else ''}."
        return self.give_back(request, gone, typed)

    def give_back(self, request, reason, typed, *, back=""):
        list_of_all = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        return given_back_page(self, request, reason=reason, typed=typed, back=back or list_of_all)

    # A list that can be edited

    def changelist_view(self, request, extra_context=None):
        if self.list_editable and {"_save", HELD} & request.POST.keys():
            return self.save_list(request, extra_context)
        response = super().changelist_view(request, {"opened": "", **(extra_context or {})})
        if formset := getattr(getattr(response, "context_data", {}).get("cl"), "formset", None):
            response.context_data["opened"] = Opened.now(self.about(LIST), Snapshot.of(None, [formset])).signed
        return response

    def get_changelist_formset(self, request, **kwargs):
        """As Django's own; each field says which column it is in, for who does not see that."""
        formset = super().get_changelist_formset(request, **kwargs)
        for field in formset.form.base_fields.values():
            field.widget.attrs["aria-label"] = capfirst(field.label)
        return formset

    def save_list(self, request, extra_context):
        """Merges the rows of a list with what others saved meanwhile, and saves them."""
        with transaction.atomic():
            response = self.merge_list(request) if self.has_change_permission(request) else None
            return response or super().changelist_view(request, {"opened": "", **(extra_context or {})})

    def merge_list(self, request):
        """Puts the merged rows in the place of what was sent, or returns the page that asks or gives back."""
        opened = Opened.read(request, self.about(LIST))
        if opened is None:
            return None
        if response := chosen(self, request):
            return response
        formset_class = self.get_changelist_formset(request)
        (prefix, base), *_ = opened.snapshot.rows.items()
        rows = self.get_queryset(request).filter(pk__in=base)
        list(self.model._base_manager.filter(pk__in=base).order_by("pk").select_for_update().values_list("pk"))
        formset = formset_class(queryset=rows, prefix=prefix)
        merge = Merge(request.POST)
        merge.merge_rows(formset, base, request.POST)
        request.POST = merge.data
        if merge.clashes:
            who = last_change([clash.row for clash in merge.clashes if clash.row], user=request.user)
            now = Opened.now(opened.about, Snapshot.of(None, [formset]), key=opened.key)
            return clash_page(
                self, request, merge, subject=capfirst(self.opts.verbose_name_plural), opened=now, who=who
            )
        return None

    # What is gone

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """Django's own leads to the start with one line in half English; this says what happened, and where to go.

        It has no public name; tests/test_shared_desk.py would notice that Django no longer calls it.
        """
        deletion = deletion_of(self.model, unquote(object_id), user=request.user)
        # Of what no desk deletes, such as the draft of a councillor, nobody here reads who threw it away.
        if deletion is None or not self.has_delete_permission(request):
            return gone_page(self, request, NOT_THERE)
        who, when = deletion
        return gone_page(self, request, f"{deleted_by(who)}{f', om {when}' if when else ''}.")

    # Deleting

    def delete_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, unquote(object_id))
        if obj is None or not self.has_delete_permission(request, obj):
            return super().delete_view(request, object_id, extra_context)
        with looked_at_once_more(self, request, [obj.pk], is_pressed=bool(request.POST)) as deletion:
            return answered(request, super().delete_view(request, object_id, extra_context), deletion)

    # Afterwards

    def response_add(self, request, obj, post_url_continue=None):
        self.is_saved(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        self.is_saved(request, obj)
        close(request.user, self.about(obj.pk))
        return super().response_change(request, obj)

    def is_saved(self, request, obj):
        """Notes what the form made, for when it is sent again."""
        request.saved = obj
        if sent := getattr(request, "sent_form", None):
            sent.led_to(obj.pk)


def lock_rows(formset):
    """Locks the rows of a formset, in the order of their keys, so that two who do this never wait for each other."""
    keys = [form.instance.pk for form in rows_of(formset)]
    rows = formset.model._base_manager.filter(pk__in=keys).order_by("pk")
    list(rows.select_for_update(of=("self",)).values_list("pk"))


def all_that_was_typed(desk, request):
    """(Label, text) of each text in the form that was sent."""
    form = desk.get_form(request, None)(request.POST)
    return [(form[name].label, form[name].value()) for name in form.fields if isinstance(form[name].value(), str)]
