"""The desk for points: who handles them, what belongs together, and how far their answers are."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from consultation import actions
from consultation.admin.excerpts import excerpts, in_few_words
from consultation.admin.splitting import splitting_paths
from consultation.admin.stages import PointStageFilter, WorkFilter
from consultation.forms.sorting import AssignForm, TagForm, staff
from consultation.handling.desk import PointSheets
from consultation.models import AnswerStage, InternalLabel, InternalNote, Point, Theme
from consultation.moderating.desk import moderating_paths
from partners.ground.admin import SHORT, FilledIn, PaginatorByKey
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.desk.series import Paged
from partners.ground.templatetags.dutch import counted, day, moment

# What the form of a point offers of its own consultation, and how one adds to it.
SORTED_BY = (
    ("themes", Theme, "een thema"),
    ("labels", InternalLabel, "een label, dat alleen het secretariaat ziet,"),
)


def way_to_answer(point):
    """(Address, words) of the answer in the making, or of a new one that leads back to `point.filters`."""
    waiting = point.answers.exclude(published_at__lte=timezone.now()).first()
    if waiting:
        return reverse("admin:consultation_answer_change", args=[waiting.pk]), "Bekijk het antwoord"
    asked = urlencode({"points": point.pk, "terug": point.filters})
    return f"{reverse('admin:consultation_answer_add')}?{asked}", "Schrijf een antwoord"


class NoteInline(Paged, FilledIn, admin.TabularInline):
    """What the secretariat says to itself; what was written stays."""

    model = InternalNote
    per_page = 20
    formfield_overrides = SHORT
    fields = ["text", "author", "made_at"]
    readonly_fields = ["author", "made_at"]
    verbose_name_plural = "notities (alleen voor het secretariaat)"

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Point)
class PointAdmin(PointSheets):
    """Every point that counts, to be brought together and answered from here."""

    list_display = [
        "beginning",
        "answer_stage",
        "subject",
        "kind",
        "sender",
        "sorted_in",
        "handled",
        "sent",
    ]
    list_filter = [
        WorkFilter,
        PointStageFilter,
        "letter__consultation",
        ("themes", admin.RelatedOnlyFieldListFilter),
        ("labels", admin.RelatedOnlyFieldListFilter),
        ("handler", admin.RelatedOnlyFieldListFilter),
        "kind",
        "letter__sender_kind",
        ("wording__element", admin.RelatedOnlyFieldListFilter),
    ]
    list_per_page = 50
    paginator = PaginatorByKey
    empty_value_display = "geen"
    show_full_result_count = False
    ordering = ["wording__position", "pk"]
    search_fields = ["text", "letter__number", "letter__body__name", "wording__element__code"]
    search_help_text = "Zoek op een woord uit het punt, ontvangstnummer, orgaan of code van de tekst."
    fields = [
        "todo",
        ("letter", "sender", "sent"),
        ("subject", "kind"),
        "quoted_text",
        "text",
        "proposed",
        "whole",
        "said_again",
        "same",
        "answered",
        "themes",
        "labels",
        ("handler", "handle_by"),
    ]
    readonly_fields = [
        "todo",
        "letter",
        "sender",
        "sent",
        "subject",
        "kind",
        "quoted_text",
        "text",
        "proposed",
        "whole",
        "said_again",
        "same",
        "answered",
    ]
    inlines = [NoteInline]
    actions = ["answer_together", "tag", "label", "assign", "merge_points"]
    view_on_site = False

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .counted()
            .with_stage()
            .select_related(
                "letter__body__partner",
                "letter__table__session",
                "letter__consultation",
                "wording__element",
                "question",
                "handler",
                "same_as",
            )
            .prefetch_related("themes", "labels")
            .annotate(leads=Exists(Point.objects.filter(same_as=OuterRef("pk"))))
        )

    def get_urls(self):
        return [*splitting_paths(self), *moderating_paths(self), *super().get_urls()]

    def get_object(self, request, object_id, from_field=None):
        """With the filters that one came from, so that an answer leads back to them."""
        point = super().get_object(request, object_id, from_field)
        if point:
            point.filters = request.GET.get("_changelist_filters", "")
        return point

    def changelist_view(self, request, extra_context=None):
        """Without the list of desks beside it: eight columns and the filters need the room."""
        return super().changelist_view(request, {"is_nav_sidebar_enabled": False, **(extra_context or {})})

    def get_fields(self, request, obj=None):
        """Leaves out what this point has not."""
        has = {
            "whole": obj and obj.part_of_id,
            "said_again": obj and obj.reopened,
            "same": obj and (obj.same_as_id or obj.equals.exists()),
            "answered": obj and obj.answers.exists(),
            "proposed": obj and obj.proposal_heading,
            "quoted_text": obj and obj.quoted_text,
        }
        return [name for name in self.fields if has.get(name, True)]

    @admin.display(description="voorstel")
    def proposed(self, point):
        return format_html("<p>{}:</p>{}", point.proposal_heading, point.proposed_change)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "handler":
            kwargs["queryset"] = staff()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request, obj=None, **kwargs):
        """The themes and labels are those of the point's own consultation, as boxes to tick."""
        form = super().get_form(request, obj, **kwargs)
        if "handler" in form.base_fields:  # accounts are made and changed at their own desk
            widget = form.base_fields["handler"].widget
            widget.can_add_related = widget.can_change_related = False
            widget.can_view_related = widget.can_delete_related = False
        for name, model, words in SORTED_BY:
            if obj and name in form.base_fields:
                consultation = obj.letter.consultation
                field = form.base_fields[name]
                field.queryset = model.objects.filter(consultation=consultation)
                field.widget = forms.CheckboxSelectMultiple(choices=field.choices)
                address = (
                    f"{reverse(f'admin:consultation_{model._meta.model_name}_add')}?consultation={consultation.pk}"
                )
                field.help_text = format_html('<a href="{}">Voeg {} toe</a> aan deze consultatie.', address, words)
        return form

    def save_formset(self, request, form, formset, change):
        for note in formset.save(commit=False):
            note.author = request.user
            note.save()

    @admin.display(description="punt")
    def beginning(self, point):
        return in_few_words(point)

    @admin.display(description="over", ordering="wording__position")
    def subject(self, point):
        return point.subject

    @admin.display(description="van", ordering="letter__body__name")
    def sender(self, point):
        """Says in whose name too, in its first words: a member, a party group or the body itself."""
        return point.letter.sender

    @admin.display(description="thema’s en labels")
    def sorted_in(self, point):
        """One column for both, so that all of them fit a screen of 1280."""
        labels = (f"label {label.name}" for label in point.labels.all())
        return ", ".join([*(theme.name for theme in point.themes.all()), *labels]) or "–"

    @admin.display(description="behandelaar", ordering="handle_by")
    def handled(self, point):
        by = f"{point.handler or 'niemand'}"
        return f"{by}, voor {day(point.handle_by)}" if point.handle_by else by

    @admin.display(description="ontvangen", ordering="letter__sent_at")
    def sent(self, point):
        return f"{point.letter.received_on or timezone.localdate(point.letter.sent_at):%d-%m-%Y}"

    @admin.display(description="antwoord", ordering="stage")
    def answer_stage(self, point):
        return AnswerStage(point.stage).label

    @admin.display(description="te doen")
    def todo(self, point):
        """The acts on this point, as links that the keyboard reaches in this order."""

        def act(name, pk, words):
            return reverse(f"admin:consultation_{name}", args=[pk]), words

        acts = [way_to_answer(point), act("point_similar", point.pk, "Zoek gelijke punten")]
        acts.append(act("point_redact", point.pk, "Haal iets van een persoon weg"))
        acts.append(act("point_moderate", point.pk, "Haal het punt van de site of zet het terug"))
        if point.same_as_id or point.equals.exists():
            acts.append(act("point_unmerge", point.pk, "Haal los van de gelijke punten"))
        if point.part_of_id:
            acts.append(act("point_unsplit", point.part_of_id, "Voeg de delen weer samen"))
        else:
            acts.append(act("point_split", point.pk, "Splits dit punt"))
        return format_html_join(" · ", '<a href="{}">{}</a>', acts)

    @admin.display(description="reactie")
    def letter(self, point):
        address = reverse("admin:consultation_letter_change", args=[point.letter_id])
        return format_html('<a href="{}">{}</a>', address, point.letter.number)

    @admin.display(description="deel van")
    def whole(self, point):
        return point.part_of.text

    @admin.display(description="niet volledig beantwoord")
    def said_again(self, point):
        return f"{moment(point.reopened.made_at)}: {point.reopened.reason}"

    @admin.display(description="gelijke punten")
    def same(self, point):
        group = Point.objects.equal_to([point]).exclude(pk=point.pk)
        rows = [
            (reverse("admin:consultation_point_change", args=[one.pk]), f"{one.letter.number}, {one.letter.sender}")
            for one in group.select_related("letter__body__partner", "letter__table__session")
        ]
        return format_html_join("", '<div><a href="{}">{}</a></div>', rows)

    @admin.display(description="antwoorden")
    def answered(self, point):
        rows = [
            (reverse("admin:consultation_answer_change", args=[answer.pk]), str(answer), answer.stage.label)
            for answer in point.answers.order_by("pk")
        ]
        return format_html_join("", '<div><a href="{}">{}</a>, {}</div>', rows)

    # Acts on the points that were ticked

    def act_on_chosen(self, request, queryset, do, *, done, **said):
        """The page between ticking and doing. What is done returns to the list as it was filtered."""
        keys = [point.pk for point in queryset]

        def do_and_return():
            do()
            self.message_user(request, f"{done} {counted(len(keys), 'punt,punten')}.", messages.SUCCESS)
            return redirect(request.get_full_path())

        said["lines"] = [f"U koos {counted(len(keys), 'punt,punten')}.", *said.get("lines", ())]

        def page():
            points = list(queryset.all())
            return page_of_chosen(self, request, points, shown=excerpts(points), **said)

        locks, is_pressed = [Point.objects.filter(pk__in=keys)], "apply" in request.POST
        return confirm_and_do(request, page=page, do=do_and_return, locks=locks, is_pressed=is_pressed)

    @admin.action(description="Geef de gekozen punten samen één antwoord")
    def answer_together(self, request, queryset):
        points = list(queryset)
        if len(points) > self.list_per_page:
            self.message_user(request, "Kies hooguit de punten op één pagina.", messages.ERROR)
            return None
        asked = {"points": ",".join(str(point.pk) for point in points), "terug": request.GET.urlencode()}
        return redirect(f"{reverse('admin:consultation_answer_add')}?{urlencode(asked)}")

    @admin.action(description="Zet de gekozen punten onder een thema", permissions=["change"])
    def tag(self, request, queryset):
        points = list(queryset)
        consultations = {point.letter.consultation_id for point in points}
        form = TagForm(request.POST if "apply" in request.POST else None, consultations=consultations)

        def do():
            actions.tag_points(points=points, **form.cleaned_data)

        said = {"title": "Thema’s", "button": "Opslaan", "form": form, "done": "Bijgewerkt:"}
        return self.act_on_chosen(request, queryset, do, action="tag", **said)

    @admin.action(description="Wijs de gekozen punten toe", permissions=["change"])
    def assign(self, request, queryset):
        points = list(queryset)
        form = AssignForm(request.POST if "apply" in request.POST else None, initial={"handler": request.user.pk})

        def do():
            actions.assign_points(points=points, **form.cleaned_data)

        said = {"title": "Wie behandelt dit?", "button": "Wijs toe", "form": form, "done": "Toegewezen:"}
        return self.act_on_chosen(request, queryset, do, action="assign", **said)

    @admin.action(description="Merk de gekozen punten als gelijk", permissions=["change"])
    def merge_points(self, request, queryset):
        points = list(queryset)

        def do():
            actions.merge_points(points=points, by=request.user)

        lines = ["Eén antwoord geldt dan voor allemaal. Elke afzender houdt zijn eigen punt."]
        said = {"title": "Gelijke punten", "button": "Merk gelijk", "lines": lines, "done": "Gelijk gemerkt:"}
        return self.act_on_chosen(request, queryset, do, action="merge_points", **said)
