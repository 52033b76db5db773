"""The secretariat's desk for measurements: entering them, and putting them right in the open."""

from django import forms
from django.contrib import admin

from partners.ground.admin import Choosing, FilledIn, ReadOnly
from partners.ground.desk.series import Paged
from partners.ground.forms import Text
from partners.ground.numbers import NUMBERS
from partners.ground.sheets.admin import SheetAdmin
from results.actions.corrections import correct
from results.admin.four_eyes import FourEyes
from results.models import Correction, Indicator, Measurement
from results.sheets import MEASUREMENTS, MeasurementRow, unlikely

NEEDS_REASON = "De waarde verandert. Geef de reden: de oude waarde blijft op de site staan, met deze reden."
WAIT = "Van cijfers die twee mensen vragen, ligt de waarde eerst bij een collega."
CERTAIN = "De waarde is ongewoon, maar klopt"
REALLY = f"Zet daarvoor een vinkje bij ‘{CERTAIN}’."


class MeasurementForm(forms.ModelForm):
    """A value that changes is a correction: it asks for a reason, and what stood there stays on the list of those."""

    reason = Text(
        label="Reden van de correctie",
        required=False,
        max_length=400,
        help_text="Alleen als de waarde of het woord ervoor verandert. Staat op de site.",
    )
    is_certain = forms.BooleanField(label=CERTAIN, required=False, widget=forms.CheckboxInput)

    class Meta:
        model = Measurement
        fields = [*MeasurementRow.Meta.fields, "counts", "beside_because"]

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
            if message := unlikely(value, previous, unit=indicator.unit, then=REALLY):
                self.add_error("value", message)
        return cleaned

    def save(self, commit=True):
        """Keeps what stood there before the new value is stored; the desk's own transaction holds both."""
        if commit:
            self.put_right()
        return super().save(commit)

    def put_right(self):
        """Puts another value on the list of corrections, with its reason."""
        if self.corrects:
            correction = correct(
                measurement=self.instance,
                qualifier=self.cleaned_data["qualifier"],
                value=self.cleaned_data["value"],
                reason=self.cleaned_data["reason"],
            )
            self.instance.certainty = correction.measurement.certainty


class MeasurementInline(Paged, FilledIn, admin.StackedInline):
    model = Measurement
    columns = [
        ("Peildatum", "reference_text"),
        ("Waarde", "text"),
        ("Gebied", "area"),
        ("Zekerheid", "certainty"),
        ("Telt mee", "counts"),
        ("Bron", "source"),
    ]
    in_order = ", de nieuwste eerst"
    form = MeasurementForm
    formfield_overrides = NUMBERS
    autocomplete_fields = ["partner", "source"]
    show_change_link = True
    fields = [
        ("qualifier", "value"),
        ("reason", "is_certain"),
        ("reference_on", "reference_until", "reference_text"),
        ("scope", "partner", "money_role"),
        ("certainty", "comparable"),
        ("source", "note"),
        ("counts", "beside_because"),
        ("checked_on", "checked_by"),
    ]


class InTheOpen:
    """For a desk of values: another value is put right before the rest is saved."""

    def save_model(self, request, obj, form, change):
        form.put_right()
        super().save_model(request, obj, form, change)


@admin.register(Measurement)
class MeasurementAdmin(FourEyes, InTheOpen, Choosing, SheetAdmin):
    layout = MEASUREMENTS
    form = MeasurementForm
    formfield_overrides = NUMBERS
    list_display = ["indicator", "text", "reference_text", "area", "certainty", "counts", "checked_on", "source"]
    list_filter = ["indicator__nature", "certainty", "counts", "scope", "comparable", "reference_on"]
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

    def remark(self):
        return WAIT if Indicator.objects.filter(four_eyes=True).exists() else ""

    def view_on_site(self, measurement):
        return f"{measurement.indicator.get_absolute_url()}#metingen"


@admin.register(Correction)
class CorrectionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["name", "when_and_whose", "old_text", "new_text", "corrected_on", "reason"]
    list_per_page = 50
    search_fields = ["figure", "indicator__name", "reason"]

    def get_queryset(self, request):
        return super().get_queryset(request).newest_first()

    @admin.display(description="cijfer")
    def name(self, correction):
        return correction.name

    @admin.display(description="peildatum")
    def when_and_whose(self, correction):
        return correction.when_and_whose

    @admin.display(description="stond er")
    def old_text(self, correction):
        return correction.old_text

    @admin.display(description="werd")
    def new_text(self, correction):
        return correction.new_text
