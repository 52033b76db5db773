"""The secretariat's desk for money: funding by source, and tariffs per inhabitant."""

from django.contrib import admin, messages

from partners.ground.admin import Choosing, FilledIn
from partners.ground.desk.series import Paged, PagedRows
from partners.ground.numbers import NUMBERS
from partners.ground.sheets.admin import SheetAdmin
from partners.ground.templatetags.dutch import euro, exact_euro
from results.admin.excess import FundingForm, SaysExcess, refuse_excess
from results.models import Funding, Tariff
from results.sheets import FUNDINGS


class FundingFormSet(PagedRows):
    """Lets one amount count per source and year, and the parts be no more than the whole.

    No single form can see either, and the constraint on the first says it too late.
    """

    def clean(self):
        super().clean()
        here = [form.instance.pk for form in self.initial_forms]
        seen, given = set(self.every_row.counting().exclude(pk__in=here).values_list("funder", "year")), []
        for form in self.forms:
            row = form.cleaned_data if form.is_valid() else {}
            if row.get("DELETE") or not row.get("counts"):
                continue
            money = row["funder"], row["year"]
            if money in seen:
                form.add_error("year", "Van deze bron telt er in dit jaar al een bedrag mee. Laat er één meetellen.")
            seen.add(money)
            given.append(form.instance)
        if not any(form.errors for form in self.forms):
            refuse_excess(self.instance, given, instead_of=here)

    def save(self, commit=True):
        """Lets go of what changes or goes before it is saved, so that another amount can take its place."""
        place = {"funder", "year", "counts", "DELETE"}
        changed = [form.instance.pk for form in self.initial_forms if place & set(form.changed_data)]
        Funding.objects.filter(pk__in=changed).update(counts=False)
        return super().save(commit=commit)


class FundingInline(Paged, FilledIn, admin.StackedInline):
    model = Funding
    columns = [
        ("Van wie", "title"),
        ("Toegezegd", "committed_text"),
        ("Besteed", "paid"),
        ("Telt mee", "counts"),
        ("Peildatum", "reference_text"),
        ("Bron", "source"),
    ]
    in_order = ", de nieuwste eerst"
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

    @admin.display(description="besteed")
    def paid(self, funding):
        return euro(funding.spent)


def warn_of_overspending(request, formset):
    """Says after saving where more was spent than committed: it can be so, and it can be a slip."""
    for form in formset.forms if formset.model is Funding else []:
        if form.instance.pk and form.instance.is_overspent:
            messages.warning(request, f"{form.instance}: er is meer besteed dan toegezegd. Klopt dat?")


@admin.register(Funding)
class FundingAdmin(SaysExcess, Choosing, SheetAdmin):
    layout = FUNDINGS
    form = FundingForm
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
