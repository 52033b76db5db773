"""The secretariat's desk for figures: what is measured, where it should go, what was put right and what owners say."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html

from partners.ground.admin import Choosing, FilledIn, ReadOnly, confirm
from partners.ground.numbers import NUMBERS
from partners.ground.sheets.admin import SheetAdmin
from partners.ground.templatetags.dutch import day
from results.actions import approve, correct, reject
from results.models import (
    ConfirmationRequest,
    Correction,
    Indicator,
    Measurement,
    Override,
    Owner,
    Proposal,
    ProposalKind,
    ProposalState,
    Target,
)
from results.sheets import MEASUREMENTS, MeasurementRow, far_off

NEEDS_REASON = "De waarde verandert. Geef de reden: de oude waarde blijft op de site staan, met deze reden."
REALLY = "Zet daarvoor een vinkje bij ‘De waarde klopt’."
TAKE_OVER = "Neem haar dan over."


class MeasurementForm(forms.ModelForm):
    """A value that changes is a correction: it asks for a reason, and what stood there stays on the list of those."""

    reason = forms.CharField(
        label="Reden van de correctie",
        required=False,
        max_length=400,
        help_text="Alleen als de waarde of het woord ervoor verandert. Staat op de site.",
    )
    is_certain = forms.BooleanField(
        label="De waarde klopt, ook al wijkt zij ver af van de vorige", required=False, widget=forms.CheckboxInput
    )

    class Meta:
        model = Measurement
        fields = MeasurementRow.Meta.fields

    @property
    def corrects(self):
        return self.instance.pk is not None and bool({"value", "qualifier"} & set(self.changed_data))

    def clean(self):
        cleaned = super().clean()
        if self.corrects and not cleaned.get("reason", "").strip():
            self.add_error("reason", NEEDS_REASON)
        indicator, value = cleaned.get("indicator"), cleaned.get("value")
        if indicator and indicator.pk and value and "value" in self.changed_data and not cleaned.get("is_certain"):
            others = indicator.measurements.exclude(pk=self.instance.pk)
            previous = others.filter(scope=cleaned.get("scope"), partner=cleaned.get("partner")).first()
            if message := far_off(value, previous, then=REALLY):
                self.add_error("value", message)
        return cleaned

    def save(self, commit=True):
        """Keeps what stood there before the new value is stored; the desk's own transaction holds both."""
        if self.corrects:
            kept = correct(
                measurement=self.instance,
                qualifier=self.cleaned_data["qualifier"],
                value=self.cleaned_data["value"],
                reason=self.cleaned_data["reason"],
            )
            self.instance.certainty = kept.measurement.certainty
        return super().save(commit)


class MeasurementInline(FilledIn, admin.StackedInline):
    model = Measurement
    form = MeasurementForm
    formfield_overrides = NUMBERS
    autocomplete_fields = ["partner", "source"]
    show_change_link = True
    fields = [
        ("qualifier", "value"),
        ("reason", "is_certain"),
        ("reference_on", "reference_until", "reference_text"),
        ("scope", "partner"),
        ("certainty", "comparable"),
        ("source", "note"),
        ("checked_on", "checked_by"),
    ]


class TargetInline(FilledIn, admin.StackedInline):
    model = Target
    formfield_overrides = NUMBERS
    autocomplete_fields = ["source"]
    fields = [
        ("qualifier", "value"),
        ("due_on", "due_text"),
        ("baseline_value", "baseline_on"),
        ("source", "note"),
    ]


class OverrideInline(FilledIn, admin.StackedInline):
    model = Override
    verbose_name_plural = "ingestelde status (naast de berekende; beide staan op de site)"
    fields = [("status", "set_by"), "reason", ("starts_on", "ends_on")]


@admin.register(Indicator)
class IndicatorAdmin(Choosing, admin.ModelAdmin):
    list_display = ["name", "nature", "newest", "newest_date", "best_before", "owner", "headline_position", "has_chart"]
    list_filter = ["nature", "scope", "rule", ("owner", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["owner__partner"]
    list_per_page = 50
    search_fields = ["name", "sentence", "definition"]
    search_help_text = "Zoek op naam, of op een woord uit de zin of de definitie."
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["elements", "owner"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "slug",
                    "nature",
                    "sentence",
                    ("unit", "scope"),
                    "direction",
                    "attribution",
                    "attribution_reason",
                    "definition",
                ]
            },
        ),
        (
            "Hoe staat het ervoor?",
            {
                "fields": [("rule", "margin", "wide_margin"), "keeps_for"],
                "description": "De portal berekent de status en schrijft op de site hoe. Hieronder kunt u tijdelijk "
                "een andere status ernaast zetten.",
            },
        ),
        ("Wie houdt het bij?", {"fields": ["owner", ("check_every", "next_expected_on")]}),
        ("Op de site", {"fields": ["headline_position", "warning", "message"]}),
        ("Waar het bij hoort", {"fields": ["elements"]}),
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [OverrideInline, MeasurementInline, TargetInline]

    def get_queryset(self, request):
        return super().get_queryset(request).with_recent_values()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in ("sentence", "warning", "message", "attribution_reason"):
            kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 2})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description="staat op de site", empty_value="nog niet bekend")
    def newest(self, indicator):
        return indicator.shown.text if indicator.shown else None

    @admin.display(description="laatste meting", empty_value="–")
    def newest_date(self, indicator):
        return indicator.latest.reference_text if indicator.latest else None

    @admin.display(description="houdbaar tot en met", empty_value="–")
    def best_before(self, indicator):
        if indicator.is_stale:
            return f"{day(indicator.best_before)} (verlopen)"
        return day(indicator.best_before) or None

    @admin.display(description="grafiek", boolean=True)
    def has_chart(self, indicator):
        return bool(indicator.message)


@admin.register(Measurement)
class MeasurementAdmin(Choosing, SheetAdmin):
    layout = MEASUREMENTS
    form = MeasurementForm
    formfield_overrides = NUMBERS
    list_display = ["indicator", "text", "reference_text", "area", "certainty", "checked_on", "source"]
    list_filter = ["indicator__nature", "certainty", "scope", "comparable", "reference_on"]
    list_select_related = ["indicator", "partner", "source"]
    list_per_page = 50
    show_full_result_count = False
    # What was entered last stands first: by figure and day would sort all measurements for every page.
    ordering = ["-pk"]
    search_fields = ["indicator__name", "source__title", "note"]
    autocomplete_fields = ["indicator", "partner", "source"]
    fields = ["indicator", *MeasurementInline.fields]

    @admin.display(description="waarde", ordering="value")
    def text(self, measurement):
        return measurement.text

    @admin.display(description="gebied", ordering="scope")
    def area(self, measurement):
        return measurement.area

    def view_on_site(self, measurement):
        return f"{measurement.indicator.get_absolute_url()}#metingen"


@admin.register(Correction)
class CorrectionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["measurement", "old_text", "new_text", "corrected_on", "reason"]
    list_select_related = ["measurement__indicator"]
    list_per_page = 50
    search_fields = ["measurement__indicator__name", "reason"]

    @admin.display(description="stond er")
    def old_text(self, correction):
        return correction.old_text

    @admin.display(description="werd")
    def new_text(self, correction):
        return correction.new_text


@admin.register(Owner)
class OwnerAdmin(Choosing, admin.ModelAdmin):
    list_display = ["partner", "role", "email"]
    list_select_related = ["partner"]
    search_fields = ["partner__name", "role", "email"]
    autocomplete_fields = ["partner"]


@admin.register(ConfirmationRequest)
class ConfirmationRequestAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["owner", "quarter", "sent_at"]
    list_select_related = ["owner__partner"]
    list_per_page = 50

    @admin.display(description="kwartaal", ordering="quarter_on")
    def quarter(self, confirmation_request):
        return confirmation_request.quarter


@admin.register(Proposal)
class ProposalAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["indicator", "kind", "stands", "proposed", "who", "received_at", "state", "to_judge"]
    list_filter = ["state", "kind"]
    list_select_related = ["indicator", "measurement__indicator", "confirmation_request__owner__partner"]
    list_per_page = 50
    search_fields = ["indicator__name", "note"]

    def get_urls(self):
        judge = self.admin_site.admin_view(self.judge)
        return [path("<int:pk>/oordeel/", judge, name="results_proposal_judge"), *super().get_urls()]

    @admin.display(description="staat op de site", empty_value="–")
    def stands(self, proposal):
        return proposal.measurement.text if proposal.measurement else None

    @admin.display(description="voorstel", empty_value="klopt")
    def proposed(self, proposal):
        return proposal.text or None

    @admin.display(description="eigenaar")
    def who(self, proposal):
        return str(proposal.confirmation_request.owner)

    @admin.display(description="oordeel geven", empty_value="–")
    def to_judge(self, proposal):
        if proposal.state != ProposalState.OPEN:
            return None
        return format_html('<a href="{}">Beoordeel</a>', reverse("admin:results_proposal_judge", args=[proposal.pk]))

    @method_decorator(permission_required("results.change_proposal", raise_exception=True))
    def judge(self, request, pk):
        """What approving would do, with a button to do so and one to lay the proposal aside."""
        proposal = self.get_queryset(request).select_related(*self.list_select_related).filter(pk=pk).first()
        if proposal is None:
            raise Http404
        problems, back = [], reverse("admin:results_proposal_changelist")
        if request.method == "POST":
            act, done = (reject, "afgewezen") if "more" in request.POST else (approve, "overgenomen")
            try:
                act(proposal=proposal, by=request.user)
            except ValidationError as error:
                problems = error.messages
            else:
                messages.success(request, f"Het voorstel over ‘{proposal.indicator}’ is {done}.")
                return redirect(back)
        return confirm(
            request,
            title=str(proposal.indicator),
            back=back,
            back_name="Voorstellen",
            lines=in_words(proposal),
            problems=problems,
            button="Neem over" if proposal.state == ProposalState.OPEN else "",
            more="Wijs af",
        )


def in_words(proposal):
    """What the owner says, and what approving would do."""
    said = [f"{proposal.confirmation_request.owner} zegt: {proposal.get_kind_display()}."]
    if proposal.measurement:
        said.append(f"Op de site staat {proposal.measurement.text}, peildatum {proposal.measurement.reference_text}.")
    if proposal.kind == ProposalKind.CONFIRMED:
        said.append("Overnemen: de portal noteert dat de eigenaar de waarde heeft gecontroleerd.")
    elif proposal.kind == ProposalKind.CORRECTION:
        said.append(f"Overnemen: de waarde wordt {proposal.text}. De oude waarde komt op de lijst van correcties.")
    else:
        said.append(f"Overnemen: er komt een meting bij, {proposal.text}, peildatum {day(proposal.reference_on)}.")
    if message := far_off(proposal.value, proposal.measurement, then=TAKE_OVER):
        said.append(f"Let op. {message}")
    return [*said, f"Toelichting: {proposal.note}"] if proposal.note else said
