"""The desk for a session at tables: its tables, their cards, and whether each has reported."""

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html

from consultation import actions, cards
from consultation.forms.tables import TableSessionForm
from consultation.models import DiscussionTable, TableSession
from partners.ground.admin import ReadOnly
from partners.ground.desk.series import Paged
from partners.ground.documents import response


class TableInline(ReadOnly, Paged, admin.TabularInline):
    model = DiscussionTable
    per_page = 50
    fields = ["number", "page", "said"]
    readonly_fields = ["page", "said"]
    extra = 0
    view_on_site = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("letter")

    @admin.display(description="pagina")
    def page(self, table):
        return format_html(
            '<a href="{}">{}{}</a>', table.get_absolute_url(), settings.SITE_URL, table.get_absolute_url()
        )

    @admin.display(description="verslag")
    def said(self, table):
        letter = getattr(table, "letter", None)
        if letter is None:
            return "nog niets"
        address = reverse("admin:consultation_enteredletter_change", args=[letter.pk])
        return format_html('<a href="{}">{}</a>', address, letter.number or "nog na te lezen")


@admin.register(TableSession)
class TableSessionAdmin(admin.ModelAdmin):
    form = TableSessionForm
    list_display = ["title", "consultation", "opens_at", "closes_at", "table_total", "reported"]
    list_filter = ["consultation"]
    list_select_related = ["consultation"]
    list_per_page = 50
    search_fields = ["title", "place"]
    fields = ["consultation", ("title", "place"), ("opens_at", "closes_at"), "table_count", "cards"]
    readonly_fields = ["cards"]
    inlines = [TableInline]
    view_on_site = False

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .annotate(
                table_total=Count("tables", distinct=True),
                reported=Count("tables", filter=Q(tables__letter__isnull=False), distinct=True),
            )
        )

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if new := actions.set_up_tables(session=form.instance, count=form.cleaned_data["table_count"]):
            messages.success(request, f"Nieuwe tafels: {new}. Druk de kaarten af en leg ze klaar.")

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/kaarten/", view(printed_cards), name="consultation_tablesession_cards"),
            path("<int:pk>/kaarten.pdf", view(cards_as_pdf), name="consultation_tablesession_cards_pdf"),
            *super().get_urls(),
        ]

    @admin.display(description="tafels", ordering="table_total")
    def table_total(self, session):
        return session.table_total

    @admin.display(description="met verslag", ordering="reported")
    def reported(self, session):
        return session.reported

    @admin.display(description="kaarten")
    def cards(self, session):
        if not session.pk:
            return "Sla de avond eerst op. Daarna kunt u voor elke tafel een kaart afdrukken."
        return format_html(
            '<a href="{}">Druk de kaarten af</a>, of <a href="{}">download ze als PDF</a>',
            reverse("admin:consultation_tablesession_cards", args=[session.pk]),
            reverse("admin:consultation_tablesession_cards_pdf", args=[session.pk]),
        )


def shown_session(pk):
    return get_object_or_404(TableSession.objects.select_related("consultation").prefetch_related("tables"), pk=pk)


@permission_required("consultation.view_tablesession", raise_exception=True)
def printed_cards(request, pk):
    """A card for each table, two to a page of paper."""
    session = shown_session(pk)
    page = {
        "session": session,
        "questions": cards.questions_of(session),
        "cards": [(table, cards.code(table)) for table in session.tables.all()],
        "host": settings.SITE_URL,
    }
    return render(request, "consultation/cards.html", page)


@permission_required("consultation.view_tablesession", raise_exception=True)
def cards_as_pdf(request, pk):
    session = shown_session(pk)
    return response(cards.document(session), "pdf", cards.filename(session))
