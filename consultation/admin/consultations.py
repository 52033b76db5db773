"""The desk for a consultation: what is asked, of whom and until when."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.admin.excerpts import points_list
from consultation.admin.extending import extend_path
from consultation.admin.inviting import invite_path
from consultation.admin.publishing import publishing_paths
from consultation.admin.reminding import remind_path
from consultation.copying import copy_consultation
from consultation.models import Consultation, Invitees, Nota, Phase, Question, Step
from partners.ground.admin import SHORT, Choosing, FilledIn
from partners.ground.desk.copying import TITLE as COPY
from partners.ground.desk.copying import CopyDesk, copy_name
from partners.ground.desk.previews import preview_name
from partners.ground.desk.series import Paged
from partners.ground.templatetags.dutch import counted, day, listed


def planning_address(consultation):
    """Where one tries its term, or another, on the calendars of the bodies."""
    period = {"van": timezone.localdate(consultation.opens_at).isoformat(), "tot": consultation.last_day.isoformat()}
    example = {"voorbeeld": "on"} if consultation.is_example else {}
    return f"{reverse('admin:partners_body_planning')}?{urlencode(period | example)}"


class PhaseFilter(admin.SimpleListFilter):
    title = "stand"
    parameter_name = "stand"

    def lookups(self, request, model_admin):
        return Phase.choices

    def queryset(self, request, queryset):
        asked = {Phase.COMING: queryset.coming, Phase.RUNNING: queryset.running, Phase.CLOSED: queryset.closed}
        return asked[self.value()]() if self.value() in asked else queryset


class QuestionInline(Paged, FilledIn, admin.TabularInline):
    """What is asked; once the consultation is finished, what was asked."""

    model = Question
    per_page = 12
    fields = ["position", "text", "hint"]

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not (obj and obj.finished_at)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.finished_at)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.finished_at)


class StepInline(Paged, FilledIn, admin.StackedInline):
    model = Step
    formfield_overrides = SHORT
    fields = [
        ("position", "title"),
        ("starts_on", "ends_on"),
        ("ends_text", "over_after"),
        "description",
        ("source", "note"),
    ]
    autocomplete_fields = ["source"]


@admin.register(Consultation)
class ConsultationAdmin(CopyDesk, Choosing, admin.ModelAdmin):
    formfield_overrides = SHORT
    list_display = ["title", "stand", "opens_at", "closes_at", "takes_letters", "is_example"]
    list_filter = [PhaseFilter, "takes_letters", "is_example"]
    list_per_page = 50
    date_hierarchy = "closes_at"
    search_fields = ["title", "summary", "questions__text"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["source"]
    fieldsets = [
        (None, {"fields": ["todo", "title", "slug", "version", "summary"]}),
        ("Wanneer?", {"fields": [("opens_at", "closes_at"), "takes_letters", "answered_by"]}),
        ("Wie vraagt wat, en wie besluit?", {"fields": ["asked_by", "asked_of", "effect", "decided_by"]}),
        ("Bron", {"fields": ["source", "note", "woo_category"]}),
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [QuestionInline, StepInline]
    copies_by = staticmethod(copy_consultation)

    def comes_along(self, thing):
        invited = set(thing.invitations.values_list("body__kind", flat=True))
        groups = [group.label for group in Invitees if invited & set(group.kinds)]
        shown = [
            ("Vragen", "; ".join(question.text for question in thing.questions.all()) or "geen"),
            ("Stappen", counted(thing.steps.count(), "stap,stappen")),
            ("Lengte", counted((thing.closes_at - thing.opens_at).days, "dag,dagen")),
        ]
        lines = ["Bronnen, opmerkingen en wat er binnenkwam, komen niet mee. Het gaat over dezelfde versie."]
        return shown, lines + ([f"Nodig daarna opnieuw uit: {listed(groups)}."] if groups else [])

    @admin.display(description="wat wilt u doen?")
    def todo(self, consultation):
        """The acts on the whole of it, in the order in which they come."""
        if not consultation.pk:
            return format_html(
                'Sla de consultatie eerst op. <a href="{}">Past een planning bij de raden en Staten?</a>',
                reverse("admin:partners_body_planning"),
            )
        acts = [
            (reverse("admin:consultation_consultation_invite", args=[consultation.pk]), "Nodig uit"),
            (reverse("admin:consultation_consultation_extend", args=[consultation.pk]), "Verleng de termijn"),
            (reverse("admin:consultation_consultation_remind", args=[consultation.pk]), "Herinner"),
            (planning_address(consultation), "Past dit in de kalenders?"),
            (points_list(consultation, werk="alles"), "Beantwoord de punten"),
            (reverse("admin:consultation_consultation_publish", args=[consultation.pk]), "Zet antwoorden op de site"),
            (reverse(f"admin:{preview_name(Nota)}", args=[consultation.pk]), "Laat de antwoorden vooraf lezen"),
            (reverse("admin:consultation_consultation_finish", args=[consultation.pk]), "Rond af"),
        ]
        acts.append((reverse(f"admin:{copy_name(Consultation)}", args=[consultation.pk]), COPY))
        if consultation.is_public_now:
            acts.append((reverse("consultation_archive", args=[consultation.slug]), "Alles voor het archief (zip)"))
        return format_html_join(" · ", '<a href="{}">{}</a>', acts)

    def save_related(self, request, form, formsets, change):
        """Warns of bodies that the term does not fit, and of a timeline that ends on another day; both may be meant."""
        super().save_related(request, form, formsets, change)
        consultation = form.instance
        if {"opens_at", "closes_at", "takes_letters"} & set(form.changed_data):
            for sentence in consultation.misfits():
                self.message_user(request, capfirst(sentence), messages.WARNING)
        for step in consultation.steps.all():
            if consultation.is_missed_by(step):
                ends, closes = day(step.ends_on), day(consultation.last_day)
                words = f"De stap ‘{step}’ eindigt op {ends}, maar reageren kan tot en met {closes}. Klopt dat?"
                self.message_user(request, words, messages.WARNING)

    @admin.display(description="stand", ordering="closes_at")
    def stand(self, consultation):
        phase = consultation.phase()
        return f"{phase.label}, {consultation.countdown.lower()}" if phase == Phase.RUNNING else phase.label

    def get_readonly_fields(self, request, obj=None):
        """Once people can react, the term changes by an extension alone, which says why; at the end all is fixed."""
        fixed = ["opens_at", "closes_at", "takes_letters"] if obj and obj.has_fixed_term() else []
        finished = ["version", "is_example"] if obj and obj.finished_at else []
        return ["todo", *fixed, *finished]

    def has_delete_permission(self, request, obj=None):
        """What is finished stays, with all that was asked and answered."""
        return super().has_delete_permission(request, obj) and not (obj and obj.finished_at)

    def get_urls(self):
        acts = [invite_path(self), remind_path(self), extend_path(self)]
        return [*publishing_paths(self), *acts, *super().get_urls()]
