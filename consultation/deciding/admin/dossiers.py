"""The desk for dossiers: what is put before the bodies, and the tracks that follow from it."""

from collections import Counter
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst

from consultation.deciding.actions import copy_dossier, open_tracks
from consultation.deciding.alike.desk import NAMES, alike_paths
from consultation.deciding.councils.desk import DossierPhraseInline
from consultation.deciding.grid.desk import grid
from consultation.deciding.models import Ask, Component, Decision, Dossier, Track
from consultation.deciding.packages.desk import PackagesOfDossier
from partners.ground.admin import SHORT, Choosing, FilledIn, ReadOnly
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.desk.copying import TITLE as COPY
from partners.ground.desk.copying import CopyDesk, CopyForm, copy_name
from partners.ground.desk.series import Paged
from partners.ground.numbers import NUMBERS
from partners.ground.templatetags.dutch import counted
from partners.models import Body, BodyKind, Source

TITLE = "Maak besluitsporen voor de organen"
PLANNING = "Past dit in de kalenders van de raden en Staten?"
GRID = "Voer de uitkomsten van alle organen in"
PACKAGES = "De pakketten voor de organen"
ARCHIVE = "Alles in één bestand voor het archief (zip)"
NO_FIRST_DAY = "Bij dit dossier is niet bekend vanaf wanneer men kon besluiten. Dagen schuiven daarom niet mee."
ALIKE = "Stelden de organen hetzelfde vast?"
# How each kind of body is called where several are chosen.
PLURALS = {
    BodyKind.COUNCIL: "gemeenteraden",
    BodyKind.STATES: "Provinciale Staten",
    BodyKind.EXECUTIVE: "colleges van burgemeester en wethouders",
    BodyKind.DEPUTIES: "Gedeputeerde Staten",
    BodyKind.BOARD: "andere besturen",
}


class KindsForm(forms.Form):
    """Of which kinds of bodies each gets a track."""

    kinds = forms.MultipleChoiceField(
        label="Voor welke organen?",
        choices=PLURALS.items(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één soort organen."},
    )


class TrackInline(ReadOnly, Paged, admin.TabularInline):
    """All bodies of a dossier at a glance. What a body did is written down at its track."""

    model = Track
    columns = [("Orgaan", "body"), ("Stand", "known"), ("Opmerking", "note")]
    per_page = 30
    as_fields_template = "admin/edit_inline/read.html"
    fields = ["note"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).as_listed().select_related("dossier")

    @admin.display(description="stand")
    def known(self, track):
        return track.position.label


class ComponentInline(Paged, FilledIn, admin.StackedInline):
    model = Component
    formfield_overrides = SHORT | NUMBERS
    fields = [("position", "element"), "name", "text", "page", ("tariff", "inhabitants_on", "payers"), "source"]
    autocomplete_fields = ["element", "source"]


class AskInline(FilledIn, admin.StackedInline):
    stays_small = "there are five kinds of bodies"
    model = Ask
    formfield_overrides = SHORT
    fields = [("body_kind", "term"), "explanation", ("legal_term", "source")]
    autocomplete_fields = ["source"]


class CopyDossierForm(CopyForm):
    """Also what says on which days the bodies are planned to decide."""

    source = forms.ModelChoiceField(
        Source.objects.all(),
        label="Bron van de nieuwe planning",
        required=False,
        help_text="Kiest u een bron, dan komen de geplande dagen van elk orgaan mee, verschoven. Anders niet.",
    )


@admin.register(Dossier)
class DossierAdmin(CopyDesk, PackagesOfDossier, Choosing, admin.ModelAdmin):
    formfield_overrides = NUMBERS
    list_display = ["title", "outcome", "period_text", "is_example"]
    list_filter = ["is_example", "version"]
    list_per_page = 50
    search_fields = ["title", "summary", "note"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["source", "rule_source"]
    readonly_fields = ["todo", "version_digest"]
    fieldsets = [
        (None, {"fields": ["todo", "title", "slug", "summary", "version", "version_digest"]}),
        ("Wanneer?", {"fields": ["period_text", ("decide_from", "decide_by")]}),
        (
            "Wanneer is het geheel aangenomen?",
            {"fields": ["rule", ("rule_count", "rule_kind"), "rule_text", "rule_source"]},
        ),
        ("Stand van zaken", {"fields": ["note", "source", "woo_category"]}),
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [ComponentInline, AskInline, DossierPhraseInline, TrackInline]
    actions = ["add_tracks"]
    copies_by = staticmethod(copy_dossier)
    copy_form = CopyDossierForm

    def comes_along(self, thing):
        shown = [
            ("Onderdelen", "; ".join(str(one) for one in thing.components.all()) or "geen"),
            ("Wat wordt gevraagd", "; ".join(str(one) for one in thing.asks.all()) or "geen"),
            ("Organen", counted(thing.tracks.count(), "orgaan,organen")),
        ]
        lines = ["Bedragen, stukken, stappen, besluiten en de bron komen niet mee. Het gaat over dezelfde versie."]
        return shown, lines if thing.decide_from else [*lines, NO_FIRST_DAY]

    def get_queryset(self, request):
        return super().get_queryset(request).with_tracks()

    def get_urls(self):
        rows = path("<int:pk>/rooster/", self.admin_site.admin_view(self.grid), name="deciding_dossier_grid")
        return [rows, *alike_paths(self.admin_site), *super().get_urls()]

    def get_readonly_fields(self, request, obj=None):
        """What bodies decided on stays what they decided on, unless each of them says on which version that was."""
        fixed = obj and obj.version_id and Decision.objects.filter(track__dossier=obj, version=None).exists()
        return [*self.readonly_fields, *(["version"] if fixed else [])]

    def grid(self, request, pk):
        """Where one enters what all bodies do."""
        return grid(self, request, pk)

    @admin.display(description="wat wilt u doen?")
    def todo(self, dossier):
        """Where one tries its period on the calendars, makes its packages, and judges what bodies adopted."""
        days = {"van": dossier.decide_from, "tot": dossier.decide_by}
        asked = {name: on.isoformat() for name, on in days.items() if on}
        asked |= {"voorbeeld": "on"} if dossier.is_example else {}
        links = [(f"{reverse('admin:partners_body_planning')}?{urlencode(asked)}", PLANNING)]
        if dossier.pk:
            further = (
                ("admin:deciding_dossier_grid", GRID),
                ("admin:deciding_dossier_packages", PACKAGES),
                (f"admin:{NAMES}", ALIKE),
                (f"admin:{copy_name(Dossier)}", COPY),
            )
            links += [(reverse(name, args=[dossier.pk]), words) for name, words in further]
        if dossier.pk and dossier.is_public_now:
            links.append((reverse("dossier_archive", args=[dossier.slug]), ARCHIVE))
        return format_html_join(mark_safe("<br>"), '<a href="{}">{}</a>', links)

    def save_model(self, request, obj, form, change):
        """Warns of bodies that a period does not fit when it is filled in."""
        super().save_model(request, obj, form, change)
        if {"decide_from", "decide_by"} & set(form.changed_data):
            for sentence in obj.misfits():
                self.message_user(request, capfirst(sentence), messages.WARNING)

    @admin.display(description="uitkomst")
    def outcome(self, dossier):
        return dossier.outcome

    @admin.action(description=TITLE, permissions=["change"])
    def add_tracks(self, request, queryset):
        dossiers = list(queryset)
        keys = [dossier.pk for dossier in dossiers]
        is_pressed = "apply" in request.POST
        form = KindsForm(request.POST if is_pressed else None, initial={"kinds": [BodyKind.COUNCIL, BodyKind.STATES]})

        def do():
            kinds = form.cleaned_data["kinds"]
            count = sum(open_tracks(dossier=dossier, kinds=kinds) for dossier in dossiers)
            self.message_user(request, f"Nieuwe besluitsporen: {count}.", messages.SUCCESS)
            return redirect(request.get_full_path())

        def page():
            return page_of_chosen(
                self,
                request,
                dossiers,
                action="add_tracks",
                title=TITLE,
                lines=[
                    "Elk gekozen orgaan zonder spoor in deze dossiers krijgt er een. Dat komt op de site te staan.",
                    *(f"{dossier}: {without_track(dossier)}." for dossier in dossiers),
                ],
                shown=[(dossier.title, "") for dossier in dossiers],
                form=form,
                button="Maak de sporen",
            )

        locks = [Dossier.objects.filter(pk__in=keys)]
        return confirm_and_do(request, page=page, do=do, locks=locks, is_pressed=is_pressed)


def without_track(dossier):
    """How many bodies of each kind have no track in `dossier` yet: 'nog zonder spoor: gemeenteraden 22'."""
    bodies = Body.objects.of_kinds(BodyKind.values, is_example=dossier.is_example).exclude(tracks__dossier=dossier)
    found = Counter(bodies.values_list("kind", flat=True))
    told = [f"{PLURALS[kind]} {found[kind]}" for kind in BodyKind if found[kind]]
    return f"nog zonder spoor: {', '.join(told)}" if told else "elk orgaan heeft al een spoor"
