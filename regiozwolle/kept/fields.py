"""What was typed earlier in a form of the desk, beside what the form says now: what differs, and putting it back.

A page of the desk has a form of the admin with rows of other things below it, or the form of an act. Rows are matched
by what they are, for others may have added some since.
"""

from typing import NamedTuple

from django.forms import CharField, FileField, ModelChoiceField
from django.utils.html import strip_tags

from partners.ground.comparing import html
from partners.ground.desk.series import PagedRows


class TypedDifference(NamedTuple):
    """A field in which something else was typed; `marked` is that as safe HTML, "" for what is no text."""

    label: str
    marked: str = ""


def differences(page, kept):
    """The TypedDifferences between the forms of a page and what was typed, a QueryDict."""
    formsets = [with_rows_of(formset, kept) for formset in formsets_of(page)]
    new = [(formset.empty_form, prefix) for formset in formsets for prefix in new_rows(formset, kept)]
    found = [
        difference(bound, typed)
        for form, prefix in [*forms_of(page), *old_rows(formsets, kept), *new]
        for bound, typed in changed_in(form, prefix, kept)
    ]
    return found + [
        TypedDifference("Bij een regel die is verwijderd", html("", text)) for text in left_over(formsets, kept)
    ]


def with_rows_of(formset, kept):
    """The formset, with the rows of what was typed as its fields where the page shows others."""
    keys = rows_elsewhere(formset, kept)
    return formset.showing(keys) if keys else formset


def rows_elsewhere(formset, kept):
    """The keys of the rows that were typed in, when the page does not show them all."""
    if not isinstance(formset, PagedRows):
        return []
    keys = [key for key in rows_by_key(formset, kept) if is_choice(key)]
    return [] if {*keys} <= {str(form.instance.pk) for form in formset.initial_forms} else keys


def opening(page, kept):
    """What an address carries to open the rows that were typed in: keys by the prefix of their formset."""
    found = {formset.prefix: rows_elsewhere(formset, kept) for formset in formsets_of(page)}
    return {prefix: keys for prefix, keys in found.items() if keys}


def difference(bound, typed):
    """What was `typed` in a field, beside what stands there."""
    label = str(bound.label)
    if not isinstance(bound.field, CharField) or not isinstance(typed, str):
        return TypedDifference(label)
    return TypedDifference(label, html(strip_tags(str(initial_of(bound) or "")), strip_tags(typed)))


def fill_in(page, kept):
    """Lets the forms of a page show what was typed, and what they were opened with then, so that both are compared."""
    if "_opened" in kept:
        page["opened"] = kept["_opened"]
    rows = [row for formset in formsets_of(page) for row in room_for_new_rows(formset, kept)]
    for form, prefix in [*forms_of(page), *old_rows(formsets_of(page), kept), *rows]:
        for bound, typed in typed_in(form, prefix, kept):
            form.initial[bound.name] = typed
            vars(bound).pop("initial", None)


def room_for_new_rows(formset, kept):
    """(Form, the prefix it had) for each row that was not in the database yet; the formset gets as many as needed."""
    new = new_rows(formset, kept)
    formset.extra = max(formset.extra, len(new))
    for name in ("forms", "management_form"):
        vars(formset).pop(name, None)
    return zip(formset.extra_forms, new, strict=False)


def initial_of(bound):
    return bound.form.get_initial_for_field(bound.field, bound.name)


def typed_in(form, prefix, kept):
    """(Bound field, what was typed in it) for the visible fields of `form`, which had that prefix when it was typed."""
    for bound in form.visible_fields():
        name = f"{prefix}-{bound.name}" if prefix else bound.name
        widget = bound.field.widget
        if isinstance(bound.field, FileField) or bound.field.disabled or widget.value_omitted_from_data(kept, {}, name):
            continue
        typed = widget.value_from_datadict(kept, {}, name)
        if not isinstance(bound.field, ModelChoiceField) or is_choice(typed):
            yield bound, typed


def changed_in(form, prefix, kept):
    """As `typed_in`, where that is something else than the form says."""
    return [
        (bound, typed)
        for bound, typed in typed_in(form, prefix, kept)
        if bound.field.has_changed(initial_of(bound), typed)
    ]


def is_choice(typed):
    """Whether what was typed in a field of choices could be keys of rows: the database is asked for them."""
    keys = typed if isinstance(typed, list) else [typed or ""]
    return all(key == "" or (key.isdecimal() and len(key) < 19) for key in keys)


def forms_of(page):
    """(Form, its prefix) of the page itself: that of the admin, or those of the fields by which an act asks."""
    if "adminform" in page:
        return [(page["adminform"].form, page["adminform"].form.prefix)]
    return [(form, form.prefix) for form in dict.fromkeys(bound.form for bound in page.get("form") or [])]


def old_rows(formsets, kept):
    """(Form, the prefix it had when it was typed in) for each row that was in the database then and still is."""
    for formset in formsets:
        sent = rows_by_key(formset, kept)
        for form in formset.initial_forms:
            if prefix := sent.get(str(form.instance.pk)):
                yield form, prefix


def formsets_of(page):
    return [inline.formset for inline in page.get("inline_admin_formsets", [])]


def prefixes(formset, kept):
    """The prefixes of the rows of `formset` that were sent, in their order."""
    total = kept.get(f"{formset.prefix}-TOTAL_FORMS", "")
    count = int(total) if total.isdecimal() and len(total) < 4 else 0
    return [f"{formset.prefix}-{place}" for place in range(count)]


def key_in(formset, kept, prefix):
    return kept.get(f"{prefix}-{formset.model._meta.pk.name}", "")


def rows_by_key(formset, kept):
    """The prefix of each row that was in the database, by its primary key as text."""
    sent = {key_in(formset, kept, prefix): prefix for prefix in prefixes(formset, kept)}
    return {key: prefix for key, prefix in sent.items() if key}


def new_rows(formset, kept):
    """The prefixes of the rows that were not in the database yet and in which something was filled in."""
    empty = formset.empty_form
    return [
        prefix
        for prefix in prefixes(formset, kept)
        if not key_in(formset, kept, prefix) and changed_in(empty, prefix, kept)
    ]


def left_over(formsets, kept):
    """The texts of rows that somebody else has deleted since."""
    for formset in formsets:
        there, empty = {str(form.instance.pk) for form in formset.initial_forms}, formset.empty_form
        for key, prefix in rows_by_key(formset, kept).items():
            if key not in there:
                yield from (typed for _, typed in changed_in(empty, prefix, kept) if is_text(typed))


def is_text(typed):
    return isinstance(typed, str) and not typed.isdecimal()
