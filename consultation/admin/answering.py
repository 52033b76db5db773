"""The desk for answers: written by one, reviewed by another, and put on the site together."""

from django.contrib import admin
from django.db.models import Count, Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.text import Truncator, capfirst

from agenda.models import Version, Wording
from consultation import actions
from consultation.admin.reviewing import as_read, review, review_chosen
from consultation.admin.stages import AnswerStageFilter
from consultation.forms.answering import AnswerForm, ChangedWordings
from consultation.models import Answer, AnswerTemplate, Point, Verdict
from partners.ground.admin import SHORT, Choosing
from partners.ground.templatetags.dutch import moment


def asked_points(request):
    """The keys of the points that an answer is about to be written to, from the address or the form."""
    asked = request.GET.get("points", "").split(",") if "points" in request.GET else request.POST.getlist("points")
    return [pk for pk in asked if pk]


def how_to_begin():
    """Where the points of an answer are ticked, as safe HTML: the way without scripts, and the shortest."""
    address = reverse("admin:consultation_point_changelist")
    return format_html('Kruis de punten aan in <a href="{}">de lijst van punten</a>. U komt dan hier terug.', address)


def changed_because(points, answer=None):
    """The texts that may have changed because of `points`: those after the version they are about. Two queries.

    What `answer` names already stays a choice.
    """
    asked = Version.objects.filter(consultations__letters__points__in=points).first()
    later = Wording.objects.changed_since(asked) if asked else Wording.objects.none()
    named = Wording.objects.filter(answers=answer) if answer else Wording.objects.none()
    found = Wording.objects.filter(Q(pk__in=later.values("pk")) | Q(pk__in=named.values("pk")))
    return found.select_related("element", "version").order_by("version__number", "position")


def templates_to_begin_with(request):
    """The templates as links that begin a new answer with their verdict and words, as safe HTML; "" without any."""
    asked = {name: request.GET[name] for name in ("points", "terug") if name in request.GET}
    links = [(urlencode(asked | {TEMPLATE: one.pk}), one) for one in AnswerTemplate.objects.all()]
    found = format_html_join(" · ", '<a href="?{}">{}</a>', links)
    return format_html("Begin met een standaardantwoord: {}. Wat u al typte, gaat dan weg.", found) if links else ""


TEMPLATE = "standaard"
NOTHING_CHANGED = "Er is geen latere versie met andere woorden. Schrijf hieronder waar het is verwerkt."
STATE = ("drafted_by", "reviewed_by", "stand")


@admin.register(Answer)
class AnswerAdmin(Choosing, admin.ModelAdmin):
    form = AnswerForm
    formfield_overrides = SHORT
    list_display = ["verdict", "beginning", "point_count", "drafted_by", "reviewed_by", "stand"]
    list_display_links = ["verdict", "beginning"]
    list_select_related = ["drafted_by", "reviewed_by"]
    list_filter = [
        AnswerStageFilter,
        "verdict",
        "points__letter__consultation",
    ]
    list_per_page = 50
    search_fields = ["reason", "points__text", "points__letter__number"]
    search_help_text = "Zoek op een woord uit de reden of het punt, of op ontvangstnummer."
    autocomplete_fields = ["points"]
    fields = [
        "todo",
        "read",
        "points",
        "verdict",
        "reason",
        "forwarded_to",
        "wordings",
        "landed_elsewhere",
        "correction",
        STATE,
        "history",
    ]
    readonly_fields = ["todo", "read", "drafted_by", "reviewed_by", "stand", "history"]
    actions = ["review_chosen"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(point_count=Count("points", distinct=True))

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/nakijken/", view(review), name="consultation_answer_review"),
            *super().get_urls(),
        ]

    def has_change_permission(self, request, obj=None):
        """What is on the site stays. Who was writing until then hears so from the form, which gives their text back."""
        is_fixed = obj and obj.published_at and request.method != "POST"
        return super().has_change_permission(request, obj) and not is_fixed

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.published_at)

    def get_fields(self, request, obj=None):
        """A new answer has nothing to do, to read or to look back on yet; one on the site has no points to choose."""
        hidden = ("todo", "read", "history", STATE) if obj is None else ("points",) if obj.published_at else ()
        return [name for name in self.fields if name not in hidden]

    def get_form(self, request, obj=None, **kwargs):
        """Shows below the choice what the points say that one came from, and offers the texts that changed since."""
        form = super().get_form(request, obj, **kwargs)
        chosen = obj.points.values("pk") if obj else asked_points(request)
        if obj is None and "points" in form.base_fields:
            form.base_fields["points"].help_text = (
                as_read(Point.objects.counted().equal_to(Point.objects.filter(pk__in=chosen)))
                if chosen
                else how_to_begin()
            )
        if obj is None and "verdict" in form.base_fields:
            form.base_fields["verdict"].help_text = templates_to_begin_with(request)
        if "wordings" in form.base_fields:
            field = form.base_fields["wordings"]
            field.queryset = changed_because(chosen, obj)
            field.widget.can_add_related = False  # a text is written in its version
            if not field.queryset:
                field.help_text = NOTHING_CHANGED if chosen else "Kies eerst de punten en sla op."
        return form

    def get_changeform_initial_data(self, request):
        """A new answer begins with the template that was chosen, if any."""
        key = request.GET.get(TEMPLATE, "")
        chosen = AnswerTemplate.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 10 else None
        begun = {"verdict": chosen.verdict, "reason": chosen.reason} if chosen else {}
        return super().get_changeform_initial_data(request) | begun

    def get_actions(self, request):
        """Without deleting many at once: it would not ask each whether it is on the site."""
        found = super().get_actions(request)
        found.pop("delete_selected", None)
        return found

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Only what counts can be answered, and every choice comes with what its name needs."""
        if db_field.name == "wordings":
            return ChangedWordings(Wording.objects.none(), label=capfirst(db_field.verbose_name), required=False)
        if db_field.name == "points":
            kwargs["queryset"] = Point.objects.counted().select_related("letter")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        """Saving what nobody changed is no writing: who wrote may not review."""
        if change and not form.changed_data:
            return
        actions.write_answer(
            answer=obj,
            points=list(form.cleaned_data["points"]),
            wordings=list(form.cleaned_data["wordings"]),
            by=request.user,
        )

    def save_related(self, request, form, formsets, change):
        """Nothing: `write_answer` has linked the points, with all that are equal to them, and the wordings."""

    def response_post_save_add(self, request, obj):
        """Back to the points as they were filtered, when one came from there."""
        if "terug" in request.GET:
            return redirect(f"{reverse('admin:consultation_point_changelist')}?{request.GET['terug']}")
        return super().response_post_save_add(request, obj)

    @admin.display(description="reden")
    def beginning(self, answer):
        return Truncator(answer.reason).words(14) or "–"

    @admin.display(description="punten", ordering="point_count")
    def point_count(self, answer):
        return answer.point_count

    @admin.display(description="stand")
    def stand(self, answer):
        if answer.published_at:
            return f"{answer.stage.label}, {moment(answer.published_at)}"
        return answer.stage.label

    @admin.display(description="te doen")
    def todo(self, answer):
        if answer.published_at:
            if answer.is_published():
                return "Dit antwoord staat op de site en verandert niet meer. Schrijf bij het punt een nieuw antwoord."
            address = reverse("admin:consultation_consultation_withdraw", args=[answer.publication_id])
            return format_html('<a href="{}">Trek de geplande publicatie in</a>', address)
        consultation = answer.points.values_list("letter__consultation", flat=True).first()
        acts = []
        if not answer.reviewed_at:
            acts.append((reverse("admin:consultation_answer_review", args=[answer.pk]), "Kijk dit antwoord na"))
        if consultation:
            address = reverse("admin:consultation_consultation_publish", args=[consultation])
            acts.append((address, "Zet alle nagekeken antwoorden op de site"))
        return format_html_join(" · ", '<a href="{}">{}</a>', acts)

    @admin.display(description="de punten")
    def read(self, answer):
        """What the points say, so that one writes the answer beside them."""
        return as_read(answer.points.all())

    @admin.display(description="geschiedenis")
    def history(self, answer):
        rows = [
            (
                moment(state.made_at),
                state.act,
                state.made_by or "onbekend",
                Verdict(state.content["verdict"]).label,
                state.content["reason"],
            )
            for state in answer.states.select_related("made_by")
        ]
        return format_html_join("", "<p>{}: {} door {} ({}). {}</p>", rows)

    @admin.action(description="Kijk de gekozen antwoorden na", permissions=["change"])
    def review_chosen(self, request, queryset):
        return review_chosen(self, request, queryset)
