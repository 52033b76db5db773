"""How sheets of measurements, projects and funding look, for import and export on the desk."""

from copy import copy

from django.core.exceptions import ValidationError
from django.db import transaction

from partners.ground import history
from partners.ground.sheets.fields import (
    ChoiceCell,
    DateCell,
    NumberCell,
    ReferenceCell,
    SlugCell,
    TextCell,
    YearCell,
    YesNoCell,
    times_off,
)
from partners.ground.sheets.importing import Layout, RowForm
from partners.ground.templatetags.dutch import number
from partners.ground.texts import PAGE
from partners.models import Certainty, Partner, Source
from partners.sheets import SOURCE
from results.actions.corrections import correct
from results.actions.four_eyes import lay_before
from results.models import (
    Funder,
    Funding,
    Indicator,
    Measurement,
    MoneyRole,
    PhaseKind,
    Programme,
    Project,
    ProjectPartner,
    ProjectPhase,
    ProjectRole,
    ProjectStatus,
    Scope,
    out_of_order,
)

WRONG_UNIT = "Dit cijfer telt in {}, niet in {}."
SMALL = "Dit is minder dan € {}. Vul hele euro’s in, niet duizenden of miljoenen."
NO_REASON = "De waarde verandert. Geef in deze kolom de reden van de correctie."
FAR_OFF = "De waarde is {} als de vorige ({}). Klopt de eenheid? Is de waarde echt goed? {}"
NO_SHARE = "Een percentage ligt meestal tussen 0 en 100. Is de waarde echt goed? {}"
BY_HAND = "Voer die dan in met het formulier van de meting."
# A value this many times as large or small as the one before is more likely a slip of the unit.
FAR = 100
EUROS = "In euro’s. Leeg: niet bekend. 0: bekend dat het niets is."
# No funding is known of fewer euros than this.
LEAST_EUROS = 1_000


class MeasurementRow(RowForm):
    indicator = ReferenceCell(
        Indicator.objects, label="Cijfer", help_text="De naam, of het adres op de site, zoals extra-woningen."
    )
    scope = ChoiceCell(Scope, default=Scope.REGION, label="Gebied", help_text="Leeg: Regio Zwolle.")
    partner = ReferenceCell(
        Partner.objects, required=False, label="Partner", help_text="Alleen bij het gebied ‘een partner’."
    )
    reference_on = DateCell(label="Peildatum")
    reference_until = DateCell(label="Tot en met", required=False)
    reference_text = TextCell(label="Peildatum in woorden", max_length=60)
    qualifier = TextCell(label="Woord ervoor", required=False, max_length=24, help_text="meer dan, ruim, zo’n")
    value = NumberCell(label="Waarde", max_digits=16, decimal_places=2)
    unit = TextCell(
        label="Eenheid",
        required=False,
        max_length=40,
        help_text="Ter controle: moet die van het cijfer zijn.",
        shows=lambda measurement: measurement.indicator.unit,
    )
    certainty = ChoiceCell(
        Certainty, default=Certainty.UNKNOWN, label="Zekerheid", help_text=", ".join(Certainty.values)
    )
    comparable = YesNoCell(default=True, label="Geteld als de vorige", help_text="ja of nee")
    source = ReferenceCell(Source.objects, called="title", label="Bron", help_text=SOURCE)
    money_role = ChoiceCell(
        MoneyRole, default="", label="Betaalt of krijgt", help_text="Alleen als de bron het zegt: betaalt, krijgt."
    )
    note = TextCell(label="Opmerking", required=False, max_length=400)
    checked_on = DateCell(label="Gecontroleerd op", required=False)
    checked_by = TextCell(
        label="Gecontroleerd door", required=False, max_length=120, help_text="Een functie, geen naam."
    )
    reason = TextCell(
        label="Reden van de correctie",
        required=False,
        max_length=400,
        help_text="Als een waarde verandert die er al is.",
    )

    class Meta:
        model = Measurement
        fields = [
            "indicator",
            "scope",
            "partner",
            "reference_on",
            "reference_until",
            "reference_text",
            "qualifier",
            "value",
            "certainty",
            "comparable",
            "source",
            "money_role",
            "note",
            "checked_on",
            "checked_by",
        ]

    def clean(self):
        """Refuses another unit than that of the figure, and a value so far off that the unit is probably wrong."""
        cleaned = super().clean()
        indicator, unit, value = cleaned.get("indicator"), cleaned.get("unit"), cleaned.get("value")
        if indicator and unit and unit != indicator.unit:
            self.add_error("unit", WRONG_UNIT.format(indicator.unit, unit))
        if indicator and value and self.instance.pk is None:
            previous = indicator.measurements.filter(scope=cleaned.get("scope"), partner=cleaned.get("partner")).first()
            if message := unlikely(value, previous, unit=indicator.unit):
                self.add_error("value", message)
        return cleaned


def unlikely(value, previous, *, unit, then=BY_HAND):
    """As `far_off`, but also of a `value` in percent that is no share of a whole: growth may be, a share may not."""
    if unit == "%" and not 0 <= value <= 100:
        return NO_SHARE.format(then)
    return far_off(value, previous, then=then)


def far_off(value, previous, *, then=BY_HAND):
    """What to say of a `value` that is `FAR` times as large or small as the Measurement `previous`, or None.

    `then` tells what to do when the value is right.
    """
    if not previous:
        return None
    times = times_off(value, previous.value, most=FAR)
    return FAR_OFF.format(times, previous.amount, then) if times else None


def keep_measurement(form, before):
    """Saves a new value; a value that was there is put right, with its reason on the list of corrections.

    Where the figure asks two people it is laid before a colleague.
    """
    row = form.instance
    if row.indicator.four_eyes:
        lay_imported(form, before)
        return
    keep_alone(form, before)


def lay_imported(form, before):
    """Lays a row before a colleague, once it was held to every rule."""
    reason = form.cleaned_data["reason"]
    if before and not reason:
        raise ValidationError({"reason": NO_REASON})
    with transaction.atomic():
        keep_alone(form, before)
        transaction.set_rollback(True)
    row = copy(form.instance)
    row.pk = before.pk if before else None
    lay_before(row=row, by=history.asking(), reason=reason)


def keep_alone(form, before):
    """Saves a value of a figure for which one person is enough."""
    row = form.instance
    if before and (row.value, row.qualifier) != (before.value, before.qualifier):
        if not form.cleaned_data["reason"]:
            raise ValidationError({"reason": NO_REASON})
        correct(
            measurement=before,
            qualifier=row.qualifier,
            value=row.value,
            reason=form.cleaned_data["reason"],
        )
        row.certainty = Certainty.CORRECTED
    row.save()


class ProjectRow(RowForm):
    slug = SlugCell(label="Adres op de site", max_length=80)
    name = TextCell(label="Naam", max_length=160)
    programme = ReferenceCell(
        Programme.objects, label="Programma", help_text="De naam, of het adres op de site, zoals regio-deal-1."
    )
    parent = ReferenceCell(Project.objects, required=False, label="Deelproject van")
    status = ChoiceCell(ProjectStatus, label="Hoort bij het programma", help_text=", ".join(ProjectStatus.values))
    summary = TextCell(label="In het kort", required=False, max_length=PAGE)
    period_text = TextCell(label="Periode in woorden", required=False, max_length=80)
    source = ReferenceCell(Source.objects, called="title", label="Bron", help_text=SOURCE)
    note = TextCell(label="Opmerking", required=False, max_length=PAGE)

    class Meta:
        model = Project
        fields = ["slug", "name", "programme", "parent", "status", "summary", "period_text", "source", "note"]


class ProjectPartnerRow(RowForm):
    project = ReferenceCell(Project.objects, label="Project", help_text="De naam, of het adres op de site.")
    partner = ReferenceCell(Partner.objects, label="Partner", help_text="De naam, of het adres op de site.")
    role = ChoiceCell(
        ProjectRole,
        label="Rol",
        help_text=f"{', '.join(ProjectRole.values)}. Waar het project ligt: kies de gemeente en de rol gebied.",
    )

    class Meta:
        model = ProjectPartner
        fields = ["project", "partner", "role"]


class ProjectPhaseRow(RowForm):
    project = ReferenceCell(Project.objects, label="Project", help_text="De naam, of het adres op de site.")
    kind = ChoiceCell(PhaseKind, label="Fase", help_text=", ".join(PhaseKind.values))
    starts_on = DateCell(label="Van", required=False)
    ends_on = DateCell(label="Tot en met", required=False)
    text = TextCell(label="Periode in woorden", required=False, max_length=120)
    source = ReferenceCell(Source.objects, called="title", label="Bron", help_text=SOURCE)

    class Meta:
        model = ProjectPhase
        fields = ["project", "kind", "starts_on", "ends_on", "text", "source"]

    def clean(self):
        """Refuses a phase that begins before one that comes before it; the rows above it are there already."""
        cleaned = super().clean()
        project, kind, starts = cleaned.get("project"), cleaned.get("kind"), cleaned.get("starts_on")
        if project and kind and starts:
            others = project.phases.exclude(pk=self.instance.pk).exclude(kind=kind)
            begun = [(one.kind, one.starts_on) for one in others if one.starts_on]
            if message := out_of_order([*begun, (kind, starts)]):
                self.add_error("starts_on", message)
        return cleaned


class FundingRow(RowForm):
    programme = ReferenceCell(Programme.objects, required=False, label="Programma")
    project = ReferenceCell(Project.objects, required=False, label="Project")
    funder = ChoiceCell(Funder, label="Van wie", help_text=", ".join(Funder.values))
    year = YearCell(label="Jaar", required=False, max_digits=4, decimal_places=0, help_text="Leeg: de hele looptijd.")
    counts = YesNoCell(default=True, label="Telt mee", help_text="ja of nee")
    description = TextCell(label="Waarvoor", required=False, max_length=200)
    qualifier = TextCell(label="Woord ervoor", required=False, max_length=24)
    committed = NumberCell(label="Toegezegd", required=False, max_digits=14, decimal_places=2, help_text=EUROS)
    spent = NumberCell(label="Besteed", required=False, max_digits=14, decimal_places=2, help_text=EUROS)
    reference_on = DateCell(label="Datum")
    reference_text = TextCell(label="Datum in woorden", max_length=60)
    source = ReferenceCell(Source.objects, called="title", label="Bron", help_text=SOURCE)
    note = TextCell(label="Opmerking", required=False, max_length=300)

    class Meta:
        model = Funding
        fields = [
            "programme",
            "project",
            "funder",
            "year",
            "counts",
            "description",
            "qualifier",
            "committed",
            "spent",
            "reference_on",
            "reference_text",
            "source",
            "note",
        ]

    def clean(self):
        """Refuses an amount so small that it is probably counted in thousands or millions."""
        cleaned = super().clean()
        for name in ("committed", "spent"):
            amount = cleaned.get(name)
            if amount and 0 < amount < LEAST_EUROS and amount != getattr(self.instance, name):
                self.add_error(name, SMALL.format(number(LEAST_EUROS)))
        return cleaned


MEASUREMENTS = Layout(
    "Metingen",
    MeasurementRow,
    ["indicator", "scope", "partner", "reference_on", "source"],
    keep_measurement,
)
PROJECTS = Layout("Projecten", ProjectRow, ["slug"])
PROJECT_PARTNERS = Layout("Partners in projecten", ProjectPartnerRow, ["project", "partner", "role"])
PROJECT_PHASES = Layout("Fasen van projecten", ProjectPhaseRow, ["project", "kind", "starts_on"])
FUNDINGS = Layout(
    "Financiering",
    FundingRow,
    ["programme", "project", "funder", "year", "reference_on", "source"],
)
