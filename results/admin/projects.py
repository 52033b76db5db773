"""The secretariat's desk for programmes, their projects and the money."""

from django.contrib import admin, messages

from partners.ground.admin import Choosing, FilledIn, Rows
from partners.ground.numbers import NUMBERS
from partners.ground.sheets.admin import SheetAdmin
from partners.ground.templatetags.dutch import euro, exact_euro
from results.models import Funding, Programme, Project, ProjectPartner, ProjectPhase, ProjectResult, Tariff
from results.sheets import FUNDINGS, PROJECTS


class FundingFormSet(Rows):
    """Lets one amount count per source and year, which no single form can see and the constraint says too late."""

    def clean(self):
        super().clean()
        seen = set()
        for form in self.forms:
            row = form.cleaned_data if form.is_valid() else {}
            if row.get("DELETE") or not row.get("counts"):
                continue
            money = row["funder"], row["year"]
            if money in seen:
                form.add_error("year", "Van deze bron telt er in dit jaar al een bedrag mee. Laat er één meetellen.")
            seen.add(money)

    def save(self, commit=True):
        """Lets go of what changes or goes before it is saved, so that another amount can take its place."""
        changed = [form.instance.pk for form in self.initial_forms if form.has_changed()]
        Funding.objects.filter(pk__in=changed).update(counts=False)
        return super().save(commit=commit)


class FundingInline(FilledIn, admin.StackedInline):
    model = Funding
    formset = FundingFormSet
    formfield_overrides = NUMBERS
    autocomplete_fields = ["source"]
    show_change_link = True
    fields = [
        ("funder", "description"),
        ("year", "counts"),
        ("qualifier", "committed", "spent"),
        ("reference_on", "reference_text"),
        ("source", "note"),
    ]


def warn_of_overspending(request, formset):
    """Says after saving where more was spent than committed: it can be so, and it can be a slip."""
    for form in formset.forms if formset.model is Funding else []:
        if form.instance.pk and form.instance.is_overspent:
            messages.warning(request, f"{form.instance}: er is meer besteed dan toegezegd. Klopt dat?")


class LineInline(FilledIn, admin.StackedInline):
    model = Programme
    fk_name = "parent"
    verbose_name = "onderdeel"
    verbose_name_plural = "onderdelen, zoals actielijnen"
    autocomplete_fields = ["source"]
    prepopulated_fields = {"slug": ["name"]}
    show_change_link = True
    fields = [("name", "slug"), ("position", "source")]


class ProjectInline(FilledIn, admin.StackedInline):
    model = Project
    verbose_name_plural = "projecten (de partners en het geld staan bij het project zelf)"
    autocomplete_fields = ["source"]
    prepopulated_fields = {"slug": ["name"]}
    show_change_link = True
    fields = [("name", "slug"), ("status", "position"), "source"]


class WholeFilter(admin.SimpleListFilter):
    """Whole programmes, or their lines of action."""

    title = "soort"
    parameter_name = "soort"

    def lookups(self, request, model_admin):
        return [("geheel", "Hele programma’s"), ("onderdeel", "Onderdelen van een programma")]

    def queryset(self, request, queryset):
        asked = {"geheel": queryset.whole(), "onderdeel": queryset.filter(parent__isnull=False)}
        return asked.get(self.value(), queryset)


@admin.register(Programme)
class ProgrammeAdmin(Choosing, admin.ModelAdmin):
    list_display = ["name", "parent", "period_text", "project_count", "named"]
    list_filter = [WholeFilter]
    list_select_related = ["parent"]
    list_per_page = 50
    search_fields = ["name", "summary"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent", "source", "elements"]
    fieldsets = [
        (None, {"fields": ["name", "slug", ("parent", "position"), "summary", "project_count", "source", "note"]}),
        ("Periode", {"fields": ["period_text", ("starts_on", "ends_on")]}),
        ("Waar het bij hoort", {"fields": ["elements"]}),
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [LineInline, ProjectInline, FundingInline]

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        warn_of_overspending(request, formset)

    def get_queryset(self, request):
        return super().get_queryset(request).with_project_counts()

    @admin.display(description="met naam bekend")
    def named(self, programme):
        return programme.named


class ProjectPartnerInline(FilledIn, admin.TabularInline):
    model = ProjectPartner
    verbose_name_plural = "partners in dit project"
    autocomplete_fields = ["partner"]


class ProjectPhaseInline(FilledIn, admin.StackedInline):
    model = ProjectPhase
    verbose_name_plural = "fasen, met alleen data die in een bron staan"
    autocomplete_fields = ["source"]
    fields = [("kind", "text"), ("starts_on", "ends_on"), "source"]


class ProjectResultInline(FilledIn, admin.StackedInline):
    model = ProjectResult
    autocomplete_fields = ["indicator", "source"]
    fields = [("nature", "attribution"), "text", ("date_text", "position"), ("indicator", "source")]


class PartInline(FilledIn, admin.StackedInline):
    model = Project
    fk_name = "parent"
    verbose_name = "deelproject"
    verbose_name_plural = "deelprojecten"
    autocomplete_fields = ["programme", "source"]
    prepopulated_fields = {"slug": ["name"]}
    show_change_link = True
    fields = [("name", "slug"), ("status", "position"), "programme", "source"]


@admin.register(Project)
class ProjectAdmin(Choosing, SheetAdmin):
    layout = PROJECTS
    list_display = ["name", "programme", "status", "who_leads", "stage_now"]
    list_filter = ["status", "programme", ("project_partners__partner", admin.RelatedOnlyFieldListFilter)]
    list_per_page = 50
    search_fields = ["name", "summary", "project_partners__partner__name"]
    search_help_text = "Zoek op naam, op een woord uit ‘in het kort’ of op partner."
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["programme", "parent", "source", "elements"]
    fieldsets = [
        (
            None,
            {"fields": ["name", "slug", ("programme", "status"), ("parent", "position"), "summary", "part_count"]},
        ),
        ("Wanneer en waar het staat", {"fields": ["period_text", "source", "note"]}),
        ("Waar het bij hoort", {"fields": ["elements"]}),
    ]
    inlines = [ProjectPartnerInline, ProjectPhaseInline, ProjectResultInline, PartInline, FundingInline]

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        warn_of_overspending(request, formset)

    def get_queryset(self, request):
        return super().get_queryset(request).as_listed().with_stage()

    @admin.display(description="trekker", empty_value="nog niet bekend")
    def who_leads(self, project):
        return ", ".join(taking_part.partner.name for taking_part in project.leads) or None

    @admin.display(description="fase")
    def stage_now(self, project):
        return project.stage_label


@admin.register(Tariff)
class TariffAdmin(Choosing, admin.ModelAdmin):
    list_display = ["part", "year", "payer", "per_inhabitant", "inhabitants_on", "source"]
    list_display_links = ["part", "year"]
    list_filter = ["year", "payer", "element__agenda"]
    list_select_related = ["element", "source"]
    list_per_page = 50
    search_fields = ["element__name", "element__code", "purpose"]
    search_help_text = "Zoek op onderdeel van de agenda of op waarvoor het tarief was."
    autocomplete_fields = ["element", "source"]
    formfield_overrides = NUMBERS
    fieldsets = [
        ("Waarvoor", {"fields": ["element", "purpose"]}),
        ("Tarief", {"fields": [("year", "payer"), ("amount", "inhabitants_on")]}),
        ("Herkomst", {"fields": ["source", "note"]}),
    ]

    @admin.display(description="waarvoor", ordering="element__position")
    def part(self, tariff):
        return tariff.element or tariff.purpose

    @admin.display(description="bedrag per inwoner", ordering="amount")
    def per_inhabitant(self, tariff):
        return exact_euro(tariff.amount)


@admin.register(Funding)
class FundingAdmin(Choosing, SheetAdmin):
    layout = FUNDINGS
    formfield_overrides = NUMBERS
    list_display = ["__str__", "programme", "project", "funder", "year", "promised", "paid", "counts"]
    list_filter = ["funder", "counts", "year", "programme"]
    list_select_related = ["programme", "project", "source"]
    list_per_page = 50
    search_fields = ["programme__name", "project__name", "description", "source__title"]
    autocomplete_fields = ["programme", "project", "source"]

    @admin.display(description="toegezegd", ordering="committed", empty_value="–")
    def promised(self, funding):
        return funding.committed_text or None

    @admin.display(description="besteed", ordering="spent", empty_value="–")
    def paid(self, funding):
        return euro(funding.spent) or None
