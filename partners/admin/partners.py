"""The secretariat's desk for partners, their bodies and figures, and where those come from."""

from django.contrib import admin
from django.db.models import Case, OuterRef, Subquery, When
from django.urls import reverse
from django.utils.html import format_html_join

from partners.admin.logo import logo_path, way_to_logo
from partners.admin.planning import planning_path
from partners.ground.admin import HTTPS, Choosing, FilledIn
from partners.ground.desk.rereading import RereadDesk
from partners.ground.desk.series import Paged
from partners.ground.numbers import NUMBERS
from partners.ground.sheets.admin import SheetAdmin
from partners.ground.sorting import SortKey
from partners.ground.templatetags.dutch import day, number
from partners.models import ASSEMBLIES, Body, ContactPoint, Partner, Population, Recess, Sitting, Source, Term
from partners.sheets import PARTNERS, POPULATIONS, SOURCES


def closest(field, term):
    """Orders by how well `field` fits `term`: the same, then beginning with it, then the rest."""
    return Case(
        When(**{f"{field}__iexact": term, "then": 0}), When(**{f"{field}__istartswith": term, "then": 1}), default=2
    )


class BodyInline(FilledIn, admin.TabularInline):
    stays_small = "a partner has a council, an executive and little else"
    model = Body
    fields = ["kind", "name"]
    show_change_link = True
    verbose_name_plural = "organen (zetels en website staan bij het orgaan zelf)"


class PopulationInline(Paged, FilledIn, admin.StackedInline):
    model = Population
    columns = [
        ("Peildatum", "reference_on"),
        ("Inwoners", "inhabitants"),
        ("Zekerheid", "certainty"),
        ("Bron", "source"),
    ]
    in_order = ", de nieuwste eerst"
    show_change_link = True
    formfield_overrides = NUMBERS
    autocomplete_fields = ["source"]
    fields = [("reference_on", "count", "certainty"), ("source", "note")]

    @admin.display(description="inwoners")
    def inhabitants(self, population):
        return number(population.count)


class ContactPointInline(Paged, FilledIn, admin.StackedInline):
    model = ContactPoint
    per_page = 6
    formfield_overrides = HTTPS
    autocomplete_fields = ["source"]
    fields = [
        ("position", "name", "role"),
        ("email", "website"),
        ("is_person", "visibility"),
        ("consented_on", "until"),
        ("note", "source"),
    ]


@admin.register(Partner)
class PartnerAdmin(RereadDesk, Choosing, SheetAdmin):
    layout = PARTNERS
    formfield_overrides = NUMBERS | HTTPS
    list_display = ["name", "kind", "province", "latest_inhabitants", "example"]
    list_filter = ["kind", "province", "is_example"]
    list_select_related = ["province"]
    list_per_page = 50
    search_fields = ["name", "short_name", "cbs_code", "oin"]
    search_help_text = "Zoek op naam, CBS-code of OIN."
    readonly_fields = ["picture"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["source"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name", "short_name"),
                    "slug",
                    ("kind", "province"),
                    "summary",
                    ("website", "budget_url"),
                    "picture",
                    "note",
                    "source",
                ]
            },
        ),
        ("Sinds wanneer doet de partner mee?", {"fields": [("joined_on", "joined_text"), ("left_on", "succeeded_by")]}),
        ("Kaart en registers", {"fields": [("cbs_code", "tooi_uri"), ("oin", "almanac_number")]}),
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [BodyInline, PopulationInline, ContactPointInline]

    def get_urls(self):
        return [logo_path(self), *super().get_urls()]

    @admin.display(description="logo")
    def picture(self, partner):
        return way_to_logo(partner)

    def get_queryset(self, request):
        return super().get_queryset(request).with_inhabitants()

    def get_search_results(self, request, queryset, search_term):
        """Puts Zwolle itself before all else that has Zwolle in its name."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        return found.order_by(closest("name", search_term.strip()), SortKey("name")), duplicates

    @admin.display(description="inwoners", ordering="inhabitants")
    def latest_inhabitants(self, partner):
        return number(partner.inhabitants) or None

    @admin.display(description="demo")
    def example(self, partner):
        return "Voorbeeld" if partner.is_example else ""


class TermInline(Paged, FilledIn, admin.StackedInline):
    model = Term
    autocomplete_fields = ["source"]
    fields = [("first_year", "last_year", "seats"), ("starts_on", "certainty"), ("source", "note")]


class SittingInline(Paged, FilledIn, admin.StackedInline):
    model = Sitting
    columns = [("Vergadert op", "held_on"), ("Hoe laat", "starts_at"), ("Vervalt", "is_cancelled"), ("Bron", "source")]
    show_change_link = True
    autocomplete_fields = ["source"]
    fields = [("held_on", "starts_at"), ("papers_by", "is_cancelled"), ("note", "source")]

    def get_queryset(self, request):
        """The newest first, as those to come matter most."""
        return super().get_queryset(request).order_by("-held_on")


class RecessInline(Paged, FilledIn, admin.StackedInline):
    model = Recess
    autocomplete_fields = ["source"]
    fields = ["name", ("starts_on", "ends_on"), "source"]

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("-starts_on")


@admin.register(Body)
class BodyAdmin(Choosing, admin.ModelAdmin):
    formfield_overrides = HTTPS
    list_display = ["name", "partner", "kind", "latest_seats"]
    list_filter = ["kind", "partner__province", "partner__is_example"]
    list_select_related = ["partner"]
    list_per_page = 50
    search_fields = ["name", "partner__name"]
    autocomplete_fields = ["partner", "delivery_source"]
    fieldsets = [
        (None, {"fields": ["todo", "partner", "kind", "name", "website"]}),
        ("Tot wanneer kan men stukken aanleveren?", {"fields": [("delivery_days", "delivery_source")]}),
    ]
    readonly_fields = ["todo"]
    inlines = [TermInline, SittingInline, RecessInline]

    def get_urls(self):
        return [planning_path(self), *super().get_urls()]

    @admin.display(description="wat wilt u doen?")
    def todo(self, body):
        """Where its people are invited and end, the days of its calendar come in, and a planning is tried on it."""
        words = "De mensen: nodig uit of laat eindigen"
        acts = [
            *([(reverse("partners:people", args=[body.pk]), words)] if body.pk else []),
            (reverse("admin:partners_sitting_import"), "Plak of upload vergaderdagen"),
            (reverse("admin:partners_recess_import"), "Plak of upload recessen"),
            (reverse("admin:partners_body_planning"), "Past een planning bij de raden en Staten?"),
        ]
        return format_html_join(" · ", '<a href="{}">{}</a>', acts)

    def get_queryset(self, request):
        newest = Term.objects.filter(body=OuterRef("pk")).order_by("-first_year")
        return super().get_queryset(request).annotate(seats=Subquery(newest.values("seats")[:1]))

    def get_search_results(self, request, queryset, search_term):
        """Puts the bodies of Zwolle itself first, and of each partner the assembly, which decides."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        assembly = Case(When(kind__in=ASSEMBLIES, then=0), default=1)
        partner = closest("partner__name", search_term.strip())
        return found.order_by(partner, SortKey("partner__name"), assembly, "name"), duplicates

    @admin.display(description="zetels", ordering="seats")
    def latest_seats(self, body):
        return body.seats

    def view_on_site(self, body):
        return f"{body.partner.get_absolute_url()}#besluit"


@admin.register(Population)
class PopulationAdmin(Choosing, SheetAdmin):
    layout = POPULATIONS
    formfield_overrides = NUMBERS
    list_display = ["partner", "reference_on", "inhabitants", "certainty", "source"]
    list_filter = ["certainty", "partner__kind", "reference_on"]
    list_select_related = ["partner", "source"]
    list_per_page = 50
    date_hierarchy = "reference_on"
    search_fields = ["partner__name", "source__title"]
    autocomplete_fields = ["partner", "source"]

    @admin.display(description="inwoners", ordering="count")
    def inhabitants(self, population):
        return number(population.count)

    def view_on_site(self, population):
        return f"{population.partner.get_absolute_url()}#bronnen"


@admin.register(Source)
class SourceAdmin(SheetAdmin):
    layout = SOURCES
    formfield_overrides = HTTPS
    list_display = ["title", "slug", "publisher", "published", "read", "licence"]
    list_filter = ["licence", ("url", admin.EmptyFieldListFilter), "published_on"]
    list_per_page = 50
    search_fields = ["title", "publisher", "url", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    fields = [
        ("title", "slug"),
        "publisher",
        "url",
        ("published_on", "published_text"),
        ("consulted_on", "consulted"),
        "licence",
        "note",
    ]

    @admin.display(description="gepubliceerd", ordering="published_on")
    def published(self, source):
        return day(source.published_on) or source.published_text or None

    @admin.display(description="geraadpleegd", ordering="consulted_on")
    def read(self, source):
        return source.read_in_words or None
