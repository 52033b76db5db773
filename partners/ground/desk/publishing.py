"""How a thing becomes public and leaves the site: an act that says what readers will see, at every desk."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.forms.models import _get_foreign_key
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground import history
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.desk.previews import TITLE, preview_name
from partners.ground.forms import Moment
from partners.ground.models import FileWords, StoredFile
from partners.ground.publishing import ENDS_LATER, PublicState, within
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import counted, listed, moment

OFF_THE_SITE = {
    PublicState.PLANNED: "Haal van de planning",
    PublicState.PUBLIC: "Haal nu van de site",
}
REMINDER = "Let op: {}"
HELD_BACK = "Dit kan pas openbaar worden als het volledig is. Vul eerst aan:"
GOES = "Op het adres staat dan dat het niet meer openbaar is."


@history.act("openbaar gemaakt")
def publish(*, thing, public_from=None, public_until=None):
    """Puts `thing` on the site from a moment, now without, until another; what is there stays there since it was.

    Raises Refused when others stand on it and so it may have no end, and for a concept that must be whole and is not.
    """
    thing = locked(thing)
    if held_back := thing.holds_back():
        raise Refused(f"{capfirst(str(thing))}: {' '.join(held_back)}")
    if not (thing.public_from and thing.public_from <= timezone.now()):
        thing.public_from = public_from or timezone.now()
    thing.public_until = public_until
    keep(thing)


@history.act("van de site gehaald")
def withdraw(*, thing):
    """Takes `thing` off the site now, or off the plan. Raises Refused when others stand on it."""
    thing = locked(thing)
    if thing.public_state() == PublicState.PLANNED:
        thing.public_from = thing.public_until = None
    else:
        thing.public_until = timezone.now()
    keep(thing)


def locked(thing):
    return type(thing)._base_manager.select_for_update(of=["self"]).get(pk=thing.pk)


def keep(thing):
    """Saves from when until when `thing` is public. Raises Refused in the words of the database."""
    try:
        with transaction.atomic():
            thing.save(update_fields=["public_from", "public_until"])
    except IntegrityError as error:
        raise Refused(str(error.__cause__).partition("\n")[0]) from error


def asked_with(label):
    """The browser's own fields for a day and a time."""
    return forms.SplitDateTimeWidget(
        date_attrs={"type": "date", "aria-label": f"{label}: datum"},
        time_attrs={"type": "time", "aria-label": f"{label}: tijd"},
        date_format="%Y-%m-%d",
        time_format="%H:%M",
    )


class PublishingForm(forms.Form):
    """From when until when; only what can still be chosen of `thing` is asked."""

    public_from = Moment(
        label="Openbaar vanaf",
        required=False,
        help_text="Leeg: nu, zodra u op de knop drukt.",
        widget=asked_with("Openbaar vanaf"),
    )
    public_until = Moment(
        label="Openbaar tot",
        required=False,
        help_text="Leeg: het blijft op de site.",
        widget=asked_with("Openbaar tot"),
    )

    def __init__(self, *args, thing, **kwargs):
        state = thing.public_state()
        until = None if state == PublicState.ENDED else thing.public_until
        super().__init__(*args, initial={"public_from": thing.public_from, "public_until": until}, **kwargs)
        if state not in (PublicState.CONCEPT, PublicState.PLANNED):
            del self.fields["public_from"]
        if thing.ends_at_once:
            del self.fields["public_until"]

    def clean_public_from(self):
        begins = self.cleaned_data["public_from"]
        if begins and begins <= timezone.now():
            raise forms.ValidationError("Dit moment is al geweest. Kies een later moment, of laat het leeg voor nu.")
        return begins

    def clean(self):
        begins = self.cleaned_data.get("public_from") or timezone.now()
        ends = self.cleaned_data.get("public_until")
        if ends and ends <= begins:
            self.add_error("public_until", ENDS_LATER)


class PublicFilter(admin.SimpleListFilter):
    """Whether it is on the site."""

    title = "op de site"
    parameter_name = "openbaar"

    def lookups(self, request, model_admin):
        return PublicState.choices

    def queryset(self, request, queryset):
        now = timezone.now()
        asked = {
            PublicState.CONCEPT: {"public_from": None},
            PublicState.PLANNED: {"public_from__gt": now},
            PublicState.ENDED: {"public_from__lte": now, "public_until__lte": now},
        }
        if self.value() == PublicState.PUBLIC:
            return queryset.filter(within("", now))
        return queryset.filter(**asked.get(self.value(), {}))


class PublishingDesk:
    """Makes a first saving a concept, and gives the desk its acts; the site mixes it in where a thing can be public."""

    def save_model(self, request, obj, form, change):
        if not change:
            obj.public_from = obj.public_until = None
        super().save_model(request, obj, form, change)

    def get_list_display(self, request):
        return [*super().get_list_display(request), "on_site"]

    def get_list_filter(self, request):
        return [PublicFilter, *super().get_list_filter(request)]

    @admin.display(description="op de site", ordering="public_from")
    def on_site(self, thing):
        state = thing.public_state()
        return "ja" if state == PublicState.PUBLIC else state.label

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_make_public"
        return [
            path("<int:pk>/openbaar/", self.admin_site.admin_view(self.publish_view), name=name),
            *super().get_urls(),
        ]

    def get_actions(self, request):
        actions = super().get_actions(request)
        if self.has_change_permission(request) and IS_POPUP_VAR not in request.GET:
            actions["make_public"] = self.get_action("make_public")
        return actions

    def publish_view(self, request, pk):
        """Says what a reader will see and what is still lacking, and makes it public or takes it off the site."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        thing = get_object_or_404(self.model, pk=pk)
        form = PublishingForm(request.POST if request.method == "POST" else None, thing=thing)
        is_off = is_withdrawing(request, thing)

        def do():
            if is_off:
                withdraw(thing=thing)
            elif form.is_valid():  # it may ask nothing, and then nobody looked at it yet
                publish(thing=thing, **form.cleaned_data)
            now = self.model._base_manager.get(pk=pk)
            messages.success(request, f"{capfirst(str(now))}: {now.public_in_words}.")
            return HttpResponseRedirect(address_of(now))

        def page():
            return self.publishing_page(request, get_object_or_404(self.model, pk=pk), None if is_off else form)

        return confirm_and_do(request, page=page, do=do, locks=[self.model._base_manager.filter(pk=pk)])

    def publishing_page(self, request, thing, form):
        state = thing.public_state()
        stays = why_it_stays(thing) if state == PublicState.PUBLIC else ""
        held_back = thing.holds_back()
        return {
            "title": "Wijzig wanneer het openbaar is" if state in OFF_THE_SITE else "Maak openbaar",
            "back": address_of(thing),
            "back_name": str(thing),
            "lines": [*what_holds(thing, state, stays), *([] if held_back else map(REMINDER.format, thing.lacks()))],
            "problems": [HELD_BACK, *map(capfirst, held_back)] if held_back else [],
            "links": links_of(thing),
            "form": form if form and form.fields and not held_back else None,
            **buttons_of(thing, state, may_appear=not held_back, may_leave=not stays),
            "reads": self.said_by(request, thing),
            "goes_public": self.words_in_files(request, thing),
        }

    def words_in_files(self, request, thing):
        """(Head, words) of the files of `thing` and of its rows, as far as they were read."""
        rows = [thing, *(row for _, row in self.rows_of(request, thing))]
        files = [
            (capfirst(field.verbose_name), getattr(row, field.attname))
            for row in rows
            for field in row._meta.concrete_fields
            if field.related_model is StoredFile
        ]
        words = dict(FileWords.objects.filter(file__in=[pk for _, pk in files]).values_list("file_id", "text"))
        return [(head, words[pk]) for head, pk in files if pk in words]

    def rows_of(self, request, thing):
        """(What such a row is called, row) of each row of `thing` on this desk."""
        for inline in self.get_inline_instances(request, thing):
            key = _get_foreign_key(self.model, inline.model, fk_name=inline.fk_name)
            words = capfirst(inline.model._meta.verbose_name)
            for row in inline.model._base_manager.filter(**{key.name: thing.pk}).order_by("pk"):
                yield words, row

    def said_by(self, request, thing):
        """(Head, text) of what everyone will read of `thing` and of its rows on this desk."""
        said = [(capfirst(name), value) for name, value in values_of(thing)]
        return said + [
            (words, "; ".join(value for _, value in values_of(row))) for words, row in self.rows_of(request, thing)
        ]

    @admin.action(description="Maak openbaar, nu", permissions=["change"])
    def make_public(self, request, queryset):
        """Makes those of the chosen that are concepts public at once; the page names each, with what it lacks."""
        concepts = list(queryset.filter(public_from=None))

        def do():
            for thing in concepts:
                publish(thing=thing)
            self.message_user(request, f"Openbaar gemaakt: {len(concepts)}.", messages.SUCCESS)
            return HttpResponseRedirect(request.get_full_path())

        def page():
            rows = list(queryset.filter(public_from=None))
            held_back = [f"{capfirst(str(row))}: {' '.join(found)}" for row in rows if (found := row.holds_back())]
            problems = held_back if rows else ["Wat u koos, is geen concept."]
            return page_of_chosen(
                self,
                request,
                rows,
                action="make_public",
                title="Maak openbaar",
                lines=[f"{counted(len(rows), 'concept komt,concepten komen')} nu op de site."],
                problems=problems,
                shown=[(str(row), " ".join(row.lacks())) for row in rows],
                most=len(rows),
                reads=[said for row in rows for said in self.said_by(request, row)],
                goes_public=[said for row in rows for said in self.words_in_files(request, row)],
                button="" if problems else "Maak openbaar",
            )

        locks = [self.model._base_manager.filter(pk__in=[thing.pk for thing in concepts])]
        return confirm_and_do(request, page=page, do=do, locks=locks, is_pressed="apply" in request.POST)


def links_of(thing):
    """(Address, words) of the page of `thing`, and as long as not everyone can read that, of letting others read it."""
    if not hasattr(thing, "get_absolute_url"):
        return []
    ahead = reverse(f"admin:{preview_name(type(thing))}", args=[thing.pk])
    more = [] if thing.can_be_read else [(ahead, TITLE)]
    return [(thing.get_absolute_url(), "Bekijk hoe het op de site komt te staan"), *more]


def is_withdrawing(request, thing):
    """Whether the button that was pressed takes it off the site: the second, or the only one."""
    is_only = thing.ends_at_once and thing.public_state() == PublicState.PUBLIC
    return request.method == "POST" and ("more" in request.POST or is_only)


def address_of(thing):
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])


def buttons_of(thing, state, *, may_appear, may_leave):
    """The words on the `button` of the page and on the one for `more`, "" for none; one alone is the first."""
    on = {PublicState.PUBLIC: "" if thing.ends_at_once else "Sla het einde op", PublicState.PLANNED: "Opslaan"}
    off = OFF_THE_SITE.get(state, "") if may_leave else ""
    button = on.get(state, "Maak openbaar") if may_appear else ""
    return {"button": button or off, "more": off if button else ""}


def why_it_stays(thing):
    """Why `thing` cannot leave the site now, as the database says when it is tried, and taken back; "" when it can."""
    try:
        with transaction.atomic():
            withdraw(thing=thing)
            transaction.set_rollback(True)
    except Refused as refused:
        return str(refused)
    return ""


def what_holds(thing, state, stays):
    """Where it stands, as sentences, and what it waits for; `stays` says why it cannot leave."""
    lines = [f"Dit is nu {thing.public_in_words}."]
    if state == PublicState.CONCEPT:
        lines = ["Dit is een concept: alleen het secretariaat ziet het."]
    if state == PublicState.PUBLIC:
        lines = [f"Dit staat op de site sinds {moment(thing.public_from)}.", stays or f"Haalt u het weg? {GOES}"]
    if awaited := thing.awaited:
        lines.append(f"Het staat op de site zodra ook dit openbaar is: {listed(awaited)}.")
    return lines


def values_of(row):
    """(Name, value in words) of the fields of `row` that people fill in."""
    fields = [field for field in row._meta.concrete_fields if field.editable and not field.primary_key]
    return [(str(field.verbose_name), str(field.value_from_object(row))) for field in fields]
